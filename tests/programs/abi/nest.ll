; The static chain (nest, r10) is no argument register of the C ABI and must survive the first call all the same.
@format = private constant [7 x i8] c"%d %d\0A\00"
@pointer = internal global ptr @inner

declare i32 @printf(ptr, ...)

define i32 @inner(ptr nest %frame, i32 %x) noinline {
  %v = load i32, ptr %frame
  %r = add i32 %v, %x
  store i32 %r, ptr %frame
  ret i32 %r
}

define i32 @main() {
  %frame = alloca i32
  store i32 100, ptr %frame
  %f = load ptr, ptr @pointer
  %a = call i32 %f(ptr nest %frame, i32 5)
  %b = call i32 @inner(ptr nest %frame, i32 6)
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %a, i32 %b)
  ret i32 0
}
