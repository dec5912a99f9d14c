"""lleaves' wheel brings no tests: models trained with LightGBM here, predicted by lleaves, compared with LightGBM.

Run by run.py in a virtual environment with lightgbm and lleaves; needs nothing of rejit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lleaves_shim
import pytest

lleaves_shim.install()

import lightgbm  # noqa: E402
import lleaves  # noqa: E402
import numpy  # noqa: E402

MODELS = {
    "regression": {"objective": "regression"},
    "binary": {"objective": "binary"},
    "multiclass": {"objective": "multiclass", "num_class": 3},
    "categorical": {"objective": "regression"},
}


@pytest.fixture(scope="module", params=sorted(MODELS))
def trained(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path, Any]:
    """A model, its file, and data to predict."""
    rng = numpy.random.default_rng(7)
    data = rng.normal(size=(600, 8))
    if request.param == "categorical":
        data[:, 0] = rng.integers(0, 9, 600)
    target = data[:, 1] * 2 + numpy.sin(data[:, 2] * 3) + data[:, 0]
    if request.param == "binary":
        target = (target > 0).astype(int)
    elif request.param == "multiclass":
        target = numpy.digitize(target, [-1, 1])
    categories = [0] if request.param == "categorical" else "auto"
    parameters = {**MODELS[request.param], "verbosity": -1, "num_threads": 1, "num_leaves": 15}
    model = lightgbm.train(
        parameters, lightgbm.Dataset(data, target, categorical_feature=categories), num_boost_round=20
    )
    path = tmp_path_factory.mktemp("models") / "model.txt"
    model.save_model(path)
    return model, path, data


@pytest.mark.parametrize("inline", [True, False])
@pytest.mark.parametrize("code_model", ["large", "small"])
def test_predictions(trained: tuple[Any, Path, Any], inline: bool, code_model: str) -> None:
    model, path, data = trained
    compiled = lleaves.Model(model_file=str(path))
    compiled.compile(finline=inline, fcodemodel=code_model)
    numpy.testing.assert_allclose(compiled.predict(data, n_jobs=2), model.predict(data), rtol=1e-12)


def test_the_object_cache(trained: tuple[Any, Path, Any], tmp_path: Path) -> None:
    model, path, data = trained
    cache = tmp_path / "model.o"
    for _ in range(2):
        compiled = lleaves.Model(model_file=str(path))
        compiled.compile(cache=str(cache))
        numpy.testing.assert_allclose(compiled.predict(data), model.predict(data), rtol=1e-12)
    assert cache.read_bytes()[:4] == b"\x7fELF"
