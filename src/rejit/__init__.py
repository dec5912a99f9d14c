"""rejit runs LLVM IR from Python: lazily, function by function."""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit import errors as errors
    from rejit.clang import c as c
    from rejit.config import Config as Config
    from rejit.errors import RejitError as RejitError
    from rejit.library import Library as Library
    from rejit.report.recording import Recording as Recording
    from rejit.session import Session as Session
    from rejit.tiers import HotPolicy as HotPolicy
    from rejit.tiers import Policy as Policy
    from rejit.tiers import Profile as Profile
    from rejit.tiers import Tier as Tier

_HOMES = {
    "Session": "rejit.session",
    "Library": "rejit.library",
    "Config": "rejit.config",
    "RejitError": "rejit.errors",
    "HotPolicy": "rejit.tiers",
    "Profile": "rejit.tiers",
    "Recording": "rejit.report.recording",
    "Tier": "rejit.tiers",
    "c": "rejit.clang",
    "load_ipython_extension": "rejit.magics",
}
__all__ = [
    "Config",
    "HotPolicy",
    "Library",
    "Profile",
    "Recording",
    "RejitError",
    "Session",
    "Tier",
    "__version__",
    "c",
    "errors",
]


def __getattr__(name: str) -> object:
    """The public names, imported at their first use: `import rejit` itself costs nothing."""
    import importlib

    if name == "errors":
        return importlib.import_module("rejit.errors")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'rejit' has no attribute {name!r}")
    if name in ("Session", "Library") and not _served():
        home = "rejit.elsewhere"
    return getattr(importlib.import_module(home), name)


def _served() -> bool:
    """Whether rejit runs on this machine. Where not, what it needs of C is not looked for."""
    from rejit.arch import host_arch
    from rejit.errors import Unsupported

    try:
        host_arch()
    except Unsupported:
        return False
    return True
