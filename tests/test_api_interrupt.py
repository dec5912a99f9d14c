"""Ctrl-C: KeyboardInterrupt out of JIT code that never calls anything, and code that goes on as if nothing had been.

Each case is a Python program of its own; `after(seconds)` has a child send SIGINT.
"""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

MODULE = """\
@turns = global i64 0, align 8

declare i32 @usleep(i32)

declare void @callback(i64)

declare i32 @__gxx_personality_v0(...)

define void @spin() {
entry:
  br label %again

again:                                            ; preds = %again, %entry
  br label %again
}

define void @outer() {
entry:
  call void @spin()
  ret void
}

define i32 @main(i32 %argc, ptr %argv) {
entry:
  call void @spin()
  ret i32 0
}

define void @sleepy() {
entry:
  br label %again

again:                                            ; preds = %again, %entry
  %r = call i32 @usleep(i32 200000)
  br label %again
}

define void @through_python() {
entry:
  call void @callback(i64 1)
  ret void
}

define void @cxx() personality ptr @__gxx_personality_v0 {
entry:
  invoke void @callback(i64 1)
          to label %again unwind label %clean

again:                                            ; preds = %again, %entry
  br label %again

clean:                                            ; preds = %entry
  %pad = landingpad { ptr, i32 }
          cleanup
  resume { ptr, i32 } %pad
}

define i64 @work(i64 %n) {
entry:
  br label %next

next:                                             ; preds = %next, %entry
  %i = phi i64 [ 0, %entry ], [ %j, %next ]
  %s = phi i64 [ 0, %entry ], [ %t, %next ]
  %f = phi double [ 0.000000e+00, %entry ], [ %g, %next ]
  %j = add i64 %i, 1
  %x = mul i64 %j, %j
  %t = xor i64 %s, %x
  %y = sitofp i64 %j to double
  %g = fadd double %f, %y
  %more = icmp ult i64 %j, %n
  br i1 %more, label %next, label %done

done:                                             ; preds = %next
  %h = fptosi double %g to i64
  %r = add i64 %h, %t
  ret i64 %r
}

define i64 @counting() {
entry:
  br label %next

next:                                             ; preds = %next, %entry
  %i = load volatile i64, ptr @turns, align 8
  %j = add i64 %i, 1
  store volatile i64 %j, ptr @turns, align 8
  %more = icmp ult i64 %j, 400000000
  br i1 %more, label %next, label %done

done:                                             ; preds = %next
  ret i64 %j
}
"""
START = f"""
import ctypes, os, signal, sys, threading, time
import rejit
MODULE = {MODULE!r}
CALLBACK = ctypes.CFUNCTYPE(None, ctypes.c_int64)
calls = []
callback = CALLBACK(lambda n: calls.append(n))
lib = rejit.Session(workers=0).add(MODULE, symbols={{"callback": callback}})
target = os.getpid()

def after(*times):
    child = os.fork()
    if child == 0:
        for seconds in times:
            time.sleep(seconds)
            if os.getppid() != target: break
            os.kill(target, signal.SIGINT)
        os._exit(0)
    return child

def interrupted(f, *arguments):
    try:
        f(*arguments)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, timeout=200)


def expect(code: str, output: str) -> None:
    done = run(code)
    assert (done.stdout, done.stderr, done.returncode) == (output, "", 0)


@pytest.mark.parametrize("name", ["spin", "outer", "sleepy", "cxx"])
def test_a_loop_is_interrupted(name: str) -> None:
    expect(
        f'f = lib["{name}"]\nfor _ in range(2):\n    after(0.2)\n    interrupted(f)\nprint(lib["work"](10))\n',
        "interrupted\ninterrupted\n156\n",
    )


def test_run_main_is_interrupted() -> None:
    expect("after(0.2)\ninterrupted(lib.run_main)\n", "interrupted\n")


def test_interrupted_while_it_is_compiled() -> None:
    """The signal waits until the compile callback is done, and finds the loop."""
    expect('f = lib["outer"]\nos.kill(os.getpid(), 0)\nafter(0.01)\ninterrupted(f)\n', "interrupted\n")


def test_code_goes_on_where_it_was() -> None:
    expect(
        """
seen = []
signal.signal(signal.SIGINT, lambda *_: seen.append(1))
work = lib["work"]
reference = work(1000000)
child = after(*[0.002] * 100000)
while len(seen) < 100:
    assert work(1000000) == reference
os.kill(child, signal.SIGKILL)
print(len(seen) >= 100)
""",
        "True\n",
    )


def test_what_a_handler_raises_comes_out() -> None:
    expect(
        """
def handler(*_):
    raise TimeoutError("enough")
signal.signal(signal.SIGINT, handler)
f = lib["spin"]
after(0.2)
try:
    f()
except TimeoutError as error:
    print(error)
""",
        "enough\n",
    )


def test_a_handler_installed_later_is_followed_with_the_next_function() -> None:
    expect(
        """
f = lib["spin"]
signal.signal(signal.SIGINT, lambda *_: print("handler", flush=True))
signal.signal(signal.SIGINT, signal.default_int_handler)
lib["work"]
after(0.2)
interrupted(f)
""",
        "interrupted\n",
    )


def test_the_inner_of_two_callers() -> None:
    """Python -> JIT -> Python -> JIT loop: the inner Python caller has the exception."""
    expect(
        """
f, g = lib["through_python"], lib["spin"]
@CALLBACK
def callback(n):
    after(0.2)
    interrupted(g)
lib = rejit.Session(workers=0).add(MODULE, symbols={"callback": callback})
lib["through_python"]()
print("back")
""",
        "interrupted\nback\n",
    )


def test_without_a_gate_it_is_put_off() -> None:
    """A call through `f.ctypes`: nothing below can be unwound to, so the call is finished first."""
    expect(
        """
f = lib["counting"].ctypes
after(0.1)
interrupted(f)
print(lib.data("turns").as_ctypes(ctypes.c_int64).value)
""",
        "interrupted\n400000000\n",
    )


def test_another_thread_takes_the_signal() -> None:
    expect(
        """
f = lib["spin"]
def other():
    time.sleep(0.3)
    signal.pthread_kill(threading.get_ident(), signal.SIGINT)
    time.sleep(0.1)
threading.Thread(target=other).start()
interrupted(f)
""",
        "interrupted\n",
    )


def test_a_thread_that_is_not_the_main_one_is_left_alone() -> None:
    expect(
        """
f = lib["counting"]
results = []
thread = threading.Thread(target=lambda: results.append(f()))
after(0.1)
thread.start()
interrupted(time.sleep, 5)
while not results:
    time.sleep(0.01)
print(results)
""",
        "interrupted\n[400000000]\n",
    )


def test_two_sessions() -> None:
    expect(
        """
other = rejit.Session(workers=0).add(MODULE, symbols={"callback": callback})
for library in (lib, other, lib):
    for name in ("spin", "sleepy"):
        f = library[name]
        after(0.2)
        interrupted(f)
""",
        "interrupted\n" * 6,
    )


def test_a_forked_child() -> None:
    expect(
        """
f = lib["sleepy"]
child = os.fork()
if not child:
    target = os.getpid()
    after(0.2)
    interrupted(f)
    os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
""",
        "interrupted\n7\n",
    )


def test_a_signal_nobody_handles_ends_the_process() -> None:
    done = run('signal.signal(signal.SIGINT, signal.SIG_DFL)\nf = lib["spin"]\nafter(0.2)\nf()\n')
    assert done.returncode == -signal.SIGINT


def test_python_itself_is_interrupted_as_ever() -> None:
    expect('lib["work"](1)\nafter(0.1)\ninterrupted(time.sleep, 5)\n', "interrupted\n")
