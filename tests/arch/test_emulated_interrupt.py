"""Ctrl-C in a Session on the emulated CPUs: the program of tests/test_api_interrupt.py, one process a CPU."""

from __future__ import annotations

import pytest

from foreign import CPUS, Foreign
from test_api_interrupt import START

CODE = """
spin = lib["spin"]
for f in (spin, lib["outer"], spin):  # in a leaf, and below a frame
    after(0.2)
    interrupted(f)

seen = []
signal.signal(signal.SIGINT, lambda *_: seen.append(1))  # nothing is raised: code goes on where it was
work = lib["work"]  # what is handed out first after `signal.signal` puts our handler in front of the new one
reference = work(100000)
child = after(*[0.02] * 10000)
while len(seen) < 20:
    assert work(100000) == reference
os.kill(child, signal.SIGKILL)
print(len(seen) >= 20, flush=True)

def handler(*_):
    raise TimeoutError("enough")
signal.signal(signal.SIGINT, handler)
lib["counting"]
after(0.2)
try:
    spin()
except TimeoutError as error:
    print(error, flush=True)

signal.signal(signal.SIGINT, signal.default_int_handler)
outer = lib["through_python"]
inner.append(lambda: (after(0.2), interrupted(spin)))  # Python -> JIT -> Python -> JIT loop
outer()
print("back", flush=True)
after(0.2)
interrupted(time.sleep, 5)
"""
PRINTED = "interrupted\n" * 3 + "True\nenough\ninterrupted\nback\ninterrupted\n"


@pytest.mark.parametrize("cpu", CPUS)
def test_ctrl_c_in_a_session(cpu: str) -> None:
    foreign = Foreign(cpu)
    start = START.replace("rejit.Session(workers=0)", 'rejit.Session(compiler=os.environ["REJIT_TEST_COMPILER"])')
    start = start.replace("lambda n: calls.append(n)", "lambda n: [f() for f in inner]").replace(
        "calls = []", "inner = []"
    )
    found = foreign.run(["-c", start + CODE], timeout=200)
    assert (found.stdout, found.stderr, found.returncode) == (PRINTED, "", 0)
