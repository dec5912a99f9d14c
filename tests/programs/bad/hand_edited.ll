; Written by hand: comments anywhere, lines broken and joined as a person likes. This one must simply run.
target triple = "x86_64-pc-linux-gnu" ; no data layout
@text = private constant [7 x i8]
    c"edited\00"
declare i32 @puts(ptr)   define i32 @helper(i32 %x) { ret i32 %x }

  define i32 @main(
      i32 %argc, ptr %argv) { ; opening
entry: %r = call i32 @puts(ptr @text)
       %h = call i32 @helper(i32 5)
       ret i32 %h }
