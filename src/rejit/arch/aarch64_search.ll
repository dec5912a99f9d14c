; ModuleID = 'src/rejit/runtime/search.c'
source_filename = "src/rejit/runtime/search.c"
target datalayout = "e-m:e-i8:8:32-i16:16:32-i64:64-i128:128-n32:64-S128-Fn32"
target triple = "aarch64-unknown-linux-gnu"

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
@__pointer_chk_guard = extern_weak global i64, align 8
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
define dso_local void @rejit_stop(i32 noundef %0, ptr nocapture noundef readnone %1, ptr noundef %2) local_unnamed_addr #0 {
  %4 = alloca [2 x i64], align 8
  %5 = alloca [2 x i64], align 8
  %6 = load volatile i32, ptr @stop, align 4, !tbaa !5
  %7 = load volatile ptr, ptr @current, align 8, !tbaa !9
  %8 = icmp ne i32 %6, 0
  %9 = icmp ne ptr %7, null
  %10 = select i1 %8, i1 %9, i1 false
  br i1 %10, label %11, label %208

11:                                               ; preds = %3
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %4, i8 0, i64 16, i1 false)
  %12 = ptrtoint ptr %4 to i64
  %13 = call i64 @rejit_kernel(i64 noundef 113, i64 noundef 3, i64 noundef %12, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %14 = load i64, ptr %4, align 8, !tbaa !11
  %15 = getelementptr inbounds i8, ptr %4, i64 8
  %16 = load i64, ptr %15, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #4
  %17 = call i64 @rejit_kernel(i64 noundef 178, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %18 = getelementptr inbounds i8, ptr %7, i64 120
  %19 = load i64, ptr %18, align 8, !tbaa !13
  %20 = icmp eq i64 %19, 0
  br i1 %20, label %208, label %21

21:                                               ; preds = %11
  %22 = getelementptr inbounds i8, ptr %7, i64 192
  br label %23

23:                                               ; preds = %21, %205
  %24 = phi i64 [ 0, %21 ], [ %206, %205 ]
  %25 = getelementptr inbounds [1024 x %struct.thread], ptr %22, i64 0, i64 %24
  %26 = load i64, ptr %25, align 8, !tbaa !15
  %27 = icmp eq i64 %26, %17
  br i1 %27, label %28, label %205

28:                                               ; preds = %23
  %29 = getelementptr inbounds i8, ptr %25, i64 8
  %30 = load i64, ptr %29, align 8, !tbaa !17
  %31 = icmp eq i64 %30, 3
  br i1 %31, label %32, label %205

32:                                               ; preds = %28
  %33 = getelementptr inbounds i8, ptr %25, i64 8
  %34 = ptrtoint ptr %2 to i64
  %35 = add i64 %34, 184
  %36 = inttoptr i64 %35 to ptr
  %37 = getelementptr inbounds i8, ptr %36, i64 256
  %38 = load i64, ptr %37, align 8, !tbaa !11
  %39 = inttoptr i64 %38 to ptr
  %40 = getelementptr inbounds i8, ptr %39, i64 -4
  %41 = load i64, ptr %36, align 8, !tbaa !11
  %42 = icmp eq i64 %41, -4
  %43 = and i64 %38, 3
  %44 = icmp eq i64 %43, 0
  %45 = select i1 %42, i1 %44, i1 false
  br i1 %45, label %46, label %171

46:                                               ; preds = %32
  %47 = load i32, ptr %40, align 4, !tbaa !5
  %48 = icmp eq i32 %47, -738197503
  br i1 %48, label %49, label %171

49:                                               ; preds = %46
  %50 = getelementptr inbounds i8, ptr %36, i64 64
  %51 = load i64, ptr %50, align 8, !tbaa !11
  switch i64 %51, label %171 [
    i64 4, label %52
    i64 22, label %52
    i64 72, label %52
    i64 73, label %52
    i64 98, label %52
    i64 101, label %52
    i64 115, label %52
    i64 133, label %52
    i64 137, label %52
    i64 192, label %52
    i64 193, label %52
    i64 292, label %52
    i64 441, label %52
    i64 449, label %52
  ]

52:                                               ; preds = %49, %49, %49, %49, %49, %49, %49, %49, %49, %49, %49, %49, %49, %49
  br label %53

53:                                               ; preds = %52, %162
  %54 = phi i64 [ %166, %162 ], [ 1, %52 ]
  %55 = phi i32 [ %165, %162 ], [ 0, %52 ]
  %56 = sub nsw i64 0, %54
  %57 = getelementptr inbounds i32, ptr %40, i64 %56
  %58 = load i32, ptr %57, align 4, !tbaa !5
  %59 = and i32 %58, 31
  %60 = and i32 %58, 2080374784
  %61 = icmp eq i32 %60, 335544320
  br i1 %61, label %171, label %62

62:                                               ; preds = %53
  %63 = and i32 %58, 2113929216
  switch i32 %63, label %64 [
    i32 872415232, label %171
    i32 905969664, label %171
  ]

64:                                               ; preds = %62
  %65 = and i32 %58, -16777216
  %66 = icmp eq i32 %65, 1409286144
  %67 = and i32 %58, -33554432
  %68 = icmp eq i32 %67, -704643072
  %69 = or i1 %66, %68
  br i1 %69, label %171, label %70

70:                                               ; preds = %64
  %71 = icmp eq i32 %59, 0
  br i1 %71, label %72, label %152

72:                                               ; preds = %70
  %73 = lshr exact i32 %58, 5
  %74 = and i32 %73, 31
  %75 = lshr i32 %58, 16
  %76 = and i32 %75, 31
  %77 = icmp ugt i32 %74, 18
  %78 = shl nuw i32 1, %74
  %79 = and i32 %78, %55
  %80 = icmp eq i32 %79, 0
  %81 = select i1 %77, i1 %80, i1 false
  %82 = icmp ugt i32 %76, 18
  %83 = icmp ne i32 %76, 31
  %84 = and i1 %82, %83
  br i1 %84, label %85, label %93

85:                                               ; preds = %72
  %86 = shl nuw i32 1, %76
  %87 = and i32 %86, %55
  %88 = icmp eq i32 %87, 0
  br i1 %88, label %89, label %93

89:                                               ; preds = %85
  %90 = zext nneg i32 %76 to i64
  %91 = getelementptr inbounds i64, ptr %36, i64 %90
  %92 = load i64, ptr %91, align 8, !tbaa !11
  br label %93

93:                                               ; preds = %89, %85, %72
  %94 = phi i64 [ %92, %89 ], [ 0, %85 ], [ 0, %72 ]
  %95 = and i32 %58, 2145452000
  %96 = icmp eq i32 %95, 704644064
  %97 = and i1 %96, %82
  %98 = and i1 %83, %97
  br i1 %98, label %99, label %107

99:                                               ; preds = %93
  %100 = shl nuw i32 1, %76
  %101 = and i32 %100, %55
  %102 = icmp eq i32 %101, 0
  br i1 %102, label %103, label %107

103:                                              ; preds = %99
  %104 = and i64 %94, 4294967295
  %105 = icmp slt i32 %58, 0
  %106 = select i1 %105, i64 %94, i64 %104
  br label %168

107:                                              ; preds = %99, %93
  %108 = and i32 %58, 2145386496
  %109 = icmp eq i32 %108, 1384120320
  br i1 %109, label %110, label %113

110:                                              ; preds = %107
  %111 = and i32 %73, 65535
  %112 = zext nneg i32 %111 to i64
  br label %168

113:                                              ; preds = %107
  %114 = and i32 %58, -4194304
  %115 = icmp eq i32 %114, -1862270976
  %116 = select i1 %115, i1 %81, i1 false
  br i1 %116, label %117, label %125

117:                                              ; preds = %113
  %118 = zext nneg i32 %74 to i64
  %119 = getelementptr inbounds i64, ptr %36, i64 %118
  %120 = load i64, ptr %119, align 8, !tbaa !11
  %121 = lshr i32 %58, 10
  %122 = and i32 %121, 4095
  %123 = zext nneg i32 %122 to i64
  %124 = add i64 %120, %123
  br label %168

125:                                              ; preds = %113
  %126 = icmp eq i32 %114, -113246208
  %127 = select i1 %126, i1 %81, i1 false
  br i1 %127, label %128, label %138

128:                                              ; preds = %125
  %129 = zext nneg i32 %74 to i64
  %130 = getelementptr inbounds i64, ptr %36, i64 %129
  %131 = load i64, ptr %130, align 8, !tbaa !11
  %132 = lshr i32 %58, 7
  %133 = and i32 %132, 32760
  %134 = zext nneg i32 %133 to i64
  %135 = add i64 %131, %134
  %136 = inttoptr i64 %135 to ptr
  %137 = load i64, ptr %136, align 8, !tbaa !11
  br label %168

138:                                              ; preds = %125
  %139 = icmp eq i32 %114, -1186988032
  %140 = select i1 %139, i1 %81, i1 false
  br i1 %140, label %141, label %171

141:                                              ; preds = %138
  %142 = zext nneg i32 %74 to i64
  %143 = getelementptr inbounds i64, ptr %36, i64 %142
  %144 = load i64, ptr %143, align 8, !tbaa !11
  %145 = lshr i32 %58, 8
  %146 = and i32 %145, 16380
  %147 = zext nneg i32 %146 to i64
  %148 = add i64 %144, %147
  %149 = inttoptr i64 %148 to ptr
  %150 = load i32, ptr %149, align 4, !tbaa !5
  %151 = zext i32 %150 to i64
  br label %168

152:                                              ; preds = %70
  %153 = and i32 %58, 977272832
  %154 = icmp eq i32 %153, 675282944
  br i1 %154, label %155, label %162

155:                                              ; preds = %152
  %156 = lshr i32 %58, 10
  %157 = and i32 %156, 31
  %158 = icmp eq i32 %157, 0
  br i1 %158, label %171, label %159

159:                                              ; preds = %155
  %160 = shl nuw i32 1, %157
  %161 = or i32 %160, %55
  br label %162

162:                                              ; preds = %159, %152
  %163 = phi i32 [ %161, %159 ], [ %55, %152 ]
  %164 = shl nuw i32 1, %59
  %165 = or i32 %163, %164
  %166 = add nuw nsw i64 %54, 1
  %167 = icmp eq i64 %166, 25
  br i1 %167, label %171, label %53, !llvm.loop !18

168:                                              ; preds = %110, %128, %141, %117, %103
  %169 = phi i64 [ %151, %141 ], [ %137, %128 ], [ %124, %117 ], [ %112, %110 ], [ %106, %103 ]
  store i64 %169, ptr %36, align 8, !tbaa !11
  %170 = add i64 %38, -4
  store i64 %170, ptr %37, align 8, !tbaa !11
  br label %171

171:                                              ; preds = %62, %62, %64, %53, %155, %162, %138, %32, %46, %49, %168
  %172 = getelementptr inbounds i8, ptr %36, i64 248
  %173 = load i64, ptr %172, align 8, !tbaa !11
  %174 = getelementptr inbounds i8, ptr %25, i64 16
  store i64 %173, ptr %174, align 8, !tbaa !20
  %175 = call ptr @llvm.frameaddress.p0(i32 0)
  %176 = ptrtoint ptr %175 to i64
  %177 = add i64 %176, -64
  %178 = getelementptr inbounds i8, ptr %25, i64 24
  store i64 %177, ptr %178, align 8, !tbaa !21
  %179 = tail call ptr @llvm.thread.pointer()
  %180 = ptrtoint ptr %179 to i64
  %181 = getelementptr inbounds i8, ptr %25, i64 32
  store i64 %180, ptr %181, align 8, !tbaa !22
  store i64 4, ptr %33, align 8, !tbaa !17
  %182 = atomicrmw volatile add ptr @arrived, i32 1 seq_cst, align 4
  %183 = call i64 @rejit_kernel(i64 noundef 98, i64 noundef ptrtoint (ptr @arrived to i64), i64 noundef 129, i64 noundef 1, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %184 = load volatile i32, ptr @stop, align 4, !tbaa !5
  %185 = icmp eq i32 %184, %6
  br i1 %185, label %186, label %192

186:                                              ; preds = %171
  %187 = zext i32 %6 to i64
  br label %188

188:                                              ; preds = %186, %188
  %189 = call i64 @rejit_kernel(i64 noundef 98, i64 noundef ptrtoint (ptr @stop to i64), i64 noundef 128, i64 noundef %187, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %190 = load volatile i32, ptr @stop, align 4, !tbaa !5
  %191 = icmp eq i32 %190, %6
  br i1 %191, label %188, label %192, !llvm.loop !23

192:                                              ; preds = %188, %171
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %5, i8 0, i64 16, i1 false)
  %193 = ptrtoint ptr %5 to i64
  %194 = call i64 @rejit_kernel(i64 noundef 113, i64 noundef 3, i64 noundef %193, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %195 = load i64, ptr %5, align 8, !tbaa !11
  %196 = getelementptr inbounds i8, ptr %5, i64 8
  %197 = load i64, ptr %196, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  %198 = sub i64 %195, %14
  %199 = mul i64 %198, 1000000000
  %200 = sub i64 %197, %16
  %201 = add i64 %200, %199
  %202 = getelementptr inbounds i8, ptr %25, i64 64
  store i64 %201, ptr %202, align 8, !tbaa !24
  %203 = atomicrmw volatile add ptr @left, i32 1 seq_cst, align 4
  %204 = call i64 @rejit_kernel(i64 noundef 98, i64 noundef ptrtoint (ptr @left to i64), i64 noundef 129, i64 noundef 1, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %208

205:                                              ; preds = %28, %23
  %206 = add nuw i64 %24, 1
  %207 = icmp eq i64 %206, %19
  br i1 %207, label %208, label %23, !llvm.loop !25

208:                                              ; preds = %205, %11, %192, %3
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
  %2 = alloca %struct.sight, align 8
  %3 = alloca [4 x i64], align 8
  %4 = alloca [2 x i64], align 8
  %5 = alloca [2 x i64], align 8
  %6 = alloca [2 x i64], align 8
  %7 = alloca [2 x i64], align 8
  %8 = alloca i64, align 8
  %9 = alloca i64, align 8
  %10 = alloca %struct.sight, align 8
  %11 = alloca %struct.sight, align 8
  %12 = alloca [2 x i64], align 8
  %13 = alloca [2 x i64], align 8
  tail call void @llvm.eh.unwind.init()
  %14 = tail call i64 @rejit_kernel(i64 noundef 178, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %15 = getelementptr inbounds i8, ptr %0, i64 112
  store i64 0, ptr %15, align 8, !tbaa !26
  %16 = getelementptr inbounds i8, ptr %0, i64 96
  store <2 x i64> zeroinitializer, ptr %16, align 8, !tbaa !11
  %17 = getelementptr inbounds i8, ptr %0, i64 16
  %18 = getelementptr inbounds i8, ptr %0, i64 8
  store <2 x i64> zeroinitializer, ptr %18, align 8, !tbaa !11
  %19 = icmp eq ptr @__pointer_chk_guard, null
  br i1 %19, label %22, label %20

20:                                               ; preds = %1
  %21 = load i64, ptr @__pointer_chk_guard, align 8, !tbaa !11
  br label %22

22:                                               ; preds = %1, %20
  %23 = phi i64 [ %21, %20 ], [ 0, %1 ]
  %24 = getelementptr inbounds i8, ptr %0, i64 136
  store i64 %23, ptr %24, align 8, !tbaa !27
  %25 = tail call ptr @llvm.thread.pointer()
  %26 = ptrtoint ptr %25 to i64
  %27 = trunc i64 %14 to i32
  br label %28

28:                                               ; preds = %22, %34
  %29 = phi i64 [ 64, %22 ], [ %35, %34 ]
  %30 = sub i64 %26, %29
  %31 = inttoptr i64 %30 to ptr
  %32 = load i32, ptr %31, align 4, !tbaa !5
  %33 = icmp eq i32 %32, %27
  br i1 %33, label %37, label %34

34:                                               ; preds = %28
  %35 = add nuw nsw i64 %29, 4
  %36 = icmp ugt i64 %29, 4091
  br i1 %36, label %37, label %28, !llvm.loop !28

37:                                               ; preds = %34, %28
  %38 = phi i64 [ 0, %34 ], [ %29, %28 ]
  %39 = getelementptr inbounds i8, ptr %0, i64 144
  store i64 %38, ptr %39, align 8, !tbaa !29
  %40 = load volatile i32, ptr @stop, align 4, !tbaa !5
  %41 = icmp eq i32 %40, 0
  br i1 %41, label %42, label %46

42:                                               ; preds = %37
  %43 = load volatile i32, ptr @arrived, align 4, !tbaa !5
  %44 = load volatile i32, ptr @left, align 4, !tbaa !5
  %45 = icmp eq i32 %43, %44
  br i1 %45, label %47, label %46

46:                                               ; preds = %42, %37
  store <2 x i64> <i64 4, i64 0>, ptr %18, align 8, !tbaa !11
  br label %915

47:                                               ; preds = %42
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %11) #4
  %48 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %14, ptr noundef nonnull %11) #9
  %49 = icmp eq i32 %48, 0
  %50 = load i64, ptr %11, align 8
  %51 = icmp ne i64 %50, 0
  %52 = select i1 %49, i1 %51, i1 false
  br i1 %52, label %53, label %68

53:                                               ; preds = %47
  %54 = tail call ptr @llvm.frameaddress.p0(i32 0)
  %55 = ptrtoint ptr %54 to i64
  %56 = getelementptr inbounds i8, ptr %11, i64 24
  %57 = load i64, ptr %56, align 8, !tbaa !30
  %58 = sub i64 %55, %57
  %59 = add i64 %58, -1048577
  %60 = icmp ult i64 %59, -2097153
  %61 = zext i1 %60 to i64
  %62 = getelementptr inbounds i8, ptr %0, i64 160
  store i64 %61, ptr %62, align 8, !tbaa !32
  br i1 %60, label %63, label %70

63:                                               ; preds = %53
  %64 = getelementptr inbounds i8, ptr %11, i64 8
  %65 = load i64, ptr %64, align 8, !tbaa !33
  %66 = icmp eq i64 %65, 0
  %67 = select i1 %66, i64 202, i64 98
  br label %70

68:                                               ; preds = %47
  %69 = getelementptr inbounds i8, ptr %0, i64 160
  store i64 0, ptr %69, align 8, !tbaa !32
  br label %70

70:                                               ; preds = %53, %63, %68
  %71 = phi i64 [ %67, %63 ], [ 98, %53 ], [ 98, %68 ]
  %72 = getelementptr inbounds i8, ptr %0, i64 168
  store i64 %71, ptr %72, align 8, !tbaa !34
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %11) #4
  %73 = tail call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef 0) #9
  %74 = icmp slt i64 %73, 0
  br i1 %74, label %75, label %76

75:                                               ; preds = %70
  store <2 x i64> <i64 2, i64 0>, ptr %18, align 8, !tbaa !11
  br label %259

76:                                               ; preds = %70
  %77 = icmp ugt i64 %73, 1024
  br i1 %77, label %78, label %79

78:                                               ; preds = %76
  store <2 x i64> <i64 1, i64 0>, ptr %18, align 8, !tbaa !11
  br label %259

79:                                               ; preds = %76
  %80 = getelementptr inbounds i8, ptr %0, i64 120
  store i64 %73, ptr %80, align 8, !tbaa !13
  %81 = icmp eq i64 %73, 0
  br i1 %81, label %218, label %82

82:                                               ; preds = %79
  %83 = getelementptr inbounds i8, ptr %0, i64 192
  %84 = getelementptr inbounds i8, ptr %10, i64 24
  %85 = getelementptr inbounds i8, ptr %10, i64 8
  %86 = getelementptr inbounds i8, ptr %10, i64 16
  %87 = getelementptr inbounds i8, ptr %10, i64 40
  %88 = getelementptr inbounds i8, ptr %10, i64 48
  %89 = getelementptr inbounds i8, ptr %0, i64 80
  %90 = getelementptr inbounds i8, ptr %0, i64 160
  %91 = getelementptr inbounds i8, ptr %0, i64 184
  %92 = getelementptr inbounds i8, ptr %0, i64 176
  %93 = getelementptr inbounds i8, ptr %10, i64 56
  %94 = getelementptr inbounds i8, ptr %10, i64 32
  %95 = getelementptr inbounds i8, ptr %0, i64 32
  %96 = getelementptr inbounds i8, ptr %0, i64 24
  %97 = getelementptr inbounds i8, ptr %0, i64 72
  br label %98

98:                                               ; preds = %212, %82
  %99 = phi i64 [ 0, %82 ], [ %213, %212 ]
  %100 = phi i64 [ 0, %82 ], [ %214, %212 ]
  %101 = getelementptr inbounds [1024 x %struct.thread], ptr %83, i64 0, i64 %100
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %10) #4
  %102 = load i64, ptr %101, align 8, !tbaa !15
  %103 = icmp eq i64 %102, %14
  br i1 %103, label %104, label %106

104:                                              ; preds = %98
  %105 = getelementptr inbounds i8, ptr %101, i64 8
  store i64 6, ptr %105, align 8, !tbaa !17
  br label %212

106:                                              ; preds = %98
  %107 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %102, ptr noundef nonnull %10) #9
  %108 = icmp slt i32 %107, 0
  br i1 %108, label %109, label %111

109:                                              ; preds = %106
  %110 = load i64, ptr %101, align 8, !tbaa !15
  store i64 %110, ptr %17, align 8, !tbaa !35
  store i64 2, ptr %18, align 8, !tbaa !36
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %10) #4
  br label %259

111:                                              ; preds = %106
  %112 = load i64, ptr %84, align 8, !tbaa !30
  %113 = getelementptr inbounds i8, ptr %101, i64 16
  store i64 %112, ptr %113, align 8, !tbaa !20
  %114 = load i64, ptr %85, align 8, !tbaa !33
  %115 = getelementptr inbounds i8, ptr %101, i64 40
  store i64 %114, ptr %115, align 8, !tbaa !37
  %116 = load i64, ptr %86, align 8, !tbaa !38
  %117 = getelementptr inbounds i8, ptr %101, i64 48
  store i64 %116, ptr %117, align 8, !tbaa !39
  %118 = load i64, ptr %87, align 8, !tbaa !40
  %119 = getelementptr inbounds i8, ptr %101, i64 56
  store i64 %118, ptr %119, align 8, !tbaa !41
  %120 = load i64, ptr %88, align 8, !tbaa !42
  %121 = icmp eq i64 %120, 0
  br i1 %121, label %124, label %122

122:                                              ; preds = %111
  %123 = getelementptr inbounds i8, ptr %101, i64 8
  store i64 5, ptr %123, align 8, !tbaa !17
  br label %212

124:                                              ; preds = %111
  %125 = load i64, ptr %10, align 8, !tbaa !43
  %126 = icmp eq i64 %125, 0
  br i1 %126, label %139, label %127

127:                                              ; preds = %124
  %128 = load i64, ptr %89, align 8, !tbaa !44
  %129 = icmp eq i64 %128, 0
  br i1 %129, label %139, label %130

130:                                              ; preds = %127
  %131 = load i64, ptr %72, align 8, !tbaa !34
  %132 = icmp eq i64 %114, %131
  br i1 %132, label %133, label %139

133:                                              ; preds = %130
  %134 = add i64 %116, -256
  %135 = sub i64 %134, %128
  %136 = icmp ult i64 %135, -512
  br i1 %136, label %139, label %137

137:                                              ; preds = %133
  %138 = getelementptr inbounds i8, ptr %101, i64 8
  store i64 2, ptr %138, align 8, !tbaa !17
  br label %212

139:                                              ; preds = %133, %130, %127, %124
  %140 = load i64, ptr %90, align 8, !tbaa !32
  %141 = icmp eq i64 %140, 0
  br i1 %141, label %163, label %142

142:                                              ; preds = %139
  %143 = load i64, ptr %101, align 8, !tbaa !15
  %144 = load i64, ptr %91, align 8, !tbaa !45
  %145 = inttoptr i64 %144 to ptr
  %146 = load i64, ptr %92, align 8, !tbaa !46
  %147 = icmp eq i64 %146, 0
  br i1 %147, label %163, label %148

148:                                              ; preds = %142
  %149 = load i64, ptr %145, align 8, !tbaa !11
  %150 = icmp eq i64 %149, %143
  br i1 %150, label %161, label %151

151:                                              ; preds = %148, %155
  %152 = phi i64 [ %153, %155 ], [ 0, %148 ]
  %153 = add nuw i64 %152, 1
  %154 = icmp eq i64 %153, %146
  br i1 %154, label %163, label %155, !llvm.loop !47

155:                                              ; preds = %151
  %156 = getelementptr inbounds i64, ptr %145, i64 %153
  %157 = load i64, ptr %156, align 8, !tbaa !11
  %158 = icmp eq i64 %157, %143
  br i1 %158, label %159, label %151, !llvm.loop !47

159:                                              ; preds = %155
  %160 = icmp ult i64 %153, %146
  br i1 %160, label %161, label %163

161:                                              ; preds = %159, %148
  %162 = getelementptr inbounds i8, ptr %101, i64 8
  store i64 7, ptr %162, align 8, !tbaa !17
  br label %212

163:                                              ; preds = %151, %159, %142, %139
  %164 = load i64, ptr %93, align 8
  br i1 %126, label %207, label %165

165:                                              ; preds = %163
  %166 = icmp ne i64 %164, 0
  %167 = select i1 %141, i1 true, i1 %166
  br i1 %167, label %171, label %168

168:                                              ; preds = %165
  %169 = load i64, ptr %0, align 8, !tbaa !48
  %170 = icmp eq i64 %169, 1
  br i1 %170, label %171, label %209

171:                                              ; preds = %168, %165
  %172 = getelementptr inbounds i8, ptr %101, i64 8
  store i64 1, ptr %172, align 8, !tbaa !17
  %173 = load i64, ptr %94, align 8, !tbaa !49
  %174 = load i64, ptr %95, align 8, !tbaa !50
  %175 = inttoptr i64 %174 to ptr
  %176 = load i64, ptr %96, align 8, !tbaa !51
  %177 = icmp eq i64 %176, 0
  br i1 %177, label %190, label %178

178:                                              ; preds = %171, %178
  %179 = phi i64 [ %188, %178 ], [ 0, %171 ]
  %180 = phi i64 [ %187, %178 ], [ %176, %171 ]
  %181 = add i64 %180, %179
  %182 = lshr i64 %181, 1
  %183 = getelementptr inbounds %struct.range, ptr %175, i64 %182, i32 1
  %184 = load i64, ptr %183, align 8, !tbaa !52
  %185 = icmp ugt i64 %184, %173
  %186 = add nuw i64 %182, 1
  %187 = select i1 %185, i64 %182, i64 %180
  %188 = select i1 %185, i64 %179, i64 %186
  %189 = icmp ult i64 %188, %187
  br i1 %189, label %178, label %190, !llvm.loop !54

190:                                              ; preds = %178, %171
  %191 = phi i64 [ 0, %171 ], [ %188, %178 ]
  %192 = icmp eq i64 %191, %176
  br i1 %192, label %212, label %193

193:                                              ; preds = %190
  %194 = getelementptr inbounds %struct.range, ptr %175, i64 %191
  %195 = load i64, ptr %194, align 8, !tbaa !55
  %196 = icmp ugt i64 %195, %173
  br i1 %196, label %212, label %197

197:                                              ; preds = %193
  %198 = load i64, ptr %97, align 8, !tbaa !56
  %199 = inttoptr i64 %198 to ptr
  %200 = getelementptr inbounds i8, ptr %194, i64 16
  %201 = load i64, ptr %200, align 8, !tbaa !57
  %202 = getelementptr inbounds i64, ptr %199, i64 %201
  %203 = load i64, ptr %202, align 8, !tbaa !11
  %204 = icmp eq i64 %203, 0
  br i1 %204, label %205, label %212

205:                                              ; preds = %197
  %206 = or i64 %112, -9223372036854775808
  store i64 %206, ptr %202, align 8, !tbaa !11
  br label %212

207:                                              ; preds = %163
  %208 = icmp eq i64 %164, 0
  br i1 %208, label %209, label %216

209:                                              ; preds = %207, %168
  %210 = getelementptr inbounds i8, ptr %101, i64 8
  store i64 3, ptr %210, align 8, !tbaa !17
  %211 = add i64 %99, 1
  br label %212

212:                                              ; preds = %209, %205, %197, %193, %190, %161, %137, %122, %104
  %213 = phi i64 [ %99, %205 ], [ %99, %197 ], [ %99, %193 ], [ %99, %190 ], [ %211, %209 ], [ %99, %161 ], [ %99, %137 ], [ %99, %122 ], [ %99, %104 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %10) #4
  %214 = add nuw nsw i64 %100, 1
  %215 = icmp eq i64 %214, %73
  br i1 %215, label %218, label %98, !llvm.loop !58

216:                                              ; preds = %207
  %217 = load i64, ptr %101, align 8, !tbaa !15
  store i64 %217, ptr %17, align 8, !tbaa !35
  store i64 3, ptr %18, align 8, !tbaa !36
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %10) #4
  br label %259

218:                                              ; preds = %212, %79
  %219 = phi i64 [ 0, %79 ], [ %213, %212 ]
  %220 = load i64, ptr %0, align 8, !tbaa !48
  %221 = icmp eq i64 %220, 1
  br i1 %221, label %915, label %222

222:                                              ; preds = %218
  store i64 %219, ptr %16, align 8, !tbaa !59
  store volatile i32 0, ptr @left, align 4, !tbaa !5
  store volatile i32 0, ptr @arrived, align 4, !tbaa !5
  store volatile ptr %0, ptr @current, align 8, !tbaa !9
  %223 = load i32, ptr @stop_threads.epoch, align 4
  %224 = add i32 %223, 1
  %225 = tail call i32 @llvm.umax.i32(i32 %224, i32 1)
  store i32 %225, ptr @stop_threads.epoch, align 4, !tbaa !5
  store atomic volatile i32 %225, ptr @stop seq_cst, align 4
  %226 = tail call i64 @rejit_kernel(i64 noundef 172, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br i1 %81, label %227, label %229

227:                                              ; preds = %222
  %228 = trunc i64 %219 to i32
  tail call fastcc void @wait_for(ptr noundef nonnull @arrived, i32 noundef %228) #9
  br label %259

229:                                              ; preds = %222
  %230 = getelementptr inbounds i8, ptr %0, i64 192
  %231 = getelementptr inbounds i8, ptr %0, i64 88
  %232 = tail call i64 @llvm.smax.i64(i64 %73, i64 1)
  br label %235

233:                                              ; preds = %245
  %234 = trunc i64 %219 to i32
  tail call fastcc void @wait_for(ptr noundef nonnull @arrived, i32 noundef %234) #9
  br label %251

235:                                              ; preds = %245, %229
  %236 = phi i64 [ 0, %229 ], [ %246, %245 ]
  %237 = getelementptr inbounds [1024 x %struct.thread], ptr %230, i64 0, i64 %236
  %238 = getelementptr inbounds i8, ptr %237, i64 8
  %239 = load i64, ptr %238, align 8, !tbaa !17
  %240 = icmp eq i64 %239, 3
  br i1 %240, label %241, label %245

241:                                              ; preds = %235
  %242 = load i64, ptr %237, align 8, !tbaa !15
  %243 = load i64, ptr %231, align 8, !tbaa !60
  %244 = tail call i64 @rejit_kernel(i64 noundef 131, i64 noundef %226, i64 noundef %242, i64 noundef %243, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %245

245:                                              ; preds = %241, %235
  %246 = add nuw nsw i64 %236, 1
  %247 = icmp eq i64 %246, %232
  br i1 %247, label %233, label %235, !llvm.loop !61

248:                                              ; preds = %251
  %249 = add nuw nsw i64 %252, 1
  %250 = icmp eq i64 %249, %232
  br i1 %250, label %259, label %251, !llvm.loop !62

251:                                              ; preds = %248, %233
  %252 = phi i64 [ 0, %233 ], [ %249, %248 ]
  %253 = getelementptr inbounds [1024 x %struct.thread], ptr %230, i64 0, i64 %252
  %254 = getelementptr inbounds i8, ptr %253, i64 8
  %255 = load i64, ptr %254, align 8, !tbaa !17
  %256 = icmp eq i64 %255, 3
  br i1 %256, label %257, label %248

257:                                              ; preds = %251
  %258 = load i64, ptr %253, align 8, !tbaa !15
  store i64 %258, ptr %17, align 8, !tbaa !35
  store i64 4, ptr %18, align 8, !tbaa !36
  br label %259

259:                                              ; preds = %248, %75, %78, %109, %216, %227, %257
  %260 = phi i1 [ true, %227 ], [ false, %257 ], [ false, %109 ], [ false, %216 ], [ false, %78 ], [ false, %75 ], [ true, %248 ]
  %261 = phi i64 [ 0, %227 ], [ 4, %257 ], [ 2, %109 ], [ 3, %216 ], [ 1, %78 ], [ 2, %75 ], [ 0, %248 ]
  %262 = load i64, ptr %0, align 8, !tbaa !48
  %263 = icmp eq i64 %262, 1
  br i1 %263, label %915, label %264

264:                                              ; preds = %259
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %12) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %12, i8 0, i64 16, i1 false)
  %265 = ptrtoint ptr %12 to i64
  %266 = call i64 @rejit_kernel(i64 noundef 113, i64 noundef 1, i64 noundef %265, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %267 = load i64, ptr %12, align 8, !tbaa !11
  %268 = getelementptr inbounds i8, ptr %12, i64 8
  %269 = load i64, ptr %268, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %12) #4
  br i1 %260, label %270, label %897

270:                                              ; preds = %264
  %271 = getelementptr inbounds i8, ptr %0, i64 120
  %272 = load i64, ptr %271, align 8, !tbaa !13
  %273 = icmp eq i64 %272, 0
  br i1 %273, label %276, label %274

274:                                              ; preds = %270
  %275 = getelementptr inbounds i8, ptr %0, i64 192
  br label %882

276:                                              ; preds = %894, %270
  %277 = getelementptr inbounds i8, ptr %0, i64 160
  %278 = load i64, ptr %277, align 8, !tbaa !32
  %279 = icmp eq i64 %278, 0
  %280 = select i1 %279, i64 ptrtoint (ptr @.str.11 to i64), i64 ptrtoint (ptr @.str.10 to i64)
  %281 = call i64 @rejit_kernel(i64 noundef 56, i64 noundef -100, i64 noundef %280, i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %282 = icmp slt i64 %281, 0
  br i1 %282, label %463, label %283

283:                                              ; preds = %276
  %284 = getelementptr inbounds i8, ptr %0, i64 2171072
  %285 = ptrtoint ptr %284 to i64
  %286 = getelementptr inbounds i8, ptr %0, i64 73920
  br label %287

287:                                              ; preds = %443, %283
  %288 = phi i64 [ %302, %443 ], [ 0, %283 ]
  %289 = phi i64 [ %303, %443 ], [ 0, %283 ]
  %290 = phi i64 [ %304, %443 ], [ 0, %283 ]
  %291 = phi i64 [ %305, %443 ], [ 0, %283 ]
  %292 = phi i64 [ %441, %443 ], [ 0, %283 ]
  %293 = add i64 %292, %285
  %294 = sub nsw i64 16383, %292
  %295 = call i64 @rejit_kernel(i64 noundef 63, i64 noundef %281, i64 noundef %293, i64 noundef %294, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %296 = icmp sgt i64 %295, 0
  br i1 %296, label %297, label %452

297:                                              ; preds = %287
  %298 = getelementptr inbounds i8, ptr %284, i64 %292
  %299 = getelementptr inbounds i8, ptr %298, i64 %295
  store i8 0, ptr %299, align 1, !tbaa !63
  br label %300

300:                                              ; preds = %436, %297
  %301 = phi ptr [ %284, %297 ], [ %438, %436 ]
  %302 = phi i64 [ %288, %297 ], [ %424, %436 ]
  %303 = phi i64 [ %289, %297 ], [ %340, %436 ]
  %304 = phi i64 [ %290, %297 ], [ %437, %436 ]
  %305 = phi i64 [ %291, %297 ], [ %425, %436 ]
  %306 = ptrtoint ptr %301 to i64
  %307 = icmp ult ptr %301, %299
  br i1 %307, label %308, label %318

308:                                              ; preds = %300, %312
  %309 = phi ptr [ %313, %312 ], [ %301, %300 ]
  %310 = load i8, ptr %309, align 1, !tbaa !63
  %311 = icmp eq i8 %310, 10
  br i1 %311, label %315, label %312

312:                                              ; preds = %308
  %313 = getelementptr inbounds i8, ptr %309, i64 1
  %314 = icmp ult ptr %313, %299
  br i1 %314, label %308, label %315, !llvm.loop !64

315:                                              ; preds = %312, %308
  %316 = phi ptr [ %309, %308 ], [ %313, %312 ]
  %317 = ptrtoint ptr %316 to i64
  br label %318

318:                                              ; preds = %315, %300
  %319 = phi i64 [ %317, %315 ], [ %306, %300 ]
  %320 = phi ptr [ %316, %315 ], [ %301, %300 ]
  %321 = icmp eq ptr %320, %299
  br i1 %321, label %439, label %322

322:                                              ; preds = %318, %331
  %323 = phi i64 [ %337, %331 ], [ 0, %318 ]
  %324 = phi ptr [ %338, %331 ], [ %301, %318 ]
  %325 = load i8, ptr %324, align 1, !tbaa !63
  %326 = add i8 %325, -58
  %327 = icmp ult i8 %326, -10
  br i1 %327, label %328, label %331

328:                                              ; preds = %322
  %329 = add i8 %325, -97
  %330 = icmp ult i8 %329, 6
  br i1 %330, label %331, label %339

331:                                              ; preds = %328, %322
  %332 = phi i64 [ 4294967248, %322 ], [ 4294967209, %328 ]
  %333 = zext nneg i8 %325 to i64
  %334 = add nuw nsw i64 %332, %333
  %335 = shl i64 %323, 4
  %336 = and i64 %334, 4294967295
  %337 = add nuw i64 %336, %335
  %338 = getelementptr inbounds i8, ptr %324, i64 1
  br label %322

339:                                              ; preds = %328, %349
  %340 = phi i64 [ %355, %349 ], [ 0, %328 ]
  %341 = phi ptr [ %342, %349 ], [ %324, %328 ]
  %342 = getelementptr inbounds i8, ptr %341, i64 1
  %343 = load i8, ptr %342, align 1, !tbaa !63
  %344 = add i8 %343, -58
  %345 = icmp ult i8 %344, -10
  br i1 %345, label %346, label %349

346:                                              ; preds = %339
  %347 = add i8 %343, -97
  %348 = icmp ult i8 %347, 6
  br i1 %348, label %349, label %356

349:                                              ; preds = %346, %339
  %350 = phi i64 [ 4294967248, %339 ], [ 4294967209, %346 ]
  %351 = zext nneg i8 %343 to i64
  %352 = add nuw nsw i64 %350, %351
  %353 = shl i64 %340, 4
  %354 = and i64 %352, 4294967295
  %355 = add nuw i64 %354, %353
  br label %339

356:                                              ; preds = %346
  %357 = getelementptr inbounds i8, ptr %341, i64 2
  %358 = icmp ult ptr %357, %320
  br i1 %358, label %359, label %368

359:                                              ; preds = %356
  %360 = sub i64 %319, %306
  %361 = getelementptr i8, ptr %301, i64 %360
  br label %362

362:                                              ; preds = %365, %359
  %363 = phi ptr [ %366, %365 ], [ %357, %359 ]
  %364 = load i8, ptr %363, align 1, !tbaa !63
  switch i8 %364, label %365 [
    i8 47, label %368
    i8 91, label %368
  ]

365:                                              ; preds = %362
  %366 = getelementptr inbounds i8, ptr %363, i64 1
  %367 = icmp ult ptr %366, %320
  br i1 %367, label %362, label %368, !llvm.loop !65

368:                                              ; preds = %365, %362, %362, %356
  %369 = phi ptr [ %357, %356 ], [ %363, %362 ], [ %363, %362 ], [ %361, %365 ]
  %370 = getelementptr inbounds i8, ptr %341, i64 5
  %371 = load i8, ptr %370, align 1, !tbaa !63
  %372 = icmp eq i8 %371, 115
  br i1 %372, label %373, label %387

373:                                              ; preds = %368
  %374 = load i8, ptr %369, align 1, !tbaa !63
  %375 = icmp eq i8 %374, 47
  br i1 %375, label %376, label %384

376:                                              ; preds = %373
  %377 = getelementptr inbounds i8, ptr %369, i64 1
  %378 = load i8, ptr %377, align 1, !tbaa !63
  %379 = icmp eq i8 %378, 100
  br i1 %379, label %380, label %384

380:                                              ; preds = %376
  %381 = getelementptr inbounds i8, ptr %369, i64 5
  %382 = load i8, ptr %381, align 1, !tbaa !63
  %383 = icmp eq i8 %382, 122
  br label %384

384:                                              ; preds = %380, %376, %373
  %385 = phi i1 [ false, %376 ], [ false, %373 ], [ %383, %380 ]
  %386 = xor i1 %385, true
  br label %387

387:                                              ; preds = %384, %368
  %388 = phi i1 [ false, %368 ], [ %386, %384 ]
  %389 = getelementptr inbounds i8, ptr %341, i64 3
  %390 = load i8, ptr %389, align 1, !tbaa !63
  %391 = icmp ne i8 %390, 119
  %392 = select i1 %391, i1 true, i1 %388
  br i1 %392, label %423, label %393

393:                                              ; preds = %387
  %394 = icmp eq i64 %305, 65536
  br i1 %394, label %395, label %397

395:                                              ; preds = %393
  %396 = call i64 @rejit_kernel(i64 noundef 57, i64 noundef %281, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %463

397:                                              ; preds = %393
  %398 = load i8, ptr %369, align 1, !tbaa !63
  %399 = icmp eq i8 %398, 91
  br i1 %399, label %400, label %408

400:                                              ; preds = %397
  %401 = getelementptr inbounds i8, ptr %369, i64 1
  %402 = load i8, ptr %401, align 1, !tbaa !63
  %403 = icmp eq i8 %402, 115
  br i1 %403, label %404, label %408

404:                                              ; preds = %400
  %405 = getelementptr inbounds i8, ptr %369, i64 2
  %406 = load i8, ptr %405, align 1, !tbaa !63
  %407 = icmp eq i8 %406, 116
  br label %408

408:                                              ; preds = %404, %400, %397
  %409 = phi i1 [ false, %400 ], [ false, %397 ], [ %407, %404 ]
  %410 = zext i1 %409 to i64
  %411 = icmp ne i64 %304, 0
  %412 = icmp eq i64 %303, %323
  %413 = select i1 %411, i1 %412, i1 false
  %414 = or disjoint i64 %410, 2
  %415 = select i1 %413, i64 %414, i64 %410
  %416 = add i64 %305, 1
  %417 = getelementptr inbounds [65536 x %struct.mapping], ptr %286, i64 0, i64 %305
  store i64 %323, ptr %417, align 8, !tbaa !11
  %418 = getelementptr inbounds i8, ptr %417, i64 8
  store i64 %340, ptr %418, align 8, !tbaa !11
  %419 = getelementptr inbounds i8, ptr %417, i64 16
  store i64 %415, ptr %419, align 8, !tbaa !11
  %420 = getelementptr inbounds i8, ptr %417, i64 24
  store i64 %304, ptr %420, align 8, !tbaa !11
  %421 = sub i64 %302, %323
  %422 = add i64 %421, %340
  br label %423

423:                                              ; preds = %408, %387
  %424 = phi i64 [ %302, %387 ], [ %422, %408 ]
  %425 = phi i64 [ %305, %387 ], [ %416, %408 ]
  %426 = load i8, ptr %357, align 1, !tbaa !63
  %427 = icmp eq i8 %426, 45
  br i1 %427, label %428, label %436

428:                                              ; preds = %423
  %429 = load i8, ptr %389, align 1, !tbaa !63
  %430 = icmp eq i8 %429, 45
  br i1 %430, label %431, label %436

431:                                              ; preds = %428
  %432 = getelementptr inbounds i8, ptr %341, i64 4
  %433 = load i8, ptr %432, align 1, !tbaa !63
  %434 = icmp eq i8 %433, 45
  %435 = select i1 %434, i64 %323, i64 0
  br label %436

436:                                              ; preds = %431, %428, %423
  %437 = phi i64 [ 0, %428 ], [ 0, %423 ], [ %435, %431 ]
  %438 = getelementptr inbounds i8, ptr %320, i64 1
  br label %300

439:                                              ; preds = %318
  %440 = ptrtoint ptr %299 to i64
  %441 = sub i64 %440, %306
  %442 = icmp sgt i64 %441, 0
  br i1 %442, label %445, label %443

443:                                              ; preds = %445, %439
  %444 = icmp sgt i64 %441, 16382
  br i1 %444, label %452, label %287

445:                                              ; preds = %439, %445
  %446 = phi i64 [ %450, %445 ], [ 0, %439 ]
  %447 = getelementptr inbounds i8, ptr %301, i64 %446
  %448 = load i8, ptr %447, align 1, !tbaa !63
  %449 = getelementptr inbounds [16384 x i8], ptr %284, i64 0, i64 %446
  store i8 %448, ptr %449, align 1, !tbaa !63
  %450 = add nuw nsw i64 %446, 1
  %451 = icmp slt i64 %450, %441
  br i1 %451, label %445, label %443, !llvm.loop !66

452:                                              ; preds = %443, %287
  %453 = phi i64 [ %288, %287 ], [ %302, %443 ]
  %454 = phi i64 [ %291, %287 ], [ %305, %443 ]
  %455 = phi i64 [ %292, %287 ], [ %441, %443 ]
  %456 = call i64 @rejit_kernel(i64 noundef 57, i64 noundef %281, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %457 = getelementptr inbounds i8, ptr %0, i64 128
  store i64 %454, ptr %457, align 8, !tbaa !67
  %458 = icmp slt i64 %295, 0
  %459 = icmp ne i64 %455, 0
  %460 = or i1 %458, %459
  %461 = icmp slt i64 %453, 0
  %462 = select i1 %460, i1 true, i1 %461
  br i1 %462, label %463, label %464

463:                                              ; preds = %452, %395, %276
  store <2 x i64> <i64 6, i64 0>, ptr %18, align 8, !tbaa !11
  br label %897

464:                                              ; preds = %452
  %465 = icmp ugt i64 %453, 274877906944
  br i1 %465, label %466, label %467

466:                                              ; preds = %464
  store <2 x i64> <i64 8, i64 0>, ptr %18, align 8, !tbaa !11
  br label %897

467:                                              ; preds = %464
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %8) #4
  store i64 491327744372, ptr %8, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %9) #4
  store i64 0, ptr %9, align 8, !tbaa !11
  %468 = ptrtoint ptr %9 to i64
  %469 = ptrtoint ptr %8 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %6) #4
  store i64 %468, ptr %6, align 8, !tbaa !11
  %470 = getelementptr inbounds i8, ptr %6, i64 8
  store i64 8, ptr %470, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %7) #4
  store i64 %469, ptr %7, align 8, !tbaa !11
  %471 = getelementptr inbounds i8, ptr %7, i64 8
  store i64 8, ptr %471, align 8, !tbaa !11
  %472 = load i64, ptr @memory_file, align 8, !tbaa !11
  %473 = icmp slt i64 %472, 0
  br i1 %473, label %474, label %479

474:                                              ; preds = %467
  %475 = call i64 @rejit_kernel(i64 noundef 172, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %476 = ptrtoint ptr %6 to i64
  %477 = ptrtoint ptr %7 to i64
  %478 = call i64 @rejit_kernel(i64 noundef 270, i64 noundef %475, i64 noundef %476, i64 noundef 1, i64 noundef %477, i64 noundef 1, i64 noundef 0) #8
  br label %481

479:                                              ; preds = %467
  %480 = call i64 @rejit_kernel(i64 noundef 67, i64 noundef %472, i64 noundef %468, i64 noundef 8, i64 noundef %469, i64 noundef 0, i64 noundef 0) #8
  br label %481

481:                                              ; preds = %479, %474
  %482 = phi i64 [ %478, %474 ], [ %480, %479 ]
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %7) #4
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %6) #4
  %483 = icmp eq i64 %482, 8
  br i1 %483, label %484, label %486

484:                                              ; preds = %481
  %485 = load i64, ptr @memory_file, align 8, !tbaa !11
  br label %488

486:                                              ; preds = %481
  %487 = call i64 @rejit_kernel(i64 noundef 56, i64 noundef -100, i64 noundef ptrtoint (ptr @.str.8 to i64), i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  store i64 %487, ptr @memory_file, align 8, !tbaa !11
  br label %488

488:                                              ; preds = %486, %484
  %489 = phi i64 [ %485, %484 ], [ %487, %486 ]
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #4
  store i64 %468, ptr %4, align 8, !tbaa !11
  %490 = getelementptr inbounds i8, ptr %4, i64 8
  store i64 8, ptr %490, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  store i64 %469, ptr %5, align 8, !tbaa !11
  %491 = getelementptr inbounds i8, ptr %5, i64 8
  store i64 8, ptr %491, align 8, !tbaa !11
  %492 = icmp slt i64 %489, 0
  br i1 %492, label %493, label %498

493:                                              ; preds = %488
  %494 = call i64 @rejit_kernel(i64 noundef 172, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %495 = ptrtoint ptr %4 to i64
  %496 = ptrtoint ptr %5 to i64
  %497 = call i64 @rejit_kernel(i64 noundef 270, i64 noundef %494, i64 noundef %495, i64 noundef 1, i64 noundef %496, i64 noundef 1, i64 noundef 0) #8
  br label %500

498:                                              ; preds = %488
  %499 = call i64 @rejit_kernel(i64 noundef 67, i64 noundef %489, i64 noundef %468, i64 noundef 8, i64 noundef %469, i64 noundef 0, i64 noundef 0) #8
  br label %500

500:                                              ; preds = %498, %493
  %501 = phi i64 [ %497, %493 ], [ %499, %498 ]
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #4
  %502 = icmp eq i64 %501, 8
  br i1 %502, label %503, label %507

503:                                              ; preds = %500
  %504 = load i64, ptr %9, align 8, !tbaa !11
  %505 = load i64, ptr %8, align 8, !tbaa !11
  %506 = icmp eq i64 %504, %505
  br i1 %506, label %508, label %507

507:                                              ; preds = %503, %500
  store <2 x i64> <i64 7, i64 0>, ptr %18, align 8, !tbaa !11
  br label %880

508:                                              ; preds = %503
  %509 = call i64 @rejit_kernel(i64 noundef 56, i64 noundef -100, i64 noundef ptrtoint (ptr @.str.9 to i64), i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %510 = icmp slt i64 %509, 0
  %511 = icmp ugt i64 %453, 4294967296
  %512 = and i1 %511, %510
  br i1 %512, label %522, label %513

513:                                              ; preds = %508
  %514 = load i64, ptr %271, align 8, !tbaa !13
  %515 = icmp eq i64 %514, 0
  br i1 %515, label %523, label %516

516:                                              ; preds = %513
  %517 = getelementptr inbounds i8, ptr %0, i64 192
  %518 = getelementptr inbounds i8, ptr %0, i64 64
  %519 = getelementptr inbounds i8, ptr %0, i64 56
  %520 = getelementptr inbounds i8, ptr %0, i64 72
  %521 = load i64, ptr %519, align 8, !tbaa !68
  br label %530

522:                                              ; preds = %508
  store <2 x i64> <i64 8, i64 0>, ptr %18, align 8, !tbaa !11
  br label %880

523:                                              ; preds = %606, %513
  %524 = load i64, ptr %457, align 8, !tbaa !67
  %525 = icmp eq i64 %524, 0
  br i1 %525, label %612, label %526

526:                                              ; preds = %523
  %527 = getelementptr inbounds i8, ptr %0, i64 192
  %528 = getelementptr inbounds i8, ptr %0, i64 64
  %529 = getelementptr inbounds i8, ptr %0, i64 56
  br label %668

530:                                              ; preds = %606, %516
  %531 = phi i64 [ %521, %516 ], [ %607, %606 ]
  %532 = phi i64 [ %521, %516 ], [ %608, %606 ]
  %533 = phi i64 [ 0, %516 ], [ %609, %606 ]
  %534 = getelementptr inbounds [1024 x %struct.thread], ptr %517, i64 0, i64 %533
  %535 = getelementptr inbounds i8, ptr %534, i64 16
  %536 = load i64, ptr %535, align 8, !tbaa !20
  %537 = load i64, ptr %518, align 8, !tbaa !69
  %538 = inttoptr i64 %537 to ptr
  %539 = icmp eq i64 %532, 0
  br i1 %539, label %606, label %540

540:                                              ; preds = %530
  %541 = or i64 %536, -9223372036854775808
  br label %542

542:                                              ; preds = %565, %540
  %543 = phi i64 [ %531, %540 ], [ %566, %565 ]
  %544 = phi i64 [ %532, %540 ], [ %567, %565 ]
  %545 = phi i64 [ 0, %540 ], [ %568, %565 ]
  %546 = getelementptr inbounds %struct.block, ptr %538, i64 %545
  %547 = load i64, ptr %546, align 8, !tbaa !70
  %548 = icmp ugt i64 %547, %536
  br i1 %548, label %565, label %549

549:                                              ; preds = %542
  %550 = getelementptr inbounds i8, ptr %546, i64 8
  %551 = load i64, ptr %550, align 8, !tbaa !72
  %552 = icmp ugt i64 %551, %536
  br i1 %552, label %553, label %565

553:                                              ; preds = %549
  %554 = getelementptr inbounds i8, ptr %546, i64 16
  %555 = load i64, ptr %554, align 8, !tbaa !73
  %556 = icmp eq i64 %555, -1
  br i1 %556, label %565, label %557

557:                                              ; preds = %553
  %558 = load i64, ptr %520, align 8, !tbaa !56
  %559 = inttoptr i64 %558 to ptr
  %560 = getelementptr inbounds i64, ptr %559, i64 %555
  %561 = load i64, ptr %560, align 8, !tbaa !11
  %562 = icmp eq i64 %561, 0
  %563 = select i1 %562, i64 %541, i64 %561
  store i64 %563, ptr %560, align 8, !tbaa !11
  %564 = load i64, ptr %519, align 8, !tbaa !68
  br label %565

565:                                              ; preds = %557, %553, %549, %542
  %566 = phi i64 [ %543, %542 ], [ %543, %549 ], [ %543, %553 ], [ %564, %557 ]
  %567 = phi i64 [ %544, %542 ], [ %544, %549 ], [ %544, %553 ], [ %564, %557 ]
  %568 = add nuw i64 %545, 1
  %569 = icmp ult i64 %568, %567
  br i1 %569, label %542, label %570, !llvm.loop !74

570:                                              ; preds = %565
  %571 = getelementptr inbounds i8, ptr %534, i64 24
  %572 = load i64, ptr %571, align 8, !tbaa !21
  %573 = load i64, ptr %518, align 8, !tbaa !69
  %574 = inttoptr i64 %573 to ptr
  %575 = icmp eq i64 %566, 0
  br i1 %575, label %606, label %576

576:                                              ; preds = %570
  %577 = or i64 %572, -9223372036854775808
  br label %578

578:                                              ; preds = %601, %576
  %579 = phi i64 [ %566, %576 ], [ %602, %601 ]
  %580 = phi i64 [ %566, %576 ], [ %603, %601 ]
  %581 = phi i64 [ 0, %576 ], [ %604, %601 ]
  %582 = getelementptr inbounds %struct.block, ptr %574, i64 %581
  %583 = load i64, ptr %582, align 8, !tbaa !70
  %584 = icmp ugt i64 %583, %572
  br i1 %584, label %601, label %585

585:                                              ; preds = %578
  %586 = getelementptr inbounds i8, ptr %582, i64 8
  %587 = load i64, ptr %586, align 8, !tbaa !72
  %588 = icmp ugt i64 %587, %572
  br i1 %588, label %589, label %601

589:                                              ; preds = %585
  %590 = getelementptr inbounds i8, ptr %582, i64 16
  %591 = load i64, ptr %590, align 8, !tbaa !73
  %592 = icmp eq i64 %591, -1
  br i1 %592, label %601, label %593

593:                                              ; preds = %589
  %594 = load i64, ptr %520, align 8, !tbaa !56
  %595 = inttoptr i64 %594 to ptr
  %596 = getelementptr inbounds i64, ptr %595, i64 %591
  %597 = load i64, ptr %596, align 8, !tbaa !11
  %598 = icmp eq i64 %597, 0
  %599 = select i1 %598, i64 %577, i64 %597
  store i64 %599, ptr %596, align 8, !tbaa !11
  %600 = load i64, ptr %519, align 8, !tbaa !68
  br label %601

601:                                              ; preds = %593, %589, %585, %578
  %602 = phi i64 [ %579, %578 ], [ %579, %585 ], [ %579, %589 ], [ %600, %593 ]
  %603 = phi i64 [ %580, %578 ], [ %580, %585 ], [ %580, %589 ], [ %600, %593 ]
  %604 = add nuw i64 %581, 1
  %605 = icmp ult i64 %604, %603
  br i1 %605, label %578, label %606, !llvm.loop !74

606:                                              ; preds = %601, %570, %530
  %607 = phi i64 [ %531, %530 ], [ 0, %570 ], [ %602, %601 ]
  %608 = phi i64 [ 0, %530 ], [ 0, %570 ], [ %603, %601 ]
  %609 = add nuw i64 %533, 1
  %610 = load i64, ptr %271, align 8, !tbaa !13
  %611 = icmp ult i64 %609, %610
  br i1 %611, label %530, label %523, !llvm.loop !75

612:                                              ; preds = %804, %523
  %613 = ptrtoint ptr %3 to i64
  %614 = getelementptr inbounds i8, ptr %0, i64 40
  %615 = getelementptr inbounds i8, ptr %0, i64 48
  %616 = getelementptr inbounds i8, ptr %0, i64 32
  %617 = getelementptr inbounds i8, ptr %0, i64 24
  %618 = getelementptr inbounds i8, ptr %0, i64 72
  br label %619

619:                                              ; preds = %663, %612
  %620 = phi i64 [ 1, %612 ], [ %664, %663 ]
  call void @llvm.lifetime.start.p0(i64 32, ptr nonnull %3) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(32) %3, i8 0, i64 32, i1 false)
  %621 = call i64 @rejit_kernel(i64 noundef 134, i64 noundef %620, i64 noundef 0, i64 noundef %613, i64 noundef 8, i64 noundef 0, i64 noundef 0) #8
  %622 = icmp eq i64 %621, 0
  br i1 %622, label %623, label %663

623:                                              ; preds = %619
  %624 = load i64, ptr %3, align 8, !tbaa !11
  %625 = load i64, ptr %614, align 8, !tbaa !76
  %626 = sub i64 %624, %625
  %627 = load i64, ptr %615, align 8, !tbaa !77
  %628 = icmp ult i64 %626, %627
  br i1 %628, label %629, label %663

629:                                              ; preds = %623
  %630 = load i64, ptr %616, align 8, !tbaa !50
  %631 = inttoptr i64 %630 to ptr
  %632 = load i64, ptr %617, align 8, !tbaa !51
  %633 = icmp eq i64 %632, 0
  br i1 %633, label %646, label %634

634:                                              ; preds = %629, %634
  %635 = phi i64 [ %644, %634 ], [ 0, %629 ]
  %636 = phi i64 [ %643, %634 ], [ %632, %629 ]
  %637 = add i64 %636, %635
  %638 = lshr i64 %637, 1
  %639 = getelementptr inbounds %struct.range, ptr %631, i64 %638, i32 1
  %640 = load i64, ptr %639, align 8, !tbaa !52
  %641 = icmp ugt i64 %640, %624
  %642 = add nuw i64 %638, 1
  %643 = select i1 %641, i64 %638, i64 %636
  %644 = select i1 %641, i64 %635, i64 %642
  %645 = icmp ult i64 %644, %643
  br i1 %645, label %634, label %646, !llvm.loop !54

646:                                              ; preds = %634, %629
  %647 = phi i64 [ 0, %629 ], [ %644, %634 ]
  %648 = icmp eq i64 %647, %632
  br i1 %648, label %663, label %649

649:                                              ; preds = %646
  %650 = getelementptr inbounds %struct.range, ptr %631, i64 %647
  %651 = load i64, ptr %650, align 8, !tbaa !55
  %652 = icmp ugt i64 %651, %624
  br i1 %652, label %663, label %653

653:                                              ; preds = %649
  %654 = load i64, ptr %618, align 8, !tbaa !56
  %655 = inttoptr i64 %654 to ptr
  %656 = getelementptr inbounds i8, ptr %650, i64 16
  %657 = load i64, ptr %656, align 8, !tbaa !57
  %658 = getelementptr inbounds i64, ptr %655, i64 %657
  %659 = load i64, ptr %658, align 8, !tbaa !11
  %660 = icmp eq i64 %659, 0
  br i1 %660, label %661, label %663

661:                                              ; preds = %653
  %662 = or disjoint i64 %620, -4611686018427387904
  store i64 %662, ptr %658, align 8, !tbaa !11
  br label %663

663:                                              ; preds = %661, %653, %649, %646, %623, %619
  call void @llvm.lifetime.end.p0(i64 32, ptr nonnull %3) #4
  %664 = add nuw nsw i64 %620, 1
  %665 = icmp eq i64 %664, 65
  br i1 %665, label %666, label %619, !llvm.loop !78

666:                                              ; preds = %663
  %667 = icmp sgt i64 %509, -1
  br i1 %667, label %808, label %810

668:                                              ; preds = %804, %526
  %669 = phi i64 [ 0, %526 ], [ %805, %804 ]
  %670 = getelementptr inbounds [65536 x %struct.mapping], ptr %286, i64 0, i64 %669
  %671 = getelementptr inbounds i8, ptr %670, i64 8
  %672 = load i64, ptr %671, align 8, !tbaa !79
  %673 = load i64, ptr %670, align 8, !tbaa !81
  %674 = load i64, ptr %271, align 8, !tbaa !13
  %675 = icmp eq i64 %674, 0
  br i1 %675, label %751, label %676

676:                                              ; preds = %668
  %677 = getelementptr inbounds i8, ptr %670, i64 16
  br label %680

678:                                              ; preds = %744
  %679 = icmp eq i64 %745, 0
  br i1 %679, label %751, label %758

680:                                              ; preds = %744, %676
  %681 = phi i64 [ %674, %676 ], [ %749, %744 ]
  %682 = phi i64 [ %672, %676 ], [ %747, %744 ]
  %683 = phi i64 [ %673, %676 ], [ %746, %744 ]
  %684 = phi i64 [ 0, %676 ], [ %745, %744 ]
  %685 = phi i64 [ 0, %676 ], [ %748, %744 ]
  %686 = getelementptr inbounds [1024 x %struct.thread], ptr %527, i64 0, i64 %685
  %687 = getelementptr inbounds i8, ptr %686, i64 16
  %688 = load i64, ptr %687, align 8, !tbaa !20
  %689 = add i64 %688, -16
  %690 = getelementptr inbounds i8, ptr %686, i64 24
  %691 = load i64, ptr %690, align 8, !tbaa !21
  %692 = getelementptr inbounds i8, ptr %686, i64 8
  %693 = load i64, ptr %692, align 8, !tbaa !17
  %694 = icmp eq i64 %693, 5
  br i1 %694, label %744, label %695

695:                                              ; preds = %680
  %696 = load i64, ptr %670, align 8, !tbaa !81
  %697 = icmp ugt i64 %696, %688
  br i1 %697, label %701, label %698

698:                                              ; preds = %695
  %699 = load i64, ptr %671, align 8, !tbaa !79
  %700 = icmp ult i64 %688, %699
  br label %701

701:                                              ; preds = %698, %695
  %702 = phi i1 [ false, %695 ], [ %700, %698 ]
  %703 = icmp eq i64 %691, 0
  %704 = icmp ugt i64 %696, %691
  %705 = or i1 %703, %704
  br i1 %705, label %709, label %706

706:                                              ; preds = %701
  %707 = load i64, ptr %671, align 8, !tbaa !79
  %708 = icmp ult i64 %691, %707
  br label %709

709:                                              ; preds = %706, %701
  %710 = phi i1 [ false, %701 ], [ %708, %706 ]
  %711 = select i1 %702, i1 true, i1 %710
  br i1 %711, label %712, label %744

712:                                              ; preds = %709
  %713 = call i64 @llvm.umin.i64(i64 %691, i64 %689)
  %714 = select i1 %710, i64 %713, i64 %689
  %715 = select i1 %702, i64 %714, i64 %691
  %716 = call i64 @llvm.umax.i64(i64 %715, i64 %696)
  %717 = call i64 @llvm.umin.i64(i64 %716, i64 %682)
  br i1 %702, label %718, label %744

718:                                              ; preds = %712, %728
  %719 = phi i64 [ %729, %728 ], [ 0, %712 ]
  %720 = icmp eq i64 %719, %685
  br i1 %720, label %728, label %721

721:                                              ; preds = %718
  %722 = getelementptr inbounds [1024 x %struct.thread], ptr %527, i64 0, i64 %719, i32 2
  %723 = load i64, ptr %722, align 8, !tbaa !20
  %724 = icmp ugt i64 %696, %723
  br i1 %724, label %728, label %725

725:                                              ; preds = %721
  %726 = load i64, ptr %671, align 8, !tbaa !79
  %727 = icmp ult i64 %723, %726
  br i1 %727, label %743, label %728

728:                                              ; preds = %725, %721, %718
  %729 = add nuw i64 %719, 1
  %730 = icmp eq i64 %729, %681
  br i1 %730, label %731, label %718, !llvm.loop !82

731:                                              ; preds = %728
  %732 = load i64, ptr %677, align 8, !tbaa !83
  %733 = and i64 %732, 1
  %734 = icmp eq i64 %733, 0
  br i1 %734, label %737, label %735

735:                                              ; preds = %731
  %736 = call i64 @llvm.umax.i64(i64 %716, i64 %683)
  br label %744

737:                                              ; preds = %731
  %738 = load i64, ptr %686, align 8, !tbaa !15
  %739 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %670, i64 noundef %738) #9
  %740 = icmp ule i64 %739, %716
  %741 = call i64 @llvm.umax.i64(i64 %716, i64 %683)
  %742 = freeze i1 %740
  br i1 %742, label %743, label %744

743:                                              ; preds = %725, %737
  br label %744

744:                                              ; preds = %743, %737, %735, %712, %709, %680
  %745 = phi i64 [ %684, %680 ], [ %684, %709 ], [ 1, %712 ], [ 1, %735 ], [ 1, %737 ], [ 1, %743 ]
  %746 = phi i64 [ %683, %680 ], [ %683, %709 ], [ %683, %712 ], [ %736, %735 ], [ %741, %737 ], [ %683, %743 ]
  %747 = phi i64 [ %682, %680 ], [ %682, %709 ], [ %717, %712 ], [ %717, %735 ], [ %717, %737 ], [ %717, %743 ]
  %748 = add nuw i64 %685, 1
  %749 = load i64, ptr %271, align 8, !tbaa !13
  %750 = icmp ult i64 %748, %749
  br i1 %750, label %680, label %678, !llvm.loop !84

751:                                              ; preds = %678, %668
  %752 = phi i64 [ %747, %678 ], [ %672, %668 ]
  %753 = phi i64 [ %746, %678 ], [ %673, %668 ]
  %754 = call fastcc i64 @control_block(ptr noundef nonnull %0, ptr noundef nonnull readonly %670, i64 noundef 0) #9
  %755 = freeze i64 %754
  %756 = icmp eq i64 %755, 0
  %757 = select i1 %756, i64 %753, i64 %755
  br label %758

758:                                              ; preds = %751, %678
  %759 = phi i64 [ %747, %678 ], [ %752, %751 ]
  %760 = phi i64 [ %746, %678 ], [ %757, %751 ]
  %761 = load i64, ptr %671, align 8, !tbaa !79
  %762 = load i64, ptr %528, align 8, !tbaa !69
  %763 = inttoptr i64 %762 to ptr
  %764 = load i64, ptr %529, align 8, !tbaa !68
  %765 = icmp eq i64 %764, 0
  br i1 %765, label %766, label %769

766:                                              ; preds = %769, %758
  %767 = phi i64 [ 0, %758 ], [ %778, %769 ]
  %768 = icmp ult i64 %767, %764
  br i1 %768, label %781, label %800

769:                                              ; preds = %758, %769
  %770 = phi i64 [ %779, %769 ], [ %764, %758 ]
  %771 = phi i64 [ %778, %769 ], [ 0, %758 ]
  %772 = add i64 %771, %770
  %773 = lshr i64 %772, 1
  %774 = getelementptr inbounds %struct.block, ptr %763, i64 %773, i32 1
  %775 = load i64, ptr %774, align 8, !tbaa !72
  %776 = icmp ugt i64 %775, %760
  %777 = add nuw i64 %773, 1
  %778 = select i1 %776, i64 %771, i64 %777
  %779 = select i1 %776, i64 %773, i64 %770
  %780 = icmp ult i64 %778, %779
  br i1 %780, label %769, label %766, !llvm.loop !85

781:                                              ; preds = %766, %794
  %782 = phi i64 [ %795, %794 ], [ %764, %766 ]
  %783 = phi i64 [ %797, %794 ], [ %760, %766 ]
  %784 = phi i64 [ %798, %794 ], [ %767, %766 ]
  %785 = getelementptr inbounds %struct.block, ptr %763, i64 %784
  %786 = load i64, ptr %785, align 8, !tbaa !70
  %787 = icmp ult i64 %786, %761
  %788 = icmp ult i64 %783, %761
  %789 = select i1 %787, i1 %788, i1 false
  br i1 %789, label %790, label %800

790:                                              ; preds = %781
  %791 = icmp ult i64 %783, %786
  br i1 %791, label %792, label %794

792:                                              ; preds = %790
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %509, i64 noundef %783, i64 noundef %786, i64 noundef %759) #9
  %793 = load i64, ptr %529, align 8, !tbaa !68
  br label %794

794:                                              ; preds = %792, %790
  %795 = phi i64 [ %793, %792 ], [ %782, %790 ]
  %796 = getelementptr inbounds i8, ptr %785, i64 8
  %797 = load i64, ptr %796, align 8, !tbaa !72
  %798 = add nuw i64 %784, 1
  %799 = icmp ult i64 %798, %795
  br i1 %799, label %781, label %800, !llvm.loop !86

800:                                              ; preds = %794, %781, %766
  %801 = phi i64 [ %760, %766 ], [ %797, %794 ], [ %783, %781 ]
  %802 = icmp ult i64 %801, %761
  br i1 %802, label %803, label %804

803:                                              ; preds = %800
  call fastcc void @scan_range(ptr noundef nonnull %0, i64 noundef %509, i64 noundef %801, i64 noundef %761, i64 noundef %759) #9
  br label %804

804:                                              ; preds = %803, %800
  %805 = add nuw i64 %669, 1
  %806 = load i64, ptr %457, align 8, !tbaa !67
  %807 = icmp ult i64 %805, %806
  br i1 %807, label %668, label %612, !llvm.loop !87

808:                                              ; preds = %666
  %809 = call i64 @rejit_kernel(i64 noundef 57, i64 noundef %509, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  br label %810

810:                                              ; preds = %808, %666
  %811 = call fastcc i64 @list_threads(ptr noundef nonnull %0, i32 noundef 1) #9
  %812 = icmp slt i64 %811, 0
  br i1 %812, label %823, label %813

813:                                              ; preds = %810
  %814 = load i64, ptr %271, align 8, !tbaa !13
  %815 = icmp eq i64 %814, 0
  br i1 %815, label %880, label %816

816:                                              ; preds = %813
  %817 = getelementptr inbounds i8, ptr %0, i64 192
  %818 = getelementptr inbounds i8, ptr %2, i64 40
  %819 = getelementptr inbounds i8, ptr %2, i64 24
  %820 = getelementptr inbounds i8, ptr %2, i64 8
  %821 = getelementptr inbounds i8, ptr %2, i64 16
  %822 = getelementptr inbounds i8, ptr %0, i64 80
  br label %824

823:                                              ; preds = %810
  store <2 x i64> <i64 5, i64 0>, ptr %18, align 8, !tbaa !11
  br label %880

824:                                              ; preds = %876, %816
  %825 = phi i64 [ 0, %816 ], [ %877, %876 ]
  %826 = getelementptr inbounds [1024 x %struct.thread], ptr %817, i64 0, i64 %825
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %2) #4
  %827 = getelementptr inbounds i8, ptr %826, i64 8
  %828 = load i64, ptr %827, align 8, !tbaa !17
  %829 = add i64 %828, -1
  %830 = icmp ult i64 %829, 2
  br i1 %830, label %831, label %876

831:                                              ; preds = %824
  %832 = load i64, ptr %826, align 8, !tbaa !15
  %833 = call fastcc i32 @look(ptr noundef nonnull %0, i64 noundef %832, ptr noundef nonnull %2) #9
  %834 = icmp slt i32 %833, 0
  br i1 %834, label %874, label %835

835:                                              ; preds = %831
  %836 = load i64, ptr %827, align 8, !tbaa !17
  %837 = icmp eq i64 %836, 2
  %838 = load i64, ptr %2, align 8, !tbaa !43
  %839 = icmp eq i64 %838, 0
  br i1 %837, label %840, label %853

840:                                              ; preds = %835
  br i1 %839, label %876, label %841

841:                                              ; preds = %840
  %842 = load i64, ptr %822, align 8, !tbaa !44
  %843 = icmp eq i64 %842, 0
  br i1 %843, label %874, label %844

844:                                              ; preds = %841
  %845 = load i64, ptr %820, align 8, !tbaa !33
  %846 = load i64, ptr %72, align 8, !tbaa !34
  %847 = icmp eq i64 %845, %846
  br i1 %847, label %848, label %874

848:                                              ; preds = %844
  %849 = load i64, ptr %821, align 8, !tbaa !38
  %850 = sub i64 %849, %842
  %851 = add i64 %850, -256
  %852 = icmp ult i64 %851, -512
  br i1 %852, label %874, label %876

853:                                              ; preds = %835
  br i1 %839, label %874, label %854

854:                                              ; preds = %853
  %855 = load i64, ptr %818, align 8, !tbaa !40
  %856 = getelementptr inbounds i8, ptr %826, i64 56
  %857 = load i64, ptr %856, align 8, !tbaa !41
  %858 = icmp eq i64 %855, %857
  br i1 %858, label %859, label %874

859:                                              ; preds = %854
  %860 = load i64, ptr %819, align 8, !tbaa !30
  %861 = getelementptr inbounds i8, ptr %826, i64 16
  %862 = load i64, ptr %861, align 8, !tbaa !20
  %863 = icmp eq i64 %860, %862
  br i1 %863, label %864, label %874

864:                                              ; preds = %859
  %865 = load i64, ptr %820, align 8, !tbaa !33
  %866 = getelementptr inbounds i8, ptr %826, i64 40
  %867 = load i64, ptr %866, align 8, !tbaa !37
  %868 = icmp eq i64 %865, %867
  br i1 %868, label %869, label %874

869:                                              ; preds = %864
  %870 = load i64, ptr %821, align 8, !tbaa !38
  %871 = getelementptr inbounds i8, ptr %826, i64 48
  %872 = load i64, ptr %871, align 8, !tbaa !39
  %873 = icmp eq i64 %870, %872
  br i1 %873, label %876, label %874

874:                                              ; preds = %869, %864, %859, %854, %853, %848, %844, %841, %831
  %875 = load i64, ptr %826, align 8, !tbaa !15
  store i64 %875, ptr %17, align 8, !tbaa !35
  store i64 5, ptr %18, align 8, !tbaa !36
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %2) #4
  br label %880

876:                                              ; preds = %869, %848, %840, %824
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %2) #4
  %877 = add nuw i64 %825, 1
  %878 = load i64, ptr %271, align 8, !tbaa !13
  %879 = icmp ult i64 %877, %878
  br i1 %879, label %824, label %880, !llvm.loop !88

880:                                              ; preds = %876, %874, %823, %813, %522, %507
  %881 = phi i64 [ 7, %507 ], [ 8, %522 ], [ 5, %823 ], [ 5, %874 ], [ 0, %813 ], [ 0, %876 ]
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %9) #4
  call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %8) #4
  br label %897

882:                                              ; preds = %274, %894
  %883 = phi i64 [ 0, %274 ], [ %895, %894 ]
  %884 = getelementptr inbounds [1024 x %struct.thread], ptr %275, i64 0, i64 %883
  %885 = getelementptr inbounds i8, ptr %884, i64 8
  %886 = load i64, ptr %885, align 8, !tbaa !17
  %887 = icmp eq i64 %886, 6
  br i1 %887, label %888, label %894

888:                                              ; preds = %882
  %889 = call ptr @llvm.frameaddress.p0(i32 0)
  %890 = ptrtoint ptr %889 to i64
  %891 = add i64 %890, -64
  %892 = getelementptr inbounds i8, ptr %884, i64 24
  store i64 %891, ptr %892, align 8, !tbaa !21
  %893 = getelementptr inbounds i8, ptr %884, i64 16
  store i64 %891, ptr %893, align 8, !tbaa !20
  br label %894

894:                                              ; preds = %882, %888
  %895 = add nuw i64 %883, 1
  %896 = icmp eq i64 %895, %272
  br i1 %896, label %276, label %882, !llvm.loop !89

897:                                              ; preds = %880, %466, %463, %264
  %898 = phi i64 [ %261, %264 ], [ 6, %463 ], [ 8, %466 ], [ %881, %880 ]
  %899 = load i64, ptr @memory_file, align 8, !tbaa !11
  %900 = icmp sgt i64 %899, -1
  br i1 %900, label %901, label %903

901:                                              ; preds = %897
  %902 = call i64 @rejit_kernel(i64 noundef 57, i64 noundef %899, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  store i64 -1, ptr @memory_file, align 8, !tbaa !11
  br label %903

903:                                              ; preds = %901, %897
  %904 = load volatile i32, ptr @arrived, align 4, !tbaa !5
  store atomic volatile i32 0, ptr @stop seq_cst, align 4
  %905 = call i64 @rejit_kernel(i64 noundef 98, i64 noundef ptrtoint (ptr @stop to i64), i64 noundef 129, i64 noundef 2147483647, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  call fastcc void @wait_for(ptr noundef nonnull @left, i32 noundef %904) #9
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %13) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %13, i8 0, i64 16, i1 false)
  %906 = ptrtoint ptr %13 to i64
  %907 = call i64 @rejit_kernel(i64 noundef 113, i64 noundef 1, i64 noundef %906, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %908 = load i64, ptr %13, align 8, !tbaa !11
  %909 = getelementptr inbounds i8, ptr %13, i64 8
  %910 = load i64, ptr %909, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %13) #4
  %911 = sub i64 %908, %267
  %912 = mul i64 %911, 1000000000
  %913 = sub i64 %910, %269
  %914 = add i64 %913, %912
  store i64 %914, ptr %15, align 8, !tbaa !26
  br label %915

915:                                              ; preds = %218, %903, %259, %46
  %916 = phi i64 [ 4, %46 ], [ %898, %903 ], [ %261, %259 ], [ 0, %218 ]
  ret i64 %916
}

; Function Attrs: nounwind
declare void @llvm.eh.unwind.init() #4

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr nocapture writeonly, i8, i64, i1 immarg) #5

; Function Attrs: mustprogress nocallback nofree nosync nounwind willreturn memory(none)
declare ptr @llvm.thread.pointer() #3

; Function Attrs: nounwind
define internal fastcc range(i32 -1, 1) i32 @look(ptr noundef %0, i64 noundef %1, ptr nocapture noundef writeonly %2) unnamed_addr #0 {
  %4 = alloca [8 x i64], align 8
  tail call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(64) %2, i8 0, i64 64, i1 false)
  %5 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str) #9
  %6 = icmp slt i64 %5, 1
  br i1 %6, label %477, label %7

7:                                                ; preds = %3
  %8 = getelementptr inbounds i8, ptr %0, i64 2171072
  %9 = load i8, ptr %8, align 1, !tbaa !63
  %10 = add i8 %9, -58
  %11 = icmp ult i8 %10, -10
  br i1 %11, label %66, label %12

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
  %23 = load i8, ptr %22, align 1, !tbaa !63
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
  store i64 1, ptr %2, align 8, !tbaa !43
  %31 = load i64, ptr %4, align 8, !tbaa !11
  %32 = getelementptr inbounds i8, ptr %2, i64 16
  store i64 %31, ptr %32, align 8, !tbaa !38
  %33 = getelementptr inbounds i8, ptr %4, i64 48
  %34 = getelementptr inbounds i8, ptr %2, i64 24
  %35 = load <2 x i64>, ptr %33, align 8, !tbaa !11
  store <2 x i64> %35, ptr %34, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %4) #4
  br label %66

36:                                               ; preds = %27, %39
  %37 = phi ptr [ %40, %39 ], [ %29, %27 ]
  %38 = load i8, ptr %37, align 1, !tbaa !63
  switch i8 %38, label %39 [
    i8 0, label %41
    i8 120, label %41
  ]

39:                                               ; preds = %36
  %40 = getelementptr inbounds i8, ptr %37, i64 1
  br label %36, !llvm.loop !90

41:                                               ; preds = %36, %36
  %42 = icmp ne i8 %38, 0
  %43 = zext i1 %42 to i64
  %44 = getelementptr inbounds i8, ptr %37, i64 %43
  br label %45

45:                                               ; preds = %54, %41
  %46 = phi i64 [ 0, %41 ], [ %60, %54 ]
  %47 = phi ptr [ %44, %41 ], [ %61, %54 ]
  %48 = load i8, ptr %47, align 1, !tbaa !63
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
  br i1 %65, label %30, label %27, !llvm.loop !91

66:                                               ; preds = %30, %7
  %67 = tail call fastcc i64 @task_file(ptr noundef %0, i64 noundef %1, ptr noundef nonnull @.str.1) #9
  %68 = icmp slt i64 %67, 1
  br i1 %68, label %477, label %69

69:                                               ; preds = %66
  %70 = load i8, ptr %8, align 1, !tbaa !63
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
  %79 = load i8, ptr %78, align 1, !tbaa !63
  %80 = icmp eq i8 %79, 116
  br i1 %80, label %81, label %96

81:                                               ; preds = %77
  %82 = getelementptr inbounds i8, ptr %74, i64 2
  %83 = load i8, ptr %82, align 1, !tbaa !63
  %84 = icmp eq i8 %83, 97
  br i1 %84, label %85, label %96

85:                                               ; preds = %81
  %86 = getelementptr inbounds i8, ptr %74, i64 3
  %87 = load i8, ptr %86, align 1, !tbaa !63
  %88 = icmp eq i8 %87, 116
  br i1 %88, label %89, label %96

89:                                               ; preds = %85
  %90 = getelementptr inbounds i8, ptr %74, i64 4
  %91 = load i8, ptr %90, align 1, !tbaa !63
  %92 = icmp eq i8 %91, 101
  br i1 %92, label %93, label %96

93:                                               ; preds = %89
  %94 = load i8, ptr %75, align 1, !tbaa !63
  %95 = icmp eq i8 %94, 58
  br i1 %95, label %97, label %96

96:                                               ; preds = %72, %77, %81, %85, %89, %93
  br label %102

97:                                               ; preds = %93, %101
  %98 = phi ptr [ %99, %101 ], [ %75, %93 ]
  %99 = getelementptr inbounds i8, ptr %98, i64 1
  %100 = load i8, ptr %99, align 1, !tbaa !63
  switch i8 %100, label %112 [
    i8 9, label %101
    i8 32, label %101
  ]

101:                                              ; preds = %97, %97
  br label %97, !llvm.loop !92

102:                                              ; preds = %96, %105
  %103 = phi i8 [ %107, %105 ], [ %73, %96 ]
  %104 = phi ptr [ %106, %105 ], [ %74, %96 ]
  switch i8 %103, label %105 [
    i8 0, label %112
    i8 10, label %108
  ]

105:                                              ; preds = %102
  %106 = getelementptr inbounds i8, ptr %104, i64 1
  %107 = load i8, ptr %106, align 1, !tbaa !63
  br label %102, !llvm.loop !93

108:                                              ; preds = %102
  %109 = getelementptr inbounds i8, ptr %104, i64 1
  %110 = load i8, ptr %109, align 1, !tbaa !63
  %111 = icmp eq i8 %110, 0
  br i1 %111, label %112, label %72, !llvm.loop !94

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
  %121 = load i8, ptr %120, align 1, !tbaa !63
  %122 = icmp eq i8 %121, 105
  br i1 %122, label %123, label %142

123:                                              ; preds = %119
  %124 = getelementptr inbounds i8, ptr %116, i64 2
  %125 = load i8, ptr %124, align 1, !tbaa !63
  %126 = icmp eq i8 %125, 103
  br i1 %126, label %127, label %142

127:                                              ; preds = %123
  %128 = getelementptr inbounds i8, ptr %116, i64 3
  %129 = load i8, ptr %128, align 1, !tbaa !63
  %130 = icmp eq i8 %129, 66
  br i1 %130, label %131, label %142

131:                                              ; preds = %127
  %132 = getelementptr inbounds i8, ptr %116, i64 4
  %133 = load i8, ptr %132, align 1, !tbaa !63
  %134 = icmp eq i8 %133, 108
  br i1 %134, label %135, label %142

135:                                              ; preds = %131
  %136 = getelementptr inbounds i8, ptr %116, i64 5
  %137 = load i8, ptr %136, align 1, !tbaa !63
  %138 = icmp eq i8 %137, 107
  br i1 %138, label %139, label %142

139:                                              ; preds = %135
  %140 = load i8, ptr %117, align 1, !tbaa !63
  %141 = icmp eq i8 %140, 58
  br i1 %141, label %143, label %142

142:                                              ; preds = %114, %119, %123, %127, %131, %135, %139
  br label %148

143:                                              ; preds = %139, %147
  %144 = phi ptr [ %145, %147 ], [ %117, %139 ]
  %145 = getelementptr inbounds i8, ptr %144, i64 1
  %146 = load i8, ptr %145, align 1, !tbaa !63
  switch i8 %146, label %158 [
    i8 9, label %147
    i8 32, label %147
  ]

147:                                              ; preds = %143, %143
  br label %143, !llvm.loop !92

148:                                              ; preds = %142, %151
  %149 = phi i8 [ %153, %151 ], [ %115, %142 ]
  %150 = phi ptr [ %152, %151 ], [ %116, %142 ]
  switch i8 %149, label %151 [
    i8 0, label %158
    i8 10, label %154
  ]

151:                                              ; preds = %148
  %152 = getelementptr inbounds i8, ptr %150, i64 1
  %153 = load i8, ptr %152, align 1, !tbaa !63
  br label %148, !llvm.loop !93

154:                                              ; preds = %148
  %155 = getelementptr inbounds i8, ptr %150, i64 1
  %156 = load i8, ptr %155, align 1, !tbaa !63
  %157 = icmp eq i8 %156, 0
  br i1 %157, label %158, label %114, !llvm.loop !94

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
  %167 = load i8, ptr %166, align 1, !tbaa !63
  %168 = icmp eq i8 %167, 111
  br i1 %168, label %169, label %256

169:                                              ; preds = %165
  %170 = getelementptr inbounds i8, ptr %162, i64 2
  %171 = load i8, ptr %170, align 1, !tbaa !63
  %172 = icmp eq i8 %171, 108
  br i1 %172, label %173, label %256

173:                                              ; preds = %169
  %174 = getelementptr inbounds i8, ptr %162, i64 3
  %175 = load i8, ptr %174, align 1, !tbaa !63
  %176 = icmp eq i8 %175, 117
  br i1 %176, label %177, label %256

177:                                              ; preds = %173
  %178 = getelementptr inbounds i8, ptr %162, i64 4
  %179 = load i8, ptr %178, align 1, !tbaa !63
  %180 = icmp eq i8 %179, 110
  br i1 %180, label %181, label %256

181:                                              ; preds = %177
  %182 = getelementptr inbounds i8, ptr %162, i64 5
  %183 = load i8, ptr %182, align 1, !tbaa !63
  %184 = icmp eq i8 %183, 116
  br i1 %184, label %185, label %256

185:                                              ; preds = %181
  %186 = getelementptr inbounds i8, ptr %162, i64 6
  %187 = load i8, ptr %186, align 1, !tbaa !63
  %188 = icmp eq i8 %187, 97
  br i1 %188, label %189, label %256

189:                                              ; preds = %185
  %190 = getelementptr inbounds i8, ptr %162, i64 7
  %191 = load i8, ptr %190, align 1, !tbaa !63
  %192 = icmp eq i8 %191, 114
  br i1 %192, label %193, label %256

193:                                              ; preds = %189
  %194 = getelementptr inbounds i8, ptr %162, i64 8
  %195 = load i8, ptr %194, align 1, !tbaa !63
  %196 = icmp eq i8 %195, 121
  br i1 %196, label %197, label %256

197:                                              ; preds = %193
  %198 = getelementptr inbounds i8, ptr %162, i64 9
  %199 = load i8, ptr %198, align 1, !tbaa !63
  %200 = icmp eq i8 %199, 95
  br i1 %200, label %201, label %256

201:                                              ; preds = %197
  %202 = getelementptr inbounds i8, ptr %162, i64 10
  %203 = load i8, ptr %202, align 1, !tbaa !63
  %204 = icmp eq i8 %203, 99
  br i1 %204, label %205, label %256

205:                                              ; preds = %201
  %206 = getelementptr inbounds i8, ptr %162, i64 11
  %207 = load i8, ptr %206, align 1, !tbaa !63
  %208 = icmp eq i8 %207, 116
  br i1 %208, label %209, label %256

209:                                              ; preds = %205
  %210 = getelementptr inbounds i8, ptr %162, i64 12
  %211 = load i8, ptr %210, align 1, !tbaa !63
  %212 = icmp eq i8 %211, 120
  br i1 %212, label %213, label %256

213:                                              ; preds = %209
  %214 = getelementptr inbounds i8, ptr %162, i64 13
  %215 = load i8, ptr %214, align 1, !tbaa !63
  %216 = icmp eq i8 %215, 116
  br i1 %216, label %217, label %256

217:                                              ; preds = %213
  %218 = getelementptr inbounds i8, ptr %162, i64 14
  %219 = load i8, ptr %218, align 1, !tbaa !63
  %220 = icmp eq i8 %219, 95
  br i1 %220, label %221, label %256

221:                                              ; preds = %217
  %222 = getelementptr inbounds i8, ptr %162, i64 15
  %223 = load i8, ptr %222, align 1, !tbaa !63
  %224 = icmp eq i8 %223, 115
  br i1 %224, label %225, label %256

225:                                              ; preds = %221
  %226 = getelementptr inbounds i8, ptr %162, i64 16
  %227 = load i8, ptr %226, align 1, !tbaa !63
  %228 = icmp eq i8 %227, 119
  br i1 %228, label %229, label %256

229:                                              ; preds = %225
  %230 = getelementptr inbounds i8, ptr %162, i64 17
  %231 = load i8, ptr %230, align 1, !tbaa !63
  %232 = icmp eq i8 %231, 105
  br i1 %232, label %233, label %256

233:                                              ; preds = %229
  %234 = getelementptr inbounds i8, ptr %162, i64 18
  %235 = load i8, ptr %234, align 1, !tbaa !63
  %236 = icmp eq i8 %235, 116
  br i1 %236, label %237, label %256

237:                                              ; preds = %233
  %238 = getelementptr inbounds i8, ptr %162, i64 19
  %239 = load i8, ptr %238, align 1, !tbaa !63
  %240 = icmp eq i8 %239, 99
  br i1 %240, label %241, label %256

241:                                              ; preds = %237
  %242 = getelementptr inbounds i8, ptr %162, i64 20
  %243 = load i8, ptr %242, align 1, !tbaa !63
  %244 = icmp eq i8 %243, 104
  br i1 %244, label %245, label %256

245:                                              ; preds = %241
  %246 = getelementptr inbounds i8, ptr %162, i64 21
  %247 = load i8, ptr %246, align 1, !tbaa !63
  %248 = icmp eq i8 %247, 101
  br i1 %248, label %249, label %256

249:                                              ; preds = %245
  %250 = getelementptr inbounds i8, ptr %162, i64 22
  %251 = load i8, ptr %250, align 1, !tbaa !63
  %252 = icmp eq i8 %251, 115
  br i1 %252, label %253, label %256

253:                                              ; preds = %249
  %254 = load i8, ptr %163, align 1, !tbaa !63
  %255 = icmp eq i8 %254, 58
  br i1 %255, label %257, label %256

256:                                              ; preds = %160, %165, %169, %173, %177, %181, %185, %189, %193, %197, %201, %205, %209, %213, %217, %221, %225, %229, %233, %237, %241, %245, %249, %253
  br label %262

257:                                              ; preds = %253, %261
  %258 = phi ptr [ %259, %261 ], [ %163, %253 ]
  %259 = getelementptr inbounds i8, ptr %258, i64 1
  %260 = load i8, ptr %259, align 1, !tbaa !63
  switch i8 %260, label %272 [
    i8 9, label %261
    i8 32, label %261
  ]

261:                                              ; preds = %257, %257
  br label %257, !llvm.loop !92

262:                                              ; preds = %256, %265
  %263 = phi i8 [ %267, %265 ], [ %161, %256 ]
  %264 = phi ptr [ %266, %265 ], [ %162, %256 ]
  switch i8 %263, label %265 [
    i8 0, label %272
    i8 10, label %268
  ]

265:                                              ; preds = %262
  %266 = getelementptr inbounds i8, ptr %264, i64 1
  %267 = load i8, ptr %266, align 1, !tbaa !63
  br label %262, !llvm.loop !93

268:                                              ; preds = %262
  %269 = getelementptr inbounds i8, ptr %264, i64 1
  %270 = load i8, ptr %269, align 1, !tbaa !63
  %271 = icmp eq i8 %270, 0
  br i1 %271, label %272, label %160, !llvm.loop !94

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
  %281 = load i8, ptr %280, align 1, !tbaa !63
  %282 = icmp eq i8 %281, 111
  br i1 %282, label %283, label %382

283:                                              ; preds = %279
  %284 = getelementptr inbounds i8, ptr %276, i64 2
  %285 = load i8, ptr %284, align 1, !tbaa !63
  %286 = icmp eq i8 %285, 110
  br i1 %286, label %287, label %382

287:                                              ; preds = %283
  %288 = getelementptr inbounds i8, ptr %276, i64 3
  %289 = load i8, ptr %288, align 1, !tbaa !63
  %290 = icmp eq i8 %289, 118
  br i1 %290, label %291, label %382

291:                                              ; preds = %287
  %292 = getelementptr inbounds i8, ptr %276, i64 4
  %293 = load i8, ptr %292, align 1, !tbaa !63
  %294 = icmp eq i8 %293, 111
  br i1 %294, label %295, label %382

295:                                              ; preds = %291
  %296 = getelementptr inbounds i8, ptr %276, i64 5
  %297 = load i8, ptr %296, align 1, !tbaa !63
  %298 = icmp eq i8 %297, 108
  br i1 %298, label %299, label %382

299:                                              ; preds = %295
  %300 = getelementptr inbounds i8, ptr %276, i64 6
  %301 = load i8, ptr %300, align 1, !tbaa !63
  %302 = icmp eq i8 %301, 117
  br i1 %302, label %303, label %382

303:                                              ; preds = %299
  %304 = getelementptr inbounds i8, ptr %276, i64 7
  %305 = load i8, ptr %304, align 1, !tbaa !63
  %306 = icmp eq i8 %305, 110
  br i1 %306, label %307, label %382

307:                                              ; preds = %303
  %308 = getelementptr inbounds i8, ptr %276, i64 8
  %309 = load i8, ptr %308, align 1, !tbaa !63
  %310 = icmp eq i8 %309, 116
  br i1 %310, label %311, label %382

311:                                              ; preds = %307
  %312 = getelementptr inbounds i8, ptr %276, i64 9
  %313 = load i8, ptr %312, align 1, !tbaa !63
  %314 = icmp eq i8 %313, 97
  br i1 %314, label %315, label %382

315:                                              ; preds = %311
  %316 = getelementptr inbounds i8, ptr %276, i64 10
  %317 = load i8, ptr %316, align 1, !tbaa !63
  %318 = icmp eq i8 %317, 114
  br i1 %318, label %319, label %382

319:                                              ; preds = %315
  %320 = getelementptr inbounds i8, ptr %276, i64 11
  %321 = load i8, ptr %320, align 1, !tbaa !63
  %322 = icmp eq i8 %321, 121
  br i1 %322, label %323, label %382

323:                                              ; preds = %319
  %324 = getelementptr inbounds i8, ptr %276, i64 12
  %325 = load i8, ptr %324, align 1, !tbaa !63
  %326 = icmp eq i8 %325, 95
  br i1 %326, label %327, label %382

327:                                              ; preds = %323
  %328 = getelementptr inbounds i8, ptr %276, i64 13
  %329 = load i8, ptr %328, align 1, !tbaa !63
  %330 = icmp eq i8 %329, 99
  br i1 %330, label %331, label %382

331:                                              ; preds = %327
  %332 = getelementptr inbounds i8, ptr %276, i64 14
  %333 = load i8, ptr %332, align 1, !tbaa !63
  %334 = icmp eq i8 %333, 116
  br i1 %334, label %335, label %382

335:                                              ; preds = %331
  %336 = getelementptr inbounds i8, ptr %276, i64 15
  %337 = load i8, ptr %336, align 1, !tbaa !63
  %338 = icmp eq i8 %337, 120
  br i1 %338, label %339, label %382

339:                                              ; preds = %335
  %340 = getelementptr inbounds i8, ptr %276, i64 16
  %341 = load i8, ptr %340, align 1, !tbaa !63
  %342 = icmp eq i8 %341, 116
  br i1 %342, label %343, label %382

343:                                              ; preds = %339
  %344 = getelementptr inbounds i8, ptr %276, i64 17
  %345 = load i8, ptr %344, align 1, !tbaa !63
  %346 = icmp eq i8 %345, 95
  br i1 %346, label %347, label %382

347:                                              ; preds = %343
  %348 = getelementptr inbounds i8, ptr %276, i64 18
  %349 = load i8, ptr %348, align 1, !tbaa !63
  %350 = icmp eq i8 %349, 115
  br i1 %350, label %351, label %382

351:                                              ; preds = %347
  %352 = getelementptr inbounds i8, ptr %276, i64 19
  %353 = load i8, ptr %352, align 1, !tbaa !63
  %354 = icmp eq i8 %353, 119
  br i1 %354, label %355, label %382

355:                                              ; preds = %351
  %356 = getelementptr inbounds i8, ptr %276, i64 20
  %357 = load i8, ptr %356, align 1, !tbaa !63
  %358 = icmp eq i8 %357, 105
  br i1 %358, label %359, label %382

359:                                              ; preds = %355
  %360 = getelementptr inbounds i8, ptr %276, i64 21
  %361 = load i8, ptr %360, align 1, !tbaa !63
  %362 = icmp eq i8 %361, 116
  br i1 %362, label %363, label %382

363:                                              ; preds = %359
  %364 = getelementptr inbounds i8, ptr %276, i64 22
  %365 = load i8, ptr %364, align 1, !tbaa !63
  %366 = icmp eq i8 %365, 99
  br i1 %366, label %367, label %382

367:                                              ; preds = %363
  %368 = getelementptr inbounds i8, ptr %276, i64 23
  %369 = load i8, ptr %368, align 1, !tbaa !63
  %370 = icmp eq i8 %369, 104
  br i1 %370, label %371, label %382

371:                                              ; preds = %367
  %372 = getelementptr inbounds i8, ptr %276, i64 24
  %373 = load i8, ptr %372, align 1, !tbaa !63
  %374 = icmp eq i8 %373, 101
  br i1 %374, label %375, label %382

375:                                              ; preds = %371
  %376 = getelementptr inbounds i8, ptr %276, i64 25
  %377 = load i8, ptr %376, align 1, !tbaa !63
  %378 = icmp eq i8 %377, 115
  br i1 %378, label %379, label %382

379:                                              ; preds = %375
  %380 = load i8, ptr %277, align 1, !tbaa !63
  %381 = icmp eq i8 %380, 58
  br i1 %381, label %383, label %382

382:                                              ; preds = %274, %279, %283, %287, %291, %295, %299, %303, %307, %311, %315, %319, %323, %327, %331, %335, %339, %343, %347, %351, %355, %359, %363, %367, %371, %375, %379
  br label %388

383:                                              ; preds = %379, %387
  %384 = phi ptr [ %385, %387 ], [ %277, %379 ]
  %385 = getelementptr inbounds i8, ptr %384, i64 1
  %386 = load i8, ptr %385, align 1, !tbaa !63
  switch i8 %386, label %398 [
    i8 9, label %387
    i8 32, label %387
  ]

387:                                              ; preds = %383, %383
  br label %383, !llvm.loop !92

388:                                              ; preds = %382, %391
  %389 = phi i8 [ %393, %391 ], [ %275, %382 ]
  %390 = phi ptr [ %392, %391 ], [ %276, %382 ]
  switch i8 %389, label %391 [
    i8 0, label %398
    i8 10, label %394
  ]

391:                                              ; preds = %388
  %392 = getelementptr inbounds i8, ptr %390, i64 1
  %393 = load i8, ptr %392, align 1, !tbaa !63
  br label %388, !llvm.loop !93

394:                                              ; preds = %388
  %395 = getelementptr inbounds i8, ptr %390, i64 1
  %396 = load i8, ptr %395, align 1, !tbaa !63
  %397 = icmp eq i8 %396, 0
  br i1 %397, label %398, label %274, !llvm.loop !94

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
  %413 = load i8, ptr %412, align 1, !tbaa !63
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
  %429 = load i8, ptr %399, align 1, !tbaa !63
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
  %441 = load i8, ptr %440, align 1, !tbaa !63
  %442 = add i8 %441, -58
  %443 = icmp ult i8 %442, -10
  br i1 %443, label %444, label %432

444:                                              ; preds = %432, %427
  %445 = phi i64 [ 0, %427 ], [ %439, %432 ]
  store i64 %445, ptr %428, align 8, !tbaa !11
  %446 = load i8, ptr %402, align 1, !tbaa !63
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
  %458 = load i8, ptr %457, align 1, !tbaa !63
  %459 = add i8 %458, -58
  %460 = icmp ult i8 %459, -10
  br i1 %460, label %461, label %449

461:                                              ; preds = %449
  %462 = shl i64 %456, 32
  br label %463

463:                                              ; preds = %461, %444
  %464 = phi i64 [ 0, %444 ], [ %462, %461 ]
  %465 = add i64 %464, %445
  store i64 %465, ptr %428, align 8, !tbaa !40
  %466 = load i8, ptr %400, align 1, !tbaa !63
  %467 = and i8 %466, -3
  %468 = icmp eq i8 %467, 88
  %469 = zext i1 %468 to i64
  %470 = getelementptr inbounds i8, ptr %2, i64 48
  store i64 %469, ptr %470, align 8, !tbaa !42
  %471 = getelementptr inbounds i8, ptr %0, i64 88
  %472 = load i64, ptr %471, align 8, !tbaa !60
  %473 = add i64 %472, -1
  %474 = lshr i64 %411, %473
  %475 = and i64 %474, 1
  %476 = getelementptr inbounds i8, ptr %2, i64 56
  store i64 %475, ptr %476, align 8, !tbaa !95
  br label %477

477:                                              ; preds = %66, %398, %463, %3
  %478 = phi i32 [ -1, %3 ], [ -1, %66 ], [ 0, %463 ], [ -1, %398 ]
  ret i32 %478
}

; Function Attrs: mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite)
declare void @llvm.memcpy.p0.p0.i64(ptr noalias nocapture writeonly, ptr noalias nocapture readonly, i64, i1 immarg) #6

; Function Attrs: nounwind
define internal fastcc range(i64 -1, -9223372036854775808) i64 @task_file(ptr noundef %0, i64 noundef %1, ptr nocapture noundef readonly %2) unnamed_addr #0 {
  %4 = alloca [20 x i8], align 1
  %5 = alloca [64 x i8], align 16
  call void @llvm.lifetime.start.p0(i64 64, ptr nonnull %5) #4
  %6 = getelementptr inbounds i8, ptr %5, i64 16
  store <16 x i8> <i8 47, i8 112, i8 114, i8 111, i8 99, i8 47, i8 115, i8 101, i8 108, i8 102, i8 47, i8 116, i8 97, i8 115, i8 107, i8 47>, ptr %5, align 16, !tbaa !63
  store i8 0, ptr %6, align 16, !tbaa !63
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
  store i8 %16, ptr %18, align 1, !tbaa !63
  %19 = icmp ult i64 %10, 10
  %20 = add nuw i32 %8, 1
  br i1 %19, label %21, label %7, !llvm.loop !96

21:                                               ; preds = %7
  %22 = sext i32 %8 to i64
  br label %23

23:                                               ; preds = %23, %21
  %24 = phi i64 [ %22, %21 ], [ %26, %23 ]
  %25 = phi ptr [ %6, %21 ], [ %29, %23 ]
  %26 = add nsw i64 %24, -1
  %27 = getelementptr inbounds [20 x i8], ptr %4, i64 0, i64 %26
  %28 = load i8, ptr %27, align 1, !tbaa !63
  %29 = getelementptr inbounds i8, ptr %25, i64 1
  store i8 %28, ptr %25, align 1, !tbaa !63
  %30 = icmp eq i64 %26, 0
  br i1 %30, label %31, label %23, !llvm.loop !97

31:                                               ; preds = %23
  call void @llvm.lifetime.end.p0(i64 20, ptr nonnull %4) #4
  %32 = load i8, ptr %2, align 1, !tbaa !63
  %33 = icmp eq i8 %32, 0
  br i1 %33, label %42, label %34

34:                                               ; preds = %31, %34
  %35 = phi i8 [ %40, %34 ], [ %32, %31 ]
  %36 = phi ptr [ %38, %34 ], [ %2, %31 ]
  %37 = phi ptr [ %39, %34 ], [ %29, %31 ]
  %38 = getelementptr inbounds i8, ptr %36, i64 1
  %39 = getelementptr inbounds i8, ptr %37, i64 1
  store i8 %35, ptr %37, align 1, !tbaa !63
  %40 = load i8, ptr %38, align 1, !tbaa !63
  %41 = icmp eq i8 %40, 0
  br i1 %41, label %42, label %34, !llvm.loop !98

42:                                               ; preds = %34, %31
  %43 = phi ptr [ %29, %31 ], [ %39, %34 ]
  store i8 0, ptr %43, align 1, !tbaa !63
  %44 = ptrtoint ptr %5 to i64
  %45 = call i64 @rejit_kernel(i64 noundef 56, i64 noundef -100, i64 noundef %44, i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %46 = icmp slt i64 %45, 0
  br i1 %46, label %63, label %47

47:                                               ; preds = %42
  %48 = getelementptr inbounds i8, ptr %0, i64 2171072
  %49 = ptrtoint ptr %48 to i64
  br label %53

50:                                               ; preds = %53
  %51 = add nuw nsw i64 %57, %54
  %52 = icmp slt i64 %51, 16383
  br i1 %52, label %53, label %59, !llvm.loop !99

53:                                               ; preds = %47, %50
  %54 = phi i64 [ 0, %47 ], [ %51, %50 ]
  %55 = add i64 %54, %49
  %56 = sub nuw nsw i64 16383, %54
  %57 = call i64 @rejit_kernel(i64 noundef 63, i64 noundef %45, i64 noundef %55, i64 noundef %56, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %58 = icmp sgt i64 %57, 0
  br i1 %58, label %50, label %59

59:                                               ; preds = %50, %53
  %60 = phi i64 [ %51, %50 ], [ %54, %53 ]
  %61 = call i64 @rejit_kernel(i64 noundef 57, i64 noundef %45, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %62 = getelementptr inbounds [16384 x i8], ptr %48, i64 0, i64 %60
  store i8 0, ptr %62, align 1, !tbaa !63
  br label %63

63:                                               ; preds = %42, %59
  %64 = phi i64 [ %60, %59 ], [ -1, %42 ]
  call void @llvm.lifetime.end.p0(i64 64, ptr nonnull %5) #4
  ret i64 %64
}

; Function Attrs: nounwind
define internal fastcc i64 @list_threads(ptr noundef %0, i32 noundef %1) unnamed_addr #0 {
  %3 = tail call i64 @rejit_kernel(i64 noundef 56, i64 noundef -100, i64 noundef ptrtoint (ptr @.str.7 to i64), i64 noundef 524288, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %4 = icmp slt i64 %3, 0
  br i1 %4, label %90, label %5

5:                                                ; preds = %2
  %6 = getelementptr inbounds i8, ptr %0, i64 2171072
  %7 = ptrtoint ptr %6 to i64
  %8 = tail call i64 @rejit_kernel(i64 noundef 61, i64 noundef %3, i64 noundef %7, i64 noundef 16384, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %9 = icmp sgt i64 %8, 0
  br i1 %9, label %10, label %82

10:                                               ; preds = %5
  %11 = icmp eq i32 %1, 0
  %12 = getelementptr inbounds i8, ptr %0, i64 192
  %13 = getelementptr inbounds i8, ptr %0, i64 120
  br label %17

14:                                               ; preds = %72
  %15 = tail call i64 @rejit_kernel(i64 noundef 61, i64 noundef %3, i64 noundef %7, i64 noundef 16384, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %16 = icmp sgt i64 %15, 0
  br i1 %16, label %17, label %80, !llvm.loop !100

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
  %27 = load i8, ptr %26, align 1, !tbaa !63
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
  %39 = load i8, ptr %38, align 1, !tbaa !63
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
  br i1 %52, label %57, label %53, !llvm.loop !101

53:                                               ; preds = %49
  %54 = getelementptr inbounds [1024 x %struct.thread], ptr %12, i64 0, i64 %51
  %55 = load i64, ptr %54, align 8, !tbaa !15
  %56 = icmp eq i64 %55, %37
  br i1 %56, label %57, label %49, !llvm.loop !101

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
  %76 = load i16, ptr %75, align 2, !tbaa !102
  %77 = zext i16 %76 to i64
  %78 = add nuw nsw i64 %22, %77
  %79 = icmp slt i64 %78, %18
  br i1 %79, label %21, label %14, !llvm.loop !104

80:                                               ; preds = %14
  %81 = icmp ne i64 %74, 0
  br label %82

82:                                               ; preds = %80, %5
  %83 = phi i64 [ 0, %5 ], [ %73, %80 ]
  %84 = phi i1 [ true, %5 ], [ %81, %80 ]
  %85 = phi i64 [ %8, %5 ], [ %15, %80 ]
  %86 = tail call i64 @rejit_kernel(i64 noundef 57, i64 noundef %3, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %87 = icmp eq i64 %85, 0
  %88 = select i1 %87, i1 %84, i1 false
  %89 = select i1 %88, i64 %83, i64 -1
  br label %90

90:                                               ; preds = %2, %82
  %91 = phi i64 [ %89, %82 ], [ -1, %2 ]
  ret i64 %91
}

; Function Attrs: nounwind
define internal fastcc void @wait_for(ptr noundef %0, i32 noundef %1) unnamed_addr #0 {
  %3 = alloca [2 x i64], align 8
  %4 = alloca [2 x i64], align 8
  %5 = alloca [2 x i64], align 8
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %3) #4
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %3, i8 0, i64 16, i1 false)
  %6 = ptrtoint ptr %3 to i64
  %7 = call i64 @rejit_kernel(i64 noundef 113, i64 noundef 1, i64 noundef %6, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %8 = load i64, ptr %3, align 8, !tbaa !11
  %9 = mul i64 %8, 1000000000
  %10 = getelementptr inbounds i8, ptr %3, i64 8
  %11 = load i64, ptr %10, align 8, !tbaa !11
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %3) #4
  %12 = add i64 %11, 200000000
  %13 = add i64 %12, %9
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  call void @llvm.memcpy.p0.p0.i64(ptr noundef nonnull align 8 dereferenceable(16) %5, ptr noundef nonnull align 8 dereferenceable(16) @__const.wait_for.step, i64 16, i1 false)
  %14 = load volatile i32, ptr %0, align 4, !tbaa !5
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
  %23 = call i64 @rejit_kernel(i64 noundef 113, i64 noundef 1, i64 noundef %17, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %24 = load i64, ptr %4, align 8, !tbaa !11
  %25 = mul i64 %24, 1000000000
  %26 = load i64, ptr %18, align 8, !tbaa !11
  %27 = add i64 %25, %26
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #4
  %28 = icmp ult i64 %27, %13
  br i1 %28, label %30, label %29

29:                                               ; preds = %21, %30, %2
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  ret void

30:                                               ; preds = %21
  %31 = zext i32 %22 to i64
  %32 = call i64 @rejit_kernel(i64 noundef 98, i64 noundef %19, i64 noundef 128, i64 noundef %31, i64 noundef %20, i64 noundef 0, i64 noundef 0) #8
  %33 = load volatile i32, ptr %0, align 4, !tbaa !5
  %34 = icmp ult i32 %33, %1
  br i1 %34, label %21, label %29, !llvm.loop !105
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
  br i1 %15, label %106, label %16

16:                                               ; preds = %3
  %17 = getelementptr inbounds i8, ptr %0, i64 144
  %18 = load i64, ptr %17, align 8, !tbaa !29
  %19 = icmp eq i64 %18, 0
  br i1 %19, label %106, label %20

20:                                               ; preds = %16
  %21 = getelementptr inbounds i8, ptr %0, i64 2187968
  %22 = ptrtoint ptr %21 to i64
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %4) #4
  store i64 %22, ptr %4, align 8, !tbaa !11
  %23 = getelementptr inbounds i8, ptr %4, i64 8
  store i64 %10, ptr %23, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %5) #4
  store i64 %11, ptr %5, align 8, !tbaa !11
  %24 = getelementptr inbounds i8, ptr %5, i64 8
  store i64 %10, ptr %24, align 8, !tbaa !11
  %25 = load i64, ptr @memory_file, align 8, !tbaa !11
  %26 = icmp slt i64 %25, 0
  br i1 %26, label %27, label %32

27:                                               ; preds = %20
  %28 = tail call i64 @rejit_kernel(i64 noundef 172, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %29 = ptrtoint ptr %4 to i64
  %30 = ptrtoint ptr %5 to i64
  %31 = call i64 @rejit_kernel(i64 noundef 270, i64 noundef %28, i64 noundef %29, i64 noundef 1, i64 noundef %30, i64 noundef 1, i64 noundef 0) #8
  br label %34

32:                                               ; preds = %20
  %33 = tail call i64 @rejit_kernel(i64 noundef 67, i64 noundef %25, i64 noundef %22, i64 noundef %10, i64 noundef %11, i64 noundef 0, i64 noundef 0) #8
  br label %34

34:                                               ; preds = %27, %32
  %35 = phi i64 [ %31, %27 ], [ %33, %32 ]
  %36 = call i64 @llvm.smax.i64(i64 %35, i64 0)
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %5) #4
  call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %4) #4
  %37 = icmp eq i64 %36, %10
  br i1 %37, label %38, label %106

38:                                               ; preds = %34
  %39 = lshr i64 %10, 3
  %40 = icmp ult i64 %9, 8
  br i1 %40, label %106, label %41

41:                                               ; preds = %38
  %42 = load i64, ptr @is_control_block.distance, align 8, !tbaa !11
  %43 = load i64, ptr %1, align 8, !tbaa !81
  %44 = getelementptr inbounds i8, ptr %1, i64 24
  %45 = load i64, ptr %44, align 8, !tbaa !106
  %46 = sub i64 %43, %45
  %47 = icmp ne i64 %2, 0
  %48 = trunc i64 %2 to i32
  %49 = call i64 @llvm.umax.i64(i64 %39, i64 1)
  br label %50

50:                                               ; preds = %41, %102
  %51 = phi i64 [ 0, %41 ], [ %104, %102 ]
  %52 = phi i64 [ %42, %41 ], [ %103, %102 ]
  %53 = getelementptr i64, ptr %21, i64 %51
  %54 = add nuw nsw i64 %51, 2
  %55 = icmp uge i64 %54, %39
  %56 = icmp ult i64 %51, 256
  %57 = or i1 %56, %55
  br i1 %57, label %102, label %58

58:                                               ; preds = %50
  %59 = load i64, ptr %53, align 8, !tbaa !11
  %60 = icmp eq i64 %59, %45
  br i1 %60, label %61, label %102

61:                                               ; preds = %58
  %62 = getelementptr inbounds i64, ptr %21, i64 %54
  %63 = load i64, ptr %62, align 8, !tbaa !11
  %64 = icmp eq i64 %63, %46
  br i1 %64, label %65, label %102

65:                                               ; preds = %61
  %66 = getelementptr i8, ptr %53, i64 8
  %67 = load i64, ptr %66, align 8, !tbaa !11
  %68 = add i64 %67, %45
  %69 = load i64, ptr %6, align 8, !tbaa !79
  %70 = icmp ugt i64 %68, %69
  br i1 %70, label %102, label %71

71:                                               ; preds = %65
  %72 = shl nuw nsw i64 %51, 3
  %73 = add i64 %72, %11
  %74 = icmp ugt i64 %68, %73
  br i1 %74, label %75, label %102

75:                                               ; preds = %71
  %76 = icmp eq i64 %52, 0
  %77 = and i1 %47, %76
  br i1 %77, label %80, label %94

78:                                               ; preds = %80
  %79 = icmp eq i64 %89, 1
  br i1 %79, label %93, label %102

80:                                               ; preds = %75, %80
  %81 = phi i64 [ %91, %80 ], [ 1, %75 ]
  %82 = phi i64 [ %90, %80 ], [ 0, %75 ]
  %83 = phi i64 [ %89, %80 ], [ 0, %75 ]
  %84 = sub nsw i64 0, %81
  %85 = getelementptr inbounds i32, ptr %53, i64 %84
  %86 = load i32, ptr %85, align 4, !tbaa !5
  %87 = icmp eq i32 %86, %48
  %88 = zext i1 %87 to i64
  %89 = add i64 %83, %88
  %90 = select i1 %87, i64 %81, i64 %82
  %91 = add nuw nsw i64 %81, 1
  %92 = icmp eq i64 %91, 513
  br i1 %92, label %78, label %80, !llvm.loop !107

93:                                               ; preds = %78
  store i64 %90, ptr @is_control_block.distance, align 8, !tbaa !11
  br label %94

94:                                               ; preds = %93, %75
  %95 = phi i64 [ %90, %93 ], [ %52, %75 ]
  %96 = icmp eq i64 %95, 0
  br i1 %96, label %102, label %97

97:                                               ; preds = %94
  %98 = sub nsw i64 0, %95
  %99 = getelementptr inbounds i32, ptr %53, i64 %98
  %100 = load i32, ptr %99, align 4, !tbaa !5
  %101 = icmp eq i32 %100, %48
  br i1 %101, label %106, label %102

102:                                              ; preds = %78, %94, %50, %58, %61, %65, %71, %97
  %103 = phi i64 [ 0, %94 ], [ %52, %50 ], [ %52, %58 ], [ %52, %61 ], [ %52, %65 ], [ %52, %71 ], [ %95, %97 ], [ 0, %78 ]
  %104 = add nuw nsw i64 %51, 1
  %105 = icmp eq i64 %104, %49
  br i1 %105, label %106, label %50, !llvm.loop !108

106:                                              ; preds = %102, %97, %38, %3, %16, %34
  %107 = phi i64 [ 0, %34 ], [ 0, %16 ], [ 0, %3 ], [ 0, %38 ], [ 0, %102 ], [ %73, %97 ]
  ret i64 %107
}

; Function Attrs: nounwind
define internal fastcc void @scan_range(ptr noundef %0, i64 noundef %1, i64 noundef %2, i64 noundef %3, i64 noundef %4) unnamed_addr #0 {
  %6 = alloca [2 x i64], align 8
  %7 = alloca [2 x i64], align 8
  %8 = getelementptr inbounds i8, ptr %0, i64 152
  %9 = load i64, ptr %8, align 8, !tbaa !109
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
  br i1 %32, label %33, label %209, !llvm.loop !110

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
  %46 = call i64 @rejit_kernel(i64 noundef 67, i64 noundef %1, i64 noundef %17, i64 noundef %44, i64 noundef %45, i64 noundef 0, i64 noundef 0) #8
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
  br i1 %64, label %56, label %65, !llvm.loop !111

65:                                               ; preds = %62, %58
  %66 = phi i64 [ %63, %62 ], [ %57, %58 ]
  %67 = icmp eq i64 %66, %55
  br i1 %67, label %68, label %70

68:                                               ; preds = %65
  %69 = add i64 %55, 1
  br label %206, !llvm.loop !112

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
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %6) #4
  store i64 %19, ptr %6, align 8, !tbaa !11
  store i64 %80, ptr %20, align 8, !tbaa !11
  call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %7) #4
  store i64 %79, ptr %7, align 8, !tbaa !11
  store i64 %80, ptr %21, align 8, !tbaa !11
  %81 = load i64, ptr @memory_file, align 8, !tbaa !11
  %82 = icmp slt i64 %81, 0
  br i1 %82, label %83, label %86

83:                                               ; preds = %78
  %84 = call i64 @rejit_kernel(i64 noundef 172, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0, i64 noundef 0) #8
  %85 = call i64 @rejit_kernel(i64 noundef 270, i64 noundef %84, i64 noundef %22, i64 noundef 1, i64 noundef %23, i64 noundef 1, i64 noundef 0) #8
  br label %88

86:                                               ; preds = %78
  %87 = call i64 @rejit_kernel(i64 noundef 67, i64 noundef %81, i64 noundef %19, i64 noundef %80, i64 noundef %79, i64 noundef 0, i64 noundef 0) #8
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
  br label %203, !llvm.loop !113

97:                                               ; preds = %88
  %98 = lshr i64 %90, 3
  %99 = load i64, ptr %24, align 8, !tbaa !76
  %100 = load i64, ptr %25, align 8, !tbaa !77
  %101 = load i64, ptr %26, align 8, !tbaa !27
  br label %102

102:                                              ; preds = %97, %196
  %103 = phi i64 [ %197, %196 ], [ 0, %97 ]
  %104 = getelementptr inbounds i64, ptr %18, i64 %103
  %105 = load i64, ptr %104, align 8, !tbaa !11
  %106 = and i64 %105, -35747322042253313
  %107 = sub i64 %106, %99
  %108 = icmp ult i64 %107, %100
  br i1 %108, label %109, label %155, !prof !114

109:                                              ; preds = %102
  %110 = shl nuw i64 %103, 3
  %111 = add i64 %110, %79
  %112 = icmp uge i64 %111, %4
  %113 = load i64, ptr %27, align 8, !tbaa !50
  %114 = inttoptr i64 %113 to ptr
  %115 = load i64, ptr %28, align 8, !tbaa !51
  %116 = icmp eq i64 %115, 0
  br i1 %116, label %129, label %117

117:                                              ; preds = %109, %117
  %118 = phi i64 [ %127, %117 ], [ 0, %109 ]
  %119 = phi i64 [ %126, %117 ], [ %115, %109 ]
  %120 = add i64 %119, %118
  %121 = lshr i64 %120, 1
  %122 = getelementptr inbounds %struct.range, ptr %114, i64 %121, i32 1
  %123 = load i64, ptr %122, align 8, !tbaa !52
  %124 = icmp ugt i64 %123, %106
  %125 = add nuw i64 %121, 1
  %126 = select i1 %124, i64 %121, i64 %119
  %127 = select i1 %124, i64 %118, i64 %125
  %128 = icmp ult i64 %127, %126
  br i1 %128, label %117, label %129, !llvm.loop !54

129:                                              ; preds = %117, %109
  %130 = phi i64 [ 0, %109 ], [ %127, %117 ]
  %131 = icmp eq i64 %130, %115
  br i1 %131, label %155, label %132

132:                                              ; preds = %129
  %133 = getelementptr inbounds %struct.range, ptr %114, i64 %130
  %134 = load i64, ptr %133, align 8, !tbaa !55
  %135 = icmp ugt i64 %134, %106
  br i1 %135, label %155, label %136

136:                                              ; preds = %132
  %137 = icmp eq i64 %134, %106
  br i1 %137, label %138, label %143

138:                                              ; preds = %136
  %139 = getelementptr inbounds i8, ptr %133, i64 24
  %140 = load i64, ptr %139, align 8, !tbaa !115
  %141 = icmp eq i64 %140, 0
  %142 = or i1 %112, %141
  br i1 %142, label %143, label %155

143:                                              ; preds = %138, %136
  %144 = load i64, ptr %29, align 8, !tbaa !56
  %145 = inttoptr i64 %144 to ptr
  %146 = getelementptr inbounds i8, ptr %133, i64 16
  %147 = load i64, ptr %146, align 8, !tbaa !57
  %148 = getelementptr inbounds i64, ptr %145, i64 %147
  %149 = load i64, ptr %148, align 8, !tbaa !11
  %150 = icmp eq i64 %149, 0
  br i1 %150, label %151, label %155

151:                                              ; preds = %143
  %152 = select i1 %112, i64 -9223372036854775808, i64 0
  %153 = or i64 %152, %111
  store i64 %153, ptr %148, align 8, !tbaa !11
  %154 = load i64, ptr %104, align 8, !tbaa !11
  br label %155

155:                                              ; preds = %151, %143, %138, %132, %129, %102
  %156 = phi i64 [ %105, %102 ], [ %105, %129 ], [ %105, %132 ], [ %105, %138 ], [ %105, %143 ], [ %154, %151 ]
  %157 = xor i64 %156, %101
  %158 = sub i64 %157, %99
  %159 = icmp ult i64 %158, %100
  br i1 %159, label %160, label %196, !prof !114

160:                                              ; preds = %155
  %161 = shl nuw i64 %103, 3
  %162 = add i64 %161, %79
  %163 = load i64, ptr %27, align 8, !tbaa !50
  %164 = inttoptr i64 %163 to ptr
  %165 = load i64, ptr %28, align 8, !tbaa !51
  %166 = icmp eq i64 %165, 0
  br i1 %166, label %179, label %167

167:                                              ; preds = %160, %167
  %168 = phi i64 [ %177, %167 ], [ 0, %160 ]
  %169 = phi i64 [ %176, %167 ], [ %165, %160 ]
  %170 = add i64 %169, %168
  %171 = lshr i64 %170, 1
  %172 = getelementptr inbounds %struct.range, ptr %164, i64 %171, i32 1
  %173 = load i64, ptr %172, align 8, !tbaa !52
  %174 = icmp ugt i64 %173, %157
  %175 = add nuw i64 %171, 1
  %176 = select i1 %174, i64 %171, i64 %169
  %177 = select i1 %174, i64 %168, i64 %175
  %178 = icmp ult i64 %177, %176
  br i1 %178, label %167, label %179, !llvm.loop !54

179:                                              ; preds = %167, %160
  %180 = phi i64 [ 0, %160 ], [ %177, %167 ]
  %181 = icmp eq i64 %180, %165
  br i1 %181, label %196, label %182

182:                                              ; preds = %179
  %183 = getelementptr inbounds %struct.range, ptr %164, i64 %180
  %184 = load i64, ptr %183, align 8, !tbaa !55
  %185 = icmp ugt i64 %184, %157
  br i1 %185, label %196, label %186

186:                                              ; preds = %182
  %187 = load i64, ptr %29, align 8, !tbaa !56
  %188 = inttoptr i64 %187 to ptr
  %189 = getelementptr inbounds i8, ptr %183, i64 16
  %190 = load i64, ptr %189, align 8, !tbaa !57
  %191 = getelementptr inbounds i64, ptr %188, i64 %190
  %192 = load i64, ptr %191, align 8, !tbaa !11
  %193 = icmp eq i64 %192, 0
  br i1 %193, label %194, label %196

194:                                              ; preds = %186
  %195 = or i64 %162, -9223372036854775808
  store i64 %195, ptr %191, align 8, !tbaa !11
  br label %196

196:                                              ; preds = %194, %186, %182, %179, %155
  %197 = add nuw i64 %103, 1
  %198 = icmp eq i64 %197, %98
  br i1 %198, label %199, label %102, !llvm.loop !116

199:                                              ; preds = %196
  %200 = load i64, ptr %30, align 8, !tbaa !117
  %201 = add i64 %200, %91
  store i64 %201, ptr %30, align 8, !tbaa !117
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
declare i32 @llvm.umax.i32(i32, i32) #7

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #7

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umin.i64(i64, i64) #7

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.umax.i64(i64, i64) #7

attributes #0 = { nounwind "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+fp-armv8,+neon,+outline-atomics,+v8a,-fmv" }
attributes #1 = { mustprogress nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { "frame-pointer"="non-leaf" "no-builtins" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="generic" "target-features"="+fp-armv8,+neon,+outline-atomics,+v8a,-fmv" }
attributes #3 = { mustprogress nocallback nofree nosync nounwind willreturn memory(none) }
attributes #4 = { nounwind }
attributes #5 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #6 = { mustprogress nocallback nofree nounwind willreturn memory(argmem: readwrite) }
attributes #7 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #8 = { nobuiltin nounwind "no-builtins" }
attributes #9 = { nobuiltin "no-builtins" }

!llvm.module.flags = !{!0, !1, !2, !3}
!llvm.ident = !{!4}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 8, !"PIC Level", i32 2}
!2 = !{i32 7, !"PIE Level", i32 2}
!3 = !{i32 7, !"frame-pointer", i32 1}
!4 = !{!"Debian clang version 19.1.7 (3~deb12u1)"}
!5 = !{!6, !6, i64 0}
!6 = !{!"int", !7, i64 0}
!7 = !{!"omnipotent char", !8, i64 0}
!8 = !{!"Simple C/C++ TBAA"}
!9 = !{!10, !10, i64 0}
!10 = !{!"any pointer", !7, i64 0}
!11 = !{!12, !12, i64 0}
!12 = !{!"long", !7, i64 0}
!13 = !{!14, !12, i64 120}
!14 = !{!"request", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56, !12, i64 64, !12, i64 72, !12, i64 80, !12, i64 88, !12, i64 96, !12, i64 104, !12, i64 112, !12, i64 120, !12, i64 128, !12, i64 136, !12, i64 144, !12, i64 152, !12, i64 160, !12, i64 168, !12, i64 176, !12, i64 184, !7, i64 192, !7, i64 73920, !7, i64 2171072, !7, i64 2187456, !7, i64 2187968}
!15 = !{!16, !12, i64 0}
!16 = !{!"thread", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56, !12, i64 64}
!17 = !{!16, !12, i64 8}
!18 = distinct !{!18, !19}
!19 = !{!"llvm.loop.mustprogress"}
!20 = !{!16, !12, i64 16}
!21 = !{!16, !12, i64 24}
!22 = !{!16, !12, i64 32}
!23 = distinct !{!23, !19}
!24 = !{!16, !12, i64 64}
!25 = distinct !{!25, !19}
!26 = !{!14, !12, i64 112}
!27 = !{!14, !12, i64 136}
!28 = distinct !{!28, !19}
!29 = !{!14, !12, i64 144}
!30 = !{!31, !12, i64 24}
!31 = !{!"sight", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24, !12, i64 32, !12, i64 40, !12, i64 48, !12, i64 56}
!32 = !{!14, !12, i64 160}
!33 = !{!31, !12, i64 8}
!34 = !{!14, !12, i64 168}
!35 = !{!14, !12, i64 16}
!36 = !{!14, !12, i64 8}
!37 = !{!16, !12, i64 40}
!38 = !{!31, !12, i64 16}
!39 = !{!16, !12, i64 48}
!40 = !{!31, !12, i64 40}
!41 = !{!16, !12, i64 56}
!42 = !{!31, !12, i64 48}
!43 = !{!31, !12, i64 0}
!44 = !{!14, !12, i64 80}
!45 = !{!14, !12, i64 184}
!46 = !{!14, !12, i64 176}
!47 = distinct !{!47, !19}
!48 = !{!14, !12, i64 0}
!49 = !{!31, !12, i64 32}
!50 = !{!14, !12, i64 32}
!51 = !{!14, !12, i64 24}
!52 = !{!53, !12, i64 8}
!53 = !{!"range", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24}
!54 = distinct !{!54, !19}
!55 = !{!53, !12, i64 0}
!56 = !{!14, !12, i64 72}
!57 = !{!53, !12, i64 16}
!58 = distinct !{!58, !19}
!59 = !{!14, !12, i64 96}
!60 = !{!14, !12, i64 88}
!61 = distinct !{!61, !19}
!62 = distinct !{!62, !19}
!63 = !{!7, !7, i64 0}
!64 = distinct !{!64, !19}
!65 = distinct !{!65, !19}
!66 = distinct !{!66, !19}
!67 = !{!14, !12, i64 128}
!68 = !{!14, !12, i64 56}
!69 = !{!14, !12, i64 64}
!70 = !{!71, !12, i64 0}
!71 = !{!"block", !12, i64 0, !12, i64 8, !12, i64 16}
!72 = !{!71, !12, i64 8}
!73 = !{!71, !12, i64 16}
!74 = distinct !{!74, !19}
!75 = distinct !{!75, !19}
!76 = !{!14, !12, i64 40}
!77 = !{!14, !12, i64 48}
!78 = distinct !{!78, !19}
!79 = !{!80, !12, i64 8}
!80 = !{!"mapping", !12, i64 0, !12, i64 8, !12, i64 16, !12, i64 24}
!81 = !{!80, !12, i64 0}
!82 = distinct !{!82, !19}
!83 = !{!80, !12, i64 16}
!84 = distinct !{!84, !19}
!85 = distinct !{!85, !19}
!86 = distinct !{!86, !19}
!87 = distinct !{!87, !19}
!88 = distinct !{!88, !19}
!89 = distinct !{!89, !19}
!90 = distinct !{!90, !19}
!91 = distinct !{!91, !19}
!92 = distinct !{!92, !19}
!93 = distinct !{!93, !19}
!94 = distinct !{!94, !19}
!95 = !{!31, !12, i64 56}
!96 = distinct !{!96, !19}
!97 = distinct !{!97, !19}
!98 = distinct !{!98, !19}
!99 = distinct !{!99, !19}
!100 = distinct !{!100, !19}
!101 = distinct !{!101, !19}
!102 = !{!103, !103, i64 0}
!103 = !{!"short", !7, i64 0}
!104 = distinct !{!104, !19}
!105 = distinct !{!105, !19}
!106 = !{!80, !12, i64 24}
!107 = distinct !{!107, !19}
!108 = distinct !{!108, !19}
!109 = !{!14, !12, i64 152}
!110 = distinct !{!110, !19}
!111 = distinct !{!111, !19}
!112 = distinct !{!112, !19}
!113 = distinct !{!113, !19}
!114 = !{!"branch_weights", !"expected", i32 1, i32 2000}
!115 = !{!53, !12, i64 24}
!116 = distinct !{!116, !19}
!117 = !{!14, !12, i64 104}
