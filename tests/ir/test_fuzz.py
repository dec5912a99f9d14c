"""Damaged text gives rejit's own errors, or partitions; never another exception, never a hang."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slicing import HEADER, reprint
from test_debug_info import DEBUG
from test_partition import ALIASES, CONSTANTS, LABELS, LINKAGES, NAMES, ODDITIES

from rejit.errors import RejitError
from rejit.ir.index import ModuleIndex
from rejit.ir.locate import locate
from rejit.ir.partition import partition, variable_closure

MODULES = [reprint(HEADER + text) for text in (LINKAGES, CONSTANTS, ALIASES, LABELS, NAMES, ODDITIES, DEBUG)]
PIECES = st.sampled_from(
    [
        '"', "\\", "@", "%", "!", "#", "{", "}", "\n", " ", ";", "(", ")", "[", "]", "<", ">", ",", "0", "7", "\t",
        "\x01", "\xe9", " = ", "\n}\n", "\n@", "\n!", "\n%", "define ", "declare ", "blockaddress(@", "comdat", "i32*",
        "!dbg !0", '@"', "alias ", "ifunc ", "global ", "getelementptr (", "ptr @", "metadata ", "personality ",
        "attributes #",
    ]
)  # fmt: skip


def exercise(text: str) -> None:
    try:
        index = ModuleIndex.build(text)
    except RejitError:
        return
    again = ModuleIndex.load(index.dump(), index.text)
    assert again.functions == index.functions
    for name in (*index.functions, *index.variables, *index.aliases, *index.ifuncs, *index.declarations):
        try:
            entity = index.entity(name)
            assert entity is not None
            entity.size_estimate, entity.initializer, entity.aliasee, entity.aliasee_offset  # noqa: B018
        except RejitError:
            pass
    for use in (index.ctors, index.dtors, lambda: index.used, lambda: variable_closure(index, index.variables)):
        try:
            use()
        except RejitError:
            pass
    for name in index.functions:
        for debug in ("none", "lines", "full"):
            try:
                made = partition(index, [name], debug=debug, tbaa=debug == "full")  # type: ignore[arg-type]
            except RejitError:
                continue
            locate(made, f"<string>:{made.text.count(chr(10)) // 2}:1: error: x")
    for name in index.variables:
        try:
            partition(index, [], [name])
        except RejitError:
            pass


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(MODULES), st.data())
def test_truncated(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    exercise(text[start:] if data.draw(st.booleans()) else text[:start])


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(MODULES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), max_size=4))
def test_edited(text: str, edits: list[tuple[float, int, str]]) -> None:
    for where, removed, piece in edits:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + removed :]
    exercise(text)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join))
def test_garbage(text: str) -> None:
    exercise(text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(MODULES), st.data())
def test_lines_in_any_order(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        source = data.draw(st.integers(0, len(lines) - 1))
        lines.insert(data.draw(st.integers(0, len(lines))), lines[source])
    exercise("\n".join(lines))
