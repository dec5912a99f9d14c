"""griffe's extension: rejit's docstrings as Markdown.

    name      what stands beside a name, two spaces apart, and below it as deep, is its definition

A comment behind an attribute is its docstring.
"""

from __future__ import annotations

import re
from typing import Any

import griffe

TREE = re.compile(r"^.+\n(?=\|-- )(.+\n)+", re.MULTILINE)
ENTRY = re.compile(r"^(\w[\w, ]*?)  +(\S.*)$")


def as_markdown(text: str) -> str:
    """A docstring with its columns as definition lists, and drawings as they are."""
    made: list[str] = []
    depth = 0
    for line in TREE.sub(r"```text\n\g<0>```\n", f"{text}\n").splitlines():
        entry = ENTRY.match(line)
        if entry is not None:
            if not depth:
                made.append("")
            depth = entry.start(2)
            made += [f"`{entry[1]}`", f":   {entry[2]}", ""]
        elif depth and line.startswith(" ") and line.strip():
            made[-1:] = [f"    {line.strip()}", ""]
        else:
            depth = 0
            made.append(line)
    return "\n".join(made)


class Docstrings(griffe.Extension):
    """Applies to all that has a docstring, when griffe has read it."""

    def on_instance(self, *, obj: Any, **_: Any) -> None:
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)

    def on_attribute_instance(self, *, attr: Any, **_: Any) -> None:
        if attr.docstring is None and attr.lineno is not None:
            _, _, comment = attr.filepath.read_text().splitlines()[attr.lineno - 1].partition("  # ")
            if comment and not comment.startswith("type:"):
                attr.docstring = griffe.Docstring(comment, parent=attr)
