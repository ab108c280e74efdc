"""`procscore compare` as a planner runs it."""

import csv
import json

import openpyxl
import pytest

import procscore
from support import books, command
from support.comparisons import BIDS_SHEET, OTHER_SHEET, saved

SUFFIXES = (".xlsx", ".csv", ".md", ".html", ".json")


@pytest.fixture
def here(tmp_path):
    saved(tmp_path, small=BIDS_SHEET, other=OTHER_SHEET)
    return tmp_path


def run(folder, *arguments, **environment):
    return command.run("compare", *arguments, cwd=folder, **environment)


def table(text, title):
    """Return the lines of a table, and of the notes below it, as words."""
    _, _, rest = text.partition(f"\n{title}\n")
    lines = rest.split("\n\n")[0].splitlines()
    return [line.split() for line in lines]


def test_one_page_tells_how_sheets_differ(here):
    done = run(here, "small.yaml", "other.yaml")
    text = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert ["small", "福井市", "/", "小さな審査基準書", "100", "60", ":", "40"] in [
        line.split() for line in text.splitlines()
    ]
    topics = table(text, "Shares by topic")
    assert ["Organisation", "and", "staff", "20.0", "%", "60.0", "%"] in topics
    assert ["Plan", "and", "schedule", "40.0", "%"] in topics
    assert ["in", "all", "3", "3"] in table(text, "The same items and others")
    nearness = table(text, "How near they are")
    assert nearness[2][:6] == ["small", "100.0", "%", "40.0", "%", "other"]
    assert any(line[0] == "Price" for line in table(text, "The rules") if line)


def test_items_and_groups_are_told_where_they_are_asked(here):
    by_item = run(here, "small.yaml", "other.yaml", "--by", "item").stdout.decode("utf-8")
    assert "other weight, other scale" in by_item
    assert "only in other" in by_item
    by_group = run(here, "small.yaml", "other.yaml", "--by", "group").stdout.decode("utf-8")
    assert ["技術点", "60.0", "%"] in table(by_group, "Shares by group")


def test_a_quoted_pattern_names_files(here):
    done = run(here, "*.yaml")
    assert done.returncode == 0
    assert "Technical : price" in done.stdout.decode("utf-8")


def test_one_sheet_alone_is_held_against_the_library(here):
    done = run(here, "small.yaml")
    assert done.returncode == 0, done.stderr
    assert len(table("\n" + done.stdout.decode("utf-8"), "How near they are")) > 3


def test_built_in_sheets_are_named_by_their_ids(here):
    done = run(here, "fukui-sakai", "small.yaml")
    assert done.returncode == 0, done.stderr
    assert "福井坂井地区広域市町村圏事務組合" in done.stdout.decode("utf-8")


def test_every_format_is_written_and_can_be_read_back(here):
    outputs = [f"c{suffix}" for suffix in SUFFIXES]
    done = run(here, "small.yaml", "other.yaml", *(a for each in outputs for a in ("--out", each)))
    assert done.returncode == 0, done.stderr
    content = json.loads((here / "c.json").read_bytes())
    rows = {row["topic"]: row["sheets"] for row in content["topics"]}
    assert rows["organisation"]["other"] == {"points": "120", "share": "0.6"}
    rows = list(csv.reader((here / "c.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert ["Organisation and staff", "20", "20", "120", "60"] in rows
    for name in ("c.md", "c.html"):
        text = (here / name).read_text(encoding="utf-8")
        assert "Shares by topic" in text
        assert "60.0 %" in text
    values = {
        cell.value
        for sheet in openpyxl.load_workbook(here / "c.xlsx")
        for row in sheet.iter_rows()
        for cell in row
    }
    assert {"Organisation and staff", 0.6} <= values


def test_the_same_sheets_give_the_same_bytes(here):
    for name in ("a", "b"):
        (here / name).mkdir()
        outputs = (a for each in SUFFIXES for a in ("--out", f"{name}/c{each}"))
        assert run(here, "small.yaml", "other.yaml", *outputs).returncode == 0
    for suffix in SUFFIXES:
        one, other = ((here / name / f"c{suffix}").read_bytes() for name in ("a", "b"))
        assert one == other


def test_an_error_in_one_sheet_keeps_all_from_being_compared(here):
    saved(here, bad=OTHER_SHEET.replace("points: 200", "points: 210"), worse="procscore: [")
    done = run(here, "small.yaml", "bad.yaml", "worse.yaml", "--out", "c.json")
    assert done.returncode == 1
    assert done.stdout == b""
    told = done.stderr.decode("utf-8")
    assert "[criteria-sum-wrong]" in told
    assert "[yaml-unreadable]" in told
    assert "Nothing was compared. Errors: 2" in told
    assert not (here / "c.json").exists()


def test_bids_under_other_weights_are_a_comparison_and_not_an_award(here):
    books.hand_in(here, books.valid(), BIDS_SHEET)
    outputs = [f"c{suffix}" for suffix in SUFFIXES]
    done = run(
        *(here, "other.yaml", "--bids", "bids.xlsx"),
        *(a for each in outputs for a in ("--out", each)),
    )
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode("utf-8")
    assert text.startswith("Comparison, not an award")
    ranks = table(text, "Ranks")
    # organisation A 17.75, B 14.5, C 16 of 20; price 32, 40, 35.56 of 40, weighed by 120 and 40
    assert ["A社", "株式会社アルファ", "2", "1", "(evaluated:", "2)"] in ranks
    assert ["Points", "with", "marks", "in", "these", "bids", "160", "of", "200"] in ranks
    assert ["A社", "株式会社アルファ", "84.75", "138.5"] in table(text, "Points given")
    assert ["Training", "20.0", "%"] in table(text, "Without marks in these bids")
    for each in outputs:
        path = here / each
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            words = " ".join(
                str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
            )
        else:
            words = path.read_text(encoding="utf-8-sig")
        assert "This is a comparison, not an award" in words, each


def test_an_error_in_the_bids_weighs_nothing(here):
    books.hand_in(here, books.with_cells({"採点_委員1": {"D2": 41}}), BIDS_SHEET)
    done = run(here, "other.yaml", "--bids", "bids.xlsx", "--out", "c.json")
    assert done.returncode == 1
    assert "[mark-above-maximum]" in done.stderr.decode("utf-8")
    assert done.stdout == b""
    assert not (here / "c.json").exists()


def test_programs_compare_too(here):
    found = procscore.compare(here / "small.yaml", here / "other.yaml")
    assert [each.label for each in found.sheets] == ["small", "other"]
    with pytest.raises(ValueError, match="small"):
        procscore.compare(here / "small.yaml", here / "small.yaml")
    with pytest.raises(procscore.ProblemsError):
        procscore.compare(here / "small.yaml", "no-such-sheet")
    # the package behind it has another name: importing it must not hide the function
    assert callable(procscore.compare)
