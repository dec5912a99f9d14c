"""The ORC stand-in: libraries, what they see of each other, and what keeps them."""

from __future__ import annotations

import ctypes
import gc
from typing import Any

import llvmlite.binding as llvm
import pytest

from engines import calling, machine, parse, returning
from rejit.llvmlite import JITLibraryBuilder, create_lljit_compiler


def run(address: int) -> int:
    return int(ctypes.CFUNCTYPE(ctypes.c_int)(address)())


def link(lljit: Any, name: str, text: str, *needs: str, export: str = "f") -> Any:
    builder = JITLibraryBuilder().add_ir(text).export_symbol(export)
    for needed in needs:
        builder.add_jit_library(needed)
    return builder.link(lljit, name)


def test_a_library_sees_what_it_was_given() -> None:
    lljit = create_lljit_compiler()
    kept = [link(lljit, "low", returning("g", 3), export="g")]
    kept.append(link(lljit, "high", calling("f", "g") + "declare i32 @g()\n", "low"))
    assert run(kept[1]["f"]) == 3
    with pytest.raises(RuntimeError, match=r"Failed to materialize symbols: { \(alone, { f }\) }.*g"):
        link(lljit, "alone", calling("f", "g") + "declare i32 @g()\n")
    with pytest.raises(RuntimeError, match="Failed to find library `none'"):
        link(lljit, "another", returning("f", 1), "none")


def test_names_of_two_libraries_are_apart() -> None:
    lljit = create_lljit_compiler()
    one, two = link(lljit, "one", returning("f", 1)), link(lljit, "two", returning("f", 2))
    assert (run(one["f"]), run(two["f"])) == (1, 2)
    assert lljit.lookup("one", "f")["f"] == one["f"]
    with pytest.raises(RuntimeError, match=r"Symbols not found: \[ g \]"):
        lljit.lookup("one", "g")
    with pytest.raises(RuntimeError, match="Library name `one' is already in use"):
        link(lljit, "one", returning("f", 3))


def test_the_last_tracker_unloads() -> None:
    lljit = create_lljit_compiler()
    first = link(lljit, "lib", returning("f", 1))
    second = lljit.lookup("lib", "f")
    del first
    gc.collect()
    third = lljit.lookup("lib", "f")
    second.close()
    assert run(lljit.lookup("lib", "f")["f"]) == 1
    third.close()
    assert third.name == "lib"
    gc.collect()
    with pytest.raises(RuntimeError, match="Symbols not found"):
        lljit.lookup("lib", "f")


def test_a_library_in_use_stays() -> None:
    lljit = create_lljit_compiler()
    low = link(lljit, "low", returning("g", 3), export="g")
    high = link(lljit, "high", calling("f", "g") + "declare i32 @g()\n", "low")
    low.close()
    gc.collect()
    assert run(high["f"]) == 3


def test_the_process_is_seen_on_request() -> None:
    text = 'declare i64 @strlen(ptr)\n@s = constant [4 x i8] c"abc\\00"\n'
    text += "define i32 @f() {\n  %n = call i64 @strlen(ptr @s)\n  %r = trunc i64 %n to i32\n  ret i32 %r\n}\n"
    lljit = create_lljit_compiler()
    with pytest.raises(RuntimeError, match="strlen"):
        link(lljit, "without", text)
    tracker = JITLibraryBuilder().add_ir(text).add_current_process().export_symbol("f").link(lljit, "with")
    assert run(tracker["f"]) == 3


def test_imports_and_several_units() -> None:
    value = ctypes.c_int(9)
    lljit = create_lljit_compiler(machine(reloc="pic", codemodel="small"))
    tracker = (
        JITLibraryBuilder()
        .add_ir("@x = external global i32\ndefine i32 @g() {\n  %r = load i32, ptr @x\n  ret i32 %r\n}\n")
        .add_object_img(machine().emit_object(parse(calling("f", "g") + "declare i32 @g()\n")))
        .import_symbol("x", ctypes.addressof(value))
        .export_symbol("f")
        .export_symbol("x")
        .link(lljit, "lib")
    )
    assert run(tracker["f"]) == 9
    assert tracker["x"] == ctypes.addressof(value)
    with pytest.raises(RuntimeError, match="duplicate definition of symbol 'f'"):
        JITLibraryBuilder().add_ir(returning("f", 1)).add_ir(returning("f", 2)).link(lljit, "twice")
    weak = JITLibraryBuilder().add_ir(returning("f", 1, "weak")).add_ir(returning("f", 2)).export_symbol("f")
    assert run(weak.link(lljit, "weak")["f"]) in (1, 2)


def test_constructors_run_when_the_library_is_linked() -> None:
    text = (
        "@A = global i32 0\ndefine internal void @c() {\n  store i32 5, ptr @A\n  ret void\n}\n"
        "@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] "
        "[{ i32, ptr, ptr } { i32 1, ptr @c, ptr null }]\n"
    )
    tracker = link(create_lljit_compiler(), "lib", text, export="A")
    assert ctypes.c_int.from_address(tracker["A"]).value == 5


def test_bad_input() -> None:
    lljit = create_lljit_compiler()
    with pytest.raises(RuntimeError, match="expecting more instructions"):
        link(lljit, "bad", "define i32 @f() {")
    with pytest.raises(RuntimeError, match=r"Symbols not found: \[ nothing \]"):
        link(lljit, "missing", returning("f", 1), export="nothing")
    with pytest.raises(NotImplementedError, match=r"add_native_assembly.*add_object_file"):
        JITLibraryBuilder().add_native_assembly("nop")
    assert run(link(lljit, "good", returning("f", 1))["f"]) == 1


def test_it_is_llvmlites() -> None:
    lljit = create_lljit_compiler()
    assert isinstance(lljit, llvm.LLJIT)
    assert isinstance(link(lljit, "lib", returning("f", 1)), llvm.ResourceTracker)
