"""How much of `-g` goes into a partition."""

from __future__ import annotations

import pytest
from slicing import HEADER, Sliced, emit

DEBUG = """
%S = type { i32 }
@g = global i32 0, !dbg !40
declare !dbg !30 void @ext(ptr)
define void @f(ptr %p) !dbg !4 {
    #dbg_declare(ptr %p, !10, !DIExpression(), !12)
  call void @ext(ptr @g), !dbg !12
  call void @callee(ptr %p), !dbg !14
  store ptr %p, ptr %p, !dbg !28
  store ptr %p, ptr %p, !dbg !29
  br label %l, !dbg !13
l:
    #dbg_label(!16, !13)
  br i1 true, label %l, label %e, !dbg !13, !llvm.loop !15
e:
  ret void, !dbg !13
}
define internal void @callee(ptr %p) !dbg !20 {
  ret void, !dbg !21
}
define void @without() {
  call void @callee(ptr null)
  ret void
}
!llvm.dbg.cu = !{!0, !50}
!llvm.module.flags = !{!3}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "say \\22unit: !77\\22", isOptimized: true, flags: "x", runtimeVersion: 0, emissionKind: FullDebug, enums: !2, retainedTypes: !2, globals: !41, imports: !2, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "a.c", directory: "/tmp", checksumkind: CSK_MD5, checksum: "0123456789abcdef0123456789abcdef")
!2 = !{}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = distinct !DISubprogram(name: "f(int, !5)", linkageName: "f", scope: !22, file: !1, line: 3, type: !5, scopeLine: 3, containingType: !8, virtualIndex: 7, flags: DIFlagPrototyped | DIFlagAllCallsDescribed, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, templateParams: !2, declaration: !23, retainedNodes: !9)
!5 = !DISubroutineType(types: !6)
!6 = !{null, !7}
!7 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !8, size: 64)
!8 = distinct !DICompositeType(tag: DW_TAG_structure_type, name: "S", file: !1, line: 1, size: 32, elements: !2, identifier: "S")
!9 = !{!10}
!10 = !DILocalVariable(name: "p", arg: 1, scope: !4, file: !1, line: 3, type: !7)
!12 = !DILocation(line: 4, column: 3, scope: !4)
!13 = !DILocation(line: 5, column: 3, scope: !17)
!14 = !DILocation(line: 6, column: 3, scope: !25, inlinedAt: !24)
!15 = distinct !{!15, !13, !12}
!16 = !DILabel(scope: !4, name: "l", file: !1, line: 5)
!17 = distinct !DILexicalBlock(scope: !18, file: !1, line: 5, column: 1)
!18 = !DILexicalBlockFile(scope: !4, file: !19, discriminator: 0)
!19 = !DIFile(filename: "b, !3.h", directory: "/tmp")
!20 = distinct !DISubprogram(name: "callee", scope: !1, file: !1, line: 9, type: !5, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !50)
!21 = !DILocation(line: 9, scope: !20)
!22 = !DINamespace(name: "n", scope: null)
!23 = !DISubprogram(name: "f", scope: !8, file: !1, line: 2, type: !5, spFlags: DISPFlagOptimized)
!24 = distinct !DILocation(line: 6, column: 9, scope: !4)
!25 = distinct !DISubprogram(name: "inlined", scope: !1, file: !1, line: 30, type: !5, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition, unit: !0)
!26 = !DILocation(line: 6, column: 1, scope: !4)
!27 = !DILocation(line: 6, column: 2, scope: !4)
!28 = !DILocation(line: 31, scope: !25, inlinedAt: !26)
!29 = !DILocation(line: 31, scope: !25, inlinedAt: !27)
!30 = !DISubprogram(name: "ext", scope: !1, file: !1, line: 1, type: !5, spFlags: DISPFlagOptimized)
!40 = !DIGlobalVariableExpression(var: !42, expr: !DIExpression())
!41 = !{!40}
!42 = distinct !DIGlobalVariable(name: "g", scope: !0, file: !1, line: 1, type: !8, isLocal: false, isDefinition: true)
!50 = distinct !DICompileUnit(language: DW_LANG_C11, file: !19, producer: "p", isOptimized: false, runtimeVersion: 0, emissionKind: FullDebug)
"""  # noqa: E501

HEAVY = ("DICompositeType", "DILocalVariable", "DIDerivedType", "DIGlobalVariable", "DINamespace", "DILabel", "#dbg_")


def test_lines_keep_lines_and_functions_only() -> None:
    made = Sliced(DEBUG).partition("f")
    for word in (*HEAVY, "!DILexicalBlock", "column:"):
        assert word not in made.text
    for word in ("!DILocation", "inlinedAt", "emissionKind", "f(int, !5)", '"inlined"'):
        assert word in made.text
    assert made.text.count("!DICompileUnit") == 1, "only the unit in use"
    assert b".debug_line" in emit(made.text)


REPEATED = """
declare void @ext()
define void @f(ptr %p, i1 %c) !dbg !4 {
  %a = load i32, ptr %p, !dbg !5
  %b = load i32, ptr %p, !dbg !6
  call void @ext(), !dbg !6
  call void @ext(), !dbg !5
  store i32 %a, ptr %p, !dbg !6
  store i32 %b, ptr %p, !dbg !8
  br i1 %c, label %l, label %l, !dbg !8
l:
  store i32 %b, ptr %p, !dbg !8
  ret void, !dbg !9
}
!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!3}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "p", emissionKind: FullDebug)
!1 = !DIFile(filename: "a.c", directory: "/tmp")
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = distinct !DISubprogram(name: "f", file: !1, line: 3, type: !10, spFlags: DISPFlagDefinition, unit: !0)
!5 = !DILocation(line: 4, column: 3, scope: !4)
!6 = !DILocation(line: 4, column: 9, scope: !7)
!7 = distinct !DILexicalBlock(scope: !4, file: !1, line: 4, column: 1)
!8 = !DILocation(line: 5, column: 9, scope: !7)
!9 = !DILocation(line: 5, column: 1, scope: !4)
!10 = !DISubroutineType(types: !11)
!11 = !{}
"""


def test_a_location_is_said_once_but_by_calls_and_first_in_each_block() -> None:
    text = Sliced(REPEATED).partition("f").text
    said = [line.partition(", !dbg ")[::2] for line in text.split("\n") if line.startswith("  ")]
    locations = {"": "", **{number: line for number in dict(said).values() if number for line in text.split("\n")
                            if line.startswith(f"{number} = ")}}  # fmt: skip
    lines = [(" ".join(code.split()[:3]), locations[number].partition("line: ")[2][:1]) for code, number in said]
    assert lines == [
        ("%a = load", "4"),
        ("%b = load", ""),
        ("call void @ext()", "4"),
        ("call void @ext()", "4"),
        ("store i32 %a,", ""),
        ("store i32 %b,", "5"),
        ("br i1 %c,", ""),
        ("store i32 %b,", "5"),
        ("ret void", ""),
    ]


def test_none_has_no_debug_info() -> None:
    made = Sliced(DEBUG).partition("f", debug="none")
    assert "!DI" not in made.text and "!dbg" not in made.text and "#dbg_" not in made.text
    assert "Debug Info Version" in made.text


def test_full_is_the_closure() -> None:
    made = Sliced(DEBUG).partition("f", debug="full", tbaa=True)
    for word in HEAVY:
        assert word in made.text
    assert "FullDebug" in made.text


@pytest.mark.parametrize("debug", ["none", "lines", "full"])
@pytest.mark.parametrize("tbaa", [False, True])
def test_every_partition_verifies(debug: str, tbaa: bool) -> None:
    Sliced(DEBUG).all(debug=debug, tbaa=tbaa)


def test_a_loop_may_refer_to_locations_that_are_not_carried() -> None:
    made = Sliced(DEBUG).partition("f", debug="none", tbaa=True)
    assert "!llvm.loop" in made.text and "!DILocation" not in made.text
    # LLVM's loop passes read the first operand of each node that a loop names.
    assert "= !{}" not in made.text.replace("!11 = !{}", "")


def test_units_follow_the_functions() -> None:
    module = Sliced(DEBUG)
    assert module.partition("without").text.count("!DICompileUnit") == 0
    assert module.partition("f", "callee").text.count("!DICompileUnit") == 2


def test_lines_keep_their_count() -> None:
    module = Sliced(DEBUG)
    start = module.index.functions["f"]
    own = module.index.text[start : module.index.function_end(start)]
    made = module.partition("f").text
    begin = made.index("define ")
    assert made[begin : made.index("\n}", begin)].count("\n") == own.count("\n") - 1


def test_old_style_header() -> None:
    text = HEADER + "declare !dbg !0 void @ext()\n\ndefine void @f() {\n  call void @ext()\n  ret void\n}\n\n!0 = !{}\n"
    assert "declare void @ext()" in Sliced(text, printed=True).partition("f").text
