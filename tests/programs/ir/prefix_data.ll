; Prefix data stands before a function's address, which is its stub's: it must be found there.
;! levels: noopt
@format = private constant [10 x i8] c"%x %x %d\0A\00"
@table = internal constant [2 x ptr] [ptr @tagged, ptr @other]

declare i32 @printf(ptr, ...)

define i32 @tagged(i32 %x) prefix i32 43981 {
  %r = add i32 %x, 1
  ret i32 %r
}

define internal i32 @other(i32 %x) prefix i32 61453 {
  %r = add i32 %x, 2
  ret i32 %r
}

define i32 @tag(ptr %f) {
  %p = getelementptr i8, ptr %f, i64 -4
  %v = load i32, ptr %p
  ret i32 %v
}

define i32 @main() {
  %f = load ptr, ptr @table
  %a = call i32 @tag(ptr %f)
  %slot = getelementptr [2 x ptr], ptr @table, i64 0, i64 1
  %g = load ptr, ptr %slot
  %b = call i32 @tag(ptr %g)
  %x = call i32 %f(i32 1)
  %y = call i32 %g(i32 %x)
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %a, i32 %b, i32 %y)
  ret i32 0
}
