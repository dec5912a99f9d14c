"""LLVM's complaints about a partition, shown where they belong in the user's file."""

from __future__ import annotations

import llvmlite.binding as llvm
import pytest
from slicing import HEADER, parse

from rejit.ir.index import ModuleIndex
from rejit.ir.locate import locate
from rejit.ir.partition import Partition, partition

TEXT = HEADER + (
    "%T = type { i32, i33x }\n@v = global i32 frob\n@w = global i32 0\n\n"
    "define i32 @first(i32 %x) #0 {\n  %a = add i32 %x, 1\n  ret i32 %a\n}\n\n"
    "define i32 @second(i32 %x) {\n  %a = add i32 %x, 1\n    #dbg_value(i32 %a, !0, !DIExpression(), !0)\n"
    "  %b = frobnicate i32 %a\n  ret i32 %b\n}\n\n"
    "define i32 @undominated(i1 %c) {\n  br i1 %c, label %l, label %r\n\nl:\n  %a = add i32 1, 2\n  br label %r\n\n"
    "r:\n  %b = add i32 %a, 3\n  ret i32 %b\n}\n\n"
    "define void @types() {\n  %a = alloca %T\n  ret void\n}\n\n"
    "define void @calls() {\n  call void @missing()\n  ret void\n}\n\n"
    "define void @attributed() #1 {\n  ret void\n}\n\n"
    "attributes #0 = { nounwind }\nattributes #1 = { frobbed }\n\n!0 = !{}\n"
)


def complaint(made: Partition) -> str:
    with pytest.raises(RuntimeError) as caught:
        parse(made.text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("functions", "function", "line"),
    [
        (["second"], "second", "  %b = frobnicate i32 %a"),
        (["first", "second"], "second", "  %b = frobnicate i32 %a"),
        (["second", "first"], "second", "  %b = frobnicate i32 %a"),
        (["undominated"], "undominated", "  %a = add i32 1, 2"),
        (["types"], None, "%T = type { i32, i33x }"),
        (["calls"], "calls", "  call void @missing()"),
        (["attributed"], None, "attributes #1 = { frobbed }"),
    ],
)
def test_the_line_is_the_users(functions: list[str], function: str | None, line: str) -> None:
    index = ModuleIndex.build(TEXT)
    made = partition(index, functions)
    number = TEXT.split("\n").index(line) + 1
    assert locate(made, complaint(made)) == (function, number, line)


def test_a_variable() -> None:
    index = ModuleIndex.build(TEXT)
    made = partition(index, [], ["w", "v"])
    assert locate(made, complaint(made)) == (
        None,
        TEXT.split("\n").index("@v = global i32 frob") + 1,
        "@v = global i32 frob",
    )


def test_a_message_without_a_place() -> None:
    index = ModuleIndex.build(TEXT)
    one = partition(index, ["first"])
    assert locate(one, "Cannot select: intrinsic %llvm.x86.foo")[0] == "first"
    both = partition(index, ["first", "types"])
    assert locate(both, "out of registers") == (None, 0, "")
    assert locate(both, "in function @first")[0] == "first"
    assert locate(both, "<string>:99999:1: error: x") == (None, 0, "")
    assert llvm.parse_assembly(one.text).get_function("first").name == "first"


def test_the_line_that_is_shown_counts_more_than_its_number() -> None:
    """Compiled in company, a function stands elsewhere in the text than alone."""
    text = HEADER + "define i32 @f(i32 %x) {\n  %y = add i32 %x, 1\n  ret i32 %y\n}\n"
    part = partition(ModuleIndex.build(text), ["f"])
    message = "LLVM IR parsing error\n<string>:1:8: error: no\n  %y = add i32 %x, 1\n       ^\n"
    shown = "  %y = add i32 %x, 1"
    assert locate(part, message) == ("f", text.split("\n").index(shown) + 1, shown)
