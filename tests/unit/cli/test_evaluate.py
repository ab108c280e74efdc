import pytest

from procscore import pipeline
from procscore.cli.main import main
from support import books, stages


def test_files_are_written_in_the_formats_of_their_suffixes(tmp_path, capsys):
    workbook = books.hand_in(tmp_path, books.valid())
    outputs = [tmp_path / "r.json", tmp_path / "r.CSV"]
    arguments = [part for path in outputs for part in ("--out", str(path))]
    assert main(["evaluate", str(workbook), *arguments]) == 0
    assert outputs[0].read_bytes().startswith(b"{")
    assert outputs[1].read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_unknown_suffix_is_refused_before_anything_is_read(tmp_path, capsys):
    assert main(["evaluate", str(tmp_path / "none.xlsx"), "--out", "a.pdf"]) == 2
    assert ".json" in capsys.readouterr().err


def test_detail_is_shown_on_demand(tmp_path, capsys):
    workbook = str(books.hand_in(tmp_path, books.valid()))
    main(["evaluate", workbook])
    short = capsys.readouterr().out
    main(["evaluate", workbook, "--detail"])
    assert capsys.readouterr().out.startswith(short)


@pytest.mark.parametrize(
    "options",
    [["--stage", "first"], ["--technical-only"], ["--stage", "first", "--technical-only"]],
)
def test_who_withdraws_needs_a_ranking_of_the_whole_procedure(tmp_path, capsys, options):
    workbook = str(tmp_path / "none.xlsx")  # the call is wrong whatever the file is
    assert main(["evaluate", workbook, "--withdraw", "A社", *options]) == 2
    assert "--withdraw needs a ranking of the whole procedure" in capsys.readouterr().err


def test_each_option_says_what_is_evaluated(tmp_path, monkeypatch):
    asked = []

    def evaluate(_books, _criteria, part, _progress):
        asked.append(part)
        return pipeline.Outcome(None, ())

    monkeypatch.setattr(pipeline, "evaluate", evaluate)
    technical = tmp_path / "t.json"
    for options in (
        [],
        ["--stage", "first"],
        ["--technical-only"],
        ["--technical", str(technical)],
        ["--withdraw", "A社", "--withdraw", "B社"],
    ):
        main(["evaluate", "bids.xlsx", *options])
    assert asked == [
        pipeline.WHOLE,
        pipeline.Part(stage="first"),
        pipeline.Part(technical_only=True),
        pipeline.Part(technical=technical),
        pipeline.Part(withdrawn=("A社", "B社")),
    ]


def test_one_call_does_not_remember_who_withdrew_in_another(tmp_path, capsys):
    workbook = str(books.hand_in(tmp_path, books.valid()))
    assert main(["evaluate", workbook, "--withdraw", "B社"]) == 0
    assert "passed over" in capsys.readouterr().out
    assert main(["evaluate", workbook]) == 0
    assert "passed over" not in capsys.readouterr().out


def test_a_stage_is_shown_with_who_goes_on(tmp_path, capsys):
    workbook = str(books.hand_in(tmp_path, stages.first_only(), stages.CRITERIA))
    assert main(["evaluate", workbook, "--stage", "first"]) == 0
    shown = capsys.readouterr().out
    assert "To the next stage: A社 株式会社アルファ, B社 ベータ株式会社" in shown
    assert "preferred" not in shown


@pytest.mark.parametrize("letters", [["--letters", "n1", "--letters", "n2"], ["--letters", ""]])
def test_notices_go_into_one_folder_that_has_a_name(tmp_path, monkeypatch, capsys, letters):
    workbook = str(books.hand_in(tmp_path, books.valid()))
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert main(["evaluate", workbook, *letters]) == 2
    assert "--letters" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_notices_into_a_file_are_refused_with_the_right_reason(tmp_path, capsys):
    workbook = str(books.hand_in(tmp_path, books.valid()))
    assert main(["evaluate", workbook, "--letters", workbook]) == 4
    assert f"{workbook} is a file; a folder is needed." in capsys.readouterr().err
