"""docs/rules.md holds: every YAML on it is run, with the example below it, and both pages agree."""

import re
from fractions import Fraction
from itertools import pairwise
from typing import get_args

import pytest

from procscore.exact import Rounding
from procscore.formula import PRESETS
from procscore.formula.functions import FUNCTIONS
from procscore.model import rules, scores
from procscore.model.fields import Round
from procscore.model.tie_steps import Ballot, Lot
from procscore.scoring import eligibility, lot_order, lots, panel, ranking, ties, unusual, votes
from support import rules_example, rules_page, tree

DOCS = tree.ROOT / "docs"
PAGES = {name: (DOCS / name).read_text(encoding="utf-8") for name in ("rules.md", "rules.ja.md")}
ENGLISH, JAPANESE = PAGES.values()
SNIPPETS = rules_page.snippets(ENGLISH)
EXAMPLES = [(snippet, text) for snippet in SNIPPETS for text in snippet.examples]
YAML = "\n".join(snippet.yaml for snippet in SNIPPETS)
ONLY_EXPLAINED = {"trimmed_mean", "median", "variance"}
"""Functions of procscore's own formulas: a result shows them, a sheet seldom writes them."""

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_ROUNDING = re.compile(
    r"^\| .+ \| `round: \{places: (\d+), mode: ([a-z-]+)\}` \| ([\d.]+) \|$", re.MULTILINE
)


def words(model, field):
    """Return the words that a field admits."""
    return set(get_args(model.model_fields[field].annotation))


@pytest.mark.parametrize(
    ("snippet", "text"), EXAMPLES, ids=[f"line {snippet.line}" for snippet, _ in EXAMPLES]
)
def test_what_the_page_shows_is_what_is_computed(snippet, text):
    assert rules_page.recomputed(snippet.yaml, text) == text, snippet.heading


def test_both_pages_show_the_same_rules_yaml_and_examples():
    english, japanese = (
        [(each.kind, each.text * (each.kind != "heading")) for each in rules_page.blocks(page)]
        for page in PAGES.values()
    )
    assert english == japanese


def test_both_pages_name_the_same_sources():
    outside = [
        [link for link in _LINK.findall(page) if link.startswith("http")] for page in PAGES.values()
    ]
    assert outside[0] == outside[1]


def test_no_yaml_is_without_an_example_and_no_example_without_yaml():
    yaml, text = "```yaml\na: b\n```\n", "```text\nA: total 1\n→ price: A 1\n```\n"
    assert rules_page.snippets(yaml + text)
    for page in (yaml, text, yaml + yaml + text, yaml + "> said\n" + text):
        with pytest.raises(ValueError, match=r"has no example|follows no YAML"):
            rules_page.snippets(page)


RATIO = """
criteria: [{id: price, name: 価格点, points: 200, score: {method: price, amount: total, formula: lowest-ratio}}]
"""


@pytest.mark.parametrize(
    ("yaml", "written", "must_be"),
    [
        (RATIO, "→ price: A 200, B 150", "→ price: A 200, B 160\n→ out: C (status)"),
        (RATIO, "→ chosen: A", "→ chosen: A; next B\n→ out: C (status)"),
        (RATIO, "→ ranks: 1 A\n→ out: nobody", "→ ranks: 1 A, 2 B\n→ out: C (status)"),
        (RATIO, "→ error: no-bid-counts", "→ error: \n→ out: C (status)"),
    ],
)
def test_an_example_that_is_wrong_or_leaves_something_out_is_found(yaml, written, must_be):
    given = "A: total 98,000,000\nB: total 122,500,000\nC: withdrawn\n"
    assert rules_page.recomputed(yaml, given + written) == given + must_be


@pytest.mark.parametrize(
    ("yaml", "given"),
    [
        (RATIO.replace("name: 価格点, ", ""), "A: total 1"),
        (RATIO.replace("lowest-ratio", "points * lowst / price"), "A: total 1"),
        (RATIO, "A: total 1, plan 5"),
    ],
)
def test_yaml_that_cannot_be_copied_as_it_stands_is_found(yaml, given):
    with pytest.raises(AssertionError):
        rules_page.recomputed(yaml, f"{given}\n→ price: A 200")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_yaml_stands_under_the_rule_that_it_is_for(page):
    """Between a YAML and the one before it, or the heading, the rule is quoted or told."""
    kinds = [each.kind for each in rules_page.blocks(page)]
    assert all(before in ("quote", "text") for before, kind in pairwise(kinds) if kind == "yaml")
    headings = [i for i, kind in enumerate(kinds) if kind == "heading"]
    assert all("yaml" not in kinds[i : i + 2] for i in headings)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_shown(name):
    assert re.search(rf"formula: {name}\b(?!-)", YAML)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_shown(name, page):
    if name in ONLY_EXPLAINED:
        assert re.search(rf"`{name}[(`]", page)
    else:
        assert re.search(rf"\b{name}\(", YAML)


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("aggregate", panel.AGGREGATES),
        ("over", words(rules.Panel, "over")),
        ("shared", words(rules.Panel, "shared")),
        ("by", ranking.METHODS),
        ("equal_ranks", ranking.EQUAL_RANKS),
        ("evaluator_ranks", ranking.EVALUATOR_RANKS),
        ("votes", panel.VOTES),
        ("even", panel.EVEN_VOTES),
        ("evaluators", eligibility.VOTE_SENTENCES),
        ("lowest_among", words(rules.Eligibility, "lowest_among")),
        ("at_cut", words(rules.Gate, "at_cut")),
        ("more", votes.VOTES),
        ("following", lots.FOLLOWING),
        ("order", lot_order.ORDERS),
        ("mode", {"half-up", "half-even", "down"}),
        ("method", {"marks", "grades", "formula", "price", "check"}),
        ("fail", words(scores.Check, "fail")),
        ("rule", {*unusual.ABNORMALLY_LOW, *lots.RULES}),
        ("best", {"lowest"}),
        ("majority", {"flag"}),
        ("when", {"[sole-bidder]", "[promoted]"}),
    ],
)
def test_every_word_of_a_rule_is_shown(key, known):
    shown = set(re.findall(rf"\b{key}: (\[?[\w-]+\]?)", YAML))
    # `by: points` is the default and stands in no block that has nothing else to say.
    assert set(known) - shown <= ({"points"} if key == "by" else set())


def test_every_tie_step_and_ceiling_rule_is_shown():
    chains = " ".join(re.findall(r"ties: (\[.+\])", YAML))
    assert set(ties.STEPS) <= set(re.findall(r"\w+", chains))
    assert set(get_args(Ballot)) == set(votes.VOTES)
    assert words(Lot, "rule") == set(lots.RULES)
    assert set(get_args(rules.CeilingRule)) <= set(re.findall(r"\b(?:exclude|flag|ignore)\b", YAML))


def test_every_sign_of_an_example_is_explained():
    for page in PAGES.values():
        table = "\n".join(line for line in page.splitlines() if line.startswith("| `"))
        assert all(re.search(rf"`{word}( \w+)?: ", table) for word in rules_example.HANDED_IN)
        assert all(f"`{rules_page.ARROW}{word}:" in table for word in rules_page.WORDS)


def test_the_roundings_give_what_the_table_says():
    value = Fraction(3000, 82)
    rows = _ROUNDING.findall(ENGLISH)
    assert rows == _ROUNDING.findall(JAPANESE)
    assert {mode for _, mode, _ in rows} == {"half-up", "half-even", "down", "up"}
    for places, mode, result in rows:
        rounding = Round(places=places, mode=mode).rounding
        assert isinstance(rounding, Rounding)
        assert rounding(value) == Fraction(result)


def anchors(name):
    """Return the anchors of a page of the docs, as GitHub makes them from its headings."""
    text = (DOCS / name).read_text(encoding="utf-8")
    plain = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#{1,6} (.+)$", plain, flags=re.MULTILINE)
    made = [re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings]
    assert len(set(made)) == len(made), "two headings with one anchor"
    return made


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere_and_every_rule_is_in_the_contents(name):
    linked = set()
    for link in _LINK.findall(PAGES[name]):
        if link.startswith("http"):
            continue
        page, _, anchor = link.partition("#")
        assert (DOCS / (page or name)).exists()
        if anchor:
            assert anchor in anchors(page or name), link
            linked.add(anchor if not page else "")
    first, how, contents, *rest = anchors(name)
    assert set(rest) <= linked
    assert not {first, contents, how} & linked
