"""Small modules added, called and dropped, as PyMC's graph nodes are: the rate, and the memory that is kept.

    python llvmlite_loop.py llvmlite|rejit MODULES

Every module has one kernel that loops over an array; all go into one engine. Prints one JSON line.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from typing import Any

import llvmlite.binding as llvm

TEXT = """
declare double @exp(double)
@scale_{n} = global double 2.0
define double @node_{n}(ptr %x, i64 %count) {{
entry:
  %s = load double, ptr @scale_{n}
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %a = phi double [ 0.0, %entry ], [ %b, %loop ]
  %p = getelementptr double, ptr %x, i64 %i
  %v = load double, ptr %p
  %w = fmul double %v, %s
  %e = call double @exp(double %w)
  %b = fadd double %a, %e
  %j = add i64 %i, 1
  %c = icmp ult i64 %j, %count
  br i1 %c, label %loop, label %done
done:
  ret double %b
}}
"""


def kept() -> dict[str, int]:
    """The process's own memory in KiB, and its mappings."""
    with open("/proc/self/smaps_rollup") as file:
        found = {line.split(":")[0]: int(line.split()[1]) for line in file if line.endswith("kB\n")}
    with open("/proc/self/maps") as file:
        return {"kib": found["Pss"], "mappings": sum(1 for _ in file)}


def step(engine: Any, n: int, values: Any) -> None:
    module = llvm.parse_assembly(TEXT.format(n=n))
    engine.add_module(module)
    engine.finalize_object()
    function = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int64)(
        engine.get_function_address(f"node_{n}")
    )
    result = function(ctypes.addressof(values), len(values))
    assert abs(result - len(values)) < 1e-9, result
    del function
    engine.remove_module(module)


def main() -> None:
    which, count = sys.argv[1], int(sys.argv[2])
    if which == "rejit":
        from rejit.llvmlite import create_mcjit_compiler
    else:
        create_mcjit_compiler = llvm.create_mcjit_compiler
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine(opt=2, jit=True)
    engine = create_mcjit_compiler(llvm.parse_assembly(""), machine)
    values = (ctypes.c_double * 16)()
    warm = max(count // 10, 1)
    for n in range(warm):
        step(engine, n, values)
    before, start, cpu = kept(), time.perf_counter(), time.process_time()
    for n in range(warm, warm + count):
        step(engine, n, values)
    seconds, cpu, after = time.perf_counter() - start, time.process_time() - cpu, kept()
    print(
        json.dumps(
            {
                "engine": which,
                "modules": count,
                "a_second": round(count / seconds),
                "cpu_ms_each": round(1000 * cpu / count, 3),
                "bytes_kept_each": round(1024 * (after["kib"] - before["kib"]) / count),
                "mappings_kept": after["mappings"] - before["mappings"],
            }
        )
    )


if __name__ == "__main__":
    main()
