"""The programs that `rejit lli` and LLVM's lli are given, and what both make of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from aot import REJIT, Outcome, run
from tools import need

HEAD = 'target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"\n'

# Prints its arguments; its status is their number and 40. `unused` is never called.
ARGS = """
@.str = private unnamed_addr constant [7 x i8] c"%d %s\\0A\\00", align 1

declare i32 @printf(ptr, ...)

define i32 @add(i32 %a, i32 %b) {
  %r = add i32 %a, %b
  ret i32 %r
}

define i32 @unused() {
  ret i32 0
}

define i32 @main(i32 %count, ptr %words) {
entry:
  br label %loop

loop:                                             ; preds = %loop, %entry
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %place = getelementptr ptr, ptr %words, i32 %i
  %word = load ptr, ptr %place, align 8
  %n = call i32 (ptr, ...) @printf(ptr @.str, i32 %i, ptr %word)
  %next = add i32 %i, 1
  %more = icmp slt i32 %next, %count
  br i1 %more, label %loop, label %end

end:                                              ; preds = %loop
  %r = call i32 @add(i32 %count, i32 40)
  ret i32 %r
}
"""


def returns(function: str, value: str, declared: str = "") -> str:
    """IR of a function without arguments: what it returns is a number, or what another one returns."""
    if value.startswith("@"):
        callee = f"declare i32 {value}()\n" if not declared else ""
        return f"{callee}define i32 @{function}() {{\n  %r = call i32 {value}()\n  ret i32 %r\n}}\n"
    return f"define i32 @{function}() {{\n  ret i32 {value}\n}}\n"


CTOR = """
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @init, ptr null }]
@llvm.global_dtors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @fini, ptr null }]
@s = private constant [5 x i8] c"ctor\\00"
@t = private constant [5 x i8] c"main\\00"
@u = private constant [5 x i8] c"dtor\\00"

declare i32 @puts(ptr)

define internal void @init() {
  %r = call i32 @puts(ptr @s)
  ret void
}

define internal void @fini() {
  %r = call i32 @puts(ptr @u)
  ret void
}

define i32 @main() {
  %r = call i32 @puts(ptr @t)
  ret i32 0
}
"""

# The status is the number of threads that got to their end before `main` stopped waiting.
THREAD = """
@count = global i32 0, align 4

declare i32 @usleep(i32)

define void @thread() {
  %r = atomicrmw add ptr @count, i32 1 seq_cst, align 4
  ret void
}

define i32 @main() {
entry:
  br label %loop

loop:                                             ; preds = %loop, %entry
  %n = phi i32 [ 0, %entry ], [ %m, %loop ]
  %m = add i32 %n, 1
  %r = call i32 @usleep(i32 1000)
  %c = load atomic i32, ptr @count seq_cst, align 4
  %all = icmp eq i32 %c, 2
  %late = icmp eq i32 %m, 20000
  %stop = or i1 %all, %late
  br i1 %stop, label %end, label %loop

end:                                              ; preds = %loop
  ret i32 %c
}
"""

FILES = {
    "args.ll": ARGS,
    "broken.ll": "define i32 @main( {\n",
    "callf.ll": returns("main", "@f"),
    "callg.ll": returns("f", "@g"),
    "callh.ll": returns("f", "@h"),
    "ctor.ll": CTOR,
    "empty.ll": "",
    "f7.ll": returns("f", "7"),
    "f8.ll": returns("f", "8"),
    "foo.ll": returns("foo", "7"),
    "g.ll": returns("g", "12"),
    "main9.ll": returns("main", "9"),
    "mainh.ll": returns("main", "@f") + returns("h", "100"),
    "ownh.ll": returns("f", "@h", "here") + returns("h", "3"),
    "once1.ll": returns("f", "21").replace("define i32", "define linkonce_odr i32"),
    "once2.ll": returns("f", "22").replace("define i32", "define linkonce_odr i32") + returns("k", "@f", "here"),
    "response": "-entry-function=foo\n'foo.ll'",
    "thread.ll": THREAD,
    "undefined.ll": "define i32 @main() {\n  %x = add i32 %y, 1\n  ret i32 %x\n}\n",
    "nowhere.ll": returns("main", "@nowhere"),
    "nowhere_data.ll": "@nowhere = external global i32\n"
    "define i32 @main() {\n  %r = load i32, ptr @nowhere\n  ret i32 %r\n}\n",
}


def rejit_lli(arguments: Sequence[str | Path], folder: Path, stdin: bytes = b"") -> Outcome:
    return run([REJIT, "lli", *arguments], stdin, cwd=folder, timeout=60)


# With threads that compile, lli now and then says at its end that it did not wait for them.
LEFT_TOO_EARLY = re.compile(rb"^JIT session error: Resource tracker 0x[0-9a-f]+ became defunct\n", re.MULTILINE)


def real_lli(arguments: Sequence[str | Path], folder: Path, stdin: bytes = b"") -> Outcome:
    """LLVM's, which calls itself by the name it was called by."""
    need("lli-19")
    done = run(["lli-19", *arguments], stdin, cwd=folder, timeout=60)
    stderr = done.stderr.replace(b"lli-19: ", b"rejit lli: ").replace(b"lli-19 ", b"rejit lli ")
    return done._replace(stderr=LEFT_TOO_EARLY.sub(b"", stderr))
