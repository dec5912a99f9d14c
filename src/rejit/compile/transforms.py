"""The transform layer: functions on a function's IR, applied in order before LLVM sees it.

A transform takes (name, "define ... {...}") and returns the new text, or (the new text, lines the module needs for it).
The hot trigger is one of them; a user's are found by what `rejit.tiers.reference` says of them.
"""

from __future__ import annotations

from rejit.errors import TransformFailed
from rejit.ir.blocks import led_back_to
from rejit.ir.hot import instrument, value_changing
from rejit.ir.labels import labels_of
from rejit.tiers import CONTINUATION, DEBUG_FULL, DEBUG_LINES, HOT_TRIGGERS, can_continue, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from rejit.ir.index import ModuleIndex


_loaded: dict[str, Any] = {}


def combined(specs: Sequence[str], index: ModuleIndex) -> Callable[[str, str], tuple[str, Sequence[str]]] | None:
    """One transform that applies all of them; None if there are none.

    Raises TransformFailed,
    which names the transform and the function."""
    specs = [spec for spec in specs if spec not in (DEBUG_LINES, DEBUG_FULL)]
    if not specs:
        return None

    def apply(name: str, define: str) -> tuple[str, Sequence[str]]:
        lines: list[str] = []
        for spec in specs:
            try:
                if spec in HOT_TRIGGERS:
                    answer = _instrumented(spec, name, define, index)
                elif spec.startswith(CONTINUATION):
                    from rejit.ir.osr import continuation  # 6 ms that no start has to wait for

                    made = continuation(name, define, int(spec[len(CONTINUATION) :]), index=index)
                    answer = made.text, (*made.lines, *filter(None, (made.origin,)))
                else:
                    answer = _checked(_transform(spec)(name, define))
            except Exception as error:
                shown = "the hot trigger" if spec in HOT_TRIGGERS else f"transform {spec.partition('#')[0]}"
                raise TransformFailed(f"{shown} failed: {type(error).__name__}: {error}") from error
            define, more = (answer, ()) if isinstance(answer, str) else answer
            lines += more
        return define, lines

    return apply


def _instrumented(spec: str, name: str, define: str, index: ModuleIndex) -> tuple[str, Sequence[str]]:
    osr = spec == HOT_TRIGGERS[2] and can_continue(name, define.count("\n"))
    wanted = _loops_only if spec in HOT_TRIGGERS[2:] else None
    made = instrument(name, define, redirect=spec == HOT_TRIGGERS[1], osr=osr, index=index, wanted=wanted)
    return made.text, made.lines


def _loops_only(define: str) -> tuple[bool, bool]:
    return False, may_loop(define)


def may_loop(define: str) -> bool:
    """Whether a branch may lead up the text. A tenth of the cost of finding the loops, and two functions of three have
    none."""
    found = led_back_to(define)
    return found is None or bool(found)


def _checked(answer: Any) -> Any:
    """What a user's transform returned. TypeError if it is no text."""
    text, lines = (answer, ()) if isinstance(answer, str) else answer if isinstance(answer, tuple) else (None, ())
    if not isinstance(text, str) or any(not isinstance(line, str) for line in lines):
        raise TypeError(f"it returned {answer!r}, not the function's text or (text, lines)")
    return text, tuple(lines)


def _transform(spec: str) -> Any:
    found = _loaded.get(spec)
    if found is None:
        found = _loaded[spec] = find(spec)
    return found


def keeps_its_body(index: ModuleIndex, name: str, drift: bool) -> bool:
    """Whether a function must be compiled at the last tier from the start, and stay there: because an address of one of
    its labels may outlive an activation, because its address is that of its body (prefix data), or, unless `drift`,
    because fast-math flags let its results depend on the level."""
    known = index.caches.setdefault(f"keeps its body {drift}", {})
    assert isinstance(known, dict)
    answer = known.get(name)
    if answer is None:
        answer = known[name] = _keeps_its_body(index, name, drift)
    return bool(answer)


def _keeps_its_body(index: ModuleIndex, name: str, drift: bool) -> bool:
    start = index.functions.get(name)
    if start is None:
        return False
    text, end = index.text, index.function_end(start)
    if labels_of(index).escape(name) or text.find(" prefix ", start, text.find("\n", start)) >= 0:
        return True
    return not drift and value_changing(text[start:end], index)
