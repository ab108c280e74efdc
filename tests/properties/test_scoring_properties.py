"""What holds for every sheet and all bids, whatever the figures are."""

import json
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from procscore.formula.evaluate import evaluate as value_of
from support.values import evaluate, points, sheet, text, totals

untimed = settings(deadline=None)
"""A busy machine proves nothing about a score."""
ROUNDINGS = st.sampled_from(
    [None, *({"places": places, "mode": mode} for places in (0, 1) for mode in ("half-up", "down"))]
)
AGGREGATES = st.sampled_from(["mean", "median", "sum", "trimmed-mean"])
LEAVES = ("a1", "a2", "b1", "b2")
EVALUATORS = ("E1", "E2", "E3", "E4")
VENDORS = ("A", "B", "C", "D")
CHAINS = st.sampled_from(
    [
        ["committee"],
        ["lot"],
        [{"higher": "a"}, {"lower": "total"}, "committee"],
        [{"more": "first-places"}, {"higher": "b1"}, "lot"],
    ]
)


def rules(aggregate="mean", over="criteria", rounding=None, ties=("committee",), **more):
    """Return a sheet of two groups of two criteria, a secretariat's criterion and a price."""
    panel = {"aggregate": aggregate, "over": over}
    if rounding:
        panel["round"] = rounding
    return {
        "criteria": [
            {"id": "a", "criteria": [{"id": "a1", "points": 10}, {"id": "a2", "points": 10}]},
            {"id": "b", "criteria": [{"id": "b1", "points": 10}, {"id": "b2", "points": 10}]},
            {"id": "s", "points": 5, "score": {"method": "marks", "by": "secretariat"}},
            {
                "id": "price",
                "points": 20,
                "score": {"method": "price", "amount": "total", "formula": "lowest-ratio"},
            },
        ],
        "panel": panel,
        "ranking": {"ties": list(ties), **more.pop("ranking", {})},
        **more,
    }


def read(written):
    return sheet(json.dumps(written))


@st.composite
def any_rules(draw):
    ranking = {
        "by": draw(st.sampled_from(["points", "rank-sum", "mean-rank", "first-places"])),
        "equal_ranks": draw(st.sampled_from(["competition", "dense", "average"])),
    }
    minimums = draw(
        st.sampled_from([[], [{"at_least": "40%"}], [{"excluding": "price", "at_least": "40%"}]])
    )
    return rules(
        draw(AGGREGATES),
        "criteria",
        draw(ROUNDINGS),
        draw(CHAINS),
        ranking=ranking,
        eligibility={
            "minimums": minimums,
            "lowest_among": draw(st.sampled_from(["eligible", "within-ceiling", "all"])),
        },
        award={"winners": str(draw(st.integers(1, 2))), "reserve": str(draw(st.integers(0, 2)))},
    )


MARK = st.integers(0, 4).map(lambda number: Fraction(5 * number, 2))
"""Few values, so that ties are common."""


@st.composite
def some_bids(draw):
    return {
        vendor: {
            **{leaf: {each: draw(MARK) for each in EVALUATORS} for leaf in LEAVES},
            "s": draw(st.integers(0, 5)),
            "total": draw(st.sampled_from([1, 2, 3, 7, 100])),
            "lot": draw(st.sampled_from([None, "1", "02"])),
        }
        for vendor in VENDORS
    }


def figures(result):
    """Return everything that is decided, without the order in which it is told."""
    return (
        {
            each.vendor.id: (
                each.status,
                text(each.rank),
                text(each.compared),
                {score.criterion: text(score.points) for score in each.walk()},
            )
            for each in result.vendors
        },
        frozenset(result.award.winners),
        frozenset(result.award.reserve),
        frozenset(result.award.undecided),
        {
            (frozenset(tie.vendors), tuple(frozenset(group) for group in tie.order))
            for tie in result.ties
        },
    )


@untimed
@given(any_rules(), some_bids(), st.randoms(use_true_random=False))
def test_the_order_of_vendors_evaluators_and_criteria_never_decides_anything(
    written, vendors, random
):
    turned = [*vendors]
    random.shuffle(turned)
    people = [*EVALUATORS]
    random.shuffle(people)
    criteria = [dict(each) for each in written["criteria"]]
    random.shuffle(criteria)
    for each in criteria:
        if "criteria" in each:
            each["criteria"] = random.sample(each["criteria"], len(each["criteria"]))
    shuffled = {
        vendor: {
            key: {each: entry[each] for each in people} if isinstance(entry, dict) else entry
            for key, entry in vendors[vendor].items()
        }
        for vendor in turned
    }
    one = evaluate(read(written), vendors)
    other = evaluate(read({**written, "criteria": criteria}), shuffled)
    assert figures(one) == figures(other)


@untimed
@given(AGGREGATES, st.sampled_from(["criteria", "totals"]), ROUNDINGS, some_bids())
def test_a_group_is_the_sum_of_its_parts_wherever_it_says_so(aggregate, over, rounding, vendors):
    result = evaluate(read(rules(aggregate, over, rounding)), vendors)
    groups = [score for each in result.vendors for score in each.walk() if score.parts]
    for group in groups:
        adds_up = group.points == sum(part.points for part in group.parts)
        assert group.adds_up is adds_up
        assert group.of == sum(part.of for part in group.parts)


@untimed
@given(some_bids())
def test_a_trimmed_mean_of_totals_still_adds_up_and_leaves_out_whole_evaluators(vendors):
    result = evaluate(read(rules("trimmed-mean", "totals")), vendors)
    for each in result.vendors:
        leaves = [each.score(leaf) for leaf in LEAVES]
        assert len({leaf.left_out for leaf in leaves}) == 1
        own = {
            evaluator: sum(vendors[each.vendor.id][leaf][evaluator] for leaf in LEAVES)
            for evaluator in EVALUATORS
        }
        _, *kept, _ = sorted(own.values())
        assert sum(leaf.points for leaf in leaves) == Fraction(sum(kept), len(kept))


@untimed
@given(some_bids())
def test_without_rounding_a_mean_over_criteria_is_a_mean_over_totals(vendors):
    by_criteria = evaluate(read(rules("mean", "criteria")), vendors)
    by_totals = evaluate(read(rules("mean", "totals")), vendors)
    assert figures(by_criteria) == figures(by_totals)


@untimed
@given(
    AGGREGATES,
    st.sampled_from(["criteria", "totals"]),
    ROUNDINGS,
    some_bids(),
    st.sampled_from(VENDORS),
    st.sampled_from(LEAVES),
    st.sampled_from(EVALUATORS),
    MARK,
)
def test_a_higher_mark_never_lowers_a_vendors_total(
    aggregate, over, rounding, vendors, vendor, leaf, evaluator, mark
):
    criteria = read(rules(aggregate, over, rounding))
    before = evaluate(criteria, vendors).vendor(vendor)
    entry = vendors[vendor]
    higher = max(mark, entry[leaf][evaluator])
    raised = {**vendors, vendor: {**entry, leaf: {**entry[leaf], evaluator: higher}}}
    after = evaluate(criteria, raised).vendor(vendor)
    assert after.points_in_all >= before.points_in_all


@untimed
@given(some_bids(), st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_the_unit_of_money_does_not_change_lowest_ratio_points(vendors, factor):
    criteria = read(rules())
    scaled = {each: {**entry, "total": entry["total"] * factor} for each, entry in vendors.items()}
    assert points(evaluate(criteria, vendors), "price") == points(
        evaluate(criteria, scaled), "price"
    )


@untimed
@given(some_bids(), st.integers(1, 1000), st.integers(1, 1000))
def test_the_price_of_who_is_out_before_prices_never_changes_the_points_of_the_others(
    vendors, price, other_price
):
    minimum = {"minimums": [{"excluding": "price", "at_least": "40%"}], "lowest_among": "eligible"}
    criteria = read(rules(eligibility=minimum))
    nothing = {leaf: dict.fromkeys(EVALUATORS, 0) for leaf in LEAVES}
    out = {**nothing, "s": 0}
    one = evaluate(criteria, {**vendors, "X": {**out, "total": price}})
    other = evaluate(criteria, {**vendors, "X": {**out, "total": other_price}})
    assert one.vendor("X").rank is None
    assert points(one, "price") == points(other, "price")
    assert totals(one) == totals(other)


@untimed
@given(any_rules(), some_bids())
def test_ranks_follow_the_values_and_are_equal_only_for_an_unsettled_tie(written, vendors):
    result = evaluate(read(written), vendors)
    lowest_first = written["ranking"]["by"] in ("rank-sum", "mean-rank")
    still_tied = {frozenset(group) for tie in result.ties for group in tie.order if len(group) > 1}
    together = {each: group for group in still_tied for each in group}
    for one in result.ranked:
        for other in result.ranked:
            a, b = one.vendor.id, other.vendor.id
            if one.compared != other.compared:
                better = (one.compared < other.compared) is lowest_first
                assert (one.rank < other.rank) is better
            elif a != b:
                assert (one.rank == other.rank) is (b in together.get(a, ()))


@untimed
@given(any_rules(), some_bids())
def test_nobody_is_in_the_award_twice_and_nobody_without_a_rank(written, vendors):
    result = evaluate(read(written), vendors)
    award = result.award
    named = [*award.winners, *award.reserve, *award.undecided]
    assert len(named) == len(set(named))
    assert set(named) <= {each.vendor.id for each in result.ranked}
    assert len(award.winners) <= int(written["award"]["winners"])
    assert len(award.reserve) <= int(written["award"]["reserve"])
    assert award.none is (not result.ranked)


def derivations(result):
    """Give every derivation of a result, and those that went into them."""
    pending = []
    for each in result.vendors:
        pending.extend(each.amounts.values())
        pending.extend(score.derivation for score in each.walk() if score.derivation)
        pending.extend(found for found in (each.total, each.value) if found)
    while pending:
        derivation = pending.pop()
        yield derivation
        pending.extend(each.derivation for each in derivation.inputs if each.derivation)


@untimed
@given(AGGREGATES, st.sampled_from(["criteria", "totals"]), ROUNDINGS, some_bids())
def test_every_derivation_recomputes_to_the_value_that_is_stored(
    aggregate, over, rounding, vendors
):
    written = rules(aggregate, over, rounding)
    written["amounts"] = {"net": {}, "total": {"formula": "net * 110%"}}
    quoted = {each: {**entry, "net": entry["total"]} for each, entry in vendors.items()}
    result = evaluate(read(written), quoted)
    count = 0
    for derivation in derivations(result):
        count += 1
        exact = value_of(
            derivation.formula.term, {each.name: each.value for each in derivation.inputs}
        )
        assert derivation.exact == exact
        rounded = derivation.rounding(exact) if derivation.rounding else exact
        assert derivation.value == rounded
        for each in derivation.inputs:
            assert each.derivation is None or each.value == each.derivation.value
    assert count > len(VENDORS) * len(LEAVES)


@untimed
@given(some_bids(), st.sampled_from(["criteria", "totals"]))
def test_without_rounding_a_sum_is_the_mean_times_the_evaluators(vendors, over):
    mean = evaluate(read(rules("mean", over)), vendors)
    total = evaluate(read(rules("sum", over)), vendors)
    for one, other in zip(mean.vendors, total.vendors, strict=True):
        assert one.points_in_all * len(EVALUATORS) == other.points_in_all
        assert one.of * len(EVALUATORS) == other.of
