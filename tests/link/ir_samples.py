"""IR in the form partitions have: every function in a COMDAT of its own, everything external, constants hidden.

Variables are hidden too where a function of the same text uses them: LLVM would refer to a `dso_local` one by a local
alias, which ties it to the function (`tied()`).
"""

from __future__ import annotations

import functools

from rejit.compile import backend

HEADER = 'target triple = "x86_64-unknown-linux-gnu"\n'

# Jump tables, lookup tables, constants in registers and in memory, strings, recursion, calls out.
ARITHMETIC = """
$fib = comdat any
$choose = comdat any
$look = comdat any
$poly = comdat any
$both = comdat any
$bump = comdat any
$text = comdat any
$table = comdat any
$negate = comdat any

@counter = hidden global i64 40, align 8
@spare = hidden global [4 x i64] [i64 1, i64 2, i64 3, i64 4], align 16
@zeros = hidden global [100 x i32] zeroinitializer, align 16
@cells = hidden global [2 x ptr] [ptr @counter, ptr getelementptr (i8, ptr @spare, i64 16)], align 16
@fns = hidden constant [2 x ptr] [ptr @fib, ptr @choose], align 8
@.hello = hidden unnamed_addr constant [6 x i8] c"hello\\00", align 1
@.world = hidden unnamed_addr constant [6 x i8] c"world\\00", align 1
@.names = hidden unnamed_addr constant [3 x ptr] [ptr @.hello, ptr @.world, ptr @counter], align 16
declare i64 @labs(i64)
declare i32 @strcmp(ptr, ptr)

define dso_local i64 @fib(i64 %n) uwtable comdat {
  %small = icmp slt i64 %n, 2
  br i1 %small, label %done, label %more
more:
  %a = sub i64 %n, 1
  %b = sub i64 %n, 2
  %x = call i64 @fib(i64 %a)
  %y = call i64 @fib(i64 %b)
  %s = add i64 %x, %y
  ret i64 %s
done:
  ret i64 %n
}
define dso_local i64 @choose(i64 %n) uwtable comdat {
  switch i64 %n, label %other [ i64 0, label %l0  i64 1, label %l1  i64 2, label %l2
                                i64 3, label %l3  i64 4, label %l4  i64 5, label %l5 ]
l0:
  ret i64 100
l1:
  %a = call i64 @labs(i64 -7)
  ret i64 %a
l2:
  %c = load i64, ptr @counter
  ret i64 %c
l3:
  %f = call i64 @fib(i64 10)
  ret i64 %f
l4:
  %l = call i64 @look(i64 2)
  ret i64 %l
l5:
  %m = mul i64 %n, 1000
  ret i64 %m
other:
  ret i64 -1
}
define dso_local i64 @look(i64 %n) uwtable comdat {
  switch i64 %n, label %other [ i64 0, label %l0  i64 1, label %l1  i64 2, label %l2
                                i64 3, label %l3  i64 4, label %l4  i64 5, label %l5 i64 6, label %l6 ]
l0:
  br label %other
l1:
  br label %other
l2:
  br label %other
l3:
  br label %other
l4:
  br label %other
l5:
  br label %other
l6:
  br label %other
other:
  %r = phi i64 [ -5, %0 ], [ 17, %l0 ], [ 5, %l1 ], [ 99, %l2 ], [ 1234567, %l3 ], [ -3, %l4 ], [ 8, %l5 ], [ 44, %l6 ]
  ret i64 %r
}
define dso_local double @poly(double %x) uwtable comdat {
  %a = fmul double %x, 3.25
  %b = fadd double %a, 0x3FF3AE147AE147AE
  %c = call double @llvm.fabs.f64(double %b)
  ret double %c
}
define dso_local float @both(float %x, ptr %p) uwtable comdat {
  %v = load <16 x float>, ptr %p, align 4
  %w = fmul <16 x float> %v, <float 1.5, float 2.5, float 3.5, float 4.5, float 5.5, float 6.5, float 7.5, float 8.5,
    float 9.5, float 1.25, float 2.25, float 3.25, float 4.25, float 5.25, float 6.25, float 7.0>
  store <16 x float> %w, ptr %p, align 4
  %y = fmul float %x, 0x3FF3333340000000
  ret float %y
}
define dso_local float @negate(float %x, ptr %p) uwtable comdat {
  %v = load <16 x float>, ptr %p, align 4
  %w = fadd <16 x float> %v, <float 0.5, float 2.5, float 3.5, float 4.5, float 5.5, float 6.5, float 7.5, float 8.5,
    float 9.5, float 1.25, float 2.25, float 3.25, float 4.25, float 5.25, float 6.25, float 0.5>
  store <16 x float> %w, ptr %p, align 4
  %y = fneg float %x
  ret float %y
}
define dso_local i64 @bump(i64 %n) uwtable comdat {
  %i = and i64 %n, 1
  %cell = getelementptr [2 x ptr], ptr @cells, i64 0, i64 %i
  %p = load ptr, ptr %cell
  %old = load i64, ptr %p
  %new = add i64 %old, %n
  store i64 %new, ptr %p
  %z = getelementptr [100 x i32], ptr @zeros, i64 0, i64 %n
  store i32 7, ptr %z
  %fn = getelementptr [2 x ptr], ptr @fns, i64 0, i64 %i
  %f = load ptr, ptr %fn
  %r = call i64 %f(i64 5)
  %s = add i64 %r, %new
  ret i64 %s
}
define dso_local i64 @text(ptr %s) uwtable comdat {
  %a = call i32 @strcmp(ptr %s, ptr @.hello)
  %b = call i32 @strcmp(ptr %s, ptr @.world)
  %c = icmp eq i32 %a, 0
  %d = icmp eq i32 %b, 0
  %e = select i1 %c, i64 1, i64 0
  %f = select i1 %d, i64 2, i64 %e
  ret i64 %f
}
define dso_local ptr @table(i64 %n) uwtable comdat {
  %p = getelementptr [3 x ptr], ptr @.names, i64 0, i64 %n
  %s = load ptr, ptr %p
  ret ptr %s
}
declare double @llvm.fabs.f64(double)
"""
ARITHMETIC_CONSTANTS = frozenset({".hello", ".world", ".names"})

# Not part of the above: MCJIT resolves nothing at all once it has met a weak name that nothing defines.
WEAK = """
$weakly = comdat any
@nothing = extern_weak global i32
declare extern_weak i32 @nowhere()
@pointer = hidden global ptr @nowhere, align 8
define dso_local i32 @weakly() uwtable comdat {
  %there = icmp eq ptr @nothing, null
  %r = select i1 %there, i32 5, i32 6
  ret i32 %r
}
"""

EXCEPTIONS = """
$throws = comdat any
$catches = comdat any
$cleans = comdat any
$catches_too = comdat any

@_ZTVN10__cxxabiv117__class_type_infoE = external global [0 x ptr]
@_ZTIi = external constant ptr
@_ZTId = external constant ptr
@.name = hidden unnamed_addr constant [5 x i8] c"3Own\\00"
@_ZTI3Own = hidden constant { ptr, ptr } {
  ptr getelementptr (i8, ptr @_ZTVN10__cxxabiv117__class_type_infoE, i64 16), ptr @.name }, align 8
@cleaned = hidden global i32 0, align 4
declare ptr @__cxa_allocate_exception(i64)
declare void @__cxa_throw(ptr, ptr, ptr)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
declare i32 @__gxx_personality_v0(...)
declare i32 @llvm.eh.typeid.for.p0(ptr)

define dso_local i32 @throws(i32 %n) uwtable comdat {
  switch i32 %n, label %calm [ i32 1, label %int  i32 2, label %own  i32 3, label %double ]
int:
  %e = call ptr @__cxa_allocate_exception(i64 4)
  store i32 77, ptr %e
  call void @__cxa_throw(ptr %e, ptr @_ZTIi, ptr null)
  unreachable
own:
  %o = call ptr @__cxa_allocate_exception(i64 4)
  store i32 88, ptr %o
  call void @__cxa_throw(ptr %o, ptr @_ZTI3Own, ptr null)
  unreachable
double:
  %d = call ptr @__cxa_allocate_exception(i64 8)
  call void @__cxa_throw(ptr %d, ptr @_ZTId, ptr null)
  unreachable
calm:
  ret i32 %n
}
define dso_local i32 @cleans(i32 %n) uwtable comdat personality ptr @__gxx_personality_v0 {
  %r = invoke i32 @throws(i32 %n) to label %fine unwind label %lp
fine:
  ret i32 %r
lp:
  %l = landingpad { ptr, i32 } cleanup
  %c = load i32, ptr @cleaned
  %d = add i32 %c, 1
  store i32 %d, ptr @cleaned
  resume { ptr, i32 } %l
}
define dso_local i32 @catches(i32 %n) uwtable comdat personality ptr @__gxx_personality_v0 {
  %r = invoke i32 @cleans(i32 %n) to label %fine unwind label %lp
fine:
  ret i32 %r
lp:
  %l = landingpad { ptr, i32 } catch ptr @_ZTIi catch ptr @_ZTI3Own catch ptr null
  %p = extractvalue { ptr, i32 } %l, 0
  %sel = extractvalue { ptr, i32 } %l, 1
  %o = call ptr @__cxa_begin_catch(ptr %p)
  %ti = call i32 @llvm.eh.typeid.for.p0(ptr @_ZTIi)
  %to = call i32 @llvm.eh.typeid.for.p0(ptr @_ZTI3Own)
  %is_int = icmp eq i32 %sel, %ti
  %is_own = icmp eq i32 %sel, %to
  %known = or i1 %is_int, %is_own
  br i1 %known, label %load, label %unknown
load:
  %v = load i32, ptr %o
  call void @__cxa_end_catch()
  ret i32 %v
unknown:
  call void @__cxa_end_catch()
  ret i32 -1
}
define dso_local i32 @catches_too(i32 %n) uwtable comdat personality ptr @__gxx_personality_v0 {
  %r = invoke i32 @cleans(i32 %n) to label %fine unwind label %lp
fine:
  ret i32 %r
lp:
  %l = landingpad { ptr, i32 } catch ptr @_ZTIi
  %p = extractvalue { ptr, i32 } %l, 0
  %sel = extractvalue { ptr, i32 } %l, 1
  %ti = call i32 @llvm.eh.typeid.for.p0(ptr @_ZTIi)
  %is_int = icmp eq i32 %sel, %ti
  br i1 %is_int, label %mine, label %other
mine:
  %o = call ptr @__cxa_begin_catch(ptr %p)
  call void @__cxa_end_catch()
  ret i32 1
other:
  resume { ptr, i32 } %l
}
"""
EXCEPTIONS_CONSTANTS = frozenset({".name"})

THREAD_LOCALS = """
$near = comdat any
$far = comdat any
@a = hidden thread_local global i64 11, align 8
@b = hidden thread_local global [3 x i32] [i32 1, i32 2, i32 3], align 4
@c = hidden thread_local global i64 0, align 8
@d = external thread_local global i64, align 8
declare ptr @llvm.threadlocal.address.p0(ptr)
define dso_local i64 @near(i64 %n) uwtable comdat {
  %pa = call ptr @llvm.threadlocal.address.p0(ptr @a)
  %pb = call ptr @llvm.threadlocal.address.p0(ptr getelementptr (i8, ptr @b, i64 4))
  %pc = call ptr @llvm.threadlocal.address.p0(ptr @c)
  %x = load i64, ptr %pa
  %y = load i64, ptr %pc
  %z = add i64 %y, %n
  store i64 %z, ptr %pc
  %s = add i64 %x, %z
  ret i64 %s
}
define dso_local i64 @far() uwtable comdat {
  %pb = call ptr @llvm.threadlocal.address.p0(ptr @b)
  %p1 = getelementptr i32, ptr %pb, i64 2
  %x = load i32, ptr %p1
  %y = zext i32 %x to i64
  %pd = call ptr @llvm.threadlocal.address.p0(ptr @d)
  %v = load i64, ptr %pd
  %s = add i64 %v, %y
  ret i64 %s
}
""".replace("ptr getelementptr (i8, ptr @b, i64 4)", "ptr @b")

LARGE = """
$get = comdat any
$put = comdat any
@big = hidden global [1000 x i64] zeroinitializer, code_model "large", align 16
@full = hidden global [2 x i64] [i64 3, i64 4], code_model "large", align 16
@fixed = hidden constant [4 x i64] [i64 5, i64 6, i64 7, i64 8], code_model "large", align 16
@outside = external global [1000 x i64], code_model "large", align 16
define dso_local void @put(i64 %i, i64 %v) uwtable comdat {
  %p = getelementptr [1000 x i64], ptr @big, i64 0, i64 %i
  store i64 %v, ptr %p
  %q = getelementptr [1000 x i64], ptr @outside, i64 0, i64 %i
  store i64 %v, ptr %q
  ret void
}
define dso_local i64 @get(i64 %i) uwtable comdat {
  %p = getelementptr [1000 x i64], ptr @big, i64 0, i64 %i
  %x = load i64, ptr %p
  %j = and i64 %i, 1
  %q = getelementptr [2 x i64], ptr @full, i64 0, i64 %j
  %y = load i64, ptr %q
  %r = getelementptr [4 x i64], ptr @fixed, i64 0, i64 %j
  %z = load i64, ptr %r
  %s = add i64 %x, %y
  %t = add i64 %s, %z
  ret i64 %t
}
"""

# A direct-threaded interpreter: labels in a table that lives and dies with its function.
LABELS = """
$run = comdat any
$other = comdat any
@run.labels = internal constant [3 x ptr] [
  ptr blockaddress(@run, %add), ptr blockaddress(@run, %double), ptr blockaddress(@run, %halt)], align 16
define dso_local i64 @run(ptr %code, i64 %start) noinline uwtable comdat {
entry:
  br label %dispatch
dispatch:
  %ip = phi ptr [ %code, %entry ], [ %next, %add ], [ %next, %double ]
  %acc = phi i64 [ %start, %entry ], [ %sum, %add ], [ %twice, %double ]
  %op = load i8, ptr %ip
  %next = getelementptr i8, ptr %ip, i64 1
  %i = zext i8 %op to i64
  %cell = getelementptr [3 x ptr], ptr @run.labels, i64 0, i64 %i
  %label = load ptr, ptr %cell
  indirectbr ptr %label, [label %add, label %double, label %halt]
add:
  %sum = add i64 %acc, 1
  br label %dispatch
double:
  %twice = mul i64 %acc, 2
  br label %dispatch
halt:
  ret i64 %acc
}
define dso_local i64 @other(i64 %n) uwtable comdat {
  %r = mul i64 %n, 3
  ret i64 %r
}
"""

SECTIONS = """
$sum = comdat any
@e1 = hidden global i64 10, section "entries", align 8
@e2 = hidden global i64 20, section "entries", align 8
@e3 = hidden global ptr @.s, section "pointers", align 8
@.s = hidden unnamed_addr constant [3 x i8] c"ab\\00"
@__start_entries = external dso_local global i64
@__stop_entries = external dso_local global i64
@llvm.compiler.used = appending global [3 x ptr] [ptr @e1, ptr @e2, ptr @e3], section "llvm.metadata"
define dso_local i64 @sum() uwtable comdat {
entry:
  br label %loop
loop:
  %p = phi ptr [ @__start_entries, %entry ], [ %next, %loop ]
  %t = phi i64 [ 0, %entry ], [ %u, %loop ]
  %v = load i64, ptr %p
  %u = add i64 %t, %v
  %next = getelementptr i64, ptr %p, i64 1
  %more = icmp ne ptr %next, @__stop_entries
  br i1 %more, label %loop, label %done
done:
  ret i64 %u
}
"""


def tied(text: str) -> str:
    """The same with variables that LLVM refers to by local aliases."""
    return text.replace(" = hidden global", " = dso_local global").replace(
        " = hidden constant", " = dso_local constant"
    )


@functools.cache
def compiled(text: str, level: int, host: bool = False) -> bytes:
    cpu, features = backend.host_cpu() if host else ("x86-64", "")
    return backend.compile_ir(HEADER + text, (level, cpu, features))
