"""Sheets and columns are known by their words, in either language and any spelling."""

from itertools import combinations

import pytest

from procscore.ingest.layouts import words
from procscore.names import key

TABLES = ("SHEETS", "PROCUREMENT", "VENDORS", "EVALUATORS", "GRID", "TABLE")


@pytest.mark.parametrize("table", TABLES)
def test_no_word_has_two_meanings_in_its_table(table):
    meanings = {
        meaning: {key(word) for word in spellings}
        for meaning, spellings in getattr(words, table).items()
    }
    for one, other in combinations(meanings, 2):
        assert not meanings[one] & meanings[other]


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("提案者", "vendors"),
        ("VENDORS", "vendors"),
        (" 審査　委員 ", "evaluators"),
        ("Ｍａｒｋｓ", "marks"),
        ("採点表", None),
        ("", None),
    ],
)
def test_a_sheet_is_known_by_its_name(written, meaning):
    assert words.look_up(words.SHEETS, written) == meaning


@pytest.mark.parametrize(
    ("sheet", "evaluator"),
    [
        ("採点_委員1", "委員1"),
        ("Marks_Sato", "Sato"),
        ("MARKS_sato", "sato"),
        ("採点＿委員1", "委員1"),
        (" 採点_ 福井 一郎 ", "福井 一郎"),
        ("採点_A_B", "A_B"),
        ("採点", None),
        ("採点_", None),
        ("採点_ ", None),
        ("委員1", None),
        ("Marks of Sato", None),
    ],
)
def test_an_evaluators_sheet_carries_the_evaluators_name(sheet, evaluator):
    assert words.evaluator_of(sheet) == evaluator


def test_a_blank_says_valid_and_present():
    assert words.STATUSES[""].value == "eligible"
    assert words.ATTENDANCE[""] is True


def test_the_words_for_absence_mean_absent():
    assert [word for word, present in words.ATTENDANCE.items() if not present] == ["欠席", "absent"]
