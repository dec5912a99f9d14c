"""Helpers for the tests of `rejit.ir`: LLVM as the judge of what rejit slices."""

from __future__ import annotations

import llvmlite.binding as llvm

from rejit.ir.index import ModuleIndex
from rejit.ir.partition import Partition, partition

llvm.initialize_native_target()
llvm.initialize_native_asmprinter()
llvm.initialize_native_asmparser()

HEADER = """; ModuleID = 'a.c'
source_filename = "a.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

"""


def reprint(text: str) -> str:
    """The text as LLVM prints it."""
    module = llvm.parse_assembly(text)
    module.verify()
    return str(module)


def parse(text: str) -> llvm.ModuleRef:
    module = llvm.parse_assembly(text)
    module.verify()
    return module


class Sliced:
    """A module given as text, its index, and partitions that LLVM accepted."""

    def __init__(self, text: str, *, printed: bool = False) -> None:
        self.text = text if printed else reprint(HEADER + text)
        self.index = ModuleIndex.build(self.text)

    def partition(self, *functions: str, variables: tuple[str, ...] = (), **options: object) -> Partition:
        made = partition(self.index, functions, variables, **options)  # type: ignore[arg-type]
        parse(made.text)
        return made

    def all(self, **options: object) -> list[Partition]:
        """Every function alone, every variable alone, and everything together."""
        owners = {name for function in self.index.functions for name in self.partition(function, **options).variables}
        data = tuple(name for name in self.index.variables if name not in owners)
        made = [self.partition(name, **options) for name in self.index.functions]
        made += [self.partition(variables=(name,), **options) for name in data]
        made.append(self.partition(*self.index.functions, variables=data, **options))
        return made


def emit(text: str) -> bytes:
    """Object code, with the relocation and code model rejit uses."""
    target = llvm.Target.from_default_triple()
    machine = target.create_target_machine(reloc="pic", codemodel="small", opt=0)
    return bytes(machine.emit_object(parse(text)))
