"""The workbook of a ranking in a real spreadsheet program: every formula gives procscore's figure.

Every stored result is made wrong before, so that only what LibreOffice computed itself can be right.
"""

import re
from fractions import Fraction
from itertools import takewhile

import pytest

from procscore import language
from procscore.model.told import vendor_name
from procscore.model.words import RANKING_SHEETS, spelling
from procscore.pipeline.formats import FORMATS
from support import cases, command, excel_kinds, recalculated


@pytest.fixture(scope="module")
def made():
    """Return the workbooks of all procurements, as their committees would read them."""
    language.use("ja")
    try:
        return {name: FORMATS[".xlsx"](cases.result(name)) for name in cases.NAMES}
    finally:
        language.use("en")


@pytest.fixture(scope="module")
def computed(made, tmp_path_factory):
    """Return what one run of LibreOffice computes in them."""
    folder = tmp_path_factory.mktemp("recalculated")
    return dict(zip(made, recalculated.recalculated(folder, made.values()), strict=True))


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_formula_computes_what_is_stored(name, made, computed):
    assert recalculated.formulas(made[name])
    assert recalculated.differences(made[name], computed[name]) == []


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_criterion_of_a_ranked_vendor_is_a_formula_that_gives_its_points(
    name, made, computed
):
    result, sheet = cases.result(name), RANKING_SHEETS["detail"][0]
    formulas, values = recalculated.formulas(made[name]), computed[name]
    for each in result.ranked:
        rows = _block(values, sheet, vendor_name(each))
        column = _last_column(values, sheet, rows[-1])
        left = iter(rows)
        for _path, criterion in result.criteria.walk():
            row = next(row for row in left if values[sheet, f"A{row}"] == criterion.name)
            score, place = each.score(criterion.id), (sheet, f"{column}{row}")
            if score.derivation is None:
                assert place not in values
                continue
            assert place in formulas, f"{vendor_name(each)}: {criterion.name}"
            assert abs(Fraction(values[place]) - score.points) < Fraction(1, 10**9)
        total = sheet, f"{column}{rows[-1]}"
        assert total in formulas
        assert abs(Fraction(values[total]) - each.points_in_all) < Fraction(1, 10**9)


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_rank_is_computed(name, made, computed):
    sheet = RANKING_SHEETS["outcome"][0]
    formulas, values = recalculated.formulas(made[name]), computed[name]
    for each in cases.result(name).ranked:
        ranks = [
            values[place]
            for at in _rows(values, sheet, "B", vendor_name(each))
            if (place := (sheet, f"A{at}")) in formulas
        ]
        assert ranks[-1] == each.rank


@pytest.mark.parametrize("name", cases.NAMES)
def test_excel_reads_every_formula_as_libreoffice_does(name, made):
    told = {
        f"{text}: {', '.join(misread)}"
        for text, _ in recalculated.formulas(made[name]).values()
        if (misread := excel_kinds.misread(text))
    }
    assert not told


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("=SUMPRODUCT((A1:A3>0))", ["truth in SUMPRODUCT"]),
        ("=SUMPRODUCT(--((A1:A3>0)>0))", ["number and truth compared by >"]),
        ("=SUM(A1,A2=1)", ["truth in SUM"]),
        ('=IF("a">1,2,3)', ["number and text compared by >"]),
        ("=IF(A1,2,3)", ["IF of a cell"]),
        ("=1+SUMPRODUCT(--(ROUND('明細 (1)''s'!$A$1:$A$3-A1,9)>0))", []),
        ("=SUMPRODUCT((A1:A3>0)+(A1:A3=0)*(B1:B3<B1))-75%", []),
        ('=IF(A1="○",(A2>1)*3,0)', []),
    ],
)
def test_truth_values_that_excel_would_take_for_others_are_found(formula, told):
    assert excel_kinds.misread(formula) == told


def test_what_the_command_writes_is_what_was_computed_here(made, tmp_path):
    written = tmp_path / "ranking.xlsx"
    done = command.run("evaluate", command.EXAMPLE, "--out", written, PROCSCORE_LANG="ja")
    assert done.returncode == 0, done.stderr
    ours, theirs = (recalculated.formulas(each) for each in (made["example"], written.read_bytes()))
    assert ours == theirs


def _rows(values, sheet, column, text):
    """Return the rows of a sheet in whose `column` a text stands."""
    found = [
        int(address.removeprefix(column))
        for (where, address), value in values.items()
        if where == sheet and value == text and re.fullmatch(rf"{column}\d+", address)
    ]
    return sorted(found)


def _block(values, sheet, heading):
    """Return the rows below the one headed so, up to the first that is empty."""
    (first,) = _rows(values, sheet, "A", heading)
    below = range(first + 1, first + 1000)
    return list(takewhile(lambda row: (sheet, f"A{row}") in values, below))


def _last_column(values, sheet, row):
    """Return the letters of the last column of a row that holds something."""
    found = [
        address.removesuffix(str(row))
        for where, address in values
        if where == sheet and re.fullmatch(rf"[A-Z]+{row}", address)
    ]
    return max(found, key=lambda letters: (len(letters), letters))


# The harness itself: what it would let pass would be no proof.


def test_no_stored_result_survives_the_poisoning(made):
    content = made["example"]
    stored, wrong = (
        recalculated.values(content),
        recalculated.values(recalculated.poisoned(content)),
    )
    places = recalculated.formulas(content)
    assert all(wrong[place] != stored.get(place) for place in places)  # some give no text
    assert all(wrong[place] == stored[place] for place in stored if place not in places)
    told = recalculated.differences(content, wrong)
    assert len(told) == len(places) > 100


@pytest.mark.parametrize(
    ("stored", "computed", "number_format", "equal"),
    [
        (0.1, 0.1 + 1e-12, "0.00", True),
        (0.1, 0.1 + 1e-8, "0.00", False),
        (2.675, 2.6749999999999994, "0.00", True),
        (2.675, 2.6749999999, "0.00", False),
        (2.675, 2.6749999999, "0.000", True),
        (2.675, 2.67499999999, "General", True),
        (0.12345, 0.1234499999, "0.00%", False),
        (1234.5, 1234.4999999999, "#,##0", False),
        (1234.5, 1234.4999999999, '"0.0"#,##0.0', True),
        (0, 1e-16, "0.00", True),
        (0, 1e-16, "General", True),
        ("○", "○", "General", True),
        ("○", "×", "General", False),
        (1, "1", "General", False),
        (0, "", "General", False),
    ],
)
def test_results_are_equal_if_they_are_close_and_look_alike(stored, computed, number_format, equal):
    assert recalculated.equal(stored, computed, number_format) == equal


@pytest.mark.parametrize("name", ["outcome", "detail"])
def test_the_sheets_looked_at_above_are_named_in_japanese(name):
    language.use("ja")
    assert spelling(RANKING_SHEETS, name) == RANKING_SHEETS[name][0]
