"""The names of formulas: what stands where, and that no amount can take one of them."""

import pytest

from procscore.checks import criteria_sheet
from procscore.model.formula_names import (
    FIGURE_NAMES,
    FIGURE_WORDS,
    MARKET_NAMES,
    PRICE_NAMES,
    RESCALE_NAMES,
)
from support.values import sheet


def test_a_price_formula_knows_the_market_and_the_figures():
    assert set(PRICE_NAMES) == {"points", "price", *MARKET_NAMES, *FIGURE_NAMES}
    assert set(FIGURE_NAMES) == set(FIGURE_WORDS)


@pytest.mark.parametrize("name", PRICE_NAMES)
def test_no_amount_is_called_like_one_of_them(name):
    found = criteria_sheet.check(
        sheet(f"amounts: {{{name}: {{}}}}\ncriteria: [{{id: a, points: 1}}]")
    )
    assert [each.code for each in found] == ["criteria-id-reserved"]


@pytest.mark.parametrize("name", RESCALE_NAMES)
def test_no_part_of_a_rescaled_group_is_called_like_one_of_them(name):
    text = f"""
        criteria:
          - id: group
            points: 10
            rescale: {{formula: points * raw / of}}
            criteria: [{{id: {name}, points: 1}}]
    """
    codes = {each.code for each in criteria_sheet.check(sheet(text))}
    assert "criteria-id-reserved" in codes
