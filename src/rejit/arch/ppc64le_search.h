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

#include "variant1.h"

/* What libc mangles jmp_bufs and exit handlers with: in front of the stack protector's word and the vector of TLS. */
INLINE u64 pointer_guard(void) { return *(u64 *)(control_block_address() - 24); }
INLINE u64 demangled(u64 word, u64 guard) { return word ^ guard; }
INLINE u64 plain(u64 word) { return word; }

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
