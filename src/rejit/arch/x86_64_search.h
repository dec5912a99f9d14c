/* What search.c must know of x86-64 and of glibc on it. */

enum { READ = 0, CLOSE = 3, PREAD = 17, GETPID = 39, GETTID = 186, FUTEX = 202, CLOCK_GETTIME = 228, TGKILL = 234 };
enum { OPENAT = 257, GETDENTS64 = 217, RT_SIGACTION = 13, PROCESS_VM_READV = 310 };
enum { RED_ZONE = 128 };   /* bytes below the stack pointer that are in use */
enum { BELOW_FRAME = 512 }; /* bytes below __builtin_frame_address that a function keeps its caller's registers in */

INLINE i64 kernel(u64 number, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f) {
  i64 result;
  register u64 r10 __asm__("r10") = d;
  register u64 r8 __asm__("r8") = e;
  register u64 r9 __asm__("r9") = f;
  __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

INLINE u64 thread_word(u64 offset) {
  u64 value;
  __asm__ volatile("movq %%fs:(%1),%0" : "=r"(value) : "r"(offset));
  return value;
}

INLINE u64 control_block_address(void) { return thread_word(0); }

/* Where in a control block the thread's number is; 0 if it is not found. */
INLINE u64 number_offset(u64 block, u64 tid) {
  for (u64 offset = 64; offset < 2048; offset += 4)
    if (*(u32 *)(block + offset) == (u32)tid)
      return offset;
  return 0;
}

/* What libc mangles jmp_bufs and exit handlers with. */
INLINE u64 pointer_guard(void) { return thread_word(0x30); }
INLINE u64 demangled(u64 word, u64 guard) { return (word >> 17 | word << 47) ^ guard; }
INLINE u64 plain(u64 word) { return word; }

/* Whether the last `size` bytes of a mapping, at `start`, hold the control block of thread `tid` at words[i]: it begins
   with its own address, and has where the stack was allocated, at its guard. */
INLINE int is_control_block(const u64 *words, u64 i, u64 size, u64 start, struct mapping *mapping, u64 offset, u64 tid) {
  u64 address = start + 8 * i;
  if (i + offset / 8 + 2 >= size / 8 || words[i] != address || words[i + 2] != address ||
      *(const u32 *)((const char *)&words[i] + offset) != tid)
    return 0;
  for (u64 j = i; j < size / 8 && j < i + 512; j++)
    if (mapping->guard <= words[j] && words[j] < mapping->start && !(words[j] & 4095))
      return 1;
  return 0;
}

enum { UC_RAX = 40 + 13 * 8, UC_RSP = 40 + 15 * 8, UC_RIP = 40 + 16 * 8, EINTR = 4 };

INLINE u64 interrupted_stack(u64 context) { return *(u64 *)(context + UC_RSP); }

/* A thread that entered a system call after it was looked at and before the signal came. Those that the kernel does
   not restart by itself when a handler has run: it is made to enter it again. */
INLINE void restart(u64 context) {
  i64 *rax = (i64 *)(context + UC_RAX);
  u64 *rip = (u64 *)(context + UC_RIP);
  const u8 *code = (const u8 *)*rip;
  if (*rax != -EINTR || code[-2] != 0x0f || code[-1] != 0x05)
    return;
  for (int back = 7; back < 32; back++) { /* mov $number,%eax */
    const u8 *at = code - back;
    u32 number = at[1] | at[2] << 8 | at[3] << 16 | (u32)at[4] << 24;
    if (at[0] != 0xb8)
      continue;
    switch (number) {
    case 7: case 23: case 34: case 35: case 65: case 128: case 130: case 202: case 208: case 220: case 230: case 232:
    case 270: case 271: case 281: case 333: case 441: case 449:
      *rax = number;
      *rip -= 2;
      return;
    }
  }
}
