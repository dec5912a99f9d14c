"""What is compiled ahead, and in which order."""

from __future__ import annotations

from math import inf

from rejit.compile.speculation import COMPANIONS, FEW, FEW_ALONE, Speculation
from rejit.ir.index import ModuleIndex


def speculation(callees: dict[str, int], known: set[str] | None = None) -> Speculation:
    """Of a module whose `main` calls these functions, in order; a number says how many lines their body has."""
    text = "define void @main(i1 %c) {\nentry:\n  br i1 %c, label %a, label %b\n\na:\n"
    text += "".join(f"  call void @{name}()\n" for name in callees) + "  br label %b\n\nb:\n  ret void\n}\n\n"
    for name, lines in callees.items():
        text += f"define void @{name}() {{\nentry:\n" + "  fence seq_cst\n" * lines + "  ret void\n}\n\n"
    return Speculation(ModuleIndex.build(text), known if known is not None else set())


def test_of_equals_the_smaller_goes_first() -> None:
    """It saves a demand's fixed cost for less time."""
    made = speculation({"large": 2000, "small": 1, "middle": 100})
    made.mention("main")
    assert made.take(3, 10**6, 0.1, inf) == ["small", "middle", "large"]


def test_the_likelier_goes_first() -> None:
    made = speculation({f"f{n}": 1 for n in range(30)})
    made.mention("main")
    made.mention("main")  # used in another module as well, say: all are likelier than at the first time
    batch = made.take(4, 10**6, 0.1, inf)
    assert batch == ["f0", "f1", "f2", "f3"]


def test_a_large_batch_is_of_what_is_likely() -> None:
    """The longer it takes, the later the next one, which knows more."""
    made = speculation({f"f{n}": 1 for n in range(31)})
    made.mention("main")
    assert len(made.take(16, 10**6, 0.1, inf, FEW_ALONE)) == 6  # chances from 0.8 down to 0.61
    assert len(made.take(16, 10**6, 0.1, inf, FEW_ALONE)) == FEW_ALONE
    assert len(made.take(16, 10**6, 0.1, inf)) == FEW
    made.mention("main")
    made.mention("main")
    assert len(made.take(16, 10**6, 0.1, inf)) == 16


def test_companions_are_likely_and_small() -> None:
    callees = {"known": 1, "large": 400, **{f"f{n}": 40 for n in range(29)}}
    made = speculation(callees, {"known"})
    assert made.companions(["main"]) == ["f0", "f1", "f2", "f3"]  # chances from 0.71 down to 0.61
    made = speculation({**{f"f{n}": 200 for n in range(9)}})  # three make COMPANIONS_SIZE
    assert made.companions(["main"]) == ["f0", "f1", "f2"]


def test_no_companions_of_what_calls_very_many() -> None:
    assert speculation({f"f{n}": 1 for n in range(33)}).companions(["main"]) == []


def test_companions_of_companions() -> None:
    """Each guess on a guess is less likely; what every path calls is certain."""
    text = "".join(
        f"define void @a{n}(i1 %c) {{\nentry:\n  br i1 %c, label %a, label %b\n\na:\n  call void @a{n + 1}(i1 %c)\n"
        "  br label %b\n\nb:\n  ret void\n}\n\n"
        f"define void @b{n}() {{\nentry:\n  call void @b{n + 1}()\n  ret void\n}}\n\n"
        for n in range(9)
    )
    made = Speculation(ModuleIndex.build(text), set())
    assert made.companions(["a0"]) == [f"a{n}" for n in range(1, 1 + COMPANIONS)]
    assert made.companions(["b0"]) == [f"b{n}" for n in range(1, 1 + COMPANIONS)]


def test_least_chance() -> None:
    made = speculation({f"f{n}": 1 for n in range(31)})
    made.mention("main")
    first = [name for _ in range(9) for name in made.take(99, 10**6, 0.5, inf)]
    assert first == [f"f{n}" for n in range(len(first))] and 5 < len(first) < 31
    assert made.take(99, 10**6, 0.5, inf) == []
    made.mention("main")  # what was too unlikely is not forgotten: another mention adds up
    assert made.take(99, 10**6, 0.5, inf)


def test_a_large_function_goes_alone() -> None:
    made = speculation({"large": 4000, "small": 1})
    made.mention("main")
    assert made.take(8, 1000, 0.1, inf) == ["small"]
    assert made.take(8, 1000, 0.1, inf) == ["large"]


def test_a_function_that_is_too_large_stays() -> None:
    """Where one worker does everything, it must not be away for long."""
    made = speculation({"large": 4000, "small": 1})
    made.mention("main")
    assert made.take(8, 1000, 0.1, 4000) == ["small"]
    assert made.take(8, 1000, 0.1, 4000) == []
    assert made.take(8, 1000, 0.1, inf) == ["large"]


def test_what_is_known_is_not_taken() -> None:
    known = {"f1"}
    made = speculation({f"f{n}": 1 for n in range(4)}, known)
    made.mention("main")
    known.add("f2")  # asked for after it was mentioned
    assert made.take(8, 10**6, 0.1, inf) == ["f0", "f3"]
