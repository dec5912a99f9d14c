"""The contract on PowerPC64LE. It is run on such a machine, or in an emulated Python, by test_emulated.py."""

from __future__ import annotations

from contract import ArchContract
from native import Field

from rejit.arch import ppc64le

KEPT_CR = 0x00FFF000  # CR2, CR3, CR4 belong to the caller
CONTROL = 0xFB  # FPSCR: enabled exceptions, rounding


class TestPPC64LE(ArchContract):
    arch = ppc64le
    triple = "powerpc64le-unknown-linux-gnu"
    compiler = "powerpc64le-linux-gnu-gcc"
    sources = ("ppc64le_probes.S",)
    integer_registers = 8
    float_registers = 8  # of those in front of the first word on the stack
    passed = (*(f"r{n}" for n in range(3, 11)), *(f"f{n}" for n in range(1, 14)))
    state_size = 1440
    default_control = {"fpscr": 0}
    other_control = {"fpscr": 3}

    def words_on_stack(self, integers: int, doubles: int) -> int:
        return max(0, integers + doubles - 8)

    def kept(self, level: int) -> dict[str, Field]:
        fields = {f"r{n}": Field(8 * (n - 3), 8) for n in range(3, 12)}
        fields |= {f"r{n}": Field(72 + 8 * (n - 14), 8) for n in range(14, 32)}
        fields |= {f"f{n}": Field(216 + 8 * (n - 1), 8) for n in range(1, 32)}
        fields |= {f"v{n}": Field(464 + 16 * (n - 2), 16) for n in range(2, 14)}
        fields |= {f"v{n}": Field(656 + 16 * (n - 20), 16) for n in range(20, 32)}
        fields["cr"] = Field(848, 8, 0xFFFFFFFF)
        fields["fpscr"] = Field(856, 8, CONTROL)
        fields |= {f"stack word {i}": Field(864 + 8 * i, 8) for i in range(4)}
        fields["r1"] = Field(896, 8, 0)
        fields["return address"] = Field(904, 8, 0)
        return fields

    def saved(self) -> dict[str, tuple[Field, Field]]:
        places = {f"r{n}": Field(920 + 8 * (n - 14), 8) for n in range(14, 32)}
        places |= {f"f{n}": Field(1064 + 8 * (n - 14), 8) for n in range(14, 32)}
        places |= {f"v{n}": Field(1216 + 16 * (n - 20), 16) for n in range(20, 32)}
        places |= {"fpscr": Field(1416, 8), "r1": Field(1424, 8)}
        found = {name: (self.kept(0)[name], place) for name, place in places.items()}
        found["cr"] = (Field(849, 2), Field(1409, 2))  # CR2 to CR5; CR5 is changed by nothing here
        return found
