import gettext

import pytest
import typer

from procscore import language
from procscore.cli.help import TYPER_WORDS, speak, translate
from procscore.cli.main import build, main


@pytest.fixture
def japanese(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    speak("ja")
    yield
    gettext.textdomain("messages")
    language.use("en")


def test_the_words_of_typer_itself_are_translated(japanese):
    for word in TYPER_WORDS:
        assert gettext.gettext(word) == language._(word) != word


def test_help_of_commands_and_parameters_is_translated(japanese):
    english = typer.main.get_command(build())
    translated = typer.main.get_command(build())
    translate(translated)
    for name, command in translated.commands.items():
        assert command.help != english.commands[name].help
        for mine, theirs in zip(command.params, english.commands[name].params, strict=True):
            assert mine.help != theirs.help


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "There is no command “nonsense”. There are: evaluate, check, "),
        (["evalate", "a.xlsx"], "There is no command “evalate”. Did you mean “evaluate”?\n"),
        (["criteria", "lst"], "There is no command “lst”. Did you mean “list”?\n"),
        (["--nonsense"], "There is no option --nonsense. See procscore --help.\n"),
        (
            ["codes", "a", "b", "c"],
            "There are too many arguments: b, c. See procscore codes --help.\n",
        ),
        (["criteria", "list", "x"], "too many arguments: x. See procscore criteria list --help.\n"),
    ],
)
def test_a_call_that_is_not_understood_is_told_in_our_words(arguments, told, capsys):
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


def test_no_complaint_is_one_of_typers_own(japanese, capsys):
    calls = [
        ["evaluate"],
        ["evaluate", "a.xlsx", "--criteria"],
        ["evaluate", "a.xlsx", "--force=1"],
        ["evaluate", "--nonsense"],
        ["codes", "a", "b"],
        ["nonsense"],
    ]
    for call in calls:
        assert main(["--lang", "ja", *call]) == 2
        said = capsys.readouterr().err
        assert not any(
            word in said for word in ("Got", "No such", "Missing", "Invalid", "requires")
        )
