"""The compiler's side: what was compiled for a module is gathered here, and its manifest written.

The compile server does it, for it lives on when the program ends, however that ends; without a server the program does.
"""

from __future__ import annotations

import marshal

from rejit.cache.index import pack_entity
from rejit.cache.manifest import Manifest
from rejit.cache.seal import digest
from rejit.cache.use import SETTLED_S, file_key, manifest_key, text_key
from rejit.ir.names import token_of
from rejit.ir.reach import mentioned, named_by
from rejit.ir.sections import sections_of
from rejit.ir.slicer import slicer_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.ir.index import ModuleIndex

    Compiled = tuple[tuple[str, ...], tuple[str, ...], list[bytes], Any, tuple[str, ...]]

MANIFEST_BYTES = 16 << 20  # a manifest that would grow beyond this keeps what it has


class Book:
    """One module's."""

    def __init__(self, index: ModuleIndex, size: int, content: bytes, configured: bytes, printed: bool) -> None:
        self.index = index
        self.size = size
        self.content = content
        self.configured = configured
        self.printed = printed
        self.limit = MANIFEST_BYTES
        self.origin: Any = None  # the file the text was read from ...
        self.read_at = 0.0  # ... when
        self._new: list[Compiled] = []

    def add(
        self,
        functions: Sequence[str],
        variables: Sequence[str],
        pieces: list[bytes],
        tier: Any,
        imported: Sequence[str] = (),
    ) -> None:
        """Pieces, each marshalled, that were compiled for functions and variables, with the bodies of `imported`."""
        self._new.append((tuple(functions), tuple(variables), pieces, tier, tuple(imported)))

    @property
    def has_news(self) -> bool:
        return bool(self._new)

    def write(self, store: Any, cpu: tuple[str, str], compiler: str) -> None:
        """Write the manifest anew, with what an earlier run or another process left. What `store` raises."""
        if not self.content:
            self.content = self._hash()
        key = manifest_key(self.size, self.content, self.configured)
        old = store.load(key)
        manifest = self._blank(cpu, compiler)
        if old is not None:
            kept = Manifest.load(old)
            for name in ("names", "pieces", "tiers", "entities", "lines"):
                setattr(manifest, name, getattr(kept, name))
            manifest.mentions = kept.mentions
        new, self._new = self._new, []
        self._merge(manifest, new)
        if self.printed and old is None:
            text = self.index.text.encode("utf-8", "surrogateescape")
            store.store(text_key(self.content, self.configured), text)
        store.store(key, manifest.dump())
        if self.origin is not None and self.origin[1][4] + SETTLED_S * 1e9 < self.read_at * 1e9:
            from rejit.cache.folder import on_network

            if not on_network(self.origin[0]):
                store.store(file_key(self.origin[1]), self.content)
        self.origin = None

    def _hash(self) -> bytes:
        """The hash of the file, whose text this is; the index may have added a newline."""
        return digest(self.index.text.encode("ascii")[: self.size])

    def _blank(self, cpu: tuple[str, str], compiler: str) -> Manifest:
        index = self.index
        offsets = [*index.special.values(), *index.module_asm_offsets]
        return Manifest(
            source=index.source,
            size=len(index.text),
            printed=self.printed,
            text_digest=digest(index.text.encode("utf-8", "surrogateescape")) if self.printed else b"",
            cpu=cpu,
            compiler=compiler,
            index=index.dump(),
            entities={},
            lines={offset: index.line_at(offset) for offset in offsets},
            sections=sections_of(index).members,
            mentions=marshal.dumps({}, 4),
            names={},
            pieces=[],
            tiers={},
        )

    def _merge(self, manifest: Manifest, new: list[Compiled]) -> None:
        total = sum(map(len, manifest.pieces))
        mentions = marshal.loads(manifest.mentions)
        names: set[str] = set()
        for functions, variables, pieces, tier, imported in new:
            total += sum(map(len, pieces))
            if total > self.limit:
                break
            by_symbol: dict[str, list[int]] = {}
            data: dict[str, list[int]] = {}
            first = len(manifest.pieces)
            for number, packed in enumerate(pieces, first):
                kind, _, _, _, _, symbols, relocations = marshal.loads(packed)[:7]
                for symbol, _, _, _ in symbols:
                    by_symbol.setdefault(symbol.partition("@@")[0], []).append(number)
                    if kind != "code":  # a table that stands in a function's piece is there only when that runs
                        data.setdefault(symbol.partition("@@")[0], []).append(number)
                names.update(symbol for _, _, symbol, _ in relocations)
            manifest.pieces += pieces
            everything = tuple(range(first, first + len(pieces)))
            for name in functions:
                before = manifest.tiers.get(name)
                if before is None or tier[0] >= before[0][0]:
                    manifest.names[name] = tuple(by_symbol.get(name, everything))
                    manifest.tiers[name] = tier, imported
                if name in self.index.functions:
                    mentions[name] = self._that_matter(mentioned(self.index, name))
                    names.update(mentions[name])
            for name in variables:
                if name in data:
                    manifest.names[name] = tuple(data[name])
            names.update(functions, variables)
        _drop_replaced(manifest)
        names.update(f for array in (self.index.ctors(), self.index.dtors()) for _, f, _ in array)
        self._entities(manifest, names, mentions)
        manifest.mentions = marshal.dumps(mentions, 4)

    def _that_matter(self, names: list[str]) -> list[str]:
        """Without the constants that every body has a copy of: nothing is reached through them."""
        slicer = slicer_of(self.index, None, True)
        variables = self.index.variables
        return [n for n in names if n not in variables or not slicer.is_copied(token_of(n))]

    def _entities(self, manifest: Manifest, names: set[str], mentions: dict[str, list[str]]) -> None:
        """Keep what is known of these names, and of what variables and aliases among them lead to."""
        waiting = [name for name in names if name not in manifest.entities]
        while waiting:
            name = waiting.pop()
            entity = self.index.entity(name)
            if entity is None or name in manifest.entities:
                continue
            manifest.entities[name] = pack_entity(entity)
            if entity.kind != "function" and entity.defined:
                mentions[name] = self._that_matter(named_by(self.index, entity))
                waiting += mentions[name]


def _drop_replaced(manifest: Manifest) -> None:
    """Leave out the pieces that no name leads to any more: a better tier's, or another process's, took their place."""
    wanted = sorted({number for numbers in manifest.names.values() for number in numbers})
    if len(wanted) < len(manifest.pieces):
        place = {number: new for new, number in enumerate(wanted)}
        manifest.pieces = [manifest.pieces[number] for number in wanted]
        manifest.names = {name: tuple(place[n] for n in numbers) for name, numbers in manifest.names.items()}
