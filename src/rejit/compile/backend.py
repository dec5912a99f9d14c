"""LLVM, through llvmlite: IR text in, a relocatable object out. The only file that imports llvmlite.

A compile is a pure function of (text, tier, target): nothing here keeps state but the target machines,
which are made once a process. LLVM ends its process on some inputs (inline asm it rejects, what it cannot
select), so this runs in a worker unless the user asked for none.
"""

from __future__ import annotations

import os
import sys
from functools import partial

from rejit.arch import host_name, set_target, target_arch
from rejit.errors import CompileError, CompilerCrashed, InvalidIR, NoCompiler, NotIR
from rejit.tiers import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.tiers import TierKey

_state: dict[str, Any] = {}
_SMALL = """
declare i32 @g(ptr)
define i32 @f(ptr %p, i1 %c, double %d) uwtable {
  %s = alloca i32
  br i1 %c, label %then, label %end
then:
  %x = call i32 @g(ptr %p)
  store i32 %x, ptr %s
  %e = fadd double %d, 1.0
  store double %e, ptr %p
  br label %end
end:
  %r = load i32, ptr %s
  switch i32 %r, label %other [ i32 0, label %other i32 3, label %then ]
other:
  ret i32 %r
}
"""
_FORK = """
define i32 @fork(ptr %fork, ptr %in_child) {
  %pid = call i32 %fork()
  %child = icmp eq i32 %pid, 0
  br i1 %child, label %then, label %end
then:
  call void %in_child()
  br label %end
end:
  ret i32 %pid
}
"""


def _binding() -> Any:
    """llvmlite.binding, imported and initialised at the first use."""
    llvm = _state.get("llvm")
    if llvm is None:
        if "importlib.resources" not in sys.modules:
            _skip_importlib_resources()
        import llvmlite.binding as binding

        binding.initialize_native_target()
        binding.initialize_native_asmprinter()
        binding.initialize_native_asmparser()
        _state["llvm"] = llvm = binding
    return llvm


def _skip_importlib_resources() -> None:
    """llvmlite finds its library through importlib.resources, which costs 25 ms to import (a third of the whole);
    for the import's time only, a worker gives it a stand-in that knows just that: the folder of a package."""
    if not _state.get("quick"):
        return
    import types

    stand_in = types.ModuleType("importlib.resources")

    class _Path:
        def __init__(self, path: str) -> None:
            self.path = path

        def __enter__(self) -> str:
            return self.path

        def __exit__(self, *_: object) -> None:
            pass

    class _Folder(str):
        __slots__ = ()

        def joinpath(self, name: str) -> str:
            return os.path.join(self, name)

        __truediv__ = joinpath

    stand_in.files = lambda package: _Folder(os.path.dirname(sys.modules[package].__file__ or ""))  # type: ignore[attr-defined]
    stand_in.as_file = _Path  # type: ignore[attr-defined]
    sys.modules["importlib.resources"] = stand_in
    _state["stand_in"] = stand_in


def load(quick: bool = False) -> None:
    """Import and initialise LLVM now. `quick` is for a process of our own only."""
    _state["quick"] = quick
    _binding()
    if sys.modules.get("importlib.resources") is _state.get("stand_in", sys):
        del sys.modules["importlib.resources"]


def version() -> str:
    """llvmlite's and LLVM's version, as they go into messages and keys."""
    import llvmlite

    return f"llvmlite {llvmlite.__version__}, LLVM {'.'.join(map(str, _binding().llvm_version_info))}"


def compile_for(name: str) -> None:
    """From now on compile for that CPU of `rejit.arch`, which need not be this machine's."""
    arch = set_target(name)
    if name != host_name():
        llvm = _binding()
        llvm.initialize_all_targets()
        llvm.initialize_all_asmprinters()
        _state["foreign"] = arch
    _state["triple"] = arch.TRIPLE


def triple() -> str:
    """What is compiled for."""
    return str(_state.get("triple") or _binding().get_process_triple())


def target(tier: TierKey) -> tuple[str, str, str]:
    """Triple, CPU and features that a tier is compiled for; ("", *tier's own) where LLVM is not loaded."""
    if "llvm" not in _state:
        return "", tier[1], tier[2]
    return triple(), *(host_cpu() if tier[1] == "native" else tier[1:3])


def host_cpu() -> tuple[str, str]:
    """The machine's CPU name and its features in LLVM's form."""
    llvm = _binding()
    return str(llvm.get_host_cpu_name()), str(llvm.get_host_cpu_features().flatten())


def print_known_cpus() -> None:
    """Have LLVM write the names of all CPUs and features of this machine's kind to stderr."""
    _binding().Target.from_triple(triple()).create_target_machine(cpu="help")


def _machine(tier: TierKey) -> tuple[Any, Any]:
    """The target machine of a tier, and the options of its pass builders.

    Every compile has a builder of its own, for a tenth of a millisecond: LLVM registers analyses with it at each run
    and never forgets one, so with a builder that is kept the passes take twice as long after 200 compiles."""
    level, cpu, features = tier[:3]
    made: tuple[Any, Any] | None = _state.get((level, cpu, features))  # type: ignore[call-overload]
    if made is None:
        llvm = _binding()
        key = level, cpu, features
        arch = target_arch()
        for option in arch.LLVM_OPTIONS if "options" not in _state else ():
            llvm.set_option("rejit", option)
        _state["options"] = True
        if cpu == "native":
            cpu, host = host_cpu() if "foreign" not in _state else ("generic", "")
            features = ",".join(filter(None, (host, features)))
        features = ",".join(filter(None, (features, arch.FEATURES)))
        machine = llvm.Target.from_triple(triple()).create_target_machine(
            cpu=cpu, features=features, opt=level, reloc="pic", codemodel=arch.CODE_MODEL
        )
        options = llvm.create_pipeline_tuning_options(speed_level=level)
        if level >= 2:
            options.loop_vectorization = True
            options.slp_vectorization = True
            options.loop_interleaving = True
            options.loop_unrolling = True
        made = machine, options
        _state[key] = made  # type: ignore[index]
    return made


# What LLVM's O0 pipeline is there for: where none of it occurs, running it costs a tenth of the compile for nothing.
_NEEDS_PASSES = ("alwaysinline", "llvm.coro.", "llvm.matrix.", "presplitcoroutine", "sanitize_", "available_externally")


def _without_coro_end_result(text: str) -> str:
    """From LLVM 22 on llvm.coro.end returns nothing, and LLVM's own upgrade of the older form, whose result said "not
    in the ramp", leaves uses of the deleted call behind and aborts. Line counts stay as they are."""
    import re

    text = text.replace("declare i1 @llvm.coro.end(", "declare i1 @llvm.coro.is_in_ramp() declare void @llvm.coro.end(")
    return re.sub(
        r"(%(\"[^\"]*\"|[-\w$.]+)) = (?:tail )?call i1 (@llvm\.coro\.end\([^\n]*?\))(?=[ ,\n])",
        r"call void \3 %rejit.ramp.\2 = call i1 @llvm.coro.is_in_ramp() \1 = xor i1 %rejit.ramp.\2, true",
        text,
    )


def compile_ir(text: str, tier: TierKey) -> bytes:
    """The relocatable object of a self-contained IR text. InvalidIR carries LLVM's message."""
    llvm = _binding()
    machine, options = _machine(tier)
    if "foreign" in _state and (" asm " in text or text.startswith("module asm")):
        raise CompileError("llvmlite has no assembler but its own machine's: no assembly in code for another")
    if "call i1 @llvm.coro.end(" in text and llvm.llvm_version_info[0] >= 22:
        text = _without_coro_end_result(text)
    try:
        module = llvm.parse_assembly(target_arch().adapt(text))
    except RuntimeError as error:
        raise InvalidIR(str(error)) from None
    if tier[0] or any(word in text for word in _NEEDS_PASSES):
        passes = llvm.create_pass_builder(machine, options)
        passes.getModulePassManager().run(module, passes)
    return bytes(machine.emit_object(module))


def warm_up() -> None:
    """Compile something small and harmless: what LLVM sets up at its first compile, processes forked later inherit."""
    compile_ir(_SMALL, PLAIN)


def _fork() -> int:
    """os.fork without the hooks before it, which wait for this very compile to end; ours after it do nothing if those
    have not run.

    Fork and PyOS_AfterFork_Child are one call, of machine code: between two calls the child's Python may want to let
    another thread have the GIL, and wait for ever, since that thread is not there."""
    import ctypes
    import mmap

    fork = _state.get("fork")
    if fork is None:
        [code] = [
            section.data()
            for section in _binding().ObjectFileRef.from_data(compile_ir(_FORK, PLAIN)).sections()
            if section.is_text()
        ]
        libc = ctypes.CDLL(None, use_errno=True)
        libc.mmap.restype = ctypes.c_void_p
        libc.mmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 4)
        file = os.memfd_create("rejit-fork")
        try:
            os.write(file, code)
            address = libc.mmap(None, len(code), mmap.PROT_READ | mmap.PROT_EXEC, mmap.MAP_PRIVATE, file, 0)
        finally:
            os.close(file)
        if address == ctypes.c_void_p(-1).value:
            raise NoCompiler(f"no memory for code: {os.strerror(ctypes.get_errno())}")
        native = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(address)
        child = ctypes.pythonapi.PyOS_AfterFork_Child
        fork = _state["fork"] = partial(
            native, ctypes.cast(libc.fork, ctypes.c_void_p), ctypes.cast(child, ctypes.c_void_p)
        )
    pid = int(fork())
    if pid < 0:
        raise NoCompiler("assembly is compiled in a child of the process, and none could be forked")
    return pid


def compile_guarded(text: str, tier: TierKey) -> bytes:
    """As `compile_ir`, for a process that LLVM must not end: assembly, the one thing in valid IR that makes it call
    exit(), is compiled in a forked child. CompilerCrashed carries what LLVM said."""
    if " asm " not in text and not text.startswith("module asm"):
        return compile_ir(text, tier)
    _machine(tier)
    results, said = os.memfd_create("rejit-object"), os.memfd_create("rejit-stderr")
    try:
        with _binding().ffi.lib._lock:  # llvmlite's: no other thread is inside LLVM
            child = _fork()
        if child == 0:
            os.dup2(said, 2)
            try:
                os.write(results, b"+" + compile_ir(text, tier))
            except InvalidIR as error:
                os.write(results, b"-" + str(error).encode())
            os._exit(0)
        try:
            _, status = os.waitpid(child, 0)
        except ChildProcessError:  # another thread waits for any child, or nobody is to: it has ended all the same
            status = 0
        answer = os.pread(results, os.fstat(results).st_size, 0)
        message = os.pread(said, 4000, 0).decode("utf-8", "replace").strip()
    finally:
        os.close(results)
        os.close(said)
    if answer[:1] == b"-":
        raise InvalidIR(answer[1:].decode())
    if answer[:1] != b"+":
        raise CompilerCrashed(f"LLVM ended its process with status {os.waitstatus_to_exitcode(status)}: {message}")
    return answer[1:]


def canonical(source: bytes, keep: bool = False) -> str:
    """IR in any form LLVM reads (bitcode of any age, edited text), as LLVM prints it. With `keep` LLVM's form of it is
    freed by `forget_printed`: that takes a tenth of the time, and nobody needs to wait for it."""
    llvm = _binding()
    try:
        if source[:4] in (b"BC\xc0\xde", b"\xde\xc0\x17\x0b"):
            module = llvm.parse_bitcode(source)
        else:
            module = llvm.parse_assembly(source.decode("utf-8", "surrogateescape"))
    except (RuntimeError, UnicodeError) as error:
        raise NotIR(f"LLVM cannot read it: {error}{_newer(source)}") from None
    if keep:
        _state["printed"] = module
    return str(module)


def _newer(source: bytes) -> str:
    """What to do about bitcode that a newer LLVM wrote; LLVM's own message is often but "Invalid record"."""
    ours, theirs = int(_binding().llvm_version_info[0]), _writer(source)
    if theirs <= ours:
        return ""
    return (
        f"\n  it was written by LLVM {theirs}, and llvmlite here has LLVM {ours}: use clang-{ours} or an older one "
        f"(for C: REJIT_CLANG=clang-{ours}), or a newer llvmlite (pip install --upgrade llvmlite)"
    )


def _writer(source: bytes) -> int:
    """The LLVM that wrote some bitcode, as its identification block begins: "LLVM22.1.8" in characters of six bits.
    0 if it does not say so. Source: LLVM Bitcode File Format, IDENTIFICATION_BLOCK."""
    bits = int.from_bytes(source[:96], "little")
    characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._"
    for shift in range(8 * len(source[:96])):
        if bits >> shift & 0xFFFFFF == 0x9AF965:  # "LLVM"
            word = "".join(characters[bits >> shift + 6 * n & 63] for n in range(4, 8))
            digits = word[: len(word) - len(word.lstrip("0123456789"))]
            return int(digits or "0")
    return 0


def forget_printed() -> None:
    """Free what `canonical` kept."""
    _state.pop("printed", None)


def verify(text: str) -> None:
    """Parse and verify a whole module; InvalidIR with all that LLVM says."""
    llvm = _binding()
    try:
        llvm.parse_assembly(text).verify()
    except RuntimeError as error:
        raise InvalidIR(str(error)) from None
