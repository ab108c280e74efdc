"""`procscore check` as a planner runs it over criteria sheets, before they are published."""

import json

import pytest
from rich.cells import cell_len

from support import books, command, linted

HAS = linted.HOME / "ties-can-stay" / "has.yaml"
NOT = linted.HOME / "ties-can-stay" / "has-not.yaml"


def check(*arguments, **how):
    done = command.run("check", *arguments, **how)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a workbook, two criteria sheets beside it and one in a folder."""
    books.hand_in(tmp_path, books.valid())
    (tmp_path / "sheet.yaml").write_bytes(HAS.read_bytes())
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "first.yaml").write_bytes(HAS.read_bytes())
    (tmp_path / "drafts" / "second.yaml").write_bytes(NOT.read_bytes())
    return tmp_path


def test_a_sheet_is_told_on_standard_output_and_nothing_is_written(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
    code, out, err = check("sheet.yaml", cwd=folder)
    assert (code, err) == (0, "")
    (found,) = linted.findings(HAS)
    assert out.splitlines() == [
        "sheet.yaml: ポータルアプリ開発業務 審査基準書",
        f"warning sheet.yaml:{found.where.row}:{found.where.column}: {found.message} [ties-can-stay]",
        f"    Why: {found.why}",
        f"    → {found.hint}",
        "Warnings: 1.",
    ]
    assert {path: path.read_bytes() for path in before} == before


def test_strict_fails_and_a_clean_sheet_does_not(folder):
    assert check("sheet.yaml", "--strict", cwd=folder)[0] == 1
    code, out, _ = check("drafts/second.yaml", "--strict", cwd=folder)
    assert (code, out.splitlines()[-1]) == (0, "Nothing was found.")


def test_several_sheets_a_folder_and_a_built_in_one(folder):
    code, out, err = check("drafts", "fukui-sakai", "none.yaml", cwd=folder)
    assert (code, err) == (4, "")
    headings = [
        paragraph.splitlines()[0].partition(": ")[0] for paragraph in out.split("\n\n") if paragraph
    ]
    assert headings == ["drafts/first.yaml", "drafts/second.yaml", "fukui-sakai", "none.yaml"]
    assert out.splitlines()[-1] == "Errors: 1."


def test_everything_that_is_wrong_with_an_unreadable_sheet_is_told(folder):
    (folder / "bad.yaml").write_text("procscore: 1\n\tid: x\n", encoding="utf-8")
    (folder / "sum.yaml").write_bytes(HAS.read_bytes().replace(b"points: 60", b"points: 61"))
    code, out, err = check("bad.yaml", "sum.yaml", "sheet.yaml", cwd=folder)
    assert (code, err) == (1, "")
    assert "error bad.yaml:2:1: This is not valid YAML" in out
    assert "[criteria-sum-wrong]" in out
    assert "[ties-can-stay]" in out


def test_a_misspelt_id_is_asked_about(folder):
    code, out, _ = check("fukui-sakia", cwd=folder)
    assert code == 1
    assert "Did you mean “fukui-sakai”?" in out


def test_a_missing_sheet_is_4(folder):
    assert check("none.yaml", cwd=folder)[0] == 4


def test_a_sheet_and_a_workbook_together(folder):
    code, out, err = check("sheet.yaml", "bids.xlsx", cwd=folder)
    assert (code, err) == (0, "")
    assert out.index("[ties-can-stay]") < out.index("Everything is there: procscore evaluate …")
    assert check("sheet.yaml", "bids.xlsx", "--strict", cwd=folder)[0] == 1


def test_a_folder_with_a_workbook_is_one_of_workbooks(folder):
    code, out, err = check(".", cwd=folder)
    assert code == 0
    assert "Everything is there" in out
    assert "[ties-can-stay]" not in out
    assert "[file-not-read]" in err


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "ascii"])
def test_json_is_the_same_in_every_encoding(folder, encoding):
    done = command.run(
        "check",
        "sheet.yaml",
        "bids.xlsx",
        "--format",
        "json",
        cwd=folder,
        PYTHONIOENCODING=encoding,
    )
    content = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert content["procscore"] == "check/1"
    assert [each["code"] for each in content["findings"]] == ["ties-can-stay"]
    assert content["findings"][0]["file"] == "sheet.yaml"
    assert content["submissions"]["complete"] is True
    assert content["sheets"][0]["title"] == "ポータルアプリ開発業務 審査基準書"


def test_json_says_what_stands_in_the_way_of_a_workbook(folder):
    books.hand_in(folder, books.without("提案者"))
    code, out, err = check("bids.xlsx", "--format", "json", cwd=folder)
    content = json.loads(out)
    assert (code, err, content["submissions"]) == (1, "", None)
    assert content["counts"] == {"error": 1}


def test_json_on_a_terminal_is_not_folded(folder):
    shown = command.on_terminal(40, "check", str(folder / "sheet.yaml"), "--format", "json")
    assert json.loads(shown)["procscore"] == "check/1"


def test_github_annotations_stand_one_a_line(folder):
    books.hand_in(folder, books.with_cells({"採点_委員2": {"D2": 41}}))
    code, out, err = check("sheet.yaml", "bids.xlsx", "--format", "github", cwd=folder)
    assert (code, err) == (1, "")
    first, second, third = out.splitlines()
    assert first.startswith("::warning file=sheet.yaml,line=")
    assert ",title=ties-can-stay::The chain of ties can leave vendors tied" in first
    assert second.startswith("::error file=bids.xlsx,title=mark-above-maximum::[採点_委員2] D2: ")
    assert third.startswith("::error file=bids.xlsx,title=marks-faulty::")


def test_quiet_shows_what_fails_and_no_more(folder):
    assert check("sheet.yaml", "--quiet", cwd=folder) == (0, "", "")
    code, out, _ = check("sheet.yaml", "--quiet", "--strict", cwd=folder)
    assert code == 1
    assert "[ties-can-stay]" in out
    quiet = check("sheet.yaml", "-q", "--format", "json", cwd=folder)
    assert json.loads(quiet[1])["findings"] == []


@pytest.mark.parametrize("columns", [60, 100])
def test_findings_fit_the_terminal_and_are_coloured(folder, columns):
    shown = command.on_terminal(columns, "check", str(folder / "sheet.yaml"))
    assert "\x1b[33mwarning\x1b[0m" in shown
    plain = shown.replace("\x1b[33m", "").replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert "\x1b" not in plain
    assert max(map(cell_len, plain.splitlines())) <= columns


def test_a_pipe_gets_no_colour(folder):
    assert "\x1b" not in check("sheet.yaml", cwd=folder)[1]


def test_it_speaks_japanese(folder):
    code, out, _ = check("drafts/second.yaml", "--lang", "ja", cwd=folder)
    assert code == 0
    assert out.startswith("drafts/second.yaml: ポータルアプリ開発業務 審査基準書")
