"""A headless Chromium, driven through its own DevTools protocol over two pipes: no port, no driver, no package.

    with Browser() as browser:
        browser.open(path)
        browser.run("document.title")

What a page writes to its console as an error or a warning, what it throws and what it asks the network for is kept.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import signal
import tempfile
import time
from pathlib import Path
from typing import Any

import tools

PATIENCE_S = 120.0  # for one answer; nothing is measured by it


class PageError(Exception):
    """A page threw, or did not become what it was waited for."""


class Browser:
    """One browser with one page."""

    def __init__(self, width: int = 1280, height: int = 1000) -> None:
        self.problems: list[str] = []  # errors and warnings of the console, exceptions
        self.requests: list[str] = []  # addresses that were asked for
        self._numbers = 0
        self._unread = b""
        self._home = tempfile.TemporaryDirectory(prefix="rejit-browser-", ignore_cleanup_errors=True)
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        # Chromium expects its pipes at 3 and 4; all else is closed at its start.
        theirs = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (theirs_in, theirs_out)]
        command = [
            tools.need("chromium-headless-shell"), "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
            "--no-first-run", "--hide-scrollbars", f"--user-data-dir={self._home.name}",
            f"--window-size={width},{height}", "about:blank",
        ]  # fmt: skip
        nothing = [(os.POSIX_SPAWN_OPEN, number, "/dev/null", os.O_RDWR, 0) for number in range(3)]
        pipes = [(os.POSIX_SPAWN_DUP2, end, number) for number, end in enumerate(theirs, 3)]
        self._process = os.posix_spawn(command[0], command, os.environ, file_actions=[*nothing, *pipes])
        for end in (theirs_in, theirs_out, *theirs):
            os.close(end)
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._in)
        os.close(self._out)
        self._home.cleanup()

    def call(self, method: str, **params: Any) -> Any:
        """A command of the protocol: its result."""
        self._numbers += 1
        message: dict[str, Any] = {"id": self._numbers, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data) :]
        while True:
            answer = self._receive()
            if answer.get("id") == self._numbers:
                if "error" in answer:
                    raise PageError(f"{method}: {answer['error']}")
                return answer["result"]
            self._note(answer)

    def _receive(self) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE_S
        while b"\0" not in self._unread:
            if not select.select([self._in], [], [], max(0.0, end - time.monotonic()))[0]:
                raise PageError(f"Chromium has not answered for {PATIENCE_S:g} s")
            more = os.read(self._in, 1 << 20)
            if not more:
                raise PageError("Chromium has ended")
            self._unread += more
        message, _, self._unread = self._unread.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def _note(self, event: dict[str, Any]) -> None:
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.problems.append(f"console: {[part.get('value', part.get('description')) for part in params['args']]}")
        elif method == "Runtime.exceptionThrown":
            self.problems.append(f"exception: {params['exceptionDetails']}")
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.problems.append(f"log: {params['entry']}")
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])

    def open(self, path: Path) -> None:
        """Show a file."""
        self.call("Page.navigate", url=path.resolve().as_uri())

    def run(self, expression: str) -> Any:
        """The value of an expression in the page; of what it promises, if it is a promise. Raises PageError."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise PageError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        """Until an expression is true. PageError if it does not become so."""
        end = time.monotonic() + PATIENCE_S
        while not self.run(f"Boolean({condition})"):
            if time.monotonic() > end:
                raise PageError(f"never became true: {condition}; problems: {self.problems}")
            time.sleep(0.02)

    def picture(self, path: Path, height: int | None = None) -> None:
        """A PNG of the page from its top."""
        size = self.run("[document.documentElement.clientWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": height or size[1], "scale": 1}
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)["data"]
        path.write_bytes(base64.b64decode(data))
