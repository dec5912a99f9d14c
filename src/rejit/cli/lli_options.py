"""lli's command line: its options, and how LLVM's library for command lines reads them.

One dash or two, `-name=value` or `-name value`; a flag's value needs `=`; the last of several counts. The first word
without a dash is the program, and what stands behind it is the program's. Messages are LLVM's, word for word.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Kind: TypeAlias = str | tuple[str, ...]

FLAG, TEXT, NUMBER, CHARACTER, OPTIONAL = "flag", "text", "uint", "char", "text behind `=`, or none"

JIT_KINDS = ("mcjit", "orc", "orc-lazy")
DEBUG = ("no-dump", "funcs-to-stdout", "mods-to-stdout", "mods-to-stderr", "mods-to-disk")

# What does something. A tuple: one of these words.
OPTIONS: dict[str, Kind] = {
    "O": CHARACTER,
    "color": FLAG,
    "compile-threads": NUMBER,
    "disable-core-files": FLAG,
    "disable-lazy-compilation": FLAG,
    "dlopen": TEXT,
    "enable-cache-manager": FLAG,
    "entry-function": TEXT,
    "extra-archive": TEXT,
    "extra-module": TEXT,
    "extra-object": TEXT,
    "fake-argv0": TEXT,
    "force-interpreter": FLAG,
    "h": FLAG,
    "help": FLAG,
    "help-hidden": FLAG,
    "help-list": FLAG,
    "help-list-hidden": FLAG,
    "jd": TEXT,
    "jit-kind": JIT_KINDS,
    "lljit-platform": ("Auto", "ExecutorNative", "GenericIR", "Inactive"),
    "load": TEXT,
    "march": TEXT,
    "mattr": TEXT,
    "mcpu": TEXT,
    "mtriple": TEXT,
    "no-process-syms": FLAG,
    "object-cache-dir": TEXT,
    "orc-lazy-debug": (*DEBUG, "jit-debug-descriptor", "jit-debug-objects"),
    "per-module-lazy": FLAG,
    "stats": OPTIONAL,  # rejit's statistics, as `rejit run --stats`
    "thread-entry": TEXT,
    "version": FLAG,
}

# What changes nothing here, since rejit's linker reaches everything and the program runs in this process.
HARMLESS: dict[str, Kind] = {
    "code-model": ("tiny", "small", "kernel", "medium", "large"),
    "jit-linker": ("default", "rtdyld", "jitlink"),
    "mcjit-remote-process": TEXT,
    "orc-runtime": TEXT,
    "remote-mcjit": FLAG,
}

# What would change results or the calling convention: (the values that are what rejit does anyway, what to do instead).
REFUSED: dict[str, tuple[Kind, tuple[str, ...], str]] = {
    "exception-model": (
        ("default", "dwarf", "sjlj", "arm", "wineh", "wasm"),
        ("default", "dwarf"),
        "exceptions unwind by DWARF tables here",
    ),
    "expand-variadics-override": (
        ("unspecified", "disable", "optimize", "lowering"),
        ("unspecified", "disable", "optimize"),
        "rejit keeps C's calling convention for variadic functions",
    ),
    "float-abi": (("default", "soft", "hard"), ("default", "hard"), "rejit passes floats in registers, as C does here"),
    "fp-contract": (
        ("fast", "on", "off"),
        ("fast", "on"),
        "-mattr=-fma keeps multiplications and additions apart",
    ),
    "lljit-platform": ((), ("Auto", "GenericIR", "Inactive"), "rejit is its own platform: leave it out"),
    "orc-lazy-debug": (
        (),
        DEBUG,
        "mods-to-stderr and mods-to-disk show what is compiled; rejit makes no objects for GDB",
    ),
    "relocation-model": (
        ("static", "pic", "dynamic-no-pic", "ropi", "rwpi", "ropi-rwpi"),
        ("static", "pic", "dynamic-no-pic"),
        "rejit's linker needs no such model",
    ),
    "soft-float": (FLAG, ("false",), "rejit uses the machine's floating point"),
    "tailcallopt": (FLAG, ("false",), "`musttail` in the IR makes a tail call certain"),
}

TRUE = ("", "true", "TRUE", "True", "1")
FALSE = ("false", "FALSE", "False", "0")


class OptionError(Exception):
    """The command line is wrong: one message a line, as lli writes them behind its name."""


class CommandLine:
    """What was asked for.

    values    of each option in the order they came; flags are "true" or "false"
    modules   the extra modules: (name of the JITDylib, path)
    dylibs    the JITDylibs named, in order
    program   the program and its arguments; empty: it comes on standard input
    """

    def __init__(self) -> None:
        self.values: dict[str, list[str]] = {}
        self.modules: list[tuple[str, str]] = []
        self.dylibs: list[str] = []
        self.program: list[str] = []

    def last(self, name: str, default: str = "") -> str:
        """The value that counts."""
        return self.values.get(name, [default])[-1]

    def all(self, name: str) -> list[str]:
        """Every value."""
        return self.values.get(name, [])

    def flag(self, name: str) -> bool:
        return self.last(name) == "true"


def parse(arguments: list[str]) -> CommandLine:
    """A command line. Raises OptionError with all that is wrong."""
    line = CommandLine()
    wrong: list[str] = []
    words = _expanded(arguments)
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if word == "--":
            line.program = words[at:]
            break
        if word == "-" or not word.startswith("-"):
            line.program = words[at - 1 :]
            break
        name, equals, value = word.lstrip("-").partition("=")
        if name[:1] == "O" and not equals and len(name) > 1:
            name, equals, value = "O", "=", name[1:]
        kind = _kind(name)
        if kind is None:
            wrong.append(_unknown(word, name))
            continue
        if kind not in (FLAG, OPTIONAL) and not equals:
            if at >= len(words):
                wrong.append(f"for the {_shown(name)} option: requires a value!")
                break
            value = words[at]
            at += 1
        try:
            line.values.setdefault(name, []).append(_checked(name, kind, value))
        except OptionError as error:
            wrong.append(str(error))
        if name == "jd":
            line.dylibs.append(value)
        elif name == "extra-module":
            line.modules.append((line.dylibs[-1] if line.dylibs else "main", value))
    if wrong:
        raise OptionError("\n".join(wrong))
    return line


def _expanded(arguments: list[str]) -> list[str]:
    """With `@FILE` replaced by the words in it, before the program's name."""
    if not any(word.startswith("@") for word in arguments):
        return arguments
    import shlex

    words: list[str] = []
    for place, word in enumerate(arguments):
        if word[:1] == "@":
            try:
                with open(word[1:]) as file:
                    words += shlex.split(file.read())
                continue
            except (OSError, ValueError):
                pass  # then it is a word like any other
        words.append(word)
        if word[:1] != "-":
            return words + arguments[place + 1 :]
    return words


def _kind(name: str) -> Kind | None:
    """What values an option takes; None if there is no such option."""
    kind = OPTIONS.get(name) or HARMLESS.get(name)
    if kind is None and name in REFUSED:
        kind = REFUSED[name][0]
    if kind is None:
        from rejit.cli import lli_llvm

        if name in lli_llvm.FLAGS.split():
            return FLAG
        if name in lli_llvm.VALUES.split():
            return TEXT
        if name in lli_llvm.OPTIONAL:
            return OPTIONAL
    return kind


def _checked(name: str, kind: Kind, value: str) -> str:
    """The value an option is given, flags as "true" or "false"."""
    if kind == FLAG:
        if value not in TRUE + FALSE:
            raise OptionError(
                f"for the {_shown(name)} option: '{value}' is invalid value for boolean argument! Try 0 or 1"
            )
        value = "true" if value in TRUE else "false"
    elif kind == NUMBER:
        if not (value.isascii() and value.isdigit()):
            raise OptionError(f"for the {_shown(name)} option: '{value}' value invalid for uint argument!")
    elif isinstance(kind, tuple) and value not in kind:
        raise OptionError(f"for the {_shown(name)} option: Cannot find option named '{value}'!")
    if name in REFUSED and value not in REFUSED[name][1]:
        raise OptionError(f"for the {_shown(name)} option: '{value}' is not served: {REFUSED[name][2]}")
    return value


def _shown(name: str) -> str:
    return f"-{name}" if len(name) == 1 else f"--{name}"


def _unknown(word: str, name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, [*OPTIONS, *HARMLESS, *REFUSED], 1)
    hint = f"\nDid you mean '{_shown(close[0])}'?" if close else ""
    return f"Unknown command line argument '{word}'.  Try: 'rejit lli --help'{hint}"
