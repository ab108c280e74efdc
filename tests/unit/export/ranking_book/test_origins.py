"""Where the numbers of the workbook come from."""

from procscore.diagnostics import Location
from procscore.export.ranking_book import origins
from support import results


def test_marks_come_from_cells_and_totals_from_calculations(tmp_path):
    result = results.evaluated(tmp_path)
    found = list(origins.origins(result).values())
    assert result.vendors[0].total in found
    assert {each.sheet for each in found if isinstance(each, Location)} >= {"採点_委員1"}
