from dataclasses import FrozenInstanceError

import pytest

from procscore.diagnostics import Location
from procscore.model.part import WHOLE
from procscore.model.recorded import Recorded


def test_a_record_cannot_be_changed_after_it_was_read():
    found = Recorded(Location("r.json"), "0.1.0", "ja", "", WHOLE, (), "", {}, {})
    with pytest.raises(FrozenInstanceError):
        found.digest = "0" * 64
