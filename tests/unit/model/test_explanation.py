"""Figures that unfold, and gaps."""

from fractions import Fraction

from procscore.model.explanation import Figure, Gap, GapItem


def test_a_figure_is_walked_before_its_parts():
    leaf = Figure("number", "b", Fraction(1))
    tree = Figure("total", "a", Fraction(3), parts=(leaf, Figure("number", "c", None)))
    assert [each.name for each in tree.walk()] == ["a", "b", "c"]


def test_an_item_counts_what_is_not_there_as_nothing():
    item = GapItem("a", "a", None, Fraction(3))
    assert (item.by, item.scored) == (-3, False)
    assert GapItem("a", "a", Fraction(5), Fraction(3)).by == 2


def test_there_is_a_gap_only_where_both_have_the_figure():
    assert Gap(Fraction(5), Fraction(3), (None, None), ()).by == 2
    assert Gap(Fraction(5), None, (None, None), ()).by is None
