"""What a place in the JSON of a ranking says."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.export import json_result
from procscore.formula import Derivation
from procscore.model.bids import Mark, Quote
from procscore.model.result import StageResult, Tie
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
        ((*A, "cell"), Level.TEXT),
        ((*A, "cells", "lot"), Level.TEXT),
        ((*A, "scores", "cell"), Level.FIGURE),  # a criterion may be called so
        ((*A, "derivations", "cell", "value"), Level.FIGURE),
    ],
)
def test_what_a_value_is(path, level, result):
    assert Place(path, result).level is level


@pytest.mark.parametrize(
    "path",
    [
        (*A, "marks", "plan", "委員1", "cell"),
        (*A, "derivations", "plan", "inputs", "marks", "cells", "0"),
        ("procurement", "cell"),
        ("criteria", "cell"),
    ],
)
def test_a_cell_of_an_input_is_what_a_value_says_and_not_what_its_key_says(path, result):
    assert Place(path, result, cell=True).level is Level.TEXT
    assert Place(path, result).level is not Level.TEXT


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
    paths = (("ceilings", "total"), ("investigation",), ("estimate",))
    for path, quote in zip(paths, quotes, strict=True):
        for keys in (path, (*path, "value")):
            assert Place(("procurement", *keys), told).origin == quote.where
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
        (("vendors", "X社", "rank"), "the key vendors.X社.rank"),
        (("extra",), "the key extra"),
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
        *(
            (
                (*A, key, "plan", "委員1", "comment"),
                f"the comment of 福井 一郎 on {NAME} in “実施計画”",
            )
            for key in ("marks", "originals")
        ),
        ((*A, "cells", "lot"), f"where something of {NAME} was read"),
        ((*A, "originals", "plan"), f"the evaluators' own marks of {NAME} in “実施計画”"),
        ((*A, "blanks", "plan"), f"the blank cells beside the marks of {NAME} in “実施計画”"),
        ((*A, "agreed"), f"the criteria in which a mark of {NAME} was agreed on"),
        ((*A, "flags", "0"), f"what should be looked at of {NAME}"),
        ((*A, "of"), f"the points at stake of {NAME}"),
        ((*A, "reading"), f"“reading” of {NAME}"),
        (("criteria", "document", "panel", "over"), "a rule of the criteria sheet: panel.over"),
        (("criteria", "digest"), "the digest of the criteria sheet"),
        (("criteria", "document"), "the criteria sheet: document"),
        (("criteria", "items", "plan"), "the criteria sheet: items.plan"),
        (("criteria",), "the criteria sheet"),
        (("evaluators",), "the evaluators"),
        (("evaluators", "委員1"), "evaluator 福井 一郎"),
        (("evaluators", "委員1", "present"), "whether 福井 一郎 was present"),
        (("evaluators", "委員9", "recused"), "for whom 委員9 is recused"),
        (("evaluators", "委員1", "cells", "name"), "evaluator 福井 一郎: cells.name"),
        (("procurement", "title"), "the procurement: title"),
        (("part", "stage"), "what part of the procedure was evaluated: stage"),
        (("award", "winners"), "the award: winners"),
        (("ties",), "the ties"),
        (("ties", "0"), "a tie"),
        (("ties", "1", "order"), "a tie: order"),
        (("ties", "one"), "a tie"),
        (("stages",), "the stages"),
        (("stages", "x"), "the stage “x”"),
        (("stages", "x", "ties", "0"), "the stage “x”: ties.0"),
    ],
)
def test_what_stands_there_in_words(path, what, result):
    assert str(Place(path, result).what) == what


def test_every_part_of_a_ranking_has_words(result):
    keys = set(json.loads(json_result.export(result))) - {"inputs", "diagnostics", "version"}
    called = {key: str(Place((key,), result).what) for key in keys}
    assert not [each for each in called.values() if each.startswith("the key")]
    within = [str(Place((key, "x"), result).what) for key in keys - {"vendors"}]
    assert len(set(within)) == len(within)


def test_a_tie_is_named_by_its_vendors(tmp_path):
    told = Place(("ties", "0", "order"), results.tied(tmp_path)).what
    assert str(told) == "the tie of A社, B社: order"


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ((), "the stage “一次審査”"),
        (("of",), "the stage “一次審査”: of"),
        (("passed",), "who goes on after “一次審査”"),
        (("ranked", "A社"), f"{NAME} in the ranking of “一次審査”"),
        (("ranked", "X社"), "X社 in the ranking of “一次審査”"),
        (("ranked", "A社", "rank"), f"the rank of {NAME} in “一次審査”"),
        (("ranked", "A社", "points"), f"the total of {NAME} in “一次審査”"),
        (
            ("ranked", "A社", "points_derivation", "value"),
            f"the calculation of the total of {NAME} in “一次審査”",
        ),
        (("ranked", "A社", "value"), f"what the ranking of “一次審査” compares of {NAME}"),
        (
            ("ranked", "A社", "value_derivation", "exact"),
            f"the calculation of what the ranking of “一次審査” compares of {NAME}",
        ),
        (("ranked", "A社", "other"), "the stage “一次審査”: ranked.A社.other"),
        (("ties", "0"), "the tie of A社, B社 in “一次審査”"),
        (("ties", "0", "order"), "the tie of A社, B社 in “一次審査”: order"),
        (("ties", "1"), "a tie in “一次審査”"),
    ],
)
def test_what_is_said_of_a_stage(keys, what, result):
    tie = Tie(Fraction(1), ("A社", "B社"), (), (("A社", "B社"),))
    other, stage = (
        StageResult(each, name, Fraction(70), (), (), (), (tie,))
        for each, name in (("zero", "予備審査"), ("first", "一次審査"))
    )
    told = replace(result, stages=(other, stage))
    assert str(Place(("stages", "first", *keys), told).what) == what


@pytest.mark.parametrize(
    ("key", "column"),
    [("present", "attendance"), ("panels", "panel"), ("chair", "role"), ("recused", "recused")],
)
def test_a_fact_of_an_evaluator_comes_from_its_column(key, column, result):
    where = Location("b.xlsx", "審査委員", 2, 5)
    first, *others = result.evaluators
    told = replace(result, evaluators=(replace(first, cells={column: where}), *others))
    assert Place(("evaluators", first.id, key), told).origin == where
    assert Place(("evaluators", first.id, "id"), told).origin == first.where
    assert Place(("evaluators", "nobody", key), told).origin is None
