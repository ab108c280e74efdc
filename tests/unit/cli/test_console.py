import io
import sys

import pytest

from procscore.cli import console


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        ("ascii", "200 × 98 ÷ 112 → 175", "200 x 98 / 112 -> 175"),
        ("ascii", "福井", "\\u798f\\u4e95"),
        ("cp932", "髙木 𠮷野", "髙木 \\U00020bb7野"),
        ("cp932", "福井 ×", "福井 ×"),
    ],
)
def test_what_an_encoding_lacks_is_written_otherwise_and_not_lost(
    encoding, text, shown, monkeypatch
):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, newline="\n"))
    screen = console.standard_output()
    screen.print(text)
    sys.stdout.flush()
    assert raw.getvalue().decode(encoding) == shown + "\n"


def test_a_pipe_has_no_width(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert console.standard_output().width > 1000
