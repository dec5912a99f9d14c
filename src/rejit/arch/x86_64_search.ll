; ModuleID = 'src/rejit/runtime/search.c'
source_filename = "src/rejit/runtime/search.c"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.thread = type { i64, i64, i64, i64, i64, i64, i64, i64, i64 }
%struct.sight = type { i64, i64, i64, i64, i64, i64, i64, i64 }
%struct.range = type { i64, i64, i64, i64 }
%struct.mapping = type { i64, i64, i64, i64 }
%struct.block = type { i64, i64, i64 }

@stop = internal global i32 0, align 4
@current = internal global ptr null, align 8
@arrived = internal global i32 0, align 4
@left = internal global i32 0, align 4
@stop_threads.epoch = internal unnamed_addr global i32 0, align 4
@.str = private unnamed_addr constant [16 x i8] c"/proc/self/task\00", align 1
@.str.1 = private unnamed_addr constant [9 x i8] c"/syscall\00", align 1
@.str.2 = private unnamed_addr constant [8 x i8] c"/status\00", align 1
@__const.wait_for.step = private unnamed_addr constant [2 x i64] [i64 0, i64 2000000], align 16
@.str.8 = private unnamed_addr constant [26 x i8] c"/proc/thread-self/pagemap\00", align 1
@.str.9 = private unnamed_addr constant [23 x i8] c"/proc/thread-self/maps\00", align 1

; Function Attrs: nounwind
define dso_local void @rejit_stop(i32 noundef %0, ptr nocapture noundef readnone %1, ptr noundef %2) local_unnamed_addr #0 {
  %4 = alloca [2 x i64], align 16
  %5 = alloca [2 x i64], align 16
  %6 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %7 = load volatile ptr, ptr @current, align 8, !tbaa !8
  %8 = icmp ne i32 %6, 0
  %9 = icmp ne ptr %7, null
  %10 = select i1 %8, i1 %9, i1 false
  br i1 %10, label %11, label %136

11:                                               ; preds = %3
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %4, i8 0, i64 16, i1 false)
  %12 = ptrtoint ptr %4 to i64
  %13 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 3, i64 %12, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %14 = load i64, ptr %4, align 16, !tbaa !11
  %15 = getelementptr inbounds i8, ptr %4, i64 8
  %16 = load i64, ptr %15, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #3
  %17 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 186, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %18 = getelementptr inbounds i8, ptr %7, i64 120
  %19 = load i64, ptr %18, align 8, !tbaa !13
  %20 = icmp eq i64 %19, 0
  br i1 %20, label %136, label %21

21:                                               ; preds = %11
  %22 = getelementptr inbounds i8, ptr %7, i64 152
  br label %23

23:                                               ; preds = %21, %133
  %24 = phi i64 [ 0, %21 ], [ %134, %133 ]
  %25 = getelementptr inbounds [1024 x %struct.thread], ptr %22, i64 0, i64 %24
  %26 = load i64, ptr %25, align 8, !tbaa !15
  %27 = icmp eq i64 %26, %17
  br i1 %27, label %28, label %133

28:                                               ; preds = %23
  %29 = getelementptr inbounds i8, ptr %25, i64 8
  %30 = load i64, ptr %29, align 8, !tbaa !17
  %31 = icmp eq i64 %30, 3
  br i1 %31, label %32, label %133

32:                                               ; preds = %28
  %33 = getelementptr inbounds i8, ptr %25, i64 8
  %34 = ptrtoint ptr %2 to i64
  %35 = add i64 %34, 144
  %36 = inttoptr i64 %35 to ptr
  %37 = add i64 %34, 168
  %38 = inttoptr i64 %37 to ptr
  %39 = load i64, ptr %38, align 8, !tbaa !11
  %40 = inttoptr i64 %39 to ptr
  %41 = load i64, ptr %36, align 8, !tbaa !11
  %42 = icmp eq i64 %41, -4
  br i1 %42, label %43, label %99

43:                                               ; preds = %32
  %44 = getelementptr inbounds i8, ptr %40, i64 -2
  %45 = load i8, ptr %44, align 1, !tbaa !18
  %46 = icmp eq i8 %45, 15
  br i1 %46, label %47, label %99

47:                                               ; preds = %43
  %48 = getelementptr inbounds i8, ptr %40, i64 -1
  %49 = load i8, ptr %48, align 1, !tbaa !18
  %50 = icmp eq i8 %49, 5
  br i1 %50, label %51, label %99

51:                                               ; preds = %47, %97
  %52 = phi i64 [ %98, %97 ], [ 7, %47 ]
  %53 = sub nsw i64 0, %52
  %54 = getelementptr inbounds i8, ptr %40, i64 %53
  %55 = load i8, ptr %54, align 1, !tbaa !18
  %56 = icmp eq i8 %55, -72
  br i1 %56, label %57, label %76

57:                                               ; preds = %51
  %58 = getelementptr inbounds i8, ptr %54, i64 3
  %59 = load i8, ptr %58, align 1, !tbaa !18
  %60 = zext i8 %59 to i32
  %61 = shl nuw nsw i32 %60, 16
  %62 = getelementptr inbounds i8, ptr %54, i64 1
  %63 = load i16, ptr %62, align 1
  %64 = zext i16 %63 to i32
  %65 = or disjoint i32 %61, %64
  %66 = getelementptr inbounds i8, ptr %54, i64 4
  %67 = load i8, ptr %66, align 1, !tbaa !18
  %68 = zext i8 %67 to i32
  %69 = shl nuw i32 %68, 24
  %70 = or disjoint i32 %65, %69
  switch i32 %70, label %76 [
    i32 7, label %71
    i32 23, label %71
    i32 34, label %71
    i32 35, label %71
    i32 65, label %71
    i32 128, label %71
    i32 130, label %71
    i32 202, label %71
    i32 208, label %71
    i32 220, label %71
    i32 230, label %71
    i32 232, label %71
    i32 270, label %71
    i32 271, label %71
    i32 281, label %71
    i32 333, label %71
    i32 441, label %71
    i32 449, label %71
  ]

71:                                               ; preds = %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %83, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57, %57
  %72 = phi i32 [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %70, %57 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ], [ %96, %83 ]
  %73 = zext nneg i32 %72 to i64
  store i64 %73, ptr %36, align 8, !tbaa !11
  %74 = load i64, ptr %38, align 8, !tbaa !11
  %75 = add i64 %74, -2
  store i64 %75, ptr %38, align 8, !tbaa !11
  br label %99

76:                                               ; preds = %51, %57
  %77 = icmp eq i64 %52, 31
  br i1 %77, label %99, label %78, !llvm.loop !19

78:                                               ; preds = %76
  %79 = xor i64 %52, -1
  %80 = getelementptr inbounds i8, ptr %40, i64 %79
  %81 = load i8, ptr %80, align 1, !tbaa !18
  %82 = icmp eq i8 %81, -72
  br i1 %82, label %83, label %97

83:                                               ; preds = %78
  %84 = getelementptr inbounds i8, ptr %80, i64 3
  %85 = load i8, ptr %84, align 1, !tbaa !18
  %86 = zext i8 %85 to i32
  %87 = shl nuw nsw i32 %86, 16
  %88 = getelementptr inbounds i8, ptr %80, i64 1
  %89 = load i16, ptr %88, align 1
  %90 = zext i16 %89 to i32
  %91 = or disjoint i32 %87, %90
  %92 = getelementptr inbounds i8, ptr %80, i64 4
  %93 = load i8, ptr %92, align 1, !tbaa !18
  %94 = zext i8 %93 to i32
  %95 = shl nuw i32 %94, 24
  %96 = or disjoint i32 %91, %95
  switch i32 %96, label %97 [
    i32 7, label %71
    i32 23, label %71
    i32 34, label %71
    i32 35, label %71
    i32 65, label %71
    i32 128, label %71
    i32 130, label %71
    i32 202, label %71
    i32 208, label %71
    i32 220, label %71
    i32 230, label %71
    i32 232, label %71
    i32 270, label %71
    i32 271, label %71
    i32 281, label %71
    i32 333, label %71
    i32 441, label %71
    i32 449, label %71
  ]

97:                                               ; preds = %83, %78
  %98 = add nuw nsw i64 %52, 2
  br label %51

99:                                               ; preds = %76, %71, %32, %43, %47
  %100 = add i64 %34, 160
  %101 = inttoptr i64 %100 to ptr
  %102 = load i64, ptr %101, align 8, !tbaa !11
  %103 = getelementptr inbounds i8, ptr %25, i64 16
  store i64 %102, ptr %103, align 8, !tbaa !21
  %104 = call ptr @llvm.frameaddress.p0(i32 0)
  %105 = ptrtoint ptr %104 to i64
  %106 = add i64 %105, -512
  %107 = getelementptr inbounds i8, ptr %25, i64 24
  store i64 %106, ptr %107, align 8, !tbaa !22
  %108 = call i64 asm sideeffect "movq %fs:($1),$0", "=r,r,~{dirflag},~{fpsr},~{flags}"(i64 0) #3, !srcloc !23
  %109 = getelementptr inbounds i8, ptr %25, i64 32
  store i64 %108, ptr %109, align 8, !tbaa !24
  store i64 4, ptr %33, align 8, !tbaa !17
  %110 = atomicrmw volatile add ptr @arrived, i32 1 seq_cst, align 4
  %111 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @arrived to i64), i64 129, i64 1, i64 0, i64 0, i64 0) #3, !srcloc !10
  %112 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %113 = icmp eq i32 %112, %6
  br i1 %113, label %114, label %120

114:                                              ; preds = %99
  %115 = zext i32 %6 to i64
  br label %116

116:                                              ; preds = %114, %116
  %117 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @stop to i64), i64 128, i64 %115, i64 0, i64 0, i64 0) #3, !srcloc !10
  %118 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %119 = icmp eq i32 %118, %6
  br i1 %119, label %116, label %120, !llvm.loop !25

120:                                              ; preds = %116, %99
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %5, i8 0, i64 16, i1 false)
  %121 = ptrtoint ptr %5 to i64
  %122 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 3, i64 %121, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %123 = load i64, ptr %5, align 16, !tbaa !11
  %124 = getelementptr inbounds i8, ptr %5, i64 8
  %125 = load i64, ptr %124, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #3
  %126 = sub i64 %123, %14
  %127 = mul i64 %126, 1000000000
  %128 = sub i64 %125, %16
  %129 = add i64 %128, %127
  %130 = getelementptr inbounds i8, ptr %25, i64 64
  store i64 %129, ptr %130, align 8, !tbaa !26
  %131 = atomicrmw volatile add ptr @left, i32 1 seq_cst, align 4
  %132 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @left to i64), i64 129, i64 1, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %136

133:                                              ; preds = %28, %23
  %134 = add nuw i64 %24, 1
  %135 = icmp eq i64 %134, %19
  br i1 %135, label %136, label %23, !llvm.loop !27

136:                                              ; preds = %133, %11, %120, %3
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(none)
declare ptr @llvm.frameaddress.p0(i32 immarg) #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: nounwind
define dso_local noundef i64 @rejit_search(ptr noundef %0) local_unnamed_addr #0 {
  %2 = ptrtoint ptr %0 to i64
  %3 = alloca [2 x i64], align 16
  %4 = alloca [2 x i64], align 16
  %5 = alloca [2 x i64], align 16
  %6 = alloca %struct.sight, align 8
  %7 = alloca [4 x i64], align 16
  %8 = alloca [2 x i64], align 16
  %9 = alloca [2 x i64], align 16
  %10 = alloca i64, align 8
  %11 = alloca i64, align 8
  %12 = alloca [2 x i64], align 16
  %13 = alloca [2 x i64], align 16
  %14 = alloca [2 x i64], align 16
  %15 = alloca %struct.sight, align 8
  %16 = alloca [2 x i64], align 16
  %17 = alloca [2 x i64], align 16
  tail call void @llvm.eh.unwind.init()
  %18 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 186, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %19 = tail call i64 asm sideeffect "movq %fs:($1),$0", "=r,r,~{dirflag},~{fpsr},~{flags}"(i64 0) #3, !srcloc !23
  %20 = getelementptr inbounds i8, ptr %0, i64 112
  store i64 0, ptr %20, align 8, !tbaa !28
  %21 = getelementptr inbounds i8, ptr %0, i64 104
  store i64 0, ptr %21, align 8, !tbaa !29
  %22 = getelementptr inbounds i8, ptr %0, i64 96
  store i64 0, ptr %22, align 8, !tbaa !30
  %23 = getelementptr inbounds i8, ptr %0, i64 16
  store i64 0, ptr %23, align 8, !tbaa !31
  %24 = getelementptr inbounds i8, ptr %0, i64 8
  store i64 0, ptr %24, align 8, !tbaa !32
  %25 = tail call i64 asm sideeffect "movq %fs:($1),$0", "=r,r,~{dirflag},~{fpsr},~{flags}"(i64 48) #3, !srcloc !23
  %26 = getelementptr inbounds i8, ptr %0, i64 136
  store i64 %25, ptr %26, align 8, !tbaa !33
  %27 = getelementptr inbounds i8, ptr %0, i64 144
  store i64 0, ptr %27, align 8, !tbaa !34
  %28 = trunc i64 %18 to i32
  br label %29

29:                                               ; preds = %55, %1
  %30 = phi i64 [ 64, %1 ], [ %56, %55 ]
  %31 = add i64 %30, %19
  %32 = inttoptr i64 %31 to ptr
  %33 = load i32, ptr %32, align 4, !tbaa !4
  %34 = icmp eq i32 %33, %28
  br i1 %34, label %35, label %37

35:                                               ; preds = %49, %43, %37, %29
  %36 = phi i64 [ %30, %29 ], [ %38, %37 ], [ %44, %43 ], [ %50, %49 ]
  store i64 %36, ptr %27, align 8, !tbaa !34
  br label %58

37:                                               ; preds = %29
  %38 = or disjoint i64 %30, 4
  %39 = add i64 %38, %19
  %40 = inttoptr i64 %39 to ptr
  %41 = load i32, ptr %40, align 4, !tbaa !4
  %42 = icmp eq i32 %41, %28
  br i1 %42, label %35, label %43

43:                                               ; preds = %37
  %44 = or disjoint i64 %30, 8
  %45 = add i64 %44, %19
  %46 = inttoptr i64 %45 to ptr
  %47 = load i32, ptr %46, align 4, !tbaa !4
  %48 = icmp eq i32 %47, %28
  br i1 %48, label %35, label %49

49:                                               ; preds = %43
  %50 = or disjoint i64 %30, 12
  %51 = add i64 %50, %19
  %52 = inttoptr i64 %51 to ptr
  %53 = load i32, ptr %52, align 4, !tbaa !4
  %54 = icmp eq i32 %53, %28
  br i1 %54, label %35, label %55

55:                                               ; preds = %49
  %56 = add nuw nsw i64 %30, 16
  %57 = icmp ult i64 %50, 2044
  br i1 %57, label %29, label %58, !llvm.loop !35

58:                                               ; preds = %55, %35
  %59 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %60 = icmp eq i32 %59, 0
  br i1 %60, label %61, label %65

61:                                               ; preds = %58
  %62 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %63 = load volatile i32, ptr @left, align 4, !tbaa !4
  %64 = icmp eq i32 %62, %63
  br i1 %64, label %66, label %65

65:                                               ; preds = %61, %58
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 4, ptr %24, align 8, !tbaa !32
  br label %955

66:                                               ; preds = %61
  %67 = tail call fastcc i64 @list_threads(ptr noundef %0, i32 noundef 0) #7
  %68 = icmp slt i64 %67, 0
  br i1 %68, label %69, label %70

69:                                               ; preds = %66
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 2, ptr %24, align 8, !tbaa !32
  br label %245

70:                                               ; preds = %66
  %71 = icmp ugt i64 %67, 1024
  br i1 %71, label %72, label %73

72:                                               ; preds = %70
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 1, ptr %24, align 8, !tbaa !32
  br label %245

73:                                               ; preds = %70
  %74 = getelementptr inbounds i8, ptr %0, i64 120
  store i64 %67, ptr %74, align 8, !tbaa !13
  %75 = icmp eq i64 %67, 0
  br i1 %75, label %175, label %76

76:                                               ; preds = %73
  %77 = getelementptr inbounds i8, ptr %0, i64 152
  %78 = getelementptr inbounds i8, ptr %15, i64 24
  %79 = getelementptr inbounds i8, ptr %15, i64 8
  %80 = getelementptr inbounds i8, ptr %15, i64 16
  %81 = getelementptr inbounds i8, ptr %15, i64 40
  %82 = getelementptr inbounds i8, ptr %15, i64 48
  %83 = getelementptr inbounds i8, ptr %0, i64 80
  %84 = getelementptr inbounds i8, ptr %15, i64 32
  %85 = getelementptr inbounds i8, ptr %0, i64 32
  %86 = getelementptr inbounds i8, ptr %0, i64 24
  %87 = getelementptr inbounds i8, ptr %0, i64 72
  %88 = getelementptr inbounds i8, ptr %15, i64 56
  br label %89

89:                                               ; preds = %171, %76
  %90 = phi i64 [ 0, %76 ], [ %172, %171 ]
  %91 = phi i64 [ 0, %76 ], [ %173, %171 ]
  %92 = getelementptr inbounds [1024 x %struct.thread], ptr %77, i64 0, i64 %91
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %15) #3
  %93 = load i64, ptr %92, align 8, !tbaa !15
  %94 = icmp eq i64 %93, %18
  br i1 %94, label %95, label %97

95:                                               ; preds = %89
  %96 = getelementptr inbounds i8, ptr %92, i64 8
  store i64 6, ptr %96, align 8, !tbaa !17
  br label %171

97:                                               ; preds = %89
  %98 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %93, ptr noundef nonnull %15) #7
  %99 = icmp slt i32 %98, 0
  br i1 %99, label %168, label %100

100:                                              ; preds = %97
  %101 = load i64, ptr %78, align 8, !tbaa !36
  %102 = getelementptr inbounds i8, ptr %92, i64 16
  store i64 %101, ptr %102, align 8, !tbaa !21
  %103 = load i64, ptr %79, align 8
  %104 = getelementptr inbounds i8, ptr %92, i64 40
  store i64 %103, ptr %104, align 8, !tbaa !38
  %105 = load i64, ptr %80, align 8, !tbaa !39
  %106 = getelementptr inbounds i8, ptr %92, i64 48
  store i64 %105, ptr %106, align 8, !tbaa !40
  %107 = load i64, ptr %81, align 8, !tbaa !41
  %108 = getelementptr inbounds i8, ptr %92, i64 56
  store i64 %107, ptr %108, align 8, !tbaa !42
  %109 = load i64, ptr %82, align 8, !tbaa !43
  %110 = icmp eq i64 %109, 0
  br i1 %110, label %113, label %111

111:                                              ; preds = %100
  %112 = getelementptr inbounds i8, ptr %92, i64 8
  store i64 5, ptr %112, align 8, !tbaa !17
  br label %171

113:                                              ; preds = %100
  %114 = load i64, ptr %15, align 8, !tbaa !44
  %115 = icmp eq i64 %114, 0
  br i1 %115, label %162, label %116

116:                                              ; preds = %113
  %117 = load i64, ptr %83, align 8, !tbaa !45
  %118 = icmp ne i64 %117, 0
  %119 = icmp eq i64 %103, 202
  %120 = select i1 %118, i1 %119, i1 false
  %121 = sub i64 %105, %117
  %122 = freeze i64 %121
  %123 = add i64 %122, 256
  %124 = icmp ult i64 %123, 512
  %125 = and i1 %120, %124
  %126 = select i1 %125, i64 2, i64 1
  %127 = getelementptr inbounds i8, ptr %92, i64 8
  store i64 %126, ptr %127, align 8, !tbaa !17
  %128 = load i64, ptr %84, align 8, !tbaa !46
  %129 = load i64, ptr %85, align 8, !tbaa !47
  %130 = inttoptr i64 %129 to ptr
  %131 = load i64, ptr %86, align 8, !tbaa !48
  %132 = icmp eq i64 %131, 0
  br i1 %132, label %145, label %133

133:                                              ; preds = %116, %133
  %134 = phi i64 [ %143, %133 ], [ 0, %116 ]
  %135 = phi i64 [ %142, %133 ], [ %131, %116 ]
  %136 = add i64 %135, %134
  %137 = lshr i64 %136, 1
  %138 = getelementptr inbounds %struct.range, ptr %130, i64 %137, i32 1
  %139 = load i64, ptr %138, align 8, !tbaa !49
  %140 = icmp ugt i64 %139, %128
  %141 = add nuw i64 %137, 1
  %142 = select i1 %140, i64 %137, i64 %135
  %143 = select i1 %140, i64 %134, i64 %141
  %144 = icmp ult i64 %143, %142
  br i1 %144, label %133, label %145, !llvm.loop !51

145:                                              ; preds = %133, %116
  %146 = phi i64 [ 0, %116 ], [ %143, %133 ]
  %147 = icmp eq i64 %146, %131
  br i1 %147, label %171, label %148

148:                                              ; preds = %145
  %149 = getelementptr inbounds %struct.range, ptr %130, i64 %146
  %150 = load i64, ptr %149, align 8, !tbaa !52
  %151 = icmp ugt i64 %150, %128
  br i1 %151, label %171, label %152

152:                                              ; preds = %148
  %153 = load i64, ptr %87, align 8, !tbaa !53
  %154 = inttoptr i64 %153 to ptr
  %155 = getelementptr inbounds i8, ptr %149, i64 16
  %156 = load i64, ptr %155, align 8, !tbaa !54
  %157 = getelementptr inbounds i64, ptr %154, i64 %156
  %158 = load i64, ptr %157, align 8, !tbaa !11
  %159 = icmp eq i64 %158, 0
  br i1 %159, label %160, label %171

160:                                              ; preds = %152
  %161 = or i64 %101, -9223372036854775808
  store i64 %161, ptr %157, align 8, !tbaa !11
  br label %171

162:                                              ; preds = %113
  %163 = load i64, ptr %88, align 8, !tbaa !55
  %164 = icmp eq i64 %163, 0
  br i1 %164, label %165, label %168

165:                                              ; preds = %162
  %166 = getelementptr inbounds i8, ptr %92, i64 8
  store i64 3, ptr %166, align 8, !tbaa !17
  %167 = add i64 %90, 1
  br label %171

168:                                              ; preds = %162, %97
  %169 = phi i64 [ 2, %97 ], [ 3, %162 ]
  %170 = load i64, ptr %92, align 8, !tbaa !15
  store i64 %170, ptr %23, align 8, !tbaa !31
  store i64 %169, ptr %24, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %15) #3
  br label %245

171:                                              ; preds = %165, %160, %152, %148, %145, %111, %95
  %172 = phi i64 [ %90, %160 ], [ %90, %152 ], [ %90, %148 ], [ %90, %145 ], [ %167, %165 ], [ %90, %111 ], [ %90, %95 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %15) #3
  %173 = add nuw nsw i64 %91, 1
  %174 = icmp eq i64 %173, %67
  br i1 %174, label %175, label %89, !llvm.loop !56

175:                                              ; preds = %171, %73
  %176 = phi i64 [ 0, %73 ], [ %172, %171 ]
  %177 = load i64, ptr %0, align 8, !tbaa !57
  %178 = icmp eq i64 %177, 1
  br i1 %178, label %955, label %179

179:                                              ; preds = %175
  store i64 %176, ptr %22, align 8, !tbaa !30
  store volatile i32 0, ptr @left, align 4, !tbaa !4
  store volatile i32 0, ptr @arrived, align 4, !tbaa !4
  store volatile ptr %0, ptr @current, align 8, !tbaa !8
  %180 = load i32, ptr @stop_threads.epoch, align 4
  %181 = add i32 %180, 1
  %182 = tail call i32 @llvm.umax.i32(i32 %181, i32 1)
  store i32 %182, ptr @stop_threads.epoch, align 4, !tbaa !4
  store atomic volatile i32 %182, ptr @stop seq_cst, align 4
  %183 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br i1 %75, label %188, label %184

184:                                              ; preds = %179
  %185 = getelementptr inbounds i8, ptr %0, i64 152
  %186 = getelementptr inbounds i8, ptr %0, i64 88
  %187 = tail call i64 @llvm.smax.i64(i64 %67, i64 1)
  br label %221

188:                                              ; preds = %231, %179
  %189 = trunc i64 %176 to i32
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %12) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %12, i8 0, i64 16, i1 false)
  %190 = ptrtoint ptr %12 to i64
  %191 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %190, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %192 = load i64, ptr %12, align 16, !tbaa !11
  %193 = mul i64 %192, 1000000000
  %194 = getelementptr inbounds i8, ptr %12, i64 8
  %195 = load i64, ptr %194, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %12) #3
  %196 = add i64 %195, 200000000
  %197 = add i64 %196, %193
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %14) #3
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %14, ptr noundef nonnull align 16 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %198 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %199 = icmp ult i32 %198, %189
  br i1 %199, label %200, label %217

200:                                              ; preds = %188
  %201 = ptrtoint ptr %13 to i64
  %202 = getelementptr inbounds i8, ptr %13, i64 8
  %203 = ptrtoint ptr %14 to i64
  br label %204

204:                                              ; preds = %212, %200
  %205 = phi i32 [ %198, %200 ], [ %215, %212 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %13) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %13, i8 0, i64 16, i1 false)
  %206 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %201, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %207 = load i64, ptr %13, align 16, !tbaa !11
  %208 = mul i64 %207, 1000000000
  %209 = load i64, ptr %202, align 8, !tbaa !11
  %210 = add i64 %208, %209
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %13) #3
  %211 = icmp ult i64 %210, %197
  br i1 %211, label %212, label %217

212:                                              ; preds = %204
  %213 = zext i32 %205 to i64
  %214 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @arrived to i64), i64 128, i64 %213, i64 %203, i64 0, i64 0) #3, !srcloc !10
  %215 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %216 = icmp ult i32 %215, %189
  br i1 %216, label %204, label %217, !llvm.loop !58

217:                                              ; preds = %212, %204, %188
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %14) #3
  br i1 %75, label %245, label %218

218:                                              ; preds = %217
  %219 = getelementptr inbounds i8, ptr %0, i64 152
  %220 = call i64 @llvm.smax.i64(i64 %67, i64 1)
  br label %237

221:                                              ; preds = %231, %184
  %222 = phi i64 [ 0, %184 ], [ %232, %231 ]
  %223 = getelementptr inbounds [1024 x %struct.thread], ptr %185, i64 0, i64 %222
  %224 = getelementptr inbounds i8, ptr %223, i64 8
  %225 = load i64, ptr %224, align 8, !tbaa !17
  %226 = icmp eq i64 %225, 3
  br i1 %226, label %227, label %231

227:                                              ; preds = %221
  %228 = load i64, ptr %223, align 8, !tbaa !15
  %229 = load i64, ptr %186, align 8, !tbaa !59
  %230 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 234, i64 %183, i64 %228, i64 %229, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %231

231:                                              ; preds = %227, %221
  %232 = add nuw nsw i64 %222, 1
  %233 = icmp eq i64 %232, %187
  br i1 %233, label %188, label %221, !llvm.loop !60

234:                                              ; preds = %237
  %235 = add nuw nsw i64 %238, 1
  %236 = icmp eq i64 %235, %220
  br i1 %236, label %245, label %237, !llvm.loop !61

237:                                              ; preds = %234, %218
  %238 = phi i64 [ 0, %218 ], [ %235, %234 ]
  %239 = getelementptr inbounds [1024 x %struct.thread], ptr %219, i64 0, i64 %238
  %240 = getelementptr inbounds i8, ptr %239, i64 8
  %241 = load i64, ptr %240, align 8, !tbaa !17
  %242 = icmp eq i64 %241, 3
  br i1 %242, label %243, label %234

243:                                              ; preds = %237
  %244 = load i64, ptr %239, align 8, !tbaa !15
  store i64 %244, ptr %23, align 8, !tbaa !31
  store i64 4, ptr %24, align 8, !tbaa !32
  br label %245

245:                                              ; preds = %234, %69, %72, %168, %217, %243
  %246 = phi i64 [ 0, %217 ], [ 4, %243 ], [ %169, %168 ], [ 1, %72 ], [ 2, %69 ], [ 0, %234 ]
  %247 = load i64, ptr %0, align 8, !tbaa !57
  %248 = icmp eq i64 %247, 1
  br i1 %248, label %955, label %249

249:                                              ; preds = %245
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %16) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %16, i8 0, i64 16, i1 false)
  %250 = ptrtoint ptr %16 to i64
  %251 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %250, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %252 = load i64, ptr %16, align 16, !tbaa !11
  %253 = getelementptr inbounds i8, ptr %16, i64 8
  %254 = load i64, ptr %253, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %16) #3
  %255 = icmp eq i64 %246, 0
  br i1 %255, label %256, label %914

256:                                              ; preds = %249
  %257 = getelementptr inbounds i8, ptr %0, i64 120
  %258 = load i64, ptr %257, align 8, !tbaa !13
  %259 = icmp eq i64 %258, 0
  br i1 %259, label %280, label %260

260:                                              ; preds = %256
  %261 = getelementptr inbounds i8, ptr %0, i64 152
  %262 = and i64 %258, 1
  %263 = icmp eq i64 %258, 1
  br i1 %263, label %266, label %264

264:                                              ; preds = %260
  %265 = and i64 %258, -2
  br label %885

266:                                              ; preds = %910, %260
  %267 = phi i64 [ 0, %260 ], [ %911, %910 ]
  %268 = icmp eq i64 %262, 0
  br i1 %268, label %280, label %269

269:                                              ; preds = %266
  %270 = getelementptr inbounds [1024 x %struct.thread], ptr %261, i64 0, i64 %267
  %271 = getelementptr inbounds i8, ptr %270, i64 8
  %272 = load i64, ptr %271, align 8, !tbaa !17
  %273 = icmp eq i64 %272, 6
  br i1 %273, label %274, label %280

274:                                              ; preds = %269
  %275 = call ptr @llvm.frameaddress.p0(i32 0)
  %276 = ptrtoint ptr %275 to i64
  %277 = add i64 %276, -512
  %278 = getelementptr inbounds i8, ptr %270, i64 24
  store i64 %277, ptr %278, align 8, !tbaa !22
  %279 = getelementptr inbounds i8, ptr %270, i64 16
  store i64 %277, ptr %279, align 8, !tbaa !21
  br label %280

280:                                              ; preds = %266, %274, %269, %256
  %281 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str.9 to i64), i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %282 = icmp slt i64 %281, 0
  br i1 %282, label %498, label %283

283:                                              ; preds = %280
  %284 = getelementptr inbounds i8, ptr %0, i64 2171032
  %285 = ptrtoint ptr %284 to i64
  %286 = getelementptr inbounds i8, ptr %0, i64 73880
  %287 = add i64 %2, 2171031
  br label %288

288:                                              ; preds = %464, %283
  %289 = phi i64 [ %303, %464 ], [ 0, %283 ]
  %290 = phi i64 [ %304, %464 ], [ 0, %283 ]
  %291 = phi i64 [ %305, %464 ], [ 0, %283 ]
  %292 = phi i64 [ %306, %464 ], [ 0, %283 ]
  %293 = phi i64 [ %442, %464 ], [ 0, %283 ]
  %294 = add i64 %293, %285
  %295 = sub nsw i64 16383, %293
  %296 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 0, i64 %281, i64 %294, i64 %295, i64 0, i64 0, i64 0) #3, !srcloc !10
  %297 = icmp sgt i64 %296, 0
  br i1 %297, label %298, label %487

298:                                              ; preds = %288
  %299 = getelementptr inbounds i8, ptr %284, i64 %293
  %300 = getelementptr inbounds i8, ptr %299, i64 %296
  store i8 0, ptr %300, align 1, !tbaa !18
  br label %301

301:                                              ; preds = %437, %298
  %302 = phi ptr [ %284, %298 ], [ %439, %437 ]
  %303 = phi i64 [ %289, %298 ], [ %425, %437 ]
  %304 = phi i64 [ %290, %298 ], [ %341, %437 ]
  %305 = phi i64 [ %291, %298 ], [ %438, %437 ]
  %306 = phi i64 [ %292, %298 ], [ %426, %437 ]
  %307 = ptrtoint ptr %302 to i64
  %308 = icmp ult ptr %302, %300
  br i1 %308, label %309, label %319

309:                                              ; preds = %301, %313
  %310 = phi ptr [ %314, %313 ], [ %302, %301 ]
  %311 = load i8, ptr %310, align 1, !tbaa !18
  %312 = icmp eq i8 %311, 10
  br i1 %312, label %316, label %313

313:                                              ; preds = %309
  %314 = getelementptr inbounds i8, ptr %310, i64 1
  %315 = icmp ult ptr %314, %300
  br i1 %315, label %309, label %316, !llvm.loop !62

316:                                              ; preds = %313, %309
  %317 = phi ptr [ %310, %309 ], [ %314, %313 ]
  %318 = ptrtoint ptr %317 to i64
  br label %319

319:                                              ; preds = %316, %301
  %320 = phi i64 [ %318, %316 ], [ %307, %301 ]
  %321 = phi ptr [ %317, %316 ], [ %302, %301 ]
  %322 = icmp eq ptr %321, %300
  br i1 %322, label %440, label %323

323:                                              ; preds = %319, %332
  %324 = phi i64 [ %338, %332 ], [ 0, %319 ]
  %325 = phi ptr [ %339, %332 ], [ %302, %319 ]
  %326 = load i8, ptr %325, align 1, !tbaa !18
  %327 = add i8 %326, -58
  %328 = icmp ult i8 %327, -10
  br i1 %328, label %329, label %332

329:                                              ; preds = %323
  %330 = add i8 %326, -97
  %331 = icmp ult i8 %330, 6
  br i1 %331, label %332, label %340

332:                                              ; preds = %329, %323
  %333 = phi i64 [ 4294967248, %323 ], [ 4294967209, %329 ]
  %334 = zext nneg i8 %326 to i64
  %335 = add nuw nsw i64 %333, %334
  %336 = shl i64 %324, 4
  %337 = and i64 %335, 4294967295
  %338 = add nuw i64 %337, %336
  %339 = getelementptr inbounds i8, ptr %325, i64 1
  br label %323

340:                                              ; preds = %329, %350
  %341 = phi i64 [ %356, %350 ], [ 0, %329 ]
  %342 = phi ptr [ %343, %350 ], [ %325, %329 ]
  %343 = getelementptr inbounds i8, ptr %342, i64 1
  %344 = load i8, ptr %343, align 1, !tbaa !18
  %345 = add i8 %344, -58
  %346 = icmp ult i8 %345, -10
  br i1 %346, label %347, label %350

347:                                              ; preds = %340
  %348 = add i8 %344, -97
  %349 = icmp ult i8 %348, 6
  br i1 %349, label %350, label %357

350:                                              ; preds = %347, %340
  %351 = phi i64 [ 4294967248, %340 ], [ 4294967209, %347 ]
  %352 = zext nneg i8 %344 to i64
  %353 = add nuw nsw i64 %351, %352
  %354 = shl i64 %341, 4
  %355 = and i64 %353, 4294967295
  %356 = add nuw i64 %355, %354
  br label %340

357:                                              ; preds = %347
  %358 = getelementptr inbounds i8, ptr %342, i64 2
  %359 = icmp ult ptr %358, %321
  br i1 %359, label %360, label %369

360:                                              ; preds = %357
  %361 = sub i64 %320, %307
  %362 = getelementptr i8, ptr %302, i64 %361
  br label %363

363:                                              ; preds = %366, %360
  %364 = phi ptr [ %367, %366 ], [ %358, %360 ]
  %365 = load i8, ptr %364, align 1, !tbaa !18
  switch i8 %365, label %366 [
    i8 47, label %369
    i8 91, label %369
  ]

366:                                              ; preds = %363
  %367 = getelementptr inbounds i8, ptr %364, i64 1
  %368 = icmp ult ptr %367, %321
  br i1 %368, label %363, label %369, !llvm.loop !63

369:                                              ; preds = %366, %363, %363, %357
  %370 = phi ptr [ %358, %357 ], [ %364, %363 ], [ %364, %363 ], [ %362, %366 ]
  %371 = getelementptr inbounds i8, ptr %342, i64 5
  %372 = load i8, ptr %371, align 1, !tbaa !18
  %373 = icmp eq i8 %372, 115
  br i1 %373, label %374, label %388

374:                                              ; preds = %369
  %375 = load i8, ptr %370, align 1, !tbaa !18
  %376 = icmp eq i8 %375, 47
  br i1 %376, label %377, label %385

377:                                              ; preds = %374
  %378 = getelementptr inbounds i8, ptr %370, i64 1
  %379 = load i8, ptr %378, align 1, !tbaa !18
  %380 = icmp eq i8 %379, 100
  br i1 %380, label %381, label %385

381:                                              ; preds = %377
  %382 = getelementptr inbounds i8, ptr %370, i64 5
  %383 = load i8, ptr %382, align 1, !tbaa !18
  %384 = icmp eq i8 %383, 122
  br label %385

385:                                              ; preds = %381, %377, %374
  %386 = phi i1 [ false, %377 ], [ false, %374 ], [ %384, %381 ]
  %387 = xor i1 %386, true
  br label %388

388:                                              ; preds = %385, %369
  %389 = phi i1 [ false, %369 ], [ %387, %385 ]
  %390 = getelementptr inbounds i8, ptr %342, i64 3
  %391 = load i8, ptr %390, align 1, !tbaa !18
  %392 = icmp ne i8 %391, 119
  %393 = select i1 %392, i1 true, i1 %389
  br i1 %393, label %424, label %394

394:                                              ; preds = %388
  %395 = icmp eq i64 %306, 65536
  br i1 %395, label %396, label %398

396:                                              ; preds = %394
  %397 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %281, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %498

398:                                              ; preds = %394
  %399 = load i8, ptr %370, align 1, !tbaa !18
  %400 = icmp eq i8 %399, 91
  br i1 %400, label %401, label %409

401:                                              ; preds = %398
  %402 = getelementptr inbounds i8, ptr %370, i64 1
  %403 = load i8, ptr %402, align 1, !tbaa !18
  %404 = icmp eq i8 %403, 115
  br i1 %404, label %405, label %409

405:                                              ; preds = %401
  %406 = getelementptr inbounds i8, ptr %370, i64 2
  %407 = load i8, ptr %406, align 1, !tbaa !18
  %408 = icmp eq i8 %407, 116
  br label %409

409:                                              ; preds = %405, %401, %398
  %410 = phi i1 [ false, %401 ], [ false, %398 ], [ %408, %405 ]
  %411 = zext i1 %410 to i64
  %412 = icmp ne i64 %305, 0
  %413 = icmp eq i64 %304, %324
  %414 = select i1 %412, i1 %413, i1 false
  %415 = or disjoint i64 %411, 2
  %416 = select i1 %414, i64 %415, i64 %411
  %417 = add i64 %306, 1
  %418 = getelementptr inbounds [65536 x %struct.mapping], ptr %286, i64 0, i64 %306
  store i64 %324, ptr %418, align 8, !tbaa !11
  %419 = getelementptr inbounds i8, ptr %418, i64 8
  store i64 %341, ptr %419, align 8, !tbaa !11
  %420 = getelementptr inbounds i8, ptr %418, i64 16
  store i64 %416, ptr %420, align 8, !tbaa !11
  %421 = getelementptr inbounds i8, ptr %418, i64 24
  store i64 %305, ptr %421, align 8, !tbaa !11
  %422 = sub i64 %303, %324
  %423 = add i64 %422, %341
  br label %424

424:                                              ; preds = %409, %388
  %425 = phi i64 [ %303, %388 ], [ %423, %409 ]
  %426 = phi i64 [ %306, %388 ], [ %417, %409 ]
  %427 = load i8, ptr %358, align 1, !tbaa !18
  %428 = icmp eq i8 %427, 45
  br i1 %428, label %429, label %437

429:                                              ; preds = %424
  %430 = load i8, ptr %390, align 1, !tbaa !18
  %431 = icmp eq i8 %430, 45
  br i1 %431, label %432, label %437

432:                                              ; preds = %429
  %433 = getelementptr inbounds i8, ptr %342, i64 4
  %434 = load i8, ptr %433, align 1, !tbaa !18
  %435 = icmp eq i8 %434, 45
  %436 = select i1 %435, i64 %324, i64 0
  br label %437

437:                                              ; preds = %432, %429, %424
  %438 = phi i64 [ 0, %429 ], [ 0, %424 ], [ %436, %432 ]
  %439 = getelementptr inbounds i8, ptr %321, i64 1
  br label %301

440:                                              ; preds = %319
  %441 = ptrtoint ptr %300 to i64
  %442 = sub i64 %441, %307
  %443 = icmp sgt i64 %442, 0
  br i1 %443, label %444, label %464

444:                                              ; preds = %440
  %445 = add i64 %287, %296
  %446 = add i64 %445, %293
  %447 = sub i64 %446, %307
  %448 = and i64 %442, 3
  %449 = icmp ult i64 %447, 3
  br i1 %449, label %452, label %450

450:                                              ; preds = %444
  %451 = and i64 %442, 9223372036854775804
  br label %466

452:                                              ; preds = %466, %444
  %453 = phi i64 [ 0, %444 ], [ %484, %466 ]
  %454 = icmp eq i64 %448, 0
  br i1 %454, label %464, label %455

455:                                              ; preds = %452, %455
  %456 = phi i64 [ %461, %455 ], [ %453, %452 ]
  %457 = phi i64 [ %462, %455 ], [ 0, %452 ]
  %458 = getelementptr inbounds i8, ptr %302, i64 %456
  %459 = load i8, ptr %458, align 1, !tbaa !18
  %460 = getelementptr inbounds [16384 x i8], ptr %284, i64 0, i64 %456
  store i8 %459, ptr %460, align 1, !tbaa !18
  %461 = add nuw nsw i64 %456, 1
  %462 = add i64 %457, 1
  %463 = icmp eq i64 %462, %448
  br i1 %463, label %464, label %455, !llvm.loop !64

464:                                              ; preds = %452, %455, %440
  %465 = icmp sgt i64 %442, 16382
  br i1 %465, label %487, label %288

466:                                              ; preds = %466, %450
  %467 = phi i64 [ 0, %450 ], [ %484, %466 ]
  %468 = phi i64 [ 0, %450 ], [ %485, %466 ]
  %469 = getelementptr inbounds i8, ptr %302, i64 %467
  %470 = load i8, ptr %469, align 1, !tbaa !18
  %471 = getelementptr inbounds [16384 x i8], ptr %284, i64 0, i64 %467
  store i8 %470, ptr %471, align 1, !tbaa !18
  %472 = or disjoint i64 %467, 1
  %473 = getelementptr inbounds i8, ptr %302, i64 %472
  %474 = load i8, ptr %473, align 1, !tbaa !18
  %475 = getelementptr inbounds [16384 x i8], ptr %284, i64 0, i64 %472
  store i8 %474, ptr %475, align 1, !tbaa !18
  %476 = or disjoint i64 %467, 2
  %477 = getelementptr inbounds i8, ptr %302, i64 %476
  %478 = load i8, ptr %477, align 1, !tbaa !18
  %479 = getelementptr inbounds [16384 x i8], ptr %284, i64 0, i64 %476
  store i8 %478, ptr %479, align 1, !tbaa !18
  %480 = or disjoint i64 %467, 3
  %481 = getelementptr inbounds i8, ptr %302, i64 %480
  %482 = load i8, ptr %481, align 1, !tbaa !18
  %483 = getelementptr inbounds [16384 x i8], ptr %284, i64 0, i64 %480
  store i8 %482, ptr %483, align 1, !tbaa !18
  %484 = add nuw nsw i64 %467, 4
  %485 = add i64 %468, 4
  %486 = icmp eq i64 %485, %451
  br i1 %486, label %452, label %466, !llvm.loop !66

487:                                              ; preds = %464, %288
  %488 = phi i64 [ %289, %288 ], [ %303, %464 ]
  %489 = phi i64 [ %292, %288 ], [ %306, %464 ]
  %490 = phi i64 [ %293, %288 ], [ %442, %464 ]
  %491 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %281, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %492 = getelementptr inbounds i8, ptr %0, i64 128
  store i64 %489, ptr %492, align 8, !tbaa !67
  %493 = icmp slt i64 %296, 0
  %494 = icmp ne i64 %490, 0
  %495 = or i1 %493, %494
  %496 = icmp slt i64 %488, 0
  %497 = select i1 %495, i1 true, i1 %496
  br i1 %497, label %498, label %499

498:                                              ; preds = %487, %396, %280
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 6, ptr %24, align 8, !tbaa !32
  br label %914

499:                                              ; preds = %487
  %500 = icmp ugt i64 %488, 274877906944
  br i1 %500, label %501, label %502

501:                                              ; preds = %499
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 8, ptr %24, align 8, !tbaa !32
  br label %914

502:                                              ; preds = %499
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %10) #3
  store i64 491327744372, ptr %10, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %11) #3
  store i64 0, ptr %11, align 8, !tbaa !11
  %503 = ptrtoint ptr %11 to i64
  %504 = ptrtoint ptr %10 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %8) #3
  store i64 %503, ptr %8, align 16, !tbaa !11
  %505 = getelementptr inbounds i8, ptr %8, i64 8
  store i64 8, ptr %505, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %9) #3
  store i64 %504, ptr %9, align 16, !tbaa !11
  %506 = getelementptr inbounds i8, ptr %9, i64 8
  store i64 8, ptr %506, align 8, !tbaa !11
  %507 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %508 = ptrtoint ptr %8 to i64
  %509 = ptrtoint ptr %9 to i64
  %510 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %507, i64 %508, i64 1, i64 %509, i64 1, i64 0) #3, !srcloc !10
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %9) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %8) #3
  %511 = icmp eq i64 %510, 8
  br i1 %511, label %512, label %516

512:                                              ; preds = %502
  %513 = load i64, ptr %11, align 8, !tbaa !11
  %514 = load i64, ptr %10, align 8, !tbaa !11
  %515 = icmp eq i64 %513, %514
  br i1 %515, label %517, label %516

516:                                              ; preds = %512, %502
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 7, ptr %24, align 8, !tbaa !32
  br label %883

517:                                              ; preds = %512
  %518 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str.8 to i64), i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %519 = icmp slt i64 %518, 0
  %520 = icmp ugt i64 %488, 4294967296
  %521 = and i1 %520, %519
  br i1 %521, label %531, label %522

522:                                              ; preds = %517
  %523 = load i64, ptr %257, align 8, !tbaa !13
  %524 = icmp eq i64 %523, 0
  br i1 %524, label %532, label %525

525:                                              ; preds = %522
  %526 = getelementptr inbounds i8, ptr %0, i64 152
  %527 = getelementptr inbounds i8, ptr %0, i64 64
  %528 = getelementptr inbounds i8, ptr %0, i64 56
  %529 = getelementptr inbounds i8, ptr %0, i64 72
  %530 = load i64, ptr %528, align 8, !tbaa !68
  br label %539

531:                                              ; preds = %517
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 8, ptr %24, align 8, !tbaa !32
  br label %883

532:                                              ; preds = %615, %522
  %533 = load i64, ptr %492, align 8, !tbaa !67
  %534 = icmp eq i64 %533, 0
  br i1 %534, label %621, label %535

535:                                              ; preds = %532
  %536 = getelementptr inbounds i8, ptr %0, i64 152
  %537 = getelementptr inbounds i8, ptr %0, i64 64
  %538 = getelementptr inbounds i8, ptr %0, i64 56
  br label %677

539:                                              ; preds = %615, %525
  %540 = phi i64 [ %530, %525 ], [ %616, %615 ]
  %541 = phi i64 [ %530, %525 ], [ %617, %615 ]
  %542 = phi i64 [ 0, %525 ], [ %618, %615 ]
  %543 = getelementptr inbounds [1024 x %struct.thread], ptr %526, i64 0, i64 %542
  %544 = getelementptr inbounds i8, ptr %543, i64 16
  %545 = load i64, ptr %544, align 8, !tbaa !21
  %546 = load i64, ptr %527, align 8, !tbaa !69
  %547 = inttoptr i64 %546 to ptr
  %548 = icmp eq i64 %541, 0
  br i1 %548, label %615, label %549

549:                                              ; preds = %539
  %550 = or i64 %545, -9223372036854775808
  br label %551

551:                                              ; preds = %574, %549
  %552 = phi i64 [ %540, %549 ], [ %575, %574 ]
  %553 = phi i64 [ %541, %549 ], [ %576, %574 ]
  %554 = phi i64 [ 0, %549 ], [ %577, %574 ]
  %555 = getelementptr inbounds %struct.block, ptr %547, i64 %554
  %556 = load i64, ptr %555, align 8, !tbaa !70
  %557 = icmp ugt i64 %556, %545
  br i1 %557, label %574, label %558

558:                                              ; preds = %551
  %559 = getelementptr inbounds i8, ptr %555, i64 8
  %560 = load i64, ptr %559, align 8, !tbaa !72
  %561 = icmp ugt i64 %560, %545
  br i1 %561, label %562, label %574

562:                                              ; preds = %558
  %563 = getelementptr inbounds i8, ptr %555, i64 16
  %564 = load i64, ptr %563, align 8, !tbaa !73
  %565 = icmp eq i64 %564, -1
  br i1 %565, label %574, label %566

566:                                              ; preds = %562
  %567 = load i64, ptr %529, align 8, !tbaa !53
  %568 = inttoptr i64 %567 to ptr
  %569 = getelementptr inbounds i64, ptr %568, i64 %564
  %570 = load i64, ptr %569, align 8, !tbaa !11
  %571 = icmp eq i64 %570, 0
  %572 = select i1 %571, i64 %550, i64 %570
  store i64 %572, ptr %569, align 8, !tbaa !11
  %573 = load i64, ptr %528, align 8, !tbaa !68
  br label %574

574:                                              ; preds = %566, %562, %558, %551
  %575 = phi i64 [ %552, %551 ], [ %552, %558 ], [ %552, %562 ], [ %573, %566 ]
  %576 = phi i64 [ %553, %551 ], [ %553, %558 ], [ %553, %562 ], [ %573, %566 ]
  %577 = add nuw i64 %554, 1
  %578 = icmp ult i64 %577, %576
  br i1 %578, label %551, label %579, !llvm.loop !74

579:                                              ; preds = %574
  %580 = getelementptr inbounds i8, ptr %543, i64 24
  %581 = load i64, ptr %580, align 8, !tbaa !22
  %582 = load i64, ptr %527, align 8, !tbaa !69
  %583 = inttoptr i64 %582 to ptr
  %584 = icmp eq i64 %575, 0
  br i1 %584, label %615, label %585

585:                                              ; preds = %579
  %586 = or i64 %581, -9223372036854775808
  br label %587

587:                                              ; preds = %610, %585
  %588 = phi i64 [ %575, %585 ], [ %611, %610 ]
  %589 = phi i64 [ %575, %585 ], [ %612, %610 ]
  %590 = phi i64 [ 0, %585 ], [ %613, %610 ]
  %591 = getelementptr inbounds %struct.block, ptr %583, i64 %590
  %592 = load i64, ptr %591, align 8, !tbaa !70
  %593 = icmp ugt i64 %592, %581
  br i1 %593, label %610, label %594

594:                                              ; preds = %587
  %595 = getelementptr inbounds i8, ptr %591, i64 8
  %596 = load i64, ptr %595, align 8, !tbaa !72
  %597 = icmp ugt i64 %596, %581
  br i1 %597, label %598, label %610

598:                                              ; preds = %594
  %599 = getelementptr inbounds i8, ptr %591, i64 16
  %600 = load i64, ptr %599, align 8, !tbaa !73
  %601 = icmp eq i64 %600, -1
  br i1 %601, label %610, label %602

602:                                              ; preds = %598
  %603 = load i64, ptr %529, align 8, !tbaa !53
  %604 = inttoptr i64 %603 to ptr
  %605 = getelementptr inbounds i64, ptr %604, i64 %600
  %606 = load i64, ptr %605, align 8, !tbaa !11
  %607 = icmp eq i64 %606, 0
  %608 = select i1 %607, i64 %586, i64 %606
  store i64 %608, ptr %605, align 8, !tbaa !11
  %609 = load i64, ptr %528, align 8, !tbaa !68
  br label %610

610:                                              ; preds = %602, %598, %594, %587
  %611 = phi i64 [ %588, %587 ], [ %588, %594 ], [ %588, %598 ], [ %609, %602 ]
  %612 = phi i64 [ %589, %587 ], [ %589, %594 ], [ %589, %598 ], [ %609, %602 ]
  %613 = add nuw i64 %590, 1
  %614 = icmp ult i64 %613, %612
  br i1 %614, label %587, label %615, !llvm.loop !74

615:                                              ; preds = %610, %579, %539
  %616 = phi i64 [ %540, %539 ], [ 0, %579 ], [ %611, %610 ]
  %617 = phi i64 [ 0, %539 ], [ 0, %579 ], [ %612, %610 ]
  %618 = add nuw i64 %542, 1
  %619 = load i64, ptr %257, align 8, !tbaa !13
  %620 = icmp ult i64 %618, %619
  br i1 %620, label %539, label %532, !llvm.loop !75

621:                                              ; preds = %810, %532
  %622 = ptrtoint ptr %7 to i64
  %623 = getelementptr inbounds i8, ptr %0, i64 40
  %624 = getelementptr inbounds i8, ptr %0, i64 48
  %625 = getelementptr inbounds i8, ptr %0, i64 32
  %626 = getelementptr inbounds i8, ptr %0, i64 24
  %627 = getelementptr inbounds i8, ptr %0, i64 72
  br label %628

628:                                              ; preds = %672, %621
  %629 = phi i64 [ 1, %621 ], [ %673, %672 ]
  call void @llvm.lifetime.start.p0(i64 32, ptr nonnull %7) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(32) %7, i8 0, i64 32, i1 false)
  %630 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 13, i64 %629, i64 0, i64 %622, i64 8, i64 0, i64 0) #3, !srcloc !10
  %631 = icmp eq i64 %630, 0
  br i1 %631, label %632, label %672

632:                                              ; preds = %628
  %633 = load i64, ptr %7, align 16, !tbaa !11
  %634 = load i64, ptr %623, align 8, !tbaa !76
  %635 = sub i64 %633, %634
  %636 = load i64, ptr %624, align 8, !tbaa !77
  %637 = icmp ult i64 %635, %636
  br i1 %637, label %638, label %672

638:                                              ; preds = %632
  %639 = load i64, ptr %625, align 8, !tbaa !47
  %640 = inttoptr i64 %639 to ptr
  %641 = load i64, ptr %626, align 8, !tbaa !48
  %642 = icmp eq i64 %641, 0
  br i1 %642, label %655, label %643

643:                                              ; preds = %638, %643
  %644 = phi i64 [ %653, %643 ], [ 0, %638 ]
  %645 = phi i64 [ %652, %643 ], [ %641, %638 ]
  %646 = add i64 %645, %644
  %647 = lshr i64 %646, 1
  %648 = getelementptr inbounds %struct.range, ptr %640, i64 %647, i32 1
  %649 = load i64, ptr %648, align 8, !tbaa !49
  %650 = icmp ugt i64 %649, %633
  %651 = add nuw i64 %647, 1
  %652 = select i1 %650, i64 %647, i64 %645
  %653 = select i1 %650, i64 %644, i64 %651
  %654 = icmp ult i64 %653, %652
  br i1 %654, label %643, label %655, !llvm.loop !51

655:                                              ; preds = %643, %638
  %656 = phi i64 [ 0, %638 ], [ %653, %643 ]
  %657 = icmp eq i64 %656, %641
  br i1 %657, label %672, label %658

658:                                              ; preds = %655
  %659 = getelementptr inbounds %struct.range, ptr %640, i64 %656
  %660 = load i64, ptr %659, align 8, !tbaa !52
  %661 = icmp ugt i64 %660, %633
  br i1 %661, label %672, label %662

662:                                              ; preds = %658
  %663 = load i64, ptr %627, align 8, !tbaa !53
  %664 = inttoptr i64 %663 to ptr
  %665 = getelementptr inbounds i8, ptr %659, i64 16
  %666 = load i64, ptr %665, align 8, !tbaa !54
  %667 = getelementptr inbounds i64, ptr %664, i64 %666
  %668 = load i64, ptr %667, align 8, !tbaa !11
  %669 = icmp eq i64 %668, 0
  br i1 %669, label %670, label %672

670:                                              ; preds = %662
  %671 = or disjoint i64 %629, -4611686018427387904
  store i64 %671, ptr %667, align 8, !tbaa !11
  br label %672

672:                                              ; preds = %670, %662, %658, %655, %632, %628
  call void @llvm.lifetime.end.p0(i64 32, ptr nonnull %7) #3
  %673 = add nuw nsw i64 %629, 1
  %674 = icmp eq i64 %673, 65
  br i1 %674, label %675, label %628, !llvm.loop !78

675:                                              ; preds = %672
  %676 = icmp sgt i64 %518, -1
  br i1 %676, label %814, label %816

677:                                              ; preds = %810, %535
  %678 = phi i64 [ 0, %535 ], [ %811, %810 ]
  %679 = getelementptr inbounds [65536 x %struct.mapping], ptr %286, i64 0, i64 %678
  %680 = getelementptr inbounds i8, ptr %679, i64 8
  %681 = load i64, ptr %680, align 8, !tbaa !79
  %682 = load i64, ptr %679, align 8, !tbaa !81
  %683 = load i64, ptr %257, align 8, !tbaa !13
  %684 = icmp eq i64 %683, 0
  br i1 %684, label %757, label %685

685:                                              ; preds = %677
  %686 = getelementptr inbounds i8, ptr %679, i64 16
  br label %689

687:                                              ; preds = %750
  %688 = icmp eq i64 %751, 0
  br i1 %688, label %757, label %764

689:                                              ; preds = %750, %685
  %690 = phi i64 [ %683, %685 ], [ %755, %750 ]
  %691 = phi i64 [ %681, %685 ], [ %753, %750 ]
  %692 = phi i64 [ %682, %685 ], [ %752, %750 ]
  %693 = phi i64 [ 0, %685 ], [ %751, %750 ]
  %694 = phi i64 [ 0, %685 ], [ %754, %750 ]
  %695 = getelementptr inbounds [1024 x %struct.thread], ptr %536, i64 0, i64 %694
  %696 = getelementptr inbounds i8, ptr %695, i64 16
  %697 = load i64, ptr %696, align 8, !tbaa !21
  %698 = add i64 %697, -128
  %699 = getelementptr inbounds i8, ptr %695, i64 24
  %700 = load i64, ptr %699, align 8, !tbaa !22
  %701 = getelementptr inbounds i8, ptr %695, i64 8
  %702 = load i64, ptr %701, align 8, !tbaa !17
  %703 = icmp eq i64 %702, 5
  br i1 %703, label %750, label %704

704:                                              ; preds = %689
  %705 = load i64, ptr %679, align 8, !tbaa !81
  %706 = icmp ugt i64 %705, %697
  br i1 %706, label %710, label %707

707:                                              ; preds = %704
  %708 = load i64, ptr %680, align 8, !tbaa !79
  %709 = icmp ult i64 %697, %708
  br label %710

710:                                              ; preds = %707, %704
  %711 = phi i1 [ false, %704 ], [ %709, %707 ]
  %712 = icmp eq i64 %700, 0
  %713 = icmp ugt i64 %705, %700
  %714 = or i1 %712, %713
  br i1 %714, label %718, label %715

715:                                              ; preds = %710
  %716 = load i64, ptr %680, align 8, !tbaa !79
  %717 = icmp ult i64 %700, %716
  br label %718

718:                                              ; preds = %715, %710
  %719 = phi i1 [ false, %710 ], [ %717, %715 ]
  %720 = select i1 %711, i1 true, i1 %719
  br i1 %720, label %721, label %750

721:                                              ; preds = %718
  %722 = call i64 @llvm.umin.i64(i64 %700, i64 %698)
  %723 = select i1 %719, i64 %722, i64 %698
  %724 = select i1 %711, i64 %723, i64 %700
  %725 = call i64 @llvm.umax.i64(i64 %724, i64 %705)
  %726 = call i64 @llvm.umin.i64(i64 %725, i64 %691)
  br i1 %711, label %727, label %750

727:                                              ; preds = %721, %737
  %728 = phi i64 [ %738, %737 ], [ 0, %721 ]
  %729 = icmp eq i64 %728, %694
  br i1 %729, label %737, label %730

730:                                              ; preds = %727
  %731 = getelementptr inbounds [1024 x %struct.thread], ptr %536, i64 0, i64 %728, i32 2
  %732 = load i64, ptr %731, align 8, !tbaa !21
  %733 = icmp ugt i64 %705, %732
  br i1 %733, label %737, label %734

734:                                              ; preds = %730
  %735 = load i64, ptr %680, align 8, !tbaa !79
  %736 = icmp ult i64 %732, %735
  br i1 %736, label %750, label %737

737:                                              ; preds = %734, %730, %727
  %738 = add nuw i64 %728, 1
  %739 = icmp eq i64 %738, %690
  br i1 %739, label %740, label %727, !llvm.loop !82

740:                                              ; preds = %737
  %741 = load i64, ptr %686, align 8, !tbaa !83
  %742 = and i64 %741, 1
  %743 = icmp eq i64 %742, 0
  br i1 %743, label %744, label %748

744:                                              ; preds = %740
  %745 = load i64, ptr %695, align 8, !tbaa !15
  %746 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %679, i64 noundef %745) #7
  %747 = icmp ugt i64 %746, %725
  br i1 %747, label %748, label %750

748:                                              ; preds = %744, %740
  %749 = call i64 @llvm.umax.i64(i64 %725, i64 %692)
  br label %750

750:                                              ; preds = %734, %748, %744, %721, %718, %689
  %751 = phi i64 [ %693, %689 ], [ %693, %718 ], [ 1, %748 ], [ 1, %744 ], [ 1, %721 ], [ 1, %734 ]
  %752 = phi i64 [ %692, %689 ], [ %692, %718 ], [ %749, %748 ], [ %692, %744 ], [ %692, %721 ], [ %692, %734 ]
  %753 = phi i64 [ %691, %689 ], [ %691, %718 ], [ %726, %748 ], [ %726, %744 ], [ %726, %721 ], [ %726, %734 ]
  %754 = add nuw i64 %694, 1
  %755 = load i64, ptr %257, align 8, !tbaa !13
  %756 = icmp ult i64 %754, %755
  br i1 %756, label %689, label %687, !llvm.loop !84

757:                                              ; preds = %687, %677
  %758 = phi i64 [ %753, %687 ], [ %681, %677 ]
  %759 = phi i64 [ %752, %687 ], [ %682, %677 ]
  %760 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %679, i64 noundef 0) #7
  %761 = freeze i64 %760
  %762 = icmp eq i64 %761, 0
  %763 = select i1 %762, i64 %759, i64 %761
  br label %764

764:                                              ; preds = %757, %687
  %765 = phi i64 [ %753, %687 ], [ %758, %757 ]
  %766 = phi i64 [ %752, %687 ], [ %763, %757 ]
  %767 = load i64, ptr %680, align 8, !tbaa !79
  %768 = load i64, ptr %537, align 8, !tbaa !69
  %769 = inttoptr i64 %768 to ptr
  %770 = load i64, ptr %538, align 8, !tbaa !68
  %771 = icmp eq i64 %770, 0
  br i1 %771, label %772, label %775

772:                                              ; preds = %775, %764
  %773 = phi i64 [ 0, %764 ], [ %784, %775 ]
  %774 = icmp ult i64 %773, %770
  br i1 %774, label %787, label %806

775:                                              ; preds = %764, %775
  %776 = phi i64 [ %785, %775 ], [ %770, %764 ]
  %777 = phi i64 [ %784, %775 ], [ 0, %764 ]
  %778 = add i64 %777, %776
  %779 = lshr i64 %778, 1
  %780 = getelementptr inbounds %struct.block, ptr %769, i64 %779, i32 1
  %781 = load i64, ptr %780, align 8, !tbaa !72
  %782 = icmp ugt i64 %781, %766
  %783 = add nuw i64 %779, 1
  %784 = select i1 %782, i64 %777, i64 %783
  %785 = select i1 %782, i64 %779, i64 %776
  %786 = icmp ult i64 %784, %785
  br i1 %786, label %775, label %772, !llvm.loop !85

787:                                              ; preds = %772, %800
  %788 = phi i64 [ %801, %800 ], [ %770, %772 ]
  %789 = phi i64 [ %803, %800 ], [ %766, %772 ]
  %790 = phi i64 [ %804, %800 ], [ %773, %772 ]
  %791 = getelementptr inbounds %struct.block, ptr %769, i64 %790
  %792 = load i64, ptr %791, align 8, !tbaa !70
  %793 = icmp ult i64 %792, %767
  %794 = icmp ult i64 %789, %767
  %795 = select i1 %793, i1 %794, i1 false
  br i1 %795, label %796, label %806

796:                                              ; preds = %787
  %797 = icmp ult i64 %789, %792
  br i1 %797, label %798, label %800

798:                                              ; preds = %796
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %518, i64 noundef %789, i64 noundef %792, i64 noundef %765) #7
  %799 = load i64, ptr %538, align 8, !tbaa !68
  br label %800

800:                                              ; preds = %798, %796
  %801 = phi i64 [ %799, %798 ], [ %788, %796 ]
  %802 = getelementptr inbounds i8, ptr %791, i64 8
  %803 = load i64, ptr %802, align 8, !tbaa !72
  %804 = add nuw i64 %790, 1
  %805 = icmp ult i64 %804, %801
  br i1 %805, label %787, label %806, !llvm.loop !86

806:                                              ; preds = %800, %787, %772
  %807 = phi i64 [ %766, %772 ], [ %803, %800 ], [ %789, %787 ]
  %808 = icmp ult i64 %807, %767
  br i1 %808, label %809, label %810

809:                                              ; preds = %806
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %518, i64 noundef %807, i64 noundef %767, i64 noundef %765) #7
  br label %810

810:                                              ; preds = %809, %806
  %811 = add nuw i64 %678, 1
  %812 = load i64, ptr %492, align 8, !tbaa !67
  %813 = icmp ult i64 %811, %812
  br i1 %813, label %677, label %621, !llvm.loop !87

814:                                              ; preds = %675
  %815 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %518, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %816

816:                                              ; preds = %814, %675
  %817 = call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef 1) #7
  %818 = icmp slt i64 %817, 0
  br i1 %818, label %829, label %819

819:                                              ; preds = %816
  %820 = load i64, ptr %257, align 8, !tbaa !13
  %821 = icmp eq i64 %820, 0
  br i1 %821, label %883, label %822

822:                                              ; preds = %819
  %823 = getelementptr inbounds i8, ptr %0, i64 152
  %824 = getelementptr inbounds i8, ptr %6, i64 40
  %825 = getelementptr inbounds i8, ptr %6, i64 24
  %826 = getelementptr inbounds i8, ptr %6, i64 8
  %827 = getelementptr inbounds i8, ptr %6, i64 16
  %828 = getelementptr inbounds i8, ptr %0, i64 80
  br label %830

829:                                              ; preds = %816
  store i64 0, ptr %23, align 8, !tbaa !31
  store i64 5, ptr %24, align 8, !tbaa !32
  br label %883

830:                                              ; preds = %879, %822
  %831 = phi i64 [ 0, %822 ], [ %880, %879 ]
  %832 = getelementptr inbounds [1024 x %struct.thread], ptr %823, i64 0, i64 %831
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %6) #3
  %833 = getelementptr inbounds i8, ptr %832, i64 8
  %834 = load i64, ptr %833, align 8, !tbaa !17
  %835 = add i64 %834, -1
  %836 = icmp ult i64 %835, 2
  br i1 %836, label %837, label %879

837:                                              ; preds = %830
  %838 = load i64, ptr %832, align 8, !tbaa !15
  %839 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %838, ptr noundef nonnull %6) #7
  %840 = icmp slt i32 %839, 0
  br i1 %840, label %877, label %841

841:                                              ; preds = %837
  %842 = load i64, ptr %833, align 8, !tbaa !17
  %843 = icmp eq i64 %842, 2
  %844 = load i64, ptr %6, align 8, !tbaa !44
  %845 = icmp eq i64 %844, 0
  br i1 %843, label %846, label %856

846:                                              ; preds = %841
  br i1 %845, label %879, label %847

847:                                              ; preds = %846
  %848 = load i64, ptr %826, align 8, !tbaa !88
  %849 = icmp eq i64 %848, 202
  br i1 %849, label %850, label %877

850:                                              ; preds = %847
  %851 = load i64, ptr %827, align 8, !tbaa !39
  %852 = load i64, ptr %828, align 8, !tbaa !45
  %853 = add i64 %851, 256
  %854 = sub i64 %853, %852
  %855 = icmp ult i64 %854, 512
  br i1 %855, label %879, label %877

856:                                              ; preds = %841
  br i1 %845, label %877, label %857

857:                                              ; preds = %856
  %858 = load i64, ptr %824, align 8, !tbaa !41
  %859 = getelementptr inbounds i8, ptr %832, i64 56
  %860 = load i64, ptr %859, align 8, !tbaa !42
  %861 = icmp eq i64 %858, %860
  br i1 %861, label %862, label %877

862:                                              ; preds = %857
  %863 = load i64, ptr %825, align 8, !tbaa !36
  %864 = getelementptr inbounds i8, ptr %832, i64 16
  %865 = load i64, ptr %864, align 8, !tbaa !21
  %866 = icmp eq i64 %863, %865
  br i1 %866, label %867, label %877

867:                                              ; preds = %862
  %868 = load i64, ptr %826, align 8, !tbaa !88
  %869 = getelementptr inbounds i8, ptr %832, i64 40
  %870 = load i64, ptr %869, align 8, !tbaa !38
  %871 = icmp eq i64 %868, %870
  br i1 %871, label %872, label %877

872:                                              ; preds = %867
  %873 = load i64, ptr %827, align 8, !tbaa !39
  %874 = getelementptr inbounds i8, ptr %832, i64 48
  %875 = load i64, ptr %874, align 8, !tbaa !40
  %876 = icmp eq i64 %873, %875
  br i1 %876, label %879, label %877

877:                                              ; preds = %872, %867, %862, %857, %856, %850, %847, %837
  %878 = load i64, ptr %832, align 8, !tbaa !15
  store i64 %878, ptr %23, align 8, !tbaa !31
  store i64 5, ptr %24, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %6) #3
  br label %883

879:                                              ; preds = %872, %850, %846, %830
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %6) #3
  %880 = add nuw i64 %831, 1
  %881 = load i64, ptr %257, align 8, !tbaa !13
  %882 = icmp ult i64 %880, %881
  br i1 %882, label %830, label %883, !llvm.loop !89

883:                                              ; preds = %879, %877, %829, %819, %531, %516
  %884 = phi i64 [ 7, %516 ], [ 8, %531 ], [ 5, %829 ], [ 5, %877 ], [ 0, %819 ], [ 0, %879 ]
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %11) #3
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %10) #3
  br label %914

885:                                              ; preds = %910, %264
  %886 = phi i64 [ 0, %264 ], [ %911, %910 ]
  %887 = phi i64 [ 0, %264 ], [ %912, %910 ]
  %888 = getelementptr inbounds [1024 x %struct.thread], ptr %261, i64 0, i64 %886
  %889 = getelementptr inbounds i8, ptr %888, i64 8
  %890 = load i64, ptr %889, align 8, !tbaa !17
  %891 = icmp eq i64 %890, 6
  br i1 %891, label %892, label %898

892:                                              ; preds = %885
  %893 = call ptr @llvm.frameaddress.p0(i32 0)
  %894 = ptrtoint ptr %893 to i64
  %895 = add i64 %894, -512
  %896 = getelementptr inbounds i8, ptr %888, i64 24
  store i64 %895, ptr %896, align 8, !tbaa !22
  %897 = getelementptr inbounds i8, ptr %888, i64 16
  store i64 %895, ptr %897, align 8, !tbaa !21
  br label %898

898:                                              ; preds = %885, %892
  %899 = or disjoint i64 %886, 1
  %900 = getelementptr inbounds [1024 x %struct.thread], ptr %261, i64 0, i64 %899
  %901 = getelementptr inbounds i8, ptr %900, i64 8
  %902 = load i64, ptr %901, align 8, !tbaa !17
  %903 = icmp eq i64 %902, 6
  br i1 %903, label %904, label %910

904:                                              ; preds = %898
  %905 = call ptr @llvm.frameaddress.p0(i32 0)
  %906 = ptrtoint ptr %905 to i64
  %907 = add i64 %906, -512
  %908 = getelementptr inbounds i8, ptr %900, i64 24
  store i64 %907, ptr %908, align 8, !tbaa !22
  %909 = getelementptr inbounds i8, ptr %900, i64 16
  store i64 %907, ptr %909, align 8, !tbaa !21
  br label %910

910:                                              ; preds = %904, %898
  %911 = add nuw i64 %886, 2
  %912 = add i64 %887, 2
  %913 = icmp eq i64 %912, %265
  br i1 %913, label %266, label %885, !llvm.loop !90

914:                                              ; preds = %883, %501, %498, %249
  %915 = phi i64 [ %246, %249 ], [ 6, %498 ], [ 8, %501 ], [ %884, %883 ]
  %916 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  store atomic volatile i32 0, ptr @stop seq_cst, align 4
  %917 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @stop to i64), i64 129, i64 2147483647, i64 0, i64 0, i64 0) #3, !srcloc !10
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %3) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %3, i8 0, i64 16, i1 false)
  %918 = ptrtoint ptr %3 to i64
  %919 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %918, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %920 = load i64, ptr %3, align 16, !tbaa !11
  %921 = mul i64 %920, 1000000000
  %922 = getelementptr inbounds i8, ptr %3, i64 8
  %923 = load i64, ptr %922, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %3) #3
  %924 = add i64 %923, 200000000
  %925 = add i64 %924, %921
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %5, ptr noundef nonnull align 16 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %926 = load volatile i32, ptr @left, align 4, !tbaa !4
  %927 = icmp ult i32 %926, %916
  br i1 %927, label %928, label %945

928:                                              ; preds = %914
  %929 = ptrtoint ptr %4 to i64
  %930 = getelementptr inbounds i8, ptr %4, i64 8
  %931 = ptrtoint ptr %5 to i64
  br label %932

932:                                              ; preds = %940, %928
  %933 = phi i32 [ %926, %928 ], [ %943, %940 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %4, i8 0, i64 16, i1 false)
  %934 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %929, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %935 = load i64, ptr %4, align 16, !tbaa !11
  %936 = mul i64 %935, 1000000000
  %937 = load i64, ptr %930, align 8, !tbaa !11
  %938 = add i64 %936, %937
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #3
  %939 = icmp ult i64 %938, %925
  br i1 %939, label %940, label %945

940:                                              ; preds = %932
  %941 = zext i32 %933 to i64
  %942 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @left to i64), i64 128, i64 %941, i64 %931, i64 0, i64 0) #3, !srcloc !10
  %943 = load volatile i32, ptr @left, align 4, !tbaa !4
  %944 = icmp ult i32 %943, %916
  br i1 %944, label %932, label %945, !llvm.loop !58

945:                                              ; preds = %932, %940, %914
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %17) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %17, i8 0, i64 16, i1 false)
  %946 = ptrtoint ptr %17 to i64
  %947 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %946, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %948 = load i64, ptr %17, align 16, !tbaa !11
  %949 = getelementptr inbounds i8, ptr %17, i64 8
  %950 = load i64, ptr %949, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %17) #3
  %951 = sub i64 %948, %252
  %952 = mul i64 %951, 1000000000
  %953 = sub i64 %950, %254
  %954 = add i64 %953, %952
  store i64 %954, ptr %20, align 8, !tbaa !28
  br label %955

955:                                              ; preds = %175, %945, %245, %65
  %956 = phi i64 [ 4, %65 ], [ %915, %945 ], [ %246, %245 ], [ 0, %175 ]
  ret i64 %956
}

; Function Attrs: nounwind
declare void @llvm.eh.unwind.init() #3

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #4

; Function Attrs: nounwind
define internal fastcc i64 @list_threads(ptr noundef %0, i32 noundef %1) unnamed_addr #0 {
  %3 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str to i64), i64 589824, i64 0, i64 0, i64 0) #3, !srcloc !10
  %4 = icmp slt i64 %3, 0
  br i1 %4, label %90, label %5

5:                                                ; preds = %2
  %6 = getelementptr inbounds i8, ptr %0, i64 2171032
  %7 = ptrtoint ptr %6 to i64
  %8 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 217, i64 %3, i64 %7, i64 16384, i64 0, i64 0, i64 0) #3, !srcloc !10
  %9 = icmp sgt i64 %8, 0
  br i1 %9, label %10, label %82

10:                                               ; preds = %5
  %11 = icmp eq i32 %1, 0
  %12 = getelementptr inbounds i8, ptr %0, i64 152
  %13 = getelementptr inbounds i8, ptr %0, i64 120
  br label %17

14:                                               ; preds = %72
  %15 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 217, i64 %3, i64 %7, i64 16384, i64 0, i64 0, i64 0) #3, !srcloc !10
  %16 = icmp sgt i64 %15, 0
  br i1 %16, label %17, label %80, !llvm.loop !91

17:                                               ; preds = %10, %14
  %18 = phi i64 [ %8, %10 ], [ %15, %14 ]
  %19 = phi i64 [ 1, %10 ], [ %74, %14 ]
  %20 = phi i64 [ 0, %10 ], [ %73, %14 ]
  br label %21

21:                                               ; preds = %17, %72
  %22 = phi i64 [ 0, %17 ], [ %78, %72 ]
  %23 = phi i64 [ %19, %17 ], [ %74, %72 ]
  %24 = phi i64 [ %20, %17 ], [ %73, %72 ]
  %25 = getelementptr inbounds i8, ptr %6, i64 %22
  %26 = getelementptr inbounds i8, ptr %25, i64 19
  %27 = load i8, ptr %26, align 1, !tbaa !18
  %28 = add i8 %27, -58
  %29 = icmp ult i8 %28, -10
  br i1 %29, label %72, label %30

30:                                               ; preds = %21, %30
  %31 = phi i8 [ %39, %30 ], [ %27, %21 ]
  %32 = phi ptr [ %38, %30 ], [ %26, %21 ]
  %33 = phi i64 [ %37, %30 ], [ 0, %21 ]
  %34 = mul i64 %33, 10
  %35 = and i8 %31, 15
  %36 = zext nneg i8 %35 to i64
  %37 = add i64 %34, %36
  %38 = getelementptr inbounds i8, ptr %32, i64 1
  %39 = load i8, ptr %38, align 1, !tbaa !18
  %40 = add i8 %39, -58
  %41 = icmp ult i8 %40, -10
  br i1 %41, label %42, label %30

42:                                               ; preds = %30
  br i1 %11, label %64, label %43

43:                                               ; preds = %42
  %44 = load i64, ptr %13, align 8, !tbaa !13
  %45 = icmp eq i64 %44, 0
  br i1 %45, label %69, label %46

46:                                               ; preds = %43
  %47 = load i64, ptr %12, align 8, !tbaa !15
  %48 = icmp eq i64 %47, %37
  br i1 %48, label %59, label %49

49:                                               ; preds = %46, %53
  %50 = phi i64 [ %51, %53 ], [ 0, %46 ]
  %51 = add nuw i64 %50, 1
  %52 = icmp eq i64 %51, %44
  br i1 %52, label %57, label %53, !llvm.loop !92

53:                                               ; preds = %49
  %54 = getelementptr inbounds [1024 x %struct.thread], ptr %12, i64 0, i64 %51
  %55 = load i64, ptr %54, align 8, !tbaa !15
  %56 = icmp eq i64 %55, %37
  br i1 %56, label %57, label %49, !llvm.loop !92

57:                                               ; preds = %53, %49
  %58 = icmp ult i64 %51, %44
  br label %59

59:                                               ; preds = %57, %46
  %60 = phi i1 [ true, %46 ], [ %58, %57 ]
  %61 = and i64 %23, 1
  %62 = freeze i1 %60
  %63 = select i1 %62, i64 %61, i64 0
  br label %69

64:                                               ; preds = %42
  %65 = icmp ult i64 %24, 1024
  br i1 %65, label %66, label %69

66:                                               ; preds = %64
  %67 = getelementptr inbounds [1024 x %struct.thread], ptr %12, i64 0, i64 %24
  store i64 %37, ptr %67, align 8, !tbaa !11
  %68 = getelementptr inbounds i8, ptr %67, i64 8
  tail call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(64) %68, i8 0, i64 64, i1 false)
  br label %69

69:                                               ; preds = %59, %43, %64, %66
  %70 = phi i64 [ %23, %66 ], [ %23, %64 ], [ 0, %43 ], [ %63, %59 ]
  %71 = add i64 %24, 1
  br label %72

72:                                               ; preds = %21, %69
  %73 = phi i64 [ %71, %69 ], [ %24, %21 ]
  %74 = phi i64 [ %70, %69 ], [ %23, %21 ]
  %75 = getelementptr inbounds i8, ptr %25, i64 16
  %76 = load i16, ptr %75, align 2, !tbaa !93
  %77 = zext i16 %76 to i64
  %78 = add nuw nsw i64 %22, %77
  %79 = icmp slt i64 %78, %18
  br i1 %79, label %21, label %14, !llvm.loop !95

80:                                               ; preds = %14
  %81 = icmp ne i64 %74, 0
  br label %82

82:                                               ; preds = %80, %5
  %83 = phi i64 [ 0, %5 ], [ %73, %80 ]
  %84 = phi i1 [ true, %5 ], [ %81, %80 ]
  %85 = phi i64 [ %8, %5 ], [ %15, %80 ]
  %86 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %3, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %87 = icmp eq i64 %85, 0
  %88 = select i1 %87, i1 %84, i1 false
  %89 = select i1 %88, i64 %83, i64 -1
  br label %90

90:                                               ; preds = %2, %82
  %91 = phi i64 [ %89, %82 ], [ -1, %2 ]
  ret i64 %91
}

; Function Attrs: nounwind
define internal fastcc range(i32 -1, 1) i32 @look(ptr noundef %0, i64 noundef %1, ptr nocapture noundef writeonly %2) unnamed_addr #0 {
  %4 = alloca [8 x i64], align 16
  tail call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(64) %2, i8 0, i64 64, i1 false)
  %5 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str.1) #7
  %6 = icmp slt i64 %5, 1
  br i1 %6, label %477, label %7

7:                                                ; preds = %3
  %8 = getelementptr inbounds i8, ptr %0, i64 2171032
  %9 = load i8, ptr %8, align 1, !tbaa !18
  %10 = add i8 %9, -58
  %11 = icmp ult i8 %10, -10
  br i1 %11, label %66, label %12

12:                                               ; preds = %7
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %4) #3
  %13 = getelementptr inbounds i8, ptr %2, i64 8
  br label %14

14:                                               ; preds = %12, %14
  %15 = phi i8 [ %23, %14 ], [ %9, %12 ]
  %16 = phi ptr [ %22, %14 ], [ %8, %12 ]
  %17 = phi i64 [ %21, %14 ], [ 0, %12 ]
  %18 = mul i64 %17, 10
  %19 = and i8 %15, 15
  %20 = zext nneg i8 %19 to i64
  %21 = add i64 %18, %20
  %22 = getelementptr inbounds i8, ptr %16, i64 1
  %23 = load i8, ptr %22, align 1, !tbaa !18
  %24 = add i8 %23, -58
  %25 = icmp ult i8 %24, -10
  br i1 %25, label %26, label %14

26:                                               ; preds = %14
  store i64 %21, ptr %13, align 8, !tbaa !11
  br label %27

27:                                               ; preds = %26, %62
  %28 = phi i64 [ 0, %26 ], [ %64, %62 ]
  %29 = phi ptr [ %22, %26 ], [ %47, %62 ]
  br label %36

30:                                               ; preds = %62
  store i64 1, ptr %2, align 8, !tbaa !44
  %31 = load i64, ptr %4, align 16, !tbaa !11
  %32 = getelementptr inbounds i8, ptr %2, i64 16
  store i64 %31, ptr %32, align 8, !tbaa !39
  %33 = getelementptr inbounds i8, ptr %4, i64 48
  %34 = getelementptr inbounds i8, ptr %2, i64 24
  %35 = load <2 x i64>, ptr %33, align 16, !tbaa !11
  store <2 x i64> %35, ptr %34, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %4) #3
  br label %66

36:                                               ; preds = %27, %39
  %37 = phi ptr [ %40, %39 ], [ %29, %27 ]
  %38 = load i8, ptr %37, align 1, !tbaa !18
  switch i8 %38, label %39 [
    i8 0, label %41
    i8 120, label %41
  ]

39:                                               ; preds = %36
  %40 = getelementptr inbounds i8, ptr %37, i64 1
  br label %36, !llvm.loop !96

41:                                               ; preds = %36, %36
  %42 = icmp ne i8 %38, 0
  %43 = zext i1 %42 to i64
  %44 = getelementptr inbounds i8, ptr %37, i64 %43
  br label %45

45:                                               ; preds = %54, %41
  %46 = phi i64 [ 0, %41 ], [ %60, %54 ]
  %47 = phi ptr [ %44, %41 ], [ %61, %54 ]
  %48 = load i8, ptr %47, align 1, !tbaa !18
  %49 = add i8 %48, -58
  %50 = icmp ult i8 %49, -10
  br i1 %50, label %51, label %54

51:                                               ; preds = %45
  %52 = add i8 %48, -97
  %53 = icmp ult i8 %52, 6
  br i1 %53, label %54, label %62

54:                                               ; preds = %51, %45
  %55 = phi i64 [ 4294967248, %45 ], [ 4294967209, %51 ]
  %56 = zext nneg i8 %48 to i64
  %57 = add nuw nsw i64 %55, %56
  %58 = shl i64 %46, 4
  %59 = and i64 %57, 4294967295
  %60 = add nuw i64 %59, %58
  %61 = getelementptr inbounds i8, ptr %47, i64 1
  br label %45

62:                                               ; preds = %51
  %63 = getelementptr inbounds [8 x i64], ptr %4, i64 0, i64 %28
  store i64 %46, ptr %63, align 8, !tbaa !11
  %64 = add nuw nsw i64 %28, 1
  %65 = icmp eq i64 %64, 8
  br i1 %65, label %30, label %27, !llvm.loop !97

66:                                               ; preds = %30, %7
  %67 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str.2) #7
  %68 = icmp slt i64 %67, 1
  br i1 %68, label %477, label %69

69:                                               ; preds = %66
  %70 = load i8, ptr %8, align 1, !tbaa !18
  %71 = icmp eq i8 %70, 0
  br i1 %71, label %398, label %72

72:                                               ; preds = %69, %108
  %73 = phi i8 [ %110, %108 ], [ %70, %69 ]
  %74 = phi ptr [ %109, %108 ], [ %8, %69 ]
  %75 = getelementptr i8, ptr %74, i64 5
  %76 = icmp eq i8 %73, 83
  br i1 %76, label %77, label %96

77:                                               ; preds = %72
  %78 = getelementptr inbounds i8, ptr %74, i64 1
  %79 = load i8, ptr %78, align 1, !tbaa !18
  %80 = icmp eq i8 %79, 116
  br i1 %80, label %81, label %96

81:                                               ; preds = %77
  %82 = getelementptr inbounds i8, ptr %74, i64 2
  %83 = load i8, ptr %82, align 1, !tbaa !18
  %84 = icmp eq i8 %83, 97
  br i1 %84, label %85, label %96

85:                                               ; preds = %81
  %86 = getelementptr inbounds i8, ptr %74, i64 3
  %87 = load i8, ptr %86, align 1, !tbaa !18
  %88 = icmp eq i8 %87, 116
  br i1 %88, label %89, label %96

89:                                               ; preds = %85
  %90 = getelementptr inbounds i8, ptr %74, i64 4
  %91 = load i8, ptr %90, align 1, !tbaa !18
  %92 = icmp eq i8 %91, 101
  br i1 %92, label %93, label %96

93:                                               ; preds = %89
  %94 = load i8, ptr %75, align 1, !tbaa !18
  %95 = icmp eq i8 %94, 58
  br i1 %95, label %97, label %96

96:                                               ; preds = %72, %77, %81, %85, %89, %93
  br label %102

97:                                               ; preds = %93, %101
  %98 = phi ptr [ %99, %101 ], [ %75, %93 ]
  %99 = getelementptr inbounds i8, ptr %98, i64 1
  %100 = load i8, ptr %99, align 1, !tbaa !18
  switch i8 %100, label %112 [
    i8 9, label %101
    i8 32, label %101
  ]

101:                                              ; preds = %97, %97
  br label %97, !llvm.loop !98

102:                                              ; preds = %96, %105
  %103 = phi i8 [ %107, %105 ], [ %73, %96 ]
  %104 = phi ptr [ %106, %105 ], [ %74, %96 ]
  switch i8 %103, label %105 [
    i8 0, label %112
    i8 10, label %108
  ]

105:                                              ; preds = %102
  %106 = getelementptr inbounds i8, ptr %104, i64 1
  %107 = load i8, ptr %106, align 1, !tbaa !18
  br label %102, !llvm.loop !99

108:                                              ; preds = %102
  %109 = getelementptr inbounds i8, ptr %104, i64 1
  %110 = load i8, ptr %109, align 1, !tbaa !18
  %111 = icmp eq i8 %110, 0
  br i1 %111, label %112, label %72, !llvm.loop !100

112:                                              ; preds = %108, %102, %97
  %113 = phi ptr [ %99, %97 ], [ null, %102 ], [ null, %108 ]
  br label %114

114:                                              ; preds = %112, %154
  %115 = phi i8 [ %156, %154 ], [ %70, %112 ]
  %116 = phi ptr [ %155, %154 ], [ %8, %112 ]
  %117 = getelementptr i8, ptr %116, i64 6
  %118 = icmp eq i8 %115, 83
  br i1 %118, label %119, label %142

119:                                              ; preds = %114
  %120 = getelementptr inbounds i8, ptr %116, i64 1
  %121 = load i8, ptr %120, align 1, !tbaa !18
  %122 = icmp eq i8 %121, 105
  br i1 %122, label %123, label %142

123:                                              ; preds = %119
  %124 = getelementptr inbounds i8, ptr %116, i64 2
  %125 = load i8, ptr %124, align 1, !tbaa !18
  %126 = icmp eq i8 %125, 103
  br i1 %126, label %127, label %142

127:                                              ; preds = %123
  %128 = getelementptr inbounds i8, ptr %116, i64 3
  %129 = load i8, ptr %128, align 1, !tbaa !18
  %130 = icmp eq i8 %129, 66
  br i1 %130, label %131, label %142

131:                                              ; preds = %127
  %132 = getelementptr inbounds i8, ptr %116, i64 4
  %133 = load i8, ptr %132, align 1, !tbaa !18
  %134 = icmp eq i8 %133, 108
  br i1 %134, label %135, label %142

135:                                              ; preds = %131
  %136 = getelementptr inbounds i8, ptr %116, i64 5
  %137 = load i8, ptr %136, align 1, !tbaa !18
  %138 = icmp eq i8 %137, 107
  br i1 %138, label %139, label %142

139:                                              ; preds = %135
  %140 = load i8, ptr %117, align 1, !tbaa !18
  %141 = icmp eq i8 %140, 58
  br i1 %141, label %143, label %142

142:                                              ; preds = %114, %119, %123, %127, %131, %135, %139
  br label %148

143:                                              ; preds = %139, %147
  %144 = phi ptr [ %145, %147 ], [ %117, %139 ]
  %145 = getelementptr inbounds i8, ptr %144, i64 1
  %146 = load i8, ptr %145, align 1, !tbaa !18
  switch i8 %146, label %158 [
    i8 9, label %147
    i8 32, label %147
  ]

147:                                              ; preds = %143, %143
  br label %143, !llvm.loop !98

148:                                              ; preds = %142, %151
  %149 = phi i8 [ %153, %151 ], [ %115, %142 ]
  %150 = phi ptr [ %152, %151 ], [ %116, %142 ]
  switch i8 %149, label %151 [
    i8 0, label %158
    i8 10, label %154
  ]

151:                                              ; preds = %148
  %152 = getelementptr inbounds i8, ptr %150, i64 1
  %153 = load i8, ptr %152, align 1, !tbaa !18
  br label %148, !llvm.loop !99

154:                                              ; preds = %148
  %155 = getelementptr inbounds i8, ptr %150, i64 1
  %156 = load i8, ptr %155, align 1, !tbaa !18
  %157 = icmp eq i8 %156, 0
  br i1 %157, label %158, label %114, !llvm.loop !100

158:                                              ; preds = %154, %148, %143
  %159 = phi ptr [ %145, %143 ], [ null, %148 ], [ null, %154 ]
  br label %160

160:                                              ; preds = %158, %268
  %161 = phi i8 [ %270, %268 ], [ %70, %158 ]
  %162 = phi ptr [ %269, %268 ], [ %8, %158 ]
  %163 = getelementptr i8, ptr %162, i64 23
  %164 = icmp eq i8 %161, 118
  br i1 %164, label %165, label %256

165:                                              ; preds = %160
  %166 = getelementptr inbounds i8, ptr %162, i64 1
  %167 = load i8, ptr %166, align 1, !tbaa !18
  %168 = icmp eq i8 %167, 111
  br i1 %168, label %169, label %256

169:                                              ; preds = %165
  %170 = getelementptr inbounds i8, ptr %162, i64 2
  %171 = load i8, ptr %170, align 1, !tbaa !18
  %172 = icmp eq i8 %171, 108
  br i1 %172, label %173, label %256

173:                                              ; preds = %169
  %174 = getelementptr inbounds i8, ptr %162, i64 3
  %175 = load i8, ptr %174, align 1, !tbaa !18
  %176 = icmp eq i8 %175, 117
  br i1 %176, label %177, label %256

177:                                              ; preds = %173
  %178 = getelementptr inbounds i8, ptr %162, i64 4
  %179 = load i8, ptr %178, align 1, !tbaa !18
  %180 = icmp eq i8 %179, 110
  br i1 %180, label %181, label %256

181:                                              ; preds = %177
  %182 = getelementptr inbounds i8, ptr %162, i64 5
  %183 = load i8, ptr %182, align 1, !tbaa !18
  %184 = icmp eq i8 %183, 116
  br i1 %184, label %185, label %256

185:                                              ; preds = %181
  %186 = getelementptr inbounds i8, ptr %162, i64 6
  %187 = load i8, ptr %186, align 1, !tbaa !18
  %188 = icmp eq i8 %187, 97
  br i1 %188, label %189, label %256

189:                                              ; preds = %185
  %190 = getelementptr inbounds i8, ptr %162, i64 7
  %191 = load i8, ptr %190, align 1, !tbaa !18
  %192 = icmp eq i8 %191, 114
  br i1 %192, label %193, label %256

193:                                              ; preds = %189
  %194 = getelementptr inbounds i8, ptr %162, i64 8
  %195 = load i8, ptr %194, align 1, !tbaa !18
  %196 = icmp eq i8 %195, 121
  br i1 %196, label %197, label %256

197:                                              ; preds = %193
  %198 = getelementptr inbounds i8, ptr %162, i64 9
  %199 = load i8, ptr %198, align 1, !tbaa !18
  %200 = icmp eq i8 %199, 95
  br i1 %200, label %201, label %256

201:                                              ; preds = %197
  %202 = getelementptr inbounds i8, ptr %162, i64 10
  %203 = load i8, ptr %202, align 1, !tbaa !18
  %204 = icmp eq i8 %203, 99
  br i1 %204, label %205, label %256

205:                                              ; preds = %201
  %206 = getelementptr inbounds i8, ptr %162, i64 11
  %207 = load i8, ptr %206, align 1, !tbaa !18
  %208 = icmp eq i8 %207, 116
  br i1 %208, label %209, label %256

209:                                              ; preds = %205
  %210 = getelementptr inbounds i8, ptr %162, i64 12
  %211 = load i8, ptr %210, align 1, !tbaa !18
  %212 = icmp eq i8 %211, 120
  br i1 %212, label %213, label %256

213:                                              ; preds = %209
  %214 = getelementptr inbounds i8, ptr %162, i64 13
  %215 = load i8, ptr %214, align 1, !tbaa !18
  %216 = icmp eq i8 %215, 116
  br i1 %216, label %217, label %256

217:                                              ; preds = %213
  %218 = getelementptr inbounds i8, ptr %162, i64 14
  %219 = load i8, ptr %218, align 1, !tbaa !18
  %220 = icmp eq i8 %219, 95
  br i1 %220, label %221, label %256

221:                                              ; preds = %217
  %222 = getelementptr inbounds i8, ptr %162, i64 15
  %223 = load i8, ptr %222, align 1, !tbaa !18
  %224 = icmp eq i8 %223, 115
  br i1 %224, label %225, label %256

225:                                              ; preds = %221
  %226 = getelementptr inbounds i8, ptr %162, i64 16
  %227 = load i8, ptr %226, align 1, !tbaa !18
  %228 = icmp eq i8 %227, 119
  br i1 %228, label %229, label %256

229:                                              ; preds = %225
  %230 = getelementptr inbounds i8, ptr %162, i64 17
  %231 = load i8, ptr %230, align 1, !tbaa !18
  %232 = icmp eq i8 %231, 105
  br i1 %232, label %233, label %256

233:                                              ; preds = %229
  %234 = getelementptr inbounds i8, ptr %162, i64 18
  %235 = load i8, ptr %234, align 1, !tbaa !18
  %236 = icmp eq i8 %235, 116
  br i1 %236, label %237, label %256

237:                                              ; preds = %233
  %238 = getelementptr inbounds i8, ptr %162, i64 19
  %239 = load i8, ptr %238, align 1, !tbaa !18
  %240 = icmp eq i8 %239, 99
  br i1 %240, label %241, label %256

241:                                              ; preds = %237
  %242 = getelementptr inbounds i8, ptr %162, i64 20
  %243 = load i8, ptr %242, align 1, !tbaa !18
  %244 = icmp eq i8 %243, 104
  br i1 %244, label %245, label %256

245:                                              ; preds = %241
  %246 = getelementptr inbounds i8, ptr %162, i64 21
  %247 = load i8, ptr %246, align 1, !tbaa !18
  %248 = icmp eq i8 %247, 101
  br i1 %248, label %249, label %256

249:                                              ; preds = %245
  %250 = getelementptr inbounds i8, ptr %162, i64 22
  %251 = load i8, ptr %250, align 1, !tbaa !18
  %252 = icmp eq i8 %251, 115
  br i1 %252, label %253, label %256

253:                                              ; preds = %249
  %254 = load i8, ptr %163, align 1, !tbaa !18
  %255 = icmp eq i8 %254, 58
  br i1 %255, label %257, label %256

256:                                              ; preds = %160, %165, %169, %173, %177, %181, %185, %189, %193, %197, %201, %205, %209, %213, %217, %221, %225, %229, %233, %237, %241, %245, %249, %253
  br label %262

257:                                              ; preds = %253, %261
  %258 = phi ptr [ %259, %261 ], [ %163, %253 ]
  %259 = getelementptr inbounds i8, ptr %258, i64 1
  %260 = load i8, ptr %259, align 1, !tbaa !18
  switch i8 %260, label %272 [
    i8 9, label %261
    i8 32, label %261
  ]

261:                                              ; preds = %257, %257
  br label %257, !llvm.loop !98

262:                                              ; preds = %256, %265
  %263 = phi i8 [ %267, %265 ], [ %161, %256 ]
  %264 = phi ptr [ %266, %265 ], [ %162, %256 ]
  switch i8 %263, label %265 [
    i8 0, label %272
    i8 10, label %268
  ]

265:                                              ; preds = %262
  %266 = getelementptr inbounds i8, ptr %264, i64 1
  %267 = load i8, ptr %266, align 1, !tbaa !18
  br label %262, !llvm.loop !99

268:                                              ; preds = %262
  %269 = getelementptr inbounds i8, ptr %264, i64 1
  %270 = load i8, ptr %269, align 1, !tbaa !18
  %271 = icmp eq i8 %270, 0
  br i1 %271, label %272, label %160, !llvm.loop !100

272:                                              ; preds = %268, %262, %257
  %273 = phi ptr [ %259, %257 ], [ null, %262 ], [ null, %268 ]
  br label %274

274:                                              ; preds = %272, %394
  %275 = phi i8 [ %396, %394 ], [ %70, %272 ]
  %276 = phi ptr [ %395, %394 ], [ %8, %272 ]
  %277 = getelementptr i8, ptr %276, i64 26
  %278 = icmp eq i8 %275, 110
  br i1 %278, label %279, label %382

279:                                              ; preds = %274
  %280 = getelementptr inbounds i8, ptr %276, i64 1
  %281 = load i8, ptr %280, align 1, !tbaa !18
  %282 = icmp eq i8 %281, 111
  br i1 %282, label %283, label %382

283:                                              ; preds = %279
  %284 = getelementptr inbounds i8, ptr %276, i64 2
  %285 = load i8, ptr %284, align 1, !tbaa !18
  %286 = icmp eq i8 %285, 110
  br i1 %286, label %287, label %382

287:                                              ; preds = %283
  %288 = getelementptr inbounds i8, ptr %276, i64 3
  %289 = load i8, ptr %288, align 1, !tbaa !18
  %290 = icmp eq i8 %289, 118
  br i1 %290, label %291, label %382

291:                                              ; preds = %287
  %292 = getelementptr inbounds i8, ptr %276, i64 4
  %293 = load i8, ptr %292, align 1, !tbaa !18
  %294 = icmp eq i8 %293, 111
  br i1 %294, label %295, label %382

295:                                              ; preds = %291
  %296 = getelementptr inbounds i8, ptr %276, i64 5
  %297 = load i8, ptr %296, align 1, !tbaa !18
  %298 = icmp eq i8 %297, 108
  br i1 %298, label %299, label %382

299:                                              ; preds = %295
  %300 = getelementptr inbounds i8, ptr %276, i64 6
  %301 = load i8, ptr %300, align 1, !tbaa !18
  %302 = icmp eq i8 %301, 117
  br i1 %302, label %303, label %382

303:                                              ; preds = %299
  %304 = getelementptr inbounds i8, ptr %276, i64 7
  %305 = load i8, ptr %304, align 1, !tbaa !18
  %306 = icmp eq i8 %305, 110
  br i1 %306, label %307, label %382

307:                                              ; preds = %303
  %308 = getelementptr inbounds i8, ptr %276, i64 8
  %309 = load i8, ptr %308, align 1, !tbaa !18
  %310 = icmp eq i8 %309, 116
  br i1 %310, label %311, label %382

311:                                              ; preds = %307
  %312 = getelementptr inbounds i8, ptr %276, i64 9
  %313 = load i8, ptr %312, align 1, !tbaa !18
  %314 = icmp eq i8 %313, 97
  br i1 %314, label %315, label %382

315:                                              ; preds = %311
  %316 = getelementptr inbounds i8, ptr %276, i64 10
  %317 = load i8, ptr %316, align 1, !tbaa !18
  %318 = icmp eq i8 %317, 114
  br i1 %318, label %319, label %382

319:                                              ; preds = %315
  %320 = getelementptr inbounds i8, ptr %276, i64 11
  %321 = load i8, ptr %320, align 1, !tbaa !18
  %322 = icmp eq i8 %321, 121
  br i1 %322, label %323, label %382

323:                                              ; preds = %319
  %324 = getelementptr inbounds i8, ptr %276, i64 12
  %325 = load i8, ptr %324, align 1, !tbaa !18
  %326 = icmp eq i8 %325, 95
  br i1 %326, label %327, label %382

327:                                              ; preds = %323
  %328 = getelementptr inbounds i8, ptr %276, i64 13
  %329 = load i8, ptr %328, align 1, !tbaa !18
  %330 = icmp eq i8 %329, 99
  br i1 %330, label %331, label %382

331:                                              ; preds = %327
  %332 = getelementptr inbounds i8, ptr %276, i64 14
  %333 = load i8, ptr %332, align 1, !tbaa !18
  %334 = icmp eq i8 %333, 116
  br i1 %334, label %335, label %382

335:                                              ; preds = %331
  %336 = getelementptr inbounds i8, ptr %276, i64 15
  %337 = load i8, ptr %336, align 1, !tbaa !18
  %338 = icmp eq i8 %337, 120
  br i1 %338, label %339, label %382

339:                                              ; preds = %335
  %340 = getelementptr inbounds i8, ptr %276, i64 16
  %341 = load i8, ptr %340, align 1, !tbaa !18
  %342 = icmp eq i8 %341, 116
  br i1 %342, label %343, label %382

343:                                              ; preds = %339
  %344 = getelementptr inbounds i8, ptr %276, i64 17
  %345 = load i8, ptr %344, align 1, !tbaa !18
  %346 = icmp eq i8 %345, 95
  br i1 %346, label %347, label %382

347:                                              ; preds = %343
  %348 = getelementptr inbounds i8, ptr %276, i64 18
  %349 = load i8, ptr %348, align 1, !tbaa !18
  %350 = icmp eq i8 %349, 115
  br i1 %350, label %351, label %382

351:                                              ; preds = %347
  %352 = getelementptr inbounds i8, ptr %276, i64 19
  %353 = load i8, ptr %352, align 1, !tbaa !18
  %354 = icmp eq i8 %353, 119
  br i1 %354, label %355, label %382

355:                                              ; preds = %351
  %356 = getelementptr inbounds i8, ptr %276, i64 20
  %357 = load i8, ptr %356, align 1, !tbaa !18
  %358 = icmp eq i8 %357, 105
  br i1 %358, label %359, label %382

359:                                              ; preds = %355
  %360 = getelementptr inbounds i8, ptr %276, i64 21
  %361 = load i8, ptr %360, align 1, !tbaa !18
  %362 = icmp eq i8 %361, 116
  br i1 %362, label %363, label %382

363:                                              ; preds = %359
  %364 = getelementptr inbounds i8, ptr %276, i64 22
  %365 = load i8, ptr %364, align 1, !tbaa !18
  %366 = icmp eq i8 %365, 99
  br i1 %366, label %367, label %382

367:                                              ; preds = %363
  %368 = getelementptr inbounds i8, ptr %276, i64 23
  %369 = load i8, ptr %368, align 1, !tbaa !18
  %370 = icmp eq i8 %369, 104
  br i1 %370, label %371, label %382

371:                                              ; preds = %367
  %372 = getelementptr inbounds i8, ptr %276, i64 24
  %373 = load i8, ptr %372, align 1, !tbaa !18
  %374 = icmp eq i8 %373, 101
  br i1 %374, label %375, label %382

375:                                              ; preds = %371
  %376 = getelementptr inbounds i8, ptr %276, i64 25
  %377 = load i8, ptr %376, align 1, !tbaa !18
  %378 = icmp eq i8 %377, 115
  br i1 %378, label %379, label %382

379:                                              ; preds = %375
  %380 = load i8, ptr %277, align 1, !tbaa !18
  %381 = icmp eq i8 %380, 58
  br i1 %381, label %383, label %382

382:                                              ; preds = %274, %279, %283, %287, %291, %295, %299, %303, %307, %311, %315, %319, %323, %327, %331, %335, %339, %343, %347, %351, %355, %359, %363, %367, %371, %375, %379
  br label %388

383:                                              ; preds = %379, %387
  %384 = phi ptr [ %385, %387 ], [ %277, %379 ]
  %385 = getelementptr inbounds i8, ptr %384, i64 1
  %386 = load i8, ptr %385, align 1, !tbaa !18
  switch i8 %386, label %398 [
    i8 9, label %387
    i8 32, label %387
  ]

387:                                              ; preds = %383, %383
  br label %383, !llvm.loop !98

388:                                              ; preds = %382, %391
  %389 = phi i8 [ %393, %391 ], [ %275, %382 ]
  %390 = phi ptr [ %392, %391 ], [ %276, %382 ]
  switch i8 %389, label %391 [
    i8 0, label %398
    i8 10, label %394
  ]

391:                                              ; preds = %388
  %392 = getelementptr inbounds i8, ptr %390, i64 1
  %393 = load i8, ptr %392, align 1, !tbaa !18
  br label %388, !llvm.loop !99

394:                                              ; preds = %388
  %395 = getelementptr inbounds i8, ptr %390, i64 1
  %396 = load i8, ptr %395, align 1, !tbaa !18
  %397 = icmp eq i8 %396, 0
  br i1 %397, label %398, label %274, !llvm.loop !100

398:                                              ; preds = %394, %388, %383, %69
  %399 = phi ptr [ null, %69 ], [ %273, %383 ], [ %273, %388 ], [ %273, %394 ]
  %400 = phi ptr [ null, %69 ], [ %113, %383 ], [ %113, %388 ], [ %113, %394 ]
  %401 = phi ptr [ null, %69 ], [ %159, %383 ], [ %159, %388 ], [ %159, %394 ]
  %402 = phi ptr [ null, %69 ], [ %385, %383 ], [ null, %388 ], [ null, %394 ]
  %403 = icmp ne ptr %400, null
  %404 = icmp ne ptr %401, null
  %405 = and i1 %403, %404
  %406 = icmp ne ptr %399, null
  %407 = and i1 %406, %405
  %408 = icmp ne ptr %402, null
  %409 = and i1 %408, %407
  br i1 %409, label %410, label %477

410:                                              ; preds = %398, %419
  %411 = phi i64 [ %425, %419 ], [ 0, %398 ]
  %412 = phi ptr [ %426, %419 ], [ %401, %398 ]
  %413 = load i8, ptr %412, align 1, !tbaa !18
  %414 = add i8 %413, -58
  %415 = icmp ult i8 %414, -10
  br i1 %415, label %416, label %419

416:                                              ; preds = %410
  %417 = add i8 %413, -97
  %418 = icmp ult i8 %417, 6
  br i1 %418, label %419, label %427

419:                                              ; preds = %416, %410
  %420 = phi i64 [ 4294967248, %410 ], [ 4294967209, %416 ]
  %421 = zext nneg i8 %413 to i64
  %422 = add nuw nsw i64 %420, %421
  %423 = shl i64 %411, 4
  %424 = and i64 %422, 4294967295
  %425 = add nuw i64 %424, %423
  %426 = getelementptr inbounds i8, ptr %412, i64 1
  br label %410

427:                                              ; preds = %416
  %428 = getelementptr inbounds i8, ptr %2, i64 40
  %429 = load i8, ptr %399, align 1, !tbaa !18
  %430 = add i8 %429, -58
  %431 = icmp ult i8 %430, -10
  br i1 %431, label %444, label %432

432:                                              ; preds = %427, %432
  %433 = phi i8 [ %441, %432 ], [ %429, %427 ]
  %434 = phi ptr [ %440, %432 ], [ %399, %427 ]
  %435 = phi i64 [ %439, %432 ], [ 0, %427 ]
  %436 = mul i64 %435, 10
  %437 = and i8 %433, 15
  %438 = zext nneg i8 %437 to i64
  %439 = add i64 %436, %438
  %440 = getelementptr inbounds i8, ptr %434, i64 1
  %441 = load i8, ptr %440, align 1, !tbaa !18
  %442 = add i8 %441, -58
  %443 = icmp ult i8 %442, -10
  br i1 %443, label %444, label %432

444:                                              ; preds = %432, %427
  %445 = phi i64 [ 0, %427 ], [ %439, %432 ]
  store i64 %445, ptr %428, align 8, !tbaa !11
  %446 = load i8, ptr %402, align 1, !tbaa !18
  %447 = add i8 %446, -58
  %448 = icmp ult i8 %447, -10
  br i1 %448, label %463, label %449

449:                                              ; preds = %444, %449
  %450 = phi i8 [ %458, %449 ], [ %446, %444 ]
  %451 = phi ptr [ %457, %449 ], [ %402, %444 ]
  %452 = phi i64 [ %456, %449 ], [ 0, %444 ]
  %453 = mul i64 %452, 10
  %454 = and i8 %450, 15
  %455 = zext nneg i8 %454 to i64
  %456 = add i64 %453, %455
  %457 = getelementptr inbounds i8, ptr %451, i64 1
  %458 = load i8, ptr %457, align 1, !tbaa !18
  %459 = add i8 %458, -58
  %460 = icmp ult i8 %459, -10
  br i1 %460, label %461, label %449

461:                                              ; preds = %449
  %462 = shl i64 %456, 32
  br label %463

463:                                              ; preds = %461, %444
  %464 = phi i64 [ 0, %444 ], [ %462, %461 ]
  %465 = add i64 %464, %445
  store i64 %465, ptr %428, align 8, !tbaa !41
  %466 = load i8, ptr %400, align 1, !tbaa !18
  %467 = and i8 %466, -3
  %468 = icmp eq i8 %467, 88
  %469 = zext i1 %468 to i64
  %470 = getelementptr inbounds i8, ptr %2, i64 48
  store i64 %469, ptr %470, align 8, !tbaa !43
  %471 = getelementptr inbounds i8, ptr %0, i64 88
  %472 = load i64, ptr %471, align 8, !tbaa !59
  %473 = add i64 %472, -1
  %474 = lshr i64 %411, %473
  %475 = and i64 %474, 1
  %476 = getelementptr inbounds i8, ptr %2, i64 56
  store i64 %475, ptr %476, align 8, !tbaa !55
  br label %477

477:                                              ; preds = %66, %398, %463, %3
  %478 = phi i32 [ -1, %3 ], [ -1, %66 ], [ 0, %463 ], [ -1, %398 ]
  ret i32 %478
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #5

; Function Attrs: nounwind
define internal fastcc range(i64 -1, -9223372036854775808) i64 @task_file(ptr noundef %0, i64 noundef %1, ptr nocapture noundef readonly %2) unnamed_addr #0 {
  %4 = alloca [20 x i8], align 16
  %5 = alloca [64 x i8], align 16
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %5) #3
  %6 = getelementptr inbounds i8, ptr %5, i64 16
  store <16 x i8> <i8 47, i8 112, i8 114, i8 111, i8 99, i8 47, i8 115, i8 101, i8 108, i8 102, i8 47, i8 116, i8 97, i8 115, i8 107, i8 47>, ptr %5, align 16, !tbaa !18
  store i8 0, ptr %6, align 16, !tbaa !18
  call void @llvm.lifetime.start.p0(i64 20, ptr nonnull %4) #3
  br label %7

7:                                                ; preds = %7, %3
  %8 = phi i32 [ %18, %7 ], [ 1, %3 ]
  %9 = phi i64 [ %14, %7 ], [ 0, %3 ]
  %10 = phi i64 [ %16, %7 ], [ %1, %3 ]
  %11 = urem i64 %10, 10
  %12 = trunc nuw nsw i64 %11 to i8
  %13 = or disjoint i8 %12, 48
  %14 = add nuw nsw i64 %9, 1
  %15 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %9
  store i8 %13, ptr %15, align 1, !tbaa !18
  %16 = udiv i64 %10, 10
  %17 = icmp ult i64 %10, 10
  %18 = add i32 %8, 1
  br i1 %17, label %19, label %7, !llvm.loop !101

19:                                               ; preds = %7
  %20 = sext i32 %8 to i64
  %21 = add nsw i64 %20, -1
  %22 = and i64 %20, 7
  %23 = icmp eq i64 %22, 0
  br i1 %23, label %34, label %24

24:                                               ; preds = %19, %24
  %25 = phi i64 [ %28, %24 ], [ %20, %19 ]
  %26 = phi ptr [ %31, %24 ], [ %6, %19 ]
  %27 = phi i64 [ %32, %24 ], [ 0, %19 ]
  %28 = add nsw i64 %25, -1
  %29 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %28
  %30 = load i8, ptr %29, align 1, !tbaa !18
  %31 = getelementptr inbounds i8, ptr %26, i64 1
  store i8 %30, ptr %26, align 1, !tbaa !18
  %32 = add i64 %27, 1
  %33 = icmp eq i64 %32, %22
  br i1 %33, label %34, label %24, !llvm.loop !102

34:                                               ; preds = %24, %19
  %35 = phi ptr [ poison, %19 ], [ %31, %24 ]
  %36 = phi i64 [ %20, %19 ], [ %28, %24 ]
  %37 = phi ptr [ %6, %19 ], [ %31, %24 ]
  %38 = icmp ult i64 %21, 7
  br i1 %38, label %75, label %39

39:                                               ; preds = %34, %39
  %40 = phi i64 [ %70, %39 ], [ %36, %34 ]
  %41 = phi ptr [ %73, %39 ], [ %37, %34 ]
  %42 = add nsw i64 %40, -1
  %43 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %42
  %44 = load i8, ptr %43, align 1, !tbaa !18
  %45 = getelementptr inbounds i8, ptr %41, i64 1
  store i8 %44, ptr %41, align 1, !tbaa !18
  %46 = add nsw i64 %40, -2
  %47 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %46
  %48 = load i8, ptr %47, align 1, !tbaa !18
  %49 = getelementptr inbounds i8, ptr %41, i64 2
  store i8 %48, ptr %45, align 1, !tbaa !18
  %50 = add nsw i64 %40, -3
  %51 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %50
  %52 = load i8, ptr %51, align 1, !tbaa !18
  %53 = getelementptr inbounds i8, ptr %41, i64 3
  store i8 %52, ptr %49, align 1, !tbaa !18
  %54 = add nsw i64 %40, -4
  %55 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %54
  %56 = load i8, ptr %55, align 1, !tbaa !18
  %57 = getelementptr inbounds i8, ptr %41, i64 4
  store i8 %56, ptr %53, align 1, !tbaa !18
  %58 = add nsw i64 %40, -5
  %59 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %58
  %60 = load i8, ptr %59, align 1, !tbaa !18
  %61 = getelementptr inbounds i8, ptr %41, i64 5
  store i8 %60, ptr %57, align 1, !tbaa !18
  %62 = add nsw i64 %40, -6
  %63 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %62
  %64 = load i8, ptr %63, align 1, !tbaa !18
  %65 = getelementptr inbounds i8, ptr %41, i64 6
  store i8 %64, ptr %61, align 1, !tbaa !18
  %66 = add nsw i64 %40, -7
  %67 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %66
  %68 = load i8, ptr %67, align 1, !tbaa !18
  %69 = getelementptr inbounds i8, ptr %41, i64 7
  store i8 %68, ptr %65, align 1, !tbaa !18
  %70 = add nsw i64 %40, -8
  %71 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %70
  %72 = load i8, ptr %71, align 1, !tbaa !18
  %73 = getelementptr inbounds i8, ptr %41, i64 8
  store i8 %72, ptr %69, align 1, !tbaa !18
  %74 = icmp eq i64 %70, 0
  br i1 %74, label %75, label %39, !llvm.loop !103

75:                                               ; preds = %39, %34
  %76 = phi ptr [ %35, %34 ], [ %73, %39 ]
  call void @llvm.lifetime.end.p0(i64 20, ptr nonnull %4) #3
  %77 = load i8, ptr %2, align 1, !tbaa !18
  %78 = icmp eq i8 %77, 0
  br i1 %78, label %87, label %79

79:                                               ; preds = %75, %79
  %80 = phi i8 [ %85, %79 ], [ %77, %75 ]
  %81 = phi ptr [ %83, %79 ], [ %2, %75 ]
  %82 = phi ptr [ %84, %79 ], [ %76, %75 ]
  %83 = getelementptr inbounds i8, ptr %81, i64 1
  %84 = getelementptr inbounds i8, ptr %82, i64 1
  store i8 %80, ptr %82, align 1, !tbaa !18
  %85 = load i8, ptr %83, align 1, !tbaa !18
  %86 = icmp eq i8 %85, 0
  br i1 %86, label %87, label %79, !llvm.loop !104

87:                                               ; preds = %79, %75
  %88 = phi ptr [ %76, %75 ], [ %84, %79 ]
  store i8 0, ptr %88, align 1, !tbaa !18
  %89 = ptrtoint ptr %5 to i64
  %90 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 %89, i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %91 = icmp slt i64 %90, 0
  br i1 %91, label %108, label %92

92:                                               ; preds = %87
  %93 = getelementptr inbounds i8, ptr %0, i64 2171032
  %94 = ptrtoint ptr %93 to i64
  br label %98

95:                                               ; preds = %98
  %96 = add nuw nsw i64 %102, %99
  %97 = icmp slt i64 %96, 16383
  br i1 %97, label %98, label %104, !llvm.loop !105

98:                                               ; preds = %92, %95
  %99 = phi i64 [ 0, %92 ], [ %96, %95 ]
  %100 = add i64 %99, %94
  %101 = sub nuw nsw i64 16383, %99
  %102 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 0, i64 %90, i64 %100, i64 %101, i64 0, i64 0, i64 0) #3, !srcloc !10
  %103 = icmp sgt i64 %102, 0
  br i1 %103, label %95, label %104

104:                                              ; preds = %95, %98
  %105 = phi i64 [ %96, %95 ], [ %99, %98 ]
  %106 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %90, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %107 = getelementptr inbounds [16384 x i8], ptr %93, i64 0, i64 %105
  store i8 0, ptr %107, align 1, !tbaa !18
  br label %108

108:                                              ; preds = %87, %104
  %109 = phi i64 [ %105, %104 ], [ -1, %87 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %5) #3
  ret i64 %109
}

; Function Attrs: nounwind
define internal fastcc i64 @control_block(ptr noundef %0, ptr nocapture noundef readonly %1, i64 noundef %2) unnamed_addr #0 {
  %4 = alloca [2 x i64], align 16
  %5 = alloca [2 x i64], align 16
  %6 = getelementptr inbounds i8, ptr %1, i64 8
  %7 = load i64, ptr %6, align 8, !tbaa !79
  %8 = load i64, ptr %1, align 8, !tbaa !81
  %9 = sub i64 %7, %8
  %10 = tail call i64 @llvm.umin.i64(i64 %9, i64 65536)
  %11 = sub i64 %7, %10
  %12 = getelementptr inbounds i8, ptr %1, i64 16
  %13 = load i64, ptr %12, align 8, !tbaa !83
  %14 = and i64 %13, 2
  %15 = icmp eq i64 %14, 0
  br i1 %15, label %81, label %16

16:                                               ; preds = %3
  %17 = getelementptr inbounds i8, ptr %0, i64 144
  %18 = load i64, ptr %17, align 8, !tbaa !34
  %19 = icmp eq i64 %18, 0
  br i1 %19, label %81, label %20

20:                                               ; preds = %16
  %21 = getelementptr inbounds i8, ptr %0, i64 2187928
  %22 = ptrtoint ptr %21 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #3
  store i64 %22, ptr %4, align 16, !tbaa !11
  %23 = getelementptr inbounds i8, ptr %4, i64 8
  store i64 %10, ptr %23, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #3
  store i64 %11, ptr %5, align 16, !tbaa !11
  %24 = getelementptr inbounds i8, ptr %5, i64 8
  store i64 %10, ptr %24, align 8, !tbaa !11
  %25 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %26 = ptrtoint ptr %4 to i64
  %27 = ptrtoint ptr %5 to i64
  %28 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %25, i64 %26, i64 1, i64 %27, i64 1, i64 0) #3, !srcloc !10
  %29 = call i64 @llvm.smax.i64(i64 %28, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #3
  %30 = icmp eq i64 %29, %10
  br i1 %30, label %31, label %81

31:                                               ; preds = %20
  %32 = load i64, ptr %17, align 8, !tbaa !34
  %33 = lshr i64 %32, 3
  %34 = lshr i64 %10, 3
  %35 = add nuw nsw i64 %33, 2
  %36 = icmp ult i64 %35, %34
  br i1 %36, label %37, label %81

37:                                               ; preds = %31
  %38 = getelementptr inbounds i8, ptr %1, i64 24
  %39 = add nsw i64 %34, -2
  %40 = sub nsw i64 %39, %33
  br label %41

41:                                               ; preds = %37, %78
  %42 = phi i64 [ 0, %37 ], [ %79, %78 ]
  %43 = shl i64 %42, 3
  %44 = add i64 %43, %11
  %45 = getelementptr inbounds [32768 x i64], ptr %21, i64 0, i64 %42
  %46 = load i64, ptr %45, align 8, !tbaa !11
  %47 = icmp eq i64 %46, %44
  br i1 %47, label %48, label %78

48:                                               ; preds = %41
  %49 = add nuw nsw i64 %42, 2
  %50 = getelementptr inbounds [32768 x i64], ptr %21, i64 0, i64 %49
  %51 = load i64, ptr %50, align 8, !tbaa !11
  %52 = icmp eq i64 %51, %44
  br i1 %52, label %53, label %78

53:                                               ; preds = %48
  %54 = getelementptr inbounds i8, ptr %45, i64 %32
  %55 = load i32, ptr %54, align 4, !tbaa !4
  %56 = zext i32 %55 to i64
  %57 = icmp eq i64 %56, %2
  br i1 %57, label %58, label %78

58:                                               ; preds = %53
  %59 = add nuw nsw i64 %42, 512
  %60 = call i64 @llvm.umin.i64(i64 %34, i64 %59)
  %61 = icmp ugt i64 %34, %42
  br i1 %61, label %62, label %78

62:                                               ; preds = %58
  %63 = load i64, ptr %38, align 8, !tbaa !106
  br label %64

64:                                               ; preds = %62, %75
  %65 = phi i64 [ %42, %62 ], [ %76, %75 ]
  %66 = getelementptr inbounds [32768 x i64], ptr %21, i64 0, i64 %65
  %67 = load i64, ptr %66, align 8, !tbaa !11
  %68 = icmp ugt i64 %63, %67
  br i1 %68, label %75, label %69

69:                                               ; preds = %64
  %70 = load i64, ptr %1, align 8, !tbaa !81
  %71 = icmp ult i64 %67, %70
  %72 = and i64 %67, 4095
  %73 = icmp eq i64 %72, 0
  %74 = and i1 %73, %71
  br i1 %74, label %81, label %75

75:                                               ; preds = %64, %69
  %76 = add nuw nsw i64 %65, 1
  %77 = icmp ult i64 %76, %60
  br i1 %77, label %64, label %78, !llvm.loop !107

78:                                               ; preds = %75, %58, %53, %48, %41
  %79 = add nuw nsw i64 %42, 1
  %80 = icmp eq i64 %79, %40
  br i1 %80, label %81, label %41, !llvm.loop !108

81:                                               ; preds = %78, %69, %31, %3, %16, %20
  %82 = phi i64 [ 0, %20 ], [ 0, %16 ], [ 0, %3 ], [ 0, %31 ], [ %44, %69 ], [ 0, %78 ]
  ret i64 %82
}

; Function Attrs: nounwind
define internal fastcc void @scan_range(ptr noundef %0, i64 noundef %1, i64 noundef %2, i64 noundef %3, i64 noundef %4) unnamed_addr #0 {
  %6 = alloca [2 x i64], align 16
  %7 = alloca [2 x i64], align 16
  %8 = add i64 %2, 7
  %9 = and i64 %8, -8
  %10 = and i64 %3, -8
  %11 = icmp ult i64 %9, %10
  br i1 %11, label %12, label %199

12:                                               ; preds = %5
  %13 = icmp sgt i64 %1, -1
  %14 = getelementptr inbounds i8, ptr %0, i64 2187416
  %15 = ptrtoint ptr %14 to i64
  %16 = getelementptr inbounds i8, ptr %0, i64 2187928
  %17 = ptrtoint ptr %16 to i64
  %18 = getelementptr inbounds i8, ptr %6, i64 8
  %19 = getelementptr inbounds i8, ptr %7, i64 8
  %20 = ptrtoint ptr %6 to i64
  %21 = ptrtoint ptr %7 to i64
  %22 = getelementptr inbounds i8, ptr %0, i64 40
  %23 = getelementptr inbounds i8, ptr %0, i64 48
  %24 = getelementptr inbounds i8, ptr %0, i64 136
  %25 = getelementptr inbounds i8, ptr %0, i64 32
  %26 = getelementptr inbounds i8, ptr %0, i64 24
  %27 = getelementptr inbounds i8, ptr %0, i64 72
  %28 = getelementptr inbounds i8, ptr %0, i64 104
  br label %31

29:                                               ; preds = %196, %47
  %30 = icmp ult i64 %34, %10
  br i1 %30, label %31, label %199, !llvm.loop !109

31:                                               ; preds = %12, %29
  %32 = phi i64 [ %9, %12 ], [ %35, %29 ]
  %33 = or i64 %32, 262143
  %34 = add i64 %33, 1
  %35 = call i64 @llvm.umin.i64(i64 %34, i64 %10)
  %36 = lshr i64 %32, 12
  %37 = add i64 %35, -1
  %38 = lshr i64 %37, 12
  %39 = sub nsw i64 %38, %36
  %40 = add nsw i64 %39, 1
  br i1 %13, label %41, label %47

41:                                               ; preds = %31
  %42 = shl nsw i64 %40, 3
  %43 = shl nuw nsw i64 %36, 3
  %44 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 17, i64 %1, i64 %15, i64 %42, i64 %43, i64 0, i64 0) #3, !srcloc !10
  %45 = icmp eq i64 %44, %42
  %46 = zext i1 %45 to i64
  br label %47

47:                                               ; preds = %41, %31
  %48 = phi i64 [ %46, %41 ], [ 0, %31 ]
  %49 = icmp eq i64 %40, 0
  br i1 %49, label %29, label %50

50:                                               ; preds = %47
  %51 = icmp eq i64 %48, 0
  br label %52

52:                                               ; preds = %50, %196
  %53 = phi i64 [ 0, %50 ], [ %197, %196 ]
  %54 = add nuw i64 %53, 1
  %55 = call i64 @llvm.umax.i64(i64 %40, i64 %54)
  br label %56

56:                                               ; preds = %52, %62
  %57 = phi i64 [ %53, %52 ], [ %63, %62 ]
  br i1 %51, label %62, label %58

58:                                               ; preds = %56
  %59 = getelementptr inbounds [64 x i64], ptr %14, i64 0, i64 %57
  %60 = load i64, ptr %59, align 8, !tbaa !11
  %61 = icmp ult i64 %60, 4611686018427387904
  br i1 %61, label %65, label %62

62:                                               ; preds = %56, %58
  %63 = add nuw i64 %57, 1
  %64 = icmp ult i64 %63, %40
  br i1 %64, label %56, label %65, !llvm.loop !110

65:                                               ; preds = %62, %58
  %66 = phi i64 [ %55, %62 ], [ %57, %58 ]
  %67 = icmp eq i64 %66, %53
  br i1 %67, label %196, label %68, !llvm.loop !111

68:                                               ; preds = %65
  %69 = add i64 %53, %36
  %70 = shl i64 %69, 12
  %71 = add i64 %66, %36
  %72 = shl i64 %71, 12
  %73 = call i64 @llvm.umax.i64(i64 %70, i64 %32)
  %74 = call i64 @llvm.umin.i64(i64 %72, i64 %35)
  %75 = icmp ult i64 %73, %74
  br i1 %75, label %76, label %196

76:                                               ; preds = %68, %193
  %77 = phi i64 [ %194, %193 ], [ %73, %68 ]
  %78 = sub i64 %74, %77
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %6) #3
  store i64 %17, ptr %6, align 16, !tbaa !11
  store i64 %78, ptr %18, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %7) #3
  store i64 %77, ptr %7, align 16, !tbaa !11
  store i64 %78, ptr %19, align 8, !tbaa !11
  %79 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %80 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %79, i64 %20, i64 1, i64 %21, i64 1, i64 0) #3, !srcloc !10
  %81 = call i64 @llvm.smax.i64(i64 %80, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %7) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %6) #3
  %82 = and i64 %81, 9223372036854775800
  %83 = icmp eq i64 %82, 0
  br i1 %83, label %84, label %87

84:                                               ; preds = %76
  %85 = and i64 %77, -4096
  %86 = add i64 %85, 4096
  br label %193, !llvm.loop !112

87:                                               ; preds = %76
  %88 = lshr i64 %81, 3
  %89 = load i64, ptr %22, align 8, !tbaa !76
  %90 = load i64, ptr %23, align 8, !tbaa !77
  br label %91

91:                                               ; preds = %186, %87
  %92 = phi i64 [ 0, %87 ], [ %187, %186 ]
  %93 = getelementptr inbounds i64, ptr %16, i64 %92
  %94 = load i64, ptr %93, align 8, !tbaa !11
  %95 = sub i64 %94, %89
  %96 = icmp ult i64 %95, %90
  br i1 %96, label %97, label %143, !prof !113

97:                                               ; preds = %91
  %98 = shl nuw i64 %92, 3
  %99 = add i64 %98, %77
  %100 = icmp uge i64 %99, %4
  %101 = load i64, ptr %25, align 8, !tbaa !47
  %102 = inttoptr i64 %101 to ptr
  %103 = load i64, ptr %26, align 8, !tbaa !48
  %104 = icmp eq i64 %103, 0
  br i1 %104, label %117, label %105

105:                                              ; preds = %97, %105
  %106 = phi i64 [ %115, %105 ], [ 0, %97 ]
  %107 = phi i64 [ %114, %105 ], [ %103, %97 ]
  %108 = add i64 %107, %106
  %109 = lshr i64 %108, 1
  %110 = getelementptr inbounds %struct.range, ptr %102, i64 %109, i32 1
  %111 = load i64, ptr %110, align 8, !tbaa !49
  %112 = icmp ugt i64 %111, %94
  %113 = add nuw i64 %109, 1
  %114 = select i1 %112, i64 %109, i64 %107
  %115 = select i1 %112, i64 %106, i64 %113
  %116 = icmp ult i64 %115, %114
  br i1 %116, label %105, label %117, !llvm.loop !51

117:                                              ; preds = %105, %97
  %118 = phi i64 [ 0, %97 ], [ %115, %105 ]
  %119 = icmp eq i64 %118, %103
  br i1 %119, label %143, label %120

120:                                              ; preds = %117
  %121 = getelementptr inbounds %struct.range, ptr %102, i64 %118
  %122 = load i64, ptr %121, align 8, !tbaa !52
  %123 = icmp ugt i64 %122, %94
  br i1 %123, label %143, label %124

124:                                              ; preds = %120
  %125 = icmp eq i64 %122, %94
  br i1 %125, label %126, label %131

126:                                              ; preds = %124
  %127 = getelementptr inbounds i8, ptr %121, i64 24
  %128 = load i64, ptr %127, align 8, !tbaa !114
  %129 = icmp eq i64 %128, 0
  %130 = or i1 %100, %129
  br i1 %130, label %131, label %143

131:                                              ; preds = %126, %124
  %132 = load i64, ptr %27, align 8, !tbaa !53
  %133 = inttoptr i64 %132 to ptr
  %134 = getelementptr inbounds i8, ptr %121, i64 16
  %135 = load i64, ptr %134, align 8, !tbaa !54
  %136 = getelementptr inbounds i64, ptr %133, i64 %135
  %137 = load i64, ptr %136, align 8, !tbaa !11
  %138 = icmp eq i64 %137, 0
  br i1 %138, label %139, label %143

139:                                              ; preds = %131
  %140 = select i1 %100, i64 -9223372036854775808, i64 0
  %141 = or i64 %140, %99
  store i64 %141, ptr %136, align 8, !tbaa !11
  %142 = load i64, ptr %93, align 8, !tbaa !11
  br label %143

143:                                              ; preds = %139, %131, %126, %120, %117, %91
  %144 = phi i64 [ %94, %91 ], [ %94, %117 ], [ %94, %120 ], [ %94, %126 ], [ %94, %131 ], [ %142, %139 ]
  %145 = call i64 @llvm.fshl.i64(i64 %144, i64 %144, i64 47)
  %146 = load i64, ptr %24, align 8, !tbaa !33
  %147 = xor i64 %145, %146
  %148 = sub i64 %147, %89
  %149 = icmp ult i64 %148, %90
  br i1 %149, label %150, label %186, !prof !113

150:                                              ; preds = %143
  %151 = shl nuw i64 %92, 3
  %152 = add i64 %151, %77
  %153 = load i64, ptr %25, align 8, !tbaa !47
  %154 = inttoptr i64 %153 to ptr
  %155 = load i64, ptr %26, align 8, !tbaa !48
  %156 = icmp eq i64 %155, 0
  br i1 %156, label %169, label %157

157:                                              ; preds = %150, %157
  %158 = phi i64 [ %167, %157 ], [ 0, %150 ]
  %159 = phi i64 [ %166, %157 ], [ %155, %150 ]
  %160 = add i64 %159, %158
  %161 = lshr i64 %160, 1
  %162 = getelementptr inbounds %struct.range, ptr %154, i64 %161, i32 1
  %163 = load i64, ptr %162, align 8, !tbaa !49
  %164 = icmp ugt i64 %163, %147
  %165 = add nuw i64 %161, 1
  %166 = select i1 %164, i64 %161, i64 %159
  %167 = select i1 %164, i64 %158, i64 %165
  %168 = icmp ult i64 %167, %166
  br i1 %168, label %157, label %169, !llvm.loop !51

169:                                              ; preds = %157, %150
  %170 = phi i64 [ 0, %150 ], [ %167, %157 ]
  %171 = icmp eq i64 %170, %155
  br i1 %171, label %186, label %172

172:                                              ; preds = %169
  %173 = getelementptr inbounds %struct.range, ptr %154, i64 %170
  %174 = load i64, ptr %173, align 8, !tbaa !52
  %175 = icmp ugt i64 %174, %147
  br i1 %175, label %186, label %176

176:                                              ; preds = %172
  %177 = load i64, ptr %27, align 8, !tbaa !53
  %178 = inttoptr i64 %177 to ptr
  %179 = getelementptr inbounds i8, ptr %173, i64 16
  %180 = load i64, ptr %179, align 8, !tbaa !54
  %181 = getelementptr inbounds i64, ptr %178, i64 %180
  %182 = load i64, ptr %181, align 8, !tbaa !11
  %183 = icmp eq i64 %182, 0
  br i1 %183, label %184, label %186

184:                                              ; preds = %176
  %185 = or i64 %152, -9223372036854775808
  store i64 %185, ptr %181, align 8, !tbaa !11
  br label %186

186:                                              ; preds = %184, %176, %172, %169, %143
  %187 = add nuw i64 %92, 1
  %188 = icmp eq i64 %187, %88
  br i1 %188, label %189, label %91, !llvm.loop !115

189:                                              ; preds = %186
  %190 = load i64, ptr %28, align 8, !tbaa !29
  %191 = add i64 %190, %82
  store i64 %191, ptr %28, align 8, !tbaa !29
  %192 = add i64 %82, %77
  br label %193

193:                                              ; preds = %189, %84
  %194 = phi i64 [ %192, %189 ], [ %86, %84 ]
  %195 = icmp ult i64 %194, %74
  br i1 %195, label %76, label %196

196:                                              ; preds = %193, %65, %68
  %197 = phi i64 [ %66, %68 ], [ %54, %65 ], [ %66, %193 ]
  %198 = icmp ult i64 %197, %40
  br i1 %198, label %52, label %29

199:                                              ; preds = %29, %5
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umax.i32(i32, i32) #6

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #6

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umin.i64(i64, i64) #6

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umax.i64(i64, i64) #6

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.fshl.i64(i64, i64, i64) #6

attributes #0 = { nounwind "min-legal-vector-width"="0" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="x86-64" "target-features"="+cmov,+cx8,+fxsr,+mmx,+sse,+sse2,+x87" "tune-cpu"="generic" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { mustprogress nocallback nofree nosync nounwind willreturn memory(none) }
attributes #3 = { nounwind }
attributes #4 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #5 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #6 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #7 = { nobuiltin "no-builtins" }

!llvm.module.flags = !{!0, !1, !2}
!llvm.ident = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{i32 7, !"PIE Level", i32 2}
!3 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!4 = !{!5, !5, i64 0}
!5 = !{!"int", !6, i64 0}
!6 = !{!"omnipotent char", !7, i64 0}
!7 = !{!"Simple C/C++ TBAA"}
!8 = !{!9, !9, i64 0}
!9 = !{!"any pointer", !6, i64 0}
!10 = !{i64 3636}
!11 = !{!12, !12, i64 0}
!12 = !{!"long", !6, i64 0}
!13 = !{!14, !12, i64 120}
!14 = !{!"request", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56, !12, i64 64, !12, i64 72, !12, i64 80, !12, i64 88, !12, i64 96, !12, i64 104, !12, i64 112, !12, i64 120, !12, i64 128, !12, i64 136, !12, i64 144, !6, i64 152, !6, i64 73880, !6, i64 2171032, !6, i64 2187416, !6, i64 2187928}
!15 = !{!16, !12, i64 0}
!16 = !{!"thread", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56, !12, i64 64}
!17 = !{!16, !12, i64 8}
!18 = !{!6, !6, i64 0}
!19 = distinct !{!19, !20}
!20 = !{!"llvm.loop.mustprogress"}
!21 = !{!16, !12, i64 16}
!22 = !{!16, !12, i64 24}
!23 = !{i64 3862}
!24 = !{!16, !12, i64 32}
!25 = distinct !{!25, !20}
!26 = !{!16, !12, i64 64}
!27 = distinct !{!27, !20}
!28 = !{!14, !12, i64 112}
!29 = !{!14, !12, i64 104}
!30 = !{!14, !12, i64 96}
!31 = !{!14, !12, i64 16}
!32 = !{!14, !12, i64 8}
!33 = !{!14, !12, i64 136}
!34 = !{!14, !12, i64 144}
!35 = distinct !{!35, !20}
!36 = !{!37, !12, i64 24}
!37 = !{!"sight", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56}
!38 = !{!16, !12, i64 40}
!39 = !{!37, !12, i64 16}
!40 = !{!16, !12, i64 48}
!41 = !{!37, !12, i64 40}
!42 = !{!16, !12, i64 56}
!43 = !{!37, !12, i64 48}
!44 = !{!37, !12, i64 0}
!45 = !{!14, !12, i64 80}
!46 = !{!37, !12, i64 32}
!47 = !{!14, !12, i64 32}
!48 = !{!14, !12, i64 24}
!49 = !{!50, !12, i64 8}
!50 = !{!"range", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24}
!51 = distinct !{!51, !20}
!52 = !{!50, !12, i64 0}
!53 = !{!14, !12, i64 72}
!54 = !{!50, !12, i64 16}
!55 = !{!37, !12, i64 56}
!56 = distinct !{!56, !20}
!57 = !{!14, !12, i64 0}
!58 = distinct !{!58, !20}
!59 = !{!14, !12, i64 88}
!60 = distinct !{!60, !20}
!61 = distinct !{!61, !20}
!62 = distinct !{!62, !20}
!63 = distinct !{!63, !20}
!64 = distinct !{!64, !65}
!65 = !{!"llvm.loop.unroll.disable"}
!66 = distinct !{!66, !20}
!67 = !{!14, !12, i64 128}
!68 = !{!14, !12, i64 56}
!69 = !{!14, !12, i64 64}
!70 = !{!71, !12, i64 0}
!71 = !{!"block", !12, i64 0, !12, i64 8, !12, i64 16}
!72 = !{!71, !12, i64 8}
!73 = !{!71, !12, i64 16}
!74 = distinct !{!74, !20}
!75 = distinct !{!75, !20}
!76 = !{!14, !12, i64 40}
!77 = !{!14, !12, i64 48}
!78 = distinct !{!78, !20}
!79 = !{!80, !12, i64 8}
!80 = !{!"mapping", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24}
!81 = !{!80, !12, i64 0}
!82 = distinct !{!82, !20}
!83 = !{!80, !12, i64 16}
!84 = distinct !{!84, !20}
!85 = distinct !{!85, !20}
!86 = distinct !{!86, !20}
!87 = distinct !{!87, !20}
!88 = !{!37, !12, i64 8}
!89 = distinct !{!89, !20}
!90 = distinct !{!90, !20}
!91 = distinct !{!91, !20}
!92 = distinct !{!92, !20}
!93 = !{!94, !94, i64 0}
!94 = !{!"short", !6, i64 0}
!95 = distinct !{!95, !20}
!96 = distinct !{!96, !20}
!97 = distinct !{!97, !20}
!98 = distinct !{!98, !20}
!99 = distinct !{!99, !20}
!100 = distinct !{!100, !20}
!101 = distinct !{!101, !20}
!102 = distinct !{!102, !65}
!103 = distinct !{!103, !20}
!104 = distinct !{!104, !20}
!105 = distinct !{!105, !20}
!106 = !{!80, !12, i64 24}
!107 = distinct !{!107, !20}
!108 = distinct !{!108, !20}
!109 = distinct !{!109, !20}
!110 = distinct !{!110, !20}
!111 = distinct !{!111, !20}
!112 = distinct !{!112, !20}
!113 = !{!"branch_weights", !"expected", i32 1, i32 2000}
!114 = !{!50, !12, i64 24}
!115 = distinct !{!115, !20}
