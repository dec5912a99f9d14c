"""A session's use of the cache: which store, what a module finds in it, and what the report says of it.

A cache never breaks a run. Whatever is wrong with it switches it off, once, with a reason: `cache_off` in the report.
"""

from __future__ import annotations

import marshal
import os
import sys
from time import perf_counter_ns, time

from rejit.cache import host
from rejit.cache.disk import FILE, MANIFEST, SIZE_BYTES, TEXT, DiskCache
from rejit.cache.folder import Refused, Unavailable, default_folder, on_network
from rejit.cache.index import KeptIndex
from rejit.cache.manifest import FORMAT, Manifest
from rejit.cache.seal import digest
from rejit.errors import InputError
from rejit.source import Path, identity_of, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, Protocol

    from rejit.cache.exported import Exported
    from rejit.ir.index import ModuleIndex
    from rejit.source import Origin

    Piece = tuple[Any, ...]

    class Cache(Protocol):
        """What a cache of the user's own implements. May be called from any thread."""

        def load(self, key: bytes) -> bytes | None:
            """What was stored under the key; None if it is not there (any more)."""

        def store(self, key: bytes, content: bytes) -> None:
            """Keep content."""


SETTLED_S = 2.0  # a file changed less than this ago may change again without its time stamps showing it


def configuration(tier: Any) -> bytes:
    """The hash of everything but the module that decides what is in a manifest."""
    known = (FORMAT, repr(tier), host.cpu(), host.compiler(), host.own_sources(), sys.version_info[:2])
    return digest(repr(known).encode())  # not marshal: what that writes depends on reference counts


def manifest_key(size: int, content: bytes, configured: bytes) -> bytes:
    return b"".join((MANIFEST, size.to_bytes(SIZE_BYTES, "big"), content, configured))


def file_key(identity: tuple[int, ...]) -> bytes:
    return FILE + digest(repr(identity).encode())


def text_key(content: bytes, configured: bytes) -> bytes:
    return TEXT + digest(content + configured)


class Entry:
    """A module in the cache: what was found for it, and what it is found by."""

    __slots__ = (
        "configured",
        "content",
        "cpu",
        "found",
        "hits",
        "index",
        "manifest",
        "name",
        "origin",
        "printed",
        "size",
        "tier_wanted",
        "user",
    )

    def __init__(self, user: SessionCache, configured: bytes) -> None:
        self.user = user
        self.configured = configured
        self.found: tuple[Any, str, Origin | None] | None = None  # what `source.read` gave, if it was read
        self.name = ""
        self.origin: Origin | None = None
        self.size = 0  # of what was given, in bytes
        self.content = b""  # its hash; b"" while nobody needed it
        self.manifest: Manifest | None = None
        self.index: KeptIndex | None = None
        self.printed = False
        self.hits = 0
        self.tier_wanted: Any = None
        self.cpu: tuple[str, str] | None = None  # the CPU an exported manifest is for

    def index_made(self, index: ModuleIndex, data: Any, origin: Origin | None) -> None:
        """The module was not found, and indexed: note what its manifest will be kept by."""
        self.printed = index.text != data if isinstance(data, str) else index.origin is None
        if not self.content and (self.printed or index.origin is None):
            raw = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data
            self.size, self.content = len(raw), digest(raw)
        if self.origin is None:
            self.origin = origin
        self.found = None  # the index holds the text

    def book(self, index: ModuleIndex) -> Any:
        """What gathers the pieces compiled for the module in this process."""
        from rejit.cache.book import Book

        book = Book(index, self.size, self.content, self.configured, self.printed)
        book.limit = self.user.manifest_limit or book.limit
        return book

    @property
    def key(self) -> bytes:
        return manifest_key(self.size, self.content, self.configured)

    def pieces(self, name: str) -> list[Piece]:
        """The pieces kept for a function, a variable or the module's assembly; none if it was not kept."""
        manifest = self.manifest
        numbers = None if manifest is None else manifest.names.get(name)
        if manifest is None or numbers is None:
            return []
        self.hits += 1
        return [marshal.loads(manifest.pieces[number]) for number in numbers]

    def tier(self, name: str) -> Any:
        """(tier, functions inlined) of the piece kept for a function; None if none is."""
        return None if self.manifest is None else self.manifest.tiers.get(name)

    def read(self) -> tuple[Any, str, Origin | None]:
        """What the user gave. InputError if the file is another by now."""
        if self.found is None:
            assert self.origin is not None
            found = read(Path(self.origin[0]))
            if digest(found[0]) != self.content:
                raise InputError(f"{self.name}: the file was changed while its program was running")
            self.found = found
        return self.found


class SessionCache:
    """What a session asks. `off` is the reason why it is of no use, "" while it is."""

    def __init__(
        self,
        given: Any,
        canonical: Callable[[bytes, bool], str],
        check: bool = False,
        files: Sequence[str] = (),
    ) -> None:
        self.off = ""
        self.read_only = ""  # why nothing more is stored, though it may be read
        self._grown = False  # a manifest was written
        self.limit = 0  # bytes the folder may take; 0: nobody has said
        self.moved = ""  # why the cache is not where it should be
        self.beside = True  # look for an exported file beside the program
        self.manifest_limit = 0  # bytes of a manifest; 0: the usual
        self.files: list[Exported] = []
        self.refused: list[str] = []  # exported files that may not be used, and why
        self.check = check  # compile what is found all the same, and compare
        self.hits = self.misses = self.bad = self.stored = 0
        self.bound: list[str] = []  # functions not stored, for they hold an address of this process
        self.different: list[str] = []  # functions that `check` found to be not what the cache has
        self.lookup_ns = 0
        self.store: Any = None
        self.folder = ""
        self._canonical = canonical
        try:
            self.store = self._open(given)
            self.folder = getattr(self.store, "folder", "")
        except (Refused, OSError) as error:
            self.off = str(error)
        for path in (*files, *filter(None, os.environ.get("REJIT_CACHE_FILE", "").split(":")), *self._imports()):
            self._add_file(path)

    def _imports(self) -> list[str]:
        """What `rejit cache import` has put into the folder."""
        try:
            return [f"{self.folder}/imports/{name}" for name in sorted(os.listdir(f"{self.folder}/imports"))]
        except OSError:
            return []

    def _add_file(self, path: str) -> None:
        from rejit.cache.exported import Exported

        try:
            self.files.append(Exported(path))
        except Refused as error:
            self.refused.append(str(error))

    def _open(self, given: Any) -> Any:
        if isinstance(given, DiskCache):
            return given
        if hasattr(given, "load") and hasattr(given, "store"):
            from rejit.cache.others import MemoryCache, Patient

            return given if type(given) is MemoryCache else Patient(given)
        if given == "auto":
            return self._open_default()
        return DiskCache(os.path.abspath(os.fspath(given)))

    def _open_default(self) -> DiskCache:
        """The user's cache folder, or one of this machine's own where that is nowhere, cannot be made, or is on a
        network file system, whose locks and clocks are another machine's."""
        try:
            folder = default_folder()
            cache = DiskCache(folder)
            kind = on_network(folder) if "REJIT_CACHE_DIR" not in os.environ else ""
            if not kind:
                return cache
            reason = f"{folder} is on {kind}"
        except Unavailable as error:
            reason = str(error)
        local = f"/var/tmp/rejit-cache-{os.geteuid()}"
        cache = DiskCache(local)
        self.moved = f"{reason}: {local} is used instead"
        return cache

    def switch_off(self, reason: str) -> None:
        """From now on nothing is looked up or stored."""
        if not self.off:
            self.off = reason

    def cannot_keep(self, error: Exception) -> None:
        """A folder that cannot be written to (the disk is full, say) may still be read; any other cache has failed."""
        reason = f"{type(error).__name__}: {error}"
        if isinstance(error, OSError) and isinstance(self.store, DiskCache):
            self.read_only = self.read_only or reason
        else:
            self.switch_off(reason)

    def prune(self) -> None:
        """Keep the folder below its size, if this process has added to it."""
        if (self.stored or self._grown) and self.limit and isinstance(self.store, DiskCache):
            from rejit.cache.care import prune

            prune(self.store.folder, self.limit, time())

    def load(self, key: bytes) -> bytes | None:
        """The content of a key; None also if the cache fails, which ends its use."""
        if self.off:
            return None
        try:
            content = self.store.load(key)
            if content is not None and not isinstance(content, bytes):
                raise TypeError(f"load() returned {type(content).__name__}, not bytes")
            return content
        except Exception as error:
            self.switch_off(f"{type(error).__name__}: {error}")
            return None

    def keep(self, key: bytes, content: bytes) -> None:
        """Store, if that works."""
        if self.off or self.read_only:
            return
        try:
            self.store.store(key, content)
            self.stored += 1
        except Exception as error:
            self.cannot_keep(error)

    def write(self, book: Any, cpu: tuple[str, str] = ("", ""), compiler: str = "") -> None:
        """Write a module's manifest, if that works."""
        if self.off or self.read_only or not book.has_news:
            return
        try:
            book.write(self.store, cpu, compiler)
            self._grown = True
        except Exception as error:
            self.cannot_keep(error)

    # -- modules -------------------------------------------------------------------------------------------------

    def look_up(self, source: Any, tier: Any, miss: Callable[[], None]) -> Entry:
        """What the cache has for a module. `miss` is called as soon as it is known that something must be compiled."""
        start = perf_counter_ns()
        entry = Entry(self, configuration(tier))
        entry.tier_wanted = tier
        path = _path_of(source)
        if path is not None and self.beside and os.path.exists(beside := path.rpartition(".")[0] + ".rejit"):
            self._add_file(beside)
        if self.off and not self.files:
            miss()
            return entry
        if path is not None and self._by_identity(entry, path):
            self._open_manifest(entry)
        if entry.manifest is None:
            size = None if path is None else entry.size
            if size is not None and not self._has_size(size):
                self.lookup_ns += perf_counter_ns() - start
                miss()  # before the file is read: the server starts meanwhile
                return entry
            if not entry.content:
                entry.found = data, entry.name, entry.origin = read(source)
                raw = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data
                entry.size = len(raw)
                entry.content = digest(raw)
                self._open_manifest(entry)
                if entry.manifest is not None and entry.origin is not None:
                    self.note_file(entry.origin, entry.content, time())
            if entry.manifest is None:
                miss()
        self.lookup_ns += perf_counter_ns() - start
        return entry

    def why_not(self, entry: Entry) -> str:
        """Why a module was not found, where that is not just that it is new."""
        relatives = getattr(self.store, "has_relatives", None)
        if entry.manifest is None and relatives is not None and not self.off and entry.content and relatives(entry.key):
            return "kept for another CPU, tier, llvmlite or version of rejit"
        return ""

    def _has_size(self, size: int) -> bool:
        if any(file.has_size(size) for file in self.files):
            return True
        has = getattr(self.store, "has_size", None)
        return True if has is None or self.off else bool(has(size))

    def _by_identity(self, entry: Entry, path: str) -> bool:
        """Whether it is known what the file holds, from an earlier reading."""
        try:
            identity = identity_of(path)
            where = os.path.abspath(path)  # the program may change its folder
        except OSError:
            return False
        if not identity:
            return False
        entry.name = path
        entry.origin = where, identity
        entry.size = identity[2]
        entry.content = self.load(file_key(identity)) or b""
        return bool(entry.content)

    def note_file(self, origin: Origin, content: bytes, when: float) -> None:
        """Remember what a file holds, unless it might change without its identity changing."""
        path, identity = origin
        if identity[4] + SETTLED_S * 1e9 < when * 1e9 and not on_network(path):
            self.keep(file_key(identity), content)

    def _open_manifest(self, entry: Entry) -> None:
        data = self.load(entry.key) or self._exported(entry)
        if data is None:
            return
        try:
            entry.manifest = manifest = Manifest.load(data)
        except (ValueError, EOFError, TypeError):
            return
        entry.printed = manifest.printed
        entry.index = KeptIndex(manifest, lambda: self._text(entry))
        if not entry.printed and entry.origin is not None and entry.found is None:
            entry.index.origin = entry.origin

    def _exported(self, entry: Entry) -> bytes | None:
        """The manifest of a module in an exported file."""
        for file in self.files:
            for row in file.rows(entry.size, entry.content, entry.tier_wanted):
                data = file.load(row)
                if data is not None:
                    entry.cpu = row[3], row[4]
                    return data
                self.bad += 1
        return None

    def _text(self, entry: Entry) -> str:
        """The module's text, which the index was made of."""
        manifest = entry.manifest
        assert manifest is not None
        if entry.printed:
            kept = self.load(text_key(entry.content, entry.configured))
            if kept is not None and digest(kept) == manifest.text_digest:
                return kept.decode("utf-8", "surrogateescape")
        data = entry.read()[0]
        if entry.printed:
            raw = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else bytes(data)
            return self._canonical(raw, False)
        text = data if isinstance(data, str) else str(data, "ascii")
        return text if text.endswith("\n") else text + "\n"

    def kept(self, stored: int, bound: tuple[str, ...], different: tuple[str, ...]) -> None:
        """What a worker says of the entries it stored, or did not."""
        self.stored += stored
        self.bound += bound
        self.different += different

    # -- the report ----------------------------------------------------------------------------------------------

    def report(self, entries: Iterable[Entry | None]) -> dict[str, Any]:
        """The figures for `--stats`."""
        entries = list(entries)
        why = "; ".join(filter(None, (self.why_not(entry) for entry in entries if entry is not None)))
        hits = self.hits + sum(entry.hits for entry in entries if entry is not None)
        return {
            "cache_hits": hits,
            "cache_misses": self.misses,
            "cache_bad": self.bad + getattr(self.store, "bad", 0),
            "cache_bytes_read": getattr(self.store, "bytes_read", 0) + sum(file.bytes_read for file in self.files),
            "cache_stored": self.stored,
            "cache_lookup_ms": round(self.lookup_ns / 1e6, 3),
            "cache_off": "; ".join(filter(None, (self.off, self.read_only, *self.refused))),
            **({"cache_moved": self.moved} if self.moved else {}),
            **({"cache_missed": why} if why else {}),
            **({"cache_bound": self.bound} if self.bound else {}),
            **({"cache_different": self.different} if self.check else {}),
        }


def _path_of(source: Any) -> str | None:
    """The path, where a source is one (see `source.read`)."""
    if isinstance(source, str):
        return None if "\n" in source or not source.strip() else source
    return os.fspath(source) if hasattr(source, "__fspath__") else None
