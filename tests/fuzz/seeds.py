"""Where fuzzing begins: IR as LLVM prints it, from the test suite, and the words such text is made of."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent.parent

KITCHEN_SINK = """; ModuleID = 'sink'
source_filename = "sink.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

module asm ".globl from_asm"
module asm "from_asm: ret"

%pair = type { i32, ptr, [4 x i8] }

$odr = comdat any

@text = private unnamed_addr constant [8 x i8] c"a\\0A}\\22\\00{;@", align 1
@"quoted \\22 name" = global i32 0, align 4
@0 = private global i32 5
@table = internal constant [2 x ptr] [ptr blockaddress(@jumps, %one), ptr blockaddress(@jumps, %two)], align 16
@local = internal thread_local global i32 3, section ".tdata", align 4
@outside = external dso_local global %pair, align 8
@llvm.used = appending global [1 x ptr] [ptr @leaf], section "llvm.metadata"
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @leaf, ptr null }]
@odr = linkonce_odr dso_local global i32 7, comdat, align 4

@other = weak alias i32 (i32), ptr @leaf
@chosen = ifunc i32 (i32), ptr @resolve

; Function Attrs: noinline nounwind optnone uwtable
define dso_local i32 @leaf(i32 noundef %0) #0 {
  %2 = alloca i32, align 4
  store i32 %0, ptr %2, align 4
  %3 = load i32, ptr @"quoted \\22 name", align 4, !tbaa !4
  ret i32 %3
}

define internal ptr @resolve() {
entry:
  ret ptr @leaf
}

define i32 @jumps(i32 %n, ...) personality ptr @__gxx_personality_v0 {
entry:
  %slot = getelementptr inbounds [2 x ptr], ptr @table, i64 0, i32 %n
  %to = load ptr, ptr %slot, align 8
  indirectbr ptr %to, [label %one, label %two]

one:                                              ; preds = %entry
  %a = call i32 asm sideeffect "mov $1, $0 ; }", "=r,r"(i32 %n) #1, !srcloc !5
  ret i32 %a

two:                                              ; preds = %entry
  %b = tail call i32 @chosen(i32 %n)
  %c = load i32, ptr @0, align 4
  switch i32 %b, label %one [
    i32 1, label %one
    i32 2, label %two
  ]
}

declare i32 @__gxx_personality_v0(...)

attributes #0 = { noinline nounwind optnone uwtable "target-cpu"="x86-64" "target-features"="+sse2" }
attributes #1 = { nounwind }

!llvm.module.flags = !{!0, !1}
!llvm.ident = !{!2}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{!"clang version 19"}
!3 = !{!"omnipotent char", !6, i64 0}
!4 = !{!3, !3, i64 0}
!5 = !{i64 100}
!6 = distinct !{!6}
"""

_WORDS = (
    '@|%|!|$|#0|^0 = |"|\\|\\22|c"|;|= |(|)|[|]|{|}|<{|}>|...|-1|4294967296|define |declare |blockaddress(@|comdat'
    "|alias |ifunc |type |global |constant |appending |ptr |i32 |x |private |external |linkonce_odr |weak "
    "|available_externally |thread_local |section |personality |prefix |label %|musttail |module asm |attributes "
    "|metadata |distinct |!DILocation(|!dbg !|addrspace(|zeroinitializer|null|getelementptr |dso_local_equivalent @"
    "|no_cfi @|indirectbr |asm |uselistorder |target triple = "
)
WORDS = ["\n", "\n}\n", "\0", "\x80", *_WORDS.split("|")]


def seeds() -> list[bytes]:
    """The texts."""
    files = sorted(p for p in (TESTS / "programs").rglob("*.ll") if p.stat().st_size < 20_000)
    return [KITCHEN_SINK.encode(), *(p.read_bytes() for p in files)]
