"""Every word that a criteria sheet may use has code behind it, and is documented."""

from typing import get_args

import pytest

from procscore.formula import PRESETS
from procscore.formula.functions import FUNCTIONS
from procscore.ingest import library
from procscore.model import rules, rules_told, scores, tie_steps, told
from procscore.pipeline.formats import FORMATS
from procscore.scoring import (
    eligibility,
    lot_order,
    lots,
    panel,
    ranking,
    ties,
    unusual,
    votes,
)
from support import tree

SHEETS = (tree.ROOT / "docs" / "criteria-sheets.md").read_text(encoding="utf-8")
SHEETS_JA = (tree.ROOT / "docs" / "criteria-sheets.ja.md").read_text(encoding="utf-8")


def choices(model, field):
    """Return the words that a field admits."""
    return set(get_args(model.model_fields[field].annotation))


@pytest.mark.parametrize(
    ("words", "registry"),
    [
        (choices(rules.Panel, "aggregate"), panel.AGGREGATES),
        (choices(rules.Panel, "aggregate"), panel.TOTAL_AGGREGATES),
        (choices(rules.Panel, "aggregate"), told.AGGREGATE_SENTENCES),
        (choices(rules.Panel, "over"), rules_told.panel.OVER_WORDS),
        (choices(rules.Panel, "aggregate"), rules_told.panel.AGGREGATE_WORDS),
        (choices(rules.Ranking, "by"), rules_told.ranking.BY_WORDS),
        (set(get_args(tie_steps.Ballot)), rules_told.ranking.BALLOT_WORDS),
        (set(get_args(tie_steps.Decider)), rules_told.ranking.PEOPLE_WORDS),
        (choices(tie_steps.Lot, "rule"), rules_told.ranking.LOT_WORDS),
        (choices(rules.Award, "notice"), rules_told.ranking.NOTICE_WORDS),
        (choices(rules.AbnormallyLow, "rule"), rules_told.eligibility.LOW_WORDS),
        (choices(rules.Eligibility, "lowest_among"), rules_told.price.LOWEST_WORDS),
        (choices(rules.Ranking, "by"), ranking.METHODS),
        (choices(rules.Ranking, "by"), told.VALUE_WORDS),
        (choices(rules.Ranking, "equal_ranks"), ranking.EQUAL_RANKS),
        (choices(rules.Ranking, "evaluator_ranks"), ranking.EVALUATOR_RANKS),
        (choices(tie_steps.TieStep, "rule"), ties.STEPS),
        (set(get_args(tie_steps.Ballot)), votes.VOTES),
        (choices(tie_steps.Lot, "rule"), lots.RULES),
        (choices(tie_steps.Lot, "following"), lots.FOLLOWING),
        (set(get_args(tie_steps.Numbering)), lot_order.ORDERS),
        (choices(rules.AbnormallyLow, "rule"), unusual.ABNORMALLY_LOW),
        (choices(scores.Check, "votes"), panel.VOTES),
    ],
)
def test_the_sheet_admits_exactly_what_the_code_can_do(words, registry):
    assert words == set(registry)


def test_every_status_but_eligible_has_a_sentence():
    out = {status for status in told.STATUS_WORDS if status not in {"eligible", "excluded"}}
    assert set(eligibility.STATUS_SENTENCES) == out


@pytest.mark.parametrize("text", [SHEETS, SHEETS_JA], ids=["en", "ja"])
@pytest.mark.parametrize("name", [*PRESETS, *FUNCTIONS])
def test_every_preset_and_function_is_documented(name, text):
    assert f"`{name}" in text


@pytest.mark.parametrize("text", [SHEETS, SHEETS_JA], ids=["en", "ja"])
@pytest.mark.parametrize(
    "word",
    sorted(
        choices(rules.Panel, "aggregate")
        | choices(rules.Ranking, "by")
        | choices(rules.Ranking, "equal_ranks")
        | choices(rules.Ranking, "evaluator_ranks")
        | choices(rules.Ranking, "best")
        | choices(tie_steps.Lot, "rule")
        | choices(tie_steps.Lot, "following")
        | set(get_args(tie_steps.Numbering))
        | set(get_args(tie_steps.Ballot))
        | set(get_args(tie_steps.Decider))
        | choices(rules.Eligibility, "lowest_among")
        | choices(scores.Check, "votes")
        | choices(rules.Award, "notice")
    ),
)
def test_every_rule_is_documented(word, text):
    assert f"`{word}`" in text


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_output_format_is_in_the_readme(suffix, readme):
    assert f"`{suffix}`" in (tree.ROOT / readme).read_text(encoding="utf-8")


@pytest.mark.parametrize("sheet", library.ids())
def test_every_built_in_sheet_is_named_after_itself_and_loads(sheet):
    import procscore

    assert procscore.load_criteria(sheet).id == sheet
