; Aliases cannot be declared across partitions: to a function, to data, into the middle of data, of an alias.
@array = internal global [4 x i32] [i32 10, i32 20, i32 30, i32 40]
@third = alias i32, getelementptr ([4 x i32], ptr @array, i64 0, i64 2)
@whole = internal alias [4 x i32], ptr @array
@again = alias i32, ptr @third
@format = private constant [16 x i8] c"%d %d %d %d %d\0A\00"
@double = alias i32 (i32), ptr @double_impl
@maybe = weak alias i32 (i32), ptr @double

declare i32 @printf(ptr, ...)

define internal i32 @double_impl(i32 %x) {
  %r = mul i32 %x, 2
  ret i32 %r
}

define i32 @store_third(i32 %x) {
  store i32 %x, ptr @third
  ret i32 0
}

define i32 @main() {
  %ignored = call i32 @store_third(i32 33)
  %slot = getelementptr [4 x i32], ptr @whole, i64 0, i64 2
  %a = load i32, ptr %slot
  %b = load i32, ptr @again
  %c = call i32 @double(i32 4)
  %d = call i32 @maybe(i32 5)
  %same = icmp eq ptr @double, @double_impl
  %e = zext i1 %same to i32
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %a, i32 %b, i32 %c, i32 %d, i32 %e)
  ret i32 0
}
