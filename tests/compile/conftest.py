"""The process that forks compile servers, one for all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from zygote import Zygote


@pytest.fixture(scope="session")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    with pytest.MonkeyPatch.context() as patch:  # what fails leaves replay files beside the cache
        patch.setenv("REJIT_CACHE_DIR", str(tmp_path_factory.mktemp("zygote") / "cache"))
        made = Zygote()
    yield made
    made.close()
