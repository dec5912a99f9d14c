; ModuleID = 'src/rejit/runtime/search.c'
source_filename = "src/rejit/runtime/search.c"
target datalayout = "e-m:e-Fn32-i64:64-n32:64-S128-v256:256:256-v512:512:512"
target triple = "powerpc64le-unknown-linux-gnu"

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
@__const.wait_for.step = private unnamed_addr constant [2 x i64] [i64 0, i64 2000000], align 8
@.str.8 = private unnamed_addr constant [22 x i8] c"/proc/thread-self/mem\00", align 1
@.str.9 = private unnamed_addr constant [26 x i8] c"/proc/thread-self/pagemap\00", align 1
@.str.10 = private unnamed_addr constant [16 x i8] c"/proc/self/maps\00", align 1
@.str.11 = private unnamed_addr constant [23 x i8] c"/proc/thread-self/maps\00", align 1
@is_control_block.distance = internal unnamed_addr global i64 0, align 8

; Function Attrs: nounwind
define dso_local void @rejit_stop(i32 noundef signext %0, ptr nocapture noundef readnone %1, ptr noundef %2) local_unnamed_addr #0 {
  %4 = alloca [2 x i64], align 8
  %5 = alloca [2 x i64], align 8
  %6 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %7 = load volatile ptr, ptr @current, align 8, !tbaa !8
  %8 = icmp ne i32 %6, 0
  %9 = icmp ne ptr %7, null
  %10 = select i1 %8, i1 %9, i1 false
  br i1 %10, label %11, label %96

11:                                               ; preds = %3
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %4, i8 0, i64 16, i1 false)
  %12 = ptrtoint ptr %4 to i64
  %13 = call i64 @rejit_kernel(i64 noundef 246, i64 noundef 3, i64 noundef %12, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %14 = load i64, ptr %4, align 8, !tbaa !10
  %15 = getelementptr inbounds i8, ptr %4, i64 8
  %16 = load i64, ptr %15, align 8, !tbaa !10
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #4
  %17 = call i64 @rejit_kernel(i64 noundef 207, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %18 = getelementptr inbounds i8, ptr %7, i64 120
  %19 = load i64, ptr %18, align 8, !tbaa !12
  %20 = icmp eq i64 %19, 0
  br i1 %20, label %96, label %21

21:                                               ; preds = %11
  %22 = getelementptr inbounds i8, ptr %7, i64 192
  br label %23

23:                                               ; preds = %21, %93
  %24 = phi i64 [ 0, %21 ], [ %94, %93 ]
  %25 = getelementptr inbounds [1024 x %struct.thread], ptr %22, i64 0, i64 %24
  %26 = load i64, ptr %25, align 8, !tbaa !14
  %27 = icmp eq i64 %26, %17
  br i1 %27, label %28, label %93

28:                                               ; preds = %23
  %29 = getelementptr inbounds i8, ptr %25, i64 8
  %30 = load i64, ptr %29, align 8, !tbaa !16
  %31 = icmp eq i64 %30, 3
  br i1 %31, label %32, label %93

32:                                               ; preds = %28
  %33 = getelementptr inbounds i8, ptr %25, i64 8
  %34 = ptrtoint ptr %2 to i64
  %35 = add i64 %34, 232
  %36 = inttoptr i64 %35 to ptr
  %37 = getelementptr inbounds i8, ptr %36, i64 320
  %38 = load i64, ptr %37, align 8, !tbaa !10
  %39 = and i64 %38, -16
  %40 = icmp eq i64 %39, 3072
  br i1 %40, label %41, label %59

41:                                               ; preds = %32
  %42 = getelementptr inbounds i8, ptr %36, i64 24
  %43 = load i64, ptr %42, align 8, !tbaa !10
  %44 = icmp eq i64 %43, 4
  br i1 %44, label %45, label %59

45:                                               ; preds = %41
  %46 = getelementptr inbounds i8, ptr %36, i64 304
  %47 = load i64, ptr %46, align 8, !tbaa !10
  %48 = and i64 %47, 268435456
  %49 = icmp eq i64 %48, 0
  br i1 %49, label %59, label %50

50:                                               ; preds = %45
  %51 = load i64, ptr %36, align 8, !tbaa !10
  switch i64 %51, label %59 [
    i64 29, label %52
    i64 142, label %52
    i64 162, label %52
    i64 167, label %52
    i64 176, label %52
    i64 178, label %52
    i64 221, label %52
    i64 229, label %52
    i64 238, label %52
    i64 248, label %52
    i64 280, label %52
    i64 281, label %52
    i64 303, label %52
    i64 388, label %52
    i64 391, label %52
    i64 392, label %52
    i64 441, label %52
    i64 449, label %52
  ]

52:                                               ; preds = %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50, %50
  %53 = getelementptr inbounds i8, ptr %36, i64 272
  %54 = load i64, ptr %53, align 8, !tbaa !10
  store i64 %54, ptr %42, align 8, !tbaa !10
  %55 = and i64 %47, -268435457
  store i64 %55, ptr %46, align 8, !tbaa !10
  %56 = getelementptr inbounds i8, ptr %36, i64 256
  %57 = load i64, ptr %56, align 8, !tbaa !10
  %58 = add i64 %57, -4
  store i64 %58, ptr %56, align 8, !tbaa !10
  br label %59

59:                                               ; preds = %32, %41, %45, %50, %52
  %60 = getelementptr inbounds i8, ptr %36, i64 8
  %61 = load i64, ptr %60, align 8, !tbaa !10
  %62 = getelementptr inbounds i8, ptr %25, i64 16
  store i64 %61, ptr %62, align 8, !tbaa !17
  %63 = call ptr @llvm.frameaddress.p0(i32 0)
  %64 = ptrtoint ptr %63 to i64
  %65 = getelementptr inbounds i8, ptr %25, i64 24
  store i64 %64, ptr %65, align 8, !tbaa !18
  %66 = tail call ptr @llvm.thread.pointer()
  %67 = ptrtoint ptr %66 to i64
  %68 = add i64 %67, -28672
  %69 = getelementptr inbounds i8, ptr %25, i64 32
  store i64 %68, ptr %69, align 8, !tbaa !19
  store i64 4, ptr %33, align 8, !tbaa !16
  %70 = atomicrmw volatile add ptr @arrived, i32 1 seq_cst, align 4
  %71 = call i64 @rejit_kernel(i64 noundef 221, i64 noundef ptrtoint (ptr @arrived to i64), i64 noundef 129, i64 noundef 1, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %72 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %73 = icmp eq i32 %72, %6
  br i1 %73, label %74, label %80

74:                                               ; preds = %59
  %75 = zext i32 %6 to i64
  br label %76

76:                                               ; preds = %74, %76
  %77 = call i64 @rejit_kernel(i64 noundef 221, i64 noundef ptrtoint (ptr @stop to i64), i64 noundef 128, i64 noundef %75, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %78 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %79 = icmp eq i32 %78, %6
  br i1 %79, label %76, label %80, !llvm.loop !20

80:                                               ; preds = %76, %59
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %5, i8 0, i64 16, i1 false)
  %81 = ptrtoint ptr %5 to i64
  %82 = call i64 @rejit_kernel(i64 noundef 246, i64 noundef 3, i64 noundef %81, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %83 = load i64, ptr %5, align 8, !tbaa !10
  %84 = getelementptr inbounds i8, ptr %5, i64 8
  %85 = load i64, ptr %84, align 8, !tbaa !10
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  %86 = sub i64 %83, %14
  %87 = mul i64 %86, 1000000000
  %88 = sub i64 %85, %16
  %89 = add i64 %88, %87
  %90 = getelementptr inbounds i8, ptr %25, i64 64
  store i64 %89, ptr %90, align 8, !tbaa !22
  %91 = atomicrmw volatile add ptr @left, i32 1 seq_cst, align 4
  %92 = call i64 @rejit_kernel(i64 noundef 221, i64 noundef ptrtoint (ptr @left to i64), i64 noundef 129, i64 noundef 1, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %96

93:                                               ; preds = %28, %23
  %94 = add nuw i64 %24, 1
  %95 = icmp eq i64 %94, %19
  br i1 %95, label %96, label %23, !llvm.loop !23

96:                                               ; preds = %93, %11, %80, %3
  ret void
}

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture) #1

declare i64 @rejit_kernel(i64 noundef, i64 noundef, i64 noundef, i64 noundef, i64 noundef, i64 noundef, i64 noundef) local_unnamed_addr #2

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(none)
declare ptr @llvm.frameaddress.p0(i32 immarg) #3

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture) #1

; Function Attrs: nounwind
define dso_local noundef i64 @rejit_search(ptr noundef %0) local_unnamed_addr #0 {
  %2 = ptrtoint ptr %0 to i64
  %3 = alloca %struct.sight, align 8
  %4 = alloca [4 x i64], align 8
  %5 = alloca [2 x i64], align 8
  %6 = alloca [2 x i64], align 8
  %7 = alloca [2 x i64], align 8
  %8 = alloca [2 x i64], align 8
  %9 = alloca i64, align 8
  %10 = alloca i64, align 8
  %11 = alloca %struct.sight, align 8
  %12 = alloca %struct.sight, align 8
  %13 = alloca [2 x i64], align 8
  %14 = alloca [2 x i64], align 8
  tail call void @llvm.eh.unwind.init()
  %15 = tail call i64 @rejit_kernel(i64 noundef 207, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %16 = getelementptr inbounds i8, ptr %0, i64 112
  %17 = getelementptr inbounds i8, ptr %0, i64 104
  store <2 x i64> zeroinitializer, ptr %17, align 8, !tbaa !10
  %18 = getelementptr inbounds i8, ptr %0, i64 96
  store i64 0, ptr %18, align 8, !tbaa !24
  %19 = getelementptr inbounds i8, ptr %0, i64 16
  %20 = getelementptr inbounds i8, ptr %0, i64 8
  store <2 x i64> zeroinitializer, ptr %20, align 8, !tbaa !10
  %21 = tail call ptr @llvm.thread.pointer()
  %22 = ptrtoint ptr %21 to i64
  %23 = add i64 %22, -28672
  %24 = add i64 %22, -28696
  %25 = inttoptr i64 %24 to ptr
  %26 = load i64, ptr %25, align 8, !tbaa !10
  %27 = getelementptr inbounds i8, ptr %0, i64 136
  store i64 %26, ptr %27, align 8, !tbaa !25
  %28 = trunc i64 %15 to i32
  br label %29

29:                                               ; preds = %83, %1
  %30 = phi i64 [ 64, %1 ], [ %84, %83 ]
  %31 = sub i64 %23, %30
  %32 = inttoptr i64 %31 to ptr
  %33 = load i32, ptr %32, align 4, !tbaa !4
  %34 = icmp eq i32 %33, %28
  br i1 %34, label %86, label %35

35:                                               ; preds = %29
  %36 = add nuw nsw i64 %30, 4
  %37 = sub i64 %23, %36
  %38 = inttoptr i64 %37 to ptr
  %39 = load i32, ptr %38, align 4, !tbaa !4
  %40 = icmp eq i32 %39, %28
  br i1 %40, label %86, label %41

41:                                               ; preds = %35
  %42 = add nuw nsw i64 %30, 8
  %43 = sub i64 %23, %42
  %44 = inttoptr i64 %43 to ptr
  %45 = load i32, ptr %44, align 4, !tbaa !4
  %46 = icmp eq i32 %45, %28
  br i1 %46, label %86, label %47

47:                                               ; preds = %41
  %48 = add nuw nsw i64 %30, 12
  %49 = sub i64 %23, %48
  %50 = inttoptr i64 %49 to ptr
  %51 = load i32, ptr %50, align 4, !tbaa !4
  %52 = icmp eq i32 %51, %28
  br i1 %52, label %86, label %53

53:                                               ; preds = %47
  %54 = add nuw nsw i64 %30, 16
  %55 = sub i64 %23, %54
  %56 = inttoptr i64 %55 to ptr
  %57 = load i32, ptr %56, align 4, !tbaa !4
  %58 = icmp eq i32 %57, %28
  br i1 %58, label %86, label %59

59:                                               ; preds = %53
  %60 = add nuw nsw i64 %30, 20
  %61 = sub i64 %23, %60
  %62 = inttoptr i64 %61 to ptr
  %63 = load i32, ptr %62, align 4, !tbaa !4
  %64 = icmp eq i32 %63, %28
  br i1 %64, label %86, label %65

65:                                               ; preds = %59
  %66 = add nuw nsw i64 %30, 24
  %67 = sub i64 %23, %66
  %68 = inttoptr i64 %67 to ptr
  %69 = load i32, ptr %68, align 4, !tbaa !4
  %70 = icmp eq i32 %69, %28
  br i1 %70, label %86, label %71

71:                                               ; preds = %65
  %72 = add nuw nsw i64 %30, 28
  %73 = sub i64 %23, %72
  %74 = inttoptr i64 %73 to ptr
  %75 = load i32, ptr %74, align 4, !tbaa !4
  %76 = icmp eq i32 %75, %28
  br i1 %76, label %86, label %77

77:                                               ; preds = %71
  %78 = add nuw nsw i64 %30, 32
  %79 = sub i64 %23, %78
  %80 = inttoptr i64 %79 to ptr
  %81 = load i32, ptr %80, align 4, !tbaa !4
  %82 = icmp eq i32 %81, %28
  br i1 %82, label %86, label %83

83:                                               ; preds = %77
  %84 = add nuw nsw i64 %30, 36
  %85 = icmp ugt i64 %30, 4059
  br i1 %85, label %86, label %29, !llvm.loop !26

86:                                               ; preds = %83, %77, %71, %65, %59, %53, %47, %41, %35, %29
  %87 = phi i64 [ %30, %29 ], [ %36, %35 ], [ %42, %41 ], [ %48, %47 ], [ %54, %53 ], [ %60, %59 ], [ %66, %65 ], [ %72, %71 ], [ %78, %77 ], [ 0, %83 ]
  %88 = getelementptr inbounds i8, ptr %0, i64 144
  store i64 %87, ptr %88, align 8, !tbaa !27
  %89 = load volatile i32, ptr @stop, align 4, !tbaa !4
  %90 = icmp eq i32 %89, 0
  br i1 %90, label %91, label %95

91:                                               ; preds = %86
  %92 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  %93 = load volatile i32, ptr @left, align 4, !tbaa !4
  %94 = icmp eq i32 %92, %93
  br i1 %94, label %96, label %95

95:                                               ; preds = %91, %86
  store <2 x i64> <i64 4, i64 0>, ptr %20, align 8, !tbaa !10
  br label %1072

96:                                               ; preds = %91
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %12) #4
  %97 = call fastcc signext i32 @look(ptr noundef nonnull %0, i64 noundef %15, ptr noundef nonnull %12) #9
  %98 = icmp eq i32 %97, 0
  %99 = load i64, ptr %12, align 8
  %100 = icmp ne i64 %99, 0
  %101 = select i1 %98, i1 %100, i1 false
  br i1 %101, label %102, label %117

102:                                              ; preds = %96
  %103 = tail call ptr @llvm.frameaddress.p0(i32 0)
  %104 = ptrtoint ptr %103 to i64
  %105 = getelementptr inbounds i8, ptr %12, i64 24
  %106 = load i64, ptr %105, align 8, !tbaa !28
  %107 = sub i64 %104, %106
  %108 = add i64 %107, -1048577
  %109 = icmp ult i64 %108, -2097153
  %110 = zext i1 %109 to i64
  %111 = getelementptr inbounds i8, ptr %0, i64 160
  store i64 %110, ptr %111, align 8, !tbaa !30
  br i1 %109, label %112, label %119

112:                                              ; preds = %102
  %113 = getelementptr inbounds i8, ptr %12, i64 8
  %114 = load i64, ptr %113, align 8, !tbaa !31
  %115 = icmp eq i64 %114, 0
  %116 = select i1 %115, i64 202, i64 98
  br label %119

117:                                              ; preds = %96
  %118 = getelementptr inbounds i8, ptr %0, i64 160
  store i64 0, ptr %118, align 8, !tbaa !30
  br label %119

119:                                              ; preds = %102, %112, %117
  %120 = phi i64 [ %116, %112 ], [ 221, %102 ], [ 221, %117 ]
  %121 = getelementptr inbounds i8, ptr %0, i64 168
  store i64 %120, ptr %121, align 8, !tbaa !32
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %12) #4
  %122 = tail call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef signext 0) #9
  %123 = icmp slt i64 %122, 0
  br i1 %123, label %124, label %125

124:                                              ; preds = %119
  store <2 x i64> <i64 2, i64 0>, ptr %20, align 8, !tbaa !10
  br label %308

125:                                              ; preds = %119
  %126 = icmp ugt i64 %122, 1024
  br i1 %126, label %127, label %128

127:                                              ; preds = %125
  store <2 x i64> <i64 1, i64 0>, ptr %20, align 8, !tbaa !10
  br label %308

128:                                              ; preds = %125
  %129 = getelementptr inbounds i8, ptr %0, i64 120
  store i64 %122, ptr %129, align 8, !tbaa !12
  %130 = icmp eq i64 %122, 0
  br i1 %130, label %267, label %131

131:                                              ; preds = %128
  %132 = getelementptr inbounds i8, ptr %0, i64 192
  %133 = getelementptr inbounds i8, ptr %11, i64 24
  %134 = getelementptr inbounds i8, ptr %11, i64 8
  %135 = getelementptr inbounds i8, ptr %11, i64 16
  %136 = getelementptr inbounds i8, ptr %11, i64 40
  %137 = getelementptr inbounds i8, ptr %11, i64 48
  %138 = getelementptr inbounds i8, ptr %0, i64 80
  %139 = getelementptr inbounds i8, ptr %0, i64 160
  %140 = getelementptr inbounds i8, ptr %0, i64 184
  %141 = getelementptr inbounds i8, ptr %0, i64 176
  %142 = getelementptr inbounds i8, ptr %11, i64 56
  %143 = getelementptr inbounds i8, ptr %11, i64 32
  %144 = getelementptr inbounds i8, ptr %0, i64 32
  %145 = getelementptr inbounds i8, ptr %0, i64 24
  %146 = getelementptr inbounds i8, ptr %0, i64 72
  br label %147

147:                                              ; preds = %261, %131
  %148 = phi i64 [ 0, %131 ], [ %262, %261 ]
  %149 = phi i64 [ 0, %131 ], [ %263, %261 ]
  %150 = getelementptr inbounds [1024 x %struct.thread], ptr %132, i64 0, i64 %149
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %11) #4
  %151 = load i64, ptr %150, align 8, !tbaa !14
  %152 = icmp eq i64 %151, %15
  br i1 %152, label %153, label %155

153:                                              ; preds = %147
  %154 = getelementptr inbounds i8, ptr %150, i64 8
  store i64 6, ptr %154, align 8, !tbaa !16
  br label %261

155:                                              ; preds = %147
  %156 = call fastcc signext i32 @look(ptr noundef nonnull %0, i64 noundef %151, ptr noundef nonnull %11) #9
  %157 = icmp slt i32 %156, 0
  br i1 %157, label %158, label %160

158:                                              ; preds = %155
  %159 = load i64, ptr %150, align 8, !tbaa !14
  store i64 %159, ptr %19, align 8, !tbaa !33
  store i64 2, ptr %20, align 8, !tbaa !34
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %11) #4
  br label %308

160:                                              ; preds = %155
  %161 = load i64, ptr %133, align 8, !tbaa !28
  %162 = getelementptr inbounds i8, ptr %150, i64 16
  store i64 %161, ptr %162, align 8, !tbaa !17
  %163 = load i64, ptr %134, align 8, !tbaa !31
  %164 = getelementptr inbounds i8, ptr %150, i64 40
  store i64 %163, ptr %164, align 8, !tbaa !35
  %165 = load i64, ptr %135, align 8, !tbaa !36
  %166 = getelementptr inbounds i8, ptr %150, i64 48
  store i64 %165, ptr %166, align 8, !tbaa !37
  %167 = load i64, ptr %136, align 8, !tbaa !38
  %168 = getelementptr inbounds i8, ptr %150, i64 56
  store i64 %167, ptr %168, align 8, !tbaa !39
  %169 = load i64, ptr %137, align 8, !tbaa !40
  %170 = icmp eq i64 %169, 0
  br i1 %170, label %173, label %171

171:                                              ; preds = %160
  %172 = getelementptr inbounds i8, ptr %150, i64 8
  store i64 5, ptr %172, align 8, !tbaa !16
  br label %261

173:                                              ; preds = %160
  %174 = load i64, ptr %11, align 8, !tbaa !41
  %175 = icmp eq i64 %174, 0
  br i1 %175, label %188, label %176

176:                                              ; preds = %173
  %177 = load i64, ptr %138, align 8, !tbaa !42
  %178 = icmp eq i64 %177, 0
  br i1 %178, label %188, label %179

179:                                              ; preds = %176
  %180 = load i64, ptr %121, align 8, !tbaa !32
  %181 = icmp eq i64 %163, %180
  br i1 %181, label %182, label %188

182:                                              ; preds = %179
  %183 = add i64 %165, -256
  %184 = sub i64 %183, %177
  %185 = icmp ult i64 %184, -512
  br i1 %185, label %188, label %186

186:                                              ; preds = %182
  %187 = getelementptr inbounds i8, ptr %150, i64 8
  store i64 2, ptr %187, align 8, !tbaa !16
  br label %261

188:                                              ; preds = %182, %179, %176, %173
  %189 = load i64, ptr %139, align 8, !tbaa !30
  %190 = icmp eq i64 %189, 0
  br i1 %190, label %212, label %191

191:                                              ; preds = %188
  %192 = load i64, ptr %150, align 8, !tbaa !14
  %193 = load i64, ptr %140, align 8, !tbaa !43
  %194 = inttoptr i64 %193 to ptr
  %195 = load i64, ptr %141, align 8, !tbaa !44
  %196 = icmp eq i64 %195, 0
  br i1 %196, label %212, label %197

197:                                              ; preds = %191
  %198 = load i64, ptr %194, align 8, !tbaa !10
  %199 = icmp eq i64 %198, %192
  br i1 %199, label %210, label %200

200:                                              ; preds = %197, %204
  %201 = phi i64 [ %202, %204 ], [ 0, %197 ]
  %202 = add nuw i64 %201, 1
  %203 = icmp eq i64 %202, %195
  br i1 %203, label %212, label %204, !llvm.loop !45

204:                                              ; preds = %200
  %205 = getelementptr inbounds i64, ptr %194, i64 %202
  %206 = load i64, ptr %205, align 8, !tbaa !10
  %207 = icmp eq i64 %206, %192
  br i1 %207, label %208, label %200, !llvm.loop !45

208:                                              ; preds = %204
  %209 = icmp ult i64 %202, %195
  br i1 %209, label %210, label %212

210:                                              ; preds = %208, %197
  %211 = getelementptr inbounds i8, ptr %150, i64 8
  store i64 7, ptr %211, align 8, !tbaa !16
  br label %261

212:                                              ; preds = %200, %208, %191, %188
  %213 = load i64, ptr %142, align 8
  br i1 %175, label %256, label %214

214:                                              ; preds = %212
  %215 = icmp ne i64 %213, 0
  %216 = select i1 %190, i1 true, i1 %215
  br i1 %216, label %220, label %217

217:                                              ; preds = %214
  %218 = load i64, ptr %0, align 8, !tbaa !46
  %219 = icmp eq i64 %218, 1
  br i1 %219, label %220, label %258

220:                                              ; preds = %217, %214
  %221 = getelementptr inbounds i8, ptr %150, i64 8
  store i64 1, ptr %221, align 8, !tbaa !16
  %222 = load i64, ptr %143, align 8, !tbaa !47
  %223 = load i64, ptr %144, align 8, !tbaa !48
  %224 = inttoptr i64 %223 to ptr
  %225 = load i64, ptr %145, align 8, !tbaa !49
  %226 = icmp eq i64 %225, 0
  br i1 %226, label %239, label %227

227:                                              ; preds = %220, %227
  %228 = phi i64 [ %237, %227 ], [ 0, %220 ]
  %229 = phi i64 [ %236, %227 ], [ %225, %220 ]
  %230 = add i64 %229, %228
  %231 = lshr i64 %230, 1
  %232 = getelementptr inbounds %struct.range, ptr %224, i64 %231, i32 1
  %233 = load i64, ptr %232, align 8, !tbaa !50
  %234 = icmp ugt i64 %233, %222
  %235 = add nuw i64 %231, 1
  %236 = select i1 %234, i64 %231, i64 %229
  %237 = select i1 %234, i64 %228, i64 %235
  %238 = icmp ult i64 %237, %236
  br i1 %238, label %227, label %239, !llvm.loop !52

239:                                              ; preds = %227, %220
  %240 = phi i64 [ 0, %220 ], [ %237, %227 ]
  %241 = icmp eq i64 %240, %225
  br i1 %241, label %261, label %242

242:                                              ; preds = %239
  %243 = getelementptr inbounds %struct.range, ptr %224, i64 %240
  %244 = load i64, ptr %243, align 8, !tbaa !53
  %245 = icmp ugt i64 %244, %222
  br i1 %245, label %261, label %246

246:                                              ; preds = %242
  %247 = load i64, ptr %146, align 8, !tbaa !54
  %248 = inttoptr i64 %247 to ptr
  %249 = getelementptr inbounds i8, ptr %243, i64 16
  %250 = load i64, ptr %249, align 8, !tbaa !55
  %251 = getelementptr inbounds i64, ptr %248, i64 %250
  %252 = load i64, ptr %251, align 8, !tbaa !10
  %253 = icmp eq i64 %252, 0
  br i1 %253, label %254, label %261

254:                                              ; preds = %246
  %255 = or i64 %161, -9223372036854775808
  store i64 %255, ptr %251, align 8, !tbaa !10
  br label %261

256:                                              ; preds = %212
  %257 = icmp eq i64 %213, 0
  br i1 %257, label %258, label %265

258:                                              ; preds = %256, %217
  %259 = getelementptr inbounds i8, ptr %150, i64 8
  store i64 3, ptr %259, align 8, !tbaa !16
  %260 = add i64 %148, 1
  br label %261

261:                                              ; preds = %258, %254, %246, %242, %239, %210, %186, %171, %153
  %262 = phi i64 [ %148, %254 ], [ %148, %246 ], [ %148, %242 ], [ %148, %239 ], [ %260, %258 ], [ %148, %210 ], [ %148, %186 ], [ %148, %171 ], [ %148, %153 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %11) #4
  %263 = add nuw nsw i64 %149, 1
  %264 = icmp eq i64 %263, %122
  br i1 %264, label %267, label %147, !llvm.loop !56

265:                                              ; preds = %256
  %266 = load i64, ptr %150, align 8, !tbaa !14
  store i64 %266, ptr %19, align 8, !tbaa !33
  store i64 3, ptr %20, align 8, !tbaa !34
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %11) #4
  br label %308

267:                                              ; preds = %261, %128
  %268 = phi i64 [ 0, %128 ], [ %262, %261 ]
  %269 = load i64, ptr %0, align 8, !tbaa !46
  %270 = icmp eq i64 %269, 1
  br i1 %270, label %1072, label %271

271:                                              ; preds = %267
  store i64 %268, ptr %18, align 8, !tbaa !24
  store volatile i32 0, ptr @left, align 4, !tbaa !4
  store volatile i32 0, ptr @arrived, align 4, !tbaa !4
  store volatile ptr %0, ptr @current, align 8, !tbaa !8
  %272 = load i32, ptr @stop_threads.epoch, align 4
  %273 = add i32 %272, 1
  %274 = tail call i32 @llvm.umax.i32(i32 %273, i32 1)
  store i32 %274, ptr @stop_threads.epoch, align 4, !tbaa !4
  store atomic volatile i32 %274, ptr @stop seq_cst, align 4
  %275 = tail call i64 @rejit_kernel(i64 noundef 20, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br i1 %130, label %276, label %278

276:                                              ; preds = %271
  %277 = trunc i64 %268 to i32
  tail call fastcc void @wait_for(ptr noundef nonnull @arrived, i32 noundef zeroext %277) #9
  br label %308

278:                                              ; preds = %271
  %279 = getelementptr inbounds i8, ptr %0, i64 192
  %280 = getelementptr inbounds i8, ptr %0, i64 88
  %281 = tail call i64 @llvm.smax.i64(i64 %122, i64 1)
  br label %284

282:                                              ; preds = %294
  %283 = trunc i64 %268 to i32
  tail call fastcc void @wait_for(ptr noundef nonnull @arrived, i32 noundef zeroext %283) #9
  br label %300

284:                                              ; preds = %294, %278
  %285 = phi i64 [ 0, %278 ], [ %295, %294 ]
  %286 = getelementptr inbounds [1024 x %struct.thread], ptr %279, i64 0, i64 %285
  %287 = getelementptr inbounds i8, ptr %286, i64 8
  %288 = load i64, ptr %287, align 8, !tbaa !16
  %289 = icmp eq i64 %288, 3
  br i1 %289, label %290, label %294

290:                                              ; preds = %284
  %291 = load i64, ptr %286, align 8, !tbaa !14
  %292 = load i64, ptr %280, align 8, !tbaa !57
  %293 = tail call i64 @rejit_kernel(i64 noundef 250, i64 noundef %275, i64 noundef %291, i64 noundef %292, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %294

294:                                              ; preds = %290, %284
  %295 = add nuw nsw i64 %285, 1
  %296 = icmp eq i64 %295, %281
  br i1 %296, label %282, label %284, !llvm.loop !58

297:                                              ; preds = %300
  %298 = add nuw nsw i64 %301, 1
  %299 = icmp eq i64 %298, %281
  br i1 %299, label %308, label %300, !llvm.loop !59

300:                                              ; preds = %297, %282
  %301 = phi i64 [ 0, %282 ], [ %298, %297 ]
  %302 = getelementptr inbounds [1024 x %struct.thread], ptr %279, i64 0, i64 %301
  %303 = getelementptr inbounds i8, ptr %302, i64 8
  %304 = load i64, ptr %303, align 8, !tbaa !16
  %305 = icmp eq i64 %304, 3
  br i1 %305, label %306, label %297

306:                                              ; preds = %300
  %307 = load i64, ptr %302, align 8, !tbaa !14
  store i64 %307, ptr %19, align 8, !tbaa !33
  store i64 4, ptr %20, align 8, !tbaa !34
  br label %308

308:                                              ; preds = %297, %124, %127, %158, %265, %276, %306
  %309 = phi i1 [ true, %276 ], [ false, %306 ], [ false, %158 ], [ false, %265 ], [ false, %127 ], [ false, %124 ], [ true, %297 ]
  %310 = phi i64 [ 0, %276 ], [ 4, %306 ], [ 2, %158 ], [ 3, %265 ], [ 1, %127 ], [ 2, %124 ], [ 0, %297 ]
  %311 = load i64, ptr %0, align 8, !tbaa !46
  %312 = icmp eq i64 %311, 1
  br i1 %312, label %1072, label %313

313:                                              ; preds = %308
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %13) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %13, i8 0, i64 16, i1 false)
  %314 = ptrtoint ptr %13 to i64
  %315 = call i64 @rejit_kernel(i64 noundef 246, i64 noundef 1, i64 noundef %314, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %316 = load i64, ptr %13, align 8, !tbaa !10
  %317 = getelementptr inbounds i8, ptr %13, i64 8
  %318 = load i64, ptr %317, align 8, !tbaa !10
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %13) #4
  br i1 %309, label %319, label %1054

319:                                              ; preds = %313
  %320 = getelementptr inbounds i8, ptr %0, i64 120
  %321 = load i64, ptr %320, align 8, !tbaa !12
  %322 = icmp eq i64 %321, 0
  br i1 %322, label %348, label %323

323:                                              ; preds = %319
  %324 = getelementptr inbounds i8, ptr %0, i64 192
  %325 = and i64 %321, 3
  %326 = icmp ult i64 %321, 4
  br i1 %326, label %329, label %327

327:                                              ; preds = %323
  %328 = and i64 %321, -4
  br label %1005

329:                                              ; preds = %1050, %323
  %330 = phi i64 [ 0, %323 ], [ %1051, %1050 ]
  %331 = icmp eq i64 %325, 0
  br i1 %331, label %348, label %332

332:                                              ; preds = %329, %344
  %333 = phi i64 [ %345, %344 ], [ %330, %329 ]
  %334 = phi i64 [ %346, %344 ], [ 0, %329 ]
  %335 = getelementptr inbounds [1024 x %struct.thread], ptr %324, i64 0, i64 %333
  %336 = getelementptr inbounds i8, ptr %335, i64 8
  %337 = load i64, ptr %336, align 8, !tbaa !16
  %338 = icmp eq i64 %337, 6
  br i1 %338, label %339, label %344

339:                                              ; preds = %332
  %340 = call ptr @llvm.frameaddress.p0(i32 0)
  %341 = ptrtoint ptr %340 to i64
  %342 = getelementptr inbounds i8, ptr %335, i64 24
  store i64 %341, ptr %342, align 8, !tbaa !18
  %343 = getelementptr inbounds i8, ptr %335, i64 16
  store i64 %341, ptr %343, align 8, !tbaa !17
  br label %344

344:                                              ; preds = %339, %332
  %345 = add nuw i64 %333, 1
  %346 = add i64 %334, 1
  %347 = icmp eq i64 %346, %325
  br i1 %347, label %348, label %332, !llvm.loop !60

348:                                              ; preds = %329, %344, %319
  %349 = getelementptr inbounds i8, ptr %0, i64 160
  %350 = load i64, ptr %349, align 8, !tbaa !30
  %351 = icmp eq i64 %350, 0
  %352 = select i1 %351, i64 ptrtoint (ptr @.str.11 to i64), i64 ptrtoint (ptr @.str.10 to i64)
  %353 = call i64 @rejit_kernel(i64 noundef 286, i64 noundef -100, i64 noundef %352, i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %354 = icmp slt i64 %353, 0
  br i1 %354, label %586, label %355

355:                                              ; preds = %348
  %356 = getelementptr inbounds i8, ptr %0, i64 2171072
  %357 = ptrtoint ptr %356 to i64
  %358 = getelementptr inbounds i8, ptr %0, i64 73920
  %359 = add i64 %2, 2171071
  br label %360

360:                                              ; preds = %536, %355
  %361 = phi i64 [ %375, %536 ], [ 0, %355 ]
  %362 = phi i64 [ %376, %536 ], [ 0, %355 ]
  %363 = phi i64 [ %377, %536 ], [ 0, %355 ]
  %364 = phi i64 [ %378, %536 ], [ 0, %355 ]
  %365 = phi i64 [ %514, %536 ], [ 0, %355 ]
  %366 = add i64 %365, %357
  %367 = sub nsw i64 16383, %365
  %368 = call i64 @rejit_kernel(i64 noundef 3, i64 noundef %353, i64 noundef %366, i64 noundef %367, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %369 = icmp sgt i64 %368, 0
  br i1 %369, label %370, label %575

370:                                              ; preds = %360
  %371 = getelementptr inbounds i8, ptr %356, i64 %365
  %372 = getelementptr inbounds i8, ptr %371, i64 %368
  store i8 0, ptr %372, align 1, !tbaa !62
  br label %373

373:                                              ; preds = %509, %370
  %374 = phi ptr [ %356, %370 ], [ %511, %509 ]
  %375 = phi i64 [ %361, %370 ], [ %497, %509 ]
  %376 = phi i64 [ %362, %370 ], [ %413, %509 ]
  %377 = phi i64 [ %363, %370 ], [ %510, %509 ]
  %378 = phi i64 [ %364, %370 ], [ %498, %509 ]
  %379 = ptrtoint ptr %374 to i64
  %380 = icmp ult ptr %374, %372
  br i1 %380, label %381, label %391

381:                                              ; preds = %373, %385
  %382 = phi ptr [ %386, %385 ], [ %374, %373 ]
  %383 = load i8, ptr %382, align 1, !tbaa !62
  %384 = icmp eq i8 %383, 10
  br i1 %384, label %388, label %385

385:                                              ; preds = %381
  %386 = getelementptr inbounds i8, ptr %382, i64 1
  %387 = icmp ult ptr %386, %372
  br i1 %387, label %381, label %388, !llvm.loop !63

388:                                              ; preds = %385, %381
  %389 = phi ptr [ %382, %381 ], [ %386, %385 ]
  %390 = ptrtoint ptr %389 to i64
  br label %391

391:                                              ; preds = %388, %373
  %392 = phi i64 [ %390, %388 ], [ %379, %373 ]
  %393 = phi ptr [ %389, %388 ], [ %374, %373 ]
  %394 = icmp eq ptr %393, %372
  br i1 %394, label %512, label %395

395:                                              ; preds = %391, %404
  %396 = phi i64 [ %410, %404 ], [ 0, %391 ]
  %397 = phi ptr [ %411, %404 ], [ %374, %391 ]
  %398 = load i8, ptr %397, align 1, !tbaa !62
  %399 = add i8 %398, -58
  %400 = icmp ult i8 %399, -10
  br i1 %400, label %401, label %404

401:                                              ; preds = %395
  %402 = add i8 %398, -97
  %403 = icmp ult i8 %402, 6
  br i1 %403, label %404, label %412

404:                                              ; preds = %401, %395
  %405 = phi i64 [ 4294967248, %395 ], [ 4294967209, %401 ]
  %406 = zext nneg i8 %398 to i64
  %407 = add nuw nsw i64 %405, %406
  %408 = shl i64 %396, 4
  %409 = and i64 %407, 4294967295
  %410 = add nuw i64 %409, %408
  %411 = getelementptr inbounds i8, ptr %397, i64 1
  br label %395

412:                                              ; preds = %401, %422
  %413 = phi i64 [ %428, %422 ], [ 0, %401 ]
  %414 = phi ptr [ %415, %422 ], [ %397, %401 ]
  %415 = getelementptr inbounds i8, ptr %414, i64 1
  %416 = load i8, ptr %415, align 1, !tbaa !62
  %417 = add i8 %416, -58
  %418 = icmp ult i8 %417, -10
  br i1 %418, label %419, label %422

419:                                              ; preds = %412
  %420 = add i8 %416, -97
  %421 = icmp ult i8 %420, 6
  br i1 %421, label %422, label %429

422:                                              ; preds = %419, %412
  %423 = phi i64 [ 4294967248, %412 ], [ 4294967209, %419 ]
  %424 = zext nneg i8 %416 to i64
  %425 = add nuw nsw i64 %423, %424
  %426 = shl i64 %413, 4
  %427 = and i64 %425, 4294967295
  %428 = add nuw i64 %427, %426
  br label %412

429:                                              ; preds = %419
  %430 = getelementptr inbounds i8, ptr %414, i64 2
  %431 = icmp ult ptr %430, %393
  br i1 %431, label %432, label %441

432:                                              ; preds = %429
  %433 = sub i64 %392, %379
  %434 = getelementptr i8, ptr %374, i64 %433
  br label %435

435:                                              ; preds = %438, %432
  %436 = phi ptr [ %439, %438 ], [ %430, %432 ]
  %437 = load i8, ptr %436, align 1, !tbaa !62
  switch i8 %437, label %438 [
    i8 47, label %441
    i8 91, label %441
  ]

438:                                              ; preds = %435
  %439 = getelementptr inbounds i8, ptr %436, i64 1
  %440 = icmp ult ptr %439, %393
  br i1 %440, label %435, label %441, !llvm.loop !64

441:                                              ; preds = %438, %435, %435, %429
  %442 = phi ptr [ %430, %429 ], [ %436, %435 ], [ %436, %435 ], [ %434, %438 ]
  %443 = getelementptr inbounds i8, ptr %414, i64 5
  %444 = load i8, ptr %443, align 1, !tbaa !62
  %445 = icmp eq i8 %444, 115
  br i1 %445, label %446, label %460

446:                                              ; preds = %441
  %447 = load i8, ptr %442, align 1, !tbaa !62
  %448 = icmp eq i8 %447, 47
  br i1 %448, label %449, label %457

449:                                              ; preds = %446
  %450 = getelementptr inbounds i8, ptr %442, i64 1
  %451 = load i8, ptr %450, align 1, !tbaa !62
  %452 = icmp eq i8 %451, 100
  br i1 %452, label %453, label %457

453:                                              ; preds = %449
  %454 = getelementptr inbounds i8, ptr %442, i64 5
  %455 = load i8, ptr %454, align 1, !tbaa !62
  %456 = icmp eq i8 %455, 122
  br label %457

457:                                              ; preds = %453, %449, %446
  %458 = phi i1 [ false, %449 ], [ false, %446 ], [ %456, %453 ]
  %459 = xor i1 %458, true
  br label %460

460:                                              ; preds = %457, %441
  %461 = phi i1 [ false, %441 ], [ %459, %457 ]
  %462 = getelementptr inbounds i8, ptr %414, i64 3
  %463 = load i8, ptr %462, align 1, !tbaa !62
  %464 = icmp ne i8 %463, 119
  %465 = select i1 %464, i1 true, i1 %461
  br i1 %465, label %496, label %466

466:                                              ; preds = %460
  %467 = icmp eq i64 %378, 65536
  br i1 %467, label %468, label %470

468:                                              ; preds = %466
  %469 = call i64 @rejit_kernel(i64 noundef 6, i64 noundef %353, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %586

470:                                              ; preds = %466
  %471 = load i8, ptr %442, align 1, !tbaa !62
  %472 = icmp eq i8 %471, 91
  br i1 %472, label %473, label %481

473:                                              ; preds = %470
  %474 = getelementptr inbounds i8, ptr %442, i64 1
  %475 = load i8, ptr %474, align 1, !tbaa !62
  %476 = icmp eq i8 %475, 115
  br i1 %476, label %477, label %481

477:                                              ; preds = %473
  %478 = getelementptr inbounds i8, ptr %442, i64 2
  %479 = load i8, ptr %478, align 1, !tbaa !62
  %480 = icmp eq i8 %479, 116
  br label %481

481:                                              ; preds = %477, %473, %470
  %482 = phi i1 [ false, %473 ], [ false, %470 ], [ %480, %477 ]
  %483 = zext i1 %482 to i64
  %484 = icmp ne i64 %377, 0
  %485 = icmp eq i64 %376, %396
  %486 = select i1 %484, i1 %485, i1 false
  %487 = or disjoint i64 %483, 2
  %488 = select i1 %486, i64 %487, i64 %483
  %489 = add i64 %378, 1
  %490 = getelementptr inbounds [65536 x %struct.mapping], ptr %358, i64 0, i64 %378
  store i64 %396, ptr %490, align 8, !tbaa !10
  %491 = getelementptr inbounds i8, ptr %490, i64 8
  store i64 %413, ptr %491, align 8, !tbaa !10
  %492 = getelementptr inbounds i8, ptr %490, i64 16
  store i64 %488, ptr %492, align 8, !tbaa !10
  %493 = getelementptr inbounds i8, ptr %490, i64 24
  store i64 %377, ptr %493, align 8, !tbaa !10
  %494 = sub i64 %375, %396
  %495 = add i64 %494, %413
  br label %496

496:                                              ; preds = %481, %460
  %497 = phi i64 [ %375, %460 ], [ %495, %481 ]
  %498 = phi i64 [ %378, %460 ], [ %489, %481 ]
  %499 = load i8, ptr %430, align 1, !tbaa !62
  %500 = icmp eq i8 %499, 45
  br i1 %500, label %501, label %509

501:                                              ; preds = %496
  %502 = load i8, ptr %462, align 1, !tbaa !62
  %503 = icmp eq i8 %502, 45
  br i1 %503, label %504, label %509

504:                                              ; preds = %501
  %505 = getelementptr inbounds i8, ptr %414, i64 4
  %506 = load i8, ptr %505, align 1, !tbaa !62
  %507 = icmp eq i8 %506, 45
  %508 = select i1 %507, i64 %396, i64 0
  br label %509

509:                                              ; preds = %504, %501, %496
  %510 = phi i64 [ 0, %501 ], [ 0, %496 ], [ %508, %504 ]
  %511 = getelementptr inbounds i8, ptr %393, i64 1
  br label %373

512:                                              ; preds = %391
  %513 = ptrtoint ptr %372 to i64
  %514 = sub i64 %513, %379
  %515 = icmp sgt i64 %514, 0
  br i1 %515, label %516, label %536

516:                                              ; preds = %512
  %517 = add i64 %359, %368
  %518 = add i64 %517, %365
  %519 = sub i64 %518, %379
  %520 = and i64 %514, 7
  %521 = icmp ult i64 %519, 7
  br i1 %521, label %524, label %522

522:                                              ; preds = %516
  %523 = and i64 %514, 9223372036854775800
  br label %538

524:                                              ; preds = %538, %516
  %525 = phi i64 [ 0, %516 ], [ %572, %538 ]
  %526 = icmp eq i64 %520, 0
  br i1 %526, label %536, label %527

527:                                              ; preds = %524, %527
  %528 = phi i64 [ %533, %527 ], [ %525, %524 ]
  %529 = phi i64 [ %534, %527 ], [ 0, %524 ]
  %530 = getelementptr inbounds i8, ptr %374, i64 %528
  %531 = load i8, ptr %530, align 1, !tbaa !62
  %532 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %528
  store i8 %531, ptr %532, align 1, !tbaa !62
  %533 = add nuw nsw i64 %528, 1
  %534 = add i64 %529, 1
  %535 = icmp eq i64 %534, %520
  br i1 %535, label %536, label %527, !llvm.loop !65

536:                                              ; preds = %524, %527, %512
  %537 = icmp sgt i64 %514, 16382
  br i1 %537, label %575, label %360

538:                                              ; preds = %538, %522
  %539 = phi i64 [ 0, %522 ], [ %572, %538 ]
  %540 = phi i64 [ 0, %522 ], [ %573, %538 ]
  %541 = getelementptr inbounds i8, ptr %374, i64 %539
  %542 = load i8, ptr %541, align 1, !tbaa !62
  %543 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %539
  store i8 %542, ptr %543, align 1, !tbaa !62
  %544 = or disjoint i64 %539, 1
  %545 = getelementptr inbounds i8, ptr %374, i64 %544
  %546 = load i8, ptr %545, align 1, !tbaa !62
  %547 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %544
  store i8 %546, ptr %547, align 1, !tbaa !62
  %548 = or disjoint i64 %539, 2
  %549 = getelementptr inbounds i8, ptr %374, i64 %548
  %550 = load i8, ptr %549, align 1, !tbaa !62
  %551 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %548
  store i8 %550, ptr %551, align 1, !tbaa !62
  %552 = or disjoint i64 %539, 3
  %553 = getelementptr inbounds i8, ptr %374, i64 %552
  %554 = load i8, ptr %553, align 1, !tbaa !62
  %555 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %552
  store i8 %554, ptr %555, align 1, !tbaa !62
  %556 = or disjoint i64 %539, 4
  %557 = getelementptr inbounds i8, ptr %374, i64 %556
  %558 = load i8, ptr %557, align 1, !tbaa !62
  %559 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %556
  store i8 %558, ptr %559, align 1, !tbaa !62
  %560 = or disjoint i64 %539, 5
  %561 = getelementptr inbounds i8, ptr %374, i64 %560
  %562 = load i8, ptr %561, align 1, !tbaa !62
  %563 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %560
  store i8 %562, ptr %563, align 1, !tbaa !62
  %564 = or disjoint i64 %539, 6
  %565 = getelementptr inbounds i8, ptr %374, i64 %564
  %566 = load i8, ptr %565, align 1, !tbaa !62
  %567 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %564
  store i8 %566, ptr %567, align 1, !tbaa !62
  %568 = or disjoint i64 %539, 7
  %569 = getelementptr inbounds i8, ptr %374, i64 %568
  %570 = load i8, ptr %569, align 1, !tbaa !62
  %571 = getelementptr inbounds [16384 x i8], ptr %356, i64 0, i64 %568
  store i8 %570, ptr %571, align 1, !tbaa !62
  %572 = add nuw nsw i64 %539, 8
  %573 = add i64 %540, 8
  %574 = icmp eq i64 %573, %523
  br i1 %574, label %524, label %538, !llvm.loop !66

575:                                              ; preds = %536, %360
  %576 = phi i64 [ %361, %360 ], [ %375, %536 ]
  %577 = phi i64 [ %364, %360 ], [ %378, %536 ]
  %578 = phi i64 [ %365, %360 ], [ %514, %536 ]
  %579 = call i64 @rejit_kernel(i64 noundef 6, i64 noundef %353, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %580 = getelementptr inbounds i8, ptr %0, i64 128
  store i64 %577, ptr %580, align 8, !tbaa !67
  %581 = icmp slt i64 %368, 0
  %582 = icmp ne i64 %578, 0
  %583 = or i1 %581, %582
  %584 = icmp slt i64 %576, 0
  %585 = select i1 %583, i1 true, i1 %584
  br i1 %585, label %586, label %587

586:                                              ; preds = %575, %468, %348
  store <2 x i64> <i64 6, i64 0>, ptr %20, align 8, !tbaa !10
  br label %1054

587:                                              ; preds = %575
  %588 = icmp ugt i64 %576, 274877906944
  br i1 %588, label %589, label %590

589:                                              ; preds = %587
  store <2 x i64> <i64 8, i64 0>, ptr %20, align 8, !tbaa !10
  br label %1054

590:                                              ; preds = %587
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %9) #4
  store i64 491327744372, ptr %9, align 8, !tbaa !10
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %10) #4
  store i64 0, ptr %10, align 8, !tbaa !10
  %591 = ptrtoint ptr %10 to i64
  %592 = ptrtoint ptr %9 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %7) #4
  store i64 %591, ptr %7, align 8, !tbaa !10
  %593 = getelementptr inbounds i8, ptr %7, i64 8
  store i64 8, ptr %593, align 8, !tbaa !10
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %8) #4
  store i64 %592, ptr %8, align 8, !tbaa !10
  %594 = getelementptr inbounds i8, ptr %8, i64 8
  store i64 8, ptr %594, align 8, !tbaa !10
  %595 = load i64, ptr @memory_file, align 8, !tbaa !10
  %596 = icmp slt i64 %595, 0
  br i1 %596, label %597, label %602

597:                                              ; preds = %590
  %598 = call i64 @rejit_kernel(i64 noundef 20, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %599 = ptrtoint ptr %7 to i64
  %600 = ptrtoint ptr %8 to i64
  %601 = call i64 @rejit_kernel(i64 noundef 351, i64 noundef %598, i64 noundef %599, i64 noundef 1, i64 noundef %600, i64 noundef 1, i64 noundef 0) #8
  br label %604

602:                                              ; preds = %590
  %603 = call i64 @rejit_kernel(i64 noundef 179, i64 noundef %595, i64 noundef %591, i64 noundef 8, i64 noundef %592, i64 noundef 0, i64 noundef 0) #8
  br label %604

604:                                              ; preds = %602, %597
  %605 = phi i64 [ %601, %597 ], [ %603, %602 ]
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %8) #4
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %7) #4
  %606 = icmp eq i64 %605, 8
  br i1 %606, label %607, label %609

607:                                              ; preds = %604
  %608 = load i64, ptr @memory_file, align 8, !tbaa !10
  br label %611

609:                                              ; preds = %604
  %610 = call i64 @rejit_kernel(i64 noundef 286, i64 noundef -100, i64 noundef ptrtoint (ptr @.str.8 to i64), i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  store i64 %610, ptr @memory_file, align 8, !tbaa !10
  br label %611

611:                                              ; preds = %609, %607
  %612 = phi i64 [ %608, %607 ], [ %610, %609 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  store i64 %591, ptr %5, align 8, !tbaa !10
  %613 = getelementptr inbounds i8, ptr %5, i64 8
  store i64 8, ptr %613, align 8, !tbaa !10
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %6) #4
  store i64 %592, ptr %6, align 8, !tbaa !10
  %614 = getelementptr inbounds i8, ptr %6, i64 8
  store i64 8, ptr %614, align 8, !tbaa !10
  %615 = icmp slt i64 %612, 0
  br i1 %615, label %616, label %621

616:                                              ; preds = %611
  %617 = call i64 @rejit_kernel(i64 noundef 20, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %618 = ptrtoint ptr %5 to i64
  %619 = ptrtoint ptr %6 to i64
  %620 = call i64 @rejit_kernel(i64 noundef 351, i64 noundef %617, i64 noundef %618, i64 noundef 1, i64 noundef %619, i64 noundef 1, i64 noundef 0) #8
  br label %623

621:                                              ; preds = %611
  %622 = call i64 @rejit_kernel(i64 noundef 179, i64 noundef %612, i64 noundef %591, i64 noundef 8, i64 noundef %592, i64 noundef 0, i64 noundef 0) #8
  br label %623

623:                                              ; preds = %621, %616
  %624 = phi i64 [ %620, %616 ], [ %622, %621 ]
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %6) #4
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  %625 = icmp eq i64 %624, 8
  br i1 %625, label %626, label %630

626:                                              ; preds = %623
  %627 = load i64, ptr %10, align 8, !tbaa !10
  %628 = load i64, ptr %9, align 8, !tbaa !10
  %629 = icmp eq i64 %627, %628
  br i1 %629, label %631, label %630

630:                                              ; preds = %626, %623
  store <2 x i64> <i64 7, i64 0>, ptr %20, align 8, !tbaa !10
  br label %1003

631:                                              ; preds = %626
  %632 = call i64 @rejit_kernel(i64 noundef 286, i64 noundef -100, i64 noundef ptrtoint (ptr @.str.9 to i64), i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %633 = icmp slt i64 %632, 0
  %634 = icmp ugt i64 %576, 4294967296
  %635 = and i1 %634, %633
  br i1 %635, label %645, label %636

636:                                              ; preds = %631
  %637 = load i64, ptr %320, align 8, !tbaa !12
  %638 = icmp eq i64 %637, 0
  br i1 %638, label %646, label %639

639:                                              ; preds = %636
  %640 = getelementptr inbounds i8, ptr %0, i64 192
  %641 = getelementptr inbounds i8, ptr %0, i64 64
  %642 = getelementptr inbounds i8, ptr %0, i64 56
  %643 = getelementptr inbounds i8, ptr %0, i64 72
  %644 = load i64, ptr %642, align 8, !tbaa !68
  br label %653

645:                                              ; preds = %631
  store <2 x i64> <i64 8, i64 0>, ptr %20, align 8, !tbaa !10
  br label %1003

646:                                              ; preds = %729, %636
  %647 = load i64, ptr %580, align 8, !tbaa !67
  %648 = icmp eq i64 %647, 0
  br i1 %648, label %735, label %649

649:                                              ; preds = %646
  %650 = getelementptr inbounds i8, ptr %0, i64 192
  %651 = getelementptr inbounds i8, ptr %0, i64 64
  %652 = getelementptr inbounds i8, ptr %0, i64 56
  br label %791

653:                                              ; preds = %729, %639
  %654 = phi i64 [ %644, %639 ], [ %730, %729 ]
  %655 = phi i64 [ %644, %639 ], [ %731, %729 ]
  %656 = phi i64 [ 0, %639 ], [ %732, %729 ]
  %657 = getelementptr inbounds [1024 x %struct.thread], ptr %640, i64 0, i64 %656
  %658 = getelementptr inbounds i8, ptr %657, i64 16
  %659 = load i64, ptr %658, align 8, !tbaa !17
  %660 = load i64, ptr %641, align 8, !tbaa !69
  %661 = inttoptr i64 %660 to ptr
  %662 = icmp eq i64 %655, 0
  br i1 %662, label %729, label %663

663:                                              ; preds = %653
  %664 = or i64 %659, -9223372036854775808
  br label %665

665:                                              ; preds = %688, %663
  %666 = phi i64 [ %654, %663 ], [ %689, %688 ]
  %667 = phi i64 [ %655, %663 ], [ %690, %688 ]
  %668 = phi i64 [ 0, %663 ], [ %691, %688 ]
  %669 = getelementptr inbounds %struct.block, ptr %661, i64 %668
  %670 = load i64, ptr %669, align 8, !tbaa !70
  %671 = icmp ugt i64 %670, %659
  br i1 %671, label %688, label %672

672:                                              ; preds = %665
  %673 = getelementptr inbounds i8, ptr %669, i64 8
  %674 = load i64, ptr %673, align 8, !tbaa !72
  %675 = icmp ugt i64 %674, %659
  br i1 %675, label %676, label %688

676:                                              ; preds = %672
  %677 = getelementptr inbounds i8, ptr %669, i64 16
  %678 = load i64, ptr %677, align 8, !tbaa !73
  %679 = icmp eq i64 %678, -1
  br i1 %679, label %688, label %680

680:                                              ; preds = %676
  %681 = load i64, ptr %643, align 8, !tbaa !54
  %682 = inttoptr i64 %681 to ptr
  %683 = getelementptr inbounds i64, ptr %682, i64 %678
  %684 = load i64, ptr %683, align 8, !tbaa !10
  %685 = icmp eq i64 %684, 0
  %686 = select i1 %685, i64 %664, i64 %684
  store i64 %686, ptr %683, align 8, !tbaa !10
  %687 = load i64, ptr %642, align 8, !tbaa !68
  br label %688

688:                                              ; preds = %680, %676, %672, %665
  %689 = phi i64 [ %666, %665 ], [ %666, %672 ], [ %666, %676 ], [ %687, %680 ]
  %690 = phi i64 [ %667, %665 ], [ %667, %672 ], [ %667, %676 ], [ %687, %680 ]
  %691 = add nuw i64 %668, 1
  %692 = icmp ult i64 %691, %690
  br i1 %692, label %665, label %693, !llvm.loop !74

693:                                              ; preds = %688
  %694 = getelementptr inbounds i8, ptr %657, i64 24
  %695 = load i64, ptr %694, align 8, !tbaa !18
  %696 = load i64, ptr %641, align 8, !tbaa !69
  %697 = inttoptr i64 %696 to ptr
  %698 = icmp eq i64 %689, 0
  br i1 %698, label %729, label %699

699:                                              ; preds = %693
  %700 = or i64 %695, -9223372036854775808
  br label %701

701:                                              ; preds = %724, %699
  %702 = phi i64 [ %689, %699 ], [ %725, %724 ]
  %703 = phi i64 [ %689, %699 ], [ %726, %724 ]
  %704 = phi i64 [ 0, %699 ], [ %727, %724 ]
  %705 = getelementptr inbounds %struct.block, ptr %697, i64 %704
  %706 = load i64, ptr %705, align 8, !tbaa !70
  %707 = icmp ugt i64 %706, %695
  br i1 %707, label %724, label %708

708:                                              ; preds = %701
  %709 = getelementptr inbounds i8, ptr %705, i64 8
  %710 = load i64, ptr %709, align 8, !tbaa !72
  %711 = icmp ugt i64 %710, %695
  br i1 %711, label %712, label %724

712:                                              ; preds = %708
  %713 = getelementptr inbounds i8, ptr %705, i64 16
  %714 = load i64, ptr %713, align 8, !tbaa !73
  %715 = icmp eq i64 %714, -1
  br i1 %715, label %724, label %716

716:                                              ; preds = %712
  %717 = load i64, ptr %643, align 8, !tbaa !54
  %718 = inttoptr i64 %717 to ptr
  %719 = getelementptr inbounds i64, ptr %718, i64 %714
  %720 = load i64, ptr %719, align 8, !tbaa !10
  %721 = icmp eq i64 %720, 0
  %722 = select i1 %721, i64 %700, i64 %720
  store i64 %722, ptr %719, align 8, !tbaa !10
  %723 = load i64, ptr %642, align 8, !tbaa !68
  br label %724

724:                                              ; preds = %716, %712, %708, %701
  %725 = phi i64 [ %702, %701 ], [ %702, %708 ], [ %702, %712 ], [ %723, %716 ]
  %726 = phi i64 [ %703, %701 ], [ %703, %708 ], [ %703, %712 ], [ %723, %716 ]
  %727 = add nuw i64 %704, 1
  %728 = icmp ult i64 %727, %726
  br i1 %728, label %701, label %729, !llvm.loop !74

729:                                              ; preds = %724, %693, %653
  %730 = phi i64 [ %654, %653 ], [ 0, %693 ], [ %725, %724 ]
  %731 = phi i64 [ 0, %653 ], [ 0, %693 ], [ %726, %724 ]
  %732 = add nuw i64 %656, 1
  %733 = load i64, ptr %320, align 8, !tbaa !12
  %734 = icmp ult i64 %732, %733
  br i1 %734, label %653, label %646, !llvm.loop !75

735:                                              ; preds = %927, %646
  %736 = ptrtoint ptr %4 to i64
  %737 = getelementptr inbounds i8, ptr %0, i64 40
  %738 = getelementptr inbounds i8, ptr %0, i64 48
  %739 = getelementptr inbounds i8, ptr %0, i64 32
  %740 = getelementptr inbounds i8, ptr %0, i64 24
  %741 = getelementptr inbounds i8, ptr %0, i64 72
  br label %742

742:                                              ; preds = %786, %735
  %743 = phi i64 [ 1, %735 ], [ %787, %786 ]
  call void @llvm.lifetime.start.p0(i64 32, ptr nonnull %4) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(32) %4, i8 0, i64 32, i1 false)
  %744 = call i64 @rejit_kernel(i64 noundef 173, i64 noundef %743, i64 noundef 0, i64 noundef %736, i64 noundef 8, i64 noundef 0, i64 noundef 0) #8
  %745 = icmp eq i64 %744, 0
  br i1 %745, label %746, label %786

746:                                              ; preds = %742
  %747 = load i64, ptr %4, align 8, !tbaa !10
  %748 = load i64, ptr %737, align 8, !tbaa !76
  %749 = sub i64 %747, %748
  %750 = load i64, ptr %738, align 8, !tbaa !77
  %751 = icmp ult i64 %749, %750
  br i1 %751, label %752, label %786

752:                                              ; preds = %746
  %753 = load i64, ptr %739, align 8, !tbaa !48
  %754 = inttoptr i64 %753 to ptr
  %755 = load i64, ptr %740, align 8, !tbaa !49
  %756 = icmp eq i64 %755, 0
  br i1 %756, label %769, label %757

757:                                              ; preds = %752, %757
  %758 = phi i64 [ %767, %757 ], [ 0, %752 ]
  %759 = phi i64 [ %766, %757 ], [ %755, %752 ]
  %760 = add i64 %759, %758
  %761 = lshr i64 %760, 1
  %762 = getelementptr inbounds %struct.range, ptr %754, i64 %761, i32 1
  %763 = load i64, ptr %762, align 8, !tbaa !50
  %764 = icmp ugt i64 %763, %747
  %765 = add nuw i64 %761, 1
  %766 = select i1 %764, i64 %761, i64 %759
  %767 = select i1 %764, i64 %758, i64 %765
  %768 = icmp ult i64 %767, %766
  br i1 %768, label %757, label %769, !llvm.loop !52

769:                                              ; preds = %757, %752
  %770 = phi i64 [ 0, %752 ], [ %767, %757 ]
  %771 = icmp eq i64 %770, %755
  br i1 %771, label %786, label %772

772:                                              ; preds = %769
  %773 = getelementptr inbounds %struct.range, ptr %754, i64 %770
  %774 = load i64, ptr %773, align 8, !tbaa !53
  %775 = icmp ugt i64 %774, %747
  br i1 %775, label %786, label %776

776:                                              ; preds = %772
  %777 = load i64, ptr %741, align 8, !tbaa !54
  %778 = inttoptr i64 %777 to ptr
  %779 = getelementptr inbounds i8, ptr %773, i64 16
  %780 = load i64, ptr %779, align 8, !tbaa !55
  %781 = getelementptr inbounds i64, ptr %778, i64 %780
  %782 = load i64, ptr %781, align 8, !tbaa !10
  %783 = icmp eq i64 %782, 0
  br i1 %783, label %784, label %786

784:                                              ; preds = %776
  %785 = or disjoint i64 %743, -4611686018427387904
  store i64 %785, ptr %781, align 8, !tbaa !10
  br label %786

786:                                              ; preds = %784, %776, %772, %769, %746, %742
  call void @llvm.lifetime.end.p0(i64 32, ptr nonnull %4) #4
  %787 = add nuw nsw i64 %743, 1
  %788 = icmp eq i64 %787, 65
  br i1 %788, label %789, label %742, !llvm.loop !78

789:                                              ; preds = %786
  %790 = icmp sgt i64 %632, -1
  br i1 %790, label %931, label %933

791:                                              ; preds = %927, %649
  %792 = phi i64 [ 0, %649 ], [ %928, %927 ]
  %793 = getelementptr inbounds [65536 x %struct.mapping], ptr %358, i64 0, i64 %792
  %794 = getelementptr inbounds i8, ptr %793, i64 8
  %795 = load i64, ptr %794, align 8, !tbaa !79
  %796 = load i64, ptr %793, align 8, !tbaa !81
  %797 = load i64, ptr %320, align 8, !tbaa !12
  %798 = icmp eq i64 %797, 0
  br i1 %798, label %874, label %799

799:                                              ; preds = %791
  %800 = getelementptr inbounds i8, ptr %793, i64 16
  br label %803

801:                                              ; preds = %867
  %802 = icmp eq i64 %868, 0
  br i1 %802, label %874, label %881

803:                                              ; preds = %867, %799
  %804 = phi i64 [ %797, %799 ], [ %872, %867 ]
  %805 = phi i64 [ %795, %799 ], [ %870, %867 ]
  %806 = phi i64 [ %796, %799 ], [ %869, %867 ]
  %807 = phi i64 [ 0, %799 ], [ %868, %867 ]
  %808 = phi i64 [ 0, %799 ], [ %871, %867 ]
  %809 = getelementptr inbounds [1024 x %struct.thread], ptr %650, i64 0, i64 %808
  %810 = getelementptr inbounds i8, ptr %809, i64 16
  %811 = load i64, ptr %810, align 8, !tbaa !17
  %812 = add i64 %811, -512
  %813 = getelementptr inbounds i8, ptr %809, i64 24
  %814 = load i64, ptr %813, align 8, !tbaa !18
  %815 = getelementptr inbounds i8, ptr %809, i64 8
  %816 = load i64, ptr %815, align 8, !tbaa !16
  %817 = icmp eq i64 %816, 5
  br i1 %817, label %867, label %818

818:                                              ; preds = %803
  %819 = load i64, ptr %793, align 8, !tbaa !81
  %820 = icmp ugt i64 %819, %811
  br i1 %820, label %824, label %821

821:                                              ; preds = %818
  %822 = load i64, ptr %794, align 8, !tbaa !79
  %823 = icmp ult i64 %811, %822
  br label %824

824:                                              ; preds = %821, %818
  %825 = phi i1 [ false, %818 ], [ %823, %821 ]
  %826 = icmp eq i64 %814, 0
  %827 = icmp ugt i64 %819, %814
  %828 = or i1 %826, %827
  br i1 %828, label %832, label %829

829:                                              ; preds = %824
  %830 = load i64, ptr %794, align 8, !tbaa !79
  %831 = icmp ult i64 %814, %830
  br label %832

832:                                              ; preds = %829, %824
  %833 = phi i1 [ false, %824 ], [ %831, %829 ]
  %834 = select i1 %825, i1 true, i1 %833
  br i1 %834, label %835, label %867

835:                                              ; preds = %832
  %836 = call i64 @llvm.umin.i64(i64 %814, i64 %812)
  %837 = select i1 %833, i64 %836, i64 %812
  %838 = select i1 %825, i64 %837, i64 %814
  %839 = call i64 @llvm.umax.i64(i64 %838, i64 %819)
  %840 = call i64 @llvm.umin.i64(i64 %839, i64 %805)
  br i1 %825, label %841, label %867

841:                                              ; preds = %835, %851
  %842 = phi i64 [ %852, %851 ], [ 0, %835 ]
  %843 = icmp eq i64 %842, %808
  br i1 %843, label %851, label %844

844:                                              ; preds = %841
  %845 = getelementptr inbounds [1024 x %struct.thread], ptr %650, i64 0, i64 %842, i32 2
  %846 = load i64, ptr %845, align 8, !tbaa !17
  %847 = icmp ugt i64 %819, %846
  br i1 %847, label %851, label %848

848:                                              ; preds = %844
  %849 = load i64, ptr %794, align 8, !tbaa !79
  %850 = icmp ult i64 %846, %849
  br i1 %850, label %866, label %851

851:                                              ; preds = %848, %844, %841
  %852 = add nuw i64 %842, 1
  %853 = icmp eq i64 %852, %804
  br i1 %853, label %854, label %841, !llvm.loop !82

854:                                              ; preds = %851
  %855 = load i64, ptr %800, align 8, !tbaa !83
  %856 = and i64 %855, 1
  %857 = icmp eq i64 %856, 0
  br i1 %857, label %860, label %858

858:                                              ; preds = %854
  %859 = call i64 @llvm.umax.i64(i64 %839, i64 %806)
  br label %867

860:                                              ; preds = %854
  %861 = load i64, ptr %809, align 8, !tbaa !14
  %862 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %793, i64 noundef %861) #9
  %863 = icmp ule i64 %862, %839
  %864 = call i64 @llvm.umax.i64(i64 %839, i64 %806)
  %865 = freeze i1 %863
  br i1 %865, label %866, label %867

866:                                              ; preds = %848, %860
  br label %867

867:                                              ; preds = %866, %860, %858, %835, %832, %803
  %868 = phi i64 [ %807, %803 ], [ %807, %832 ], [ 1, %835 ], [ 1, %858 ], [ 1, %860 ], [ 1, %866 ]
  %869 = phi i64 [ %806, %803 ], [ %806, %832 ], [ %806, %835 ], [ %859, %858 ], [ %864, %860 ], [ %806, %866 ]
  %870 = phi i64 [ %805, %803 ], [ %805, %832 ], [ %840, %835 ], [ %840, %858 ], [ %840, %860 ], [ %840, %866 ]
  %871 = add nuw i64 %808, 1
  %872 = load i64, ptr %320, align 8, !tbaa !12
  %873 = icmp ult i64 %871, %872
  br i1 %873, label %803, label %801, !llvm.loop !84

874:                                              ; preds = %801, %791
  %875 = phi i64 [ %870, %801 ], [ %795, %791 ]
  %876 = phi i64 [ %869, %801 ], [ %796, %791 ]
  %877 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %793, i64 noundef 0) #9
  %878 = freeze i64 %877
  %879 = icmp eq i64 %878, 0
  %880 = select i1 %879, i64 %876, i64 %878
  br label %881

881:                                              ; preds = %874, %801
  %882 = phi i64 [ %870, %801 ], [ %875, %874 ]
  %883 = phi i64 [ %869, %801 ], [ %880, %874 ]
  %884 = load i64, ptr %794, align 8, !tbaa !79
  %885 = load i64, ptr %651, align 8, !tbaa !69
  %886 = inttoptr i64 %885 to ptr
  %887 = load i64, ptr %652, align 8, !tbaa !68
  %888 = icmp eq i64 %887, 0
  br i1 %888, label %889, label %892

889:                                              ; preds = %892, %881
  %890 = phi i64 [ 0, %881 ], [ %901, %892 ]
  %891 = icmp ult i64 %890, %887
  br i1 %891, label %904, label %923

892:                                              ; preds = %881, %892
  %893 = phi i64 [ %902, %892 ], [ %887, %881 ]
  %894 = phi i64 [ %901, %892 ], [ 0, %881 ]
  %895 = add i64 %894, %893
  %896 = lshr i64 %895, 1
  %897 = getelementptr inbounds %struct.block, ptr %886, i64 %896, i32 1
  %898 = load i64, ptr %897, align 8, !tbaa !72
  %899 = icmp ugt i64 %898, %883
  %900 = add nuw i64 %896, 1
  %901 = select i1 %899, i64 %894, i64 %900
  %902 = select i1 %899, i64 %896, i64 %893
  %903 = icmp ult i64 %901, %902
  br i1 %903, label %892, label %889, !llvm.loop !85

904:                                              ; preds = %889, %917
  %905 = phi i64 [ %918, %917 ], [ %887, %889 ]
  %906 = phi i64 [ %920, %917 ], [ %883, %889 ]
  %907 = phi i64 [ %921, %917 ], [ %890, %889 ]
  %908 = getelementptr inbounds %struct.block, ptr %886, i64 %907
  %909 = load i64, ptr %908, align 8, !tbaa !70
  %910 = icmp ult i64 %909, %884
  %911 = icmp ult i64 %906, %884
  %912 = select i1 %910, i1 %911, i1 false
  br i1 %912, label %913, label %923

913:                                              ; preds = %904
  %914 = icmp ult i64 %906, %909
  br i1 %914, label %915, label %917

915:                                              ; preds = %913
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %632, i64 noundef %906, i64 noundef %909, i64 noundef %882) #9
  %916 = load i64, ptr %652, align 8, !tbaa !68
  br label %917

917:                                              ; preds = %915, %913
  %918 = phi i64 [ %916, %915 ], [ %905, %913 ]
  %919 = getelementptr inbounds i8, ptr %908, i64 8
  %920 = load i64, ptr %919, align 8, !tbaa !72
  %921 = add nuw i64 %907, 1
  %922 = icmp ult i64 %921, %918
  br i1 %922, label %904, label %923, !llvm.loop !86

923:                                              ; preds = %917, %904, %889
  %924 = phi i64 [ %883, %889 ], [ %920, %917 ], [ %906, %904 ]
  %925 = icmp ult i64 %924, %884
  br i1 %925, label %926, label %927

926:                                              ; preds = %923
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %632, i64 noundef %924, i64 noundef %884, i64 noundef %882) #9
  br label %927

927:                                              ; preds = %926, %923
  %928 = add nuw i64 %792, 1
  %929 = load i64, ptr %580, align 8, !tbaa !67
  %930 = icmp ult i64 %928, %929
  br i1 %930, label %791, label %735, !llvm.loop !87

931:                                              ; preds = %789
  %932 = call i64 @rejit_kernel(i64 noundef 6, i64 noundef %632, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %933

933:                                              ; preds = %931, %789
  %934 = call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef signext 1) #9
  %935 = icmp slt i64 %934, 0
  br i1 %935, label %946, label %936

936:                                              ; preds = %933
  %937 = load i64, ptr %320, align 8, !tbaa !12
  %938 = icmp eq i64 %937, 0
  br i1 %938, label %1003, label %939

939:                                              ; preds = %936
  %940 = getelementptr inbounds i8, ptr %0, i64 192
  %941 = getelementptr inbounds i8, ptr %3, i64 40
  %942 = getelementptr inbounds i8, ptr %3, i64 24
  %943 = getelementptr inbounds i8, ptr %3, i64 8
  %944 = getelementptr inbounds i8, ptr %3, i64 16
  %945 = getelementptr inbounds i8, ptr %0, i64 80
  br label %947

946:                                              ; preds = %933
  store <2 x i64> <i64 5, i64 0>, ptr %20, align 8, !tbaa !10
  br label %1003

947:                                              ; preds = %999, %939
  %948 = phi i64 [ 0, %939 ], [ %1000, %999 ]
  %949 = getelementptr inbounds [1024 x %struct.thread], ptr %940, i64 0, i64 %948
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %3) #4
  %950 = getelementptr inbounds i8, ptr %949, i64 8
  %951 = load i64, ptr %950, align 8, !tbaa !16
  %952 = add i64 %951, -1
  %953 = icmp ult i64 %952, 2
  br i1 %953, label %954, label %999

954:                                              ; preds = %947
  %955 = load i64, ptr %949, align 8, !tbaa !14
  %956 = call fastcc signext i32 @look(ptr noundef nonnull %0, i64 noundef %955, ptr noundef nonnull %3) #9
  %957 = icmp slt i32 %956, 0
  br i1 %957, label %997, label %958

958:                                              ; preds = %954
  %959 = load i64, ptr %950, align 8, !tbaa !16
  %960 = icmp eq i64 %959, 2
  %961 = load i64, ptr %3, align 8, !tbaa !41
  %962 = icmp eq i64 %961, 0
  br i1 %960, label %963, label %976

963:                                              ; preds = %958
  br i1 %962, label %999, label %964

964:                                              ; preds = %963
  %965 = load i64, ptr %945, align 8, !tbaa !42
  %966 = icmp eq i64 %965, 0
  br i1 %966, label %997, label %967

967:                                              ; preds = %964
  %968 = load i64, ptr %943, align 8, !tbaa !31
  %969 = load i64, ptr %121, align 8, !tbaa !32
  %970 = icmp eq i64 %968, %969
  br i1 %970, label %971, label %997

971:                                              ; preds = %967
  %972 = load i64, ptr %944, align 8, !tbaa !36
  %973 = sub i64 %972, %965
  %974 = add i64 %973, -256
  %975 = icmp ult i64 %974, -512
  br i1 %975, label %997, label %999

976:                                              ; preds = %958
  br i1 %962, label %997, label %977

977:                                              ; preds = %976
  %978 = load i64, ptr %941, align 8, !tbaa !38
  %979 = getelementptr inbounds i8, ptr %949, i64 56
  %980 = load i64, ptr %979, align 8, !tbaa !39
  %981 = icmp eq i64 %978, %980
  br i1 %981, label %982, label %997

982:                                              ; preds = %977
  %983 = load i64, ptr %942, align 8, !tbaa !28
  %984 = getelementptr inbounds i8, ptr %949, i64 16
  %985 = load i64, ptr %984, align 8, !tbaa !17
  %986 = icmp eq i64 %983, %985
  br i1 %986, label %987, label %997

987:                                              ; preds = %982
  %988 = load i64, ptr %943, align 8, !tbaa !31
  %989 = getelementptr inbounds i8, ptr %949, i64 40
  %990 = load i64, ptr %989, align 8, !tbaa !35
  %991 = icmp eq i64 %988, %990
  br i1 %991, label %992, label %997

992:                                              ; preds = %987
  %993 = load i64, ptr %944, align 8, !tbaa !36
  %994 = getelementptr inbounds i8, ptr %949, i64 48
  %995 = load i64, ptr %994, align 8, !tbaa !37
  %996 = icmp eq i64 %993, %995
  br i1 %996, label %999, label %997

997:                                              ; preds = %992, %987, %982, %977, %976, %971, %967, %964, %954
  %998 = load i64, ptr %949, align 8, !tbaa !14
  store i64 %998, ptr %19, align 8, !tbaa !33
  store i64 5, ptr %20, align 8, !tbaa !34
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %3) #4
  br label %1003

999:                                              ; preds = %992, %971, %963, %947
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %3) #4
  %1000 = add nuw i64 %948, 1
  %1001 = load i64, ptr %320, align 8, !tbaa !12
  %1002 = icmp ult i64 %1000, %1001
  br i1 %1002, label %947, label %1003, !llvm.loop !88

1003:                                             ; preds = %999, %997, %946, %936, %645, %630
  %1004 = phi i64 [ 7, %630 ], [ 8, %645 ], [ 5, %946 ], [ 5, %997 ], [ 0, %936 ], [ 0, %999 ]
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %10) #4
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %9) #4
  br label %1054

1005:                                             ; preds = %1050, %327
  %1006 = phi i64 [ 0, %327 ], [ %1051, %1050 ]
  %1007 = phi i64 [ 0, %327 ], [ %1052, %1050 ]
  %1008 = getelementptr inbounds [1024 x %struct.thread], ptr %324, i64 0, i64 %1006
  %1009 = getelementptr inbounds i8, ptr %1008, i64 8
  %1010 = load i64, ptr %1009, align 8, !tbaa !16
  %1011 = icmp eq i64 %1010, 6
  br i1 %1011, label %1012, label %1017

1012:                                             ; preds = %1005
  %1013 = call ptr @llvm.frameaddress.p0(i32 0)
  %1014 = ptrtoint ptr %1013 to i64
  %1015 = getelementptr inbounds i8, ptr %1008, i64 24
  store i64 %1014, ptr %1015, align 8, !tbaa !18
  %1016 = getelementptr inbounds i8, ptr %1008, i64 16
  store i64 %1014, ptr %1016, align 8, !tbaa !17
  br label %1017

1017:                                             ; preds = %1005, %1012
  %1018 = or disjoint i64 %1006, 1
  %1019 = getelementptr inbounds [1024 x %struct.thread], ptr %324, i64 0, i64 %1018
  %1020 = getelementptr inbounds i8, ptr %1019, i64 8
  %1021 = load i64, ptr %1020, align 8, !tbaa !16
  %1022 = icmp eq i64 %1021, 6
  br i1 %1022, label %1023, label %1028

1023:                                             ; preds = %1017
  %1024 = call ptr @llvm.frameaddress.p0(i32 0)
  %1025 = ptrtoint ptr %1024 to i64
  %1026 = getelementptr inbounds i8, ptr %1019, i64 24
  store i64 %1025, ptr %1026, align 8, !tbaa !18
  %1027 = getelementptr inbounds i8, ptr %1019, i64 16
  store i64 %1025, ptr %1027, align 8, !tbaa !17
  br label %1028

1028:                                             ; preds = %1023, %1017
  %1029 = or disjoint i64 %1006, 2
  %1030 = getelementptr inbounds [1024 x %struct.thread], ptr %324, i64 0, i64 %1029
  %1031 = getelementptr inbounds i8, ptr %1030, i64 8
  %1032 = load i64, ptr %1031, align 8, !tbaa !16
  %1033 = icmp eq i64 %1032, 6
  br i1 %1033, label %1034, label %1039

1034:                                             ; preds = %1028
  %1035 = call ptr @llvm.frameaddress.p0(i32 0)
  %1036 = ptrtoint ptr %1035 to i64
  %1037 = getelementptr inbounds i8, ptr %1030, i64 24
  store i64 %1036, ptr %1037, align 8, !tbaa !18
  %1038 = getelementptr inbounds i8, ptr %1030, i64 16
  store i64 %1036, ptr %1038, align 8, !tbaa !17
  br label %1039

1039:                                             ; preds = %1034, %1028
  %1040 = or disjoint i64 %1006, 3
  %1041 = getelementptr inbounds [1024 x %struct.thread], ptr %324, i64 0, i64 %1040
  %1042 = getelementptr inbounds i8, ptr %1041, i64 8
  %1043 = load i64, ptr %1042, align 8, !tbaa !16
  %1044 = icmp eq i64 %1043, 6
  br i1 %1044, label %1045, label %1050

1045:                                             ; preds = %1039
  %1046 = call ptr @llvm.frameaddress.p0(i32 0)
  %1047 = ptrtoint ptr %1046 to i64
  %1048 = getelementptr inbounds i8, ptr %1041, i64 24
  store i64 %1047, ptr %1048, align 8, !tbaa !18
  %1049 = getelementptr inbounds i8, ptr %1041, i64 16
  store i64 %1047, ptr %1049, align 8, !tbaa !17
  br label %1050

1050:                                             ; preds = %1045, %1039
  %1051 = add nuw i64 %1006, 4
  %1052 = add i64 %1007, 4
  %1053 = icmp eq i64 %1052, %328
  br i1 %1053, label %329, label %1005, !llvm.loop !89

1054:                                             ; preds = %1003, %589, %586, %313
  %1055 = phi i64 [ %310, %313 ], [ 6, %586 ], [ 8, %589 ], [ %1004, %1003 ]
  %1056 = load i64, ptr @memory_file, align 8, !tbaa !10
  %1057 = icmp sgt i64 %1056, -1
  br i1 %1057, label %1058, label %1060

1058:                                             ; preds = %1054
  %1059 = call i64 @rejit_kernel(i64 noundef 6, i64 noundef %1056, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  store i64 -1, ptr @memory_file, align 8, !tbaa !10
  br label %1060

1060:                                             ; preds = %1058, %1054
  %1061 = load volatile i32, ptr @arrived, align 4, !tbaa !4
  store atomic volatile i32 0, ptr @stop seq_cst, align 4
  %1062 = call i64 @rejit_kernel(i64 noundef 221, i64 noundef ptrtoint (ptr @stop to i64), i64 noundef 129, i64 noundef 2147483647, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  call fastcc void @wait_for(ptr noundef nonnull @left, i32 noundef zeroext %1061) #9
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %14) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %14, i8 0, i64 16, i1 false)
  %1063 = ptrtoint ptr %14 to i64
  %1064 = call i64 @rejit_kernel(i64 noundef 246, i64 noundef 1, i64 noundef %1063, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %1065 = load i64, ptr %14, align 8, !tbaa !10
  %1066 = getelementptr inbounds i8, ptr %14, i64 8
  %1067 = load i64, ptr %1066, align 8, !tbaa !10
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %14) #4
  %1068 = sub i64 %1065, %316
  %1069 = mul i64 %1068, 1000000000
  %1070 = sub i64 %1067, %318
  %1071 = add i64 %1070, %1069
  store i64 %1071, ptr %16, align 8, !tbaa !90
  br label %1072

1072:                                             ; preds = %267, %1060, %308, %95
  %1073 = phi i64 [ 4, %95 ], [ %1055, %1060 ], [ %310, %308 ], [ 0, %267 ]
  ret i64 %1073
}

; Function Attrs: nounwind
declare void @llvm.eh.unwind.init() #4

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #5

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(none)
declare ptr @llvm.thread.pointer() #3

; Function Attrs: nounwind
define internal fastcc signext range(i32 -1, 1) i32 @look(ptr noundef %0, i64 noundef %1, ptr nocapture noundef writeonly %2) unnamed_addr #0 {
  %4 = alloca [8 x i64], align 8
  tail call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(64) %2, i8 0, i64 64, i1 false)
  %5 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str) #9
  %6 = icmp slt i64 %5, 1
  br i1 %6, label %509, label %7

7:                                                ; preds = %3
  %8 = getelementptr inbounds i8, ptr %0, i64 2171072
  %9 = load i8, ptr %8, align 1, !tbaa !62
  %10 = add i8 %9, -58
  %11 = icmp ult i8 %10, -10
  br i1 %11, label %98, label %12

12:                                               ; preds = %7
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %4) #4
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
  %23 = load i8, ptr %22, align 1, !tbaa !62
  %24 = add i8 %23, -58
  %25 = icmp ult i8 %24, -10
  br i1 %25, label %26, label %14

26:                                               ; preds = %14
  store i64 %21, ptr %13, align 8, !tbaa !10
  br label %27

27:                                               ; preds = %84, %26
  %28 = phi i64 [ 0, %26 ], [ %86, %84 ]
  %29 = phi ptr [ %22, %26 ], [ %77, %84 ]
  br label %39

30:                                               ; preds = %84
  store i64 1, ptr %2, align 8, !tbaa !41
  %31 = load i64, ptr %4, align 8, !tbaa !10
  %32 = getelementptr inbounds i8, ptr %2, i64 16
  store i64 %31, ptr %32, align 8, !tbaa !36
  %33 = getelementptr inbounds i8, ptr %4, i64 48
  %34 = load i64, ptr %33, align 8, !tbaa !10
  %35 = getelementptr inbounds i8, ptr %2, i64 24
  store i64 %34, ptr %35, align 8, !tbaa !28
  %36 = getelementptr inbounds i8, ptr %4, i64 56
  %37 = load i64, ptr %36, align 8, !tbaa !10
  %38 = getelementptr inbounds i8, ptr %2, i64 32
  store i64 %37, ptr %38, align 8, !tbaa !47
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %4) #4
  br label %98

39:                                               ; preds = %27, %42
  %40 = phi ptr [ %43, %42 ], [ %29, %27 ]
  %41 = load i8, ptr %40, align 1, !tbaa !62
  switch i8 %41, label %42 [
    i8 0, label %44
    i8 120, label %44
  ]

42:                                               ; preds = %39
  %43 = getelementptr inbounds i8, ptr %40, i64 1
  br label %39, !llvm.loop !91

44:                                               ; preds = %39, %39
  %45 = icmp ne i8 %41, 0
  %46 = zext i1 %45 to i64
  %47 = getelementptr inbounds i8, ptr %40, i64 %46
  br label %48

48:                                               ; preds = %57, %44
  %49 = phi i64 [ 0, %44 ], [ %63, %57 ]
  %50 = phi ptr [ %47, %44 ], [ %64, %57 ]
  %51 = load i8, ptr %50, align 1, !tbaa !62
  %52 = add i8 %51, -58
  %53 = icmp ult i8 %52, -10
  br i1 %53, label %54, label %57

54:                                               ; preds = %48
  %55 = add i8 %51, -97
  %56 = icmp ult i8 %55, 6
  br i1 %56, label %57, label %65

57:                                               ; preds = %54, %48
  %58 = phi i64 [ 4294967248, %48 ], [ 4294967209, %54 ]
  %59 = zext nneg i8 %51 to i64
  %60 = add nuw nsw i64 %58, %59
  %61 = shl i64 %49, 4
  %62 = and i64 %60, 4294967295
  %63 = add nuw i64 %62, %61
  %64 = getelementptr inbounds i8, ptr %50, i64 1
  br label %48

65:                                               ; preds = %54
  %66 = getelementptr inbounds [8 x i64], ptr %4, i64 0, i64 %28
  store i64 %49, ptr %66, align 8, !tbaa !10
  %67 = or disjoint i64 %28, 1
  br label %68

68:                                               ; preds = %96, %65
  %69 = phi ptr [ %97, %96 ], [ %50, %65 ]
  %70 = load i8, ptr %69, align 1, !tbaa !62
  switch i8 %70, label %96 [
    i8 0, label %71
    i8 120, label %71
  ]

71:                                               ; preds = %68, %68
  %72 = icmp ne i8 %70, 0
  %73 = zext i1 %72 to i64
  %74 = getelementptr inbounds i8, ptr %69, i64 %73
  br label %75

75:                                               ; preds = %88, %71
  %76 = phi i64 [ 0, %71 ], [ %94, %88 ]
  %77 = phi ptr [ %74, %71 ], [ %95, %88 ]
  %78 = load i8, ptr %77, align 1, !tbaa !62
  %79 = add i8 %78, -58
  %80 = icmp ult i8 %79, -10
  br i1 %80, label %81, label %88

81:                                               ; preds = %75
  %82 = add i8 %78, -97
  %83 = icmp ult i8 %82, 6
  br i1 %83, label %88, label %84

84:                                               ; preds = %81
  %85 = getelementptr inbounds [8 x i64], ptr %4, i64 0, i64 %67
  store i64 %76, ptr %85, align 8, !tbaa !10
  %86 = add nuw nsw i64 %28, 2
  %87 = icmp eq i64 %86, 8
  br i1 %87, label %30, label %27, !llvm.loop !92

88:                                               ; preds = %81, %75
  %89 = phi i64 [ 4294967248, %75 ], [ 4294967209, %81 ]
  %90 = zext nneg i8 %78 to i64
  %91 = add nuw nsw i64 %89, %90
  %92 = shl i64 %76, 4
  %93 = and i64 %91, 4294967295
  %94 = add nuw i64 %93, %92
  %95 = getelementptr inbounds i8, ptr %77, i64 1
  br label %75

96:                                               ; preds = %68
  %97 = getelementptr inbounds i8, ptr %69, i64 1
  br label %68, !llvm.loop !91

98:                                               ; preds = %30, %7
  %99 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str.1) #9
  %100 = icmp slt i64 %99, 1
  br i1 %100, label %509, label %101

101:                                              ; preds = %98
  %102 = load i8, ptr %8, align 1, !tbaa !62
  %103 = icmp eq i8 %102, 0
  br i1 %103, label %430, label %104

104:                                              ; preds = %101, %140
  %105 = phi i8 [ %142, %140 ], [ %102, %101 ]
  %106 = phi ptr [ %141, %140 ], [ %8, %101 ]
  %107 = getelementptr i8, ptr %106, i64 5
  %108 = icmp eq i8 %105, 83
  br i1 %108, label %109, label %128

109:                                              ; preds = %104
  %110 = getelementptr inbounds i8, ptr %106, i64 1
  %111 = load i8, ptr %110, align 1, !tbaa !62
  %112 = icmp eq i8 %111, 116
  br i1 %112, label %113, label %128

113:                                              ; preds = %109
  %114 = getelementptr inbounds i8, ptr %106, i64 2
  %115 = load i8, ptr %114, align 1, !tbaa !62
  %116 = icmp eq i8 %115, 97
  br i1 %116, label %117, label %128

117:                                              ; preds = %113
  %118 = getelementptr inbounds i8, ptr %106, i64 3
  %119 = load i8, ptr %118, align 1, !tbaa !62
  %120 = icmp eq i8 %119, 116
  br i1 %120, label %121, label %128

121:                                              ; preds = %117
  %122 = getelementptr inbounds i8, ptr %106, i64 4
  %123 = load i8, ptr %122, align 1, !tbaa !62
  %124 = icmp eq i8 %123, 101
  br i1 %124, label %125, label %128

125:                                              ; preds = %121
  %126 = load i8, ptr %107, align 1, !tbaa !62
  %127 = icmp eq i8 %126, 58
  br i1 %127, label %129, label %128

128:                                              ; preds = %104, %109, %113, %117, %121, %125
  br label %134

129:                                              ; preds = %125, %133
  %130 = phi ptr [ %131, %133 ], [ %107, %125 ]
  %131 = getelementptr inbounds i8, ptr %130, i64 1
  %132 = load i8, ptr %131, align 1, !tbaa !62
  switch i8 %132, label %144 [
    i8 9, label %133
    i8 32, label %133
  ]

133:                                              ; preds = %129, %129
  br label %129, !llvm.loop !93

134:                                              ; preds = %128, %137
  %135 = phi i8 [ %139, %137 ], [ %105, %128 ]
  %136 = phi ptr [ %138, %137 ], [ %106, %128 ]
  switch i8 %135, label %137 [
    i8 0, label %144
    i8 10, label %140
  ]

137:                                              ; preds = %134
  %138 = getelementptr inbounds i8, ptr %136, i64 1
  %139 = load i8, ptr %138, align 1, !tbaa !62
  br label %134, !llvm.loop !94

140:                                              ; preds = %134
  %141 = getelementptr inbounds i8, ptr %136, i64 1
  %142 = load i8, ptr %141, align 1, !tbaa !62
  %143 = icmp eq i8 %142, 0
  br i1 %143, label %144, label %104, !llvm.loop !95

144:                                              ; preds = %140, %134, %129
  %145 = phi ptr [ %131, %129 ], [ null, %134 ], [ null, %140 ]
  br label %146

146:                                              ; preds = %144, %186
  %147 = phi i8 [ %188, %186 ], [ %102, %144 ]
  %148 = phi ptr [ %187, %186 ], [ %8, %144 ]
  %149 = getelementptr i8, ptr %148, i64 6
  %150 = icmp eq i8 %147, 83
  br i1 %150, label %151, label %174

151:                                              ; preds = %146
  %152 = getelementptr inbounds i8, ptr %148, i64 1
  %153 = load i8, ptr %152, align 1, !tbaa !62
  %154 = icmp eq i8 %153, 105
  br i1 %154, label %155, label %174

155:                                              ; preds = %151
  %156 = getelementptr inbounds i8, ptr %148, i64 2
  %157 = load i8, ptr %156, align 1, !tbaa !62
  %158 = icmp eq i8 %157, 103
  br i1 %158, label %159, label %174

159:                                              ; preds = %155
  %160 = getelementptr inbounds i8, ptr %148, i64 3
  %161 = load i8, ptr %160, align 1, !tbaa !62
  %162 = icmp eq i8 %161, 66
  br i1 %162, label %163, label %174

163:                                              ; preds = %159
  %164 = getelementptr inbounds i8, ptr %148, i64 4
  %165 = load i8, ptr %164, align 1, !tbaa !62
  %166 = icmp eq i8 %165, 108
  br i1 %166, label %167, label %174

167:                                              ; preds = %163
  %168 = getelementptr inbounds i8, ptr %148, i64 5
  %169 = load i8, ptr %168, align 1, !tbaa !62
  %170 = icmp eq i8 %169, 107
  br i1 %170, label %171, label %174

171:                                              ; preds = %167
  %172 = load i8, ptr %149, align 1, !tbaa !62
  %173 = icmp eq i8 %172, 58
  br i1 %173, label %175, label %174

174:                                              ; preds = %146, %151, %155, %159, %163, %167, %171
  br label %180

175:                                              ; preds = %171, %179
  %176 = phi ptr [ %177, %179 ], [ %149, %171 ]
  %177 = getelementptr inbounds i8, ptr %176, i64 1
  %178 = load i8, ptr %177, align 1, !tbaa !62
  switch i8 %178, label %190 [
    i8 9, label %179
    i8 32, label %179
  ]

179:                                              ; preds = %175, %175
  br label %175, !llvm.loop !93

180:                                              ; preds = %174, %183
  %181 = phi i8 [ %185, %183 ], [ %147, %174 ]
  %182 = phi ptr [ %184, %183 ], [ %148, %174 ]
  switch i8 %181, label %183 [
    i8 0, label %190
    i8 10, label %186
  ]

183:                                              ; preds = %180
  %184 = getelementptr inbounds i8, ptr %182, i64 1
  %185 = load i8, ptr %184, align 1, !tbaa !62
  br label %180, !llvm.loop !94

186:                                              ; preds = %180
  %187 = getelementptr inbounds i8, ptr %182, i64 1
  %188 = load i8, ptr %187, align 1, !tbaa !62
  %189 = icmp eq i8 %188, 0
  br i1 %189, label %190, label %146, !llvm.loop !95

190:                                              ; preds = %186, %180, %175
  %191 = phi ptr [ %177, %175 ], [ null, %180 ], [ null, %186 ]
  br label %192

192:                                              ; preds = %190, %300
  %193 = phi i8 [ %302, %300 ], [ %102, %190 ]
  %194 = phi ptr [ %301, %300 ], [ %8, %190 ]
  %195 = getelementptr i8, ptr %194, i64 23
  %196 = icmp eq i8 %193, 118
  br i1 %196, label %197, label %288

197:                                              ; preds = %192
  %198 = getelementptr inbounds i8, ptr %194, i64 1
  %199 = load i8, ptr %198, align 1, !tbaa !62
  %200 = icmp eq i8 %199, 111
  br i1 %200, label %201, label %288

201:                                              ; preds = %197
  %202 = getelementptr inbounds i8, ptr %194, i64 2
  %203 = load i8, ptr %202, align 1, !tbaa !62
  %204 = icmp eq i8 %203, 108
  br i1 %204, label %205, label %288

205:                                              ; preds = %201
  %206 = getelementptr inbounds i8, ptr %194, i64 3
  %207 = load i8, ptr %206, align 1, !tbaa !62
  %208 = icmp eq i8 %207, 117
  br i1 %208, label %209, label %288

209:                                              ; preds = %205
  %210 = getelementptr inbounds i8, ptr %194, i64 4
  %211 = load i8, ptr %210, align 1, !tbaa !62
  %212 = icmp eq i8 %211, 110
  br i1 %212, label %213, label %288

213:                                              ; preds = %209
  %214 = getelementptr inbounds i8, ptr %194, i64 5
  %215 = load i8, ptr %214, align 1, !tbaa !62
  %216 = icmp eq i8 %215, 116
  br i1 %216, label %217, label %288

217:                                              ; preds = %213
  %218 = getelementptr inbounds i8, ptr %194, i64 6
  %219 = load i8, ptr %218, align 1, !tbaa !62
  %220 = icmp eq i8 %219, 97
  br i1 %220, label %221, label %288

221:                                              ; preds = %217
  %222 = getelementptr inbounds i8, ptr %194, i64 7
  %223 = load i8, ptr %222, align 1, !tbaa !62
  %224 = icmp eq i8 %223, 114
  br i1 %224, label %225, label %288

225:                                              ; preds = %221
  %226 = getelementptr inbounds i8, ptr %194, i64 8
  %227 = load i8, ptr %226, align 1, !tbaa !62
  %228 = icmp eq i8 %227, 121
  br i1 %228, label %229, label %288

229:                                              ; preds = %225
  %230 = getelementptr inbounds i8, ptr %194, i64 9
  %231 = load i8, ptr %230, align 1, !tbaa !62
  %232 = icmp eq i8 %231, 95
  br i1 %232, label %233, label %288

233:                                              ; preds = %229
  %234 = getelementptr inbounds i8, ptr %194, i64 10
  %235 = load i8, ptr %234, align 1, !tbaa !62
  %236 = icmp eq i8 %235, 99
  br i1 %236, label %237, label %288

237:                                              ; preds = %233
  %238 = getelementptr inbounds i8, ptr %194, i64 11
  %239 = load i8, ptr %238, align 1, !tbaa !62
  %240 = icmp eq i8 %239, 116
  br i1 %240, label %241, label %288

241:                                              ; preds = %237
  %242 = getelementptr inbounds i8, ptr %194, i64 12
  %243 = load i8, ptr %242, align 1, !tbaa !62
  %244 = icmp eq i8 %243, 120
  br i1 %244, label %245, label %288

245:                                              ; preds = %241
  %246 = getelementptr inbounds i8, ptr %194, i64 13
  %247 = load i8, ptr %246, align 1, !tbaa !62
  %248 = icmp eq i8 %247, 116
  br i1 %248, label %249, label %288

249:                                              ; preds = %245
  %250 = getelementptr inbounds i8, ptr %194, i64 14
  %251 = load i8, ptr %250, align 1, !tbaa !62
  %252 = icmp eq i8 %251, 95
  br i1 %252, label %253, label %288

253:                                              ; preds = %249
  %254 = getelementptr inbounds i8, ptr %194, i64 15
  %255 = load i8, ptr %254, align 1, !tbaa !62
  %256 = icmp eq i8 %255, 115
  br i1 %256, label %257, label %288

257:                                              ; preds = %253
  %258 = getelementptr inbounds i8, ptr %194, i64 16
  %259 = load i8, ptr %258, align 1, !tbaa !62
  %260 = icmp eq i8 %259, 119
  br i1 %260, label %261, label %288

261:                                              ; preds = %257
  %262 = getelementptr inbounds i8, ptr %194, i64 17
  %263 = load i8, ptr %262, align 1, !tbaa !62
  %264 = icmp eq i8 %263, 105
  br i1 %264, label %265, label %288

265:                                              ; preds = %261
  %266 = getelementptr inbounds i8, ptr %194, i64 18
  %267 = load i8, ptr %266, align 1, !tbaa !62
  %268 = icmp eq i8 %267, 116
  br i1 %268, label %269, label %288

269:                                              ; preds = %265
  %270 = getelementptr inbounds i8, ptr %194, i64 19
  %271 = load i8, ptr %270, align 1, !tbaa !62
  %272 = icmp eq i8 %271, 99
  br i1 %272, label %273, label %288

273:                                              ; preds = %269
  %274 = getelementptr inbounds i8, ptr %194, i64 20
  %275 = load i8, ptr %274, align 1, !tbaa !62
  %276 = icmp eq i8 %275, 104
  br i1 %276, label %277, label %288

277:                                              ; preds = %273
  %278 = getelementptr inbounds i8, ptr %194, i64 21
  %279 = load i8, ptr %278, align 1, !tbaa !62
  %280 = icmp eq i8 %279, 101
  br i1 %280, label %281, label %288

281:                                              ; preds = %277
  %282 = getelementptr inbounds i8, ptr %194, i64 22
  %283 = load i8, ptr %282, align 1, !tbaa !62
  %284 = icmp eq i8 %283, 115
  br i1 %284, label %285, label %288

285:                                              ; preds = %281
  %286 = load i8, ptr %195, align 1, !tbaa !62
  %287 = icmp eq i8 %286, 58
  br i1 %287, label %289, label %288

288:                                              ; preds = %192, %197, %201, %205, %209, %213, %217, %221, %225, %229, %233, %237, %241, %245, %249, %253, %257, %261, %265, %269, %273, %277, %281, %285
  br label %294

289:                                              ; preds = %285, %293
  %290 = phi ptr [ %291, %293 ], [ %195, %285 ]
  %291 = getelementptr inbounds i8, ptr %290, i64 1
  %292 = load i8, ptr %291, align 1, !tbaa !62
  switch i8 %292, label %304 [
    i8 9, label %293
    i8 32, label %293
  ]

293:                                              ; preds = %289, %289
  br label %289, !llvm.loop !93

294:                                              ; preds = %288, %297
  %295 = phi i8 [ %299, %297 ], [ %193, %288 ]
  %296 = phi ptr [ %298, %297 ], [ %194, %288 ]
  switch i8 %295, label %297 [
    i8 0, label %304
    i8 10, label %300
  ]

297:                                              ; preds = %294
  %298 = getelementptr inbounds i8, ptr %296, i64 1
  %299 = load i8, ptr %298, align 1, !tbaa !62
  br label %294, !llvm.loop !94

300:                                              ; preds = %294
  %301 = getelementptr inbounds i8, ptr %296, i64 1
  %302 = load i8, ptr %301, align 1, !tbaa !62
  %303 = icmp eq i8 %302, 0
  br i1 %303, label %304, label %192, !llvm.loop !95

304:                                              ; preds = %300, %294, %289
  %305 = phi ptr [ %291, %289 ], [ null, %294 ], [ null, %300 ]
  br label %306

306:                                              ; preds = %304, %426
  %307 = phi i8 [ %428, %426 ], [ %102, %304 ]
  %308 = phi ptr [ %427, %426 ], [ %8, %304 ]
  %309 = getelementptr i8, ptr %308, i64 26
  %310 = icmp eq i8 %307, 110
  br i1 %310, label %311, label %414

311:                                              ; preds = %306
  %312 = getelementptr inbounds i8, ptr %308, i64 1
  %313 = load i8, ptr %312, align 1, !tbaa !62
  %314 = icmp eq i8 %313, 111
  br i1 %314, label %315, label %414

315:                                              ; preds = %311
  %316 = getelementptr inbounds i8, ptr %308, i64 2
  %317 = load i8, ptr %316, align 1, !tbaa !62
  %318 = icmp eq i8 %317, 110
  br i1 %318, label %319, label %414

319:                                              ; preds = %315
  %320 = getelementptr inbounds i8, ptr %308, i64 3
  %321 = load i8, ptr %320, align 1, !tbaa !62
  %322 = icmp eq i8 %321, 118
  br i1 %322, label %323, label %414

323:                                              ; preds = %319
  %324 = getelementptr inbounds i8, ptr %308, i64 4
  %325 = load i8, ptr %324, align 1, !tbaa !62
  %326 = icmp eq i8 %325, 111
  br i1 %326, label %327, label %414

327:                                              ; preds = %323
  %328 = getelementptr inbounds i8, ptr %308, i64 5
  %329 = load i8, ptr %328, align 1, !tbaa !62
  %330 = icmp eq i8 %329, 108
  br i1 %330, label %331, label %414

331:                                              ; preds = %327
  %332 = getelementptr inbounds i8, ptr %308, i64 6
  %333 = load i8, ptr %332, align 1, !tbaa !62
  %334 = icmp eq i8 %333, 117
  br i1 %334, label %335, label %414

335:                                              ; preds = %331
  %336 = getelementptr inbounds i8, ptr %308, i64 7
  %337 = load i8, ptr %336, align 1, !tbaa !62
  %338 = icmp eq i8 %337, 110
  br i1 %338, label %339, label %414

339:                                              ; preds = %335
  %340 = getelementptr inbounds i8, ptr %308, i64 8
  %341 = load i8, ptr %340, align 1, !tbaa !62
  %342 = icmp eq i8 %341, 116
  br i1 %342, label %343, label %414

343:                                              ; preds = %339
  %344 = getelementptr inbounds i8, ptr %308, i64 9
  %345 = load i8, ptr %344, align 1, !tbaa !62
  %346 = icmp eq i8 %345, 97
  br i1 %346, label %347, label %414

347:                                              ; preds = %343
  %348 = getelementptr inbounds i8, ptr %308, i64 10
  %349 = load i8, ptr %348, align 1, !tbaa !62
  %350 = icmp eq i8 %349, 114
  br i1 %350, label %351, label %414

351:                                              ; preds = %347
  %352 = getelementptr inbounds i8, ptr %308, i64 11
  %353 = load i8, ptr %352, align 1, !tbaa !62
  %354 = icmp eq i8 %353, 121
  br i1 %354, label %355, label %414

355:                                              ; preds = %351
  %356 = getelementptr inbounds i8, ptr %308, i64 12
  %357 = load i8, ptr %356, align 1, !tbaa !62
  %358 = icmp eq i8 %357, 95
  br i1 %358, label %359, label %414

359:                                              ; preds = %355
  %360 = getelementptr inbounds i8, ptr %308, i64 13
  %361 = load i8, ptr %360, align 1, !tbaa !62
  %362 = icmp eq i8 %361, 99
  br i1 %362, label %363, label %414

363:                                              ; preds = %359
  %364 = getelementptr inbounds i8, ptr %308, i64 14
  %365 = load i8, ptr %364, align 1, !tbaa !62
  %366 = icmp eq i8 %365, 116
  br i1 %366, label %367, label %414

367:                                              ; preds = %363
  %368 = getelementptr inbounds i8, ptr %308, i64 15
  %369 = load i8, ptr %368, align 1, !tbaa !62
  %370 = icmp eq i8 %369, 120
  br i1 %370, label %371, label %414

371:                                              ; preds = %367
  %372 = getelementptr inbounds i8, ptr %308, i64 16
  %373 = load i8, ptr %372, align 1, !tbaa !62
  %374 = icmp eq i8 %373, 116
  br i1 %374, label %375, label %414

375:                                              ; preds = %371
  %376 = getelementptr inbounds i8, ptr %308, i64 17
  %377 = load i8, ptr %376, align 1, !tbaa !62
  %378 = icmp eq i8 %377, 95
  br i1 %378, label %379, label %414

379:                                              ; preds = %375
  %380 = getelementptr inbounds i8, ptr %308, i64 18
  %381 = load i8, ptr %380, align 1, !tbaa !62
  %382 = icmp eq i8 %381, 115
  br i1 %382, label %383, label %414

383:                                              ; preds = %379
  %384 = getelementptr inbounds i8, ptr %308, i64 19
  %385 = load i8, ptr %384, align 1, !tbaa !62
  %386 = icmp eq i8 %385, 119
  br i1 %386, label %387, label %414

387:                                              ; preds = %383
  %388 = getelementptr inbounds i8, ptr %308, i64 20
  %389 = load i8, ptr %388, align 1, !tbaa !62
  %390 = icmp eq i8 %389, 105
  br i1 %390, label %391, label %414

391:                                              ; preds = %387
  %392 = getelementptr inbounds i8, ptr %308, i64 21
  %393 = load i8, ptr %392, align 1, !tbaa !62
  %394 = icmp eq i8 %393, 116
  br i1 %394, label %395, label %414

395:                                              ; preds = %391
  %396 = getelementptr inbounds i8, ptr %308, i64 22
  %397 = load i8, ptr %396, align 1, !tbaa !62
  %398 = icmp eq i8 %397, 99
  br i1 %398, label %399, label %414

399:                                              ; preds = %395
  %400 = getelementptr inbounds i8, ptr %308, i64 23
  %401 = load i8, ptr %400, align 1, !tbaa !62
  %402 = icmp eq i8 %401, 104
  br i1 %402, label %403, label %414

403:                                              ; preds = %399
  %404 = getelementptr inbounds i8, ptr %308, i64 24
  %405 = load i8, ptr %404, align 1, !tbaa !62
  %406 = icmp eq i8 %405, 101
  br i1 %406, label %407, label %414

407:                                              ; preds = %403
  %408 = getelementptr inbounds i8, ptr %308, i64 25
  %409 = load i8, ptr %408, align 1, !tbaa !62
  %410 = icmp eq i8 %409, 115
  br i1 %410, label %411, label %414

411:                                              ; preds = %407
  %412 = load i8, ptr %309, align 1, !tbaa !62
  %413 = icmp eq i8 %412, 58
  br i1 %413, label %415, label %414

414:                                              ; preds = %306, %311, %315, %319, %323, %327, %331, %335, %339, %343, %347, %351, %355, %359, %363, %367, %371, %375, %379, %383, %387, %391, %395, %399, %403, %407, %411
  br label %420

415:                                              ; preds = %411, %419
  %416 = phi ptr [ %417, %419 ], [ %309, %411 ]
  %417 = getelementptr inbounds i8, ptr %416, i64 1
  %418 = load i8, ptr %417, align 1, !tbaa !62
  switch i8 %418, label %430 [
    i8 9, label %419
    i8 32, label %419
  ]

419:                                              ; preds = %415, %415
  br label %415, !llvm.loop !93

420:                                              ; preds = %414, %423
  %421 = phi i8 [ %425, %423 ], [ %307, %414 ]
  %422 = phi ptr [ %424, %423 ], [ %308, %414 ]
  switch i8 %421, label %423 [
    i8 0, label %430
    i8 10, label %426
  ]

423:                                              ; preds = %420
  %424 = getelementptr inbounds i8, ptr %422, i64 1
  %425 = load i8, ptr %424, align 1, !tbaa !62
  br label %420, !llvm.loop !94

426:                                              ; preds = %420
  %427 = getelementptr inbounds i8, ptr %422, i64 1
  %428 = load i8, ptr %427, align 1, !tbaa !62
  %429 = icmp eq i8 %428, 0
  br i1 %429, label %430, label %306, !llvm.loop !95

430:                                              ; preds = %426, %420, %415, %101
  %431 = phi ptr [ null, %101 ], [ %305, %415 ], [ %305, %420 ], [ %305, %426 ]
  %432 = phi ptr [ null, %101 ], [ %145, %415 ], [ %145, %420 ], [ %145, %426 ]
  %433 = phi ptr [ null, %101 ], [ %191, %415 ], [ %191, %420 ], [ %191, %426 ]
  %434 = phi ptr [ null, %101 ], [ %417, %415 ], [ null, %420 ], [ null, %426 ]
  %435 = icmp ne ptr %432, null
  %436 = icmp ne ptr %433, null
  %437 = and i1 %435, %436
  %438 = icmp ne ptr %431, null
  %439 = and i1 %438, %437
  %440 = icmp ne ptr %434, null
  %441 = and i1 %440, %439
  br i1 %441, label %442, label %509

442:                                              ; preds = %430, %451
  %443 = phi i64 [ %457, %451 ], [ 0, %430 ]
  %444 = phi ptr [ %458, %451 ], [ %433, %430 ]
  %445 = load i8, ptr %444, align 1, !tbaa !62
  %446 = add i8 %445, -58
  %447 = icmp ult i8 %446, -10
  br i1 %447, label %448, label %451

448:                                              ; preds = %442
  %449 = add i8 %445, -97
  %450 = icmp ult i8 %449, 6
  br i1 %450, label %451, label %459

451:                                              ; preds = %448, %442
  %452 = phi i64 [ 4294967248, %442 ], [ 4294967209, %448 ]
  %453 = zext nneg i8 %445 to i64
  %454 = add nuw nsw i64 %452, %453
  %455 = shl i64 %443, 4
  %456 = and i64 %454, 4294967295
  %457 = add nuw i64 %456, %455
  %458 = getelementptr inbounds i8, ptr %444, i64 1
  br label %442

459:                                              ; preds = %448
  %460 = getelementptr inbounds i8, ptr %2, i64 40
  %461 = load i8, ptr %431, align 1, !tbaa !62
  %462 = add i8 %461, -58
  %463 = icmp ult i8 %462, -10
  br i1 %463, label %476, label %464

464:                                              ; preds = %459, %464
  %465 = phi i8 [ %473, %464 ], [ %461, %459 ]
  %466 = phi ptr [ %472, %464 ], [ %431, %459 ]
  %467 = phi i64 [ %471, %464 ], [ 0, %459 ]
  %468 = mul i64 %467, 10
  %469 = and i8 %465, 15
  %470 = zext nneg i8 %469 to i64
  %471 = add i64 %468, %470
  %472 = getelementptr inbounds i8, ptr %466, i64 1
  %473 = load i8, ptr %472, align 1, !tbaa !62
  %474 = add i8 %473, -58
  %475 = icmp ult i8 %474, -10
  br i1 %475, label %476, label %464

476:                                              ; preds = %464, %459
  %477 = phi i64 [ 0, %459 ], [ %471, %464 ]
  store i64 %477, ptr %460, align 8, !tbaa !10
  %478 = load i8, ptr %434, align 1, !tbaa !62
  %479 = add i8 %478, -58
  %480 = icmp ult i8 %479, -10
  br i1 %480, label %495, label %481

481:                                              ; preds = %476, %481
  %482 = phi i8 [ %490, %481 ], [ %478, %476 ]
  %483 = phi ptr [ %489, %481 ], [ %434, %476 ]
  %484 = phi i64 [ %488, %481 ], [ 0, %476 ]
  %485 = mul i64 %484, 10
  %486 = and i8 %482, 15
  %487 = zext nneg i8 %486 to i64
  %488 = add i64 %485, %487
  %489 = getelementptr inbounds i8, ptr %483, i64 1
  %490 = load i8, ptr %489, align 1, !tbaa !62
  %491 = add i8 %490, -58
  %492 = icmp ult i8 %491, -10
  br i1 %492, label %493, label %481

493:                                              ; preds = %481
  %494 = shl i64 %488, 32
  br label %495

495:                                              ; preds = %493, %476
  %496 = phi i64 [ 0, %476 ], [ %494, %493 ]
  %497 = add i64 %496, %477
  store i64 %497, ptr %460, align 8, !tbaa !38
  %498 = load i8, ptr %432, align 1, !tbaa !62
  %499 = and i8 %498, -3
  %500 = icmp eq i8 %499, 88
  %501 = zext i1 %500 to i64
  %502 = getelementptr inbounds i8, ptr %2, i64 48
  store i64 %501, ptr %502, align 8, !tbaa !40
  %503 = getelementptr inbounds i8, ptr %0, i64 88
  %504 = load i64, ptr %503, align 8, !tbaa !57
  %505 = add i64 %504, -1
  %506 = lshr i64 %443, %505
  %507 = and i64 %506, 1
  %508 = getelementptr inbounds i8, ptr %2, i64 56
  store i64 %507, ptr %508, align 8, !tbaa !96
  br label %509

509:                                              ; preds = %98, %430, %495, %3
  %510 = phi i32 [ -1, %3 ], [ -1, %98 ], [ 0, %495 ], [ -1, %430 ]
  ret i32 %510
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #6

; Function Attrs: nounwind
define internal fastcc range(i64 -1, -9223372036854775808) i64 @task_file(ptr noundef %0, i64 noundef %1, ptr nocapture noundef readonly %2) unnamed_addr #0 {
  %4 = alloca [20 x i8], align 1
  %5 = alloca [64 x i8], align 16
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %5) #4
  %6 = getelementptr inbounds i8, ptr %5, i64 16
  store <16 x i8> <i8 47, i8 112, i8 114, i8 111, i8 99, i8 47, i8 115, i8 101, i8 108, i8 102, i8 47, i8 116, i8 97, i8 115, i8 107, i8 47>, ptr %5, align 16, !tbaa !62
  store i8 0, ptr %6, align 16, !tbaa !62
  call void @llvm.lifetime.start.p0(i64 20, ptr nonnull %4) #4
  br label %7

7:                                                ; preds = %7, %3
  %8 = phi i32 [ %20, %7 ], [ 1, %3 ]
  %9 = phi i64 [ %17, %7 ], [ 0, %3 ]
  %10 = phi i64 [ %12, %7 ], [ %1, %3 ]
  %11 = freeze i64 %10
  %12 = udiv i64 %11, 10
  %13 = mul i64 %12, 10
  %14 = sub i64 %11, %13
  %15 = trunc nuw nsw i64 %14 to i8
  %16 = or disjoint i8 %15, 48
  %17 = add nuw nsw i64 %9, 1
  %18 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %9
  store i8 %16, ptr %18, align 1, !tbaa !62
  %19 = icmp ult i64 %10, 10
  %20 = add i32 %8, 1
  br i1 %19, label %21, label %7, !llvm.loop !97

21:                                               ; preds = %7
  %22 = sext i32 %8 to i64
  %23 = add nsw i64 %22, -1
  %24 = and i64 %22, 7
  %25 = icmp eq i64 %24, 0
  br i1 %25, label %36, label %26

26:                                               ; preds = %21, %26
  %27 = phi i64 [ %30, %26 ], [ %22, %21 ]
  %28 = phi ptr [ %33, %26 ], [ %6, %21 ]
  %29 = phi i64 [ %34, %26 ], [ 0, %21 ]
  %30 = add nsw i64 %27, -1
  %31 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %30
  %32 = load i8, ptr %31, align 1, !tbaa !62
  %33 = getelementptr inbounds i8, ptr %28, i64 1
  store i8 %32, ptr %28, align 1, !tbaa !62
  %34 = add i64 %29, 1
  %35 = icmp eq i64 %34, %24
  br i1 %35, label %36, label %26, !llvm.loop !98

36:                                               ; preds = %26, %21
  %37 = phi ptr [ poison, %21 ], [ %33, %26 ]
  %38 = phi i64 [ %22, %21 ], [ %30, %26 ]
  %39 = phi ptr [ %6, %21 ], [ %33, %26 ]
  %40 = icmp ult i64 %23, 7
  br i1 %40, label %77, label %41

41:                                               ; preds = %36, %41
  %42 = phi i64 [ %72, %41 ], [ %38, %36 ]
  %43 = phi ptr [ %75, %41 ], [ %39, %36 ]
  %44 = add nsw i64 %42, -1
  %45 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %44
  %46 = load i8, ptr %45, align 1, !tbaa !62
  %47 = getelementptr inbounds i8, ptr %43, i64 1
  store i8 %46, ptr %43, align 1, !tbaa !62
  %48 = add nsw i64 %42, -2
  %49 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %48
  %50 = load i8, ptr %49, align 1, !tbaa !62
  %51 = getelementptr inbounds i8, ptr %43, i64 2
  store i8 %50, ptr %47, align 1, !tbaa !62
  %52 = add nsw i64 %42, -3
  %53 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %52
  %54 = load i8, ptr %53, align 1, !tbaa !62
  %55 = getelementptr inbounds i8, ptr %43, i64 3
  store i8 %54, ptr %51, align 1, !tbaa !62
  %56 = add nsw i64 %42, -4
  %57 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %56
  %58 = load i8, ptr %57, align 1, !tbaa !62
  %59 = getelementptr inbounds i8, ptr %43, i64 4
  store i8 %58, ptr %55, align 1, !tbaa !62
  %60 = add nsw i64 %42, -5
  %61 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %60
  %62 = load i8, ptr %61, align 1, !tbaa !62
  %63 = getelementptr inbounds i8, ptr %43, i64 5
  store i8 %62, ptr %59, align 1, !tbaa !62
  %64 = add nsw i64 %42, -6
  %65 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %64
  %66 = load i8, ptr %65, align 1, !tbaa !62
  %67 = getelementptr inbounds i8, ptr %43, i64 6
  store i8 %66, ptr %63, align 1, !tbaa !62
  %68 = add nsw i64 %42, -7
  %69 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %68
  %70 = load i8, ptr %69, align 1, !tbaa !62
  %71 = getelementptr inbounds i8, ptr %43, i64 7
  store i8 %70, ptr %67, align 1, !tbaa !62
  %72 = add nsw i64 %42, -8
  %73 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %72
  %74 = load i8, ptr %73, align 1, !tbaa !62
  %75 = getelementptr inbounds i8, ptr %43, i64 8
  store i8 %74, ptr %71, align 1, !tbaa !62
  %76 = icmp eq i64 %72, 0
  br i1 %76, label %77, label %41, !llvm.loop !99

77:                                               ; preds = %41, %36
  %78 = phi ptr [ %37, %36 ], [ %75, %41 ]
  call void @llvm.lifetime.end.p0(i64 20, ptr nonnull %4) #4
  %79 = load i8, ptr %2, align 1, !tbaa !62
  %80 = icmp eq i8 %79, 0
  br i1 %80, label %89, label %81

81:                                               ; preds = %77, %81
  %82 = phi i8 [ %87, %81 ], [ %79, %77 ]
  %83 = phi ptr [ %85, %81 ], [ %2, %77 ]
  %84 = phi ptr [ %86, %81 ], [ %78, %77 ]
  %85 = getelementptr inbounds i8, ptr %83, i64 1
  %86 = getelementptr inbounds i8, ptr %84, i64 1
  store i8 %82, ptr %84, align 1, !tbaa !62
  %87 = load i8, ptr %85, align 1, !tbaa !62
  %88 = icmp eq i8 %87, 0
  br i1 %88, label %89, label %81, !llvm.loop !100

89:                                               ; preds = %81, %77
  %90 = phi ptr [ %78, %77 ], [ %86, %81 ]
  store i8 0, ptr %90, align 1, !tbaa !62
  %91 = ptrtoint ptr %5 to i64
  %92 = call i64 @rejit_kernel(i64 noundef 286, i64 noundef -100, i64 noundef %91, i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %93 = icmp slt i64 %92, 0
  br i1 %93, label %110, label %94

94:                                               ; preds = %89
  %95 = getelementptr inbounds i8, ptr %0, i64 2171072
  %96 = ptrtoint ptr %95 to i64
  br label %100

97:                                               ; preds = %100
  %98 = add nuw nsw i64 %104, %101
  %99 = icmp slt i64 %98, 16383
  br i1 %99, label %100, label %106, !llvm.loop !101

100:                                              ; preds = %94, %97
  %101 = phi i64 [ 0, %94 ], [ %98, %97 ]
  %102 = add i64 %101, %96
  %103 = sub nuw nsw i64 16383, %101
  %104 = call i64 @rejit_kernel(i64 noundef 3, i64 noundef %92, i64 noundef %102, i64 noundef %103, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %105 = icmp sgt i64 %104, 0
  br i1 %105, label %97, label %106

106:                                              ; preds = %97, %100
  %107 = phi i64 [ %98, %97 ], [ %101, %100 ]
  %108 = call i64 @rejit_kernel(i64 noundef 6, i64 noundef %92, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %109 = getelementptr inbounds [16384 x i8], ptr %95, i64 0, i64 %107
  store i8 0, ptr %109, align 1, !tbaa !62
  br label %110

110:                                              ; preds = %89, %106
  %111 = phi i64 [ %107, %106 ], [ -1, %89 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %5) #4
  ret i64 %111
}

; Function Attrs: nounwind
define internal fastcc i64 @list_threads(ptr noundef %0, i32 noundef signext %1) unnamed_addr #0 {
  %3 = tail call i64 @rejit_kernel(i64 noundef 286, i64 noundef -100, i64 noundef ptrtoint (ptr @.str.7 to i64), i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %4 = icmp slt i64 %3, 0
  br i1 %4, label %90, label %5

5:                                                ; preds = %2
  %6 = getelementptr inbounds i8, ptr %0, i64 2171072
  %7 = ptrtoint ptr %6 to i64
  %8 = tail call i64 @rejit_kernel(i64 noundef 202, i64 noundef %3, i64 noundef %7, i64 noundef 16384, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %9 = icmp sgt i64 %8, 0
  br i1 %9, label %10, label %82

10:                                               ; preds = %5
  %11 = icmp eq i32 %1, 0
  %12 = getelementptr inbounds i8, ptr %0, i64 192
  %13 = getelementptr inbounds i8, ptr %0, i64 120
  br label %17

14:                                               ; preds = %72
  %15 = tail call i64 @rejit_kernel(i64 noundef 202, i64 noundef %3, i64 noundef %7, i64 noundef 16384, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %16 = icmp sgt i64 %15, 0
  br i1 %16, label %17, label %80, !llvm.loop !102

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
  %27 = load i8, ptr %26, align 1, !tbaa !62
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
  %39 = load i8, ptr %38, align 1, !tbaa !62
  %40 = add i8 %39, -58
  %41 = icmp ult i8 %40, -10
  br i1 %41, label %42, label %30

42:                                               ; preds = %30
  br i1 %11, label %64, label %43

43:                                               ; preds = %42
  %44 = load i64, ptr %13, align 8, !tbaa !12
  %45 = icmp eq i64 %44, 0
  br i1 %45, label %69, label %46

46:                                               ; preds = %43
  %47 = load i64, ptr %12, align 8, !tbaa !14
  %48 = icmp eq i64 %47, %37
  br i1 %48, label %59, label %49

49:                                               ; preds = %46, %53
  %50 = phi i64 [ %51, %53 ], [ 0, %46 ]
  %51 = add nuw i64 %50, 1
  %52 = icmp eq i64 %51, %44
  br i1 %52, label %57, label %53, !llvm.loop !103

53:                                               ; preds = %49
  %54 = getelementptr inbounds [1024 x %struct.thread], ptr %12, i64 0, i64 %51
  %55 = load i64, ptr %54, align 8, !tbaa !14
  %56 = icmp eq i64 %55, %37
  br i1 %56, label %57, label %49, !llvm.loop !103

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
  store i64 %37, ptr %67, align 8, !tbaa !10
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
  %76 = load i16, ptr %75, align 2, !tbaa !104
  %77 = zext i16 %76 to i64
  %78 = add nuw nsw i64 %22, %77
  %79 = icmp slt i64 %78, %18
  br i1 %79, label %21, label %14, !llvm.loop !106

80:                                               ; preds = %14
  %81 = icmp ne i64 %74, 0
  br label %82

82:                                               ; preds = %80, %5
  %83 = phi i64 [ 0, %5 ], [ %73, %80 ]
  %84 = phi i1 [ true, %5 ], [ %81, %80 ]
  %85 = phi i64 [ %8, %5 ], [ %15, %80 ]
  %86 = tail call i64 @rejit_kernel(i64 noundef 6, i64 noundef %3, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %87 = icmp eq i64 %85, 0
  %88 = select i1 %87, i1 %84, i1 false
  %89 = select i1 %88, i64 %83, i64 -1
  br label %90

90:                                               ; preds = %2, %82
  %91 = phi i64 [ %89, %82 ], [ -1, %2 ]
  ret i64 %91
}

; Function Attrs: nounwind
define internal fastcc void @wait_for(ptr noundef %0, i32 noundef zeroext %1) unnamed_addr #0 {
  %3 = alloca [2 x i64], align 8
  %4 = alloca [2 x i64], align 8
  %5 = alloca [2 x i64], align 8
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %3) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %3, i8 0, i64 16, i1 false)
  %6 = ptrtoint ptr %3 to i64
  %7 = call i64 @rejit_kernel(i64 noundef 246, i64 noundef 1, i64 noundef %6, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %8 = load i64, ptr %3, align 8, !tbaa !10
  %9 = mul i64 %8, 1000000000
  %10 = getelementptr inbounds i8, ptr %3, i64 8
  %11 = load i64, ptr %10, align 8, !tbaa !10
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %3) #4
  %12 = add i64 %11, 200000000
  %13 = add i64 %12, %9
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %5, ptr noundef nonnull align 8 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %14 = load volatile i32, ptr %0, align 4, !tbaa !4
  %15 = icmp ult i32 %14, %1
  br i1 %15, label %16, label %29

16:                                               ; preds = %2
  %17 = ptrtoint ptr %4 to i64
  %18 = getelementptr inbounds i8, ptr %4, i64 8
  %19 = ptrtoint ptr %0 to i64
  %20 = ptrtoint ptr %5 to i64
  br label %21

21:                                               ; preds = %16, %30
  %22 = phi i32 [ %14, %16 ], [ %33, %30 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %4, i8 0, i64 16, i1 false)
  %23 = call i64 @rejit_kernel(i64 noundef 246, i64 noundef 1, i64 noundef %17, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %24 = load i64, ptr %4, align 8, !tbaa !10
  %25 = mul i64 %24, 1000000000
  %26 = load i64, ptr %18, align 8, !tbaa !10
  %27 = add i64 %25, %26
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #4
  %28 = icmp ult i64 %27, %13
  br i1 %28, label %30, label %29

29:                                               ; preds = %21, %30, %2
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  ret void

30:                                               ; preds = %21
  %31 = zext i32 %22 to i64
  %32 = call i64 @rejit_kernel(i64 noundef 221, i64 noundef %19, i64 noundef 128, i64 noundef %31, i64 noundef %20, i64 noundef 0, i64 noundef 0) #8
  %33 = load volatile i32, ptr %0, align 4, !tbaa !4
  %34 = icmp ult i32 %33, %1
  br i1 %34, label %21, label %29, !llvm.loop !107
}

; Function Attrs: nounwind
define internal fastcc i64 @control_block(ptr noundef %0, ptr nocapture noundef readonly %1, i64 noundef %2) unnamed_addr #0 {
  %4 = alloca [2 x i64], align 8
  %5 = alloca [2 x i64], align 8
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
  br i1 %15, label %130, label %16

16:                                               ; preds = %3
  %17 = getelementptr inbounds i8, ptr %0, i64 144
  %18 = load i64, ptr %17, align 8, !tbaa !27
  %19 = icmp eq i64 %18, 0
  br i1 %19, label %130, label %20

20:                                               ; preds = %16
  %21 = getelementptr inbounds i8, ptr %0, i64 2187968
  %22 = ptrtoint ptr %21 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #4
  store i64 %22, ptr %4, align 8, !tbaa !10
  %23 = getelementptr inbounds i8, ptr %4, i64 8
  store i64 %10, ptr %23, align 8, !tbaa !10
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  store i64 %11, ptr %5, align 8, !tbaa !10
  %24 = getelementptr inbounds i8, ptr %5, i64 8
  store i64 %10, ptr %24, align 8, !tbaa !10
  %25 = load i64, ptr @memory_file, align 8, !tbaa !10
  %26 = icmp slt i64 %25, 0
  br i1 %26, label %27, label %32

27:                                               ; preds = %20
  %28 = tail call i64 @rejit_kernel(i64 noundef 20, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %29 = ptrtoint ptr %4 to i64
  %30 = ptrtoint ptr %5 to i64
  %31 = call i64 @rejit_kernel(i64 noundef 351, i64 noundef %28, i64 noundef %29, i64 noundef 1, i64 noundef %30, i64 noundef 1, i64 noundef 0) #8
  br label %34

32:                                               ; preds = %20
  %33 = tail call i64 @rejit_kernel(i64 noundef 179, i64 noundef %25, i64 noundef %22, i64 noundef %10, i64 noundef %11, i64 noundef 0, i64 noundef 0) #8
  br label %34

34:                                               ; preds = %27, %32
  %35 = phi i64 [ %31, %27 ], [ %33, %32 ]
  %36 = call i64 @llvm.smax.i64(i64 %35, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #4
  %37 = icmp eq i64 %36, %10
  br i1 %37, label %38, label %130

38:                                               ; preds = %34
  %39 = lshr i64 %10, 3
  %40 = icmp ult i64 %9, 8
  br i1 %40, label %130, label %41

41:                                               ; preds = %38
  %42 = load i64, ptr @is_control_block.distance, align 8, !tbaa !10
  %43 = load i64, ptr %1, align 8, !tbaa !81
  %44 = getelementptr inbounds i8, ptr %1, i64 24
  %45 = load i64, ptr %44, align 8, !tbaa !108
  %46 = sub i64 %43, %45
  %47 = icmp ne i64 %2, 0
  %48 = trunc i64 %2 to i32
  %49 = call i64 @llvm.umax.i64(i64 %39, i64 1)
  br label %50

50:                                               ; preds = %41, %126
  %51 = phi i64 [ 0, %41 ], [ %128, %126 ]
  %52 = phi i64 [ %42, %41 ], [ %127, %126 ]
  %53 = getelementptr i64, ptr %21, i64 %51
  %54 = add nuw nsw i64 %51, 2
  %55 = icmp uge i64 %54, %39
  %56 = icmp ult i64 %51, 256
  %57 = or i1 %56, %55
  br i1 %57, label %126, label %58

58:                                               ; preds = %50
  %59 = load i64, ptr %53, align 8, !tbaa !10
  %60 = icmp eq i64 %59, %45
  br i1 %60, label %61, label %126

61:                                               ; preds = %58
  %62 = getelementptr inbounds i64, ptr %21, i64 %54
  %63 = load i64, ptr %62, align 8, !tbaa !10
  %64 = icmp eq i64 %63, %46
  br i1 %64, label %65, label %126

65:                                               ; preds = %61
  %66 = getelementptr i8, ptr %53, i64 8
  %67 = load i64, ptr %66, align 8, !tbaa !10
  %68 = add i64 %67, %45
  %69 = load i64, ptr %6, align 8, !tbaa !79
  %70 = icmp ugt i64 %68, %69
  br i1 %70, label %126, label %71

71:                                               ; preds = %65
  %72 = shl nuw nsw i64 %51, 3
  %73 = add i64 %72, %11
  %74 = icmp ugt i64 %68, %73
  br i1 %74, label %75, label %126

75:                                               ; preds = %71
  %76 = icmp eq i64 %52, 0
  %77 = and i1 %47, %76
  br i1 %77, label %80, label %118

78:                                               ; preds = %80
  %79 = icmp eq i64 %113, 1
  br i1 %79, label %117, label %126

80:                                               ; preds = %75, %80
  %81 = phi i64 [ %115, %80 ], [ 1, %75 ]
  %82 = phi i64 [ %114, %80 ], [ 0, %75 ]
  %83 = phi i64 [ %113, %80 ], [ 0, %75 ]
  %84 = sub nsw i64 0, %81
  %85 = getelementptr inbounds i32, ptr %53, i64 %84
  %86 = load i32, ptr %85, align 4, !tbaa !4
  %87 = icmp eq i32 %86, %48
  %88 = zext i1 %87 to i64
  %89 = add i64 %83, %88
  %90 = select i1 %87, i64 %81, i64 %82
  %91 = add nuw nsw i64 %81, 1
  %92 = xor i64 %81, -1
  %93 = getelementptr inbounds i32, ptr %53, i64 %92
  %94 = load i32, ptr %93, align 4, !tbaa !4
  %95 = icmp eq i32 %94, %48
  %96 = zext i1 %95 to i64
  %97 = add i64 %89, %96
  %98 = select i1 %95, i64 %91, i64 %90
  %99 = add nuw nsw i64 %81, 2
  %100 = sub nuw nsw i64 -2, %81
  %101 = getelementptr inbounds i32, ptr %53, i64 %100
  %102 = load i32, ptr %101, align 4, !tbaa !4
  %103 = icmp eq i32 %102, %48
  %104 = zext i1 %103 to i64
  %105 = add i64 %97, %104
  %106 = select i1 %103, i64 %99, i64 %98
  %107 = add nuw nsw i64 %81, 3
  %108 = sub nuw nsw i64 -3, %81
  %109 = getelementptr inbounds i32, ptr %53, i64 %108
  %110 = load i32, ptr %109, align 4, !tbaa !4
  %111 = icmp eq i32 %110, %48
  %112 = zext i1 %111 to i64
  %113 = add i64 %105, %112
  %114 = select i1 %111, i64 %107, i64 %106
  %115 = add nuw nsw i64 %81, 4
  %116 = icmp eq i64 %115, 513
  br i1 %116, label %78, label %80, !llvm.loop !109

117:                                              ; preds = %78
  store i64 %114, ptr @is_control_block.distance, align 8, !tbaa !10
  br label %118

118:                                              ; preds = %117, %75
  %119 = phi i64 [ %114, %117 ], [ %52, %75 ]
  %120 = icmp eq i64 %119, 0
  br i1 %120, label %126, label %121

121:                                              ; preds = %118
  %122 = sub nsw i64 0, %119
  %123 = getelementptr inbounds i32, ptr %53, i64 %122
  %124 = load i32, ptr %123, align 4, !tbaa !4
  %125 = icmp eq i32 %124, %48
  br i1 %125, label %130, label %126

126:                                              ; preds = %78, %118, %50, %58, %61, %65, %71, %121
  %127 = phi i64 [ 0, %118 ], [ %52, %50 ], [ %52, %58 ], [ %52, %61 ], [ %52, %65 ], [ %52, %71 ], [ %119, %121 ], [ 0, %78 ]
  %128 = add nuw nsw i64 %51, 1
  %129 = icmp eq i64 %128, %49
  br i1 %129, label %130, label %50, !llvm.loop !110

130:                                              ; preds = %126, %121, %38, %3, %16, %34
  %131 = phi i64 [ 0, %34 ], [ 0, %16 ], [ 0, %3 ], [ 0, %38 ], [ 0, %126 ], [ %73, %121 ]
  ret i64 %131
}

; Function Attrs: nounwind
define internal fastcc void @scan_range(ptr noundef %0, i64 noundef %1, i64 noundef %2, i64 noundef %3, i64 noundef %4) unnamed_addr #0 {
  %6 = alloca [2 x i64], align 8
  %7 = alloca [2 x i64], align 8
  %8 = getelementptr inbounds i8, ptr %0, i64 152
  %9 = load i64, ptr %8, align 8, !tbaa !111
  %10 = add i64 %2, 7
  %11 = and i64 %10, -8
  %12 = and i64 %3, -8
  %13 = icmp ult i64 %11, %12
  br i1 %13, label %14, label %208

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

31:                                               ; preds = %205, %49
  %32 = icmp ult i64 %36, %12
  br i1 %32, label %33, label %208, !llvm.loop !112

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
  %46 = call i64 @rejit_kernel(i64 noundef 179, i64 noundef %1, i64 noundef %17, i64 noundef %44, i64 noundef %45, i64 noundef 0, i64 noundef 0) #8
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

54:                                               ; preds = %52, %205
  %55 = phi i64 [ 0, %52 ], [ %206, %205 ]
  br label %56

56:                                               ; preds = %54, %62
  %57 = phi i64 [ %55, %54 ], [ %63, %62 ]
  br i1 %53, label %62, label %58

58:                                               ; preds = %56
  %59 = getelementptr inbounds [64 x i64], ptr %16, i64 0, i64 %57
  %60 = load i64, ptr %59, align 8, !tbaa !10
  %61 = icmp ult i64 %60, 4611686018427387904
  br i1 %61, label %65, label %62

62:                                               ; preds = %56, %58
  %63 = add nuw i64 %57, 1
  %64 = icmp ult i64 %63, %42
  br i1 %64, label %56, label %65, !llvm.loop !113

65:                                               ; preds = %62, %58
  %66 = phi i64 [ %63, %62 ], [ %57, %58 ]
  %67 = icmp eq i64 %66, %55
  br i1 %67, label %68, label %70

68:                                               ; preds = %65
  %69 = add i64 %55, 1
  br label %205, !llvm.loop !114

70:                                               ; preds = %65
  %71 = add i64 %55, %38
  %72 = mul i64 %71, %9
  %73 = add i64 %66, %38
  %74 = mul i64 %73, %9
  %75 = call i64 @llvm.umax.i64(i64 %72, i64 %34)
  %76 = call i64 @llvm.umin.i64(i64 %74, i64 %37)
  %77 = icmp ult i64 %75, %76
  br i1 %77, label %78, label %205

78:                                               ; preds = %70, %202
  %79 = phi i64 [ %203, %202 ], [ %75, %70 ]
  %80 = sub i64 %76, %79
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %6) #4
  store i64 %19, ptr %6, align 8, !tbaa !10
  store i64 %80, ptr %20, align 8, !tbaa !10
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %7) #4
  store i64 %79, ptr %7, align 8, !tbaa !10
  store i64 %80, ptr %21, align 8, !tbaa !10
  %81 = load i64, ptr @memory_file, align 8, !tbaa !10
  %82 = icmp slt i64 %81, 0
  br i1 %82, label %83, label %86

83:                                               ; preds = %78
  %84 = call i64 @rejit_kernel(i64 noundef 20, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %85 = call i64 @rejit_kernel(i64 noundef 351, i64 noundef %84, i64 noundef %22, i64 noundef 1, i64 noundef %23, i64 noundef 1, i64 noundef 0) #8
  br label %88

86:                                               ; preds = %78
  %87 = call i64 @rejit_kernel(i64 noundef 179, i64 noundef %81, i64 noundef %19, i64 noundef %80, i64 noundef %79, i64 noundef 0, i64 noundef 0) #8
  br label %88

88:                                               ; preds = %83, %86
  %89 = phi i64 [ %85, %83 ], [ %87, %86 ]
  %90 = call i64 @llvm.smax.i64(i64 %89, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %7) #4
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %6) #4
  %91 = and i64 %90, 9223372036854775800
  %92 = icmp eq i64 %91, 0
  br i1 %92, label %93, label %97

93:                                               ; preds = %88
  %94 = udiv i64 %79, %9
  %95 = add nuw i64 %94, 1
  %96 = mul i64 %95, %9
  br label %202, !llvm.loop !115

97:                                               ; preds = %88
  %98 = lshr i64 %90, 3
  %99 = load i64, ptr %24, align 8, !tbaa !76
  %100 = load i64, ptr %25, align 8, !tbaa !77
  %101 = load i64, ptr %26, align 8, !tbaa !25
  br label %102

102:                                              ; preds = %97, %195
  %103 = phi i64 [ %196, %195 ], [ 0, %97 ]
  %104 = getelementptr inbounds i64, ptr %18, i64 %103
  %105 = load i64, ptr %104, align 8, !tbaa !10
  %106 = sub i64 %105, %99
  %107 = icmp ult i64 %106, %100
  br i1 %107, label %108, label %154, !prof !116

108:                                              ; preds = %102
  %109 = shl nuw i64 %103, 3
  %110 = add i64 %109, %79
  %111 = icmp uge i64 %110, %4
  %112 = load i64, ptr %27, align 8, !tbaa !48
  %113 = inttoptr i64 %112 to ptr
  %114 = load i64, ptr %28, align 8, !tbaa !49
  %115 = icmp eq i64 %114, 0
  br i1 %115, label %128, label %116

116:                                              ; preds = %108, %116
  %117 = phi i64 [ %126, %116 ], [ 0, %108 ]
  %118 = phi i64 [ %125, %116 ], [ %114, %108 ]
  %119 = add i64 %118, %117
  %120 = lshr i64 %119, 1
  %121 = getelementptr inbounds %struct.range, ptr %113, i64 %120, i32 1
  %122 = load i64, ptr %121, align 8, !tbaa !50
  %123 = icmp ugt i64 %122, %105
  %124 = add nuw i64 %120, 1
  %125 = select i1 %123, i64 %120, i64 %118
  %126 = select i1 %123, i64 %117, i64 %124
  %127 = icmp ult i64 %126, %125
  br i1 %127, label %116, label %128, !llvm.loop !52

128:                                              ; preds = %116, %108
  %129 = phi i64 [ 0, %108 ], [ %126, %116 ]
  %130 = icmp eq i64 %129, %114
  br i1 %130, label %154, label %131

131:                                              ; preds = %128
  %132 = getelementptr inbounds %struct.range, ptr %113, i64 %129
  %133 = load i64, ptr %132, align 8, !tbaa !53
  %134 = icmp ugt i64 %133, %105
  br i1 %134, label %154, label %135

135:                                              ; preds = %131
  %136 = icmp eq i64 %133, %105
  br i1 %136, label %137, label %142

137:                                              ; preds = %135
  %138 = getelementptr inbounds i8, ptr %132, i64 24
  %139 = load i64, ptr %138, align 8, !tbaa !117
  %140 = icmp eq i64 %139, 0
  %141 = or i1 %111, %140
  br i1 %141, label %142, label %154

142:                                              ; preds = %137, %135
  %143 = load i64, ptr %29, align 8, !tbaa !54
  %144 = inttoptr i64 %143 to ptr
  %145 = getelementptr inbounds i8, ptr %132, i64 16
  %146 = load i64, ptr %145, align 8, !tbaa !55
  %147 = getelementptr inbounds i64, ptr %144, i64 %146
  %148 = load i64, ptr %147, align 8, !tbaa !10
  %149 = icmp eq i64 %148, 0
  br i1 %149, label %150, label %154

150:                                              ; preds = %142
  %151 = select i1 %111, i64 -9223372036854775808, i64 0
  %152 = or i64 %151, %110
  store i64 %152, ptr %147, align 8, !tbaa !10
  %153 = load i64, ptr %104, align 8, !tbaa !10
  br label %154

154:                                              ; preds = %150, %142, %137, %131, %128, %102
  %155 = phi i64 [ %105, %102 ], [ %105, %128 ], [ %105, %131 ], [ %105, %137 ], [ %105, %142 ], [ %153, %150 ]
  %156 = xor i64 %155, %101
  %157 = sub i64 %156, %99
  %158 = icmp ult i64 %157, %100
  br i1 %158, label %159, label %195, !prof !116

159:                                              ; preds = %154
  %160 = shl nuw i64 %103, 3
  %161 = add i64 %160, %79
  %162 = load i64, ptr %27, align 8, !tbaa !48
  %163 = inttoptr i64 %162 to ptr
  %164 = load i64, ptr %28, align 8, !tbaa !49
  %165 = icmp eq i64 %164, 0
  br i1 %165, label %178, label %166

166:                                              ; preds = %159, %166
  %167 = phi i64 [ %176, %166 ], [ 0, %159 ]
  %168 = phi i64 [ %175, %166 ], [ %164, %159 ]
  %169 = add i64 %168, %167
  %170 = lshr i64 %169, 1
  %171 = getelementptr inbounds %struct.range, ptr %163, i64 %170, i32 1
  %172 = load i64, ptr %171, align 8, !tbaa !50
  %173 = icmp ugt i64 %172, %156
  %174 = add nuw i64 %170, 1
  %175 = select i1 %173, i64 %170, i64 %168
  %176 = select i1 %173, i64 %167, i64 %174
  %177 = icmp ult i64 %176, %175
  br i1 %177, label %166, label %178, !llvm.loop !52

178:                                              ; preds = %166, %159
  %179 = phi i64 [ 0, %159 ], [ %176, %166 ]
  %180 = icmp eq i64 %179, %164
  br i1 %180, label %195, label %181

181:                                              ; preds = %178
  %182 = getelementptr inbounds %struct.range, ptr %163, i64 %179
  %183 = load i64, ptr %182, align 8, !tbaa !53
  %184 = icmp ugt i64 %183, %156
  br i1 %184, label %195, label %185

185:                                              ; preds = %181
  %186 = load i64, ptr %29, align 8, !tbaa !54
  %187 = inttoptr i64 %186 to ptr
  %188 = getelementptr inbounds i8, ptr %182, i64 16
  %189 = load i64, ptr %188, align 8, !tbaa !55
  %190 = getelementptr inbounds i64, ptr %187, i64 %189
  %191 = load i64, ptr %190, align 8, !tbaa !10
  %192 = icmp eq i64 %191, 0
  br i1 %192, label %193, label %195

193:                                              ; preds = %185
  %194 = or i64 %161, -9223372036854775808
  store i64 %194, ptr %190, align 8, !tbaa !10
  br label %195

195:                                              ; preds = %193, %185, %181, %178, %154
  %196 = add nuw i64 %103, 1
  %197 = icmp eq i64 %196, %98
  br i1 %197, label %198, label %102, !llvm.loop !118

198:                                              ; preds = %195
  %199 = load i64, ptr %30, align 8, !tbaa !119
  %200 = add i64 %199, %91
  store i64 %200, ptr %30, align 8, !tbaa !119
  %201 = add i64 %91, %79
  br label %202

202:                                              ; preds = %198, %93
  %203 = phi i64 [ %201, %198 ], [ %96, %93 ]
  %204 = icmp ult i64 %203, %76
  br i1 %204, label %78, label %205

205:                                              ; preds = %202, %70, %68
  %206 = phi i64 [ %69, %68 ], [ %66, %70 ], [ %66, %202 ]
  %207 = icmp ult i64 %206, %42
  br i1 %207, label %54, label %31

208:                                              ; preds = %31, %5
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.umax.i32(i32, i32) #7

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #7

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umin.i64(i64, i64) #7

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umax.i64(i64, i64) #7

attributes #0 = { nounwind "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="ppc64le" "target-features"="+altivec,+bpermd,+crbits,+crypto,+direct-move,+extdiv,+htm,+isa-v206-instructions,+isa-v207-instructions,+power8-vector,+vsx,-aix-shared-lib-tls-model-opt,-aix-small-local-dynamic-tls,-aix-small-local-exec-tls,-isa-v30-instructions,-power9-vector,-privileged,-quadword-atomics,-rop-protect,-spe" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="ppc64le" "target-features"="+altivec,+bpermd,+crbits,+crypto,+direct-move,+extdiv,+htm,+isa-v206-instructions,+isa-v207-instructions,+power8-vector,+vsx,-aix-shared-lib-tls-model-opt,-aix-small-local-dynamic-tls,-aix-small-local-exec-tls,-isa-v30-instructions,-power9-vector,-privileged,-quadword-atomics,-rop-protect,-spe" }
attributes #3 = { mustprogress nocallback nofree nosync nounwind willreturn memory(none) }
attributes #4 = { nounwind }
attributes #5 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #6 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #7 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #8 = { nobuiltin nounwind "no-builtins" }
attributes #9 = { nobuiltin "no-builtins" }

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
!10 = !{!11, !11, i64 0}
!11 = !{!"long", !6, i64 0}
!12 = !{!13, !11, i64 120}
!13 = !{!"request", !11, i64 0, !11, i64 8, !11, i64 16, !11, i64 24, !11, i64 32, !11, i64 40, !11, i64 48, !11, i64 56, !11, i64 64, !11, i64 72, !11, i64 80, !11, i64 88, !11, i64 96, !11, i64 104, !11, i64 112, !11, i64 120, !11, i64 128, !11, i64 136, !11, i64 144, !11, i64 152, !11, i64 160, !11, i64 168, !11, i64 176, !11, i64 184, !6, i64 192, !6, i64 73920, !6, i64 2171072, !6, i64 2187456, !6, i64 2187968}
!14 = !{!15, !11, i64 0}
!15 = !{!"thread", !11, i64 0, !11, i64 8, !11, i64 16, !11, i64 24, !11, i64 32, !11, i64 40, !11, i64 48, !11, i64 56, !11, i64 64}
!16 = !{!15, !11, i64 8}
!17 = !{!15, !11, i64 16}
!18 = !{!15, !11, i64 24}
!19 = !{!15, !11, i64 32}
!20 = distinct !{!20, !21}
!21 = !{!"llvm.loop.mustprogress"}
!22 = !{!15, !11, i64 64}
!23 = distinct !{!23, !21}
!24 = !{!13, !11, i64 96}
!25 = !{!13, !11, i64 136}
!26 = distinct !{!26, !21}
!27 = !{!13, !11, i64 144}
!28 = !{!29, !11, i64 24}
!29 = !{!"sight", !11, i64 0, !11, i64 8, !11, i64 16, !11, i64 24, !11, i64 32, !11, i64 40, !11, i64 48, !11, i64 56}
!30 = !{!13, !11, i64 160}
!31 = !{!29, !11, i64 8}
!32 = !{!13, !11, i64 168}
!33 = !{!13, !11, i64 16}
!34 = !{!13, !11, i64 8}
!35 = !{!15, !11, i64 40}
!36 = !{!29, !11, i64 16}
!37 = !{!15, !11, i64 48}
!38 = !{!29, !11, i64 40}
!39 = !{!15, !11, i64 56}
!40 = !{!29, !11, i64 48}
!41 = !{!29, !11, i64 0}
!42 = !{!13, !11, i64 80}
!43 = !{!13, !11, i64 184}
!44 = !{!13, !11, i64 176}
!45 = distinct !{!45, !21}
!46 = !{!13, !11, i64 0}
!47 = !{!29, !11, i64 32}
!48 = !{!13, !11, i64 32}
!49 = !{!13, !11, i64 24}
!50 = !{!51, !11, i64 8}
!51 = !{!"range", !11, i64 0, !11, i64 8, !11, i64 16, !11, i64 24}
!52 = distinct !{!52, !21}
!53 = !{!51, !11, i64 0}
!54 = !{!13, !11, i64 72}
!55 = !{!51, !11, i64 16}
!56 = distinct !{!56, !21}
!57 = !{!13, !11, i64 88}
!58 = distinct !{!58, !21}
!59 = distinct !{!59, !21}
!60 = distinct !{!60, !61}
!61 = !{!"llvm.loop.unroll.disable"}
!62 = !{!6, !6, i64 0}
!63 = distinct !{!63, !21}
!64 = distinct !{!64, !21}
!65 = distinct !{!65, !61}
!66 = distinct !{!66, !21}
!67 = !{!13, !11, i64 128}
!68 = !{!13, !11, i64 56}
!69 = !{!13, !11, i64 64}
!70 = !{!71, !11, i64 0}
!71 = !{!"block", !11, i64 0, !11, i64 8, !11, i64 16}
!72 = !{!71, !11, i64 8}
!73 = !{!71, !11, i64 16}
!74 = distinct !{!74, !21}
!75 = distinct !{!75, !21}
!76 = !{!13, !11, i64 40}
!77 = !{!13, !11, i64 48}
!78 = distinct !{!78, !21}
!79 = !{!80, !11, i64 8}
!80 = !{!"mapping", !11, i64 0, !11, i64 8, !11, i64 16, !11, i64 24}
!81 = !{!80, !11, i64 0}
!82 = distinct !{!82, !21}
!83 = !{!80, !11, i64 16}
!84 = distinct !{!84, !21}
!85 = distinct !{!85, !21}
!86 = distinct !{!86, !21}
!87 = distinct !{!87, !21}
!88 = distinct !{!88, !21}
!89 = distinct !{!89, !21}
!90 = !{!13, !11, i64 112}
!91 = distinct !{!91, !21}
!92 = distinct !{!92, !21}
!93 = distinct !{!93, !21}
!94 = distinct !{!94, !21}
!95 = distinct !{!95, !21}
!96 = !{!29, !11, i64 56}
!97 = distinct !{!97, !21}
!98 = distinct !{!98, !61}
!99 = distinct !{!99, !21}
!100 = distinct !{!100, !21}
!101 = distinct !{!101, !21}
!102 = distinct !{!102, !21}
!103 = distinct !{!103, !21}
!104 = !{!105, !105, i64 0}
!105 = !{!"short", !6, i64 0}
!106 = distinct !{!106, !21}
!107 = distinct !{!107, !21}
!108 = !{!80, !11, i64 24}
!109 = distinct !{!109, !21}
!110 = distinct !{!110, !21}
!111 = !{!13, !11, i64 152}
!112 = distinct !{!112, !21}
!113 = distinct !{!113, !21}
!114 = distinct !{!114, !21}
!115 = distinct !{!115, !21}
!116 = !{!"branch_weights", !"expected", i32 1, i32 2000}
!117 = !{!51, !11, i64 24}
!118 = distinct !{!118, !21}
!119 = !{!13, !11, i64 104}
