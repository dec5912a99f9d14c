"""`rejit run --report` and `--trace`."""

from __future__ import annotations

import os

from rejit.cli.ending import at_end
from rejit.report.finish import write
from rejit.report.recording import Recording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.session import Session


def record(session: Session, report: str, trace: str) -> None:
    """Note what the session does, and write the files that have a name when the program ends."""
    recording = Recording(session)
    report, trace = (path and os.path.abspath(path) for path in (report, trace))  # it may change its folder
    at_end(session, lambda: write(recording, report, trace))
