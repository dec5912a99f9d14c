"""Headers and types: what is read, how it is laid out, and that garbage gives InvalidIR and nothing else."""

from __future__ import annotations

import ctypes

import llvmlite.binding as llvm
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejit.errors import InvalidIR
from rejit.ir.bridge import entry_key, has_entry, thunk_ir
from rejit.ir.signature import describe, needs_thunk, parse_signature, unrepresentable
from rejit.ir.types import (
    Array,
    Float,
    Integer,
    Pointer,
    Struct,
    Type,
    Vector,
    align_of,
    escape,
    offsets_of,
    parse_type,
    size_of,
    unescape,
)

TYPES = {
    "struct.S": "{ i32, [3 x i8], ptr }",
    "T": "{ %struct.S, double }",
    "loop": "{ i32, %loop }",
    "mutual": "{ %other }",
    "other": "[2 x %mutual]",
    "gone": "opaque",
    "with space": "{ i8 }",
}


def test_everything_at_once() -> None:
    signature = parse_signature(
        "define internal noundef i32 @f(i32 noundef %0, ptr noalias nocapture readonly %p, <4 x float> %v, "
        "{ i64, double } %s, ptr byval(%struct.S) align 8 %b, ptr sret(%T) %r, ...) #0 {",
        TYPES.get,
    )
    assert signature.name == "f"
    assert str(signature.result) == "i32"
    assert signature.result_attributes == {"noundef": ""}
    assert [str(p.type) for p in signature.parameters] == [
        "i32",
        "ptr",
        "<4 x float>",
        "{ i64, double }",
        "ptr",
        "ptr",
    ]
    assert [p.name for p in signature.parameters] == ["0", "p", "v", "s", "b", "r"]
    assert signature.varargs
    assert signature.parameters[1].readonly and not signature.parameters[5].readonly
    assert signature.parameters[4].attributes["align"] == "8"
    assert str(signature.parameters[4].pointee) == "{ i32, [3 x i8], ptr }"
    assert str(signature.parameters[5].pointee) == "{ { i32, [3 x i8], ptr }, double }"
    assert describe(signature, 0) == "argument 1 '%0'"
    assert describe(signature, 1) == "argument 2 'p'"


@pytest.mark.parametrize(
    ("header", "shown", "convention"),
    [
        ("define void @f() {", "void @f()", ""),
        ("declare i64 @f(i64, ptr) #3", "i64 @f(i64, ptr)", ""),
        ('define dso_local fastcc i8 @"a b\\22"(i8 %"x y") {', 'i8 @"a b\\22"(i8 %"x y")', "fastcc"),
        ("define weak_odr hidden cc 10 void @f(ptr addrspace(3) %p) {", "void @f(ptr addrspace(3) %p)", "cc10"),
        ("define range(i32 0, 10) i32 @f(i32 range(i32 -5, 5) %x) {", "i32 @f(i32 %x)", ""),
        ("define nonnull align 8 dereferenceable(8) ptr @f() {", "ptr @f()", ""),
        ("define nofpclass(nan inf) float @f(half %h) {", "float @f(half %h)", ""),
        ('define "frame"="all" i1 @f(i1 zeroext %b) {', "i1 @f(i1 %b)", ""),
        ("define linkonce_odr noundef zeroext i1 @f(ptr captures(none) %p) {", "i1 @f(ptr %p)", ""),
        ("define void @f(ptr initializes((0, 4), (8, 12)) %p) {", "void @f(ptr %p)", ""),
        ('define void @f(ptr sret(%"with space") align 1 %r) {', "void @f(ptr %r)", ""),
        ("define <{ i8, i32 }> @f(<2 x i1> %v) {", "<{ i8, i32 }> @f(<2 x i1> %v)", ""),
        ("define { ptr, i64 } @f({} %e, [0 x i8] %z)", "{ ptr, i64 } @f({} %e, [0 x i8] %z)", ""),
        ("define preserve_mostcc void @f(...) {", "void @f(...)", "preserve_mostcc"),
        ("define void @f(metadata %m, token %t)", "void @f(metadata %m, token %t)", ""),
        ('define void @f(target("aarch64.svcount") %c)', 'void @f(target("aarch64.svcount") %c)', ""),
        ("define riscv_vls_cc(256) void @f()", "void @f()", "riscv_vls_cc(256)"),
        ("define available_externally noalias noundef ptr @_Znwm(i64 %n) #1", "ptr @_Znwm(i64 %n)", ""),
    ],
)
def test_headers(header: str, shown: str, convention: str) -> None:
    signature = parse_signature(header, TYPES.get)
    assert str(signature) == shown
    assert signature.convention == convention


@pytest.mark.parametrize(
    "header",
    [
        "",
        "define",
        "define i32",
        "define i32 @f",
        "define i32 @f(",
        "define i32 @f(i32",
        "define i32 @f(i32,",
        "define i32 @f(i32 %x %y)",
        "define i32 @f(..., i32)",
        "define i32 @f(void)",
        "define i32* @f()",
        "define i32 @f(i8* %p)",
        "define i0 @f()",
        "define i99999999 @f()",
        "define <0 x i8> @f()",
        "define <2 x { i8 }> @f()",
        "define void @f(%missing %m)",
        "define void @f(%loop %m)",
        "define void @f(ptr byval(%mutual) %m)",
        'define void @"f(',
        'define void @f(ptr "unclosed',
        "define void @f(ptr align x)",
        "@f = global i32 0",
        "define " + "[1 x " * 100 + "i8" + "]" * 100 + " @f()",
        "define void @f(ptr sret(" + "(" * 50,
    ],
)
def test_garbage_is_refused(header: str) -> None:
    with pytest.raises(InvalidIR):
        parse_signature(header, TYPES.get)


@given(st.text(max_size=80) | st.text(alphabet='<>{}[]()%@"\\,.*x i8ptr1234vscalebyvl', max_size=60))
def test_random_text_gives_typed_errors_only(text: str) -> None:
    for header in (text, "define " + text, f"define i32 @f({text}", f"define {text} @f()"):
        try:
            parse_signature(header, TYPES.get)
        except InvalidIR:
            pass


@given(st.data())
def test_damaged_headers_give_typed_errors_only(data: st.DataObject) -> None:
    header = "define internal i32 @f(ptr byval(%T) align 8 %p, <4 x float> %v, { i64, [2 x i8] } %s, ...) #0"
    start = data.draw(st.integers(0, len(header)))
    end = data.draw(st.integers(start, min(len(header), start + 5)))
    damaged = header[:start] + data.draw(st.text(alphabet='<>{}[]()%@"\\,. x8i', max_size=4)) + header[end:]
    try:
        parse_signature(damaged, TYPES.get)
    except InvalidIR:
        pass


scalars = st.one_of(
    st.integers(1, 300).map(Integer),
    st.sampled_from(["half", "bfloat", "float", "double", "x86_fp80", "fp128"]).map(Float),
    st.integers(0, 5).map(Pointer),
)


def _wider(inner: st.SearchStrategy[Type]) -> st.SearchStrategy[Type]:
    return st.one_of(
        st.builds(Array, st.integers(0, 5), inner),
        st.builds(Struct, st.lists(inner, max_size=4).map(tuple), st.booleans()),
    )


types = st.recursive(scalars | st.builds(Vector, st.integers(1, 9), scalars, st.booleans()), _wider, max_leaves=8)


@given(types)
def test_types_round_trip(kind: Type) -> None:
    assert parse_type(str(kind)) == kind
    assert parse_type(str(kind).replace(" ", "  ").replace(",", " ,\t")) == kind
    assert parse_type("%N", {"N": str(kind)}.get) == kind


@given(types)
def test_layout_is_consistent(kind: Type) -> None:
    size, align = size_of(kind), align_of(kind)
    assert align & (align - 1) == 0 and size % align == 0
    if isinstance(kind, Struct):
        ends = [offset + size_of(field) for offset, field in zip(offsets_of(kind), kind.fields, strict=True)]
        assert all(end <= start for end, start in zip(ends, [*offsets_of(kind)[1:], size], strict=False))


C_SCALARS = {
    "i8": ctypes.c_int8,
    "i16": ctypes.c_int16,
    "i32": ctypes.c_int32,
    "i64": ctypes.c_int64,
    "float": ctypes.c_float,
    "double": ctypes.c_double,
    "x86_fp80": ctypes.c_longdouble,
    "ptr": ctypes.c_void_p,
}


@given(st.lists(st.sampled_from(sorted(C_SCALARS)), min_size=1, max_size=8))
def test_layout_is_that_of_c(names: list[str]) -> None:
    fields = [(f"f{index}", C_SCALARS[name]) for index, name in enumerate(names)]
    c = type("S", (ctypes.Structure,), {"_fields_": fields})
    kind = parse_type("{ " + ", ".join(names) + " }")
    assert isinstance(kind, Struct)
    assert size_of(kind) == ctypes.sizeof(c)
    assert align_of(kind) == ctypes.alignment(c)
    assert list(offsets_of(kind)) == [getattr(c, name).offset for name, _ in fields]


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["i8", "i16", "i32", "i64", "i128", "float", "<4 x float>", "[3 x i16]"]), min_size=1))
def test_layout_is_that_of_llvm(names: list[str]) -> None:
    llvm.initialize_native_target()
    machine = llvm.Target.from_default_triple().create_target_machine()
    module = llvm.parse_assembly("@x = global { " + ", ".join(names) + " } zeroinitializer")
    kind = parse_type("{ " + ", ".join(names) + " }")
    variable = module.get_global_variable("x")
    assert size_of(kind) == machine.target_data.get_abi_size(variable.global_value_type)


@given(st.text(alphabet=st.characters(max_codepoint=255), min_size=1).filter(lambda t: "\0" not in t))
def test_names_round_trip(name: str) -> None:
    written = escape(name)
    assert (unescape(written[1:-1]) if written.startswith('"') else written) == name


@pytest.mark.parametrize(
    ("header", "thunk"),
    [
        ("define i64 @f(i64, i32 signext, i1, ptr, float, double)", False),
        ("define x86_fp80 @f(x86_fp80)", False),
        ("define i37 @f(i3)", False),
        ("define void @f(i128)", True),
        ("define void @f(<2 x i8>)", True),
        ("define { i64, i64 } @f()", True),
        ("define half @f()", True),
        ("define void @f(ptr byval(i32))", True),
        ("define void @f(ptr sret(i32))", True),
        ("define void @f(ptr nest)", True),
        ("define fastcc void @f()", True),
        ("define ccc void @f()", False),
        ("define void @f(i32 inreg)", True),
    ],
)
def test_needs_thunk(header: str, thunk: bool) -> None:
    assert needs_thunk(parse_signature(header)) is thunk


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("define fp128 @f()", "result has type fp128"),
        ("define void @f(i32, { i8, fp128 } %q)", "argument 2 'q'"),
        ("define void @f(<vscale x 4 x i32> %v)", "vscale"),
        ("define void @f(ptr addrspace(1) %v)", "addrspace"),
        ("define void @f(metadata %m)", "metadata"),
        ("define void @f(ptr swifterror %e)", "swifterror"),
        ("define void @f([5000 x i8] %e)", "5000 scalars"),
    ],
)
def test_what_python_cannot_pass(header: str, word: str) -> None:
    signature = parse_signature(header)
    reason = unrepresentable(signature)
    assert reason is not None and word in reason
    with pytest.raises(TypeError, match=r"f\(\)"):
        thunk_ir(signature, "f", "t")


def test_entry_keys() -> None:
    key = entry_key(parse_signature("define i32 @f(i64, i8 zeroext, ptr %p, ptr readonly %q, float, i1)"))
    assert key == "Si32_i64_u8_p_r_f_i1"
    assert key == entry_key(parse_signature("define i32 @g(i64 %x, i8 zeroext, ptr, ptr noalias readonly, float, i1)"))
    assert key != entry_key(parse_signature("define i32 @g(i64 %x, i8 signext, ptr, ptr readonly, float, i1)"))
    assert not has_entry(parse_signature("define i32 @f(...)"))
    assert not has_entry(parse_signature("define void @f(x86_fp80)"))
