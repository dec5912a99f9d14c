"""Compiling with the cache before it: each function and variable is looked up by itself, and what is not there is
compiled together and kept piece by piece.

Making a key costs a quarter of what compiling at tier 0 does. So none is made for a job of which the cache knows not
even a name: it is compiled as if there were no cache, and kept when the worker has nothing else to do (`Backlog`).

That this may be so, a piece must not show in which company it was compiled. At tier 0 it does not (each has a section
group of its own, constants are copied, unwind entries lose their padding: tests compare byte for byte). Above tier 0
LLVM looks into what else a module defines, so there a function is compiled alone, and variables apart.
"""

from __future__ import annotations

import marshal
import os
import re
from time import perf_counter_ns

from rejit.cache import keys
from rejit.compile import backend
from rejit.ir.partition import Partition, merge
from rejit.link.pieces import split, with_debug
from rejit.tiers import debug_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from rejit.cache.claims import Claims
    from rejit.compile.worker import Compile, Outcome, Source
    from rejit.ir.index import ModuleIndex
    from rejit.tiers import TierKey

    Piece = tuple[Any, ...]
    Slice = Callable[[Sequence[str], Sequence[str]], Partition]

# A pointer made from a number that looks like an address of this process: another process's differs, so what is
# compiled for it would never be found again.
_ADDRESS = re.compile(r"inttoptr \(?i64 (\d{6,})\b")
LARGEST_ENTRY = 4 << 20  # bytes; a larger table compiles as fast as it is read


class Objects:
    """What a worker keeps compiled functions and variables in. `failed` is told, once, why that is of no use."""

    __slots__ = ("_configured", "_failed", "check", "claims", "store")

    def __init__(
        self,
        store: Any,
        check: bool = False,
        claims: Claims | None = None,
        failed: Callable[[str], object] = lambda reason: None,
    ) -> None:
        self.store = store  # None when it has failed
        self._failed = failed
        self.claims = claims
        self.check = check  # compile all the same, and compare
        self._configured: dict[Any, bytes] = {}

    def alone(self) -> bool:
        """Whether no other process compiles for this cache now."""
        try:
            return self.claims is None or self.claims.alone()
        except OSError:
            return True

    def load(self, key: bytes) -> list[Piece] | None:
        """The pieces kept under a key. A store that raises is not asked again; what makes no sense is not there."""
        try:
            content = None if self.store is None else self.store.load(key)
        except Exception as error:
            self.store = None
            self._failed(f"{type(error).__name__}: {error}")
            return None
        try:
            return None if content is None else list(marshal.loads(content))
        except (EOFError, TypeError, ValueError):
            return None

    def configured(self, tier: TierKey) -> bytes:
        """The hash of what decides a piece besides its text."""
        found = self._configured.get(tier)
        if found is None:
            cpu = backend.host_cpu() if tier[1] == "native" else (tier[1], tier[2])
            rest = (tier[0], tier[3], tier[5])  # how much is inlined shows in the text
            found = self._configured[tier] = keys.configuration(rest, cpu, backend.version())
        return found


class Unit:
    """A function (with those that share its labels) or a variable: what has one entry."""

    __slots__ = ("key", "part", "pieces", "stored")

    def __init__(self, part: Partition, configured: bytes) -> None:
        self.part = part
        slicer = part.slicer
        assert not isinstance(slicer, str)
        self.key = keys.object_key(part, slicer, configured)
        self.pieces: list[Piece] | None = None
        self.stored = False

    @property
    def bound_to_process(self) -> bool:
        """Whether its text holds an address of this process."""
        return _mentions_numbers(self.part) and any(
            0x10000 <= int(n) < 1 << 47 for n in _ADDRESS.findall(self.part.text)
        )


def _mentions_numbers(part: Partition) -> bool:
    parts = part.parts
    assert parts is not None
    return any("inttoptr" in text for text in (*parts.bodies.values(), *parts.definitions, *parts.globals.values()))


def compile_cached(
    source: Source,
    functions: Sequence[str],
    variables: Sequence[str],
    tier: TierKey,
    compile: Compile,
    slice: Slice,
    merge_options: dict[str, Any],
) -> Outcome:
    """As `worker.compile_job`. `slice` makes a partition for `tier` that defines what it is given and nothing else."""
    start = perf_counter_ns()
    objects = source.objects
    assert objects is not None
    configured = objects.configured(tier)
    units = _units(source, functions, variables, slice, configured)
    bad = getattr(objects.store, "bad", 0)
    for unit in units:
        unit.pieces = objects.load(unit.key)
    missing = [unit for unit in units if unit.pieces is None]
    sliced = perf_counter_ns()
    spent = [0, 0]
    if objects.check:
        _check([unit for unit in units if unit.pieces is not None], tier, compile, source)
    pieces = [piece for unit in units if unit.pieces is not None for piece in unit.pieces]
    claims = None if not missing or objects.alone() else objects.claims
    ours, theirs = _claim(missing, objects, claims)
    try:
        for group in _groups(ours, tier):
            pieces += _compile_group(group, tier, compile, merge_options, spent)
    finally:
        if claims is not None:
            _store_claimed(ours, objects, claims)
    found = _await(theirs, objects)
    pieces += [piece for unit in found if unit.pieces is not None for piece in unit.pieces]
    missing = [unit for unit in missing if unit not in found]
    for group in _groups([unit for unit in theirs if unit not in found], tier):
        pieces += _compile_group(group, tier, compile, merge_options, spent)
    source.keep.put_units([unit for unit in missing if unit.pieces is not None and not unit.stored])
    done = dict.fromkeys(name for unit in units for name in unit.part.functions)
    made = dict.fromkeys(name for unit in units for name in unit.part.variables)
    source.compiled_variables.update(made)
    hits = sum(len(unit.part.functions) for unit in units if unit not in missing)
    bad = getattr(objects.store, "bad", 0) - bad
    figures = sliced - start, spent[0], spent[1], hits, bad, start, os.getpid()
    imported = dict.fromkeys(name for unit in units for name in unit.part.imported)
    return tuple(done), tuple(made), pieces, figures, tier, tuple(imported)


class Backlog:
    """What was compiled and is not stored yet. The pieces are on their way to the program, which may be waiting."""

    def __init__(self) -> None:
        self._units: list[Unit] = []
        self._jobs: list[tuple[Sequence[str], Sequence[str], list[Piece], TierKey, Slice]] = []
        self.stored = 0
        self.bound: list[str] = []  # names of what holds an address of this process, and is not stored

    def __bool__(self) -> bool:
        return bool(self._units or self._jobs)

    @property
    def size(self) -> int:
        """Steps to do, about."""
        return len(self._units) + len(self._jobs)

    def put_units(self, units: list[Unit]) -> None:
        """Compiled, with keys."""
        self._units += units

    def put_job(self, part: Partition, pieces: list[Piece], tier: TierKey, slice: Slice) -> None:
        """Compiled as one module, without keys. Its text is not kept: each next one would need fresh memory."""
        self._jobs.append((part.functions, part.variables, pieces, tier, slice))

    def step(self, objects: Objects | None) -> None:
        """Do a little of it: one entry stored, or the keys of one job made."""
        if objects is None or objects.store is None:
            self._units.clear()
            self._jobs.clear()
        elif self._units:
            self._store(self._units.pop(), objects)
        elif self._jobs:
            functions, variables, pieces, tier, slice = self._jobs.pop()
            configured = objects.configured(tier)
            units: list[Unit] = []
            seen: set[str] = set()
            for names, others in ((functions, False), (variables, True)):
                for name in names:
                    if name not in seen:
                        made = slice((), (name,)) if others else slice((name,), ())
                        units.append(Unit(made, configured))
                        seen.update(made.functions, made.variables)
            _share_out(pieces, units)
            self._units += [unit for unit in units if unit.pieces is not None]

    def _store(self, unit: Unit, objects: Objects) -> None:
        if unit.bound_to_process:
            self.bound.append((*unit.part.functions, *unit.part.variables)[0])
            return
        content = marshal.dumps(unit.pieces, 4)
        if len(content) <= LARGEST_ENTRY:
            objects.store.store(unit.key, content)
            self.stored += 1

    def news(self) -> tuple[int, tuple[str, ...]]:
        """What was done since this was last asked."""
        found = self.stored, tuple(self.bound)
        self.stored, self.bound = 0, []
        return found


def _units(
    source: Source, functions: Sequence[str], variables: Sequence[str], slice: Slice, configured: bytes
) -> list[Unit]:
    """One for each function asked for, each variable, and each variable that these need and that is not there yet."""
    units: list[Unit] = []
    seen: set[str] = set()
    for name in functions:
        if name not in seen:
            units.append(Unit(slice((name,), ()), configured))
            seen.update(units[-1].part.functions)
            seen.update(units[-1].part.variables)
    waiting = [*variables, *(v for unit in units for v in _needed(source, unit.part))]
    for name in waiting:  # grows
        if name not in seen:
            unit = Unit(slice((), (name,)), configured)
            seen.add(name)
            seen.update(unit.part.variables)
            seen.update(unit.part.functions)
            units.append(unit)
            waiting += _needed(source, unit.part)
    return units


def _needed(source: Source, part: Partition) -> Iterator[str]:
    """The variables that a partition refers to and that were not compiled yet."""
    index = source.index
    for name in part.references:
        if name in index.aliases:
            entity = index.entity(name)
            name = (entity.aliasee if entity is not None else None) or name
        if name in index.variables and name not in source.compiled_variables and not _owned(index, name):
            yield name


def _owned(index: ModuleIndex, name: str) -> bool:
    """Whether it is a table of label addresses, which comes with its function."""
    from rejit.ir.labels import labels_of

    return name in labels_of(index).owners


def _claim(missing: list[Unit], objects: Objects, claims: Claims | None) -> tuple[list[Unit], list[Unit]]:
    """(what is to be compiled here, what another process is compiling or has just stored)."""
    if claims is None:
        return missing, []
    ours, theirs = [], []
    for unit in missing:
        try:
            if not claims.take(unit.key):
                theirs.append(unit)
            elif objects.load(unit.key) is not None:  # stored since we looked
                claims.release(unit.key)
                theirs.append(unit)
            else:
                ours.append(unit)
        except OSError:
            ours.append(unit)
    return ours, theirs


def _store_claimed(units: list[Unit], objects: Objects, claims: Claims) -> None:
    """Store what others may be waiting for, and let them have it."""
    backlog = Backlog()
    for unit in units:
        try:
            if unit.pieces is not None:
                backlog.put_units([unit])
                backlog.step(objects)
                unit.stored = True
        except Exception:
            pass  # the next attempt to store it says what is wrong
    for unit in units:
        try:
            claims.release(unit.key)
        except OSError:
            pass


def _await(theirs: list[Unit], objects: Objects) -> list[Unit]:
    """Those that another process compiled for us."""
    found = []
    for unit in theirs:
        if objects.claims is not None:
            objects.claims.wait(unit.key)
        unit.pieces = objects.load(unit.key)
        if unit.pieces is not None:
            found.append(unit)
    return found


def is_unknown(source: Source, functions: Sequence[str], variables: Sequence[str], tier: TierKey) -> bool:
    """Whether the cache has nothing for this job, as far as can be told without a key."""
    has = getattr(source.objects.store, "has_name", None) if source.objects is not None else None
    if source.objects is None or has is None or tier[0] != 0 or not source.objects.alone():
        return False
    return not any(has(keys.name_hash(name)) for name in (*functions, *variables))


def _groups(missing: list[Unit], tier: TierKey) -> list[list[Unit]]:
    """What is compiled as one module."""
    if tier[0] == 0:
        return [missing] if missing else []
    data = [unit for unit in missing if not unit.part.functions]
    return [[unit] for unit in missing if unit.part.functions] + ([data] if data else [])


def _compile_group(
    group: list[Unit], tier: TierKey, compile: Compile, merge_options: dict[str, Any], spent: list[int]
) -> list[Piece]:
    start = perf_counter_ns()
    part = group[0].part if len(group) == 1 else merge([unit.part for unit in group], **merge_options)
    compiled = compile(part.text, tier)
    middle = perf_counter_ns()
    pieces = taken_apart(compiled, part, tier)
    _share_out(pieces, group)
    spent[0] += middle - start
    spent[1] += perf_counter_ns() - middle
    return pieces


def taken_apart(compiled: bytes, part: Partition, tier: TierKey) -> list[Piece]:
    """The pieces of a partition's object."""
    apart = tier[0] >= 2  # what runs long
    if debug_of(tier) == "none":
        return list(split(compiled, part.constants, apart=apart))
    return list(with_debug(split(compiled, part.constants, debug=True, apart=apart)))


def _share_out(pieces: list[Piece], group: list[Unit]) -> None:
    """Give each unit its pieces: those that define its names, and what these refer to that only they can see.

    Units that have a piece in common get none: they cannot be kept apart."""
    home = {symbol: piece for piece in pieces for symbol, _, _, _ in piece[5] if symbol}
    taken: dict[int, Unit] = {}
    shared: set[int] = set()
    for unit in group:
        waiting = [home[name] for name in (*unit.part.functions, *unit.part.variables) if name in home]
        waiting += [home[s] for s in home if "@@" in s and s.partition("@@")[0] in unit.part.functions]
        mine: dict[int, Piece] = {}
        while waiting:
            piece = waiting.pop()
            if id(piece) in mine:
                continue
            mine[id(piece)] = piece
            if taken.setdefault(id(piece), unit) is not unit:
                shared.update((id(unit), id(taken[id(piece)])))
            waiting += [home[s] for _, _, s, _ in piece[6] if s[:1] == "\0" and s in home]
        unit.pieces = [piece for piece in pieces if id(piece) in mine]
    for unit in group:
        if id(unit) in shared or len(taken) != len(pieces):
            unit.pieces = None


def _check(units: list[Unit], tier: TierKey, compile: Compile, source: Source) -> None:
    """Compile what the cache had, and report what differs; what is fresh counts."""
    for unit in units:
        fresh = taken_apart(compile(unit.part.text, tier), unit.part, tier)
        if fresh != unit.pieces:
            source.differences.append((*unit.part.functions, *unit.part.variables)[0])
            unit.pieces = fresh
