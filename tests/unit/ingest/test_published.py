"""Rankings read as they stand."""

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
    told = {book: "ranking-not-known", broken: "result-file-unreadable"}
    told[tmp_path / "none.csv"] = "workbook-missing"
    told[tmp_path / "a.txt"] = "ranking-not-known"
    for path, code in told.items():
        problems = Problems()
        assert published.read(path, problems) is None
        assert [each.code for each in problems] == [code]
