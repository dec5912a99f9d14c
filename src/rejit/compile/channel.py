"""Messages over a stream socket: four bytes of length (little endian), then one marshalled tuple.

Marshal carries what the messages are made of (str, bytes, int, tuple) at the speed of memcpy and is always loaded. Both
ends run the same rejit; the form of marshal is one that every Python served reads.
"""

from __future__ import annotations

import marshal
from struct import Struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _socket import socket
    from typing import Any

_LENGTH = Struct("<I")
MSG_NOSIGNAL = 0x4000  # a dead peer is an error, not SIGPIPE: the program may have SIGPIPE at its default
MSG_DONTWAIT = 0x40
MAX_MESSAGE = 1 << 31
FORM = 4  # of marshal: that of Python 3.4 to 3.13


class Disconnected(Exception):
    """The other end is gone, or spoke garbage."""


def encode(message: tuple[Any, ...]) -> bytes:
    """The bytes of one message."""
    body = marshal.dumps(message, FORM)
    return _LENGTH.pack(len(body)) + body


class Channel:
    """One end of the stream. Not thread-safe: the owner holds a lock."""

    __slots__ = ("_buffer", "_outgoing", "identity", "limit", "socket")

    def __init__(self, connection: socket, identity: tuple[int, int] = (0, 0)) -> None:
        self.socket = connection
        self.identity = identity  # (st_dev, st_ino), for an owner who must check that the descriptor is still there
        self.limit = MAX_MESSAGE  # bytes of the next message that are believed
        self._buffer = bytearray()
        self._outgoing = bytearray()

    def send(self, message: tuple[Any, ...]) -> None:
        """Send all of a message, and what was queued before it, waiting as long as it takes."""
        self._outgoing += encode(message)
        self.send_queued()

    def send_queued(self) -> None:
        """Send all that was queued, waiting as long as it takes."""
        try:
            self.socket.sendall(self._outgoing, MSG_NOSIGNAL)
        except OSError as error:
            raise Disconnected(str(error)) from None
        self._outgoing.clear()

    def queue(self, message: tuple[Any, ...]) -> None:
        """Keep a message for `flush`: for a peer that reads only when it needs something."""
        self._outgoing += encode(message)

    def flush(self) -> bool:
        """Send what fits without waiting; True when nothing is left."""
        while self._outgoing:
            try:
                sent = self.socket.send(memoryview(self._outgoing)[: 1 << 18], MSG_NOSIGNAL | MSG_DONTWAIT)
            except BlockingIOError:
                return False
            except OSError as error:
                raise Disconnected(str(error)) from None
            del self._outgoing[:sent]
        return True

    @property
    def pending_bytes(self) -> int:
        """Bytes queued and not sent yet."""
        return len(self._outgoing)

    def receive(self, wait: bool) -> list[tuple[Any, ...]]:
        """Messages that have arrived whole; with `wait` at least one, or none after the socket's own time limit."""
        messages: list[tuple[Any, ...]] = []
        flags = 0
        while True:
            self._split(messages)
            if messages or not wait:
                flags = MSG_DONTWAIT
            try:
                data = self.socket.recv(1 << 18, flags)
            except BlockingIOError:
                return messages
            except OSError as error:
                raise Disconnected(str(error)) from None
            if not data:
                if messages:
                    return messages
                raise Disconnected("end of stream")
            self._buffer += data

    def _split(self, messages: list[tuple[Any, ...]]) -> None:
        """Move whole messages out of the buffer."""
        buffer, at = self._buffer, 0
        while len(buffer) - at >= 4:
            (size,) = _LENGTH.unpack_from(buffer, at)
            if size > self.limit:
                raise Disconnected(f"{bytes(buffer[at : at + 60])!r} begins no message of rejit's")
            if len(buffer) - at - 4 < size:
                break
            try:
                message = marshal.loads(memoryview(buffer)[at + 4 : at + 4 + size])
            except Exception as error:  # marshal promises no particular one
                raise Disconnected(f"a damaged message: {error}") from None
            if not isinstance(message, tuple) or not message or not isinstance(message[0], str):
                raise Disconnected("a message of the wrong form")
            messages.append(message)
            at += 4 + size
            self.limit = MAX_MESSAGE
        if at:
            del buffer[:at]
