"""What a program needs of archives, and what it refers to that nothing defines: known before it runs.

A member of an archive is linked if it defines a name that something linked refers to and nothing linked defines, as a
static linker does with its archives in one group: a member may need another of an archive that stands before its own.
"""

from __future__ import annotations

from rejit.link.archive import Archive, defined, undefined
from rejit.source import BITCODE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rejit.module import Module
    from rejit.session import Session

NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-$._")


def needed(
    session: Session, objects: Iterable[bytes], archives: Sequence[Archive], also: Iterable[str] = ()
) -> list[tuple[str, bytes]]:
    """The members to link beside a session's modules and some objects: names for messages, and contents.

    also: names that are needed besides. A member of bitcode is added to the session. In the order in which a static
    linker takes them: it goes through an archive's symbols until none is needed any more, then to the next archive, and
    through all again as long as that brings anything. Raises BadObject, InputError."""
    have: set[str] = set()
    wanted = set(also)
    for data in objects:
        have.update(name for name, _ in defined(data))
        wanted.update(undefined(data))
    for module in list(session.modules):
        wanted.update(declared(module))
    found: list[tuple[str, bytes]] = []
    taken: set[tuple[str, int]] = set()

    def take(archive: Archive, member: int) -> None:
        taken.add((archive.path, member))
        shown, data = archive.content(member)
        if data[:4] in BITCODE:
            wanted.update(declared(session.add(data, name=shown)._module))
        else:
            found.append((shown, data))
            have.update(one for one, _ in defined(data))
            wanted.update(undefined(data))

    def take_needed(archive: Archive) -> bool:
        before = len(taken)
        for name, member in archive.symbols().items():
            is_needed = name in wanted and name not in have and (archive.path, member) not in taken
            if is_needed and session.owner(name) is None:
                take(archive, member)
        return len(taken) > before

    more = True
    while more:
        more = False
        for archive in archives:
            while take_needed(archive):
                more = True
    return found


def declared(module: Module) -> list[str]:
    """The names that a module refers to and that no module of the session defines. Weak references need nothing."""
    return [name for name in _undefined(module) if _is_mentioned(module, name)]


def missing(module: Module) -> list[str]:
    """The names that a module refers to and that nothing defines: no module, object, library, nor the process."""
    session = module.session
    found = [
        name
        for name in _undefined(module)
        if session.outside.find(name) is None and not name.startswith(("__start_", "__stop_"))
    ]
    if found and module.index.module_asm:
        module.link_asm()
        found = [name for name in found if name not in module.addresses]
    return [name for name in found if _is_mentioned(module, name)]


def _undefined(module: Module) -> Iterator[str]:
    """What a module declares, whether it refers to it or not, and no module defines."""
    index, session = module.index, module.session
    given = {*module.symbols, *session.symbols}
    for name in index.declarations:
        if name.startswith("llvm.") or name in given:
            continue
        entity = index.entity(name)
        if entity is None or entity.linkage in ("extern_weak", "available_externally"):
            continue
        if session.owner(name, module) is None:
            yield name


def _is_mentioned(module: Module, name: str) -> bool:
    """Whether the module's text refers to a name that it declares."""
    text, entity = module.index.text, module.index.entity(name)
    assert entity is not None
    declaration = entity.offset, entity.end
    token = f"@{entity.token}"
    found = text.find(token)
    while found >= 0:
        end = found + len(token)
        if not declaration[0] <= found < declaration[1] and (token[-1] == '"' or text[end : end + 1] not in NAME):
            return True
        found = text.find(token, end)
    return False
