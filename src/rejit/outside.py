"""Names outside the modules: in libraries a session loaded, in the process, in the run-time libraries of C and C++."""

from __future__ import annotations

import ctypes
import sys

from rejit.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BIAS = 0x8000  # how far behind a block of thread-local variables `__tls_get_addr` may call its start (ELFv2 ABI, 3.7.2)
SYSTEM_LIBRARIES = ("libgcc_s.so.1", "libm.so.6", "libstdc++.so.6")


class OutsideNames:
    """What one session finds in shared libraries and the process, in the order in which a static linker would.

    `first` answers before them. Raises InputError for a library that cannot be loaded."""

    def __init__(self, libraries: Iterable[str], first: Callable[[str], int | None]) -> None:
        self._first = first
        self._libraries = [_loaded(path) for path in libraries]
        self._process = ctypes.CDLL(None)
        self._found: dict[str, int | None] = {}
        self.process_is_seen = True  # and with it C's and C++'s run-time libraries

    def find(self, name: str) -> int | None:
        """The address of a name in what C programs link to; None if nothing has it."""
        try:
            return self._found[name]
        except KeyError:
            pass
        address = self._first(name)
        for library in self._libraries:
            if address is None:
                address = _symbol(library, name)
        if address is None and self.process_is_seen:
            address = _symbol(self._process, name)
            for path in SYSTEM_LIBRARIES if address is None else ():
                address = address or _system_symbol(path, name)
            libgcc = _system.get("libgcc_s.so.1")
            if address is None and libgcc is not None and name.startswith("__cpu_"):  # hidden versions only
                address = _dlvsym(libgcc._handle, name.encode(), b"GCC_4.8.0")
            if address is None and "llvmlite.binding" in sys.modules:
                address = sys.modules["llvmlite.binding"].address_of_symbol(name)
        self._found[name] = address
        return address

    def forget_missing(self) -> None:
        """What was found stays where it is; what was not may be there now."""
        self._found = {name: address for name, address in self._found.items() if address is not None}

    def forget(self, names: Iterable[str]) -> None:
        """What defined these is not there any more."""
        for name in names:
            self._found.pop(name, None)

    def load(self, path: str) -> None:
        """Load one more library, whose symbols count from now on."""
        self._libraries.append(_loaded(path))
        self.forget_missing()

    def thread_local(self, name: str) -> tuple[int, int] | None:
        """The library number and offset, for `__tls_get_addr`, of a library's thread-local variable; None if none has
        it."""
        for library in (*self._libraries, self._process, *(_system.get(p) for p in SYSTEM_LIBRARIES)):
            if library is None or not _symbol(library, name):
                continue
            # dlsym gives the calling thread's address; the block it lies in is that of the library that defines it.
            for path in (library, *(lib for lib in _system.values() if lib is not None)):
                number = ctypes.c_size_t()
                if _dlinfo(path._handle, 9, ctypes.byref(number)) or not number.value:  # RTLD_DI_TLS_MODID
                    continue
                block = _tls_get_addr(ctypes.byref((ctypes.c_size_t * 2)(number.value, 0)))
                offset = (_symbol(library, name) or 0) - block
                if -BIAS <= offset < 1 << 20:
                    return number.value, offset & 0xFFFFFFFFFFFFFFFF
        return None


def _loaded(path: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(path, mode=ctypes.RTLD_GLOBAL)
    except OSError as error:
        raise InputError(f"library {path}: {error}") from None


def _symbol(library: ctypes.CDLL, name: str) -> int | None:
    """The address a library's symbol has, by dlsym."""
    address = _dlsym(library._handle, name.encode("utf-8", "surrogateescape"))
    return int(address) if address else None


_dlsym = ctypes.PyDLL(None).dlsym
_dlsym.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
_dlsym.restype = ctypes.c_void_p

_dlvsym = ctypes.PyDLL(None).dlvsym
_dlvsym.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
_dlvsym.restype = ctypes.c_void_p
_dlinfo = ctypes.PyDLL(None).dlinfo
_dlinfo.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_tls_get_addr = ctypes.PyDLL(None)["__tls_get_addr"]
_tls_get_addr.argtypes = (ctypes.c_void_p,)
_tls_get_addr.restype = ctypes.c_size_t

_system: dict[str, ctypes.CDLL | None] = {}


def _system_symbol(path: str, name: str) -> int | None:
    """A symbol of one of the run-time libraries, loaded at the first need."""
    if path not in _system:
        try:
            _system[path] = ctypes.CDLL(path, mode=ctypes.RTLD_GLOBAL)
        except OSError:
            _system[path] = None
    library = _system[path]
    return None if library is None else _symbol(library, name)
