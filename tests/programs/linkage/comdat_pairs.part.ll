; Second module of comdat_pairs.ll.
$pair = comdat any
@pair_data = linkonce_odr global i32 1, comdat($pair)

define linkonce_odr i32 @pair() comdat($pair) {
  %v = load i32, ptr @pair_data
  %w = add i32 %v, 1
  store i32 %w, ptr @pair_data
  ret i32 %w
}

define i32 @other_pair() {
  %r = call i32 @pair()
  ret i32 %r
}
