; Unnamed globals and functions are numbered; LLVM renumbers them silently when some are missing from a partition.
;! smoke
@0 = private unnamed_addr constant [13 x i8] c"%d %d %d %d\0A\00"
@1 = internal global i32 5
@2 = internal global ptr @4

declare i32 @printf(ptr, ...)

define internal i32 @3(i32 %0) {
  %2 = load i32, ptr @1
  %3 = add i32 %0, %2
  ret i32 %3
}

define internal i32 @4(i32 %0) {
  store i32 %0, ptr @1
  ret i32 7
}

define i32 @5() {
  ret i32 9
}

define i32 @main() {
  %1 = call i32 @3(i32 1)
  %2 = load ptr, ptr @2
  %3 = call i32 %2(i32 100)
  %4 = call i32 @3(i32 1)
  %5 = call i32 @5()
  %6 = call i32 (ptr, ...) @printf(ptr @0, i32 %1, i32 %3, i32 %4, i32 %5)
  ret i32 0
}
