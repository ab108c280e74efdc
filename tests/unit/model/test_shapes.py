"""The shapes admit what the readers of `model.fields` admit, and nothing else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from procscore.formula import PRESETS
from procscore.model import fields, shapes

NUMBERS = st.text("019０９.．,-−+＋%％ 　_eE一①", max_size=7)
NAMES = st.text("aZ0９_-－・ー々〆 価格éªµ·。「(（if", max_size=5)


def fits(shape, written):
    return Draft202012Validator(shape).is_valid(written)


def is_read(field, written):
    try:
        TypeAdapter(field).validate_python(written)
    except ValidationError:
        return False
    return True


@given(NUMBERS)
@example("1.5")
@example(" －１２．５　")
@example("1.")
def test_a_number(written):
    assert fits(shapes.NUMBER, written) == is_read(fields.Number, written)


@given(NUMBERS)
@example("60%")
@example("６０ ％")
@example("60%%")
@example("%")
def test_a_percentage(written):
    assert fits(shapes.PERCENTAGE, written) == is_read(fields.Percentage, written)


@given(NUMBERS)
@example("2.0")
@example("2.5")
@example("-1")
def test_a_whole_number(written):
    assert not fits(shapes.count(), written) or is_read(fields.Count, written)


@pytest.mark.parametrize("written", ["0", "2", "２", "2.0", " 12 ", "+1"])
def test_whole_numbers_in_quotes(written):
    assert fits(shapes.count(), written)


@given(NAMES)
@example("価格点")
@example("if")
@example("iff")
@example("9a")
@example("a9")
@example("pl-an")
def test_an_id(written):
    assert fits(shapes.ID, written) == is_read(fields.Id, written)


@pytest.mark.parametrize("written", ["85%", "0.5％"])
def test_a_share_is_a_percentage_and_no_number(written):
    assert fits(shapes.SHARE, written)
    assert not fits(shapes.SHARE, written[:-1])
    assert not fits(shapes.SHARE, 85)


@pytest.mark.parametrize(
    ("shape", "least", "beyond"),
    [(shapes.count(), 0, -1), (shapes.count(1), 1, 0), (shapes.count(most=20), 20, 21)],
)
def test_a_whole_number_has_bounds(shape, least, beyond):
    assert fits(shape, least)
    assert not fits(shape, beyond)


@pytest.mark.parametrize("written", ["年", 2010, 1.5, True])
def test_text_may_look_like_a_number(written):
    assert fits(shapes.TEXT, written)
    assert is_read(fields.Text, str(written))


@pytest.mark.parametrize("written", ["", "  ", None, [], {}])
def test_blank_is_no_text(written):
    assert not fits(shapes.TEXT, written)


def test_a_price_formula_is_a_preset_or_written_out():
    offered = shapes.PRICE_FORMULA["anyOf"][0]
    assert offered["enum"] == list(PRESETS)
    assert len(offered["enumDescriptions"]) == len(PRESETS)
    assert all(each.endswith(".") for each in offered["enumDescriptions"])
    for written in ("lowest-ratio", "points * lowest / price", 5):
        assert fits(shapes.PRICE_FORMULA, written)
    assert not fits(shapes.PRICE_FORMULA, ["lowest-ratio"])


def test_a_word_of_digits_may_be_written_as_a_number():
    assert shapes.choice(("0", "drawn"))["enum"] == [0, "0", "drawn"]


def test_digits_may_begin_with_zeros():
    assert fits(shapes.DIGITS, "007")
    assert fits(shapes.DIGITS, 999)
    assert not fits(shapes.DIGITS, "7.5")
