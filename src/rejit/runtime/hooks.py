"""C functions that rejit answers itself, because the process is Python's as well as the program's.

fork, vfork           through os.fork, so that the child's Python works (its locks, rejit's server)
signal and relatives  a handler and all it reaches is compiled before it is installed: a handler that interrupts Python
                      must not enter Python to be compiled
atexit and relatives  names that are linked statically and `dlsym` does not have; in a Session exit handlers are kept
                      and run by `run_main`, for after Python's end nothing could compile them
exit, pthread_exit    in a Session they leave to `run_main`; in a process of the program's own they are C's
jit_recompile_hot     with jit_loop_hot: what instrumented code calls when a function is hot
__tls_get_addr        the address of a thread-local variable (`SUPPORT_IR`)
__dso_handle          what C++ names the program by when it registers destructors
"""

from __future__ import annotations

import ctypes
import errno
import os
from _thread import get_native_id

from rejit.runtime.callbacks import Hook
from rejit.runtime.words import load_word, store_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from rejit.module import Module
    from rejit.session import Session

# Thread-local variables: one table a thread, found by a pthread key; an entry is made at a thread's first access.
# A pair is (descriptor, offset); a descriptor is (number, size, align, image). Freed when the thread ends. A small
# number in a descriptor's place is that of a shared library, whose variables are C's to find.
SUPPORT_IR = """\
source_filename = "rejit support"

@key = internal global i32 0, align 4
@once = internal global i32 0, align 4

declare i32 @pthread_once(ptr, ptr)
declare i32 @pthread_key_create(ptr, ptr)
declare ptr @pthread_getspecific(i32)
declare i32 @pthread_setspecific(i32, ptr)
declare ptr @realloc(ptr, i64)
declare ptr @aligned_alloc(i64, i64)
declare ptr @memcpy(ptr, ptr, i64)
declare ptr @memset(ptr, i32, i64)
declare void @free(ptr)
declare ptr @__tls_get_addr(ptr)

define internal void @rejit_tls_free(ptr %table) {
entry:
  %count = load i64, ptr %table, align 8
  br label %next

next:                                             ; preds = %body, %entry
  %i = phi i64 [ 1, %entry ], [ %after, %body ]
  %done = icmp ugt i64 %i, %count
  br i1 %done, label %end, label %body

body:                                             ; preds = %next
  %entryp = getelementptr i64, ptr %table, i64 %i
  %block = load ptr, ptr %entryp, align 8
  call void @free(ptr %block)
  %after = add i64 %i, 1
  br label %next

end:                                              ; preds = %next
  call void @free(ptr %table)
  ret void
}

define internal void @rejit_tls_key() {
entry:
  %r = call i32 @pthread_key_create(ptr @key, ptr @rejit_tls_free)
  ret void
}

define ptr @rejit_tls_get_addr(ptr %pair) {
entry:
  %descriptor = load ptr, ptr %pair, align 8
  %module = ptrtoint ptr %descriptor to i64
  %foreign = icmp ult i64 %module, 65536
  br i1 %foreign, label %library, label %ours

library:                                          ; preds = %entry
  %there = call ptr @__tls_get_addr(ptr %pair)
  ret ptr %there

ours:                                             ; preds = %entry
  %r = call i32 @pthread_once(ptr @once, ptr @rejit_tls_key)
  %offsetp = getelementptr i64, ptr %pair, i64 1
  %offset = load i64, ptr %offsetp, align 8
  %number = load i64, ptr %descriptor, align 8
  %k = load i32, ptr @key, align 4
  %table = call ptr @pthread_getspecific(i32 %k)
  %none = icmp eq ptr %table, null
  br i1 %none, label %grow, label %sized

sized:                                            ; preds = %ours
  %count = load i64, ptr %table, align 8
  %short = icmp uge i64 %number, %count
  br i1 %short, label %grow, label %look

grow:                                             ; preds = %sized, %ours
  %had = phi i64 [ 0, %ours ], [ %count, %sized ]
  %wanted = add i64 %number, 16
  %words = add i64 %wanted, 1
  %bytes = mul i64 %words, 8
  %bigger = call ptr @realloc(ptr %table, i64 %bytes)
  store i64 %wanted, ptr %bigger, align 8
  %first = add i64 %had, 1
  %freshp = getelementptr i64, ptr %bigger, i64 %first
  %more = sub i64 %wanted, %had
  %morebytes = mul i64 %more, 8
  %z = call ptr @memset(ptr %freshp, i32 0, i64 %morebytes)
  %s = call i32 @pthread_setspecific(i32 %k, ptr %bigger)
  br label %look

look:                                             ; preds = %grow, %sized
  %t = phi ptr [ %table, %sized ], [ %bigger, %grow ]
  %slot = add i64 %number, 1
  %entryp = getelementptr i64, ptr %t, i64 %slot
  %block = load ptr, ptr %entryp, align 8
  %unmade = icmp eq ptr %block, null
  br i1 %unmade, label %make, label %found

make:                                             ; preds = %look
  %sizep = getelementptr i64, ptr %descriptor, i64 1
  %size = load i64, ptr %sizep, align 8
  %alignp = getelementptr i64, ptr %descriptor, i64 2
  %align = load i64, ptr %alignp, align 8
  %imagep = getelementptr i64, ptr %descriptor, i64 3
  %image = load ptr, ptr %imagep, align 8
  %mask = sub i64 %align, 1
  %padded = add i64 %size, %mask
  %inverse = xor i64 %mask, -1
  %room = and i64 %padded, %inverse
  %made = call ptr @aligned_alloc(i64 %align, i64 %room)
  %copied = call ptr @memcpy(ptr %made, ptr %image, i64 %size)
  store ptr %made, ptr %entryp, align 8
  br label %found

found:                                            ; preds = %make, %look
  %base = phi ptr [ %block, %look ], [ %made, %make ]
  %address = getelementptr i8, ptr %base, i64 %offset
  ret ptr %address
}
"""

SIGNALS = ("signal", "bsd_signal", "sysv_signal", "__sysv_signal", "sigset", "ssignal")
SIGACTIONS = ("sigaction", "__sigaction")
# What compiled code calls that no program names: it is there even where a program may see nothing of the process.
INTERNAL = ("__tls_get_addr", "jit_recompile_hot", "jit_loop_hot", "__dso_handle")
PER_THREAD = ("__cxa_thread_atexit", "__cxa_thread_atexit_impl")


class ProgramExit(BaseException):
    """The program called exit() under `run_main`."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Hooks:
    """The hooks of one session, made when a module first refers to them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.owns_process = False  # the process is the program's: exit and exit handlers are C's own
        self.exit_handlers: list[tuple[int, int]] = []  # (function, argument), in order of registration
        self._libc = ctypes.CDLL(None)
        self._answers: dict[str, Callable[[int], int]] = {
            "fork": self._fork,
            "vfork": self._fork,
            "daemon": self._daemon,
            "_Fork": self._fork,
            "atexit": self._atexit,
            "at_quick_exit": self._at_quick_exit,
            "pthread_atfork": self._pthread_atfork,
        }
        for name in SIGNALS:
            self._answers[name] = lambda frame, name=name: self._signal(frame, name)  # type: ignore[misc]
        for name in SIGACTIONS:
            self._answers[name] = lambda frame, name=name: self._sigaction(frame, name)  # type: ignore[misc]
        self._in_program = {"pthread_exit": self._pthread_exit_of_program, "exit": self._exit_of_program}
        self._in_session: dict[str, Callable[[int], int]] = {
            "exit": self._exit,
            "__cxa_atexit": self._cxa_atexit,
            "pthread_exit": self._pthread_exit,
        }

    def find(self, name: str) -> int | None:
        """The address of the hook for a name; None if C's own function serves."""
        answer = self._answers.get(name)
        if answer is None:
            answer = (self._in_program if self.owns_process else self._in_session).get(name)
        if answer is not None:
            hook = Hook(answer)
            self.session.callbacks.attach(hook)
            return hook.address
        if name == "__tls_get_addr":
            return self._support("rejit_tls_get_addr")
        if name in ("jit_recompile_hot", "jit_loop_hot"):
            return self.session.tiering.trigger(name)
        if name == "__dso_handle":
            word = self.session.memory.allocate_data(8, 8)
            store_word(word, word)
            return word
        return None

    def _support(self, name: str) -> int:
        from rejit.ir.index import ModuleIndex

        index = ModuleIndex.build(SUPPORT_IR)
        module = self.session._add_index(index, "rejit support", {f: self._c(f) for f in index.declarations})
        address = module.define(name)
        self.session.reach(address)
        return address

    # -- answering ----------------------------------------------------------------------------------------------

    def _argument(self, frame: int, number: int) -> int:
        return load_word(frame + self.session.arch.ARGUMENT_SLOTS[number])

    def _return(self, frame: int, value: int) -> int:
        store_word(frame + self.session.arch.RESULT_SLOT, value & (1 << 64) - 1)
        return self.session.callbacks.label("return")

    def _c(self, name: str) -> int:
        """Address of C's own function."""
        return ctypes.cast(getattr(self._libc, name), ctypes.c_void_p).value or 0

    def _fork(self, frame: int) -> int:
        try:
            pid = os.fork()
            if pid == 0:
                # A thread that Python never saw has a thread state for this callback only, and in the child it is the
                # last one: Python cannot make another after it. One reference more keeps it.
                ctypes.pythonapi.PyGILState_Ensure()
            return self._return(frame, pid)
        except OSError as error:
            number = error.errno or errno.EAGAIN
            ctypes.c_int.from_address(frame + self.session.arch.ERRNO_SLOT).value = number
            return self._return(frame, -1)

    def _daemon(self, frame: int) -> int:
        """C's own forks where no hook sees it."""
        stay, keep = (self._argument(frame, number) & 0xFFFFFFFF for number in (0, 1))
        try:
            pid = os.fork()
            if pid:
                os._exit(0)
            ctypes.pythonapi.PyGILState_Ensure()  # as in `_fork`
            os.setsid()
            if not stay:
                os.chdir("/")
            if not keep:
                null = os.open("/dev/null", os.O_RDWR)
                for descriptor in range(3):
                    os.dup2(null, descriptor)
                if null > 2:
                    os.close(null)
            return self._return(frame, 0)
        except OSError as error:
            ctypes.c_int.from_address(frame + self.session.arch.ERRNO_SLOT).value = error.errno or errno.EAGAIN
            return self._return(frame, -1)

    def _signal(self, frame: int, name: str) -> int:
        self._prepare_handler(self._argument(frame, 1))
        return self._c(name)

    def _sigaction(self, frame: int, name: str) -> int:
        action = self._argument(frame, 1)
        if action:
            self._prepare_handler(ctypes.c_size_t.from_address(action).value)
        return self._c(name)

    def _prepare_handler(self, handler: int) -> None:
        if handler > 2 and self.session.memory.contains_code(handler):
            self.session.reach(handler)

    def _atexit(self, frame: int) -> int:
        function = self._argument(frame, 0)
        if not self.owns_process:
            self.exit_handlers.append((function, 0))
            return self._return(frame, 0)
        return self._return(frame, self._call("__cxa_atexit", function, 0, 0))

    def _cxa_atexit(self, frame: int) -> int:
        self.exit_handlers.append((self._argument(frame, 0), self._argument(frame, 1)))
        return self._return(frame, 0)

    def _at_quick_exit(self, frame: int) -> int:
        return self._return(frame, self._call("__cxa_at_quick_exit", self._argument(frame, 0), 0))

    def _pthread_atfork(self, frame: int) -> int:
        three = [self._argument(frame, n) for n in range(3)]
        for handler in three:
            self._prepare_handler(handler)
        return self._return(frame, self._call("__register_atfork", *three, 0))

    def _call(self, name: str, *arguments: int) -> int:
        function = getattr(self._libc, name)
        return int(function(*(ctypes.c_void_p(a) for a in arguments)))

    def _exit(self, frame: int) -> int:
        status = self._argument(frame, 0) & 0xFF
        return self.session.callbacks.leave(ProgramExit(status), frame) or self._c("exit")

    def _pthread_exit(self, frame: int) -> int:
        return self.session.callbacks.leave(ProgramExit(0), frame) or self._c("pthread_exit")

    def before_exit(self) -> None:
        """The process is about to end: no thread of ours may be where exit handlers take things down."""
        self.session.tiering.stop(wait=False)
        self.session.compiler.before_exit()

    def _exit_of_program(self, frame: int) -> int:
        self.before_exit()
        return self._c("exit")

    def _pthread_exit_of_program(self, frame: int) -> int:
        if get_native_id() == os.getpid():
            self.session.tiering.stop(wait=True)
            self.session.compiler.main_thread_leaves()
        return self._c("pthread_exit")

    def ahead_of(self, name: str, call: Callable[[], None]) -> None:
        """Have `call` called whenever the program calls a function of C's, which goes on then."""

        def answer(frame: int) -> int:
            call()
            return self._c(name)

        self._answers[name] = answer

    def at_exit(self, function: int) -> None:
        """Have a function called when the program ends, after all that is registered later."""
        if self.owns_process:
            self._call("__cxa_atexit", function, 0, 0)
        else:
            self.exit_handlers.append((function, 0))

    def run_exit_handlers_of(self, module: Module) -> None:
        """Run the exit handlers that are a module's own, the last first: it goes. What one raises is raised."""
        if self.owns_process:
            return
        while True:
            mine = [entry for entry in self.exit_handlers if module.owns(entry[0]) or module.owns(entry[1])]
            if not mine:
                return
            function, argument = mine[-1]
            self.exit_handlers.remove(mine[-1])
            self.session.call_address(function, None, (ctypes.c_size_t, argument))

    def run_exit_handlers(self, status: int) -> int:
        """Run the exit handlers a session has kept, the last first; exit() in one of them changes the status."""
        while self.exit_handlers:
            function, argument = self.exit_handlers.pop()
            try:
                self.session.call_address(function, None, (ctypes.c_size_t, argument))
            except ProgramExit as leaving:
                status = leaving.status
        self._libc.fflush(None)
        return status


def argument_vector(words: list[str] | list[bytes]) -> tuple[Any, Any]:
    """A C argument vector: the array, and what it points into. Both must be kept alive by the caller."""
    strings = [ctypes.create_string_buffer(os.fsencode(w)) for w in words]
    vector = (ctypes.c_void_p * (len(strings) + 1))(*(ctypes.addressof(s) for s in strings), None)
    return vector, strings
