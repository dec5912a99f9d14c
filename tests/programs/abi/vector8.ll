; show(<8 x float>): a 256-bit argument must survive the first call at full width.
@format = private constant [33 x i8] c"%g %g %g %g %g %g %g %g, %g, %g\0A\00"

declare i32 @printf(ptr, ...)

define <8 x float> @show(<8 x float> %v, <8 x float> %w) noinline {
  %sum = fadd <8 x float> %v, %w
  %e0 = extractelement <8 x float> %sum, i32 0
  %e1 = extractelement <8 x float> %sum, i32 1
  %e2 = extractelement <8 x float> %sum, i32 2
  %e3 = extractelement <8 x float> %sum, i32 3
  %e4 = extractelement <8 x float> %sum, i32 4
  %e5 = extractelement <8 x float> %sum, i32 5
  %e6 = extractelement <8 x float> %sum, i32 6
  %e7 = extractelement <8 x float> %sum, i32 7
  %d0 = fpext float %e0 to double
  %d1 = fpext float %e1 to double
  %d2 = fpext float %e2 to double
  %d3 = fpext float %e3 to double
  %d4 = fpext float %e4 to double
  %d5 = fpext float %e5 to double
  %d6 = fpext float %e6 to double
  %d7 = fpext float %e7 to double
  %n = call i32 (ptr, ...) @printf(ptr @format, double %d0, double %d1, double %d2, double %d3, double %d4, double %d5, double %d6, double %d7, double %d0, double %d7)
  ret <8 x float> %sum
}

define i32 @main() {
  %cell = alloca <8 x float>
  store <8 x float> <float 1.0, float 2.0, float 3.0, float 4.0, float 5.0, float 6.0, float 7.0, float 8.0>, ptr %cell
  %v = load volatile <8 x float>, ptr %cell
  %r = call <8 x float> @show(<8 x float> %v, <8 x float> <float 0.5, float 0.5, float 0.5, float 0.5, float 0.25, float 0.25, float 0.25, float 0.25>)
  %s = call <8 x float> @show(<8 x float> %r, <8 x float> %v)
  %last = extractelement <8 x float> %s, i32 7
  %status = fptosi float %last to i32
  ret i32 %status
}
;! status: 16
