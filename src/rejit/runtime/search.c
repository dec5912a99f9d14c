/* The search of rejit.runtime.search: which retired ranges can something still lead into?

   `make search` turns this into arch/CPU_search.ll, which rejit compiles like any other module; arch/CPU_search.h is what
   it has to know of the CPU. Everything that runs while threads are stopped is here: it takes no lock, allocates nothing,
   and calls nothing but the kernel.

   A thread is in one of these states:

     STILL     blocked in a system call since before the search and until after it: the kernel says so, and that it was
               not switched to in between. It is not signalled, for poll, nanosleep and others would return EINTR.
     HELD      waits for Python's GIL, which the caller holds: it may wake up for a moment, but runs no JIT code.
     STOPPED   ran, was signalled, and waits in `rejit_stop` until the search is over. Its registers are on its stack.
     DEAD      has ended, and is still listed.
     OURS      a thread of rejit's that runs no JIT code: asked for under emulation only, see there.

   What is searched is all private writable memory, but for the part of a thread's stack below its stack pointer, where
   only leftovers are. Memory is read by process_vm_readv: a thread that is STILL may wake up and unmap something, which
   makes the search void, and must not make it crash. Where that call is not to be had it is /proc/thread-self/mem.

   Emulation. Under qemu's user emulation the kernel speaks of the emulator's stack and registers, not of the program's,
   which are not to be seen unless the thread puts them on its stack: so every thread is stopped that does not wait for
   the GIL and is none of ours, at the price that its system call may return EINTR; and the emulator, which keeps the
   address of all that ever ran, is not searched: its own /proc/self/maps lists the program's mappings only. */

typedef unsigned long u64;
typedef long i64;
typedef unsigned int u32;
typedef unsigned char u8;

enum { STILL = 1, HELD, SIGNALLED, STOPPED, DEAD, OWN, OURS };
enum { SEARCH = 0, LIST = 1 };
enum { /* results */ FOUND_ALL = 0, TOO_MANY_THREADS, NO_PROC, BLOCKED_SIGNAL, NO_ANSWER, WOKE_UP, TOO_MANY_MAPPINGS,
       UNREADABLE, TOO_LARGE };

enum { MAX_THREADS = 1024, MAX_MAPPINGS = 65536, TEXT = 16384, CHUNK = 1 << 18, SMALLEST_PAGE = 4096 };
enum { STACK = 1, GUARDED = 2 };
#define MAX_MAPPED (1ul << 38) /* bytes of private writable address space: reading their page map takes 0.3 s */
#define DEADLINE_NS 200000000l /* for signalled threads to arrive: each needs its turn on a CPU */
#define FROM_STACK (1ul << 63) /* in `hits`: the address lies on a thread's stack */
#define FROM_SIGNAL (1ul << 62)

struct range { u64 start, end, owner, body; };      /* body: its very start does not count in the heap, see `check` */
struct block { u64 start, end, owner; };            /* not searched */
struct thread { u64 tid, state, sp, frame, block, number, argument, switches, cpu_ns; };
struct mapping { u64 start, end, flags, guard; };

struct request {
  u64 mode, status, culprit;       /* culprit: the thread a failure is about */
  u64 range_count, ranges, low, span;
  u64 block_count, blocks;         /* sorted, apart from each other */
  u64 hits;                        /* a word for each owner: where the first was found, else 0 */
  u64 gil;                         /* a futex near which threads wait for the GIL; 0: not known */
  u64 signal, signalled, searched, stopped_ns;
  u64 thread_count, mapping_count;
  u64 guard;                       /* what libc mangles jmp_bufs and exit handlers with */
  u64 tid_offset;
  u64 page;                        /* its size */
  u64 emulated, futex;             /* the number of that system call, as /proc has it */
  u64 our_count, ours;             /* threads that run no JIT code */
  struct thread threads[MAX_THREADS];
  struct mapping mappings[MAX_MAPPINGS];
  char text[TEXT];
  u64 pages[CHUNK / SMALLEST_PAGE];
  u64 words[CHUNK / 8];
};

static struct request *volatile current;
static volatile u32 stop, arrived, left;

#define INLINE static inline __attribute__((always_inline))

#include CPU_PART

INLINE u64 now(u64 clock) {
  u64 time[2] = {0, 0};
  kernel(CLOCK_GETTIME, clock, (u64)time, 0, 0, 0, 0);
  return time[0] * 1000000000ul + time[1];
}
enum { MONOTONIC = 1, THREAD_CPU = 3 };

/* --- the threads' side */

void rejit_stop(int signal, void *info, void *context) {
  u32 epoch = stop;
  struct request *request = current;
  if (!epoch || !request)
    return;
  u64 start = now(THREAD_CPU), tid = kernel(GETTID, 0, 0, 0, 0, 0, 0);
  for (u64 i = 0; i < request->thread_count; i++) {
    struct thread *thread = &request->threads[i];
    if (thread->tid != tid || thread->state != SIGNALLED)
      continue;
    restart((u64)context);
    thread->sp = interrupted_stack((u64)context);
    thread->frame = (u64)__builtin_frame_address(0) - BELOW_FRAME; /* what this function keeps is below; nothing of the thread's */
    thread->block = control_block_address();
    thread->state = STOPPED;
    __atomic_add_fetch(&arrived, 1, __ATOMIC_SEQ_CST);
    kernel(FUTEX, (u64)&arrived, 129, 1, 0, 0, 0); /* FUTEX_WAKE_PRIVATE */
    while (stop == epoch)
      kernel(FUTEX, (u64)&stop, 128, epoch, 0, 0, 0); /* FUTEX_WAIT_PRIVATE */
    thread->cpu_ns = now(THREAD_CPU) - start;
    __atomic_add_fetch(&left, 1, __ATOMIC_SEQ_CST);
    kernel(FUTEX, (u64)&left, 129, 1, 0, 0, 0);
    return;
  }
}

/* --- reading /proc */

INLINE int is_digit(char c) { return c >= '0' && c <= '9'; }

static char *put_number(char *at, u64 value) {
  char digits[20];
  int count = 0;
  do
    digits[count++] = '0' + value % 10;
  while (value /= 10);
  while (count)
    *at++ = digits[--count];
  return at;
}

static char *put_text(char *at, const char *text) {
  while (*text)
    *at++ = *text++;
  *at = 0;
  return at;
}

static const char *number(const char *at, u64 *value, int base) {
  u64 result = 0;
  for (;; at++) {
    int digit = is_digit(*at) ? *at - '0' : *at >= 'a' && *at <= 'f' ? *at - 'a' + 10 : 99;
    if (digit >= base)
      break;
    result = result * base + digit;
  }
  *value = result;
  return at;
}

static i64 open_file(const char *path) { return kernel(OPENAT, (u64)-100, (u64)path, 02000000, 0, 0, 0); }

/* A file of /proc/self/task/TID into `text`, with a zero at its end; its length, or -1. */
static i64 task_file(struct request *request, u64 tid, const char *name) {
  char path[64], *at = put_text(path, "/proc/self/task/");
  put_text(put_number(at, tid), name);
  i64 file = open_file(path), length = 0, more;
  if (file < 0)
    return -1;
  while (length < TEXT - 1 && (more = kernel(READ, file, (u64)request->text + length, TEXT - 1 - length, 0, 0, 0)) > 0)
    length += more;
  kernel(CLOSE, file, 0, 0, 0, 0, 0);
  request->text[length] = 0;
  return length;
}

/* The value behind `name` in a file of lines "name:\tvalue"; 0 if it is not there. */
static const char *field(const char *text, const char *name) {
  for (; *text; text++) {
    const char *at = text, *wanted = name;
    while (*wanted && *at == *wanted)
      at++, wanted++;
    if (!*wanted && *at == ':') {
      for (at++; *at == '\t' || *at == ' ';)
        at++;
      return at;
    }
    while (*text && *text != '\n')
      text++;
    if (!*text)
      break;
  }
  return 0;
}

struct sight { u64 blocked, number, argument, sp, pc, switches, dead, masked; };

/* What the kernel says of a thread: 0, or -1 if it is not there or nothing is said. */
static int look(struct request *request, u64 tid, struct sight *sight) {
  *sight = (struct sight){0};
  if (task_file(request, tid, "/syscall") <= 0)
    return -1;
  const char *at = request->text;
  if (is_digit(*at)) { /* "number arguments... sp pc", all but the first in hexadecimal */
    u64 values[8];
    at = number(at, &sight->number, 10);
    for (int i = 0; i < 8; i++) {
      while (*at && *at != 'x')
        at++;
      at = number(at + (*at != 0), &values[i], 16);
    }
    sight->blocked = 1;
    sight->argument = values[0];
    sight->sp = values[6];
    sight->pc = values[7];
  }
  if (task_file(request, tid, "/status") <= 0)
    return -1;
  const char *state = field(request->text, "State"), *mask = field(request->text, "SigBlk");
  const char *voluntary = field(request->text, "voluntary_ctxt_switches");
  const char *forced = field(request->text, "nonvoluntary_ctxt_switches");
  if (!state || !mask || !voluntary || !forced)
    return -1;
  u64 bits, other;
  number(mask, &bits, 16);
  number(voluntary, &sight->switches, 10);
  number(forced, &other, 10);
  sight->switches += other << 32;
  sight->dead = *state == 'Z' || *state == 'X';
  sight->masked = bits >> (request->signal - 1) & 1;
  return 0;
}

/* All threads, into `threads`: their count, or -1. With `known`, only whether they are those of `threads`. */
static i64 list_threads(struct request *request, int known) {
  i64 folder = kernel(OPENAT, (u64)-100, (u64)"/proc/self/task", 02000000, 0, 0, 0), length;
  u64 count = 0, same = 1;
  if (folder < 0)
    return -1;
  while ((length = kernel(GETDENTS64, folder, (u64)request->text, TEXT, 0, 0, 0)) > 0)
    for (i64 at = 0; at < length; at += *(unsigned short *)(request->text + at + 16)) {
      const char *name = request->text + at + 19;
      u64 tid;
      if (!is_digit(*name))
        continue;
      number(name, &tid, 10);
      if (known) {
        u64 i = 0;
        while (i < request->thread_count && request->threads[i].tid != tid)
          i++;
        same &= i < request->thread_count;
      } else if (count < MAX_THREADS)
        request->threads[count] = (struct thread){.tid = tid};
      count++;
    }
  kernel(CLOSE, folder, 0, 0, 0, 0, 0);
  return length < 0 || !same ? -1 : (i64)count;
}

static i64 list_mappings(struct request *request) {
  i64 file = open_file(request->emulated ? "/proc/self/maps" : "/proc/thread-self/maps"), length, kept = 0;
  u64 count = 0, guard = 0, before = 0, total = 0;
  if (file < 0)
    return -1;
  while ((length = kernel(READ, file, (u64)request->text + kept, TEXT - 1 - kept, 0, 0, 0)) > 0) {
    char *line = request->text, *end = line + kept + length;
    *end = 0;
    for (;;) {
      char *stop_at = line;
      while (stop_at < end && *stop_at != '\n')
        stop_at++;
      if (stop_at == end)
        break;
      u64 low, high;
      const char *at = number(line, &low, 16);
      at = number(at + 1, &high, 16) + 1;
      const char *name = at;
      while (name < stop_at && *name != '/' && *name != '[')
        name++;
      int shared = at[3] == 's' && !(name[0] == '/' && name[1] == 'd' && name[5] == 'z'); /* but /dev/zero */
      if (at[1] == 'w' && !shared) {
        if (count == MAX_MAPPINGS) {
          kernel(CLOSE, file, 0, 0, 0, 0, 0);
          return -1;
        }
        u64 flags = name[0] == '[' && name[1] == 's' && name[2] == 't' ? STACK : 0;
        if (guard && before == low)
          flags |= GUARDED;
        request->mappings[count++] = (struct mapping){low, high, flags, guard};
        total += high - low;
      }
      guard = at[0] == '-' && at[1] == '-' && at[2] == '-' ? low : 0;
      before = high;
      line = stop_at + 1;
    }
    kept = end - line;
    for (i64 i = 0; i < kept; i++)
      request->text[i] = line[i];
    if (kept >= TEXT - 1)
      break;
  }
  kernel(CLOSE, file, 0, 0, 0, 0, 0);
  request->mapping_count = count;
  return length < 0 || kept ? -1 : (i64)total;
}

/* --- looking at memory */

static i64 memory_file = -1; /* what is read instead of process_vm_readv, which an emulator or a sandbox may lack */

static u64 read_memory(u64 to, u64 from, u64 size) {
  u64 local[2] = {to, size}, remote[2] = {from, size};
  i64 done = memory_file < 0 ? kernel(PROCESS_VM_READV, kernel(GETPID, 0, 0, 0, 0, 0, 0), (u64)local, 1, (u64)remote, 1, 0)
                             : kernel(PREAD, memory_file, to, size, from, 0, 0);
  return done > 0 ? done : 0;
}

/* A word that lies at `where`. `stack`: on a thread's stack. Elsewhere a body's very first address does not count:
   nothing returns there, and libgcc (13 and later) keeps it in a tree. */
static void check(struct request *request, u64 word, u64 where, int stack) {
  struct range *ranges = (struct range *)request->ranges;
  u64 low = 0, high = request->range_count;
  while (low < high) {
    u64 middle = (low + high) / 2;
    if (ranges[middle].end <= word)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == request->range_count || word < ranges[low].start)
    return;
  if (word == ranges[low].start && ranges[low].body && !stack)
    return;
  u64 *hit = (u64 *)request->hits + ranges[low].owner;
  if (!*hit)
    *hit = where | (stack ? FROM_STACK : 0);
}

static void scan(struct request *request, u64 count, u64 address, u64 stack_from) {
  u64 low = request->low, span = request->span, guard = request->guard;
  const u64 *words = request->words;
  for (u64 i = 0; i < count; i++) {
    if (__builtin_expect(plain(words[i]) - low < span, 0))
      check(request, plain(words[i]), address + 8 * i, address + 8 * i >= stack_from);
    if (__builtin_expect(demangled(words[i], guard) - low < span, 0))
      check(request, demangled(words[i], guard), address + 8 * i, 1);
  }
  request->searched += 8 * count;
}

/* Present pages of [from, to); blocks that are not searched have been cut out. */
static int scan_range(struct request *request, i64 pagemap, u64 from, u64 to, u64 stack_from) {
  u64 page = request->page;
  from = (from + 7) & ~7ul;
  to &= ~7ul;
  while (from < to) {
    u64 chunk = (from | (CHUNK - 1)) + 1, end = chunk < to ? chunk : to, first = from / page;
    u64 pages = (end - 1) / page - first + 1, known = 0;
    if (pagemap >= 0)
      known = kernel(PREAD, pagemap, (u64)request->pages, pages * 8, first * 8, 0, 0) == (i64)(pages * 8);
    for (u64 i = 0; i < pages;) {
      u64 run = i;
      while (run < pages && (!known || request->pages[run] >> 62)) /* present or swapped out */
        run++;
      if (run == i) {
        i++;
        continue;
      }
      u64 at = (first + i) * page, stop_at = (first + run) * page;
      at = at > from ? at : from;
      stop_at = stop_at < end ? stop_at : end;
      while (at < stop_at) {
        u64 done = read_memory((u64)request->words, at, stop_at - at) & ~7ul;
        if (!done) { /* not readable, or not there any more: on with the next page */
          at = (at / page + 1) * page;
          continue;
        }
        scan(request, done / 8, at, stack_from);
        at += done;
      }
      i = run;
    }
    from = end;
  }
  return 0;
}

static void scan_around(struct request *request, i64 pagemap, u64 from, u64 to, u64 stack_from) {
  struct block *blocks = (struct block *)request->blocks;
  u64 low = 0, high = request->block_count;
  while (low < high) { /* the first block that ends behind `from` */
    u64 middle = (low + high) / 2;
    if (blocks[middle].end <= from)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < request->block_count && blocks[low].start < to && from < to; low++) {
    if (from < blocks[low].start)
      scan_range(request, pagemap, from, blocks[low].start, stack_from);
    from = blocks[low].end;
  }
  if (from < to)
    scan_range(request, pagemap, from, to, stack_from);
}

/* What nobody has pushed, or a thread's registers point to: an own block that a thread's stack lies in is in use. */
static void check_stack_pointer(struct request *request, u64 sp) {
  struct block *blocks = (struct block *)request->blocks;
  for (u64 i = 0; i < request->block_count; i++)
    if (blocks[i].start <= sp && sp < blocks[i].end && blocks[i].owner != ~0ul) {
      u64 *hit = (u64 *)request->hits + blocks[i].owner;
      *hit = *hit ? *hit : sp | FROM_STACK;
    }
}

/* The control block of a thread, which glibc puts at the top of the stack that it allocates: 0 if there is none there.
   In it is the thread's number (0: it has ended, and the stack waits for the next one), and where the stack was
   allocated: at its guard, so that the mapping is this stack and nothing else. */
static u64 control_block(struct request *request, struct mapping *mapping, u64 tid) {
  u64 size = mapping->end - mapping->start < 65536 ? mapping->end - mapping->start : 65536;
  u64 start = mapping->end - size;
  if (!(mapping->flags & GUARDED) || !request->tid_offset || read_memory((u64)request->words, start, size) != size)
    return 0;
  for (u64 i = 0; i < size / 8; i++)
    if (is_control_block(request->words, i, size, start, mapping, request->tid_offset, tid))
      return start + 8 * i;
  return 0;
}

/* Whether all of a mapping below `sp` is the unused part of the thread's stack. */
static int below_is_dead(struct request *request, struct mapping *mapping, struct thread *thread, u64 sp) {
  for (u64 i = 0; i < request->thread_count; i++) {
    struct thread *other = &request->threads[i];
    if (other != thread && mapping->start <= other->sp && other->sp < mapping->end)
      return 0;
  }
  return mapping->flags & STACK || control_block(request, mapping, thread->tid) > sp;
}

static void scan_mapping(struct request *request, i64 pagemap, struct mapping *mapping) {
  u64 stack_from = mapping->end, from = mapping->start, used = 0;
  for (u64 i = 0; i < request->thread_count; i++) {
    struct thread *thread = &request->threads[i];
    u64 sp = thread->sp - RED_ZONE, frame = thread->frame;
    if (thread->state == DEAD)
      continue;
    int here = mapping->start <= thread->sp && thread->sp < mapping->end;
    int framed = frame && mapping->start <= frame && frame < mapping->end;
    if (!here && !framed)
      continue;
    used = 1;
    u64 live = here && framed ? (frame < sp ? frame : sp) : here ? sp : frame;
    live = live < mapping->start ? mapping->start : live;
    stack_from = live < stack_from ? live : stack_from;
    if (here && below_is_dead(request, mapping, thread, live))
      from = live > from ? live : from;
  }
  u64 ended = used ? 0 : control_block(request, mapping, 0);
  scan_around(request, pagemap, ended ? ended : from, mapping->end, stack_from);
}

static void check_handlers(struct request *request) {
  for (u64 signal = 1; signal <= 64; signal++) {
    u64 action[4] = {0, 0, 0, 0};
    if (kernel(RT_SIGACTION, signal, 0, (u64)action, 8, 0, 0) == 0 && action[0] - request->low < request->span)
      check(request, action[0], FROM_SIGNAL | signal, 1);
  }
}

/* --- stopping and letting go */

static u64 fail(struct request *request, u64 status, u64 culprit) {
  request->culprit = culprit;
  return request->status = status;
}

static void wait_for(volatile u32 *count, u32 wanted) {
  u64 end = now(MONOTONIC) + DEADLINE_NS;
  u64 step[2] = {0, 2000000};
  for (u32 seen; (seen = *count) < wanted && now(MONOTONIC) < end;)
    kernel(FUTEX, (u64)count, 128, seen, (u64)step, 0, 0);
}

INLINE int waits_for_gil(struct request *request, struct sight *sight) {
  return sight->blocked && request->gil && sight->number == request->futex &&
         sight->argument - request->gil + 256 < 512;
}

static int is_ours(struct request *request, u64 tid) {
  const u64 *ours = (const u64 *)request->ours;
  for (u64 i = 0; i < request->our_count; i++)
    if (ours[i] == tid)
      return 1;
  return 0;
}

static u64 stop_threads(struct request *request, u64 own) {
  i64 count = list_threads(request, 0);
  if (count < 0)
    return fail(request, NO_PROC, 0);
  if (count > MAX_THREADS)
    return fail(request, TOO_MANY_THREADS, 0);
  request->thread_count = count;
  u64 signalled = 0;
  for (i64 i = 0; i < count; i++) {
    struct thread *thread = &request->threads[i];
    struct sight sight;
    if (thread->tid == own) {
      thread->state = OWN;
      continue;
    }
    if (look(request, thread->tid, &sight) < 0)
      return fail(request, NO_PROC, thread->tid);
    thread->sp = sight.sp;
    thread->number = sight.number;
    thread->argument = sight.argument;
    thread->switches = sight.switches;
    if (sight.dead)
      thread->state = DEAD;
    else if (waits_for_gil(request, &sight))
      thread->state = HELD;
    else if (request->emulated && is_ours(request, thread->tid))
      thread->state = OURS;
    else if (sight.blocked && (!request->emulated || sight.masked || request->mode == LIST)) {
      thread->state = STILL; /* emulated: a thread of the emulator's own, which blocks all signals */
      check(request, sight.pc, sight.sp, 1);
    } else if (sight.masked)
      return fail(request, BLOCKED_SIGNAL, thread->tid);
    else
      thread->state = SIGNALLED, signalled++;
  }
  if (request->mode == LIST)
    return 0;
  request->signalled = signalled;
  arrived = left = 0;
  current = request;
  static u32 epoch;
  epoch = epoch + 1 ? epoch + 1 : 1;
  __atomic_store_n(&stop, epoch, __ATOMIC_SEQ_CST);
  u64 process = kernel(GETPID, 0, 0, 0, 0, 0, 0);
  for (i64 i = 0; i < count; i++)
    if (request->threads[i].state == SIGNALLED)
      kernel(TGKILL, process, request->threads[i].tid, request->signal, 0, 0, 0);
  wait_for(&arrived, signalled);
  for (i64 i = 0; i < count; i++)
    if (request->threads[i].state == SIGNALLED)
      return fail(request, NO_ANSWER, request->threads[i].tid);
  return 0;
}

/* Whether the threads that were not signalled have not run since. */
static u64 still(struct request *request) {
  if (list_threads(request, 1) < 0)
    return fail(request, WOKE_UP, 0);
  for (u64 i = 0; i < request->thread_count; i++) {
    struct thread *thread = &request->threads[i];
    struct sight sight;
    if (thread->state != STILL && thread->state != HELD)
      continue;
    if (look(request, thread->tid, &sight) < 0)
      return fail(request, WOKE_UP, thread->tid);
    if (thread->state == HELD) {
      if (sight.blocked && !waits_for_gil(request, &sight))
        return fail(request, WOKE_UP, thread->tid);
    } else if (!sight.blocked || sight.switches != thread->switches || sight.sp != thread->sp ||
               sight.number != thread->number || sight.argument != thread->argument)
      return fail(request, WOKE_UP, thread->tid);
  }
  return 0;
}

static void let_go(struct request *request) {
  u32 wanted = arrived;
  __atomic_store_n(&stop, 0, __ATOMIC_SEQ_CST);
  kernel(FUTEX, (u64)&stop, 129, 0x7fffffff, 0, 0, 0);
  wait_for(&left, wanted);
}

static u64 search_stopped(struct request *request) {
  i64 total = list_mappings(request);
  if (total < 0)
    return fail(request, TOO_MANY_MAPPINGS, 0);
  if ((u64)total > MAX_MAPPED)
    return fail(request, TOO_LARGE, 0);
  u64 probe = 0x72656a6974, copy = 0;
  if (read_memory((u64)&copy, (u64)&probe, 8) != 8)
    memory_file = open_file("/proc/thread-self/mem");
  if (read_memory((u64)&copy, (u64)&probe, 8) != 8 || copy != probe)
    return fail(request, UNREADABLE, 0);
  i64 pagemap = open_file("/proc/thread-self/pagemap");
  if (pagemap < 0 && (u64)total > 1ul << 32)
    return fail(request, TOO_LARGE, 0);
  for (u64 i = 0; i < request->thread_count; i++)
    check_stack_pointer(request, request->threads[i].sp), check_stack_pointer(request, request->threads[i].frame);
  for (u64 i = 0; i < request->mapping_count; i++)
    scan_mapping(request, pagemap, &request->mappings[i]);
  check_handlers(request);
  if (pagemap >= 0)
    kernel(CLOSE, pagemap, 0, 0, 0, 0, 0);
  return still(request);
}

/* Whether what the kernel says of this thread is not where it is. */
static void find_emulation(struct request *request, u64 own) {
  struct sight sight;
  u64 here = (u64)__builtin_frame_address(0);
  request->emulated = !look(request, own, &sight) && sight.blocked && here - sight.sp + 0x100000 > 0x200000;
  request->futex = !request->emulated ? FUTEX : sight.number == 0 ? 202 : 98; /* of a machine whose `read` is that */
}

u64 rejit_search(struct request *request) {
  __builtin_unwind_init(); /* the caller's registers are on the stack */
  u64 own = kernel(GETTID, 0, 0, 0, 0, 0, 0);
  request->status = request->culprit = request->signalled = request->searched = request->stopped_ns = 0;
  request->guard = pointer_guard();
  request->tid_offset = number_offset(control_block_address(), own);
  if (stop || arrived != left)
    return fail(request, NO_ANSWER, 0); /* a thread is still on its way out of the last search */
  find_emulation(request, own);
  u64 status = stop_threads(request, own);
  if (request->mode == LIST)
    return status;
  u64 since = now(MONOTONIC);
  if (!status) {
    for (u64 i = 0; i < request->thread_count; i++)
      if (request->threads[i].state == OWN)
        request->threads[i].sp = request->threads[i].frame = (u64)__builtin_frame_address(0) - BELOW_FRAME;
    status = search_stopped(request);
  }
  if (memory_file >= 0) {
    kernel(CLOSE, memory_file, 0, 0, 0, 0, 0);
    memory_file = -1;
  }
  let_go(request);
  request->stopped_ns = now(MONOTONIC) - since;
  return status;
}
