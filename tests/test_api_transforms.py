"""What users bring to tiers: transforms, policies, a trigger of their own."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import own_tiers
from rejit import HotPolicy, RejitError, Session, Tier
from rejit.errors import TransformFailed
from tier_ir import IR, SOON, call, every_way

# -- transforms --------------------------------------------------------------------------------------------------------


@every_way
def test_transforms_are_applied_in_order_in_every_tier(workers: int) -> None:
    transforms = [own_tiers.plus_hundred, own_tiers.times_two]
    with Session(workers=workers, policy=SOON, transforms=transforms) as jit:
        f = jit.add(IR)["f"]
        assert f(1) == 201
        assert jit.wait_idle() and f.tier == 3 and f(1) == 201
    with Session(workers=workers, transforms=transforms[::-1]) as jit:
        assert jit.add(IR)["f"](1) == 101


def test_a_tier_s_transforms_are_its_own() -> None:
    """Those of the session come first."""
    tiers = (Tier(0), Tier(3, [own_tiers.times_two]))
    with Session(workers=0, tiers=tiers, transforms=[own_tiers.plus_hundred]) as jit:
        f = jit.add(IR)["f"]
        assert f(1) == 101
        jit.recompile(f, tier=3)
        assert f(1) == 201


@every_way
def test_a_transform_may_call_what_the_module_does_not_know(workers: int) -> None:
    seen: list[int] = []
    noticed = ctypes.CFUNCTYPE(None, ctypes.c_int64)(seen.append)
    with Session(workers=workers, transforms=[own_tiers.counts_calls], symbols={"noticed": noticed}) as jit:
        library = jit.add(IR)
        assert library["sum"](3) == 3
        assert seen == [3, 1, 1, 1]
        library.compile(tier=3)
        assert library["f"](1) == 2
        assert seen == [3, 1, 1, 1, 1]


@every_way
def test_a_transform_that_throws_in_a_better_tier_leaves_the_body(workers: int) -> None:
    policy = HotPolicy(calls=1, loops=1, attempts=1)
    with Session(workers=workers, policy=policy, tiers=(Tier(0), Tier(3, [own_tiers.throws_for_f]))) as jit:
        failed: list[Any] = []
        jit.on("failed", lambda *detail: failed.append(detail))
        library = jit.add(IR, name="m")
        call(library["f"])
        assert jit.wait_idle() and library["f"].tier == 0
        call(library["f"])
        reason = "TransformFailed: transform own_tiers:throws_for_f failed: LookupError: nothing to be had for f"
        assert failed == [("m", "f", reason)] and jit.tiering.failures == {"f": reason}
        assert jit.statistics()["recompile_failures"] == 1
        call(library["g"])
        assert jit.wait_idle() and library["g"].tier == 3
        with pytest.raises(TransformFailed, match=r"f, in m: transform own_tiers:throws_for_f failed: LookupError"):
            jit.recompile(library["f"], tier=3)
        call(library["f"])


@every_way
def test_a_transform_that_throws_in_the_first_tier_is_the_caller_s_error(workers: int) -> None:
    with Session(workers=workers, transforms=[own_tiers.throws_for_f]) as jit:
        library = jit.add(IR)
        for _ in range(2):
            with pytest.raises(TransformFailed, match=r"f, in .*own_tiers:throws_for_f.*nothing to be had"):
                library["f"](1)
        call(library["g"])


@every_way
@pytest.mark.parametrize(
    ("transform", "words"),
    [
        (own_tiers.breaks, ("InvalidIR", "use of undefined value '%nowhere'", "after the transforms own_tiers:breaks")),
        (own_tiers.no_text, ("TransformFailed", "own_tiers:no_text", "it returned 7, not the function's text")),
    ],
)
def test_a_transform_whose_answer_is_bad(workers: int, transform: Any, words: tuple[str, ...]) -> None:
    """The old body goes on; the report names the transform and says what is wrong."""
    with Session(workers=workers, policy=SOON, tiers=(Tier(0), Tier(3, [transform]))) as jit:
        f = jit.add(IR, name="m")["f"]
        call(f)
        assert jit.wait_idle() and f.tier == 0
        call(f)
        assert all(word in jit.tiering.failures["f"] for word in words), jit.tiering.failures
        assert jit.statistics()["recompile_failures"] >= 1
        with pytest.raises(RejitError, match="f, in m"):
            jit.recompile(f, tier=3)


@pytest.mark.parametrize("where", ["lambda", "local"])
def test_a_transform_that_no_worker_could_find(where: str) -> None:
    def local(name: str, define: str) -> str:
        return define

    given = local if where == "local" else lambda name, define: define
    with pytest.raises(TypeError, match="a compile worker cannot find it"):
        Tier(0, [given])
    with pytest.raises(TypeError, match="a compile worker cannot find it"):
        Session(transforms=[given])


SCRIPT = """
import rejit

def thousand(name, define):
    return define.replace("add i64 %x, 1\\n", "add i64 %x, 1000\\n")

class Mine(rejit.HotPolicy):
    def hot(self, function, now, queued):
        return 3 if function.name == "f" else None

if __name__ == "__main__":
    with rejit.Session(workers={workers}, transforms=[thousand], policy=Mine(calls=1, loops=1)) as jit:
        library = jit.add(IR)
        print([library[name](1) for name in ("f", "g", "f", "g")], jit.wait_idle())
        print(library["f"].tier, library["g"].tier, library["f"](1))
else:
    IR = None
"""


@every_way
def test_transforms_and_policies_of_the_main_file(workers: int, tmp_path: Path) -> None:
    """What they run on is a module made from it, without what it does as `__main__`."""
    script = tmp_path / "main.py"
    script.write_text(f"IR = '''{IR}'''\n" + SCRIPT.replace("{workers}", str(workers)))
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("[1001, 1001, 1001, 1001] True\n3 0 1001\n", "")


def test_a_transform_typed_into_the_interpreter_is_refused() -> None:
    code = "import rejit\ndef t(name, define): return define\ntry: rejit.Tier(0, [t])\nexcept TypeError as e: print(e)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "t: a compile worker cannot find it; define it in a file\n"


# -- policies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", [0, 2, "threads", "processes"])
def test_a_policy_of_the_user_s(workers: Any) -> None:
    """Sent to the compile server, or run in the session's thread where there is none."""
    executor = {"threads": ThreadPoolExecutor, "processes": ProcessPoolExecutor}.get(workers)
    if executor is not None:
        import multiprocessing

        extra = {"mp_context": multiprocessing.get_context("spawn")} if workers == "processes" else {}
        with executor(1, **extra) as pool:  # type: ignore[operator]
            only_f(pool)
    else:
        only_f(workers)


def only_f(workers: Any) -> None:
    with Session(workers=workers, policy=own_tiers.Only(["f"])) as jit:
        library = jit.add(IR)
        for _ in range(3):
            call(library["f"])
            call(library["g"])
        assert jit.wait_idle()
        assert (library["f"].tier, library["g"].tier) == (3, 0)
        call(library["f"])


@every_way
def test_a_policy_that_goes_up_and_down(workers: int) -> None:
    tiers = (Tier(0), Tier(2, hot=True))
    with Session(workers=workers, tiers=tiers, policy=own_tiers.Alternate(0, 2)) as jit:
        seen: list[int] = []
        jit.on("redirected", lambda module, name, level: seen.append(level) if name == "f" else None)
        f = jit.add(IR)["f"].ctypes
        call(f)
        assert jit.wait_idle() and seen == [2]
        for turn in range(3):
            call(f, 1100)  # a function's second budget, and those after it, are ten times the first, at least 1000
            assert jit.wait_idle() and seen == [2, 0, 2, 0][: turn + 2]


@every_way
def test_a_policy_that_raises(workers: int) -> None:
    with Session(workers=workers, policy=own_tiers.Broken(calls=1)) as jit:
        library = jit.add(IR)
        call(library["f"])
        assert jit.wait_idle() and library["f"].tier == 0
        assert jit.tiering.failures == {"f": "the policy failed: ZeroDivisionError: the policy's own"}
        call(library["g"])


def test_a_policy_that_cannot_be_sent_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="cannot be sent to the compile server"):
        Session(workers=2, policy=own_tiers.Unsendable())
    with Session(workers=0, policy=own_tiers.Unsendable()) as jit:  # nobody sends it
        call(jit.add(IR)["f"])


# -- a trigger of the user's own ---------------------------------------------------------------------------------------


@every_way
def test_jit_recompile_hot_may_be_the_user_s(workers: int) -> None:
    """The symbol's: it gets the function's record, and what it returns is where the caller goes on; 0: here."""
    records: list[int] = []

    @ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
    def mine(record: int) -> int:
        records.append(record)
        return 0

    with Session(workers=workers, policy=HotPolicy(calls=2, loops=10**6), symbols={"jit_recompile_hot": mine}) as jit:
        f = jit.add(IR)["f"]
        call(f, 6)
        assert jit.wait_idle() and f.tier == 0
        assert records and len(set(records)) == 1
        assert jit.statistics()["hot_triggers"] == 0


@every_way
def test_the_note_s_own_form_written_by_the_user(workers: int) -> None:
    """In "sync" mode the caller goes on where the user's function says: here, in the body it has just had made."""

    @ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
    def mine(record: int) -> int:
        if f.tier == 0:
            jit.recompile(f, tier=3)
        return int(through)

    symbols = {"jit_recompile_hot": mine}
    with Session(workers=workers, policy=HotPolicy(calls=4), symbols=symbols, recompile="sync") as jit:
        f = jit.add(IR)["f"]
        through = f.address
        tiers = []
        for _ in range(5):
            call(f, 1)
            tiers.append(f.tier)
        assert tiers == [0, 0, 0, 3, 3]
