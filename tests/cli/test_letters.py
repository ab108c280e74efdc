"""`procscore evaluate --letters`: notices for the vendors, from the command line."""

import pytest

from support import books, command, notices

NAMES = [
    f"notice-{each}{suffix}" for each in ("A社", "B社", "C社") for suffix in (".html", ".xlsx")
]


@pytest.fixture
def book(tmp_path):
    return books.hand_in(tmp_path, notices.commented("B社", "A社より劣る。"))


def written(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_notices_are_written_and_counted(book, tmp_path):
    done = command.run("evaluate", book, "--letters", tmp_path / "letters")
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().splitlines()[-1] == f"Written: {tmp_path / 'letters'}, notices: 3"
    assert written(tmp_path / "letters") == NAMES


def test_a_comment_that_names_others_is_reported_with_the_cell_of_its_mark(book, tmp_path):
    done = command.run("evaluate", book, "--letters", tmp_path / "letters")
    told = done.stderr.decode()
    assert "[採点_委員1] E2: The comment on this mark names somebody else" in told
    assert told.count("[comment-names-others]") == 1
    for name in NAMES[2:4]:
        content = (tmp_path / "letters" / name).read_bytes()
        assert "A社" not in notices.unpacked(content)
        assert "より劣る" not in notices.unpacked(content)


def test_without_letters_nothing_is_said_of_comments(book):
    assert b"comment-names-others" not in command.run("evaluate", book).stderr


def test_old_notices_are_replaced_only_by_force_and_nothing_is_written_before(book, tmp_path):
    folder, out = tmp_path / "letters", tmp_path / "result.json"
    folder.mkdir()
    (folder / NAMES[-1]).write_bytes(b"mine")
    done = command.run("evaluate", book, "--letters", folder, "--out", out)
    assert done.returncode == 4
    assert NAMES[-1] in done.stderr.decode()
    assert written(folder) == [NAMES[-1]]
    assert (folder / NAMES[-1]).read_bytes() == b"mine"
    assert not out.exists()
    assert command.run("evaluate", book, "--letters", folder, "--force").returncode == 0
    assert written(folder) == NAMES


def test_a_folder_that_cannot_be_made_is_refused(book, tmp_path):
    done = command.run("evaluate", book, "--letters", tmp_path / "no" / "letters")
    assert done.returncode == 4
    assert not (tmp_path / "no").exists()


def test_nothing_is_written_while_an_error_stands(tmp_path):
    book = books.hand_in(tmp_path, books.with_cells({"採点_委員1": {"D2": 99}}))
    done = command.run("evaluate", book, "--letters", tmp_path / "letters")
    assert done.returncode == 1
    assert not (tmp_path / "letters").exists()


def test_where_nobody_is_ranked_everybody_is_told_why(tmp_path):
    prices = {f"C{row}": 13_000_000 for row in (2, 3, 4)}
    book = books.hand_in(tmp_path, books.with_cells({"提案者": prices}))
    done = command.run("evaluate", book, "--letters", tmp_path / "letters")
    assert done.returncode == 0, done.stderr.decode()
    assert written(tmp_path / "letters") == NAMES
    for name in NAMES:
        text = notices.unpacked((tmp_path / "letters" / name).read_bytes())
        assert "13,000,000 is above the ceiling of 12,000,000" in text


def test_with_anonymize_a_letter_is_addressed_to_its_vendor_all_the_same(book, tmp_path):
    done = command.run("evaluate", book, "--letters", tmp_path / "letters", "--anonymize")
    assert done.returncode == 0, done.stderr.decode()
    assert "ガンマ合同会社" not in done.stdout.decode()
    text = notices.unpacked((tmp_path / "letters" / NAMES[4]).read_bytes())
    assert "ガンマ合同会社" in text
