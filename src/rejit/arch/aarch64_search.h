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

enum { UC_SP = 432 };

INLINE u64 interrupted_stack(u64 context) { return *(u64 *)(context + UC_SP); }

/* A thread that entered a system call after it was looked at and before the signal came. Those that the kernel does not
   restart by itself return EINTR: x0 is the first argument and the result, and what it was is in no context. */
INLINE void restart(u64 context) {}
