"""Another CPU's Python under qemu's user emulation, for tests; LLVM stays this machine's, behind `--compiler`.

What emulation cannot show: a missing flush of the instruction cache, a missing barrier, pages larger than 4 KiB.
qemu keeps its translation of code that is written over through /proc/self/mem or an alias, so memory is sealed page by
page there (REJIT_MEMORY).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from tools import need

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
COMPILER = f"{sys.executable} -m rejit compiler"
PURE = ("pytest", "pytest-timeout", "pluggy", "iniconfig", "packaging", "pygments")  # what pytest needs, all Python
CPUS = {  # Debian's name, qemu, triple
    "aarch64": ("arm64", "qemu-aarch64-static", "aarch64-linux-gnu"),
    "ppc64le": ("ppc64el", "qemu-ppc64le-static", "powerpc64le-linux-gnu"),
}


class Foreign:
    """A CPU's root folder, made if it is not there: a few seconds, and 11 MB from Debian."""

    def __init__(self, cpu: str) -> None:
        debian, self.qemu, self.triple = CPUS[cpu]
        self.cpu = cpu
        need(self.qemu)
        self.root = ROOT / "build" / debian
        script = ["sh", str(ROOT / "scripts" / "foreign_root.sh"), debian, self.qemu, str(self.root)]
        made = subprocess.run(script, capture_output=True, text=True, timeout=120)
        assert made.returncode == 0, made.stderr
        self.pure = self.root / "packages"
        _link_packages(self.pure)

    def run(self, arguments: Sequence[str], timeout: float, **more: str) -> subprocess.CompletedProcess[str]:
        """Python with these arguments, in the checkout."""
        environment = os.environ | {
            "PYTHONPATH": f"{self.pure}:{ROOT / 'src'}",
            "REJIT_MEMORY": "seal",
            "REJIT_TEST_COMPILER": COMPILER,
            **more,
        }
        command = [str(self.root / "python"), *arguments]
        return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=timeout)

    def ir(self, source: Path, folder: Path, *options: str) -> Path:
        """A C program as this CPU's IR, not optimised yet."""
        out = folder / f"{source.stem}.ll"
        headers = ["-isystem", f"/usr/{self.triple}/include"]
        flags = ["-fPIC", "-O2", "-Xclang", "-disable-llvm-passes", "-S", "-emit-llvm", "-w", *options]
        command = [
            need("clang++-19" if source.suffix == ".cpp" else "clang-19"),
            f"--target={self.triple}",
            *headers,
            *flags,
            "-o",
            str(out),
            str(source),
        ]
        subprocess.run(command, check=True, timeout=60)
        return out

    def program(self, name: str) -> Path:
        """A program of the corpus (bench.corpus) as this CPU's IR; made once, beside the root folder's Python."""
        sys.path.insert(0, str(ROOT))
        from bench import corpus

        sys.path.pop(0)
        out = self.root / "programs" / f"{name}.ll"
        if not out.is_file():
            program, folder = corpus.PROGRAMS[name], out.parent / name
            folder.mkdir(parents=True, exist_ok=True)
            assert program.package is not None
            with corpus.locked(corpus.corpus_dir()):
                source = corpus.Sources(corpus.corpus_dir()).fetch(program.package)
            files = {file for pattern in program.sources for file in source.glob(pattern)}
            files -= {file for pattern in program.exclude for file in source.glob(pattern)}
            modules = [str(self.ir(file, folder, *program.flags)) for file in sorted(files)]
            part = out.with_suffix(".part")
            subprocess.run([need("llvm-link-19"), "-S", "-o", str(part), *modules], check=True, timeout=60)
            part.rename(out)
        return out

    def rejit_run(self, arguments: Sequence[str], timeout: float = 60) -> subprocess.CompletedProcess[str]:
        """`rejit run` with LLVM behind --compiler."""
        return self.run(["-m", "rejit", "run", "--compiler", COMPILER, *arguments], timeout)


def _link_packages(folder: Path) -> None:
    """The pure packages that are installed here, and no other: llvmlite's files are for this machine."""
    folder.mkdir(exist_ok=True)
    for name in PURE:
        distribution = metadata.distribution(name)
        tops = {file.parts[0] for file in distribution.files or () if ".." not in file.parts}
        for top in tops - {"__pycache__"}:
            link = folder / top
            if not link.is_symlink():
                link.symlink_to(Path(str(distribution.locate_file(top))).resolve())


if __name__ == "__main__":  # for scripts/setup.sh
    for debian, qemu, _ in CPUS.values():
        print(debian, qemu)
