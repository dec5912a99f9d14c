"""The closed grammar of top-level lines, as far as it takes more than a look at the first characters.

What LLVM's printer writes is rigid: one entity a line, no trailing comment. These checks decide whether a line is of
that form; a line that is not makes the whole text `NotCanonical`, and LLVM reprints it once. They may be strict about
what no printer writes, never about what one does (LLVM 15 to 22): a reprinted text must always pass.

No `re` here: this runs in the program's process, at start.
"""

from __future__ import annotations

from rejit.ir.names import token_end

# What may stand between `@name = ` and `global`, `constant`, `alias` or `ifunc`.
LINKAGES = frozenset(
    (
        "private",
        "internal",
        "linkonce",
        "linkonce_odr",
        "weak",
        "weak_odr",
        "common",
        "appending",
        "extern_weak",
        "available_externally",
        "external",
    )
)
PREEMPTION = frozenset(("dso_local", "dso_preemptable"))
VISIBILITIES = frozenset(("default", "hidden", "protected"))
STORAGE = frozenset(("dllimport", "dllexport"))
THREAD_LOCAL = frozenset(
    (
        "thread_local",
        "thread_local(localdynamic)",
        "thread_local(initialexec)",
        "thread_local(localexec)",
    )
)
UNNAMED_ADDR = frozenset(("unnamed_addr", "local_unnamed_addr"))
MODIFIERS = LINKAGES | PREEMPTION | VISIBILITIES | STORAGE | THREAD_LOCAL | UNNAMED_ADDR | {"externally_initialized"}
KINDS = {"global": "variable", "constant": "variable", "alias": "alias", "ifunc": "ifunc"}
COMDAT_KINDS = frozenset(("any", "exactmatch", "largest", "nodeduplicate", "samesize"))


def without_strings(line: str) -> str:
    """The line with what stands in quotes taken out (the quotes stay); without a closing quote, `''`."""
    parts = line.split('"')
    return '""'.join(parts[::2]) if len(parts) % 2 else ""


def token_before_equals(line: str) -> str:
    """The token of `@token = ...` (any sigil), or `''`."""
    end = token_end(line, 1)
    return line[1:end] if end > 1 and line.startswith(" = ", end) else ""


def kind_of_global(line: str, start: int) -> tuple[str, bool]:
    """(kind, whether it is a definition) of the global whose description begins at `start`; `('', False)` if none.

    `available_externally` counts as a declaration: the definition that counts is elsewhere.
    """
    defined = True
    while True:
        space = line.find(" ", start)
        if space < 0:
            return "", False
        word = line[start:space]
        if word in KINDS:
            return KINDS[word], defined
        if word in MODIFIERS:
            if word in ("external", "extern_weak", "available_externally"):
                defined = False
        elif not (word.startswith("addrspace(") and word.endswith(")")):
            return "", False
        start = space + 1


def one_definition(line: str) -> bool:
    """Whether the line holds a single ` = ` and no comment outside strings."""
    bare = without_strings(line)
    return bare.count(" = ") == 1 and ";" not in bare


def is_typed_pointer_line(line: str) -> bool:
    """Whether a `*` outside strings and comments follows a type, as LLVM 14 and older wrote pointers."""
    if "*" not in line:
        return False
    bare = "".join(line.split('"')[::2])
    comment = bare.find(";")
    if comment >= 0:
        bare = bare[:comment]
    at = bare.find("*")
    while at >= 0:
        before = bare[at - 1] if at else " "
        after = bare[at + 1] if at + 1 < len(bare) else "\n"
        if (before.isalnum() or before in "_.)}]>*") and after in " ,)*}]>\n(":
            return True
        at = bare.find("*", at + 1)
    return False


def plausible_top_level(line: str) -> bool:
    """The rare and short kinds of line: everything but globals, functions and metadata."""
    if line.startswith("attributes #"):
        bare = without_strings(line)
        return bare.endswith("}") and bare.count("{") == 1 and bare[12:].split(" ", 1)[0].isdigit() and ";" not in bare
    if line.startswith("$"):
        token = token_before_equals(line)
        return bool(token) and line[len(token) + 4 :].startswith("comdat ") and line.split(" ")[-1] in COMDAT_KINDS
    if line.startswith("%"):
        token = token_before_equals(line)
        return bool(token) and line.startswith("type ", len(token) + 4) and one_definition(line)
    for start in ("module asm ", "source_filename = ", "target datalayout = ", "target triple = "):
        if line.startswith(start):
            value = line[len(start) :]
            return len(value) >= 2 and value.count('"') == 2 and value[0] == value[-1] == '"'
    return line.startswith(("uselistorder ", "uselistorder_bb ")) and line.endswith("}")


def body_end(text: str, start: int) -> int:
    """The offset of the newline before the `}` that ends the function whose `define` is at `start`; -1 if none."""
    at = text.find("}", start)
    for _ in range(8):
        if at < 0:
            return -1
        if text[at - 1] == "\n" and text[at + 1] == "\n":
            return at - 1
        at = text.find("}", at + 1)
    return text.find("\n}\n", at - 1) if at > 0 else -1
