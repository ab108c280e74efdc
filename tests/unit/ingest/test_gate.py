"""What is no workbook, or no safe one, is told apart before anything is parsed."""

import zipfile

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import gate
from support import books


def _open(path):
    problems = Problems()
    opened = gate.open_workbook(path, "bids.xlsx", problems)
    return opened, [each.code for each in problems]


def test_a_workbook_passes_with_its_bytes(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", books.valid())
    opened, told = _open(path)
    assert opened.data == path.read_bytes()
    assert told == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "workbook-empty"),
        (b"PK\x03\x04 and then nothing", "workbook-damaged"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(99), "workbook-old-xls"),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "workbook-encrypted",
        ),
        (b"<table><tr>", "workbook-is-html"),
        (b"\xef\xbb\xbf \r\n<!DOCTYPE html>", "workbook-is-html"),
        ("採点,36\n".encode("cp932"), "workbook-is-text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "workbook-unknown-kind"),
    ],
)
def test_what_is_no_zip_is_named_for_what_it_is(tmp_path, data, code):
    path = tmp_path / "bids.xlsx"
    path.write_bytes(data)
    assert _open(path) == (None, [code])


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["xl/workbook.bin"], "workbook-xlsb"),
        (["word/document.xml"], "workbook-unknown-kind"),
        (["mimetype"], "workbook-unknown-kind"),
    ],
)
def test_other_archives_are_named_for_what_they_are(tmp_path, names, code):
    path = books.pack(tmp_path / "bids.xlsx", dict.fromkeys(names, b"application/epub+zip"))
    assert _open(path) == (None, [code])


@pytest.mark.parametrize(("mib", "code"), [(1, []), (2, ["workbook-too-large"])])
def test_the_ratio_counts_for_parts_above_one_mib(tmp_path, mib, code):
    path = books.save(tmp_path / "bids.xlsx", books.valid())
    books.pack(path, {**books.parts(path), "xl/a.bin": bytes(mib * 2**20)})
    assert _open(path)[1] == code


def test_as_many_parts_as_are_allowed_pass_and_one_more_does_not(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1]]})
    content = books.parts(path)
    free = gate.MOST_PARTS - len(content)
    full = {**content, **{f"xl/{number}.bin": b"" for number in range(free)}}
    assert _open(books.pack(path, full))[1] == []
    assert _open(books.pack(path, {**full, "xl/more.bin": b""}))[1] == ["workbook-too-large"]


@pytest.mark.parametrize(
    "name", ["xl/SharedStrings.xml", "/xl/sharedStrings.xml", "xl\\sharedStrings.xml"]
)
def test_a_part_may_not_lie_there_twice(tmp_path, name):
    path = books.save(tmp_path / "bids.xlsx", books.valid())
    assert _open(books.pack(path, {name: b"<sst/>", **books.parts(path)}))[1] == [
        "workbook-damaged"
    ]


def test_a_part_may_not_lie_there_twice_under_one_name(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", books.valid())
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/sharedStrings.xml", "<sst/>")
    assert _open(path)[1] == ["workbook-damaged"]


@pytest.mark.parametrize(
    "namespace",
    ["http://purl.oclc.org/ooxml/spreadsheetml/main", "http://&#112;url.oclc.org/ooxml"],
)
def test_rows_of_the_strict_format_are_found_in_each_sheet(tmp_path, namespace):
    path = books.save(tmp_path / "bids.xlsx", books.valid())
    row = f'<s:row xmlns:s="{namespace}" r="9"/></sheetData>'
    books.rewrite(path, "xl/worksheets/sheet2.xml", "</sheetData>", row)
    assert _open(path)[1] == ["workbook-strict"]


def test_the_limit_of_cells_is_for_all_sheets_together(tmp_path, monkeypatch):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1, 2]], "b": [[3]]})
    monkeypatch.setattr(gate, "MOST_CELLS", 3)
    assert _open(path)[1] == []
    monkeypatch.setattr(gate, "MOST_CELLS", 2)
    assert _open(path)[1] == ["workbook-too-many-cells"]


@pytest.mark.parametrize("name", ["~$bids.xlsx", ".~lock.bids.xlsx#"])
def test_a_lock_file_is_known_by_its_name(tmp_path, name):
    assert gate.is_lock_file(tmp_path / name)
    assert not gate.is_lock_file(tmp_path / "bids.xlsx")


@pytest.mark.parametrize(
    "name", ["~$bids-of-all.xlsx", "~$ds-of-all.xlsx", ".~lock.bids-of-all.xlsx#"]
)
def test_a_lock_file_beside_a_workbook_is_found(tmp_path, name):
    path = tmp_path / "bids-of-all.xlsx"
    assert gate.lock_beside(path) is None
    (tmp_path / name).touch()
    assert gate.lock_beside(path) == tmp_path / name


def test_a_lock_file_of_another_workbook_is_no_matter(tmp_path):
    (tmp_path / "~$other.xlsx").touch()
    assert gate.lock_beside(tmp_path / "bids.xlsx") is None
