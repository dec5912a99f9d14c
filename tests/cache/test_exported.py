"""One file, built once, that other users' runs read and cannot change."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from cache_tools import OUTPUT, PROGRAM, command, environment, run

import tools
from rejit.cache.exported import Exported
from rejit.cache.folder import Refused
from rejit.session import Session

USER = 12345


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.ll"
    path.write_text(PROGRAM)
    return path


def export(program: Path, target: Path, cpus: str = "native") -> None:
    done = subprocess.run(
        command("cache", "export", target, program, "--cpu", cpus), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "4 functions" in done.stdout or "," in cpus


@pytest.mark.parametrize("how", ["option", "environment", "beside", "import"])
def test_all_ways_to_use_one(program: Path, tmp_path: Path, how: str) -> None:
    target = program.with_suffix(".rejit") if how == "beside" else tmp_path / "somewhere.rejit"
    export(program, target)
    cache = tmp_path / "cache"
    options: tuple[str, ...] = ("--cache-file", str(target)) if how == "option" else ()
    if how == "import":
        subprocess.run(command("cache", "import", target), env=environment(cache), check=True, timeout=30)
        target.unlink()
    changes = {"REJIT_CACHE_FILE": str(target)} if how == "environment" else {}
    out, figures = run(program, cache, "x", options=options, **changes)
    assert out == OUTPUT + b"more\n"
    assert figures["functions_compiled"] == figures["cache_misses"] == 0
    assert figures["workers"] == 0


def test_the_best_cpu_that_fits_is_taken(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rejit.cache import host

    target = tmp_path / "p.rejit"
    export(program, target, "x86-64-v3,native,x86-64-v2")
    exported = Exported(str(target))
    tier = Session(cache=None).tier
    size, content = exported.table[0][:2]
    assert next(row[3] for row in exported.rows(size, content, tier)) == "native"
    assert [row[3] for row in exported.table] == ["x86-64-v2", "x86-64-v3", "native"]
    monkeypatch.setitem(host._known, "cpu", bytes(16))  # another machine
    monkeypatch.setattr(host, "cpu_flags", lambda: frozenset(exported.table[1][5]))
    assert [row[3] for row in exported.rows(size, content, tier)] == ["x86-64-v3", "x86-64-v2"]
    monkeypatch.setattr(host, "cpu_flags", lambda: frozenset(exported.table[0][5]))
    assert [row[3] for row in exported.rows(size, content, tier)] == ["x86-64-v2"]
    monkeypatch.setattr(host, "cpu_flags", frozenset)
    assert exported.rows(size, content, tier) == []


def test_every_tier_is_compiled_for_the_cpu_of_the_file(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not in the file, and what is compiled again: results must agree with what is in it."""
    from rejit.cache import host

    target = tmp_path / "p.rejit"
    export(program, target, "x86-64-v2")
    monkeypatch.setitem(host._known, "cpu", bytes(16))  # another machine
    with Session(cache=tmp_path / "cache", cache_files=(str(target),)) as session:
        session.add(program)
        keys = [session.tier, session.tier[6][0], *session.keys.values(), session.key_of(1)]
        assert [key[1] for key in keys] == ["x86-64-v2"] * len(keys)


def test_an_unknown_cpu_is_refused(program: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        command("cache", "export", tmp_path / "p.rejit", program, "--cpu", "pentium"), capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "x86-64-v3" in done.stderr


def test_built_as_root_and_run_by_another_user_from_a_read_only_file_system(program: Path, tmp_path: Path) -> None:
    """No home, no right to write anywhere: all hits."""
    export(program, program.with_suffix(".rejit"))
    place = tmp_path / "image"
    place.mkdir()
    script = f"""
        set -e
        mount -t tmpfs -o mode=755 tmpfs {place}
        cp {program} {program.with_suffix(".rejit")} {place}
        mount -o remount,ro {place}
        cd /
        exec setpriv --reuid {USER} --regid {USER} --clear-groups "$@"
    """
    for folder in (tmp_path, *tmp_path.parents):
        if folder != Path("/") and folder.stat().st_uid == 0:
            folder.chmod(folder.stat().st_mode | 0o011)
    # The interpreter of the tests may lie where only root may look; nothing else is read by that right.
    reading = ["--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search"]
    started = command("run", "--stats", "-", place / "program.ll", "x")
    done = subprocess.run(
        [tools.need("unshare"), "-m", "sh", "-c", script, "sh", *reading, *started],
        env={k: v for k, v in os.environ.items() if k not in ("HOME", "REJIT_CACHE_DIR", "XDG_CACHE_HOME")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.encode() == OUTPUT + b"more\n"
    figures = {words[0]: words[1:] for line in done.stderr.splitlines() if (words := line.split())}
    assert figures["functions_compiled"] == ["0"], done.stderr
    assert figures["cache_misses"] == ["0"]


@pytest.mark.parametrize("damage", ["mode", "owner", "folder"])
def test_what_others_can_write_is_refused(program: Path, tmp_path: Path, damage: str) -> None:
    target = tmp_path / "p.rejit"
    export(program, target)
    if damage == "mode":
        target.chmod(0o664)
    elif damage == "owner":
        os.chown(target, USER, -1)
    else:
        tmp_path.chmod(0o777)
    with pytest.raises(Refused):
        Exported(str(target))
    if damage != "folder":
        out, figures = run(program, tmp_path / "cache", options=("--cache-file", str(target)))
        assert out == OUTPUT
        assert figures["functions_compiled"] > 0
        assert "p.rejit" in figures["cache_off"]


def test_damage_is_a_miss(program: Path, tmp_path: Path) -> None:
    target = tmp_path / "p.rejit"
    export(program, target)
    whole = target.read_bytes()
    exported = Exported(str(target))
    (row,) = exported.table
    assert exported.load(row) is not None
    for at in (exported.start, exported.start + row[7] // 2, len(whole) - 1):
        target.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert Exported(str(target)).load(row) is None, at
    for at in range(0, exported.start, 7):
        target.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(Refused):
            Exported(str(target))
    for size in range(0, exported.start, 11):
        target.write_bytes(whole[:size])
        with pytest.raises(Refused):
            Exported(str(target))
