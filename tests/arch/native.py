"""What the contract runs on: probes compiled for the CPU, a manager with its code, and a way to see a process die."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import resource
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from aot import Builds
from rejit.config import Config
from rejit.runtime.callbacks import CompileCallbackManager, Hook
from rejit.runtime.memory import CodeMemory
from rejit.session import Session

HERE = Path(__file__).parent
MOST_WORDS = 20  # of stack arguments that gates are tried with


class Field(NamedTuple):
    """Where a register is in a probe's state, and what it may hold: any value & mask | ones."""

    offset: int
    size: int
    mask: int = -1
    ones: int = 0


def wide_functions(registers: int = 8) -> str:
    """C functions with many parameters: `integers_N`, `doubles_N`, `alternating_N`, each a weighted sum."""
    out = ["#include <stdint.h>"]
    for count in range(registers + MOST_WORDS + 1):
        for name, kinds in (("integers", ["long"]), ("doubles", ["double"]), ("alternating", ["long", "double"])):
            types = [kinds[i % len(kinds)] for i in range(count)]
            parameters = ", ".join(f"{kind} p{i}" for i, kind in enumerate(types)) or "void"
            terms = " + ".join(f"{i + 1} * p{i}" for i in range(count)) or "0"
            kind = "long" if name == "integers" else "double"
            out.append(f"{kind} {name}_{count}({parameters}) {{ return misalignment() ? -1 : {terms}; }}")
    return "long misalignment(void);\n" + "\n".join(out) + "\n"


def build_probes(builds: Builds, compiler: str, sources: Sequence[str], folder: Path) -> Path:
    """The shared library of a CPU's probes."""
    wide = folder / "wide.c"
    wide.write_text(wide_functions())
    inputs = [wide, HERE / "probes.c", *(HERE / source for source in sources)]
    options = ["-shared", "-fPIC", "-O1", "-fexceptions", "-Wall", "-Werror", f"-I{HERE}", "-pthread"]
    arguments = [*options, *map(str, inputs), "-lm"]
    return builds.make(compiler, arguments, [*inputs, HERE / "probes.h"], "probes.so")


class Machine:
    """A manager with its memory, and the probes. `c` releases the GIL in a call, `held` keeps it."""

    def __init__(self, arch: ModuleType, probes: Path, session: Session | None = None) -> None:
        self.arch = arch
        self.c, self.held = ctypes.CDLL(str(probes)), ctypes.PyDLL(str(probes))
        for library in (self.c, self.held):
            library.probe.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int)
        self.fatal: list[BaseException] = []
        if session is None:
            # Never unmapped: the unwinder goes on knowing its tables.
            self.memory = CodeMemory(trap=arch.TRAP)
            self.callbacks = CompileCallbackManager(self.memory, arch, Config(), self.fatal.append)
        else:
            self.memory, self.callbacks = session.memory, session.callbacks
        self.session = session
        self._kept: list[Any] = []

    def address(self, name: str) -> int:
        """Of a probe."""
        return ctypes.cast(getattr(self.c, name), ctypes.c_void_p).value or 0

    def hook(self, answer: Callable[[int], int], target: int = 0) -> Hook:
        """A stub that asks `answer(frame)` at every call, as long as it leads to its trampoline."""
        hook = Hook(answer)
        self.callbacks.attach(hook, target)
        return hook

    def leading_to(self, name: str, during: Callable[[], object] = lambda: None) -> int:
        """The address of a stub whose callback runs `during` and answers with that probe."""
        target = self.address(name)

        def answer(frame: int) -> int:
            during()
            return target

        return self.hook(answer).address

    def gated(self, target: int, stack_words: int, result: Any, *arguments: Any) -> Any:
        """A Python function that calls `target` through a gate."""
        return ctypes.PYFUNCTYPE(result, *arguments)(self.callbacks.gate(target, stack_words))

    def function(self, name: str, result: Any = ctypes.c_long, *arguments: Any) -> Any:
        """A function of the session's program, through a gate."""
        assert self.session is not None
        return self.gated(self.session.modules[0].define(name), 0, result, *arguments)


# Code of the kind that stands between gate and callback, with clean-ups.
PROGRAM = """
target triple = "{triple}"

@order = global [16 x i64] zeroinitializer, align 8
@count = global i64 0, align 8

declare i32 @__gxx_personality_v0(...)
declare void @qsort(ptr, i64, i64, ptr)
declare i32 @fesetround(i32)
declare i32 @raise(i32)

define void @note(i64 %what) {{
  %n = load i64, ptr @count, align 8
  %place = getelementptr [16 x i64], ptr @order, i64 0, i64 %n
  store i64 %what, ptr %place, align 8
  %more = add i64 %n, 1
  store i64 %more, ptr @count, align 8
  ret void
}}

define i64 @through(ptr %f, i64 %tag) personality ptr @__gxx_personality_v0 {{
  %r = invoke i64 %f() to label %fine unwind label %pad

fine:                                             ; preds = %0
  %s = add i64 %r, 1
  ret i64 %s

pad:                                              ; preds = %0
  %l = landingpad {{ ptr, i32 }} cleanup
  call void @note(i64 %tag)
  resume {{ ptr, i32 }} %l
}}

define i64 @deeper(ptr %f, i64 %tag) personality ptr @__gxx_personality_v0 {{
  %room = alloca [1000 x i8], align 16
  %more = add i64 %tag, 1
  %r = invoke i64 @through(ptr %f, i64 %tag) to label %fine unwind label %pad

fine:                                             ; preds = %0
  %s = add i64 %r, 1
  ret i64 %s

pad:                                              ; preds = %0
  %l = landingpad {{ ptr, i32 }} cleanup
  call void @note(i64 %more)
  resume {{ ptr, i32 }} %l
}}

define i64 @rounding(ptr %f, i32 %mode) {{
  %ok = call i32 @fesetround(i32 %mode)
  %r = call i64 %f()
  ret i64 %r
}}

define i64 @signalled(ptr %f, i32 %signal) {{
  %ok = call i32 @raise(i32 %signal)
  %r = call i64 %f()
  ret i64 %r
}}

define i64 @sorted(ptr %compare) personality ptr @__gxx_personality_v0 {{
  %four = alloca [4 x i32], align 16
  store <4 x i32> <i32 4, i32 3, i32 2, i32 1>, ptr %four, align 16
  invoke void @qsort(ptr %four, i64 4, i64 4, ptr %compare) to label %fine unwind label %pad

fine:                                             ; preds = %0
  %first = load i32, ptr %four, align 16
  %wide = sext i32 %first to i64
  ret i64 %wide

pad:                                              ; preds = %0
  %l = landingpad {{ ptr, i32 }} cleanup
  call void @note(i64 70)
  resume {{ ptr, i32 }} %l
}}
"""


def program_session(triple: str) -> Session:
    """A session of its own with PROGRAM in it, compiled and linked."""
    compiler = os.environ.get("REJIT_TEST_COMPILER")  # where Python is emulated there is no LLVM
    session = Session(workers=0) if compiler is None else Session(compiler=compiler)
    session.add(PROGRAM.format(triple=triple), name="program").compile()
    return session


class Outcome(NamedTuple):
    """How a child ended: what it raised and wrote, its exit status or the signal it died of (negative); None: hung."""

    status: int | None
    text: str


def in_child(check: Callable[[], object], seconds: float = 20) -> Outcome:
    """Run a check in a forked child: 0 if it returns, 1 if it raises."""
    read, write = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking with threads: they are asleep
        pid = os.fork()
    if not pid:
        _be_child(check, write)
    os.close(write)
    text, end = b"", time.monotonic() + seconds
    while select.select([read], [], [], max(0.0, end - time.monotonic()))[0]:
        piece = os.read(read, 1 << 16)
        text += piece
        if not piece:
            break
    else:
        os.kill(pid, signal.SIGKILL)
    os.close(read)
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return Outcome(None if code == -signal.SIGKILL else code, text.decode(errors="replace"))


def _be_child(check: Callable[[], object], write: int) -> None:
    code = 1
    try:
        faulthandler.disable()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.dup2(write, 2)
        os.close(write)
        check()
        code = 0
    except BaseException as error:
        os.write(2, "".join(traceback.format_exception_only(error)).encode())
    finally:
        sys.stdout.flush()
        os._exit(code)
