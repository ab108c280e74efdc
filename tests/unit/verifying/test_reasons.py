"""Why a number is what it should be."""

from dataclasses import replace

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


def test_a_file_that_was_given_for_another_is_named_as_it_is_called(tmp_path):
    result = results.evaluated(tmp_path)
    (file,) = result.inputs
    renamed = replace(result, inputs=(replace(file, name="as-recorded.xlsx"),))
    read = reasons.source(result.vendors[0].amounts["total"])
    for each in (result, renamed):
        assert str(reasons.why(each, read)[0]) == "It was read from bids.xlsx [提案者] C2."
