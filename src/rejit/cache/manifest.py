"""A module's manifest: in one entry all that a start needs, so that it reads one file and makes no list of anything.

What must be unpacked at once is small; pieces, entities and mentions stay marshalled until one of them is needed.

A piece is kept for the best tier that its function has reached. `names` leads from what is asked for (a function, a
variable, the module's assembly) to the pieces that answer it.
"""

from __future__ import annotations

import marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORMAT = 1
MARSHAL = 4  # the version of the format: the same bytes from every Python served

_FIELDS = (
    "source",
    "size",
    "printed",
    "text_digest",
    "cpu",
    "compiler",
    "index",
    "entities",
    "lines",
    "sections",
    "mentions",
    "names",
    "pieces",
    "tiers",
)


class Manifest:
    """The content of a manifest."""

    __slots__ = _FIELDS

    source: str  # the module's source file, for people
    size: int  # characters of the text
    printed: bool  # the text is not what the user gave but LLVM's print of it
    text_digest: bytes
    cpu: tuple[str, str]  # LLVM's name and features of the CPU the pieces are for
    compiler: str  # llvmlite's and LLVM's version
    index: bytes  # ModuleIndex.dump()
    entities: dict[str, bytes]  # by name, as `index.pack_entity` makes them
    lines: dict[int, str]  # by offset, what a start reads besides entities
    sections: dict[str, list[str]]  # members of each named section
    mentions: bytes  # dict: what each function's text names
    names: dict[str, tuple[int, ...]]  # into `pieces`
    pieces: list[bytes]
    tiers: dict[str, Any]  # function -> the tier its piece is of

    def __init__(self, **fields: Any) -> None:
        for name in _FIELDS:
            setattr(self, name, fields[name])

    def dump(self) -> bytes:
        """As it is stored."""
        return marshal.dumps((FORMAT, *(getattr(self, name) for name in _FIELDS)), MARSHAL)

    @classmethod
    def load(cls, data: bytes) -> Manifest:
        """What `dump` made; the seal has been checked. ValueError if it is another version's."""
        version, *values = marshal.loads(data)
        if version != FORMAT or len(values) != len(_FIELDS):
            raise ValueError("a manifest of another version of rejit")
        return cls(**dict(zip(_FIELDS, values, strict=True)))
