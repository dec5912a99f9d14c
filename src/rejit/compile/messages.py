"""What travels between the program and those who compile for it: pieces, packed; failures, by name."""

from __future__ import annotations

import marshal

from rejit import errors
from rejit.errors import RejitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Message = tuple[Any, ...]

MODULE_ASM = "\x00module asm"  # in the place of a function's name: the module's own assembly


def error_from(kind: str, message: str) -> RejitError:
    """The exception for what a worker reported."""
    made = getattr(errors, kind, None)
    if isinstance(made, type) and issubclass(made, RejitError) and made.__init__ is RejitError.__init__:
        return made(message)
    return errors.CompileError(message)


def unpacked(message: Message) -> Message:
    """A message with pieces: packed by the worker; the server passes them on as they are."""
    return (*message[:5], [marshal.loads(piece) for piece in message[5]], *message[6:])


def packed(message: Message) -> Message:
    """A message with pieces as `unpacked` takes it."""
    return (*message[:5], [marshal.dumps(piece, 4) for piece in message[5]], *message[6:])
