"""Pebble: a small language with a prompt, on rejit. docs/tutorial.md builds it step by step.

Numbers, `if`, sums and functions. Every definition is a module of its own; defining a function again replaces it, also
while it runs. Names that Pebble does not define are Python's (`symbols=`) or the C library's.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from ctypes import CFUNCTYPE, c_double
from itertools import count

import rejit
from llvmlite import ir

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(\w+)|(==|[-+*/<=():,]))")
KEYWORDS = {"def", "if", "then", "else", "sum", "to"}


class Mistake(Exception):
    """What was typed is no Pebble."""


def tokens(line: str) -> list[str]:
    """The words of a line, and an empty one at the end."""
    found, at, line = [], 0, line.strip()
    while at < len(line):
        match = TOKEN.match(line, at)
        if match is None:
            raise Mistake(f"what is {line[at:].strip()[0]!r}?")
        found.append(match[0].strip())
        at = match.end()
    return [*found, ""]


class Parser:
    """Recursive descent. A tree is a tuple: its kind, then its parts."""

    def __init__(self, line: str) -> None:
        self.words = tokens(line)

    def accept(self, *expected: str) -> str | None:
        return self.words.pop(0) if self.words[0] in expected else None

    def expect(self, expected: str) -> None:
        if self.accept(expected) is None:
            raise Mistake(f"{expected!r} expected before {self.words[0] or 'the end'!r}")

    def name(self) -> str:
        if not self.words[0].isidentifier() or self.words[0] in KEYWORDS:
            raise Mistake(f"a name expected before {self.words[0] or 'the end'!r}")
        return self.words.pop(0)

    def listed(self, item: Callable[[], object]) -> list:
        """What stands between an opening parenthesis, already read, and the closing one."""
        found: list = []
        while not self.accept(")"):
            if found:
                self.expect(",")
            found.append(item())
        return found

    def line(self) -> tuple:
        """A definition, or an expression."""
        tree = self.definition() if self.accept("def") else self.expression()
        self.expect("")
        return tree

    def definition(self) -> tuple:
        name = self.name()
        self.expect("(")
        parameters = self.listed(self.name)
        self.expect("=")
        return "def", name, parameters, self.expression()

    def expression(self) -> tuple:
        if self.accept("if"):
            condition = self.expression()
            self.expect("then")
            yes = self.expression()
            self.expect("else")
            return "if", condition, yes, self.expression()
        if self.accept("sum"):
            name = self.name()
            self.expect("=")
            first = self.expression()
            self.expect("to")
            last = self.expression()
            self.expect(":")
            return "sum", name, first, last, self.expression()
        return self.operation(0)

    LEVELS = (("<", "=="), ("+", "-"), ("*", "/"))  # the first binds weakest

    def operation(self, level: int) -> tuple:
        if level == len(self.LEVELS):
            return self.atom()
        left = self.operation(level + 1)
        while operator := self.accept(*self.LEVELS[level]):
            left = operator, left, self.operation(level + 1)
        return left

    def atom(self) -> tuple:
        if self.accept("-"):
            return "-", ("number", 0.0), self.atom()
        if self.accept("("):
            inner = self.expression()
            self.expect(")")
            return inner
        if self.words[0][:1].isdigit():
            return "number", float(self.words.pop(0))
        name = self.name()
        return ("call", name, self.listed(self.expression)) if self.accept("(") else ("name", name)


DOUBLE = ir.DoubleType()


class Generator:
    """LLVM IR for one function, as a module of its own."""

    def __init__(self, name: str, parameters: list[str]) -> None:
        self.module = ir.Module(name)
        self.function = self.declared(name, len(parameters))
        self.names = dict(zip(parameters, self.function.args, strict=True))
        self.builder = ir.IRBuilder(self.function.append_basic_block("entry"))

    def declared(self, name: str, count: int) -> ir.Function:
        known = self.module.globals.get(name)
        return known or ir.Function(self.module, ir.FunctionType(DOUBLE, [DOUBLE] * count), name)

    def value(self, tree: tuple) -> ir.Value:
        """Emit the code for an expression."""
        build = self.builder
        match tree:
            case "number", number:
                return ir.Constant(DOUBLE, number)
            case "name", name:
                if name not in self.names:
                    raise Mistake(f"what is {name}?")
                return self.names[name]
            case "call", name, arguments:
                return build.call(self.declared(name, len(arguments)), [self.value(each) for each in arguments])
            case ("if", condition, yes, no):
                return self.choice(condition, yes, no)
            case "sum", name, first, last, term:
                return self.sum(name, first, last, term)
            case ("<" | "==") as operator, left, right:
                truth = build.fcmp_ordered(operator, self.value(left), self.value(right))
                return build.uitofp(truth, DOUBLE)
            case operator, left, right:
                emit = {"+": build.fadd, "-": build.fsub, "*": build.fmul, "/": build.fdiv}[operator]
                return emit(self.value(left), self.value(right))

    def choice(self, condition: tuple, yes: tuple, no: tuple) -> ir.Value:
        build = self.builder
        truth = build.fcmp_unordered("!=", self.value(condition), ir.Constant(DOUBLE, 0.0))
        results = []
        with build.if_else(truth) as branches:
            for branch, tree in zip(branches, (yes, no), strict=True):
                with branch:
                    results.append((self.value(tree), build.block))
        merged = build.phi(DOUBLE)
        for value, block in results:
            merged.add_incoming(value, block)
        return merged

    def sum(self, name: str, first: tuple, last: tuple, term: tuple) -> ir.Value:
        build, zero = self.builder, ir.Constant(DOUBLE, 0.0)
        start, stop, before = self.value(first), self.value(last), build.block
        head, body, after = (build.append_basic_block(part) for part in ("head", "body", "after"))
        build.branch(head)
        build.position_at_end(head)
        index, total = build.phi(DOUBLE), build.phi(DOUBLE)
        build.cbranch(build.fcmp_ordered("<=", index, stop), body, after)
        build.position_at_end(body)
        outer, self.names = self.names, {**self.names, name: index}
        more = build.fadd(total, self.value(term))
        self.names = outer
        index.add_incoming(start, before)
        index.add_incoming(build.fadd(index, ir.Constant(DOUBLE, 1.0)), build.block)
        total.add_incoming(zero, before)
        total.add_incoming(more, build.block)
        build.branch(head)
        build.position_at_end(after)
        return total


def compiled(name: str, parameters: list[str], body: tuple) -> ir.Module:
    """The module that defines one function."""
    made = Generator(name, parameters)
    made.builder.ret(made.value(body))
    return made.module


class Pebble:
    """A program that grows line by line. `functions`: what it may call of Python's, as ctypes functions."""

    def __init__(self, **functions: object) -> None:
        self.jit = rejit.Session(symbols=functions)
        self.libraries: dict[str, rejit.Library] = {}
        self.arity: dict[str, int] = {}
        self.lines = count(1)

    def run(self, line: str) -> float | None:
        """Define a function, or give an expression's value."""
        tree = Parser(line).line()
        self.check(tree)
        if tree[0] == "def":
            return self.define(*tree[1:])
        name = f"line {next(self.lines)}"
        return self.jit.add(compiled(name, [], tree), name)[name]()

    def define(self, name: str, parameters: list[str], body: tuple) -> None:
        made = compiled(name, parameters, body)
        if name in self.libraries:
            self.libraries[name].replace(name, made)
        else:
            self.libraries[name] = self.jit.add(made, name)

    def check(self, tree: object) -> None:
        """A function has as many parameters as it had when it was first defined or called."""
        if isinstance(tree, tuple) and tree[0] in ("def", "call"):
            known = self.arity.setdefault(tree[1], len(tree[2]))
            if known != len(tree[2]):
                raise Mistake(f"{tree[1]} takes {known}, not {len(tree[2])}")
        if isinstance(tree, (tuple, list)):
            for part in tree:
                self.check(part)


@CFUNCTYPE(c_double, c_double)
def show(value: float) -> float:
    print("show", f"{value:g}")
    return value


def main() -> None:
    pebble = Pebble(show=show)
    prompt = "> " if sys.stdin.isatty() else ""
    print(prompt, end="", flush=True)
    for line in sys.stdin:
        try:
            value = pebble.run(line) if line.strip() else None
            print("" if value is None else f"{value:.10g}\n", end="")
        except (Mistake, rejit.RejitError) as error:
            print("?", error)
        print(prompt, end="", flush=True)


if __name__ == "__main__":
    main()
