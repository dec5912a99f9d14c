"""What is indexed, what is refused, and what an entity's line says."""

from __future__ import annotations

import subprocess
import sys

import pytest
from slicing import HEADER, Sliced, reprint

from rejit.errors import DuplicateSymbol, InvalidIR, NotCanonical, TypedPointers
from rejit.ir.index import ModuleIndex
from rejit.ir.metadata import metadata_of
from rejit.ir.names import escape, name_of, token_of, tokens_in, unescape

FUNCTION = "define void @f() {\n  ret void\n}\n"


def test_header_and_dictionaries() -> None:
    text = """
    %T = type { i32 }
    %"q T" = type opaque
    $c = comdat any
    @v = global i32 0, comdat($c)
    @e = external global i32
    @a = alias i32, ptr @v
    @i = ifunc void (), ptr @r
    @llvm.used = appending global [2 x ptr] [ptr @v, ptr @"odd name"], section "llvm.metadata"
    @llvm.compiler.used = appending global [1 x ptr] [ptr @r], section "llvm.metadata"
    @"odd name" = internal global i32 0
    define ptr @r() #0 { ret ptr null }
    declare void @d()
    attributes #0 = { nounwind }
    !named = !{!0}
    !0 = !{i32 1}
    """
    index = Sliced(text).index
    assert index.source == "a.c" and index.triple == "x86_64-pc-linux-gnu" and index.datalayout.startswith("e-m:e")
    assert list(index.functions) == ["r"] and set(index.variables) == {"v", "odd name"}
    assert set(index.declarations) == {"e", "d"} and set(index.aliases) == {"a"} and set(index.ifuncs) == {"i"}
    assert set(index.types) == set() or index.types  # unused types are not printed
    assert set(index.comdats) == {"c"} and set(index.attributes) == {"0"} and set(index.named_metadata) == {"named"}
    assert index.used == ["v", "odd name", "r"] and index.metadata_count == 1
    for name, offset in index.functions.items():
        assert index.text[offset:].startswith("define "), name
        assert index.text[: index.function_end(offset)].endswith("\n}"), name


def test_structors() -> None:
    text = """
    @data = global i32 0
    @llvm.global_ctors = appending global [3 x { i32, ptr, ptr }] [
      { i32, ptr, ptr } { i32 65535, ptr @"a, }b", ptr null },
      { i32, ptr, ptr } { i32 101, ptr @c, ptr @data }, { i32, ptr, ptr } { i32 1, ptr @c, ptr null }]
    @llvm.global_dtors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 2, ptr @c, ptr null }]
    define void @"a, }b"() { ret void }
    define void @c() { ret void }
    """
    index = Sliced(text).index
    assert index.ctors() == [(65535, "a, }b", None), (101, "c", "data"), (1, "c", None)]
    assert index.dtors() == [(2, "c", None)]
    assert Sliced("@x = global i32 0").index.ctors() == []


def test_dump_and_load() -> None:
    index = Sliced('@0 = global i32 0\n@"q q" = global i32 0\ndefine void @f() { ret void }\nmodule asm "nop"').index
    again = ModuleIndex.load(index.dump(), index.text)
    assert again.dump() == index.dump()
    assert again.module_asm == ["nop"] and again.has_unnamed and set(again.tokens) == {'"q q"'}
    with pytest.raises(ValueError, match="another version"):
        ModuleIndex.load(b"(\x01\x00\x00\x00i\x00\x00\x00\x00", "")


def test_entities() -> None:
    text = """
    $c = comdat any
    @t = internal thread_local(initialexec) unnamed_addr constant [3 x i32] zeroinitializer, section "s }", align 16
    @p = protected local_unnamed_addr addrspace(1) externally_initialized global { i8, i64 } { i8 1, i64 2 }, comdat($c)
    @s = private constant [9 x i8] c"x, align ", align 1
    define weak_odr hidden fastcc ptr @f(ptr byval({ i32, ptr }) %"a)b") unnamed_addr section "z" comdat($c) {
      ret ptr @t
    }
    declare extern_weak void @w()
    """
    index = Sliced(text).index

    def of(name: str, *fields: str) -> tuple[object, ...]:
        entity = index.entity(name)
        assert entity is not None
        return tuple(getattr(entity, field) for field in fields)

    assert of("t", "kind", "linkage", "thread_local", "unnamed_addr") == (
        "variable", "internal", "thread_local(initialexec)", "unnamed_addr",
    )  # fmt: skip
    assert of("t", "constant", "section", "align", "size_estimate") == (True, "s }", 16, 12)
    assert of("t", "initializer", "local", "address_significant") == ("zeroinitializer", True, False)
    assert of("p", "visibility", "comdat", "size_estimate", "externally_initialized", "initializer") == (
        "protected", "c", 16, True, "{ i8 1, i64 2 }",
    )  # fmt: skip
    assert of("s", "size_estimate", "align", "initializer") == (9, 1, 'c"x, align "')
    assert of("f", "kind", "linkage", "visibility", "comdat", "section", "defined", "interposable") == (
        "function", "weak_odr", "hidden", "c", "z", True, True,
    )  # fmt: skip
    assert of("f", "type", "unnamed_addr") == ('fastcc ptr @f(ptr byval({ i32, ptr }) %"a)b")', "unnamed_addr")
    assert of("w", "linkage", "defined") == ("extern_weak", False)
    assert index.entity("nothing") is None


@pytest.mark.parametrize(
    "bad",
    [
        "  define void @g() {\n  ret void\n}\n",  # indented
        "define void @g() { ret void }\n",  # on one line
        "define void @g() {\n  ret void\n  }\n",  # no } in column 0
        "define void @g() {\n  ret void }\ndefine void @h() {\n  ret void\n}\n",  # a definition in a body
        "define void @g() {\n  ret void }\n%T = type {\n  i32\n}\n",  # another { in a body
        "define void @g()\n{\n  ret void\n}\n",
        "@x = global [2 x i32] [\n  i32 1, i32 2]\n",
        "@x = global i32 0 @y = global i32 0\n",
        "@x = global i32 0 ; = @y\n",
        "@x = globl i32 0\n",
        "@x=global i32 0\n",
        "declare void @d() declare void @e()\n",
        "declare void @d() ; @e\n",
        "%T = type { i32 } %U = type { i32 }\n",
        "%T = { i32 }\n",
        "attributes #0 = { nounwind } attributes #1 = { nounwind }\n",
        "attributes #0 = {\n  nounwind }\n",
        "!0 = !{}\n!2 = !{}\n",
        "!1 = !{}\n",
        "!0 = !{}\n\n!1 = !{}\n",
        "!0 = !{}\n@x = global i32 0\n",
        "!0 = !{!1,\n!1}\n",
        "!named = !{\n!0}\n",
        "module asm \"a\" module asm \"b\"\n",
        "target triple = \"x\" ; y\n",
        "define void @g() {\r\n  ret void\n}\n",
        "@\0 = global i32 0\n",
        "@\xe9 = global i32 0\n",
        "garbage\n",
        "}\n",
    ],
)  # fmt: skip
def test_what_llvm_does_not_print_is_refused(bad: str) -> None:
    with pytest.raises(NotCanonical):
        ModuleIndex.build(HEADER + FUNCTION + bad)


def test_the_message_shows_the_line() -> None:
    with pytest.raises(NotCanonical, match=r"line 9: (.|\n)*garbage") as caught:
        ModuleIndex.build(HEADER + FUNCTION + "garbage\n")
    assert caught.value.line_number == 9 and caught.value.line == "garbage"


@pytest.mark.parametrize(
    "old",
    [
        "@x = global i8* null\n",
        "%T = type { i32, %T* }\n",
        "declare void @d(i32*)\n",
        "define i8* @g() {\n  ret i8* null\n}\n",
        "define void @g() {\n  %1 = alloca i32\n  store i32 0, i32* %1\n  ret void\n}\n",
        "define void @g(void (i32)* %p) { ret void }\n",
        "@f = global [2 x i8*] [i8* null,\n  i8* null]\n",
    ],
)
def test_typed_pointers_are_refused_by_name(old: str) -> None:
    with pytest.raises(TypedPointers, match="LLVM 14") as caught:
        ModuleIndex.build(HEADER + FUNCTION + old)
    assert "*" in caught.value.line


def test_a_star_in_a_string_is_no_pointer() -> None:
    text = '@x = global [3 x i8] c"i8*"\ndefine void @f() {\n  call void asm "i8* ", "~{memory}"()\n  ret void\n}\n'
    assert "x" in Sliced(text).index.variables


def test_two_definitions_of_one_name() -> None:
    with pytest.raises(DuplicateSymbol, match="'f'"):
        ModuleIndex.build(HEADER + FUNCTION + FUNCTION.replace("@f", '@"\\01f"'))
    with pytest.raises(DuplicateSymbol, match="line 9"):
        ModuleIndex.build(HEADER + FUNCTION + FUNCTION)


def test_braces_in_bodies() -> None:
    body = "".join(f"  %v{i} = insertvalue {{ i32, i32 }} undef, i32 {i}, 0\n" for i in range(40))
    index = ModuleIndex.build(HEADER + f"define void @g() {{\n{body}  ret void\n}}\n" + FUNCTION)
    assert list(index.functions) == ["g", "f"]


def test_a_summary_and_comments_are_skipped() -> None:
    text = "; ModuleID = 'd\xe9j\xe0.c'\n" + HEADER + FUNCTION + '\n!named = !{!0}\n\n!0 = !{}\n!1 = !{!"^x"}\n'
    index = ModuleIndex.build(text + '\n^0 = module: (path: "a", hash: (0, 0, 0, 0, 0))\n')
    assert index.metadata_count == 2 and list(index.functions) == ["f"]


def test_the_last_line_may_lack_its_newline() -> None:
    index = ModuleIndex.build((HEADER + FUNCTION).rstrip("\n"))
    assert index.text[index.functions["f"] :] == FUNCTION
    assert ModuleIndex.build("").functions == {}


def test_many_nodes_are_found_by_number() -> None:
    nodes = "".join(f'!{i} = !{{!"node {i} !77"}}\n' for i in range(5000))
    metadata = metadata_of(ModuleIndex.build(HEADER + FUNCTION + nodes))
    assert len(metadata.numbers) > 4
    for number in (0, 1, 777, 778, 4999, 2500):
        assert metadata.line(number) == f'!{number} = !{{!"node {number} !77"}}'
    with pytest.raises(InvalidIR, match="!5000"):
        metadata.line(5000)


def test_nodes_that_changed_places_are_noticed_when_used() -> None:
    metadata = metadata_of(ModuleIndex.build(HEADER + "!0 = !{}\n!2 = !{}\n!1 = !{!2}\n!3 = !{}\n"))
    with pytest.raises(NotCanonical, match="not consecutive"):
        metadata.line(1)


@pytest.mark.parametrize("name", ["plain", "with space", 'q"uote\\', "\xff\x02", "0digit", "a.b$c-d"])
def test_names(name: str) -> None:
    assert name_of(token_of(name)) == name
    assert unescape(escape(name)) == name


def test_names_of_other_forms() -> None:
    assert name_of('"\\01_asm"') == "_asm" and name_of("7") == "__rejit_unnamed.7"
    assert unescape("a\\\\22\\zz\\") == "a\\22\\zz\\"
    assert tokens_in('@a "@no" @"b c", %"@d" (@e)') == ["a", '"b c"', "e"]


def test_the_printer_of_llvm_is_always_accepted() -> None:
    odd = '%"a = b" = type { ptr }\n@"x = y; *" = global %"a = b" zeroinitializer\n$"c = ; d" = comdat any\n'
    odd += '@z = global i32 0, comdat($"c = ; d")\ndefine void @"f ; g"() comdat($"c = ; d") { ret void }\n'
    index = ModuleIndex.build(reprint(HEADER + odd))
    assert {"x = y; *", "z"} == set(index.variables)


def test_indexing_imports_no_re() -> None:
    code = "import sys; sys.modules.pop('re', None); before = set(sys.modules); import rejit.ir.index as i\n"
    code += f"x = i.ModuleIndex.build({HEADER + FUNCTION!r}); x.entity('f'); x.dump()\n"
    code += "heavy = {'re', 'typing', 'dataclasses', 'enum'} & (set(sys.modules) - before)\n"
    code += "sys.exit(str(heavy) if heavy else 0)"
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
