; fastcc, tailcc and cold functions with aggregates in registers, called directly and through a pointer.
@format = private constant [10 x i8] c"%d %d %g\0A\00"
@pointer = internal global ptr @pair

declare i32 @printf(ptr, ...)

define internal fastcc { i32, i64, double, i32 } @pair(i32 %a, i64 %b, double %c) noinline {
  %r0 = insertvalue { i32, i64, double, i32 } poison, i32 %a, 0
  %r1 = insertvalue { i32, i64, double, i32 } %r0, i64 %b, 1
  %r2 = insertvalue { i32, i64, double, i32 } %r1, double %c, 2
  %r3 = insertvalue { i32, i64, double, i32 } %r2, i32 77, 3
  ret { i32, i64, double, i32 } %r3
}

define internal tailcc i32 @countdown(i32 %n, i32 %acc, i32 %x3, i32 %x4, i32 %x5, i32 %x6, i32 %stack1, i32 %stack2) noinline {
  %done = icmp eq i32 %n, 0
  br i1 %done, label %out, label %more
out:
  ret i32 %acc
more:
  %m = sub i32 %n, 1
  %a = add i32 %acc, %stack2
  %r = musttail call tailcc i32 @countdown(i32 %m, i32 %a, i32 %x4, i32 %x5, i32 %x6, i32 %x3, i32 %stack1, i32 %stack2)
  ret i32 %r
}

define internal coldcc i32 @cold(i32 %x) noinline {
  %r = mul i32 %x, 3
  ret i32 %r
}

define i32 @main() {
  %f = load ptr, ptr @pointer
  %r = call fastcc { i32, i64, double, i32 } %f(i32 1, i64 2, double 2.5)
  %d = extractvalue { i32, i64, double, i32 } %r, 2
  %c = call tailcc i32 @countdown(i32 1000000, i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6)
  %e = call coldcc i32 @cold(i32 5)
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %c, i32 %e, double %d)
  ret i32 0
}
