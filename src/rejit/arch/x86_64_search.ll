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
  %7 = alloca [2 x i64], align 16
  %8 = alloca [2 x i64], align 16
  %9 = alloca [4 x i64], align 16
  %10 = alloca [2 x i64], align 16
  %11 = alloca [2 x i64], align 16
  %12 = alloca i64, align 8
  %13 = alloca i64, align 8
  %14 = alloca [2 x i64], align 16
  %15 = alloca [2 x i64], align 16
  %16 = alloca [2 x i64], align 16
  %17 = alloca %struct.sight, align 8
  %18 = alloca [2 x i64], align 16
  %19 = alloca [2 x i64], align 16
  tail call void @llvm.eh.unwind.init()
  %20 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 186, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %21 = tail call i64 asm sideeffect "movq %fs:($1),$0", "=r,r,~{dirflag},~{fpsr},~{flags}"(i64 0) #3, !srcloc !23
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
  %29 = getelementptr inbounds i8, ptr %0, i64 144
  store i64 0, ptr %29, align 8, !tbaa !34
  %30 = trunc i64 %20 to i32
  br label %31

31:                                               ; preds = %57, %1
  %32 = phi i64 [ 64, %1 ], [ %58, %57 ]
  %33 = add i64 %32, %21
  %34 = inttoptr i64 %33 to ptr
  %35 = load i32, ptr %34, align 4, !tbaa !4
  %36 = icmp eq i32 %35, %30
  br i1 %36, label %37, label %39

37:                                               ; preds = %51, %45, %39, %31
  %38 = phi i64 [ %32, %31 ], [ %40, %39 ], [ %46, %45 ], [ %52, %51 ]
  store i64 %38, ptr %29, align 8, !tbaa !34
  br label %60

39:                                               ; preds = %31
  %40 = or disjoint i64 %32, 4
  %41 = add i64 %40, %21
  %42 = inttoptr i64 %41 to ptr
  %43 = load i32, ptr %42, align 4, !tbaa !4
  %44 = icmp eq i32 %43, %30
  br i1 %44, label %37, label %45

45:                                               ; preds = %39
  %46 = or disjoint i64 %32, 8
  %47 = add i64 %46, %21
  %48 = inttoptr i64 %47 to ptr
  %49 = load i32, ptr %48, align 4, !tbaa !4
  %50 = icmp eq i32 %49, %30
  br i1 %50, label %37, label %51

51:                                               ; preds = %45
  %52 = or disjoint i64 %32, 12
  %53 = add i64 %52, %21
  %54 = inttoptr i64 %53 to ptr
  %55 = load i32, ptr %54, align 4, !tbaa !4
  %56 = icmp eq i32 %55, %30
  br i1 %56, label %37, label %57

57:                                               ; preds = %51
  %58 = add nuw nsw i64 %32, 16
  %59 = icmp ult i64 %52, 2044
  br i1 %59, label %31, label %60, !llvm.loop !35

60:                                               ; preds = %57, %37
  %61 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %62 = icmp eq i32 %61, 0
  br i1 %62, label %63, label %67

63:                                               ; preds = %60
  %64 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %65 = load volatile i32, ptr @left, align 4, !tbaa !4
  %66 = icmp eq i32 %64, %65
  br i1 %66, label %68, label %67

67:                                               ; preds = %63, %60
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 4, ptr %26, align 8, !tbaa !32
  br label %1026

68:                                               ; preds = %63
  %69 = tail call fastcc i64 @list_threads(ptr noundef %0, i32 noundef 0) #7
  %70 = icmp slt i64 %69, 0
  br i1 %70, label %71, label %72

71:                                               ; preds = %68
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 2, ptr %26, align 8, !tbaa !32
  br label %247

72:                                               ; preds = %68
  %73 = icmp ugt i64 %69, 1024
  br i1 %73, label %74, label %75

74:                                               ; preds = %72
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 1, ptr %26, align 8, !tbaa !32
  br label %247

75:                                               ; preds = %72
  %76 = getelementptr inbounds i8, ptr %0, i64 120
  store i64 %69, ptr %76, align 8, !tbaa !13
  %77 = icmp eq i64 %69, 0
  br i1 %77, label %177, label %78

78:                                               ; preds = %75
  %79 = getelementptr inbounds i8, ptr %0, i64 152
  %80 = getelementptr inbounds i8, ptr %17, i64 24
  %81 = getelementptr inbounds i8, ptr %17, i64 8
  %82 = getelementptr inbounds i8, ptr %17, i64 16
  %83 = getelementptr inbounds i8, ptr %17, i64 40
  %84 = getelementptr inbounds i8, ptr %17, i64 48
  %85 = getelementptr inbounds i8, ptr %0, i64 80
  %86 = getelementptr inbounds i8, ptr %17, i64 32
  %87 = getelementptr inbounds i8, ptr %0, i64 32
  %88 = getelementptr inbounds i8, ptr %0, i64 24
  %89 = getelementptr inbounds i8, ptr %0, i64 72
  %90 = getelementptr inbounds i8, ptr %17, i64 56
  br label %91

91:                                               ; preds = %173, %78
  %92 = phi i64 [ 0, %78 ], [ %174, %173 ]
  %93 = phi i64 [ 0, %78 ], [ %175, %173 ]
  %94 = getelementptr inbounds [1024 x %struct.thread], ptr %79, i64 0, i64 %93
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %17) #3
  %95 = load i64, ptr %94, align 8, !tbaa !15
  %96 = icmp eq i64 %95, %20
  br i1 %96, label %97, label %99

97:                                               ; preds = %91
  %98 = getelementptr inbounds i8, ptr %94, i64 8
  store i64 6, ptr %98, align 8, !tbaa !17
  br label %173

99:                                               ; preds = %91
  %100 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %95, ptr noundef nonnull %17) #7
  %101 = icmp slt i32 %100, 0
  br i1 %101, label %170, label %102

102:                                              ; preds = %99
  %103 = load i64, ptr %80, align 8, !tbaa !36
  %104 = getelementptr inbounds i8, ptr %94, i64 16
  store i64 %103, ptr %104, align 8, !tbaa !21
  %105 = load i64, ptr %81, align 8
  %106 = getelementptr inbounds i8, ptr %94, i64 40
  store i64 %105, ptr %106, align 8, !tbaa !38
  %107 = load i64, ptr %82, align 8, !tbaa !39
  %108 = getelementptr inbounds i8, ptr %94, i64 48
  store i64 %107, ptr %108, align 8, !tbaa !40
  %109 = load i64, ptr %83, align 8, !tbaa !41
  %110 = getelementptr inbounds i8, ptr %94, i64 56
  store i64 %109, ptr %110, align 8, !tbaa !42
  %111 = load i64, ptr %84, align 8, !tbaa !43
  %112 = icmp eq i64 %111, 0
  br i1 %112, label %115, label %113

113:                                              ; preds = %102
  %114 = getelementptr inbounds i8, ptr %94, i64 8
  store i64 5, ptr %114, align 8, !tbaa !17
  br label %173

115:                                              ; preds = %102
  %116 = load i64, ptr %17, align 8, !tbaa !44
  %117 = icmp eq i64 %116, 0
  br i1 %117, label %164, label %118

118:                                              ; preds = %115
  %119 = load i64, ptr %85, align 8, !tbaa !45
  %120 = icmp ne i64 %119, 0
  %121 = icmp eq i64 %105, 202
  %122 = select i1 %120, i1 %121, i1 false
  %123 = sub i64 %107, %119
  %124 = freeze i64 %123
  %125 = add i64 %124, 256
  %126 = icmp ult i64 %125, 512
  %127 = and i1 %122, %126
  %128 = select i1 %127, i64 2, i64 1
  %129 = getelementptr inbounds i8, ptr %94, i64 8
  store i64 %128, ptr %129, align 8, !tbaa !17
  %130 = load i64, ptr %86, align 8, !tbaa !46
  %131 = load i64, ptr %87, align 8, !tbaa !47
  %132 = inttoptr i64 %131 to ptr
  %133 = load i64, ptr %88, align 8, !tbaa !48
  %134 = icmp eq i64 %133, 0
  br i1 %134, label %147, label %135

135:                                              ; preds = %118, %135
  %136 = phi i64 [ %145, %135 ], [ 0, %118 ]
  %137 = phi i64 [ %144, %135 ], [ %133, %118 ]
  %138 = add i64 %137, %136
  %139 = lshr i64 %138, 1
  %140 = getelementptr inbounds %struct.range, ptr %132, i64 %139, i32 1
  %141 = load i64, ptr %140, align 8, !tbaa !49
  %142 = icmp ugt i64 %141, %130
  %143 = add nuw i64 %139, 1
  %144 = select i1 %142, i64 %139, i64 %137
  %145 = select i1 %142, i64 %136, i64 %143
  %146 = icmp ult i64 %145, %144
  br i1 %146, label %135, label %147, !llvm.loop !51

147:                                              ; preds = %135, %118
  %148 = phi i64 [ 0, %118 ], [ %145, %135 ]
  %149 = icmp eq i64 %148, %133
  br i1 %149, label %173, label %150

150:                                              ; preds = %147
  %151 = getelementptr inbounds %struct.range, ptr %132, i64 %148
  %152 = load i64, ptr %151, align 8, !tbaa !52
  %153 = icmp ugt i64 %152, %130
  br i1 %153, label %173, label %154

154:                                              ; preds = %150
  %155 = load i64, ptr %89, align 8, !tbaa !53
  %156 = inttoptr i64 %155 to ptr
  %157 = getelementptr inbounds i8, ptr %151, i64 16
  %158 = load i64, ptr %157, align 8, !tbaa !54
  %159 = getelementptr inbounds i64, ptr %156, i64 %158
  %160 = load i64, ptr %159, align 8, !tbaa !11
  %161 = icmp eq i64 %160, 0
  br i1 %161, label %162, label %173

162:                                              ; preds = %154
  %163 = or i64 %103, -9223372036854775808
  store i64 %163, ptr %159, align 8, !tbaa !11
  br label %173

164:                                              ; preds = %115
  %165 = load i64, ptr %90, align 8, !tbaa !55
  %166 = icmp eq i64 %165, 0
  br i1 %166, label %167, label %170

167:                                              ; preds = %164
  %168 = getelementptr inbounds i8, ptr %94, i64 8
  store i64 3, ptr %168, align 8, !tbaa !17
  %169 = add i64 %92, 1
  br label %173

170:                                              ; preds = %164, %99
  %171 = phi i64 [ 2, %99 ], [ 3, %164 ]
  %172 = load i64, ptr %94, align 8, !tbaa !15
  store i64 %172, ptr %25, align 8, !tbaa !31
  store i64 %171, ptr %26, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %17) #3
  br label %247

173:                                              ; preds = %167, %162, %154, %150, %147, %113, %97
  %174 = phi i64 [ %92, %162 ], [ %92, %154 ], [ %92, %150 ], [ %92, %147 ], [ %169, %167 ], [ %92, %113 ], [ %92, %97 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %17) #3
  %175 = add nuw nsw i64 %93, 1
  %176 = icmp eq i64 %175, %69
  br i1 %176, label %177, label %91, !llvm.loop !56

177:                                              ; preds = %173, %75
  %178 = phi i64 [ 0, %75 ], [ %174, %173 ]
  %179 = load i64, ptr %0, align 8, !tbaa !57
  %180 = icmp eq i64 %179, 1
  br i1 %180, label %1026, label %181

181:                                              ; preds = %177
  store i64 %178, ptr %24, align 8, !tbaa !30
  store volatile i32 0, ptr @left, align 4, !tbaa !4
  store volatile i32 0, ptr @arrived, align 4, !tbaa !4
  store volatile ptr %0, ptr @current, align 8, !tbaa !8
  %182 = load i32, ptr @stop_threads.epoch, align 4
  %183 = add i32 %182, 1
  %184 = tail call i32 @llvm.umax.i32(i32 %183, i32 1)
  store i32 %184, ptr @stop_threads.epoch, align 4, !tbaa !4
  store atomic volatile i32 %184, ptr @stop seq_cst, align 4
  %185 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br i1 %77, label %190, label %186

186:                                              ; preds = %181
  %187 = getelementptr inbounds i8, ptr %0, i64 152
  %188 = getelementptr inbounds i8, ptr %0, i64 88
  %189 = tail call i64 @llvm.smax.i64(i64 %69, i64 1)
  br label %223

190:                                              ; preds = %233, %181
  %191 = trunc i64 %178 to i32
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %14) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %14, i8 0, i64 16, i1 false)
  %192 = ptrtoint ptr %14 to i64
  %193 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %192, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %194 = load i64, ptr %14, align 16, !tbaa !11
  %195 = mul i64 %194, 1000000000
  %196 = getelementptr inbounds i8, ptr %14, i64 8
  %197 = load i64, ptr %196, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %14) #3
  %198 = add i64 %197, 50000000
  %199 = add i64 %198, %195
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %16) #3
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %16, ptr noundef nonnull align 16 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %200 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %201 = icmp ult i32 %200, %191
  br i1 %201, label %202, label %219

202:                                              ; preds = %190
  %203 = ptrtoint ptr %15 to i64
  %204 = getelementptr inbounds i8, ptr %15, i64 8
  %205 = ptrtoint ptr %16 to i64
  br label %206

206:                                              ; preds = %214, %202
  %207 = phi i32 [ %200, %202 ], [ %217, %214 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %15) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %15, i8 0, i64 16, i1 false)
  %208 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %203, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %209 = load i64, ptr %15, align 16, !tbaa !11
  %210 = mul i64 %209, 1000000000
  %211 = load i64, ptr %204, align 8, !tbaa !11
  %212 = add i64 %210, %211
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %15) #3
  %213 = icmp ult i64 %212, %199
  br i1 %213, label %214, label %219

214:                                              ; preds = %206
  %215 = zext i32 %207 to i64
  %216 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @arrived to i64), i64 128, i64 %215, i64 %205, i64 0, i64 0) #3, !srcloc !10
  %217 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %218 = icmp ult i32 %217, %191
  br i1 %218, label %206, label %219, !llvm.loop !58

219:                                              ; preds = %214, %206, %190
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %16) #3
  br i1 %77, label %247, label %220

220:                                              ; preds = %219
  %221 = getelementptr inbounds i8, ptr %0, i64 152
  %222 = call i64 @llvm.smax.i64(i64 %69, i64 1)
  br label %239

223:                                              ; preds = %233, %186
  %224 = phi i64 [ 0, %186 ], [ %234, %233 ]
  %225 = getelementptr inbounds [1024 x %struct.thread], ptr %187, i64 0, i64 %224
  %226 = getelementptr inbounds i8, ptr %225, i64 8
  %227 = load i64, ptr %226, align 8, !tbaa !17
  %228 = icmp eq i64 %227, 3
  br i1 %228, label %229, label %233

229:                                              ; preds = %223
  %230 = load i64, ptr %225, align 8, !tbaa !15
  %231 = load i64, ptr %188, align 8, !tbaa !59
  %232 = tail call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 234, i64 %185, i64 %230, i64 %231, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %233

233:                                              ; preds = %229, %223
  %234 = add nuw nsw i64 %224, 1
  %235 = icmp eq i64 %234, %189
  br i1 %235, label %190, label %223, !llvm.loop !60

236:                                              ; preds = %239
  %237 = add nuw nsw i64 %240, 1
  %238 = icmp eq i64 %237, %222
  br i1 %238, label %247, label %239, !llvm.loop !61

239:                                              ; preds = %236, %220
  %240 = phi i64 [ 0, %220 ], [ %237, %236 ]
  %241 = getelementptr inbounds [1024 x %struct.thread], ptr %221, i64 0, i64 %240
  %242 = getelementptr inbounds i8, ptr %241, i64 8
  %243 = load i64, ptr %242, align 8, !tbaa !17
  %244 = icmp eq i64 %243, 3
  br i1 %244, label %245, label %236

245:                                              ; preds = %239
  %246 = load i64, ptr %241, align 8, !tbaa !15
  store i64 %246, ptr %25, align 8, !tbaa !31
  store i64 4, ptr %26, align 8, !tbaa !32
  br label %247

247:                                              ; preds = %236, %71, %74, %170, %219, %245
  %248 = phi i64 [ 0, %219 ], [ 4, %245 ], [ %171, %170 ], [ 1, %74 ], [ 2, %71 ], [ 0, %236 ]
  %249 = load i64, ptr %0, align 8, !tbaa !57
  %250 = icmp eq i64 %249, 1
  br i1 %250, label %1026, label %251

251:                                              ; preds = %247
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %18) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %18, i8 0, i64 16, i1 false)
  %252 = ptrtoint ptr %18 to i64
  %253 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %252, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %254 = load i64, ptr %18, align 16, !tbaa !11
  %255 = getelementptr inbounds i8, ptr %18, i64 8
  %256 = load i64, ptr %255, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %18) #3
  %257 = icmp eq i64 %248, 0
  br i1 %257, label %258, label %985

258:                                              ; preds = %251
  %259 = getelementptr inbounds i8, ptr %0, i64 120
  %260 = load i64, ptr %259, align 8, !tbaa !13
  %261 = icmp eq i64 %260, 0
  br i1 %261, label %282, label %262

262:                                              ; preds = %258
  %263 = getelementptr inbounds i8, ptr %0, i64 152
  %264 = and i64 %260, 1
  %265 = icmp eq i64 %260, 1
  br i1 %265, label %268, label %266

266:                                              ; preds = %262
  %267 = and i64 %260, -2
  br label %956

268:                                              ; preds = %981, %262
  %269 = phi i64 [ 0, %262 ], [ %982, %981 ]
  %270 = icmp eq i64 %264, 0
  br i1 %270, label %282, label %271

271:                                              ; preds = %268
  %272 = getelementptr inbounds [1024 x %struct.thread], ptr %263, i64 0, i64 %269
  %273 = getelementptr inbounds i8, ptr %272, i64 8
  %274 = load i64, ptr %273, align 8, !tbaa !17
  %275 = icmp eq i64 %274, 6
  br i1 %275, label %276, label %282

276:                                              ; preds = %271
  %277 = call ptr @llvm.frameaddress.p0(i32 0)
  %278 = ptrtoint ptr %277 to i64
  %279 = add i64 %278, -512
  %280 = getelementptr inbounds i8, ptr %272, i64 24
  store i64 %279, ptr %280, align 8, !tbaa !22
  %281 = getelementptr inbounds i8, ptr %272, i64 16
  store i64 %279, ptr %281, align 8, !tbaa !21
  br label %282

282:                                              ; preds = %268, %276, %271, %258
  %283 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str.9 to i64), i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %284 = icmp slt i64 %283, 0
  br i1 %284, label %500, label %285

285:                                              ; preds = %282
  %286 = getelementptr inbounds i8, ptr %0, i64 2171032
  %287 = ptrtoint ptr %286 to i64
  %288 = getelementptr inbounds i8, ptr %0, i64 73880
  %289 = add i64 %2, 2171031
  br label %290

290:                                              ; preds = %466, %285
  %291 = phi i64 [ %305, %466 ], [ 0, %285 ]
  %292 = phi i64 [ %306, %466 ], [ 0, %285 ]
  %293 = phi i64 [ %307, %466 ], [ 0, %285 ]
  %294 = phi i64 [ %308, %466 ], [ 0, %285 ]
  %295 = phi i64 [ %444, %466 ], [ 0, %285 ]
  %296 = add i64 %295, %287
  %297 = sub nsw i64 16383, %295
  %298 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 0, i64 %283, i64 %296, i64 %297, i64 0, i64 0, i64 0) #3, !srcloc !10
  %299 = icmp sgt i64 %298, 0
  br i1 %299, label %300, label %489

300:                                              ; preds = %290
  %301 = getelementptr inbounds i8, ptr %286, i64 %295
  %302 = getelementptr inbounds i8, ptr %301, i64 %298
  store i8 0, ptr %302, align 1, !tbaa !18
  br label %303

303:                                              ; preds = %439, %300
  %304 = phi ptr [ %286, %300 ], [ %441, %439 ]
  %305 = phi i64 [ %291, %300 ], [ %427, %439 ]
  %306 = phi i64 [ %292, %300 ], [ %343, %439 ]
  %307 = phi i64 [ %293, %300 ], [ %440, %439 ]
  %308 = phi i64 [ %294, %300 ], [ %428, %439 ]
  %309 = ptrtoint ptr %304 to i64
  %310 = icmp ult ptr %304, %302
  br i1 %310, label %311, label %321

311:                                              ; preds = %303, %315
  %312 = phi ptr [ %316, %315 ], [ %304, %303 ]
  %313 = load i8, ptr %312, align 1, !tbaa !18
  %314 = icmp eq i8 %313, 10
  br i1 %314, label %318, label %315

315:                                              ; preds = %311
  %316 = getelementptr inbounds i8, ptr %312, i64 1
  %317 = icmp ult ptr %316, %302
  br i1 %317, label %311, label %318, !llvm.loop !62

318:                                              ; preds = %315, %311
  %319 = phi ptr [ %312, %311 ], [ %316, %315 ]
  %320 = ptrtoint ptr %319 to i64
  br label %321

321:                                              ; preds = %318, %303
  %322 = phi i64 [ %320, %318 ], [ %309, %303 ]
  %323 = phi ptr [ %319, %318 ], [ %304, %303 ]
  %324 = icmp eq ptr %323, %302
  br i1 %324, label %442, label %325

325:                                              ; preds = %321, %334
  %326 = phi i64 [ %340, %334 ], [ 0, %321 ]
  %327 = phi ptr [ %341, %334 ], [ %304, %321 ]
  %328 = load i8, ptr %327, align 1, !tbaa !18
  %329 = add i8 %328, -58
  %330 = icmp ult i8 %329, -10
  br i1 %330, label %331, label %334

331:                                              ; preds = %325
  %332 = add i8 %328, -97
  %333 = icmp ult i8 %332, 6
  br i1 %333, label %334, label %342

334:                                              ; preds = %331, %325
  %335 = phi i64 [ 4294967248, %325 ], [ 4294967209, %331 ]
  %336 = zext nneg i8 %328 to i64
  %337 = add nuw nsw i64 %335, %336
  %338 = shl i64 %326, 4
  %339 = and i64 %337, 4294967295
  %340 = add nuw i64 %339, %338
  %341 = getelementptr inbounds i8, ptr %327, i64 1
  br label %325

342:                                              ; preds = %331, %352
  %343 = phi i64 [ %358, %352 ], [ 0, %331 ]
  %344 = phi ptr [ %345, %352 ], [ %327, %331 ]
  %345 = getelementptr inbounds i8, ptr %344, i64 1
  %346 = load i8, ptr %345, align 1, !tbaa !18
  %347 = add i8 %346, -58
  %348 = icmp ult i8 %347, -10
  br i1 %348, label %349, label %352

349:                                              ; preds = %342
  %350 = add i8 %346, -97
  %351 = icmp ult i8 %350, 6
  br i1 %351, label %352, label %359

352:                                              ; preds = %349, %342
  %353 = phi i64 [ 4294967248, %342 ], [ 4294967209, %349 ]
  %354 = zext nneg i8 %346 to i64
  %355 = add nuw nsw i64 %353, %354
  %356 = shl i64 %343, 4
  %357 = and i64 %355, 4294967295
  %358 = add nuw i64 %357, %356
  br label %342

359:                                              ; preds = %349
  %360 = getelementptr inbounds i8, ptr %344, i64 2
  %361 = icmp ult ptr %360, %323
  br i1 %361, label %362, label %371

362:                                              ; preds = %359
  %363 = sub i64 %322, %309
  %364 = getelementptr i8, ptr %304, i64 %363
  br label %365

365:                                              ; preds = %368, %362
  %366 = phi ptr [ %369, %368 ], [ %360, %362 ]
  %367 = load i8, ptr %366, align 1, !tbaa !18
  switch i8 %367, label %368 [
    i8 47, label %371
    i8 91, label %371
  ]

368:                                              ; preds = %365
  %369 = getelementptr inbounds i8, ptr %366, i64 1
  %370 = icmp ult ptr %369, %323
  br i1 %370, label %365, label %371, !llvm.loop !63

371:                                              ; preds = %368, %365, %365, %359
  %372 = phi ptr [ %360, %359 ], [ %366, %365 ], [ %366, %365 ], [ %364, %368 ]
  %373 = getelementptr inbounds i8, ptr %344, i64 5
  %374 = load i8, ptr %373, align 1, !tbaa !18
  %375 = icmp eq i8 %374, 115
  br i1 %375, label %376, label %390

376:                                              ; preds = %371
  %377 = load i8, ptr %372, align 1, !tbaa !18
  %378 = icmp eq i8 %377, 47
  br i1 %378, label %379, label %387

379:                                              ; preds = %376
  %380 = getelementptr inbounds i8, ptr %372, i64 1
  %381 = load i8, ptr %380, align 1, !tbaa !18
  %382 = icmp eq i8 %381, 100
  br i1 %382, label %383, label %387

383:                                              ; preds = %379
  %384 = getelementptr inbounds i8, ptr %372, i64 5
  %385 = load i8, ptr %384, align 1, !tbaa !18
  %386 = icmp eq i8 %385, 122
  br label %387

387:                                              ; preds = %383, %379, %376
  %388 = phi i1 [ false, %379 ], [ false, %376 ], [ %386, %383 ]
  %389 = xor i1 %388, true
  br label %390

390:                                              ; preds = %387, %371
  %391 = phi i1 [ false, %371 ], [ %389, %387 ]
  %392 = getelementptr inbounds i8, ptr %344, i64 3
  %393 = load i8, ptr %392, align 1, !tbaa !18
  %394 = icmp ne i8 %393, 119
  %395 = select i1 %394, i1 true, i1 %391
  br i1 %395, label %426, label %396

396:                                              ; preds = %390
  %397 = icmp eq i64 %308, 65536
  br i1 %397, label %398, label %400

398:                                              ; preds = %396
  %399 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %283, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %500

400:                                              ; preds = %396
  %401 = load i8, ptr %372, align 1, !tbaa !18
  %402 = icmp eq i8 %401, 91
  br i1 %402, label %403, label %411

403:                                              ; preds = %400
  %404 = getelementptr inbounds i8, ptr %372, i64 1
  %405 = load i8, ptr %404, align 1, !tbaa !18
  %406 = icmp eq i8 %405, 115
  br i1 %406, label %407, label %411

407:                                              ; preds = %403
  %408 = getelementptr inbounds i8, ptr %372, i64 2
  %409 = load i8, ptr %408, align 1, !tbaa !18
  %410 = icmp eq i8 %409, 116
  br label %411

411:                                              ; preds = %407, %403, %400
  %412 = phi i1 [ false, %403 ], [ false, %400 ], [ %410, %407 ]
  %413 = zext i1 %412 to i64
  %414 = icmp ne i64 %307, 0
  %415 = icmp eq i64 %306, %326
  %416 = select i1 %414, i1 %415, i1 false
  %417 = or disjoint i64 %413, 2
  %418 = select i1 %416, i64 %417, i64 %413
  %419 = add i64 %308, 1
  %420 = getelementptr inbounds [65536 x %struct.mapping], ptr %288, i64 0, i64 %308
  store i64 %326, ptr %420, align 8, !tbaa !11
  %421 = getelementptr inbounds i8, ptr %420, i64 8
  store i64 %343, ptr %421, align 8, !tbaa !11
  %422 = getelementptr inbounds i8, ptr %420, i64 16
  store i64 %418, ptr %422, align 8, !tbaa !11
  %423 = getelementptr inbounds i8, ptr %420, i64 24
  store i64 %307, ptr %423, align 8, !tbaa !11
  %424 = sub i64 %305, %326
  %425 = add i64 %424, %343
  br label %426

426:                                              ; preds = %411, %390
  %427 = phi i64 [ %305, %390 ], [ %425, %411 ]
  %428 = phi i64 [ %308, %390 ], [ %419, %411 ]
  %429 = load i8, ptr %360, align 1, !tbaa !18
  %430 = icmp eq i8 %429, 45
  br i1 %430, label %431, label %439

431:                                              ; preds = %426
  %432 = load i8, ptr %392, align 1, !tbaa !18
  %433 = icmp eq i8 %432, 45
  br i1 %433, label %434, label %439

434:                                              ; preds = %431
  %435 = getelementptr inbounds i8, ptr %344, i64 4
  %436 = load i8, ptr %435, align 1, !tbaa !18
  %437 = icmp eq i8 %436, 45
  %438 = select i1 %437, i64 %326, i64 0
  br label %439

439:                                              ; preds = %434, %431, %426
  %440 = phi i64 [ 0, %431 ], [ 0, %426 ], [ %438, %434 ]
  %441 = getelementptr inbounds i8, ptr %323, i64 1
  br label %303

442:                                              ; preds = %321
  %443 = ptrtoint ptr %302 to i64
  %444 = sub i64 %443, %309
  %445 = icmp sgt i64 %444, 0
  br i1 %445, label %446, label %466

446:                                              ; preds = %442
  %447 = add i64 %289, %298
  %448 = add i64 %447, %295
  %449 = sub i64 %448, %309
  %450 = and i64 %444, 3
  %451 = icmp ult i64 %449, 3
  br i1 %451, label %454, label %452

452:                                              ; preds = %446
  %453 = and i64 %444, 9223372036854775804
  br label %468

454:                                              ; preds = %468, %446
  %455 = phi i64 [ 0, %446 ], [ %486, %468 ]
  %456 = icmp eq i64 %450, 0
  br i1 %456, label %466, label %457

457:                                              ; preds = %454, %457
  %458 = phi i64 [ %463, %457 ], [ %455, %454 ]
  %459 = phi i64 [ %464, %457 ], [ 0, %454 ]
  %460 = getelementptr inbounds i8, ptr %304, i64 %458
  %461 = load i8, ptr %460, align 1, !tbaa !18
  %462 = getelementptr inbounds [16384 x i8], ptr %286, i64 0, i64 %458
  store i8 %461, ptr %462, align 1, !tbaa !18
  %463 = add nuw nsw i64 %458, 1
  %464 = add i64 %459, 1
  %465 = icmp eq i64 %464, %450
  br i1 %465, label %466, label %457, !llvm.loop !64

466:                                              ; preds = %454, %457, %442
  %467 = icmp sgt i64 %444, 16382
  br i1 %467, label %489, label %290

468:                                              ; preds = %468, %452
  %469 = phi i64 [ 0, %452 ], [ %486, %468 ]
  %470 = phi i64 [ 0, %452 ], [ %487, %468 ]
  %471 = getelementptr inbounds i8, ptr %304, i64 %469
  %472 = load i8, ptr %471, align 1, !tbaa !18
  %473 = getelementptr inbounds [16384 x i8], ptr %286, i64 0, i64 %469
  store i8 %472, ptr %473, align 1, !tbaa !18
  %474 = or disjoint i64 %469, 1
  %475 = getelementptr inbounds i8, ptr %304, i64 %474
  %476 = load i8, ptr %475, align 1, !tbaa !18
  %477 = getelementptr inbounds [16384 x i8], ptr %286, i64 0, i64 %474
  store i8 %476, ptr %477, align 1, !tbaa !18
  %478 = or disjoint i64 %469, 2
  %479 = getelementptr inbounds i8, ptr %304, i64 %478
  %480 = load i8, ptr %479, align 1, !tbaa !18
  %481 = getelementptr inbounds [16384 x i8], ptr %286, i64 0, i64 %478
  store i8 %480, ptr %481, align 1, !tbaa !18
  %482 = or disjoint i64 %469, 3
  %483 = getelementptr inbounds i8, ptr %304, i64 %482
  %484 = load i8, ptr %483, align 1, !tbaa !18
  %485 = getelementptr inbounds [16384 x i8], ptr %286, i64 0, i64 %482
  store i8 %484, ptr %485, align 1, !tbaa !18
  %486 = add nuw nsw i64 %469, 4
  %487 = add i64 %470, 4
  %488 = icmp eq i64 %487, %453
  br i1 %488, label %454, label %468, !llvm.loop !66

489:                                              ; preds = %466, %290
  %490 = phi i64 [ %291, %290 ], [ %305, %466 ]
  %491 = phi i64 [ %294, %290 ], [ %308, %466 ]
  %492 = phi i64 [ %295, %290 ], [ %444, %466 ]
  %493 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %283, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %494 = getelementptr inbounds i8, ptr %0, i64 128
  store i64 %491, ptr %494, align 8, !tbaa !67
  %495 = icmp slt i64 %298, 0
  %496 = icmp ne i64 %492, 0
  %497 = or i1 %495, %496
  %498 = icmp slt i64 %490, 0
  %499 = select i1 %497, i1 true, i1 %498
  br i1 %499, label %500, label %501

500:                                              ; preds = %489, %398, %282
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 6, ptr %26, align 8, !tbaa !32
  br label %985

501:                                              ; preds = %489
  %502 = icmp ugt i64 %490, 274877906944
  br i1 %502, label %503, label %504

503:                                              ; preds = %501
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 8, ptr %26, align 8, !tbaa !32
  br label %985

504:                                              ; preds = %501
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %12) #3
  store i64 491327744372, ptr %12, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %13) #3
  store i64 0, ptr %13, align 8, !tbaa !11
  %505 = ptrtoint ptr %13 to i64
  %506 = ptrtoint ptr %12 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %10) #3
  store i64 %505, ptr %10, align 16, !tbaa !11
  %507 = getelementptr inbounds i8, ptr %10, i64 8
  store i64 8, ptr %507, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %11) #3
  store i64 %506, ptr %11, align 16, !tbaa !11
  %508 = getelementptr inbounds i8, ptr %11, i64 8
  store i64 8, ptr %508, align 8, !tbaa !11
  %509 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %510 = ptrtoint ptr %10 to i64
  %511 = ptrtoint ptr %11 to i64
  %512 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %509, i64 %510, i64 1, i64 %511, i64 1, i64 0) #3, !srcloc !10
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %11) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %10) #3
  %513 = icmp eq i64 %512, 8
  br i1 %513, label %514, label %518

514:                                              ; preds = %504
  %515 = load i64, ptr %13, align 8, !tbaa !11
  %516 = load i64, ptr %12, align 8, !tbaa !11
  %517 = icmp eq i64 %515, %516
  br i1 %517, label %519, label %518

518:                                              ; preds = %514, %504
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 7, ptr %26, align 8, !tbaa !32
  br label %954

519:                                              ; preds = %514
  %520 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 257, i64 -100, i64 ptrtoint (ptr @.str.8 to i64), i64 524288, i64 0, i64 0, i64 0) #3, !srcloc !10
  %521 = icmp slt i64 %520, 0
  %522 = icmp ugt i64 %490, 4294967296
  %523 = and i1 %522, %521
  br i1 %523, label %533, label %524

524:                                              ; preds = %519
  %525 = load i64, ptr %259, align 8, !tbaa !13
  %526 = icmp eq i64 %525, 0
  br i1 %526, label %534, label %527

527:                                              ; preds = %524
  %528 = getelementptr inbounds i8, ptr %0, i64 152
  %529 = getelementptr inbounds i8, ptr %0, i64 64
  %530 = getelementptr inbounds i8, ptr %0, i64 56
  %531 = getelementptr inbounds i8, ptr %0, i64 72
  %532 = load i64, ptr %530, align 8, !tbaa !68
  br label %547

533:                                              ; preds = %519
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 8, ptr %26, align 8, !tbaa !32
  br label %954

534:                                              ; preds = %623, %524
  %535 = load i64, ptr %494, align 8, !tbaa !67
  %536 = icmp eq i64 %535, 0
  br i1 %536, label %629, label %537

537:                                              ; preds = %534
  %538 = getelementptr inbounds i8, ptr %0, i64 152
  %539 = getelementptr inbounds i8, ptr %0, i64 2187928
  %540 = ptrtoint ptr %539 to i64
  %541 = getelementptr inbounds i8, ptr %7, i64 8
  %542 = getelementptr inbounds i8, ptr %8, i64 8
  %543 = ptrtoint ptr %7 to i64
  %544 = ptrtoint ptr %8 to i64
  %545 = getelementptr inbounds i8, ptr %0, i64 64
  %546 = getelementptr inbounds i8, ptr %0, i64 56
  br label %685

547:                                              ; preds = %623, %527
  %548 = phi i64 [ %532, %527 ], [ %624, %623 ]
  %549 = phi i64 [ %532, %527 ], [ %625, %623 ]
  %550 = phi i64 [ 0, %527 ], [ %626, %623 ]
  %551 = getelementptr inbounds [1024 x %struct.thread], ptr %528, i64 0, i64 %550
  %552 = getelementptr inbounds i8, ptr %551, i64 16
  %553 = load i64, ptr %552, align 8, !tbaa !21
  %554 = load i64, ptr %529, align 8, !tbaa !69
  %555 = inttoptr i64 %554 to ptr
  %556 = icmp eq i64 %549, 0
  br i1 %556, label %623, label %557

557:                                              ; preds = %547
  %558 = or i64 %553, -9223372036854775808
  br label %559

559:                                              ; preds = %582, %557
  %560 = phi i64 [ %548, %557 ], [ %583, %582 ]
  %561 = phi i64 [ %549, %557 ], [ %584, %582 ]
  %562 = phi i64 [ 0, %557 ], [ %585, %582 ]
  %563 = getelementptr inbounds %struct.block, ptr %555, i64 %562
  %564 = load i64, ptr %563, align 8, !tbaa !70
  %565 = icmp ugt i64 %564, %553
  br i1 %565, label %582, label %566

566:                                              ; preds = %559
  %567 = getelementptr inbounds i8, ptr %563, i64 8
  %568 = load i64, ptr %567, align 8, !tbaa !72
  %569 = icmp ugt i64 %568, %553
  br i1 %569, label %570, label %582

570:                                              ; preds = %566
  %571 = getelementptr inbounds i8, ptr %563, i64 16
  %572 = load i64, ptr %571, align 8, !tbaa !73
  %573 = icmp eq i64 %572, -1
  br i1 %573, label %582, label %574

574:                                              ; preds = %570
  %575 = load i64, ptr %531, align 8, !tbaa !53
  %576 = inttoptr i64 %575 to ptr
  %577 = getelementptr inbounds i64, ptr %576, i64 %572
  %578 = load i64, ptr %577, align 8, !tbaa !11
  %579 = icmp eq i64 %578, 0
  %580 = select i1 %579, i64 %558, i64 %578
  store i64 %580, ptr %577, align 8, !tbaa !11
  %581 = load i64, ptr %530, align 8, !tbaa !68
  br label %582

582:                                              ; preds = %574, %570, %566, %559
  %583 = phi i64 [ %560, %559 ], [ %560, %566 ], [ %560, %570 ], [ %581, %574 ]
  %584 = phi i64 [ %561, %559 ], [ %561, %566 ], [ %561, %570 ], [ %581, %574 ]
  %585 = add nuw i64 %562, 1
  %586 = icmp ult i64 %585, %584
  br i1 %586, label %559, label %587, !llvm.loop !74

587:                                              ; preds = %582
  %588 = getelementptr inbounds i8, ptr %551, i64 24
  %589 = load i64, ptr %588, align 8, !tbaa !22
  %590 = load i64, ptr %529, align 8, !tbaa !69
  %591 = inttoptr i64 %590 to ptr
  %592 = icmp eq i64 %583, 0
  br i1 %592, label %623, label %593

593:                                              ; preds = %587
  %594 = or i64 %589, -9223372036854775808
  br label %595

595:                                              ; preds = %618, %593
  %596 = phi i64 [ %583, %593 ], [ %619, %618 ]
  %597 = phi i64 [ %583, %593 ], [ %620, %618 ]
  %598 = phi i64 [ 0, %593 ], [ %621, %618 ]
  %599 = getelementptr inbounds %struct.block, ptr %591, i64 %598
  %600 = load i64, ptr %599, align 8, !tbaa !70
  %601 = icmp ugt i64 %600, %589
  br i1 %601, label %618, label %602

602:                                              ; preds = %595
  %603 = getelementptr inbounds i8, ptr %599, i64 8
  %604 = load i64, ptr %603, align 8, !tbaa !72
  %605 = icmp ugt i64 %604, %589
  br i1 %605, label %606, label %618

606:                                              ; preds = %602
  %607 = getelementptr inbounds i8, ptr %599, i64 16
  %608 = load i64, ptr %607, align 8, !tbaa !73
  %609 = icmp eq i64 %608, -1
  br i1 %609, label %618, label %610

610:                                              ; preds = %606
  %611 = load i64, ptr %531, align 8, !tbaa !53
  %612 = inttoptr i64 %611 to ptr
  %613 = getelementptr inbounds i64, ptr %612, i64 %608
  %614 = load i64, ptr %613, align 8, !tbaa !11
  %615 = icmp eq i64 %614, 0
  %616 = select i1 %615, i64 %594, i64 %614
  store i64 %616, ptr %613, align 8, !tbaa !11
  %617 = load i64, ptr %530, align 8, !tbaa !68
  br label %618

618:                                              ; preds = %610, %606, %602, %595
  %619 = phi i64 [ %596, %595 ], [ %596, %602 ], [ %596, %606 ], [ %617, %610 ]
  %620 = phi i64 [ %597, %595 ], [ %597, %602 ], [ %597, %606 ], [ %617, %610 ]
  %621 = add nuw i64 %598, 1
  %622 = icmp ult i64 %621, %620
  br i1 %622, label %595, label %623, !llvm.loop !74

623:                                              ; preds = %618, %587, %547
  %624 = phi i64 [ %548, %547 ], [ 0, %587 ], [ %619, %618 ]
  %625 = phi i64 [ 0, %547 ], [ 0, %587 ], [ %620, %618 ]
  %626 = add nuw i64 %550, 1
  %627 = load i64, ptr %259, align 8, !tbaa !13
  %628 = icmp ult i64 %626, %627
  br i1 %628, label %547, label %534, !llvm.loop !75

629:                                              ; preds = %881, %534
  %630 = ptrtoint ptr %9 to i64
  %631 = getelementptr inbounds i8, ptr %0, i64 40
  %632 = getelementptr inbounds i8, ptr %0, i64 48
  %633 = getelementptr inbounds i8, ptr %0, i64 32
  %634 = getelementptr inbounds i8, ptr %0, i64 24
  %635 = getelementptr inbounds i8, ptr %0, i64 72
  br label %636

636:                                              ; preds = %680, %629
  %637 = phi i64 [ 1, %629 ], [ %681, %680 ]
  call void @llvm.lifetime.start.p0(i64 32, ptr nonnull %9) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(32) %9, i8 0, i64 32, i1 false)
  %638 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 13, i64 %637, i64 0, i64 %630, i64 8, i64 0, i64 0) #3, !srcloc !10
  %639 = icmp eq i64 %638, 0
  br i1 %639, label %640, label %680

640:                                              ; preds = %636
  %641 = load i64, ptr %9, align 16, !tbaa !11
  %642 = load i64, ptr %631, align 8, !tbaa !76
  %643 = sub i64 %641, %642
  %644 = load i64, ptr %632, align 8, !tbaa !77
  %645 = icmp ult i64 %643, %644
  br i1 %645, label %646, label %680

646:                                              ; preds = %640
  %647 = load i64, ptr %633, align 8, !tbaa !47
  %648 = inttoptr i64 %647 to ptr
  %649 = load i64, ptr %634, align 8, !tbaa !48
  %650 = icmp eq i64 %649, 0
  br i1 %650, label %663, label %651

651:                                              ; preds = %646, %651
  %652 = phi i64 [ %661, %651 ], [ 0, %646 ]
  %653 = phi i64 [ %660, %651 ], [ %649, %646 ]
  %654 = add i64 %653, %652
  %655 = lshr i64 %654, 1
  %656 = getelementptr inbounds %struct.range, ptr %648, i64 %655, i32 1
  %657 = load i64, ptr %656, align 8, !tbaa !49
  %658 = icmp ugt i64 %657, %641
  %659 = add nuw i64 %655, 1
  %660 = select i1 %658, i64 %655, i64 %653
  %661 = select i1 %658, i64 %652, i64 %659
  %662 = icmp ult i64 %661, %660
  br i1 %662, label %651, label %663, !llvm.loop !51

663:                                              ; preds = %651, %646
  %664 = phi i64 [ 0, %646 ], [ %661, %651 ]
  %665 = icmp eq i64 %664, %649
  br i1 %665, label %680, label %666

666:                                              ; preds = %663
  %667 = getelementptr inbounds %struct.range, ptr %648, i64 %664
  %668 = load i64, ptr %667, align 8, !tbaa !52
  %669 = icmp ugt i64 %668, %641
  br i1 %669, label %680, label %670

670:                                              ; preds = %666
  %671 = load i64, ptr %635, align 8, !tbaa !53
  %672 = inttoptr i64 %671 to ptr
  %673 = getelementptr inbounds i8, ptr %667, i64 16
  %674 = load i64, ptr %673, align 8, !tbaa !54
  %675 = getelementptr inbounds i64, ptr %672, i64 %674
  %676 = load i64, ptr %675, align 8, !tbaa !11
  %677 = icmp eq i64 %676, 0
  br i1 %677, label %678, label %680

678:                                              ; preds = %670
  %679 = or disjoint i64 %637, -4611686018427387904
  store i64 %679, ptr %675, align 8, !tbaa !11
  br label %680

680:                                              ; preds = %678, %670, %666, %663, %640, %636
  call void @llvm.lifetime.end.p0(i64 32, ptr nonnull %9) #3
  %681 = add nuw nsw i64 %637, 1
  %682 = icmp eq i64 %681, 65
  br i1 %682, label %683, label %636, !llvm.loop !78

683:                                              ; preds = %680
  %684 = icmp sgt i64 %520, -1
  br i1 %684, label %885, label %887

685:                                              ; preds = %881, %537
  %686 = phi i64 [ 0, %537 ], [ %882, %881 ]
  %687 = getelementptr inbounds [65536 x %struct.mapping], ptr %288, i64 0, i64 %686
  %688 = getelementptr inbounds i8, ptr %687, i64 8
  %689 = load i64, ptr %688, align 8, !tbaa !79
  %690 = load i64, ptr %687, align 8, !tbaa !81
  %691 = load i64, ptr %259, align 8, !tbaa !13
  %692 = icmp eq i64 %691, 0
  br i1 %692, label %698, label %693

693:                                              ; preds = %685
  %694 = getelementptr inbounds i8, ptr %687, i64 16
  %695 = getelementptr inbounds i8, ptr %687, i64 24
  br label %744

696:                                              ; preds = %875
  %697 = load i64, ptr %688, align 8, !tbaa !79
  br label %698

698:                                              ; preds = %696, %685
  %699 = phi i64 [ %689, %685 ], [ %697, %696 ]
  %700 = phi i64 [ %690, %685 ], [ %876, %696 ]
  %701 = phi i64 [ %689, %685 ], [ %877, %696 ]
  %702 = load i64, ptr %545, align 8, !tbaa !69
  %703 = inttoptr i64 %702 to ptr
  %704 = load i64, ptr %546, align 8, !tbaa !68
  %705 = icmp eq i64 %704, 0
  br i1 %705, label %706, label %709

706:                                              ; preds = %709, %698
  %707 = phi i64 [ 0, %698 ], [ %718, %709 ]
  %708 = icmp ult i64 %707, %704
  br i1 %708, label %721, label %740

709:                                              ; preds = %698, %709
  %710 = phi i64 [ %719, %709 ], [ %704, %698 ]
  %711 = phi i64 [ %718, %709 ], [ 0, %698 ]
  %712 = add i64 %711, %710
  %713 = lshr i64 %712, 1
  %714 = getelementptr inbounds %struct.block, ptr %703, i64 %713, i32 1
  %715 = load i64, ptr %714, align 8, !tbaa !72
  %716 = icmp ugt i64 %715, %700
  %717 = add nuw i64 %713, 1
  %718 = select i1 %716, i64 %711, i64 %717
  %719 = select i1 %716, i64 %713, i64 %710
  %720 = icmp ult i64 %718, %719
  br i1 %720, label %709, label %706, !llvm.loop !82

721:                                              ; preds = %706, %734
  %722 = phi i64 [ %735, %734 ], [ %704, %706 ]
  %723 = phi i64 [ %737, %734 ], [ %700, %706 ]
  %724 = phi i64 [ %738, %734 ], [ %707, %706 ]
  %725 = getelementptr inbounds %struct.block, ptr %703, i64 %724
  %726 = load i64, ptr %725, align 8, !tbaa !70
  %727 = icmp ult i64 %726, %699
  %728 = icmp ult i64 %723, %699
  %729 = select i1 %727, i1 %728, i1 false
  br i1 %729, label %730, label %740

730:                                              ; preds = %721
  %731 = icmp ult i64 %723, %726
  br i1 %731, label %732, label %734

732:                                              ; preds = %730
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %520, i64 noundef %723, i64 noundef %726, i64 noundef %701) #7
  %733 = load i64, ptr %546, align 8, !tbaa !68
  br label %734

734:                                              ; preds = %732, %730
  %735 = phi i64 [ %733, %732 ], [ %722, %730 ]
  %736 = getelementptr inbounds i8, ptr %725, i64 8
  %737 = load i64, ptr %736, align 8, !tbaa !72
  %738 = add nuw i64 %724, 1
  %739 = icmp ult i64 %738, %735
  br i1 %739, label %721, label %740, !llvm.loop !83

740:                                              ; preds = %734, %721, %706
  %741 = phi i64 [ %700, %706 ], [ %737, %734 ], [ %723, %721 ]
  %742 = icmp ult i64 %741, %699
  br i1 %742, label %743, label %881

743:                                              ; preds = %740
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %520, i64 noundef %741, i64 noundef %699, i64 noundef %701) #7
  br label %881

744:                                              ; preds = %875, %693
  %745 = phi i64 [ %691, %693 ], [ %879, %875 ]
  %746 = phi i64 [ %689, %693 ], [ %877, %875 ]
  %747 = phi i64 [ %690, %693 ], [ %876, %875 ]
  %748 = phi i64 [ 0, %693 ], [ %878, %875 ]
  %749 = getelementptr inbounds [1024 x %struct.thread], ptr %538, i64 0, i64 %748
  %750 = getelementptr inbounds i8, ptr %749, i64 16
  %751 = load i64, ptr %750, align 8, !tbaa !21
  %752 = add i64 %751, -128
  %753 = getelementptr inbounds i8, ptr %749, i64 24
  %754 = load i64, ptr %753, align 8, !tbaa !22
  %755 = getelementptr inbounds i8, ptr %749, i64 8
  %756 = load i64, ptr %755, align 8, !tbaa !17
  %757 = icmp eq i64 %756, 5
  br i1 %757, label %875, label %758

758:                                              ; preds = %744
  %759 = load i64, ptr %687, align 8, !tbaa !81
  %760 = icmp ugt i64 %759, %751
  br i1 %760, label %764, label %761

761:                                              ; preds = %758
  %762 = load i64, ptr %688, align 8, !tbaa !79
  %763 = icmp ult i64 %751, %762
  br label %764

764:                                              ; preds = %761, %758
  %765 = phi i1 [ false, %758 ], [ %763, %761 ]
  %766 = icmp eq i64 %754, 0
  %767 = icmp ugt i64 %759, %754
  %768 = or i1 %766, %767
  br i1 %768, label %772, label %769

769:                                              ; preds = %764
  %770 = load i64, ptr %688, align 8, !tbaa !79
  %771 = icmp ult i64 %754, %770
  br label %772

772:                                              ; preds = %769, %764
  %773 = phi i1 [ false, %764 ], [ %771, %769 ]
  %774 = select i1 %765, i1 true, i1 %773
  br i1 %774, label %775, label %875

775:                                              ; preds = %772
  %776 = call i64 @llvm.umin.i64(i64 %754, i64 %752)
  %777 = select i1 %773, i64 %776, i64 %752
  %778 = select i1 %765, i64 %777, i64 %754
  %779 = call i64 @llvm.umax.i64(i64 %778, i64 %759)
  %780 = call i64 @llvm.umin.i64(i64 %779, i64 %746)
  br i1 %765, label %781, label %875

781:                                              ; preds = %775, %791
  %782 = phi i64 [ %792, %791 ], [ 0, %775 ]
  %783 = icmp eq i64 %782, %748
  br i1 %783, label %791, label %784

784:                                              ; preds = %781
  %785 = getelementptr inbounds [1024 x %struct.thread], ptr %538, i64 0, i64 %782, i32 2
  %786 = load i64, ptr %785, align 8, !tbaa !21
  %787 = icmp ugt i64 %759, %786
  br i1 %787, label %791, label %788

788:                                              ; preds = %784
  %789 = load i64, ptr %688, align 8, !tbaa !79
  %790 = icmp ult i64 %786, %789
  br i1 %790, label %875, label %791

791:                                              ; preds = %788, %784, %781
  %792 = add nuw i64 %782, 1
  %793 = icmp eq i64 %792, %745
  br i1 %793, label %794, label %781, !llvm.loop !84

794:                                              ; preds = %791
  %795 = load i64, ptr %694, align 8, !tbaa !85
  %796 = and i64 %795, 1
  %797 = icmp eq i64 %796, 0
  br i1 %797, label %798, label %873

798:                                              ; preds = %794
  %799 = and i64 %795, 2
  %800 = icmp eq i64 %799, 0
  br i1 %800, label %875, label %801

801:                                              ; preds = %798
  %802 = load i64, ptr %749, align 8, !tbaa !15
  %803 = load i64, ptr %688, align 8, !tbaa !79
  %804 = sub i64 %803, %759
  %805 = call i64 @llvm.umin.i64(i64 %804, i64 65536)
  %806 = sub i64 %803, %805
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %7) #3
  store i64 %540, ptr %7, align 16, !tbaa !11
  store i64 %805, ptr %541, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %8) #3
  store i64 %806, ptr %8, align 16, !tbaa !11
  store i64 %805, ptr %542, align 8, !tbaa !11
  %807 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 39, i64 0, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %808 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 310, i64 %807, i64 %543, i64 1, i64 %544, i64 1, i64 0) #3, !srcloc !10
  %809 = call i64 @llvm.smax.i64(i64 %808, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %8) #3
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %7) #3
  %810 = icmp eq i64 %809, %805
  br i1 %810, label %811, label %875

811:                                              ; preds = %801
  %812 = load i64, ptr %29, align 8, !tbaa !34
  %813 = icmp eq i64 %812, 0
  br i1 %813, label %875, label %814

814:                                              ; preds = %811
  %815 = lshr i64 %812, 3
  %816 = lshr i64 %805, 3
  %817 = add nuw nsw i64 %815, 2
  %818 = icmp ult i64 %817, %816
  br i1 %818, label %819, label %875

819:                                              ; preds = %814
  %820 = add nsw i64 %816, -2
  %821 = sub nsw i64 %820, %815
  br label %822

822:                                              ; preds = %839, %819
  %823 = phi i64 [ %840, %839 ], [ 0, %819 ]
  %824 = shl i64 %823, 3
  %825 = add i64 %824, %806
  %826 = getelementptr inbounds [32768 x i64], ptr %539, i64 0, i64 %823
  %827 = load i64, ptr %826, align 8, !tbaa !11
  %828 = icmp eq i64 %827, %825
  br i1 %828, label %829, label %839

829:                                              ; preds = %822
  %830 = add nuw nsw i64 %823, 2
  %831 = getelementptr inbounds [32768 x i64], ptr %539, i64 0, i64 %830
  %832 = load i64, ptr %831, align 8, !tbaa !11
  %833 = icmp eq i64 %832, %825
  br i1 %833, label %834, label %839

834:                                              ; preds = %829
  %835 = getelementptr inbounds i8, ptr %826, i64 %812
  %836 = load i32, ptr %835, align 4, !tbaa !4
  %837 = zext i32 %836 to i64
  %838 = icmp eq i64 %802, %837
  br i1 %838, label %842, label %839

839:                                              ; preds = %834, %829, %822
  %840 = add nuw nsw i64 %823, 1
  %841 = icmp eq i64 %840, %821
  br i1 %841, label %875, label %822, !llvm.loop !86

842:                                              ; preds = %834
  %843 = icmp ugt i64 %825, %779
  br i1 %843, label %844, label %875

844:                                              ; preds = %842
  %845 = load i64, ptr %688, align 8, !tbaa !79
  %846 = load i64, ptr %687, align 8, !tbaa !81
  %847 = sub i64 %845, %846
  %848 = call i64 @llvm.umin.i64(i64 %847, i64 65536)
  %849 = sub i64 %848, %845
  %850 = getelementptr i8, ptr %539, i64 %849
  %851 = getelementptr i8, ptr %850, i64 %825
  %852 = icmp ult i64 %825, %845
  br i1 %852, label %853, label %875

853:                                              ; preds = %844
  %854 = load i64, ptr %695, align 8, !tbaa !87
  br label %855

855:                                              ; preds = %865, %853
  %856 = phi i64 [ 0, %853 ], [ %866, %865 ]
  %857 = getelementptr inbounds i64, ptr %851, i64 %856
  %858 = load i64, ptr %857, align 8, !tbaa !11
  %859 = icmp ugt i64 %854, %858
  br i1 %859, label %865, label %860

860:                                              ; preds = %855
  %861 = icmp ult i64 %858, %846
  %862 = and i64 %858, 4095
  %863 = icmp eq i64 %862, 0
  %864 = and i1 %861, %863
  br i1 %864, label %873, label %865

865:                                              ; preds = %860, %855
  %866 = add nuw nsw i64 %856, 1
  %867 = add nuw i64 %866, %823
  %868 = shl i64 %867, 3
  %869 = add i64 %868, %806
  %870 = icmp uge i64 %869, %845
  %871 = icmp ugt i64 %856, 510
  %872 = or i1 %871, %870
  br i1 %872, label %875, label %855, !llvm.loop !88

873:                                              ; preds = %860, %794
  %874 = call i64 @llvm.umax.i64(i64 %779, i64 %747)
  br label %875

875:                                              ; preds = %788, %839, %865, %873, %844, %842, %814, %811, %801, %798, %775, %772, %744
  %876 = phi i64 [ %747, %744 ], [ %747, %772 ], [ %874, %873 ], [ %747, %775 ], [ %747, %798 ], [ %747, %842 ], [ %747, %811 ], [ %747, %801 ], [ %747, %814 ], [ %747, %844 ], [ %747, %865 ], [ %747, %839 ], [ %747, %788 ]
  %877 = phi i64 [ %746, %744 ], [ %746, %772 ], [ %780, %873 ], [ %780, %775 ], [ %780, %798 ], [ %780, %842 ], [ %780, %811 ], [ %780, %801 ], [ %780, %814 ], [ %780, %844 ], [ %780, %865 ], [ %780, %839 ], [ %780, %788 ]
  %878 = add nuw i64 %748, 1
  %879 = load i64, ptr %259, align 8, !tbaa !13
  %880 = icmp ult i64 %878, %879
  br i1 %880, label %744, label %696, !llvm.loop !89

881:                                              ; preds = %743, %740
  %882 = add nuw i64 %686, 1
  %883 = load i64, ptr %494, align 8, !tbaa !67
  %884 = icmp ult i64 %882, %883
  br i1 %884, label %685, label %629, !llvm.loop !90

885:                                              ; preds = %683
  %886 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 3, i64 %520, i64 0, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  br label %887

887:                                              ; preds = %885, %683
  %888 = call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef 1) #7
  %889 = icmp slt i64 %888, 0
  br i1 %889, label %900, label %890

890:                                              ; preds = %887
  %891 = load i64, ptr %259, align 8, !tbaa !13
  %892 = icmp eq i64 %891, 0
  br i1 %892, label %954, label %893

893:                                              ; preds = %890
  %894 = getelementptr inbounds i8, ptr %0, i64 152
  %895 = getelementptr inbounds i8, ptr %6, i64 40
  %896 = getelementptr inbounds i8, ptr %6, i64 24
  %897 = getelementptr inbounds i8, ptr %6, i64 8
  %898 = getelementptr inbounds i8, ptr %6, i64 16
  %899 = getelementptr inbounds i8, ptr %0, i64 80
  br label %901

900:                                              ; preds = %887
  store i64 0, ptr %25, align 8, !tbaa !31
  store i64 5, ptr %26, align 8, !tbaa !32
  br label %954

901:                                              ; preds = %950, %893
  %902 = phi i64 [ 0, %893 ], [ %951, %950 ]
  %903 = getelementptr inbounds [1024 x %struct.thread], ptr %894, i64 0, i64 %902
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %6) #3
  %904 = getelementptr inbounds i8, ptr %903, i64 8
  %905 = load i64, ptr %904, align 8, !tbaa !17
  %906 = add i64 %905, -1
  %907 = icmp ult i64 %906, 2
  br i1 %907, label %908, label %950

908:                                              ; preds = %901
  %909 = load i64, ptr %903, align 8, !tbaa !15
  %910 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %909, ptr noundef nonnull %6) #7
  %911 = icmp slt i32 %910, 0
  br i1 %911, label %948, label %912

912:                                              ; preds = %908
  %913 = load i64, ptr %904, align 8, !tbaa !17
  %914 = icmp eq i64 %913, 2
  %915 = load i64, ptr %6, align 8, !tbaa !44
  %916 = icmp eq i64 %915, 0
  br i1 %914, label %917, label %927

917:                                              ; preds = %912
  br i1 %916, label %950, label %918

918:                                              ; preds = %917
  %919 = load i64, ptr %897, align 8, !tbaa !91
  %920 = icmp eq i64 %919, 202
  br i1 %920, label %921, label %948

921:                                              ; preds = %918
  %922 = load i64, ptr %898, align 8, !tbaa !39
  %923 = load i64, ptr %899, align 8, !tbaa !45
  %924 = add i64 %922, 256
  %925 = sub i64 %924, %923
  %926 = icmp ult i64 %925, 512
  br i1 %926, label %950, label %948

927:                                              ; preds = %912
  br i1 %916, label %948, label %928

928:                                              ; preds = %927
  %929 = load i64, ptr %895, align 8, !tbaa !41
  %930 = getelementptr inbounds i8, ptr %903, i64 56
  %931 = load i64, ptr %930, align 8, !tbaa !42
  %932 = icmp eq i64 %929, %931
  br i1 %932, label %933, label %948

933:                                              ; preds = %928
  %934 = load i64, ptr %896, align 8, !tbaa !36
  %935 = getelementptr inbounds i8, ptr %903, i64 16
  %936 = load i64, ptr %935, align 8, !tbaa !21
  %937 = icmp eq i64 %934, %936
  br i1 %937, label %938, label %948

938:                                              ; preds = %933
  %939 = load i64, ptr %897, align 8, !tbaa !91
  %940 = getelementptr inbounds i8, ptr %903, i64 40
  %941 = load i64, ptr %940, align 8, !tbaa !38
  %942 = icmp eq i64 %939, %941
  br i1 %942, label %943, label %948

943:                                              ; preds = %938
  %944 = load i64, ptr %898, align 8, !tbaa !39
  %945 = getelementptr inbounds i8, ptr %903, i64 48
  %946 = load i64, ptr %945, align 8, !tbaa !40
  %947 = icmp eq i64 %944, %946
  br i1 %947, label %950, label %948

948:                                              ; preds = %943, %938, %933, %928, %927, %921, %918, %908
  %949 = load i64, ptr %903, align 8, !tbaa !15
  store i64 %949, ptr %25, align 8, !tbaa !31
  store i64 5, ptr %26, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %6) #3
  br label %954

950:                                              ; preds = %943, %921, %917, %901
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %6) #3
  %951 = add nuw i64 %902, 1
  %952 = load i64, ptr %259, align 8, !tbaa !13
  %953 = icmp ult i64 %951, %952
  br i1 %953, label %901, label %954, !llvm.loop !92

954:                                              ; preds = %950, %948, %900, %890, %533, %518
  %955 = phi i64 [ 7, %518 ], [ 8, %533 ], [ 5, %900 ], [ 5, %948 ], [ 0, %890 ], [ 0, %950 ]
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %13) #3
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %12) #3
  br label %985

956:                                              ; preds = %981, %266
  %957 = phi i64 [ 0, %266 ], [ %982, %981 ]
  %958 = phi i64 [ 0, %266 ], [ %983, %981 ]
  %959 = getelementptr inbounds [1024 x %struct.thread], ptr %263, i64 0, i64 %957
  %960 = getelementptr inbounds i8, ptr %959, i64 8
  %961 = load i64, ptr %960, align 8, !tbaa !17
  %962 = icmp eq i64 %961, 6
  br i1 %962, label %963, label %969

963:                                              ; preds = %956
  %964 = call ptr @llvm.frameaddress.p0(i32 0)
  %965 = ptrtoint ptr %964 to i64
  %966 = add i64 %965, -512
  %967 = getelementptr inbounds i8, ptr %959, i64 24
  store i64 %966, ptr %967, align 8, !tbaa !22
  %968 = getelementptr inbounds i8, ptr %959, i64 16
  store i64 %966, ptr %968, align 8, !tbaa !21
  br label %969

969:                                              ; preds = %956, %963
  %970 = or disjoint i64 %957, 1
  %971 = getelementptr inbounds [1024 x %struct.thread], ptr %263, i64 0, i64 %970
  %972 = getelementptr inbounds i8, ptr %971, i64 8
  %973 = load i64, ptr %972, align 8, !tbaa !17
  %974 = icmp eq i64 %973, 6
  br i1 %974, label %975, label %981

975:                                              ; preds = %969
  %976 = call ptr @llvm.frameaddress.p0(i32 0)
  %977 = ptrtoint ptr %976 to i64
  %978 = add i64 %977, -512
  %979 = getelementptr inbounds i8, ptr %971, i64 24
  store i64 %978, ptr %979, align 8, !tbaa !22
  %980 = getelementptr inbounds i8, ptr %971, i64 16
  store i64 %978, ptr %980, align 8, !tbaa !21
  br label %981

981:                                              ; preds = %975, %969
  %982 = add nuw i64 %957, 2
  %983 = add i64 %958, 2
  %984 = icmp eq i64 %983, %267
  br i1 %984, label %268, label %956, !llvm.loop !93

985:                                              ; preds = %954, %503, %500, %251
  %986 = phi i64 [ %248, %251 ], [ 6, %500 ], [ 8, %503 ], [ %955, %954 ]
  %987 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  store atomic volatile i32 0, ptr @stop seq_cst, align 4
  %988 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @stop to i64), i64 129, i64 2147483647, i64 0, i64 0, i64 0) #3, !srcloc !10
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %3) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %3, i8 0, i64 16, i1 false)
  %989 = ptrtoint ptr %3 to i64
  %990 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %989, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %991 = load i64, ptr %3, align 16, !tbaa !11
  %992 = mul i64 %991, 1000000000
  %993 = getelementptr inbounds i8, ptr %3, i64 8
  %994 = load i64, ptr %993, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %3) #3
  %995 = add i64 %994, 50000000
  %996 = add i64 %995, %992
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %5, ptr noundef nonnull align 16 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %997 = load volatile i32, ptr @left, align 4, !tbaa !4
  %998 = icmp ult i32 %997, %987
  br i1 %998, label %999, label %1016

999:                                              ; preds = %985
  %1000 = ptrtoint ptr %4 to i64
  %1001 = getelementptr inbounds i8, ptr %4, i64 8
  %1002 = ptrtoint ptr %5 to i64
  br label %1003

1003:                                             ; preds = %1011, %999
  %1004 = phi i32 [ %997, %999 ], [ %1014, %1011 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %4, i8 0, i64 16, i1 false)
  %1005 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %1000, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %1006 = load i64, ptr %4, align 16, !tbaa !11
  %1007 = mul i64 %1006, 1000000000
  %1008 = load i64, ptr %1001, align 8, !tbaa !11
  %1009 = add i64 %1007, %1008
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #3
  %1010 = icmp ult i64 %1009, %996
  br i1 %1010, label %1011, label %1016

1011:                                             ; preds = %1003
  %1012 = zext i32 %1004 to i64
  %1013 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 202, i64 ptrtoint (ptr @left to i64), i64 128, i64 %1012, i64 %1002, i64 0, i64 0) #3, !srcloc !10
  %1014 = load volatile i32, ptr @left, align 4, !tbaa !4
  %1015 = icmp ult i32 %1014, %987
  br i1 %1015, label %1003, label %1016, !llvm.loop !58

1016:                                             ; preds = %1003, %1011, %985
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #3
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %19) #3
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(16) %19, i8 0, i64 16, i1 false)
  %1017 = ptrtoint ptr %19 to i64
  %1018 = call i64 asm sideeffect "syscall", "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 228, i64 1, i64 %1017, i64 0, i64 0, i64 0, i64 0) #3, !srcloc !10
  %1019 = load i64, ptr %19, align 16, !tbaa !11
  %1020 = getelementptr inbounds i8, ptr %19, i64 8
  %1021 = load i64, ptr %1020, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %19) #3
  %1022 = sub i64 %1019, %254
  %1023 = mul i64 %1022, 1000000000
  %1024 = sub i64 %1021, %256
  %1025 = add i64 %1024, %1023
  store i64 %1025, ptr %22, align 8, !tbaa !28
  br label %1026

1026:                                             ; preds = %177, %1016, %247, %67
  %1027 = phi i64 [ 4, %67 ], [ %986, %1016 ], [ %248, %247 ], [ 0, %177 ]
  ret i64 %1027
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
  br i1 %16, label %17, label %80, !llvm.loop !94

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
  br i1 %52, label %57, label %53, !llvm.loop !95

53:                                               ; preds = %49
  %54 = getelementptr inbounds [1024 x %struct.thread], ptr %12, i64 0, i64 %51
  %55 = load i64, ptr %54, align 8, !tbaa !15
  %56 = icmp eq i64 %55, %37
  br i1 %56, label %57, label %49, !llvm.loop !95

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
  %76 = load i16, ptr %75, align 2, !tbaa !96
  %77 = zext i16 %76 to i64
  %78 = add nuw nsw i64 %22, %77
  %79 = icmp slt i64 %78, %18
  br i1 %79, label %21, label %14, !llvm.loop !98

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
  br label %36, !llvm.loop !99

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
  br i1 %65, label %30, label %27, !llvm.loop !100

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
  br label %97, !llvm.loop !101

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
  br label %102, !llvm.loop !102

108:                                              ; preds = %102
  %109 = getelementptr inbounds i8, ptr %104, i64 1
  %110 = load i8, ptr %109, align 1, !tbaa !18
  %111 = icmp eq i8 %110, 0
  br i1 %111, label %112, label %72, !llvm.loop !103

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
  br label %143, !llvm.loop !101

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
  br label %148, !llvm.loop !102

154:                                              ; preds = %148
  %155 = getelementptr inbounds i8, ptr %150, i64 1
  %156 = load i8, ptr %155, align 1, !tbaa !18
  %157 = icmp eq i8 %156, 0
  br i1 %157, label %158, label %114, !llvm.loop !103

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
  br label %257, !llvm.loop !101

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
  br label %262, !llvm.loop !102

268:                                              ; preds = %262
  %269 = getelementptr inbounds i8, ptr %264, i64 1
  %270 = load i8, ptr %269, align 1, !tbaa !18
  %271 = icmp eq i8 %270, 0
  br i1 %271, label %272, label %160, !llvm.loop !103

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
  br label %383, !llvm.loop !101

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
  br label %388, !llvm.loop !102

394:                                              ; preds = %388
  %395 = getelementptr inbounds i8, ptr %390, i64 1
  %396 = load i8, ptr %395, align 1, !tbaa !18
  %397 = icmp eq i8 %396, 0
  br i1 %397, label %398, label %274, !llvm.loop !103

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
  br i1 %17, label %19, label %7, !llvm.loop !104

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
  br i1 %33, label %34, label %24, !llvm.loop !105

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
  br i1 %74, label %75, label %39, !llvm.loop !106

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
  br i1 %86, label %87, label %79, !llvm.loop !107

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
  br i1 %97, label %98, label %104, !llvm.loop !108

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
!10 = !{i64 3606}
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
!23 = !{i64 3832}
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
!83 = distinct !{!83, !20}
!84 = distinct !{!84, !20}
!85 = !{!80, !12, i64 16}
!86 = distinct !{!86, !20}
!87 = !{!80, !12, i64 24}
!88 = distinct !{!88, !20}
!89 = distinct !{!89, !20}
!90 = distinct !{!90, !20}
!91 = !{!37, !12, i64 8}
!92 = distinct !{!92, !20}
!93 = distinct !{!93, !20}
!94 = distinct !{!94, !20}
!95 = distinct !{!95, !20}
!96 = !{!97, !97, i64 0}
!97 = !{!"short", !6, i64 0}
!98 = distinct !{!98, !20}
!99 = distinct !{!99, !20}
!100 = distinct !{!100, !20}
!101 = distinct !{!101, !20}
!102 = distinct !{!102, !20}
!103 = distinct !{!103, !20}
!104 = distinct !{!104, !20}
!105 = distinct !{!105, !65}
!106 = distinct !{!106, !20}
!107 = distinct !{!107, !20}
!108 = distinct !{!108, !20}
!109 = distinct !{!109, !20}
!110 = distinct !{!110, !20}
!111 = distinct !{!111, !20}
!112 = distinct !{!112, !20}
!113 = !{!"branch_weights", !"expected", i32 1, i32 2000}
!114 = !{!50, !12, i64 24}
!115 = distinct !{!115, !20}
