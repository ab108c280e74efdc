"""Writing a file never costs another one: not an input, not an older result, not half of either."""

import os
import stat
import tempfile

import pytest

from procscore.cli.main import main
from support import books, command


@pytest.fixture
def workbook(tmp_path):
    return books.hand_in(tmp_path, books.valid())


def _names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_the_earlier_result_is_an_input_too(tmp_path):
    technical = books.before_opening(tmp_path, books.valid())
    before = technical.read_bytes()
    done = command.run(
        *("evaluate", tmp_path / "bids.xlsx", "--technical", technical),
        *("--out", technical, "--force"),
    )
    assert done.returncode == 4
    assert technical.read_bytes() == before


def test_an_error_in_the_data_leaves_an_older_result_as_it_was(tmp_path):
    workbook = books.hand_in(tmp_path, books.with_cells({"採点_委員1": {"D2": 41}}))
    target = tmp_path / "result.json"
    target.write_text("last year's", encoding="utf-8")
    assert command.run("evaluate", workbook, "--out", target, "--force").returncode == 1
    assert target.read_text(encoding="utf-8") == "last year's"


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(workbook, tmp_path, there):
    target, link = tmp_path / "archive" / "result.json", tmp_path / "result.json"
    target.parent.mkdir()
    if there:
        target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    assert command.run("evaluate", workbook, "--out", link, "--force").returncode == 0
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"{")
    assert _names(target.parent) == ["result.json"]


def test_a_folder_is_never_replaced(workbook, tmp_path):
    target = tmp_path / "result.json"
    target.mkdir()
    before = _names(tmp_path)
    for force in ([], ["--force"]):
        done = command.run("evaluate", workbook, "--out", target, *force)
        assert done.returncode == 4
        assert b"Traceback" not in done.stderr
    assert _names(tmp_path) == before
    assert _names(target) == []


def test_a_folder_that_may_not_be_written_is_4(workbook, tmp_path, monkeypatch, capsys):
    """The right is taken from the call, since a superuser may write everywhere."""

    def refused(*_, **__):
        raise PermissionError(13, "Permission denied", str(tmp_path / "result.json"))

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    before = _names(tmp_path)
    assert main(["evaluate", str(workbook), "--out", str(tmp_path / "result.json")]) == 4
    assert "result.json" in capsys.readouterr().err
    assert _names(tmp_path) == before


def test_a_full_disk_leaves_the_older_result(workbook, tmp_path, monkeypatch, capsys):
    target = tmp_path / "result.json"
    target.write_text("last year's", encoding="utf-8")
    before = _names(tmp_path)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["evaluate", str(workbook), "--out", str(target), "--force"]) == 4
    assert "no space is left" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "last year's"
    assert _names(tmp_path) == before


@pytest.mark.parametrize("before", [None, 0o600, 0o664])
def test_a_result_has_the_rights_of_any_new_file_or_of_the_old_one(workbook, tmp_path, before):
    target = tmp_path / "result.csv"
    if before is not None:
        target.touch()
        target.chmod(before)
    mask = os.umask(0o022)
    try:
        done = command.run("evaluate", workbook, "--out", target, "--force")
    finally:
        os.umask(mask)
    assert done.returncode == 0
    assert stat.S_IMODE(target.stat().st_mode) == (0o644 if before is None else before)


def test_a_file_in_another_program_s_hands_is_4_and_nothing_is_left(
    workbook, tmp_path, monkeypatch, capsys
):
    def held(_self, _target):
        raise PermissionError(13, "in use")

    before = _names(tmp_path)
    monkeypatch.setattr("pathlib.Path.replace", held)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    assert main(["evaluate", str(workbook), "--out", str(tmp_path / "result.json")]) == 4
    assert "open in another program" in capsys.readouterr().err
    assert _names(tmp_path) == before


def test_a_score_sheet_in_a_folder_that_was_named_is_an_input_too(tmp_path):
    workbook = books.hand_in(tmp_path, books.without("採点_委員2"))
    scores = tmp_path / "scores"
    scores.mkdir()
    sheet = scores / "採点_委員2.csv"
    rows = books.valid()["採点_委員2"]
    sheet.write_text("\n".join(",".join(map(str, row)) for row in rows), encoding="utf-8")
    before = sheet.read_bytes()
    done = command.run("evaluate", workbook, scores, "--out", sheet, "--force")
    assert done.returncode == 4
    assert sheet.read_bytes() == before
