"""What one line says of a global: parsed when asked for, without `re`.

    @x = internal thread_local unnamed_addr constant [4 x i8] c"abc\\00", section "s", comdat($c), align 1, !dbg !5
    |    |                                  |        |        |                                        |
    |    modifiers                          kind     type     initialiser (its end is found when asked) tail
    @a = weak alias i32 (i32), ptr @f
    define internal fastcc i32 @f(i32 %0) unnamed_addr #0 comdat personality ptr @p !dbg !7 {
           modifiers|signature           |tail

The order of the modifiers is fixed by LLVM's parser, so everything after them can be copied as it stands.
"""

from __future__ import annotations

from rejit.errors import InvalidIR
from rejit.ir.grammar import (
    LINKAGES,
    PREEMPTION,
    STORAGE,
    UNNAMED_ADDR,
    VISIBILITIES,
)
from rejit.ir.names import name_of, token_end, tokens_in, unescape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.index import ModuleIndex

_OPEN = "([{<"
_CLOSE = ")]}>"


class Entity:
    """One global of a module.

    kind: 'function', 'variable', 'alias' or 'ifunc'. `defined` is False for `available_externally`: the definition that
    counts is elsewhere. `linkage` is '' for plain external. `thread_local` is '' or the modifier as written.
    `type` is the value type of a variable, alias or ifunc; of a function, all from its calling convention to the `)`.
    `comdat` is the comdat's ELF name or None. `align` is 0 where not given.
    """

    __slots__ = (
        "_init_end",
        "_size",
        "align",
        "comdat",
        "constant",
        "defined",
        "end",
        "externally_initialized",
        "header",
        "index",
        "init",
        "kind",
        "linkage",
        "modifiers",
        "name",
        "offset",
        "section",
        "tail",
        "thread_local",
        "token",
        "type",
        "unnamed_addr",
        "visibility",
    )

    index: ModuleIndex
    kind: str
    name: str
    token: str
    offset: int
    end: int
    header: str
    defined: bool
    linkage: str
    visibility: str
    thread_local: str
    unnamed_addr: str
    constant: bool
    externally_initialized: bool
    modifiers: str
    type: str
    init: int
    tail: str
    comdat: str | None
    section: str
    align: int
    _size: int
    _init_end: int

    def __init__(self, index: ModuleIndex, name: str, offset: int) -> None:
        self.index = index
        self.name = name
        self.offset = offset
        self.end = index.text.find("\n", offset)
        self.header = index.text[offset : self.end]
        self.linkage = self.visibility = self.thread_local = self.unnamed_addr = self.modifiers = ""
        self.constant = self.externally_initialized = False
        self.defined = True
        self.type = self.tail = self.section = ""
        self.comdat = None
        self.align = 0
        self.init = -1
        self._size = self._init_end = -1

    def __repr__(self) -> str:
        words = ("" if self.defined else "declared", self.linkage, self.kind, self.name)
        return f"<{' '.join(word for word in words if word)}>"

    @property
    def address_significant(self) -> bool:
        """Whether a program may tell two globals apart by their addresses."""
        return self.unnamed_addr != "unnamed_addr"

    @property
    def local(self) -> bool:
        """Whether the name is this module's own."""
        return self.linkage in ("private", "internal")

    @property
    def interposable(self) -> bool:
        """Whether another module's definition may take this one's place."""
        return self.linkage in ("weak", "weak_odr", "linkonce", "linkonce_odr", "common", "extern_weak")

    @property
    def size_estimate(self) -> int:
        """Bytes of a variable (natural layout of 64-bit machines); 0 where the type has no known size."""
        if self._size < 0:
            self._size = _size_of(self.index, self.type) if self.kind == "variable" else 0
        return self._size

    @property
    def initializer(self) -> str:
        """The initialiser's text, `''` for a declaration."""
        if self.init < 0:
            return ""
        return self.header[self.init : self.init_end]

    @property
    def init_end(self) -> int:
        """Where in `header` the initialiser ends. O(initialiser)."""
        if self._init_end < 0:
            try:
                self._init_end = _value_end(self.header, self.init) if self.init >= 0 else len(self.header)
            except ValueError as error:
                raise _malformed(self, error) from None
        return self._init_end

    @property
    def aliasee(self) -> str | None:
        """The ELF name an alias stands for, or an ifunc's resolver; None for other kinds."""
        if self.kind not in ("alias", "ifunc"):
            return None
        tokens = tokens_in(self.header[self.init :])
        return name_of(tokens[0]) if tokens else None

    @property
    def aliasee_offset(self) -> int | None:
        """Bytes from the aliasee to the alias; None where the expression is none that rejit can compute."""
        from rejit.ir.constant import offset_in

        return offset_in(self.index, self.header[self.init :].strip())


def parse_entity(index: ModuleIndex, name: str, offset: int) -> Entity:
    """The entity whose line begins at `offset`. InvalidIR if the line is damaged beyond what `build` looks at."""
    entity = Entity(index, name, offset)
    try:
        if index.text.startswith("@", offset):
            _parse_global(entity)
        else:
            _parse_function(entity)
    except (ValueError, IndexError) as error:
        raise _malformed(entity, error) from None
    return entity


def _malformed(entity: Entity, error: Exception) -> InvalidIR:
    line = entity.index.line_of(entity.offset)
    return InvalidIR(f"line {line}: {error or 'malformed'}\n    {entity.header[:160]}")


def _parse_global(entity: Entity) -> None:
    header = entity.header
    end = token_end(header, 1)
    entity.token = header[1:end]
    pos = end + 3
    while True:
        space = header.index(" ", pos)
        word = header[pos:space]
        if word in ("global", "constant", "alias", "ifunc"):
            break
        _modifier(entity, word)
        pos = space + 1
    entity.modifiers = header[end + 3 : pos]
    entity.kind = word if word in ("alias", "ifunc") else "variable"
    entity.constant = word == "constant"
    start = space + 1
    stop = type_end(header, start)
    entity.type = header[start:stop]
    if entity.kind != "variable":
        entity.init = header.index(", ", stop) + 2
        return
    if entity.defined or entity.linkage == "available_externally":
        if not header.startswith(" ", stop):
            raise ValueError("a definition without an initialiser")
        entity.init = stop + 1
    _variable_tail(entity, stop)


def _modifier(entity: Entity, word: str) -> None:
    if word in LINKAGES:
        if word != "external":
            entity.linkage = word
        if word in ("external", "extern_weak", "available_externally"):
            entity.defined = False
    elif word in VISIBILITIES:
        entity.visibility = "" if word == "default" else word
    elif word.startswith("thread_local"):
        entity.thread_local = word
    elif word in UNNAMED_ADDR:
        entity.unnamed_addr = word
    elif word == "externally_initialized":
        entity.externally_initialized = True


def _variable_tail(entity: Entity, stop: int) -> None:
    """Section, comdat, alignment. They follow the initialiser; most variables have the alignment only."""
    header = entity.header
    mark = header.rfind(", align ")
    if mark >= 0 and '"' not in header[mark:]:
        digits = header[mark + 8 :].split(",")[0].split(" ")[0]
        entity.align = int(digits) if digits.isdigit() else 0
    if ", section " in header or ", comdat" in header or ", code_model " in header:
        tail = header[entity.init_end if entity.init >= 0 else stop :]
        entity.tail = tail
        mark = tail.find(', section "')
        if mark >= 0:
            entity.section = unescape(tail[mark + 11 : tail.index('"', mark + 11)])
        entity.comdat = _comdat(entity, tail)


def _comdat(entity: Entity, tail: str) -> str | None:
    """The comdat in the attributes after an initialiser or a function's parameters."""
    pos = 0
    while True:
        mark = tail.find("comdat", pos)
        quote = tail.find('"', pos, mark if mark >= 0 else None)
        if mark < 0:
            return None
        if quote >= 0:
            pos = tail.index('"', quote + 1) + 1
        elif tail.startswith("comdat($", mark):
            return name_of(tail[mark + 8 : token_end(tail, mark + 8)])
        else:
            return entity.name


def _parse_function(entity: Entity) -> None:
    header = entity.header
    entity.kind = "function"
    pos = header.index(" ") + 1
    entity.defined = header.startswith("define")
    while header.startswith("!", pos):  # `declare !dbg !5 void @f()`
        pos = header.index(" ", header.index(" ", pos) + 1) + 1
    start = pos
    while True:
        space = header.index(" ", pos)
        word = header[pos:space]
        if word in LINKAGES or word in VISIBILITIES:
            _modifier(entity, word)
        elif word not in PREEMPTION and word not in STORAGE:
            break
        pos = space + 1
    if header.startswith("declare"):
        entity.defined = False
    entity.modifiers = header[start:pos]
    name = find_sigil(header, pos)
    end = token_end(header, name + 1)
    entity.token = header[name + 1 : end]
    close = matching(header, end)
    entity.type = header[pos:close]
    entity.tail = header[close:].removesuffix("{").rstrip()
    if "unnamed_addr" in entity.tail:
        entity.unnamed_addr = "local_unnamed_addr" if "local_unnamed_addr" in entity.tail else "unnamed_addr"
    if " comdat" in entity.tail:
        entity.comdat = _comdat(entity, entity.tail)
    mark = entity.tail.find(' section "')
    if mark >= 0:
        entity.section = unescape(entity.tail[mark + 10 : entity.tail.index('"', mark + 10)])


# -- scanning ----------------------------------------------------------------------------------------------------


def find_sigil(text: str, pos: int) -> int:
    """The first `@` at or after `pos` outside strings. ValueError if there is none."""
    while True:
        at = text.index("@", pos)
        quote = text.find('"', pos, at)
        if quote < 0:
            return at
        pos = text.index('"', quote + 1) + 1


def matching(text: str, pos: int) -> int:
    """The offset after the bracket that closes the one at `pos`. ValueError if there is none."""
    if text.startswith("(", pos):
        end = _closing_parenthesis(text, pos)
        if end:
            return end
    depth = 0
    size = len(text)
    if text[pos] not in _OPEN:
        raise ValueError(f"expected a bracket at column {pos + 1}")
    while pos < size:
        c = text[pos]
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth -= 1
            if not depth:
                return pos + 1
        elif c == '"':
            pos = text.index('"', pos + 1)
        pos += 1
    raise ValueError("a bracket is not closed")


def _closing_parenthesis(text: str, pos: int) -> int:
    """The offset after the `)` that closes the `(` at `pos`; 0 where strings or other brackets may mislead. A few
    searches, where `matching` looks at every character: most calls are for a function's parameters."""
    end = pos
    unclosed = 0
    while True:
        start, end = end, text.find(")", end) + 1
        if not end:
            return 0
        unclosed += text.count("(", start, end) - 1
        if not unclosed:
            return 0 if any(text.find(c, pos, end) >= 0 for c in '"[]{}<>') else end


def type_end(text: str, pos: int) -> int:
    """The offset after the type that begins at `pos`. A function type includes its parameters."""
    c = text[pos]
    if c in "[{<":
        pos = matching(text, pos)
    elif c == "%":
        pos = token_end(text, pos + 1)
    else:
        start = pos
        while pos < len(text) and (text[pos].isalnum() or text[pos] == "_"):
            pos += 1
        if pos == start:
            raise ValueError(f"expected a type at column {pos + 1}")
        if text.startswith("(", pos):  # target("...")
            pos = matching(text, pos)
    if text.startswith(" addrspace(", pos):
        pos = matching(text, pos + 10)
    if text.startswith(" (", pos):
        pos = matching(text, pos + 1)
    return pos


def _value_end(text: str, pos: int) -> int:
    """The offset after the constant that begins at `pos`: up to the comma that is in no bracket, or the attributes."""
    if text.startswith('c"', pos):
        return text.index('"', pos + 2) + 1
    size = len(text)
    while pos < size:
        c = text[pos]
        if c in _OPEN:
            pos = closing(text, pos)
            continue
        if c == ",":
            return pos
        if c == '"':
            pos = text.index('"', pos + 1)
        elif c == "#" and text[pos - 1] == " " and text[pos + 1 : pos + 2].isdigit():
            return pos - 1
        pos += 1
    return size


def closing(text: str, pos: int) -> int:
    """As `matching`, for long initialisers: bracket by bracket with `find` instead of character by character."""
    import re

    depth = 0
    for match in re.compile(r'"[^"]*"|[\[{(<]|[\]})>]').finditer(text, pos):
        c = match.group()[0]
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth -= 1
            if not depth:
                return match.end()
    raise ValueError("a bracket is not closed")


def _size_of(index: ModuleIndex, kind: str) -> int:
    if kind[0] == "[" and kind.endswith(" x i8]"):
        digits = kind[1:-6]
        if digits.isdigit():
            return int(digits)
    from rejit.ir.types import parse_type, size_of

    try:
        return size_of(parse_type(kind, index.type_body))
    except InvalidIR:
        return 0
