"""LLVM IR from Python in twenty lines: typed calls, arrays, global variables."""

import ctypes

import numpy as np

import rejit

IR = """
@calls = global i64 0

declare double @sqrt(double)

define double @norm(ptr readonly %v, i64 %n) {
entry:
  %old = load i64, ptr @calls
  %new = add i64 %old, 1
  store i64 %new, ptr @calls
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %sum = phi double [ 0.0, %entry ], [ %more, %loop ]
  %at = getelementptr double, ptr %v, i64 %i
  %x = load double, ptr %at
  %square = fmul double %x, %x
  %more = fadd double %sum, %square
  %next = add i64 %i, 1
  %done = icmp eq i64 %next, %n
  br i1 %done, label %end, label %loop
end:
  %root = call double @sqrt(double %more)
  ret double %root
}
"""

with rejit.Session() as jit:
    lib = jit.add(IR, name="kernel")  # indexed; nothing is compiled
    norm = lib["norm"]  # a callable, typed from the IR
    print(norm(np.array([3.0, 4.0]), 2))  # compiled in a worker now: 5.0
    print(norm(np.ones(1_000_000), 1_000_000))  # 1000.0
    print(lib.data("calls").as_ctypes(ctypes.c_int64).value, "calls")  # 2 calls
