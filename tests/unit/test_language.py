import gettext

import pytest

from procscore import language
from procscore.language import Message, message


class _Catalogue(gettext.NullTranslations):
    """A tiny Japanese catalogue, so that these tests do not change with the real one."""

    def gettext(self, message):
        return {"{n} points": "{n} 点", "yes": "はい", "so: {answer}": "答え: {answer}"}.get(
            message, message
        )


@pytest.fixture
def japanese(monkeypatch):
    """Return a function that switches to Japanese as that tiny catalogue has it."""

    def switch():
        language._translations.cache_clear()
        language.use("ja")

    monkeypatch.setattr(gettext, "translation", lambda *_, **__: _Catalogue())
    yield switch
    language._translations.cache_clear()


def test_english_is_what_stands_in_the_code():
    assert str(message("{n} points", n=7)) == "7 points"


def test_a_message_speaks_the_language_that_is_current_when_it_is_shown(japanese):
    told = message("{n} points", n=7)
    japanese()
    assert language.current() == "ja"
    assert str(told) == "7 点"


def test_a_message_within_a_message_is_translated_too(japanese):
    japanese()
    assert str(message("so: {answer}", answer=message("yes"))) == "答え: はい"


def test_what_the_catalogue_lacks_is_shown_in_english(japanese):
    japanese()
    assert str(message("no such entry")) == "no such entry"


def test_braces_in_a_detail_are_text():
    assert str(message("{n} points", n="{n}")) == "{n} points"


def test_messages_are_equal_when_template_and_details_are():
    assert message("{n} points", n=1) == Message("{n} points", {"n": 1})
    assert message("{n} points", n=1) != message("{n} points", n=2)


def test_a_language_that_is_not_spoken_is_refused_and_the_current_one_stays():
    with pytest.raises(LookupError):
        language.use("fr")
    assert language.current() == "en"


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "jav_ID.UTF-8"}, "en"),
        ({"LANG": "Japanese_Japan.932"}, "ja"),
        ({"PROCSCORE_LANG": "en", "LANG": "ja_JP.UTF-8"}, "en"),
        ({"PROCSCORE_LANG": "ja", "LC_ALL": "en_GB.UTF-8"}, "ja"),
        ({"LC_ALL": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "ja"),
        ({"LC_MESSAGES": "ja_JP.UTF-8", "LANG": "en_GB"}, "ja"),
        ({"LC_ALL": "", "LANG": "ja_JP.UTF-8"}, "ja"),
        ({"PROCSCORE_LANG": "JA"}, "ja"),
    ],
)
def test_the_environment_chooses_the_language(environment, code):
    assert language.preferred(environment) == code


@pytest.mark.parametrize(
    ("locale", "code"),
    [("Japanese_Japan", "ja"), ("ja_JP", "ja"), ("English_Japan", "en"), ("", "en")],
)
def test_without_variables_the_system_is_asked(monkeypatch, locale, code):
    monkeypatch.setattr(language, "_system_locale", lambda: locale)
    assert language.preferred({}) == code


def test_marking_a_text_changes_nothing():
    assert language.N_("{n} points") == "{n} points"
