; A block address used outside its function (stored by main before the function ever ran) must be that of the body that runs.
@format = private constant [7 x i8] c"%d %d\0A\00"

declare i32 @printf(ptr, ...)

define i32 @machine(ptr %target) noinline {
  indirectbr ptr %target, [label %one, label %two]
one:
  ret i32 11
two:
  ret i32 22
}

define i32 @main() {
  %cell = alloca ptr
  store ptr blockaddress(@machine, %two), ptr %cell
  %later = load volatile ptr, ptr %cell
  %a = call i32 @machine(ptr blockaddress(@machine, %one))
  %b = call i32 @machine(ptr %later)
  %n = call i32 (ptr, ...) @printf(ptr @format, i32 %a, i32 %b)
  ret i32 0
}
