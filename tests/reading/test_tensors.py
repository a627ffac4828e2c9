"""An encoder that stands still, and what was learnt since."""

import numpy as np
import pytest

from interaction_model.training import stored
from spasm_guide.reading.tensors import Corrected

CHANCE = np.random.default_rng(5)
WEIGHT, BIAS = CHANCE.normal(size=(6, 4)).astype("f"), CHANCE.normal(size=6).astype("f")
UP, DOWN = (CHANCE.normal(size=size).astype(np.float16) for size in ((6, 2), (2, 4)))


@pytest.fixture
def corrected(tmp_path):
    def made(**correction):
        scale = np.abs(WEIGHT).max(1) / np.float32(127)
        values = np.rint(WEIGHT / scale[:, None]).astype(np.int8)
        kept = {"map": values, "map.scale": scale, "map.bias": BIAS, "norm": BIAS}
        stored.write(tmp_path / "kept", kept, {})
        stored.write(
            tmp_path / "since", {k.replace("_", "."): v for k, v in correction.items()}, {}
        )
        return Corrected(tmp_path / "kept", tmp_path / "since")

    return made


def test_without_a_correction_it_is_as_it_was_learnt(corrected):
    weight, bias = corrected().affine("map")
    assert np.abs(weight - WEIGHT.T).max() < 0.02
    assert (bias == BIAS).all()


def test_a_correction_is_added_to_the_map_and_stands_in_place_of_the_bias(corrected):
    plain, _ = corrected().affine("map")
    weight, bias = corrected(map_up=UP, map_down=DOWN, map_bias=2 * BIAS).affine("map")
    assert np.allclose(weight - plain, (UP.astype("f") @ DOWN.astype("f")).T, atol=1e-5)
    assert (bias == 2 * BIAS).all()


def test_what_is_not_corrected_stays(corrected):
    found = corrected(map_bias=2 * BIAS)
    assert (found["norm"] == BIAS).all() and (found["map.bias"] == 2 * BIAS).all()
