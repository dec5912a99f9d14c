"""Line tables, against what binutils read in the same object."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import tools
from rejit.errors import BadObject
from rejit.link.dwarf import LineTable, line_table, relocated
from rejit.link.pieces import split, with_debug

SOURCE = """
inline __attribute__((always_inline)) int doubled(int x) {
  return 2 * x;
}
int first(int *p, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += doubled(p[i]);

  return sum;
}
"""


def table_of(folder: Path, *flags: str) -> tuple[LineTable, Path]:
    source, output = folder / "lines.c", folder / "lines.o"
    source.write_text(SOURCE)
    command = [tools.need("clang-19"), "-c", "-fPIC", "-ffunction-sections", *flags, source, "-o", output]
    subprocess.run(command, check=True, cwd=folder)
    (piece,) = (p for p in with_debug(split(output.read_bytes(), debug=True)) if p[0] == "code")
    symbols = {name: offset for name, offset, _, _ in piece[5]}
    return line_table(relocated(piece[8], symbols)), output


def decoded(path: Path) -> set[tuple[int, int]]:
    """(address, line) of the rows that binutils find."""
    text = subprocess.check_output([tools.need("objdump"), "-w", "--dwarf=decodedline", path], text=True)
    return {(int(at, 0), int(line)) for line, at in re.findall(r"lines\.c\s+(\d+)\s+(0x[0-9a-f]+|0)\b", text)}


@pytest.mark.parametrize("level", ["-O0", "-O3"])
@pytest.mark.parametrize("version", ["-gdwarf-2", "-gdwarf-4", "-gdwarf-5", "-gline-tables-only"])
def test_rows_are_those_of_binutils(tmp_path: Path, version: str, level: str) -> None:
    table, path = table_of(tmp_path, level, version)
    rows = {(address, line) for address, line, _ in table.rows if line > 0}
    assert rows == {row for row in decoded(path) if row[1]}
    assert len(rows) > 5
    (file,) = {file for _, line, file in table.rows if line > 0}
    older = version in ("-gdwarf-2", "-gdwarf-4")  # these do not name the folder that the compiler ran in
    assert table.path(file) == ("lines.c" if older else str(tmp_path / "lines.c"))


def test_an_address_has_the_line_of_the_row_before_it() -> None:
    table = LineTable()
    table.files = {0: ("/there", "a.c"), 1: ("/there", "a.c"), 2: ("/there/sub", "b.h")}
    table.rows = [(16, 5, 1), (20, 0, 1), (24, 7, 2), (32, -1, 2), (64, 9, 1)]
    asked = (15, 16, 19, 20, 23, 24, 31, 32, 63, 64)
    expected = [None, *[("a.c", 5)] * 4, *[("/there/sub/b.h", 7)] * 2, None, None, ("a.c", 9)]
    assert [table.at(address) for address in asked] == expected
    assert (table.path(1), table.path(2)) == ("/there/a.c", "/there/sub/b.h")


def test_damaged_tables_are_refused(tmp_path: Path) -> None:
    table_of(tmp_path, "-g")
    pieces = with_debug(split((tmp_path / "lines.o").read_bytes(), debug=True))
    (piece,) = (p for p in pieces if p[0] == "code")
    sections = relocated(piece[8], {})
    whole = sections[".debug_line"]
    for end in range(1, len(whole)):
        with pytest.raises(BadObject):
            line_table({**sections, ".debug_line": whole[:end]})
    for at in range(len(whole)):  # whatever a byte becomes, it is refused or read to the end
        for value in (0, 255):
            damaged = bytearray(whole)
            damaged[at] = value
            try:
                line_table({**sections, ".debug_line": damaged})
            except BadObject:
                pass
