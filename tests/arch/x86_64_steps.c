/* Unwinds at every instruction that `stepped` runs inside a range, and compares with what it must find. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <ucontext.h>
#include <unwind.h>

extern char stepped_return[];
extern uintptr_t stepped_stack;

struct step { uintptr_t at; int wrong; };
static uintptr_t low, high;
static struct step *steps;
static int count, room;

enum { RBX = 3, RBP = 6, R12 = 12, NOT_FOUND = 1, WRONG_CFA = 2, WRONG_REGISTER = 4 };

static _Unwind_Reason_Code visit(struct _Unwind_Context *context, void *given)
{
    int *wrong = given;
    if (_Unwind_GetIP(context) != (uintptr_t)stepped_return)
        return _URC_NO_REASON;
    *wrong = _Unwind_GetCFA(context) != stepped_stack ? WRONG_CFA : 0;
    if (_Unwind_GetGR(context, RBX) != 0xb0b0b0b0 || _Unwind_GetGR(context, RBP) != 0xb1b1b1b1)
        *wrong |= WRONG_REGISTER;
    for (int i = 0; i < 4; i++)
        if (_Unwind_GetGR(context, R12 + i) != 0xb2b2b2b2 + 0x01010101ul * i)
            *wrong |= WRONG_REGISTER;
    return _URC_NORMAL_STOP;
}

static void on_trap(int signal, siginfo_t *info, void *given)
{
    ucontext_t *context = given;
    uintptr_t at = context->uc_mcontext.gregs[REG_RIP];
    (void)signal, (void)info;
    if (at < low || at >= high || count == room)
        return;
    steps[count].at = at;
    steps[count].wrong = NOT_FOUND;
    _Unwind_Backtrace(visit, &steps[count].wrong);
    count++;
}

void watch(uintptr_t from, uintptr_t to, struct step *out, int size)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_trap;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGTRAP, &action, 0);
    low = from, high = to, steps = out, room = size, count = 0;
}
int watched(void) { return count; }

/* What stands for Python while steps are taken. */
static uintptr_t answer, record;
static long record_slot, failures;
/* The answer of the next callback, after that many failures to call it; a record to leave in its frame, or 0. */
void step_answer(uintptr_t address, long failing, uintptr_t with_record, long slot)
{
    answer = address, failures = failing, record = with_record, record_slot = slot;
}
void *step_call(void *callable, const char *format, unsigned number, uintptr_t frame)
{
    (void)callable, (void)format, (void)number;
    if (failures-- > 0)
        return 0;
    if (record)
        *(uintptr_t *)(frame + record_slot) = record;
    return &answer;
}
uintptr_t step_value(void) { return answer; }
void *step_nothing(void) { return 0; }
long step_target(long x) { return x + 1; }

/* Collects this thread's frames with the support block's trace function. */
long step_collect(_Unwind_Trace_Fn collect)
{
    uintptr_t buffer[2 + 3 * 4] = {0, 4};
    _Unwind_Backtrace(collect, buffer);
    return buffer[0];
}
