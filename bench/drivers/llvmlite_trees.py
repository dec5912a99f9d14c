"""A gradient-boosted forest as lleaves compiles it: one function a tree, one that walks rows and sums all trees.

    python llvmlite_trees.py llvmlite|eager|workers=N|lazy=OPT|tiered TREES LEAVES

llvmlite: the -O3 module passes, then MCJIT at -O3. Prints one JSON line: seconds to compile, to the first prediction
(compiling included), until hot functions are recompiled (tiered), and a row in the steady state.
"""

from __future__ import annotations

import ctypes
import json
import random
import sys
import time
from collections.abc import Iterator
from typing import Any

import llvmlite.binding as llvm

FEATURES = 40
SETTLE_S, QUIET_S = 120.0, 3.0


def _hex(value: float) -> str:
    return f"0x{ctypes.c_uint64.from_buffer(ctypes.c_double(value)).value:016X}"


def _nodes(rng: random.Random, label: str, leaves: int, used: set[int]) -> Iterator[str]:
    """The blocks of a subtree."""
    if leaves == 1:
        yield f"{label}:\n  ret double {_hex(rng.uniform(-0.1, 0.1))}\n"
        return
    feature = rng.randrange(FEATURES)
    used.add(feature)
    left = max(1, min(leaves - 1, round(leaves * rng.uniform(0.2, 0.8))))
    yield f"{label}:\n  %c{label} = fcmp ole double %f{feature}, {_hex(rng.gauss(0, 1))}\n"
    yield f"  br i1 %c{label}, label %{label}l, label %{label}r\n"
    yield from _nodes(rng, f"{label}l", left, used)
    yield from _nodes(rng, f"{label}r", leaves - left, used)


def forest(trees: int, leaves: int, seed: int = 1) -> str:
    """The module. noinline, as lleaves compiles its largest models (`finline=False`)."""
    rng = random.Random(seed)
    functions, calls, total = [], [], "0.0"
    for n in range(trees):
        used: set[int] = set()
        body = "".join(_nodes(rng, "n", leaves, used))
        parameters = ", ".join(f"double %f{u}" for u in sorted(used))
        functions.append(f"define internal double @tree_{n}({parameters}) noinline {{\n{body}}}\n")
        arguments = ", ".join(f"double %v{u}" for u in sorted(used))
        calls.append(f"  %t{n} = call double @tree_{n}({arguments})\n  %s{n} = fadd double {total}, %t{n}\n")
        total = f"%s{n}"
    loads = "".join(
        f"  %p{f} = getelementptr double, ptr %row, i64 {f}\n  %v{f} = load double, ptr %p{f}\n"
        for f in range(FEATURES)
    )
    root = (
        "define void @forest_root(ptr %data, ptr %out, i64 %rows) {\nentry:\n  br label %loop\nloop:\n"
        "  %i = phi i64 [ 0, %entry ], [ %j, %loop ]\n"
        f"  %at = mul i64 %i, {FEATURES}\n  %row = getelementptr double, ptr %data, i64 %at\n"
        f"{loads}{''.join(calls)}"
        f"  %o = getelementptr double, ptr %out, i64 %i\n  store double {total}, ptr %o\n"
        "  %j = add i64 %i, 1\n  %more = icmp ult i64 %j, %rows\n  br i1 %more, label %loop, label %done\n"
        "done:\n  ret void\n}\n"
    )
    return "".join(functions) + root


def optimise(module: Any, machine: Any) -> None:
    """The -O3 module passes, which lleaves runs before MCJIT."""
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=3))
    builder.getModulePassManager().run(module, builder)


def engine_for(which: str, module: Any, machine: Any) -> Any:
    if which == "llvmlite":
        optimise(module, machine)
        return llvm.create_mcjit_compiler(module, machine)
    from rejit.llvmlite import create_mcjit_compiler

    kind, _, value = which.partition("=")
    if kind == "eager":
        optimise(module, machine)
        return create_mcjit_compiler(module, machine)
    if kind == "tiered":
        return create_mcjit_compiler(module, machine, tiered=True)
    if kind == "lazy":
        return create_mcjit_compiler(module, machine, lazy=True, opt=int(value or 3))
    return create_mcjit_compiler(module, machine, workers=int(value), opt=3)


def main() -> None:
    which, trees, leaves = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    text = forest(trees, leaves)
    module = llvm.parse_assembly(text)
    machine = llvm.Target.from_default_triple().create_target_machine(
        opt=3,
        reloc="pic",
        codemodel="small",
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
    )
    rows, rng = 200, random.Random(2)
    data = (ctypes.c_double * (rows * FEATURES))(*(rng.gauss(0, 1) for _ in range(rows * FEATURES)))
    out = (ctypes.c_double * rows)()
    start = time.perf_counter()
    engine = engine_for(which, module, machine)
    engine.finalize_object()
    compiled = time.perf_counter() - start
    predict = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)(
        engine.get_function_address("forest_root")
    )
    predict(ctypes.addressof(data), ctypes.addressof(out), 1)
    first = time.perf_counter() - start
    settled = first
    if which == "tiered":  # called until nothing more was recompiled for a while
        recompiled = 0
        while (now := time.perf_counter() - start) < min(SETTLE_S, settled + QUIET_S):
            predict(ctypes.addressof(data), ctypes.addressof(out), rows)
            if engine.session.counters.recompiled != recompiled:
                recompiled, settled = engine.session.counters.recompiled, now
    steady = []
    for _ in range(9):
        begun = time.process_time()
        predict(ctypes.addressof(data), ctypes.addressof(out), rows)
        steady.append(time.process_time() - begun)
    print(
        json.dumps(
            {
                "engine": which,
                "compile_s": round(compiled, 3),
                "first_prediction_s": round(first, 3),
                "settled_s": round(settled, 3),
                "row_us": round(min(steady) / rows * 1e6, 2),
                "sum": sum(out).hex(),
                "text_mb": round(len(text) / 1e6, 2),
            }
        )
    )


if __name__ == "__main__":
    main()
