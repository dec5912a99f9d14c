"""Prints the stages of one call, with the real text and bytes; docs/architecture.md explains them.

python docs/life_of_a_call.py
"""

from __future__ import annotations

import ctypes

import rejit
from rejit.compile import backend
from rejit.ir.partition import partition
from rejit.link.pieces import split

IR = """\
; ModuleID = 'greet'
source_filename = "greet"
target triple = "x86_64-unknown-linux-gnu"

@.str = private unnamed_addr constant [6 x i8] c"hello\\00", align 1
@count = internal global i32 0, align 4

define i32 @greet() {
entry:
  %n = load i32, ptr @count, align 4
  %m = add i32 %n, 1
  store i32 %m, ptr @count, align 4
  %r = call i32 @puts(ptr @.str)
  ret i32 %m
}

declare i32 @puts(ptr)
"""


def show(title: str, text: str) -> None:
    print(f"== {title}\n{text.rstrip()}\n")


def hexdump(address: int, data: bytes) -> str:
    return "\n".join(f"{address + at:#x}  {data[at : at + 16].hex(' ')}" for at in range(0, len(data), 16))


def memory(address: int, size: int) -> str:
    return hexdump(address, ctypes.string_at(address, size))


def main() -> None:
    with rejit.Session(workers=0) as session:
        library = session.add(IR, name="greet.ll")
        module = library._module
        index = module.index
        show("index", f"functions {index.functions}\nvariables {index.variables}\ndeclarations {index.declarations}")

        made = partition(index, ["greet"], optnone=True)
        show("partition", made.text)
        show("names", f"constants {sorted(made.constants)}\nreferences {made.references}")

        pieces = split(backend.compile_ir(made.text, session.tier), made.constants)
        for kind, name, align, content, size, symbols, relocations, unwind in pieces:
            shown = f"align {align}, {size} bytes\n{hexdump(0, content)}\nsymbols {symbols}\n"
            show(f"piece: {kind} {name}", f"{shown}relocations {relocations}\nunwind {unwind}")

        function = module.function("greet")
        slot = function.slot

        def state() -> str:
            lines = f"cell {memory(function.address, 16)}\nslot {memory(slot, 8)}"
            return f"{lines}\nresolver at {session.callbacks.label('resolver'):#x}"

        show("before the first call", state())
        library["greet"]()
        show("after it", state())
        assert function.code is not None
        show("body", memory(function.body, function.code.size))
        show("count", f"at {library.data('count').address:#x}")


if __name__ == "__main__":
    main()
