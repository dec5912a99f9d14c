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
@memory_file = internal unnamed_addr global i64 -1, align 8
@.str = private unnamed_addr constant [9 x i8] c"/syscall\00", align 1
@.str.1 = private unnamed_addr constant [8 x i8] c"/status\00", align 1
@stop_threads.epoch = internal unnamed_addr global i32 0, align 4
@.str.7 = private unnamed_addr constant [16 x i8] c"/proc/self/task\00", align 1
@__const.wait_for.step = private unnamed_addr constant [2 x i64] [i64 0, i64 2000000], align 16
@.str.8 = private unnamed_addr constant [22 x i8] c"/proc/thread-self/mem\00", align 1
@.str.9 = private unnamed_addr constant [26 x i8] c"/proc/thread-self/pagemap\00", align 1
@.str.10 = private unnamed_addr constant [16 x i8] c"/proc/self/maps\00", align 1
@.str.11 = private unnamed_addr constant [23 x i8] c"/proc/thread-self/maps\00", align 1

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
  %22 = getelementptr inbounds i8, ptr %7, i64 192
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
  %10 = alloca [2 x i64], align 16
  %11 = alloca [2 x i64], align 16
  %12 = alloca i64, align 8
  %13 = alloca i64, align 8
  %14 = alloca [2 x i64], align 16
  %15 = alloca [2 x i64], align 16
  %16 = alloca [2 x i64], align 16
  %17 = alloca %struct.sight, align 8
  %18 = alloca %struct.sight, align 8
  %19 = alloca [2 x i64], align 16
  %20 = alloca [2 x i64], align 16
  tail call void @llvm.eh.unwind.init()
  %21 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 186, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %22 = getelementptr inbounds i8, ptr %0, i64 112
  store i64 0, ptr %22, align 8, !tbaa !28
  %23 = getelementptr inbounds i8, ptr %0, i64 104
  store i64 0, ptr %23, align 8, !tbaa !29
  %24 = getelementptr inbounds i8, ptr %0, i64 96
  store i64 0, ptr %24, align 8, !tbaa !30
  %25 = getelementptr inbounds i8, ptr %0, i64 16
  store i64 0, ptr %25, align 8, !tbaa !31
  %26 = getelementptr inbounds i8, ptr %0, i64 8
  store i64 0, ptr %26, align 8, !tbaa !32
  %27 = tail call i64 asm sideeffect "movq %fs:($1),$0", "=r,r,~{dirflag},~{fpsr},~{flags}"(i64 48) #3, !srcloc !23
  %28 = getelementptr inbounds i8, ptr %0, i64 136
  store i64 %27, ptr %28, align 8, !tbaa !33
  %29 = tail call i64 asm sideeffect "movq %fs:($1),$0", "=r,r,~{dirflag},~{fpsr},~{flags}"(i64 0) #3, !srcloc !23
  %30 = trunc i64 %21 to i32
  br label %31

31:                                               ; preds = %55, %1
  %32 = phi i64 [ 64, %1 ], [ %56, %55 ]
  %33 = add i64 %32, %29
  %34 = inttoptr i64 %33 to ptr
  %35 = load i32, ptr %34, align 4, !tbaa !4
  %36 = icmp eq i32 %35, %30
  br i1 %36, label %58, label %37

37:                                               ; preds = %31
  %38 = or disjoint i64 %32, 4
  %39 = add i64 %38, %29
  %40 = inttoptr i64 %39 to ptr
  %41 = load i32, ptr %40, align 4, !tbaa !4
  %42 = icmp eq i32 %41, %30
  br i1 %42, label %58, label %43

43:                                               ; preds = %37
  %44 = or disjoint i64 %32, 8
  %45 = add i64 %44, %29
  %46 = inttoptr i64 %45 to ptr
  %47 = load i32, ptr %46, align 4, !tbaa !4
  %48 = icmp eq i32 %47, %30
  br i1 %48, label %58, label %49

49:                                               ; preds = %43
  %50 = or disjoint i64 %32, 12
  %51 = add i64 %50, %29
  %52 = inttoptr i64 %51 to ptr
  %53 = load i32, ptr %52, align 4, !tbaa !4
  %54 = icmp eq i32 %53, %30
  br i1 %54, label %58, label %55

55:                                               ; preds = %49
  %56 = add nuw nsw i64 %32, 16
  %57 = icmp ugt i64 %50, 2043
  br i1 %57, label %58, label %31, !llvm.loop !34

58:                                               ; preds = %55, %49, %43, %37, %31
  %59 = phi i64 [ %32, %31 ], [ %38, %37 ], [ %44, %43 ], [ %50, %49 ], [ 0, %55 ]
  %60 = getelementptr inbounds i8, ptr %0, i64 144
  store i64 %59, ptr %60, align 8, !tbaa !35
  %61 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %62 = icmp eq i32 %61, 0
  br i1 %62, label %63, label %67

63:                                               ; preds = %58
  %64 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %65 = load volatile i32, ptr @left, align 4, !tbaa !4
  %66 = icmp eq i32 %64, %65
  br i1 %66, label %68, label %67

67:                                               ; preds = %63, %58
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 4, ptr %26, align 8, !tbaa !32
  br label %1057

68:                                               ; preds = %63
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %18) #3
  %69 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %21, ptr noundef nonnull %18) #7
  %70 = icmp eq i32 %69, 0
  %71 = load i64, ptr %18, align 8
  %72 = icmp ne i64 %71, 0
  %73 = select i1 %70, i1 %72, i1 false
  br i1 %73, label %74, label %89

74:                                               ; preds = %68
  %75 = tail call ptr @llvm.frameaddress.p0(i32 0)
  %76 = ptrtoint ptr %75 to i64
  %77 = getelementptr inbounds i8, ptr %18, i64 24
  %78 = load i64, ptr %77, align 8, !tbaa !36
  %79 = sub i64 %76, %78
  %80 = add i64 %79, -1048577
  %81 = icmp ult i64 %80, -2097153
  %82 = zext i1 %81 to i64
  %83 = getelementptr inbounds i8, ptr %0, i64 160
  store i64 %82, ptr %83, align 8, !tbaa !38
  br i1 %81, label %84, label %91

84:                                               ; preds = %74
  %85 = getelementptr inbounds i8, ptr %18, i64 8
  %86 = load i64, ptr %85, align 8, !tbaa !39
  %87 = icmp eq i64 %86, 0
  %88 = select i1 %87, i64 202, i64 98
  br label %91

89:                                               ; preds = %68
  %90 = getelementptr inbounds i8, ptr %0, i64 160
  store i64 0, ptr %90, align 8, !tbaa !38
  br label %91

91:                                               ; preds = %74, %84, %89
  %92 = phi i64 [ %88, %84 ], [ 202, %74 ], [ 202, %89 ]
  %93 = getelementptr inbounds i8, ptr %0, i64 168
  store i64 %92, ptr %93, align 8, !tbaa !40
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %18) #3
  %94 = tail call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef 0) #7
  %95 = icmp slt i64 %94, 0
  br i1 %95, label %96, label %97

96:                                               ; preds = %91
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 2, ptr %26, align 8, !tbaa !32
  br label %309

97:                                               ; preds = %91
  %98 = icmp ugt i64 %94, 1024
  br i1 %98, label %99, label %100

99:                                               ; preds = %97
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 1, ptr %26, align 8, !tbaa !32
  br label %309

100:                                              ; preds = %97
  %101 = getelementptr inbounds i8, ptr %0, i64 120
  store i64 %94, ptr %101, align 8, !tbaa !13
  %102 = icmp eq i64 %94, 0
  br i1 %102, label %239, label %103

103:                                              ; preds = %100
  %104 = getelementptr inbounds i8, ptr %0, i64 192
  %105 = getelementptr inbounds i8, ptr %17, i64 24
  %106 = getelementptr inbounds i8, ptr %17, i64 8
  %107 = getelementptr inbounds i8, ptr %17, i64 16
  %108 = getelementptr inbounds i8, ptr %17, i64 40
  %109 = getelementptr inbounds i8, ptr %17, i64 48
  %110 = getelementptr inbounds i8, ptr %0, i64 80
  %111 = getelementptr inbounds i8, ptr %0, i64 160
  %112 = getelementptr inbounds i8, ptr %0, i64 184
  %113 = getelementptr inbounds i8, ptr %0, i64 176
  %114 = getelementptr inbounds i8, ptr %17, i64 56
  %115 = getelementptr inbounds i8, ptr %17, i64 32
  %116 = getelementptr inbounds i8, ptr %0, i64 32
  %117 = getelementptr inbounds i8, ptr %0, i64 24
  %118 = getelementptr inbounds i8, ptr %0, i64 72
  br label %119

119:                                              ; preds = %233, %103
  %120 = phi i64 [ 0, %103 ], [ %234, %233 ]
  %121 = phi i64 [ 0, %103 ], [ %235, %233 ]
  %122 = getelementptr inbounds [1024 x %struct.thread], ptr %104, i64 0, i64 %121
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %17) #3
  %123 = load i64, ptr %122, align 8, !tbaa !15
  %124 = icmp eq i64 %123, %21
  br i1 %124, label %125, label %127

125:                                              ; preds = %119
  %126 = getelementptr inbounds i8, ptr %122, i64 8
  store i64 6, ptr %126, align 8, !tbaa !17
  br label %233

127:                                              ; preds = %119
  %128 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %123, ptr noundef nonnull %17) #7
  %129 = icmp slt i32 %128, 0
  br i1 %129, label %130, label %132

130:                                              ; preds = %127
  %131 = load i64, ptr %122, align 8, !tbaa !15
  store i64 %131, ptr %25, align 8, !tbaa !31
  store i64 2, ptr %26, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %17) #3
  br label %309

132:                                              ; preds = %127
  %133 = load i64, ptr %105, align 8, !tbaa !36
  %134 = getelementptr inbounds i8, ptr %122, i64 16
  store i64 %133, ptr %134, align 8, !tbaa !21
  %135 = load i64, ptr %106, align 8, !tbaa !39
  %136 = getelementptr inbounds i8, ptr %122, i64 40
  store i64 %135, ptr %136, align 8, !tbaa !41
  %137 = load i64, ptr %107, align 8, !tbaa !42
  %138 = getelementptr inbounds i8, ptr %122, i64 48
  store i64 %137, ptr %138, align 8, !tbaa !43
  %139 = load i64, ptr %108, align 8, !tbaa !44
  %140 = getelementptr inbounds i8, ptr %122, i64 56
  store i64 %139, ptr %140, align 8, !tbaa !45
  %141 = load i64, ptr %109, align 8, !tbaa !46
  %142 = icmp eq i64 %141, 0
  br i1 %142, label %145, label %143

143:                                              ; preds = %132
  %144 = getelementptr inbounds i8, ptr %122, i64 8
  store i64 5, ptr %144, align 8, !tbaa !17
  br label %233

145:                                              ; preds = %132
  %146 = load i64, ptr %17, align 8, !tbaa !47
  %147 = icmp eq i64 %146, 0
  br i1 %147, label %160, label %148

148:                                              ; preds = %145
  %149 = load i64, ptr %110, align 8, !tbaa !48
  %150 = icmp eq i64 %149, 0
  br i1 %150, label %160, label %151

151:                                              ; preds = %148
  %152 = load i64, ptr %93, align 8, !tbaa !40
  %153 = icmp eq i64 %135, %152
  br i1 %153, label %154, label %160

154:                                              ; preds = %151
  %155 = add i64 %137, -256
  %156 = sub i64 %155, %149
  %157 = icmp ult i64 %156, -512
  br i1 %157, label %160, label %158

158:                                              ; preds = %154
  %159 = getelementptr inbounds i8, ptr %122, i64 8
  store i64 2, ptr %159, align 8, !tbaa !17
  br label %233

160:                                              ; preds = %154, %151, %148, %145
  %161 = load i64, ptr %111, align 8, !tbaa !38
  %162 = icmp eq i64 %161, 0
  br i1 %162, label %184, label %163

163:                                              ; preds = %160
  %164 = load i64, ptr %122, align 8, !tbaa !15
  %165 = load i64, ptr %112, align 8, !tbaa !49
  %166 = inttoptr i64 %165 to ptr
  %167 = load i64, ptr %113, align 8, !tbaa !50
  %168 = icmp eq i64 %167, 0
  br i1 %168, label %184, label %169

169:                                              ; preds = %163
  %170 = load i64, ptr %166, align 8, !tbaa !11
  %171 = icmp eq i64 %170, %164
  br i1 %171, label %182, label %172

172:                                              ; preds = %169, %176
  %173 = phi i64 [ %174, %176 ], [ 0, %169 ]
  %174 = add nuw i64 %173, 1
  %175 = icmp eq i64 %174, %167
  br i1 %175, label %184, label %176, !llvm.loop !51

176:                                              ; preds = %172
  %177 = getelementptr inbounds i64, ptr %166, i64 %174
  %178 = load i64, ptr %177, align 8, !tbaa !11
  %179 = icmp eq i64 %178, %164
  br i1 %179, label %180, label %172, !llvm.loop !51

180:                                              ; preds = %176
  %181 = icmp ult i64 %174, %167
  br i1 %181, label %182, label %184

182:                                              ; preds = %180, %169
  %183 = getelementptr inbounds i8, ptr %122, i64 8
  store i64 7, ptr %183, align 8, !tbaa !17
  br label %233

184:                                              ; preds = %172, %180, %163, %160
  %185 = load i64, ptr %114, align 8
  br i1 %147, label %228, label %186

186:                                              ; preds = %184
  %187 = icmp ne i64 %185, 0
  %188 = select i1 %162, i1 true, i1 %187
  br i1 %188, label %192, label %189

189:                                              ; preds = %186
  %190 = load i64, ptr %0, align 8, !tbaa !52
  %191 = icmp eq i64 %190, 1
  br i1 %191, label %192, label %230

192:                                              ; preds = %189, %186
  %193 = getelementptr inbounds i8, ptr %122, i64 8
  store i64 1, ptr %193, align 8, !tbaa !17
  %194 = load i64, ptr %115, align 8, !tbaa !53
  %195 = load i64, ptr %116, align 8, !tbaa !54
  %196 = inttoptr i64 %195 to ptr
  %197 = load i64, ptr %117, align 8, !tbaa !55
  %198 = icmp eq i64 %197, 0
  br i1 %198, label %211, label %199

199:                                              ; preds = %192, %199
  %200 = phi i64 [ %209, %199 ], [ 0, %192 ]
  %201 = phi i64 [ %208, %199 ], [ %197, %192 ]
  %202 = add i64 %201, %200
  %203 = lshr i64 %202, 1
  %204 = getelementptr inbounds %struct.range, ptr %196, i64 %203, i32 1
  %205 = load i64, ptr %204, align 8, !tbaa !56
  %206 = icmp ugt i64 %205, %194
  %207 = add nuw i64 %203, 1
  %208 = select i1 %206, i64 %203, i64 %201
  %209 = select i1 %206, i64 %200, i64 %207
  %210 = icmp ult i64 %209, %208
  br i1 %210, label %199, label %211, !llvm.loop !58

211:                                              ; preds = %199, %192
  %212 = phi i64 [ 0, %192 ], [ %209, %199 ]
  %213 = icmp eq i64 %212, %197
  br i1 %213, label %233, label %214

214:                                              ; preds = %211
  %215 = getelementptr inbounds %struct.range, ptr %196, i64 %212
  %216 = load i64, ptr %215, align 8, !tbaa !59
  %217 = icmp ugt i64 %216, %194
  br i1 %217, label %233, label %218

218:                                              ; preds = %214
  %219 = load i64, ptr %118, align 8, !tbaa !60
  %220 = inttoptr i64 %219 to ptr
  %221 = getelementptr inbounds i8, ptr %215, i64 16
  %222 = load i64, ptr %221, align 8, !tbaa !61
  %223 = getelementptr inbounds i64, ptr %220, i64 %222
  %224 = load i64, ptr %223, align 8, !tbaa !11
  %225 = icmp eq i64 %224, 0
  br i1 %225, label %226, label %233

226:                                              ; preds = %218
  %227 = or i64 %133, -9223372036854775808
  store i64 %227, ptr %223, align 8, !tbaa !11
  br label %233

228:                                              ; preds = %184
  %229 = icmp eq i64 %185, 0
  br i1 %229, label %230, label %237

230:                                              ; preds = %228, %189
  %231 = getelementptr inbounds i8, ptr %122, i64 8
  store i64 3, ptr %231, align 8, !tbaa !17
  %232 = add i64 %120, 1
  br label %233

233:                                              ; preds = %230, %226, %218, %214, %211, %182, %158, %143, %125
  %234 = phi i64 [ %120, %226 ], [ %120, %218 ], [ %120, %214 ], [ %120, %211 ], [ %232, %230 ], [ %120, %182 ], [ %120, %158 ], [ %120, %143 ], [ %120, %125 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %17) #3
  %235 = add nuw nsw i64 %121, 1
  %236 = icmp eq i64 %235, %94
  br i1 %236, label %239, label %119, !llvm.loop !62

237:                                              ; preds = %228
  %238 = load i64, ptr %122, align 8, !tbaa !15
  store i64 %238, ptr %25, align 8, !tbaa !31
  store i64 3, ptr %26, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %17) #3
  br label %309

239:                                              ; preds = %233, %100
  %240 = phi i64 [ 0, %100 ], [ %234, %233 ]
  %241 = load i64, ptr %0, align 8, !tbaa !52
  %242 = icmp eq i64 %241, 1
  br i1 %242, label %1057, label %243

243:                                              ; preds = %239
  store i64 %240, ptr %24, align 8, !tbaa !30
  store volatile i32 0, ptr @left, align 4, !tbaa !4
  store volatile i32 0, ptr @arrived, align 4, !tbaa !4
  store volatile ptr %0, ptr @current, align 8, !tbaa !8
  %244 = load i32, ptr @stop_threads.epoch, align 4
  %245 = add i32 %244, 1
  %246 = tail call i32 @llvm.umax.i32(i32 %245, i32 1)
  store i32 %246, ptr @stop_threads.epoch, align 4, !tbaa !4
  store atomic volatile i32 %246, ptr @stop seq_cst, align 4
  %247 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br i1 %102, label %252, label %248

248:                                              ; preds = %243
  %249 = getelementptr inbounds i8, ptr %0, i64 192
  %250 = getelementptr inbounds i8, ptr %0, i64 88
  %251 = tail call i64 @llvm.smax.i64(i64 %94, i64 1)
  br label %285

252:                                              ; preds = %295, %243
  %253 = trunc i64 %240 to i32
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %14) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %14, i8 0, i64 16, i1 false)
  %254 = ptrtoint ptr %14 to i64
  %255 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %254, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %256 = load i64, ptr %14, align 16, !tbaa !11
  %257 = mul i64 %256, 1000000000
  %258 = getelementptr inbounds i8, ptr %14, i64 8
  %259 = load i64, ptr %258, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %14) #3
  %260 = add i64 %259, 200000000
  %261 = add i64 %260, %257
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %16) #3
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %16, ptr noundef nonnull align 16 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %262 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %263 = icmp ult i32 %262, %253
  br i1 %263, label %264, label %281

264:                                              ; preds = %252
  %265 = ptrtoint ptr %15 to i64
  %266 = getelementptr inbounds i8, ptr %15, i64 8
  %267 = ptrtoint ptr %16 to i64
  br label %268

268:                                              ; preds = %276, %264
  %269 = phi i32 [ %262, %264 ], [ %279, %276 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %15) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %15, i8 0, i64 16, i1 false)
  %270 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %265, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %271 = load i64, ptr %15, align 16, !tbaa !11
  %272 = mul i64 %271, 1000000000
  %273 = load i64, ptr %266, align 8, !tbaa !11
  %274 = add i64 %272, %273
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %15) #3
  %275 = icmp ult i64 %274, %261
  br i1 %275, label %276, label %281

276:                                              ; preds = %268
  %277 = zext i32 %269 to i64
  %278 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @arrived to i64), i64 128, i64 %277, i64 %267, i64 0, i64 0) #3, !srcloc !10
  %279 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %280 = icmp ult i32 %279, %253
  br i1 %280, label %268, label %281, !llvm.loop !63

281:                                              ; preds = %276, %268, %252
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %16) #3
  br i1 %102, label %309, label %282

282:                                              ; preds = %281
  %283 = getelementptr inbounds i8, ptr %0, i64 192
  %284 = call i64 @llvm.smax.i64(i64 %94, i64 1)
  br label %301

285:                                              ; preds = %295, %248
  %286 = phi i64 [ 0, %248 ], [ %296, %295 ]
  %287 = getelementptr inbounds [1024 x %struct.thread], ptr %249, i64 0, i64 %286
  %288 = getelementptr inbounds i8, ptr %287, i64 8
  %289 = load i64, ptr %288, align 8, !tbaa !17
  %290 = icmp eq i64 %289, 3
  br i1 %290, label %291, label %295

291:                                              ; preds = %285
  %292 = load i64, ptr %287, align 8, !tbaa !15
  %293 = load i64, ptr %250, align 8, !tbaa !64
  %294 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 234, i64 %247, i64 %292, i64 %293, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %295

295:                                              ; preds = %291, %285
  %296 = add nuw nsw i64 %286, 1
  %297 = icmp eq i64 %296, %251
  br i1 %297, label %252, label %285, !llvm.loop !65

298:                                              ; preds = %301
  %299 = add nuw nsw i64 %302, 1
  %300 = icmp eq i64 %299, %284
  br i1 %300, label %309, label %301, !llvm.loop !66

301:                                              ; preds = %298, %282
  %302 = phi i64 [ 0, %282 ], [ %299, %298 ]
  %303 = getelementptr inbounds [1024 x %struct.thread], ptr %283, i64 0, i64 %302
  %304 = getelementptr inbounds i8, ptr %303, i64 8
  %305 = load i64, ptr %304, align 8, !tbaa !17
  %306 = icmp eq i64 %305, 3
  br i1 %306, label %307, label %298

307:                                              ; preds = %301
  %308 = load i64, ptr %303, align 8, !tbaa !15
  store i64 %308, ptr %25, align 8, !tbaa !31
  store i64 4, ptr %26, align 8, !tbaa !32
  br label %309

309:                                              ; preds = %298, %96, %99, %130, %237, %281, %307
  %310 = phi i1 [ true, %281 ], [ false, %307 ], [ false, %130 ], [ false, %237 ], [ false, %99 ], [ false, %96 ], [ true, %298 ]
  %311 = phi i64 [ 0, %281 ], [ 4, %307 ], [ 2, %130 ], [ 3, %237 ], [ 1, %99 ], [ 2, %96 ], [ 0, %298 ]
  %312 = load i64, ptr %0, align 8, !tbaa !52
  %313 = icmp eq i64 %312, 1
  br i1 %313, label %1057, label %314

314:                                              ; preds = %309
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %19) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %19, i8 0, i64 16, i1 false)
  %315 = ptrtoint ptr %19 to i64
  %316 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %315, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %317 = load i64, ptr %19, align 16, !tbaa !11
  %318 = getelementptr inbounds i8, ptr %19, i64 8
  %319 = load i64, ptr %318, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %19) #3
  br i1 %310, label %320, label %1011

320:                                              ; preds = %314
  %321 = getelementptr inbounds i8, ptr %0, i64 120
  %322 = load i64, ptr %321, align 8, !tbaa !13
  %323 = icmp eq i64 %322, 0
  br i1 %323, label %344, label %324

324:                                              ; preds = %320
  %325 = getelementptr inbounds i8, ptr %0, i64 192
  %326 = and i64 %322, 1
  %327 = icmp eq i64 %322, 1
  br i1 %327, label %330, label %328

328:                                              ; preds = %324
  %329 = and i64 %322, -2
  br label %982

330:                                              ; preds = %1007, %324
  %331 = phi i64 [ 0, %324 ], [ %1008, %1007 ]
  %332 = icmp eq i64 %326, 0
  br i1 %332, label %344, label %333

333:                                              ; preds = %330
  %334 = getelementptr inbounds [1024 x %struct.thread], ptr %325, i64 0, i64 %331
  %335 = getelementptr inbounds i8, ptr %334, i64 8
  %336 = load i64, ptr %335, align 8, !tbaa !17
  %337 = icmp eq i64 %336, 6
  br i1 %337, label %338, label %344

338:                                              ; preds = %333
  %339 = call ptr @llvm.frameaddress.p0(i32 0)
  %340 = ptrtoint ptr %339 to i64
  %341 = add i64 %340, -512
  %342 = getelementptr inbounds i8, ptr %334, i64 24
  store i64 %341, ptr %342, align 8, !tbaa !22
  %343 = getelementptr inbounds i8, ptr %334, i64 16
  store i64 %341, ptr %343, align 8, !tbaa !21
  br label %344

344:                                              ; preds = %330, %338, %333, %320
  %345 = getelementptr inbounds i8, ptr %0, i64 160
  %346 = load i64, ptr %345, align 8, !tbaa !38
  %347 = icmp eq i64 %346, 0
  %348 = select i1 %347, i64 ptrtoint (ptr @.str.11 to i64), i64 ptrtoint (ptr @.str.10 to i64)
  %349 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 %348, i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %350 = icmp slt i64 %349, 0
  br i1 %350, label %566, label %351

351:                                              ; preds = %344
  %352 = getelementptr inbounds i8, ptr %0, i64 2171072
  %353 = ptrtoint ptr %352 to i64
  %354 = getelementptr inbounds i8, ptr %0, i64 73920
  %355 = add i64 %2, 2171071
  br label %356

356:                                              ; preds = %532, %351
  %357 = phi i64 [ %371, %532 ], [ 0, %351 ]
  %358 = phi i64 [ %372, %532 ], [ 0, %351 ]
  %359 = phi i64 [ %373, %532 ], [ 0, %351 ]
  %360 = phi i64 [ %374, %532 ], [ 0, %351 ]
  %361 = phi i64 [ %510, %532 ], [ 0, %351 ]
  %362 = add i64 %361, %353
  %363 = sub nsw i64 16383, %361
  %364 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 0, i64 %349, i64 %362, i64 %363, i64 0, i64 0, i64 0) #3, !srcloc !10
  %365 = icmp sgt i64 %364, 0
  br i1 %365, label %366, label %555

366:                                              ; preds = %356
  %367 = getelementptr inbounds i8, ptr %352, i64 %361
  %368 = getelementptr inbounds i8, ptr %367, i64 %364
  store i8 0, ptr %368, align 1, !tbaa !18
  br label %369

369:                                              ; preds = %505, %366
  %370 = phi ptr [ %352, %366 ], [ %507, %505 ]
  %371 = phi i64 [ %357, %366 ], [ %493, %505 ]
  %372 = phi i64 [ %358, %366 ], [ %409, %505 ]
  %373 = phi i64 [ %359, %366 ], [ %506, %505 ]
  %374 = phi i64 [ %360, %366 ], [ %494, %505 ]
  %375 = ptrtoint ptr %370 to i64
  %376 = icmp ult ptr %370, %368
  br i1 %376, label %377, label %387

377:                                              ; preds = %369, %381
  %378 = phi ptr [ %382, %381 ], [ %370, %369 ]
  %379 = load i8, ptr %378, align 1, !tbaa !18
  %380 = icmp eq i8 %379, 10
  br i1 %380, label %384, label %381

381:                                              ; preds = %377
  %382 = getelementptr inbounds i8, ptr %378, i64 1
  %383 = icmp ult ptr %382, %368
  br i1 %383, label %377, label %384, !llvm.loop !67

384:                                              ; preds = %381, %377
  %385 = phi ptr [ %378, %377 ], [ %382, %381 ]
  %386 = ptrtoint ptr %385 to i64
  br label %387

387:                                              ; preds = %384, %369
  %388 = phi i64 [ %386, %384 ], [ %375, %369 ]
  %389 = phi ptr [ %385, %384 ], [ %370, %369 ]
  %390 = icmp eq ptr %389, %368
  br i1 %390, label %508, label %391

391:                                              ; preds = %387, %400
  %392 = phi i64 [ %406, %400 ], [ 0, %387 ]
  %393 = phi ptr [ %407, %400 ], [ %370, %387 ]
  %394 = load i8, ptr %393, align 1, !tbaa !18
  %395 = add i8 %394, -58
  %396 = icmp ult i8 %395, -10
  br i1 %396, label %397, label %400

397:                                              ; preds = %391
  %398 = add i8 %394, -97
  %399 = icmp ult i8 %398, 6
  br i1 %399, label %400, label %408

400:                                              ; preds = %397, %391
  %401 = phi i64 [ 4294967248, %391 ], [ 4294967209, %397 ]
  %402 = zext nneg i8 %394 to i64
  %403 = add nuw nsw i64 %401, %402
  %404 = shl i64 %392, 4
  %405 = and i64 %403, 4294967295
  %406 = add nuw i64 %405, %404
  %407 = getelementptr inbounds i8, ptr %393, i64 1
  br label %391

408:                                              ; preds = %397, %418
  %409 = phi i64 [ %424, %418 ], [ 0, %397 ]
  %410 = phi ptr [ %411, %418 ], [ %393, %397 ]
  %411 = getelementptr inbounds i8, ptr %410, i64 1
  %412 = load i8, ptr %411, align 1, !tbaa !18
  %413 = add i8 %412, -58
  %414 = icmp ult i8 %413, -10
  br i1 %414, label %415, label %418

415:                                              ; preds = %408
  %416 = add i8 %412, -97
  %417 = icmp ult i8 %416, 6
  br i1 %417, label %418, label %425

418:                                              ; preds = %415, %408
  %419 = phi i64 [ 4294967248, %408 ], [ 4294967209, %415 ]
  %420 = zext nneg i8 %412 to i64
  %421 = add nuw nsw i64 %419, %420
  %422 = shl i64 %409, 4
  %423 = and i64 %421, 4294967295
  %424 = add nuw i64 %423, %422
  br label %408

425:                                              ; preds = %415
  %426 = getelementptr inbounds i8, ptr %410, i64 2
  %427 = icmp ult ptr %426, %389
  br i1 %427, label %428, label %437

428:                                              ; preds = %425
  %429 = sub i64 %388, %375
  %430 = getelementptr i8, ptr %370, i64 %429
  br label %431

431:                                              ; preds = %434, %428
  %432 = phi ptr [ %435, %434 ], [ %426, %428 ]
  %433 = load i8, ptr %432, align 1, !tbaa !18
  switch i8 %433, label %434 [
    i8 47, label %437
    i8 91, label %437
  ]

434:                                              ; preds = %431
  %435 = getelementptr inbounds i8, ptr %432, i64 1
  %436 = icmp ult ptr %435, %389
  br i1 %436, label %431, label %437, !llvm.loop !68

437:                                              ; preds = %434, %431, %431, %425
  %438 = phi ptr [ %426, %425 ], [ %432, %431 ], [ %432, %431 ], [ %430, %434 ]
  %439 = getelementptr inbounds i8, ptr %410, i64 5
  %440 = load i8, ptr %439, align 1, !tbaa !18
  %441 = icmp eq i8 %440, 115
  br i1 %441, label %442, label %456

442:                                              ; preds = %437
  %443 = load i8, ptr %438, align 1, !tbaa !18
  %444 = icmp eq i8 %443, 47
  br i1 %444, label %445, label %453

445:                                              ; preds = %442
  %446 = getelementptr inbounds i8, ptr %438, i64 1
  %447 = load i8, ptr %446, align 1, !tbaa !18
  %448 = icmp eq i8 %447, 100
  br i1 %448, label %449, label %453

449:                                              ; preds = %445
  %450 = getelementptr inbounds i8, ptr %438, i64 5
  %451 = load i8, ptr %450, align 1, !tbaa !18
  %452 = icmp eq i8 %451, 122
  br label %453

453:                                              ; preds = %449, %445, %442
  %454 = phi i1 [ false, %445 ], [ false, %442 ], [ %452, %449 ]
  %455 = xor i1 %454, true
  br label %456

456:                                              ; preds = %453, %437
  %457 = phi i1 [ false, %437 ], [ %455, %453 ]
  %458 = getelementptr inbounds i8, ptr %410, i64 3
  %459 = load i8, ptr %458, align 1, !tbaa !18
  %460 = icmp ne i8 %459, 119
  %461 = select i1 %460, i1 true, i1 %457
  br i1 %461, label %492, label %462

462:                                              ; preds = %456
  %463 = icmp eq i64 %374, 65536
  br i1 %463, label %464, label %466

464:                                              ; preds = %462
  %465 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %349, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %566

466:                                              ; preds = %462
  %467 = load i8, ptr %438, align 1, !tbaa !18
  %468 = icmp eq i8 %467, 91
  br i1 %468, label %469, label %477

469:                                              ; preds = %466
  %470 = getelementptr inbounds i8, ptr %438, i64 1
  %471 = load i8, ptr %470, align 1, !tbaa !18
  %472 = icmp eq i8 %471, 115
  br i1 %472, label %473, label %477

473:                                              ; preds = %469
  %474 = getelementptr inbounds i8, ptr %438, i64 2
  %475 = load i8, ptr %474, align 1, !tbaa !18
  %476 = icmp eq i8 %475, 116
  br label %477

477:                                              ; preds = %473, %469, %466
  %478 = phi i1 [ false, %469 ], [ false, %466 ], [ %476, %473 ]
  %479 = zext i1 %478 to i64
  %480 = icmp ne i64 %373, 0
  %481 = icmp eq i64 %372, %392
  %482 = select i1 %480, i1 %481, i1 false
  %483 = or disjoint i64 %479, 2
  %484 = select i1 %482, i64 %483, i64 %479
  %485 = add i64 %374, 1
  %486 = getelementptr inbounds [65536 x %struct.mapping], ptr %354, i64 0, i64 %374
  store i64 %392, ptr %486, align 8, !tbaa !11
  %487 = getelementptr inbounds i8, ptr %486, i64 8
  store i64 %409, ptr %487, align 8, !tbaa !11
  %488 = getelementptr inbounds i8, ptr %486, i64 16
  store i64 %484, ptr %488, align 8, !tbaa !11
  %489 = getelementptr inbounds i8, ptr %486, i64 24
  store i64 %373, ptr %489, align 8, !tbaa !11
  %490 = sub i64 %371, %392
  %491 = add i64 %490, %409
  br label %492

492:                                              ; preds = %477, %456
  %493 = phi i64 [ %371, %456 ], [ %491, %477 ]
  %494 = phi i64 [ %374, %456 ], [ %485, %477 ]
  %495 = load i8, ptr %426, align 1, !tbaa !18
  %496 = icmp eq i8 %495, 45
  br i1 %496, label %497, label %505

497:                                              ; preds = %492
  %498 = load i8, ptr %458, align 1, !tbaa !18
  %499 = icmp eq i8 %498, 45
  br i1 %499, label %500, label %505

500:                                              ; preds = %497
  %501 = getelementptr inbounds i8, ptr %410, i64 4
  %502 = load i8, ptr %501, align 1, !tbaa !18
  %503 = icmp eq i8 %502, 45
  %504 = select i1 %503, i64 %392, i64 0
  br label %505

505:                                              ; preds = %500, %497, %492
  %506 = phi i64 [ 0, %497 ], [ 0, %492 ], [ %504, %500 ]
  %507 = getelementptr inbounds i8, ptr %389, i64 1
  br label %369

508:                                              ; preds = %387
  %509 = ptrtoint ptr %368 to i64
  %510 = sub i64 %509, %375
  %511 = icmp sgt i64 %510, 0
  br i1 %511, label %512, label %532

512:                                              ; preds = %508
  %513 = add i64 %355, %364
  %514 = add i64 %513, %361
  %515 = sub i64 %514, %375
  %516 = and i64 %510, 3
  %517 = icmp ult i64 %515, 3
  br i1 %517, label %520, label %518

518:                                              ; preds = %512
  %519 = and i64 %510, 9223372036854775804
  br label %534

520:                                              ; preds = %534, %512
  %521 = phi i64 [ 0, %512 ], [ %552, %534 ]
  %522 = icmp eq i64 %516, 0
  br i1 %522, label %532, label %523

523:                                              ; preds = %520, %523
  %524 = phi i64 [ %529, %523 ], [ %521, %520 ]
  %525 = phi i64 [ %530, %523 ], [ 0, %520 ]
  %526 = getelementptr inbounds i8, ptr %370, i64 %524
  %527 = load i8, ptr %526, align 1, !tbaa !18
  %528 = getelementptr inbounds [16384 x i8], ptr %352, i64 0, i64 %524
  store i8 %527, ptr %528, align 1, !tbaa !18
  %529 = add nuw nsw i64 %524, 1
  %530 = add i64 %525, 1
  %531 = icmp eq i64 %530, %516
  br i1 %531, label %532, label %523, !llvm.loop !69

532:                                              ; preds = %520, %523, %508
  %533 = icmp sgt i64 %510, 16382
  br i1 %533, label %555, label %356

534:                                              ; preds = %534, %518
  %535 = phi i64 [ 0, %518 ], [ %552, %534 ]
  %536 = phi i64 [ 0, %518 ], [ %553, %534 ]
  %537 = getelementptr inbounds i8, ptr %370, i64 %535
  %538 = load i8, ptr %537, align 1, !tbaa !18
  %539 = getelementptr inbounds [16384 x i8], ptr %352, i64 0, i64 %535
  store i8 %538, ptr %539, align 1, !tbaa !18
  %540 = or disjoint i64 %535, 1
  %541 = getelementptr inbounds i8, ptr %370, i64 %540
  %542 = load i8, ptr %541, align 1, !tbaa !18
  %543 = getelementptr inbounds [16384 x i8], ptr %352, i64 0, i64 %540
  store i8 %542, ptr %543, align 1, !tbaa !18
  %544 = or disjoint i64 %535, 2
  %545 = getelementptr inbounds i8, ptr %370, i64 %544
  %546 = load i8, ptr %545, align 1, !tbaa !18
  %547 = getelementptr inbounds [16384 x i8], ptr %352, i64 0, i64 %544
  store i8 %546, ptr %547, align 1, !tbaa !18
  %548 = or disjoint i64 %535, 3
  %549 = getelementptr inbounds i8, ptr %370, i64 %548
  %550 = load i8, ptr %549, align 1, !tbaa !18
  %551 = getelementptr inbounds [16384 x i8], ptr %352, i64 0, i64 %548
  store i8 %550, ptr %551, align 1, !tbaa !18
  %552 = add nuw nsw i64 %535, 4
  %553 = add i64 %536, 4
  %554 = icmp eq i64 %553, %519
  br i1 %554, label %520, label %534, !llvm.loop !71

555:                                              ; preds = %532, %356
  %556 = phi i64 [ %357, %356 ], [ %371, %532 ]
  %557 = phi i64 [ %360, %356 ], [ %374, %532 ]
  %558 = phi i64 [ %361, %356 ], [ %510, %532 ]
  %559 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %349, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %560 = getelementptr inbounds i8, ptr %0, i64 128
  store i64 %557, ptr %560, align 8, !tbaa !72
  %561 = icmp slt i64 %364, 0
  %562 = icmp ne i64 %558, 0
  %563 = or i1 %561, %562
  %564 = icmp slt i64 %556, 0
  %565 = select i1 %563, i1 true, i1 %564
  br i1 %565, label %566, label %567

566:                                              ; preds = %555, %464, %344
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 6, ptr %26, align 8, !tbaa !32
  br label %1011

567:                                              ; preds = %555
  %568 = icmp ugt i64 %556, 274877906944
  br i1 %568, label %569, label %570

569:                                              ; preds = %567
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 8, ptr %26, align 8, !tbaa !32
  br label %1011

570:                                              ; preds = %567
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %12) #3
  store i64 491327744372, ptr %12, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %13) #3
  store i64 0, ptr %13, align 8, !tbaa !11
  %571 = ptrtoint ptr %13 to i64
  %572 = ptrtoint ptr %12 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %10) #3
  store i64 %571, ptr %10, align 16, !tbaa !11
  %573 = getelementptr inbounds i8, ptr %10, i64 8
  store i64 8, ptr %573, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %11) #3
  store i64 %572, ptr %11, align 16, !tbaa !11
  %574 = getelementptr inbounds i8, ptr %11, i64 8
  store i64 8, ptr %574, align 8, !tbaa !11
  %575 = load i64, ptr @memory_file, align 8, !tbaa !11
  %576 = icmp slt i64 %575, 0
  br i1 %576, label %577, label %582

577:                                              ; preds = %570
  %578 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %579 = ptrtoint ptr %10 to i64
  %580 = ptrtoint ptr %11 to i64
  %581 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %578, i64 %579, i64 1, i64 %580, i64 1, i64 0) #3, !srcloc !10
  br label %584

582:                                              ; preds = %570
  %583 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 17, i64 %575, i64 %571, i64 8, i64 %572, i64 0, i64 0) #3, !srcloc !10
  br label %584

584:                                              ; preds = %582, %577
  %585 = phi i64 [ %581, %577 ], [ %583, %582 ]
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %11) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %10) #3
  %586 = icmp eq i64 %585, 8
  br i1 %586, label %587, label %589

587:                                              ; preds = %584
  %588 = load i64, ptr @memory_file, align 8, !tbaa !11
  br label %591

589:                                              ; preds = %584
  %590 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str.8 to i64), i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  store i64 %590, ptr @memory_file, align 8, !tbaa !11
  br label %591

591:                                              ; preds = %589, %587
  %592 = phi i64 [ %588, %587 ], [ %590, %589 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %8) #3
  store i64 %571, ptr %8, align 16, !tbaa !11
  %593 = getelementptr inbounds i8, ptr %8, i64 8
  store i64 8, ptr %593, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %9) #3
  store i64 %572, ptr %9, align 16, !tbaa !11
  %594 = getelementptr inbounds i8, ptr %9, i64 8
  store i64 8, ptr %594, align 8, !tbaa !11
  %595 = icmp slt i64 %592, 0
  br i1 %595, label %596, label %601

596:                                              ; preds = %591
  %597 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %598 = ptrtoint ptr %8 to i64
  %599 = ptrtoint ptr %9 to i64
  %600 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %597, i64 %598, i64 1, i64 %599, i64 1, i64 0) #3, !srcloc !10
  br label %603

601:                                              ; preds = %591
  %602 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 17, i64 %592, i64 %571, i64 8, i64 %572, i64 0, i64 0) #3, !srcloc !10
  br label %603

603:                                              ; preds = %601, %596
  %604 = phi i64 [ %600, %596 ], [ %602, %601 ]
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %9) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %8) #3
  %605 = icmp eq i64 %604, 8
  br i1 %605, label %606, label %610

606:                                              ; preds = %603
  %607 = load i64, ptr %13, align 8, !tbaa !11
  %608 = load i64, ptr %12, align 8, !tbaa !11
  %609 = icmp eq i64 %607, %608
  br i1 %609, label %611, label %610

610:                                              ; preds = %606, %603
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 7, ptr %26, align 8, !tbaa !32
  br label %980

611:                                              ; preds = %606
  %612 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str.9 to i64), i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %613 = icmp slt i64 %612, 0
  %614 = icmp ugt i64 %556, 4294967296
  %615 = and i1 %614, %613
  br i1 %615, label %625, label %616

616:                                              ; preds = %611
  %617 = load i64, ptr %321, align 8, !tbaa !13
  %618 = icmp eq i64 %617, 0
  br i1 %618, label %626, label %619

619:                                              ; preds = %616
  %620 = getelementptr inbounds i8, ptr %0, i64 192
  %621 = getelementptr inbounds i8, ptr %0, i64 64
  %622 = getelementptr inbounds i8, ptr %0, i64 56
  %623 = getelementptr inbounds i8, ptr %0, i64 72
  %624 = load i64, ptr %622, align 8, !tbaa !73
  br label %633

625:                                              ; preds = %611
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 8, ptr %26, align 8, !tbaa !32
  br label %980

626:                                              ; preds = %709, %616
  %627 = load i64, ptr %560, align 8, !tbaa !72
  %628 = icmp eq i64 %627, 0
  br i1 %628, label %715, label %629

629:                                              ; preds = %626
  %630 = getelementptr inbounds i8, ptr %0, i64 192
  %631 = getelementptr inbounds i8, ptr %0, i64 64
  %632 = getelementptr inbounds i8, ptr %0, i64 56
  br label %771

633:                                              ; preds = %709, %619
  %634 = phi i64 [ %624, %619 ], [ %710, %709 ]
  %635 = phi i64 [ %624, %619 ], [ %711, %709 ]
  %636 = phi i64 [ 0, %619 ], [ %712, %709 ]
  %637 = getelementptr inbounds [1024 x %struct.thread], ptr %620, i64 0, i64 %636
  %638 = getelementptr inbounds i8, ptr %637, i64 16
  %639 = load i64, ptr %638, align 8, !tbaa !21
  %640 = load i64, ptr %621, align 8, !tbaa !74
  %641 = inttoptr i64 %640 to ptr
  %642 = icmp eq i64 %635, 0
  br i1 %642, label %709, label %643

643:                                              ; preds = %633
  %644 = or i64 %639, -9223372036854775808
  br label %645

645:                                              ; preds = %668, %643
  %646 = phi i64 [ %634, %643 ], [ %669, %668 ]
  %647 = phi i64 [ %635, %643 ], [ %670, %668 ]
  %648 = phi i64 [ 0, %643 ], [ %671, %668 ]
  %649 = getelementptr inbounds %struct.block, ptr %641, i64 %648
  %650 = load i64, ptr %649, align 8, !tbaa !75
  %651 = icmp ugt i64 %650, %639
  br i1 %651, label %668, label %652

652:                                              ; preds = %645
  %653 = getelementptr inbounds i8, ptr %649, i64 8
  %654 = load i64, ptr %653, align 8, !tbaa !77
  %655 = icmp ugt i64 %654, %639
  br i1 %655, label %656, label %668

656:                                              ; preds = %652
  %657 = getelementptr inbounds i8, ptr %649, i64 16
  %658 = load i64, ptr %657, align 8, !tbaa !78
  %659 = icmp eq i64 %658, -1
  br i1 %659, label %668, label %660

660:                                              ; preds = %656
  %661 = load i64, ptr %623, align 8, !tbaa !60
  %662 = inttoptr i64 %661 to ptr
  %663 = getelementptr inbounds i64, ptr %662, i64 %658
  %664 = load i64, ptr %663, align 8, !tbaa !11
  %665 = icmp eq i64 %664, 0
  %666 = select i1 %665, i64 %644, i64 %664
  store i64 %666, ptr %663, align 8, !tbaa !11
  %667 = load i64, ptr %622, align 8, !tbaa !73
  br label %668

668:                                              ; preds = %660, %656, %652, %645
  %669 = phi i64 [ %646, %645 ], [ %646, %652 ], [ %646, %656 ], [ %667, %660 ]
  %670 = phi i64 [ %647, %645 ], [ %647, %652 ], [ %647, %656 ], [ %667, %660 ]
  %671 = add nuw i64 %648, 1
  %672 = icmp ult i64 %671, %670
  br i1 %672, label %645, label %673, !llvm.loop !79

673:                                              ; preds = %668
  %674 = getelementptr inbounds i8, ptr %637, i64 24
  %675 = load i64, ptr %674, align 8, !tbaa !22
  %676 = load i64, ptr %621, align 8, !tbaa !74
  %677 = inttoptr i64 %676 to ptr
  %678 = icmp eq i64 %669, 0
  br i1 %678, label %709, label %679

679:                                              ; preds = %673
  %680 = or i64 %675, -9223372036854775808
  br label %681

681:                                              ; preds = %704, %679
  %682 = phi i64 [ %669, %679 ], [ %705, %704 ]
  %683 = phi i64 [ %669, %679 ], [ %706, %704 ]
  %684 = phi i64 [ 0, %679 ], [ %707, %704 ]
  %685 = getelementptr inbounds %struct.block, ptr %677, i64 %684
  %686 = load i64, ptr %685, align 8, !tbaa !75
  %687 = icmp ugt i64 %686, %675
  br i1 %687, label %704, label %688

688:                                              ; preds = %681
  %689 = getelementptr inbounds i8, ptr %685, i64 8
  %690 = load i64, ptr %689, align 8, !tbaa !77
  %691 = icmp ugt i64 %690, %675
  br i1 %691, label %692, label %704

692:                                              ; preds = %688
  %693 = getelementptr inbounds i8, ptr %685, i64 16
  %694 = load i64, ptr %693, align 8, !tbaa !78
  %695 = icmp eq i64 %694, -1
  br i1 %695, label %704, label %696

696:                                              ; preds = %692
  %697 = load i64, ptr %623, align 8, !tbaa !60
  %698 = inttoptr i64 %697 to ptr
  %699 = getelementptr inbounds i64, ptr %698, i64 %694
  %700 = load i64, ptr %699, align 8, !tbaa !11
  %701 = icmp eq i64 %700, 0
  %702 = select i1 %701, i64 %680, i64 %700
  store i64 %702, ptr %699, align 8, !tbaa !11
  %703 = load i64, ptr %622, align 8, !tbaa !73
  br label %704

704:                                              ; preds = %696, %692, %688, %681
  %705 = phi i64 [ %682, %681 ], [ %682, %688 ], [ %682, %692 ], [ %703, %696 ]
  %706 = phi i64 [ %683, %681 ], [ %683, %688 ], [ %683, %692 ], [ %703, %696 ]
  %707 = add nuw i64 %684, 1
  %708 = icmp ult i64 %707, %706
  br i1 %708, label %681, label %709, !llvm.loop !79

709:                                              ; preds = %704, %673, %633
  %710 = phi i64 [ %634, %633 ], [ 0, %673 ], [ %705, %704 ]
  %711 = phi i64 [ 0, %633 ], [ 0, %673 ], [ %706, %704 ]
  %712 = add nuw i64 %636, 1
  %713 = load i64, ptr %321, align 8, !tbaa !13
  %714 = icmp ult i64 %712, %713
  br i1 %714, label %633, label %626, !llvm.loop !80

715:                                              ; preds = %904, %626
  %716 = ptrtoint ptr %7 to i64
  %717 = getelementptr inbounds i8, ptr %0, i64 40
  %718 = getelementptr inbounds i8, ptr %0, i64 48
  %719 = getelementptr inbounds i8, ptr %0, i64 32
  %720 = getelementptr inbounds i8, ptr %0, i64 24
  %721 = getelementptr inbounds i8, ptr %0, i64 72
  br label %722

722:                                              ; preds = %766, %715
  %723 = phi i64 [ 1, %715 ], [ %767, %766 ]
  call void @llvm.lifetime.start.p0(i64 32, ptr nonnull %7) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(32) %7, i8 0, i64 32, i1 false)
  %724 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 13, i64 %723, i64 0, i64 %716, i64 8, i64 0, i64 0) #3, !srcloc !10
  %725 = icmp eq i64 %724, 0
  br i1 %725, label %726, label %766

726:                                              ; preds = %722
  %727 = load i64, ptr %7, align 16, !tbaa !11
  %728 = load i64, ptr %717, align 8, !tbaa !81
  %729 = sub i64 %727, %728
  %730 = load i64, ptr %718, align 8, !tbaa !82
  %731 = icmp ult i64 %729, %730
  br i1 %731, label %732, label %766

732:                                              ; preds = %726
  %733 = load i64, ptr %719, align 8, !tbaa !54
  %734 = inttoptr i64 %733 to ptr
  %735 = load i64, ptr %720, align 8, !tbaa !55
  %736 = icmp eq i64 %735, 0
  br i1 %736, label %749, label %737

737:                                              ; preds = %732, %737
  %738 = phi i64 [ %747, %737 ], [ 0, %732 ]
  %739 = phi i64 [ %746, %737 ], [ %735, %732 ]
  %740 = add i64 %739, %738
  %741 = lshr i64 %740, 1
  %742 = getelementptr inbounds %struct.range, ptr %734, i64 %741, i32 1
  %743 = load i64, ptr %742, align 8, !tbaa !56
  %744 = icmp ugt i64 %743, %727
  %745 = add nuw i64 %741, 1
  %746 = select i1 %744, i64 %741, i64 %739
  %747 = select i1 %744, i64 %738, i64 %745
  %748 = icmp ult i64 %747, %746
  br i1 %748, label %737, label %749, !llvm.loop !58

749:                                              ; preds = %737, %732
  %750 = phi i64 [ 0, %732 ], [ %747, %737 ]
  %751 = icmp eq i64 %750, %735
  br i1 %751, label %766, label %752

752:                                              ; preds = %749
  %753 = getelementptr inbounds %struct.range, ptr %734, i64 %750
  %754 = load i64, ptr %753, align 8, !tbaa !59
  %755 = icmp ugt i64 %754, %727
  br i1 %755, label %766, label %756

756:                                              ; preds = %752
  %757 = load i64, ptr %721, align 8, !tbaa !60
  %758 = inttoptr i64 %757 to ptr
  %759 = getelementptr inbounds i8, ptr %753, i64 16
  %760 = load i64, ptr %759, align 8, !tbaa !61
  %761 = getelementptr inbounds i64, ptr %758, i64 %760
  %762 = load i64, ptr %761, align 8, !tbaa !11
  %763 = icmp eq i64 %762, 0
  br i1 %763, label %764, label %766

764:                                              ; preds = %756
  %765 = or disjoint i64 %723, -4611686018427387904
  store i64 %765, ptr %761, align 8, !tbaa !11
  br label %766

766:                                              ; preds = %764, %756, %752, %749, %726, %722
  call void @llvm.lifetime.end.p0(i64 32, ptr nonnull %7) #3
  %767 = add nuw nsw i64 %723, 1
  %768 = icmp eq i64 %767, 65
  br i1 %768, label %769, label %722, !llvm.loop !83

769:                                              ; preds = %766
  %770 = icmp sgt i64 %612, -1
  br i1 %770, label %908, label %910

771:                                              ; preds = %904, %629
  %772 = phi i64 [ 0, %629 ], [ %905, %904 ]
  %773 = getelementptr inbounds [65536 x %struct.mapping], ptr %354, i64 0, i64 %772
  %774 = getelementptr inbounds i8, ptr %773, i64 8
  %775 = load i64, ptr %774, align 8, !tbaa !84
  %776 = load i64, ptr %773, align 8, !tbaa !86
  %777 = load i64, ptr %321, align 8, !tbaa !13
  %778 = icmp eq i64 %777, 0
  br i1 %778, label %851, label %779

779:                                              ; preds = %771
  %780 = getelementptr inbounds i8, ptr %773, i64 16
  br label %783

781:                                              ; preds = %844
  %782 = icmp eq i64 %845, 0
  br i1 %782, label %851, label %858

783:                                              ; preds = %844, %779
  %784 = phi i64 [ %777, %779 ], [ %849, %844 ]
  %785 = phi i64 [ %775, %779 ], [ %847, %844 ]
  %786 = phi i64 [ %776, %779 ], [ %846, %844 ]
  %787 = phi i64 [ 0, %779 ], [ %845, %844 ]
  %788 = phi i64 [ 0, %779 ], [ %848, %844 ]
  %789 = getelementptr inbounds [1024 x %struct.thread], ptr %630, i64 0, i64 %788
  %790 = getelementptr inbounds i8, ptr %789, i64 16
  %791 = load i64, ptr %790, align 8, !tbaa !21
  %792 = add i64 %791, -128
  %793 = getelementptr inbounds i8, ptr %789, i64 24
  %794 = load i64, ptr %793, align 8, !tbaa !22
  %795 = getelementptr inbounds i8, ptr %789, i64 8
  %796 = load i64, ptr %795, align 8, !tbaa !17
  %797 = icmp eq i64 %796, 5
  br i1 %797, label %844, label %798

798:                                              ; preds = %783
  %799 = load i64, ptr %773, align 8, !tbaa !86
  %800 = icmp ugt i64 %799, %791
  br i1 %800, label %804, label %801

801:                                              ; preds = %798
  %802 = load i64, ptr %774, align 8, !tbaa !84
  %803 = icmp ult i64 %791, %802
  br label %804

804:                                              ; preds = %801, %798
  %805 = phi i1 [ false, %798 ], [ %803, %801 ]
  %806 = icmp eq i64 %794, 0
  %807 = icmp ugt i64 %799, %794
  %808 = or i1 %806, %807
  br i1 %808, label %812, label %809

809:                                              ; preds = %804
  %810 = load i64, ptr %774, align 8, !tbaa !84
  %811 = icmp ult i64 %794, %810
  br label %812

812:                                              ; preds = %809, %804
  %813 = phi i1 [ false, %804 ], [ %811, %809 ]
  %814 = select i1 %805, i1 true, i1 %813
  br i1 %814, label %815, label %844

815:                                              ; preds = %812
  %816 = call i64 @llvm.umin.i64(i64 %794, i64 %792)
  %817 = select i1 %813, i64 %816, i64 %792
  %818 = select i1 %805, i64 %817, i64 %794
  %819 = call i64 @llvm.umax.i64(i64 %818, i64 %799)
  %820 = call i64 @llvm.umin.i64(i64 %819, i64 %785)
  br i1 %805, label %821, label %844

821:                                              ; preds = %815, %831
  %822 = phi i64 [ %832, %831 ], [ 0, %815 ]
  %823 = icmp eq i64 %822, %788
  br i1 %823, label %831, label %824

824:                                              ; preds = %821
  %825 = getelementptr inbounds [1024 x %struct.thread], ptr %630, i64 0, i64 %822, i32 2
  %826 = load i64, ptr %825, align 8, !tbaa !21
  %827 = icmp ugt i64 %799, %826
  br i1 %827, label %831, label %828

828:                                              ; preds = %824
  %829 = load i64, ptr %774, align 8, !tbaa !84
  %830 = icmp ult i64 %826, %829
  br i1 %830, label %844, label %831

831:                                              ; preds = %828, %824, %821
  %832 = add nuw i64 %822, 1
  %833 = icmp eq i64 %832, %784
  br i1 %833, label %834, label %821, !llvm.loop !87

834:                                              ; preds = %831
  %835 = load i64, ptr %780, align 8, !tbaa !88
  %836 = and i64 %835, 1
  %837 = icmp eq i64 %836, 0
  br i1 %837, label %838, label %842

838:                                              ; preds = %834
  %839 = load i64, ptr %789, align 8, !tbaa !15
  %840 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %773, i64 noundef %839) #7
  %841 = icmp ugt i64 %840, %819
  br i1 %841, label %842, label %844

842:                                              ; preds = %838, %834
  %843 = call i64 @llvm.umax.i64(i64 %819, i64 %786)
  br label %844

844:                                              ; preds = %828, %842, %838, %815, %812, %783
  %845 = phi i64 [ %787, %783 ], [ %787, %812 ], [ 1, %842 ], [ 1, %838 ], [ 1, %815 ], [ 1, %828 ]
  %846 = phi i64 [ %786, %783 ], [ %786, %812 ], [ %843, %842 ], [ %786, %838 ], [ %786, %815 ], [ %786, %828 ]
  %847 = phi i64 [ %785, %783 ], [ %785, %812 ], [ %820, %842 ], [ %820, %838 ], [ %820, %815 ], [ %820, %828 ]
  %848 = add nuw i64 %788, 1
  %849 = load i64, ptr %321, align 8, !tbaa !13
  %850 = icmp ult i64 %848, %849
  br i1 %850, label %783, label %781, !llvm.loop !89

851:                                              ; preds = %781, %771
  %852 = phi i64 [ %847, %781 ], [ %775, %771 ]
  %853 = phi i64 [ %846, %781 ], [ %776, %771 ]
  %854 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %773, i64 noundef 0) #7
  %855 = freeze i64 %854
  %856 = icmp eq i64 %855, 0
  %857 = select i1 %856, i64 %853, i64 %855
  br label %858

858:                                              ; preds = %851, %781
  %859 = phi i64 [ %847, %781 ], [ %852, %851 ]
  %860 = phi i64 [ %846, %781 ], [ %857, %851 ]
  %861 = load i64, ptr %774, align 8, !tbaa !84
  %862 = load i64, ptr %631, align 8, !tbaa !74
  %863 = inttoptr i64 %862 to ptr
  %864 = load i64, ptr %632, align 8, !tbaa !73
  %865 = icmp eq i64 %864, 0
  br i1 %865, label %866, label %869

866:                                              ; preds = %869, %858
  %867 = phi i64 [ 0, %858 ], [ %878, %869 ]
  %868 = icmp ult i64 %867, %864
  br i1 %868, label %881, label %900

869:                                              ; preds = %858, %869
  %870 = phi i64 [ %879, %869 ], [ %864, %858 ]
  %871 = phi i64 [ %878, %869 ], [ 0, %858 ]
  %872 = add i64 %871, %870
  %873 = lshr i64 %872, 1
  %874 = getelementptr inbounds %struct.block, ptr %863, i64 %873, i32 1
  %875 = load i64, ptr %874, align 8, !tbaa !77
  %876 = icmp ugt i64 %875, %860
  %877 = add nuw i64 %873, 1
  %878 = select i1 %876, i64 %871, i64 %877
  %879 = select i1 %876, i64 %873, i64 %870
  %880 = icmp ult i64 %878, %879
  br i1 %880, label %869, label %866, !llvm.loop !90

881:                                              ; preds = %866, %894
  %882 = phi i64 [ %895, %894 ], [ %864, %866 ]
  %883 = phi i64 [ %897, %894 ], [ %860, %866 ]
  %884 = phi i64 [ %898, %894 ], [ %867, %866 ]
  %885 = getelementptr inbounds %struct.block, ptr %863, i64 %884
  %886 = load i64, ptr %885, align 8, !tbaa !75
  %887 = icmp ult i64 %886, %861
  %888 = icmp ult i64 %883, %861
  %889 = select i1 %887, i1 %888, i1 false
  br i1 %889, label %890, label %900

890:                                              ; preds = %881
  %891 = icmp ult i64 %883, %886
  br i1 %891, label %892, label %894

892:                                              ; preds = %890
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %612, i64 noundef %883, i64 noundef %886, i64 noundef %859) #7
  %893 = load i64, ptr %632, align 8, !tbaa !73
  br label %894

894:                                              ; preds = %892, %890
  %895 = phi i64 [ %893, %892 ], [ %882, %890 ]
  %896 = getelementptr inbounds i8, ptr %885, i64 8
  %897 = load i64, ptr %896, align 8, !tbaa !77
  %898 = add nuw i64 %884, 1
  %899 = icmp ult i64 %898, %895
  br i1 %899, label %881, label %900, !llvm.loop !91

900:                                              ; preds = %894, %881, %866
  %901 = phi i64 [ %860, %866 ], [ %897, %894 ], [ %883, %881 ]
  %902 = icmp ult i64 %901, %861
  br i1 %902, label %903, label %904

903:                                              ; preds = %900
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %612, i64 noundef %901, i64 noundef %861, i64 noundef %859) #7
  br label %904

904:                                              ; preds = %903, %900
  %905 = add nuw i64 %772, 1
  %906 = load i64, ptr %560, align 8, !tbaa !72
  %907 = icmp ult i64 %905, %906
  br i1 %907, label %771, label %715, !llvm.loop !92

908:                                              ; preds = %769
  %909 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %612, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %910

910:                                              ; preds = %908, %769
  %911 = call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef 1) #7
  %912 = icmp slt i64 %911, 0
  br i1 %912, label %923, label %913

913:                                              ; preds = %910
  %914 = load i64, ptr %321, align 8, !tbaa !13
  %915 = icmp eq i64 %914, 0
  br i1 %915, label %980, label %916

916:                                              ; preds = %913
  %917 = getelementptr inbounds i8, ptr %0, i64 192
  %918 = getelementptr inbounds i8, ptr %6, i64 40
  %919 = getelementptr inbounds i8, ptr %6, i64 24
  %920 = getelementptr inbounds i8, ptr %6, i64 8
  %921 = getelementptr inbounds i8, ptr %6, i64 16
  %922 = getelementptr inbounds i8, ptr %0, i64 80
  br label %924

923:                                              ; preds = %910
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 5, ptr %26, align 8, !tbaa !32
  br label %980

924:                                              ; preds = %976, %916
  %925 = phi i64 [ 0, %916 ], [ %977, %976 ]
  %926 = getelementptr inbounds [1024 x %struct.thread], ptr %917, i64 0, i64 %925
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %6) #3
  %927 = getelementptr inbounds i8, ptr %926, i64 8
  %928 = load i64, ptr %927, align 8, !tbaa !17
  %929 = add i64 %928, -1
  %930 = icmp ult i64 %929, 2
  br i1 %930, label %931, label %976

931:                                              ; preds = %924
  %932 = load i64, ptr %926, align 8, !tbaa !15
  %933 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %932, ptr noundef nonnull %6) #7
  %934 = icmp slt i32 %933, 0
  br i1 %934, label %974, label %935

935:                                              ; preds = %931
  %936 = load i64, ptr %927, align 8, !tbaa !17
  %937 = icmp eq i64 %936, 2
  %938 = load i64, ptr %6, align 8, !tbaa !47
  %939 = icmp eq i64 %938, 0
  br i1 %937, label %940, label %953

940:                                              ; preds = %935
  br i1 %939, label %976, label %941

941:                                              ; preds = %940
  %942 = load i64, ptr %922, align 8, !tbaa !48
  %943 = icmp eq i64 %942, 0
  br i1 %943, label %974, label %944

944:                                              ; preds = %941
  %945 = load i64, ptr %920, align 8, !tbaa !39
  %946 = load i64, ptr %93, align 8, !tbaa !40
  %947 = icmp eq i64 %945, %946
  br i1 %947, label %948, label %974

948:                                              ; preds = %944
  %949 = load i64, ptr %921, align 8, !tbaa !42
  %950 = sub i64 %949, %942
  %951 = add i64 %950, -256
  %952 = icmp ult i64 %951, -512
  br i1 %952, label %974, label %976

953:                                              ; preds = %935
  br i1 %939, label %974, label %954

954:                                              ; preds = %953
  %955 = load i64, ptr %918, align 8, !tbaa !44
  %956 = getelementptr inbounds i8, ptr %926, i64 56
  %957 = load i64, ptr %956, align 8, !tbaa !45
  %958 = icmp eq i64 %955, %957
  br i1 %958, label %959, label %974

959:                                              ; preds = %954
  %960 = load i64, ptr %919, align 8, !tbaa !36
  %961 = getelementptr inbounds i8, ptr %926, i64 16
  %962 = load i64, ptr %961, align 8, !tbaa !21
  %963 = icmp eq i64 %960, %962
  br i1 %963, label %964, label %974

964:                                              ; preds = %959
  %965 = load i64, ptr %920, align 8, !tbaa !39
  %966 = getelementptr inbounds i8, ptr %926, i64 40
  %967 = load i64, ptr %966, align 8, !tbaa !41
  %968 = icmp eq i64 %965, %967
  br i1 %968, label %969, label %974

969:                                              ; preds = %964
  %970 = load i64, ptr %921, align 8, !tbaa !42
  %971 = getelementptr inbounds i8, ptr %926, i64 48
  %972 = load i64, ptr %971, align 8, !tbaa !43
  %973 = icmp eq i64 %970, %972
  br i1 %973, label %976, label %974

974:                                              ; preds = %969, %964, %959, %954, %953, %948, %944, %941, %931
  %975 = load i64, ptr %926, align 8, !tbaa !15
  store i64 %975, ptr %25, align 8, !tbaa !31
  store i64 5, ptr %26, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %6) #3
  br label %980

976:                                              ; preds = %969, %948, %940, %924
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %6) #3
  %977 = add nuw i64 %925, 1
  %978 = load i64, ptr %321, align 8, !tbaa !13
  %979 = icmp ult i64 %977, %978
  br i1 %979, label %924, label %980, !llvm.loop !93

980:                                              ; preds = %976, %974, %923, %913, %625, %610
  %981 = phi i64 [ 7, %610 ], [ 8, %625 ], [ 5, %923 ], [ 5, %974 ], [ 0, %913 ], [ 0, %976 ]
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %13) #3
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %12) #3
  br label %1011

982:                                              ; preds = %1007, %328
  %983 = phi i64 [ 0, %328 ], [ %1008, %1007 ]
  %984 = phi i64 [ 0, %328 ], [ %1009, %1007 ]
  %985 = getelementptr inbounds [1024 x %struct.thread], ptr %325, i64 0, i64 %983
  %986 = getelementptr inbounds i8, ptr %985, i64 8
  %987 = load i64, ptr %986, align 8, !tbaa !17
  %988 = icmp eq i64 %987, 6
  br i1 %988, label %989, label %995

989:                                              ; preds = %982
  %990 = call ptr @llvm.frameaddress.p0(i32 0)
  %991 = ptrtoint ptr %990 to i64
  %992 = add i64 %991, -512
  %993 = getelementptr inbounds i8, ptr %985, i64 24
  store i64 %992, ptr %993, align 8, !tbaa !22
  %994 = getelementptr inbounds i8, ptr %985, i64 16
  store i64 %992, ptr %994, align 8, !tbaa !21
  br label %995

995:                                              ; preds = %982, %989
  %996 = or disjoint i64 %983, 1
  %997 = getelementptr inbounds [1024 x %struct.thread], ptr %325, i64 0, i64 %996
  %998 = getelementptr inbounds i8, ptr %997, i64 8
  %999 = load i64, ptr %998, align 8, !tbaa !17
  %1000 = icmp eq i64 %999, 6
  br i1 %1000, label %1001, label %1007

1001:                                             ; preds = %995
  %1002 = call ptr @llvm.frameaddress.p0(i32 0)
  %1003 = ptrtoint ptr %1002 to i64
  %1004 = add i64 %1003, -512
  %1005 = getelementptr inbounds i8, ptr %997, i64 24
  store i64 %1004, ptr %1005, align 8, !tbaa !22
  %1006 = getelementptr inbounds i8, ptr %997, i64 16
  store i64 %1004, ptr %1006, align 8, !tbaa !21
  br label %1007

1007:                                             ; preds = %1001, %995
  %1008 = add nuw i64 %983, 2
  %1009 = add i64 %984, 2
  %1010 = icmp eq i64 %1009, %329
  br i1 %1010, label %330, label %982, !llvm.loop !94

1011:                                             ; preds = %980, %569, %566, %314
  %1012 = phi i64 [ %311, %314 ], [ 6, %566 ], [ 8, %569 ], [ %981, %980 ]
  %1013 = load i64, ptr @memory_file, align 8, !tbaa !11
  %1014 = icmp sgt i64 %1013, -1
  br i1 %1014, label %1015, label %1017

1015:                                             ; preds = %1011
  %1016 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %1013, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  store i64 -1, ptr @memory_file, align 8, !tbaa !11
  br label %1017

1017:                                             ; preds = %1015, %1011
  %1018 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  store atomic volatile i32 0, ptr @stop seq_cst, align 4
  %1019 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @stop to i64), i64 129, i64 2147483647, i64 0, i64 0, i64 0) #3, !srcloc !10
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %3) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %3, i8 0, i64 16, i1 false)
  %1020 = ptrtoint ptr %3 to i64
  %1021 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %1020, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %1022 = load i64, ptr %3, align 16, !tbaa !11
  %1023 = mul i64 %1022, 1000000000
  %1024 = getelementptr inbounds i8, ptr %3, i64 8
  %1025 = load i64, ptr %1024, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %3) #3
  %1026 = add i64 %1025, 200000000
  %1027 = add i64 %1026, %1023
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %5, ptr noundef nonnull align 16 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %1028 = load volatile i32, ptr @left, align 4, !tbaa !4
  %1029 = icmp ult i32 %1028, %1018
  br i1 %1029, label %1030, label %1047

1030:                                             ; preds = %1017
  %1031 = ptrtoint ptr %4 to i64
  %1032 = getelementptr inbounds i8, ptr %4, i64 8
  %1033 = ptrtoint ptr %5 to i64
  br label %1034

1034:                                             ; preds = %1042, %1030
  %1035 = phi i32 [ %1028, %1030 ], [ %1045, %1042 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %4, i8 0, i64 16, i1 false)
  %1036 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %1031, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %1037 = load i64, ptr %4, align 16, !tbaa !11
  %1038 = mul i64 %1037, 1000000000
  %1039 = load i64, ptr %1032, align 8, !tbaa !11
  %1040 = add i64 %1038, %1039
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #3
  %1041 = icmp ult i64 %1040, %1027
  br i1 %1041, label %1042, label %1047

1042:                                             ; preds = %1034
  %1043 = zext i32 %1035 to i64
  %1044 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @left to i64), i64 128, i64 %1043, i64 %1033, i64 0, i64 0) #3, !srcloc !10
  %1045 = load volatile i32, ptr @left, align 4, !tbaa !4
  %1046 = icmp ult i32 %1045, %1018
  br i1 %1046, label %1034, label %1047, !llvm.loop !63

1047:                                             ; preds = %1034, %1042, %1017
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %20) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %20, i8 0, i64 16, i1 false)
  %1048 = ptrtoint ptr %20 to i64
  %1049 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %1048, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %1050 = load i64, ptr %20, align 16, !tbaa !11
  %1051 = getelementptr inbounds i8, ptr %20, i64 8
  %1052 = load i64, ptr %1051, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %20) #3
  %1053 = sub i64 %1050, %317
  %1054 = mul i64 %1053, 1000000000
  %1055 = sub i64 %1052, %319
  %1056 = add i64 %1055, %1054
  store i64 %1056, ptr %22, align 8, !tbaa !28
  br label %1057

1057:                                             ; preds = %239, %1047, %309, %67
  %1058 = phi i64 [ 4, %67 ], [ %1012, %1047 ], [ %311, %309 ], [ 0, %239 ]
  ret i64 %1058
}

; Function Attrs: nounwind
declare void @llvm.eh.unwind.init() #3

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #4

; Function Attrs: nounwind
define internal fastcc range(i32 -1, 1) i32 @look(ptr noundef %0, i64 noundef %1, ptr nocapture noundef writeonly %2) unnamed_addr #0 {
  %4 = alloca [8 x i64], align 16
  tail call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(64) %2, i8 0, i64 64, i1 false)
  %5 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str) #7
  %6 = icmp slt i64 %5, 1
  br i1 %6, label %477, label %7

7:                                                ; preds = %3
  %8 = getelementptr inbounds i8, ptr %0, i64 2171072
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
  store i64 1, ptr %2, align 8, !tbaa !47
  %31 = load i64, ptr %4, align 16, !tbaa !11
  %32 = getelementptr inbounds i8, ptr %2, i64 16
  store i64 %31, ptr %32, align 8, !tbaa !42
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
  br label %36, !llvm.loop !95

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
  br i1 %65, label %30, label %27, !llvm.loop !96

66:                                               ; preds = %30, %7
  %67 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str.1) #7
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
  br label %97, !llvm.loop !97

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
  br label %102, !llvm.loop !98

108:                                              ; preds = %102
  %109 = getelementptr inbounds i8, ptr %104, i64 1
  %110 = load i8, ptr %109, align 1, !tbaa !18
  %111 = icmp eq i8 %110, 0
  br i1 %111, label %112, label %72, !llvm.loop !99

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
  br label %143, !llvm.loop !97

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
  br label %148, !llvm.loop !98

154:                                              ; preds = %148
  %155 = getelementptr inbounds i8, ptr %150, i64 1
  %156 = load i8, ptr %155, align 1, !tbaa !18
  %157 = icmp eq i8 %156, 0
  br i1 %157, label %158, label %114, !llvm.loop !99

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
  br label %257, !llvm.loop !97

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
  br label %262, !llvm.loop !98

268:                                              ; preds = %262
  %269 = getelementptr inbounds i8, ptr %264, i64 1
  %270 = load i8, ptr %269, align 1, !tbaa !18
  %271 = icmp eq i8 %270, 0
  br i1 %271, label %272, label %160, !llvm.loop !99

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
  br label %383, !llvm.loop !97

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
  br label %388, !llvm.loop !98

394:                                              ; preds = %388
  %395 = getelementptr inbounds i8, ptr %390, i64 1
  %396 = load i8, ptr %395, align 1, !tbaa !18
  %397 = icmp eq i8 %396, 0
  br i1 %397, label %398, label %274, !llvm.loop !99

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
  store i64 %465, ptr %428, align 8, !tbaa !44
  %466 = load i8, ptr %400, align 1, !tbaa !18
  %467 = and i8 %466, -3
  %468 = icmp eq i8 %467, 88
  %469 = zext i1 %468 to i64
  %470 = getelementptr inbounds i8, ptr %2, i64 48
  store i64 %469, ptr %470, align 8, !tbaa !46
  %471 = getelementptr inbounds i8, ptr %0, i64 88
  %472 = load i64, ptr %471, align 8, !tbaa !64
  %473 = add i64 %472, -1
  %474 = lshr i64 %411, %473
  %475 = and i64 %474, 1
  %476 = getelementptr inbounds i8, ptr %2, i64 56
  store i64 %475, ptr %476, align 8, !tbaa !100
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
  %93 = getelementptr inbounds i8, ptr %0, i64 2171072
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
define internal fastcc i64 @list_threads(ptr noundef %0, i32 noundef %1) unnamed_addr #0 {
  %3 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str.7 to i64), i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %4 = icmp slt i64 %3, 0
  br i1 %4, label %90, label %5

5:                                                ; preds = %2
  %6 = getelementptr inbounds i8, ptr %0, i64 2171072
  %7 = ptrtoint ptr %6 to i64
  %8 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 217, i64 %3, i64 %7, i64 16384, i64 0, i64 0, i64 0) #3, !srcloc !10
  %9 = icmp sgt i64 %8, 0
  br i1 %9, label %10, label %82

10:                                               ; preds = %5
  %11 = icmp eq i32 %1, 0
  %12 = getelementptr inbounds i8, ptr %0, i64 192
  %13 = getelementptr inbounds i8, ptr %0, i64 120
  br label %17

14:                                               ; preds = %72
  %15 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 217, i64 %3, i64 %7, i64 16384, i64 0, i64 0, i64 0) #3, !srcloc !10
  %16 = icmp sgt i64 %15, 0
  br i1 %16, label %17, label %80, !llvm.loop !106

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
  br i1 %52, label %57, label %53, !llvm.loop !107

53:                                               ; preds = %49
  %54 = getelementptr inbounds [1024 x %struct.thread], ptr %12, i64 0, i64 %51
  %55 = load i64, ptr %54, align 8, !tbaa !15
  %56 = icmp eq i64 %55, %37
  br i1 %56, label %57, label %49, !llvm.loop !107

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
  %76 = load i16, ptr %75, align 2, !tbaa !108
  %77 = zext i16 %76 to i64
  %78 = add nuw nsw i64 %22, %77
  %79 = icmp slt i64 %78, %18
  br i1 %79, label %21, label %14, !llvm.loop !110

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
define internal fastcc i64 @control_block(ptr noundef %0, ptr nocapture noundef readonly %1, i64 noundef %2) unnamed_addr #0 {
  %4 = alloca [2 x i64], align 16
  %5 = alloca [2 x i64], align 16
  %6 = getelementptr inbounds i8, ptr %1, i64 8
  %7 = load i64, ptr %6, align 8, !tbaa !84
  %8 = load i64, ptr %1, align 8, !tbaa !86
  %9 = sub i64 %7, %8
  %10 = tail call i64 @llvm.umin.i64(i64 %9, i64 65536)
  %11 = sub i64 %7, %10
  %12 = getelementptr inbounds i8, ptr %1, i64 16
  %13 = load i64, ptr %12, align 8, !tbaa !88
  %14 = and i64 %13, 2
  %15 = icmp eq i64 %14, 0
  br i1 %15, label %89, label %16

16:                                               ; preds = %3
  %17 = getelementptr inbounds i8, ptr %0, i64 144
  %18 = load i64, ptr %17, align 8, !tbaa !35
  %19 = icmp eq i64 %18, 0
  br i1 %19, label %89, label %20

20:                                               ; preds = %16
  %21 = getelementptr inbounds i8, ptr %0, i64 2187968
  %22 = ptrtoint ptr %21 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #3
  store i64 %22, ptr %4, align 16, !tbaa !11
  %23 = getelementptr inbounds i8, ptr %4, i64 8
  store i64 %10, ptr %23, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #3
  store i64 %11, ptr %5, align 16, !tbaa !11
  %24 = getelementptr inbounds i8, ptr %5, i64 8
  store i64 %10, ptr %24, align 8, !tbaa !11
  %25 = load i64, ptr @memory_file, align 8, !tbaa !11
  %26 = icmp slt i64 %25, 0
  br i1 %26, label %27, label %32

27:                                               ; preds = %20
  %28 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %29 = ptrtoint ptr %4 to i64
  %30 = ptrtoint ptr %5 to i64
  %31 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %28, i64 %29, i64 1, i64 %30, i64 1, i64 0) #3, !srcloc !10
  br label %34

32:                                               ; preds = %20
  %33 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 17, i64 %25, i64 %22, i64 %10, i64 %11, i64 0, i64 0) #3, !srcloc !10
  br label %34

34:                                               ; preds = %27, %32
  %35 = phi i64 [ %31, %27 ], [ %33, %32 ]
  %36 = call i64 @llvm.smax.i64(i64 %35, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #3
  %37 = icmp eq i64 %36, %10
  br i1 %37, label %38, label %89

38:                                               ; preds = %34
  %39 = lshr i64 %10, 3
  %40 = icmp ult i64 %9, 8
  br i1 %40, label %89, label %41

41:                                               ; preds = %38
  %42 = load i64, ptr %17, align 8, !tbaa !35
  %43 = lshr i64 %42, 3
  %44 = getelementptr inbounds i8, ptr %1, i64 24
  %45 = call i64 @llvm.umax.i64(i64 %39, i64 1)
  br label %46

46:                                               ; preds = %41, %86
  %47 = phi i64 [ 0, %41 ], [ %87, %86 ]
  %48 = shl nuw nsw i64 %47, 3
  %49 = add i64 %48, %11
  %50 = add nuw nsw i64 %47, 2
  %51 = add nuw nsw i64 %50, %43
  %52 = icmp ult i64 %51, %39
  br i1 %52, label %53, label %86

53:                                               ; preds = %46
  %54 = getelementptr inbounds i64, ptr %21, i64 %47
  %55 = load i64, ptr %54, align 8, !tbaa !11
  %56 = icmp eq i64 %55, %49
  br i1 %56, label %57, label %86

57:                                               ; preds = %53
  %58 = getelementptr i8, ptr %54, i64 16
  %59 = load i64, ptr %58, align 8, !tbaa !11
  %60 = icmp eq i64 %59, %49
  br i1 %60, label %61, label %86

61:                                               ; preds = %57
  %62 = getelementptr inbounds i8, ptr %54, i64 %42
  %63 = load i32, ptr %62, align 4, !tbaa !4
  %64 = zext i32 %63 to i64
  %65 = icmp eq i64 %64, %2
  br i1 %65, label %66, label %86

66:                                               ; preds = %61
  %67 = add nuw nsw i64 %47, 512
  %68 = call i64 @llvm.umin.i64(i64 %39, i64 %67)
  %69 = icmp ugt i64 %39, %47
  br i1 %69, label %70, label %86

70:                                               ; preds = %66
  %71 = load i64, ptr %44, align 8, !tbaa !111
  br label %72

72:                                               ; preds = %70, %83
  %73 = phi i64 [ %47, %70 ], [ %84, %83 ]
  %74 = getelementptr inbounds i64, ptr %21, i64 %73
  %75 = load i64, ptr %74, align 8, !tbaa !11
  %76 = icmp ugt i64 %71, %75
  br i1 %76, label %83, label %77

77:                                               ; preds = %72
  %78 = load i64, ptr %1, align 8, !tbaa !86
  %79 = icmp ult i64 %75, %78
  %80 = and i64 %75, 4095
  %81 = icmp eq i64 %80, 0
  %82 = and i1 %81, %79
  br i1 %82, label %89, label %83

83:                                               ; preds = %77, %72
  %84 = add nuw nsw i64 %73, 1
  %85 = icmp ult i64 %84, %68
  br i1 %85, label %72, label %86, !llvm.loop !112

86:                                               ; preds = %83, %66, %61, %57, %53, %46
  %87 = add nuw nsw i64 %47, 1
  %88 = icmp eq i64 %87, %45
  br i1 %88, label %89, label %46, !llvm.loop !113

89:                                               ; preds = %86, %77, %38, %3, %16, %34
  %90 = phi i64 [ 0, %34 ], [ 0, %16 ], [ 0, %3 ], [ 0, %38 ], [ %49, %77 ], [ 0, %86 ]
  ret i64 %90
}

; Function Attrs: nounwind
define internal fastcc void @scan_range(ptr noundef %0, i64 noundef %1, i64 noundef %2, i64 noundef %3, i64 noundef %4) unnamed_addr #0 {
  %6 = alloca [2 x i64], align 16
  %7 = alloca [2 x i64], align 16
  %8 = getelementptr inbounds i8, ptr %0, i64 152
  %9 = load i64, ptr %8, align 8, !tbaa !114
  %10 = add i64 %2, 7
  %11 = and i64 %10, -8
  %12 = and i64 %3, -8
  %13 = icmp ult i64 %11, %12
  br i1 %13, label %14, label %209

14:                                               ; preds = %5
  %15 = icmp sgt i64 %1, -1
  %16 = getelementptr inbounds i8, ptr %0, i64 2187456
  %17 = ptrtoint ptr %16 to i64
  %18 = getelementptr inbounds i8, ptr %0, i64 2187968
  %19 = ptrtoint ptr %18 to i64
  %20 = getelementptr inbounds i8, ptr %6, i64 8
  %21 = getelementptr inbounds i8, ptr %7, i64 8
  %22 = ptrtoint ptr %6 to i64
  %23 = ptrtoint ptr %7 to i64
  %24 = getelementptr inbounds i8, ptr %0, i64 40
  %25 = getelementptr inbounds i8, ptr %0, i64 48
  %26 = getelementptr inbounds i8, ptr %0, i64 136
  %27 = getelementptr inbounds i8, ptr %0, i64 32
  %28 = getelementptr inbounds i8, ptr %0, i64 24
  %29 = getelementptr inbounds i8, ptr %0, i64 72
  %30 = getelementptr inbounds i8, ptr %0, i64 104
  br label %33

31:                                               ; preds = %206, %49
  %32 = icmp ult i64 %36, %12
  br i1 %32, label %33, label %209, !llvm.loop !115

33:                                               ; preds = %14, %31
  %34 = phi i64 [ %11, %14 ], [ %37, %31 ]
  %35 = or i64 %34, 262143
  %36 = add i64 %35, 1
  %37 = call i64 @llvm.umin.i64(i64 %36, i64 %12)
  %38 = udiv i64 %34, %9
  %39 = add i64 %37, -1
  %40 = udiv i64 %39, %9
  %41 = sub i64 %40, %38
  %42 = add i64 %41, 1
  br i1 %15, label %43, label %49

43:                                               ; preds = %33
  %44 = shl i64 %42, 3
  %45 = shl i64 %38, 3
  %46 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 17, i64 %1, i64 %17, i64 %44, i64 %45, i64 0, i64 0) #3, !srcloc !10
  %47 = icmp eq i64 %46, %44
  %48 = zext i1 %47 to i64
  br label %49

49:                                               ; preds = %43, %33
  %50 = phi i64 [ %48, %43 ], [ 0, %33 ]
  %51 = icmp eq i64 %42, 0
  br i1 %51, label %31, label %52

52:                                               ; preds = %49
  %53 = icmp eq i64 %50, 0
  br label %54

54:                                               ; preds = %52, %206
  %55 = phi i64 [ 0, %52 ], [ %207, %206 ]
  br label %56

56:                                               ; preds = %54, %62
  %57 = phi i64 [ %55, %54 ], [ %63, %62 ]
  br i1 %53, label %62, label %58

58:                                               ; preds = %56
  %59 = getelementptr inbounds [64 x i64], ptr %16, i64 0, i64 %57
  %60 = load i64, ptr %59, align 8, !tbaa !11
  %61 = icmp ult i64 %60, 4611686018427387904
  br i1 %61, label %65, label %62

62:                                               ; preds = %56, %58
  %63 = add nuw i64 %57, 1
  %64 = icmp ult i64 %63, %42
  br i1 %64, label %56, label %65, !llvm.loop !116

65:                                               ; preds = %62, %58
  %66 = phi i64 [ %63, %62 ], [ %57, %58 ]
  %67 = icmp eq i64 %66, %55
  br i1 %67, label %68, label %70

68:                                               ; preds = %65
  %69 = add i64 %55, 1
  br label %206, !llvm.loop !117

70:                                               ; preds = %65
  %71 = add i64 %55, %38
  %72 = mul i64 %71, %9
  %73 = add i64 %66, %38
  %74 = mul i64 %73, %9
  %75 = call i64 @llvm.umax.i64(i64 %72, i64 %34)
  %76 = call i64 @llvm.umin.i64(i64 %74, i64 %37)
  %77 = icmp ult i64 %75, %76
  br i1 %77, label %78, label %206

78:                                               ; preds = %70, %203
  %79 = phi i64 [ %204, %203 ], [ %75, %70 ]
  %80 = sub i64 %76, %79
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %6) #3
  store i64 %19, ptr %6, align 16, !tbaa !11
  store i64 %80, ptr %20, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %7) #3
  store i64 %79, ptr %7, align 16, !tbaa !11
  store i64 %80, ptr %21, align 8, !tbaa !11
  %81 = load i64, ptr @memory_file, align 8, !tbaa !11
  %82 = icmp slt i64 %81, 0
  br i1 %82, label %83, label %86

83:                                               ; preds = %78
  %84 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %85 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %84, i64 %22, i64 1, i64 %23, i64 1, i64 0) #3, !srcloc !10
  br label %88

86:                                               ; preds = %78
  %87 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 17, i64 %81, i64 %19, i64 %80, i64 %79, i64 0, i64 0) #3, !srcloc !10
  br label %88

88:                                               ; preds = %83, %86
  %89 = phi i64 [ %85, %83 ], [ %87, %86 ]
  %90 = call i64 @llvm.smax.i64(i64 %89, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %7) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %6) #3
  %91 = and i64 %90, 9223372036854775800
  %92 = icmp eq i64 %91, 0
  br i1 %92, label %93, label %97

93:                                               ; preds = %88
  %94 = udiv i64 %79, %9
  %95 = add nuw i64 %94, 1
  %96 = mul i64 %95, %9
  br label %203, !llvm.loop !118

97:                                               ; preds = %88
  %98 = lshr i64 %90, 3
  %99 = load i64, ptr %24, align 8, !tbaa !81
  %100 = load i64, ptr %25, align 8, !tbaa !82
  %101 = load i64, ptr %26, align 8, !tbaa !33
  br label %102

102:                                              ; preds = %97, %196
  %103 = phi i64 [ %197, %196 ], [ 0, %97 ]
  %104 = getelementptr inbounds i64, ptr %18, i64 %103
  %105 = load i64, ptr %104, align 8, !tbaa !11
  %106 = sub i64 %105, %99
  %107 = icmp ult i64 %106, %100
  br i1 %107, label %108, label %154, !prof !119

108:                                              ; preds = %102
  %109 = shl nuw i64 %103, 3
  %110 = add i64 %109, %79
  %111 = icmp uge i64 %110, %4
  %112 = load i64, ptr %27, align 8, !tbaa !54
  %113 = inttoptr i64 %112 to ptr
  %114 = load i64, ptr %28, align 8, !tbaa !55
  %115 = icmp eq i64 %114, 0
  br i1 %115, label %128, label %116

116:                                              ; preds = %108, %116
  %117 = phi i64 [ %126, %116 ], [ 0, %108 ]
  %118 = phi i64 [ %125, %116 ], [ %114, %108 ]
  %119 = add i64 %118, %117
  %120 = lshr i64 %119, 1
  %121 = getelementptr inbounds %struct.range, ptr %113, i64 %120, i32 1
  %122 = load i64, ptr %121, align 8, !tbaa !56
  %123 = icmp ugt i64 %122, %105
  %124 = add nuw i64 %120, 1
  %125 = select i1 %123, i64 %120, i64 %118
  %126 = select i1 %123, i64 %117, i64 %124
  %127 = icmp ult i64 %126, %125
  br i1 %127, label %116, label %128, !llvm.loop !58

128:                                              ; preds = %116, %108
  %129 = phi i64 [ 0, %108 ], [ %126, %116 ]
  %130 = icmp eq i64 %129, %114
  br i1 %130, label %154, label %131

131:                                              ; preds = %128
  %132 = getelementptr inbounds %struct.range, ptr %113, i64 %129
  %133 = load i64, ptr %132, align 8, !tbaa !59
  %134 = icmp ugt i64 %133, %105
  br i1 %134, label %154, label %135

135:                                              ; preds = %131
  %136 = icmp eq i64 %133, %105
  br i1 %136, label %137, label %142

137:                                              ; preds = %135
  %138 = getelementptr inbounds i8, ptr %132, i64 24
  %139 = load i64, ptr %138, align 8, !tbaa !120
  %140 = icmp eq i64 %139, 0
  %141 = or i1 %111, %140
  br i1 %141, label %142, label %154

142:                                              ; preds = %137, %135
  %143 = load i64, ptr %29, align 8, !tbaa !60
  %144 = inttoptr i64 %143 to ptr
  %145 = getelementptr inbounds i8, ptr %132, i64 16
  %146 = load i64, ptr %145, align 8, !tbaa !61
  %147 = getelementptr inbounds i64, ptr %144, i64 %146
  %148 = load i64, ptr %147, align 8, !tbaa !11
  %149 = icmp eq i64 %148, 0
  br i1 %149, label %150, label %154

150:                                              ; preds = %142
  %151 = select i1 %111, i64 -9223372036854775808, i64 0
  %152 = or i64 %151, %110
  store i64 %152, ptr %147, align 8, !tbaa !11
  %153 = load i64, ptr %104, align 8, !tbaa !11
  br label %154

154:                                              ; preds = %150, %142, %137, %131, %128, %102
  %155 = phi i64 [ %105, %102 ], [ %105, %128 ], [ %105, %131 ], [ %105, %137 ], [ %105, %142 ], [ %153, %150 ]
  %156 = call i64 @llvm.fshl.i64(i64 %155, i64 %155, i64 47)
  %157 = xor i64 %156, %101
  %158 = sub i64 %157, %99
  %159 = icmp ult i64 %158, %100
  br i1 %159, label %160, label %196, !prof !119

160:                                              ; preds = %154
  %161 = shl nuw i64 %103, 3
  %162 = add i64 %161, %79
  %163 = load i64, ptr %27, align 8, !tbaa !54
  %164 = inttoptr i64 %163 to ptr
  %165 = load i64, ptr %28, align 8, !tbaa !55
  %166 = icmp eq i64 %165, 0
  br i1 %166, label %179, label %167

167:                                              ; preds = %160, %167
  %168 = phi i64 [ %177, %167 ], [ 0, %160 ]
  %169 = phi i64 [ %176, %167 ], [ %165, %160 ]
  %170 = add i64 %169, %168
  %171 = lshr i64 %170, 1
  %172 = getelementptr inbounds %struct.range, ptr %164, i64 %171, i32 1
  %173 = load i64, ptr %172, align 8, !tbaa !56
  %174 = icmp ugt i64 %173, %157
  %175 = add nuw i64 %171, 1
  %176 = select i1 %174, i64 %171, i64 %169
  %177 = select i1 %174, i64 %168, i64 %175
  %178 = icmp ult i64 %177, %176
  br i1 %178, label %167, label %179, !llvm.loop !58

179:                                              ; preds = %167, %160
  %180 = phi i64 [ 0, %160 ], [ %177, %167 ]
  %181 = icmp eq i64 %180, %165
  br i1 %181, label %196, label %182

182:                                              ; preds = %179
  %183 = getelementptr inbounds %struct.range, ptr %164, i64 %180
  %184 = load i64, ptr %183, align 8, !tbaa !59
  %185 = icmp ugt i64 %184, %157
  br i1 %185, label %196, label %186

186:                                              ; preds = %182
  %187 = load i64, ptr %29, align 8, !tbaa !60
  %188 = inttoptr i64 %187 to ptr
  %189 = getelementptr inbounds i8, ptr %183, i64 16
  %190 = load i64, ptr %189, align 8, !tbaa !61
  %191 = getelementptr inbounds i64, ptr %188, i64 %190
  %192 = load i64, ptr %191, align 8, !tbaa !11
  %193 = icmp eq i64 %192, 0
  br i1 %193, label %194, label %196

194:                                              ; preds = %186
  %195 = or i64 %162, -9223372036854775808
  store i64 %195, ptr %191, align 8, !tbaa !11
  br label %196

196:                                              ; preds = %194, %186, %182, %179, %154
  %197 = add nuw i64 %103, 1
  %198 = icmp eq i64 %197, %98
  br i1 %198, label %199, label %102, !llvm.loop !121

199:                                              ; preds = %196
  %200 = load i64, ptr %30, align 8, !tbaa !29
  %201 = add i64 %200, %91
  store i64 %201, ptr %30, align 8, !tbaa !29
  %202 = add i64 %91, %79
  br label %203

203:                                              ; preds = %199, %93
  %204 = phi i64 [ %202, %199 ], [ %96, %93 ]
  %205 = icmp ult i64 %204, %76
  br i1 %205, label %78, label %206

206:                                              ; preds = %203, %70, %68
  %207 = phi i64 [ %69, %68 ], [ %66, %70 ], [ %66, %203 ]
  %208 = icmp ult i64 %207, %42
  br i1 %208, label %54, label %31

209:                                              ; preds = %31, %5
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
!10 = !{i64 42853}
!11 = !{!12, !12, i64 0}
!12 = !{!"long", !6, i64 0}
!13 = !{!14, !12, i64 120}
!14 = !{!"request", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56, !12, i64 64, !12, i64 72, !12, i64 80, !12, i64 88, !12, i64 96, !12, i64 104, !12, i64 112, !12, i64 120, !12, i64 128, !12, i64 136, !12, i64 144, !12, i64 152, !12, i64 160, !12, i64 168, !12, i64 176, !12, i64 184, !6, i64 192, !6, i64 73920, !6, i64 2171072, !6, i64 2187456, !6, i64 2187968}
!15 = !{!16, !12, i64 0}
!16 = !{!"thread", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56, !12, i64 64}
!17 = !{!16, !12, i64 8}
!18 = !{!6, !6, i64 0}
!19 = distinct !{!19, !20}
!20 = !{!"llvm.loop.mustprogress"}
!21 = !{!16, !12, i64 16}
!22 = !{!16, !12, i64 24}
!23 = !{i64 43079}
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
!34 = distinct !{!34, !20}
!35 = !{!14, !12, i64 144}
!36 = !{!37, !12, i64 24}
!37 = !{!"sight", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56}
!38 = !{!14, !12, i64 160}
!39 = !{!37, !12, i64 8}
!40 = !{!14, !12, i64 168}
!41 = !{!16, !12, i64 40}
!42 = !{!37, !12, i64 16}
!43 = !{!16, !12, i64 48}
!44 = !{!37, !12, i64 40}
!45 = !{!16, !12, i64 56}
!46 = !{!37, !12, i64 48}
!47 = !{!37, !12, i64 0}
!48 = !{!14, !12, i64 80}
!49 = !{!14, !12, i64 184}
!50 = !{!14, !12, i64 176}
!51 = distinct !{!51, !20}
!52 = !{!14, !12, i64 0}
!53 = !{!37, !12, i64 32}
!54 = !{!14, !12, i64 32}
!55 = !{!14, !12, i64 24}
!56 = !{!57, !12, i64 8}
!57 = !{!"range", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24}
!58 = distinct !{!58, !20}
!59 = !{!57, !12, i64 0}
!60 = !{!14, !12, i64 72}
!61 = !{!57, !12, i64 16}
!62 = distinct !{!62, !20}
!63 = distinct !{!63, !20}
!64 = !{!14, !12, i64 88}
!65 = distinct !{!65, !20}
!66 = distinct !{!66, !20}
!67 = distinct !{!67, !20}
!68 = distinct !{!68, !20}
!69 = distinct !{!69, !70}
!70 = !{!"llvm.loop.unroll.disable"}
!71 = distinct !{!71, !20}
!72 = !{!14, !12, i64 128}
!73 = !{!14, !12, i64 56}
!74 = !{!14, !12, i64 64}
!75 = !{!76, !12, i64 0}
!76 = !{!"block", !12, i64 0, !12, i64 8, !12, i64 16}
!77 = !{!76, !12, i64 8}
!78 = !{!76, !12, i64 16}
!79 = distinct !{!79, !20}
!80 = distinct !{!80, !20}
!81 = !{!14, !12, i64 40}
!82 = !{!14, !12, i64 48}
!83 = distinct !{!83, !20}
!84 = !{!85, !12, i64 8}
!85 = !{!"mapping", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24}
!86 = !{!85, !12, i64 0}
!87 = distinct !{!87, !20}
!88 = !{!85, !12, i64 16}
!89 = distinct !{!89, !20}
!90 = distinct !{!90, !20}
!91 = distinct !{!91, !20}
!92 = distinct !{!92, !20}
!93 = distinct !{!93, !20}
!94 = distinct !{!94, !20}
!95 = distinct !{!95, !20}
!96 = distinct !{!96, !20}
!97 = distinct !{!97, !20}
!98 = distinct !{!98, !20}
!99 = distinct !{!99, !20}
!100 = !{!37, !12, i64 56}
!101 = distinct !{!101, !20}
!102 = distinct !{!102, !70}
!103 = distinct !{!103, !20}
!104 = distinct !{!104, !20}
!105 = distinct !{!105, !20}
!106 = distinct !{!106, !20}
!107 = distinct !{!107, !20}
!108 = !{!109, !109, i64 0}
!109 = !{!"short", !6, i64 0}
!110 = distinct !{!110, !20}
!111 = !{!85, !12, i64 24}
!112 = distinct !{!112, !20}
!113 = distinct !{!113, !20}
!114 = !{!14, !12, i64 152}
!115 = distinct !{!115, !20}
!116 = distinct !{!116, !20}
!117 = distinct !{!117, !20}
!118 = distinct !{!118, !20}
!119 = !{!"branch_weights", !"expected", i32 1, i32 2000}
!120 = !{!57, !12, i64 24}
!121 = distinct !{!121, !20}
