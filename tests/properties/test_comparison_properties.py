"""What holds for any sheets that are held side by side."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from procscore.comparing import sheets
from procscore.comparing.similarity import similarity
from support import comparisons

TOPICS = ("schedule", "training", "total-price", None)
NAMES = ("1. 計画", "計画", "①研修", "その他", "価格点")


@st.composite
def leaf(draw, number):
    topic = draw(st.sampled_from(TOPICS))
    about = "" if topic is None else f", topic: {topic}"
    points = draw(st.integers(1, 40))
    return f"{{id: i{number}, name: {draw(st.sampled_from(NAMES))}, points: {points}{about}}}"


@st.composite
def group(draw, number):
    parts = [draw(leaf(f"{number}_{part}")) for part in range(draw(st.integers(1, 3)))]
    converted = ""
    if draw(st.booleans()):
        converted = f"points: {draw(st.integers(1, 50))}, rescale: {{formula: points * raw / of}}, "
    name = draw(st.sampled_from(NAMES))
    return f"{{id: g{number}, name: {name}, {converted}criteria: [{', '.join(parts)}]}}"


@st.composite
def sheet(draw):
    tops = [
        draw(st.one_of(leaf(number), group(number))) for number in range(draw(st.integers(1, 4)))
    ]
    return f"criteria: [{', '.join(tops)}]"


several = st.lists(sheet(), min_size=2, max_size=4)


def compared(texts, order):
    return sheets.compare([comparisons.given(f"sheet {number}", texts[number]) for number in order])


def rows(comparison, chosen):
    """Return rows with what each sheet has by its label, so that columns have no order."""
    labels = [each.label for each in comparison.sheets]
    return [(name, dict(zip(labels, weights, strict=True))) for name, weights in chosen]


@given(several)
def test_shares_add_up_to_the_whole(texts):
    found = compared(texts, list(range(len(texts))))
    tops = [row.weights for row in found.groups if row.depth == 0]
    places = [[place and place.weight for place in item.places] for item in found.items]
    for number, each in enumerate(found.sheets):
        for weights in ([row.weights for row in found.topics], tops, places):
            column = [row[number] for row in weights if row[number] is not None]
            assert sum((one.share for one in column), Fraction(0)) == 1
            assert sum((one.points for one in column), Fraction(0)) == each.points


@given(sheet(), sheet())
def test_similarity_is_a_share_and_the_same_both_ways(one, other):
    a, b = (comparisons.given("", text).sheet for text in (one, other))
    assert 0 <= similarity(a, b) <= 1
    assert similarity(a, b) == similarity(b, a)
    assert similarity(a, a) == 1


@settings(max_examples=50)
@given(several, st.randoms(use_true_random=False))
def test_the_order_of_the_sheets_only_moves_columns(texts, random):
    order = list(range(len(texts)))
    random.shuffle(order)
    one, other = compared(texts, list(range(len(texts)))), compared(texts, order)
    by_topic = [rows(each, [(r.topic, r.weights) for r in each.topics]) for each in (one, other)]
    assert by_topic[0] == by_topic[1]
    assert one.similarity == other.similarity
    items = [
        sorted(
            str(
                (
                    item.topic,
                    item.other_weight,
                    item.other_scale,
                    sorted(
                        (each.label, place.leaf.id, str(place.weight))
                        for each, place in zip(found.sheets, item.places, strict=True)
                        if place
                    ),
                )
            )
            for item in found.items
        )
        for found in (one, other)
    ]
    assert items[0] == items[1]


@given(several)
def test_every_item_of_every_sheet_stands_in_one_row(texts):
    found = compared(texts, list(range(len(texts))))
    for number, each in enumerate(found.sheets):
        there = [item.places[number].leaf.id for item in found.items if item.places[number]]
        assert sorted(there) == sorted(leaf.id for leaf in each.sheet.leaves)
