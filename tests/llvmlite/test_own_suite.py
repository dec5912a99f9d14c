"""llvmlite's own tests of its engines, from the installed package, against the stand-ins."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

CLASSES = ["TestMCJit", "TestGlobalConstructors", "TestObjectFile", "TestOrcLLJIT"]
# Tests that are not expected to pass, and why.
EXCEPTIONS: dict[str, str] = {}
RUN = """
import json, sys, unittest
import rejit.llvmlite
rejit.llvmlite.patch()
import llvmlite.binding as llvm
import llvmlite.tests.test_binding as tests

tests.TestOrcLLJIT.__unittest_skip__ = False  # llvmlite skips it since LLVM 20, whose ORC fails it
result = unittest.TestResult()
loader = unittest.defaultTestLoader
unittest.TestSuite(loader.loadTestsFromTestCase(getattr(tests, name)) for name in sys.argv[1:]).run(result)
failed = {test.id().rpartition(".")[2]: text for test, text in (*result.failures, *result.errors)}
skipped = {test.id().rpartition(".")[2]: text for test, text in result.skipped}
print(json.dumps({"run": result.testsRun, "failed": failed, "skipped": skipped}))
"""


@pytest.mark.parametrize("name", CLASSES)
def test_llvmlites_own_tests_pass(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", RUN, name], capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["run"] >= 3
    unexpected = {test: text for test, text in found["failed"].items() if test not in EXCEPTIONS}
    assert not unexpected, "\n".join(f"{test}:\n{text}" for test, text in unexpected.items())
    assert not found["skipped"], found["skipped"]


def test_all_of_them_ran_on_rejit() -> None:
    """The patch reaches the tests: what they call is not llvmlite's."""
    code = (
        "import rejit.llvmlite as r; r.patch(); import llvmlite.tests.test_binding as t; print(t.llvm.LLJIT.__module__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "rejit.llvmlite.orc", done.stderr
