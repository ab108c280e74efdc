"""The page: its first line is the answer."""

from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.verification import Difference, InputCheck, Verification
from procscore.pages import verification

DIFFERENCE = Difference(
    Location("r.xlsx", "Result", 7, 3), "the total", "3", "4", ("It is 2 + 2.",)
)


def test_the_title_is_the_answer():
    assert str(verification.page(Verification("r.xlsx", ())).title) == "Reproduced: r.xlsx"
    page = verification.page(Verification("r.xlsx", (DIFFERENCE,)))
    assert str(page.title) == "Not reproduced: r.xlsx"
    told = [str(each) for each in page.lead]
    assert "First: r.xlsx [Result] C7, the total: there stands 3, computed was 4." in told
    assert "It is 2 + 2." in told
    assert len(page.blocks[0].rows) == 1


def test_where_texts_were_added_nothing_is_called_exact():
    added = Verification("r.xlsx", (), added=(Location("r.xlsx", "Result", 21, 2),))
    first = str(verification.page(added).lead[0])
    assert "exactly" not in first
    assert "Texts were added to it, which are listed below: 1" in first
    assert "exactly" in str(verification.page(Verification("r.xlsx", ())).lead[0])


def test_a_recorded_file_that_was_not_given_is_named():
    checks = (InputCheck(InputFile("bids.xlsx", "bids.xlsx", "1"), None),)
    page = verification.page(Verification("r.xlsx", (), inputs=checks))
    told = [str(each) for each in page.lead]
    assert str(page.title) == "Not reproduced: r.xlsx"
    assert "bids.xlsx, which the ranking records, was not given." in told
