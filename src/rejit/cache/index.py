"""A module's index without its text: what a start asks of the text was kept beside it.

The text is 17 MB for SQLite and a start looks at 2 % of it. So entities (`ir/entity.py`) come parsed from the manifest,
and so do the few lines that are read directly. What was not kept makes the text be read after all, from where it came.
"""

from __future__ import annotations

import marshal

from rejit.ir.entity import Entity
from rejit.ir.index import _FIELDS, ModuleIndex
from rejit.ir.sections import Sections

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from rejit.cache.manifest import Manifest

LONG_HEADER = 600  # characters: the header of a variable with a longer initialiser is not kept

_ATTRIBUTES = tuple(name for name in Entity.__slots__ if name not in ("index", "name", "header"))


def pack_entity(entity: Entity) -> bytes:
    """An entity as it is kept."""
    keep = len(entity.header) <= LONG_HEADER or entity.kind != "variable"
    entity.size_estimate  # noqa: B018  (now, while the types it needs are at hand)
    values = tuple(getattr(entity, name) for name in _ATTRIBUTES)
    return marshal.dumps((entity.header if keep else None, *values), 4)


class KeptEntity(Entity):
    """An entity out of a manifest. Its header comes from the text if it was too long to keep."""

    __slots__ = ()

    def __init__(self, index: ModuleIndex, name: str, packed: bytes) -> None:
        self.index = index
        self.name = name
        header, *values = marshal.loads(packed)
        for attribute, value in zip(_ATTRIBUTES, values, strict=True):
            setattr(self, attribute, value)
        if header is not None:
            self.header = header

    def __getattr__(self, name: str) -> Any:
        if name != "header":
            raise AttributeError(name)
        self.header = self.index.text[self.offset : self.end]
        return self.header


class KeptSections(Sections):
    """Sections out of a manifest."""

    __slots__ = ()

    def __init__(self, members: dict[str, list[str]]) -> None:
        self.members = members
        self.of = {name: section for section, names in members.items() for name in names}


class KeptIndex(ModuleIndex):
    """The index of a module whose text is read only if something is asked that the manifest does not know."""

    def __init__(self, manifest: Manifest, read_text: Callable[[], str]) -> None:
        self._text: str | None = ""
        super().__init__("")
        self._text = None
        self._read_text = read_text
        self._dumped = manifest.index
        self._kept = manifest.entities
        self._lines = manifest.lines
        _, *values = marshal.loads(manifest.index)
        for field, value in zip(_FIELDS, values, strict=True):
            setattr(self, field, value)
        self.caches["sections"] = KeptSections(manifest.sections)
        self.caches["mentions"] = manifest.mentions

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = self._read_text()
        return self._text

    @text.setter
    def text(self, value: str) -> None:
        self._text = value

    @property
    def has_text(self) -> bool:
        return self._text is not None or self.origin is not None

    def dump(self) -> bytes:
        return self._dumped

    def line_at(self, offset: int) -> str:
        line = self._lines.get(offset)
        return super().line_at(offset) if line is None else line

    def define_line(self, name: str) -> str:
        packed = self._kept.get(name)
        header = None if packed is None else marshal.loads(packed)[0]  # not kept: it is asked for once a function
        return super().define_line(name) if header is None else str(header)

    def entity(self, name: str) -> Entity | None:
        try:
            return self._entities[name]
        except KeyError:
            pass
        packed = self._kept.get(name)
        if packed is None:
            return super().entity(name)
        found = self._entities[name] = KeptEntity(self, name, packed)
        return found
