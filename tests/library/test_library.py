"""Every built-in criteria sheet scores a whole procurement, and says where it comes from.

The procurement is invented from the sheet alone (`support.procurement`) and evaluated by the real
command; its points are computed a second time by plain arithmetic (`support.by_hand`).
"""

import json
import re
from fractions import Fraction
from typing import NamedTuple

import pytest

import procscore
from procscore.ingest import library
from procscore.model.fields import BothLanguages
from support import by_hand, command, procurement

AT_LEAST = {
    "adb-qcbs",
    "arita-library",
    "bunsho-800-200",
    "cms-300-700",
    "fujisawa-bochi",
    "fukui-sakai",
    "izunokuni-koumu",
    "kikan-250",
    "kyoto-portal",
    "lcc-800-200",
    "machiai-300-500-200",
    "mie-800-400",
    "miyagi-nofuku",
    "nagasaki-suisan",
    "okayama-gis",
    "osaka-edu-ninsho",
    "sapporo-kenchiku",
    "senkyo",
    "uki-denshi-nohin",
    "wako-gym",
    "weights-at-n",
    "world-bank-qcbs",
    "za-80-20",
}
SCHEMA = "# yaml-language-server: $schema=criteria.schema.json"
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NAME = re.compile(r"“[^”]*”|\([\u3040-\u30ff\u3400-\u9fff0-9]+\)")
"""A name of the source, which stays as it was published: quoted, or alone in brackets."""
every_sheet = pytest.mark.parametrize("sheet", library.ids())


class Run(NamedTuple):
    """What the command made of a sheet's procurement."""

    invented: procurement.Invented
    result: dict
    """The JSON that was written."""
    shown: str
    told: str


@pytest.fixture(scope="module", params=library.ids())
def run(request, tmp_path_factory):
    """Evaluate the procurement of a sheet by the command, as a secretary would."""
    folder = tmp_path_factory.mktemp(request.param)
    invented = procurement.invent(procscore.load_criteria(request.param))
    workbook = procurement.write(folder / "bids.xlsx", invented, request.param)
    written = folder / "result.json"
    done = command.run("evaluate", workbook, "--out", written, "--lang", "en")
    assert done.returncode == 0, done.stderr.decode()
    result = json.loads(written.read_text(encoding="utf-8"))
    return Run(invented, result, done.stdout.decode(), done.stderr.decode())


def test_the_library_holds_what_was_promised():
    assert set(library.ids()) >= AT_LEAST


def test_a_whole_procurement_scores_without_a_diagnostic(run):
    assert run.told == ""
    assert run.result["diagnostics"] == []
    ranks = sorted(int(each["rank"]) for each in run.result["vendors"])
    assert ranks == list(range(1, len(run.invented.vendors) + 1))
    assert run.result["ties"] == []


def test_nobody_has_more_points_than_there_are(run):
    for vendor in run.result["vendors"]:
        points = Fraction(vendor["points"])
        assert 0 < points <= Fraction(vendor["of"]) <= run.invented.sheet.points


def test_the_same_points_come_out_by_hand(run):
    invented = run.invented
    assert by_hand.beyond(invented.sheet) == []
    points = by_hand.points(invented)
    totals = {}
    for vendor in run.result["vendors"]:
        expected = points[vendor["id"]]
        for criterion, value in expected.items():
            assert Fraction(vendor["scores"][criterion]) == value, (vendor["id"], criterion)
        totals[vendor["id"]] = by_hand.total(invented, expected)
        assert Fraction(vendor["points"]) == totals[vendor["id"]]
    ordered = sorted(run.result["vendors"], key=lambda vendor: int(vendor["rank"]))
    assert [vendor["id"] for vendor in ordered] == by_hand.order(invented, totals)


def test_every_assumption_is_shown_in_english(run):
    words = " ".join(run.shown.split())
    for assumption in run.invented.sheet.assumptions:
        assert " ".join(str(assumption).split()) in words


def test_the_same_sheet_gives_the_same_procurement():
    first, second = (
        procurement.rows(procurement.invent(procscore.load_criteria("fukui-sakai")), "fukui-sakai")
        for _ in range(2)
    )
    assert first == second


@every_sheet
def test_a_sheet_says_where_it_comes_from_and_names_its_schema(sheet):
    built = procscore.load_criteria(sheet)
    assert built.source.citation
    assert built.source.coverage in ("complete", "excerpt", "illustrative")
    first, _, rest = library.find(sheet).read_text(encoding="utf-8").partition("\n")
    assert first == SCHEMA
    assert rest.startswith("# ")  # what the source holds and what it does not


@every_sheet
def test_every_item_has_a_topic(sheet):
    built = procscore.load_criteria(sheet)
    assert [leaf.id for leaf in built.leaves if leaf.topic is None] == []


@every_sheet
def test_every_assumption_is_in_both_languages(sheet):
    for assumption in procscore.load_criteria(sheet).assumptions:
        assert isinstance(assumption, BothLanguages)
        assert _JAPANESE.search(assumption.ja)
        assert not _JAPANESE.search(_NAME.sub("", assumption.en)), assumption.en
