"""The self-contained text of a few functions or variables: a slice of the module.

    target datalayout, target triple
    %struct.S = type ...                     types named below, transitively
    $f = comdat any                          one comdat a function: its code gets a section group of its own
    @.str = hidden unnamed_addr constant     small constants, copied into each partition that names them
    @x = external dso_local global i32       variables named below
    declare dso_local i32 @g(ptr) #1         functions named below
    define dso_local i32 @f() comdat #0 {    the functions: header rewritten, body as it stands
    attributes #0 = ...
    !llvm.module.flags = ...                 metadata that the above names

Bodies are copied, not parsed. What has to be known of a body is which names it mentions, and a search for the sigil
finds these; strings and comments, which may hold anything, are masked before that in the few bodies that have them.
A name the body does not really use costs one declaration more. Everything beside the body comes from caches that grow
with use (`ir/slicer.py`). So a partition costs what the function's own text costs, whatever the size of the module.

Linkage. A function is defined external and `dso_local`, a variable hidden (`Slicer.definition` says why); the linker
knows the real linkage and visibility from the index. What the module defines elsewhere is declared `dso_local`, so that
it is reached directly; what the module only declares is not, so that data goes through the GOT. Thread-local variables
are neither: LLVM would choose the local-dynamic model. Aliases and ifuncs are declared as what they stand for.

Lines keep their count: a debug record that is dropped leaves an empty line, so the n-th line of a function here is the
n-th line of it in the user's file (`ir/locate.py`).
"""

from __future__ import annotations

import re

from rejit.errors import NotCanonical, SymbolNotFound
from rejit.ir.entity import Entity
from rejit.ir.grammar import body_end
from rejit.ir.index import ModuleIndex
from rejit.ir.names import name_of, token_of
from rejit.ir.slicer import Piece, Slicer, slicer_of
from rejit.ir.text import GLOBAL, GROUP, NODE, emitted, mask, rename_unnamed, split_tail, unmask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from typing import Literal, TypeAlias

    Debug: TypeAlias = Literal["none", "lines", "full"]
    Transform: TypeAlias = Callable[[str, str], tuple[str, Sequence[str]]]

_RISKY_COMMENT = re.compile(r";[^\n]*[@!#]")
_COLUMN_0 = re.compile(r'\n(?![ ;}\n\x01]|[-a-zA-Z$._0-9]+:|"[^"\n]*":)')
_RECORD = re.compile(r"\n    #dbg_[^\n]*")
_DEBUG_CALL = re.compile(r"\n  (?:(?:tail|notail|musttail) )?call void @llvm\.dbg\.[^\n]*")
_ATTACHMENT = re.compile(r", !(?!dbg |kcfi_type )[-a-zA-Z$._\\][-a-zA-Z$._\\0-9]* !\d+")
_LOCATION = re.compile(r", !dbg !\d+")
_USELIST = re.compile(r"\n  uselistorder[^\n]*")
_HEADER_NODE = re.compile(r" !([-a-zA-Z$._\\][-a-zA-Z$._\\0-9]*) !\d+")
_TAIL_PART = re.compile(r' (?:section "[^"]*"|partition "[^"]*"|comdat(?:\(\$(?:"[^"]*"|[^)]*)\))?)')


class Partition:
    """IR text that stands alone, and what it means for the module.

    functions, variables: ELF names defined here (tables of label addresses that escape among the variables). constants:
    names of small constants copied here; every other partition that needs one has its own. references: names used and
    not defined. callees: the module's functions among what the bodies name, in order. imported: functions whose bodies
    came along to be inlined. labels_escape: functions defined here that must keep one body for ever. `segments` is for
    `locate`: the functions in the order of their definitions, with their offsets in the module's text.
    """

    __slots__ = (
        "callees",
        "constants",
        "functions",
        "imported",
        "index",
        "labels_escape",
        "parts",
        "references",
        "segments",
        "slicer",
        "variables",
    )

    def __init__(
        self,
        index: ModuleIndex,
        text: str | Slicer,
        functions: tuple[str, ...] = (),
        variables: tuple[str, ...] = (),
        constants: frozenset[str] = frozenset(),
        references: tuple[str, ...] = (),
        callees: tuple[str, ...] = (),
        labels_escape: frozenset[str] = frozenset(),
        segments: tuple[tuple[str, int], ...] = (),
        imported: tuple[str, ...] = (),
        parts: _Parts | None = None,
    ) -> None:
        self.parts = parts  # what `merge` takes
        self.index = index
        self.slicer = text  # the text, or what makes it of `parts` when it is asked for
        self.functions = functions
        self.variables = variables
        self.constants = constants
        self.references = references
        self.callees = callees
        self.labels_escape = labels_escape
        self.segments = segments
        self.imported = imported

    @property
    def text(self) -> str:
        """The IR."""
        if not isinstance(self.slicer, str):
            assert self.parts is not None
            self.slicer = self.parts.text(self.slicer)
        return self.slicer


def partition(
    index: ModuleIndex,
    functions: Sequence[str],
    variables: Sequence[str] = (),
    *,
    debug: Debug = "lines",
    tbaa: bool = False,
    target_attributes: tuple[str, str] | None = None,
    optnone: bool = True,
    known: Container[str] | None = None,
    inline: Sequence[str] = (),
    slots: bool = False,
    transform: Transform | None = None,
) -> Partition:
    """The text that defines `functions` and `variables` (ELF names), and what must be compiled with them.

    known: variables that exist already; where it is given, all others that the partition needs are defined in it.

    tbaa: carry the metadata that only optimisation needs (`!tbaa`, `!llvm.loop`, `!prof`, ...). target_attributes: CPU
    and features every function gets instead of its own; None removes those attributes, so that the target machine's
    apply. optnone=False drops `optnone` and the `noinline` that it requires.

    slots: functions of the module are called through a word in memory (`nonlazybind`) instead of at their address.
    inline: functions whose bodies come along as `available_externally`. transform: (name, define text) -> (new text,
    lines for the module that it needs), applied to each function that is defined.

    O(text of what is defined and of what it names). Raises SymbolNotFound for a name the module does not define,
    NotCanonical or InvalidIR where the text turns out to be damaged.
    """
    work = _Work(slicer_of(index, target_attributes, optnone, slots), debug, tbaa, transform)
    return work.run(functions, variables, known, inline)


def prepare(index: ModuleIndex) -> None:
    """Do now what the first unoptimised partition of a module would do for all."""
    slicer_of(index, None, True)


def module_asm_partition(index: ModuleIndex) -> Partition | None:
    """The module's inline assembly as a partition of its own; None if there is none."""
    if not index.module_asm_offsets:
        return None
    lines = [index.line_at(offset) for offset in index.module_asm_offsets]
    return Partition(index, slicer_of(index, None, True).head + "\n".join(lines) + "\n")


def variable_closure(index: ModuleIndex, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(all variables that the initialisers of `names` need, themselves included; functions they mention).

    An alias counts as what it stands for. A table of label addresses belongs to its function's partition, so it is not
    among the variables; its function is among the functions.
    """
    slicer = slicer_of(index, None, True)
    variables: dict[str, None] = {}
    functions: dict[str, None] = {}
    pending = list(reversed(list(names)))
    while pending:
        name = pending.pop()
        entity = index.entity(name)
        if entity is None or name in variables:
            continue
        if entity.kind == "variable" and entity.defined:
            owner = slicer.labels.owners.get(name)
            if owner is not None:
                functions[owner] = None
                continue
            variables[name] = None
            pending.extend(reversed(slicer.names_in(entity.initializer)))
        elif entity.kind in ("alias", "ifunc") and entity.aliasee is not None:
            pending.append(entity.aliasee)
        elif entity.kind == "function" and name in index.functions:
            functions[name] = None
    return tuple(variables), tuple(functions)


class _Work:
    """One partition being made: what it defines, and the growing set of what it must declare."""

    def __init__(self, slicer: Slicer, debug: Debug, tbaa: bool, transform: Transform | None) -> None:
        self.slicer = slicer
        self.index = slicer.index
        self.debug = debug
        self.tbaa = tbaa
        self.transform = transform
        self.bodies: list[str] = []
        self.own_tables: dict[str, None] = {}
        self.define = ""  # how the function being made is defined
        self.names: dict[str, None] = {}  # tokens named, in order
        self.types: set[str] = set()
        self.groups: dict[str, None] = {}
        self.nodes: set[int] = set()
        self.locations: dict[int, str] = {}  # nodes that are ready
        self.comdats: list[str] = []
        self.definitions: list[str] = []  # of variables
        self.globals: dict[str, str] = {}  # token -> line: declarations of variables, copied constants
        self.declares: dict[str, str] = {}

    def run(
        self,
        functions: Sequence[str],
        variables: Sequence[str],
        known: Container[str] | None = None,
        inline: Sequence[str] = (),
    ) -> Partition:
        wanted, tables = self.with_labels(functions, variables)
        defined = dict.fromkeys(variables)
        for name in tables:
            # A table that nobody else can see is each body's own, so that the body can be replaced.
            if name in defined or self.slicer.labels.escape(self.slicer.labels.owners[name]):
                defined[name] = None
            else:
                self.private_table(name)
        for name in wanted:
            self.function(name)
        callees = self.callees(wanted)
        imported = dict.fromkeys(name for name in inline if name not in wanted)
        for name in imported:
            self.function(name, self.index.functions[name])
        imported.update(self.import_inline({**wanted, **imported}))
        for name in defined:
            self.variable(name)
        if known is not None:
            self.pull(defined, known)
        node_lines, units = self.metadata()
        constants, references = self.others(wanted | imported, defined)
        escaping = frozenset(name for name in wanted if self.slicer.labels.escape(name))
        parts = self.parts(node_lines, units, (*wanted, *imported))
        return Partition(
            self.index,
            self.slicer,
            tuple(wanted),
            tuple(defined),
            frozenset(constants),
            tuple(references),
            callees,
            escaping,
            tuple((name, self.index.entity(name).offset) for name in (*wanted, *imported)),  # type: ignore[union-attr]
            tuple(imported),
            parts,
        )

    def with_labels(
        self, functions: Sequence[str], variables: Sequence[str]
    ) -> tuple[dict[str, None], dict[str, None]]:
        """(the functions with those that share label addresses with them, the tables of these addresses)."""
        labels = self.slicer.labels
        wanted = dict.fromkeys(functions)
        tables: dict[str, None] = {}
        if labels.groups:
            owners = [labels.owners[name] for name in variables if name in labels.owners]
            for name in (*functions, *owners):
                group = labels.groups.get(name)
                if group is not None:
                    wanted.update(group.functions)
                    tables.update(group.variables)
        return wanted, tables

    # -- functions -----------------------------------------------------------------------------------------------

    def import_inline(self, wanted: dict[str, None]) -> dict[str, None]:
        """Bring the bodies of callees that must be inlined (`alwaysinline`), theirs too; they are not emitted."""
        imported: dict[str, None] = {}
        must = self.slicer.inline_groups
        seen = 0
        while must and seen < len(self.names):
            tokens = list(self.names)[seen:]
            seen += len(tokens)
            for name in map(name_of, tokens):
                start = self.index.functions.get(name, -1)
                if start < 0:
                    start = self.index.available(name)
                if start < 0 or name in wanted or name in imported:
                    continue
                if must.intersection(GROUP.findall(self.index.line_at(start))):
                    imported[name] = None
                    self.function(name, start)
        return imported

    def function(self, name: str, imported_from: int = -1) -> None:
        start = imported_from if imported_from >= 0 else self.index.functions.get(name)
        self.define = "define available_externally" if imported_from >= 0 else "define dso_local"
        self.define_function(name, start)

    def define_function(self, name: str, start: int | None) -> None:
        if start is None:
            raise SymbolNotFound(f"the module does not define a function {name!r}")
        text = self.index.text
        raw = text[start : body_end(text, start) + 2]
        masked: list[str] = []
        if '"' in raw or _RISKY_COMMENT.search(raw) is not None:
            raw, masked = mask(raw)
        misplaced = _COLUMN_0.search(raw)
        if misplaced is not None:
            at = start + self.index.text[start:].find(raw[misplaced.start() : misplaced.start() + 40])
            raise NotCanonical(self.index.line_of(at + 1), self.index.line_at(at + 1), "inside a function")
        entity = self.index.entity(name)
        assert entity is not None
        body = self.strip(raw[raw.find("\n") :])
        header, strings = mask(self.header(entity))
        self.scan(header)
        self.scan(body)
        if self.index.has_unnamed:
            header = rename_unnamed(header)
            body = rename_unnamed(body)
        define = unmask(header, strings) + unmask(body, masked)
        if self.transform is not None and self.define == "define dso_local":
            define, lines = self.transform(name, define)
            for line in lines:
                (self.declares if line.startswith("declare ") else self.globals)[_declared(line)] = line
        self.bodies.append(define)

    def header(self, entity: Entity) -> str:
        """`define dso_local ... comdat ... {`."""
        tail = entity.tail
        if "comdat" in tail or "section " in tail or "partition " in tail:
            tail = _TAIL_PART.sub("", tail)
        tail = self.header_nodes(tail)
        if '"target-' in tail or " optnone" in tail:
            tail = self.slicer.rewrite_attributes(tail)
        own = " comdat" if self.define == "define dso_local" else ""
        if own:
            self.comdats.append(f"${emitted(entity.token)} = comdat any")
        before, after = split_tail(tail)
        if " uwtable" not in tail and not any(self.slicer.group(number)[1] for number in GROUP.findall(before)):
            before += " uwtable"
        return f"{self.define} {entity.type}{before}{own}{after} {{"

    def header_nodes(self, tail: str) -> str:
        if "!" not in tail:
            return tail
        kept = {"kcfi_type"}
        if self.debug != "none":
            kept.add("dbg")

        def keep(match: re.Match[str]) -> str:
            name = match.group(1)
            return match.group() if name in kept or (self.tbaa and name != "dbg") else ""

        return _HEADER_NODE.sub(keep, tail)

    def strip(self, body: str) -> str:
        """The body without the metadata that this partition does not carry."""
        if "uselistorder" in body:
            body = _USELIST.sub("\n", body)
        if "!" not in body:
            return body
        if self.debug != "full":
            if "#dbg_" in body:
                body = _RECORD.sub("\n", body)
            if "@llvm.dbg." in body:
                body = _DEBUG_CALL.sub("\n", body)
            if self.debug == "none":
                body = _LOCATION.sub("", body)
        if not self.tbaa and body.count(", !") != body.count(", !dbg !"):
            body = _ATTACHMENT.sub("", body)
        if self.debug == "lines" and ", !dbg !" in body:
            every = not self.slicer.optnone
            body = self.slicer.metadata.lines.reduce(body, self.locations, self.nodes, every) or body
        return body

    def scan(self, text: str) -> None:
        """Note everything a masked text names."""
        self.names.update(dict.fromkeys(GLOBAL.findall(text)))
        known = self.index.types
        if known:
            self.types.update(known.keys() & set(self.slicer.local.findall(text)))
        self.groups.update(dict.fromkeys(GROUP.findall(text)))
        if "!" in text:
            self.nodes.update(map(int, set(NODE.findall(text))))

    def callees(self, wanted: dict[str, None]) -> tuple[str, ...]:
        functions = self.index.functions
        names = map(name_of, self.names)
        return tuple(dict.fromkeys(name for name in names if name in functions and name not in wanted))

    # -- data and declarations -----------------------------------------------------------------------------------

    def variable(self, name: str) -> None:
        entity = self.index.entity(name)
        if entity is None or entity.kind != "variable" or not entity.defined:
            raise SymbolNotFound(f"the module does not define a variable {name!r}")
        self.add_global(self.slicer.definition(entity, entity.token))

    def private_table(self, name: str) -> None:
        entity = self.index.entity(name)
        assert entity is not None
        text = self.slicer.definition(entity, entity.token)
        line = text.line.replace(" hidden ", " internal ", 1)
        self.own_tables[name] = None
        self.add_global(Piece(line, text.globals, text.types, text.groups))

    def pull(self, defined: dict[str, None], known: Container[str]) -> None:
        """Define the variables named so far, and by their initialisers, that are not known."""
        index, owners, names = self.index, self.slicer.labels.owners, self.names
        done = 0
        while done < len(names):
            fresh = list(names)[done:]
            done += len(fresh)
            for token in fresh:
                name = name_of(token)
                if name in index.aliases:
                    entity = index.entity(name)
                    name = (entity.aliasee if entity is not None else None) or name
                    token = token_of(name)
                if name not in index.variables or name in known or name in defined or name in owners:
                    continue
                if not self.slicer.is_copied(token):
                    defined[name] = None
                    self.variable(name)

    def add_global(self, text: Piece) -> None:
        self.definitions.append(text.line)
        self.types.update(text.types)
        self.names.update(dict.fromkeys(text.globals))

    def others(self, wanted: dict[str, None], defined: dict[str, None]) -> tuple[list[str], list[str]]:
        """Declare or copy what is named and not defined here: (constants copied, references)."""
        constants: list[str] = []
        references: dict[str, None] = {}
        slicer = self.slicer
        for token in self.names:
            name = name_of(token)
            if (name in wanted or name in defined or name in self.own_tables) and self.is_own_token(name, token):
                continue
            if slicer.is_copied(token):
                entity = slicer.entity_of(token)
                assert entity is not None
                copy = slicer.definition(entity, token)
                self.globals[token] = copy.line
                self.types.update(copy.types)
                constants.append(name)
                continue
            text = slicer.declaration(token)
            if text is None:
                continue  # a name in a comment, or LLVM will say that it is not defined
            (self.declares if text.line.startswith("declare") else self.globals)[token] = text.line
            self.types.update(text.types)
            self.groups.update(dict.fromkeys(text.groups))
            if not name.startswith("llvm.") and name not in wanted and name not in defined:
                references[name] = None
        return constants, list(references)

    def is_own_token(self, name: str, token: str) -> bool:
        """Whether the definition of `name` here is written with this token; `\\01` allows two tokens a name."""
        if not self.index.tokens:
            return True
        entity = self.index.entity(name)
        return entity is None or entity.token == token

    # -- metadata ------------------------------------------------------------------------------------------------

    def metadata(self) -> tuple[list[str], list[int]]:
        metadata = self.slicer.metadata
        lines, units = metadata.closure((*metadata.flags(), *self.nodes), self.debug, self.locations)
        if self.debug == "lines" and units:
            lines += metadata.type_lines()
        for position, line in enumerate(lines):
            if "@" in line:
                self.names.update(dict.fromkeys(self.slicer.tokens_in(line)))
                if self.index.has_unnamed:
                    lines[position] = rename_unnamed(line)
        return lines, units

    # -- text ----------------------------------------------------------------------------------------------------

    def parts(self, node_lines: list[str], units: list[int], bodies: tuple[str, ...]) -> _Parts:
        slicer = self.slicer
        closures = [slicer.type_closure(token) for token in self.types]
        parts = _Parts()
        parts.types = frozenset().union(*closures) if closures else frozenset()
        parts.comdats, parts.definitions, parts.globals = self.comdats, self.definitions, self.globals
        parts.declares, parts.groups, parts.nodes, parts.units = self.declares, self.groups, node_lines, units
        parts.bodies = dict(zip(bodies, self.bodies, strict=True))
        return parts


class _Parts:
    """The lines of a partition by their kind."""

    __slots__ = ("bodies", "comdats", "declares", "definitions", "globals", "groups", "nodes", "types", "units")

    types: frozenset[str]
    comdats: list[str]
    definitions: list[str]  # of variables
    globals: dict[str, str]  # token -> declaration of a variable, or copy of a constant
    declares: dict[str, str]  # token -> declaration of a function
    bodies: dict[str, str]
    groups: dict[str, None]
    nodes: list[str]
    units: list[int]

    def text(self, slicer: Slicer) -> str:
        parts = [slicer.head]
        parts += [slicer.type_line(token) + "\n" for token in sorted(self.types)]
        for lines in (
            self.comdats,
            self.definitions,
            self.globals.values(),
            self.declares.values(),
            self.bodies.values(),
        ):
            if lines:
                parts.append("\n".join(lines) + "\n")
        parts += [slicer.group(number)[0] + "\n" for number in self.groups]
        parts.append(_listed("llvm.dbg.cu", self.units))
        parts.append(_listed("llvm.module.flags", slicer.metadata.flags()))
        if self.nodes:
            parts.append("\n".join(self.nodes) + "\n")
        return "".join(parts)


def _declared(line: str) -> str:
    """The token of the global that a line is about; the line itself if it is about none."""
    match = GLOBAL.search(line)
    return line if match is None else match.group(1)


def merge(
    partitions: Sequence[Partition],
    target_attributes: tuple[str, str] | None = None,
    optnone: bool = True,
    slots: bool = False,
) -> Partition:
    """One partition that defines all that several do, of one index, made with the same options."""
    index = partitions[0].index
    slicer = slicer_of(index, target_attributes, optnone, slots)
    functions = dict.fromkeys(name for p in partitions for name in p.functions)
    variables = dict.fromkeys(name for p in partitions for name in p.variables)
    parts = _Parts()
    made = [p.parts for p in partitions if p.parts is not None]
    parts.types = frozenset().union(*(m.types for m in made))
    parts.comdats = list(dict.fromkeys(line for m in made for line in m.comdats))
    parts.definitions = list(dict.fromkeys(line for m in made for line in m.definitions))
    parts.groups = {number: None for m in made for number in m.groups}
    parts.nodes = list(dict.fromkeys(line for m in made for line in m.nodes))
    parts.units = list(dict.fromkeys(unit for m in made for unit in m.units))

    def elsewhere(token: str) -> bool:
        """Whether a declared name is not among what is defined here (with this very token: see `is_own_token`)."""
        name = name_of(token)
        entity = index.entity(name) if name in functions or name in variables else None
        return entity is None or entity.token != token

    parts.globals = {token: line for m in made for token, line in m.globals.items() if elsewhere(token)}
    parts.declares = {token: line for m in made for token, line in m.declares.items() if elsewhere(token)}
    parts.bodies = {}
    for m, p in zip(made, partitions, strict=True):  # a body that others import may be defined by one
        parts.bodies.update((name, body) for name, body in m.bodies.items() if name in p.functions)
    for m in made:
        for name, body in m.bodies.items():
            parts.bodies.setdefault(name, body)
    segments = {name: offset for p in partitions for name, offset in p.segments}
    return Partition(
        index,
        slicer,
        tuple(functions),
        tuple(variables),
        frozenset().union(*(p.constants for p in partitions)),
        tuple(dict.fromkeys(r for p in partitions for r in p.references if r not in functions and r not in variables)),
        tuple(dict.fromkeys(c for p in partitions for c in p.callees if c not in functions)),
        frozenset().union(*(p.labels_escape for p in partitions)),
        tuple((name, segments[name]) for name in parts.bodies),
        tuple(name for name in parts.bodies if name not in functions),
        parts,
    )


def _listed(name: str, numbers: Sequence[int]) -> str:
    return f"!{name} = !{{{', '.join(f'!{n}' for n in numbers)}}}\n" if numbers else ""
