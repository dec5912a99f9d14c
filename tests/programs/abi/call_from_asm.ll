; A first call made from inline assembly: six argument registers filled by hand, the callee reached through its address.
@format = private constant [5 x i8] c"%ld\0A\00"
@slot = internal global ptr @mix

declare i32 @printf(ptr, ...)

define i64 @mix(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f) noinline {
  %1 = shl i64 %b, 4
  %2 = shl i64 %c, 8
  %3 = shl i64 %d, 12
  %4 = shl i64 %e, 16
  %5 = shl i64 %f, 20
  %6 = add i64 %a, %1
  %7 = add i64 %6, %2
  %8 = add i64 %7, %3
  %9 = add i64 %8, %4
  %10 = add i64 %9, %5
  ret i64 %10
}

define i32 @main() {
  %f = load ptr, ptr @slot
  %r = call i64 asm sideeffect "movq %rsp, %rbx; subq $$256, %rsp; andq $$-16, %rsp; movl $$1, %edi; movl $$2, %esi; movl $$3, %edx; movl $$4, %ecx; movl $$5, %r8d; movl $$6, %r9d; callq *%r12; movq %rbx, %rsp", "={rax},{r12},~{rbx},~{rdi},~{rsi},~{rdx},~{rcx},~{r8},~{r9},~{r10},~{r11},~{memory},~{cc}"(ptr %f)
  %n = call i32 (ptr, ...) @printf(ptr @format, i64 %r)
  ret i32 0
}
