"""Claims: one compiles, the others wait, nobody waits for the dead or for ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rejit.cache import claims
from rejit.cache.claims import Claims

KEY, OTHER = b"o" + bytes(range(20)), b"o" + bytes(range(1, 21))
HOLDER = """
import sys
from rejit.cache.claims import Claims
claims = Claims(sys.argv[1])
assert claims.take(bytes.fromhex(sys.argv[2]))
print("taken", flush=True)
sys.stdin.readline()
claims.release(bytes.fromhex(sys.argv[2]))
print("released", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path: Path) -> subprocess.Popen[str]:
    started = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path, KEY.hex()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None and started.stdout.readline() == "taken\n"
    return started


def test_what_another_process_has_cannot_be_taken(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    mine = Claims(str(tmp_path))
    assert not mine.alone()
    assert not mine.take(KEY)
    assert mine.take(OTHER)
    assert holder.stdin is not None and holder.stdout is not None
    holder.stdin.write("\n")
    holder.stdin.flush()
    assert holder.stdout.readline() == "released\n"
    assert mine.take(KEY)
    assert not mine.alone()
    holder.communicate("\n")
    assert mine.alone()


def test_the_dead_hold_nothing(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    mine = Claims(str(tmp_path))
    holder.kill()
    holder.communicate()
    assert mine.alone()
    assert mine.take(KEY)


def test_waiting_ends(tmp_path: Path, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "PATIENCE_S", 0.05)
    mine = Claims(str(tmp_path))
    mine.wait(KEY)  # comes back all the same
    assert not mine.take(KEY)
    holder.communicate("\n\n")
    mine.wait(KEY)
    assert mine.take(KEY)
