"""The figures in a CSV."""

from procscore.diagnostics import Location
from procscore.export import csv_ranking
from procscore.ingest import published
from procscore.verifying import table
from support import results


def test_points_amounts_and_the_total_are_known_by_their_headings(tmp_path):
    result = results.evaluated(tmp_path)
    grid = published.of(csv_ranking.export(result), ".csv", Location("r.csv")).grids[0]
    found = table.origins(result, grid)
    assert found
    for (_, row, column), derivation in found.items():
        assert grid.rows[row][column].content == derivation.value
    assert result.ranked[0].total in found.values()
