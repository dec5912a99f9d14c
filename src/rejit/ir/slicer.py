"""What is known of a module so far: the caches that every partition of it shares.

The declaration of each global, the closure of each named type, each attribute group rewritten for the target: made when
first needed, kept for the life of the process. They make a partition's cost that of its own text.
"""

from __future__ import annotations

import re

from rejit.errors import InvalidIR
from rejit.ir.entity import Entity
from rejit.ir.labels import labels_of
from rejit.ir.metadata import metadata_of
from rejit.ir.names import escape, name_of
from rejit.ir.text import (
    GLOBAL,
    GROUP,
    LOCAL,
    LOCAL_OR_NUMBER,
    emitted,
    function_type,
    mask,
    rename_unnamed,
    split_tail,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.index import ModuleIndex

SMALL_CONSTANT = 4096  # bytes; larger constants are variables, of which there is one
LARGE_DATA = 1 << 30  # bytes; beyond this a variable is declared out of reach of 32-bit displacements

_CPU_ATTRIBUTE = re.compile(r' "(?:target-cpu|tune-cpu|target-features)"(?:="([^"]*)")?')
_FEATURES = re.compile(r' "target-features"="([^"]*)"')
_VARIABLE_ATTRIBUTE = re.compile(
    r', (?:partition "[^"]*"|comdat(?:\(\$(?:"[^"]*"|[^)]*)\))?|no_sanitize_address|no_sanitize_hwaddress'
    r'|sanitize_memtag|sanitize_address_dyninit|code_model "[^"]*"|![-a-zA-Z$._\\][-a-zA-Z$._\\0-9]* !\d+)| #\d+$'
)


def slicer_of(
    index: ModuleIndex, target_attributes: tuple[str, str] | None, optnone: bool, slots: bool = False
) -> Slicer:
    key = f"slicer {target_attributes} {optnone} {slots}"
    found = index.caches.get(key)
    if found is None:
        found = index.caches[key] = Slicer(index, target_attributes, optnone, slots)
    assert isinstance(found, Slicer)
    return found


class Piece:
    """A piece of IR ready to be copied, and what it names."""

    __slots__ = ("globals", "groups", "line", "nodes", "types")

    def __init__(self, line: str, names: tuple[str, ...], types: tuple[str, ...], groups: tuple[str, ...]) -> None:
        self.line = line
        self.globals = names  # tokens
        self.types = types
        self.groups = groups


class Slicer:
    """What is known of a module so far: caches that every partition of it shares."""

    def __init__(
        self, index: ModuleIndex, target_attributes: tuple[str, str] | None, optnone: bool, slots: bool
    ) -> None:
        self.index = index
        self.target_attributes = target_attributes
        self.optnone = optnone
        self.slots = slots
        self.labels = labels_of(index)
        self.metadata = metadata_of(index)
        self.local = LOCAL_OR_NUMBER if any(token.isdigit() for token in index.types) else LOCAL
        self.head = self._head()
        self._declarations: dict[str, Piece | None] = {}
        self._type_closures: dict[str, frozenset[str]] = {}
        self._type_lines: dict[str, str] = {}
        self._groups: dict[str, tuple[str, bool]] = {}
        self.inline_groups = self.find_inline_groups()
        self._copies: dict[str, bool] = {}

    def _head(self) -> str:
        head = ""
        if self.index.datalayout:
            head += f'target datalayout = "{escape(self.index.datalayout)}"\n'
        if self.index.triple:
            head += f'target triple = "{escape(self.index.triple)}"\n'
        return head

    # -- names ---------------------------------------------------------------------------------------------------

    def names_in(self, text: str) -> list[str]:
        """ELF names in a constant, in order, each once."""
        return [name_of(token) for token in self.tokens_in(text)]

    def tokens_in(self, text: str) -> list[str]:
        if "@" not in text:
            return []
        if '"' in text:
            text = mask(text)[0]
        return list(dict.fromkeys(GLOBAL.findall(text)))

    def types_in(self, text: str) -> tuple[str, ...]:
        known = self.index.types
        if not known or "%" not in text:
            return ()
        return tuple(known.keys() & set(self.local.findall(text)))

    def entity_of(self, token: str) -> Entity | None:
        return self.index.entity(name_of(token))

    # -- types ---------------------------------------------------------------------------------------------------

    def type_closure(self, token: str) -> frozenset[str]:
        """The type and all named types it contains."""
        found = self._type_closures.get(token)
        if found is None:
            closure: set[str] = set()
            pending = [token]
            while pending:
                one = pending.pop()
                if one not in closure:
                    closure.add(one)
                    pending.extend(self.types_in(self.type_line(one).partition(" = ")[2]))
            found = self._type_closures[token] = frozenset(closure)
        return found

    def type_line(self, token: str) -> str:
        line = self._type_lines.get(token)
        if line is None:
            line = self._type_lines[token] = self.index.line_at(self.index.types[token])
        return line

    # -- attribute groups ----------------------------------------------------------------------------------------

    def find_inline_groups(self) -> frozenset[str]:
        """Numbers of the attribute groups that say a function must be inlined."""
        lines = ((number, self.index.line_at(offset)) for number, offset in self.index.attributes.items())
        return frozenset(number for number, line in lines if " alwaysinline" in line)

    def group(self, number: str) -> tuple[str, bool]:
        """(`attributes #N = {...}` rewritten, whether it has `uwtable`)."""
        found = self._groups.get(number)
        if found is None:
            offset = self.index.attributes.get(number)
            if offset is None:
                raise InvalidIR(f"attribute group #{number} is used but not defined")
            line = self.rewrite_attributes(self.index.line_at(offset))
            found = self._groups[number] = (line, " uwtable" in line)
        return found

    def rewrite_attributes(self, line: str) -> str:
        if '"target-' in line or '"tune-cpu"' in line:
            own = _FEATURES.search(line)
            line = _CPU_ATTRIBUTE.sub("", line)
            if self.target_attributes is not None and line.endswith("}"):
                cpu, features = self.target_attributes
                if own is not None and own.group(1):
                    features = f"{features},{own.group(1)}" if features else own.group(1)
                line = f'{line[:-1]}"target-cpu"="{cpu}" "target-features"="{features}" }}'
        if not self.optnone and " optnone" in line:
            line = line.replace(" optnone", "", 1).replace(" noinline", "", 1)
        if line.endswith("= { }"):  # which LLVM's parser does not take
            line = f'{line[:-1]}"rejit" }}'
        return line

    # -- declarations --------------------------------------------------------------------------------------------

    def declaration(self, token: str) -> Piece | None:
        """The global as another partition sees it; None if the module does not know it."""
        try:
            return self._declarations[token]
        except KeyError:
            pass
        entity = self.entity_of(token)
        line = None if entity is None else self._declare(entity, token)
        found = self._declarations[token] = None if line is None else self._text(line)
        return found

    def _text(self, line: str) -> Piece:
        bare = mask(line)[0] if '"' in line else line
        groups = tuple(GROUP.findall(bare)) if "#" in bare else ()
        return Piece(line, (), self.types_in(bare), groups)

    def _declare(self, entity: Entity, token: str) -> str:
        name = f"@{emitted(token)}"
        if entity.kind == "function":
            return self._declare_function(entity, name)
        if entity.kind == "variable":
            return self._declare_variable(entity, name)
        call = function_type(entity.type)
        if call is not None:
            return f"declare dso_local {call[0]} {name}{call[1]}"
        local = "" if entity.thread_local else "dso_local "
        thread = "thread_local " if entity.thread_local else ""
        return f"{name} = external {local}{thread}global {entity.type}"

    def _declare_function(self, entity: Entity, name: str) -> str:
        start = entity.type.index("@" + entity.token)
        signature = f"{entity.type[:start]}{name}{entity.type[start + 1 + len(entity.token) :]}"
        if name.startswith("@llvm."):
            return f"declare {signature}"
        weak = "extern_weak " if entity.linkage == "extern_weak" else ""
        local = "dso_local " if entity.defined else ""
        tail = entity.tail
        if entity.defined or "!" in tail or '"' in tail or len(tail) > 40:
            tail = split_tail(tail)[0]
        if entity.defined and self.slots:
            # Called through the word that says where it leads, instead of a call of its stub.
            return f"declare {signature}{tail} nonlazybind"
        return f"declare {weak}{local}{signature}{tail}"

    def _declare_variable(self, entity: Entity, name: str) -> str:
        parts = ["extern_weak" if entity.linkage == "extern_weak" else "external"]
        if entity.thread_local:
            parts.append("thread_local")
        elif entity.defined:
            parts.append("dso_local")
        if entity.unnamed_addr:
            parts.append(entity.unnamed_addr)
        parts += [word for word in entity.modifiers.split(" ") if word.startswith("addrspace(")]
        if entity.externally_initialized:
            parts.append("externally_initialized")
        parts.append("constant" if entity.constant else "global")
        align = f", align {entity.align}" if entity.align else ""
        large = ', code_model "large"' if entity.size_estimate > LARGE_DATA else ""
        return f"{name} = {' '.join(parts)} {entity.type}{large}{align}"

    # -- definitions of variables --------------------------------------------------------------------------------

    def is_copied(self, token: str) -> bool:
        """Whether the global is a small constant whose address nobody can tell from a copy's."""
        found = self._copies.get(token)
        if found is None:
            entity = self.entity_of(token)
            found = self._copies[token] = (
                entity is not None
                and entity.kind == "variable"
                and entity.constant
                and entity.local
                and entity.defined
                and not entity.address_significant
                and not entity.thread_local
                and len(entity.header) < 8 * SMALL_CONSTANT
                and not entity.section
                and entity.size_estimate <= SMALL_CONSTANT
                and not self.tokens_in(entity.initializer)
            )
        return found

    def definition(self, entity: Entity, token: str) -> Piece:
        """A variable's definition.

        Hidden, not `dso_local`: for the latter LLVM makes references name the section (through a `.Lname$local`)
        instead of the variable. Thread-local ones are neither, so that they stay general-dynamic.
        """
        parts = ["thread_local" if entity.thread_local else "hidden"]
        if entity.unnamed_addr:
            parts.append(entity.unnamed_addr)
        parts += [word for word in entity.modifiers.split(" ") if word.startswith("addrspace(")]
        if entity.externally_initialized:
            parts.append("externally_initialized")
        parts.append("constant" if entity.constant else "global")
        initializer = entity.initializer
        tail = _VARIABLE_ATTRIBUTE.sub("", entity.header[entity.init_end :])
        if entity.size_estimate > LARGE_DATA:
            tail = f', code_model "large"{tail}' if not entity.section else f"{tail}"
        bare = mask(initializer)[0] if '"' in initializer else initializer
        names = tuple(dict.fromkeys(GLOBAL.findall(bare))) if "@" in bare else ()
        if self.index.has_unnamed and names:
            initializer = rename_unnamed(initializer)
        line = f"@{emitted(token)} = {' '.join(parts)} {entity.type} {initializer}{tail}"
        return Piece(line, names, self.types_in(f"{entity.type} {bare}"), ())
