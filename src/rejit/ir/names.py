"""IR names and ELF names.

IR text writes a global as `@name`, or as `@"any bytes"` where a byte that is not printable, a quote or a backslash is
`\\XX`. The part after the `@` is called the *token* here. The ELF name of a global is its bytes, decoded as latin-1
(one character a byte), without the leading `\\01` by which a front end asks LLVM not to mangle.

Unnamed globals (`@0`, `@1`) have no ELF name. LLVM numbers them anew whenever one is added or removed, so rejit gives
them names of its own: `UNNAMED` followed by the number. The prefix is reserved; no compiler writes it.
"""

from __future__ import annotations

UNNAMED = "__rejit_unnamed."

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-$._")


def unescape(text: str) -> str:
    """The characters that `text`, the inside of an IR string, stands for (latin-1, one a byte)."""
    if "\\" not in text:
        return text
    first, *rest = text.split("\\")
    parts = [first]
    pending = False
    for part in rest:
        if pending:  # the second half of `\\`
            parts.append(part)
            pending = False
        elif part == "":
            parts.append("\\")
            pending = True
        elif len(part) >= 2 and _is_hex(part[:2]):
            parts.append(chr(int(part[:2], 16)) + part[2:])
        else:
            parts.append("\\" + part)
    return "".join(parts)


def _is_hex(two: str) -> bool:
    return all(c in "0123456789abcdefABCDEF" for c in two)


def escape(text: str) -> str:
    """The inverse of `unescape`, written as LLVM writes it."""
    return "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\{ord(c):02X}" for c in text)


def is_plain(name: str) -> bool:
    """Whether `name` needs no quotes."""
    return bool(name) and not name[0].isdigit() and _PLAIN.issuperset(name)


def is_token(token: str) -> bool:
    """Whether this can follow a sigil: a plain name, a number, or quoted."""
    return _PLAIN.issuperset(token) if token[:1] != '"' else len(token) > 1 and token.find('"', 1) == len(token) - 1


def name_of(token: str) -> str:
    """The ELF name of the global whose token (the part after `@`) is `token`."""
    if token[0] == '"':
        name = unescape(token[1:-1])
        return name[1:] if name[:1] == "\x01" else name
    if token[0].isdigit():
        return UNNAMED + token
    return token


def token_of(name: str) -> str:
    """A token whose ELF name is `name`. The module's own token may differ (`\\01`): ask the index for that."""
    return name if is_plain(name) else f'"{escape(name)}"'


def token_end(text: str, start: int) -> int:
    """Where the token that begins at `start` (just after `@`, `%` or `$`) ends; `start` if there is none."""
    if text.startswith('"', start):
        end = text.find('"', start + 1)
        newline = text.find("\n", start + 1, end) if end >= 0 else 0
        return start if newline >= 0 else end + 1
    for stop in "( ":  # what most names end at
        end = text.find(stop, start, start + 64)
        if end >= 0 and _PLAIN.issuperset(text[start:end]):
            return end
    end = start
    size = len(text)
    while end < size and text[end] in _PLAIN:
        end += 1
    return end


def tokens_in(text: str, sigil: str = "@") -> list[str]:
    """Tokens of every name with that sigil in `text`, in order; strings are skipped. Without `re`: for short texts."""
    found: list[str] = []
    pos = 0
    while True:
        at = text.find(sigil, pos)
        if at < 0:
            return found
        quote = text.find('"', pos, at)
        if quote >= 0:  # a string, or a quoted name with another sigil, stands before it
            close = text.find('"', quote + 1)
            if close < 0:
                return found
            pos = close + 1
            continue
        end = token_end(text, at + 1)
        if end > at + 1:
            found.append(text[at + 1 : end])
        pos = max(end, at + 1)
