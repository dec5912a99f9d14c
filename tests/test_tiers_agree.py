"""Results are equal bit for bit at every tier, whenever a function is replaced.

Kernels print every bit of what they compute. The corpus' programs (`-m slow`: they have to be built) print what their
ahead-of-time twins print.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from aot import Builds, Outcome, difference, rejit_run, run

ROOT = Path(__file__).parent.parent
KERNELS = Path(__file__).parent / "kernels" / "floats.c"
SOON = ("--hot-calls", "1", "--hot-loops", "1")
WAYS = {
    "tier 1": ("--tiers", "1"),
    "tier 2": ("--tiers", "2"),
    "tier 3": ("--tiers", "3"),
    "tiered": (),
    "at once": (*SOON, "--recompile", "sync"),
    "soon": SOON,
    "through slots": ("--hot-calls", "7", "--hot-loops", "100", "--recompile", "sync", "--calls", "slot"),
}


def check(outcome: Outcome) -> bytes:
    assert outcome.status == 0, outcome.stderr.decode("latin-1")[-2000:]
    return outcome.stdout


@pytest.mark.parametrize("level", ["noopt", "O0", "O3"])
def test_kernels(builds: Builds, level: str) -> None:
    ir = builds.ir(KERNELS, level)
    expected = check(run(rejit_run(["--tiers", "0", "--load", "libm.so.6"], ir), timeout=90))
    assert len(expected.splitlines()) == 300
    wrong = {}
    for name, options in WAYS.items():
        got = check(run(rejit_run([*options, "--load", "libm.so.6"], ir), timeout=90))
        if got != expected:
            wrong[name] = difference("stdout", expected, got)
    assert not wrong, "\n".join(f"{name}: {text}" for name, text in wrong.items())


LUA = """
local function mix(n) local x = 0.1 for i = 1, n do x = x * 1.7 % 3.3 + math.sin(i) / i end return x end
for i = 1, 300 do print(string.format("%.17g %.17g %a", mix(i), i ^ 0.37, mix(i) / 7)) end
local t = {} for i = 1, 3000 do t[i] = (i * 7919) % 3001 end
table.sort(t) print(table.concat(t, " ", 1, 50))
print(("x"):rep(10), #string.format("%q", "a\\nb"), select("#", table.unpack(t, 1, 200)))
"""
SQL = """
create table t(a integer primary key, b real, c text);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000)
insert into t select i, i * 0.37 / (i % 7 + 1), hex(i * 7919 % 1000) from n;
select c, count(*), sum(b), avg(b), max(b * b) from t group by c order by c limit 60;
select a, printf('%.17g', b) from t where c like '3%' and b > 10 order by b desc limit 40;
create index i on t(c, b);
select count(*), total(b) from t where c between '35' and '39';
"""


def corpus_case(name: str, folder: Path) -> tuple[list[str | bytes | Path], bytes]:
    """Arguments and input of a run that takes less than a second ahead of time."""
    script = folder / "script"
    text = (ROOT / "README.md").read_bytes() * 10
    if name == "lua":
        script.write_text(LUA)
        return [script], b""
    if name == "sqlite":
        return ["-batch", ":memory:"], SQL.encode()
    if name == "mujs":
        return [ROOT / "bench" / "drivers" / "sieve.js"], b""
    if name == "bzip2":
        script.write_bytes(text)
        return ["-9", "-k", "-c", script], b""
    if name == "zlib":
        return [], text
    return ([], b"") if name == "threads" else (["-f", "standard"], b"tiers agree\n")


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", ["bzip2", "figlet", "lua", "mujs", "sqlite", "threads", "zlib"])
def test_the_corpus(name: str, tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT))
    try:
        from bench import corpus
    finally:
        sys.path.remove(str(ROOT))
    folder = corpus.build([name])[name]
    arguments, stdin = corpus_case(name, tmp_path)
    where = folder.parent / "src" / "figlet" / "fonts" if name == "figlet" else tmp_path
    expected = run([folder / "aot", *arguments], stdin, timeout=60, cwd=where)
    assert expected.status == 0 and expected.stdout, expected.stderr
    wrong = {}
    libraries = ["--load", "libstdc++.so.6"] if name == "threads" else ["--load", "libm.so.6"]
    lowest: bytes | None = None
    for way, options in {"tier 0": ("--tiers", "0"), **WAYS}.items():
        command = rejit_run([*options, *libraries], folder / f"{name}.ll", arguments)
        got = run(command, stdin, timeout=240, cwd=where)
        lowest = got.stdout if lowest is None else lowest
        if got.status != expected.status or got.stdout != lowest:
            wrong[way] = f"status {got.status}, {difference('stdout', lowest, got.stdout)}\n{got.stderr[-500:]!r}"
    assert not wrong, "\n".join(f"{way}: {text}" for way, text in wrong.items())
    if name not in ("lua",):  # whose %.17g of contracted products is the CPU's, and the twin's too only if it has it
        assert lowest == expected.stdout
