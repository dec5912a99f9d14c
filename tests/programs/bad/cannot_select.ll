; ModuleID = 'bad'
source_filename = "bad.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

define i32 @main(i32 %0, ptr %1) {
  %3 = icmp sgt i32 %0, 1
  br i1 %3, label %4, label %6

4:                                                ; preds = %2
  %5 = call i32 @unselectable(i32 %0)
  ret i32 %5

6:                                                ; preds = %2
  ret i32 0
}

define internal i32 @unselectable(i32 %0) {
  %2 = call i32 @llvm.aarch64.crc32b(i32 %0, i32 1)
  ret i32 %2
}

declare i32 @llvm.aarch64.crc32b(i32, i32)
