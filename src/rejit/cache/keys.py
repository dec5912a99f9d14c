"""What a function is found by, whatever module it stands in.

The key is a hash of the function's partition (`ir/partition.py`), which is all the compiler sees, in a form that does
not depend on the rest of the module: an edit elsewhere renumbers `.str.12`, `#7`, `!41` and `%struct.anon.3`. Here each
is named by the order in which it first occurs. So

* strings and comments are not looked into: what a partition says in quotes stays as it is;
* only names that leave no trace in the code change: types, attribute groups, metadata, and the private constants that
  every body has a copy of. Functions and variables keep their names, which are in the relocations;
* renaming is one to one, so two partitions of the same form are the same program.

With it go the tier, the CPU's name and features, the compiler's version and rejit's own sources: whatever else decides
the code, and nothing more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rejit.cache import host
from rejit.cache.disk import OBJECT
from rejit.cache.seal import digest

if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

# What may be renamed, and quoted text so that nothing inside it is taken for a name. Each alternative begins with a
# literal character: `re` then skips to the next candidate at the speed of `memchr`.
_TOKEN = re.compile(
    r'("[^"]*"|@"[^"]*"|@[-\w$.]+|%"[^"]*"|%(?:struct|union|class)\.[-\w$.]+|#\d+|!\d+)',
    re.ASCII,
)


def configuration(tier: Any, cpu: tuple[str, str], compiler: str) -> bytes:
    """The hash of all that decides a piece besides its text."""
    return digest(repr((tier, cpu, compiler)).encode() + host.own_sources())


def object_key(text: str, constants: Container[str], configured: bytes) -> bytes:
    """What the pieces made of a partition's text are kept by. `constants`: names of the constants copied into it."""
    return OBJECT + digest(configured + normal_form(text, constants).encode("utf-8", "surrogateescape"))


def normal_form(text: str, constants: Container[str]) -> str:
    """The text with types, attribute groups, metadata and copied constants named by first use. O(text)."""
    if _QUOTE_IN_COMMENT.search(text) is not None:
        return text  # where strings begin and end would have to be found out; such text is rare
    head, types, rest, nodes = _sections(text)
    names: dict[str, str] = {}
    body = _renamed(rest, names, constants)
    lines = [head, body]
    # Types and metadata in the order of their new names: the order in the text is that of the old ones.
    lines += _definitions(types, names, constants)
    lines += _definitions(nodes, names, constants)
    return "\n".join(lines)


def _sections(text: str) -> tuple[str, dict[str, str], str, dict[str, str]]:
    """(target lines, types by token, everything else, metadata nodes by token)."""
    start = 0
    while text.startswith("target ", start):
        start = text.index("\n", start) + 1
    head = text[:start]
    types: dict[str, str] = {}
    while text.startswith("%", start):
        end = text.index("\n", start)
        token, _, definition = text[start:end].partition(" = ")
        types[token] = definition
        start = end + 1
    nodes: dict[str, str] = {}
    stop = len(text)
    at = text.rfind("}\n", start)  # metadata comes last
    first = _NODES.search(text, max(start, text.rfind("\n}\n", start)))
    if first is not None and at >= 0:
        stop = first.start() + 1
        for line in text[stop:].splitlines():
            token, _, definition = line.partition(" = ")
            nodes[token] = definition
    return head, types, text[start:stop], nodes


_NODES = re.compile(r"\n!\d+ = ")
_QUOTE_IN_COMMENT = re.compile(r';[^\n]*"')


def _renamed(text: str, names: dict[str, str], constants: Container[str]) -> str:
    parts = _TOKEN.split(text)
    for token in dict.fromkeys(parts[1::2]):
        if token not in names:
            names[token] = _new_name(token, len(names), constants)
    parts[1::2] = map(names.__getitem__, parts[1::2])
    return "".join(parts)


def _new_name(token: str, number: int, constants: Container[str]) -> str:
    sigil = token[0]
    if sigil == "@":
        from rejit.ir.names import name_of

        return f"@~{number}" if name_of(token[1:]) in constants else token
    return token if sigil == '"' else f"{sigil}~{number}"  # no name of LLVM's has a tilde


def _definitions(found: dict[str, str], names: dict[str, str], constants: Container[str]) -> list[str]:
    """The definitions of what was named so far, and of what these name, in the order of the naming."""
    lines = []
    waiting = [token for token in names if token in found]
    for token in waiting:  # grows
        before = len(names)
        lines.append(f"{names[token]} = {_renamed(found[token], names, constants)}")
        if len(names) > before:
            waiting += [new for new in list(names)[before:] if new in found]
    return lines
