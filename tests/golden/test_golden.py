"""The example's outputs, whole, as they were reviewed. Renew with --update-golden."""

from dataclasses import replace
from pathlib import Path

import pytest

from procscore import language
from procscore.explaining.explain import explain
from procscore.pages import changes as changes_page
from procscore.pages.explanation import page as explanation_page
from procscore.pipeline.formats import FORMATS
from procscore.render.detail import detail
from procscore.render.page import page
from procscore.render.ranking import report
from procscore.render.submissions import report as submissions
from support import changes, results, screen
from support.submissions import CRITERIA, checked, some_missing

HERE = Path(__file__).parent
TEXTS = [".json", ".csv", ".md"]
"""The formats that can be read as they are."""


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("code", ["en", "ja"])
def test_the_ranking_of_the_example(golden, code, width):
    language.use(code)
    golden(screen.shown(report(results.example()), width), HERE / f"ranking-{width}.{code}.txt")


@pytest.mark.parametrize("code", ["en", "ja"])
def test_the_detail_of_the_example(golden, code):
    language.use(code)
    golden(screen.shown(detail(results.example()), 160), HERE / f"detail.{code}.txt")


@pytest.mark.parametrize("code", ["en", "ja"])
def test_an_unsettled_tie(golden, code, tmp_path):
    result = results.tied(tmp_path)
    language.use(code)
    golden(screen.shown(report(result), 100), HERE / f"tie.{code}.txt")


@pytest.mark.parametrize(("width", "name"), [(80, "80"), (10_000, "pipe")])
@pytest.mark.parametrize("code", ["en", "ja"])
def test_what_is_still_missing(golden, code, width, name, tmp_path):
    result = checked(tmp_path, some_missing(), CRITERIA).result
    language.use(code)
    golden(screen.shown(submissions(result), width), HERE / f"check-{name}.{code}.txt")


@pytest.mark.parametrize("code", ["en", "ja"])
def test_the_explanation_of_the_example(golden, code):
    language.use(code)
    found = explain(results.example(), "B社")
    golden(screen.shown(page(explanation_page(found)), 120), HERE / f"explain.{code}.txt")


@pytest.mark.parametrize("code", ["en", "ja"])
def test_a_gap_in_the_example(golden, code):
    language.use(code)
    found = explain(results.example(), "A社", against="B社")
    golden(screen.shown(page(explanation_page(found)), 120), HERE / f"explain-gap.{code}.txt")


@pytest.mark.parametrize("code", ["en", "ja"])
def test_what_moved_in_a_moderation(golden, code, tmp_path):
    """B社 is marked anew, an agreed mark of A社 is taken back, and who marks is another."""
    cells = {
        "採点_委員1": {
            "D3": None,
            "E2": 28,
            "G3": "合議による",
            "H1": "B社 所見",
            "H2": "再確認した",
        },
        "合議": {"D2": None, "E2": "取り消す", "D3": 16},
        "審査委員": {"B3": "坂井 次郎"},
        "提案者": {"C2": 9_500_000, "D4": "辞退", "E4": "会社都合"},
    }
    found = changes.between_agreements(tmp_path, cells)
    # A workbook holds the time at which it was saved.
    old, new = (
        replace(result, inputs=tuple(replace(each, sha256="") for each in result.inputs))
        for result in (found.old, found.new)
    )
    found = replace(found, old=old, new=new)
    language.use(code)
    golden(screen.shown(page(changes_page.page(found)), 80), HERE / f"diff-80.{code}.txt")


@pytest.mark.parametrize("suffix", TEXTS)
def test_the_files_of_the_example(golden, suffix):
    golden(FORMATS[suffix](results.example()).decode("utf-8-sig"), HERE / f"result{suffix}")
