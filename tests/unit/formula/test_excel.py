from fractions import Fraction

import pytest

from procscore.exact import Mode, Rounding
from procscore.formula import PRESETS, Input, derive, parse
from procscore.formula.excel import (
    GUARD,
    NotLiveError,
    Reference,
    compared,
    decimals,
    literal,
    live,
    rounded,
)
from procscore.xlsx import Book, Formula, Style
from support import formulas, recalculated, spreadsheet

CELLS = {
    "points": "B1",
    "price": "C5",
    "lowest": "C$3",
    "highest": "C$4",
    "average": "C$6",
    "ceiling": "明細!$B$2",
    "investigation": "C$7",
    "estimate": "C$8",
}
VALUES = {
    "points": Fraction(200),
    "price": Fraction(9_000_000),
    "lowest": Fraction(8_000_000),
    "highest": Fraction(10_000_000),
    "average": Fraction(9_000_000),
    "ceiling": Fraction(12_000_000),
    "investigation": Fraction(8_500_000),
    "estimate": Fraction(11_000_000),
    "marks": (Fraction(3), Fraction("4.5"), Fraction(5)),
}


def written(text, rounding=None, **values):
    """Return the live formula of a text over the cells above; marks stand in D1 to F1."""
    derivation = formulas.derived(text, {**VALUES, **values}, rounding)

    def refer(each):
        if isinstance(each.value, tuple):
            return [Reference("D1:F1", plain=False)]
        return Reference(CELLS[each.name], plain=each.name != "average")

    return live(derivation, refer).text


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("price", "C5"),
        ("12", "12"),
        ("0.5 * price", "0.5*C5"),
        ("75% * ceiling", "75%*明細!$B$2"),
        ("12.5% * points", "12.5%*B1"),
        ("-price", "-C5"),
        ("-(-price)", "-(-C5)"),
        ("-(price + lowest)", "-(C5+C$3)"),
        ("points - -price", "B1-(-C5)"),
        ("points * -75%", "B1*(-75%)"),
        ("-points * price", "(-B1)*C5"),
        ("points + price + lowest", "B1+C5+C$3"),
        ("points + (price + lowest)", "B1+(C5+C$3)"),
        ("points - (price - lowest)", "B1-(C5-C$3)"),
        ("points - price - lowest", "B1-C5-C$3"),
        ("points * (price + 1)", "B1*(C5+1)"),
        ("points * (price / lowest)", "B1*(C5/C$3)"),
        ("points * price / lowest", "B1*C5/C$3"),
        ("points / (price * lowest)", "B1/(C5*C$3)"),
        ("min(price, lowest, 3)", "MIN(C5,C$3,3)"),
        ("max(marks)", "MAX(D1:F1)"),
        ("sum(marks)", "SUM(D1:F1)"),
        ("sum(points, -price)", "SUM(B1,-C5)"),
        ("mean(marks)", "AVERAGE(D1:F1)"),
        ("mean(price, lowest + 1)", "AVERAGE(C5,C$3+1)"),
        ("median(marks)", "MEDIAN(D1:F1)"),
        ("variance(marks)", "VARP(D1:F1)"),
        ("variance(points, 1)", "VARP(B1,1)"),
        ("trimmed_mean(marks, 1, 1)", "AVERAGE(SMALL(D1:F1,2))"),
        ("trimmed_mean(marks, 1, 0)", "AVERAGE(SMALL(D1:F1,1),SMALL(D1:F1,2))"),
        ("trimmed_mean(marks, 0, 1)", "AVERAGE(SMALL(D1:F1,2),SMALL(D1:F1,3))"),
        ("clamp(price, 0, points)", "MAX(0,MIN(C5,B1))"),
        ("round(price / 7)", "ROUND(ROUND(C5/7,5),0)"),
        ("round(price / 7, 2)", "ROUND(ROUND(C5/7,5),2)"),
        ("round(price / 7, -3)", "ROUND(ROUND(C5/7,5),-3)"),
        ("up(points / 7, 1)", "ROUNDUP(ROUND(B1/7,10),1)"),
        ("down(points / 7, 3)", "ROUNDDOWN(ROUND(B1/7,10),3)"),
        ("if(price > lowest, 1, points)", "IF(C5>C$3,1,B1)"),
        ("if(price <> lowest, 1, 2)", "IF(C5<>C$3,1,2)"),
        ("if(points = 200, 1, 2)", "IF(B1=200,1,2)"),
        ("if(points <= 75%, 1, 2)", "IF(B1<=75%,1,2)"),
        ("if(points >= 33.3%, 1, 2)", "IF(ROUND(B1-33.3%,9)>=0,1,2)"),
        ("if(price >= average, 1, 2)", "IF(ROUND(C5-C$6,5)>=0,1,2)"),
        ("if(average >= points - 1, 1, 2)", "IF(ROUND(C$6-(B1-1),5)>=0,1,2)"),
        ("if(-points < price, 1, 2)", "IF(ROUND((-B1)-C5,5)<0,1,2)"),
        ("up_to(points, 5, 1, 80%, 2, 3)".replace("80%", "800"), "IF(B1<=5,1,IF(B1<=800,2,3))"),
        ("below(points, -5, 1, 2)", "IF(ROUND(B1-(-5),9)<0,1,2)"),
        (
            "up_to(price / ceiling, 80%, points, 0)",
            "IF(ROUND(C5/明細!$B$2-80%,11)<=0,B1,0)",
        ),
        (
            "interpolate(points, 0, 1, 300, 2)",
            "IF(B1<=0,1,IF(B1<=300,1+(2-1)*(B1-0)/(300-0),2))",
        ),
    ],
)
def test_every_function_and_sign_has_its_words_in_excel(text, formula):
    assert written(text) == formula


@pytest.mark.parametrize(
    ("preset", "formula"),
    [
        ("lowest-ratio", "B1*C$3/C5"),
        ("ceiling-discount", "B1*(1-C5/明細!$B$2)"),
        ("ceiling-discount-floor-75", "B1*(1-MAX(C5,75%*明細!$B$2)/明細!$B$2)"),
        (
            "ceiling-discount-half-slope",
            "IF(C5>=C$7,B1*(1-C5/明細!$B$2),B1*(1-C$7/明細!$B$2+0.5*(C$7-C5)/明細!$B$2))",
        ),
        (
            "ceiling-peak-80",
            "IF(ROUND(C5-80%*明細!$B$2,5)>=0,B1*(80%+(明細!$B$2-C5)/明細!$B$2),B1*(120%-(明細!$B$2-C5)/明細!$B$2))",
        ),
        ("estimate-discount", "B1*(1-C5/C$8)"),
        ("linear-to-highest", "IF(C$4=C$3,B1,B1*(C$4-C5)/(C$4-C$3))"),
        ("linear-from-lowest", "MAX(0,B1*(1-(C5-C$3)/C$3))"),
        ("highest-ratio", "B1*C5/C$4"),
        (
            "bilinear",
            "IF(ROUND(C5-C$6,5)>=0,B1*85%*(明細!$B$2-C5)/(明細!$B$2-C$6),B1*(85%+15%*(C$6-C5)/(C$6-C$3)))",
        ),
    ],
)
def test_every_preset_has_its_live_formula(preset, formula):
    assert written(PRESETS[preset].formula.text) == formula


def test_no_preset_is_forgotten_above():
    (mark,) = test_every_preset_has_its_live_formula.pytestmark
    assert {preset for preset, _ in mark.args[1]} == PRESETS.keys()


@pytest.mark.parametrize(
    ("mode", "places", "formula"),
    [
        (Mode.HALF_UP, 2, "ROUND(ROUND(B1/7,10),2)"),
        (Mode.DOWN, 0, "ROUNDDOWN(ROUND(B1/7,10),0)"),
        (Mode.UP, 4, "ROUNDUP(ROUND(B1/7,10),4)"),
        (
            Mode.HALF_EVEN,
            0,
            "IF(ABS(ROUND(B1/7,10)-TRUNC(ROUND(B1/7,10)))=0.5,2*ROUND(ROUND(B1/7,10)/2,0),ROUND(ROUND(B1/7,10),0))",
        ),
        (
            Mode.HALF_EVEN,
            1,
            "ROUND((IF(ABS(ROUND((B1/7)*10,9)-TRUNC(ROUND((B1/7)*10,9)))=0.5,2*ROUND(ROUND((B1/7)*10,9)/2,0),ROUND(ROUND((B1/7)*10,9),0)))/10,1)",
        ),
    ],
)
def test_every_rounding_has_its_live_formula(mode, places, formula):
    assert written("points / 7", Rounding(places, mode)) == formula


@pytest.mark.parametrize(
    ("exact", "rounding", "formula"),
    [
        # It has no more decimals than are asked for.
        ("100000000.5", Rounding(3, Mode.UP), "ROUND(X,3)"),
        # Finer than usual, since a ten-thousandth less than a border is less than one.
        ("5.4999999999999", Rounding(0, Mode.HALF_UP), "ROUND(ROUND(X,13),0)"),
        ("0.000000012345", Rounding(9, Mode.HALF_UP), "ROUND(ROUND(X,11),9)"),
        ("-2.675", Rounding(2, Mode.HALF_UP), "ROUND(ROUND(X,11),2)"),
        ("123456", Rounding(-3, Mode.DOWN), "ROUNDDOWN(ROUND(X,6),-3)"),
    ],
)
def test_the_guard_is_as_fine_as_the_border_is_near(exact, rounding, formula):
    assert rounded("X", Fraction(exact), rounding, Fraction(0)) == formula


@pytest.mark.parametrize("exact", ["5.4999999999999999", "5.5000000000000001"])
@pytest.mark.parametrize("mode", [Mode.HALF_UP, Mode.HALF_EVEN])
def test_a_number_next_to_a_border_has_no_live_rounding(exact, mode):
    with pytest.raises(NotLiveError, match="close to a border"):
        rounded("X", Fraction(exact), Rounding(0, mode))


def test_a_guard_is_coarser_where_much_was_lost_and_gone_where_all_was():
    lost = "(1000000000.1 - 1000000000) * points"
    # 20.00000000…: the difference of two numbers of ten digits has some six digits left.
    assert written(lost, Rounding(2, Mode.HALF_UP)) == (
        "ROUND(ROUND((1000000000.1-1000000000)*B1,4),2)"
    )
    with pytest.raises(NotLiveError):
        written(lost, Rounding(6, Mode.HALF_UP))


def test_numbers_that_differ_too_little_have_no_live_comparison():
    one = (Reference("A1", plain=False), Fraction(1))
    near = (Reference("B1", plain=False), 1 + Fraction(1, 10**15))
    far = (Reference("B1", plain=False), 1 + Fraction(1, 10**10))
    with pytest.raises(NotLiveError):
        compared("<", one, near)
    assert compared("<", one, far).text == "ROUND(A1-B1,11)<0"
    assert compared("<", one, one).text == "ROUND(A1-A1,11)<0"


def test_numbers_as_typed_are_compared_as_they_are_if_every_program_tells_them_apart():
    def typed(left, right):
        pair = ((Reference(at), Fraction(value)) for at, value in (("A1", left), ("B1", right)))
        return compared("<", *pair).text

    assert typed(1, 1) == typed("0.1", "0.2") == "A1<B1"
    assert typed(10**12, 10**12 + 1) == "A1<B1"
    with pytest.raises(NotLiveError):
        typed(10**15, 10**15 + 1)


def test_what_is_not_taken_is_written_without_asking_for_its_digits():
    text = "if(price > lowest, 1, round(5.4999999999999999999 * points / 200))"
    assert written(text) == "IF(C5>C$3,1,ROUND(ROUND(5.4999999999999999999*B1/200,11),0))"
    undefined = "if(price > lowest, 1, round(points / (lowest - 8000000), 2))"
    assert written(undefined) == "IF(C5>C$3,1,ROUND(ROUND(B1/(C$3-8000000),11),2))"
    nested = "if(price > lowest, 1, if(points / 3 = points / 3 + 0.0000000000000001, 1, 2))"
    assert written(nested).startswith("IF(C5>C$3,1,IF(ROUND(B1/3-(B1/3+0.0000000000000001),")


@pytest.mark.parametrize(
    "text",
    [
        # The divisor may be 0 in binary.
        "points / (1000000000.1 - 1000000000 - 0.1 + 0.00000000000001)",
        # Six digits are left.
        "1000000000.1 - 1000000000",
    ],
)
def test_a_number_that_is_not_rounded_must_still_be_right(text):
    with pytest.raises(NotLiveError):
        written(text)


@pytest.mark.parametrize(
    ("value", "text", "strength"),
    [("0.5", "0.5", 3), ("-3", "-3", 0), ("20/3", "20/3", 2), ("-20/3", "-20/3", 0)],
)
def test_a_number_in_a_formula(value, text, strength):
    reference = literal(Fraction(value))
    assert (reference.text, reference.strength) == (text, strength)
    assert reference.plain == ("/" not in text)


def test_a_number_that_stands_for_an_input_gets_the_brackets_it_needs():
    derivation = formulas.derived(
        "points / price - price", {"points": 1, "price": Fraction(-20, 3)}
    )
    assert live(derivation, lambda each: literal(Fraction(each.value))).text == (
        "1/(-20/3)-(-20/3)"
    )


def test_a_formula_that_stands_for_an_input_gets_the_brackets_it_needs():
    inner = live(formulas.derived("a + b", {"a": Fraction(1), "b": Fraction(2)}), _by_name)
    assert not inner.plain
    derivation = formulas.derived("2 * total", {"total": Fraction(3)})
    assert live(derivation, lambda _: inner).text == "2*(A1+B1)"


def _by_name(each):
    return Reference(f"{each.name.upper()}1")


def test_values_that_do_not_stand_side_by_side_are_listed_and_cannot_be_trimmed():
    apart = [Reference("A1"), Reference("C1:D1", plain=False)]
    marks = {"marks": VALUES["marks"]}
    assert live(formulas.derived("mean(marks)", marks), lambda _: apart).text == "AVERAGE(A1,C1:D1)"
    with pytest.raises(NotLiveError, match="side by side"):
        live(formulas.derived("trimmed_mean(marks, 1, 1)", marks), lambda _: apart)


def test_what_excel_takes_no_more_of_is_nested_or_not_live():
    many = {"marks": tuple(Fraction(each) for each in range(600))}
    cells = [Reference(f"A{row}") for row in range(1, 601)]
    text = live(formulas.derived("sum(marks)", many), lambda _: cells).text
    assert text.startswith("SUM(SUM(A1,")
    assert text.count("SUM(") == 4
    with pytest.raises(NotLiveError, match="longer"):
        live(formulas.derived("mean(marks)", many), lambda _: cells)
    far = [Reference(f"'{'字' * 25}'!A{row}") for row in range(1, 601)]
    with pytest.raises(NotLiveError, match="longer"):
        live(formulas.derived("sum(marks)", many), lambda _: far)


def test_a_long_table_is_halved_until_excel_can_nest_it():
    bands = ", ".join(f"{limit}, {limit * limit}" for limit in range(1, 131))
    for function in ("up_to", "below"):
        text = written(f"{function}(points / 3, {bands}, 7)")
        depth = deepest = 0
        for sign in text:
            depth += (sign == "(") - (sign == ")")
            deepest = max(deepest, depth)
        assert deepest < 40
    nested = "round(" * 40 + "points / 7" + ", 2)" * 40
    with pytest.raises(NotLiveError, match="longer"):
        written(nested)


def test_brackets_in_the_name_of_a_sheet_are_no_nesting():
    reference = Reference("'" + "(" * 30 + "'!A1")
    text = "+".join(["points"] * 5)
    assert live(formulas.derived(text, {"points": Fraction(1)}), lambda _: reference)


def test_the_usual_guard_is_of_twelve_digits():
    assert GUARD == 12
    assert [
        decimals(Fraction(each)) for each in ("0.1", "9.99", "10", "-12345", "10000000000000")
    ] == [
        11,
        11,
        10,
        7,
        -2,
    ]


def test_what_an_input_was_computed_from_is_what_its_cell_may_miss():
    """A third of a million in binary, less its whole part, has lost six of its sixteen digits."""
    third = derive(parse("a / 3"), [Input("a", Fraction(10**6))])
    parts = [Input("x", third.value, derivation=third), Input("y", Fraction(333_333))]
    close = derive(parse("(x - y) * 3000000000"), parts, Rounding(0, Mode.UP))
    assert (close.value, live(close, _by_name).text) == (10**9, "ROUND((X1-Y1)*3000000000,0)")
    for factor in ("30000000000", "30000000000000"):
        short = derive(parse(f"(x - y) * {factor}"), parts, Rounding(0, Mode.UP))
        assert short.value == Fraction(factor) / 3
        with pytest.raises(NotLiveError):
            live(short, _by_name)


# LibreOffice computes what the formulas above only say.
TEXTS = [
    "mean(marks)",
    "median(marks)",
    "trimmed_mean(marks, 1, 1)",
    "variance(marks)",
    "points * mean(marks) / 5 - 3",
    "-mean(marks) / 3",
    "points * lowest / price",
    "points * (1 - price / ceiling)",
    "points / 7 * -12.5%",
    "clamp(points - price / 70000, -33.335, 12.5)",
    "round(points / 7, 1) - up(points / 7) + down(-points / 7, 2)",
    "up_to(price / ceiling, 60%, 3, 66.6%, points / 7, 75%, points / 3, 0)",
    "below(mean(marks), 2.675, 1, 4, points / 3, points)",
    "interpolate(price / ceiling, 70%, points, 80%, 33.3, 100%, 0)",
    "if(mean(marks) = 2.675, points / 3, if(price * 3 <> ceiling * 2, -points, points / 9))",
]
MARKS = [("2.67", "2.68", "2.675"), ("0.1", "0.2", "0.3", "0.4"), ("3", "4.5", "5", "1", "0.05")]
PRICES = [("9000000", "12000000"), ("8123457", "12345679")]


def test_libreoffice_computes_what_procscore_does(tmp_path):
    marks = [tuple(Fraction(each) for each in listed) for listed in MARKS]
    cases = [
        {"text": text, "marks": listed, "price": Fraction(price), "ceiling": Fraction(ceiling)}
        for text in TEXTS
        for listed in marks
        for price, ceiling in PRICES
    ]
    roundings = [Rounding(places, mode) for mode in Mode for places in (0, 2, 3)]
    book = Book()
    page = book.page("s")
    expected = {}
    for number in range(4 * len(cases)):
        case = dict(cases[number // 4])
        text, values = case.pop("text"), {**VALUES, **case}
        derivation = formulas.derived(text, values, roundings[(5 * number) % len(roundings)])
        top = number * (len(values) + 1) + 1
        known, cells = formulas.layout(values, top)
        for place, value in cells.items():
            page.put(*place, value, Style())
        formula = live(derivation, lambda each, known=known: known[each.name]).text
        page.put(top, 12, Formula(f"={formula}", derivation.value), Style())
        expected["s", f"L{top}"] = spreadsheet.nearest(derivation.value)
    assert len(expected) >= 300
    (computed,) = recalculated.recalculated(tmp_path, [book.content])
    assert {place: computed.get(place) for place in expected} == expected
