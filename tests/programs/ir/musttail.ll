; musttail between two functions must really be a tail call, also at -O0 and through stubs: ten million deep.
;! smoke
@format = private constant [5 x i8] c"%ld\0A\00"
@step = internal global ptr @odd

declare i32 @printf(ptr, ...)

define i64 @even(i64 %n, i64 %acc) {
  %done = icmp eq i64 %n, 0
  br i1 %done, label %out, label %more
out:
  ret i64 %acc
more:
  %m = sub i64 %n, 1
  %b = add i64 %acc, 2
  %target = load ptr, ptr @step
  %r = musttail call i64 %target(i64 %m, i64 %b)
  ret i64 %r
}

define i64 @odd(i64 %n, i64 %acc) {
  %done = icmp eq i64 %n, 0
  br i1 %done, label %out, label %more
out:
  ret i64 %acc
more:
  %m = sub i64 %n, 1
  %b = xor i64 %acc, 1
  %r = musttail call i64 @even(i64 %m, i64 %b)
  ret i64 %r
}

define i32 @main() {
  %r = call i64 @even(i64 10000000, i64 0)
  %n = call i32 (ptr, ...) @printf(ptr @format, i64 %r)
  ret i32 0
}
