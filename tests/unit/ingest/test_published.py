"""Rankings read as they stand."""

import json
from fractions import Fraction

import pytest

import procscore
from procscore import language, pipeline
from procscore.diagnostics import Problems
from procscore.ingest import published
from support import books


@pytest.mark.parametrize("suffix", [".xlsx", ".json", ".csv"])
@pytest.mark.parametrize("spoken", ["ja", "en"])
def test_a_ranking_tells_its_language_and_holds_its_figures(suffix, spoken, tmp_path):
    path = tmp_path / f"ranking{suffix}"
    result = procscore.evaluate(books.hand_in(tmp_path, books.valid()))
    language.use(spoken)
    pipeline.export(result, [path])
    language.use("en")
    found = published.read(path, Problems())
    assert (found.kind, found.language) == (suffix, spoken)
    assert (found.record is None) == (suffix == ".csv")
    if suffix == ".csv":
        contents = [each.content for row in found.grids[0].rows.values() for each in row.values()]
        assert Fraction("84.75") in contents


def test_what_is_no_ranking_is_named(tmp_path):
    book = books.hand_in(tmp_path, books.valid())
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    listed = tmp_path / "listed.json"
    listed.write_text("[]", encoding="utf-8")
    told = {book: "ranking-not-known"}
    told |= dict.fromkeys((broken, listed), "result-file-unreadable")
    text = tmp_path / "a.txt"
    text.write_text("1", encoding="utf-8")
    told[text] = "ranking-not-known"
    told |= {tmp_path / each: "workbook-missing" for each in ("none.csv", "none.txt", "none")}
    for path, code in told.items():
        problems = Problems()
        assert published.read(path, problems) is None
        assert [each.code for each in problems] == [code]


def as_json(folder, change):
    """Read a ranking as JSON that `change` made another."""
    path = folder / "ranking.json"
    pipeline.export(procscore.evaluate(books.hand_in(folder, books.valid())), [path])
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    problems = Problems()
    return published.read(path, problems), [each.code for each in problems]


BREAKS = {
    "no format": lambda content: content.pop("procscore"),
    "a later format": lambda content: content.update(procscore="result/2"),
    "no language": lambda content: content.pop("language"),
    "no list of files": lambda content: content.update(inputs=5),
    "no part": lambda content: content.pop("part"),
    "no version": lambda content: content.update(version=None),
}


@pytest.mark.parametrize("name", BREAKS)
def test_json_that_is_no_record_is_kept_as_it_stands(name, tmp_path):
    found, told = as_json(tmp_path, BREAKS[name])
    assert told == []
    assert (found.broken, found.record, found.language) == (True, None, "en")
    assert found.content["vendors"]
    files = [] if name == "no list of files" else ["bids.xlsx"]
    assert [each.name for each in found.inputs] == files
    assert (found.version == "") == (name == "no version")


def test_who_is_left_out_of_json_that_is_no_record_is_told_where_it_says_it(tmp_path):
    found, _ = as_json(tmp_path, lambda content: content.update(version=1))
    assert found.anonymous is False
    found, _ = as_json(tmp_path, lambda content: content.update(anonymous="some"))
    assert found.anonymous is None


def test_json_of_another_thing_is_no_ranking(tmp_path):
    found, told = as_json(tmp_path, lambda content: content.update(procscore="explanation/1"))
    assert (found, told) == (None, ["result-file-unreadable"])


def test_a_sheet_of_a_chart_is_one_of_the_ranking(tmp_path):
    path = tmp_path / "r.xlsx"
    pipeline.export(procscore.evaluate(books.hand_in(tmp_path, books.valid())), [path])
    added = b'<sheet name="Figure" sheetId="99" r:id="rId99"/></sheets>'
    relation = b'<Relationship Id="rId99" Type="x/chartsheet" Target="x.xml"/></Relationships>'
    override = b'<Override PartName="/xl/x.xml" ContentType="x"/></Types>'
    parts = {**books.parts(path), "xl/x.xml": b"<chartsheet/>"}
    for part, end, more in (
        ("xl/workbook.xml", b"</sheets>", added),
        ("xl/_rels/workbook.xml.rels", b"</Relationships>", relation),
        ("[Content_Types].xml", b"</Types>", override),
    ):
        parts[part] = parts[part].replace(end, more)
    read = published.read(books.pack(path, parts), Problems())
    assert [each.name for each in read.grids if each.is_chart] == ["Figure"]
    assert read.grids[-1].rows == {}


@pytest.mark.parametrize("number", [27, 59, 199])
def test_a_number_format_that_is_not_declared_is_told_by_its_number(tmp_path, number):
    path = tmp_path / "ranking.xlsx"
    pipeline.export(procscore.evaluate(books.hand_in(tmp_path, books.valid())), [path])
    usual = {cell.format for cell in _held(path)}
    books.rewrite(path, "xl/styles.xml", '(<xf )numFmtId="165"', rf'\1numFmtId="{number}"')
    assert {cell.format for cell in _held(path)} - usual == {f"numFmtId {number}"}


def _held(path):
    found = published.read(path, Problems())
    return [cell for grid in found.grids for row in grid.rows.values() for cell in row.values()]
