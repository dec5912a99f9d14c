"""What LLVM does to its process, and a server to the program: errors that name the function, and all else works."""

from __future__ import annotations

import marshal
import os
import signal
import struct
import threading
import time
from typing import Any

import pytest
from zygote import Zygote

from rejit.errors import Closed, CompileError, CompilerCrashed, CompileTimeout
from rejit.session import Session

GOOD = "define i32 @good{n}(i32 %x) {{\nentry:\n  %r = add i32 %x, {n}\n  ret i32 %r\n}}\n\n"
BAD_ASM = 'define void @bad_asm() {\nentry:\n  call void asm sideeffect "no such thing", ""()\n  ret void\n}\n\n'
UNSELECTABLE = (
    "define i64 @unselectable(i64 %x) {\nentry:\n  %r = call i64 @llvm.aarch64.crc32x(i64 %x)\n  ret i64 %r\n}\n\n"
    "declare i64 @llvm.aarch64.crc32x(i64)\n\n"
)


def module(*bad: str) -> str:
    return 'source_filename = "mixed"\n\n' + "".join(GOOD.format(n=n) for n in range(12)) + "".join(bad)


def check_good(library: Any) -> None:
    assert [library[f"good{n}"](5) for n in range(12)] == [5 + n for n in range(12)]


BAD = {
    "bad_asm": (BAD_ASM, ("status 1", "<inline asm>:1:10: unexpected token in argument list")),
    "unselectable": (UNSELECTABLE, ("SIGABRT", "Cannot select: intrinsic %llvm.aarch64.crc32x")),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("first", ["good", "bad"])
def test_function_that_ends_llvm(name: str, first: str) -> None:
    """LLVM ends its process: that function's error says so, with LLVM's own words; the others work before and after."""
    text, words = BAD[name]
    with Session(workers=2) as session:
        library = session.add(module(text))
        if first == "good":
            check_good(library)
        arguments = (1,) if name == "unselectable" else ()
        for _ in range(2):
            with pytest.raises(CompilerCrashed) as caught:
                library[name](*arguments)
            message = str(caught.value)
            assert message.startswith(name)
            assert all(word in message for word in words), message
        check_good(library)


def test_batch_with_bad_functions() -> None:
    """compile() of everything: what can be compiled is, and one error lists the rest."""
    with Session(workers=2) as session:
        library = session.add(module(BAD_ASM, BAD_ASM.replace("bad_asm", "worse_asm")))
        with pytest.raises(CompileError) as caught:
            library.compile()
        assert "2 functions" in str(caught.value)
        assert "bad_asm" in str(caught.value) and "worse_asm" in str(caught.value)
        assert session.statistics()["functions_compiled"] == 12
        check_good(library)


def test_killed_by_the_same_function(zygote: Zygote) -> None:
    with zygote.session([{"kill_on": ["good3"]}]) as session:
        library = session.add(module())
        with pytest.raises(CompilerCrashed, match=r"^good3\b.*: .*SIGKILL, 2 times"):
            library["good3"](1)
        assert library["good4"](1) == 5
        assert session.compiler.starts == 1


def test_time_out(zygote: Zygote) -> None:
    """The function is named, the worker is ended, the next function gets a new one."""
    with zygote.session([{"sleep_on": ["good3"]}], compile_timeout_s=1.5) as session:
        library = session.add(module())
        start = time.monotonic()
        with pytest.raises(CompileTimeout, match=r"^good3\b.*: not finished after 1\.5 s"):
            library["good3"](1)
        assert time.monotonic() - start < 6
        assert library["good4"](1) == 5


def test_time_out_in_a_batch(zygote: Zygote) -> None:
    with zygote.session([{"sleep_on": ["good3"]}], compile_timeout_s=1.5) as session:
        library = session.add(module())
        with pytest.raises(CompileTimeout, match="good3"):
            library.compile()
        assert session.statistics()["functions_compiled"] == 11


def test_time_out_while_others_work(zygote: Zygote) -> None:
    """Messages that keep coming do not put the time-out off."""
    with zygote.session([{"sleep_on": ["good3"]}], workers=2, compile_timeout_s=0.5) as session:
        library = session.add(module())
        caught: list[BaseException] = []

        def ask() -> None:
            try:
                library["good3"](1)
            except BaseException as error:
                caught.append(error)

        thread = threading.Thread(target=ask)
        thread.start()
        end = time.monotonic() + 5
        while thread.is_alive() and time.monotonic() < end:
            session.compiler.used(1, "good0")
            time.sleep(0.01)
        thread.join(1)
        assert [type(error) for error in caught] == [CompileTimeout]


def framed(value: Any) -> bytes:
    body = marshal.dumps(value)
    return struct.pack("<I", len(body)) + body


GARBAGE = {
    "nothing": b"",
    "text": b"Traceback (most recent call last):\n  oops\n" * 40,
    "zeros": bytes(4000),
    "huge": b"\xff\xff\xff\xff" + bytes(100),
    "cut": framed(("ready", 1, 1, ""))[:-2],
    "no_tuple": framed([1, 2, 3]),
    "no_verb": framed((1, 2, 3)),
    "unknown_verb": framed(("sing", "a song")),
    "short": framed(("pieces",)),
    "wrong_types": framed(("pieces", 1, None, 3, 4, 5, 6)),
    "wrong_pieces": framed(("pieces", 1, None, ("good3",), (), [("code",)], (0, 0, 0))),
    "ready_short": framed(("ready",)),
    "bad_marshal": struct.pack("<I", 50) + b"\xfb" * 50,
}


@pytest.mark.parametrize("what", GARBAGE)
def test_server_that_speaks_garbage_once(zygote: Zygote, what: str) -> None:
    with zygote.session([{"say": GARBAGE[what].hex()}]) as session:
        library = session.add(module())
        assert library["good3"](1) == 4
        assert session.compiler.starts == 2


@pytest.mark.parametrize("what", ["unknown_verb", "wrong_types", "wrong_pieces"])
def test_server_that_speaks_garbage_always(zygote: Zygote, what: str) -> None:
    said = framed(("ready", 0, 1, "")) + GARBAGE[what]
    with zygote.session([{"say": said.hex()}] * 20) as session:
        library = session.add(module())
        with pytest.raises(CompilerCrashed, match=r"^good3\b.*: the compile server died 4 times .*no message of rejit"):
            library["good3"](1)


def test_server_that_never_says_anything(zygote: Zygote, capfd: pytest.CaptureFixture[str]) -> None:
    """After the time a start may take, LLVM is loaded here instead, and that is said once."""
    with zygote.session([{"silent": True}] * 9, start_timeout_s=1.0) as session:
        library = session.add(module())
        check_good(library)
        library = session.add(module())
        check_good(library)
    said = capfd.readouterr().err
    assert said == "rejit: the compile server was not ready after 1 s; compiling in this process instead\n"


def test_servers_that_die_before_they_are_ready(zygote: Zygote, capfd: pytest.CaptureFixture[str]) -> None:
    with zygote.session([{"say": ""}] * 20) as session:
        check_good(session.add(module()))
    assert capfd.readouterr().err.count("compiling in this process instead") == 1


def test_server_killed_again_and_again(zygote: Zygote) -> None:
    """Between calls it may die as often as it likes."""
    with zygote.session([]) as session:
        library = session.add(module())
        for n in range(12):
            assert library[f"good{n}"](5) == 5 + n
            os.kill(session.compiler.server, signal.SIGKILL)


def test_idle_exit_and_restart(zygote: Zygote) -> None:
    """An idle server leaves, workers and all; the next call starts another."""
    with zygote.session([], idle_exit_s=0.2) as session:
        library = session.add(module())
        assert library["good1"](1) == 2
        first = session.compiler.server
        assert gone(first)
        assert library["good2"](1) == 3
        assert session.compiler.server != first


def gone(pid: int, seconds: float = 5) -> bool:
    """Whether a process ends within that time. One that nobody has waited for yet has ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] in "ZX":
                    return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


def children(pid: int) -> list[int]:
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                if int(file.read().rpartition(")")[2].split()[1]) == pid:
                    found.append(int(name))
        except OSError:
            pass
    return found


def test_worker_inside_llvm_ends_with_the_server(zygote: Zygote) -> None:
    """A worker in the middle of a compile that never ends does not outlive its server."""
    with zygote.session([{"sleep_on": ["good3"]}, None]) as session:
        library = session.add(module())
        assert library["good1"](1) == 2
        server = session.compiler.server
        result: list[int] = []
        thread = threading.Thread(target=lambda: result.append(library["good3"](1)))
        thread.start()
        time.sleep(0.1)
        (worker,) = children(server)
        os.kill(server, signal.SIGKILL)
        assert gone(worker)
        thread.join(5)
        assert result == [4]


def test_close_while_compiling(zygote: Zygote) -> None:
    """A thread that waits for a compile when the session is closed gets an error, and no new server starts."""
    session = zygote.session([{"sleep_on": ["good3"]}])
    library = session.add(module())
    caught: list[BaseException] = []

    def ask() -> None:
        try:
            library["good3"](1)
        except BaseException as error:
            caught.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    session.close()
    for thread in threads:
        thread.join(5)
    assert [type(error) for error in caught] == [Closed] * 3
    assert session.compiler.starts == 1


def bitcode() -> bytes:
    import llvmlite.binding as llvm

    return bytes(llvm.parse_assembly(module()).as_bitcode())


@pytest.mark.parametrize("killed", [False, True])
def test_text_of_bitcode_is_sent_only_to_another_server(
    zygote: Zygote, monkeypatch: pytest.MonkeyPatch, killed: bool
) -> None:
    """The server that had it printed knows it; one that was started after that gets it."""
    from rejit.compile.channel import Channel

    sent: list[Any] = []
    queue = Channel.queue

    def noted(channel: Channel, message: tuple[Any, ...]) -> None:
        if message[0] == "module":
            sent.append(message[3])
        queue(channel, message)

    monkeypatch.setattr(Channel, "queue", noted)
    with zygote.session([]) as session:
        library = session.add(bitcode())
        assert [type(text) for text in sent] == [int]
        if killed:
            os.kill(session.compiler.server, signal.SIGKILL)
        check_good(library)
        assert [type(text) for text in sent] == ([int, str] if killed else [int])
