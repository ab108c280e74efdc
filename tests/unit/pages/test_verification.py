"""The page: its first line is the answer."""

from dataclasses import replace

import pytest

from procscore.comparing.results import compare
from procscore.diagnostics import Location
from procscore.language import message
from procscore.model.bids import InputFile
from procscore.model.page import Sentences, Table
from procscore.model.verification import Difference, InputCheck, Verification
from procscore.pages import verification
from support import books, results

DIFFERENCE = Difference(
    Location("r.xlsx", "Result", 7, 3), "the total", "3", "4", ("It is 2 + 2.", "So it is.")
)
BIDS = InputFile("bids.xlsx", "bids.xlsx", "1")
RENAMED = InputFile("b.xlsx", "b.xlsx", "1")
CHANGED = InputFile("bids.xlsx", "bids.xlsx", "2")
REPLACED = InputFile("new.xlsx", "new.xlsx", "2")


def page(*differences, **rest):
    return verification.page(Verification("r.xlsx", differences, **rest))


def lead(made):
    return [str(each) for each in made.lead]


def sentences(made):
    """Return the lists of sentences by their titles."""
    return {
        str(block.title): [str(each) for each in block.sentences]
        for block in made.blocks
        if isinstance(block, Sentences)
    }


def tables(made):
    """Return the rows of the tables by their titles."""
    return {
        str(block.title): [tuple(str(cell.text) for cell in row) for row in block.rows]
        for block in made.blocks
        if isinstance(block, Table)
    }


def moved(where, found="3", expected="4", why=()):
    return replace(DIFFERENCE, where=where, found=found, expected=expected, why=why)


def test_the_title_is_the_answer_and_the_count_stands_below_it():
    made = page()
    assert (str(made.title), made.blocks) == ("Reproduced: r.xlsx", ())
    assert lead(made) == ["The ranking is exactly what was computed again."]
    made = page(DIFFERENCE, DIFFERENCE)
    assert str(made.title) == "Not reproduced: r.xlsx"
    assert lead(made) == ["The ranking is not what was computed. Differences: 2"]


def test_the_first_difference_is_told_in_full_and_has_no_table():
    long = "=" + 99 * "1"
    made = page(replace(DIFFERENCE, found=long))
    assert sentences(made) == {
        "The first difference": [
            "[Result] C7: the total",
            f"In the ranking: {long}",
            "Computed: 4",
            "It is 2 + 2.",
            "So it is.",
        ]
    }
    assert tables(made) == {}


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (Location("r.json", "vendors.A社.rank"), "vendors.A社.rank: the total"),
        (Location("r.xlsx", "集計"), "集計: the total"),
        (Location("r.xlsx"), "the total"),
    ],
)
def test_a_place_is_named_without_the_file_that_the_title_names(where, told):
    assert sentences(page(moved(where)))["The first difference"][0] == told


def test_what_is_not_there_or_should_not_be_there_is_called_nothing():
    first = sentences(page(replace(DIFFERENCE, found="", expected="")))["The first difference"]
    assert first[1:3] == ["In the ranking: nothing", "Computed: nothing"]


def test_the_others_stand_in_a_table():
    others = moved(Location("r.xlsx", "Result", 8, 3), found=""), moved(Location("r.xlsx"))
    made = page(DIFFERENCE, *others)
    (table,) = (each for each in made.blocks if isinstance(each, Table))
    headings = [str(each.heading) for each in table.columns]
    assert headings == ["Where", "What stands there", "In the ranking", "Computed"]
    rows = [("[Result] C8", "the total", "-", "4"), ("", "the total", "3", "4")]
    assert tables(made) == {"The other differences": rows}
    assert list(sentences(made)) == ["The first difference"]


def test_of_long_values_the_table_shows_where_they_differ_and_all_stands_below():
    where = [Location("r.xlsx", "Result", row, 1) for row in (8, 9, 10, 11, 12, 13)]
    left, right = "=SUM(A1:A9)-MAX(B1:B9)*2+77777777", "=SUM(A1:A9)-MIN(B1:B9)*2+77777777"
    made = page(
        DIFFERENCE,
        moved(where[0], left, right),
        moved(where[1], 19 * "a" + "b", 19 * "a" + "c"),
        moved(where[2], 20 * "a", 21 * "b"),
        moved(where[3], 30 * "a", 31 * "a"),
        moved(where[4], 21 * "b", ""),
        moved(where[5], "", 21 * "b"),
    )
    shown = [row[2:] for row in tables(made)["The other differences"]]
    assert shown == [
        ("…" + left[7:27] + "…", "…" + right[7:27] + "…"),
        (19 * "a" + "b", 19 * "a" + "c"),
        (20 * "a", 20 * "b" + "…"),
        ("…" + 6 * "a", "…" + 7 * "a"),
        (20 * "b" + "…", "-"),
        ("-", 20 * "b" + "…"),
    ]
    assert sentences(made)["Longer values in full"] == [
        f"[Result] A8, in the ranking: {left}",
        f"[Result] A8, computed: {right}",
        f"[Result] A10, in the ranking: {20 * 'a'}",
        f"[Result] A10, computed: {21 * 'b'}",
        f"[Result] A11, in the ranking: {30 * 'a'}",
        f"[Result] A11, computed: {31 * 'a'}",
        f"[Result] A12, in the ranking: {21 * 'b'}",
        "[Result] A12, computed: nothing",
        "[Result] A13, in the ranking: nothing",
        f"[Result] A13, computed: {21 * 'b'}",
    ]


def test_a_reason_is_told_once_for_all_places():
    where = [Location("r.xlsx", "Result", row, 1) for row in (8, 9, 10, 11)]
    sums = (message("It is {what}.", what="2 + 2"), "So it is.")
    made = page(
        DIFFERENCE,
        moved(where[0], why=sums),
        moved(where[1], why=("It was read.",)),
        moved(where[2], why=sums),
        moved(where[3]),
    )
    assert sentences(made)["How the computed values come about"] == [
        "[Result] A8, [Result] A10: It is 2 + 2. So it is.",
        "[Result] A9: It was read.",
    ]


def test_where_texts_were_added_nothing_is_called_exact():
    added = page(added=(Location("r.xlsx", "Result", 21, 2),), notes=("A text was added.",))
    assert str(added.title) == "Reproduced: r.xlsx"
    (first,) = lead(added)
    assert first == (
        "Every figure of the ranking is what was computed again. "
        "Texts were added to it, which are listed below: 1"
    )
    assert sentences(added) == {"Notes": ["A text was added."]}
    both = page(DIFFERENCE, added=(Location("r.xlsx", "Result", 21, 2),))
    assert lead(both) == ["The ranking is not what was computed. Differences: 1"]


@pytest.mark.parametrize(
    ("given", "told", "row"),
    [
        (BIDS, [], ("bids.xlsx", "bids.xlsx", "the same")),
        (RENAMED, [], ("bids.xlsx", "b.xlsx", "the same")),
        (
            CHANGED,
            ["bids.xlsx is not the very file that the ranking records."],
            ("bids.xlsx", "bids.xlsx", "another"),
        ),
        (
            REPLACED,
            ["new.xlsx is not the file bids.xlsx that the ranking records."],
            ("bids.xlsx", "new.xlsx", "another"),
        ),
        (
            None,
            ["bids.xlsx, which the ranking records, was not given."],
            ("bids.xlsx", "-", "not given"),
        ),
    ],
)
def test_every_file_is_told_with_whether_it_is_the_recorded_one(given, told, row):
    made = page(inputs=(InputCheck(BIDS, given),))
    assert lead(made)[1:] == told
    assert tables(made) == {"Files": [row]}
    (files,) = made.blocks
    headings = [str(each.heading) for each in files.columns]
    assert headings == ["Recorded file", "Given file", "Same file"]
    other = given is not None and given.sha256 == "2"
    digests = ["bids.xlsx, SHA-256 as the ranking records it: 1"]
    digests += [f"{given.name}, SHA-256 as it was given: 2"] if other else []
    assert [str(each) for each in files.notes] == digests
    shows = "The ranking shows what was computed, but not from the very files that it records."
    assert (lead(made)[0] == shows) is bool(told)


def test_a_file_that_is_not_recorded_is_told():
    made = page(inputs=(InputCheck(BIDS, BIDS),), unrecorded=(RENAMED,))
    assert str(made.title) == "Not reproduced: r.xlsx"
    assert sentences(made) == {"Files that were given and are not recorded": ["b.xlsx"]}


def test_what_a_record_cannot_show_is_said():
    first, second = lead(page(from_record=True))
    assert first == "The ranking is exactly what was computed again."
    assert second == (
        "It was computed from what the ranking itself records of the marks, prices and rules: "
        "whether that is what was handed in, only the workbooks can show."
    )


def test_notes_stand_before_the_other_differences_which_they_may_explain():
    made = page(DIFFERENCE, DIFFERENCE, inputs=(InputCheck(BIDS, BIDS),), notes=("So it is.",))
    titles = [str(each.title) for each in made.blocks[:3]]
    assert titles == ["The first difference", "Notes", "The other differences"]


def test_what_is_different_in_the_files_stands_before_what_follows_from_it(tmp_path):
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    sheets = books.valid()
    old = results.evaluated(tmp_path / "old", sheets)
    sheets["採点_委員1"][1][3] = 30
    changes = compare(old, results.evaluated(tmp_path / "new", sheets))
    made = page(DIFFERENCE, DIFFERENCE, changes=changes)
    titles = [str(each.title) for each in made.blocks]
    different = "What is different in the files that were given"
    assert titles[:3] == ["The first difference", different, "The other differences"]
    assert sentences(made)[different] == ["A社, 実施計画, 委員1: 36 → 30"]
    same = page(DIFFERENCE, changes=compare(old, old))
    assert different not in sentences(same)
