import os
import stat
from pathlib import Path

import pytest

from procscore.export import files
from procscore.export.files import OutputError


def full_after(count, monkeypatch):
    """Let the disk be full after so many files."""
    room = iter(range(count))

    def fsync(_descriptor):
        if next(room, None) is None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)


def held(name, monkeypatch):
    """Let another program hold the file called `name`, so that it cannot be replaced by a new one."""
    replace = Path.replace

    def refusing(self, target):
        if target.name == name:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)


def state(folder):
    """Return the names and contents of all that lies in a folder."""
    return {
        str(each.relative_to(folder)): each.read_bytes() if each.is_file() else None
        for each in folder.rglob("*")
    }


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path):
    mask = os.umask(0o022)
    try:
        files.write(tmp_path / "new.json", b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o644


def test_a_replaced_file_keeps_its_rights(tmp_path):
    target = tmp_path / "old.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    files.write(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "old.json"
    target.write_bytes(b"old")

    full_after(0, monkeypatch)
    with pytest.raises(OutputError) as refused:
        files.write(target, b"new")
    assert (refused.value.reason, refused.value.path) == (files.FAILED, target)
    assert refused.value.detail == "no space is left"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_another_program_holds_is_refused_after_some_tries(tmp_path, monkeypatch):
    tries = []

    def held(_self, _target):
        tries.append(1)
        raise PermissionError(13, "in use")

    monkeypatch.setattr("pathlib.Path.replace", held)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with pytest.raises(OutputError) as refused:
        files.write(tmp_path / "a.json", b"x")
    assert refused.value.reason == files.IN_USE
    assert len(tries) > 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("make", [os.link, os.symlink])
def test_an_input_is_recognised_under_another_name(tmp_path, make):
    given = tmp_path / "bids.xlsx"
    given.write_bytes(b"x")
    make(given, tmp_path / "out.json")
    with pytest.raises(OutputError) as refused:
        files.check_target(tmp_path / "out.json", [given], force=True)
    assert refused.value.reason == files.IS_INPUT


def test_an_existing_file_is_refused_without_force(tmp_path):
    target = tmp_path / "out.json"
    target.write_bytes(b"x")
    with pytest.raises(OutputError) as refused:
        files.check_target(target, [], force=False)
    assert refused.value.reason == files.EXISTS
    files.check_target(target, [], force=True)


def test_a_file_needs_a_folder_that_is_there(tmp_path):
    with pytest.raises(OutputError) as refused:
        files.check_target(tmp_path / "no" / "out.json", [], force=True)
    assert refused.value.reason == files.NO_FOLDER


def test_a_folder_that_will_be_made_counts_as_there_and_no_other(tmp_path):
    made = tmp_path / "scores"
    files.check_target(made / "a.xlsx", [], force=False, new_folder=made)
    for other in (tmp_path / "other" / "a.xlsx", made / "deeper" / "a.xlsx"):
        with pytest.raises(OutputError) as refused:
            files.check_target(other, [], force=False, new_folder=made)
        assert refused.value.reason == files.NO_FOLDER


def test_a_folder_that_is_there_is_looked_into_although_it_may_be_made(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"x")
    with pytest.raises(OutputError) as refused:
        files.check_target(tmp_path / "a.xlsx", [], force=False, new_folder=tmp_path)
    assert refused.value.reason == files.EXISTS


def test_a_folder_that_is_there_or_can_be_made_is_no_error(tmp_path):
    files.check_folder(tmp_path)
    files.check_folder(tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no/new", files.NO_FOLDER),
        ("file/new", files.NO_FOLDER),
        ("file", files.NOT_A_FOLDER),
    ],
)
def test_a_folder_that_cannot_be_made_is_refused(tmp_path, name, reason):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(OutputError) as refused:
        files.check_folder(tmp_path / name)
    assert (refused.value.reason, refused.value.path) == (reason, tmp_path / name)


@pytest.mark.parametrize("link", [False, True], ids=["itself", "at the end of a link"])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_is_no_file_is_never_replaced(tmp_path, make, link):
    thing = tmp_path / ("thing" if link else "out.json")
    make(thing)
    target = tmp_path / "out.json"
    if link:
        target.symlink_to(thing)
    with pytest.raises(OutputError) as refused:
        files.check_target(target, [], force=True)
    assert (refused.value.reason, refused.value.path) == (files.NOT_A_FILE, target)


def test_a_link_that_leads_to_itself_is_no_file(tmp_path):
    target = tmp_path / "out.json"
    target.symlink_to(target)
    with pytest.raises(OutputError) as refused:
        files.check_target(target, [], force=True)
    assert refused.value.reason == files.NOT_A_FILE


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path):
    target = tmp_path / "out.json"
    target.symlink_to("else.json")
    for content in (b"new", b"newer"):
        files.check_target(target, [], force=True)
        files.write(target, content)
        assert target.is_symlink()
        assert (tmp_path / "else.json").read_bytes() == content


@pytest.mark.parametrize("room", range(4))
def test_of_a_set_that_does_not_fit_on_the_disk_nothing_stays(tmp_path, monkeypatch, room):
    (tmp_path / "b.md").write_bytes(b"old")
    before = state(tmp_path)
    folder = tmp_path / "letters"
    full_after(room, monkeypatch)
    made = {tmp_path / "a.md": b"1", tmp_path / "b.md": b"2", folder / "c.md": b"3"}
    with pytest.raises(OutputError) as refused:
        files.write_set(made, folder)
    # a new file takes one place, and one that is replaced two: its copy, which is written first
    assert refused.value.path == [*made][[0, 1, 1, 2][room]]
    assert state(tmp_path) == before


def test_a_set_that_fits_is_there_as_a_whole_and_nothing_beside_it(tmp_path, monkeypatch):
    (tmp_path / "b.md").write_bytes(b"old")
    folder = tmp_path / "letters"
    full_after(4, monkeypatch)
    files.write_set(
        {tmp_path / "a.md": b"1", tmp_path / "b.md": b"2", folder / "c.md": b"3"}, folder
    )
    assert state(tmp_path) == {"a.md": b"1", "b.md": b"2", "letters": None, "letters/c.md": b"3"}


def test_where_one_file_of_a_set_is_held_all_is_as_before(tmp_path, monkeypatch):
    (tmp_path / "b.md").write_bytes(b"old")
    (tmp_path / "b.md").chmod(0o640)
    (tmp_path / "c.md").write_bytes(b"held")
    before = state(tmp_path)
    held("c.md", monkeypatch)
    with pytest.raises(OutputError) as refused:
        files.write_set({tmp_path / f"{name}.md": b"new" for name in "abc"})
    assert (refused.value.reason, refused.value.path) == (files.IN_USE, tmp_path / "c.md")
    assert state(tmp_path) == before
    assert stat.S_IMODE((tmp_path / "b.md").stat().st_mode) == 0o640


def test_a_folder_that_was_there_stays_where_nothing_can_be_written(tmp_path, monkeypatch):
    folder = tmp_path / "letters"
    folder.mkdir()
    full_after(0, monkeypatch)
    with pytest.raises(OutputError):
        files.write_set({folder / "a.md": b"1"}, folder)
    assert state(tmp_path) == {"letters": None}


def test_a_folder_that_the_system_refuses_is_named(tmp_path, monkeypatch):
    def refuse(_self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OutputError) as refused:
        files.write_set({tmp_path / "n" / "a.md": b"1"}, tmp_path / "n")
    assert (refused.value.reason, refused.value.path) == (files.FAILED, tmp_path / "n")


def test_nothing_is_written_where_one_of_several_formats_cannot_be_made(tmp_path):
    made = {".a": b"one"}
    with pytest.raises(KeyError):
        files.write_all([tmp_path / "x.a", tmp_path / "x.b"], made.__getitem__)
    assert not list(tmp_path.iterdir())


def test_the_suffix_says_what_is_written_in_either_case(tmp_path):
    made = {".a": b"one", ".b": b"two"}
    files.write_all([tmp_path / "x.A", tmp_path / "x.b"], made.__getitem__)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "x.A": b"one",
        "x.b": b"two",
    }


def test_a_name_that_the_system_cannot_hold_is_refused(tmp_path, monkeypatch):
    def refusing(path, **_more):
        return str(path).encode("ascii").decode()

    monkeypatch.setattr(os.path, "realpath", refusing)
    for check in (
        lambda path: files.check_target(path, (), force=False),
        lambda path: files.check_target(path / "a.html", (), force=False),
        files.check_folder,
    ):
        with pytest.raises(OutputError) as refused:
            check(tmp_path / "通知")
        assert refused.value.reason == files.FAILED
        assert "characters" in refused.value.detail
