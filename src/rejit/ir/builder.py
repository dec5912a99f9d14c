"""The one pass over a module's text that fills a `ModuleIndex` (see there), or refuses the text.

It walks top-level lines and jumps over bodies and numbered metadata. Every line is either of the closed grammar
(`ir/grammar.py`) or an error. No `re`: this is the program's process, at start.
"""

from __future__ import annotations

from rejit.errors import DuplicateSymbol, NotCanonical, TypedPointers
from rejit.ir import grammar
from rejit.ir.grammar import body_end
from rejit.ir.names import is_plain, is_token, name_of, token_end, unescape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.index import ModuleIndex

ANY_MACHINE = "unknown-unknown-unknown"  # the triple that llvmlite.ir.Module writes unless it is given one
SAMPLE = 4096  # characters between two metadata samples: about 40 nodes


class Builder:
    """One pass over the text. Every method takes the offset of a line and returns that of the next one."""

    def __init__(self, index: ModuleIndex) -> None:
        self.index = index
        self.text = index.text
        self.saw_pointer = False

    def run(self) -> None:
        text = self.text
        self.check_characters()
        pos = 0
        size = len(text)
        while pos < size:
            first = text[pos]
            if first == "@":
                pos = self.globals(pos)
            elif first == "d":
                pos = self.function(self.functions(pos))
            elif first == "\n":
                pos += 1
            elif first == ";":
                pos = text.find("\n", pos) + 1
            elif first == "!":
                pos = self.metadata(pos)
            elif first == "^":  # the ThinLTO summary: of no use here
                pos = text.find("\n", pos) + 1
            else:
                pos = self.other(pos)
        self.check_pointers()
        self.find_labels()

    def reject(self, pos: int, why: str = "") -> NotCanonical | TypedPointers:
        """The error for the line that holds `pos`."""
        typed = self.find_typed_pointers()
        if typed is not None:
            return typed
        start = self.text.rfind("\n", 0, pos) + 1
        return NotCanonical(self.index.line_of(start), self.index.line_at(start), why)

    # -- lines ---------------------------------------------------------------------------------------------------

    def globals(self, pos: int) -> int:
        """A run of `@name = ...` lines."""
        text = self.text
        index = self.index
        find = text.find
        tables = {
            ("variable", True): index.variables,
            ("alias", True): index.aliases,
            ("ifunc", True): index.ifuncs,
            ("variable", False): index.declarations,
        }
        while text.startswith("@", pos):
            end = find("\n", pos)
            line = text[pos:end]
            start = line.find(" = ") + 3
            token = line[1 : start - 3]
            if line[1:2] == '"':
                token = grammar.token_before_equals(line)
                start = len(token) + 4
                index.tokens[token] = pos
            elif token[:1].isdigit():
                index.has_unnamed = True
            table = tables.get(grammar.kind_of_global(line, start))
            if table is None or not token or not is_token(token):
                raise self.reject(pos, "not a global variable, alias or ifunc in LLVM's form")
            if (line.count(" = ") > 1 or ";" in line) and not grammar.one_definition(line):
                raise self.reject(pos, "more than one definition, or a comment, in a line")
            if "*" in line and grammar.is_typed_pointer_line(line):
                raise TypedPointers(index.line_of(pos), line)
            self.add(index.special if token.startswith("llvm.") else table, token, pos)
            pos = end + 1
        return pos

    def functions(self, pos: int) -> int:
        """A run of definitions of the commonest form, in one loop: modules of 100,000 functions exist.

        Returns where something else begins, which may be a definition that `function` is to judge.
        """
        text = self.text
        find = text.find
        functions = self.index.functions
        while text.startswith("define ", pos):
            end = find("\n", pos)
            at = find("@", pos, end)
            token = text[at + 1 : find("(", at, end)]
            close = find("}", end)
            if (
                text[end - 2 : end] != " {"
                or text[close - 1 : close + 2] != "\n}\n"
                or find("{", end, close) >= 0
                or find('"', pos, end) >= 0
                or find("*", pos, end) >= 0
                or text.startswith("available_", pos + 7)
                or not is_plain(token)
                or token in functions
                or self.index.tokens
            ):
                break
            functions[token] = pos
            pos = close + 2
            if text.startswith("\n", pos):
                pos += 1
        return pos

    def function(self, pos: int) -> int:
        """A `define` with its body, or a `declare`."""
        text = self.text
        index = self.index
        if not text.startswith("d", pos):
            return pos
        end = text.find("\n", pos)
        defined = text.startswith("define ", pos)
        if not defined and not text.startswith("declare ", pos):
            raise self.reject(pos)
        at = text.find("@", pos, end)
        if text.find('"', pos, at) >= 0:  # a string attribute of the return value, or a quoted type
            at = _at_outside_strings(text, pos, end)
        paren = text.find("(", at, end)
        token = text[at + 1 : paren]
        if token[:1] == '"':
            token = text[at + 1 : token_end(text, at + 1)]
            index.tokens[token] = pos
        elif token[:1].isdigit():
            index.has_unnamed = True
        if at < 0 or paren < 0 or not token or not is_token(token):
            raise self.reject(pos, "not a function in LLVM's form")
        if text.find("*", pos, end) >= 0 and grammar.is_typed_pointer_line(text[pos:end]):
            raise TypedPointers(index.line_of(pos), text[pos:end])
        if not defined:
            self.check_declaration(pos, end)
            self.add(index.declarations, token, pos)
            return end + 1
        external = text.startswith("available_externally ", pos + 7)
        self.add(index.declarations if external else index.functions, token, pos)
        return self.body(pos, end)

    def check_declaration(self, pos: int, end: int) -> None:
        text = self.text
        if (
            text[end - 1] == "{"
            or text.find(";", pos, end) >= 0
            or text.find("@", pos, end) != text.rfind("@", pos, end)
        ):
            bare = grammar.without_strings(text[pos:end])
            if bare.endswith("{") or ";" in bare or " declare " in bare or " define " in bare or not bare:
                raise self.reject(pos, "more than a declaration in a line")

    def body(self, pos: int, end: int) -> int:
        """Skip a body. No other definition may hide in it: that would take another `{` at the end of a line."""
        text = self.text
        if text[end - 2 : end] != " {":
            raise self.reject(pos, "a definition's first line must end in ' {'")
        close = body_end(text, pos)
        if close < end:
            raise self.reject(pos, "a definition without a '}' in column 0")
        brace = text.find("{", end, close)
        if brace >= 0 and text.find("{\n", brace, close + 1) >= 0:
            raise self.reject(text.find("{\n", brace, close + 1), "a '{' ends a line inside a function")
        if brace >= 0 and text.find("\ndefine ", end, close) >= 0:
            raise self.reject(text.find("\ndefine ", end, close) + 1, "a definition inside a function")
        return close + 3

    def metadata(self, pos: int) -> int:
        """Named metadata, or the whole region of numbered metadata."""
        text = self.text
        index = self.index
        if text[pos + 1 : pos + 2].isdigit():
            return self.numbered(pos)
        end = text.find("\n", pos)
        equals = text.find(" = !{", pos, end)
        if equals < 0 or text[end - 1] != "}":
            raise self.reject(pos, "not metadata in LLVM's form")
        index.named_metadata[text[pos + 1 : equals]] = pos
        return end + 1

    def numbered(self, pos: int) -> int:
        """Sample the numbered nodes. They are consecutive from 0, a line each, and nothing but a summary follows."""
        text = self.text
        index = self.index
        if index.metadata_count:
            raise self.reject(pos, "numbered metadata in two places")
        end = self.region_end(pos)
        numbers = [0]
        offsets = [pos]
        if not text.startswith("!0 = ", pos):
            raise self.reject(pos, "numbered metadata that does not begin with !0")
        at = pos
        while True:
            at = text.find("\n", at + SAMPLE, end)
            if at < 0 or at + 1 >= end:
                break
            number, start = self.number_at(at + 1), at + 1
            if text.count("\n", offsets[-1], start) != number - numbers[-1]:
                raise self.reject(start, "numbered metadata that is not consecutive")
            numbers.append(number)
            offsets.append(start)
        last = text.rfind("\n", pos - 1, end - 1) + 1
        if text.count("\n", offsets[-1], end) != self.number_at(last) - numbers[-1] + 1:
            raise self.reject(last, "numbered metadata that is not consecutive")
        index.metadata_region = (pos, end)
        index.metadata_count = self.number_at(last) + 1
        index.metadata_numbers = numbers
        index.metadata_offsets = offsets
        return end

    def region_end(self, pos: int) -> int:
        text = self.text
        end = len(text)
        caret = text.find("^", pos)
        while caret >= 0:
            if text[caret - 1] == "\n":
                end = caret
                break
            caret = text.find("^", caret + 1)
        while end - 2 > pos and text[end - 2] == "\n":
            end -= 1
        return end

    def number_at(self, pos: int) -> int:
        text = self.text
        equals = text.find(" = ", pos, pos + 16)
        digits = text[pos + 1 : equals] if equals > 0 and text[pos] == "!" else ""
        if not (digits.isascii() and digits.isdigit()):
            raise self.reject(pos, "not metadata in LLVM's form")
        return int(digits)

    def other(self, pos: int) -> int:
        text = self.text
        index = self.index
        end = text.find("\n", pos)
        line = text[pos:end]
        if not grammar.plausible_top_level(line):
            raise self.reject(pos)
        first = line[0]
        if first == "%":
            token = grammar.token_before_equals(line)
            index.types[token] = pos
            if "*" in line and grammar.is_typed_pointer_line(line):
                raise TypedPointers(index.line_of(pos), line)
        elif first == "a":
            index.attributes[line[12 : line.find(" ", 12)]] = pos
        elif first == "$":
            index.comdats[name_of(grammar.token_before_equals(line))] = pos
        elif first == "m":
            index.module_asm_offsets.append(pos)
        elif first == "s":
            index.source = unescape(line[19:-1])
        elif line.startswith("target t"):
            triple = unescape(line[17:-1])
            index.triple = "" if triple == ANY_MACHINE else triple
        elif line.startswith("target d"):
            index.datalayout = unescape(line[21:-1])
        return end + 1

    def add(self, table: dict[str, int], token: str, pos: int) -> None:
        """Enter a global. A quoted token's ELF name may be another token's: a definition wins, two are an error."""
        index = self.index
        name = token
        if token[0] == '"' or token[0].isdigit():
            name = name_of(token)
            if token[0] != '"' and not token.isdigit():
                raise self.reject(pos)
        if table is index.declarations:
            table.setdefault(name, pos)
        elif name in table or (index.tokens and self.defined_elsewhere(table, name)):
            raise DuplicateSymbol(f"line {index.line_of(pos)}: {name!r} is defined twice in one module")
        else:
            table[name] = pos

    def defined_elsewhere(self, table: dict[str, int], name: str) -> bool:
        index = self.index
        return any(
            name in other
            for other in (index.functions, index.variables, index.aliases, index.ifuncs)
            if other is not table
        )

    # -- the whole text ------------------------------------------------------------------------------------------

    def check_characters(self) -> None:
        text = self.text
        for character in "\r\0\f\v":
            at = text.find(character)
            if at >= 0:
                raise self.reject(at, f"the character {character!r}")
        if not text.isascii():
            self.check_comments_hold_the_rest()

    def check_comments_hold_the_rest(self) -> None:
        """LLVM escapes what is not ASCII everywhere but in its `; ModuleID = '...'` comment."""
        pos = 0
        while not self.text[pos:].isascii():
            end = self.text.find("\n", pos)
            if not self.text.startswith(";", pos) and not self.text[pos:end].isascii():
                raise self.reject(pos, "a character that is not ASCII")
            pos = end + 1
            if not self.text.startswith(";", pos):
                break
        if not self.text[pos:].isascii():
            at = next(i for i in range(pos, len(self.text)) if not self.text[i].isascii())
            raise self.reject(at, "a character that is not ASCII")

    def check_pointers(self) -> None:
        """Typed pointers may occur in bodies alone. Text that has an opaque pointer anywhere cannot have them."""
        if self.text.find(" ptr ") < 0 and self.text.find("*") >= 0:
            typed = self.find_typed_pointers()
            if typed is not None:
                raise typed

    def find_typed_pointers(self) -> TypedPointers | None:
        """The first line with a typed pointer, if the text has no opaque one. Slow: such texts are refused anyway."""
        text = self.text
        if text.find(" ptr ") >= 0 or text.find("(ptr") >= 0:
            return None
        at = text.find("*")
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            line = text[start:end]
            if line.startswith((" ", "@", "%", "define", "declare")) and grammar.is_typed_pointer_line(line):
                return TypedPointers(self.index.line_of(start), line)
            at = text.find("*", end)
        return None

    def find_labels(self) -> None:
        find = self.text.find
        at = find("blockaddress")
        while at >= 0:
            self.index.labels.append(at)
            at = find("blockaddress", at + 12)


def _at_outside_strings(text: str, pos: int, end: int) -> int:
    """The first `@` of a header that is not inside a string."""
    while True:
        at = text.find("@", pos, end)
        quote = text.find('"', pos, at)
        if at < 0 or quote < 0:
            return at
        pos = text.find('"', quote + 1, end) + 1
        if pos == 0:
            return -1
