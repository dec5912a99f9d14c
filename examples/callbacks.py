"""IR that calls Python, two modules that call each other, and errors that come back as exceptions."""

from __future__ import annotations

import ctypes

import rejit

MAIN = """
declare void @report(i64)
declare i64 @square(i64)
declare void @nowhere()

define i64 @sum_of_squares(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 1, %entry ], [ %next, %loop ]
  %sum = phi i64 [ 0, %entry ], [ %more, %loop ]
  %s = call i64 @square(i64 %i)
  %more = add i64 %sum, %s
  call void @report(i64 %more)
  %next = add i64 %i, 1
  %done = icmp sgt i64 %next, %n
  br i1 %done, label %end, label %loop
end:
  ret i64 %more
}

define void @lost() {
  call void @nowhere()
  ret void
}
"""
OTHER = """
define i64 @square(i64 %x) {
  %r = mul i64 %x, %x
  ret i64 %r
}
"""


@ctypes.CFUNCTYPE(None, ctypes.c_int64)
def report(value: int) -> None:
    print("so far", value)


with rejit.Session(symbols={"report": report}) as jit:
    lib = jit.add(MAIN, name="main")
    jit.add(OTHER, name="other")  # linked by name, as two object files would be
    print("in all", lib["sum_of_squares"](4))
    try:
        lib["lost"]()  # nothing defines nowhere(): that is an error when it is reached
    except rejit.RejitError as error:
        print(type(error).__name__, str(error).partition(":")[0])
