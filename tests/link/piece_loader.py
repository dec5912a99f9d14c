"""A linker of a hundred lines that loads pieces into one readable, writable and executable range, to run them.

What a real program must not do: the tests only want to know whether the pieces are right, whoever links them.
"""

from __future__ import annotations

import ctypes
import mmap
from collections.abc import Iterable
from typing import Any

from rejit.arch import relocation as types
from rejit.arch.x86_64_relocations import RELOCATIONS
from rejit.link import blob

ARENA = 1 << 22

# mov rax, [rdi+8]; ret: our pairs hold (0, address)
TLS_GET_ADDR = bytes.fromhex("488b4708 c3")

_runtime = [ctypes.CDLL(None), ctypes.CDLL("libgcc_s.so.1"), ctypes.CDLL("libstdc++.so.6")]
_register = getattr(_runtime[1], "__register_frame")
_deregister = getattr(_runtime[1], "__deregister_frame")


def process_address(name: str) -> int:
    for library in _runtime:
        try:
            return ctypes.cast(getattr(library, name), ctypes.c_void_p).value or 0
        except AttributeError:
            pass
    raise KeyError(name)


class Loader:
    """Pieces at addresses. `addresses` has every symbol; pieces named "section:X" also define __start_X, __stop_X."""

    def __init__(self, pieces: Iterable[Any], symbols: dict[str, int] | None = None) -> None:
        self.arena = mmap.mmap(-1, ARENA, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        self.base = ctypes.addressof(ctypes.c_char.from_buffer(self.arena))
        self.used = 64  # so that nothing lies at the GOT's own address
        self.addresses: dict[str, int] = dict(symbols or {})
        self.sizes: dict[str, int] = {}
        self.words: dict[tuple[str, str], int] = {}
        self.stubs: dict[str, int] = {}
        self.frames: list[int] = []
        self.maybe_undefined: set[str] = set()
        self.pieces = sorted(pieces, key=lambda piece: piece[1])  # what is contiguous stands together
        self.addresses["__tls_get_addr"] = self._append(TLS_GET_ADDR, 16)
        places = [self._place(piece) for piece in self.pieces]
        for piece, place in zip(self.pieces, places, strict=True):
            self._relocate(piece, place)
        for frame in self.frames:
            _register(ctypes.c_void_p(frame))

    def close(self) -> None:
        for frame in self.frames:
            _deregister(ctypes.c_void_p(frame))
        self.frames.clear()

    def function(self, name: str, result: Any, *arguments: Any) -> Any:
        return ctypes.CFUNCTYPE(result, *arguments)(self.addresses[name])

    def _append(self, content: bytes, align: int, size: int = 0) -> int:
        self.used = -(-self.used // align) * align
        at = self.used
        self.used += max(size, len(content), 1)
        assert self.used <= ARENA
        self.arena[at : at + len(content)] = content
        return self.base + at

    def _place(self, piece: Any) -> int:
        _, name, align, content, size, symbols, relocations, _ = piece
        place = self._append(content, align, size)
        if name.startswith("section:"):
            self.addresses.setdefault(f"__start_{name[8:]}", place)
            self.addresses[f"__stop_{name[8:]}"] = place + size
        for symbol, offset, symbol_size, binding in symbols:
            if not symbol:
                self.frames.append(place + offset)
                continue
            kind = binding & blob.BINDING
            if kind in (blob.WEAK, blob.COMMON) and symbol in self.addresses:
                continue
            assert kind != blob.LOCAL or symbol not in self.addresses, symbol
            self.addresses[symbol] = offset if binding & blob.ABSOLUTE else place + offset
            self.sizes[symbol] = symbol_size
        self.maybe_undefined |= {symbol for _, kind, symbol, _ in relocations if kind == 0}
        return place

    def _address(self, name: str) -> int:
        if name not in self.addresses:
            try:
                self.addresses[name] = process_address(name)
            except KeyError:
                if name not in self.maybe_undefined:
                    raise
                self.addresses[name] = 0
        return self.addresses[name]

    def _word(self, what: str, name: str, *values: int) -> int:
        key = what, name
        if key not in self.words:
            self.words[key] = self._append(b"".join(v.to_bytes(8, "little") for v in values), 16)
        return self.words[key]

    def _stub(self, name: str) -> int:
        if name not in self.stubs:  # jmp *0(%rip)
            self.stubs[name] = self._append(b"\xff\x25\0\0\0\0" + self._address(name).to_bytes(8, "little"), 16)
        return self.stubs[name]

    def _relocate(self, piece: Any, place: int) -> None:
        for offset, number, symbol, addend in piece[6]:
            relocation, at = RELOCATIONS[number], place + offset
            if relocation.kind != types.NOTHING:
                own = {".": place, "_GLOBAL_OFFSET_TABLE_": self.base}
                s = own[symbol] if symbol in own else self._address(symbol)
                value = self._value(relocation.kind, symbol, s, at) + addend
                relocation.apply(self.arena, at - self.base, value, symbol, piece[1])

    def _value(self, kind: int, symbol: str, s: int, p: int) -> int:
        """A relocation's value but for A. The GOT's address is the arena's, and so is that of the TLS block."""
        match types.EXPRESSIONS[kind]:
            case "S + A":
                return s
            case "S + A - P":
                return s - p
            case "L + A - P":
                return (s if abs(s - p) < 1 << 31 else self._stub(symbol)) - p
            case "G + GOT + A - P":
                return self._word("got", symbol, s) - p
            case "G + A":
                return self._word("got", symbol, s) - self.base
            case "S + A - GOT" | "L + A - GOT" | "DTPOFF(S) + A":
                return s - self.base
            case "GOT + A - P":
                return self.base - p
            case "GD entry + A - P":
                return self._word("pair", symbol, 0, s) - p
            case "LD entry + A - P":
                return self._word("pair", ".", 0, self.base) - p
            case "Z + A":
                return self.sizes[symbol]
        raise AssertionError(types.EXPRESSIONS[kind])
