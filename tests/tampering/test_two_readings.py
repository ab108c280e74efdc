"""Workbooks forged so that Excel and LibreOffice show other figures than those that are read.

What can be read in two ways is not read at all, neither as a ranking nor as an input.
"""

import re

import pytest

from procscore import pipeline
from procscore.pipeline.verifying import verify
from support import books, tampering

BOOK = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
ROOT = "_rels/.rels"
RELATED = "xl/_rels/workbook.xml.rels"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
ORDINARY = r'<c r="[^"]+"[^>]*><v>[^<]*</v></c>'
"""A cell that stores a value and no formula."""


def changed(parts, name, pattern, new):
    text, count = re.subn(pattern, new, parts[name].decode(), count=1, flags=re.DOTALL)
    assert count, (name, pattern)
    return {**parts, name: text.encode()}


def other_names(parts):
    """Return the parts with what another program is to show: the names of two vendors exchanged."""
    text = parts[STRINGS].decode().replace("ベータ", "＊").replace("アルファ", "ベータ")
    return text.replace("＊", "アルファ").encode()


def second_workbook(parts):
    """Let the relations lead to a workbook of which the content types say nothing first."""
    linked = changed(parts, ROOT, "xl/workbook.xml", "xl/shown.xml")
    related = parts[RELATED].replace(b'"sharedStrings.xml"', b'"shown_strings.xml"')
    shown = {"xl/shown.xml": parts[BOOK], "xl/_rels/shown.xml.rels": related}
    return {**linked, **shown, "xl/shown_strings.xml": other_names(parts)}


def second_strings(parts):
    linked = changed(parts, RELATED, '"sharedStrings.xml"', '"shown.xml"')
    return {**linked, "xl/shown.xml": other_names(parts)}


def second_styles(parts):
    linked = changed(parts, RELATED, '"styles.xml"', '"shown.xml"')
    return {**linked, "xl/shown.xml": parts[STYLES]}


def same_part_in_capitals(parts):
    return {"xl/SharedStrings.xml": other_names(parts), **parts}


def row_out_of_sight(parts, sheet):
    """Move the last row to where only openpyxl looks for it."""
    moved = r"\2</sheetData><extLst><ext>\1</ext></extLst>"
    return changed(parts, sheet, r"(<row (?:(?!<row ).)*</row>)(\s*)</sheetData>", moved)


def row_in_a_second_table(parts, sheet):
    moved = r"</sheetData><sheetData>\1</sheetData>"
    return changed(parts, sheet, r"(<row (?:(?!<row ).)*</row>)</sheetData>", moved)


def strict_row(parts, sheet):
    row = f'<s:row xmlns:s="{STRICT}" r="900"><s:c r="A900"><s:v>99</s:v></s:c></s:row></sheetData>'
    return changed(parts, sheet, "</sheetData>", row)


def two_values(parts, sheet):
    return changed(parts, sheet, f"({ORDINARY[:-4]})</c>", r"\1<v>0</v></c>")


def underscore(parts, sheet):
    return changed(parts, sheet, r"<v>(\d)(\d)", r"<v>\1_\2")


def foreign_cell(parts, sheet):
    return changed(
        parts, sheet, r"<c (r=[^>]*)>(<v>[^<]*</v>)</c>", r'<z:c xmlns:z="z" \1>\2</z:c>'
    )


PARTS = [second_workbook, second_strings, second_styles, same_part_in_capitals]
CELLS = [
    row_out_of_sight,
    row_in_a_second_table,
    strict_row,
    two_values,
    underscore,
    foreign_cell,
]


def two_texts(parts):
    return changed(parts, STRINGS, r"<si><t>([^<]*)</t></si>", r"<si><t>？</t><t>\1</t></si>")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return tampering.published(tmp_path_factory.mktemp("published"))


def forge(path, folder, how, sheet):
    parts = books.parts(path)
    return books.pack(folder / path.name, how(parts, sheet) if how in CELLS else how(parts))


@pytest.mark.parametrize("how", [*PARTS, two_texts, *CELLS])
def test_a_ranking_that_can_be_read_in_two_ways_is_not_reproduced(files, tmp_path, how):
    forged = forge(files.xlsx, tmp_path, how, "xl/worksheets/sheet1.xml")
    outcome = verify(forged, [files.book])
    assert outcome.result is None
    code = "workbook-strict" if how is strict_row else "workbook-damaged"
    assert code in [each.code for each in outcome.diagnostics]


@pytest.mark.parametrize("how", [*PARTS, two_texts, *CELLS])
def test_an_input_that_can_be_read_in_two_ways_is_not_scored(files, tmp_path, how):
    sheet = books.part_of("採点_委員1", tampering.procurement())
    forged = forge(files.book, tmp_path, how, sheet)
    (tmp_path / "criteria.yaml").write_bytes(files.criteria.read_bytes())
    outcome = pipeline.evaluate([forged])
    assert outcome.result is None
    code = "workbook-strict" if how is strict_row else "workbook-damaged"
    assert code in books.codes(outcome)
