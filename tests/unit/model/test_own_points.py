from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.model.bids import Mark
from procscore.model.own_points import own_derivation, own_points
from support.values import sheet

CELL = Location("bids.xlsx", "採点_委員1", 2, 4)


@pytest.mark.parametrize(
    ("score", "mark", "expected"),
    [
        ("{method: marks}", Fraction(17, 2), Fraction(17, 2)),
        ("{method: marks, to: 5}", Fraction(4), Fraction(16)),
        ("{method: marks, to: 3}", Fraction(1), Fraction(20, 3)),
        ("{method: grades, scale: five}", Fraction(3, 4), Fraction(15)),
    ],
)
def test_a_mark_is_worth_its_share_of_the_points(score, mark, expected):
    criteria = sheet(f"""
        scales: {{five: {{A: 100%, B: 75%}}}}
        criteria: [{{id: plan, points: 20, score: {score}}}]
    """)
    (leaf,) = criteria.leaves
    given = Mark("委員1", mark, CELL)
    assert own_points(leaf, given) == expected
    derivation = own_derivation(leaf, given)
    assert derivation.value == expected
    (cell,) = [each.where for each in derivation.inputs if each.name == "mark"]
    assert cell == (CELL,)
