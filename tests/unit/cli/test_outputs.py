from pathlib import Path

import pytest

from procscore.cli.boundary import WrongCallError
from procscore.cli.outputs import check_suffixes, one_folder


def test_a_suffix_that_is_no_format_is_a_wrong_call_that_names_the_formats():
    with pytest.raises(WrongCallError) as refused:
        check_suffixes([Path("a.JSON"), Path("a.pdf")], {".json": 1, ".csv": 2})
    told = "a.pdf cannot be written: the suffix must be one of .json, .csv."
    assert str(refused.value.reason) == told


def test_every_known_suffix_passes_in_either_case():
    check_suffixes([Path("a.JSON"), Path("b.csv")], (".json", ".csv"))


def test_a_folder_is_named_once_or_not_at_all():
    assert one_folder("--letters", []) is None
    assert one_folder("--letters", ["n"]) == Path("n")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["n1", "n2"], "--letters is given more than once; it takes one folder."),
        ([""], "--letters names no folder."),
        ([" "], "--letters names no folder."),
    ],
)
def test_two_folders_and_a_folder_without_a_name_are_wrong_calls(given, told):
    with pytest.raises(WrongCallError) as refused:
        one_folder("--letters", given)
    assert str(refused.value.reason) == told
