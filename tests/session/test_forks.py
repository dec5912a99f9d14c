"""fork: parent and child both go on compiling, whatever other threads were doing at that moment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from scripts import passes

BOTH = """
s = Session(workers={workers})
lib = s.add(functions({count}, chain=False))
for n in range({count}):
    pid = os.fork()
    if pid == 0:
        os._exit(lib[f"f{{n}}"](1) != n + 2)
    good = lib[f"f{{n}}"](1) == n + 2 if n % 2 else True
    end = time.monotonic() + 20
    done = 0
    while not done and time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        time.sleep(0.0005)
    if not good or not done or status:
        os.kill(pid, 9)
        sys.exit(f"fork {{n}}: parent {{good}}, child {{done and status}}")
assert s.compiler.starts <= 1
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("ok")
"""


@pytest.mark.parametrize(("workers", "count"), [(0, 100), (1, 60)])
def test_parent_and_child_compile(workers: int, count: int) -> None:
    assert passes(BOTH.format(workers=workers, count=count), limit=60) == "ok\n"


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("workers", [0, 1, 2])
def test_parent_and_child_compile_1000_times(workers: int) -> None:
    assert passes(BOTH.format(workers=workers, count=1000), limit=600) == "ok\n"


WHILE_COMPILING = """
import threading
s = Session(workers={workers})
runner = s.add(THREADS)
text = functions(300)
libs = [s.add(text) for _ in range(3)]
results = []
def body(lib):
    results.append(runner["run"](lib._module.define("f0"), 1, 3))
threads = [threading.Thread(target=body, args=(lib,)) for lib in libs]
for t in threads: t.start()
forks = 0
while any(t.is_alive() for t in threads) and forks < 25:
    pid = os.fork()
    if pid == 0:
        signal.alarm(20)
        own = s.add("define i64 @own(i64 %x) {{\\nentry:\\n  ret i64 %x\\n}}\\n")
        good = own["own"](7) == 7
        for lib in libs:
            good = good and lib["f250"](1) == sum(i + 2 for i in range(250, 300))
        os._exit(0 if good else 9)
    forks += 1
    _, status = os.waitpid(pid, 0)
    assert status == 0, (forks, status)
for t in threads: t.join()
assert results == [3 * (300 + 300 * 301 // 2)] * 3, results
print("ok", forks > 0)
"""


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_fork_while_other_threads_compile(workers: int) -> None:
    """The child finds no lock held by a thread that is gone, and nothing half linked."""
    assert passes(WHILE_COMPILING.format(workers=workers), limit=60) == "ok True\n"


def test_chain_of_forks() -> None:
    """Each child compiles and forks the next: ten generations, each with a server of its own."""
    body = """
s = Session(workers=1)
lib = s.add(functions(12, chain=False))
def generation(n):
    assert lib[f"f{n}"](1) == n + 2
    if n == 10:
        return 0
    pid = os.fork()
    if pid == 0:
        os._exit(generation(n + 1))
    return os.waitpid(pid, 0)[1]
print(generation(0))
"""
    assert passes(body) == "0\n"


def test_child_keeps_what_was_compiled() -> None:
    """Functions compiled before the fork need no compiler in the child; its server is never started."""
    body = """
s = Session(workers=1)
lib = s.add(functions(5, chain=False))
lib.compile()
pid = os.fork()
if pid == 0:
    os._exit(0 if lib["f3"](1) == 5 and s.compiler.starts == 1 and s.compiler._channel is None else 1)
assert os.waitpid(pid, 0)[1] == 0
assert lib["f4"](1) == 6
print("ok")
"""
    assert passes(body) == "ok\n"


def test_parent_goes_on_when_children_die_anyhow() -> None:
    body = """
s = Session(workers=1)
lib = s.add(functions(40, chain=False))
for n in range(8):
    pid = os.fork()
    if pid == 0:
        lib[f"f{n}"](1)
        if n % 2: s.close()
        os.kill(os.getpid(), 9 if n % 3 else 15)
    os.waitpid(pid, 0)
    assert lib[f"f{n + 20}"](1) == n + 22
assert s.compiler.starts == 1
print("ok")
"""
    assert passes(body) == "ok\n"


def test_raw_fork_is_harmless() -> None:
    """A child made behind Python's back (clone, _Fork) does not touch the parent's server."""
    body = """
s = Session(workers=1)
lib = s.add(functions(40, chain=False))
assert lib["f0"](1) == 2
libc = ctypes.PyDLL(None)
for n in range(5):
    pid = libc.syscall(57)  # fork
    if pid == 0:
        os._exit(0 if lib[f"f{n + 1}"](1) == n + 3 and lib[f"f{n + 21}"](1) == n + 23 else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert lib[f"f{n + 11}"](1) == n + 13
assert s.compiler.starts == 1
print("ok")
"""
    assert passes(body) == "ok\n"


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_multiprocessing(method: str, tmp_path: object) -> None:
    """Eight children, each compiling all of a module the parent may have begun with."""
    file = f"{tmp_path}/children.py"
    with open(file, "w") as out:
        out.write(
            "from scripts import functions, chained\nfrom rejit.session import Session\n"
            "session = Session(workers=1)\nlibrary = session.add(functions(30))\n"
            "def work(n):\n    return library['f0'](n) == chained(30, n) and library['f29'](n) == n + 30\n"
        )
    body = f"""
sys.path.insert(0, {str(tmp_path)!r})
import multiprocessing
import children
assert children.library["f10"](1)
with multiprocessing.get_context({method!r}).Pool(8) as pool:
    print(pool.map(children.work, range(16)) == [True] * 16)
assert children.work(3)
"""
    environment = {"PYTHONPATH": ":".join([str(tmp_path), *_path()])}
    assert passes(body, limit=60, environment=environment) == "True\n"


def _path() -> list[str]:
    import sys
    from pathlib import Path

    return [str(Path(__file__).parent), *(p for p in sys.path if p)]


def test_what_a_child_compiles_is_not_stored_without_workers_either() -> None:
    script = """
import os
from scripts import functions
from rejit.session import Session

class Store:
    def load(self, key):
        return None
    def store(self, key, content):
        os.write(1, b"p" if os.getpid() == pid else b"c")

if __name__ == "__main__":
    pid = os.getpid()
    s = Session(cache=Store(), workers=0, recompile="off")
    lib = s.add(functions(100))
    lib["f0"](1)
    child = os.fork()
    if child == 0:
        for n in range(1, 100):
            lib[f"f{n}"](1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    s.close()
"""
    path = [str(Path(__file__).parent)]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}\n{script}"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "p" in done.stdout and "c" not in done.stdout
