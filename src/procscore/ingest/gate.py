"""Is this file a workbook that can be opened safely? Nothing is parsed before it has passed.

Each refusal has its own code: a person can only act on the cause, not on "invalid file". The
limits are far above honest workbooks (measured: ratio of 36 at the most in one part) and far below
what makes a reader run out of memory.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from procscore.diagnostics import Location, Problems

_OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MIB = 1024 * 1024
LARGEST_TOTAL = 256 * _MIB
LARGEST_RATIO = 100
_RATIO_APPLIES_FROM = _MIB
MOST_PARTS = 2_000
MOST_CELLS = 500_000
_STRICT = b"purl.oclc.org/ooxml"
_DISGUISED = re.compile(rb"xmlns[^=<>]*=\s*[\"'][^\"'<>]*&#")
"""A namespace that is not written out could be the strict one."""
_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_ROW = re.compile(rb"<(?:\w+:)?row[ >/]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell [^>]*?ref=.([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")
_SHEET_NAMED = re.compile(rb"<(?:\w+:)?sheet ")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,  # a name that is no text, a place before the beginning
)
"""What reading an archive raises where it is no archive, or damaged."""


class Opened(NamedTuple):
    """A workbook that passed."""

    data: bytes
    sheets: int
    """How many sheets the workbook says that it has."""


def is_lock_file(path: Path) -> bool:
    """Tell whether `path` is what Excel or LibreOffice leaves beside an open workbook."""
    return path.name.startswith(("~$", ".~lock."))


def lock_beside(path: Path) -> Path | None:
    """Return the lock file that shows that `path` is open in Excel or LibreOffice, or None."""
    # Excel drops the first characters of a long name, so the end of the name is what counts.
    for candidate in (
        path.parent / f"~${path.name}",
        path.parent / f"~${path.name[2:]}",
        path.parent / f".~lock.{path.name}#",
    ):
        if candidate.exists():
            return candidate
    return None


def open_workbook(path: Path, shown: str, problems: Problems) -> Opened | None:
    """Return the bytes of the workbook at `path`, or add the reason why not to `problems`.

    Raises OSError when the file is there and cannot be read.
    """
    where = Location(shown)
    if is_lock_file(path):
        problems.add("workbook-is-lock-file", where)
        return None
    if path.is_dir():
        problems.add("file-is-a-folder", where)
        return None
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        problems.add("workbook-missing", where)
        return None
    if lock_beside(path):
        problems.add("workbook-open-elsewhere", where)
    if code := _not_a_zip(data):
        problems.add(code, where)
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _passed(archive, data, where, problems)
    except DAMAGE:
        problems.add("workbook-damaged", where)
        return None


def _not_a_zip(data: bytes) -> str | None:
    """Return the code for bytes that are no zip archive at all."""
    if not data:
        return "workbook-empty"
    if data.startswith(_OLE_MAGIC):
        return "workbook-encrypted" if _ENCRYPTED_STREAM in data else "workbook-old-xls"
    if data.startswith(b"PK"):
        return None
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")):
        return "workbook-is-html"
    if b"\x00" not in data[:4096] or data.startswith(_UTF_16):
        return "workbook-is-text"
    return "workbook-unknown-kind"


def _passed(
    archive: zipfile.ZipFile, data: bytes, where: Location, problems: Problems
) -> Opened | None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        problems.add(_other_kind(archive, names), where)
        return None
    if bomb := next(_bombs(parts), None):
        problems.add("workbook-too-large", where, what=bomb)
        return None
    if len({_one_name(name) for name in names}) < len(parts):  # which of two is read is chance
        problems.add("workbook-damaged", where)
        return None
    cells = 0
    sheets = 0
    for part in parts:
        # zipfile checks the declared size and the checksum, so a forged header stops here.
        content = archive.read(part)
        if b"\x00" in content[:4]:  # UTF-16: the ASCII of its tags, which is all that is looked for
            content = content.replace(b"\x00", b"")
        if b"<!DOCTYPE" in content:
            problems.add("workbook-has-doctype", where, part=part.filename)
            return None
        is_book = part.filename == "xl/workbook.xml"
        is_sheet = b"sheetData" in content  # where it lies in the archive is its writer's choice
        if (is_book or is_sheet) and (_STRICT in content or _DISGUISED.search(content)):
            problems.add("workbook-strict", where)
            return None
        if is_book:
            sheets = len(_SHEET_NAMED.findall(content))
        if is_sheet:
            # Rows that are painted as a whole have no cells, and cost as much.
            cells += max(len(_CELL.findall(content)), len(_ROW.findall(content)))
            cells += _merged_cells(content)
    if cells > MOST_CELLS:
        problems.add("workbook-too-many-cells", where, cells=f"{cells:,}", most=f"{MOST_CELLS:,}")
        return None
    if any("vbaProject" in name for name in names):
        problems.add("workbook-has-macros", where)
    return Opened(data, sheets)


def _one_name(name: str) -> str:
    """Return what the spellings of the name of a part have in common."""
    return name.replace("\\", "/").lstrip("/").lower()


def _merged_cells(content: bytes) -> int:
    """Return how many places the merged ranges cover: openpyxl makes a cell for each."""
    return sum(
        (_number(right) - _number(left) + 1) * (int(bottom) - int(top) + 1)
        for left, top, right, bottom in _MERGED.findall(content)
    )


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _other_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "workbook-xlsb"
    if "mimetype" in names and b"opendocument" in archive.read("mimetype")[:100]:
        return "workbook-ods"
    return "workbook-unknown-kind"


def _bombs(parts: list[zipfile.ZipInfo]) -> Iterator[str]:
    """Give what makes an archive too large to be opened, judged by its declared sizes."""
    if len(parts) > MOST_PARTS:
        yield f"{len(parts):,} > {MOST_PARTS:,}"
    total = sum(part.file_size for part in parts)
    if total > LARGEST_TOTAL:
        yield f"{total // _MIB:,} MiB > {LARGEST_TOTAL // _MIB} MiB"
    for part in parts:
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > _RATIO_APPLIES_FROM and ratio > LARGEST_RATIO:
            yield f"{part.filename}: 1 : {ratio:,.0f} > 1 : {LARGEST_RATIO}"
