"""The arguments of `procscore compare`."""

import pytest

from procscore.cli.main import main
from support import command
from support.comparisons import BIDS_SHEET, OTHER_SHEET, saved


@pytest.fixture
def sheets(tmp_path):
    return [str(path) for path in saved(tmp_path, small=BIDS_SHEET, other=OTHER_SHEET)]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--by", "colour"], "--by takes topic, group, item, not “colour”."),
        (["--bids", "bids.xlsx", "--by", "item"], "With --bids, marks are weighed by topic."),
        (["--out", "a.pdf"], "a.pdf cannot be written: the suffix must be one of"),
    ],
)
def test_a_wrong_call_is_a_sentence(sheets, capsys, options, told):
    assert main(["compare", *sheets, *options]) == 2
    assert told in capsys.readouterr().err


def test_a_sheet_that_is_named_twice_is_a_wrong_call(sheets, capsys):
    assert main(["compare", *sheets, sheets[0]]) == 2
    assert f"{sheets[0]} is named twice" in capsys.readouterr().err


def test_topics_are_the_rows_where_nothing_else_is_asked(sheets, capsys):
    assert main(["compare", *sheets]) == 0
    unasked = capsys.readouterr().out
    assert main(["compare", *sheets, "--by", "topic"]) == 0
    assert capsys.readouterr().out == unasked
    assert "Shares by topic" in unasked


def test_a_file_that_is_there_is_kept(sheets, tmp_path, capsys):
    target = tmp_path / "out.json"
    target.write_text("last year's", encoding="utf-8")
    assert main(["compare", *sheets, "--out", str(target)]) == 4
    assert target.read_text(encoding="utf-8") == "last year's"
    assert main(["compare", *sheets, "--out", str(target), "--force"]) == 0
    assert target.read_bytes().startswith(b"{")


def test_a_sheet_is_never_written_over(sheets, tmp_path, capsys):
    link = tmp_path / "link.md"
    link.symlink_to(sheets[0])
    assert main(["compare", *sheets, "--out", str(link), "--force"]) == 4
    assert "one of the inputs" in capsys.readouterr().err


def test_quiet_shows_errors_only(tmp_path, capsys):
    saved(tmp_path, small=BIDS_SHEET, bad=OTHER_SHEET.replace("points: 200", "points: 210"))
    named = [str(tmp_path / f"{each}.yaml") for each in ("small", "bad")]
    assert main(["compare", *named, "--quiet"]) == 1
    shown = capsys.readouterr()
    assert "[criteria-sum-wrong]" in shown.err
    assert "Nothing was compared. Errors: 1" in shown.err
    assert shown.out == ""


def test_notes_on_the_bids_are_shown_unless_it_is_quiet(sheets, capsys):
    crossed = ["compare", sheets[1], "--bids", str(command.EXAMPLE)]
    assert main(crossed) == 0
    assert "[evaluator-recused]" in capsys.readouterr().err
    assert main([*crossed, "--quiet"]) == 0
    assert capsys.readouterr().err == ""
