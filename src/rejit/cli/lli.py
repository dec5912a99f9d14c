"""`rejit lli`: a program from IR under the options of LLVM's `lli`, in its spelling, with its messages and statuses.

What each option does, and what is otherwise than in lli, is told in docs/from-lli.md.
"""

from __future__ import annotations

import os
import sys

from rejit.cli.lli_options import CommandLine, OptionError, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from rejit.library import Library
    from rejit.session import Session

HELP = """\
OVERVIEW: rejit in lli's place

USAGE: rejit lli [options] <input bitcode> <program arguments>...

The input is LLVM IR, text or bitcode; - (or nothing) is standard input. One dash or two, -x=VALUE or -x VALUE.

OPTIONS:
  -jit-kind=KIND             orc (default): lazily, but what nothing defines is said before the program runs;
                             orc-lazy: lazily; mcjit: everything is compiled first
  -O<0-3>                    compile at this level only (default: -O0 first, hot functions again at -O3)
  -entry-function=NAME       the function to run (default: main)
  -fake-argv0=NAME           what the program gets as argv[0]
  -extra-module=FILE         more IR; may be repeated, as the following may
  -jd=NAME                   the JITDylib that the -extra-module options after it go to
  -extra-object=FILE         a relocatable object
  -extra-archive=FILE        an archive: members are linked if something needs them
  -dlopen=LIB, -load=LIB     a shared library
  -no-process-syms           nothing of this process is visible to the program: no C library
  -thread-entry=NAME         a function to run in a thread of its own beside main
  -compile-threads=N         compile in N processes
  -per-module-lazy           compile a module as soon as one function of it is called
  -disable-lazy-compilation  compile everything first
  -orc-lazy-debug=WHAT       funcs-to-stdout, mods-to-stdout, mods-to-stderr, mods-to-disk: what goes to the compiler
  -mcpu=CPU, -mattr=+A,-B    compile for this CPU, with these features; help lists them
  -lljit-platform=Inactive   run no constructors
  -enable-cache-manager      keep compiled code in -object-cache-dir=DIR (without it, where `rejit run` does)
  -disable-core-files        leave no core file
  -stats, -stats=FILE        rejit's statistics at exit: a table on stderr, or JSON
  -help, -version

What else `lli --help` lists is accepted and changes nothing, or is refused with a reason.
"""


class Failure(Exception):
    """The program is not run: what to say behind the command's name, what before that without it, the status."""

    def __init__(self, message: str, status: int = 1, before: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.before = before


def main(arguments: list[str]) -> int:
    """Run; returns only if the program did not start."""
    from rejit.errors import RejitError

    try:
        line = parse(arguments)
        if any(line.flag(name) for name in ("h", "help", "help-hidden", "help-list", "help-list-hidden")):
            print(HELP, end="")
            return 0
        if line.flag("version"):
            return _version()
        if line.last("mcpu") == "help" or line.last("mattr") == "help":
            sys.stderr.write(_known_cpus())
            return 0
        _check(line)
        if os.getpid() == 1:
            from rejit.cli.run import _be_init

            _be_init()
        return _run(line)
    except (OptionError, Failure, RejitError) as error:
        _say(error)
        return error.status if isinstance(error, Failure) else 1


# -- messages ------------------------------------------------------------------------------------------------------


def _say(error: BaseException) -> None:
    """What lli would say, where it has words for it."""
    from rejit.errors import DuplicateSymbol, UnresolvedSymbol

    message, before = str(error), ""
    name = message.partition(": ")[0]
    if isinstance(error, Failure):
        before = error.before
    elif isinstance(error, UnresolvedSymbol):
        before = f"JIT session error: Symbols not found: [ {name} ]\n"
        message = message.partition("; give ")[0]
    elif isinstance(error, DuplicateSymbol):
        message = f"Duplicate definition of symbol '{name}'\n{message}"
    elif "<string>:" in message:
        message = _parser_message(name, message)
    elif not isinstance(error, OptionError):
        message = f"lli: error: {type(error).__name__}: {message}"
    message = "\n".join((message, *getattr(error, "__notes__", ())))
    if isinstance(error, OptionError | DuplicateSymbol):
        message = message.replace("\n", "\nrejit lli: ")
    shown = f"rejit lli: {message}\n" if message else ""
    os.write(2, f"{before}{shown}".encode("utf-8", "surrogateescape"))


def _warn(message: str) -> None:
    os.write(2, f"{message}\n".encode("utf-8", "surrogateescape"))


def _parser_message(name: str, message: str) -> str:
    """What LLVM's parser says, which knows no file, and of a function that was compiled by itself no line."""
    file = name.partition(", in ")[2] or name
    said, _, place = message.partition("<string>:")[2].partition("\n  at line ")
    if place:
        said = f"{place.partition(':')[0]}:{said.partition(':')[2]}\n"
    return f"lli: {file}:{said}"


def _fatal(error: BaseException) -> NoReturn:
    """The program cannot go on: lli's message and status, and what the program has printed."""
    import ctypes

    _say(error)
    ctypes.CDLL(None).fflush(None)
    os._exit(1)


def _version() -> int:
    from rejit import __version__
    from rejit.compile import backend

    print(f"rejit {__version__}\n  {backend.version()}")
    return 0


# -- what lli checks before it reads anything ----------------------------------------------------------------------


def _check(line: CommandLine) -> None:
    kind = line.last("jit-kind", "orc")
    if line.last("entry-function", "main") == "":
        raise Failure("error: --entry-function name cannot be empty")
    if kind != "mcjit":
        return
    for name in ("compile-threads", "thread-entry", "per-module-lazy"):
        if line.all(name) and line.last(name) != "false":
            raise Failure("", before=f"-{name} requires -jit-kind=orc-lazy\n")
    if line.last("O", "2")[:1] not in ("0", "1", "2", "3"):
        raise Failure("", before="lli: error: invalid optimization level.\n")


def _check_machine(session: Session, line: CommandLine) -> None:
    """Other machines than this: lli's ORC engines look at -march only, MCJIT at -mtriple too."""
    machine, mcjit = session.arch.NAME, line.last("jit-kind") == "mcjit"
    if line.last("march", machine).replace("-", "_") != machine:
        why = "No available targets are compatible with this -march, see -version for the available targets."
        raise Failure(f"error: error creating EE: {why}\n")
    triple = line.last("mtriple")
    if mcjit and triple and triple.partition("-")[0] != machine:
        raise Failure(f'error: error creating EE: No available targets are compatible with triple "{triple}"')


def _known_cpus() -> str:
    """What LLVM knows of CPUs and features: it says so on stderr only, so another process is asked."""
    import subprocess

    code = f"import sys; sys.path[:0] = {[p for p in sys.path if p]!r}\n"
    code += "from rejit.compile import backend; backend.print_known_cpus()"
    return subprocess.run([sys.executable, "-I", "-S", "-c", code], stderr=subprocess.PIPE, text=True).stderr


def _choose_cpu(session: Session, line: CommandLine) -> None:
    """-mcpu and -mattr, at every tier. A feature that does not exist is named and left out, as LLVM does."""
    cpu = line.last("mcpu") or "native"
    wanted = [f if f[0] in "+-" else f"+{f}" for f in ",".join(line.all("mattr")).split(",") if f]
    if cpu == "native" and not wanted:
        return
    listed = _known_cpus().partition("Available features for this target:")
    cpus, features = ({text.split()[0] for text in part.splitlines() if " - " in text} for part in listed[::2])
    if cpu != "native" and cpu not in cpus:
        raise Failure(f"'{cpu}' is not a recognized processor for this target; -mcpu=help lists them")
    for feature in wanted:
        if feature[1:] not in features:
            _warn(f"'{feature}' is not a recognized feature for this target (ignoring feature)")
    session.compile_for(cpu, ",".join(f for f in wanted if f[1:] in features))


# -- running -------------------------------------------------------------------------------------------------------


def _run(line: CommandLine) -> int:
    import gc

    gc.disable()  # rejit makes no cycles, and the time is the program's
    session = _session(line)
    _check_machine(session, line)
    _choose_cpu(session, line)
    _load_libraries(session, line)
    debug = line.last("orc-lazy-debug", "no-dump")
    if debug not in ("no-dump", "funcs-to-stdout"):
        from rejit.cli.blocks import show_trampolines

        show_trampolines(session)
    name = _add_modules(session, line)
    structors, needs = _add_objects(session, line)
    kind = line.last("jit-kind", "orc")
    entry = line.last("entry-function", "main")
    address = _find(session, entry)
    if address is None:
        if kind == "mcjit":
            raise Failure(f"error: '{entry}' function not found in module.", 255)
        raise Failure(f"Symbols not found: [ {entry} ]")
    threads = [_find(session, name) for name in line.all("thread-entry")]
    if None in threads:
        raise Failure(f"Symbols not found: [ {line.all('thread-entry')[threads.index(None)]} ]")
    if kind != "orc-lazy":
        _check_names(session, entry, needs)
    if line.all("stats"):
        from rejit.cli.run import write_statistics_at_exit

        write_statistics_at_exit(session, line.last("stats") or "-", "-stats")
    if kind == "mcjit" or line.flag("disable-lazy-compilation"):
        for module in list(session.modules):
            module.compile_ahead(None)
    for module in session.modules:
        module.whole = line.flag("per-module-lazy")
    return _start(session, line, address, threads, structors, name)


def _session(line: CommandLine) -> Session:
    from rejit import Session
    from rejit.tiers import Tier

    level = line.last("O")[:1]
    debug = line.last("orc-lazy-debug", "no-dump")
    threads = int(line.last("compile-threads", "0"))
    if line.flag("force-interpreter"):
        level = "0"
    session = Session(
        # What is shown is shown in the order in which it is compiled, so one process compiles it, with nothing ahead.
        workers=0 if debug != "no-dump" else threads or "auto",
        dump_ir="" if debug == "no-dump" else _dump_target(line, debug),
        on_fatal=_fatal,
        tiers=(Tier(int(level)),) if level in ("0", "1", "2", "3") else None,
        cache=(line.last("object-cache-dir") if line.flag("enable-cache-manager") else "") or "auto",
    )
    session.hooks.owns_process = True
    session.starts_early = True
    if line.flag("no-process-syms") and line.last("jit-kind") != "mcjit":
        session.outside.process_is_seen = False
    if line.flag("disable-core-files"):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    return session


def _dump_target(line: CommandLine, debug: str) -> str:
    """`dump_ir` for what -orc-lazy-debug asks for; files go into the working directory."""
    if debug != "mods-to-disk":
        return f"lli {debug}"
    return f"lli {debug} {os.path.abspath(os.path.basename(_input(line)[0]))}.submodule."


def _input(line: CommandLine) -> list[str]:
    return line.program or ["-"]


def _load_libraries(session: Session, line: CommandLine) -> None:
    from rejit.errors import InputError

    for name in line.all("dlopen"):
        try:
            session.load(name)
        except InputError as error:
            raise Failure(str(error).partition(": ")[2]) from None
    for name in line.all("load"):
        try:
            session.load(name)
        except InputError as error:
            why = str(error).partition(": ")[2]
            _warn(f"Error opening '{name}': {why}\n  -load request ignored.")


def _add_modules(session: Session, line: CommandLine) -> str:
    """Add the program and the extra modules, each in its JITDylib: what the program gets as argv[0]."""
    path = _input(line)[0]
    _add(session, path)
    if line.dylibs:
        from rejit.dylibs import Dylibs

        session.dylibs = Dylibs(line.dylibs)
    for dylib, extra in line.modules:
        module = _add(session, extra)._module
        if session.dylibs is not None:
            session.dylibs.put(module, dylib)
    session.check_duplicates()
    if line.last("jit-kind") == "mcjit":
        path = path.removesuffix(".bc")
    return line.last("fake-argv0") or path


def _add(session: Session, path: str) -> Library:
    """A module from a file or standard input. As for lli, an empty one is a module with nothing in it."""
    from rejit.source import BITCODE, BLANK, Path

    try:
        if path == "-":
            with open(0, "rb", closefd=False) as stream:
                data, name = stream.read(), "<stdin>"
        else:
            with open(path, "rb") as stream:
                data, name = stream.read(4096), path
    except OSError as error:
        raise Failure(f"lli: {path}: error: Could not open input file: {error.strerror}\n") from None
    if len(data) < 4096 and not data.strip(BLANK):
        return session.add(f"; ModuleID = '{name}'\n", name=name)
    if path != "-":
        return session.add(Path(path))
    text = data if data[:4] in BITCODE else data.decode("utf-8", "surrogateescape") + "\n"
    return session.add(text, name=name)


def _add_objects(session: Session, line: CommandLine) -> tuple[tuple[list[int], list[int]], list[str]]:
    """Link the extra objects, and of the archives what is needed: the constructors and destructors of these, and what
    they refer to."""
    objects, archives = line.all("extra-object"), line.all("extra-archive")
    if not objects and not archives:
        return ([], []), []
    from rejit.archives import needed
    from rejit.errors import BadObject, InputError
    from rejit.link.archive import Archive, undefined
    from rejit.objects import link_objects

    contents = []
    for path in objects:
        try:
            with open(path, "rb") as file:
                contents.append((path, file.read()))
        except OSError as error:
            raise Failure(f"'{path}': {error.strerror}") from None
    opened = []
    for path in archives:
        try:
            opened.append(Archive(path))
        except BadObject:
            raise Failure(f"'{path}': The file was not recognized as a valid object file") from None
        except InputError as error:
            raise Failure(f"'{path}': {str(error).partition(': ')[2]}") from None
    also = (line.last("entry-function", "main"), *line.all("thread-entry"))
    try:
        contents += needed(session, [data for _, data in contents], opened, also)
    except BadObject as error:
        path = next((f"'{path}': " for path, data in contents if not _is_object(data)), "")
        raise Failure(f"{path}{error}; the file was not recognized as a valid object file") from None
    return link_objects(session, contents), [name for _, data in contents for name in undefined(data)]


def _is_object(data: bytes) -> bool:
    from rejit.errors import BadObject
    from rejit.link import elf

    try:
        elf.read(data)
    except BadObject:
        return False
    return True


def _find(session: Session, name: str) -> int | None:
    """The address of a function to run, in a module or an object."""
    owner = session.owner(name)
    if owner is None:
        return session.objects.get(name)
    entity = owner.index.entity(name)
    return None if entity is None or entity.kind == "variable" else owner.define(name)


def _check_names(session: Session, entry: str, objects_need: list[str]) -> None:
    """What nothing defines is an error before the program runs, as if all of it were compiled now."""
    from rejit.archives import missing

    nowhere = [n for n in objects_need if session.owner(n) is None and session.outside.find(n) is None]
    for names in (*map(missing, list(session.modules)), nowhere):
        if names:
            raise Failure(
                f"Failed to materialize symbols: {{ (main, {{ {entry} }}) }}",
                before=f"JIT session error: Symbols not found: [ {', '.join(names)} ]\n",
            )


def _start(
    session: Session,
    line: CommandLine,
    address: int,
    threads: list[int | None],
    structors: tuple[list[int], list[int]],
    name: str,
) -> int:
    import ctypes

    from rejit.cli.process import run_main

    running: list[Any] = []
    create, join = (session.hooks._c(name) for name in ("pthread_create", "pthread_join"))

    def before(arguments: tuple[tuple[Any, Any], ...]) -> None:
        if line.last("lljit-platform") != "Inactive":
            session.initialise_all(arguments, structors)
        for function in threads:
            thread = ctypes.c_ulong()
            words = ctypes.addressof(thread), 0, function or 0, 0
            session.call_address(create, ctypes.c_int, *((ctypes.c_size_t, word) for word in words))
            running.append(thread)

    def after() -> None:
        for thread in running:
            session.call_address(join, ctypes.c_int, (ctypes.c_ulong, thread.value), (ctypes.c_size_t, 0))

    return run_main(session, address, [name, *_input(line)[1:]], before, after)
