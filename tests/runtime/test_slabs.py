"""Which addresses are free: no overlap, right alignment, everything comes together again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejit.errors import OutOfCodeMemory
from rejit.runtime.slabs import FIRST_SLAB, GRANULE, LARGEST_SLAB, Arena, PackedPages, Region

BASE = 1 << 40
PAGE = 4096

requests = st.lists(
    st.one_of(
        st.tuples(st.integers(1, 20_000), st.sampled_from([1, 16, 64, 4096, 1 << 16])),
        st.integers(0, 1 << 30),  # release the block of this number, modulo how many there are
    ),
    max_size=150,
)


def region() -> Region:
    return Region("test", BASE, BASE + (1 << 30))


@settings(max_examples=150, deadline=None)
@given(requests)
def test_arena_blocks_do_not_overlap_and_coalesce(steps: list[tuple[int, int] | int]) -> None:
    whole = region()
    arena = Arena(whole.take)
    live: list[tuple[int, int]] = []
    for step in steps:
        if isinstance(step, tuple):
            size, align = step
            address = arena.reserve(size, align)
            assert address % max(align, GRANULE) == 0 and address + arena.rounded(size) <= whole.committed
            live.append((address, size))
        elif live:
            address, size = live.pop(step % len(live))
            assert arena.release(address, size) == [(address, arena.rounded(size))]
        taken = sorted((address, address + arena.rounded(size)) for address, size in live)
        assert all(end <= start for (_, end), (start, _) in pairwise(taken))
        assert arena.used == sum(end - start for start, end in taken)
        assert arena.free_bytes() + arena.used == whole.committed - whole.start
    for address, size in live:
        arena.release(address, size)
    assert arena._mask == 0 and not arena._starts and not arena._ends


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9000), st.sampled_from([16, 64, 4096]), st.integers(0, 3)), max_size=120))
def test_packed_pages_hand_out_no_byte_of_a_sealed_page(steps: list[tuple[int, int, int]]) -> None:
    arena = PackedPages(region().take, PAGE)
    pending: list[tuple[int, int]] = []
    live: list[tuple[int, int]] = []
    sealed: dict[int, int] = {}  # page -> live blocks in it

    def pages(address: int, size: int) -> range:
        return range(address & -PAGE, address + arena.rounded(size), PAGE)

    for size, align, action in steps:
        address = arena.reserve(size, align)
        assert address % align == 0
        assert not any(page in sealed for page in pages(address, size))
        taken = sorted((a, a + arena.rounded(s)) for a, s in [*pending, *live, (address, size)])
        assert all(end <= start for (_, end), (start, _) in pairwise(taken))
        pending.append((address, size))
        if action == 1:  # commit all
            for block in pending:
                arena.committed(*block)
                for page in pages(*block):
                    sealed[page] = sealed.get(page, 0) + 1
            live += pending
            pending = []
        elif action == 2:
            arena.release(*pending.pop(len(pending) // 2))
        elif action == 3 and live:
            block = live.pop(len(live) // 2)
            empty = {start for start, _ in arena.release(*block)}
            for page in pages(*block):
                sealed[page] -= 1
                if not sealed[page]:
                    del sealed[page]
            assert not empty & set(sealed)
    for block in pending + live:
        arena.release(*block)
    assert arena.used == 0 and not arena._users


def test_slabs_grow_and_touch() -> None:
    whole = region()
    sizes = []
    for _ in range(12):
        address, size = whole.take(1)
        assert address == BASE + sum(sizes)
        sizes.append(size)
    assert sizes[:3] == [FIRST_SLAB, FIRST_SLAB, 2 * FIRST_SLAB] and max(sizes) == LARGEST_SLAB


def test_the_last_slab_is_what_is_left() -> None:
    whole = Region("tiny", BASE, BASE + FIRST_SLAB + 65536)
    whole.take(1)
    assert whole.take(1) == (BASE + FIRST_SLAB, 65536)
    with pytest.raises(OutOfCodeMemory, match="tiny region is full"):
        whole.take(1)
