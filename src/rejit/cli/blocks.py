"""The resolver block and the trampolines among what `rejit run --dump-ir` and `rejit lli -orc-lazy-debug` show.

rejit writes them as machine code; here they are shown as the module-level assembly that is the same.
"""

from __future__ import annotations

import ctypes
import importlib

from rejit.compile.dump import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.runtime.callbacks import Slab
    from rejit.session import Session


def show_trampolines(session: Session, prefix: str = "") -> None:
    """Show the session's resolver block and its trampolines, those that are there and all that come. Nothing where that
    assembly is not written for the CPU. `prefix` goes before the names of files."""
    callbacks, arch = session.callbacks, session.arch
    try:
        written = importlib.import_module(f"{arch.__name__}_module_asm")
    except ModuleNotFoundError:
        return

    def show(name: str, text: str) -> None:
        dump(session.dump_ir, (prefix + name,), (), text)

    def show_slab(slab: Slab) -> None:
        address, count = slab.start, slab.count
        size = count * arch.CELL_SIZE
        frames = arch.cells_eh_frame(address, address + size, count)
        first = slab.number(0)
        text = written.cells_module(address, slab.slot(0), first, count, callbacks.label("resolver"), frames)
        show(f"trampolines.{first}", text)

    blob = ctypes.string_at(callbacks.support, callbacks.support_size)
    show("resolver", written.support_module(blob, callbacks.support))
    for slab in callbacks.slabs:
        show_slab(slab)
    callbacks.on_slab = show_slab
