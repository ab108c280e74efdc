"""What another program would read otherwise is refused; what programs really write is not."""

import pytest

from procscore.ingest import cells_only
from procscore.ingest.one_reading import TwoReadingsError
from support import books

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"
RELATED = "xl/_rels/workbook.xml.rels"
VALUE = '<c r="A1"><v>36</v></c>'


def _load(tmp_path, *rewritten):
    path = books.save(tmp_path / "bids.xlsx", {"表": [[36, "あ", books.Formula("=A1", 36)]]})
    content = books.parts(path)
    for part, old, new in rewritten:
        text = content[part].decode()
        assert old in text, (old, text)
        content[part] = text.replace(old, new, 1).encode()
    # Each named part lies there once more: only what names it decides which one is read.
    for name in ("workbook", "sharedStrings", "styles"):
        content[f"xl/{name}2.xml"] = content[f"xl/{name}.xml"]
    content["xl/_rels/workbook2.xml.rels"] = content[RELATED]
    (sheet,) = cells_only.load(books.pack(path, content).read_bytes()).worksheets
    return {place: cell.value for place, cell in sheet.cells.items()}


READ = {(1, 1): 36, (1, 2): "あ", (1, 3): 36}


@pytest.mark.parametrize(
    "cell",
    [
        VALUE,
        '<c r="A1" s="0" t="n"><v>3.6E1</v></c>',
        '<c r="A1"><v>+36.</v></c>',
        "<c><v>36</v></c>",
        '<c r="A1"><f>30+6</f><v>36</v></c>',
    ],
)
def test_a_number_is_read_however_programs_write_it(tmp_path, cell):
    assert _load(tmp_path, (SHEET, VALUE, cell)) == READ


@pytest.mark.parametrize(
    "text",
    [
        '<si><t xml:space="preserve">あ</t></si>',
        "<si><r><t>あ</t></r></si>",
        "<si><r><rPr><b/></rPr><t>あ</t></r></si>",
        '<si><t>あ</t><rPh sb="0" eb="1"><t>ア</t></rPh><phoneticPr fontId="1"/></si>',
    ],
)
def test_a_text_is_read_with_its_runs_and_without_its_reading(tmp_path, text):
    assert _load(tmp_path, (STRINGS, "<si><t>あ</t></si>", text)) == READ


def test_relations_may_be_absolute_or_of_the_strict_namespace(tmp_path):
    absolute = (ROOT, 'Target="xl/workbook.xml"', 'Target="/xl/workbook.xml"')
    transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
    strict = (
        RELATED,
        transitional,
        "http://purl.oclc.org/ooxml/officeDocument/relationships/styles",
    )
    assert _load(tmp_path, absolute, strict) == READ


def test_a_workbook_may_be_named_otherwise_where_all_name_it_so(tmp_path):
    named = [
        (ROOT, "xl/workbook.xml", "xl/workbook2.xml"),
        (TYPES, "/xl/workbook.xml", "/xl/workbook2.xml"),
    ]
    assert _load(tmp_path, *named) == READ


def _override(name, kind):
    return (
        f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.spreadsheetml.{kind}+xml"/></Types>'
    )


def _relation(kind, target):
    return (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}"/></Relationships>'
    )


@pytest.mark.parametrize(
    "rewritten",
    [
        [(ROOT, "xl/workbook.xml", "xl/workbook2.xml")],
        [(ROOT, "</Relationships>", _relation("officeDocument", "xl/workbook2.xml"))],
        [(RELATED, "sharedStrings.xml", "sharedStrings2.xml")],
        [
            (RELATED, "sharedStrings.xml", "sharedStrings2.xml"),
            (TYPES, "</Types>", _override("sharedStrings2", "sharedStrings")),
        ],
        [(RELATED, "</Relationships>", _relation("sharedStrings", "sharedStrings2.xml"))],
        [(RELATED, '"styles.xml"', '"styles2.xml"')],
        [(RELATED, "relationships/styles", "relationships/none")],
        [(RELATED, 'Id="rId2"', 'Id="rId1"')],
    ],
)
def test_parts_that_other_programs_do_not_take_are_refused(tmp_path, rewritten):
    with pytest.raises(TwoReadingsError):
        _load(tmp_path, *rewritten)


@pytest.mark.parametrize(
    ("second", "refused"),
    [
        ('numFmtId="190" formatCode="&quot;40&quot;"', True),
        ("formatCode='0' numFmtId='190'", True),
        ('numFmtId="190" formatCode="0.0"', False),
        ('numFmtId="191" formatCode="0"', False),
    ],
)
def test_a_number_format_that_means_two_things_is_refused(tmp_path, second, refused):
    formats = (
        f'<numFmts count="2"><numFmt numFmtId="190" formatCode="0.0"/><numFmt {second}/></numFmts>'
    )
    rewritten = ("xl/styles.xml", "<fonts", f"{formats}<fonts")
    if refused:
        with pytest.raises(TwoReadingsError):
            _load(tmp_path, rewritten)
    else:
        assert _load(tmp_path, rewritten) == READ


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>36</v><v>40</v></c>',
        '<c r="A1"><f>36</f><f>40</f><v>36</v></c>',
        '<c r="A1"><v>36</v><is><t>40</t></is></c>',
        '<c r="A1" t="str"><v>36</v><is><t>40</t></is></c>',
        '<c r="A1" t="inlineStr"><is><t>36</t></is><v>40</v></c>',
        '<c r="A1" t="inlineStr"><v>40</v></c>',
        '<c r="A1" t="inlineStr"><is><t>36</t><t>40</t></is></c>',
        '<c r="A1" t="other"><v>36</v></c>',
        '<c r="A1"><v>3<x>4</x>6</v></c>',
        '<c r="A1"><v>3_6</v></c>',
        '<c r="A1"><v>３６</v></c>',
        '<c r="A1"><v> 36</v></c>',
        '<c r="A1"><v>nan</v></c>',
        '<c r="A1" t="s"><v>0_0</v></c>',
        '<c r="A1" t="s"><v>-1</v></c>',
        '<c r="A1" t="b"><v>true</v></c>',
        '<c r="A1" s="0_0"><v>36</v></c>',
        '<c r="A1" s="-1"><v>36</v></c>',
        '<c r="A0_1"><v>36</v></c>',
        '<c r="A１"><v>36</v></c>',
        '<z:c xmlns:z="urn:z" r="A1"><v>36</v></z:c>',
        '<c r="A1"><z:v xmlns:z="urn:z">36</z:v></c>',
    ],
)
def test_a_cell_that_can_be_read_in_two_ways_is_refused(tmp_path, cell):
    with pytest.raises(TwoReadingsError):
        _load(tmp_path, (SHEET, VALUE, cell))


ROW = '<row r="9"><c r="A9"><v>9</v></c></row>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</sheetData>", f"</sheetData><extLst><ext>{ROW}</ext></extLst>"),
        ("</sheetData>", f"</sheetData><sheetData>{ROW}</sheetData>"),
        ("</sheetData>", f'</sheetData><z:sheetData xmlns:z="urn:z">{ROW}</z:sheetData>'),
        ("</sheetData>", '<z:row xmlns:z="urn:z" r="9"/></sheetData>'),
        ("</sheetData>", f'<z:choice xmlns:z="urn:z">{ROW}</z:choice></sheetData>'),
        ("<sheetData>", '<col min="1" max="1" hidden="1"/><sheetData>'),
        ("</sheetData>", '</sheetData><sheetView showZeros="1" workbookViewId="0"/>'),
        ('<row r="1"', '<row r="0_1"'),
        ('<row r="1"', '<row ht="1_5" r="1"'),
        ('<row r="1"', '<row ht="nan" r="1"'),
        ("<sheetData>", '<cols><col min="1_1" max="12" hidden="1"/></cols><sheetData>'),
    ],
)
def test_what_stands_elsewhere_in_a_sheet_is_refused(tmp_path, old, new):
    with pytest.raises(TwoReadingsError):
        _load(tmp_path, (SHEET, old, new))


def test_a_sheet_of_another_namespace_is_refused(tmp_path):
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with pytest.raises(TwoReadingsError):
        _load(tmp_path, (SHEET, main, 'xmlns="urn:z"'))


@pytest.mark.parametrize(
    "text",
    [
        "<si><t>あ</t><t>い</t></si>",
        "<si><t>あ</t><r><t>い</t></r></si>",
        "<si><r><t>い</t><t>あ</t></r></si>",
        '<si><z:t xmlns:z="urn:z">あ</z:t></si>',
        "<si><t>あ<x>い</x></t></si>",
        '<z:x xmlns:z="urn:z"><si><t>あ</t></si></z:x><si><t>い</t></si>',
    ],
)
def test_a_text_that_can_be_read_in_two_ways_is_refused(tmp_path, text):
    with pytest.raises(TwoReadingsError):
        _load(tmp_path, (STRINGS, "<si><t>あ</t></si>", text))
