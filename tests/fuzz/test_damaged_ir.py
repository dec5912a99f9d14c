"""Truncated, mutated and random IR gives typed errors only. `make fuzz` does it for longer, guided by coverage."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seeds import KITCHEN_SINK, WORDS, seeds
from target import check

SEEDS = seeds()


def runs(count: int) -> settings:
    return settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))


def test_seeds_are_indexed() -> None:
    assert check(KITCHEN_SINK.encode())
    assert sum(map(check, SEEDS)) > len(SEEDS) // 2


def test_every_truncation() -> None:
    data = KITCHEN_SINK.encode()
    for length in range(len(data)):
        check(data[:length])


def test_every_line_missing_or_doubled() -> None:
    lines = KITCHEN_SINK.encode().splitlines(keepends=True)
    for n in range(len(lines)):
        check(b"".join(lines[:n] + lines[n + 1 :]))
        check(b"".join([*lines[:n], lines[n], *lines[n:]]))


@runs(300)
@given(st.data())
def test_mutations(data: st.DataObject) -> None:
    text = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        kind = data.draw(st.integers(0, 3))
        if kind == 0:
            text[at : at + data.draw(st.integers(0, 40))] = b""
        elif kind == 1:
            text[at:at] = data.draw(st.sampled_from(WORDS)).encode("latin-1")
        elif kind == 2:
            text[at : at + 1] = bytes([data.draw(st.integers(0, 255))])
        else:
            start = data.draw(st.integers(0, len(text)))
            text[at:at] = text[start : start + data.draw(st.integers(0, 200))]
    check(bytes(text))


@runs(300)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=40))
def test_words(words: list[str]) -> None:
    check("".join(words).encode("utf-8", "surrogatepass"))


@runs(200)
@given(st.binary(max_size=400))
def test_bytes(data: bytes) -> None:
    check(data)


@pytest.mark.timeout(120)
def test_coverage_guided(tmp_path: Path) -> None:
    """The fuzzer itself, for some seconds."""
    seconds = "15" if os.environ.get("CI") else "5"
    fuzzer = str(Path(__file__).parent / "fuzz.py")
    command = [sys.executable, fuzzer, "--seconds", seconds, "--findings", str(tmp_path)]
    path = os.pathsep.join(p for p in sys.path if p)
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    assert done.returncode == 0, done.stdout + done.stderr
