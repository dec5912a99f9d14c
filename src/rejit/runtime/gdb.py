"""GDB's JIT interface: an ELF image in memory for each body, with its symbols, its unwind table and its debug sections.

    __jit_debug_descriptor --> entry <--> entry <--> ...       GDB reads the list when it attaches, and whenever
    __jit_debug_register_code()                                this function, which does nothing, is called

GDB looks for these two by name among the symbols of loaded libraries. Python has none, so a library with just these
is made here and loaded from a memfd, as /proc/PID/fd/N, so that GDB can read it too. Source: GDB's manual, "JIT
Interface".

An image's addresses must not look like ways into the code (rejit.runtime.search): images and entries lie in mappings of
their own, which the search leaves out.
"""

from __future__ import annotations

import ctypes
import os
from _thread import RLock
from struct import pack, pack_into

from rejit.errors import EnvironmentFailure
from rejit.runtime import libc, unwind
from rejit.runtime.words import load_word, store_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType
    from typing import Protocol

    class Code(Protocol):
        """What is told of a body: see `observers.Sighting`."""

        address: int
        size: int
        symbols: dict[str, tuple[int, int]]
        frames: tuple[int, int]

        def sections(self) -> dict[str, bytearray]:
            """Its debug sections."""


REGISTER, UNREGISTER = 1, 2
ACTION, RELEVANT, FIRST = 4, 8, 16  # offsets in the descriptor; its version, 1, is at 0
NEXT, PREVIOUS, IMAGE, SIZE, ENTRY = 0, 8, 16, 24, 32  # offsets in an entry, and its size
PAGE = 4096
POOL = 1 << 20  # bytes of a mapping for images
GRAIN = 256  # bytes: images of about one size share places

HEADER, SECTION, SYMBOL = 64, 64, 24  # sizes in ELF64
ET_EXEC, ET_DYN = 2, 3
PROGBITS, SYMTAB, STRTAB, HASH, DYNAMIC, NOBITS, DYNSYM = 1, 2, 3, 5, 6, 8, 11
WRITE, ALLOC, EXECUTE = 1, 2, 4

_lock = RLock()  # the descriptor is the process's
_library: list[tuple[Callable[[], None], int]] = []  # once it is loaded: the function, the descriptor's address


class Debugger:
    """What GDB is told for one session. Raises EnvironmentFailure where no library can be loaded from memory."""

    def __init__(self, arch: ModuleType) -> None:
        self._machine = arch.ELF_MACHINE
        self._entries: dict[int, int] = {}  # block -> entry
        self._images = _Images()
        with _lock:
            if not _library:
                _library.append(_load(arch))
            self._call, self._descriptor = _library[0]

    def add(self, code: Code) -> None:
        sections = code.sections()
        image = elf_image(code, sections, self._machine)
        try:
            with _lock:
                entry = self._images.take(ENTRY + len(image))
                ctypes.memmove(entry + ENTRY, (ctypes.c_char * len(image)).from_buffer(image), len(image))
                first = load_word(self._descriptor + FIRST)
                store_word(entry + NEXT, first)
                store_word(entry + PREVIOUS, 0)
                store_word(entry + IMAGE, entry + ENTRY)
                store_word(entry + SIZE, len(image))
                if first:
                    store_word(first + PREVIOUS, entry)
                store_word(self._descriptor + FIRST, entry)
                self._entries[code.address] = entry
                self._notify(REGISTER, entry)
        finally:
            for buffer in (image, *sections.values()):
                buffer[:] = bytes(len(buffer))

    def drop(self, addresses: Iterable[int]) -> None:
        """Withdraw the entries of blocks.

        GDB takes its breakpoints out of the code when it next hears of a new entry, and writes back what stood there
        before. It must do so while that still stands there: so it hears of an entry that it knows."""
        with _lock:
            entries = [self._entries.pop(address) for address in addresses if address in self._entries]
            for entry in entries:
                following, before = load_word(entry + NEXT), load_word(entry + PREVIOUS)
                store_word(before + NEXT if before else self._descriptor + FIRST, following)
                if following:
                    store_word(following + PREVIOUS, before)
                self._notify(UNREGISTER, entry)
            known = next(iter(self._entries.values()), 0)
            if entries and known:
                self._notify(UNREGISTER, known)
                self._notify(REGISTER, known)
            for entry in entries:
                self._images.give(entry, ENTRY + load_word(entry + SIZE))

    def _notify(self, action: int, entry: int) -> None:
        ctypes.c_uint32.from_address(self._descriptor + ACTION).value = action
        store_word(self._descriptor + RELEVANT, entry)
        self._call()
        ctypes.c_uint32.from_address(self._descriptor + ACTION).value = 0
        store_word(self._descriptor + RELEVANT, 0)

    def after_fork(self, living: Iterable[Code]) -> None:
        """The list is the child's own already."""
        global _lock
        _lock = RLock()


class _Images:
    """Places for images, in mappings that the search leaves out."""

    def __init__(self) -> None:
        self._free: dict[int, list[int]] = {}
        self._at = self._end = 0

    def take(self, size: int) -> int:
        size = -(-size // GRAIN) * GRAIN
        free = self._free.get(size)
        if free:
            return free.pop()
        if self._end - self._at < size:
            room = max(POOL, -(-size // PAGE) * PAGE)
            flags = libc.MAP_PRIVATE | libc.MAP_ANONYMOUS | libc.MAP_NORESERVE
            address = libc.mmap(0, room, libc.PROT_READ | libc.PROT_WRITE, flags, -1, 0)
            if address < 0:
                raise libc.failed("mmap")
            unwind.pools.append((address, room))
            self._at, self._end = address, address + room
        self._at += size
        return self._at - size

    def give(self, address: int, size: int) -> None:
        self._free.setdefault(-(-size // GRAIN) * GRAIN, []).append(address)


# --- ELF


def elf_image(code: Code, debug: dict[str, bytearray], machine: int) -> bytearray:
    """An executable ELF file that has the code in no segment: sections at their addresses, the text without content."""
    table, size = code.frames
    strings = bytearray(b"\0")
    symbols = bytearray(SYMBOL * (1 + len(code.symbols)))
    for number, (name, (address, length)) in enumerate(code.symbols.items(), 1):
        global_function, text = 0x12, 1
        pack_into("<IBBHQQ", symbols, SYMBOL * number, len(strings), global_function, 0, text, address, length)
        strings += name.encode("utf-8", "surrogateescape") + b"\0"
    sections: list[_Section] = [
        (".text", NOBITS, ALLOC | EXECUTE, code.address, code.size, b"", 16, 0),
        (".strtab", STRTAB, 0, 0, len(strings), strings, 1, 0),
        (".symtab", SYMTAB, 0, 0, len(symbols), symbols, 8, 2),
    ]
    if size:
        sections.append((".eh_frame", PROGBITS, ALLOC, table, size, libc.get(table, size), 8, 0))
        libc.forget()
    sections += [(name, PROGBITS, 0, 0, len(data), data, 1, 0) for name, data in debug.items()]
    image = _elf_file(HEADER, sections, ET_EXEC, machine)
    symbols[:] = bytes(len(symbols))
    return image


_Section = tuple[str, int, int, int, int, "bytes | bytearray", int, int]


def _elf_file(begin: int, sections: list[_Section], kind: int, machine: int) -> bytearray:
    """A file: `begin` bytes, of which the header is filled in; the sections' contents; their headers.

    Sections are (name, type, flags, address, size, content, alignment, link); one with a size and no content begins in
    the file where its address says. The file is made in one piece: a growing buffer would leave addresses behind."""
    names = bytearray(b"\0")
    sections = [*sections, (".shstrtab", STRTAB, 0, 0, 0, names, 1, 0)]
    places = []
    for section in sections:
        places.append(len(names))
        names += section[0].encode() + b"\0"
    at, offsets = begin, []
    for _, _, _, address, _, content, align, _ in sections:
        at += -at % align
        offsets.append(at if content else address)
        at += len(content)
    at += -at % 8
    image = bytearray(at + SECTION * (1 + len(sections)))
    for number, (place, offset, section) in enumerate(zip(places, offsets, sections, strict=True), 1):
        _, section_type, flags, address, size, content, align, link = section
        image[offset : offset + len(content)] = content
        entry = {SYMTAB: SYMBOL, DYNSYM: SYMBOL, HASH: 4, DYNAMIC: 16}.get(section_type, 0)
        info = 1 if entry == SYMBOL else 0  # the first global symbol
        pack_into("<IIQQQQIIQQ", image, at + SECTION * number, place, section_type, flags, address, offset,
                  size or len(content), link, info, align, entry)  # fmt: skip
    count, programs = 1 + len(sections), 4 if kind == ET_DYN else 0
    pack_into("<16sHHIQQQIHHHHHH", image, 0, b"\x7fELF\2\1\1", kind, machine, 1, 0, HEADER if programs else 0, at, 0,
              HEADER, 56, programs, SECTION, count, count - 1)  # fmt: skip
    return image


def library_image(arch: ModuleType) -> bytes:
    """A shared library with `__jit_debug_register_code`, which returns, and `__jit_debug_descriptor`.

    0     headers, .hash, .dynsym, .dynstr, .text      R-X
    4096  .data (the descriptor), .dynamic             RW-
    """
    strings = b"\0__jit_debug_register_code\0__jit_debug_descriptor\0"
    hashes = pack("<6I", 1, 3, 1, 0, 2, 0)  # one bucket: symbol 1, then 2
    at_hash = HEADER + 4 * 56
    at_symbols = at_hash + len(hashes)
    at_strings = at_symbols + 3 * SYMBOL
    at_text = -(-(at_strings + len(strings)) // 16) * 16
    descriptor = pack("<IIQQ", 1, 0, 0, 0)
    at_dynamic = PAGE + len(descriptor)
    symbols = bytes(SYMBOL) + pack("<IBBHQQ", 1, 0x12, 0, 4, at_text, len(arch.RETURN))
    symbols += pack("<IBBHQQ", strings.index(b"__jit_debug_descriptor"), 0x11, 0, 5, PAGE, len(descriptor))
    tags = ((4, at_hash), (5, at_strings), (6, at_symbols), (10, len(strings)), (11, SYMBOL), (0, 0))
    dynamic = b"".join(pack("<QQ", tag, value) for tag, value in tags)
    programs = bytearray()
    end = at_text + len(arch.RETURN)
    for kind, flags, offset, size, align in (
        (1, 5, 0, end, PAGE),  # PT_LOAD
        (1, 6, PAGE, at_dynamic + len(dynamic) - PAGE, PAGE),
        (2, 6, at_dynamic, len(dynamic), 8),  # PT_DYNAMIC
        (0x6474E551, 6, 0, 0, 16),  # PT_GNU_STACK: not executable
    ):
        programs += pack("<IIQQQQQQ", kind, flags, offset, offset, offset, size, size, align)
    sections: list[_Section] = [
        (".hash", HASH, ALLOC, at_hash, len(hashes), b"", 4, 2),
        (".dynsym", DYNSYM, ALLOC, at_symbols, len(symbols), b"", 8, 3),
        (".dynstr", STRTAB, ALLOC, at_strings, len(strings), b"", 1, 0),
        (".text", PROGBITS, ALLOC | EXECUTE, at_text, len(arch.RETURN), b"", 16, 0),
        (".data", PROGBITS, ALLOC | WRITE, PAGE, len(descriptor), b"", 8, 0),
        (".dynamic", DYNAMIC, ALLOC | WRITE, at_dynamic, len(dynamic), b"", 8, 3),
    ]
    image = _elf_file(at_dynamic + len(dynamic), sections, ET_DYN, arch.ELF_MACHINE)
    for offset, content in (
        (HEADER, programs),
        (at_hash, hashes + symbols + strings),
        (at_text, arch.RETURN),
        (PAGE, descriptor + dynamic),
    ):
        image[offset : offset + len(content)] = content
    return bytes(image)


def _load(arch: ModuleType) -> tuple[Callable[[], None], int]:
    """The library, loaded: its function, and where the descriptor is. The memfd stays open: GDB may attach any time."""
    import fcntl

    try:
        low = os.memfd_create("rejit-gdb", os.MFD_CLOEXEC)
        with open(low, "wb", closefd=False) as file:
            file.write(library_image(arch))
        try:
            high = fcntl.fcntl(low, fcntl.F_DUPFD_CLOEXEC, 700)
            os.close(low)
        except OSError:
            high = low
        loaded = ctypes.PyDLL(f"/proc/{os.getpid()}/fd/{high}")
    except OSError as error:
        raise EnvironmentFailure(f"the library that GDB looks for cannot be loaded: {error}") from None
    function = loaded["__jit_debug_register_code"]
    function.restype = None
    return function, ctypes.addressof(ctypes.c_char.in_dll(loaded, "__jit_debug_descriptor"))
