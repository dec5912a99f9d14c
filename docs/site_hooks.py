"""mkdocs' hook: `<!-- output: rejit run --help -->` in a page becomes what the command prints."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any


def printed(command: str) -> str:
    """The output of a `rejit ...` command of this Python's rejit."""
    done = subprocess.run([sys.executable, "-m", *command.split()], capture_output=True, text=True, check=True)
    return done.stdout


def on_page_markdown(markdown: str, **_: Any) -> str:
    return re.sub(r"<!-- output: (rejit[^>]*) -->", lambda found: f"```text\n{printed(found[1])}```", markdown)
