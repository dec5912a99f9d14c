"""Draws docs/report.png: the page of a real run of SQLite's shell, as Chromium shows it.

python docs/make_report.py docs/report.png
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench import corpus  # noqa: E402
from bench.engines import find_rejit  # noqa: E402

from browser import Browser  # noqa: E402

# Of those that went through both tiers the shortest.
SHOWN = "functions.filter(f => f[TIER] === 3 && f[HOME].length).sort((a, b) => a[LINES] - b[LINES])[0]"


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: make_report.py FILE.png", file=sys.stderr)
        return 2
    rejit = find_rejit()
    if rejit is None:
        print("rejit is not installed here", file=sys.stderr)
        return 1
    module = corpus.build(["sqlite"], aot=False)["sqlite"] / "sqlite.ll"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        command = [*rejit, "run", "--no-cache", "--report", str(page), "sqlite.ll", ":memory:"]
        with open(ROOT / "bench" / "drivers" / "queries.sql") as queries:
            subprocess.run(command, cwd=module.parent, check=True, stdin=queries, stdout=subprocess.DEVNULL)
        with Browser(width=1100, height=1600) as browser:
            browser.open(page)
            browser.wait("window.report && (report.ready || report.errors.length)")
            # Few rows and lines, so that all of it can be seen at once.
            browser.run("document.getElementById('scroll').style.maxHeight = '210px'; select()")
            browser.run(f"(functions => open(functions.indexOf({SHOWN})))(report.data.functions)")
            browser.run("document.querySelectorAll('#columns pre').forEach(pre => { pre.style.maxHeight = '260px' })")
            browser.run("scrollTo(0, 0); new Promise(done => setTimeout(done, 1000))")  # until Bokeh has drawn
            browser.picture(Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
