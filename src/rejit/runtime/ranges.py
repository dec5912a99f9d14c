"""Address ranges, and what to say when the kernel refuses them."""

from __future__ import annotations

from rejit.errors import NoCodeMemory
from rejit.runtime import libc
from rejit.runtime.backends import PAGE
from rejit.runtime.slabs import round_up

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SMALLEST_SPAN = 1 << 24  # bytes; below this a limit on address space (ulimit -v) is an error
BASE_ALIGN = 1 << 21  # bytes; a huge page, should the kernel want to use one


def map_aligned(size: int, align: int, protection: int) -> int:
    """Map private memory at a multiple of `align`; -1 and errno if refused."""
    extra = align - PAGE
    flags = libc.MAP_PRIVATE | libc.MAP_ANONYMOUS | libc.MAP_NORESERVE
    start = libc.mmap(0, size + extra, protection, flags, -1, 0)
    if start < 0 or not extra:
        return start
    address = round_up(start, align)
    if address > start:
        libc.munmap(start, address - start)
    if start + extra > address:
        libc.munmap(address + size, start + extra - address)
    return address


def reserve_range(span: int) -> tuple[int, int]:
    """(address, bytes) of a range that nothing else will use. Raises NoCodeMemory.

    No address in it has 32 low bits of zero: libgcc takes a function there for one that the linker has removed, and
    leaves its unwind table out (`classify_object_over_fdes` in unwind-dw2-fde.c)."""
    unfit: list[int] = []
    while True:
        address = map_aligned(span, BASE_ALIGN, libc.PROT_NONE)
        if address >= 0 and -address % (1 << 32) < span and len(unfit) < 8:
            unfit.append(address)  # kept until there is another, which then lies elsewhere
            continue
        for place in unfit:
            libc.munmap(place, span)
        if address >= 0:
            return address, span
        if unfit:
            unfit.clear()  # an address like that is better than none
            address = map_aligned(span, BASE_ALIGN, libc.PROT_NONE)
            if address >= 0:
                return address, span
        if span // 2 < SMALLEST_SPAN:
            raise NoCodeMemory(refusal(f"{span} bytes of address space are refused", [libc.failed("mmap(PROT_NONE)")]))
        span //= 2


def clear(address: int, size: int) -> None:
    """Zero private data; whole pages go back to the kernel."""
    first = round_up(address, PAGE)
    last = (address + size) & -PAGE
    if last <= first:
        libc.put(address, bytes(size), size)
        return
    libc.put(address, bytes(first - address), first - address)
    libc.put(last, bytes(address + size - last), address + size - last)
    if libc.madvise(first, last - first, libc.MADV_DONTNEED) < 0:  # locked pages (mlockall)
        libc.put(first, bytes(last - first), last - first)


def refusal(what: str, reasons: Sequence[OSError]) -> str:
    """A message: what failed, every call that was refused, and the policies in force that may have refused it."""
    lines = [what, *(f"    {reason.strerror}" for reason in reasons)]
    policies = _policies()
    if policies:
        lines.append("in force here: " + "; ".join(policies))
    return "\n".join(lines)


def _policies() -> list[str]:
    found = []
    if libc.prctl(libc.PR_GET_MDWE, 0, 0, 0, 0) > 0:
        found.append("memory-deny-write-execute (prctl PR_SET_MDWE, systemd's MemoryDenyWriteExecute=)")
    if libc.prctl(libc.PR_GET_DUMPABLE, 0, 0, 0, 0) == 0:
        found.append("the process is not dumpable, so its /proc files belong to root (it changed its user, or prctl)")
    if _line("/proc/self/status", b"Seccomp:") == b"2":
        found.append("a seccomp filter (container, firejail, systemd)")
    if _line("/sys/fs/selinux/enforce", b"") == b"1":
        found.append("SELinux, enforcing (execmem)")
    if _line("/proc/sys/vm/memfd_noexec", b"") == b"2":
        found.append("vm.memfd_noexec=2")
    return found


def _line(path: str, prefix: bytes) -> bytes:
    """What follows `prefix` on the first line of a file that begins with it; b"" if there is none."""
    try:
        with open(path, "rb") as file:
            for line in file:
                if line.startswith(prefix):
                    return line[len(prefix) :].strip()
    except OSError:
        pass
    return b""
