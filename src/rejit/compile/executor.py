"""Compiling on an Executor of the user's: threads, processes, or machines, whatever stands behind `submit`.

A compile is a pure function of text and tier (`backend.compile_guarded`), so that is what is submitted. Slicing and
splitting stay here: they need the module's index, which is as large as the module.
"""

from __future__ import annotations

import os
from concurrent.futures import CancelledError, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from rejit.compile.backend import compile_guarded
from rejit.compile.local import LocalCompiler
from rejit.compile.messages import error_from
from rejit.compile.worker import canonical_job, compile_each
from rejit.errors import CompilerCrashed, NoCompiler, RejitError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from rejit.compile.pool import Message
    from rejit.tiers import TierKey

BULK = 16  # functions to a submitted module in `lib.compile()`: enough to share LLVM's cost of a module


class ExecutorCompiler(LocalCompiler):
    """The verbs of `rejit.compile.pool`; it holds no lock while it waits, for the Executor may fork."""

    def __init__(self, deliver: Callable[[Message], None], executor: Any) -> None:
        super().__init__(deliver)
        self._executor = executor

    def load(self) -> None:
        """LLVM is the Executor's."""

    def canonical(self, data: bytes, verify: bool = False) -> str:
        outcomes, failures = self._run(canonical_job, data, verify)
        for _, kind, message in failures:
            raise error_from(kind, message)
        return str(outcomes[0])

    def fetch(
        self,
        number: int,
        functions: Sequence[str],
        variables: Sequence[str],
        tier: TierKey,
        arrived: Callable[[], bool],
        bulk: bool = False,
    ) -> None:
        if arrived():
            return
        source = self._sources[number]

        def work(job: tuple[Sequence[str], Sequence[str]]) -> None:
            outcomes, failures = compile_each(source, *job, tier, self._compile)
            self._hand_over(number, tier, job, outcomes, failures)

        if not bulk:
            work((functions, variables))
            return
        jobs = [(functions[at : at + BULK], variables if not at else ()) for at in range(0, len(functions), BULK)]
        with ThreadPoolExecutor(getattr(self._executor, "_max_workers", None) or os.cpu_count()) as waiting:
            list(waiting.map(work, jobs))

    def compile_again(self, number: int, name: str, tier: TierKey, hot: Sequence[str]) -> tuple[Any, Any]:
        return compile_each(self._sources[number], (name,), (), tier, self._compile, hot)

    def _compile(self, text: str, tier: TierKey) -> bytes:
        return bytes(self._run(compile_guarded, text, tier))

    def _run(self, function: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return self._executor.submit(function, *arguments).result()
        except RejitError:
            raise
        except (BrokenProcessPool, CancelledError) as error:
            raise CompilerCrashed(f"the Executor given as workers= lost it: {error or type(error).__name__}") from error
        except RuntimeError as error:
            raise NoCompiler(f"the Executor given as workers= takes no work: {error}") from error

    def before_fork(self) -> None:
        """Nothing is held."""

    def after_fork_in_parent(self) -> None:
        """Nothing was held."""
