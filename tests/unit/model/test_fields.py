from fractions import Fraction

import pytest
from pydantic import TypeAdapter, ValidationError

from procscore.exact import Mode
from procscore.formula import PRESETS, parse
from procscore.model.fields import (
    Count,
    Frozen,
    Id,
    Number,
    Percentage,
    Round,
    Share,
    Text,
    WrittenFormula,
)


def read(field, written):
    return TypeAdapter(field).validate_python(written)


def code(field, written):
    with pytest.raises(ValidationError) as caught:
        read(field, written)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("written", "value"),
    [("0.1", Fraction(1, 10)), ("012", 12), ("-3", -3), ("１２．５", Fraction(25, 2))],
)
def test_a_number_is_the_exact_decimal_that_was_written(written, value):
    assert read(Number, written) == value


@pytest.mark.parametrize("written", ["1e3", "1_000", "1:30", "no", "", "75%", "1,000", "①"])
def test_what_is_no_plain_decimal_is_no_number(written):
    assert code(Number, written) == "criteria-not-a-number"


@pytest.mark.parametrize("field", [Number, Percentage, Count, WrittenFormula, Id, Text])
@pytest.mark.parametrize("written", [[], {}, None, 1, 0.5, True])
def test_only_text_is_read_so_that_no_float_can_come_in(field, written):
    assert code(field, written) == "criteria-wrong-shape"


def test_a_share_is_of_the_points_and_a_number_is_points():
    assert read(Percentage, "60%").of(Fraction(775)) == 465
    assert read(Percentage, "60").of(Fraction(775)) == 60
    assert read(Percentage, "1") != read(Percentage, "100%")


def test_a_share_is_shown_as_it_was_written():
    assert str(read(Percentage, "33.3%")) == "33.3%"
    assert str(Share(Fraction(465), percent=False)) == "465"


def test_a_share_that_is_no_number_is_named_so():
    assert code(Percentage, "sixty %") == "criteria-not-a-number"


@pytest.mark.parametrize("written", ["-1", "1.5", "0.0001"])
def test_a_count_is_a_whole_number_from_zero(written):
    assert code(Count, written) == "criteria-not-a-count"


def test_a_count_is_an_int():
    assert read(Count, "0") == 0
    assert isinstance(read(Count, "3"), int)


def test_a_preset_and_its_formula_written_out_are_the_same_thing():
    assert read(WrittenFormula, " lowest-ratio ") == read(WrittenFormula, "points * lowest / price")
    assert read(WrittenFormula, "lowest-ratio") == PRESETS["lowest-ratio"].formula


def test_a_formula_that_cannot_be_read_says_at_which_character():
    with pytest.raises(ValidationError) as caught:
        read(WrittenFormula, "points * (1 - ")
    error = caught.value.errors()[0]
    assert error["type"] == "formula-unreadable"
    assert error["ctx"]["position"] == len("points * (1 -")


@pytest.mark.parametrize("written", ["価格点", "tco", "tco_2", "_x"])
def test_an_id_is_an_identifier_of_any_script(written):
    assert read(Id, written) == written


@pytest.mark.parametrize("written", ["lowest-ratio", "2nd", "a b", "", "a.b"])
def test_an_id_that_a_formula_could_not_name_is_refused(written):
    assert code(Id, written) == "criteria-bad-id"


@pytest.mark.parametrize("written", ["if", "of stock"])
def test_an_id_that_the_scoring_language_reads_otherwise_is_refused(written):
    """Every id of an amount is itself parsed as a formula; these are identifiers for Python only."""
    assert code(Id, written) == "criteria-bad-id"


def test_an_accepted_id_is_read_as_a_name_by_the_scoring_language():
    assert parse(read(Id, "価格点")).term.name == "価格点"


@pytest.mark.parametrize("mode", list(Mode))
def test_a_rounding_is_places_and_one_of_the_four_modes(mode):
    written = Round.model_validate({"places": "2", "mode": mode.value})
    assert written.rounding.places == 2
    assert written.rounding.mode is mode


@pytest.mark.parametrize("missing", ["places", "mode"])
def test_a_rounding_needs_both_its_places_and_its_mode(missing):
    written = {"places": "2", "mode": "down"}
    del written[missing]
    with pytest.raises(ValidationError):
        Round.model_validate(written)


def test_what_a_sheet_holds_cannot_be_changed_and_has_no_other_keys():
    class Part(Frozen):
        points: Number

    part = Part.model_validate({"points": "5"})
    with pytest.raises(ValidationError):
        part.points = Fraction(6)
    with pytest.raises(ValidationError) as caught:
        Part.model_validate({"points": "5", "poinst": "6"})
    assert caught.value.errors()[0]["type"] == "extra_forbidden"
