/* What search.c must know of glibc where a thread's control block ends at, or shortly before, its thread pointer
   (variant I of ELF's thread-local storage). */

/* How far below the end of a control block the thread's number is; 0 if it is not found. */
INLINE u64 number_offset(u64 block, u64 tid) {
  for (u64 offset = 64; offset < 4096; offset += 4)
    if (*(u32 *)(block - offset) == (u32)tid)
      return offset;
  return 0;
}

/* Whether the last `size` bytes of a mapping, at `start`, hold the control block of thread `tid`, that has at words[i]
   what it says of its stack: where it was allocated, how large it is, and how much of it is the guard. How far that is
   from the thread's number is learnt from the first live thread that has it once only. */
INLINE int is_control_block(const u64 *words, u64 i, u64 size, u64 start, struct mapping *mapping, u64 offset, u64 tid) {
  static u64 distance; /* of the number, in front of these words, in steps of 4 bytes */
  u64 guard = mapping->start - mapping->guard, seen = 0;
  const u32 *halves = (const u32 *)&words[i];
  if (i + 2 >= size / 8 || i < 256 || words[i] != mapping->guard || words[i + 2] != guard ||
      words[i] + words[i + 1] > mapping->end || words[i] + words[i + 1] <= start + 8 * i)
    return 0;
  if (!distance && tid) {
    u64 found = 0;
    for (u64 back = 1; back <= 512; back++)
      if (halves[-(i64)back] == (u32)tid)
        found = back, seen++;
    if (seen == 1)
      distance = found;
  }
  return distance && halves[-(i64)distance] == (u32)tid;
}
