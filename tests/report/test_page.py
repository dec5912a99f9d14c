"""The page of a run, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import seen

from browser import Browser

DRAWN = "window.report && (report.ready || report.errors.length)"
ROWS = "[...document.querySelectorAll('#functions tr.row')].map(row => [...row.cells].map(cell => cell.textContent))"
HEADINGS = "[...document.querySelectorAll('#functions th')].map(head => head.textContent)"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a run in which `fib` goes through both tiers."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "large.ll").write_text(seen.large_program())
    done = seen.rejit("--no-cache", "--recompile", "sync", "--report", "page.html", "large.ll", cwd=folder)
    assert (done.returncode, done.stderr) == (5, "")
    return folder / "page.html"


@pytest.fixture(scope="module")
def browser(page: Path) -> Iterator[Browser]:
    with Browser() as started:
        started.open(page)
        started.wait(DRAWN)
        yield started


@pytest.fixture(autouse=True)
def untouched(browser: Browser) -> None:
    """Each test begins with all functions in the table, by their calls."""
    browser.run("""for (const id of ["search", "tier", "module"]) document.getElementById(id).value = "";
        order.place = CALLS; order.down = true; select()""")


def click(browser: Browser, heading: str) -> None:
    browser.run(
        f"[...document.querySelectorAll('#functions th button')].find(b => b.textContent === '{heading}').click()"
    )


def choose(browser: Browser, field: str, value: str, event: str) -> None:
    browser.run(f"""(field => {{ field.value = '{value}'; field.dispatchEvent(new Event('{event}')) }})
        (document.getElementById('{field}'))""")


def test_it_is_drawn_without_an_error_or_a_request(browser: Browser, page: Path) -> None:
    assert browser.run("report.errors") == []
    assert browser.problems == []
    assert browser.requests[0] == page.as_uri()
    assert {address.partition(":")[0] for address in browser.requests[1:]} <= {"data", "blob"}
    assert browser.run("document.getElementById('state')") is None
    assert browser.run("document.querySelector('h1').textContent").startswith("rejit run --no-cache")
    assert page.stat().st_size < 3_000_000
    # Bokeh draws into the shadow trees of its elements.
    drawn = "(function walk(n) { return (n.tagName === 'CANVAS') + [...n.children, ...(n.shadowRoot?.children ?? [])]"
    assert browser.run(f"{drawn}.map(walk).reduce((a, b) => a + b, 0) }})(document.getElementById('plots'))") >= 2


def test_the_summary_tells_the_time_to_the_first_instruction(browser: Browser) -> None:
    summary = browser.run("document.getElementById('summary').innerText")
    assert "first instruction after" in summary and "not started" not in summary
    assert f"{seen.CALLED + 2} used of {seen.FUNCTIONS:,}" in summary


def test_only_the_rows_in_sight_are_in_the_document(browser: Browser) -> None:
    assert 10 < len(browser.run(ROWS)) < 100
    assert browser.run("document.getElementById('count').value") == f"{seen.FUNCTIONS:,} of {seen.FUNCTIONS:,}"
    click(browser, "function")
    browser.run("document.getElementById('scroll').scrollTop = 1e9")
    browser.wait(
        "[...document.querySelectorAll('#functions tr.row')].some(row => row.cells[0].textContent === 'step999')"
    )


@pytest.mark.parametrize("heading", ["function", "tier", "calls", "IR lines", "bytes", "compile"])
def test_a_heading_sorts(browser: Browser, heading: str) -> None:
    place = browser.run(HEADINGS).index(heading)
    entry = browser.run(f"COLUMNS[{place}][2]")
    values = f"report.shown.map(at => report.data.functions[at][{entry}])"
    click(browser, "module")
    click(browser, heading)
    first = browser.run(values)
    direction = browser.run(f"document.querySelectorAll('#functions th')[{place}].ariaSort")
    assert first == sorted(first, reverse=heading != "function")
    assert direction == ("ascending" if heading == "function" else "descending")
    click(browser, heading)
    assert browser.run(values) == sorted(first, reverse=heading == "function")
    top = browser.run("report.data.functions[report.shown[0]][0]")
    assert browser.run(ROWS)[0][0] == top


def test_the_search_takes_parts_of_names(browser: Browser) -> None:
    choose(browser, "search", "STEP 123", "input")
    names = sorted(row[0] for row in browser.run(ROWS))
    assert names == sorted(f"step{n}" for n in range(seen.FUNCTIONS - 2) if "123" in str(n))
    choose(browser, "search", "no such function", "input")
    assert browser.run(ROWS) == []


def test_a_filter_leaves_one_tier(browser: Browser) -> None:
    choose(browser, "tier", "3", "change")
    assert [row[0] for row in browser.run(ROWS)] == ["fib"]
    choose(browser, "tier", "-1", "change")
    assert browser.run("report.shown.length") == seen.FUNCTIONS - seen.CALLED - 2


def test_a_function_opens_with_its_ir_and_each_body(browser: Browser) -> None:
    choose(browser, "search", "fib", "input")
    browser.run("document.querySelector('#functions tr.row').click()")
    browser.wait("document.getElementById('name').textContent === 'fib'")
    ir, slow, fast = browser.run("[...document.querySelectorAll('#columns > div')].map(c => c.innerText)")
    assert ir.startswith("IR\n") and "define i32 @fib(i32 %n)" in ir and "%sum = add i32 %x, %y" in ir
    assert slow.startswith("tier 0:") and fast.startswith("tier 3:")
    for body in (slow, fast):
        assert "ret" in body
    assert "fib" in slow.partition("\n")[2]  # the call, by name
    lefts = browser.run("[...document.querySelectorAll('#columns > div')].map(c => c.getBoundingClientRect().left)")
    assert lefts == sorted(set(lefts)), "not side by side"


def test_a_function_that_never_ran_opens_without_code(browser: Browser) -> None:
    choose(browser, "search", "step2990", "input")
    browser.run("document.querySelector('#functions tr.row').dispatchEvent(new KeyboardEvent('keydown', "
                "{key: 'Enter', bubbles: true}))")  # fmt: skip
    browser.wait("document.getElementById('name').textContent === 'step2990'")
    assert "never compiled" in browser.run("document.getElementById('history').textContent")
    assert browser.run("document.getElementById('columns').children.length") == 0


def test_the_keyboard_sorts(browser: Browser) -> None:
    """Headings are buttons, rows can be reached by the tabulator key."""
    assert browser.run("[...document.querySelectorAll('#functions th')].every(head => head.querySelector('button'))")
    assert browser.run("[...document.querySelectorAll('#functions tr.row')].every(row => row.tabIndex === 0)")


def test_every_button_left_the_page_without_a_problem(browser: Browser) -> None:
    assert browser.run("report.errors") == []
    assert browser.problems == []
