"""Searching IR text for names, without being misled by strings and comments."""

from __future__ import annotations

import re

from rejit.ir.names import UNNAMED

GLOBAL = re.compile(r'@("[^"]*"|[-a-zA-Z$._0-9]+)')
LOCAL = re.compile(r'%("[^"]*"|[-a-zA-Z$._][-a-zA-Z$._0-9]*)')
LOCAL_OR_NUMBER = re.compile(r'%("[^"]*"|[-a-zA-Z$._0-9]+)')
GROUP = re.compile(r" #(\d+)")
NODE = re.compile(r"!(\d+)")

_UNNAMED = re.compile(r"([@$])(\d+)(?![-a-zA-Z$._0-9])")
_COMMENT_OR_STRING = re.compile(r';[^\n]*|([@%$]"[^"\n]*")|"[^"\n]*"|^"[^"\n]*":', re.MULTILINE)
_MASKED = re.compile("\x01(\\d+)\x02")
_TAIL_STOP = re.compile(
    r' (?:comdat|align \d|prefalign|gc "|prefix |prologue |personality |section "|partition "|![a-zA-Z])'
)


def mask(text: str) -> tuple[str, list[str]]:
    """(the text without comments and with strings that could be misread replaced, those strings)."""
    strings: list[str] = []
    if '"' not in text and ";" not in text:
        return text, strings

    def replace(match: re.Match[str]) -> str:
        found = match.group()
        if found[0] == ";":
            return ""
        if match.group(1) is not None or found[-1] == ":":
            return found
        strings.append(found)
        return f"\x01{len(strings) - 1}\x02"

    return _COMMENT_OR_STRING.sub(replace, text), strings


def unmask(text: str, strings: list[str]) -> str:
    """Put the strings back."""
    if not strings:
        return text
    return _MASKED.sub(lambda match: strings[int(match.group(1))], text)


def rename_unnamed(text: str) -> str:
    """`@0` as the name that `ir/names.py` gives it."""
    return _UNNAMED.sub(rf"\1{UNNAMED}\2", text)


def emitted(token: str) -> str:
    """The token as partitions write it."""
    return UNNAMED + token if token[0].isdigit() else token


def function_type(text: str) -> tuple[str, str] | None:
    """(return type, parameters) of a function type."""
    if not text.endswith(")"):
        return None
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            return (text[: at - 1], text[at:]) if at > 1 and text[at - 1] == " " else None
    return None


def split_tail(tail: str) -> tuple[str, str]:
    """(attributes after the parameters, the parts that must follow a comdat)."""
    stop = _TAIL_STOP.search(tail)
    return (tail, "") if stop is None else (tail[: stop.start()], tail[stop.start() :])
