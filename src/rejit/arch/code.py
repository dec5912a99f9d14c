"""Machine code of CPUs whose instructions are 4-byte words, while it is written: words, labels, how to unwind."""

from __future__ import annotations

from struct import pack, unpack_from

from rejit.arch.frames import advance, eh_frame

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Code:
    """Appended to, then finished by `blob`. Little-endian, position independent."""

    def __init__(self) -> None:
        self.buffer = bytearray()
        self.labels: dict[str, int] = {}
        self._branches: list[tuple[int, str, Callable[[int], int]]] = []
        self._frames: list[list[tuple[int, bytes]]] = []  # (offset, call frame instructions); the first begins it

    @property
    def here(self) -> int:
        """The offset of what comes next."""
        return len(self.buffer)

    def put(self, *words: int) -> None:
        """Append instructions."""
        self.buffer += pack(f"<{len(words)}I", *words)

    def to(self, label: str, encode: Callable[[int], int]) -> None:
        """Append an instruction that needs the distance from itself to a label, before it or behind."""
        self._branches.append((self.here, label, encode))
        self.put(0)

    def label(self, name: str) -> None:
        """What comes next has that name."""
        self.labels[name] = self.here

    def begin(self, name: str) -> None:
        """A function begins, and with it a frame as the CIE has it."""
        self.label(name)
        self._frames.append([(self.here, b"")])

    def frame(self, change: bytes) -> None:
        """From here on the frame is another."""
        self._frames[-1].append((self.here, change))

    def blob(self, common: bytes, words: Sequence[str], values: Mapping[str, int]) -> tuple[bytes, dict[str, int], int]:
        """The code, its 8-byte words, its .eh_frame with the CIE `common`; the labels; the offset of the .eh_frame."""
        end = self.here
        self.buffer += bytes(-end % 8)
        for word in words:
            self.label(word)
            self.buffer += pack("<Q", values[word])
        for at, label, encode in self._branches:
            (have,) = unpack_from("<I", self.buffer, at)
            self.buffer[at : at + 4] = pack("<I", have | encode(self.labels[label] - at))
        frames = []
        for number, steps in enumerate(self._frames):
            start = at = steps[0][0]
            instructions = b""
            for offset, change in steps:
                instructions += advance(offset - at) + change
                at = offset
            past = self._frames[number + 1][0][0] if number + 1 < len(self._frames) else end
            frames.append((start, past - start, instructions))
        start = self.here
        self.buffer += eh_frame(start, frames, common)
        return bytes(self.buffer), self.labels, start
