from dataclasses import FrozenInstanceError

import pytest

from procscore.model.part import WHOLE, Part


def test_the_whole_leaves_nothing_out():
    assert Part() == WHOLE
    assert (WHOLE.stage, WHOLE.technical_only, WHOLE.withdrawn) == (None, False, ())


def test_a_part_cannot_be_changed_after_a_result_was_computed_from_it():
    with pytest.raises(FrozenInstanceError):
        WHOLE.stage = "documents"
