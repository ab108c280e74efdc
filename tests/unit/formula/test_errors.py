import pytest

from procscore.formula import FormulaError, UndefinedValueError
from procscore.language import message


@pytest.mark.parametrize(
    ("error", "base"), [(FormulaError, ValueError), (UndefinedValueError, ArithmeticError)]
)
def test_an_error_carries_its_reason_and_place_and_prints_nothing(error, base, capsys):
    reason = message("“{character}” has no meaning here", character="^")
    fault = error(reason, 7)
    assert isinstance(fault, base)
    assert fault.reason == reason
    assert fault.position == 7
    assert capsys.readouterr() == ("", "")


def test_a_bad_formula_and_a_formula_without_a_value_are_never_taken_for_each_other():
    assert not issubclass(FormulaError, UndefinedValueError)
    assert not issubclass(UndefinedValueError, FormulaError)
    assert not issubclass(UndefinedValueError, ZeroDivisionError)
