"""What an explanation is of."""

import pytest

from procscore.explaining.explain import explain
from support import results


def test_all_criteria_or_the_one_that_is_asked_for():
    result = results.example()
    assert explain(result, "A社").points.kind == "total"
    asked = explain(result, "A社", "price")
    assert (asked.points.kind, asked.points.criterion) == ("criterion", "price")
    assert asked.value is None
    assert asked.amounts == ()


def test_the_other_vendor_is_held_against_the_first():
    found = explain(results.example(), "A社", against="B社").against
    assert found.other.vendor.id == "B社"
    assert found.value is None


@pytest.mark.parametrize(
    "asked",
    [("Z社", None, None), ("A社", "nothing", None), ("A社", None, "Z社")],
)
def test_what_the_result_does_not_have_is_a_key_error(asked):
    with pytest.raises(KeyError):
        explain(results.example(), *asked)
