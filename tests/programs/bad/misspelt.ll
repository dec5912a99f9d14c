; ModuleID = 'bad'
source_filename = "bad.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

@text = private unnamed_addr constant [4 x i8] c"hi\0A\00"

define i32 @main() {
  %1 = call i32 (ptr, ...) @prinft(ptr @text)
  ret i32 0
}

declare i32 @prinft(ptr, ...)
