"""The columns by which most criteria are known, each as often."""

from procscore.ingest.foreign import guess_criteria
from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.view import View
from support import foreign
from support.foreign import Drawn

KNOWN = Acquaintance(foreign.criteria(), (), ())
ROWS = (("1", "(1)", "目的", 10), ("1", "(2)", "課題", 20), ("2", "(1)", "画面", 15))


def _view(rows=ROWS, heads=("", "", "", "配点")):
    values = {
        f"{column}{row}": value
        for row, cells in enumerate((heads, *rows), start=1)
        for column, value in zip("ABCD", cells, strict=True)
        if value
    }
    return View(Drawn(values))


def test_two_columns_may_be_one_number():
    found = guess_criteria.find(_view(), KNOWN, 2, 5)
    assert (found.across, found.under, found.lines) == ((1, 2), "technical", (2, 3, 4))


def test_one_column_goes_before_two_that_say_no_more():
    rows = tuple(
        (*row[:2], name, row[3])
        for row, name in zip(ROWS, ("aim", "issues", "design"), strict=True)
    )
    assert guess_criteria.find(_view(rows), KNOWN, 2, 5).across == (3,)


def test_criteria_may_come_again_but_all_of_them():
    assert guess_criteria.find(_view((*ROWS, *ROWS)), KNOWN, 2, 5).across == (1, 2)
    once_more = (("1", "aim", "目的", 10), ("1", "aim", "aim", 20), ("2", "aim", "issues", 15))
    assert guess_criteria.find(_view(once_more), KNOWN, 2, 5).across == (3,)


def test_nothing_is_known_without_criteria_or_by_other_words():
    nobody = Acquaintance(None, (), ())
    assert guess_criteria.find(_view(), nobody, 2, 5).across == ()
    assert guess_criteria.find(_view((("甲", "乙", "丙", "丁"),)), KNOWN, 2, 5).lines == ()


def test_without_criteria_a_column_of_numbers_or_the_only_words_head_the_lines():
    words = (("甲", "(1)", "目的", 10), ("甲", "(2)", "課題", 20), ("乙", "(3)", "画面", 15))
    assert guess_criteria.only_texts(_view(words), (2, 4), 4) == (2,)
    both = (("い", "", "目的", 10), ("ろ", "", "課題", 20))
    assert guess_criteria.only_texts(_view(both), (2, 3), 4) == ()
    assert guess_criteria.only_texts(_view((*both[:1], ("い", "", "課題", 20))), (2, 3), 4) == (3,)


def test_points_are_a_column_in_which_every_known_criterion_has_its_own():
    found = guess_criteria.find(_view(), KNOWN, 2, 5)
    assert guess_criteria.points(_view(), KNOWN, found, 5) == 4
    wrong = (*ROWS[:2], (*ROWS[2][:3], 30))
    assert guess_criteria.points(_view(wrong), KNOWN, found, 5) is None
    assert guess_criteria.points(_view(heads=("", "", "", "係")), KNOWN, found, 5) is None
