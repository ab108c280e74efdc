"""`procscore criteria schema` and `new`, as they are run."""

import json

import pytest

from procscore.ingest import library
from procscore.model import schema
from support import books, command

PLACED = "points: 1000"


def start(folder, *options, **environment):
    return command.run("criteria", "new", "--like", *options, cwd=folder, **environment)


@pytest.fixture
def own(tmp_path):
    """Hand in a procurement, whose sheet is the one that others begin with."""
    books.hand_in(tmp_path, books.valid())
    return tmp_path / "criteria.yaml"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_schema_is_the_one_beside_the_built_in_sheets(tmp_path, lang):
    shipped = (library.folder() / schema.FILE_NAME).read_bytes()
    done = command.run("criteria", "schema", PROCSCORE_LANG=lang, PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (0, shipped, b"")
    out = tmp_path / schema.FILE_NAME
    assert command.run("criteria", "schema", "--out", out, "--lang", lang).returncode == 0
    assert out.read_bytes() == shipped


@pytest.mark.parametrize("encoding", ["ascii", "cp932"])
def test_a_console_that_lacks_a_character_gets_the_same_schema(encoding):
    done = command.run("criteria", "schema", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode(encoding)) == schema.schema()


def test_an_older_schema_is_kept_without_force(tmp_path):
    out = tmp_path / "schema.json"
    out.write_text("{}", encoding="utf-8")
    assert command.run("criteria", "schema", "--out", out).returncode == 4
    assert out.read_text(encoding="utf-8") == "{}"
    assert command.run("criteria", "schema", "--out", out, "--force").returncode == 0
    assert out.read_text(encoding="utf-8") == schema.text()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_is_printed_is_what_is_written(tmp_path, lang):
    printed = start(tmp_path, "fukui-sakai", PROCSCORE_LANG=lang, PYTHONIOENCODING="utf-8")
    out = tmp_path / "own.yaml"
    written = start(tmp_path, "fukui-sakai", "--out", out, "--lang", lang)
    assert (printed.returncode, written.returncode) == (0, 0)
    assert out.read_bytes() == printed.stdout
    assert PLACED in out.read_text(encoding="utf-8")
    assert printed.stderr == written.stderr == b""


def test_comments_are_in_the_language_of_the_reader(tmp_path):
    english, japanese = (
        start(tmp_path, "za-80-20", "--lang", lang, PYTHONIOENCODING="utf-8").stdout.decode()
        for lang in ("en", "ja")
    )
    assert "# - Above twice the lowest price" in english
    assert "# - 価格が最低価格の2倍を超えると" in japanese


def test_a_procurement_is_scored_by_the_new_sheet_as_by_the_old(own):
    before = command.run("evaluate", own.parent / "bids.xlsx").stdout
    assert start(own.parent, own, "--out", "new.yaml").returncode == 0
    after = command.run("evaluate", own.parent / "bids.xlsx", "--criteria", own.parent / "new.yaml")
    assert after.returncode == 0
    figures = [line for line in before.decode().splitlines() if "社" in line]
    assert figures
    assert all(line in after.stdout.decode() for line in figures)


def test_the_sheet_that_it_is_like_is_never_overwritten(own):
    old = own.read_bytes()
    done = start(own.parent, own, "--out", own, "--force")
    assert done.returncode == 4
    assert own.read_bytes() == old


def test_an_older_sheet_is_kept_without_force(own):
    out = own.parent / "new.yaml"
    out.write_text("old", encoding="utf-8")
    assert start(own.parent, own, "--out", out).returncode == 4
    assert out.read_text(encoding="utf-8") == "old"
    assert start(own.parent, own, "--out", out, "--force").returncode == 0
    assert "procscore: 1" in out.read_text(encoding="utf-8")


def test_a_sheet_with_an_error_gives_nothing(own):
    own.write_text(books.criteria_with("points: 60", "pionts: 60"), encoding="utf-8")
    done = start(own.parent, own, "--out", "new.yaml")
    assert done.returncode == 1
    assert b"criteria-unknown-key" in done.stderr
    assert b"No criteria sheet could be made. Errors: " in done.stderr
    assert not (own.parent / "new.yaml").exists()


def test_a_terminal_is_no_reason_to_break_lines():
    shown = command.on_terminal(60, "criteria", "new", "--like", "fukui-sakai")
    assert (
        "    score: {method: price, amount: total, formula: lowest-ratio, round: {places: 0, mode: half-up}}\n"
        in shown
    )
