"""libgcc's unwinder: registration of .eh_frame tables, and walking the stack when a call has failed.

`__register_frame` takes the address of CIEs and FDEs that end in four zero bytes. libgcc finds JIT frames through these
tables only, so every body is registered before its slot leads to it.
"""

from __future__ import annotations

import ctypes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

FRAMES = 1024  # room for as many frames at the first try

_libgcc = ctypes.PyDLL("libgcc_s.so.1")

register_frame: Callable[[int], None] = _libgcc.__register_frame
_libgcc.__register_frame.argtypes = (ctypes.c_size_t,)
_libgcc.__register_frame.restype = None

deregister_frame: Callable[[int], None] = _libgcc.__deregister_frame
_libgcc.__deregister_frame.argtypes = (ctypes.c_size_t,)
_libgcc.__deregister_frame.restype = None


def address_of(name: str) -> int:
    """Address of a function of libgcc."""
    return ctypes.cast(getattr(_libgcc, name), ctypes.c_void_p).value or 0


def walk(collect: int, most: int = 0) -> list[tuple[int, int, int]]:
    """This thread's frames from the inside out: (ip, cfa, frame register) of each; with `most`, not more than that.

    `collect` is the support code's trace function. The cfa is the stack pointer at the frame's call; the frame register
    is as it was in the frame.
    """
    room = most or FRAMES
    while True:
        buffer = (ctypes.c_size_t * (2 + 3 * room))(0, room)
        _libgcc._Unwind_Backtrace(ctypes.c_void_p(collect), buffer)
        if most or buffer[0] < room:
            break
        room *= 8  # a deep recursion
    values = buffer[2 : 2 + 3 * buffer[0]]
    return list(zip(values[::3], values[1::3], values[2::3], strict=True))
