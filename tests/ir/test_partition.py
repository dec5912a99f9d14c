"""Slices that stand alone: what is defined, declared, copied, and that LLVM accepts every one of them.

(Over 600 lines: one case of the language after the other, each with its IR.)
"""

from __future__ import annotations

import llvmlite.binding as llvm
import pytest
from slicing import HEADER, Sliced, emit, parse

from rejit.errors import NotCanonical, SymbolNotFound
from rejit.ir.index import ModuleIndex
from rejit.ir.partition import module_asm_partition, partition, variable_closure


def line_with(text: str, start: str) -> str:
    lines = [line for line in text.split("\n") if line.startswith(start)]
    assert len(lines) == 1, (start, text)
    return lines[0]


LINKAGES = """
$any = comdat any
$named = comdat largest
$linkonce_odr_f = comdat any

@internal_v = internal global i32 1, align 4
@private_v = private global i32 1
@weak_v = weak global i32 1
@weak_odr_v = weak_odr constant i32 1
@linkonce_v = linkonce_odr global i32 1, comdat($any), align 4
@common_v = common global i32 0, align 4
@hidden_v = hidden global i32 2
@protected_v = protected global i32 2
@external_v = external global i32, align 2
@extern_weak_v = extern_weak global i32
@available_v = available_externally constant i32 7
@section_v = internal global i32 3, section "my_section", align 4
@exported = dso_local local_unnamed_addr global ptr @internal_v, align 8

define internal i32 @internal_f() { ret i32 1 }
define private i32 @private_f() { ret i32 1 }
define weak i32 @weak_f() { ret i32 1 }
define weak_odr i32 @weak_odr_f() comdat($any) { ret i32 1 }
define linkonce i32 @linkonce_f() { ret i32 1 }
define linkonce_odr hidden i32 @linkonce_odr_f() comdat { ret i32 1 }
define available_externally i32 @available_f() { ret i32 1 }
define hidden i32 @hidden_f() comdat($named) { ret i32 1 }
define dso_local protected i32 @protected_f() section ".text.hot" align 32 { ret i32 1 }
define dllexport fastcc i32 @exported_f() unnamed_addr { ret i32 1 }
declare extern_weak i32 @extern_weak_f()
declare dso_local i32 @declared_f(ptr byval(i32), i32 signext)

define i32 @main(ptr %out) {
  %1 = call i32 @internal_f()
  %2 = call i32 @private_f()
  %3 = call i32 @weak_f()
  %4 = call i32 @weak_odr_f()
  %5 = call i32 @linkonce_f()
  %6 = call i32 @linkonce_odr_f()
  %7 = call i32 @available_f()
  %8 = call i32 @hidden_f()
  %9 = call i32 @protected_f()
  %10 = call fastcc i32 @exported_f()
  %11 = call i32 @extern_weak_f()
  %12 = call i32 @declared_f(ptr byval(i32) @internal_v, i32 signext 1)
  store ptr @private_v, ptr %out
  store ptr @weak_v, ptr %out
  store ptr @weak_odr_v, ptr %out
  store ptr @linkonce_v, ptr %out
  store ptr @common_v, ptr %out
  store ptr @hidden_v, ptr %out
  store ptr @protected_v, ptr %out
  store ptr @external_v, ptr %out
  store ptr @extern_weak_v, ptr %out
  store ptr @available_v, ptr %out
  store ptr @section_v, ptr %out
  store ptr @exported, ptr %out
  ret i32 %1
}
"""


def test_every_linkage_is_defined_plain() -> None:
    module = Sliced(LINKAGES)
    for made in module.all():
        for name in made.functions:
            define = line_with(
                made.text, "define dso_local " + ("fastcc " if name == "exported_f" else "") + f"i32 @{name}("
            )
            assert define.count("comdat") == 1 and "comdat($" not in define and "section" not in define
            assert f"${name} = comdat any" in made.text
        for name in made.variables:
            assert line_with(made.text, f"@{name} = ").startswith(f"@{name} = hidden ")
    emit(module.partition(*module.index.functions, variables=tuple(module.index.variables)).text)


def test_what_the_module_defines_is_declared_dso_local() -> None:
    made = Sliced(LINKAGES).partition("main")
    assert "declare dso_local i32 @internal_f()" in made.text
    assert "declare dso_local i32 @linkonce_odr_f()" in made.text
    assert "declare dso_local fastcc i32 @exported_f() unnamed_addr" in made.text
    assert "@internal_v = external dso_local global i32, align 4" in made.text
    assert "@weak_odr_v = external dso_local constant i32" in made.text
    assert "@exported = external dso_local local_unnamed_addr global ptr, align 8" in made.text


def test_what_the_module_does_not_define_goes_through_the_got() -> None:
    made = Sliced(LINKAGES).partition("main")
    assert "declare i32 @available_f()" in made.text
    assert "declare extern_weak i32 @extern_weak_f()" in made.text
    assert "declare i32 @declared_f(ptr byval(i32), i32 signext)" in made.text
    assert "@external_v = external global i32, align 2" in made.text
    assert "@extern_weak_v = extern_weak global i32" in made.text
    assert "@available_v = external constant i32" in made.text


def test_references_and_callees() -> None:
    module = Sliced(LINKAGES)
    made = module.partition("main")
    assert made.callees[:3] == ("internal_f", "private_f", "weak_f")
    assert "available_f" not in made.callees and "available_f" in made.references
    assert {"declared_f", "extern_weak_v", "common_v"} <= set(made.references)
    both = module.partition("main", "internal_f", variables=("common_v",))
    assert "internal_f" not in both.callees + both.references
    assert "common_v" not in both.references


def test_available_externally_is_not_ours_to_define() -> None:
    module = Sliced(LINKAGES)
    for name in ("available_f", "extern_weak_f", "nothing", "internal_v"):
        with pytest.raises(SymbolNotFound, match=name):
            partition(module.index, [name])
    with pytest.raises(SymbolNotFound):
        partition(module.index, [], ["available_v"])


def test_section_of_data_stays() -> None:
    made = Sliced(LINKAGES).partition(variables=("section_v",))
    assert made.text.endswith('@section_v = hidden global i32 3, section "my_section", align 4\n')


CONSTANTS = """
%pair = type { i32, i32 }
@.str = private unnamed_addr constant [4 x i8] c"a}@\\00", align 1
@table = internal unnamed_addr constant [2 x %pair] [%pair { i32 1, i32 2 }, %pair { i32 3, i32 4 }]
@significant = internal constant [4 x i8] c"abc\\00"
@writable = internal unnamed_addr global [4 x i8] c"abc\\00"
@names = internal unnamed_addr constant [2 x ptr] [ptr @.str, ptr @f]
@big = internal unnamed_addr constant [5000 x i8] zeroinitializer
@placed = private unnamed_addr constant [4 x i8] c"abc\\00", section "x"
@tls = internal thread_local unnamed_addr constant i32 3
declare void @use(...)
define void @f() {
  call void (...) @use(ptr @.str, ptr @table, ptr @significant, ptr @writable)
  call void (...) @use(ptr @names, ptr @big, ptr @placed, ptr @tls)
  ret void
}
"""


def test_small_constants_are_copied() -> None:
    module = Sliced(CONSTANTS)
    made = module.partition("f")
    assert made.constants == {".str", "table"}
    assert line_with(made.text, "@.str = ") == '@.str = hidden unnamed_addr constant [4 x i8] c"a}@\\00", align 1'
    assert {"significant", "writable", "names", "big", "placed", "tls", "use"} == set(made.references)
    module.all()


def test_constants_that_variables_need_are_part_of_the_closure() -> None:
    module = Sliced(CONSTANTS)
    assert variable_closure(module.index, ["names"]) == (("names", ".str"), ("f",))
    made = module.partition(variables=("names", ".str"))
    assert made.constants == frozenset() and made.references == ("f",) and made.callees == ()


ALIASES = """
%s = type { i32, [4 x i64] }
@v = global %s zeroinitializer
@av = internal alias %s, ptr @v
@inside = alias i64, getelementptr inbounds (%s, ptr @v, i32 0, i32 1, i32 2)
@t = thread_local global i32 1
@at = thread_local alias i32, ptr @t
@af = alias i32 (ptr, ...), ptr @f
@"a q" = hidden alias i32 (ptr, ...), ptr @af
@i = ifunc i32 (i32), ptr @resolver
define i32 @f(ptr %0, ...) { ret i32 0 }
define internal ptr @resolver() { ret ptr @g }
define i32 @g(i32 %0) {
  %2 = call i32 (ptr, ...) @af(ptr @av)
  %3 = call i32 (ptr, ...) @"a q"(ptr @inside)
  %4 = call i32 @i(i32 %2)
  store i32 %4, ptr @at
  ret i32 %3
}
"""


def test_aliases_are_declared_as_what_they_stand_for() -> None:
    module = Sliced(ALIASES)
    made = module.partition("g")
    assert "@av = external dso_local global %s" in made.text
    assert "declare dso_local i32 @af(ptr, ...)" in made.text
    assert 'declare dso_local i32 @"a q"(ptr, ...)' in made.text
    assert "declare dso_local i32 @i(i32)" in made.text
    assert "@at = external thread_local global i32" in made.text
    assert set(made.references) == {"af", "a q", "av", "inside", "i", "at"}
    module.all()


def test_where_aliases_lead() -> None:
    index = Sliced(ALIASES).index
    found = {name: index.entity(name) for name in (*index.aliases, *index.ifuncs)}
    assert {n: (e.kind, e.aliasee, e.aliasee_offset) for n, e in found.items() if e} == {
        "av": ("alias", "v", 0),
        "inside": ("alias", "v", 24),
        "at": ("alias", "t", 0),
        "af": ("alias", "f", 0),
        "a q": ("alias", "af", 0),
        "i": ("ifunc", "resolver", 0),
    }
    assert variable_closure(index, ["inside", "i"]) == (("v",), ("resolver",))


LABELS = """
@own = internal constant [2 x ptr] [ptr blockaddress(@jump, %a), ptr blockaddress(@jump, %b)]
@kept = internal constant [1 x ptr] [ptr blockaddress(@keeps, %a)]
@shared = global [2 x ptr] [ptr blockaddress(@one, %a), ptr blockaddress(@two, %a)]
@points = global ptr @own_alias
@own_alias = global ptr @shared
define i32 @jump(i64 %n) {
  %p = getelementptr inbounds [2 x ptr], ptr @own, i64 0, i64 %n
  %l = load ptr, ptr %p
  br label %go
a:
  ret i32 1
b:
  br label %go
go:
  %t = phi ptr [ %l, %0 ], [ blockaddress(@jump, %a), %b ]
  indirectbr ptr %t, [label %a, label %b]
}
define i32 @keeps(ptr %where) {
  %l = load ptr, ptr @kept
  store ptr %l, ptr %where
  indirectbr ptr %l, [label %a]
a:
  ret i32 1
}
define ptr @one() {
  br label %a
a:
  ret ptr blockaddress(@two, %a)
}
define void @two(ptr %p) {
  indirectbr ptr %p, [label %a]
a:
  ret void
}
define ptr @plain() { ret ptr @shared }
"""


def test_label_tables_live_with_their_function() -> None:
    module = Sliced(LABELS)
    made = module.partition("jump")
    assert made.functions == ("jump",) and made.variables == ()
    assert "own" not in made.references
    assert "\n@own = internal constant" in made.text  # nobody else reads it: each body has its own
    emit(made.text)


def test_functions_that_share_labels_are_one_partition() -> None:
    module = Sliced(LABELS)
    for name in ("one", "two"):
        made = module.partition(name)
        assert set(made.functions) == {"one", "two"} and made.variables == ("shared",)
    assert module.partition("plain").references == ("shared",)
    assert variable_closure(module.index, ["points"]) == (("points", "own_alias"), ("two",)) or variable_closure(
        module.index, ["points"]
    ) == (("points", "own_alias"), ("one",))
    module.all()


def test_asking_for_a_table_brings_its_functions() -> None:
    made = Sliced(LABELS).partition(variables=("shared", "own"))
    assert set(made.functions) == {"jump", "one", "two"} and set(made.variables) == {"shared", "own"}


def test_labels_that_outlive_an_activation() -> None:
    made = Sliced(LABELS).partition("jump", "keeps", "one", "plain")
    assert made.labels_escape == {"keeps", "one", "two"}


def test_a_table_that_others_read_escapes() -> None:
    other = "define ptr @other() { ret ptr @own }\n"
    assert Sliced(LABELS + other).partition("jump").labels_escape == {"jump"}


NAMES = """
%"struct.a b" = type { ptr, %"}{@x" }
%"}{@x" = type { i32 }
%rec = type { %"struct.a b", ptr }
%opq = type opaque
%0 = type { i8, %1 }
%1 = type { i16 }
@"quoted } name" = global %rec zeroinitializer
@"\\01plain" = global i32 0
@"\\22\\5C\\02\\FF" = internal global [8 x i8] c"}\\0A}@\\22 %0"
@0 = private unnamed_addr constant [3 x i8] c"@1\\00"
@1 = internal global ptr @0
@2 = internal global %0 zeroinitializer
define void @"fn with \\22 quotes @zz"(ptr %"odd @arg") {
"lab}el":
  call void asm sideeffect "nop # } @nothing !99 ; #77 $$0", "~{memory}"()
  store ptr @"quoted } name", ptr %"odd @arg"
  store ptr @"\\01plain", ptr %"odd @arg"
  store ptr @"\\22\\5C\\02\\FF", ptr @1
  store ptr @2, ptr @0
  %x = alloca %0
  %y = alloca %rec
  %z = getelementptr %opq, ptr %x, i32 0
  call void @3()
  br label %"lab}el2"
"lab}el2":
  ret void
}
define internal void @3() {
  call void @"fn with \\22 quotes @zz"(ptr @0)
  ret void
}
""".replace("  %z = getelementptr %opq, ptr %x, i32 0\n", "")


def test_odd_names() -> None:
    module = Sliced(NAMES)
    index = module.index
    assert set(index.functions) == {'fn with " quotes @zz', "__rejit_unnamed.3"}
    assert set(index.variables) == {
        "quoted } name",
        "plain",
        '"\\\x02\xff',
        "__rejit_unnamed.0",
        "__rejit_unnamed.1",
        "__rejit_unnamed.2",
    }
    made = module.partition('fn with " quotes @zz')
    assert made.callees == ("__rejit_unnamed.3",)
    assert made.constants == {"__rejit_unnamed.0"}
    assert set(made.references) == {
        "quoted } name",
        "plain",
        '"\\\x02\xff',
        "__rejit_unnamed.1",
        "__rejit_unnamed.2",
    } | {"__rejit_unnamed.3"}
    assert "nothing" not in made.text.replace('asm sideeffect "nop # } @nothing', "")
    module.all()


ODDITIES = """
%T = type { i64, i64 }
declare i32 @__gxx_personality_v0(...)
declare i32 @setjmp(ptr) returns_twice
declare void @llvm.memcpy.p0.p0.i64(ptr noalias, ptr noalias, i64, i1)
declare ptr @llvm.threadlocal.address.p0(ptr)
declare i64 @llvm.read_register.i64(metadata)
declare void @llvm.assume(i1)
declare double @llvm.experimental.constrained.fadd.f64(double, double, metadata, metadata)
@prefix_data = internal global i32 5
@tls = thread_local(localexec) global i32 5, align 4
@tls_ie = internal thread_local(initialexec) global i32 0
@tls_ld = hidden thread_local(localdynamic) global i32 0
@tls_ext = external thread_local global i32
@rel = constant i64 sub (i64 ptrtoint (ptr dso_local_equivalent @callee to i64), i64 ptrtoint (ptr @rel to i64))
@nocfi = constant ptr no_cfi @callee
@huge = internal global [2147483648 x i8] zeroinitializer
@spaced = addrspace(1) externally_initialized global i32 0
@string = private constant [13 x i8] c", align 16 #1", align 2
define void @callee(ptr sret(%T) %0, ptr byval(%T) align 8 %1) { ret void }
define internal fastcc void @with_prefix() unnamed_addr #0 prefix ptr @prefix_data { ret void }
define void @with_prologue() prologue i8 144 { ret void }
define void @collected() gc "statepoint-example" { ret void }
define noundef range(i32 0, 8) i32 @ranged(i32 noundef returned %x) #1 { ret i32 %x }
define "a@b"="c}d" i32 @string_attribute() "key@"="val@ue" { ret i32 0 }
define cc 64 void @numbered_cc() { ret void }
define ghccc void @named_cc() { ret void }
define amdgpu_kernel void @kernel_cc() { ret void }
define ptr addrspace(1) @spaced_f() { ret ptr addrspace(1) @spaced }
define { i32, <4 x float> } @aggregate([2 x i64] %a, <{ i8, ptr }> %b) { ret { i32, <4 x float> } zeroinitializer }
define void @tails(ptr %p) {
  musttail call void @tails(ptr %p)
  ret void
}
define i32 @naked() naked noinline {
  call void asm sideeffect "ret", ""()
  unreachable
}
define i32 @asm_goto() {
  callbr void asm sideeffect "jmp ${0:l}", "!i"() to label %a [label %b]
a:
  ret i32 1
b:
  ret i32 2
}
define void @bundles(ptr %p) {
  call void @llvm.assume(i1 true) [ "align"(ptr %p, i64 16), "nonnull"(ptr @prefix_data) ]
  ret void
}
define i64 @metadata_operand() {
  %r = call i64 @llvm.read_register.i64(metadata !0)
  %d = call double @llvm.experimental.constrained.fadd.f64(double 1., double 2., METADATA) strictfp
  ret i64 %r
}
define i32 @tls_use() {
  %a = call ptr @llvm.threadlocal.address.p0(ptr @tls)
  %b = call ptr @llvm.threadlocal.address.p0(ptr @tls_ie)
  %c = call ptr @llvm.threadlocal.address.p0(ptr @tls_ext)
  %v = load i32, ptr %a
  store i32 %v, ptr %b
  store i32 %v, ptr %c
  ret i32 %v
}
define i32 @catches(ptr %env) personality ptr @__gxx_personality_v0 {
  %j = call i32 @setjmp(ptr %env) returns_twice
  invoke void @with_prologue() to label %ok unwind label %bad
ok:
  ret i32 0
bad:
  %l = landingpad { ptr, i32 } cleanup
          catch ptr @prefix_data
          filter [1 x ptr] [ptr @rel]
  resume { ptr, i32 } %l
}
define void @many(i32 %x) {
  switch i32 %x, label %d [
    i32 0, label %a
    i32 1, label %a
  ]
a:
  %t = alloca %T
  call void @callee(ptr sret(%T) %t, ptr byval(%T) align 8 %t)
  %h = load i8, ptr @huge
  br i1 true, label %d, label %d, !prof !1
d:
  ret void
}
attributes #0 = { nounwind optnone noinline "target-cpu"="x86-64" TUNE "frame-pointer"="all" }
attributes #1 = { uwtable "target-features"="+avx512f" }
!0 = !{!"rsp\\00"}
!1 = !{!"branch_weights", i32 1, i32 2}
""".replace("METADATA", 'metadata !"round.dynamic", metadata !"fpexcept.strict"').replace(
    "TUNE", '"target-features"="+sse2,+x87" "tune-cpu"="generic"'
)


def test_everything_llvm_prints_in_a_function() -> None:
    module = Sliced(ODDITIES)
    for options in ({}, {"tbaa": True}, {"optnone": False}, {"target_attributes": ("znver3", "+avx2")}):
        module.all(**options)


def test_thread_locals_are_general_dynamic() -> None:
    module = Sliced(ODDITIES)
    made = module.partition("tls_use")
    assert "@tls = external thread_local global i32, align 4" in made.text
    assert "@tls_ie = external thread_local global i32" in made.text
    assert b"__tls_get_addr" in emit(made.text)
    data = module.partition(variables=("tls", "tls_ie"))
    assert "@tls = thread_local global i32 5, align 4" in data.text
    assert "@tls_ie = thread_local global i32 0" in data.text


def test_prefix_prologue_gc_and_personality_stay() -> None:
    module = Sliced(ODDITIES)
    assert "prefix ptr @prefix_data" in module.partition("with_prefix").text
    assert "prologue i8 -112" in module.partition("with_prologue").text
    assert 'gc "statepoint-example"' in module.partition("collected").text
    assert "personality ptr @__gxx_personality_v0" in module.partition("catches").text
    declared = line_with(module.partition("catches").text, "declare dso_local void @with_prologue(")
    assert declared.endswith("@with_prologue()")
    emit(module.partition("catches", "with_prefix").text)


def test_large_data_is_out_of_reach() -> None:
    module = Sliced(ODDITIES)
    assert '@huge = external dso_local global [2147483648 x i8], code_model "large"' in module.partition("many").text
    assert 'code_model "large"' in module.partition(variables=("huge",)).text


def test_target_attributes() -> None:
    module = Sliced(ODDITIES)
    plain = line_with(module.partition("with_prefix").text, "attributes #").partition(" = ")[2]
    assert plain == '{ noinline nounwind optnone "frame-pointer"="all" }'
    rewritten = module.partition("with_prefix", target_attributes=("znver3", "+avx2"), optnone=False)
    assert line_with(rewritten.text, "attributes #").partition(" = ")[2] == (
        '{ nounwind "frame-pointer"="all" "target-cpu"="znver3" "target-features"="+avx2,+sse2,+x87" }'
    )


def test_every_function_gets_unwind_tables_once() -> None:
    module = Sliced(ODDITIES)
    assert " uwtable" in line_with(module.partition("with_prefix").text, "define ")
    assert "uwtable" not in line_with(module.partition("ranged").text, "define ")


def test_declarations_keep_the_alignment() -> None:
    module = Sliced("@v = global i64 0, align 2\n@w = global i64 0\ndefine ptr @f() { ret ptr @v }\n")
    assert "@v = external dso_local global i64, align 2" in module.partition("f").text


def test_optimisation_metadata_is_optional() -> None:
    text = """
    define i32 @f(ptr %p, i32 %n) !prof !9 {
      br label %l
    l:
      %i = phi i32 [ 0, %0 ], [ %j, %l ]
      %v = load i32, ptr %p, align 4, !tbaa !2, !range !{i32 0, i32 10}
      %j = add i32 %i, 1
      %c = icmp eq i32 %j, %n
      br i1 %c, label %e, label %l, !llvm.loop !5
    e:
      ret i32 %v
    }
    !2 = !{!3, !3, i64 0}
    !3 = !{!"int, !4 @x", !4}
    !4 = !{!"Simple C/C++ TBAA"}
    !5 = distinct !{!5, !6}
    !6 = !{!"llvm.loop.mustprogress"}
    !9 = !{!"function_entry_count", i64 7}
    """
    module = Sliced(text)
    assert "!" not in module.partition("f").text
    kept = module.partition("f", tbaa=True).text
    for needle in ("!tbaa", "!range", "!llvm.loop", "Simple C/C++ TBAA", "mustprogress", "function_entry_count"):
        assert needle in kept


def test_module_flags_are_carried_but_for_pie() -> None:
    text = """
    define void @f() { ret void }
    !llvm.module.flags = !{!0, !1, !2, !3, !5}
    !llvm.ident = !{!4}
    !0 = !{i32 1, !"wchar_size", i32 4}
    !1 = !{i32 8, !"PIC Level", i32 2}
    !2 = !{i32 7, !"PIE Level", i32 2}
    !3 = !{i32 2, !"Debug Info Version", i32 3}
    !4 = !{!"clang"}
    !5 = !{i32 5, !"CG Profile", !6}
    !6 = !{!7}
    !7 = !{ptr @f, ptr @f, i64 3}
    """
    text = Sliced(text).partition("f").text
    assert "wchar_size" in text and "Debug Info Version" in text
    assert not any(word in text for word in ("PIE", "PIC", "clang", "CG Profile"))


def test_metadata_may_name_globals() -> None:
    text = """
    declare void @use(ptr)
    define void @f(ptr %p) {
      call void %p(), !callees !0
      ret void
    }
    define void @g() { ret void }
    !0 = !{ptr @g, ptr @0}
    @0 = global i32 0
    """
    made = Sliced(text).partition("f", tbaa=True)
    assert made.references == ("g", "__rejit_unnamed.0")


def test_module_asm_is_a_partition_of_its_own() -> None:
    module = Sliced(
        'module asm ".globl from_asm"\nmodule asm "from_asm: .byte \\22}\\22"\ndefine void @f() { ret void }\n'
    )
    assert module.index.module_asm == [".globl from_asm", 'from_asm: .byte "}"']
    made = module_asm_partition(module.index)
    assert made is not None and b"from_asm" in emit(made.text)
    assert "asm" not in module.partition("f").text
    assert module_asm_partition(Sliced("@x = global i32 0").index) is None


def test_use_list_orders_are_dropped() -> None:
    text = HEADER + (
        "define i32 @f(i32 %x) {\n  %a = add i32 %x, %x\n  %b = mul i32 %x, %a\n  ret i32 %b\n\n"
        "  uselistorder i32 %x, { 2, 0, 1 }\n}\n\nuselistorder ptr @f, { 1, 0 }\n"
    )
    made = Sliced(text, printed=True).partition("f")
    assert "uselistorder" not in made.text


def test_comments_and_strings_name_nothing() -> None:
    text = HEADER + (
        "@x = global i32 0\n@y = global i32 0\n\n; Function Attrs: nounwind @y\ndefine void @f() {\n"
        "  ; don't say \"@x #9 !5\n  store i32 0, ptr @y, align 4 ; @x\n  ret void\n}\n"
    )
    assert Sliced(text, printed=True).partition("f").references == ("y",)


def test_a_coroutine_goes_through_the_pipeline_alone() -> None:
    text = """
    declare token @llvm.coro.id(i32, ptr, ptr, ptr)
    declare ptr @llvm.coro.begin(token, ptr)
    declare i8 @llvm.coro.suspend(token, i1)
    declare i1 @llvm.coro.end(ptr, i1, token)
    define ptr @f(ptr %mem) presplitcoroutine {
      %id = call token @llvm.coro.id(i32 0, ptr null, ptr null, ptr null)
      %hdl = call ptr @llvm.coro.begin(token %id, ptr %mem)
      %s = call i8 @llvm.coro.suspend(token none, i1 false)
      switch i8 %s, label %out [
        i8 0, label %out
      ]
    out:
      ret ptr %hdl
    }
    """.replace("    declare i1 @llvm.coro.end(ptr, i1, token)\n", "")
    made = Sliced(text).partition("f")
    assert "presplitcoroutine" in made.text


def test_debug_intrinsics_of_older_llvm_and_records() -> None:
    text = HEADER + (
        "define void @f(i32 %x) !dbg !4 {\n"
        "  call void @llvm.dbg.value(metadata i32 %x, metadata !8, metadata !DIExpression()), !dbg !9\n"
        "    #dbg_value(i32 %x, !8, !DIExpression(), !9)\n"
        "  ret void, !dbg !9\n}\n\ndeclare void @llvm.dbg.value(metadata, metadata, metadata)\n\n"
        "!llvm.dbg.cu = !{!0}\n!llvm.module.flags = !{!3}\n\n"
        '!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "p", emissionKind: FullDebug)\n'
        '!1 = !DIFile(filename: "a.c", directory: "/")\n!2 = !{!8}\n!3 = !{i32 2, !"Debug Info Version", i32 3}\n'
        '!4 = distinct !DISubprogram(name: "f", scope: !1, file: !1, line: 1, type: !5, unit: !0, retainedNodes: !2)\n'
        "!5 = !DISubroutineType(types: !6)\n!6 = !{null, !7}\n"
        '!7 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)\n'
        '!8 = !DILocalVariable(name: "x", arg: 1, scope: !4, file: !1, line: 1, type: !7)\n'
        "!9 = !DILocation(line: 1, column: 2, scope: !4)\n"
    )
    index = ModuleIndex.build(text)
    for debug in ("none", "lines"):
        made = partition(index, ["f"], debug=debug)  # type: ignore[arg-type]
        parse(made.text)
        assert "dbg.value" not in made.text and "dbg_value" not in made.text and "DIBasicType" not in made.text
    assert "DIBasicType" in partition(index, ["f"], debug="full").text


def test_a_label_in_column_0_is_fine_other_text_is_not() -> None:
    good = HEADER + "define void @f() {\n  br label %-a.b$\n\n-a.b$:                  ; preds = %0\n  ret void\n}\n"
    Sliced(good, printed=True).partition("f")
    index = ModuleIndex.build(good.replace("\n\n-a", "\n@x = global i32 0\n-a"))
    with pytest.raises(NotCanonical, match="@x = global"):
        partition(index, ["f"])


def test_a_batch_shares_its_declarations() -> None:
    functions = "\n".join(f"define i32 @f{i}() {{ %r = call i32 @g() ret i32 %r }}" for i in range(50))
    module = Sliced("declare i32 @g()\n" + functions)
    made = module.partition(*module.index.functions)
    assert made.text.count("declare ") == 1 and len(made.functions) == 50


def test_the_same_name_in_two_tokens() -> None:
    text = (
        'declare i32 @scan(ptr)\ndefine i32 @"\\01scan"(ptr %p) { ret i32 0 }\n'
        "define i32 @f() { %r = call i32 @scan(ptr null) ret i32 %r }"
    )
    module = Sliced(text)
    made = module.partition("f", "scan")
    assert llvm.parse_assembly(made.text) is not None
    assert module.partition("f").callees == ("scan",)


def test_a_slice_does_not_grow_with_its_module() -> None:
    """O(the function): with 50 times as many functions, line tables included, it is as long but for longer numbers."""

    def slice_of(count: int) -> str:
        bodies = "".join(
            f"define i32 @f{n}(i32 %x) !dbg !{5 + 2 * n} {{\n"
            f"  %r = call i32 @f{(n + 1) % count}(i32 %x), !dbg !{6 + 2 * n}\n"
            "  ret i32 %r\n}\n\n"
            for n in range(count)
        )
        debug = "".join(
            f'!{5 + 2 * n} = distinct !DISubprogram(name: "f{n}", scope: !1, file: !1, line: {n + 1}, type: !3, '
            f"scopeLine: {n + 1}, spFlags: DISPFlagDefinition, unit: !0, retainedNodes: !4)\n"
            f"!{6 + 2 * n} = !DILocation(line: {n + 1}, column: 1, scope: !{5 + 2 * n})\n"
            for n in range(count)
        )
        head = (
            "!llvm.dbg.cu = !{!0}\n!llvm.module.flags = !{!2}\n\n"
            '!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "x", isOptimized: false, '
            "runtimeVersion: 0, emissionKind: FullDebug)\n"
            '!1 = !DIFile(filename: "a.c", directory: "/")\n!2 = !{i32 2, !"Debug Info Version", i32 3}\n'
            "!3 = !DISubroutineType(types: !4)\n!4 = !{}\n"
        )
        index = ModuleIndex.build(HEADER + bodies + head + debug)
        return partition(index, ["f7"], debug="lines").text

    small, large = slice_of(100), slice_of(5000)
    assert len(small) <= len(large) < len(small) + 100
