import gettext

import pytest
import typer

from procscore import language
from procscore.cli.help import TYPER_WORDS, speak, translate
from procscore.cli.main import build


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
