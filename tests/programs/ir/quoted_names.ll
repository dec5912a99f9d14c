; Names and strings holding braces, quotes, newlines and high bytes must not confuse the slicing of text.
@"a }\0A{ \22name\22" = internal global i32 3
@"\C3\A9t\C3\A9" = internal global i32 4
@text = private unnamed_addr constant [14 x i8] c"}\0A%d %d %d;\0A\00\00"
%"type } \22x\22" = type { i32, %"other\0A" }
%"other\0A" = type { i32 }

declare i32 @printf(ptr, ...)

define internal i32 @"f(}\0A) { ret"(i32 %"}") {
  %"x y" = load i32, ptr @"a }\0A{ \22name\22"
  %r = add i32 %"x y", %"}"
  call void asm sideeffect "# }\0A\09nop # {", "~{dirflag},~{fpsr},~{flags}"()
  ret i32 %r
}

define i32 @main() {
  %s = alloca %"type } \22x\22"
  %p = getelementptr %"type } \22x\22", ptr %s, i32 0, i32 1, i32 0
  store i32 8, ptr %p
  %a = call i32 @"f(}\0A) { ret"(i32 1)
  %b = load i32, ptr @"\C3\A9t\C3\A9"
  %c = load i32, ptr %p
  %n = call i32 (ptr, ...) @printf(ptr @text, i32 %a, i32 %b, i32 %c)
  ret i32 0
}
