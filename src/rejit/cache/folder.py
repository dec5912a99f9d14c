"""Where the cache lies, and whether what lies there may be executed.

FOLDER/                 0700, the user's own, no symlink; no folder above it in which others can replace it
    key                 0600, 32 random bytes: what entries are sealed with
    modules/SIZE/...    one file a module's content and configuration: its manifest
    files/...           which content a file had, by the file's identity
    texts/...           LLVM's print of bitcode
    objects/...         segments of single functions and variables, and their index
"""

from __future__ import annotations

import os

KEY_BYTES = 32
NETWORK = {  # statfs f_type of file systems whose locks and clocks are another machine's
    0x6969: "NFS",
    0x517B: "SMB",
    0xFE534D42: "SMB2",
    0xFF534D42: "CIFS",
    0x73757245: "Coda",
    0x5346414F: "AFS",
    0x00C36400: "Ceph",
    0x0BD00BD0: "Lustre",
    0x47504653: "GPFS",
}


class Refused(Exception):
    """The cache cannot be used; the message is the reason."""


class Unavailable(Refused):
    """There is no place for the cache where it should be; another will do."""


def default_folder() -> str:
    """The user's cache folder for rejit: REJIT_CACHE_DIR, XDG_CACHE_HOME, ~/.cache. Refused if there is no home."""
    given = os.environ.get("REJIT_CACHE_DIR")
    if given:
        return os.path.abspath(given)
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not base.startswith("/"):
        home = os.environ.get("HOME", "")
        if not home.startswith("/"):
            raise Unavailable("neither REJIT_CACHE_DIR nor HOME says where it may lie")
        base = f"{home}/.cache"
    return f"{base}/rejit"


def open_folder(path: str, create: bool = True) -> bytes:
    """Check a cache folder, made if need be, and read its key. Refused, with the reason, if it cannot be trusted."""
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        if not create:
            raise Refused(f"{path} does not exist") from None
        _make(path)
        status = os.lstat(path)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from None
    _check(path, status, 0o040000, 0o700)
    check_parents(path)
    return _secret(f"{path}/key", create)


def _make(path: str) -> None:
    try:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        os.mkdir(path, 0o700)
    except FileExistsError:
        pass  # another process was faster
    except OSError as error:
        raise Unavailable(f"{path} cannot be made: {error.strerror}") from None


def _check(path: str, status: os.stat_result, kind: int, mode: int) -> None:
    """Refuse what is no plain folder (file) of ours, or open to others."""
    found = status.st_mode & 0o170000
    if found == 0o120000:
        raise Refused(f"{path} is a symbolic link")
    if found != kind:
        raise Refused(f"{path} is no {'folder' if kind == 0o040000 else 'regular file'}")
    if status.st_uid != os.geteuid():
        raise Refused(f"{path} belongs to user {status.st_uid}, not to {os.geteuid()}")
    if status.st_mode & 0o777 & ~mode:
        raise Refused(f"{path} has mode {status.st_mode & 0o777:03o}; {mode:03o} is expected (chmod {mode:o} {path})")


def check_parents(path: str) -> None:
    """Refuse a place that another user could put something else at."""
    uid = os.geteuid()
    parent = os.path.dirname(os.path.realpath(path))
    while True:
        try:
            status = os.stat(parent)
        except OSError as error:
            raise Refused(f"{parent}: {error.strerror}") from None
        if status.st_mode & 0o002 and not status.st_mode & 0o1000:
            raise Refused(f"{parent}, above {path}, can be written by everybody and has no sticky bit")
        if status.st_uid not in (0, uid):
            raise Refused(f"{parent}, above {path}, belongs to user {status.st_uid}")
        if parent == "/":
            return
        parent = os.path.dirname(parent)


def _secret(path: str, create: bool) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except FileNotFoundError:
        if not create:
            raise Refused(f"{path} does not exist") from None
        return _new_secret(path)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from None
    try:
        _check(path, os.fstat(descriptor), 0o100000, 0o600)
        secret = os.read(descriptor, KEY_BYTES + 1)
    finally:
        os.close(descriptor)
    if len(secret) != KEY_BYTES:
        raise Refused(f"{path} is damaged; `rejit cache clear` starts anew")
    return secret


def _new_secret(path: str) -> bytes:
    """A new key, complete from the moment it has its name; another process's, if that was faster."""
    fresh = f"{path}.{os.getpid():x}{os.urandom(4).hex()}"
    try:
        write_whole(fresh, os.urandom(KEY_BYTES))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            os.unlink(fresh)
    except OSError as error:
        raise Refused(f"{path} cannot be made: {error.strerror}") from None
    return _secret(path, False)


def write_whole(path: str, content: bytes, mode: int = 0o600) -> None:
    """Write a file under another name and give it its own when it is complete; nothing is left if that fails."""
    fresh = f"{path}.{os.getpid():x}{os.urandom(3).hex()}.new"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        descriptor = os.open(fresh, flags, mode)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
        descriptor = os.open(fresh, flags, mode)
    try:
        try:
            os.fchmod(descriptor, mode)
            view = memoryview(content)
            while view:
                view = view[os.write(descriptor, view) :]
        finally:
            os.close(descriptor)
        os.rename(fresh, path)
    except BaseException:
        try:
            os.unlink(fresh)
        except OSError:
            pass
        raise


def on_network(path: str) -> str:
    """The kind of network file system a path is on; "" for a local one."""
    import ctypes

    buffer = (ctypes.c_long * 32)()
    try:
        if ctypes.CDLL(None).statfs(os.fsencode(path), buffer):
            return ""
    except (AttributeError, ValueError):
        return ""
    return NETWORK.get(buffer[0] & 0xFFFFFFFF, "")
