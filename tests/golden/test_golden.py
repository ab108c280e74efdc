"""The example's outputs, whole, as they were reviewed. Renew with --update-golden."""

from pathlib import Path

import pytest

from procscore import language
from procscore.explaining.explain import explain
from procscore.pages.explanation import page as explanation_page
from procscore.pipeline.formats import FORMATS
from procscore.render.detail import detail
from procscore.render.page import page
from procscore.render.ranking import report
from procscore.render.submissions import report as submissions
from support import results, screen
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


@pytest.mark.parametrize("suffix", TEXTS)
def test_the_files_of_the_example(golden, suffix):
    golden(FORMATS[suffix](results.example()).decode("utf-8-sig"), HERE / f"result{suffix}")
