"""What stands in a result is enumerated here on its own, by the types of its fields."""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from procscore.diagnostics import Diagnostic, Location
from procscore.formula import Derivation, Formula, Input
from procscore.language import Listing, Message, listing, message
from procscore.model.anonymous import FIELDS, anonymous
from procscore.model.bids import InputFile, Mark, Procurement, Vendor
from procscore.model.result import Evaluation, Exclusion
from support import results
from support.values import evaluate, price, sheet

SHEET = sheet(f"""
    criteria:
      - id: technical
        name: 技術点
        criteria: [{{id: a, points: 10}}, {{id: b, points: 10, name: A}}]
      - {price(20)}
    panel: {{aggregate: trimmed-mean, trim: {{highest: 1, lowest: 1}}}}
    ranking: {{ties: [{{more: first-places}}, {{lot: {{rule: remainder, order: reading, add: 0, first: 1}}}}]}}
""")
NAMES = {"A": "日本システム", "3": "日本システム東京", "D": "株式会社デルタ"}


def entry(name, marks, total, **more):
    given = dict(zip(("E1", "E2", "E3"), marks, strict=True))
    return {"a": given, "b": given, "total": total, "name": name, **more}


def result(**changes):
    """Return three vendors: 3 is first, A second, and D was disqualified for what it and A did."""
    reason = "株式会社 デルタは日本システム（担当：E1）と談合し、3点を失った"
    vendors = {
        "A": entry(NAMES["A"], [7, 8, 9], 200, code="0123456", reading="ニホンシステム"),
        "3": entry(NAMES["3"], [8, 9, 10], 100, code="3334445", reading="トウキョウ", arrival="77"),
        "D": entry(NAMES["D"], [1, 2, 3], 100, status="disqualified", reason=reason),
    }
    found = evaluate(SHEET, vendors)
    return replace(found, **changes)


def by_label(found):
    return {each.vendor.id: each for each in found.vendors}


def walk(value):
    """Give everything in a result, in order."""
    yield value
    if isinstance(value, Message):
        yield from walk(value.details)
    elif isinstance(value, Listing):
        yield from walk(value.words)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from walk(key)
            yield from walk(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from walk(getattr(value, each.name))
    elif isinstance(value, tuple | list | frozenset):
        for each in value if not isinstance(value, frozenset) else sorted(value, key=str):
            yield from walk(each)


def texts(value):
    return [each for each in walk(value) if isinstance(each, str)]


def numbers(value):
    return [each for each in walk(value) if isinstance(each, Fraction | int)]


def test_a_winner_stays_named_and_nobody_else():
    found = anonymous(result(), name_winner=True)
    named = [(each.vendor.id, each.vendor.name) for each in found.vendors]
    assert named == [
        ("Vendor A", "Vendor A"),
        ("3", "日本システム東京"),
        ("Vendor C", "Vendor C"),
    ]
    assert found.award.winners == ("3",)
    assert found.award.reserve == ("Vendor A",)
    assert found.anonymous == "losers"


def test_without_the_winners_name_nobody_is_named():
    found = anonymous(result(), name_winner=False)
    assert [*by_label(found)] == ["Vendor A", "Vendor B", "Vendor C"]
    assert found.award.winners == ("Vendor B",)
    assert found.anonymous == "all"


@pytest.mark.parametrize("name_winner", [True, False])
def test_no_name_is_left_anywhere(name_winner):
    hidden = ["デルタ", "0123456", "ニホンシステム", "E1", "E2", "E3"]
    hidden += [] if name_winner else ["日本システム", "3334445", "トウキョウ"]
    for each in texts(anonymous(result(), name_winner=name_winner)):
        assert not [name for name in hidden if name in each.replace(NAMES["3"], "")], each


def test_what_stays_named_keeps_all_that_is_known_of_it():
    vendor = by_label(anonymous(result(), name_winner=True))["3"].vendor
    assert (vendor.code, vendor.reading, vendor.arrival) == ("3334445", "トウキョウ", "77")
    vendor = by_label(anonymous(result(), name_winner=False))["Vendor B"].vendor
    assert (vendor.code, vendor.reading, vendor.arrival) == (None, None, None)


def test_a_reason_is_told_without_the_names_in_it():
    (exclusion,) = anonymous(result(), name_winner=True).vendors[2].exclusions
    told = "was disqualified: Vendor CはVendor A（担当：Evaluator 1）と談合し、3点を失った"
    assert str(exclusion.reason) == told


def test_numbers_in_sentences_are_no_ids():
    reason = message("{points} of {of} points", points="3", of="A", who=listing(["3", "E2"]))
    given = result(assumptions=(reason, message("{vendor}", vendor="3")))
    found = anonymous(given, name_winner=False).assumptions
    # Of the criterion that is named A it is not known that it is a vendor.
    assert [dict(each.details) for each in found] == [
        {"points": "3", "of": "A", "who": listing(["3", "Evaluator 2"])},
        {"vendor": "Vendor B"},
    ]


def test_ids_of_vendors_and_evaluators_that_are_alike_are_told_apart():
    marks = {"1": 5, "2": 6}
    found = evaluate(
        sheet("criteria: [{id: a, points: 10}]"), {"2": {"a": marks}, "1": {"a": marks}}
    )
    score = replace(found.vendors[0].scores[0], left_out=frozenset({"2"}), among=("2",))
    given = replace(
        found,
        vendors=(replace(found.vendors[0], scores=(score,)), found.vendors[1]),
        assumptions=(
            message("{who} {vendors} {count}", who="2", vendors=listing(["2"]), count="2"),
        ),
    )
    made = anonymous(given, name_winner=False)
    assert made.vendors[0].scores[0].left_out == frozenset({"Evaluator 2"})
    assert made.vendors[0].scores[0].among == ("Vendor A",)
    assert made.vendors[0].evaluators == ("Evaluator 1", "Evaluator 2")
    assert [str(each) for each in made.assumptions] == ["Evaluator 2 Vendor A 2"]


def test_labels_do_not_depend_on_who_is_named():
    """The one that stays named keeps its letter, unused."""
    given = result()
    for named in (True, False):
        found = anonymous(given, name_winner=named)
        called = {
            old.vendor.id: new.vendor.id
            for old, new in zip(given.vendors, found.vendors, strict=True)
        }
        assert (called["A"], called["D"]) == ("Vendor A", "Vendor C")


def test_of_files_no_digest_is_left_by_which_guessed_names_could_be_confirmed():
    given = result(inputs=(InputFile("a.csv", "a.csv", "digest"),))
    for named in (True, False):
        found = anonymous(given, name_winner=named)
        assert [each.sha256 for each in found.inputs] == [""]
        assert found.digest == given.digest


def test_sentences_within_sentences_and_paths_name_nobody():
    inner = message("{what}", what="デルタ", path=Path("E2.xlsx"))
    given = result(
        provisional=message("{inner}", inner=listing([inner])),
        inputs=(InputFile("E2.xlsx", "E2.xlsx", "digest"),),
    )
    (told,) = anonymous(given, name_winner=True).provisional.details["inner"].words
    assert dict(told.details) == {"what": "Vendor C", "path": "input-1.xlsx"}


def test_how_vendors_were_numbered_for_a_lot_does_not_tell_who_they_are():
    tied = {
        "A": entry(NAMES["A"], [7, 8, 9], 100, lot="12", reading="ニホンシステム"),
        "3": entry(NAMES["3"], [7, 8, 9], 100, lot="13", reading="トウキョウ"),
    }
    given = evaluate(SHEET, tied)
    (tie,) = anonymous(given, name_winner=True).ties
    # 12 + 13 leaves 1 of 2: of those who are numbered from 1, トウキョウ, who stays named.
    assert given.award.winners == ("3",)
    told = tie.steps[-1].rule.details["numbered"]
    assert str(told) == "1 3 (トウキョウ), 2 Vendor A (…)"
    assert tie.steps[-1].values == {"3": "13", "Vendor A": "12"}


def test_the_number_of_a_lot_tells_nobody_who_it_is_and_stays():
    told = message("{number} {vendor} ({key})", number=1, vendor="A", key="12")
    given = result(assumptions=(told,))
    first = given.vendors[0]
    assert first.vendor.id == "A"
    with_lot = (replace(first, vendor=replace(first.vendor, lot="12")), *given.vendors[1:])
    found = [
        str(anonymous(each, name_winner=False).assumptions[0])
        for each in (given, replace(given, vendors=with_lot))
    ]
    assert found == ["1 Vendor A (…)", "1 Vendor A (12)"]


def test_a_family_name_alone_is_replaced_too():
    given = result()
    people = (replace(given.evaluators[0], name="福井 一郎"), *given.evaluators[1:])
    given = replace(given, evaluators=people, provisional=message("{why}", why="福井に聞いた"))
    told = str(anonymous(given, name_winner=True).provisional)
    assert told == "Evaluator 1に聞いた"


def test_comments_are_left_out_the_winners_too():
    where = Location("bids.xlsx", "採点_デルタ", 2, 7)
    given = replace_marks(result(), comment="デルタの担当は親切", said=where)
    assert "デルタの担当は親切" in texts(given)
    found = anonymous(given, name_winner=True)
    marks = [mark for vendor in found.vendors for each in vendor.walk() for mark in each.marks]
    assert {(mark.comment, mark.said) for mark in marks} == {("", None)}


def replace_marks(given, **changes):
    """Return a result in which every mark of a leaf is changed."""

    def changed(score):
        parts = tuple(changed(part) for part in score.parts)
        marks = tuple(mark._replace(**changes) for mark in score.marks)
        return replace(score, parts=parts, marks=marks)

    vendors = (replace(v, scores=tuple(map(changed, v.scores))) for v in given.vendors)
    return replace(given, vendors=tuple(vendors))


def test_a_diagnostic_quotes_nothing():
    where = Location("bids.xlsx", "採点_E1", 3, 4)
    details = {"text": "デルタ", "vendor": "D", "name": "日本システム"}
    given = result(diagnostics=(Diagnostic("name-spelt-otherwise", where, details),))
    (found,) = anonymous(given, name_winner=True).diagnostics
    assert found.code == "name-spelt-otherwise"
    assert found.where == Location("input-1.xlsx", "採点_Evaluator 1", 3, 4)
    assert "…" in found.message
    assert set(found.details.values()) == {"…"}


def test_diagnostics_are_sorted_by_their_new_places():
    """Their old order is that of the names."""
    wheres = [Location("a.xlsx", "採点_E3"), Location("a.xlsx", "採点_E1")]
    given = result(diagnostics=tuple(Diagnostic("sheet-hidden", each, {}) for each in wheres))
    found = [each.where.sheet for each in anonymous(given, name_winner=True).diagnostics]
    assert found == ["採点_Evaluator 1", "採点_Evaluator 3"]


def test_the_title_and_the_criteria_sheet_stay():
    given = results.example()
    found = anonymous(given, name_winner=True)
    assert found.criteria is given.criteria
    assert found.procurement.title == given.procurement.title
    assert (found.digest, found.version) == (given.digest, given.version)


def identities(value):
    """Return for each derivation that is met which one it is, in the order of the first meeting."""
    known: dict[int, int] = {}
    met = [each for each in walk(value) if isinstance(each, Derivation)]
    return [known.setdefault(id(each), len(known)) for each in met]


def test_what_is_one_object_stays_one_object():
    given = results.example()
    before = identities(given)
    assert len(set(before)) < len(before)
    assert identities(anonymous(given, name_winner=True)) == before


def test_something_of_which_nothing_is_known_is_refused():
    given = result(provisional=message("{what}", what=object()))
    with pytest.raises(TypeError, match="object"):
        anonymous(given, name_winner=True)


MARKS = st.lists(st.integers(0, 10), min_size=3, max_size=3)


@given(
    st.lists(
        st.tuples(MARKS, st.integers(1, 5), st.sampled_from(["1", "02", None])),
        min_size=1,
        max_size=4,
    ),
    st.booleans(),
)
def test_no_number_and_no_order_changes(handed_in, name_winner):
    vendors = {
        name: entry(f"株式会社{name}", marks, total, lot=lot, reading=reading)
        for name, reading, (marks, total, lot) in zip(
            ("A", "3", "D", "価格"), ("ア", "イ", "ウ", "エ"), handed_in, strict=False
        )
    }
    given = evaluate(SHEET, vendors)
    found = anonymous(given, name_winner=name_winner)
    assert numbers(replace(found, diagnostics=())) == numbers(replace(given, diagnostics=()))
    assert [each.status for each in found.vendors] == [each.status for each in given.vendors]
    assert shape(found) == shape(given)
    assert anonymous(given, name_winner=name_winner) == found
    assert anonymous(found, name_winner=name_winner) == found
    places = {
        old.vendor.id: new.vendor.id for old, new in zip(given.vendors, found.vendors, strict=True)
    }
    assert found.award.winners == tuple(places[each] for each in given.award.winners)
    for old, new in zip(given.ties, found.ties, strict=True):
        assert new.order == tuple(tuple(places[each] for each in group) for group in old.order)


def shape(value):
    """Return which types stand where; a text may be taken away."""
    kinds = (type(each) for each in walk(replace(value, diagnostics=())))
    return [str if kind is type(None) else kind for kind in kinds]


def strings_of(kind, seen):
    """Give type and field of everything below a type that may hold a string."""
    if kind in seen or not isinstance(kind, type):
        return
    seen.add(kind)
    if issubclass(kind, BaseModel) or kind in (Message, Formula, Location, Diagnostic):
        return  # covered as a whole
    for name, hint in typing.get_type_hints(kind).items():
        kinds = set(flat(hint))
        if str in kinds:
            yield kind, name
        for each in kinds:
            if is_dataclass(each) or hasattr(each, "_fields"):
                yield from strings_of(each, seen)


def flat(hint):
    """Give the types of which a type hint is made."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is not None:
        for each in typing.get_args(hint):
            yield from flat(each) if not isinstance(each, str) else [str]
    else:
        yield hint


FREE = {
    (Vendor, "reason"),
    (Vendor, "decision"),
    *((Vendor, each) for each in ("code", "arrival", "reading", "label")),
    *((Procurement, each) for each in ("currency", "opened")),
}
"""Fields that are texts: where somebody is named in them, the name is replaced."""


def test_of_every_field_that_holds_strings_it_is_known_what_they_mean():
    """A field that is added must be put into FIELDS, or here if it is a text."""
    assert set(strings_of(Evaluation, set())) - FREE - FIELDS.keys() == set()


def test_what_is_listed_exists():
    for kind, name in FIELDS:
        assert name in typing.get_type_hints(kind), (kind, name)
    assert {Mark, Exclusion, Input} <= {kind for kind, _name in FIELDS}
