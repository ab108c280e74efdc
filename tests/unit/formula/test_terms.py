from fractions import Fraction

from procscore.formula import names, parse
from procscore.formula.terms import (
    Call,
    Choice,
    Comparison,
    Name,
    Number,
    Operation,
    changed,
    walk,
)


def test_where_a_term_stands_does_not_change_what_it_means():
    assert parse("points*lowest/price") == parse("  points  *  lowest / price ")


def test_brackets_that_change_nothing_do_not_change_what_a_formula_means():
    assert parse("(points * lowest) / price") == parse("points * lowest / price")
    assert parse("points * (lowest / price)") != parse("points * lowest / price")


def test_other_numbers_names_and_signs_make_another_formula():
    texts = ["a + 1", "a + 2", "b + 1", "a - 1", "max(a, 1)", "min(a, 1)", "-a", "a"]
    assert len({parse(text) for text in texts}) == len(texts)


def test_names_are_given_once_in_the_order_of_first_use():
    formula = parse("if(price > lowest, points * lowest / price, max(points, -bonus))")
    assert names(formula) == ("price", "lowest", "points", "bonus")


def test_a_function_is_no_name():
    assert names(parse("mean(marks) + 1")) == ("marks",)


def test_a_walk_meets_every_term_from_left_to_right():
    term = parse("if(a < -1, max(b, 2), c * 3)").term
    kinds = [type(each).__name__ for each in walk(term)]
    assert kinds == [
        "Choice",
        *("Comparison", "Name", "Negation", "Number"),
        *("Call", "Name", "Number"),
        *("Operation", "Name", "Number"),
    ]
    assert [each.name for each in walk(term) if isinstance(each, Name)] == ["a", "b", "c"]


def test_terms_know_their_places():
    text = "if(a <= 1, max(b, 2), c)"
    choice = parse(text).term
    assert isinstance(choice, Choice)
    assert isinstance(choice.condition, Comparison)
    assert isinstance(choice.then, Call)
    assert text[choice.position :].startswith("if(")
    assert text[choice.condition.position :].startswith("<= 1")
    assert text[choice.then.position :].startswith("max(")
    assert text[choice.then.arguments[1].position :].startswith("2)")


def test_a_percentage_remembers_how_it_was_written():
    assert parse("75%").term == Number(Fraction(3, 4), percent=True, position=0)
    assert parse("0.75").term == Number(Fraction(3, 4), percent=False, position=0)


def test_the_place_of_an_operation_is_its_sign():
    operation = parse("alpha + beta").term
    assert isinstance(operation, Operation)
    assert operation.position == 6


def test_everything_inside_a_term_is_changed_before_the_term_itself():
    def doubled(term):
        return Number(2 * term.value, term.percent, 0) if isinstance(term, Number) else term

    text = "if(-1 < a, max(b, 2), up_to(c, 3, 4 * 5, 6))"
    twice = "if(-2 < a, max(b, 4), up_to(c, 6, 8 * 10, 12))"
    assert changed(parse(text).term, doubled) == parse(twice).term


def test_a_term_may_be_changed_into_another_kind_of_term():
    def unrounded(term):
        return term.arguments[0] if isinstance(term, Call) and term.function == "down" else term

    term = parse("points * down(down(lowest / price, 3) * 100, 1)").term
    assert changed(term, unrounded) == parse("points * (lowest / price * 100)").term
