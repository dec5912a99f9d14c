; 512-bit arguments: zmm registers where the machine has them, pairs or quads where not, through a first call.
@format = private constant [13 x i8] c"%g %g %g %g\0A\00"

declare i32 @printf(ptr, ...)

define void @show(<16 x float> %v) noinline {
  %e0 = extractelement <16 x float> %v, i32 0
  %e5 = extractelement <16 x float> %v, i32 5
  %e10 = extractelement <16 x float> %v, i32 10
  %e15 = extractelement <16 x float> %v, i32 15
  %d0 = fpext float %e0 to double
  %d5 = fpext float %e5 to double
  %d10 = fpext float %e10 to double
  %d15 = fpext float %e15 to double
  %n = call i32 (ptr, ...) @printf(ptr @format, double %d0, double %d5, double %d10, double %d15)
  ret void
}

define <16 x float> @scale(<16 x float> %v, <16 x i1> %mask, float %by) noinline {
  %one = insertelement <16 x float> poison, float %by, i32 0
  %all = shufflevector <16 x float> %one, <16 x float> poison, <16 x i32> zeroinitializer
  %scaled = fmul <16 x float> %v, %all
  %r = select <16 x i1> %mask, <16 x float> %scaled, <16 x float> %v
  ret <16 x float> %r
}

define i32 @main() {
  %cell = alloca <16 x float>
  store <16 x float> <float 0.0, float 1.0, float 2.0, float 3.0, float 4.0, float 5.0, float 6.0, float 7.0, float 8.0, float 9.0, float 10.0, float 11.0, float 12.0, float 13.0, float 14.0, float 15.0>, ptr %cell
  %v = load volatile <16 x float>, ptr %cell
  call void @show(<16 x float> %v)
  %mask = fcmp ogt <16 x float> %v, splat (float 7.0)
  %r = call <16 x float> @scale(<16 x float> %v, <16 x i1> %mask, float 2.0)
  call void @show(<16 x float> %r)
  ret i32 0
}
