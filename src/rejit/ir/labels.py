"""Functions whose labels are values (`blockaddress`).

Such an address is only meaningful inside the code that defines it, so whatever holds one must be compiled in the same
partition: the function itself, other functions whose bodies name its labels (constant propagation makes them), and
variables whose initialisers do (the dispatch table of an interpreter loop).

Most such addresses never leave an activation: a table that only this function reads, each entry only jumped to. When
that cannot be shown the labels *escape*: they may be stored, returned or read by others, and the function must keep
one body for ever.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from rejit.ir.names import name_of, token_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.index import ModuleIndex

MAX_TABLES = 32  # proving that nobody else reads a table is a search of the module's text; beyond this: escapes

_RESULT = re.compile(r'  (%(?:"[^"]*"|[^\s="]+)) = ([a-z]+)')
_VALUE = re.compile(r'[%@](?:"[^"]*"|[-a-zA-Z$._0-9]+)|blockaddress')


class Group:
    """Functions and variables that must be defined in one partition."""

    __slots__ = ("functions", "variables")

    def __init__(self) -> None:
        self.functions: dict[str, None] = {}
        self.variables: dict[str, None] = {}


class Labels:
    """What the `blockaddress` constants of a module tie together."""

    def __init__(self, index: ModuleIndex) -> None:
        self.index = index
        self.groups: dict[str, Group] = {}  # by function
        self.owners: dict[str, str] = {}  # table -> one of its group's functions
        self._escapes: dict[str, bool] = {}
        self._read()

    def _read(self) -> None:
        """Every occurrence joins its holder and the function it names."""
        starts = sorted(
            [(offset, name, True) for name, offset in self.index.functions.items()]
            + [(offset, name, False) for name, offset in self.index.variables.items()]
        )
        text = self.index.text
        for at in self.index.labels:
            where = bisect_right(starts, at, key=lambda entry: entry[0]) - 1
            paren = text.find("(", at, at + 16)
            if where < 0 or paren < 0 or text[paren + 1 : paren + 2] != "@":
                continue  # inside a string or a comment
            target = name_of(text[paren + 2 : token_end(text, paren + 2)] or "?")
            if target not in self.index.functions:
                continue
            _, holder, is_function = starts[where]
            group = self._group(target)
            if is_function:
                self._join(group, self._group(holder))
            elif holder in self.owners:
                self._join(group, self.groups[self.owners[holder]])
            else:
                group.variables[holder] = None
                self.owners[holder] = target

    def _group(self, function: str) -> Group:
        group = self.groups.get(function)
        if group is None:
            group = self.groups[function] = Group()
            group.functions[function] = None
        return group

    def _join(self, one: Group, other: Group) -> None:
        if one is other:
            return
        one.functions.update(other.functions)
        one.variables.update(other.variables)
        for function in other.functions:
            self.groups[function] = one

    def escape(self, function: str) -> bool:
        """Whether an address of one of this function's labels may outlive the activation that took it."""
        group = self.groups.get(function)
        if group is None:
            return False
        known = self._escapes.get(function)
        if known is None:
            known = self._escapes[function] = self._find_escape(function, group)
        return known

    def _find_escape(self, function: str, group: Group) -> bool:
        index = self.index
        if len(group.functions) > 1 or len(self.owners) > MAX_TABLES:
            return True
        start = index.functions[function]
        body = index.text[start : index.function_end(start)]
        sources = ["blockaddress"]
        for name in group.variables:
            entity = index.entity(name)
            if (
                entity is None
                or not (entity.local and entity.constant)
                or self._named_outside(entity.token, start, body)
            ):
                return True
            sources.append("@" + entity.token)
        return not _only_jumped_to(body, sources)

    def _named_outside(self, token: str, start: int, body: str) -> bool:
        """Whether anything but the definition and this function names a global."""
        text = self.index.text
        needle = "@" + token
        own = self.index.entity(name_of(token))
        at = text.find(needle)
        while at >= 0:
            inside = start <= at < start + len(body) or (own is not None and own.offset <= at < own.end)
            if not inside and token_end(text, at + 1) == at + len(needle):
                return True
            at = text.find(needle, start + len(body) if start <= at < start + len(body) else at + len(needle))
        return False


def labels_of(index: ModuleIndex) -> Labels:
    """The module's labels, computed once."""
    found = index.caches.get("labels")
    if found is None:
        found = index.caches["labels"] = Labels(index)
    assert isinstance(found, Labels)
    return found


def _only_jumped_to(body: str, sources: list[str]) -> bool:
    """Whether values that come from `sources` reach nothing but `indirectbr`: through loads, phis, selects and geps.

    A load is only followed from an address inside a table; a label itself may be merged and jumped to.
    """
    uses: dict[str, list[str]] = {}
    for line in body.split("\n")[1:]:
        for name in set(_VALUE.findall(line)):
            uses.setdefault(name, []).append(line)
    pending = [(source, source != "blockaddress") for source in sources]
    seen = set(pending)
    while pending:
        source, is_table = pending.pop()
        for line in uses.get(source, ()):
            follow = _use(line, source, is_table)
            if follow is None:
                return False
            if follow[0] and follow not in seen:
                seen.add(follow)
                pending.append(follow)
    return True


def _use(line: str, source: str, is_table: bool) -> tuple[str, bool] | None:
    """(result to follow, whether it is an address inside a table); ('', ...) where nothing follows; None: escapes."""
    match = _RESULT.match(line)
    if match is None:
        bare = line.strip()
        if bare.startswith("indirectbr "):
            return None if is_table else ("", False)
        # the definition of a label with this name, or its mention in `; preds = `
        return ("", False) if not line.startswith(" ") or bare.startswith(("#dbg", ";")) else None
    result, operation = match.groups()
    if result == source:
        return ("", is_table)
    if is_table and operation == "load":
        return (result, False)
    if (is_table and operation == "getelementptr") or operation in ("phi", "select"):
        return (result, is_table)
    return None
