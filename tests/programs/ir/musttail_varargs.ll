; A musttail thunk forwards "..." with all argument registers and al untouched, through a first call.
@format = private constant [17 x i8] c"%d %.2f %s %.2f\0A\00"
@word = private constant [5 x i8] c"word\00"

declare i32 @vprintf(ptr, ptr)
declare void @llvm.va_start.p0(ptr)
declare void @llvm.va_end.p0(ptr)

define internal i32 @target(ptr %format, ...) noinline {
  %list = alloca [24 x i8], align 16
  call void @llvm.va_start.p0(ptr %list)
  %r = call i32 @vprintf(ptr %format, ptr %list)
  call void @llvm.va_end.p0(ptr %list)
  ret i32 %r
}

define internal i32 @thunk(ptr %format, ...) noinline {
  %r = musttail call i32 (ptr, ...) @target(ptr %format, ...)
  ret i32 %r
}

define i32 @main() {
  %r = call i32 (ptr, ...) @thunk(ptr @format, i32 7, double 2.5, ptr @word, double 0.25)
  ret i32 0
}
