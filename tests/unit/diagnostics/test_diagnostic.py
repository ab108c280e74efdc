import pytest

from procscore import language
from procscore.diagnostics import CATALOGUE, Diagnostic, Location, Severity
from procscore.language import message

HERE = Location("bids.xlsx", "採点_佐藤", 5, 3)


def test_the_sentences_are_filled_from_the_details():
    found = Diagnostic(
        "mark-above-maximum",
        HERE,
        {"text": "11", "highest": "10", "lowest": "0", "criterion": "計画"},
    )
    assert found.message == "11 is above 10, the highest mark for “計画”."
    assert found.hint == "Type a mark from 0 to 10."
    assert found.severity is Severity.ERROR


def test_a_detail_that_is_a_message_is_told_in_words():
    suggestion = message("Did you mean “{guess}”?", guess="A社")
    found = Diagnostic("vendor-unknown", HERE, {"text": "B社", "suggestion": suggestion})
    assert found.message == "“B社” is no vendor of this procurement. Did you mean “A社”?"


def test_a_vendor_named_like_a_field_cannot_break_the_sentence():
    found = Diagnostic("name-spelt-otherwise", HERE, {"text": "{name}", "name": "{0}"})
    assert found.message == "“{name}” was taken for “{0}”."


def test_it_speaks_the_language_that_is_current_when_it_is_shown(monkeypatch):
    found = Diagnostic("cell-boolean", HERE, {"text": "TRUE"})
    monkeypatch.setattr(language, "_", lambda text: f"ja:{text}")
    assert found.message == "ja:The cell holds TRUE, a truth value."


def test_a_code_that_is_not_in_the_catalogue_has_no_severity():
    with pytest.raises(KeyError):
        _ = Diagnostic("no-such-code", HERE, {}).severity


def test_it_says_why_it_matters():
    found = Diagnostic("cell-boolean", HERE, {"text": "TRUE"})
    assert found.why == CATALOGUE["cell-boolean"].why
