"""Bodies, and the call sites that lead straight to them.

A function is reached through its stub, which never changes, and its slot, one word of data. A body of the last tier
also calls others directly: a `call rel32` whose displacement lies within one aligned 8-byte word can be changed under
running threads by one store, so it may lead to a body, and is led elsewhere when that body is replaced:

    caller: call rel32 ----------------------> body             while the callee is at the last tier
    caller: call rel32 --> jump: jmp rel32 --> body             the same where the field straddles
    caller: call rel32 --> stub: jmp *slot --> body             before, and after it is retired

The jumps stand behind their caller's code, one for each callee that is called so; they are what is patched then. (A
stub costs more: in a body that calls a thousand functions in turn the CPU does not know where a thousand indirect jumps
go.)

On a CPU whose calls do not reach everything, the jump is a thunk behind the caller's code that goes through the
callee's slot, and a call leads there or, within reach, straight to what stands in front of the callee's body for that.
One aligned 4-byte store changes its branch.

What has to be known for that is kept with the bodies: a body's `sites`, and with each function the bodies that call it.
Most bodies call few functions, and most functions are called by few bodies: then both are tuples, else dictionaries.
"""

from __future__ import annotations

from rejit.arch import host_types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType
    from typing import Any

    from rejit.runtime.blocks import Body
    from rejit.runtime.callbacks import CompileCallbackManager
    from rejit.runtime.memory import CodeMemory

_types = host_types()
THUNK_SIZE: int = _types.THUNK_SIZE
DIRECT_ENTRY: int = _types.DIRECT_ENTRY
FEW = 6  # callees of a body, or callers of a function, up to which they are in a tuple


class DirectCalls:
    """The calls of one body that is being linked (see `link.linker.Calls`), by the form its tier asks for.

    "direct": to the callee's body if that is at the last tier; "slot": through the callee's slot where LLVM made an
    indirect call; "stub". A body that is not instrumented calls itself directly in every form.
    """

    __slots__ = (
        "_arch",
        "_callbacks",
        "_direct",
        "_form",
        "_functions",
        "_jumps",
        "_last",
        "_own",
        "_recursive",
        "sites",
        "tail",
    )

    def __init__(
        self,
        arch: ModuleType,
        callbacks: CompileCallbackManager,
        functions: dict[str, Any],
        form: str,
        last: int,
        recursive: bool,
    ) -> None:
        self._arch = arch
        self._callbacks = callbacks
        self._functions = functions
        self._form = form
        self._last = last  # level of bodies that may be called directly
        self._recursive = recursive
        self._own: dict[str, int] = {}
        self._direct = False  # whether branches may lead to the body
        self._jumps = 0  # where they begin
        self.sites: dict[Any, list[int]] = {}
        self.tail = bytearray()  # the jumps

    def room(self, fields: Iterable[tuple[str, int]]) -> int:
        """Bytes of the jumps that branches may need: (symbol, place of the field in its block) of each."""
        if self._form != "direct" or THUNK_SIZE:
            return 0
        return int(self._arch.JUMP_SIZE) * len({symbol for symbol, field in fields if not is_patchable(field)})

    def begin(self, places: dict[str, int], tail: int, direct: bool) -> None:
        """Where the body's own symbols are going to be, and the jumps; whether branches may lead to the body."""
        self._own = places
        self._direct = direct
        self._jumps = tail
        self.tail.clear()
        self.sites = {}  # an attempt before this one may have found no room

    def branch(self, symbol: str, target: int, field: int) -> int:
        own = self._own.get(symbol)
        if own is not None and (self._recursive or symbol not in self._functions):
            return own
        function = self._functions.get(symbol)
        if self._form != "direct" or function is None or function.address != target:
            return target
        code = function.code
        # Its own function's body is the one before, which goes when this one is linked.
        if own is None and code is not None and code.level == self._last:
            target = int(function.body)
        fields = self.sites.setdefault(function, [])
        if is_patchable(field):
            fields.append(field)
            return target
        return self._jump(fields, target)

    def through(self, symbol: str, target: int, field: int, thunk: int) -> int:
        own, function = self._own.get(symbol), self._functions.get(symbol)
        if function is None or function.address != target:
            return 0
        if own is not None and self._recursive and self._direct:
            return own - DIRECT_ENTRY
        if self._form != "direct":
            return 0
        self.sites.setdefault(function, [thunk]).append(field)
        code = function.code
        direct = own is None and code is not None and code.direct and code.level == self._last
        return _near(field, int(function.body) - DIRECT_ENTRY, thunk) if direct else thunk

    def _jump(self, fields: list[int], target: int) -> int:
        """The body's own jump to a function, whose `fields` it is among."""
        arch, tail = self._arch, self._jumps
        for known in fields:
            if known >= tail:
                return known - int(arch.JUMP_FIELD)
        address = tail + len(self.tail)
        self.tail += arch.jump(address, target)
        fields.append(address + arch.JUMP_FIELD)
        return address

    def place(self, symbol: str, target: int, field: int) -> int:
        """A label or a part of the body's own is its own; a function is where its stub is."""
        own = self._own.get(symbol)
        return own if own is not None and symbol not in self._functions else target

    def slot(self, target: int) -> int:
        return self._callbacks.slot_of(target)

    def word(self, target: int) -> int:
        return self.slot(target) if self._form == "slot" else 0


def is_patchable(field: int) -> bool:
    """Whether a 4-byte field can be changed by one aligned 8-byte store."""
    return field & 7 <= 4


def _near(field: int, target: int, thunk: int) -> int:
    """Where a branch leads: to `target` if it reaches so far."""
    near: bool = _types.reaches(field, target)
    return target if near else thunk


def _lead(body: Body, function: Any, fields: list[int], target: int, memory: CodeMemory) -> int:
    """Make calls of a function lead to `target`, its stub's address or a body that branches may lead to: how many."""
    through = fields[0] if THUNK_SIZE and fields else 0
    for field in fields[bool(through) :]:
        to = target
        if through:
            to = through if target == function.address else _near(field, target - DIRECT_ENTRY, through)
        memory.patch(body, field, _types.branch(field, to))
    return len(fields) - bool(through)


def kept(sites: dict[Any, list[int]], base: int) -> Any:
    """A body's `sites`: (callee, offsets of fields in the block at `base`, next callee, ...) where there are few."""
    if len(sites) > FEW:
        return sites
    flat: list[Any] = []
    for callee, fields in sites.items():
        flat.append(callee)
        flat += [field - base for field in fields]
    return tuple(flat)


def sites_of(body: Body) -> dict[Any, list[int]]:
    """The functions that a body calls directly -> the addresses of displacement fields; of branches, where these have a
    thunk, and then that of the thunk first."""
    sites = body.sites
    if isinstance(sites, dict):
        return sites
    found: dict[Any, list[int]] = {}
    fields: list[int] = []
    for item in sites:
        if isinstance(item, int):
            fields.append(body.address + item)
        else:
            found[item] = fields = []
    return found


def add_caller(function: Any, body: Body) -> None:
    """A body calls a function directly from now on. The session's lock is held."""
    callers = function.callers
    if isinstance(callers, dict):
        callers[body] = None
    elif body not in callers:
        callers = (*callers, body)
        function.callers = callers if len(callers) <= FEW else dict.fromkeys(callers)


def drop_caller(function: Any, body: Body) -> None:
    """It does not any more. The session's lock is held."""
    callers = function.callers
    if isinstance(callers, dict):
        callers.pop(body, None)
    elif body in callers:
        function.callers = tuple(other for other in callers if other is not body)


def take_callers(new: Any, old: Any) -> None:
    """What calls one function directly is to call another in its place. The session's lock is held."""
    new.callers, old.callers = old.callers, ()
    for body in new.callers:
        sites = sites_of(body)
        sites[new] = sites.pop(old)
        body.sites = kept(sites, body.address)


def lead_callers(function: Any, target: int, memory: CodeMemory) -> int:
    """Make the direct calls of a function lead to `target`: how many were changed. The session's lock is held."""
    changed = 0
    for body in function.callers:
        changed += _lead(body, function, sites_of(body).get(function, []), target, memory)
    return changed


def leave_callees(body: Body, memory: CodeMemory) -> int:
    """Make all direct calls of a body go through stubs, and forget them: how many there were. The session's lock is
    held."""
    changed = 0
    for function, fields in sites_of(body).items():
        drop_caller(function, body)
        changed += _lead(body, function, fields, function.address, memory)
    body.sites = ()
    return changed
