"""Shows what goes to the compiler: `rejit run --dump-ir`, `rejit lli -orc-lazy-debug`.

Where to, as a session's `dump_ir` says it:

    stderr                            the text alone
    FOLDER                            a file for each, named by its first function
    lli funcs-to-stdout               the names of the functions, as lli writes them
    lli mods-to-stdout, mods-to-stderr   the text between lli's lines
    lli mods-to-disk PREFIX           a file for each: PREFIX, its first function, a hash of the text
"""

from __future__ import annotations

import os
import sys
from binascii import crc32

from rejit.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LLI = "lli "


def dump(where: str, functions: Sequence[str], variables: Sequence[str], text: str) -> None:
    """Show one module, which defines these, before it is compiled. InputError if a file cannot be written."""
    if where.startswith(LLI):
        _as_lli(where[len(LLI) :], functions, variables, text)
    elif where == "stderr":
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    else:
        _write(os.path.join(where, f"{_file_name(functions, variables)}.ll"), text)


def _as_lli(how: str, functions: Sequence[str], variables: Sequence[str], text: str) -> None:
    how, _, prefix = how.partition(" ")
    shown = f"----- Module Start -----\n{text.rstrip()}\n\n----- Module End -----\n"
    if how == "funcs-to-stdout":
        _to_stdout(f"[ {''.join(f'{name} ' for name in functions)}]\n")
    elif how == "mods-to-stdout":
        _to_stdout(shown)
    elif how == "mods-to-stderr":
        os.write(2, shown.encode("utf-8", "surrogateescape"))
    else:
        name = f"{_file_name(functions, variables)}.{crc32(text.encode('utf-8', 'surrogateescape')):08x}"
        _write(f"{prefix}{name}.ll", text)


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", errors="surrogateescape") as file:
            file.write(text)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def _file_name(functions: Sequence[str], variables: Sequence[str]) -> str:
    first = (*functions, *variables, "empty")[0]
    return "".join(c if c.isalnum() or c in "._-" else "_" for c in first)[:100]


def _to_stdout(text: str) -> None:
    """Through C's stream: so it stands where it belongs among what the program prints."""
    import ctypes

    libc = ctypes.CDLL(None)
    data = text.encode("utf-8", "surrogateescape")
    libc.fwrite(data, ctypes.c_size_t(1), ctypes.c_size_t(len(data)), ctypes.c_void_p.in_dll(libc, "stdout"))
