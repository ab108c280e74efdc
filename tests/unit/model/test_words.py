"""Sheets and columns are known by their words, in either language and any spelling."""

from itertools import combinations

import pytest

from procscore import language
from procscore.model import words
from procscore.names import key

TABLES = ("SHEETS", "PROCUREMENT", "VENDORS", "EVALUATORS", "GRID", "TABLE", "ANSWERS")


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


def test_what_is_passed_over_in_answers_is_nobody_s_name():
    passed_over = {key(word) for word in words.ANSWER_COLUMNS}
    for spellings in words.ANSWERS.values():
        assert not passed_over & {key(word) for word in spellings}


SPELT = [
    *(words.SHEETS.values()),
    *(words.KEY.values()),
    *(words.PROCUREMENT.values()),
    *(words.VENDORS.values()),
    *(words.EVALUATORS.values()),
    *(words.GRID[meaning] for meaning in ("criterion", "points")),
    *(words.HOW_HEADINGS, words.NOTE_HEADINGS, words.COMMENT_SUFFIXES, words.EXAMPLE_HEADINGS),
    *(words.TOTAL_ROWS, words.MISSING_ROWS, words.OWN_RANK_ROWS, words.EVALUATOR_SHEET_PREFIXES),
]


@pytest.mark.parametrize("spellings", SPELT, ids=lambda each: each[0])
def test_what_is_written_is_a_word_of_the_language_and_read_back_as_the_same(spellings):
    for lang in ("ja", "en"):
        language.use(lang)
        written = words.spelt(spellings)
        assert written.isascii() == (lang == "en")
        assert key(written) in {key(each) for each in spellings}


def test_a_word_is_spelt_in_the_language_in_force_and_english_begins_with_a_capital():
    assert words.spelling(words.SHEETS, "vendors") == "Vendors"
    assert words.spelling(words.VENDORS, "lot") == "Lot"
    assert words.spelt(words.HOW_HEADINGS) == "How to mark"
    language.use("ja")
    assert words.spelling(words.SHEETS, "vendors") == "提案者"
    assert words.spelling(words.VENDORS, "arrival") == "受付番号"
    with pytest.raises(KeyError):
        words.spelling(words.SHEETS, "nothing")


def test_the_words_of_a_list_are_those_of_one_language_in_their_order():
    assert words.words_for(words.STATUSES) == ("valid", "withdrawn", "disqualified", "invalid")
    language.use("ja")
    assert words.words_for(words.STATUSES) == ("有効", "辞退", "失格", "無効")
    assert words.words_for(words.ATTENDANCE) == ("出席", "代理出席", "欠席")


@pytest.mark.parametrize("table", [words.STATUSES, words.ATTENDANCE, words.ROLES])
def test_every_meaning_has_a_word_in_both_languages(table):
    for lang in ("ja", "en"):
        language.use(lang)
        assert {table[word] for word in words.words_for(table)} == set(table.values())


def test_headings_of_forms_are_passed_over_where_marks_are_read():
    for spellings in (words.HOW_HEADINGS, words.NOTE_HEADINGS):
        for each in spellings:
            assert words.look_up(words.GRID, each) == "other"
    for each in words.COMMENT_SUFFIXES:
        assert each == each.casefold()


@pytest.mark.parametrize(
    ("heading", "vendor"),
    [
        ("A社 所見", "A社"),
        ("A社（所見", "A社"),
        ("X comment ", "X"),
        ("所見", None),
        ("所見 A社", None),
    ],
)
def test_a_column_of_comments_names_its_vendor(heading, vendor):
    assert words.commented(heading) == vendor
