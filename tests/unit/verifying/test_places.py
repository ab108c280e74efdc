"""What a place in the JSON of a ranking says."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.formula import Derivation
from procscore.model.bids import Mark, Quote
from procscore.verifying.places import Place
from procscore.verifying.ranked import Level
from support import results

A = ("vendors", "A社")
NAME = "株式会社アルファ"


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    return results.evaluated(tmp_path_factory.mktemp("evaluated"))


@pytest.fixture(scope="module")
def vendor(result):
    return result.vendors[0]


@pytest.mark.parametrize(
    ("path", "level"),
    [
        (("part", "stage"), Level.RULE),
        (("criteria", "document", "points"), Level.RULE),
        (("assumptions", "0"), Level.RULE),
        (("own_ranks", "0", "value"), Level.HANDED_IN),
        (("procurement", "title"), Level.HANDED_IN),
        (("evaluators", "委員1", "present"), Level.HANDED_IN),
        (("vendors", "X社"), Level.HANDED_IN),
        ((*A, "lot"), Level.HANDED_IN),
        ((*A, "marks", "plan", "委員1", "value"), Level.HANDED_IN),
        ((*A, "quotes", "total", "value"), Level.HANDED_IN),
        ((*A, "amounts", "total"), Level.FIGURE),
        ((*A, "amount_derivations", "total", "exact"), Level.FIGURE),
        ((*A, "derivations", "plan", "exact"), Level.FIGURE),
        ((*A, "before", "plan", "exact"), Level.FIGURE),
        ((*A, "own", "委員1", "points"), Level.FIGURE),
        ((*A, "of"), Level.FIGURE),
        ((*A, "points"), Level.FIGURE),
        ((*A, "points_derivation", "exact"), Level.FIGURE),
        ((*A, "value"), Level.FIGURE),
        ((*A, "value_derivation", "exact"), Level.FIGURE),
        ((*A, "rank"), Level.RANK),
        (("ties", "0", "order"), Level.RANK),
        (("stages", "first", "of"), Level.RANK),
        ((*A, "status"), Level.WORD),
        ((*A, "exclusions", "0"), Level.WORD),
        ((*A, "flags", "0"), Level.WORD),
        ((*A, "evaluators"), Level.WORD),
        ((*A, "among", "price"), Level.WORD),
        ((*A, "no_sums"), Level.WORD),
        ((*A, "adds_up"), Level.WORD),
        (("award", "winners"), Level.WORD),
        (("provisional",), Level.WORD),
        (("language",), Level.TEXT),
        ((*A, "cell", "cell"), Level.TEXT),
        ((*A, "cell"), Level.TEXT),
        ((*A, "cells", "lot"), Level.TEXT),
        ((*A, "cells", "lot", "cell"), Level.TEXT),
        *(
            ((*A, "marks", "plan", "委員1", "cell", part), Level.TEXT)
            for part in ("file", "sheet", "cell", "line", "column")
        ),
        ((*A, "derivations", "plan", "inputs", "marks", "cells", "0", "file"), Level.TEXT),
        (("procurement", "cell", "file"), Level.TEXT),
        ((*A, "scores", "cell"), Level.FIGURE),  # a criterion may be called so
        ((*A, "derivations", "cell", "value"), Level.FIGURE),
    ],
)
def test_what_a_value_is(path, level, result):
    assert Place(path, result).level is level


@pytest.mark.parametrize(
    "path",
    [
        (*A, "marks", "plan", "委員1", "value"),
        (*A, "originals", "plan", "委員1", "value"),
        (*A, "blanks", "plan", "委員1", "value"),
        (*A, "amounts", "total"),
        (*A, "amount_derivations", "total", "value"),
        (*A, "derivations", "plan"),
        (*A, "before", "plan", "exact"),
        (*A, "own", "委員1", "points"),
        (*A, "among", "price"),
        (*A, "value"),
        (*A, "points_derivation", "exact"),
        (*A, "value_derivation"),
        ("ties", "0", "value"),
        ("ties", "0", "steps", "0", "order"),
        ("stages", "first", "ranked", "A社", "points"),
        ("stages", "first", "ranked", "A社", "value"),
        ("stages", "first", "ranked", "A社", "points_derivation", "value"),
        ("criteria", "items", "plan", "points"),
    ],
)
def test_what_says_again_what_is_said_elsewhere(path, result):
    assert Place(path, result).repeats


@pytest.mark.parametrize(
    "path",
    [
        A,
        (*A, "marks", "plan", "委員1", "mark"),
        (*A, "quotes", "total", "value"),
        (*A, "scores", "value"),
        (*A, "points"),
        (*A, "rank"),
        (*A, "lot"),
        ("ties", "0", "order"),
        ("stages", "first", "ranked", "A社", "rank"),
        ("stages", "first", "of"),
        ("criteria", "document", "points"),
        ("criteria", "digest"),
        ("award", "winners"),
    ],
)
def test_what_stands_for_itself(path, result):
    assert not Place(path, result).repeats


def test_where_a_figure_comes_from(result, vendor):
    score = vendor.score("plan")
    before = replace(score.derivation, exact=Fraction(7))
    own = {"委員1": {None: vendor.total, "plan": score.derivation}}
    changed = replace(
        vendor,
        scores=(replace(score, before=before),),
        value=replace(vendor.total, exact=Fraction(7)),
        own=own,
    )
    told = replace(result, vendors=(changed,))

    def origin(*path):
        return Place((*A, *path), told).origin

    assert origin("scores", "plan") is origin("derivations", "plan", "exact") is score.derivation
    assert origin("before", "plan", "exact") is before
    assert origin("amounts", "total") is vendor.amounts["total"]
    assert origin("amount_derivations", "total", "value") is vendor.amounts["total"]
    assert origin("own", "委員1", "points") is vendor.total
    assert origin("own", "委員1", "scores", "plan") is score.derivation
    assert origin("points") is origin("points_derivation", "exact") is vendor.total
    assert origin("value") is origin("value_derivation", "exact") is changed.value
    assert isinstance(changed.value, Derivation)


def test_what_was_handed_in_comes_from_its_own_cell(result, vendor):
    where = [Location("b.xlsx", "marks", 2, column) for column in (2, 3)]
    score = vendor.score("plan")
    first = score.marks[0]
    beside = [Mark(each, None, at) for each, at in zip(("before", "blank"), where, strict=True)]
    score = replace(score, originals=(beside[0],), blanks=(beside[1],))
    told = replace(result, vendors=(replace(vendor, scores=(score,)),))

    def origin(*path):
        return Place((*A, *path), told).origin

    assert origin("marks", "plan", first.evaluator, "value") == first.where
    assert origin("originals", "plan", "before", "mark") == where[0]
    assert origin("blanks", "plan", "blank") == where[1]
    assert origin("quotes", "total", "value") == vendor.vendor.quotes["total"].where
    assert origin("id") == vendor.vendor.where
    assert origin("name") == vendor.vendor.cells["name"]


def test_a_declared_status_is_in_the_column_of_the_status_and_nowhere_without_one(result, vendor):
    cells = {"status": Location("b.xlsx", "v", 2, 5), "reason": Location("b.xlsx", "v", 2, 6)}
    for given, found in ((cells, list(cells.values())), ({}, [None, None])):
        declared = replace(vendor, vendor=replace(vendor.vendor, cells=given))
        told = replace(result, vendors=(declared,))
        assert [Place((*A, each), told).origin for each in ("declared", "reason")] == found


def test_figures_of_the_procurement_come_from_their_cells(result):
    quotes = [Quote(Fraction(each), Location("b.xlsx", "案件", each, 2)) for each in (3, 4, 5)]
    names = {"ceilings": {"total": quotes[0]}, "investigation": quotes[1], "estimate": quotes[2]}
    told = replace(result, procurement=replace(result.procurement, **names))
    for path, quote in zip(
        (("ceilings", "total", "value"), ("investigation", "value"), ("estimate",)),
        quotes,
        strict=True,
    ):
        assert Place(("procurement", *path), told).origin == quote.where
    assert Place(("procurement", "title"), told).origin is None


@pytest.mark.parametrize(
    "path",
    [
        ("vendors", "X社", "points"),
        (*A, "scores", "unknown"),
        (*A, "before", "plan"),
        (*A, "before", "unknown"),
        (*A, "amounts", "unknown"),
        (*A, "own", "委員1", "points"),
        (*A, "own", "委員1", "scores", "plan"),
        (*A, "marks", "plan", "unknown"),
        (*A, "marks", "unknown", "委員1"),
        (*A, "quotes", "unknown"),
        (*A, "quotes"),
        (*A, "arrival"),
        ("procurement", "ceilings", "unknown"),
        ("vendors",),
    ],
)
def test_what_is_not_known_comes_from_nowhere(path, result):
    assert Place(path, result).origin is None


@pytest.mark.parametrize(
    ("path", "what"),
    [
        (A, f"vendor {NAME}"),
        (("vendors", "X社"), "vendor X社"),
        (("vendors", "X社", "rank"), "vendors.X社.rank"),
        (("vendors",), "the order of the vendors"),
        ((*A, "points"), f"the total of {NAME}"),
        ((*A, "scores", "plan"), f"the points of {NAME} in “実施計画”"),
        ((*A, "scores", "unknown"), f"the points of {NAME} in “unknown”"),
        ((*A, "scores"), f"“scores” of {NAME}"),
        (
            (*A, "derivations", "plan", "exact"),
            f"the calculation of the points of {NAME} in “実施計画”",
        ),
        ((*A, "amounts", "total"), f"the amount “提案価格” of {NAME}"),
        ((*A, "marks", "plan"), f"the marks of {NAME} in “実施計画”"),
        (
            (*A, "marks", "plan", "委員1", "value"),
            f"the mark of 福井 一郎 for {NAME} in “実施計画”",
        ),
        ((*A, "originals", "plan", "委員1"), f"the mark of 福井 一郎 for {NAME} in “実施計画”"),
        ((*A, "blanks", "plan", "委員1"), f"the mark of 福井 一郎 for {NAME} in “実施計画”"),
        ((*A, "marks", "plan", "事務局"), f"the mark of 事務局 for {NAME} in “実施計画”"),
        ((*A, "own", "委員1", "points"), f"the total of {NAME} by the marks of 福井 一郎 alone"),
        (
            (*A, "own", "委員1", "scores", "plan"),
            f"the points of {NAME} in “実施計画” by the marks of 福井 一郎 alone",
        ),
        ((*A, "cells", "lot", "cell"), f"where something of {NAME} was read"),
        ((*A, "flags", "0"), f"“flags” of {NAME}"),
        (("criteria", "document", "panel", "over"), "a rule of the criteria sheet: panel.over"),
        (("criteria", "digest"), "the digest of the criteria sheet"),
        (("criteria", "items", "plan"), "criteria.items.plan"),
        (("evaluators", "委員1", "present"), "福井 一郎: present"),
        (("evaluators", "委員9", "present"), "委員9: present"),
        (("procurement", "title"), "the procurement: title"),
        (("award", "winners"), "the award: winners"),
        (("ties", "1", "order"), "ties.1.order"),
        (("ties", "one"), "ties.one"),
    ],
)
def test_what_stands_there_in_words(path, what, result):
    assert str(Place(path, result).what) == what


def test_a_tie_is_named_by_its_vendors(tmp_path):
    told = Place(("ties", "0", "order"), results.tied(tmp_path)).what
    assert str(told) == "the tie of A社, B社: order"
