"""llvmlite's MCJIT as a program would use it: parse the whole module, compile all of it at -O0, run main.

mcjit_eager.py FILE [ARG...]            run it
mcjit_eager.py --compile-only FILE      JSON on stdout: seconds to import, parse and compile
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from pathlib import Path


def main(arguments: list[str]) -> int:
    compile_only = arguments[0] == "--compile-only"
    file, *program_arguments = arguments[compile_only:]
    started = time.perf_counter()
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    imported = time.perf_counter()
    data = Path(file).read_bytes()
    module = llvm.parse_bitcode(data) if data[:4] == b"BC\xc0\xde" else llvm.parse_assembly(data.decode())
    parsed = time.perf_counter()
    machine = llvm.Target.from_default_triple().create_target_machine(opt=0, jit=True)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    compiled = time.perf_counter()
    if compile_only:
        report = {"import": imported - started, "parse": parsed - imported, "compile": compiled - parsed}
        print(json.dumps({key: round(value, 4) for key, value in report.items()}))
        return 0
    engine.run_static_constructors()
    argv = (ctypes.c_char_p * (len(program_arguments) + 2))(*(a.encode() for a in [file, *program_arguments]), None)
    entry = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_void_p)(engine.get_function_address("main"))
    status: int = entry(len(program_arguments) + 1, argv)
    ctypes.CDLL(None).exit(status)  # C's exit: it flushes stdio
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
