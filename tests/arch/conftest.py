"""The contract's assertions explain themselves, though it is no test module; and a CPU's contract runs on that CPU."""

import os

import pytest

pytest.register_assert_rewrite("contract")

collect_ignore = [f"test_{cpu}.py" for cpu in ("aarch64", "ppc64le") if cpu != os.uname().machine]
