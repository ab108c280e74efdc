"""The what-if panel of the report: other weights of price, fewer evaluators. An illustration.

It moves what a derivation follows, and nothing else; unmoved, it shows the result's own ranks. The rules that decide who is in, whose price
is the lowest and how ties are told apart are not applied again, and the panel says so. There is
none where the ranking compares the evaluators' ranks: these have no derivation down to the marks.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from procscore.exact import Mode, Rounding, display
from procscore.export.pages import html
from procscore.export.report import program
from procscore.formula import parse
from procscore.language import N_, Message, _, listing, message
from procscore.model.criteria import Criterion
from procscore.model.page import Page
from procscore.model.result import Evaluation, VendorResult
from procscore.model.rounds import applicants, hangs_on_prices, rounds
from procscore.model.scores import Check, Grades, Marks
from procscore.model.told import VALUE_WORDS, vendor_name

_HERE = Path(__file__).parent
_TO_STEP = Rounding(0, Mode.HALF_UP)
_SUM = parse("sum(parts)")
TEXTS = {
    "share": N_("Price {price} % : other criteria {others} %"),
    "own_share": N_("Price {price} % : other criteria {others} %, as in the criteria sheet"),
    "up": N_("up from {before}"),
    "down": N_("down from {before}"),
    "same": N_("unchanged"),
    "none": N_("no value"),
    "equal": N_("equal here; in the result decided by the rules for ties"),
    "still": N_("First, as in the result: {who}"),
    "now": N_("First in this illustration: {who}"),
    "now_equal": N_(
        "First in this illustration: {who} (equal here; in the result decided by the rules for ties)"
    ),
    "passed_over": N_("{who} (passed over)"),
    "tried": N_("Evaluators who count here: {count}. Ranks that change: {moved}."),
    "tried_same": N_("Evaluators who count here: {count}. No rank changes."),
    "differs": N_(
        "The panel is not shown: this browser does not come to the same figures as procscore."
    ),
}
"""What the script writes. The names in brackets it fills in."""


@dataclass(frozen=True, slots=True)
class Price:
    """The top criteria whose points hang only on prices, and their share of the points at stake."""

    criteria: tuple[Criterion, ...]
    own: Fraction

    @property
    def step(self) -> int:
        """Return the step of the slider, in per cent, that stands for the sheet's own share."""
        return min(99, max(1, int(_TO_STEP(self.own * 100))))


def panel(result: Evaluation) -> str | None:
    """Return the panel as HTML that is safe to be put into the report; None: nothing can be moved.

    It needs two vendors that are ranked by points or by a formula.
    """
    from markupsafe import Markup

    if len(result.ranked) < 2 or result.ranking.by not in ("points", "formula"):  # noqa: PLR2004 - two make an order
        return None
    price = weight_of_price(result)
    moved = frozenset(each.id for each in price.criteria) if price else frozenset()
    written = program.write(result, moved)
    if price is None and not written.evaluators:
        return None
    content = {
        **written.content,
        "evaluators": written.evaluators,
        "price": price and {"own": str(price.own), "step": price.step},
        "best": "lowest" if result.ranking.lowest_first else "highest",
        "ranks": result.ranking.equal_ranks,
        "texts": {key: _(text) for key, text in TEXTS.items()},
    }
    text = html.written(
        "what_if.html",
        Page("", (), ()),
        _HERE,
        _=_,
        price=price,
        purpose=_purpose(price, written.evaluators),
        priced=price and _priced(price),
        evaluators=[(number, result.evaluators[number].name) for number in written.evaluators],
        vendors=[(vendor_name(each), _in_result(result, each)) for each in result.ranked],
        headings=_headings(result),
        notes=tuple(_notes(result, price, written.evaluators)),
        program=Markup(embedded(content)),  # noqa: S704 - escaped by `embedded`
        script=Markup((_HERE / "what_if.js").read_text(encoding="utf-8")),  # noqa: S704 - a file of this package
    )
    return text.decode("utf-8")


def embedded(content: Any) -> str:
    """Return JSON that can stand in a `<script>` element whatever the texts in it are."""
    text = json.dumps(content, separators=(",", ":"))  # everything beyond ASCII is escaped
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def weight_of_price(result: Evaluation) -> Price | None:
    """Return what is weighed as price; None where it cannot be moved by itself.

    That is so where the ranking compares something else than the points, where the total is not
    the plain sum of the top criteria, where all of them or none are price, and where the share of
    price hangs on how many evaluators count (a sum of all, with the price once).
    """
    sheet = result.criteria
    held = rounds(sheet, applicants(each.vendor for each in result.vendors))
    counted = [top for top in (held[-1].counted if held else ()) if result.of(top.id)]
    priced = tuple(
        top for top in counted if all(hangs_on_prices(sheet, leaf) for leaf in sheet.leaves_of(top))
    )
    if result.ranking.by != "points" or not priced or len(priced) == len(counted):
        return None
    if not all(map(_plain, result.ranked)):
        return None
    leaves = [leaf for top in counted for leaf in sheet.leaves_of(top)]
    if len({leaf.panel if sheet.summed(leaf) else "once" for leaf in leaves}) > 1:
        return None
    stakes = [sum((result.of(top.id) for top in some), Fraction(0)) for some in (priced, counted)]
    return Price(priced, stakes[0] / stakes[1])


def _plain(each: VendorResult) -> bool:
    """Tell whether a vendor's total is the sum of top criteria, and nothing else."""
    if each.total is None or each.total.formula != _SUM:
        return False
    tops = {id(score.derivation) for score in each.scores}
    return all(id(part) in tops for part in each.total.inputs[0].derivations)


def _headings(result: Evaluation) -> list[str]:
    """Return what the figures are: the total, and what the ranking compares if that is another."""
    count = max(len(program.figures(each)) for each in result.ranked)
    return [_("Total"), _(VALUE_WORDS[result.ranking.by])][:count]


def _in_result(result: Evaluation, each: VendorResult) -> Message:
    """Return a vendor's own rank, and whether it is passed over."""
    rank = display(each.rank or Fraction(0))
    passed_over = each.vendor.id in result.award.passed_over
    return message(TEXTS["passed_over"] if passed_over else "{who}", who=rank)


def _purpose(price: Price | None, evaluators: Sequence[int]) -> Message:
    """Return what the panel shows: only what can be moved in it is spoken of."""
    if price is None:
        return message(N_("It shows how the ranking would answer to fewer evaluators."))
    if not evaluators:
        return message(N_("It shows how the ranking would answer to other weights."))
    return message(
        N_("It shows how the ranking would answer to other weights or fewer evaluators.")
    )


def _priced(price: Price) -> Message:
    return message(
        N_(
            "Price here: {criteria}. The rounded points of each criterion are multiplied, and not rounded again."
        ),
        criteria=listing(each.name for each in price.criteria),
    )


def _notes(result: Evaluation, price: Price | None, evaluators: Sequence[int]) -> Iterator[Message]:
    yield message(
        N_("Not applied again: {rules}."), rules=listing(_not_again(result, price, evaluators))
    )
    yield message(N_("Equal values share a rank here, and nobody is chosen by it."))
    yield message(N_("The line across a bar is where the result stands."))
    if evaluators and any(map(result.criteria.summed, result.criteria.leaves)):
        yield message(
            N_("The points of all evaluators are added up: fewer evaluators, fewer points.")
        )


def _not_again(
    result: Evaluation, price: Price | None, evaluators: Sequence[int]
) -> Iterator[Message]:
    """Give the rules of the sheet that could come out otherwise and are not asked again."""
    sheet = result.criteria
    deciding = list(_excluding(result))
    yield from deciding
    if deciding and any(leaf.compared is not None for leaf in sheet.leaves):
        yield message(N_("whose price counts as the lowest"))
    if deciding and any(each.rescale and each.rescale.relative for each in sheet.by_id.values()):
        yield message(N_("among whom the best is looked for"))
    if sheet.stages:
        yield message(N_("who goes on from a stage"))
    rules = [sheet.rules_of(each) for each in sheet.marking_panels]
    if evaluators and any(
        each.aggregate == "trimmed-mean" and each.over == "totals" for each in rules
    ):
        yield message(N_("whose marks trimming leaves out"))
    if evaluators and any(score.agreed for each in result.ranked for score in each.walk()):
        yield message(N_("what was agreed on"))
    if price and any(each.rescale or each.requires for each in sheet.by_id.values()):
        yield message(N_("conditions and conversions of points, for other weights"))
    yield message(N_("the rules for ties"))


def _excluding(result: Evaluation) -> Iterator[Message]:
    sheet = result.criteria
    scores = [leaf.score for leaf in sheet.leaves]
    if sheet.all_minimums or result.ranking.at_least is not None:
        yield message(N_("minimums"))
    if any(isinstance(each, Check) and each.fail == "exclude" for each in scores):
        yield message(N_("checks that exclude"))
    if any(isinstance(each, Marks | Grades) and each.veto for each in scores):
        yield message(N_("vetoes"))
    if any(each.quorum for each in (sheet.panel, *sheet.panels.values())):
        yield message(N_("the quorum"))
