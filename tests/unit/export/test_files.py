import os
import stat

import pytest

from procscore.export import files
from procscore.export.files import OutputError


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

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write(target, b"new")
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


@pytest.mark.parametrize("name", ["no/new", "file", "file/new"])
def test_a_folder_that_cannot_be_made_is_refused(tmp_path, name):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(OutputError) as refused:
        files.check_folder(tmp_path / name)
    assert (refused.value.reason, refused.value.path) == (files.NO_FOLDER, tmp_path / name)


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
