; A hand edit with a mistake: the line in the user's own file is what must be shown.
define i32 @main() {
entry:
  %r = add i32 1, 2
     ret i64 %r   ; wrong type
}
