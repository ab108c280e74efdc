"""Why a number is what it should be."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.model.told import tie_sentences
from procscore.verifying import reasons
from support import cases, results


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    return results.evaluated(tmp_path_factory.mktemp("evaluated"))


@pytest.fixture
def vendor(result):
    return result.vendors[0]


def test_a_total_lies_deeper_than_its_points_and_what_was_read_lies_lowest(vendor):
    points = vendor.score("plan").derivation
    assert reasons.depth(vendor.total) > reasons.depth(points) == 1
    assert reasons.depth(vendor.score("technical").derivation) == 2
    assert reasons.depth(vendor.amounts["total"]) == reasons.depth(Location("b.xlsx")) == 0


def test_a_calculation_is_as_deep_as_the_deepest_that_went_into_it(vendor):
    technical = vendor.score("technical").derivation
    (parts,) = technical.inputs
    assert len(parts.derivations) > 1
    deeper = replace(parts, derivations=(technical, *parts.derivations))
    assert reasons.depth(replace(technical, inputs=(deeper,))) == 3
    assert reasons.depth(replace(technical, inputs=(replace(parts, derivation=technical),))) == 3


def test_an_amount_that_is_only_taken_over_comes_from_its_cell(vendor):
    total = vendor.amounts["total"]
    (read,) = total.inputs
    assert reasons.source(total) == read.where[0]
    for each in (
        replace(total, rounding=vendor.score("plan").derivation.rounding),
        replace(total, inputs=(replace(read, where=()),)),
        replace(total, inputs=(replace(read, where=(*read.where, *read.where)),)),
        replace(total, inputs=(read, read)),
        replace(total, formula=vendor.score("plan").derivation.formula),
        replace(total, inputs=(replace(read, derivation=vendor.total),)),
        vendor.score("plan").derivation,
    ):
        assert reasons.source(each) is each


def test_a_figure_is_told_by_the_cells_that_went_in_and_its_calculation(result, vendor):
    plan = vendor.score("plan").derivation
    (why,) = reasons.why(result, plan)
    assert str(why) == (
        "It is computed from bids.xlsx [採点_委員1] D2, bids.xlsx [採点_委員2] D2: (36 + 34) ÷ 2 = 35"
    )
    marks = plan.inputs[0]
    three = replace(marks, where=(*marks.where, Location("other.xlsx", "marks", 9, 1)))
    (many,) = reasons.why(result, replace(plan, inputs=(three,)))
    assert str(many).startswith("It is computed from bids.xlsx [採点_委員1] D2 and 2 more cells: ")
    again = replace(marks, where=(*marks.where, *marks.where))
    assert reasons.why(result, replace(plan, inputs=(again,))) == (why,)


def test_what_is_computed_of_figures_is_told_by_its_calculation_alone(result, vendor):
    (why,) = reasons.why(result, vendor.score("technical").derivation)
    assert str(why) == "It is computed: 35 + 17.75 = 52.75"


def test_a_rank_is_told_by_what_is_compared(result, vendor):
    (why,) = reasons.of_rank(result, vendor)
    name = f"A社 {vendor.vendor.name}"
    assert str(why) == f"{name} is ranked by 84.75, which gives rank 2."
    averaged = replace(vendor, rank=Fraction(3, 2))
    assert "gives rank 1.5." in str(reasons.of_rank(result, averaged)[0])
    assert reasons.of_rank(result, replace(vendor, rank=None)) == ()
    assert reasons.of_rank(result, replace(vendor, value=None)) == ()


def test_a_file_that_was_given_for_another_is_named_as_it_is_called(result):
    (file,) = result.inputs
    renamed = replace(result, inputs=(replace(file, name="as-recorded.xlsx"),))
    folder = replace(result, inputs=(replace(file, name="marks/bids.xlsx"),))
    read = reasons.source(result.vendors[0].amounts["total"])
    for each in (result, renamed):
        assert str(reasons.why(each, read)[0]) == "It was read from bids.xlsx [提案者] C2."
    # One of several of this name is told with its folder.
    assert str(reasons.why(folder, read)[0]) == "It was read from marks/bids.xlsx [提案者] C2."


def test_why_a_tie_was_ended_as_it_was_belongs_to_a_rank():
    result = cases.result("tottori-kuji")
    tied = result.vendor(result.ties[0].vendors[0])
    first, *others = reasons.of_rank(result, tied)
    assert "is ranked by" in str(first)
    assert list(map(str, others)) == list(map(str, tie_sentences(result.ties[0])))
    assert others
    assert reasons.of_rank(replace(result, ties=()), tied) == (first,)
