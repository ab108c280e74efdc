"""What came of verifying, as JSON."""

import json

from procscore.diagnostics import Location
from procscore.export import verification_json
from procscore.model.verification import Difference, Verification


def test_a_difference_stands_with_its_cell_and_both_values():
    one = Difference(Location("r.xlsx", "Result", 7, 3), "the total", "3", "4", ("2 + 2",))
    found = Verification("r.xlsx", (one,), added=(Location("r.xlsx", "Result", 9, 2),))
    content = json.loads(verification_json.export(found))
    assert content["added"] == [{"file": "r.xlsx", "sheet": "Result", "cell": "B9"}]
    assert content["reproduced"] is False
    assert content["differences"] == [
        {
            "where": {"file": "r.xlsx", "sheet": "Result", "cell": "C7"},
            "what": "the total",
            "found": "3",
            "expected": "4",
            "why": ["2 + 2"],
        }
    ]
