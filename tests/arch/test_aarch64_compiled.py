"""What LLVM makes for AArch64 in the form partitions have: every type of relocation in it is served."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from rejit.arch.aarch64_relocations import RELOCATIONS
from rejit.arch.relocation import NOTHING, REFUSED

# A process of its own, since it compiles for another CPU from then on.
COMPILE = """
import json, sys
sys.path[:0] = sys.argv[1:]
from link import ir_samples as ir
from rejit.compile import backend
from rejit.link import elf
from rejit.link.pieces import split

backend.compile_for("aarch64")
triple = f'target triple = "{backend.triple()}"\\n'
features = ("", "+lse,+sve")
types, variables, guards = set(), [], set()
EXTRA = '''
@first = hidden global i64 1, align 8
@second = hidden global i64 2, align 8
@far = external global i64, align 8
$both = comdat any
$guarded = comdat any
declare void @fill(ptr)
define dso_local i8 @guarded() sspreq uwtable comdat {
  %room = alloca [64 x i8]
  call void @fill(ptr %room)
  %x = load i8, ptr %room
  ret i8 %x
}
define dso_local i64 @both(ptr %atomic, double %x) uwtable comdat {
  %a = load i64, ptr @first
  %b = load i64, ptr @second
  %c = load i64, ptr @far
  %d = atomicrmw add ptr %atomic, i64 %a seq_cst
  %e = cmpxchg ptr %atomic, i64 %b, i64 %c seq_cst seq_cst
  %f = fmul double %x, 0x3FF3C0CA428C59FB
  %g = fptosi double %f to i64
  %h = add i64 %d, %g
  ret i64 %h
}
'''
for text in (ir.ARITHMETIC, ir.EXCEPTIONS, ir.THREAD_LOCALS, ir.LABELS, EXTRA):
    for level in (0, 1, 2, 3):
        for more in features:
            made = backend.compile_ir(triple + text, (level, "generic", more))
            types.update(kind for found in elf.read(made).relocations.values() for _, kind, _, _ in found)
            pieces = split(made, ir.ARITHMETIC_CONSTANTS | ir.EXCEPTIONS_CONSTANTS)
            if text is EXTRA:
                variables.append(sorted(name for kind, name, *_ in pieces if kind == "rw"))
                named = {symbol for piece in pieces for _, _, symbol, _ in piece[6]}
                calls = sorted(named - {"first", "second", "far"})
                guards.update(t for piece in pieces for _, t, symbol, _ in piece[6] if symbol == "__stack_chk_guard")
print(json.dumps([sorted(types), variables, calls, sorted(guards)]))
"""
EXPECTED = {
    "ABS64", "PREL64", "PREL32", "ADR_PREL_PG_HI21", "ADD_ABS_LO12_NC", "LDST32_ABS_LO12_NC", "LDST64_ABS_LO12_NC",
    "CALL26", "JUMP26", "ADR_GOT_PAGE", "LD64_GOT_LO12_NC", "TLSDESC_ADR_PAGE21", "TLSDESC_LD64_LO12",
    "TLSDESC_ADD_LO12", "TLSDESC_CALL",
}  # fmt: skip


def test_what_llvm_makes_is_served() -> None:
    """At every level; variables stay apart, atomics call nothing, the stack protector's guard may lie anywhere."""
    script = [sys.executable, "-c", COMPILE, str(Path(__file__).parents[1])]
    done = subprocess.run(script, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    types, variables, calls, guards = json.loads(done.stdout)
    names = {RELOCATIONS[number].name.removeprefix("R_AARCH64_") for number in types}
    assert names >= EXPECTED, EXPECTED - names
    kinds = {RELOCATIONS[number].kind for number in types}
    assert REFUSED not in kinds and NOTHING in kinds  # TLSDESC_CALL marks, and changes nothing
    assert all(found == ["first", "second"] for found in variables), variables
    assert calls == [".", "__stack_chk_fail", "__stack_chk_guard", "fill"]
    assert {RELOCATIONS[number].name for number in guards} == {"R_AARCH64_ADR_GOT_PAGE", "R_AARCH64_LD64_GOT_LO12_NC"}
