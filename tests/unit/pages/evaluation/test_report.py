"""Nothing that a result holds is missing from its page, whatever the procurement."""

from dataclasses import replace

import pytest

from procscore import language
from procscore.exact import display
from procscore.formula.prose import prose
from procscore.model import shown
from procscore.model.page import Section, flattened
from procscore.model.told import (
    award_sentences,
    panel_sentences,
    status_word,
    tie_sentences,
    vendor_name,
)
from procscore.pages import evaluation
from support import cases, pages, results


def seen(page):
    """Return the texts of a page, one each."""
    return [str(text) for text in pages.words(page)]


def section_of(page, each):
    (found,) = [
        block
        for block in page.blocks
        if isinstance(block, Section) and block.title == vendor_name(each)
    ]
    return found


def rows_of(section, title):
    """Return the rows of the table `title` of a section as texts, none where there is no such."""
    for block in section.blocks:
        if str(block.title) == title:
            return [[str(cell.text) for cell in row] for row in block.rows]
    return []


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_vendor_has_every_criterion_mark_comment_reason_and_calculation(name):
    result = cases.result(name)
    page = evaluation.page(result)
    for each in result.vendors:
        section = section_of(page, each)
        told = [str(line) for line in section.blocks[0].sentences]
        for exclusion in each.exclusions:
            assert str(exclusion.reason) in told
        for flag in each.flags:
            assert f"To be looked at: {flag.reason}" in told
        assert (each.rank is None) is (f"Status: {status_word(each)}" in told)
        points = rows_of(section, "Points and marks")
        comments = rows_of(section, "Comments")
        computed = rows_of(section, "How it was computed")
        outline = list(shown.outline(result.criteria))
        assert len(points) in {0, len(outline) + 1}
        assert points or not any(score.derivation or score.marks for score in each.walk())
        for (_, criterion), row in zip(outline, points, strict=False):
            score = each.score(criterion.id)
            assert row[0] == criterion.name
            if score.points is not None and score.of:
                assert row[1:3] == [display(score.of), display(score.points)]
            for mark in (*score.originals, *score.marks):
                assert any(mark.written in cell for cell in row[3:])
                if mark.comment:
                    assert [criterion.name, mark.evaluator, mark.comment] in comments
            if score.derivation is not None:
                assert [criterion.name, prose(score.derivation)] in computed
        if each.total is not None:
            assert ["Total", prose(each.total)] in computed
        for amount in each.amounts.values():
            assert display(amount.value) in seen(page)


@pytest.mark.parametrize("name", cases.NAMES)
def test_what_holds_of_the_whole_result_is_told(name):
    result = cases.result(name)
    texts = seen(evaluation.page(result))
    stages = [tie for stage in result.stages for tie in stage.ties]
    told = [
        *award_sentences(result),
        *panel_sentences(result),
        *(line for tie in (*result.ties, *stages) for line in tie_sentences(tie)),
        *result.assumptions,
        *(one for each in result.diagnostics for one in (each.code, shown.named(result, each))),
        *(one for each in result.inputs for one in (each.name, each.sha256)),
        *(one for each in result.evaluators for one in (each.id, each.name)),
        *(quote and display(quote.value) for quote in result.procurement.ceilings.values()),
        result.digest,
    ]
    for each in told:
        assert str(getattr(each, "message", each)) in texts
    for one in (result.version, result.criteria.id, result.procurement.opened):
        assert any(one in text for text in texts)
    for quote in (result.procurement.investigation, result.procurement.estimate):
        assert quote is None or any(display(quote.value) in text for text in texts)


def test_the_blocks_stand_in_the_order_in_which_they_are_asked_for():
    result = results.example()
    titles = [str(block.title) for block in evaluation.page(result).blocks]
    assert titles == [
        *("Ranking", "Not ranked", "Points by criterion", "Prices and quantities"),
        *(vendor_name(result.vendor(each)) for each in ("A社", "B社", "E社", "D社", "C社")),
        *("Panel", "Rules of the criteria sheet", "Assumptions", "Evaluators", "Diagnostics"),
        "Record",
    ]


def test_who_is_chosen_by_which_rules_is_said_first():
    page = evaluation.page(results.example())
    assert page.title == "総合行政情報システム調達(例示用の架空の案件)"
    assert [str(line).partition(":")[0] for line in page.lead] == [
        *("Criteria sheet", "Opened", "Preferred bidder", "Reserve"),
    ]


def test_that_names_are_left_out_is_said_first():
    page = evaluation.page(replace(results.example(), anonymous="all"))
    assert str(page.lead[-1]).startswith("For publication: evaluators and vendors are not named.")


def test_no_folder_of_this_machine_is_on_the_page(tmp_path):
    texts = seen(evaluation.page(results.evaluated(tmp_path)))
    assert not any(str(tmp_path) in text for text in texts)


def test_titles_of_tables_are_in_the_language_of_the_reader():
    page = evaluation.page(results.example())
    language.use("ja")
    assert str(next(iter(flattened(page.blocks))).columns[0].heading) == "順位"
