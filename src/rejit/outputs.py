"""Files that are written when the program has ended, and are looked at before it begins."""

from __future__ import annotations

import os

from rejit.errors import InputError


def check_output(option: str, path: str) -> None:
    """Whether a file could be written. Raises InputError, naming the option."""
    if not path:
        raise InputError(f"{option}: the name of a file is missing")
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise InputError(f"{option} {path}: there is no folder {folder}")
    if os.path.isdir(path) or not os.access(path if os.path.exists(path) else folder, os.W_OK):
        raise InputError(f"{option} {path}: it cannot be written")
