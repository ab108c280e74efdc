"""Why a number is what it should be."""

from procscore.diagnostics import Location
from procscore.verifying import reasons
from support import results


def test_a_total_lies_deeper_than_its_points_and_what_was_read_lies_lowest(tmp_path):
    result = results.evaluated(tmp_path)
    vendor = result.vendors[0]
    points = vendor.score("plan").derivation
    assert reasons.depth(vendor.total) > reasons.depth(points) > 0
    assert isinstance(reasons.source(vendor.amounts["total"]), Location)
    assert "(36 + 34) ÷ 2 = 35" in str(reasons.why(result, points)[0])
    assert "rank 2" in str(reasons.of_rank(vendor)[0])
