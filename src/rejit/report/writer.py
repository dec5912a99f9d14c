"""The process that writes: notes on its standard input, an answer on its standard output."""

from __future__ import annotations

import marshal
import sys


def main() -> None:
    """Write what is asked for; the answer is "written", or one line that says what went wrong."""
    try:
        notes, report, trace = marshal.load(sys.stdin.buffer)
        from rejit.report.story import Story

        story = Story(notes)
        if trace:
            from rejit.report.trace import trace_of

            _write(trace, trace_of(story))
        if report:
            from rejit.report.page import page_of

            _write(report, page_of(story))
    except OSError as error:
        sys.stdout.write(f"{error.filename}: {error.strerror}")
    except Exception:
        from traceback import format_exc

        sys.stdout.write(f"a defect in rejit: please report it\n{format_exc()[-3000:]}")
    else:
        sys.stdout.write("written")


def _write(path: str, content: str) -> None:
    with open(path, "w", encoding="utf-8", errors="replace") as file:
        file.write(content)
