"""`rejit lli` beside LLVM's lli: outputs, messages, statuses."""

from __future__ import annotations

import json
import resource
from pathlib import Path

import pytest
from lli_runs import real_lli, rejit_lli, returns

from aot import Outcome

# Status, stdout and stderr are those of lli.
SAME = """
-- args.ll a -b --c=d -entry-function=foo
-jit-kind=mcjit --O=2 args.bc x
-jit-kind=orc -O0 -fake-argv0= args.bc x
-jit-kind orc-lazy -O 1 args.ll
-O9 -orc-lazy-debug=no-dump -load=libnope.so args.ll
-jit-kind=mcjit -O9 args.ll
-O
-O3 -fake-argv0=zz -jit-kind=mcjit args.ll
@response
-entry-function= args.ll
-entry-function
-entry-function=.str args.ll
foo.ll
-jit-kind=mcjit foo.ll
-jit-kind=orc-lazy foo.ll
nowhere.ll
nowhere_data.ll
nofile.ll
.
broken.ll
undefined.ll
empty.ll
-extra-module=nofile.ll args.ll
-extra-module=foo.ll --entry-function foo args.ll
-extra-module=once1.ll -extra-module=once2.ll callf.ll
-jd=y -extra-module=f8.ll -jd=x -extra-module=f7.ll callf.ll
-jd=x -extra-module=main9.ll args.ll
-jd=x -extra-module=ownh.ll mainh.ll
-jd=x -extra-module=callg.ll -jd=x -extra-module=g.ll callf.ll
-jd=x -jd=main -extra-module=f7.ll -jd=x -extra-module=f8.ll callf.ll
-jd=x -extra-module=once2.ll -jd=y -extra-module=once1.ll callf.ll
-jit-kind=orc-lazy -jd x -extra-module callh.ll mainh.ll
-lljit-platform=GenericIR ctor.ll
-jit-kind=mcjit -no-process-syms ctor.ll
-lljit-platform=Inactive ctor.ll
-lljit-platform=What ctor.ll
-no-process-syms -lljit-platform=Inactive -entry-function=foo foo.ll
-no-process-syms -lljit-platform=Inactive nowhere.ll
-thread-entry=thread -thread-entry=thread thread.ll
-thread-entry=nope args.ll
-jit-kind=mcjit -thread-entry=add args.ll
-jit-kind=mcjit -compile-threads=2 args.ll
-jit-kind=mcjit -per-module-lazy args.ll
-compile-threads=x args.ll
-jit-kind=orc-lazy -compile-threads=2 -per-module-lazy -extra-module=f7.ll callf.ll
-per-module-lazy=perhaps args.ll
-dlopen=libm.so.6 -load=libm.so.6 -disable-lazy-compilation args.ll
-dlopen=libnope.so args.ll
-extra-archive=nofile.a args.ll
-extra-archive=args.ll args.ll
-jit-kind=mcjit -march=aarch64 args.ll
-jit-kind=mcjit -mtriple=bogus args.ll
-mtriple=aarch64-unknown-linux-gnu -force-interpreter=false args.ll
-march=x86-64 -mtriple=x86_64-pc-linux-gnu -jit-kind=mcjit -mcpu=x86-64-v2 -mattr=+sse4.1,-avx args.ll
-jit-kind=what args.ll
-jit-kind
-orc-lazy-debug=what args.ll
-force-interpreter args.ll
-remote-mcjit -jit-linker=rtdyld -code-model=large -relocation-model=static -disable-symbolication args.ll
-disable-core-files -color -polly -align-loops 16 --frame-pointer=all -fp-contract=on -enable-gvn-hoist=0 args.ll
-print-pipeline-passes=3 args.ll
""".strip().splitlines()


@pytest.mark.parametrize("line", SAME)
def test_as_lli(programs: Path, line: str) -> None:
    arguments = line.split()
    assert rejit_lli(arguments, programs) == real_lli(arguments, programs)


@pytest.mark.parametrize("arguments", [["-", "a", "b"], []])
def test_a_program_on_standard_input(programs: Path, arguments: list[str]) -> None:
    for name in ("args.ll", "args.bc"):
        program = (programs / name).read_bytes()
        assert rejit_lli(arguments, programs, program) == real_lli(arguments, programs, program)


def test_nothing_on_standard_input_and_a_program_beside_it(programs: Path) -> None:
    arguments = ["-extra-module", "args.ll"]  # takes the program for a module
    assert rejit_lli(arguments, programs) == real_lli(arguments, programs) == Outcome(41, b"0 -\n", b"")


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("-fake-argv0=zz args.ll", 41, "0 zz"),
        ("-jit-kind=orc-lazy nowhere.ll", 1, "JIT session error: Symbols not found: [ nowhere ]"),
        ("-jit-kind=mcjit nowhere.ll", 1, "JIT session error: Symbols not found: [ nowhere ]"),
        ("-extra-module=main9.ll args.ll", 1, "rejit lli: Duplicate definition of symbol 'main'"),
        ("-jd=x -extra-module=callg.ll -jd=y -extra-module=g.ll callf.ll", 1, "Symbols not found: [ g ]"),
        ("-no-process-syms ctor.ll", 1, "Symbols not found: [ puts ]"),
        ("-no-process-syms -dlopen=libc.so.6 ctor.ll", 0, "ctor\nmain\ndtor\n"),
        ("-bogus -bogus2=3 args.ll", 1, "Unknown command line argument '-bogus2=3'.  Try: 'rejit lli --help'"),
        ("-entry-functoin=f args.ll", 1, "Did you mean '--entry-function'?"),
        ("-mcpu=nope args.ll", 1, "'nope' is not a recognized processor for this target"),
        ("-mattr=+bogus args.ll", 41, "'+bogus' is not a recognized feature for this target (ignoring feature)"),
        ("-mcpu=help", 0, "haswell"),
        ("-mattr=help args.ll", 0, "avx512f"),
        ("-march=aarch64 args.ll", 1, "No available targets are compatible with this -march"),
        ("-fp-contract=off args.ll", 1, "-mattr=-fma"),
        ("-soft-float args.ll", 1, "'true' is not served"),
        ("-exception-model=sjlj args.ll", 1, "DWARF"),
        ("-orc-lazy-debug=jit-debug-objects args.ll", 1, "mods-to-disk"),
        ("-lljit-platform=ExecutorNative args.ll", 1, "its own platform"),
        ("-compile-threads=1 -orc-runtime=none -mcjit-remote-process=none args.ll", 41, "0 args.ll"),
        ("-help", 0, "USAGE: rejit lli [options] <input bitcode> <program arguments>..."),
        ("--version", 0, "LLVM"),
    ],
)
def test_otherwise_than_lli(programs: Path, line: str, status: int, said: str) -> None:
    """What docs/from-lli.md lists."""
    done = rejit_lli(line.split(), programs)
    assert done.status == status, done
    assert said in (done.stdout + done.stderr).decode()


def figures(programs: Path, *arguments: str) -> tuple[dict[str, int], dict[str, int]]:
    """Of a run: how many bodies there are of each level, and all figures."""
    stats = programs / "stats.json"
    stats.unlink(missing_ok=True)
    done = rejit_lli([f"-stats={stats}", *arguments], programs)
    assert done.status is not None and done.status not in (1, 127), done
    found = json.loads(stats.read_text())
    return {level: n for level in "0123" if (n := found[f"bodies_at_O{level}"])}, found


def test_the_levels_act(programs: Path) -> None:
    for level in "0123":
        bodies, found = figures(programs, f"-O{level}", "args.ll")
        assert set(bodies) == {level}
        assert found["recompiled"] == 0
    assert set(figures(programs, "-force-interpreter", "args.ll")[0]) == {"0"}
    assert set(figures(programs, "args.ll")[0]) == {"0"}
    assert b"bodies_at_O2" in rejit_lli(["-stats", "-O2", "args.ll"], programs).stderr


def test_how_much_is_compiled(programs: Path) -> None:
    linked = {
        kind: figures(programs, *kind.split(), "args.ll")[1]["functions_linked"]
        for kind in ("-jit-kind=orc-lazy", "-jit-kind=mcjit", "-disable-lazy-compilation", "-per-module-lazy")
    }
    assert linked.pop("-jit-kind=orc-lazy") == 2
    assert set(linked.values()) == {3}


def test_a_module_s_functions_come_together_when_one_is_called(programs: Path) -> None:
    (programs / "two.ll").write_text(returns("f", "4") + returns("f2", "5"))
    arguments = ("-per-module-lazy", "-extra-module=two.ll", "-extra-module=foo.ll", "callf.ll")
    assert figures(programs, *arguments)[1]["functions_linked"] == 3  # main, f, f2


def test_the_cpu_acts(tmp_path: Path) -> None:
    """Eight floats fit one AVX register, and take two SSE ones."""
    ir = """\
define <8 x float> @wide(<8 x float> %a) noinline {
  %b = fmul <8 x float> %a, %a
  %c = fsub <8 x float> %b, %a
  %d = fdiv <8 x float> %c, %b
  %r = fadd <8 x float> %d, %c
  ret <8 x float> %r
}
define i32 @main() {
  ret i32 0
}
"""
    (tmp_path / "wide.ll").write_text(ir)
    sizes = []
    for cpu in ("-mcpu=haswell", "-mcpu=x86-64", "-mcpu=haswell -mattr=-avx"):
        sizes.append(figures(tmp_path, *cpu.split(), "-jit-kind=mcjit", "-O2", "wide.ll")[1]["code_bytes"])
    assert sizes[0] < sizes[1] == sizes[2]


def test_the_cache_s_folder(programs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    arguments = ["-enable-cache-manager", f"-object-cache-dir={folder}", "args.ll"]
    first, second = rejit_lli(arguments, programs), rejit_lli(["-stats", *arguments], programs)
    assert first.status == second.status == 41
    assert any(folder.iterdir())
    rejit_lli([f"-object-cache-dir={tmp_path}/other", "args.ll"], programs)
    assert not (tmp_path / "other").exists()


def test_no_core_files(programs: Path) -> None:
    ir = """
@limit = global [2 x i64] zeroinitializer
declare i32 @getrlimit(i32, ptr)
define i32 @main() {
  %1 = call i32 @getrlimit(i32 4, ptr @limit)
  %2 = load i64, ptr @limit
  %3 = icmp eq i64 %2, 0
  %4 = zext i1 %3 to i32
  ret i32 %4
}
"""
    assert resource.RLIMIT_CORE == 4
    assert rejit_lli(["-disable-core-files", "-"], programs, ir.encode()).status == 1
