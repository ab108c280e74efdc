from pathlib import Path

import pytest

from procscore.cli.boundary import WrongCallError
from procscore.cli.outputs import check_suffixes


def test_a_suffix_that_is_no_format_is_a_wrong_call_that_names_the_formats():
    with pytest.raises(WrongCallError) as refused:
        check_suffixes([Path("a.JSON"), Path("a.pdf")], {".json": 1, ".csv": 2})
    told = "a.pdf cannot be written: the suffix must be one of .json, .csv."
    assert str(refused.value.reason) == told


def test_every_known_suffix_passes_in_either_case():
    check_suffixes([Path("a.JSON"), Path("b.csv")], (".json", ".csv"))
