"""`procscore diff` as a secretariat runs it before and after a moderation."""

import json

import pytest

from support import books, command

SUFFIXES = (".xlsx", ".csv", ".md", ".html", ".json")
MODERATED = {"採点_委員1": {"D2": 38, "G1": "A社 所見", "G2": "説明を聞き直した"}}


@pytest.fixture
def here(tmp_path):
    for name, cells in (("old", {}), ("new", MODERATED)):
        (tmp_path / name).mkdir()
        books.hand_in(tmp_path / name, books.with_cells(cells))
    return tmp_path


def run(folder, *arguments, **environment):
    return command.run("diff", *arguments, cwd=folder, **environment)


def test_changes_are_told_and_are_no_failure(here):
    done = run(here, "old", "new/bids.xlsx", "--quiet")
    text = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Changes: 1 (marks 1)." in text
    assert "The award moved: preferred bidder B社 → A社." in text
    assert "説明を聞き直した" in text
    assert "Changes without a reason" not in text


def test_the_same_twice_is_one_sentence(here):
    done = run(here, "old", "old")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").splitlines()[-1] == (
        "Nothing that was handed in and no rule differs."
    )


def test_every_format_tells_the_same(here):
    outs = [f"out{suffix}" for suffix in SUFFIXES]
    done = run(here, "old", "new", *(each for out in outs for each in ("--out", out)))
    assert done.returncode == 0
    for out in ("out.md", "out.html", "out.csv"):
        assert "説明を聞き直した" in (here / out).read_text(encoding="utf-8")
    assert len(json.loads((here / "out.json").read_bytes())["changes"]) == 1
    assert run(here, "old", "new", "--out", "out.md").returncode == 4
    assert run(here, "old", "new", "--out", "out.md", "--force").returncode == 0


def test_a_fault_in_either_is_told_and_nothing_is_compared(here):
    books.save(here / "new" / "bids.xlsx", books.with_cells({"採点_委員1": {"D2": 99}}))
    done = run(here, "old", "new", "--out", "out.md")
    assert done.returncode == 1
    assert b"mark-above-maximum" in done.stderr
    assert "Nothing was compared. Errors: 1" in done.stderr.decode("utf-8")
    assert done.stdout == b""
    assert not (here / "out.md").exists()


def test_a_file_that_is_not_there(here):
    assert run(here, "old", "nowhere.xlsx").returncode == 4
