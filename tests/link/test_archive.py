"""`link/archive.py`: what is in an archive, as `ar` says it, and that damage is an error of the right kind."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rejit.errors import BadObject, InputError
from rejit.link.archive import Archive, defined, undefined
from tools import need

LONG = "a_member_with_a_long_name"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for name, text in {
        "a": "int f(void) { return g(); }",
        LONG: "int g(void) { return 1; } static int h; int *p = &h; int c;",
    }.items():
        (folder / f"{name}.c").write_text(f"int g(void); __attribute__((weak)) int w(void);{text}")
        subprocess.run([need("gcc"), "-c", "-fcommon", f"{name}.c"], cwd=folder, check=True)
    (folder / "text").write_text("odd")
    for archive, options in {"lib.a": "rcs", "bare.a": "rcS", "thin.a": "rcsT"}.items():
        subprocess.run([need("ar"), options, archive, "a.o", "text", f"{LONG}.o"], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("name", ["lib.a", "bare.a", "thin.a"])
def test_members(folder: Path, name: str) -> None:
    archive = Archive(f"{folder}/{name}")
    for symbol, member in {"f": "a.o", "g": f"{LONG}.o", "p": f"{LONG}.o", "c": f"{LONG}.o"}.items():
        assert archive.content(archive.symbols()[symbol]) == (
            f"{folder}/{name}({member})",
            (folder / member).read_bytes(),
        )
    assert sorted(archive.symbols()) == ["c", "f", "g", "p"]


def test_bsd_names(folder: Path) -> None:
    content = (folder / "a.o").read_bytes()
    header = f"{'#1/8':<16}{'0':<12}{'0':<6}{'0':<6}{'644':<8}{len(content) + 8:<10}`\n"
    (folder / "bsd.a").write_bytes(b"!<arch>\n" + header.encode() + b"long.o\0\0" + content)
    archive = Archive(f"{folder}/bsd.a")
    assert archive.content(archive.symbols()["f"]) == (f"{folder}/bsd.a(long.o)", content)


def test_symbols_of_an_object(folder: Path) -> None:
    assert undefined((folder / "a.o").read_bytes()) == ["g"]
    assert sorted(defined((folder / f"{LONG}.o").read_bytes())) == [("c", False), ("g", False), ("p", False)]


def test_no_archive(folder: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        Archive(f"{folder}/none.a")
    with pytest.raises(BadObject, match="not an archive"):
        Archive(f"{folder}/a.c")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damage(folder: Path, data: st.DataObject) -> None:
    whole = bytearray((folder / data.draw(st.sampled_from(["lib.a", "bare.a", "thin.a"]))).read_bytes())
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(8, min(len(whole) - 1, 500)))] = data.draw(st.integers(0, 255))
    (folder / "damaged.a").write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        archive = Archive(f"{folder}/damaged.a")
        for member in archive.symbols().values():
            archive.content(member)
    except InputError:
        pass
