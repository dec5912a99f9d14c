"""Every error rejit raises on purpose.

RejitError
|-- InputError                 the caller's mistake: what was given cannot be used
|   |-- NotIR                  neither LLVM IR nor bitcode, or empty
|   |   `-- TypedPointers      text of LLVM 14 or older (`i32*`)
|   |-- NotCanonical           IR text that LLVM's own printer did not write (handled inside rejit: LLVM reprints it)
|   |-- WrongTarget            the module was made for another machine
|   |-- InvalidIR              LLVM's parser or verifier rejects a function
|   |-- BadObject              not a relocatable object for this machine
|   |-- ClangError             clang rejects the C or C++ source
|   |-- DuplicateSymbol        two strong definitions of one name
|   |-- SymbolNotFound         the module does not define that name
|   `-- UnresolvedSymbol       a name that nothing defines was reached
|-- CompileError               LLVM could not compile a function
|   |-- CompilerCrashed        its process died (twice)
|   `-- CompileTimeout         it did not finish in time
|-- LinkError                  an object cannot be linked
|   |-- RelocationOverflow     a value does not fit its field
|   `-- UnsupportedRelocation  the type is not implemented for this machine
|-- EnvironmentFailure         the machine refuses what rejit needs
|   |-- Unsupported            this platform is not served
|   |-- NoCodeMemory           no way to make code executable is permitted
|   |-- OutOfCodeMemory        the reserved range is full
|   |-- NoCompiler             no worker and no in-process compiler can be started
|   `-- NoClang                there is no clang to compile C with
|-- Closed                     the session was closed
|-- Busy                       a module cannot be closed yet: something still holds it
|-- Unloaded                   the module was closed
`-- InternalError              a defect in rejit: please report it
"""

from __future__ import annotations


class RejitError(Exception):
    """Base of all errors that rejit raises on purpose."""


class InputError(RejitError):
    """What the caller gave cannot be used."""


class NotIR(InputError):
    """Neither LLVM IR text nor bitcode."""


class _LineError(InputError):
    def __init__(self, line_number: int, line: str, why: str = "") -> None:
        self.line_number = line_number
        self.line = line
        self.why = why
        shown = line if len(line) <= 160 else line[:157] + "..."
        super().__init__(f"line {line_number}: {why or self.default}\n    {shown}")

    default = "unexpected line"


class NotCanonical(_LineError):
    """A top-level line that LLVM's printer would not write; the text must go through LLVM once."""

    default = "not in the form LLVM prints"


class TypedPointers(_LineError, NotIR):
    """IR text written by LLVM 14 or older."""

    default = (
        "typed pointers: this text was written by LLVM 14 or older, whose syntax LLVM no longer reads; "
        "give rejit the .bc file instead (bitcode of any age is upgraded), or print it again with a newer LLVM"
    )


class WrongTarget(InputError):
    """The module was made for another machine."""


class InvalidIR(InputError):
    """LLVM's parser or verifier rejects the text."""


class BadObject(InputError):
    """Not a relocatable object for this machine, or a damaged one."""


class ClangError(InputError):
    """clang rejects the C or C++ source; the message is clang's."""


class DuplicateSymbol(InputError):
    """Two modules define the same name strongly."""


class SymbolNotFound(InputError, KeyError):
    """The module does not define that name."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class UnresolvedSymbol(InputError):
    """A name that no module, library or `symbols=` defines was reached."""


class CompileError(RejitError):
    """LLVM could not compile a function."""


class TransformFailed(CompileError):
    """A transform raised an exception."""


class CompilerCrashed(CompileError):
    """The compiling process died, twice, on the same function."""


class CompileTimeout(CompileError):
    """A compile did not finish in the time `Config.compile_timeout_s` gives it."""


class LinkError(RejitError):
    """An object cannot be linked."""


class RelocationOverflow(LinkError):
    """A relocation's value does not fit its field."""


class UnsupportedRelocation(LinkError):
    """A relocation type that is not implemented for this machine."""


class EnvironmentFailure(RejitError):
    """The machine refuses what rejit needs."""


class Unsupported(EnvironmentFailure):
    """This platform is not served."""


class NoCodeMemory(EnvironmentFailure):
    """Every way to make code executable is refused."""


class OutOfCodeMemory(EnvironmentFailure):
    """The reserved address range is full."""


class NoCompiler(EnvironmentFailure):
    """Neither a worker process nor an in-process compiler can be started."""


class NoClang(EnvironmentFailure):
    """There is no clang to compile C with; the message says how to get one."""


class Closed(RejitError):
    """The session was closed."""


class Busy(RejitError):
    """A module cannot be closed: handles, other modules or running threads still need it."""


class Unloaded(RejitError):
    """What was called or asked for belongs to a module that was closed."""


class InternalError(RejitError):
    """A defect in rejit: please report it."""
