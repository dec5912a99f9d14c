"""`rejit cache`: look after what is kept of former runs."""

from __future__ import annotations

import os
import sys
import time

from rejit.cache import care
from rejit.cache.disk import DiskCache
from rejit.cache.folder import Refused, default_folder, write_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

HELP = """\
usage: rejit cache [--cache-dir DIR] COMMAND [ARG...]

What was compiled is kept, for each module by its content, so that the next start compiles nothing. It is never stale: a
changed module, compiler or CPU finds nothing. There is no need to look after it; it stays below 512 MiB.

  rejit cache list                                       which programs are in it
  rejit cache prune 100M                                 make it smaller
  rejit cache export app.rejit app.bc                    one file, used when it lies beside app.bc on another machine
  rejit cache export --cpu LEVEL,LEVEL app.rejit app.bc  the same for two kinds of CPUs

looking:
  path                    where it lies
  stats                   how much of what is in it, in bytes on disk
  list                    the modules in it, the last used first
  verify                  check every entry; status 1 if one is damaged (a damaged one is never used)

deleting:
  prune [BYTES]           delete what was not used for longest, down to BYTES (k, M, G; default: 512M)
  clear                   delete all of it

handing on:
  export FILE PROGRAM [--cpu CPU[,CPU...]]
                          compile all of a program into one file that others can use: beside the program as
                          NAME.rejit, with `rejit run --cache-file`, with REJIT_CACHE_FILE, or imported. CPU: native
                          (this machine's, the default) or a level (`rejit targets` lists them); the best that fits is
                          used
  import FILE             take an exported file into the cache

  --cache-dir DIR         instead of REJIT_CACHE_DIR, or of rejit in XDG_CACHE_HOME or ~/.cache

Exit status: 0; 1 if it could not be done, with a message; 2 for a wrong command line.
"""


def main(arguments: list[str]) -> int:
    """The exit status."""
    arguments = list(arguments)
    folder = None
    if arguments[:1] and arguments[0].startswith("--cache-dir"):
        name, equals, folder = arguments.pop(0).partition("=")
        if name != "--cache-dir" or (not equals and not arguments):
            return _usage(f"unknown option {name}")
        folder = os.path.abspath(folder if equals else arguments.pop(0))
    if arguments[:1] in (["-h"], ["--help"]):
        print(HELP, end="")
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        return _usage(f"unknown command {arguments[0]}" if arguments else "")
    command = COMMANDS[arguments[0]]
    try:
        return command(folder or default_folder(), arguments[1:])
    except BrokenPipeError:  # whoever read has left
        raise
    except (OSError, Refused, ValueError) as error:
        sys.stderr.write(f"rejit cache: {error}\n")
        return 1


def _usage(message: str) -> int:
    sys.stderr.write((f"rejit cache: {message}\n" if message else "") + HELP)
    return 2


def _path(folder: str, arguments: list[str]) -> int:
    print(folder)
    return 0


def _stats(folder: str, arguments: list[str]) -> int:
    DiskCache(folder, create=False)
    kept = care.inventory(folder)
    for kind in ("modules", "objects", "texts", "files", "index", "imports"):
        of_kind = [one for one in kept if one.kind == kind]
        print(f"{kind:<8} {len(of_kind):>6} files {sum(one.size for one in of_kind):>14,} bytes on disk")
    print(f"{'all':<8} {len(kept):>6} files {sum(one.size for one in kept):>14,} bytes on disk")
    return 0


def _list(folder: str, arguments: list[str]) -> int:
    from rejit.cache.manifest import Manifest
    from rejit.cache.seal import unseal

    cache = DiskCache(folder, create=False)
    modules = [one for one in care.inventory(folder) if one.kind == "modules" and not one.path.endswith(".new")]
    for one in sorted(modules, key=lambda k: -k.used):
        with open(one.path, "rb") as file:
            data = unseal(cache.secret, care.key_of(one) or b"", file.read())
        if data is None:
            print(f"{'damaged':<19} {one.path}")
            continue
        try:
            manifest = Manifest.load(data)
        except ValueError as error:  # of another version of rejit
            print(f"{'other':<19} {one.path}: {error}")
            continue
        levels = sorted({tier[0] for tier, _ in manifest.tiers.values()})
        print(
            f"{time.strftime('%Y-%m-%d %H:%M:%S', time.localtime(one.used))} {manifest.source or '?'}: "
            f"{manifest.size:,} bytes of IR, {len(manifest.tiers)} functions at tier "
            f"{', '.join(map(str, levels)) or '-'}, for {manifest.cpu[0] or '?'}"
        )
    return 0


def _verify(folder: str, arguments: list[str]) -> int:
    good = bad = 0
    for what, whole in care.verify(DiskCache(folder, create=False)):
        good += whole
        if not whole:
            bad += 1
            print(f"damaged: {what}")
    print(f"{good} entries are whole, {bad} are not")
    return 1 if bad else 0


def _prune(folder: str, arguments: list[str]) -> int:
    DiskCache(folder, create=False)
    limit = 512 << 20
    if arguments:
        number, unit = (arguments[0][:-1], arguments[0][-1]) if arguments[0][-1:] in "kMG" else (arguments[0], "")
        if not number.isdigit():
            raise ValueError(f"prune {arguments[0]}: a number of bytes, or one with k, M or G")
        limit = int(number) << {"": 0, "k": 10, "M": 20, "G": 30}[unit]
    files, freed = care.prune(folder, limit, time.time())
    print(f"{files} files deleted, {freed:,} bytes freed")
    return 0


def _clear(folder: str, arguments: list[str]) -> int:
    if os.path.exists(folder):
        # A damaged key is a reason to clear; a folder that is not ours is not ours to clear.
        if os.path.islink(folder) or os.lstat(folder).st_uid != os.geteuid():
            raise Refused(f"{folder} is not a folder of this user's")
        print(f"{care.clear(folder)} files deleted")
    return 0


def _export(folder: str, arguments: list[str]) -> int:
    from rejit.cache.export import export
    from rejit.errors import RejitError

    cpus = "native"
    words = []
    while arguments:
        word = arguments.pop(0)
        if word.startswith("--cpu"):
            cpus = word.partition("=")[2] or (arguments.pop(0) if arguments else "")
        else:
            words.append(word)
    if len(words) != 2 or not cpus:
        return _usage("export FILE PROGRAM [--cpu CPU,CPU]")
    try:
        functions, size = export(words[0], words[1], cpus.split(","))
    except RejitError as error:
        sys.stderr.write(f"rejit cache: {type(error).__name__}: {error}\n")
        return 1
    print(f"{words[0]}: {functions} functions, {size:,} bytes")
    return 0


def _import(folder: str, arguments: list[str]) -> int:
    from rejit.cache.exported import Exported

    if len(arguments) != 1:
        return _usage("import FILE")
    DiskCache(folder)
    Exported(arguments[0])
    target = f"{folder}/imports/{os.path.basename(arguments[0])}"
    with open(arguments[0], "rb") as file:
        write_whole(target, file.read())
    print(target)
    return 0


COMMANDS: dict[str, Callable[[str, list[str]], int]] = {
    "path": _path,
    "stats": _stats,
    "list": _list,
    "verify": _verify,
    "prune": _prune,
    "clear": _clear,
    "export": _export,
    "import": _import,
}
