"""The page: its first line is the answer."""

from procscore.diagnostics import Location
from procscore.model.verification import Difference, Verification
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
