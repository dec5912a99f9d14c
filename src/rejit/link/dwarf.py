"""Line tables: from the debug sections that a code piece carries (`pieces.with_debug`) to addresses, lines and files.

Read only when somebody asks: a profiler, a crash. Sources: DWARF 5, section 6.2; DWARF 4 and older, the same section.

    .debug_line    header, directories, files, then a program for a machine with these registers:
                       address, file, line; a row of the table each time an instruction says so
"""

from __future__ import annotations

from struct import unpack_from

from rejit.arch import target_types
from rejit.arch.relocation import ABSOLUTE
from rejit.errors import BadObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    Debug = Iterable[tuple[str, bytes, tuple[tuple[int, int, str, int], ...]]]

# Forms of the entries in the file tables (DWARF 5, 7.5.6): what LLVM writes there.
STRING, LINE_STRP, STRP, UDATA, DATA16 = 0x08, 0x1F, 0x0E, 0x0F, 0x1E
FIXED = {0x0B: 1, 0x05: 2, 0x06: 4, 0x07: 8, DATA16: 16}  # form -> bytes
PATH, DIRECTORY = 1, 2  # content types
COPY, ADVANCE_PC, ADVANCE_LINE, SET_FILE, CONST_ADD_PC, FIXED_ADVANCE_PC = 1, 2, 3, 4, 8, 9
END_SEQUENCE, SET_ADDRESS = 1, 2  # extended
END = -1
FORMATS = {1: "<B", 2: "<H", 4: "<I", 8: "<Q"}


class LineTable:
    """What line the code at an address was made from.

    rows   (address, line, number of its file), by address: each holds up to the next one. Line 0: the compiler's own
           code, END: behind the last function
    files  (directory, name) by number. The directory is "" for a name as the compiler was given it
    """

    __slots__ = ("files", "rows")

    def __init__(self) -> None:
        self.rows: list[tuple[int, int, int]] = []
        self.files: dict[int, tuple[str, str]] = {}

    def at(self, address: int) -> tuple[str, int] | None:
        """File and line of the instruction that holds an address, or of what precedes it, if it has none of its own;
        None if that is not known either."""
        best = None
        for row in self.rows:
            if row[0] > address:
                break
            if row[1]:
                best = row
        return None if best is None or best[1] == END else (self.path(best[2], whole=False), best[1])

    def path(self, number: int, whole: bool = True) -> str:
        """A file's path; unless `whole`, without the directory that the compiler ran in."""
        directory, name = self.files.get(number, ("", "?"))
        root = self.files.get(0, ("", ""))[0]
        if name.startswith("/") or not directory or (directory == root and not whole):
            return name
        return f"{directory}/{name}"


def relocated(debug: Debug, addresses: Mapping[str, int]) -> dict[str, bytearray]:
    """The debug sections with addresses in them; what names something unknown stays 0. Each has its own address 0."""
    fields, sections = target_types().FIELDS, dict[str, bytearray]()
    for name, content, relocations in debug:
        buffer = sections[name] = bytearray(content)
        for offset, number, symbol, addend in relocations:
            kind, write = fields[number]
            base = 0 if symbol.startswith("\0") else addresses.get(symbol)
            if kind == ABSOLUTE and base is not None:
                write(buffer, offset, base + addend)
    return sections


def line_table(sections: Mapping[str, bytearray]) -> LineTable:
    """The line table of relocated sections: empty if there is none. BadObject if it makes no sense."""
    table = LineTable()
    try:
        at, data = 0, sections.get(".debug_line", bytearray())
        while at < len(data):
            at = _Unit(sections, table, at).run()
    except (IndexError, KeyError, ValueError, ZeroDivisionError) as error:
        raise BadObject(f".debug_line makes no sense: {error}") from None
    table.rows.sort(key=lambda row: row[0])  # stable: at one address the last one counts
    return table


class _Reader:
    """A place in a section."""

    __slots__ = ("at", "data")

    def __init__(self, data: bytearray, at: int) -> None:
        self.data = data
        self.at = at

    def number(self, size: int) -> int:
        """A number of 1, 2, 4 or 8 bytes; of others, what they are is of no interest."""
        self.at += size
        if self.at > len(self.data):
            raise IndexError("it ends too early")
        form = FORMATS.get(size)  # a slice would leave an address in free memory
        return 0 if form is None else int(unpack_from(form, self.data, self.at - size)[0])

    def leb(self, signed: bool = False) -> int:
        value = shift = 0
        while True:
            byte = self.number(1)
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value - (1 << shift) if signed and byte & 64 else value

    def string(self) -> str:
        start, self.at = self.at, self.data.index(0, self.at) + 1
        return self.data[start : self.at - 1].decode("utf-8", "replace")


class _Unit(_Reader):
    """One line-number program."""

    __slots__ = ("end", "lengths", "line_base", "line_range", "offset_size", "opcode_base", "sections", "step", "table")

    def __init__(self, sections: Mapping[str, bytearray], table: LineTable, at: int) -> None:
        super().__init__(sections[".debug_line"], at)
        self.sections = sections
        self.table = table
        length = self.number(4)
        self.offset_size = 4
        if length == 0xFFFFFFFF:
            length, self.offset_size = self.number(8), 8
        self.end = self.at + length
        version = self.number(2)
        if not 2 <= version <= 5:
            raise ValueError(f"version {version}")
        if version >= 5:
            self.at += 2  # sizes of an address and of a segment
        program = self.number(self.offset_size)
        program += self.at
        self.step = self.number(1)
        self.at += 1 if version < 4 else 2  # operations an instruction; is_stmt at the begin
        base = self.number(1)
        self.line_base = base - 256 if base > 127 else base
        self.line_range = self.number(1)
        self.opcode_base = self.number(1)
        self.lengths = [self.number(1) for _ in range(self.opcode_base - 1)]
        if version >= 5:
            directories = [fields.get(PATH, "") for fields in self._entries()]
            for number, fields in enumerate(self._entries()):
                self._file(number, directories, str(fields.get(PATH, "")), int(fields.get(DIRECTORY, 0)))
        else:
            self._old_files()
        self.at = program

    def _file(self, number: int, directories: list[Any], name: str, directory: int) -> None:
        path = str(directories[directory]) if directory < len(directories) else ""
        if path and directory and directories[0] and not path.startswith("/"):
            path = f"{directories[0]}/{path}"
        self.table.files[number] = path, name

    def _entries(self) -> list[dict[int, Any]]:
        """A table of directories or files (6.2.4.1)."""
        forms = [(self.leb(), self.leb()) for _ in range(self.number(1))]
        count = self.leb()
        if count > len(self.data):
            raise ValueError(f"{count} directories or files")
        return [{content: self._form(form) for content, form in forms} for _ in range(count)]

    def _form(self, form: int) -> Any:
        if form == STRING:
            return self.string()
        if form in (LINE_STRP, STRP):
            name = ".debug_line_str" if form == LINE_STRP else ".debug_str"
            return _Reader(self.sections[name], self.number(self.offset_size)).string()
        if form == UDATA:
            return self.leb()
        if form in FIXED:
            return self.number(FIXED[form])
        raise ValueError(f"form {form:#x} in a file table")

    def _old_files(self) -> None:
        directories = [""]
        while path := self.string():
            directories.append(path)
        number = 1
        while name := self.string():
            directory, _, _ = self.leb(), self.leb(), self.leb()
            self._file(number, directories, name, directory)
            number += 1

    def run(self) -> int:
        """Run the program: where the next one begins."""
        rows = self.table.rows
        const_add = (255 - self.opcode_base) // self.line_range * self.step
        address, file, line = 0, 1, 1
        while self.at < self.end:
            opcode = self.number(1)
            if opcode >= self.opcode_base:
                opcode -= self.opcode_base
                address += opcode // self.line_range * self.step
                line += self.line_base + opcode % self.line_range
                rows.append((address, line, file))
            elif opcode == COPY:
                rows.append((address, line, file))
            elif opcode == ADVANCE_PC:
                address += self.leb() * self.step
            elif opcode == ADVANCE_LINE:
                line += self.leb(signed=True)
            elif opcode == SET_FILE:
                file = self.leb()
            elif opcode == CONST_ADD_PC:
                address += const_add
            elif opcode == FIXED_ADVANCE_PC:
                address += self.number(2)
            elif opcode == 0:
                following = self.leb() + self.at
                extended = self.number(1)
                if extended == END_SEQUENCE:
                    rows.append((address, END, file))
                    address, file, line = 0, 1, 1
                elif extended == SET_ADDRESS:
                    address = self.number(8)
                self.at = following
            else:
                for _ in range(self.lengths[opcode - 1]):
                    self.leb()
        return self.end
