"""From what is named on the command line to a comparison, a page, files."""

import json

import pytest

from procscore.ingest import library
from procscore.pipeline import comparing
from support import books
from support.comparisons import BIDS_SHEET, OTHER_SHEET, saved


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Work in a folder with two sheets of criteria, beside a library of two."""
    (tmp_path / "built-in").mkdir()
    saved(
        tmp_path / "built-in", north=BIDS_SHEET.replace("id: small", "id: north"), south=OTHER_SHEET
    )
    monkeypatch.setattr(library, "_HOMES", (tmp_path / "built-in",))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    saved(tmp_path / "work", small=BIDS_SHEET, other=OTHER_SHEET)
    return tmp_path / "work"


def test_what_is_named_stays_in_its_order(here):
    assert comparing.references(["small.yaml", "north", "other.yaml"]) == (
        "small.yaml",
        "north",
        "other.yaml",
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["*.yaml"], ("other.yaml", "small.yaml")),
        (["small.yaml", "*.yaml"], ("small.yaml", "other.yaml")),
        (["*.yaml", "north"], ("other.yaml", "small.yaml", "north")),
        (["s*"], ("small.yaml",)),
        (["n*"], ("north",)),
        (["no*thing.yaml"], ("no*thing.yaml",)),
    ],
)
def test_a_pattern_stands_for_files_else_for_built_in_ids(here, written, expected):
    (here / "small.txt").touch()
    assert comparing.references(written) == expected


@pytest.mark.parametrize(
    "written", [["north", "north"], ["small.yaml", "./small.yaml"], ["*.yaml", "small.yaml"]]
)
def test_a_sheet_is_not_compared_with_itself(here, written):
    with pytest.raises(comparing.SheetNamedTwiceError) as raised:
        comparing.references(written)
    assert raised.value.reference == written[-1]


def test_a_file_whose_name_looks_like_a_pattern_is_the_file(here):
    saved(here, **{"draft[1]": BIDS_SHEET, "draft1": BIDS_SHEET})
    assert comparing.references(["draft[1].yaml"]) == ("draft[1].yaml",)


def test_sheets_of_one_id_are_told_apart_by_their_files(here):
    (here / "last year").mkdir()
    saved(here / "last year", small=BIDS_SHEET.replace("福井市", "敦賀市"))
    saved(here, draft=BIDS_SHEET.replace("小さな", "案:"))
    named = ["small.yaml", "draft.yaml", "other.yaml"]
    assert [each.label for each in comparing.compare(named).result.sheets] == [
        "small (small.yaml)",
        "small (draft.yaml)",
        "other",
    ]
    named = ["small.yaml", "last year/small.yaml"]
    assert [each.label for each in comparing.compare(named).result.sheets] == [
        "small (small.yaml)",
        "small (last year/small.yaml)",
    ]


def test_nearest_is_looked_for_in_the_library_without_the_sheet_itself(here):
    first, second = comparing.compare(["small.yaml", "other.yaml"]).result.nearest
    assert [each.label for each in first.library] == ["north", "south"]
    assert [each.label for each in second.library] == ["north"]  # south has the same content


def test_one_sheet_alone_is_compared_with_those_it_is_nearest_to(here):
    found = comparing.compare(["small.yaml"]).result
    assert [each.label for each in found.sheets] == ["small", "north", "south"]


def test_a_built_in_sheet_of_the_same_id_keeps_its_own_name_beside_it(here):
    saved(here, north=BIDS_SHEET.replace("id: small", "id: north").replace("福井市", "敦賀市"))
    found = comparing.compare(["north.yaml"]).result
    assert [each.label for each in found.sheets] == ["north", "north (north.yaml)", "south"]


def test_nothing_to_compare_with_is_said(here):
    (here.parent / "built-in" / "north.yaml").unlink()
    with pytest.raises(comparing.NothingToCompareError):
        comparing.compare(["south"])
    with pytest.raises(comparing.NothingToCompareError):
        comparing.compare([])


def test_a_fault_in_the_library_does_not_keep_others_from_being_compared(here):
    saved(here.parent / "built-in", west="procscore: 1\n")
    outcome = comparing.compare(["small.yaml", "other.yaml"])
    assert outcome.diagnostics == ()
    assert len(outcome.result.sheets) == 2


def test_faults_of_all_sheets_are_told_and_nothing_is_compared(here):
    saved(here, small=BIDS_SHEET.replace("points: 100", "points: 90"), bad="procscore: [")
    outcome = comparing.compare(["small.yaml", "bad.yaml", "none", "other.yaml"])
    assert outcome.result is None
    assert sorted(each.code for each in outcome.diagnostics) == [
        "criteria-id-unknown",
        "criteria-sum-wrong",
        "yaml-unreadable",
    ]


def test_bids_are_evaluated_by_their_own_sheet_and_weighed_by_the_others(here):
    book = books.hand_in(here, books.valid(), BIDS_SHEET)
    found = comparing.cross([book], ["other.yaml"]).result
    assert found.result.criteria.id == "small"
    assert [each.vendor.id for each in found.ranked] == ["B社", "A社", "C社"]
    (weighing,) = found.weighings
    assert (weighing.compared.label, weighing.of) == ("other", 160)


def test_faults_of_bids_and_of_sheets_are_told_together(here):
    sheets = books.with_cells({"採点_委員1": {"D2": 41}})
    book = books.hand_in(here, sheets, BIDS_SHEET)
    outcome = comparing.cross([book], ["none", "other.yaml"])
    assert outcome.result is None
    assert {each.code for each in outcome.diagnostics} == {
        "criteria-id-unknown",
        "mark-above-maximum",
    }
    assert comparing.cross([book], ["other.yaml"]).result is None
    faultless = books.hand_in(here, books.valid(), BIDS_SHEET)
    assert comparing.cross([faultless], ["none", "other.yaml"]).result is None


@pytest.mark.parametrize("by", ["topic", "group", "item"])
def test_every_format_is_written_by_what_is_asked(here, by):
    outputs = [here / f"out{suffix}" for suffix in comparing.SUFFIXES]
    comparing.export_comparison(comparing.compare(["small.yaml", "other.yaml"]).result, by, outputs)
    assert all(path.read_bytes() for path in outputs)
    assert json.loads((here / "out.json").read_bytes())["procscore"] == "comparison/1"
    heading = (here / "out.csv").read_text(encoding="utf-8-sig").partition(",")[0]
    assert heading == {"topic": '"Topic"', "group": '"Group"', "item": '"Topic"'}[by]
    assert f"Shares by {by}" in (here / "out.md").read_text(encoding="utf-8")


def test_all_files_are_made_before_the_first_is_written(here, monkeypatch):
    def broken(_page):
        raise RuntimeError

    monkeypatch.setitem(comparing.PAGE_FORMATS, ".md", broken)
    result = comparing.compare(["small.yaml", "other.yaml"]).result
    with pytest.raises(RuntimeError):
        comparing.export_comparison(result, "topic", [here / "a.json", here / "a.md"])
    assert not (here / "a.json").exists()


def test_inputs_are_known_by_their_files(here):
    assert comparing.files_of(["north", "small.yaml"]) == [
        here.parent / "built-in" / "north.yaml",
        here / "small.yaml",
    ]
