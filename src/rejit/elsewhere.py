"""What `rejit.Session` and `rejit.Library` are where rejit does not run: names that can be imported and not used."""

from __future__ import annotations

from rejit.arch import host_arch


class Session:
    """Making one raises Unsupported, which says where rejit runs."""

    def __init__(self, *_: object, **__: object) -> None:
        host_arch()


class Library(Session):
    """The same."""
