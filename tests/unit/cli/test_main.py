import os

import pytest

from procscore.cli.main import build, expanded, main


@pytest.mark.parametrize("arguments", [[], ["--lang", "en"]])
def test_help_is_shown_when_nothing_is_asked(arguments, capsys):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert main(arguments) == 0
    assert capsys.readouterr().out == told
    assert "evaluate" in told


@pytest.mark.parametrize("arguments", [["--lang", "ja", "codes"], ["codes", "--lang=ja"]])
def test_the_language_may_stand_before_or_behind_the_command(arguments, capsys):
    assert main(arguments) == 0
    assert "エラー" in capsys.readouterr().out


def test_a_language_that_is_not_spoken_is_a_wrong_call(capsys):
    assert main(["codes", "--lang", "fr"]) == 2
    assert "en, ja" in capsys.readouterr().err


def test_a_wrong_language_is_told_in_the_language_that_is_spoken(capsys, monkeypatch):
    monkeypatch.setenv("PROCSCORE_LANG", "ja")
    assert main(["evaluate", "b.xlsx", "--lang", "fr"]) == 2
    assert "エラー" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate", "{}"],
        ["check", "{}"],
        ["explain", "{}", "--vendor", "A"],
        ["verify", "{}"],
        ["verify", "r.xlsx", "{}"],
        ["diff", "{}", "{}"],
        ["compare", "a", "b", "--bids", "{}"],
        ["sheets", "a", "--from", "{}"],
        ["evaluate", "b.xlsx", "--technical", "{}"],
    ],
)
def test_files_that_may_not_be_read_are_left_to_who_reads_them(
    arguments, tmp_path, capsys, monkeypatch
):
    path = tmp_path / "b.xlsx"
    path.write_bytes(b"")
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    main([each.format(path) for each in arguments])
    assert "is not understood" not in capsys.readouterr().err


def test_every_command_and_option_has_help():
    import typer

    group = typer.main.get_command(build())
    for command in group.commands.values():
        assert command.help
        assert all(parameter.help for parameter in command.params)


def test_a_pattern_names_the_workbooks_and_not_their_lock_files(tmp_path):
    for name in ("b.xlsx", "a.xlsx", "~$a.xlsx", "c.txt"):
        (tmp_path / name).touch()
    pattern = str(tmp_path / "*.xlsx")
    names = [str(tmp_path / name) for name in ("a.xlsx", "b.xlsx")]
    assert expanded(["evaluate", pattern, "--quiet"]) == ["evaluate", *names, "--quiet"]
    assert expanded([str(tmp_path / "*.none")]) == [str(tmp_path / "*.none")]
