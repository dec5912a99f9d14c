"""Direct calls: the field that is patched, the bodies it leads to, and threads that run through it meanwhile."""

from __future__ import annotations

import ctypes
import os
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from rejit import Config, Session
from rejit.errors import NoCodeMemory
from rejit.runtime import libc
from rejit.runtime.blocks import Body
from rejit.runtime.memory import CodeMemory
from rejit.runtime.redirect import (
    FEW,
    add_caller,
    drop_caller,
    is_patchable,
    kept,
    lead_callers,
    leave_callees,
    sites_of,
    take_callers,
)
from rejit.runtime.words import load_word
from rejit.tiers import HotPolicy, Tier

PATCHING = ("procmem", "alias")  # backends that change live code at no cost but the write
FLIPS = 40_000

ONE = bytes.fromhex("b801000000 c3")  # mov $1,%eax; ret
TWO = bytes.fromhex("b802000000 c3")
CALL = bytes.fromhex("4883ec08 e800000000 4883c408 c3")  # sub $8,%rsp; call; add $8,%rsp; ret
CALL_FIELD = 5

# long hammer(char *stop): calls until *stop, traps if the answer is neither 1 nor 2, returns how often.
HAMMER = bytes.fromhex("53 4154 4883ec08 4889fb 4d31e4")  # push %rbx; push %r12; sub $8,%rsp; %rbx = %rdi; %r12 = 0
HAMMER_LOOP = bytes.fromhex(
    "e800000000"  # again: call
    "ffc8 83f801 7713"  # dec %eax; cmp $1,%eax; ja bad
    "49ffc4 803b00 74ec"  # inc %r12; cmpb $0,(%rbx); je again
    "4c89e0 4883c408 415c 5b c3"  # mov %r12,%rax; add $8,%rsp; pop %r12; pop %rbx; ret
    "0f0b"  # bad: ud2
)


@pytest.fixture(params=PATCHING)
def code(request: pytest.FixtureRequest) -> Iterator[CodeMemory]:
    made = CodeMemory(backend=request.param)
    yield made
    made.close()


def place(memory: CodeMemory, content: bytes, field: int, phase: int) -> tuple[Body, int]:
    """Content behind so many nops that its byte `field` stands at an address = phase mod 8: the block, the field."""
    pending = memory.reserve_code(len(content) + 16, 16)
    pad = (phase - pending.address - field) % 8
    return pending.commit_body(b"\x90" * pad + content), pending.address + pad + field


def displacement(field: int) -> int:
    return ctypes.c_int32.from_address(field).value


def leads_to(field: int) -> int:
    return field + 4 + displacement(field)


def returns(address: int) -> int:
    return ctypes.CFUNCTYPE(ctypes.c_long)(address)()


# -- the field ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", range(8))
def test_a_field_is_patchable_where_one_aligned_store_changes_it(phase: int) -> None:
    assert is_patchable(0x7F0000001000 + phase) == (phase <= 4)


@pytest.mark.parametrize("phase", range(5))
def test_a_patched_call_leads_elsewhere(code: CodeMemory, phase: int) -> None:
    one = code.reserve_stubs(16).commit(ONE).address
    two = code.reserve_code(16).commit(TWO).address
    block, field = place(code, CALL, CALL_FIELD, phase)
    entry = field - CALL_FIELD
    before = ctypes.string_at(block.address, block.size)
    for target, answer in ((one, 1), (two, 2), (one, 1)):
        code.patch(block, field, target - field - 4)
        assert leads_to(field) == target
        assert returns(entry) == answer
    after = bytearray(ctypes.string_at(block.address, block.size))
    after[field - block.address : field - block.address + 4] = bytes(4)
    assert bytes(after) == before  # nothing but the field has changed


def test_patch_takes_every_signed_value(code: CodeMemory) -> None:
    block, field = place(code, b"\xaa" * 32, 8, 3)
    for value in (0, 1, -1, 0x7FFFFFFF, -0x80000000, 0x12345678):
        code.patch(block, field, value)
        assert displacement(field) == value
        assert load_word(field - 3) & 0xFF00000000FFFFFF == 0xAA00000000AAAAAA


def test_patch_of_a_straddling_field_is_refused(code: CodeMemory) -> None:
    block, field = place(code, CALL, CALL_FIELD, 5)
    with pytest.raises(AssertionError):
        code.patch(block, field, 1)


def test_patch_flushes_what_it_wrote() -> None:
    flushed: list[tuple[int, int]] = []
    memory = CodeMemory(flush=lambda address, size: flushed.append((address, size)))
    block, field = place(memory, CALL, CALL_FIELD, 4)
    flushed.clear()
    memory.patch(block, field, 1)
    assert flushed == [(field - 4, 8)]
    memory.close()


def test_a_cpu_whose_branches_are_words_has_them_stored_alone() -> None:
    flushed: list[tuple[int, int]] = []
    memory = CodeMemory(flush=lambda address, size: flushed.append((address, size)), patch_size=4)
    block, field = place(memory, b"\xaa" * 32, 8, 4)
    for at in (field, field - 4):
        flushed.clear()
        memory.patch(block, at, 0x12345678)
        assert displacement(at) == 0x12345678
        assert flushed == [(at, 4)]
    assert load_word(field + 4) & 0xFFFFFFFF == 0xAAAAAAAA
    with pytest.raises(AssertionError):
        memory.patch(block, field + 2, 1)
    memory.close()


def test_a_backend_that_leaves_old_code_running_is_not_taken() -> None:
    one, two = (b"\xb8" + bytes((number, 0, 0, 0)) + b"\xc3" for number in (1, 2))  # mov $number,%eax; ret
    memory = CodeMemory(probe=(one, two))
    assert memory.backend == "procmem"
    memory.close()
    with pytest.raises(NoCodeMemory, match="seal: an emulator goes on running what was there before"):
        CodeMemory(probe=(one, one))


def test_patch_that_is_refused_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has changed then."""
    memory = CodeMemory(backend="procmem")
    block, field = place(memory, CALL, CALL_FIELD, 4)
    for name in ("open", "mmap", "memfd_create"):
        monkeypatch.setattr(libc, name, lambda *_: -1)
    with pytest.raises(NoCodeMemory):
        memory.patch(block, field, 1)
    monkeypatch.undo()
    assert displacement(field) == 0
    memory.patch(block, field, 1)
    assert displacement(field) == 1
    memory.close()


def test_which_backends_patch() -> None:
    """`seal` would replace a page for every patch; there, calls go through stubs."""
    found = {}
    for name in ("procmem", "seal", "alias"):
        memory = CodeMemory(backend=name)
        found[name] = memory.patches
        memory.close()
    assert found == {"procmem": True, "seal": False, "alias": True}


class Callee:
    """As `module.Function`: what leads to it directly."""

    def __init__(self) -> None:
        self.callers: Any = ()
        self.address = 0  # of its stub


def test_a_body_that_left_its_callees_is_patched_no_more(code: CodeMemory) -> None:
    callee, other = Callee(), Callee()
    two = code.reserve_stubs(16).commit(TWO).address
    callee.address = two  # its stub
    one = code.reserve_stubs(16).commit(ONE).address
    bodies, fields = [], []
    for phase in (0, 2, 4):
        body, field = place(code, CALL, CALL_FIELD, phase)
        body.sites = kept({callee: [field], other: []}, body.address)
        add_caller(callee, body)
        bodies.append(body)
        fields.append(field)
    assert leave_callees(bodies[1], code) == 1
    assert leave_callees(bodies[1], code) == 0
    assert lead_callers(callee, one, code) == 2
    assert [returns(field - CALL_FIELD) for field in fields] == [1, 2, 1]
    assert list(callee.callers) == [bodies[0], bodies[2]] and not bodies[1].sites
    assert lead_callers(other, one, code) == 0


@pytest.mark.parametrize("count", [1, FEW, FEW + 1, 4 * FEW])
def test_few_and_many_direct_calls(code: CodeMemory, count: int) -> None:
    """Of as many callees as callers each calls each twice: in tuples or dictionaries, what is known is the same."""
    callees = [Callee() for _ in range(count)]
    bodies = [code.reserve_code(4096).commit_body(TWO) for _ in range(count)]
    known = [
        {callee: [body.address + 8 * i, body.address + 8 * i + 1024] for i, callee in enumerate(callees)}
        for body in bodies
    ]
    for body, sites in zip(bodies, known, strict=True):
        body.sites = kept(sites, body.address)
        for callee in callees:
            add_caller(callee, body)
            add_caller(callee, body)
    assert [sites_of(body) for body in bodies] == known
    assert all(list(callee.callers) == bodies for callee in callees)
    assert isinstance(bodies[0].sites, tuple) == isinstance(callees[0].callers, tuple) == (count <= FEW)
    led = [sites[callees[0]] for sites in known]
    new = Callee()
    take_callers(new, callees[0])
    assert list(new.callers) == bodies and not callees[0].callers
    assert [sites_of(body)[new] for body in bodies] == led
    for at, body in enumerate(bodies):
        drop_caller(new, body)
        drop_caller(new, body)
        assert list(new.callers) == bodies[at + 1 :]


# -- a thread in the code that is patched ------------------------------------------------------------------------------


def storm(code: CodeMemory, flips: int, phase: int) -> None:
    """Flip a call between two functions far from each other while a thread runs through it."""
    near, far = code.reserve_code(16).commit(TWO).address, code.reserve_stubs(16).commit(ONE).address
    assert abs(near - far) > 1 << 24  # so that all bytes of the displacement change
    pending = code.reserve_code(128, 16)
    field = pending.address + len(HAMMER) + 1
    field += (phase - field) % 8
    targets = [near - field - 4, far - field - 4]
    body = bytearray(HAMMER.ljust(field - 1 - pending.address, b"\x90") + HAMMER_LOOP)
    body[field - pending.address : field - pending.address + 4] = targets[0].to_bytes(4, "little", signed=True)
    committed = pending.commit(bytes(body))
    stop, answers = ctypes.c_char(0), []
    hammer = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p)(committed.address)
    threads = [threading.Thread(target=lambda: answers.append(hammer(ctypes.addressof(stop)))) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        for turn in range(flips):
            code.patch(committed, field, targets[turn & 1])
    finally:
        stop.value = b"\1"
        for thread in threads:
            thread.join()
    assert len(answers) == 2 and min(answers) > 0


@pytest.mark.parametrize("phase", [0, 3, 4])
def test_a_call_is_flipped_under_running_threads(code: CodeMemory, phase: int) -> None:
    storm(code, FLIPS // 3, phase)


@pytest.mark.slow
@pytest.mark.parametrize("phase", [0, 1, 2, 3, 4])
def test_a_call_is_flipped_a_million_times(code: CodeMemory, phase: int) -> None:
    storm(code, 1_000_000, phase)


# -- in a session ------------------------------------------------------------------------------------------------------

IR = """
@where = global ptr @leaf

define i64 @leaf(i64 %x) noinline {
  %r = mul i64 %x, 3
  ret i64 %r
}

define i64 @even(i64 %n) noinline {
  %zero = icmp eq i64 %n, 0
  br i1 %zero, label %yes, label %more
yes:
  ret i64 1
more:
  %m = sub i64 %n, 1
  %r = call i64 @odd(i64 %m)
  %s = add i64 %r, 2
  ret i64 %s
}

define i64 @odd(i64 %n) noinline {
  %zero = icmp eq i64 %n, 0
  br i1 %zero, label %yes, label %more
yes:
  ret i64 0
more:
  %m = sub i64 %n, 1
  %r = call i64 @even(i64 %m)
  %s = add i64 %r, 5
  ret i64 %s
}

define i64 @root(i64 %n) noinline {
  %a = call i64 @leaf(i64 %n)
  %b = call i64 @leaf(i64 %a)
  %c = call i64 @even(i64 %n)
  %d = call i64 @leaf(i64 %c)
  %f = load ptr, ptr @where
  %e = call i64 %f(i64 %d)
  %g = add i64 %b, %e
  ret i64 %g
}
"""


def expected(n: int) -> int:
    c = (n + 1) // 2 * 2 + n // 2 * 5 + (1 - n % 2)
    return 9 * n + 9 * c


def session(calls: str, **options: Any) -> Session:
    return Session(tiers=(Tier(0), Tier(3, calls=calls)), policy=HotPolicy(calls=10**9, loops=10**9), **options)


def sites(library: Any, name: str) -> dict[str, list[int]]:
    """Where a function's body calls others directly: callee -> fields."""
    body = library._module.functions[name].code
    return {callee.name: fields for callee, fields in sites_of(body).items()}


@pytest.mark.parametrize("workers", [0, "auto"])
@pytest.mark.parametrize("calls", ["direct", "slot", "stub"])
def test_forms_of_calls_give_equal_results(calls: str, workers: Any) -> None:
    with session(calls, workers=workers) as jit:
        library = jit.add(IR)
        root = library["root"]
        assert [root(n) for n in range(20)] == [expected(n) for n in range(20)]
        for name in ("root", "leaf", "odd", "even", "root"):
            jit.recompile(library[name], tier=3)
            assert library[name].tier == 3
            assert [root(n) for n in range(20)] == [expected(n) for n in range(20)]
        functions = library._module.functions
        assert bool(sites(library, "root")) == (calls == "direct")
        assert bool(functions["leaf"].callers) == (calls == "direct")


def test_direct_calls_follow_the_body_and_go_back_to_the_stub() -> None:
    """To a body of the last tier straight, to any other through the stub; before the old body is retired."""
    with session("direct", workers=0) as jit:
        library = jit.add(IR)
        assert library["root"](3) == expected(3)
        jit.recompile(library["root"], tier=3)
        leaf, root = (library._module.functions[name] for name in ("leaf", "root"))
        fields = sites_of(root.code)[leaf]
        assert fields and all(is_patchable(field) for field in fields)
        assert {leads_to(field) for field in fields} == {leaf.address}
        patched: list[Any] = []
        retired: list[bool] = []
        jit.on("patched", lambda module, name, count: patched.append((name, count)))
        module = library._module
        keep = module.retire

        def retire(body: Body, name: str) -> Any:
            if name == "leaf":
                retired.append(any(body.address <= leads_to(f) < body.address + body.size for f in fields))
            return keep(body, name)

        module.retire = retire
        for level, direct in ((3, True), (3, True), (1, False), (0, False), (3, True)):
            jit.recompile(library["leaf"], tier=level)
            assert {leads_to(field) for field in fields} == {leaf.body if direct else leaf.address}
            assert library["root"](7) == expected(7)
        assert patched == [("leaf", len(fields))] * 5
        assert jit.statistics()["call_sites_patched"] == 5 * len(fields)
        assert retired == [False] * 5  # no call led into it any more


CALLEES = 40


def crowd() -> str:
    """A root that calls so many functions, twice each, that the fields of some of its calls straddle."""
    lines = []
    for i in range(CALLEES):
        lines += [f"define i64 @leaf{i}(i64 %x) noinline {{", f"  %r = add i64 %x, {i * i}", "  ret i64 %r", "}"]
    lines += ["define i64 @root(i64 %x) {"]
    value = "%x"
    for i in range(2 * CALLEES):
        if i % 3 == 0:
            lines.append(f"  %x{i} = xor i64 {value}, {i}")  # so that the calls are not all 8 bytes apart
            value = f"%x{i}"
        lines.append(f"  %v{i} = call i64 @leaf{i % CALLEES}(i64 {value})")
        value = f"%v{i}"
    return "\n".join([*lines, f"  %end = mul i64 {value}, 3", "  ret i64 %end", "}"])  # the last is no tail call


def through_the_crowd(x: int) -> int:
    for i in range(2 * CALLEES):
        x = (x if i % 3 else x ^ i) + (i % CALLEES) ** 2
    return 3 * x


def calls_of(body: Body) -> list[int]:
    """The fields of the calls in a body, as its bytes have them."""
    content, fields, at = ctypes.string_at(body.address, body.size), [], 0
    while (at := content.find(b"\xe8", at)) >= 0:
        fields.append(body.address + at + 1)
        at += 5
    return fields


def test_a_call_whose_field_straddles_goes_through_a_jump_that_is_patched() -> None:
    """So no call of a body at the last tier goes through a stub, which is an indirect jump."""
    with session("direct", workers=0) as jit:
        library = jit.add(crowd())
        library.compile(tier=3)
        functions = library._module.functions
        jit.recompile(library["root"], tier=3)
        body = functions["root"].code
        fields = calls_of(body)
        assert len(fields) == 2 * CALLEES
        straddling = [field for field in fields if not is_patchable(field)]
        assert straddling and len(straddling) < len(fields)
        first = body.address + body.size
        for field in straddling:
            jump = leads_to(field)
            assert fields[-1] < jump < first and jump % 8 == 0 and ctypes.string_at(jump, 1) == b"\xe9"

        def ends(field: int) -> int:
            return leads_to(leads_to(field) + 1) if field in straddling else leads_to(field)

        leaves = [functions[f"leaf{i % CALLEES}"] for i in range(2 * CALLEES)]
        assert library["root"](1) == through_the_crowd(1)
        assert [ends(field) for field in fields] == [leaf.body for leaf in leaves]
        for i in range(CALLEES):
            jit.recompile(library[f"leaf{i}"], tier=(3, 1)[i % 2])
        assert [ends(field) for field in fields] == [(leaf.body, leaf.address)[i % 2] for i, leaf in enumerate(leaves)]
        assert library["root"](1) == through_the_crowd(1)
        for leaf in leaves:  # two straddling calls of one function share its jump
            of_it = [field for field, called in zip(fields, leaves, strict=True) if called is leaf]
            places = sites_of(body)[leaf]
            assert len(places) == len([f for f in of_it if is_patchable(f)]) + any(f in straddling for f in of_it)
        jit.recompile(library["root"], tier=3)  # the body is retired: its calls lead to stubs
        assert [ends(field) for field in fields] == [leaf.address for leaf in leaves] and not body.sites
        assert library["root"](1) == through_the_crowd(1)


def test_a_retired_caller_calls_through_stubs() -> None:
    """A thread may be in it yet: it must not be led into a body that is retired, and freed, in its turn."""
    with session("direct", workers=0) as jit:
        library = jit.add(IR)
        jit.recompile(library["root"], tier=3)
        library["leaf"](1)
        root, leaf = (library._module.functions[name] for name in ("root", "leaf"))
        jit.recompile(library["leaf"], tier=3)
        old = root.code
        fields = sites_of(old)[leaf]
        assert fields and {leads_to(field) for field in fields} == {leaf.body}
        jit.recompile(library["root"], tier=3)
        assert {leads_to(field) for field in fields} == {leaf.address} and not old.sites
        jit.recompile(library["leaf"], tier=3)
        assert {leads_to(field) for field in fields} == {leaf.address}
        assert list(leaf.callers) == [root.code]
        assert library["root"](5) == expected(5)


def test_where_patching_costs_a_page_calls_go_through_stubs() -> None:
    with session("direct", workers=0, config=Config(memory_backend="seal")) as jit:
        library = jit.add(IR)
        for name in ("root", "leaf", "even", "odd"):
            jit.recompile(library[name], tier=3)
            assert library["root"](6) == expected(6)
        assert sites(library, "root") == {}
        assert jit.statistics()["call_sites_patched"] == 0


@pytest.mark.parametrize("backend", ["procmem", "seal", "alias"])
@pytest.mark.parametrize("calls", ["direct", "slot", "stub"])
def test_functions_are_replaced_under_running_threads(calls: str, backend: str) -> None:
    """Threads run through calls of every form while the callees change their bodies."""
    with session(calls, workers=0, config=Config(memory_backend=backend)) as jit:
        library = jit.add(IR)
        library.compile(tier=3)
        root = library["root"].ctypes
        wrong: list[int] = []
        stop = threading.Event()

        def run() -> None:
            while not stop.is_set():
                wrong.extend(n for n in range(30) if root(n) != expected(n))

        threads = [threading.Thread(target=run) for _ in range(3)]
        for thread in threads:
            thread.start()
        try:
            for turn in range(6):
                for name in ("leaf", "even", "odd", "root"):
                    jit.recompile(library[name], tier=(3, 1, 3, 0, 2, 3)[turn])
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        assert wrong == []
        assert jit.statistics()["redirects"] >= 24


def test_a_child_s_patch_is_not_seen_by_its_parent(code: CodeMemory) -> None:
    """Nor the parent's by the child, whoever patches first."""
    one, two = (code.reserve_code(16).commit(body).address for body in (ONE, TWO))
    block, field = place(code, CALL, CALL_FIELD, 2)
    code.patch(block, field, one - field - 4)
    for first in ("child", "parent"):
        ready, go = os.pipe(), os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if not pid:
            status = 1
            try:
                if first == "parent":
                    os.read(go[0], 1)
                right = returns(field - CALL_FIELD) == 1
                code.patch(block, field, two - field - 4)
                right = right and returns(field - CALL_FIELD) == 2
                os.write(ready[1], b".")
                if first == "child":
                    os.read(go[0], 1)
                status = 0 if right and returns(field - CALL_FIELD) == 2 else 1
            finally:
                os._exit(status)
        if first == "child":
            os.read(ready[0], 1)
        assert returns(field - CALL_FIELD) == 1
        code.patch(block, field, two - field - 4)
        code.patch(block, field, one - field - 4)
        os.write(go[1], b".")
        assert os.waitpid(pid, 0)[1] == 0
        assert returns(field - CALL_FIELD) == 1
        for descriptor in (*ready, *go):
            os.close(descriptor)
