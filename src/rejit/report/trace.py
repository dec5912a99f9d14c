"""A story as Chrome's trace events, which Perfetto and chrome://tracing show.

Source: "Trace Event Format". Complete events ("X"), instants ("i"), counters ("C"); times in microseconds.
"""

from __future__ import annotations

import json
from typing import Any

from rejit.report.story import Story

PROCESS = 1


def trace_of(story: Story) -> str:
    """The JSON text."""
    rows = {row: number for number, row in enumerate(story.rows, 1)}
    events: list[dict[str, Any]] = [_meta("process_name", 0, name="rejit " + " ".join(story.notes["command"]))]
    for row, number in rows.items():
        events += [_meta("thread_name", number, name=row), _meta("thread_sort_index", number, sort_index=number)]
    for span in story.spans:
        events.append(
            {
                "ph": "X",
                "name": span.name,
                "cat": span.kind,
                "ts": round(span.start * 1000, 1),
                "dur": round((span.end - span.start) * 1000, 1),
                "pid": PROCESS,
                "tid": rows[span.row],
                "args": {"what": span.detail},
            }
        )
    for mark in story.marks:
        events.append(
            {
                "ph": "i",
                "s": "p" if mark.kind == "start" else "t",
                "name": f"{mark.kind}: {mark.name}",
                "cat": mark.kind,
                "ts": round(mark.time * 1000, 1),
                "pid": PROCESS,
                "tid": rows[mark.row],
                "args": {"what": mark.detail},
            }
        )
    for time, code, waiting, data, resident in story.memory:
        for name, values in (
            ("code, bytes", {"in use": code, "in quarantine": waiting}),
            ("variables, bytes", {"placed": data}),
            ("process, bytes", {"resident": resident}),
        ):
            events.append({"ph": "C", "name": name, "ts": round(time * 1000, 1), "pid": PROCESS, "args": values})
    figures = {name: str(value) for name, value in story.figures.items()}
    return json.dumps({"displayTimeUnit": "ms", "otherData": figures, "traceEvents": events}, separators=(",", ":"))


def _meta(what: str, row: int, **args: Any) -> dict[str, Any]:
    return {"ph": "M", "name": what, "pid": PROCESS, "tid": row, "args": args}
