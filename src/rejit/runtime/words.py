"""Aligned 8-byte words in memory, each loaded or stored by one machine instruction.

A slot is read by running code at any moment, so a store must not be torn. ctypes stores a `c_uint64` with a `memcpy`
of constant size 8 (`Q_set` in Modules/_ctypes/cfield.c), which compilers make one store.
Order: on a CPU with weak ordering, code must be flushed (which includes the barrier) before a slot leads to it.
"""

from __future__ import annotations

from ctypes import c_uint64

_word = c_uint64.from_address


def store_word(address: int, value: int) -> None:
    """One aligned 8-byte store."""
    assert not address & 7
    _word(address).value = value


def load_word(address: int) -> int:
    """One aligned 8-byte load; unsigned."""
    assert not address & 7
    return _word(address).value
