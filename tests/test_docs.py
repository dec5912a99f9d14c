"""The documentation: every code block runs, the tutorial is the example, the drawings are true, the site is built."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import llvmlite.binding
import pytest

import documents
import rejit
import tools
from rejit.arch import x86_64_support

ROOT = documents.ROOT
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHELL = ("sh", "console")


def has_code(page: Path) -> bool:
    return any(block.language in ("python", *SHELL) for block in documents.blocks(page.read_text()))


def run_page(page: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """The blocks of a page, in a folder of their own, where `rejit` and `python` are this Python's."""
    tools.need("clang-19")
    (folder / "page").mkdir()
    command = [sys.executable, "-W", "error", ROOT / "tests" / "documents.py", page, folder / "page"]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "REJIT_CACHE_DIR": str(folder / "cache")}
    return subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)


Runs = dict[Path, Future[subprocess.CompletedProcess[str]]]


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    """Of each page that is asked for; two at a time, since much of it is waiting."""
    items = [item for item in request.session.items if isinstance(item, pytest.Function) and hasattr(item, "callspec")]
    pages = [item.callspec.params["page"] for item in items if item.originalname == "test_code_in_the_documents_runs"]
    with ThreadPoolExecutor(2) as pool:
        yield {page: pool.submit(run_page, page, tmp_path_factory.mktemp(page.stem)) for page in pages}


@pytest.mark.parametrize("page", [p for p in PAGES if has_code(p)], ids=lambda p: str(p.relative_to(ROOT)))
def test_code_in_the_documents_runs(page: Path, runs: Runs) -> None:
    done = runs[page].result()
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("```python\n1 + 1  # -> 3\n```\n", "expected\n3\nand got\n2"),
        ("```python\nif True:\n    print(1)  # -> 2\n```\n", "expected\n2\nand got\n1"),
        ("```python\nprint('a')\n```\n\n```text\nb\n```\n", "expected\nb\nand got\na"),
        ("```console\n$ echo a\nb\n```\n", "expected\nb\nand got\na"),
        ("```sh\nexit 127\n```\n", "status 127"),
        ("```sh\nmake nonsense\n```\n", "no such target: nonsense"),
    ],
)
def test_what_a_page_says_is_compared(
    text: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text(text)
    with capfd.disabled(), pytest.raises(documents.Wrong, match=re.escape(complaint)):
        documents.Page(Path("page.md")).run()


def test_each_command_that_is_not_run_is_there() -> None:
    shown = [
        command
        for page in PAGES
        for block in documents.blocks(page.read_text())
        if block.language in SHELL
        for command, _ in documents.commands(block)
    ]
    for pattern in documents.NOT_RUN:
        assert any(re.match(pattern, command) for command in shown), pattern


# -- the tutorial ------------------------------------------------------------------------------------------------------


def test_the_tutorial_is_the_example() -> None:
    found = documents.blocks((ROOT / "docs/tutorial.md").read_text())
    shown = "\n".join(block.text for block in found if block.title == "pebble.py")
    lines = [line for line in shown.splitlines() if line]
    assert lines == [line for line in (ROOT / "examples/pebble.py").read_text().splitlines() if line]


def test_the_session_of_the_tutorial_is_real() -> None:
    """What is typed there is the example's input, and what is answered its output (`test_examples_run`)."""
    (shown,) = (b.text for b in documents.blocks((ROOT / "docs/tutorial.md").read_text()) if b.title == "a session")
    typed = [line[2:] for line in shown.splitlines() if line.startswith("> ")]
    answered = [line for line in shown.splitlines() if not line.startswith("> ")]
    assert typed == (ROOT / "examples/pebble.in").read_text().splitlines()
    assert answered == (ROOT / "examples/pebble.out").read_text().splitlines()


# -- the life of a call ------------------------------------------------------------------------------------------------

LLVM_MAKES = {"piece", "its holes", "body", "the better body"}
MOVES = re.compile(r"\[[0-9a-f ]+\]|\b0x[0-9a-f]{9,}|(?<=class=\"filled\")[^<]*")  # with where things lie in memory


def run_python(*arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_life_of_a_call_is_real(tmp_path: Path) -> None:
    """The page shows what a run shows now; where LLVM is another than the page's, what does not come from LLVM."""
    page = (ROOT / "docs/how-it-works.md").read_text()
    version = ".".join(map(str, llvmlite.binding.llvm_version_info))
    same = f"with LLVM {version}." in page

    printed = run_python("docs/life_of_a_call.py")
    sections = dict(part.split("\n", 1) for part in re.split(r"^== ", printed, flags=re.MULTILINE)[1:])
    shown = {block.title: block.text for block in documents.blocks(page) if block.title}
    assert shown.keys() >= {"partition", "before the first call", "after it", *LLVM_MAKES}
    for title, text in shown.items():
        if same or title not in LLVM_MAKES:
            assert MOVES.sub("", text).strip() == MOVES.sub("", sections[title]).strip(), title

    run_python("docs/make_life.py", tmp_path)
    drawings = sorted(path.name for path in tmp_path.iterdir())
    assert len(drawings) == 6
    for name in drawings if same else drawings[:2]:
        assert MOVES.sub("", (tmp_path / name).read_text()) == MOVES.sub("", (ROOT / "docs" / name).read_text()), name
        assert f"]({name})" in page
    instructions = re.findall(r">((?:[0-9a-f]{2} )+ +\w+ [^<]*)<", (ROOT / "docs/life-2.svg").read_text())
    support = [" ".join(line.split()) for line in x86_64_support.SUPPORT.splitlines()]
    assert len(instructions) == 4 and all(" ".join(line.split()) in support for line in instructions)


# -- the site ----------------------------------------------------------------------------------------------------------

FROM_ELSEWHERE = re.compile(r"""<(?!a\b)[^>]*?\b(?:src|href)=["']?(?:https?:)?//|url\(["']?(?:https?:)?//|@import""")


def test_the_site_is_built_and_asks_no_other_host(tmp_path: Path) -> None:
    """All pages; warnings (a link that leads nowhere, a name without documentation) are errors."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    for page in PAGES[1:]:
        assert (tmp_path / page.relative_to(ROOT / "docs").with_suffix(".html")).exists(), page
    for file in (file for kind in ("*.html", "*.css") for file in tmp_path.rglob(kind)):
        found = FROM_ELSEWHERE.search(file.read_text())
        assert found is None, f"{file}: {found and found[0]}"
    reference = (tmp_path / "reference.html").read_text()
    public = {f"rejit.{name}" for name in rejit.__all__} - {"rejit.__version__", "rejit.errors", "rejit.RejitError"}
    for name in public | {f"rejit.errors.{name}" for name in vars(rejit.errors) if name[0].isupper()}:
        assert f'id="{name}"' in reference, name
    for command_page in ("rejit run --help", "rejit cache --help"):
        assert f"output: {command_page}" not in (tmp_path / "cli.html").read_text()
