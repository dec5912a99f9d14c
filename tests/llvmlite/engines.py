"""What the tests of the stand-ins share: modules, target machines, calls."""

from __future__ import annotations

import ctypes
from typing import Any

import llvmlite.binding as llvm

llvm.initialize_native_target()
llvm.initialize_native_asmprinter()

ADD = "define i32 @add(i32 %a, i32 %b) {\n  %r = add i32 %a, %b\n  ret i32 %r\n}\n"


def parse(text: str) -> Any:
    """A module of llvmlite's."""
    return llvm.parse_assembly(text)


def machine(**options: Any) -> Any:
    """A target machine; llvmlite's defaults for a JIT unless said otherwise."""
    return llvm.Target.from_default_triple().create_target_machine(**{"jit": True, **options})


def returning(name: str, value: int, linkage: str = "") -> str:
    """A function that returns a number."""
    return f"define {linkage} i32 @{name}() noinline {{\n  ret i32 {value}\n}}\n"


def calling(name: str, callee: str) -> str:
    """A function that returns what another one returns."""
    return f"define i32 @{name}() {{\n  %r = call i32 @{callee}()\n  ret i32 %r\n}}\n"


def call(engine: Any, name: str, *arguments: int) -> int:
    """Call a function of int arguments that returns an int."""
    address = engine.get_function_address(name)
    assert address, name
    return int(ctypes.CFUNCTYPE(ctypes.c_int, *[ctypes.c_int] * len(arguments))(address)(*arguments))
