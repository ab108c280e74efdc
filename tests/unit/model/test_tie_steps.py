import pytest
from pydantic import ValidationError

from procscore.model.rules import Ranking
from procscore.model.tie_steps import Lot, TieStep


def read(written):
    return Ranking.model_validate({"ties": [written]}).ties[0]


@pytest.mark.parametrize(
    ("written", "step"),
    [
        ({"higher": "technical"}, TieStep(rule="higher", names=("technical",))),
        ({"lower": "total"}, TieStep(rule="lower", names=("total",))),
        ({"higher": ["a", "b"]}, TieStep(rule="higher", names=("a", "b"))),
        ({"more": "first-places"}, TieStep(rule="more", votes="first-places")),
        ({"more": "next-places"}, TieStep(rule="more", votes="next-places")),
        ("lot", TieStep(rule="lot", lot=Lot())),
        ({"lot": {}}, TieStep(rule="lot", lot=Lot())),
        ({"lot": {"if_equal": ["total"]}}, TieStep(rule="lot", lot=Lot(if_equal=("total",)))),
        ("committee", TieStep(rule="committee")),
        ("chair", TieStep(rule="chair")),
        ("vote", TieStep(rule="vote")),
    ],
)
def test_a_step_is_read_as_it_is_written(written, step):
    assert read(written) == step


@pytest.mark.parametrize(
    "written",
    [
        "coin",
        "higher",
        {"more": "marks"},
        {"lot": "yes"},
        {"vote": "chair"},
        {"higher": "a", "lower": "b"},
        {"higher": []},
        {"higher": {"a": "b"}},
        {},
        ["lot"],
    ],
)
def test_another_step_does_not_exist(written):
    with pytest.raises(ValidationError) as caught:
        read(written)
    assert caught.value.errors()[0]["type"] == "criteria-tie-step-unknown"


def test_one_name_is_a_name_and_several_are_a_sum():
    assert read({"higher": "a"}).name == "a"
    assert read({"higher": ["a"]}).name == "a"
    assert read({"higher": ["a", "b"]}).name == ""


def test_a_lot_by_arithmetic_keeps_its_numbers_as_they_are_written():
    lot = read({"lot": {"rule": "remainder", "order": "code", "blank": "007"}}).lot
    assert (lot.rule, lot.order, lot.blank) == ("remainder", "code", "007")
    assert (lot.first, lot.add, lot.following) == ("0", "0", "cyclic")
    assert not lot.conditional


@pytest.mark.parametrize(
    ("written", "place", "kind"),
    [
        ({"first": "2"}, "first", "literal_error"),
        ({"rule": "coin"}, "rule", "literal_error"),
        ({"order": "name"}, "order", "literal_error"),
        ({"following": "nobody"}, "following", "literal_error"),
        ({"blank": "none"}, "blank", "criteria-not-a-count"),
        ({"blank": "1.5"}, "blank", "criteria-not-a-count"),
        ({"blank": "10.0"}, "blank", "criteria-not-a-count"),
        ({"blank": "-1"}, "blank", "criteria-not-a-count"),
        ({"folowing": "open"}, "folowing", "extra_forbidden"),
    ],
)
def test_a_mistake_in_a_lot_is_found_at_its_key(written, place, kind):
    with pytest.raises(ValidationError) as caught:
        read({"lot": written})
    (error,) = caught.value.errors()
    assert (error["loc"], error["type"]) == (("ties", 0, "lot", place), kind)
