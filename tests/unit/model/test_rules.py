import pytest
from pydantic import ValidationError

from procscore.model.rules import Award, Eligibility, Minimum, Panel, Ranking, TieStep, Trim


def test_defaults_are_the_commonest_rules():
    assert (Panel().aggregate, Panel().over, Panel().round) == ("mean", "criteria", None)
    assert Panel().trim == Trim(highest="1", lowest="1")
    assert (Eligibility().ceiling, Eligibility().lowest_among) == ("exclude", "eligible")
    assert (Ranking().by, Ranking().equal_ranks) == ("points", "competition")
    assert Ranking().ties == (TieStep(rule="committee"),)
    assert (Award().winners, Award().reserve) == (1, 1)


def test_only_what_was_written_counts_as_stated():
    assert Panel.model_validate({"aggregate": "mean"}).model_fields_set == {"aggregate"}


@pytest.mark.parametrize(
    ("written", "rule", "name"),
    [
        ({"higher": "technical"}, "higher", "technical"),
        ({"lower": "total"}, "lower", "total"),
        ({"more": "first-places"}, "more", "first-places"),
        ("lot", "lot", ""),
        ("committee", "committee", ""),
    ],
)
def test_a_tie_step_is_read_as_it_is_written(written, rule, name):
    step = Ranking.model_validate({"ties": [written]}).ties[0]
    assert (step.rule, step.name) == (rule, name)


@pytest.mark.parametrize(
    "written",
    [
        "coin",
        "higher",
        {"more": "marks"},
        {"lot": "yes"},
        {"higher": "a", "lower": "b"},
        {},
        ["lot"],
    ],
)
def test_another_tie_step_does_not_exist(written):
    with pytest.raises(ValidationError) as caught:
        Ranking.model_validate({"ties": [written]})
    assert caught.value.errors()[0]["type"] == "criteria-tie-step-unknown"


@pytest.mark.parametrize("selector", ["criterion", "each_of", "excluding"])
def test_a_minimum_has_one_selector_or_is_of_the_total(selector):
    assert Minimum.model_validate({"at_least": "60%"}).criterion is None
    read = Minimum.model_validate({"at_least": "60%", selector: "technical"})
    assert getattr(read, selector) == "technical"


def test_a_minimum_with_two_selectors_is_ambiguous():
    with pytest.raises(ValidationError) as caught:
        Minimum.model_validate({"at_least": "60%", "criterion": "a", "excluding": "b"})
    assert caught.value.errors()[0]["type"] == "criteria-minimum-ambiguous"


def test_a_ceiling_has_one_rule_or_one_for_each_amount():
    assert Eligibility.model_validate({"ceiling": "flag"}).ceiling == "flag"
    both = {"total": "exclude", "initial": "ignore"}
    assert Eligibility.model_validate({"ceiling": both}).ceiling == both
    with pytest.raises(ValidationError):
        Eligibility.model_validate({"ceiling": {"total": "forbid"}})


@pytest.mark.parametrize("winners", ["0", "-1", "1.5"])
def test_at_least_one_is_chosen(winners):
    with pytest.raises(ValidationError):
        Award.model_validate({"winners": winners})


def test_there_need_be_no_reserve():
    assert Award.model_validate({"reserve": "0"}).reserve == 0


def test_trimming_is_stated_on_each_side():
    trim = Panel.model_validate({"trim": {"highest": "2", "lowest": "0"}}).trim
    assert (trim.highest, trim.lowest) == (2, 0)
