"""The second start compiles nothing; what changed is compiled; what is wrong with a cache switches it off."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cache_tools import FUNCTIONS, OUTPUT, PROGRAM, command, environment, run

import tools
from rejit import Config, Session
from rejit.cache import host
from rejit.cache.care import inventory
from rejit.cache.disk import DiskCache
from rejit.cache.others import ChainCache, MemoryCache
from rejit.cache.use import file_key
from rejit.source import identity_of


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.ll"
    path.write_text(PROGRAM)
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def bitcode(text: Path) -> Path:
    target = text.with_suffix(".bc")
    subprocess.run([tools.need("llvm-as-19"), text, "-o", target], check=True)
    return target


@pytest.mark.parametrize("workers", ["auto", "0", "1"])
@pytest.mark.parametrize("form", ["text", "bitcode", "edited"])
def test_the_second_start_compiles_nothing(program: Path, cache: Path, workers: str, form: str) -> None:
    if form == "bitcode":
        program = bitcode(program)
    elif form == "edited":
        program.write_text(PROGRAM.replace("define i32 @main", "\n  define   i32 @main"))
    options = ("--workers", workers)
    out, figures = run(program, cache, options=options)
    assert out == OUTPUT
    assert figures["functions_compiled"] >= FUNCTIONS and figures["cache_hits"] == 0
    out, figures = run(program, cache, options=options)
    assert out == OUTPUT
    assert figures["functions_compiled"] == 0
    assert figures["cache_misses"] == figures["cache_bad"] == 0
    assert figures["workers"] == 0  # no server was needed
    assert figures["cache_hits"] >= FUNCTIONS


def test_what_the_first_run_did_not_reach_is_compiled_then(program: Path, cache: Path) -> None:
    run(program, cache, options=("--workers", "0"))
    out, figures = run(program, cache, "x", options=("--workers", "0"))
    assert out == OUTPUT + b"more\n"
    assert figures["functions_compiled"] == 1
    out, figures = run(program, cache, "x", options=("--workers", "0"))
    assert out == OUTPUT + b"more\n"
    assert figures["functions_compiled"] == 0


def test_no_cache_neither_reads_nor_writes(program: Path, cache: Path) -> None:
    run(program, cache)
    before = sorted(cache.rglob("*"))
    _, figures = run(program, cache, options=("--no-cache",))
    assert figures["functions_compiled"] >= FUNCTIONS
    assert "cache_hits" not in figures
    assert sorted(cache.rglob("*")) == before


def test_an_option_says_where(program: Path, cache: Path, tmp_path: Path) -> None:
    run(program, cache, options=("--cache-dir", str(tmp_path / "there")))
    assert not cache.exists()
    assert (tmp_path / "there" / "key").exists()


# -- never stale -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("workers", ["auto", "0"])
def test_one_edited_function_is_one_miss(program: Path, cache: Path, workers: str) -> None:
    options = ("--workers", workers, "--eager")
    run(program, cache, options=options)
    program.write_text(PROGRAM.replace("mul nsw i32 %0, 2", "mul nsw i32 %0, 3"))
    out, figures = run(program, cache, options=options)
    assert out == b"18\n"
    assert figures["functions_compiled"] == 1
    assert figures["cache_hits"] == 3


def test_another_module_with_the_same_functions_hits(program: Path, cache: Path, tmp_path: Path) -> None:
    """Strings, types, attribute groups and metadata have other numbers there."""
    options = ("--workers", "1", "--eager")
    run(program, cache, options=options)
    other = PROGRAM.replace("@.str.1", "@.str.8").replace("@.str,", "@.str.7,").replace("@.str)", "@.str.7)")
    other = other.replace("@.str =", '@.str = private constant [2 x i8] c"x\\00", align 1\n@.str.7 =')
    other = other.replace("%struct.pair", "%struct.pair.12").replace("#0", "#1")
    other = other.replace(
        "define internal i32 @twice", "define void @new() {\n  ret void\n}\n\ndefine internal i32 @twice"
    )
    other = other.replace("attributes #1", "attributes #0 = { cold }\nattributes #1")
    path = tmp_path / "other.ll"
    path.write_text(other)
    out, figures = run(path, cache, options=options)
    assert out == OUTPUT
    assert figures["functions_compiled"] == 1  # the new one
    assert figures["cache_hits"] == 4


MUTATIONS = [
    ("mul nsw i32 %0, 2", "mul nsw i32 %0, 5"),
    ("mul nsw i32 %0, 2", "add nsw i32 %0, 2"),
    ("i32 5, i32 6, i32 7", "i32 5, i32 9, i32 7"),
    ("i32 5, i32 6, i32 7", "i32 5, i32 6, i32 8"),
    ('c"%d\\0A\\00"', 'c"%x\\0A\\00"'),
    ('c"more\\0A\\00"', 'c"less\\0A\\00"'),
    ("@pick(i32 1)", "@pick(i32 2)"),
    ("icmp sgt i32 %0, 1", "icmp sle i32 %0, 1"),
    ("{ i32, i64 }", "{ i8, i32 }"),
    ("ptr @last, i32 0, i32 0", "ptr @last, i32 0, i32 1"),
    ("call i32 @twice(i32 %4)", "call i32 @twice(i32 %0)"),
    ("load i32, ptr %3, align 4", "load volatile i32, ptr %3, align 4"),
]


def test_a_mutated_token_gives_what_a_compile_from_scratch_gives(program: Path, cache: Path, tmp_path: Path) -> None:
    run(program, cache, "x")
    for number, (old, new) in enumerate(MUTATIONS):
        assert PROGRAM.count(old) == 1
        program.write_text(PROGRAM.replace(old, new))
        fresh, _ = run(program, cache, "x", options=("--no-cache",))
        kept, _ = run(program, cache, "x")
        again, figures = run(program, cache, "x")
        assert fresh == kept == again, f"mutation {number}: {new}"
        assert figures["functions_compiled"] == 0


def test_a_file_changed_in_place_is_seen(program: Path, cache: Path) -> None:
    """Same size, same inode, its time of modification set back: the time of change tells."""
    settle(program)
    run(program, cache)
    run(program, cache)
    status = program.stat()
    with open(program, "r+") as file:
        file.write(PROGRAM.replace("%0, 2", "%0, 4"))
    os.utime(program, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert program.stat().st_size == status.st_size and program.stat().st_ino == status.st_ino
    out, _ = run(program, cache)
    assert out == b"24\n"


def settle(path: Path) -> None:
    """Wait until a file's last change is long enough ago that its identity is trusted."""
    while time.time() - path.stat().st_ctime < 2.1:
        time.sleep(0.1)


def test_the_identity_of_a_fresh_file_is_not_trusted(program: Path, cache: Path) -> None:
    """Within the granularity of the time stamps it may change once more, and look the same."""
    program.write_text(PROGRAM)
    run(program, cache)
    with open(program) as file:
        key = file_key(identity_of(file.fileno()))
    if time.time() - program.stat().st_ctime < 2:  # a very slow machine proves nothing here
        assert DiskCache(str(cache)).load(key) is None
    settle(program)
    run(program, cache)
    assert DiskCache(str(cache)).load(key) is not None
    _, figures = run(program, cache)
    assert figures["functions_compiled"] == 0


def test_another_cpu_is_a_miss_with_the_reason(program: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(program, cache)
    monkeypatch.setitem(host._known, "cpu", bytes(16))
    with Session(cache=cache, workers=0) as session:
        library = session.add(program)
        library["main"]
        figures = session.statistics()
    assert "another CPU" in figures["cache_missed"]


def test_another_version_of_rejit_finds_nothing(program: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session(cache=cache, workers=0) as session:
        session.add(program).compile()
    monkeypatch.setitem(host._known, "sources", bytes(16))
    with Session(cache=cache, workers=0) as session:
        session.add(program).compile()
        assert session.statistics()["cache_hits"] == 0


def test_addresses_of_this_process_are_not_stored(cache: Path) -> None:
    text = "define i32 @f() {\n  %1 = load i32, ptr inttoptr (i64 94432432123 to ptr), align 4\n  ret i32 %1\n}\n"
    with Session(cache=cache, workers=0) as session:
        session.add(text).compile()
        session.compiler.flush()
        figures = session.statistics()
    assert figures["cache_bound"] == ["f"]
    assert figures["cache_stored"] == 0


# -- what may go wrong -------------------------------------------------------------------------------------------------


def test_eight_at_once_on_an_empty_cache(program: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    def one(number: int) -> tuple[bytes, int]:
        stats = tmp_path / f"stats-{number}.json"
        done = subprocess.run(
            [*command("run", "--stats", stats), str(program)],
            env=environment(cache),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout, json.loads(stats.read_text())["functions_compiled"]

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(one, range(8)))
    assert {out for out, _ in done} == {OUTPUT}
    # About once: the first may not see in time that it is not alone.
    assert sum(compiled for _, compiled in done) <= 3 * (FUNCTIONS + 1), done
    _, figures = run(program, cache)
    assert figures["functions_compiled"] == figures["cache_bad"] == 0


def test_a_folder_that_may_not_be_used_is_said_and_changes_nothing(program: Path, cache: Path) -> None:
    cache.mkdir(mode=0o755)
    cache.chmod(0o755)
    out, figures = run(program, cache)
    assert out == OUTPUT
    assert "mode 755" in figures["cache_off"]


def test_a_folder_deleted_while_it_is_used(program: Path, cache: Path) -> None:
    with Session(cache=cache, workers=0) as session:
        library = session.add(program)
        library.compile(["twice"])
        shutil.rmtree(cache)
        library.compile()
    with Session(cache=cache, workers=0) as session:
        session.add(program).compile()


def test_without_a_home_a_folder_of_the_machine_serves(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rejit.cache import use

    class Local(DiskCache):
        def __init__(self, folder: str) -> None:
            super().__init__(str(tmp_path / "local") if folder.startswith("/var/tmp/rejit-cache-") else folder)

    monkeypatch.setattr(use, "DiskCache", Local)
    monkeypatch.delenv("REJIT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    for home in ("", "/proc/nowhere"):
        monkeypatch.setenv("HOME", home)
        with Session(workers=0) as session:
            session.add(program).compile()
            figures = session.statistics()
        assert "is used instead" in figures["cache_moved"] and figures["cache_off"] == ""
    assert figures["functions_compiled"] == 0


class Raising:
    def load(self, key: bytes) -> bytes | None:
        raise RuntimeError("no luck")

    def store(self, key: bytes, content: bytes) -> None:
        raise RuntimeError("no luck")


class Wrong(MemoryCache):
    def load(self, key: bytes) -> bytes | None:
        return "text"  # type: ignore[return-value]


@pytest.mark.parametrize(("given", "reason"), [(Raising, "RuntimeError: no luck"), (Wrong, "returned str")])
def test_a_cache_that_fails_is_switched_off(program: Path, given: type, reason: str) -> None:
    with Session(cache=given(), workers=0) as session:
        library = session.add(program)
        library.compile()
        assert reason in session.statistics()["cache_off"]


def test_a_cache_that_hangs_is_left_behind(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    from rejit.cache import others

    release = threading.Event()

    class Hanging(MemoryCache):
        def load(self, key: bytes) -> bytes | None:
            release.wait(60)
            return None

    monkeypatch.setattr(others.Patient.__init__, "__defaults__", (0.05,))
    with Session(cache=Hanging(), workers=0) as session:
        session.add(program).compile()
        assert "did not return" in session.statistics()["cache_off"]
    release.set()


@pytest.mark.parametrize("workers", [0, 1])
def test_a_cache_of_the_users_own(program: Path, workers: int) -> None:
    near, far = MemoryCache(), MemoryCache()
    for cache in (far, ChainCache(near, far), near):
        with Session(cache=cache, workers=workers) as session:
            session.add(program).compile()
            compiled = session.statistics()["functions_compiled"]
        assert compiled == (4 if cache is far else 0)
    assert len(near) > 0


def test_the_check_finds_nothing_where_nothing_is_wrong(program: Path, cache: Path) -> None:
    run(program, cache, options=("--eager",))
    shutil.rmtree(cache / "modules")
    _, figures = run(program, cache, options=("--eager", "--cache-check"))
    assert figures["cache_hits"] == 4
    assert figures["cache_different"] == []


def test_the_check_finds_a_difference(program: Path, cache: Path) -> None:
    import marshal

    run(program, cache, options=("--eager",))
    shutil.rmtree(cache / "modules")
    store = DiskCache(str(cache))
    segments = store.segments()
    assert segments.load(b"o" + bytes(20)) is None  # reads one index
    for shard in range(16):
        segments._refresh(shard)
    for places in segments._places:
        for name in list(places):
            content = store.load(b"o" + name)
            assert content is not None
            pieces = marshal.loads(content)
            if pieces[0][1] == "twice":
                pieces[0] = (*pieces[0][:3], b"\x90" + pieces[0][3][1:], *pieces[0][4:])
                store.store(b"o" + name, marshal.dumps(pieces))
    store.close()
    _, figures = run(program, cache, options=("--eager", "--cache-check"))
    assert figures["cache_different"] == ["twice"]


@pytest.mark.parametrize("form", ["bitcode", "edited"])
def test_what_a_worker_printed_is_kept_function_by_function(program: Path, cache: Path, form: str) -> None:
    """The worker that prints a module is forked before the server knows of any."""
    if form == "bitcode":
        given = bitcode(program)
    else:
        given = program.with_name("edited.ll")
        given.write_text(PROGRAM.replace("define i32 @main", "\n  define   i32 @main"))
    assert run(given, cache, options=("--workers", "1"))[0] == OUTPUT
    assert [name for name in os.listdir(cache / "objects") if len(name) == 8], "no segment of objects"


class NoObjects(MemoryCache):
    """Has modules, and fails for single functions."""

    asked = 0

    def load(self, key: bytes) -> bytes | None:
        if key[:1] == b"o":
            self.asked += 1
            raise RuntimeError("no objects here")
        return super().load(key)


class OwnCache:
    def __init__(self, inner: NoObjects) -> None:
        self.inner = inner
        self.load, self.store = inner.load, inner.store


def test_a_cache_that_fails_for_one_function_costs_no_call() -> None:
    inner = NoObjects()
    with Session(cache=OwnCache(inner), workers=0) as session:
        library = session.add("define i32 @f() {\n  ret i32 1\n}\n\ndefine i32 @g() {\n  ret i32 2\n}\n")
        assert library["f"]() == 1 and library["g"]() == 2
        assert "no objects here" in session.statistics()["cache_off"]
    assert inner.asked == 1


def test_what_makes_no_sense_in_a_cache_is_not_there() -> None:
    class Garbage(MemoryCache):
        def load(self, key: bytes) -> bytes | None:
            return b"no marshal" if key[:1] == b"o" else super().load(key)

    with Session(cache=OwnCache(Garbage()), workers=0) as session:  # type: ignore[arg-type]
        assert session.add("define i32 @f() {\n  ret i32 1\n}\n")["f"]() == 1


def test_a_folder_that_takes_no_more_is_still_read(program: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file has another identity, so that there is something to store; then a second module is looked up."""
    second = program.with_name("second.ll")
    second.write_text("define i32 @second() {\n  ret i32 2\n}\n")
    for path in (program, second):
        with Session(cache=cache, workers=0) as session:
            session.add(path).compile()

    def full(self: DiskCache, key: bytes, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(DiskCache, "store", full)
    for path in (program, second):
        settle(path)
    with Session(cache=cache, workers=0) as session:
        libraries = [session.add(path) for path in (program, second)]
        assert libraries[1]["second"]() == 2
        figures = session.statistics()
    assert figures["functions_compiled"] == 0 and figures["cache_hits"] >= 1
    assert "No space left" in figures["cache_off"]


def test_a_program_may_come_from_a_pipe(program: Path, cache: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.ll"
    os.mkfifo(pipe)
    writer = subprocess.Popen(["cp", program, pipe])
    out, _ = run(pipe, cache)
    assert out == OUTPUT and writer.wait(10) == 0


def test_a_better_body_takes_the_place_of_the_first_in_the_manifest(cache: Path) -> None:
    text = "".join(f"define i32 @f{n}() {{\n  ret i32 {n}\n}}\n\n" for n in range(20))
    sizes = []
    for _ in range(4):
        with Session(cache=cache, workers=0, recompile="off") as session:
            library = session.add(text)
            library.compile()
            for n in range(20):
                session.recompile(library[f"f{n}"], 3)
        sizes.append(sum(path.stat().st_size for path in (cache / "modules").rglob("*") if path.is_file()))
    assert sizes[-1] <= sizes[0], sizes


def test_without_workers_the_folder_stays_below_its_size(cache: Path) -> None:
    config = Config(cache_bytes=200_000)
    for turn in range(30):
        text = "".join(f"define i32 @f{turn}_{n}() {{\n  ret i32 {n}\n}}\n\n" for n in range(20))
        with Session(cache=cache, workers=0, config=config) as session:
            session.add(text).compile()
    assert sum(one.size for one in inventory(str(cache)) if one.kind != "index") <= 200_000


def test_what_decides_code_decides_the_key() -> None:
    """Every module of rejit that a worker has imported is hashed, or makes no code."""
    script = """
import sys, rejit.compile.worker, rejit.compile.again, rejit.compile.cached
print(*sorted(m[6:].replace('.', '/') + '.py' for m in sys.modules if m.startswith('rejit.')))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    makes_none = {"errors.py", "config.py", "arch.py", "arch/x86_64.py", "compile.py", "ir.py", "link.py", "runtime.py"}
    rest = [
        name
        for name in done.stdout.split()
        if name not in makes_none
        and not name.startswith(("cache", "runtime/"))
        and name not in host.SOURCES
        and name.partition("/")[0] not in host.SOURCES
    ]
    about_processes = {*(f"compile/{name}.py" for name in ("again", "channel", "closed", "dump", "lanes", "messages"))}
    assert set(rest) <= about_processes | {"compile/recompile.py"}, rest


BESIDE = """\
@text = internal constant [2 x i8] c"x\\00"
@names = constant [1 x ptr] [ptr @text], align 8
@places = internal constant [2 x ptr] [ptr blockaddress(@run, %a), ptr blockaddress(@run, %b)], align 8

define i64 @run(i64 %n) {
entry:
  %p = getelementptr [2 x ptr], ptr @places, i64 0, i64 %n
  %t = load ptr, ptr %p, align 8
  indirectbr ptr %t, [label %a, label %b]

a:                                                ; preds = %entry
  %x = load ptr, ptr @names, align 8
  %i = ptrtoint ptr %x to i64
  ret i64 %i

b:                                                ; preds = %entry
  ret i64 7
}

define i64 @name() {
entry:
  %x = load ptr, ptr @names, align 8
  %c = load i8, ptr %x, align 1
  %r = zext i8 %c to i64
  ret i64 %r
}
"""


@pytest.mark.parametrize("workers", [0, 1])
def test_a_variable_that_stands_in_a_functions_piece_is_found_without_it(cache: Path, workers: int) -> None:
    """A table of label addresses makes its section one with the function."""
    for call, result in (("run", 7), ("name", ord("x"))):
        with Session(workers=workers, cache=cache) as jit:
            library = jit.add(BESIDE)
            assert library[call](*[1] * (call == "run")) == result
            server = jit.compiler.server_pid
        end = time.monotonic() + 20
        while server and os.path.exists(f"/proc/{server}/exe") and time.monotonic() < end:
            time.sleep(0.01)
