"""Messages over a socket, cut anywhere."""

from __future__ import annotations

import socket
import threading

import pytest

from rejit.compile.channel import Channel, Disconnected, encode

MESSAGES = [("a",), ("pieces", 1, b"\0" * 300, (("x", 2),)), ("b", "text" * 9)]


def pair() -> tuple[socket.socket, Channel]:
    ours, theirs = socket.socketpair()
    return ours, Channel(theirs)


def test_cut_at_every_byte() -> None:
    stream = b"".join(map(encode, MESSAGES))
    for at in range(len(stream)):
        ours, channel = pair()
        ours.sendall(stream[:at])
        first = channel.receive(wait=False)
        ours.sendall(stream[at:])
        ours.close()
        assert first + channel.receive(wait=True) == MESSAGES
        with pytest.raises(Disconnected):
            channel.receive(wait=True)
        channel.socket.close()


def test_end_within_a_message() -> None:
    stream = encode(MESSAGES[1])
    for at in range(len(stream)):
        ours, channel = pair()
        ours.sendall(stream[:at])
        ours.close()
        with pytest.raises(Disconnected):
            channel.receive(wait=True)
        channel.socket.close()


def test_send_and_flush_to_a_dead_peer() -> None:
    ours, channel = pair()
    ours.close()
    with pytest.raises(Disconnected):
        channel.send(("a",))
    channel.queue(("b",))
    with pytest.raises(Disconnected):
        channel.flush()
    channel.socket.close()


def test_large_message_to_a_slow_reader() -> None:
    """`flush` never waits; what is queued and what is sent keep their order."""
    ours, theirs = socket.socketpair()
    sender, receiver = Channel(ours), Channel(theirs)
    large = ("large", b"x" * (4 << 20))
    sender.queue(large)
    assert not sender.flush()
    assert 0 < sender.pending_bytes <= 4 << 20
    thread = threading.Thread(target=sender.send, args=(("after",),))
    thread.start()
    received = receiver.receive(wait=True)
    while len(received) < 2:
        received += receiver.receive(wait=True)
    thread.join()
    assert received == [large, ("after",)]
    assert sender.pending_bytes == 0
    ours.close()
    theirs.close()
