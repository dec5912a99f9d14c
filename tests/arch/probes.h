/* What every CPU's probes (CPU_probes.S) provide to the contract. A state is a block of bytes whose fields the CPU's
   test file names. */

/* Calls target with every register as `in` has it, after storing there what only the call determines (stack pointer,
   return address); afterwards stores the registers a callee must keep. */
unsigned long probe(void *target, unsigned char *in, unsigned char *seen, int level);
/* A callee for it that stores every register to `seen`, and returns 0. */
void capture(void);
/* Changes every register that a function may change, and FP control. */
void spoil(int level);
/* As a leaf function, keeps data where a signal handler must not write, sends a signal by system call, and counts the
   bytes that have changed. */
long red_zone(int process, int thread, int signal);
