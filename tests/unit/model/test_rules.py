import pytest
from pydantic import ValidationError

from procscore.model.rules import (
    AbnormallyLow,
    Award,
    Eligibility,
    Gate,
    Minimum,
    Panel,
    Ranking,
    Requires,
    Rescale,
    Stage,
    Trim,
)
from procscore.model.tie_steps import TieStep


def test_defaults_are_the_commonest_rules():
    assert (Panel().aggregate, Panel().over, Panel().round) == ("mean", "criteria", None)
    assert Panel().trim == Trim(highest="1", lowest="1")
    assert (Eligibility().ceiling, Eligibility().lowest_among) == ("exclude", "eligible")
    assert (Ranking().by, Ranking().equal_ranks) == ("points", "competition")
    assert Ranking().ties == (TieStep(rule="committee"),)
    assert (Award().winners, Award().reserve) == (1, 1)


def test_only_what_was_written_counts_as_stated():
    assert Panel.model_validate({"aggregate": "mean"}).model_fields_set == {"aggregate"}


def test_what_hangs_on_the_evaluators_own_orders_says_so():
    def asks(**written):
        return Ranking.model_validate(written).asks_evaluators

    assert not asks()
    assert not asks(by="formula", ties=["vote", "chair"])
    assert all(asks(by=by) for by in ("rank-sum", "mean-rank", "first-places"))
    assert asks(majority="flag")
    assert asks(ties=[{"higher": "a"}, {"more": "third-places"}, "lot"])


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("best", ["highest", "lowest"]),
        ("equal_ranks", ["competition", "dense", "average"]),
        ("evaluator_ranks", ["competition", "dense", "average", "distinct"]),
    ],
)
def test_the_words_of_a_ranking_are_fixed_and_the_first_is_the_default(key, words):
    assert [getattr(Ranking.model_validate({key: word}), key) for word in words] == words
    assert getattr(Ranking(), key) == words[0]
    with pytest.raises(ValidationError):
        Ranking.model_validate({key: "other"})


def test_final_ranks_cannot_be_demanded_to_be_distinct():
    with pytest.raises(ValidationError):
        Ranking.model_validate({"equal_ranks": "distinct"})


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


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ({"rule": "below-mean"}, "85%"),
        ({"rule": "below-mean", "share": "90%"}, "90%"),
        ({"rule": "below-estimate"}, "80%"),
        ({"rule": "below-estimate", "share": "100%"}, "100%"),
        ({"rule": "scotland"}, None),
    ],
)
def test_a_test_for_low_bids_has_the_share_that_is_written_or_the_usual_one(written, limit):
    found = AbnormallyLow.model_validate(written).limit
    assert (None if found is None else str(found)) == limit


@pytest.mark.parametrize("rule", ["mean-minus-deviation", "world-bank", "scotland", "spain-85"])
def test_a_rule_with_numbers_of_its_own_takes_no_share(rule):
    with pytest.raises(ValidationError) as caught:
        AbnormallyLow.model_validate({"rule": rule, "share": "85%"})
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("criteria-share-unused", ("share",))


@pytest.mark.parametrize("share", ["85", "0.85", "0%", "-5%", "101%"])
def test_a_share_is_a_percentage_of_something(share):
    with pytest.raises(ValidationError) as caught:
        AbnormallyLow.model_validate({"rule": "below-mean", "share": share})
    assert caught.value.errors()[0]["type"] == "criteria-share-range"


def test_a_rule_that_does_not_exist_is_told_alone():
    with pytest.raises(ValidationError) as caught:
        AbnormallyLow.model_validate({"rule": "below-all", "share": "85"})
    assert [error["loc"] for error in caught.value.errors()] == [("rule",)]


def test_a_rescaling_says_nothing_but_what_is_marked_unless_it_is_written():
    rule = Rescale.model_validate({"round": {"places": "0", "mode": "down"}})
    assert (rule.formula.text, rule.relative) == ("raw", False)


@pytest.mark.parametrize(
    ("formula", "relative"),
    [("points * raw / best", True), ("points * raw / of", False), ("max(0, raw)", False)],
)
def test_a_rescaling_to_the_best_hangs_on_the_other_vendors(formula, relative):
    assert Rescale.model_validate({"formula": formula}).relative is relative


def test_what_a_bonus_requires_is_a_criterion_and_a_number_or_a_share():
    rule = Requires.model_validate({"criterion": "basic", "at_least": "60%"})
    assert (rule.criterion, rule.at_least.percent) == ("basic", True)
    with pytest.raises(ValidationError):
        Requires.model_validate({"criterion": "basic"})


def test_a_panel_counts_shared_points_for_each_and_asks_for_nobody_unless_it_is_written():
    assert (Panel().shared, Panel().quorum, Panel().same_for_all) == ("each", None, False)
    written = {"shared": "once", "quorum": "50%", "same_for_all": "true", "name": "職員"}
    panel = Panel.model_validate(written)
    assert (panel.shared, str(panel.quorum), panel.same_for_all) == ("once", "50%", True)
    with pytest.raises(ValidationError):
        Panel.model_validate({"same_for_all": "yes"})


def test_a_minimum_is_for_the_panel_and_for_all_cases_unless_it_is_written():
    plain = Minimum.model_validate({"at_least": "60%"})
    assert (plain.evaluators, plain.when) == (None, ())
    written = {"at_least": "60", "evaluators": "majority", "when": ["sole-bidder", "promoted"]}
    assert Minimum.model_validate(written).when == ("sole-bidder", "promoted")
    with pytest.raises(ValidationError):
        Minimum.model_validate({"at_least": "60", "when": ["always"]})
    with pytest.raises(ValidationError):
        Minimum.model_validate({"at_least": "60", "evaluators": "most"})


def test_a_gate_lets_all_go_on_who_are_tied_across_its_line_unless_it_is_written():
    gate = Gate.model_validate({"top": "4"})
    assert (gate.top, gate.at_cut, gate.minimums, gate.skip_below) == (4, "all", (), None)
    with pytest.raises(ValidationError):
        Gate.model_validate({"top": "0"})
    with pytest.raises(ValidationError):
        Gate.model_validate({"top": "4", "at_cut": "lot"})


def test_a_stage_carries_points_over_unless_it_is_written():
    written = {"id": "second", "name": "二次", "criteria": ["interview"]}
    stage = Stage.model_validate(written)
    assert (stage.carry_over, stage.gate, stage.ranking) == (True, None, None)
    assert not Stage.model_validate({**written, "carry_over": "false"}).carry_over
    with pytest.raises(ValidationError):
        Stage.model_validate({**written, "criteria": []})


def test_a_value_that_must_be_reached_is_a_formula():
    assert Ranking().at_least is None
    written = Ranking.model_validate({"at_least": "100 / ceiling * 100000000"}).at_least
    assert written.text == "100 / ceiling * 100000000"
