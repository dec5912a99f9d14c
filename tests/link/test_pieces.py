"""What pieces an object becomes: what is in each, what it still refers to, what was copied where."""

from __future__ import annotations

import marshal
import subprocess
import sys
from pathlib import Path
from typing import Any

import ir_samples
import pytest
from ir_samples import compiled

from rejit.errors import BadObject, LinkError, RelocationOverflow
from rejit.link import blob
from rejit.link.components import SHARED_COPY_LIMIT
from rejit.link.pieces import split, whole
from tools import need


def _named(pieces: list[Any]) -> dict[str, Any]:
    assert len({piece[1] for piece in pieces}) == len(pieces)
    return {piece[1]: piece for piece in pieces}


def _references(piece: Any) -> set[str]:
    return {symbol for _, _, symbol, _ in piece[6]}


def _assemble(source: str, folder: Path) -> bytes:
    (folder / "a.s").write_text(source)
    subprocess.run([need("gcc"), "-c", "a.s", "-o", "a.o"], cwd=folder, check=True)
    return (folder / "a.o").read_bytes()


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_a_piece_a_function_and_a_piece_a_variable(level: int) -> None:
    pieces = _named(split(compiled(ir_samples.ARITHMETIC, level), ir_samples.ARITHMETIC_CONSTANTS))
    kinds = {name: piece[0] for name, piece in pieces.items()}
    code = dict.fromkeys(["fib", "choose", "look", "poly", "both", "negate", "bump", "text", "table"], "code")
    assert kinds == code | {"counter": "rw", "spare": "rw", "zeros": "bss", "cells": "rw", "fns": "ro"}
    for kind, _, align, content, size, symbols, relocations, _ in pieces.values():
        assert align & (align - 1) == 0
        assert len(content) == (0 if kind == "bss" else size)
        assert all(0 <= offset <= offset + length <= size for _, offset, length, _ in symbols)
        assert all(0 <= offset <= size - 4 for offset, _, _, _ in relocations)
    assert pieces["zeros"][4] == 400
    assert pieces["counter"][3] == (40).to_bytes(8, "little")
    assert pieces["counter"][5] == (("counter", 0, 8, blob.GLOBAL | blob.HIDDEN),)
    assert pieces["cells"][6] == ((0, 1, "counter", 0), (8, 1, "spare", 16))
    assert _references(pieces["text"]) == {"strcmp"}
    assert {"counter", "."} <= _references(pieces["table"]) <= {"counter", "."}
    assert b"hello\0" in pieces["text"][3] and b"world\0" in pieces["text"][3]
    assert b"hello\0" in pieces["table"][3] and b"hello" not in pieces["fib"][3]


def test_pieces_can_be_marshalled() -> None:
    for take in (split, whole):
        pieces = take(compiled(ir_samples.EXCEPTIONS, 0))
        assert marshal.loads(marshal.dumps(pieces)) == pieces


def test_a_piece_does_not_depend_on_the_batch() -> None:
    """The same function compiled alone and with others is the same piece, so that it can be cached by itself."""
    text = ir_samples.ARITHMETIC
    start = text.index("define dso_local i64 @look(")
    end = text.index("}\n", start) + 2
    together = _named(split(compiled(text, 0), ir_samples.ARITHMETIC_CONSTANTS))["look"]
    alone = _named(split(compiled("$look = comdat any\n" + text[start:end], 0)))["look"]
    unwind = next(offset for name, offset, _, _ in alone[5] if not name)
    assert together[3][:unwind] == alone[3][:unwind]  # the last FDE of an object is padded, so that sizes may differ
    assert together[5][0] == alone[5][0] and together[6:] == alone[6:]


def test_type_tables_and_personality_have_words_of_their_own() -> None:
    pieces = _named(split(compiled(ir_samples.EXCEPTIONS, 2), ir_samples.EXCEPTIONS_CONSTANTS))
    assert set(pieces) == {"throws", "cleans", "catches", "catches_too", "_ZTI3Own", "cleaned"}
    for name, types in (("catches", {"_ZTIi", "_ZTI3Own"}), ("catches_too", {"_ZTIi"}), ("cleans", set())):
        words = {(number, symbol) for _, number, symbol, _ in pieces[name][6]}
        assert {(1, symbol) for symbol in types | {"__gxx_personality_v0"}} <= words
    assert _references(pieces["_ZTI3Own"]) == {"_ZTVN10__cxxabiv117__class_type_infoE", "."}


def test_thread_locals_are_pieces_with_an_image() -> None:
    pieces = _named(split(compiled(ir_samples.THREAD_LOCALS, 1)))
    assert [pieces[name][0] for name in "abc"] == ["tls"] * 3
    assert pieces["a"][3] == (11).to_bytes(8, "little")
    assert (pieces["c"][3], pieces["c"][4]) == (b"", 8)


def test_custom_sections_say_which() -> None:
    pieces = split(compiled(ir_samples.SECTIONS, 0), frozenset({".s"}))
    entries = next(piece for piece in pieces if piece[1] == "section:entries")
    assert entries[0] == "rw" and entries[4] == 16
    assert {symbol[0]: symbol[1] for symbol in entries[5]} == {"e1": 0, "e2": 8}
    pointers = next(piece for piece in pieces if piece[1] == "section:pointers")
    assert pointers[4] == 8  # the string it points to must not be appended to it
    (reference,) = _references(pointers)
    (companion,) = (piece for piece in pieces if any(symbol[0] == reference for symbol in piece[5]))
    assert companion[0] == "ro" and companion[3] == b"ab\0"
    assert all(binding == blob.LOCAL and name[0] == "\0" for name, _, _, binding in companion[5])


def test_what_the_optimiser_shares_is_copied() -> None:
    """64-byte vectors stand in a plain .rodata without symbols."""
    from rejit.compile import backend

    text = ir_samples.HEADER + ir_samples.ARITHMETIC
    shared = backend.compile_ir(text, (2, "x86-64", "+avx512f,+avx512vl,+avx512dq,+avx512bw,+prefer-256-bit"))
    pieces = _named(split(shared, ir_samples.ARITHMETIC_CONSTANTS))
    assert {"both", "negate", "look"} <= set(pieces)
    assert all(len([s for s in piece[5] if s[3]]) == 1 for piece in pieces.values() if piece[0] == "code")


SHARED = """
    .section .text.f, "axG", @progbits, f, comdat
    .globl f
f:  lea shared+4(%rip), %rax
    ret
    .section .text.g, "axG", @progbits, g, comdat
    .globl g
g:  lea shared(%rip), %rax
    ret
    .section .rodata
    .byte 1
    .balign 8
shared: .quad 0x1111, outside
    .zero {pad}
"""


def test_large_shared_sections_tie_functions_together(tmp_path: Path) -> None:
    small = split(_assemble(SHARED.format(pad=8), tmp_path))
    assert [piece[1] for piece in small] == ["f", "g"]
    for piece in small:
        assert _references(piece) == {"outside"}
        (field,) = (i for i in range(7) if piece[3][i : i + 3] == b"\x48\x8d\x05")
        target = field + 7 + int.from_bytes(piece[3][field + 3 : field + 7], "little")
        assert piece[3][target - (4 if piece[1] == "f" else 0) :].startswith(b"\x11\x11\0\0")
    large = split(_assemble(SHARED.format(pad=SHARED_COPY_LIMIT), tmp_path))
    assert [(piece[0], {s[0] for s in piece[5]}) for piece in large] == [("code", {"f", "g"})]


FOREIGN = """
    .text
    .globl f
    .type f, @function
f:  .cfi_startproc
    movl    counter(%rip), %eax
    addl    $1, counter(%rip)
    addl    zero+8(%rip), %eax
    lea     text(%rip), %rdx
    movq    own@GOTPCREL(%rip), %rcx
    jmp     own
    .cfi_endproc
own: .cfi_startproc
    ret
    .cfi_endproc
    .size f, .-f
    .weak loose
loose: call maybe@PLT
    .weak maybe
    .hidden within
    .globl within
within: ret
    .type chosen, @gnu_indirect_function
    .globl chosen
chosen: lea f(%rip), %rax
    ret
    .section .rodata.str1.1, "aMS", @progbits, 1
text: .string "text"
    .data
    .balign 4
counter: .long 5
    .balign 8
pointers: .quad counter, own, text, f
    .bss
    .balign 32
zero: .zero 16
    .comm shared, 24, 16
    .globl fixed
    fixed = 0x1234
    .section .init_array, "aw", @init_array
    .quad own
    .section .text.twice, "axG", @progbits, twice, comdat
    .globl twice
twice: ret
    .section .note.x, "a", @note
    .long 0
"""


def test_whole_objects_keep_everything(tmp_path: Path) -> None:
    pieces = whole(_assemble(FOREIGN, tmp_path))
    by_kind = {
        piece[0]: piece
        for piece in pieces
        if not piece[1].startswith("section:") and piece[1] not in ("fixed", "shared")
    }
    assert set(by_kind) == {"code", "rw", "bss"}
    symbols = {symbol[0]: symbol for piece in pieces for symbol in piece[5]}
    assert {name: symbols[name][3] for name in ("f", "loose", "within", "chosen", "shared", "fixed", "twice")} == {
        "f": blob.GLOBAL,
        "loose": blob.WEAK,
        "within": blob.GLOBAL | blob.HIDDEN,
        "chosen": blob.GLOBAL | blob.IFUNC,
        "shared": blob.COMMON,
        "fixed": blob.GLOBAL | blob.ABSOLUTE,
        "twice": blob.WEAK,
    }
    assert symbols["fixed"][1] == 0x1234
    assert next(p for p in pieces if p[1] == "shared") == (
        "bss",
        "shared",
        16,
        b"",
        24,
        (("shared", 0, 24, 3),),
        (),
        (),
    )
    code = by_kind["code"]
    assert b"text\0" in code[3]
    assert (0, 0, "maybe", 0) in code[6]
    assert [length for _, length in code[7]] == [code[3].index(b"\xc3"), 1]
    array = next(p for p in pieces if p[1] == "section:.init_array")
    (own,) = _references(array)
    assert own[0] == "\0" and symbols[own][3] == blob.LOCAL
    assert len(by_kind["rw"][6]) == 4 and "f" in _references(by_kind["rw"])
    assert by_kind["bss"][2:5] == (32, b"", 16)
    for piece in pieces:
        for name in _references(piece):
            assert name in symbols or name in (".", "maybe")


def test_local_names_of_two_objects_differ(tmp_path: Path) -> None:
    names = []
    for value in (5, 6):
        pieces = whole(_assemble(FOREIGN.replace("counter: .long 5", f"counter: .long {value}"), tmp_path))
        names.append({s[0] for p in pieces for s in p[5] if s[3] == blob.LOCAL and s[0]})
    assert names[0] and not names[0] & names[1]


def test_debug_sections_on_request(tmp_path: Path) -> None:
    (tmp_path / "a.c").write_text("int counter; int f(int x) { return x + ++counter; }\n")
    subprocess.run(
        [need("clang-19"), "-g", "-O1", "-fPIC", "-ffunction-sections", "-c", "a.c"], cwd=tmp_path, check=True
    )
    content = (tmp_path / "a.o").read_bytes()
    assert not [piece for piece in split(content) if piece[0] == "debug"]
    debug = {piece[1]: piece for piece in split(content, debug=True) if piece[0] == "debug"}
    assert {".debug_info", ".debug_line", ".debug_abbrev", ".debug_str"} <= set(debug)
    assert "f" in _references(debug[".debug_line"])
    assert "\0.debug_str" in _references(debug[".debug_info"]) | _references(debug[".debug_str_offsets"])


def test_a_jump_within_a_piece_that_is_too_far(tmp_path: Path) -> None:
    source = '.text\n.globl f\nf: .byte 0xeb, near - . - 1\n.section .text.near, "ax"\n.zero 300\nnear: ret\n'
    with pytest.raises(RelocationOverflow, match=r"R_X86_64_PC8 against '.text.near': S \+ A - P = 0x12\w+ is outside"):
        whole(_assemble(source, tmp_path))


def test_references_that_have_no_target(tmp_path: Path) -> None:
    source = '.text\n.globl f\nf: lea gone(%rip), %rax\n.section .gone, ""\ngone: .long 1\n'
    for take in (split, whole):
        with pytest.raises(LinkError, match="in a section that is not kept"):
            take(_assemble(source, tmp_path))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (".long 100, 0", "does not fit"),
        (".long 8, 5, 0, 0", "there is none"),
        (".long 12, 0\n.byte 9, 0, 1, 1, 1, 0, 0, 0", "CIE version 9"),
        (".long 4, 0", "ends in the middle"),
        ('.long 12, 0\n.byte 1\n.ascii "zQ"\n.byte 0, 1, 1, 1, 0', "augmentation 'zQ'"),
        (
            '.long 12, 0\n.byte 1\n.ascii "zR"\n.byte 0, 1, 1, 1, 1\n.long 12, 20, 0, 0',
            "in the middle|without a relocation",
        ),
        (".byte 1, 2, 3", "trailing bytes"),
    ],
)
def test_damaged_unwind_tables(table: str, message: str, tmp_path: Path) -> None:
    source = f'.text\n.globl f\nf: ret\n.section .eh_frame, "a", @progbits\n{table}\n'
    with pytest.raises(BadObject, match=message):
        split(_assemble(source, tmp_path))


def test_imports_stay_cheap() -> None:
    """What the program's process imports to link must not bring the slow part of the standard library in."""
    heavy = "dataclasses re typing enum collections functools inspect threading subprocess pathlib json"
    program = (
        f"import sys; sys.path[:0] = {sys.path!r}; import rejit.link.pieces; "
        f"print([m for m in {heavy.split()!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-S", "-I", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
