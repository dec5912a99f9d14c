/* What search.c must know of AArch64 and of glibc on it: AAPCS64 6.4 (stack); arch/arm64/include/uapi/asm/sigcontext.h
   for the registers in a signal's context. Vector registers, scalable ones too, stand behind those in the same frame on
   the stack, and so are searched. */

enum { READ = 63, CLOSE = 57, PREAD = 67, GETPID = 172, GETTID = 178, FUTEX = 98, CLOCK_GETTIME = 113, TGKILL = 131 };
enum { OPENAT = 56, GETDENTS64 = 61, RT_SIGACTION = 134, PROCESS_VM_READV = 270 };
enum { RED_ZONE = 16 };    /* there is none; but see `thunk` (arch/aarch64_relocations.py): x30 is at sp-8 */
enum { BELOW_FRAME = 64 }; /* bytes below __builtin_frame_address that a function keeps d8 to d15 of its caller in */

/* The system call and the negative of its error, in assembly (arch/aarch64.py), since this is compiled where there is no
   assembler for this CPU. */
i64 rejit_kernel(u64 number, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f);
#define kernel rejit_kernel

INLINE u64 control_block_address(void) { return (u64)__builtin_thread_pointer(); }

#include "variant1.h"

/* What libc mangles jmp_bufs and exit handlers with: a variable of ld.so's, if that is glibc's. */
extern u64 __pointer_chk_guard __attribute__((weak));
INLINE u64 pointer_guard(void) { return &__pointer_chk_guard ? __pointer_chk_guard : 0; }
INLINE u64 demangled(u64 word, u64 guard) { return word ^ guard; }

/* A return address may be signed (paciasp): the signature is in bits 48 to 54. Those of a program's addresses are 0. */
INLINE u64 plain(u64 word) { return word & ~(0x7ful << 48); }

enum { UC_REGISTERS = 184, SP = 31, PC = 32, EINTR = 4 };
enum { SVC_0 = 0xd4000001 };

INLINE u64 interrupted_stack(u64 context) { return ((u64 *)(context + UC_REGISTERS))[SP]; }

/* What x0 was when a system call was entered, which is in no context: the result is there. So the instruction that set
   it is looked for, from `svc` back, without crossing a branch; it takes it from a register that the callee of a
   function keeps, from the stack, or is a number. 0 if it is none of those. */
INLINE int first_argument(const u64 *registers, const u32 *svc, u64 *value) {
  u32 changed = 0; /* registers written since */
  for (int back = 1; back <= 24; back++) {
    u32 word = svc[-back], written = word & 31, from = word >> 5 & 31, other = word >> 16 & 31;
    if ((word & 0x7c000000) == 0x14000000 || (word & 0x7e000000) == 0x34000000 || (word & 0x7e000000) == 0x36000000 ||
        (word & 0xff000000) == 0x54000000 || (word & 0xfe000000) == 0xd6000000)
      return 0;
    int kept = from >= 19 && !(changed >> from & 1), wide = word >> 31;
    if (!written) {
      u64 register_value = other >= 19 && other < 31 && !(changed >> other & 1) ? registers[other] : 0;
      if ((word & 0x7fe0ffe0) == 0x2a0003e0 && other >= 19 && other < 31 && !(changed >> other & 1)) /* mov x0,xN */
        *value = wide ? register_value : (u32)register_value;
      else if ((word & 0x7fe00000) == 0x52800000) /* mov x0,#number */
        *value = word >> 5 & 0xffff;
      else if ((word & 0xffc00000) == 0x91000000 && kept) /* add x0,xN,#number */
        *value = registers[from] + (word >> 10 & 0xfff);
      else if ((word & 0xffc00000) == 0xf9400000 && kept) /* ldr x0,[xN,#number] */
        *value = *(const u64 *)(registers[from] + 8 * (word >> 10 & 0xfff));
      else if ((word & 0xffc00000) == 0xb9400000 && kept) /* ldr w0,[xN,#number] */
        *value = *(const u32 *)(registers[from] + 4 * (word >> 10 & 0xfff));
      else
        return 0;
      return 1;
    }
    if ((word & 0x3a400000) == 0x28400000) { /* ldp: the second register */
      if (!(word >> 10 & 31))
        return 0;
      changed |= 1u << (word >> 10 & 31);
    }
    changed |= 1u << written;
  }
  return 0;
}

/* A thread that entered a system call after it was looked at and before the signal came. Those that the kernel does not
   restart by itself when a handler has run: it is made to enter it again. */
INLINE void restart(u64 context) {
  u64 *registers = (u64 *)(context + UC_REGISTERS), argument;
  const u32 *svc = (const u32 *)registers[PC] - 1;
  if ((i64)registers[0] != -EINTR || (registers[PC] & 3) || *svc != SVC_0)
    return;
  switch (registers[8]) {
  case 4: case 22: case 72: case 73: case 98: case 101: case 115: case 133: case 137: case 192: case 193: case 292:
  case 441: case 449:
    if (first_argument(registers, svc, &argument)) {
      registers[0] = argument;
      registers[PC] -= 4;
    }
  }
}
