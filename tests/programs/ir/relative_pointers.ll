; Tables of 32-bit differences (dso_local_equivalent, no_cfi, relative vtables) need code and data within reach.
@table = internal constant [3 x i32] [i32 trunc (i64 sub (i64 ptrtoint (ptr dso_local_equivalent @one to i64), i64 ptrtoint (ptr @table to i64)) to i32), i32 trunc (i64 sub (i64 ptrtoint (ptr @two to i64), i64 ptrtoint (ptr @table to i64)) to i32), i32 trunc (i64 sub (i64 ptrtoint (ptr @word to i64), i64 ptrtoint (ptr @table to i64)) to i32)]
@word = internal unnamed_addr constant [6 x i8] c"hello\00"
@format = private constant [10 x i8] c"%d %d %s\0A\00"
@direct = internal global ptr no_cfi @two

declare i32 @printf(ptr, ...)
declare ptr @llvm.load.relative.i64(ptr, i64)

define dso_local i32 @one() {
  ret i32 1
}

define internal i32 @two() {
  ret i32 2
}

define i32 @main() {
  %f = call ptr @llvm.load.relative.i64(ptr @table, i64 0)
  %s = call ptr @llvm.load.relative.i64(ptr @table, i64 8)
  %g = load ptr, ptr @direct
  %a = call i32 %f()
  %b = call i32 %g()
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %a, i32 %b, ptr %s)
  ret i32 0
}
