import pytest
from pydantic import ValidationError

from procscore.model.declared import Amount, Quantity, Source


def test_a_source_says_what_it_is_and_how_much_of_it_the_sheet_holds():
    source = Source.model_validate({"citation": "審査基準書 別紙1", "coverage": "excerpt"})
    assert (source.citation, source.url, source.coverage) == ("審査基準書 別紙1", None, "excerpt")
    with pytest.raises(ValidationError, match="coverage"):
        Source.model_validate({"citation": "審査基準書 別紙1"})


def test_an_amount_without_a_formula_is_quoted():
    assert Amount.model_validate({"name": "初期費用"}).formula is None
    derived = Amount.model_validate({"name": "提案価格", "formula": "initial + 5 * yearly"})
    assert derived.formula is not None
    assert derived.formula.text == "initial + 5 * yearly"


def test_a_quantity_has_a_unit_where_one_is_written():
    assert Quantity.model_validate({"name": "導入団体数", "unit": "団体"}).unit == "団体"
