"""The Japanese catalogue is complete, and says what the English says."""

import string
from io import BytesIO

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from procscore import language
from support import tree

FILES = [("**.py", "python"), ("**.html", "jinja2")]
"""What holds texts, and how it is read; as `pyproject.toml` tells pybabel."""
CATALOGUE = tree.SOURCE / "locale" / "ja" / "LC_MESSAGES" / "procscore.po"


@pytest.fixture(scope="module")
def messages():
    """Return the translated messages by their English text."""
    catalogue = read_po(BytesIO(CATALOGUE.read_bytes()), locale="ja")
    return {each.id: each for each in catalogue if each.id}


def extracted():
    """Return every text in the code and in its templates that is marked for translation."""
    keywords = {"_": None, "N_": None}
    found = extract_from_dir(tree.SOURCE, FILES, keywords=keywords)
    return {text for _file, _line, text, _comments, _context in found if isinstance(text, str)}


def fields(text):
    """Return the names of the fields of a template."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_every_text_in_the_code_is_translated(messages):
    missing = sorted(
        text for text in extracted() if text not in messages or not messages[text].string
    )
    assert missing == []


def test_nothing_is_fuzzy_or_left_over(messages):
    assert [text for text, each in messages.items() if each.fuzzy] == []
    assert sorted(set(messages) - extracted()) == []


def test_the_fields_of_every_message_survive(messages):
    wrong = [
        text
        for text, each in messages.items()
        if not fields(text) - {"places"} <= fields(each.string) <= fields(text) | {"next"}
    ]
    assert wrong == []


def test_every_word_can_be_shown_on_a_japanese_windows_console(messages):
    for each in messages.values():
        each.string.encode("cp932")


def test_the_compiled_catalogue_is_the_one_that_is_installed():
    language.use("ja")
    assert str(language.message(language.N_("Rank"))) == "順位"
