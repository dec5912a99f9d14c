"""Every option that lli lists is known to `rejit lli`, with or without a value, and docs/from-lli.md has it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from rejit.cli.lli_options import HARMLESS, OPTIONS, REFUSED, OptionError, parse
from tools import need

DOCUMENT = (Path(__file__).parents[2] / "docs" / "from-lli.md").read_text()


def listed() -> dict[str, set[bool]]:
    """The options in `lli --help`: whether they take a value (both, for those that may)."""
    text = subprocess.run([need("lli-19"), "--help"], capture_output=True, text=True, check=True).stdout
    found: dict[str, set[bool]] = {}
    for name, value in re.findall(r"^  --?(\w[-\w]*)(=<| <)?", text, re.MULTILINE):
        found.setdefault(name, set()).add(bool(value))
    return found


def is_documented(name: str) -> bool:
    return re.search(rf"(?<![-\w])-{re.escape(name)}(?![-\w])|`-{re.escape(name)}0`", DOCUMENT) is not None


def test_every_option_of_lli_is_known() -> None:
    options = listed()
    assert len(options) > 250
    ours = {**OPTIONS, **HARMLESS, **REFUSED}
    for name, kinds in options.items():
        assert is_documented(name), name
        words = [f"-{name}", f"--{name}=false", "program", "argument"]
        if kinds == {False} and name not in ours:
            assert parse(words).program == ["program", "argument"]
        elif kinds == {True} and name not in ours:
            assert parse([f"-{name}", "value", "program"]).program == ["program"]
            assert parse([f"--{name}=value", "program"]).program == ["program"]
        elif name not in ours:
            assert parse([f"-{name}", "program"]).program == parse([f"-{name}=x", "program"]).program == ["program"]


def test_every_option_of_ours_is_in_the_document() -> None:
    assert [name for name in {**OPTIONS, **HARMLESS, **REFUSED} if not is_documented(name)] == []


def test_every_refusal_says_why() -> None:
    for name, (kind, accepted, why) in REFUSED.items():
        kinds = OPTIONS.get(name, kind)
        for value in kinds if isinstance(kinds, tuple) else ("true", "false"):
            words = [f"-{name}={value}", "program"]
            if value in accepted:
                assert parse(words).program == ["program"]
            else:
                with pytest.raises(OptionError, match=re.escape(why)):
                    parse(words)
