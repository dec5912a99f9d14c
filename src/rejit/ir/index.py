"""Where every top-level entity of a module lies in its text.

LLVM's printer writes one top-level entity a line, and a function from `define` to a `}` in column 0:

    ; ModuleID = 'a.c'
    source_filename = "a.c"
    target datalayout = "e-m:e-..."
    %struct.S = type { ptr, i32 }                 types
    $f = comdat any                               comdats
    @x = internal global i32 0, align 4           variables, aliases, ifuncs
    define i32 @f() #0 !dbg !7 {                  functions: define, body, }
      ret i32 0
    }
    declare i32 @g(ptr) #1
    attributes #0 = { nounwind }                  attribute groups
    !llvm.module.flags = !{!0}                    named metadata
    !0 = !{i32 1, !"wchar_size", i32 4}           numbered metadata, consecutive, last

So one pass with `str.find` suffices to know where each lies, and the rest of rejit copies slices. `build` accepts a
text only when every top-level line is of a known form (`ir/grammar.py`); what stands inside a body is looked at when
the function is needed (`ir/partition.py`), except for what could hide another definition.

Two regions are not walked line by line, because they are most of the text:

* A body's end is the next `}` that follows a newline. A single-character search is `memchr`, twenty times as fast as
  a search for two characters, so it is tried first; bodies with many braces of their own take the slower search.
* Numbered metadata (two thirds of a `-g` text) is sampled: every `SAMPLE` characters one (number, offset) pair, and
  between two samples there must be as many lines as numbers. `ir/metadata.py` finds a node from that.

The index is what the program's process sends to its workers, so it is plain dictionaries of offsets, and `marshal`
moves it. It names no machine. No `re`: importing it costs more than indexing a megabyte.
"""

from __future__ import annotations

import marshal

from rejit.ir.entity import Entity, parse_entity
from rejit.ir.grammar import body_end
from rejit.ir.names import name_of, token_of, tokens_in, unescape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FORMAT = 1

# What `dump` writes, in this order.
_FIELDS = (
    "triple",
    "datalayout",
    "source",
    "functions",
    "variables",
    "aliases",
    "ifuncs",
    "declarations",
    "special",
    "tokens",
    "types",
    "attributes",
    "comdats",
    "named_metadata",
    "module_asm_offsets",
    "metadata_region",
    "metadata_count",
    "metadata_numbers",
    "metadata_offsets",
    "labels",
    "has_unnamed",
)


class ModuleIndex:
    """Offsets into `text`. Keys of the entity dictionaries are ELF names; see `ir/names.py`."""

    text: str
    triple: str
    datalayout: str
    source: str
    functions: dict[str, int]  # defined functions -> offset of `define`
    variables: dict[str, int]  # defined variables -> offset of `@`
    aliases: dict[str, int]
    ifuncs: dict[str, int]
    declarations: dict[str, int]  # declared functions, external variables, available_externally of both
    special: dict[str, int]  # llvm.global_ctors, llvm.used and their like (appending linkage)
    tokens: dict[str, int]  # tokens in quotes -> offset: the ELF name alone may not lead back to the line
    types: dict[str, int]  # token of `%token = type ...` -> offset
    attributes: dict[str, int]  # number of the group -> offset
    comdats: dict[str, int]
    named_metadata: dict[str, int]
    module_asm_offsets: list[int]
    metadata_region: tuple[int, int]  # of the numbered nodes
    metadata_count: int
    metadata_numbers: list[int]  # the samples: node number ...
    metadata_offsets: list[int]  # ... and its offset
    labels: list[int]  # offsets of every `blockaddress`
    has_unnamed: bool  # `@0` occurs: partitions must rename

    def __init__(self, text: str) -> None:
        self.text = text
        self.origin: tuple[str, tuple[int, ...]] | None = None  # the file whose whole content the text is
        self.triple = self.datalayout = self.source = ""
        for field in ("functions", "variables", "aliases", "ifuncs", "declarations", "special", "tokens", "types"):
            setattr(self, field, {})
        for field in ("attributes", "comdats", "named_metadata"):
            setattr(self, field, {})
        self.module_asm_offsets = []
        self.metadata_region = (0, 0)
        self.metadata_count = 0
        self.metadata_numbers = []
        self.metadata_offsets = []
        self.labels = []
        self.has_unnamed = False
        self._entities: dict[str, Entity | None] = {}
        self.caches: dict[str, Any] = {}  # what other modules of `ir/` keep beside the index; never dumped

    @property
    def has_text(self) -> bool:
        """Whether the text is here, or in the file it came from."""
        return True

    # -- building ------------------------------------------------------------------------------------------------

    @classmethod
    def build(cls, text: str) -> ModuleIndex:
        """Index `text`. O(len(text)), at memory speed for bodies and metadata.

        Raises NotCanonical where a top-level line is not of the form LLVM prints, TypedPointers for LLVM <= 14's text,
        DuplicateSymbol when two definitions have one ELF name.
        """
        if text and not text.endswith("\n"):
            text += "\n"
        from rejit.ir.builder import Builder

        index = cls(text)
        Builder(index).run()
        return index

    def dump(self) -> bytes:
        """The index without its text, for `load` in another process of the same Python."""
        return marshal.dumps((_FORMAT, *(getattr(self, field) for field in _FIELDS)))

    @classmethod
    def load(cls, data: bytes, text: str) -> ModuleIndex:
        """The index that `dump` wrote for this very `text`."""
        if text and not text.endswith("\n"):
            text += "\n"
        index = cls(text)
        version, *values = marshal.loads(data)
        if version != _FORMAT or len(values) != len(_FIELDS):
            raise ValueError("an index of another version of rejit")
        for field, value in zip(_FIELDS, values, strict=True):
            setattr(index, field, value)
        return index

    # -- looking up ----------------------------------------------------------------------------------------------

    def entity(self, name: str) -> Entity | None:
        """What the module says of the global with that ELF name; a definition before a declaration. Cached."""
        try:
            return self._entities[name]
        except KeyError:
            pass
        offset = self._offset(name)
        found = None if offset is None else parse_entity(self, name, offset)
        self._entities[name] = found
        return found

    def forget(self, name: str) -> None:
        """Whoever asks for that entity next has it parsed again."""
        self._entities.pop(name, None)

    def _offset(self, name: str) -> int | None:
        for table in (self.functions, self.variables, self.aliases, self.ifuncs, self.declarations, self.special):
            offset = table.get(name)
            if offset is not None:
                return offset
        return None

    def type_body(self, name: str) -> str | None:
        """What stands after `%name = type`; None for a type the module does not define."""
        offset = self.types.get(name)
        if offset is None:
            offset = self.types.get(token_of(name))
        if offset is None:
            return None
        line = self.line_at(offset)
        return line[line.index(" = type ") + 8 :]

    def line_at(self, offset: int) -> str:
        """The line that begins at `offset`, without its newline."""
        return self.text[offset : self.text.find("\n", offset)]

    def define_line(self, name: str) -> str:
        """The line that begins a defined function's text."""
        return self.line_at(self.functions[name])

    def line_of(self, offset: int) -> int:
        """The number, from 1, of the line that holds `offset`. O(offset): for messages."""
        return self.text.count("\n", 0, offset) + 1

    def function_end(self, start: int) -> int:
        """The offset after the `}` of the function whose `define` is at `start`."""
        return body_end(self.text, start) + 2

    def available(self, name: str) -> int:
        """The offset of an `available_externally` function; -1 if the name has no such body."""
        offset = self.declarations.get(name, -1)
        return offset if offset >= 0 and self.text.startswith("define available_externally ", offset) else -1

    def promote(self, name: str) -> bool:
        """Let an `available_externally` body, which counts as a declaration, serve as the definition it copies.

        For C++ templates whose instantiation no library exports after all. False if the name has no such body."""
        if name in self.functions:
            return True
        entity = self.entity(name)
        if entity is None or entity.kind != "function" or entity.linkage != "available_externally":
            return False
        self.functions[name] = self.declarations[name]
        return True

    def ctors(self) -> list[tuple[int, str, str | None]]:
        """`llvm.global_ctors`: (priority, function, associated data or None), in the order of the text."""
        return self._structors("llvm.global_ctors")

    def dtors(self) -> list[tuple[int, str, str | None]]:
        """`llvm.global_dtors`, as `ctors`."""
        return self._structors("llvm.global_dtors")

    def _structors(self, array: str) -> list[tuple[int, str, str | None]]:
        offset = self.special.get(array)
        if offset is None:
            return []
        found = []
        for chunk in self.line_at(offset).split("{ i32 ")[1:]:
            priority, _, rest = chunk.partition(",")
            names = [name_of(token) for token in tokens_in(rest)]
            if priority.isdigit() and names:
                found.append((int(priority), names[0], names[1] if len(names) > 1 else None))
        return found

    @property
    def used(self) -> list[str]:
        """Names in `llvm.used` and `llvm.compiler.used`."""
        names: dict[str, None] = {}
        for array in ("llvm.used", "llvm.compiler.used"):
            offset = self.special.get(array)
            if offset is not None:
                names.update(dict.fromkeys(map(name_of, tokens_in(self.line_at(offset))[1:])))
        return list(names)

    @property
    def module_asm(self) -> list[str]:
        """The module's inline assembly, line by line, as the assembler is to see it."""
        return [unescape(self.line_at(offset)[12:-1]) for offset in self.module_asm_offsets]
