"""Workbooks recalculated by LibreOffice, and compared with what is stored in them.

Before that every stored result is replaced by a wrong one, so that what comes back was computed.
"""

import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal, localcontext
from io import BytesIO

from openpyxl import load_workbook

from support import books

_RESULT = re.compile(
    r"(?P<head><c [^>]*>)(?P<formula><f\b[^>]*?(?:/>|>.*?</f>))<v>(?P<value>.*?)</v>", re.DOTALL
)
POISON = {"str": "poisoned", "b": "0", "": "-987654.321"}
"""What no formula gives, by the type of the result (a truth value can only be the wrong one)."""
_ALWAYS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_RELATIVE = Decimal("1e-9")
_NOTHING = Decimal("1e-12")
_DIGITS = re.compile(r"[0#?][0#?,]*(?:\.(?P<places>[0#?]+))?(?P<percent>%?)")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


def poisoned(content):
    """Return a workbook with every stored result replaced by a wrong one."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = _RESULT.sub(_poison, data.decode()).encode()
            made.writestr(name, data)
    return target.getvalue()


def _poison(found):
    kind = re.search(r' t="(\w+)"', found["head"])
    wrong = POISON[kind[1] if kind else ""]
    if kind and kind[1] == "b":
        wrong = "0" if found["value"] == "1" else "1"
    return f"{found['head']}{found['formula']}<v>{wrong}</v>"


def recalculated(folder, contents):
    """Return what LibreOffice computes in each workbook: values by sheet and address.

    `contents` are workbooks as bytes; one run of LibreOffice computes them all, below `folder`.
    Skips the test where there is no LibreOffice, except in CI.
    """
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_ALWAYS, encoding="utf-8")
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"book-{number}.xlsx")
        paths[-1].write_bytes(poisoned(content))
    return [values(path.read_bytes()) for path in books.all_saved_by_libreoffice(paths)]


def values(content):
    """Return every value that is stored in a workbook, by sheet and address."""
    book = load_workbook(BytesIO(content), data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def formulas(content):
    """Return the text and the number format of every formula of a workbook, by sheet and address."""
    book = load_workbook(BytesIO(content))
    return {
        (sheet.title, cell.coordinate): (
            str(getattr(cell.value, "text", cell.value)),
            cell.number_format,
        )
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def differences(content, computed):
    """Return, told, every formula of a workbook whose stored result is not what was computed."""
    stored = values(content)
    told = []
    for place, (text, number_format) in formulas(content).items():
        ours, theirs = stored.get(place, ""), computed.get(place, "")
        if not equal(ours, theirs, number_format):
            sheet, address = place
            told.append(f"{sheet}!{address} {text} stored {ours!r}, computed {theirs!r}")
    return told


def equal(ours, theirs, number_format):
    """Tell whether two results are equal: the same text, or close numbers that show the same digits."""
    if isinstance(ours, str) or isinstance(theirs, str):
        return ours == theirs
    a, b = Decimal(repr(ours)), Decimal(repr(theirs))
    near = abs(a - b) <= _RELATIVE * max(abs(a), abs(b), 1)
    return near and shown(a, number_format) == shown(b, number_format)


def shown(value, number_format):
    """Return the digits of a number as a number format shows them, as a number."""
    plain = _QUOTED.sub("", number_format.partition(";")[0])
    digits = _DIGITS.search(plain)
    if digits is None:  # General, which shows up to eleven digits
        return Decimal(f"{value:.11g}") if abs(value) > _NOTHING else Decimal(0)
    places = len(digits["places"] or "")
    with localcontext(prec=400):
        seen = Decimal(f"{value:.15g}") * (100 if digits["percent"] else 1)
        return seen.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
