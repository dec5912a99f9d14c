"""The folder with the programs, made once."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lli_runs import FILES

from tools import need


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lli")
    for name, text in FILES.items():
        (folder / name).write_text(text)
    subprocess.run([need("llvm-as-19"), "args.ll", "-o", "args.bc"], cwd=folder, check=True)
    return folder
