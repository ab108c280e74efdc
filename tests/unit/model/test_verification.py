"""Whether a ranking is reproduced: by its figures and by the files that it records."""

from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.verification import Difference, InputCheck, Verification

RECORDED = InputFile("bids.xlsx", "bids.xlsx", 64 * "a")
SAME = InputCheck(RECORDED, RECORDED)
CHANGED = InputCheck(RECORDED, InputFile("bids.xlsx", "bids.xlsx", 64 * "b"))
MISSING = InputCheck(RECORDED, None)
DIFFERENCE = Difference(Location("ranking.xlsx", "審査結果", 7, 3), "the total", "3", "4")


def test_a_file_is_the_recorded_one_by_its_bytes_whatever_it_is_called():
    assert SAME.same
    assert InputCheck(RECORDED, InputFile("copy.xlsx", "copy.xlsx", RECORDED.sha256)).same
    assert not CHANGED.same


def test_a_file_that_was_not_given_is_not_the_recorded_one():
    assert not MISSING.same


def test_one_difference_is_enough_whatever_the_files_are():
    assert Verification("ranking.xlsx", ()).reproduced
    assert not Verification("ranking.xlsx", (DIFFERENCE,)).reproduced
    assert not Verification("ranking.xlsx", (DIFFERENCE,), inputs=(SAME,)).reproduced


def test_the_same_figures_from_another_file_are_not_reproduced():
    assert Verification("ranking.xlsx", (), inputs=(SAME,)).reproduced
    assert not Verification("ranking.xlsx", (), inputs=(SAME, CHANGED)).reproduced


def test_all_recorded_files_have_to_be_given_and_no_other():
    assert not Verification("ranking.xlsx", (), inputs=(SAME, MISSING)).reproduced
    assert not Verification("ranking.xlsx", (), inputs=(SAME,), unrecorded=(RECORDED,)).reproduced


def test_computed_from_its_own_record_a_ranking_needs_no_file():
    assert Verification("ranking.xlsx", (), inputs=(MISSING,), from_record=True).reproduced
