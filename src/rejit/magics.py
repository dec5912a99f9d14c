"""C and LLVM IR in the cells of IPython and Jupyter: `%load_ext rejit`, then `%%c` and `%%llvm`.

All cells share one session, so a cell can call what another one defines. A cell that is run again defines its functions
anew: names in Python lead to the new ones at once, and so do cells that are run after it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, magics_class

from rejit import clang
from rejit.errors import RejitError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rejit.library import Library


@magics_class
class RejitMagics(Magics):
    """The cell magics."""

    shell: Any

    @cell_magic
    def c(self, line: str, cell: str) -> None:
        """Compile C; its functions become Python functions of the same names.

            %%c [--lib NAME] [FLAG...]

            %%c -DFACTOR=3
            int times(int x) { return FACTOR * x; }

        then `times(14)` is 42. Functions are compiled when they are called, those that get hot again at -O3. The flags
        are clang's (`-x c++` for C++, where functions need extern "C"). With --lib the cell's library gets that name,
        and no function is defined: `NAME["times"](14)`, `NAME.data("counter")`, `NAME.run_main()`.
        Needs clang, or the package ziglang.
        """
        name, flags = self._options(line)
        with _briefly():
            self._define(clang.c(cell, flags, name="<cell>"), name)

    @cell_magic
    def llvm(self, line: str, cell: str) -> None:
        """Add LLVM IR, verified now; its functions become Python functions of the same names.

            %%llvm [--lib NAME]

            %%llvm
            define i64 @next(i64 %x) {
              %y = add i64 %x, 1
              ret i64 %y
            }

        then `next(41)` is 42. --lib as with %%c.
        """
        name, rest = self._options(line)
        if rest:
            raise UsageError(f"%%llvm: unknown option {rest[0]}; %%llvm? shows what there is")
        with _briefly():
            self._define(clang.add(cell, name="<cell>", verify=True), name)

    def _options(self, line: str) -> tuple[str, list[str]]:
        """(the name after --lib or "", the other words) of a magic's line."""
        import shlex

        try:
            words = shlex.split(line)
        except ValueError as error:
            raise UsageError(f"{line}: {error}") from None
        name = ""
        if "--lib" in words:
            at = words.index("--lib")
            name = "".join(words[at + 1 : at + 2])
            del words[at : at + 2]
            if not name.isidentifier():
                raise UsageError(f"--lib {name}: a name of Python's is expected")
        return name, words

    def _define(self, library: Library, name: str) -> None:
        if name:
            self.shell.push({name: library})
            return
        index = library._module.index
        entities = [(f, index.entity(f)) for f in index.functions if f.isidentifier()]
        self.shell.push({f: library[f] for f, entity in entities if entity is not None and not entity.local})


@contextmanager
def _briefly() -> Iterator[None]:
    """Have an error of the cell's shown by its message alone: where Python was says nothing about it."""
    try:
        yield
    except RejitError as error:
        message = str(error).splitlines()
        error._render_traceback_ = lambda: message  # type: ignore[attr-defined]
        raise


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext rejit`."""
    shell.register_magics(RejitMagics)
