"""What a function is found by, whatever module it stands in.

The key is a hash of the function's partition (`ir/partition.py`), which is all the compiler sees, in a form that does
not depend on the rest of the module: an edit elsewhere renumbers `.str.12`, `#7`, `!41` and `%struct.anon.3`. Here a
type, an attribute group and a copied constant are named by the hash of what they say, metadata by the order in which a
function first refers to it. So

* what stands in quotes stays as it is;
* only names that leave no trace in the code change. Functions and variables keep theirs: they are in the relocations;
* within one partition different names stay different. So two partitions of one form are the same program.

With it go the tier, the CPU's name and features, the compiler's version and rejit's own sources: whatever else decides
the code, and nothing more.

A declaration is brought into that form once a module and a body once a function. A regular expression that begins with
a literal character runs at the speed of `memchr`, six times that of one with alternatives, hence the passes.
"""

from __future__ import annotations

import re
from binascii import crc32

from rejit.cache import host
from rejit.cache.disk import NAME_BYTES, OBJECT
from rejit.cache.seal import digest
from rejit.ir.names import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from rejit.ir.partition import Partition
    from rejit.ir.slicer import Slicer

_GLOBAL = re.compile(r"(@[-\w$.]+)", re.ASCII)
_GROUP = re.compile(r"( #\d+)", re.ASCII)
_NODE = re.compile(r"(!\d+)", re.ASCII)
_TYPES = {prefix: re.compile(rf"(%{prefix}\.[-\w$.]+)", re.ASCII) for prefix in ("struct", "union", "class")}
# All at once, for text with quotes in it, which nothing may look into.
_ANY = re.compile(
    r'("[^"]*"|@"[^"]*"|@[-\w$.]+|%"[^"]*"|%(?:struct|union|class)\.[-\w$.]+| #\d+|!\d+)',
    re.ASCII,
)
_QUOTE_IN_COMMENT = re.compile(r';[^\n]*"')


def configuration(tier: Any, cpu: tuple[str, str], compiler: str) -> bytes:
    """The hash of all that decides a piece besides its text."""
    return digest(repr((tier, cpu, compiler)).encode() + host.own_sources())


def object_key(part: Partition, slicer: Slicer, configured: bytes) -> bytes:
    """What the pieces of a partition are kept by. O(its text), without making that."""
    form = normal_form(part, slicer)
    name = (*part.functions, *part.variables)[0]
    return OBJECT + digest(configured + form.encode("utf-8", "surrogateescape")) + name_hash(name)


def name_hash(name: str) -> bytes:
    """The last bytes of the key of every version of a function or variable: where none is kept, no key need be made."""
    return crc32(name.encode("utf-8", "surrogateescape")).to_bytes(NAME_BYTES, "little")


def normal_form(part: Partition, slicer: Slicer) -> str:
    """All that a partition says, in a form of its own."""
    namer = slicer.index.caches.get(f"namer {id(slicer)}")
    if namer is None:
        namer = slicer.index.caches[f"namer {id(slicer)}"] = Namer(slicer)
    parts = part.parts
    assert parts is not None
    texts = (*parts.bodies.values(), *parts.definitions)
    if any('"' in text and _QUOTE_IN_COMMENT.search(text) is not None for text in texts):
        return part.text  # where strings begin and end would have to be found out; such text is rare
    own = frozenset(part.variables)
    constants = {token: line for token, line in parts.globals.items() if namer.is_constant(token, own)}
    work = _Form(namer, constants)
    lines = [slicer.head, repr((part.functions, part.variables)), *parts.comdats]
    lines += map(work.rename, texts)
    lines += [namer.line(line) for token, line in parts.globals.items() if token not in constants]
    lines += map(namer.line, parts.declares.values())
    # Every type and group once more: those whose names stayed as they are would otherwise be names only.
    lines += [f"{token} = {namer.name(f'%{token}')}" for token in sorted(parts.types) if not namer.is_renamed(token)]
    lines += sorted({namer.name(f"%{token}") for token in parts.types} | {namer.name(f" #{n}") for n in parts.groups})
    flags = "".join(f"!{number} " for number in slicer.metadata.flags())
    lines += [work.rename(flags + "".join(f" !{unit}" for unit in parts.units)), *work.nodes(parts.nodes)]
    return "\n".join(lines)


class Namer:
    """The names by content of what one module defines."""

    def __init__(self, slicer: Slicer) -> None:
        self.slicer = slicer
        self._names: dict[str, str] = {}
        self._lines: dict[str, str] = {}

    def is_constant(self, token: str, own: frozenset[str]) -> bool:
        """Whether a name is that of a constant that is copied into the partition."""
        return self.slicer.is_copied(token) and name_of(token) not in own

    def is_renamed(self, token: str) -> bool:
        """Whether a type's name is one that is replaced wherever it stands."""
        return token.startswith(('"', *(f"{prefix}." for prefix in _TYPES)))

    def line(self, line: str) -> str:
        """A declaration, or a type's or group's definition. It names no constants and no metadata."""
        found = self._lines.get(line)
        if found is None:
            found = self._lines[line] = _Form(self, {}).rename(line)
        return found

    def name(self, token: str) -> str:
        """The name by content of a type or an attribute group; of anything else its own."""
        found = self._names.get(token)
        if found is None:
            found = token
            if token[0] == "%" and token[1:] in self.slicer.index.types:
                found = _name("%", self.line(self.slicer.type_line(token[1:]).partition(" = ")[2]))
            elif token[:2] == " #":
                found = _name(" #", self.slicer.group(token[2:])[0].partition(" = ")[2])
            self._names[token] = found
        return found

    def constant(self, token: str, definition: str) -> str:
        """The name by content of a copied constant."""
        found = self._names.get(token)
        if found is None:
            found = self._names[token] = _name("@", self.line(definition.partition(" = ")[2]))
        return found


def _name(sigil: str, content: str) -> str:
    return f"{sigil}~{digest(content.encode('utf-8', 'surrogateescape')).hex()}"  # no name of LLVM's has a tilde


class _Form:
    """One partition on its way into its form."""

    def __init__(self, namer: Namer, constants: dict[str, str]) -> None:
        self.namer = namer
        self.constants = constants
        self.names: dict[str, str] = {}  # what was renamed
        self.taken: set[str] = set()
        self.order: dict[str, str] = {}  # metadata by first use

    def rename(self, text: str) -> str:
        if '"' in text:
            return self._replace(text, _ANY)
        if self.constants:
            text = self._replace(text, _GLOBAL)
        for prefix, pattern in _TYPES.items():
            if f"%{prefix}." in text:
                text = self._replace(text, pattern)
        if " #" in text:
            text = self._replace(text, _GROUP)
        if "!" in text:
            text = self._replace(text, _NODE)
        return text

    def _replace(self, text: str, pattern: re.Pattern[str]) -> str:
        parts = pattern.split(text)
        names = self.names
        for token in dict.fromkeys(parts[1::2]):
            if token not in names:
                names[token] = self._new(token)
        parts[1::2] = map(names.__getitem__, parts[1::2])
        return "".join(parts)

    def _new(self, token: str) -> str:
        sigil = token[0]
        if sigil == '"':
            return token
        if sigil == "!":
            new = self.order[token] = f"!~{len(self.order)}"
            return new
        if sigil == "@":
            definition = self.constants.get(token[1:])
            if definition is None:
                return token
            new = self.namer.constant(token, definition)
        else:
            new = self.namer.name(token)
            if new == token:
                return token
        while new in self.taken:  # another of the same content: they stay two
            new += "~"
        self.taken.add(new)
        return new

    def nodes(self, lines: Iterable[str]) -> list[str]:
        """The metadata named so far and what it names in turn, in the order of the naming."""
        found = dict(line.split(" = ", 1) for line in lines)
        done = []
        for token in list(self.order):  # of what was named up to here
            if token in found:
                done.append(f"{self.order[token]} = {self.rename(found.pop(token))}")
        while found:
            named = [token for token in self.order if token in found] or sorted(found)[:1]
            for token in named:
                name = self.order.get(token, token)
                done.append(f"{name} = {self.rename(found.pop(token))}")
        return done


__all__ = ["configuration", "name_hash", "normal_form", "object_key"]
