/* What search.c must know of PowerPC64 and of glibc on it: ELFv2 ABI 2.2 (stack), 3.7 (TLS: r13 is 0x7000 behind the
   thread's control block); arch/powerpc/include/asm/ptrace.h for the registers in a signal's context. */

enum { READ = 3, CLOSE = 6, PREAD = 179, GETPID = 20, GETTID = 207, FUTEX = 221, CLOCK_GETTIME = 246, TGKILL = 250 };
enum { OPENAT = 286, GETDENTS64 = 202, RT_SIGACTION = 173, PROCESS_VM_READV = 351 };
enum { RED_ZONE = 512 };  /* 288 belong to a function without a frame, and the kernel leaves so many alone */
enum { BELOW_FRAME = 0 }; /* the frame's address is its lowest one */

/* The system call and the negative of its error, in assembly (arch/ppc64le.py), since this is compiled where there is
   no assembler for this CPU. */
i64 rejit_kernel(u64 number, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f);
#define kernel rejit_kernel

INLINE u64 control_block_address(void) { return (u64)__builtin_thread_pointer() - 0x7000; }

/* How far below the end of a control block the thread's number is; 0 if it is not found. */
INLINE u64 number_offset(u64 block, u64 tid) {
  for (u64 offset = 64; offset < 4096; offset += 4)
    if (*(u32 *)(block - offset) == (u32)tid)
      return offset;
  return 0;
}

/* What libc mangles jmp_bufs and exit handlers with: in front of the stack protector's word and the vector of TLS. */
INLINE u64 pointer_guard(void) { return *(u64 *)(control_block_address() - 24); }
INLINE u64 demangled(u64 word, u64 guard) { return word ^ guard; }

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

enum { UC_REGISTERS = 232, R1 = 1, R3 = 3, NIP = 32, ORIGINAL_R3 = 34, CR = 38, CAUSE = 40 };
enum { SYSTEM_CALL = 0xc00, SUMMARY_OVERFLOW = 0x10000000, EINTR = 4 };

INLINE u64 interrupted_stack(u64 context) { return ((u64 *)(context + UC_REGISTERS))[R1]; }

/* A thread that entered a system call after it was looked at and before the signal came. Those that the kernel does
   not restart by itself when a handler has run: it is made to enter it again. (qemu says nothing of a cause.) */
INLINE void restart(u64 context) {
  u64 *registers = (u64 *)(context + UC_REGISTERS);
  if ((registers[CAUSE] & ~15ul) != SYSTEM_CALL || registers[R3] != EINTR || !(registers[CR] & SUMMARY_OVERFLOW))
    return;
  switch (registers[0]) {
  case 29: case 142: case 162: case 167: case 176: case 178: case 221: case 229: case 238: case 248: case 280: case 281:
  case 303: case 388: case 391: case 392: case 441: case 449:
    registers[R3] = registers[ORIGINAL_R3];
    registers[CR] &= ~(u64)SUMMARY_OVERFLOW;
    registers[NIP] -= 4;
  }
}
