"""A compile worker: slices a partition, has LLVM compile it, splits the object into pieces.

It is forked from the compile server (server.py), so LLVM and the module's index are there from its first moment. It
does one job at a time and keeps no state but what it was told: which variables of a module are compiled already. It may
die at any instant, LLVM sees to that; the server notices.

The same `compile_job` serves a session without workers, in the program's own process.
"""

from __future__ import annotations

import marshal
import os
import select
import signal
from time import monotonic, perf_counter_ns

from rejit.compile import backend
from rejit.compile.cached import Backlog, Objects, compile_cached, is_unknown, taken_apart
from rejit.compile.channel import Disconnected
from rejit.compile.closed import Closed
from rejit.compile.dump import dump
from rejit.compile.messages import MODULE_ASM
from rejit.compile.transforms import combined, keeps_its_body
from rejit.errors import RejitError, TransformFailed
from rejit.ir.imports import importable, never_import
from rejit.ir.partition import Partition, module_asm_partition, partition
from rejit.link.pieces import whole
from rejit.tiers import DEBUG_FULL, DEBUG_LINES, HOT_TRIGGERS, debug_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from typing import Any

    from rejit.compile.channel import Channel
    from rejit.ir.index import ModuleIndex
    from rejit.tiers import TierKey

    Piece = tuple[Any, ...]
    Compile = Callable[[str, TierKey], bytes]  # `backend.compile_ir`, here or elsewhere
    # slice ns, LLVM ns, split ns, how many of the functions came from the cache, how many of its entries were bad;
    # when it began (perf_counter_ns, one clock for all processes), in which process
    Times = tuple[int, int, int, int, int, int, int]
    # functions, variables, pieces, times, the tier, functions whose bodies were imported
    Outcome = tuple[tuple[str, ...], tuple[str, ...], list[Piece], Times, TierKey, tuple[str, ...]]


IDLE_MS = 250  # milliseconds without a job after which a worker stores what it compiled: a step of it may take 10
SOON_MS = 20  # the same for what has waited for ...
KEEP_SOON_S = 5.0  # ... so long


class Source:
    """A module as a worker knows it."""

    __slots__ = ("compiled_variables", "differences", "dump", "index", "keep", "objects")

    def __init__(self, index: ModuleIndex, backlog: Backlog | None = None) -> None:
        self.index = index
        self.compiled_variables: set[str] = set()
        self.objects: Objects | None = None  # the cache
        self.keep = Backlog() if backlog is None else backlog  # compiled, and to be stored in it
        self.differences: list[str] = []  # what --cache-check found to be different
        self.dump = ""  # where --dump-ir wants each partition: a folder, "stderr", or nothing


def compile_job(
    source: Source,
    functions: Sequence[str],
    variables: Sequence[str],
    tier: TierKey,
    compile: Compile,
    hot: Sequence[str] = (),
) -> Outcome:
    """Compile functions, the named variables, and the variables they need that are not compiled yet, as one module.

    hot: functions of the module that are known to be, for what is inlined."""
    index = source.index
    start = perf_counter_ns()
    if MODULE_ASM in functions:
        return _compile_module_asm(source, tier, compile)
    for name in functions:
        index.promote(name)
    slots = tier[5] == "slot"

    def slice(functions: Sequence[str], variables: Sequence[str]) -> Partition:
        return tier_partition(source, functions, variables, tier, hot)

    if source.objects is not None and not is_unknown(source, functions, variables, tier):
        return compile_cached(
            source, functions, variables, tier, compile, slice, {"optnone": tier[0] == 0, "slots": slots}
        )
    part = tier_partition(source, functions, variables, tier, hot, known=source.compiled_variables)
    if source.dump:
        dump(source.dump, part.functions, part.variables, part.text)
    sliced = perf_counter_ns()
    compiled = compile(part.text, tier)
    done = perf_counter_ns()
    pieces = taken_apart(compiled, part, tier)
    source.compiled_variables.update(part.variables)
    if source.objects is not None:
        source.keep.put_job(part, pieces, tier, slice)
    times = sliced - start, done - sliced, perf_counter_ns() - done, 0, 0, start, os.getpid()
    # Above tier 0 LLVM inlines what it finds beside a function too.
    company = part.functions if tier[0] and len(part.functions) > 1 else ()
    return part.functions, part.variables, pieces, times, tier, (*part.imported, *company)


def tier_partition(
    source: Source,
    functions: Sequence[str],
    variables: Sequence[str],
    tier: TierKey,
    hot: Sequence[str] = (),
    known: Container[str] | None = None,
    inline: Sequence[str] | None = None,
) -> Partition:
    """The text that goes to LLVM at a tier. known: as in `partition`. inline: what comes along, if that is known."""
    index, level = source.index, tier[0]
    if inline is None:
        inline = importable(index, functions, tier[4], frozenset(hot)) if tier[4] and functions else ()
    return partition(
        index,
        functions,
        variables,
        debug=debug_of(tier),  # type: ignore[arg-type]
        tbaa=level >= 2,
        optnone=level == 0,
        known=known,
        inline=inline,
        slots=tier[5] == "slot",
        transform=combined(tier[3], index),
    )


def _compile_module_asm(source: Source, tier: TierKey, compile: Compile) -> Outcome:
    start = perf_counter_ns()
    part = module_asm_partition(source.index)
    if source.dump and part is not None:
        dump(source.dump, (), (), part.text)
    pieces = whole(compile(part.text, tier)) if part is not None else []
    return (MODULE_ASM,), (), pieces, (0, perf_counter_ns() - start, 0, 0, 0, start, os.getpid()), tier, ()


def compile_each(
    source: Source,
    functions: Sequence[str],
    variables: Sequence[str],
    tier: TierKey,
    compile: Compile = backend.compile_ir,
    hot: Sequence[str] = (),
) -> tuple[list[Outcome], list[tuple[str, str, str]]]:
    """`compile_job`, and where LLVM refuses a batch each function by itself.

    Functions that must keep one body go through the last tier at once. (outcomes, (function, error type, message) of
    each failure)"""
    if tier[6] is not None:
        last, drift = tier[6]
        keeping = [name for name in functions if keeps_its_body(source.index, name, drift)]
        if keeping:
            rest = [name for name in functions if name not in keeping]
            outcomes: list[Outcome] = []
            failures: list[tuple[str, str, str]] = []
            if rest or variables:
                outcomes, failures = compile_each(source, rest, variables, (*tier[:6], None), compile)
            for name in keeping:
                good, bad = compile_each(source, (name,), (), last, compile)
                outcomes += good
                failures += bad
            return outcomes, failures
    if len(functions) > 1 and debug_of(tier) != "none":  # a function's debug information is all that its object has
        return _one_by_one(source, functions, variables, tier, compile, hot)
    refused = []

    def recorded(text: str, tier: TierKey) -> bytes:
        try:
            return compile(text, tier)
        except RejitError:
            refused.append((text, tier))
            raise

    try:
        return [compile_job(source, functions, variables, tier, recorded, hot)], []
    except RejitError as error:
        if len(functions) + len(variables) <= 1:
            name, kind = (*functions, *variables)[0], type(error).__name__
            message = describe(source, functions, tier, error, hot)
            if refused:
                from rejit.compile.replay import leave

                message += leave(*refused[0], name, kind, message)
            return [], [(name, kind, message)]
    return _one_by_one(source, functions, variables, tier, compile)


def _one_by_one(
    source: Source,
    functions: Sequence[str],
    variables: Sequence[str],
    tier: TierKey,
    compile: Compile,
    hot: Sequence[str] = (),
) -> tuple[list[Outcome], list[tuple[str, str, str]]]:
    outcomes: list[Outcome] = []
    failures: list[tuple[str, str, str]] = []
    for name in functions:
        good, bad = compile_each(source, (name,), (), tier, compile, hot)
        outcomes += good
        failures += bad
    for name in variables:
        good, bad = compile_each(source, (), (name,), tier, compile)
        outcomes += good
        failures += bad
    return outcomes, failures


def describe(
    source: Source, functions: Sequence[str], tier: TierKey, error: RejitError, hot: Sequence[str] = ()
) -> str:
    """LLVM's message with the place in the user's file where it can be found."""
    message = str(error)
    if isinstance(error, TransformFailed):
        return message
    ours = (*HOT_TRIGGERS, DEBUG_LINES, DEBUG_FULL)
    theirs = [spec.partition("#")[0] for spec in tier[3] if spec not in ours]
    if theirs:
        message = f"{message.rstrip()}\n  after the transforms {', '.join(theirs)}"
    try:
        from rejit.ir.locate import locate

        # A user's transforms may move lines; ours keep their count.
        part = partition(source.index, functions) if theirs else tier_partition(source, functions, (), tier, hot)
        _, line, text = locate(part, message)
    except Exception:
        return message
    return f"{message.rstrip()}\n  at line {line}: {text.strip()}" if line else message


def die_with(parent: int) -> None:
    """Have the kernel end this process when its parent ends, in the middle of LLVM if need be."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(0)


def serve(channel: Channel, modules: dict[int, Source], objects: Objects | None) -> None:
    """A worker's life: jobs from the server until it hangs up; in between, what was compiled goes into the cache."""
    worker = _Worker(channel, modules, objects)
    try:
        while True:
            worker.keep_while_idle()
            for message in channel.receive(wait=True):
                worker.handle(message)
    except Disconnected:
        while worker.keep:
            worker.keep_one()
        raise


class _Worker:
    """What a worker holds."""

    def __init__(self, channel: Channel, modules: dict[int, Source], objects: Objects | None) -> None:
        self.channel = channel
        self.modules = modules
        self.keep = Backlog()
        self.kept_all = monotonic()  # when nothing was left to keep
        self.objects = objects  # the server's, whatever modules it knew when it forked this worker
        for source in modules.values():
            source.keep = self.keep
        self.closed = Closed()
        self.poll = select.poll()
        self.poll.register(channel.socket.fileno(), select.POLLIN)

    def handle(self, message: tuple[Any, ...]) -> None:
        channel, modules = self.channel, self.modules
        verb = message[0]
        if verb == "compile":
            _, job, module, functions, variables, compiled, tier, hot = message
            source = modules[module]
            source.compiled_variables.update(compiled)
            outcomes, failures = compile_each(source, functions, variables, tier, hot=hot)
            # The server passes pieces on as they are.
            packed = [(*o[:2], [marshal.dumps(p, 4) for p in o[2]], *o[3:]) for o in outcomes]
            if source.differences:  # first: the program may end when it has its answer
                channel.send(("kept", 0, (), tuple(source.differences)))
                source.differences.clear()
            channel.send(("done", job, packed, failures))
        elif verb == "module":
            from rejit.ir.index import ModuleIndex

            _, module, index, text, dump = message
            modules[module] = source = Source(ModuleIndex.load(index, text), self.keep)
            source.dump = dump
            source.objects = self.objects
        elif verb == "cache":
            self.objects = open_objects(message[1], message[2])
        elif verb == "canonical":
            _, job, data, verify = message
            channel.send(("done", job, *canonical_job(data, verify, keep=True)))
            backend.forget_printed()
        elif verb == "replaced":
            if message[1] in modules:
                never_import(modules[message[1]].index, message[2])
        elif verb == "forget":
            modules.pop(message[1], None)
            self.closed.count()

    def keep_while_idle(self) -> None:
        """Store what waits for it, as long as nothing is asked."""
        if not self.keep:
            self.kept_all = monotonic()
        wait = IDLE_MS if monotonic() - self.kept_all < KEEP_SOON_S else SOON_MS
        while self.keep and not self.poll.poll(wait):
            wait = 0
            self.keep_one()
            if not self.keep:
                self.channel.send(("kept", *self.keep.news(), ()))

    def keep_one(self) -> None:
        """A step of it; a full disk or a folder that is gone ends the keeping."""
        try:
            self.keep.step(self.objects)
        except Exception:
            self.objects = None
            for source in self.modules.values():
                source.objects = None


def open_objects(folder: str, check: bool) -> Objects | None:
    """The cache's folder as a place for single functions; None if it may not be used."""
    from rejit.cache.claims import Claims
    from rejit.cache.disk import DiskCache, Refused

    try:
        store = DiskCache(folder)
    except (Refused, OSError):
        return None  # the program has the reason
    try:
        return Objects(store, check, Claims(f"{folder}/objects"))
    except OSError:
        return Objects(store, check)


def canonical_job(data: bytes, verify: bool, keep: bool = False) -> tuple[list[Any], list[tuple[str, str, str]]]:
    """LLVM's print of any IR: the text, or what is wrong with it."""
    try:
        text = backend.canonical(data, keep)
        if verify:
            backend.verify(text)
    except RejitError as error:
        return [], [("", type(error).__name__, str(error))]
    return [text], []
