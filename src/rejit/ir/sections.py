"""Variables in named sections, which must stand side by side for `__start_NAME` and `__stop_NAME`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.index import ModuleIndex


class Sections:
    """The members of each named section of a module. One search of the variables' lines."""

    __slots__ = ("members", "of")

    def __init__(self, index: ModuleIndex) -> None:
        self.members: dict[str, list[str]] = {}
        self.of: dict[str, str] = {}
        if not index.variables:
            return
        first, last = min(index.variables.values()), max(index.variables.values())
        end = index.text.find("\n", last)
        if index.text.find('section "', first, end) < 0:
            return
        for name in index.variables:
            entity = index.entity(name)
            if entity is not None and entity.section:
                self.members.setdefault(entity.section, []).append(name)
                self.of[name] = entity.section


def sections_of(index: ModuleIndex) -> Sections:
    """The module's sections, found once."""
    found = index.caches.get("sections")
    if found is None:
        found = index.caches["sections"] = Sections(index)
    return found
