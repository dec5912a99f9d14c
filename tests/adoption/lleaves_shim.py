"""What lleaves 1.3 uses of llvmlite and newer llvmlites do not have: initialize and the old pass managers."""

from __future__ import annotations

from typing import Any

import llvmlite.binding as llvm


class PassManagerBuilder:
    """The old builder: remembers the level, and fills a ModulePassManager."""

    opt_level = 2
    inlining_threshold = 0

    def populate(self, manager: ModulePassManager) -> None:
        manager.level = self.opt_level
        manager.inlines = self.inlining_threshold > 0


class ModulePassManager:
    """The old manager, on the new passes."""

    level = 0
    inlines = False

    def run(self, module: Any) -> None:
        llvm.initialize_native_target()
        machine = llvm.Target.from_triple(llvm.get_process_triple()).create_target_machine(opt=self.level)
        options = llvm.create_pipeline_tuning_options(speed_level=self.level)
        builder = llvm.create_pass_builder(machine, options)
        builder.getModulePassManager().run(module, builder)


def install() -> None:
    """Add the names, where they are missing."""
    try:
        llvm.initialize()
    except (AttributeError, RuntimeError):
        llvm.initialize = lambda: None
    if not hasattr(llvm, "PassManagerBuilder"):
        llvm.PassManagerBuilder = PassManagerBuilder
        llvm.ModulePassManager = ModulePassManager
