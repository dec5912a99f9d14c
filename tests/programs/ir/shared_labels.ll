; One table holds label addresses of two functions: both must be compiled in one partition.
@table = internal constant [4 x ptr] [ptr blockaddress(@first, %a), ptr blockaddress(@first, %b), ptr blockaddress(@second, %a), ptr blockaddress(@second, %b)]
@format = private unnamed_addr constant [13 x i8] c"%d %d %d %d\0A\00"

declare i32 @printf(ptr, ...)

define internal i32 @first(i64 %which) noinline {
  %slot = getelementptr [4 x ptr], ptr @table, i64 0, i64 %which
  %target = load ptr, ptr %slot
  indirectbr ptr %target, [label %a, label %b]
a:
  ret i32 1
b:
  ret i32 2
}

define internal i32 @second(i64 %which) noinline {
  %index = add i64 %which, 2
  %slot = getelementptr [4 x ptr], ptr @table, i64 0, i64 %index
  %target = load ptr, ptr %slot
  indirectbr ptr %target, [label %a, label %b]
a:
  ret i32 3
b:
  ret i32 4
}

define i32 @main() {
  %r1 = call i32 @first(i64 0)
  %r2 = call i32 @first(i64 1)
  %r3 = call i32 @second(i64 0)
  %r4 = call i32 @second(i64 1)
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %r1, i32 %r2, i32 %r3, i32 %r4)
  ret i32 0
}
