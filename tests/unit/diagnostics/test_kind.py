import pytest

from procscore.diagnostics.kind import Kind, Severity


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.ADVICE, "advice"),
        (Severity.NOTE, "note"),
    ],
)
def test_a_severity_is_written_as_one_word(severity, word):
    assert str(severity) == word
    assert f"{severity}" == word


def test_there_is_no_fifth_severity():
    assert len(Severity) == 4


def test_an_entry_names_its_parts():
    kind = Kind(Severity.NOTE, "message", "hint", "why")
    assert (kind.severity, kind.message, kind.hint, kind.why) == tuple(kind)
