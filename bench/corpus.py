"""Builds real programs as LLVM IR, from Debian's source packages.

    python -m bench.corpus             everything
    python -m bench.corpus lua bzip2   these only
    python -m bench.corpus --no-aot    the IR, without the (slow) ahead-of-time reference

What comes out, for a program NAME, in `.corpus/NAME/` (the folder is REJIT_CORPUS, else `.corpus` at the root of the
checkout):

    NAME.ll NAME.bc     one linked module, `clang -O2 -Xclang -disable-llvm-passes`: optimisable IR not optimised yet
    NAME-g.ll           the same with debug info
    aot                 the reference: `clang -O3 -march=native` of that module without the attributes that choose a CPU
    aot.json            what compiling the reference took

The system's apt configuration is not touched: sources are fetched through a private one in `.corpus/apt`. A finished
step leaves a stamp with a hash of its recipe, so a second run does nothing and a changed recipe redoes only its own
program.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import contextlib
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

LLVM = "19"
CLANG = f"clang-{LLVM}"
CLANGXX = f"clang++-{LLVM}"
IR_FLAGS = ("-O2", "-Xclang", "-disable-llvm-passes", "-emit-llvm", "-w")
JOBS = 2
DEBIAN_MIRROR = "http://deb.debian.org/debian/"
DEBIAN_RELEASE = "bookworm"
DEBIAN_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"

# tool -> the Debian package that has it
TOOLS = {
    CLANG: CLANG,
    CLANGXX: CLANG,
    f"llvm-link-{LLVM}": f"llvm-{LLVM}",
    f"llvm-dis-{LLVM}": f"llvm-{LLVM}",
    f"lli-{LLVM}": f"llvm-{LLVM}-runtime",
    "tclsh": "tcl",
    "make": "make",
    "g++": "g++",  # not called: it brings libstdc++'s headers for clang++
}


class CorpusError(Exception):
    """The corpus cannot be built here; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Program:
    """How one program is made from its source package (or, without one, from files in bench/programs)."""

    name: str
    package: str | None
    sources: Sequence[str]  # glob patterns below the source folder
    exclude: Sequence[str] = ()
    flags: Sequence[str] = ()
    libraries: Sequence[str] = ("-lm", "-lpthread", "-ldl")
    prepare: Callable[[Path], None] | None = None  # makes generated sources
    debug: bool = True  # also build NAME-g.ll

    @property
    def is_cxx(self) -> bool:
        return any(pattern.endswith(".cpp") for pattern in self.sources)

    @property
    def compiler(self) -> str:
        return CLANGXX if self.is_cxx else CLANG


def make_amalgamation(source: Path) -> None:
    """SQLite's own build writes sqlite3.c and shell.c, with tcl and two small generators."""
    run(["./configure", "--disable-readline", "--disable-tcl"], cwd=source, env={"CC": CLANG})
    run(["make", "sqlite3.c", "shell.c"], cwd=source)


PROGRAMS: dict[str, Program] = {
    program.name: program
    for program in (
        Program(
            "lua",
            "lua5.4",
            ("src/*.c",),
            exclude=("src/luac.c",),
            flags=("-DLUA_USE_POSIX", "-DLUA_USE_DLOPEN", "-DLUA_COMPAT_5_3"),
        ),
        Program("sqlite", "sqlite3", ("sqlite3.c", "shell.c"), flags=("-I.",), prepare=make_amalgamation),
        Program(
            "bzip2",
            "bzip2",
            (
                "blocksort.c",
                "bzip2.c",
                "bzlib.c",
                "compress.c",
                "crctable.c",
                "decompress.c",
                "huffman.c",
                "randtable.c",
            ),
            flags=("-D_FILE_OFFSET_BITS=64",),
        ),
        Program(
            "zlib",
            "zlib",
            ("*.c", "test/minigzip.c"),
            flags=("-I.", "-DHAVE_UNISTD_H", "-DHAVE_STDARG_H", "-D_LARGEFILE64_SOURCE=1"),
        ),
        Program("mujs", "mujs", ("one.c", "main.c"), flags=("-I.",)),
        Program(
            "figlet",
            "figlet",
            ("figlet.c", "zipio.c", "crc.c", "inflate.c", "utf8.c"),
            flags=('-DDEFAULTFONTDIR="fonts"', '-DDEFAULTFONTFILE="standard.flf"'),
        ),
        Program("threads", None, ("threads.cpp",), flags=("-std=c++17",)),
    )
}


# -- small helpers -----------------------------------------------------------------------------------------------------


def corpus_dir() -> Path:
    """The folder everything is built in."""
    return Path(os.environ.get("REJIT_CORPUS") or ROOT / ".corpus").absolute()


def say(message: str) -> None:
    print(f"corpus: {message}", file=sys.stderr, flush=True)


def run(command: Sequence[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """Run a command; its output comes back, or is in the CorpusError when it fails."""
    result = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if result.returncode:
        tail = "\n".join(result.stdout.splitlines()[-20:])
        raise CorpusError(f"{' '.join(command)}: status {result.returncode}\n{tail}")
    return result.stdout


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One build at a time in one corpus folder, whichever process asks."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / ".lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("another process builds here; waiting")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def missing_packages() -> list[str]:
    """The Debian packages that have the tools not found here."""
    return sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})


def require_tools() -> None:
    """Install what is missing when root on a Debian machine; otherwise raise CorpusError saying what to install."""
    packages = missing_packages()
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() or shutil.which("apt-get") is None:
        raise CorpusError(f"tools are missing; run as root: {' '.join(install)}")
    say(f"installing {' '.join(packages)}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run(install, env=env)
    except CorpusError:  # package lists absent or old, as in a container image
        run(["apt-get", "update"], env=env)
        run(install, env=env)
    if packages := missing_packages():
        raise CorpusError(f"after installing, these packages still lack their tools: {' '.join(packages)}")


# -- sources -----------------------------------------------------------------------------------------------------------


def debian_source() -> tuple[str, str]:
    """The mirror and release this machine's apt uses, or the public ones."""
    try:
        listing = run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)"])
    except (CorpusError, FileNotFoundError):
        listing = ""
    for line in listing.splitlines():
        fields = line.split()
        if len(fields) == 3 and fields[2] == "main" and re.search(r"/debian/?$", fields[0]) and fields[1].isalpha():
            return fields[0], fields[1]
    return DEBIAN_MIRROR, DEBIAN_RELEASE


class Sources:
    """Source packages, through an apt configuration of our own in .corpus/apt."""

    def __init__(self, corpus: Path) -> None:
        self.apt = corpus / "apt"
        self.folder = corpus / "src"
        self._updated = False
        self._lock = threading.Lock()

    def _options(self) -> list[str]:
        settings = {
            "Dir::Etc::sourcelist": self.apt / "sources.list",
            "Dir::Etc::sourceparts": "-",
            "Dir::State::lists": self.apt / "lists",
            "Dir::Cache": self.apt / "cache",
            "APT::Sandbox::User": "root",
        }
        return [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]

    def _update(self) -> None:
        if self._updated:
            return
        if shutil.which("apt-get") is None:
            raise CorpusError("sources come from Debian's source packages, and there is no apt-get here")
        for folder in ("lists/partial", "cache/archives/partial"):
            (self.apt / folder).mkdir(parents=True, exist_ok=True)
        mirror, release = debian_source()
        signed = f"[signed-by={DEBIAN_KEYRING}] " if os.path.exists(DEBIAN_KEYRING) else ""
        (self.apt / "sources.list").write_text(f"deb-src {signed}{mirror} {release} main\n")
        run(["apt-get", *self._options(), "update"])
        self._updated = True

    def fetch(self, package: str) -> Path:
        """The folder with the package's upstream source, unpacked. apt checks the archive's signature and hashes."""
        target = self.folder / package
        if target.is_dir():
            return target
        with self._lock:
            self._update()
            download = self.folder / "download" / package
            download.mkdir(parents=True, exist_ok=True)
            say(f"fetching source package {package}")
            run(["apt-get", *self._options(), "source", "--download-only", package], cwd=download)
            archives = [path for path in download.iterdir() if re.search(r"\.orig\.tar\.[a-z0-9]+$", path.name)]
            if len(archives) != 1:
                raise CorpusError(f"{package}: expected one .orig.tar, found {sorted(p.name for p in archives)}")
            unpacked = download / "unpacked"
            shutil.rmtree(unpacked, ignore_errors=True)
            with tarfile.open(archives[0]) as archive:
                if hasattr(tarfile, "data_filter"):  # 3.11.4 on
                    archive.extraction_filter = tarfile.data_filter
                archive.extractall(unpacked)
            (top,) = unpacked.iterdir()
            top.rename(target)
            return target


# -- building ----------------------------------------------------------------------------------------------------------


# `target-cpu="x86-64"` and its relatives beat -march=native when a module is compiled again.
_CPU_ATTRIBUTE = re.compile(r' "(?:target-cpu|target-features|tune-cpu)"(?:="[^"]*")?')


def strip_cpu_attributes(text: str) -> str:
    """The module's text without the function attributes that choose a CPU.

    Only the `attributes #N = {...}` lines are touched: that is where LLVM's printer puts them."""
    return "\n".join(
        _CPU_ATTRIBUTE.sub("", line) if line.startswith("attributes #") else line for line in text.split("\n")
    )


def recipe_key(program: Program) -> str:
    """A hash of all that determines what comes out: the recipe, the compiler, local sources."""
    digest = hashlib.sha256()
    digest.update(repr((program.name, program.package, program.sources, program.exclude, program.flags)).encode())
    digest.update(repr((IR_FLAGS, program.libraries, program.debug)).encode())
    digest.update(run([CLANG, "--version"]).encode())
    if program.package is None:
        for pattern in program.sources:
            for path in sorted((HERE / "programs").glob(pattern)):
                digest.update(path.read_bytes())
    return digest.hexdigest()


class Builder:
    """Builds one program below the corpus folder."""

    def __init__(self, program: Program, corpus: Path, sources: Sources) -> None:
        self.program = program
        self.corpus = corpus
        self.sources = sources
        self.out = corpus / program.name
        self.key = recipe_key(program)

    def _stamp(self, step: str) -> Path:
        return self.out / f".{step}.stamp"

    def _is_done(self, step: str, outputs: Sequence[Path]) -> bool:
        stamp = self._stamp(step)
        return stamp.is_file() and stamp.read_text() == self.key and all(path.is_file() for path in outputs)

    def ir_outputs(self) -> list[Path]:
        name = self.program.name
        return [self.out / f"{name}.ll", self.out / f"{name}.bc", *([self.out / f"{name}-g.ll"] * self.program.debug)]

    def build_ir(self) -> bool:
        """Make NAME.ll, NAME.bc, NAME-g.ll. False when they were there already."""
        if self._is_done("ir", self.ir_outputs()):
            return False
        started = time.monotonic()
        source = self._source_folder()
        files = self._source_files(source)
        self.out.mkdir(parents=True, exist_ok=True)
        self._link_module(source, files, suffix="", extra=())
        if self.program.debug:
            self._link_module(source, files, suffix="-g", extra=("-g",))
        self._stamp("ir").write_text(self.key)
        size = self.ir_outputs()[0].stat().st_size
        say(f"{self.program.name}: {size / 1e6:.1f} MB of IR in {time.monotonic() - started:.1f} s")
        return True

    def _source_folder(self) -> Path:
        if self.program.package is None:
            return HERE / "programs"
        source = self.sources.fetch(self.program.package)
        prepared = source / ".prepared"
        if self.program.prepare and not prepared.exists():
            self.program.prepare(source)
            prepared.touch()
        return source

    def _source_files(self, source: Path) -> list[Path]:
        excluded = {path for pattern in self.program.exclude for path in source.glob(pattern)}
        files: list[Path] = []
        for pattern in self.program.sources:
            found = sorted(path for path in source.glob(pattern) if path not in excluded)
            if not found:
                raise CorpusError(f"{self.program.name}: no {pattern} in {source}")
            files += found
        return files

    def _link_module(self, source: Path, files: Sequence[Path], suffix: str, extra: Sequence[str]) -> None:
        name = self.program.name
        work = self.corpus / "build" / (name + suffix)
        work.mkdir(parents=True, exist_ok=True)
        parts = []
        for file in files:
            part = work / (file.stem + ".bc")
            parts.append(str(part))
            relative = str(file.relative_to(source))  # so that names in the IR do not depend on where the checkout is
            run(
                [self.program.compiler, *IR_FLAGS, *extra, *self.program.flags, "-c", relative, "-o", str(part)],
                cwd=source,
            )
        linked = work / f"{name}.linked.bc"
        printed = work / f"{name}.printed.ll"
        run([f"llvm-link-{LLVM}", *parts, "-o", str(linked)])
        run([f"llvm-dis-{LLVM}", str(linked), "-o", str(printed)])
        # Renamed into place, so that a reader never sees half a file.
        if not suffix:
            os.replace(linked, self.out / f"{name}.bc")
        os.replace(printed, self.out / f"{name}{suffix}.ll")

    def build_aot(self) -> bool:
        """Make the reference executable. False when it was there already."""
        executable, report = self.out / "aot", self.out / "aot.json"
        if self._is_done("aot", [executable, report]):
            return False
        stripped = self.corpus / "build" / f"{self.program.name}-native.ll"
        stripped.parent.mkdir(parents=True, exist_ok=True)
        stripped.write_text(strip_cpu_attributes(self.ir_outputs()[0].read_text()))
        command = [self.program.compiler, "-O3", "-march=native", "-w", "-x", "ir", str(stripped)]
        partial = self.out / ".aot.partial"
        started = time.monotonic()
        run([*command, "-x", "none", *self.program.libraries, "-rdynamic", "-o", str(partial)])
        seconds = time.monotonic() - started
        os.replace(partial, executable)
        report.write_text(json.dumps({"command": command[:4], "compile_seconds": round(seconds, 3)}) + "\n")
        self._stamp("aot").write_text(self.key)
        say(f"{self.program.name}: reference compiled in {seconds:.1f} s")
        return True


def build(names: Sequence[str] = (), *, aot: bool = True, jobs: int = JOBS) -> dict[str, Path]:
    """Build the named programs (all, if none is named) as far as they are not there yet.

    Returns name -> folder. The IR of all of them is made before the first reference is compiled.
    Raises CorpusError with the remedy when tools or sources are missing, naming every program that failed."""
    unknown = [name for name in names if name not in PROGRAMS]
    if unknown:
        raise CorpusError(f"no such program: {' '.join(unknown)}; there are {' '.join(PROGRAMS)}")
    chosen = [PROGRAMS[name] for name in (names or PROGRAMS)]
    corpus = corpus_dir()
    require_tools()
    with locked(corpus), concurrent.futures.ThreadPoolExecutor(jobs) as executor:
        sources = Sources(corpus)
        builders = [Builder(program, corpus, sources) for program in chosen]
        failures: dict[str, BaseException] = {}
        for step in ("build_ir", "build_aot")[: 1 + aot]:
            futures = {
                builder.program.name: executor.submit(getattr(builder, step))
                for builder in builders
                if builder.program.name not in failures
            }
            for name, future in futures.items():
                if (error := future.exception()) is not None:
                    say(f"{name}: FAILED: {error}")
                    failures[name] = error
    if failures:
        raise CorpusError("; ".join(f"{name}: {str(error).splitlines()[0]}" for name, error in failures.items()))
    return {program.name: corpus / program.name for program in chosen}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build the corpus of real programs as LLVM IR.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(PROGRAMS)}; default: all")
    parser.add_argument("--no-aot", action="store_true", help="only the IR")
    parser.add_argument("--jobs", type=int, default=JOBS)
    options = parser.parse_args(arguments)
    try:
        folders = build(options.names, aot=not options.no_aot, jobs=options.jobs)
    except CorpusError as error:
        say(str(error))
        return 1
    for folder in folders.values():
        print(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
