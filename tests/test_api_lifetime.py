"""How long addresses live, who may call them, and what happens to errors that can reach no Python caller."""

from __future__ import annotations

import concurrent.futures
import ctypes
import gc
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from multiprocessing import get_context

import pytest

import rejit
from rejit.errors import CompilerCrashed, InvalidIR, NoCompiler, RejitError
from rejit.handles import CALLS_BEFORE_ENTRY

MODULE = """\
@cell = global i64 5, align 8

declare i32 @absent(i32)

define i64 @chain(i64 %n) {
entry:
  %r = call i64 @link(i64 %n)
  ret i64 %r
}

define internal i64 @link(i64 %n) {
entry:
  %r = load i64, ptr @cell, align 8
  %s = add i64 %r, %n
  ret i64 %s
}

define i32 @compare(ptr %a, ptr %b) {
entry:
  %x = load i32, ptr %a, align 4
  %y = load i32, ptr %b, align 4
  %r = sub i32 %x, %y
  ret i32 %r
}

define ptr @in_thread(ptr %p) {
entry:
  %i = ptrtoint ptr %p to i64
  %r = call i64 @link(i64 %i)
  %q = inttoptr i64 %r to ptr
  ret ptr %q
}

define void @lost() {
entry:
  %r = call i32 @absent(i32 1)
  ret void
}

define i32 @broken() {
entry:
  ret i64 1
}
"""
INT = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A Python program of its own, that knows MODULE."""
    text = f"import ctypes, os, sys, rejit\nMODULE = {MODULE!r}\n{code}"
    return subprocess.run(
        [sys.executable, "-c", text], capture_output=True, text=True, timeout=120, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("workers", [0, 1])
def test_what_is_held_stays_valid(workers: int) -> None:
    jit = rejit.Session(workers=workers)
    lib = jit.add(MODULE)
    library = weakref.ref(lib)
    f = lib["chain"]
    address, function, bound = f.address, f.ctypes, f.bind(ctypes.c_int64, [ctypes.c_int64])
    cell = lib.data("cell").as_ctypes(ctypes.c_int64)
    memory = lib.data("cell").memory
    del jit, lib, f
    gc.collect()
    for _ in range(CALLS_BEFORE_ENTRY):
        assert INT(address)(1) == function(1) == bound(1) == 6
    cell.value = 7
    assert memory[0] == 7
    assert library() is not None
    del address, function, bound, cell
    gc.collect()
    assert library() is not None
    del memory
    gc.collect()
    assert library() is None


HANDLES: dict[str, Callable[[rejit.Library], object]] = {
    "address": lambda lib: lib["chain"].address,
    "ctypes": lambda lib: lib["chain"].ctypes,
    "bound": lambda lib: lib["chain"].bind(ctypes.c_int64, [ctypes.c_int64]),
    "function": lambda lib: lib["chain"],
    "cell": lambda lib: lib.data("cell").as_ctypes(ctypes.c_int64),
}


@pytest.mark.parametrize("keep", HANDLES)
def test_each_handle_keeps_the_library(keep: str) -> None:
    session = rejit.Session(workers=0)
    lib = session.add(MODULE)
    library = weakref.ref(lib)
    held = HANDLES[keep](lib)
    del lib
    gc.collect()
    assert library() is not None
    del held
    gc.collect()
    assert library() is None


def test_an_address_is_an_int(tmp_path: object) -> None:
    import copy
    import pickle

    lib = rejit.Session(workers=0).add(MODULE)
    address = lib["chain"].address
    assert isinstance(address, int) and address == int(address) and hex(address)
    assert type(pickle.loads(pickle.dumps(address))) is int
    assert copy.copy(address) == address
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(lib["chain"])


@pytest.mark.parametrize("workers", [0, 2])
def test_a_fresh_function_called_from_a_foreign_thread(workers: int) -> None:
    """pthread_create runs it in a thread Python never saw; nothing is compiled there."""
    jit = rejit.Session(workers=workers)
    lib = jit.add(MODULE)
    address = lib["in_thread"].address
    before = jit.statistics()["compile_callbacks"]
    libc = ctypes.CDLL(None)
    thread, result = ctypes.c_size_t(), ctypes.c_void_p()
    assert libc.pthread_create(ctypes.byref(thread), None, ctypes.c_void_p(address), ctypes.c_void_p(37)) == 0
    libc.pthread_join(thread, ctypes.byref(result))
    assert result.value == 42
    assert jit.statistics()["compile_callbacks"] == before


@pytest.mark.parametrize("workers", [0, 1])
def test_an_address_reaches_into_other_modules(workers: int) -> None:
    """Through a variable, an alias, an ifunc and a weak definition that another module replaces."""
    jit = rejit.Session(workers=workers)
    first = jit.add(
        "@table = internal constant [2 x ptr] [ptr @far_alias, ptr @chosen]\n\n"
        "declare i64 @far_alias(i64)\n\n"
        "@chosen = ifunc i64 (i64), ptr @choose\n\n"
        "define internal ptr @choose() {\nentry:\n  ret ptr @late\n}\n\n"
        "define internal i64 @late(i64 %n) {\nentry:\n  %r = call i64 @weak(i64 %n)\n  ret i64 %r\n}\n\n"
        "define weak i64 @weak(i64 %n) {\nentry:\n  ret i64 -1\n}\n\n"
        "define i64 @start(i64 %n) {\nentry:\n  %p = getelementptr ptr, ptr @table, i64 %n\n"
        "  %f = load ptr, ptr %p, align 8\n  %r = call i64 %f(i64 %n)\n  ret i64 %r\n}\n"
    )
    jit.add(
        "@far_alias = alias i64 (i64), ptr @far\n\n"
        "define internal i64 @far(i64 %n) {\nentry:\n  %r = add i64 %n, 100\n  ret i64 %r\n}\n\n"
        "define i64 @weak(i64 %n) {\nentry:\n  %r = add i64 %n, 200\n  ret i64 %r\n}\n"
    )
    f = INT(first["start"].address)
    before = jit.statistics()["compile_callbacks"]
    assert (f(0), f(1)) == (100, 201)
    assert jit.statistics()["compile_callbacks"] == before


def test_a_comparator_for_qsort() -> None:
    lib = rejit.Session(workers=0).add(MODULE)
    array = (ctypes.c_int * 6)(5, 3, 9, 1, 7, 2)
    ctypes.CDLL(None).qsort(array, ctypes.c_size_t(6), ctypes.c_size_t(4), lib["compare"].ctypes)
    assert list(array) == [1, 2, 3, 5, 7, 9]


def test_many_threads_call_one_new_function() -> None:
    lib = rejit.Session(workers=1).add(MODULE)
    f, start, results = lib["chain"], threading.Barrier(8), []

    def work() -> None:
        start.wait()
        results.extend(f(n) for n in range(30))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == sorted(n + 5 for n in range(30) for _ in range(8))


@pytest.mark.parametrize("workers", [0, 1])
def test_an_error_in_a_foreign_thread_goes_to_on_fatal(workers: int) -> None:
    code = f"""
def fatal(error):
    os.write(1, f"fatal: {{type(error).__name__}}: {{error}}".encode())
    os._exit(3)

jit = rejit.Session(workers={workers}, on_fatal=fatal)
lib = jit.add(MODULE)
libc = ctypes.CDLL(None)
thread = ctypes.c_size_t()
libc.pthread_create(ctypes.byref(thread), None, ctypes.c_void_p(lib._module.define("lost")), None)
libc.pthread_join(thread, None)
"""
    done = run(code)
    assert done.returncode == 3, done.stderr
    assert done.stdout.startswith("fatal: UnresolvedSymbol: absent")


def test_without_on_fatal_it_aborts_with_a_message() -> None:
    code = """
lib = rejit.Session(workers=0).add(MODULE)
libc = ctypes.CDLL(None)
thread = ctypes.c_size_t()
libc.pthread_create(ctypes.byref(thread), None, ctypes.c_void_p(lib._module.define("lost")), None)
libc.pthread_join(thread, None)
"""
    done = run(code)
    assert done.returncode == -signal.SIGABRT
    assert "rejit: UnresolvedSymbol: absent" in done.stderr


def test_frames_that_are_not_ours_are_not_unwound() -> None:
    """An error under qsort called by Python, without a gate: fatal, with the reason."""
    code = """
lib = rejit.Session(workers=0, on_fatal=lambda e: (os.write(1, str(e).encode()), os._exit(3))).add(MODULE)
array = (ctypes.c_int * 2)(2, 1)
ctypes.CDLL(None).qsort(array, ctypes.c_size_t(2), ctypes.c_size_t(4), ctypes.c_void_p(lib._module.define("lost")))
"""
    done = run(code)
    assert done.returncode == 3, done.stderr
    assert "absent" in done.stdout


def test_a_killed_worker_fails_no_call() -> None:
    jit = rejit.Session(workers=1)
    lib = jit.add(MODULE)
    assert lib["compare"]((ctypes.c_int * 1)(3), (ctypes.c_int * 1)(1)) == 2
    os.kill(jit.compiler.server_pid, signal.SIGKILL)
    assert lib["chain"](1) == 6
    with pytest.raises(InvalidIR, match="broken"):
        lib["broken"]()


def test_clean_ups_run_when_an_error_passes() -> None:
    """A C++ destructor between the Python caller and what cannot be compiled."""
    text = """\
@alive = global i32 0, align 4

declare void @nowhere()

declare i32 @__gxx_personality_v0(...)

define void @guarded() personality ptr @__gxx_personality_v0 {
entry:
  store i32 1, ptr @alive, align 4
  invoke void @inner()
          to label %done unwind label %clean

done:                                             ; preds = %entry
  store i32 0, ptr @alive, align 4
  ret void

clean:                                            ; preds = %entry
  %pad = landingpad { ptr, i32 }
          cleanup
  store i32 2, ptr @alive, align 4
  resume { ptr, i32 } %pad
}

define void @inner() {
entry:
  call void @nowhere()
  ret void
}
"""
    lib = rejit.Session(workers=0).add(text)
    for _ in range(CALLS_BEFORE_ENTRY + 2):
        lib.data("alive").as_ctypes(ctypes.c_int).value = 0
        with pytest.raises(RejitError, match="nowhere"):
            lib["guarded"]()
        assert lib.data("alive").as_ctypes(ctypes.c_int).value == 2


# --- executors

EXECUTORS: dict[str, Callable[[], concurrent.futures.Executor]] = {
    "threads": lambda: concurrent.futures.ThreadPoolExecutor(2),
    "processes": lambda: concurrent.futures.ProcessPoolExecutor(1, get_context("spawn")),
    "forked": lambda: concurrent.futures.ProcessPoolExecutor(1, get_context("fork")),
}


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("kind", EXECUTORS)
def test_an_executor_compiles(kind: str) -> None:
    with EXECUTORS[kind]() as executor, rejit.Session(workers=executor) as jit:
        lib = jit.add("; edited\n\n\n" + MODULE)
        assert [lib["chain"](1) for _ in range(CALLS_BEFORE_ENTRY + 2)] == [6] * (CALLS_BEFORE_ENTRY + 2)
        with pytest.raises(InvalidIR, match="broken"):
            lib["broken"]()
        many = jit.add("".join(f"define i32 @f{i}() {{\nentry:\n  ret i32 {i}\n}}\n\n" for i in range(100)))
        many.compile()
        assert sum(many[f"f{i}"]() for i in range(100)) == 4950
        with pytest.raises(InvalidIR, match="broken"):
            lib.compile()


def test_an_executor_whose_process_dies() -> None:
    with concurrent.futures.ProcessPoolExecutor(1, get_context("spawn")) as executor:
        lib = rejit.Session(workers=executor).add(MODULE)
        assert lib["chain"](1) == 6
        for process in list(executor._processes.values()):
            process.kill()
            process.join()
        with pytest.raises(CompilerCrashed, match=r"compare.*: the Executor"):
            lib["compare"](None, None)


def test_assembly_that_ends_llvm_ends_no_thread_of_ours() -> None:
    text = 'define void @bad() {\nentry:\n  call void asm sideeffect "nonsense", ""()\n  ret void\n}\n'
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        lib = rejit.Session(workers=executor).add(text)
        with pytest.raises(RejitError, match=r"(?s)bad.*nonsense"):
            lib["bad"]()


def test_assembly_is_compiled_while_other_threads_want_the_gil() -> None:
    one = 'define void @f{}() {{\nentry:\n  call void asm "nop", ""()\n  ret void\n}}\n\n'
    text = "".join(one.format(n) for n in range(60))
    running = True

    def spin() -> None:
        while running:
            sum(range(100))

    threads = [threading.Thread(target=spin) for _ in range(2)]
    interval = sys.getswitchinterval()
    with rejit.Session(workers=0) as jit:
        lib = jit.add(text)
        for thread in threads:
            thread.start()
        sys.setswitchinterval(1e-5)
        try:
            for n in range(60):
                lib[f"f{n}"]()
        finally:
            sys.setswitchinterval(interval)
            running = False
            for thread in threads:
                thread.join()


def test_an_executor_that_was_shut_down() -> None:
    executor = concurrent.futures.ThreadPoolExecutor(1)
    lib = rejit.Session(workers=executor).add(MODULE)
    executor.shutdown()
    with pytest.raises(NoCompiler, match=r"chain.*: the Executor"):
        lib["chain"](1)


def test_workers_must_be_something() -> None:
    for wrong in (-1, True, "some", 1.5, None):
        with pytest.raises((TypeError, ValueError), match="workers="):
            rejit.Session(workers=wrong)
