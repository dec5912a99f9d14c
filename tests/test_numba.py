"""rejit.numba with a stand-in for Numba's modules: Numba itself is run by tests/adoption/run.py."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys, types
import llvmlite.binding as ll

def proxy(old):
    return lambda self, *args, **kwargs: old(self._ee, *args, **kwargs)

class JitEngine:  # as Numba's: the methods are llvmlite's, taken when the class is made
    def __init__(self, ee):
        self._ee = ee
    set_object_cache = proxy(ll.ExecutionEngine.set_object_cache)
    finalize_object = proxy(ll.ExecutionEngine.finalize_object)
    get_function_address = proxy(ll.ExecutionEngine.get_function_address)
    get_global_value_address = proxy(ll.ExecutionEngine.get_global_value_address)

class Target:
    pass

codegen = types.ModuleType("numba.core.codegen"); codegen.JitEngine = JitEngine
registry = types.ModuleType("numba.core.registry"); registry.cpu_target = Target()
sys.modules[codegen.__name__] = codegen
sys.modules[registry.__name__] = registry
import rejit.numba
if sys.argv[1] == "late":
    registry.cpu_target._toplevel_target_context = None
    try:
        rejit.numba.enable()
    except rejit.numba.TooLate as error:
        print(error)
    sys.exit()
rejit.numba.enable()
ll.initialize_native_target(); ll.initialize_native_asmprinter()
machine = ll.Target.from_default_triple().create_target_machine(jit=True)
engine = JitEngine(ll.create_mcjit_compiler(ll.parse_assembly("define i32 @f() { ret i32 5 }"), machine))
engine.set_object_cache(lambda module, content: print(content[:4]))
engine.finalize_object()
print(type(engine._ee).__module__, engine.get_function_address("f") == engine.get_global_value_address("f") != 0)
"""


def run(when: str) -> str:
    done = subprocess.run([sys.executable, "-c", CODE, when], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_numbas_engine_is_rejits() -> None:
    assert run("in time").split() == ["b'\\x7fELF'", "rejit.llvmlite.engine", "True"]


def test_too_late() -> None:
    assert "before the first function" in run("late")
