"""JITDylibs: modules of one session that do not all see each other, as lli's `-jd` wants it.

A JITDylib is a group of modules with one name space. The main one looks into itself, then into the others in the order
in which they were made; each of these looks into itself, then into the main one. Objects, archives, libraries and the
process serve all.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from rejit.module import Module

MAIN = "main"


class Dylibs:
    """Which module belongs where, and who looks where."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(dict.fromkeys((MAIN, *names)))
        self._homes: dict[int, str] = {}  # by module number; the main one where nothing is said

    def put(self, module: Module, dylib: str) -> None:
        """The module belongs to a JITDylib from now on."""
        self._homes[module.number] = dylib

    def seen(self, modules: Sequence[Module], viewer: Module | None) -> list[list[Module]]:
        """The modules by JITDylib, in the order in which `viewer` looks into them; None: all, in the order of names."""
        home = MAIN if viewer is None else self._homes.get(viewer.number, MAIN)
        order = self._names if home == MAIN else (home, MAIN)
        return [[m for m in modules if self._homes.get(m.number, MAIN) == name] for name in order]
