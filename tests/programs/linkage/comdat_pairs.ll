; A comdat's members are chosen together: the data of the module whose function won.
$pair = comdat any
@pair_data = linkonce_odr global i32 1, comdat($pair)
@format = private constant [10 x i8] c"%d %d %d\0A\00"

declare i32 @printf(ptr, ...)
declare i32 @other_pair()

define linkonce_odr i32 @pair() comdat($pair) {
  %v = load i32, ptr @pair_data
  %w = add i32 %v, 1
  store i32 %w, ptr @pair_data
  ret i32 %w
}

define i32 @main() {
  %a = call i32 @pair()
  %b = call i32 @other_pair()
  %c = load i32, ptr @pair_data
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %a, i32 %b, i32 %c)
  ret i32 0
}
