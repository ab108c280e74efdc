import io

import pytest

from procscore.cli.boundary import WrongCallError
from procscore.cli.criteria import output
from procscore.export.files import OutputError

REFUSAL = "{path} is no .txt"


def test_nothing_is_asked_of_what_is_printed():
    output.check_target(None, (".txt",), REFUSAL, force=False)


def test_another_suffix_is_a_wrong_call(tmp_path):
    with pytest.raises(WrongCallError) as caught:
        output.check_target(tmp_path / "a.doc", (".txt",), REFUSAL, force=True)
    assert str(caught.value.reason) == f"{tmp_path / 'a.doc'} is no .txt"


def test_an_older_file_is_kept_unless_it_may_be_replaced_and_an_input_always(tmp_path):
    path = tmp_path / "a.TXT"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(OutputError):
        output.check_target(path, (".txt",), REFUSAL, force=False)
    output.check_target(path, (".txt",), REFUSAL, force=True)
    with pytest.raises(OutputError):
        output.check_target(path, (".txt",), REFUSAL, [path], force=True)


def test_a_character_may_be_lacking(monkeypatch):
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp932"))
    assert output.can_print("価格点 ×")
    assert not output.can_print("é")


def test_text_is_printed_as_it_stands(capsys):
    text = "[bold]" + "x " * 20_000 + ":smile:\n  y\n"
    output.put(text, None)
    assert capsys.readouterr().out == text


def test_a_file_is_written_and_named(tmp_path, capsys):
    output.put("価格\n", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_bytes() == "価格\n".encode()
    assert capsys.readouterr().out == f"Written: {tmp_path / 'a.txt'}\n"
