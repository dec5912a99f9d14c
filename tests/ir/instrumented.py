"""Helpers for the tests of the triggers: instrument what `partition` emits, run it in this process, count."""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Callable, Iterator

import llvmlite.binding as llvm
from slicing import HEADER, reprint

from rejit.compile.backend import _without_coro_end_result
from rejit.errors import InvalidIR
from rejit.ir.hot import Instrumented, instrument
from rejit.ir.index import ModuleIndex
from rejit.ir.osr import Continuation, continuation, continuation_name
from rejit.ir.partition import Partition, partition

llvm.initialize_native_target()
llvm.initialize_native_asmprinter()
llvm.initialize_native_asmparser()

RECORD = re.compile(r'@("rejit\.hot\.[^"]*") = external dso_local global (\[\d+ x i8\]), align 16')


def defines(part: Partition) -> Iterator[tuple[str, str]]:
    """(function, its define) of a partition."""
    at, nth = part.text.find("\ndefine "), 0
    while at >= 0:
        end = part.text.find("\n}\n", at) + 3
        yield part.segments[nth][0], part.text[at + 1 : end]
        at, nth = part.text.find("\ndefine ", end - 1), nth + 1


def instrumented(part: Partition, **options: object) -> tuple[str, dict[str, Instrumented]]:
    """(the partition's text with triggers in all its functions, what was done to each)."""
    text = part.text
    lines: dict[str, None] = {}
    made: dict[str, Instrumented] = {}
    for name, define in defines(part):
        one = instrument(name, define, index=part.index, **options)  # type: ignore[arg-type]
        assert one.text.count("\n") == define.count("\n"), "a line was added"
        made[name] = one
        lines.update(dict.fromkeys(one.lines))
        text = text.replace(define, one.text, 1)
    return text + "".join(line + "\n" for line in lines), made


def verified(text: str) -> llvm.ModuleRef:
    """Parsed and verified; with the text in the message where LLVM refuses it."""
    if "call i1 @llvm.coro.end(" in text and llvm.llvm_version_info[0] >= 22:
        text = _without_coro_end_result(text)
    try:
        module = llvm.parse_assembly(text)
        module.verify()
    except RuntimeError as error:
        raise AssertionError(f"{error}\n{text[:20000]}") from None
    return module


def machine(level: int = 0, *, mcjit: bool = False) -> tuple[llvm.TargetMachine, llvm.PassBuilder]:
    """mcjit: for code that MCJIT places, which may put its sections further apart than 2 GiB, and then aborts."""
    model = {"reloc": "static", "codemodel": "large"} if mcjit else {"reloc": "pic", "codemodel": "small"}
    target = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(), opt=level, jit=True, **model
    )
    return target, llvm.create_pass_builder(target, llvm.create_pipeline_tuning_options(speed_level=level))


def compiled(text: str, level: int = 0) -> bytes:
    """Object code by LLVM's pipeline of that level: where the back end would abort, it does so here."""
    module = verified(text)
    target, passes = machine(level)
    passes.getModulePassManager().run(module, passes)
    return bytes(target.emit_object(module))


# Engines live as long as the process: one that goes takes unwind tables with it that libgcc may still hold.
KEPT: list[tuple[Program, llvm.ExecutionEngine]] = []


class Program:
    """A module that runs in this process, its functions instrumented and its records laid out.

    With osr=True it also has every continuation that can be made; `enter` says which to enter, and at which visit of
    the loop's header (0 is the first), counted from `visits`.
    """

    def __init__(
        self,
        ir: str,
        *,
        level: int = 0,
        names: tuple[str, ...] = (),
        printed: bool = False,
        change: Callable[[Continuation], str] | None = None,
        **options: object,
    ) -> None:
        text = ir if printed else reprint(HEADER + ir)
        self.index = ModuleIndex.build(text)
        part = partition(self.index, names or tuple(self.index.functions), tuple(self.index.variables), debug="none")
        self.plain = part.text
        text, self.made = instrumented(part, **options)
        self.refused: dict[tuple[str, int], str] = {}
        self.loops: list[tuple[str, int]] = []
        self.made_continuations: dict[tuple[str, int], Continuation] = {}
        if options.get("osr"):
            text += self.all_continuations(part, change or (lambda made: made.text))
        self.visits: dict[tuple[str, int], int] = {}
        self.enter: tuple[str, int, int] | None = None
        self.entered: list[tuple[str, int]] = []
        sizes = {token.strip('"'): kind for token, kind in RECORD.findall(text)}
        text = RECORD.sub(r"@\1 = dso_local global \2 zeroinitializer, align 16", text)
        self.calls: list[str] = []
        self.turns: list[tuple[str, int]] = []
        self.better: dict[str, int] = {}  # function -> address of its better body
        self.rearm = 0
        self.engine = self.load(text, level)
        self.records = {name.partition(":")[2]: self.engine.get_global_value_address(name) for name in sizes}
        self.by_address = {address: name for name, address in self.records.items()}

    def all_continuations(self, part: Partition, change: Callable[[Continuation], str]) -> str:
        """The text of every continuation; what is refused goes into `refused`."""
        text: list[str] = []
        lines: dict[str, None] = {}
        for name, define in defines(part):
            for loop in range(self.made[name].loops):
                try:
                    one = continuation(name, define, loop, index=self.index)
                except InvalidIR as error:
                    self.refused[name, loop] = str(error)
                    continue
                self.loops.append((name, loop))
                self.made_continuations[name, loop] = one
                text.append(change(one))
                lines.update(dict.fromkeys(one.lines))
        return "".join(line + "\n" for line in lines) + "".join(text)

    def load(self, text: str, level: int = 0) -> llvm.ExecutionEngine:
        self.callbacks = (
            ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(self.on_hot),
            ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int32, ctypes.c_void_p)(self.on_turn),
        )
        for symbol, callback in zip(("jit_recompile_hot", "jit_loop_hot"), self.callbacks, strict=True):
            llvm.add_symbol(symbol, ctypes.cast(callback, ctypes.c_void_p).value)
        module = verified(text)
        target, passes = machine(level, mcjit=True)
        passes.getModulePassManager().run(module, passes)
        engine = llvm.create_mcjit_compiler(module, target)
        engine.finalize_object()
        KEPT.append((self, engine))
        return engine

    def on_hot(self, record: int) -> int | None:
        name = self.by_address[record]
        self.calls.append(name)
        self.set(name, calls=self.rearm)
        return self.better.get(name)

    def on_turn(self, record: int, loop: int, budget: int) -> int | None:
        name = self.by_address[record]
        ctypes.memmove(budget, record + 8, 4)
        self.turns.append((name, loop))
        visit = self.visits.get((name, loop), 0)
        self.visits[name, loop] = visit + 1
        if self.enter == (name, loop, visit):
            self.entered.append((name, loop))
            return self.address(continuation_name(name, loop))
        return None

    def set(self, name: str, *, calls: int | None = None, stride: int | None = None) -> None:
        for value, offset in ((calls, 0), (stride, 8)):
            if value is not None:
                ctypes.memmove(self.records[name] + offset, struct.pack("<i", value), 4)

    def budget(self, name: str) -> int:
        return int(ctypes.c_int32.from_address(self.records[name]).value)

    def address(self, name: str) -> int:
        return int(self.engine.get_function_address(name))

    def call(self, name: str, *arguments: int) -> int:
        kind = ctypes.CFUNCTYPE(ctypes.c_int64, *[ctypes.c_int64] * len(arguments))
        return int(kind(self.address(name))(*arguments))
