"""Continuations: entered at any visit of any loop's header, they compute what the function would have."""

from __future__ import annotations

import ctypes
import os
import random
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from instrumented import Program, defines, instrumented, verified
from slicing import Sliced

import tools
from aot import Builds
from rejit.errors import InvalidIR
from rejit.ir.osr import Continuation, continuation

HERE = Path(__file__).parent
VISITS = (0, 1, 2, 5)
ARGUMENTS = ((0, 3), (1, 0), (9, 4), (14, 5))

REFUSED = {
    "late": "va_start after the loop's beginning",
    "jumps": "setjmp",
    "labels": "label addresses",
}


def functions(program: Program) -> list[str]:
    """Those that can be called with two numbers."""
    return [
        name
        for name in program.index.functions
        if program.index.line_at(program.index.functions[name]).count("i64 ") >= 2
        and program.index.entity(name).linkage != "internal"
    ]


def outcome(program: Program, name: str, arguments: tuple[int, ...], memory: str) -> tuple[int, bytes]:
    """(result, what was done to memory)."""
    address, size = program.engine.get_global_value_address(memory), 8 if memory == "sink" else 1024
    ctypes.memset(address, 7, size)
    program.visits.clear()
    return program.call(name, *arguments), ctypes.string_at(address, size)


def check(
    program: Program,
    names: list[str],
    arguments: tuple[tuple[int, int], ...] = ARGUMENTS,
    visits: tuple[int, ...] = VISITS,
    memory: str = "sink",
) -> int:
    """Enter every loop that a function passes, at several visits; how often one was entered."""
    for record in program.records:
        program.set(record, calls=1 << 30, stride=0)
    entered = 0
    for name in names:
        for numbers in arguments:
            program.enter = None
            expected = outcome(program, name, numbers, memory)
            for loop in [loop for loop in program.loops if program.visits.get(loop)]:
                for visit in visits:
                    program.enter = (*loop, visit)
                    before = len(program.entered)
                    assert outcome(program, name, numbers, memory) == expected, (name, numbers, program.enter)
                    entered += len(program.entered) - before
    program.enter = None
    return entered


@pytest.mark.parametrize("level", [0, 3])
@pytest.mark.parametrize("front", ["noopt", "O0", "O3"])
def test_c_loops(builds: Builds, front: str, level: int) -> None:
    text = builds.ir(HERE / "loops.c", front).read_text()
    program = Program(text, printed=True, level=level, osr=True)
    assert check(program, functions(program)) > 300
    refused = {name: reason for (name, _), reason in program.refused.items() if not name.startswith("vla")}
    assert refused == {name: reason for name, reason in REFUSED.items() if front != "O3" or name != "late"}
    for (name, _), reason in program.refused.items():
        assert reason in program.made[name].refused.values()  # both sides say the same
    if front != "O3":
        assert sum(len(made.copied) for made in program.made_continuations.values()) > 200


@pytest.mark.parametrize("level", [0, 3])
@pytest.mark.parametrize("front", ["noopt", "O0", "O3"])
def test_exceptions(builds: Builds, front: str, level: int) -> None:
    """Handlers in the copy, below the frame that was left, and clean-ups: each runs as often as it would have."""
    ctypes.CDLL("libstdc++.so.6", ctypes.RTLD_GLOBAL)
    text = builds.ir(HERE / "throws.cpp", front, ("-std=c++17",)).read_text()
    program = Program(text, printed=True, level=level, osr=True)
    assert check(program, functions(program)) > 100
    assert set(program.refused.values()) <= {"the loop begins with a landing pad"}


def test_a_wrong_copy_is_caught(builds: Builds) -> None:
    """Each slot of a loop that matters, one off in the copy: the checks above notice."""
    text = builds.ir(HERE / "loops.c", "noopt").read_text()
    caught = 0
    slots = Program(text, printed=True, osr=True, names=("counted",)).made_continuations["counted", 0].copied
    for number, _ in enumerate(slots):

        def spoil(made: Continuation, number: int = number) -> str:
            copies = [line for line in made.text.split("\n") if line.startswith("  store i64 %osr.c.")]
            value = copies[number].split(",")[0].split(" ")[-1]
            wrong = f"  %wrong = add i64 {value}, 1\n{copies[number].replace(value, '%wrong', 1)}"
            return made.text.replace(copies[number], wrong, 1) if made.name == "counted.osr.0" else made.text

        program = Program(text, printed=True, osr=True, names=("counted",), change=spoil)
        try:
            check(program, ["counted"])
        except AssertionError:
            caught += 1
    assert len(slots) == caught == 3  # n, s, i; m is not read any more


# -- values that live in registers -----------------------------------------------------------------------------------

TYPES = {
    "i1": ("true", "false"),
    "i7": ("5", "-3"),
    "i64": ("7", "-1"),
    "i128": ("170141183460469231731687303715884105727", "3"),
    "half": ("0xH3C00", "0xH4200"),
    "float": ("1.5", "0x7FF8000020000000"),
    "double": ("-0.0", "0x7FF8000000000001"),
    "x86_fp80": ("0xK3FFF8000000000000001", "0xK7FFFC000000000000001"),
    "fp128": ("0xL00000000000000013FFF000000000000", "0xL0"),
    "ptr": ("@buffer", "null"),
    "<3 x i32>": ("<i32 1, i32 2, i32 3>", "<i32 -1, i32 0, i32 9>"),
    "<8 x i1>": ("<i1 1, i1 0, i1 1, i1 1, i1 0, i1 0, i1 0, i1 1>", "zeroinitializer"),
    "<8 x float>": ("<float 1.0, float 2.0, float 3.0, float 4.0, float 5.0, float 6.0, float 7.0, float 8.0>",
                    "zeroinitializer"),
    "<16 x i64>": ("<" + ", ".join(f"i64 {i}" for i in range(16)) + ">", "zeroinitializer"),
    "<2 x ptr>": ("<ptr @buffer, ptr null>", "zeroinitializer"),
    "{ i32, [2 x i64], { i8 } }": ("{ i32 1, [2 x i64] [i64 2, i64 3], { i8 } { i8 4 } }", "zeroinitializer"),
    "[3 x i16]": ("[3 x i16] [i16 1, i16 2, i16 3]".partition("] ")[2], "zeroinitializer"),
    "<{ i8, double }>": ("<{ i8 1, double 2.5 }>", "zeroinitializer"),
    "%Named": ("{ i8 1, float 2.5 }", "zeroinitializer"),
    "{}": ("zeroinitializer", "undef"),
}  # fmt: skip

NEST = """
%Named = type {{ i8, float }}
@buffer = global [1024 x i8] zeroinitializer, align 128
@sink = global i64 0
define i64 @f(i64 %n, i64 %m) {{
entry:
  br label %outer
outer:
  %i = phi i64 [ 0, %entry ], [ %i1, %latch ]
  %odd = trunc i64 %i to i1
  %v = select i1 %odd, {kind} {one}, {kind} {two}
  %old = freeze {kind} %v
  br label %inner
inner:
  %j = phi i64 [ 0, %outer ], [ %j1, %go ]
  %w = phi {kind} [ %v, %outer ], [ %x, %go ]
  %c = icmp slt i64 %j, %m
  br i1 %c, label %go, label %latch
go:
  %k = and i64 %j, 2
  %even = icmp eq i64 %k, 0
  %x = select i1 %even, {kind} %w, {kind} %old
  %at = getelementptr [128 x i8], ptr @buffer, i64 %k
  store {kind} %x, ptr %at, align 1
  %j1 = add i64 %j, 1
  br label %inner
latch:
  %u = phi {kind} [ %w, %inner ]
  %at5 = getelementptr [128 x i8], ptr @buffer, i64 5
  store {kind} %old, ptr %at5, align 1
  %at6 = getelementptr [128 x i8], ptr @buffer, i64 6
  store {kind} %u, ptr %at6, align 1
  %i1 = add i64 %i, 1
  %d = icmp slt i64 %i1, %n
  br i1 %d, label %outer, label %exit
exit:
  ret i64 %i1
}}
"""


@pytest.mark.parametrize("level", [0, 3])
@pytest.mark.parametrize("kind", TYPES)
def test_values_of_every_type(kind: str, level: int) -> None:
    """Each in a phi of the header, live across it, and defined again in the outer loop."""
    one, two = TYPES[kind]
    program = Program(NEST.format(kind=kind, one=one, two=two), level=level, osr=True)
    assert not program.refused
    assert check(program, ["f"], arguments=((3, 4), (2, 1)), memory="buffer") >= 8


REFUSALS = {
    "the loop begins with a landing pad": """
declare void @g()
declare i32 @__gxx_personality_v0(...)
define void @f() personality ptr @__gxx_personality_v0 {
  invoke void @g() to label %x unwind label %l
l:
  %e = landingpad { ptr, i32 } cleanup
  invoke void @g() to label %x unwind label %l
x:
  ret void
}
""",
    "musttail": """
define void @f(i1 %c) {
  br label %l
l:
  br i1 %c, label %l, label %x
x:
  musttail call void @f(i1 %c)
  ret void
}
""",
    "label addresses": """
define void @f(ptr %p, i1 %c) {
  br label %l
l:
  store ptr blockaddress(@f, %l), ptr %p
  br i1 %c, label %l, label %x
x:
  ret void
}
""",
    "a coroutine": "define void @f(i1 %c) presplitcoroutine {\n  br label %l\nl:\n  br i1 %c, label %l, label %x\nx:\n"
    "  ret void\n}\n",
    "an inalloca parameter": "define void @f(i1 %c, ptr inalloca(i32) %p) {\n  br label %l\nl:\n"
    "  br i1 %c, label %l, label %x\nx:\n  ret void\n}\n",
    "a swifterror parameter": "define swiftcc void @f(ptr swifterror %p, i1 %c) {\n  br label %l\nl:\n"
    "  br i1 %c, label %l, label %x\nx:\n  ret void\n}\n",
    "setjmp": "declare i32 @odd() returns_twice\ndefine void @f(i1 %c) {\n  %r = call i32 @odd()\n  br label %l\nl:\n"
    "  br i1 %c, label %l, label %x\nx:\n  ret void\n}\n",
    "the return address is asked for": """
declare ptr @llvm.returnaddress(i32)
define ptr @f(i1 %c) {
  br label %l
l:
  br i1 %c, label %l, label %x
x:
  %r = call ptr @llvm.returnaddress(i32 0)
  ret ptr %r
}
""",
    "a value of type [1000 x i8] is too big to be passed": """
define [1000 x i8] @f(ptr %p, i1 %c) {
  %v = load [1000 x i8], ptr %p
  br label %l
l:
  br i1 %c, label %l, label %x
x:
  ret [1000 x i8] %v
}
""",
    "the stack pointer of before the loop is restored after it": """
declare ptr @llvm.stacksave.p0()
declare void @llvm.stackrestore.p0(ptr)
define void @f(i64 %n, i1 %c) {
  %s = call ptr @llvm.stacksave.p0()
  %v = alloca i8, i64 %n
  br label %l
l:
  store i8 1, ptr %v
  br i1 %c, label %l, label %x
x:
  call void @llvm.stackrestore.p0(ptr %s)
  ret void
}
""",
}


@pytest.mark.parametrize("reason", REFUSALS)
def test_refused(reason: str) -> None:
    """Both sides refuse, for the same reason, and the loop is still counted."""
    sliced = Sliced(REFUSALS[reason])
    part = sliced.partition("f")
    text, made = instrumented(part, osr=True)
    verified(text)
    define = dict(defines(part))["f"]
    with pytest.raises(InvalidIR) as caught:
        continuation("f", define, 0, index=sliced.index)
    assert str(caught.value) == reason
    assert made["f"].loops == (0 if reason == "a coroutine" else 1)
    assert reason in made["f"].refused.values() or reason == "a coroutine"


# -- programs nobody wrote -------------------------------------------------------------------------------------------


class Writer:
    """Writes a C function whose loops end: they share a number of turns."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.depth = self.loops = self.labels = 0

    def value(self) -> str:
        return self.chance.choice(
            ("a", "b", "c", "d", "*p", "r[a & 7]", "r[3]", "(I)e", "s.x", "s.y", "n", "m", "7", "w")
        )

    def target(self) -> str:
        return self.chance.choice(("a", "b", "c", "d", "*p", "r[b & 7]", "s.x", "s.y", "w"))

    def expression(self) -> str:
        return f"{self.value()} {self.chance.choice('+-*^&|')} {self.value()}"

    def statement(self, inside: bool) -> str:
        kinds = ["assign"] * 4 + ["if", "float", "point", "call"] + ["for", "while", "do", "switch"] * (self.depth < 3)
        kinds += ["break", "continue", "return"] * inside
        return str(getattr(self, f"_{self.chance.choice(kinds)}")(inside))

    def block(self, inside: bool) -> str:
        self.depth += 1
        text = " ".join(self.statement(inside) for _ in range(self.chance.randint(1, 4)))
        self.depth -= 1
        return f"{{ {text} }}"

    def _assign(self, inside: bool) -> str:
        return f"{self.target()} = {self.expression()};"

    def _float(self, inside: bool) -> str:
        return f"e = e * 0.5 + (char)({self.value()});"

    def _point(self, inside: bool) -> str:
        return f"p = ({self.value()}) & 1 ? &a : &r[2];"

    def _call(self, inside: bool) -> str:
        return f"touch(&{self.chance.choice('bc')}, {self.value()});"

    def _if(self, inside: bool) -> str:
        return f"if (({self.expression()}) & 3) {self.block(inside)} else {self.block(inside)}"

    def _for(self, inside: bool) -> str:
        self.loops += 1
        i = f"i{self.loops}"
        return f"for (I {i} = 0; {i} < ({self.value()} & 7) && fuel-- > 0; {i}++) {{ a ^= {i}; {self.block(True)} }}"

    def _while(self, inside: bool) -> str:
        return f"while (fuel-- > 0 && ({self.expression()}) % 5) {self.block(True)}"

    def _do(self, inside: bool) -> str:
        return f"do {self.block(True)} while (fuel-- > 0 && ({self.expression()}) & 1);"

    def _switch(self, inside: bool) -> str:
        cases = " ".join(f"case {n}: {self.statement(inside)}" for n in range(3))
        return f"switch (({self.value()}) & 3) {{ {cases} default: {self.statement(inside)} }}"

    def _break(self, inside: bool) -> str:
        return f"if (({self.value()}) & 1) break;"

    def _continue(self, inside: bool) -> str:
        return f"if (({self.value()}) & 2) continue;"

    def _return(self, inside: bool) -> str:
        return f"if (({self.value()}) % 31 == 30) return a + b;"

    def program(self) -> str:
        body = " ".join([self._for(False), *(self.statement(False) for _ in range(3)), self._while(False)])
        return f"""
typedef long I;
I sink;
static void touch(I *p, I x) {{ sink ^= *p * 31; *p += x; }}
I f(I n, I m) {{
    I a = n, b = m, c = 3, r[8] = {{1, 2, m, n}}, *p = &a, fuel = 120; unsigned char d = 5; double e = 0.5;
    struct {{ I x; short y; }} s = {{m, 4}}; volatile I w = 6;
    {body}
    for (int i = 0; i < 8; i++) a = a * 31 + r[i];
    return ((((a * 31 + b) * 31 + c) * 31 + d) * 31 + (I)(e * 1000)) * 31 + s.x + s.y + *p + w;
}}
"""


@settings(
    max_examples=int(os.environ.get("REJIT_OSR_EXAMPLES", "6")),
    derandomize="REJIT_OSR_EXAMPLES" not in os.environ,  # a campaign looks for new ones
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(chance=st.randoms(use_true_random=False))  # fmt: skip
def test_programs_nobody_wrote(chance: random.Random) -> None:
    source = Writer(chance).program()
    flags = chance.choice((("-O0",), ("-O2", "-Xclang", "-disable-llvm-passes"), ("-O2",)))
    command = [tools.need("clang-19"), "-S", "-emit-llvm", "-w", "-x", "c", *flags, "-", "-o", "-"]
    text = subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout
    program = Program(text, printed=True, osr=True, level=3 if flags == ("-O0",) else 0)
    assert not program.refused
    check(program, ["f"], arguments=((5, 3), (8, 6)), visits=(0, 1, 4))
