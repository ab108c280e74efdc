import pytest

from procscore.cli.main import main


def test_a_sheet_is_printed(capsys):
    assert main(["criteria", "new", "--like", "fukui-sakai"]) == 0
    shown = capsys.readouterr()
    assert "\nid: my-sheet\n" in shown.out
    assert shown.err == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "--like. There are: "),
        (["--like", "fukui-saki"], "Did you mean “fukui-sakai”?"),
        (["--like", "fukui-sakai", "--id", " "], "needs an id"),
        (["--like", "fukui-sakai", "--id", "za-80-20"], "“za-80-20” is a built-in"),
        (["--like", "fukui-sakai", "--out", "own.json"], "a criteria sheet is named .yaml"),
    ],
)
def test_a_wrong_call(options, told, capsys):
    assert main(["criteria", "new", *options]) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert shown.out == ""


def test_an_id_is_trimmed(capsys):
    assert main(["criteria", "new", "--like", "fukui-sakai", "--id", " 新\n基準 "]) == 0
    assert "\nid: 新 基準\n" in capsys.readouterr().out
