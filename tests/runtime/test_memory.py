"""Code memory: blocks, W^X, fork, refusals. Every test runs with every backend unless it is about one.

(Over 600 lines: one fixture runs all of it with each backend.)
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rejit.errors import Closed, InternalError, NoCodeMemory, OutOfCodeMemory
from rejit.runtime import backends, libc, memory
from rejit.runtime.memory import CodeMemory, load_word, store_word

BACKENDS = ["procmem", "seal", "alias"]
MACHINE = platform.machine()
PAGE = backends.PAGE
x86_64 = pytest.mark.skipif(MACHINE != "x86_64", reason="x86-64 machine code")

if MACHINE not in ("x86_64", "aarch64", "ppc64le"):
    pytest.skip("no machine code for this CPU here", allow_module_level=True)


def returning(value: int) -> bytes:
    """Machine code of `int f(void) { return value; }`, value < 2**15."""
    if MACHINE == "x86_64":
        return b"\xb8" + value.to_bytes(4, "little") + b"\xc3"  # mov eax, value; ret
    if MACHINE == "aarch64":
        return (0x52800000 | value << 5).to_bytes(4, "little") + b"\xc0\x03\x5f\xd6"  # mov w0, value; ret
    return (0x38600000 | value).to_bytes(4, "little") + b"\x20\x00\x80\x4e"  # li 3, value; blr


def call(address: int) -> int:
    return ctypes.CFUNCTYPE(ctypes.c_int)(address)()


def maps() -> list[tuple[int, int, str, str]]:
    """(start, end, permissions, name) of every mapping of this process."""
    rows = []
    with open("/proc/self/maps") as file:
        for line in file:
            fields = line.split(maxsplit=5)
            start, end = (int(part, 16) for part in fields[0].split("-"))
            rows.append((start, end, fields[1], fields[5].strip() if len(fields) > 5 else ""))
    return rows


def permissions(address: int) -> str:
    return next(row[2] for row in maps() if row[0] <= address < row[1])


@pytest.fixture(params=BACKENDS)
def code(request: pytest.FixtureRequest) -> Iterator[CodeMemory]:
    made = CodeMemory(backend=request.param)
    yield made
    made.close()


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """refuse(name, number, when): the call fails with that errno, for those arguments for which `when` is true."""

    def arrange(name: str, number: int, when: Callable[..., bool] = lambda *_: True) -> None:
        real = getattr(libc, name)

        def fake(*arguments: Any) -> Any:
            if when(*arguments):
                ctypes.set_errno(number)
                return -1
            return real(*arguments)

        monkeypatch.setattr(libc, name, fake)

    return arrange


def adds_exec(_address: int, _size: int, protection: int) -> bool:
    return bool(protection & libc.PROT_EXEC)


# -- blocks --------------------------------------------------------------------------------------------------------


def test_a_committed_block_runs(code: CodeMemory) -> None:
    block = code.reserve_code(100)
    assert block.address % 16 == 0 and code.contains(block.address) and code.contains_code(block.address)
    done = block.commit(returning(42))
    assert (done.address, done.size) == (block.address, 100)
    assert call(done.address) == 42


def test_blocks_keep_what_they_hold_while_others_come_and_go(code: CodeMemory) -> None:
    kept = {}
    for number in range(600):
        done = code.reserve_code(100 + number % 900, align=16 << number % 3).commit(returning(number))
        assert done.address % (16 << number % 3) == 0
        if number % 3:
            kept[number] = done
        else:
            code.release([done])
        assert call(next(reversed(kept.values())).address) == next(reversed(kept)) if kept else True
    assert [call(done.address) for done in kept.values()] == list(kept)
    code.release(kept.values())
    assert code.statistics().code_bytes == 0


def test_released_memory_is_used_again(code: CodeMemory) -> None:
    for number in range(50):
        blocks = [(code.reserve_code(50_000), returning(number)) for _ in range(20)]
        done = code.commit_many(blocks)
        assert [call(block.address) for block in done] == [number] * 20
        code.release(done)
    reach = max(block.address for block, _ in blocks) - min(block.address for block, _ in blocks)
    assert reach < 8 << 20


def test_released_code_is_traps(code: CodeMemory) -> None:
    done = code.reserve_code(PAGE * 2, align=PAGE).commit(returning(1) * 64)
    code.release([done])
    assert libc.get(done.address, done.size) == b"\xcc" * done.size


def test_a_trap_of_several_bytes_keeps_its_alignment() -> None:
    code = CodeMemory(trap=b"abcd")
    done = code.reserve_code(32).commit(b"." * 7)
    assert libc.get(done.address, 32) == b"......." + b"d" + b"abcd" * 6
    code.close()


def test_an_aborted_block_is_used_again(code: CodeMemory) -> None:
    first = code.reserve_code(1000)
    first.abort()
    assert code.statistics().code_bytes == 0
    assert code.reserve_code(1000).address == first.address


def test_steps_out_of_order_are_errors(code: CodeMemory) -> None:
    block = code.reserve_code(16)
    with pytest.raises(InternalError):
        block.commit(b"x" * 17)
    done = block.commit(returning(1))
    for step in (block.abort, lambda: block.commit(returning(2)), lambda: code.commit_many([(block, b"")])):
        with pytest.raises(InternalError):
            step()
    code.release([done])
    with pytest.raises(InternalError):
        code.release([done])


def test_neighbours_are_written_in_one_go(code: CodeMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = [(code.reserve_code(100), returning(number)) for number in range(100)]
    written = []
    real = code._backend.write

    def write(pieces: list[tuple[int, bytes]]) -> None:
        written.extend(pieces)
        real(pieces)

    monkeypatch.setattr(type(code._backend), "write", lambda _, pieces: write(pieces))
    done = code.commit_many(reversed(blocks))
    assert [call(block.address) for block in done] == list(range(99, -1, -1))
    assert len(written) == 1


def test_a_batch_shares_pages_and_a_late_member_still_goes_in() -> None:
    code = CodeMemory(backend="seal")
    blocks = [code.reserve_code(100) for _ in range(3)]
    assert len({block.address // PAGE for block in blocks}) == 1
    first, last = code.commit_many([(blocks[0], returning(1)), (blocks[2], returning(3))])
    assert code.reserve_code(100).address // PAGE != first.address // PAGE
    middle = blocks[1].commit(returning(2))  # into a page with live code
    assert [call(block.address) for block in (first, middle, last)] == [1, 2, 3]
    code.close()


def test_lifetimes_are_kept_apart(code: CodeMemory) -> None:
    short = [code.reserve_code(64, lifetime=memory.SHORT).address for _ in range(20)]
    long = [code.reserve_code(64, lifetime=memory.LONG).address for _ in range(20)]
    assert not {address // PAGE for address in short} & {address // PAGE for address in long}


def test_the_flush_hook_sees_what_was_written() -> None:
    flushed: list[tuple[int, int]] = []
    code = CodeMemory(flush=lambda address, size: flushed.append((address, size)))
    done = code.reserve_code(100).commit(returning(1))
    assert flushed == [(done.address, 112)]
    code.close()


def test_stubs_code_and_data_are_within_reach(code: CodeMemory) -> None:
    stub = code.reserve_stubs(4096).commit(returning(7))
    body = code.reserve_code(64).commit(returning(8))
    data = code.allocate_data(64)
    assert call(stub.address) == 7 and permissions(stub.address) in ("r-xp", "r-xs")
    assert stub.address < body.address < data < code.end
    assert code.end - code.base < 1 << 31
    assert code.statistics().stub_bytes == 4096


def test_mappings_do_not_grow_with_the_number_of_functions(code: CodeMemory) -> None:
    text = returning(5).ljust(1500, b"\x90")
    for _ in range(50):
        done = code.commit_many([(code.reserve_code(1500), text) for _ in range(1000)])
        code.allocate_data(100_000)
    assert call(done[-1].address) == 5
    assert code.statistics().mappings <= (20 if code.backend == "alias" else 8)


def test_mappings_do_not_grow_with_single_commits(code: CodeMemory) -> None:
    for _ in range(3000):
        code.reserve_code(1500).commit(returning(5))
    assert code.statistics().mappings <= (12 if code.backend == "alias" else 8)


def test_a_full_range_is_an_error(code: CodeMemory) -> None:
    small = CodeMemory(span=1 << 24, backend=code.backend)
    with pytest.raises(OutOfCodeMemory, match="code region is full"):
        for _ in range(1000):
            small.reserve_code(100_000)
    with pytest.raises(OutOfCodeMemory, match="data region is full"):
        small.allocate_data(1 << 24)
    assert small.allocate_data(100) and call(code.reserve_code(16).commit(returning(3)).address) == 3
    small.close()


def test_a_closed_memory_says_so(code: CodeMemory) -> None:
    code.close()
    code.close()
    with pytest.raises(Closed):
        code.reserve_code(16)
    assert not any(start < code.end and code.base < end for start, end, _, _ in maps())


def test_wrong_arguments() -> None:
    with pytest.raises(ValueError, match="procmem"):
        CodeMemory(backend="rwx")
    with pytest.raises(ValueError, match="span"):
        CodeMemory(span=1 << 32)


# -- data ----------------------------------------------------------------------------------------------------------


def test_data_is_zeroed_aligned_and_filled(code: CodeMemory) -> None:
    for align in (1, 8, 64, PAGE, 1 << 16):
        address = code.allocate_data(100, align, b"abc")
        assert address % align == 0 and libc.get(address, 100) == b"abc".ljust(100, b"\0")
    assert permissions(address) == "rw-p"


@pytest.mark.parametrize("size", [8, 5000, 50_000])
def test_freed_data_comes_back_as_zeros(code: CodeMemory, size: int) -> None:
    address = code.allocate_data(size, 8, b"\xff" * size)
    code.free_data(address, size)
    assert code.allocate_data(size) == address
    assert libc.get(address, size) == bytes(size)


def test_large_data_stands_outside(code: CodeMemory) -> None:
    address = code.allocate_large(3 << 30, align=1 << 21)
    assert address % (1 << 21) == 0 and not code.contains(address)
    store_word(address + (3 << 30) - 8, 5)
    assert code.statistics().data_bytes == 3 << 30
    code.free_data(address, 3 << 30)
    assert code.statistics().data_bytes == 0


def test_words(code: CodeMemory) -> None:
    slot = code.allocate_data(8)
    store_word(slot, 2**64 - 1)
    assert load_word(slot) == 2**64 - 1


# -- W^X -----------------------------------------------------------------------------------------------------------


def test_no_page_is_ever_writable_and_executable(code: CodeMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at after every call that changes memory, within commit, release, fall-back and detach."""
    calls = 0
    # ctypes callbacks of other tests in this process: libffi keeps its closures in such pages.
    libffi = [row[:2] for row in maps() if "w" in row[2] and "x" in row[2] and not code.contains(row[0])]

    def is_ours(start: int, end: int) -> bool:
        """A mapping of libffi's may grow, or be one with its neighbour, while other tests' threads end."""
        return code.contains(start) or not any(low <= end and start <= high for low, high in libffi)

    def watch(name: str) -> None:
        real = getattr(libc, name)

        def watched(*arguments: Any) -> Any:
            nonlocal calls
            result = real(*arguments)
            assert not [row for row in maps() if "w" in row[2] and "x" in row[2] and is_ours(*row[:2])], name
            calls += 1
            return result

        monkeypatch.setattr(libc, name, watched)

    for name in ("mmap", "mprotect", "mremap", "munmap", "put", "move", "pwrite"):
        watch(name)
    done = [code.reserve_code(1500).commit(returning(number)) for number in range(5)]
    code.release(done[:2])
    field = (done[2].address + 8) & -8
    code.patch(done[2], field, int.from_bytes(ctypes.string_at(field, 4), "little", signed=True))
    backends.replace(done[2].address & -PAGE, PAGE, [(done[2].address, returning(22))])
    pid = os.fork()
    if not pid:
        os._exit(0)
    os.waitpid(pid, 0)
    done.append(code.reserve_code(1500).commit(returning(5)))
    assert [call(block.address) for block in done[2:]] == [22, 3, 4, 5]
    assert calls > 10
    for block in done:
        assert permissions(block.address).startswith("r-x")
    written = [row for row in maps() if "w" in row[2] and "memfd:rejit" in row[3]]
    assert not [row for row in written if "memfd:rejit-ring" not in row[3]]  # data, of sessions of other tests


def test_a_live_page_is_never_made_inexecutable(code: CodeMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    done = [code.reserve_code(100).commit(returning(number)) for number in range(10)]
    real = libc.mprotect
    flipped: set[int] = set()

    def watched(address: int, size: int, protection: int) -> int:
        flipped.update(range(address, address + size, PAGE))
        return real(address, size, protection)

    monkeypatch.setattr(libc, "mprotect", watched)
    code.commit_many([(code.reserve_code(100), returning(number)) for number in range(100)])
    code.release(done[5:])
    assert not flipped & {block.address & -PAGE for block in done[:5]}


@x86_64
@pytest.mark.parametrize("anonymous", [True, False])
def test_code_runs_on_while_its_page_is_replaced(
    code: CodeMemory, anonymous: bool, refuse: Callable[..., None]
) -> None:
    loop = bytes.fromhex("833f0074fbb807000000c3")  # l: cmp dword [rdi], 0; je l; mov eax, 7; ret
    done = code.reserve_code(64).commit(loop)
    flag = ctypes.c_int(0)
    results: list[int] = []
    function = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int))(done.address)
    threads = [threading.Thread(target=lambda: results.append(function(flag))) for _ in range(2)]
    for thread in threads:
        thread.start()
    if not anonymous:
        refuse("mprotect", errno.EACCES, adds_exec)
    for number in range(300):
        address = done.address + 64
        backends.replace(done.address & -PAGE, PAGE, [(address, returning(number))])
        assert call(address) == number
    flag.value = 1
    for thread in threads:
        thread.join()
    assert results == [7, 7]


# -- threads -------------------------------------------------------------------------------------------------------


def test_threads_do_not_disturb_each_other(code: CodeMemory) -> None:
    failures: list[object] = []

    def work(seed: int) -> None:
        try:
            for number in range(150):
                value = seed * 1000 + number
                done = code.commit_many([(code.reserve_code(48), returning(value)) for _ in range(3)])
                if [call(block.address) for block in done] != [value] * 3:
                    failures.append(value)
                code.release(done[:2])
        except BaseException as failure:
            failures.append(failure)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert not failures
    assert code.statistics().code_bytes == 8 * 150 * 48


# -- fork ----------------------------------------------------------------------------------------------------------


def library_fork() -> int:
    return int(ctypes.PyDLL(None).fork())


def raw_fork() -> int:
    number = {"x86_64": 56, "aarch64": 220, "ppc64le": 120}[MACHINE]
    return int(ctypes.PyDLL(None).syscall(ctypes.c_long(number), ctypes.c_long(17), *[ctypes.c_long(0)] * 4))  # SIGCHLD


FORKS = {"os.fork": os.fork, "fork": library_fork, "clone": raw_fork}


class Child:
    """A forked child that runs a generator step by step, each step on the parent's word."""

    def __init__(self, fork: Callable[[], int], steps: Callable[[], Iterator[bool]]) -> None:
        down, up = os.pipe(), os.pipe()
        self.pid = fork()
        if not self.pid:
            signal.alarm(20)
            try:
                os.close(down[1])
                os.close(up[0])
                running = steps()
                while os.read(down[0], 1):
                    os.write(up[1], b"y" if next(running) else b"n")
            finally:
                os._exit(0)
        os.close(down[0])
        os.close(up[1])
        self._down, self._up = down[1], up[0]

    def step(self) -> bool:
        os.write(self._down, b"x")
        return os.read(self._up, 1) == b"y"

    def end(self) -> None:
        os.close(self._down)
        os.close(self._up)
        os.waitpid(self.pid, 0)


@pytest.mark.parametrize("fork", FORKS)
@pytest.mark.parametrize("parent_first", [False, True])
def test_parent_and_child_do_not_see_each_others_code(code: CodeMemory, fork: str, parent_first: bool) -> None:
    if parent_first and code.backend == "alias" and fork != "os.fork":
        pytest.skip("a parent cannot know of a fork that no hook tells it of: only places free at the fork are shared")
    kept = code.reserve_code(PAGE).commit(returning(1))
    freed = code.reserve_code(PAGE).commit(returning(2))
    code.release([freed])

    def link(value: int) -> list[int]:
        blocks = [code.reserve_code(PAGE) for _ in range(20)]  # over the freed place, and on fresh ones
        return [block.commit(returning(value)).address for block in blocks]

    def in_child() -> Iterator[bool]:
        mine = link(99)
        yield freed.address in mine and [call(address) for address in (kept.address, *mine)] == [1] + [99] * 20
        yield [call(address) for address in (kept.address, *mine)] == [1] + [99] * 20
        more = link(98)
        yield [call(address) for address in (*mine, *more)] == [99] * 20 + [98] * 20

    child = Child(FORKS[fork], in_child)
    before = libc.get(freed.address, PAGE)
    if not parent_first:
        assert child.step()
        assert libc.get(freed.address, PAGE) == before
    mine = link(1)
    assert freed.address in mine
    assert child.step()
    assert [call(address) for address in (kept.address, *mine)] == [1] * 21
    assert child.step()
    if parent_first:
        assert child.step()
    assert [call(address) for address in (kept.address, *mine, *link(4))] == [1] * 21 + [4] * 20
    child.end()


def test_grandchildren_are_apart_too(code: CodeMemory) -> None:
    first = code.reserve_code(64).commit(returning(1))

    def nest(depth: int) -> int:
        mine = code.reserve_code(64).commit(returning(depth))
        if depth < 5:
            pid = os.fork()
            if not pid:
                os._exit(nest(depth + 1))
            if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
                return 1
        again = code.reserve_code(64).commit(returning(depth + 100))
        return int([call(block.address) for block in (first, mine, again)] != [1, depth, depth + 100])

    assert nest(0) == 0


def test_a_fork_in_the_middle_of_a_commit(code: CodeMemory) -> None:
    """As a Python signal handler may do it."""
    children: list[int] = []

    def fork(_address: int, _size: int) -> None:
        if not children:
            children.append(os.fork())

    code._flush = fork
    done = code.reserve_code(64).commit(returning(1))
    again = code.reserve_code(64).commit(returning(2))
    good = [call(done.address), call(again.address)] == [1, 2]
    if not children[0]:
        os._exit(0 if good else 1)
    assert good and os.waitstatus_to_exitcode(os.waitpid(children[0], 0)[1]) == 0


def test_a_raw_child_does_not_wait_for_a_thread_that_is_not_there(code: CodeMemory) -> None:
    entered, leave = threading.Event(), threading.Event()

    def flush(_address: int, _size: int) -> None:
        if threading.current_thread() is not threading.main_thread():
            entered.set()
            leave.wait()

    code._flush = flush
    thread = threading.Thread(target=lambda: code.reserve_code(64).commit(returning(1)), daemon=True)
    thread.start()
    entered.wait()
    pid = raw_fork()
    if not pid:
        signal.alarm(5)
        os._exit(call(code.reserve_code(64).commit(returning(33)).address))
    status = os.waitpid(pid, 0)[1]
    leave.set()
    thread.join()
    assert os.waitstatus_to_exitcode(status) == 33


def test_a_child_with_its_parents_process_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a new PID namespace both may be 1: the wiped page tells."""
    code = CodeMemory(backend="alias")
    fresh = code.reserve_code(64)
    before = libc.get(fresh.address, 64)
    pid = os.getpid()
    child = raw_fork()
    if not child:
        monkeypatch.setattr(os, "getpid", lambda: pid)
        os._exit(call(fresh.commit(returning(44)).address))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 44
    assert libc.get(fresh.address, 64) == before
    code.close()


# -- refusals ------------------------------------------------------------------------------------------------------


def test_the_first_backend_that_works_is_taken(refuse: Callable[..., None]) -> None:
    for expected in ("procmem", "seal", "alias"):
        if expected == "seal":
            refuse("open", errno.EACCES)
        if expected == "alias":
            refuse("mprotect", errno.EACCES, adds_exec)
        code = CodeMemory()
        assert code.backend == expected
        assert call(code.reserve_code(16).commit(returning(6)).address) == 6
        code.close()


def test_when_all_is_refused_the_error_names_every_call(refuse: Callable[..., None]) -> None:
    before = len(maps())
    refuse("open", errno.EACCES)
    refuse("mprotect", errno.EPERM, adds_exec)
    refuse("memfd_create", errno.ENOSYS)
    with pytest.raises(NoCodeMemory) as caught:
        CodeMemory()
    text = str(caught.value)
    assert "procmem: open /proc/thread-self/mem: Permission denied" in text
    assert "seal: mprotect(PROT_READ|PROT_EXEC): Operation not permitted" in text
    assert "alias: memfd_create: Function not implemented" in text
    assert len(maps()) <= before + 2


def test_a_kernel_that_drops_the_write_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libc, "pwrite", lambda _fd, _content, size, _at: size)
    code = CodeMemory()
    assert code.backend == "seal"
    code.close()


def test_a_write_that_went_elsewhere_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program closed our descriptor and opened its own file under the number."""
    code = CodeMemory()
    live = code.reserve_code(64).commit(returning(1))
    with monkeypatch.context() as patch:
        patch.setattr(libc, "pwrite", lambda _fd, _content, size, _at: size)
        done = code.reserve_code(64).commit(returning(2))
    assert [call(live.address), call(done.address)] == [1, 2]
    assert code.statistics().refused_writes == 1
    code.close()


def test_a_write_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    code = CodeMemory(backend="procmem")
    real = libc.pwrite
    monkeypatch.setattr(libc, "pwrite", lambda fd, content, size, at: real(fd, content, min(size, 3), at))
    assert call(code.reserve_code(100).commit(returning(9)).address) == 9
    assert code.statistics().refused_writes == 0
    code.close()


BREAKS: dict[str, list[tuple[str, int, Callable[..., bool]]]] = {
    "procmem": [("open", errno.EMFILE, lambda *_: True)],
    "seal": [("mprotect", errno.ENOMEM, adds_exec)],
    "alias": [("mremap", errno.ENOMEM, lambda _old, size, *_: size == 0)],
}


def test_a_write_refused_now_and_then_is_done_all_the_same(code: CodeMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    live = [code.reserve_code(100).commit(returning(number)) for number in range(10)]
    waiting = [code.reserve_code(100) for _ in range(10)]
    with pytest.MonkeyPatch.context() as patch:
        for name, number, when in BREAKS[code.backend]:
            real = getattr(libc, name)

            def fake(*arguments: Any, real: Any = real, when: Any = when, number: int = number) -> Any:
                if not when(*arguments):
                    return real(*arguments)
                ctypes.set_errno(number)
                return -1

            patch.setattr(libc, name, fake)
        live += [block.commit(returning(10 + number)) for number, block in enumerate(waiting[:3])]
        refused = code.statistics().refused_writes
        assert refused == (1 if code.backend == "seal" else 3)  # Seal itself replaces a page with live code
    pages = {block.address & -PAGE for block in live}
    flipped: set[int] = set()
    protect = libc.mprotect
    monkeypatch.setattr(libc, "mprotect", lambda *args: (flipped.add(args[0]), protect(*args))[1])
    live += code.commit_many([(block, returning(13 + number)) for number, block in enumerate(waiting[3:])])
    live += [code.reserve_code(100).commit(returning(20 + number)) for number in range(5)]
    assert [call(block.address) for block in live] == list(range(25))
    assert code.statistics().refused_writes == refused
    assert not flipped & pages


def test_what_fails_repeatedly_is_given_up(refuse: Callable[..., None]) -> None:
    code = CodeMemory()
    live = [code.reserve_code(100).commit(returning(number)) for number in range(10)]
    refuse("open", errno.EMFILE)
    live += [code.reserve_code(100).commit(returning(10 + number)) for number in range(200)]
    assert code.backend == "seal"
    assert code.statistics().refused_writes == memory.STRIKES
    assert [call(block.address) for block in live] == list(range(210))
    code.release(live)
    assert code.statistics().mappings < 8 + 3 * memory.STRIKES
    code.close()


def test_a_lasting_refusal_is_believed_at_once(refuse: Callable[..., None]) -> None:
    code = CodeMemory()
    early, late = code.reserve_code(100), code.reserve_code(100)
    refuse("open", errno.EACCES)
    done = [early.commit(returning(1)), code.reserve_code(100).commit(returning(2)), late.commit(returning(3))]
    assert [call(block.address) for block in done] == [1, 2, 3]
    assert code.backend == "seal"
    code.close()


def test_nothing_is_lost_when_every_way_is_refused(code: CodeMemory) -> None:
    live = code.reserve_code(100).commit(returning(1))
    waiting = code.reserve_code(100)

    def refused(*_: Any) -> int:
        ctypes.set_errno(errno.EPERM)
        return -1

    with pytest.MonkeyPatch.context() as patch:
        for name in ("open", "mprotect", "mremap", "memfd_create"):
            patch.setattr(libc, name, refused)
        with pytest.raises(NoCodeMemory, match="code cannot be written"):
            waiting.commit(returning(2))
        assert call(live.address) == 1
    assert call(waiting.commit(returning(2)).address) == 2


@pytest.mark.parametrize("nth", range(6))
def test_no_slab_is_an_error_that_passes(code: CodeMemory, nth: int) -> None:
    count = 0
    real = libc.mmap

    def scripted(*arguments: Any) -> int:
        nonlocal count
        count += 1
        if count <= nth:
            ctypes.set_errno(errno.ENOMEM)
            return -1
        return real(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libc, "mmap", scripted)
        for _ in range(6):
            try:
                code.allocate_data(100)
                assert call(code.reserve_stubs(100).commit(returning(1)).address) == 1
            except OutOfCodeMemory:
                pass
        assert code.allocate_data(100)
        assert call(code.reserve_stubs(100).commit(returning(2)).address) == 2


# -- real refusals, each in a process of its own ---------------------------------------------------------------------

PRELUDE = """
import ctypes, errno, os, resource, sys
from rejit.errors import NoCodeMemory
from rejit.runtime import libc
from rejit.runtime.memory import CodeMemory
def call(address): return ctypes.CFUNCTYPE(ctypes.c_int)(address)()
def link(code, n=20):
    for number in range(n):
        assert call(code.reserve_code(100).commit(returning(number)).address) == number
"""


def run(script: str) -> str:
    source = f"MACHINE = {MACHINE!r}\n" + textwrap.dedent("def returning(value):\n" + "".join(_source_of_returning()))
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + source + textwrap.dedent(script)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _source_of_returning() -> list[str]:
    import inspect

    return inspect.getsource(returning).splitlines(keepends=True)[1:]


def test_memory_deny_write_execute() -> None:
    printed = run("""
        if libc.prctl(libc.PR_SET_MDWE, 1, 0, 0, 0) < 0:
            print("not known"); sys.exit()
        code = CodeMemory(); link(code); print(code.backend)
        code = CodeMemory(backend="alias"); link(code)
        try: CodeMemory(backend="seal")
        except NoCodeMemory as refused: print(refused)
    """)
    if printed == "not known":
        pytest.skip("Linux before 6.3")
    assert printed.startswith("procmem\n")
    assert "seal: mprotect(PROT_READ|PROT_EXEC): Permission denied" in printed
    assert "memory-deny-write-execute" in printed


def test_memory_deny_write_execute_and_no_descriptors() -> None:
    """Sealing is denied, and neither /proc nor a memfd can be opened: what is written before goes on to run."""
    run("""
        code = CodeMemory()
        live = code.reserve_code(100).commit(returning(1))
        if libc.prctl(libc.PR_SET_MDWE, 1, 0, 0, 0) < 0: sys.exit()
        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, limits[1]))
        block = code.reserve_code(100)
        try: block.commit(returning(2))
        except NoCodeMemory as refused: assert "Too many open files" in str(refused)
        else: raise AssertionError
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        assert call(live.address) == 1 and call(block.commit(returning(2)).address) == 2
    """)


@pytest.mark.parametrize("limit", range(4))
def test_no_descriptors(limit: int) -> None:
    printed = run(f"""
        early = CodeMemory(); link(early)
        resource.setrlimit(resource.RLIMIT_NOFILE, ({limit}, {limit}))
        link(early)
        late = CodeMemory(); link(late)
        print(early.backend, late.backend)
    """)
    assert printed == "seal seal"


def test_all_descriptors_closed() -> None:
    assert run("""
        code = CodeMemory(); link(code)
        kept = os.dup2(1, 200)
        os.closerange(0, 200); os.closerange(201, 4096)
        link(code)
        os.write(200, code.backend.encode())
    """) == "procmem"  # fmt: skip


def test_limited_address_space() -> None:
    printed = run("""
        used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + (100 << 20),) * 2)
        code = CodeMemory(); link(code); print(code.end - code.base)
        try: CodeMemory(span=1 << 31); CodeMemory()
        except NoCodeMemory as refused: print(refused)
    """)
    assert printed.splitlines()[0] == str(64 << 20)


@pytest.mark.skipif(os.geteuid() != 0, reason="changes its user")
def test_privileges_dropped() -> None:
    """The process's /proc files belong to root then."""
    printed = run("""
        early = CodeMemory(); link(early)
        os.setgid(65534); os.setuid(65534)
        libc.prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE, as the kernel does on setuid where fs.suid_dumpable is 0
        link(early)
        print(early.backend, CodeMemory().backend)
        os.environ
    """)
    assert printed == "seal seal"


SECCOMP = """
    import struct
    def deny(*numbers):
        rows = [(0x20, 0, 0, 0)]  # load the system call's number
        for number in numbers: rows += [(0x15, 0, 1, number), (0x06, 0, 0, 0x50000 | errno.EPERM)]
        rows.append((0x06, 0, 0, 0x7fff0000))
        install(rows)
    def deny_protection(number, bits):
        install([(0x20, 0, 0, 0), (0x15, 0, 3, number), (0x20, 0, 0, 32), (0x45, 0, 1, bits),
                 (0x06, 0, 0, 0x50000 | errno.EPERM), (0x06, 0, 0, 0x7fff0000)])
    def install(rows):
        text = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *row) for row in rows))
        program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(rows), ctypes.addressof(text)))
        assert libc.prctl(38, 1, 0, 0, 0) == 0
        assert libc.prctl(22, 2, ctypes.addressof(program), 0, 0) == 0, os.strerror(ctypes.get_errno())
    PWRITE, MPROTECT, MREMAP, MEMFD_CREATE, OPENAT = 18, 10, 25, 319, 257
"""


@x86_64
@pytest.mark.parametrize(
    ("sandbox", "expected"),
    [
        ("deny(PWRITE)", "seal seal"),
        ("deny(OPENAT)", "seal seal"),
        ("deny_protection(MPROTECT, 4)", "procmem procmem"),
        ("deny(MEMFD_CREATE, MREMAP)", "procmem procmem"),
    ],
)
def test_a_sandbox_entered_before_and_after(sandbox: str, expected: str) -> None:
    printed = run(
        SECCOMP
        + f"""
    early = CodeMemory(); link(early)
    {sandbox}
    link(early)
    late = CodeMemory(); link(late)
    print(early.backend, late.backend)
    """
    )
    assert printed == expected


@x86_64
def test_a_sandbox_that_leaves_only_the_alias() -> None:
    """No write through /proc, no mprotect that adds PROT_EXEC: systemd's MemoryDenyWriteExecute and a masked /proc."""
    printed = run(
        SECCOMP
        + """
    deny(OPENAT); deny_protection(MPROTECT, 4)
    code = CodeMemory(); link(code); print(code.backend)
    """
    )
    assert printed == "alias"


@x86_64
def test_a_sandbox_that_leaves_nothing() -> None:
    printed = run(
        SECCOMP
        + """
    early = CodeMemory(); link(early)
    kept = early.reserve_code(64).commit(returning(5))
    status = open("/proc/self/status")
    deny(PWRITE, MEMFD_CREATE); deny_protection(MPROTECT, 4)
    try: CodeMemory()
    except NoCodeMemory as refused: print(refused)
    try: link(early)
    except NoCodeMemory as refused: print(call(kept.address))
    """
    )
    for part in ("procmem: pwrite", "seal: mprotect", "alias: memfd_create", "a seccomp filter", "\n5"):
        assert part in printed


def test_no_function_is_where_libgcc_does_not_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address whose 32 low bits are zero: libgcc ignores the unwind table of a function there."""
    from rejit.runtime import libc, ranges

    whole, asked = ranges.map_aligned, []

    def map_aligned(size: int, align: int, protection: int) -> int:
        asked.append(size)
        if len(asked) > 1:
            return whole(size, align, protection)
        flags = libc.MAP_PRIVATE | libc.MAP_ANONYMOUS | libc.MAP_NORESERVE
        for place in range(1 << 36, 1 << 44, 1 << 32):
            for start in (place, place - (size >> 1)):
                address = libc.mmap(start, size, protection, flags, -1, 0)
                if address == start:
                    return address
                libc.munmap(address, size)
        raise AssertionError("no place")

    monkeypatch.setattr(ranges, "map_aligned", map_aligned)
    address, size = ranges.reserve_range(1 << 30)
    assert len(asked) >= 2
    assert address >> 32 == (address + size - 1) >> 32 and address % (1 << 32)
    libc.munmap(address, size)
