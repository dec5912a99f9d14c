"""Brackets: the quick search and the careful one agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejit.ir import entity
from rejit.ir.entity import matching
from rejit.ir.names import token_end


@given(st.text(alphabet='()[]{}<>" ,ai', max_size=40))
def test_matching_agrees_with_a_count_of_brackets(rest: str) -> None:
    text = "(" + rest

    def careful() -> int | None:
        depth, quoted = 0, False
        for at, c in enumerate(text):
            quoted ^= c == '"'
            if not quoted and c != '"':
                depth += (c in "([{<") - (c in ")]}>")
                if not depth:
                    return at + 1
        return None

    expected = careful()
    if expected is None:
        with pytest.raises(ValueError):
            matching(text, 0)
    else:
        assert matching(text, 0) == expected


def test_parameters_take_the_quick_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entity, "_OPEN", "")  # the careful search would find no bracket
    text = "@f(ptr sret(%struct.S) align 8 %0, i32 noundef %1, ptr captures(none) %2) #0 {"
    assert text[: matching(text, 2)].endswith("%2)")


@pytest.mark.parametrize("tail", ["(i32)", " = global", ", align", "", "\n", ")", "(" + "x" * 100])
@pytest.mark.parametrize("name", ["f", "a.b$c-d_9", "n" * 200])
def test_end_of_a_name(name: str, tail: str) -> None:
    assert token_end(f"@{name}{tail}", 1) == 1 + len(name)
