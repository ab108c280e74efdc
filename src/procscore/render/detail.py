"""Criterion by criterion, and the panel's marks behind it."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from procscore.exact import display, signed
from procscore.formula.prose import prose
from procscore.language import N_, _, message
from procscore.model import shown
from procscore.model.moderation import Agreed, agreed_marks
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import vendor_name
from procscore.render import figures
from procscore.render.blocks import titled


def detail(result: Evaluation) -> Group:
    """Return the table of criteria and vendors, the price calculation, and each vendor's marks."""
    return Group(*_parts(result))


def _parts(result: Evaluation) -> Iterator[RenderableType]:
    scored = [each for each in result.ranked_first if shown.is_scored(each)]
    if not scored:
        return
    yield titled(_("Points by criterion"), _criteria(result, scored))
    for each in scored:
        if any(score.marks for score in each.walk()):
            title = message(N_("Marks for {vendor}"), vendor=vendor_name(each))
            yield titled(str(title), _marks(result, each))
        if agreed := list(agreed_marks(result, each)):
            title = message(N_("Agreed marks for {vendor}"), vendor=vendor_name(each))
            yield titled(str(title), _agreed(result, agreed))
    if computed := list(_computed(result, scored)):
        yield titled(_("How prices and formulas became points"), _calculations(computed))


def _criteria(result: Evaluation, vendors: Sequence[VendorResult]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Criterion"), overflow="fold")
    table.add_column(_("Points"), justify="right")
    for each in vendors:
        table.add_column(Text(each.vendor.id), justify="right", overflow="fold")
    rows = list(shown.outline(result.criteria))
    # A check without points has none to show; whether it was met stands among the marks.
    worth = [shown.at_stake(result, criterion.id) for _depth, criterion in rows]
    columns = [
        figures.column(
            [
                of and each.points(criterion.id)
                for of, (_d, criterion) in zip(worth, rows, strict=True)
            ]
        )
        for each in vendors
    ]
    for index, ((depth, criterion), of) in enumerate(zip(rows, worth, strict=True)):
        style = "bold" if criterion.criteria else ""
        name = Text("  " * depth + criterion.name, style=style)
        points = "" if of is None else display(of)
        table.add_row(name, points, *(c[index] for c in columns), style=style)
    totals = figures.column([each.points_in_all for each in vendors])
    table.add_section()
    table.add_row(Text(_("Total")), display(result.of_total), *totals, style="bold")
    return table


def _marks(result: Evaluation, each: VendorResult) -> Table:
    """Return one vendor's marks: a row a criterion, a column an evaluator, then the points."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Criterion"), overflow="fold")
    givers = shown.givers(each)
    for giver in givers:
        table.add_column(Text(giver), justify="right", overflow="fold")
    table.add_column(_("Points given"), justify="right")
    marked = [score for score in each.walk() if score.marks]
    points = figures.column([score.points for score in marked])
    for score, total in zip(marked, points, strict=True):
        texts = shown.mark_texts(score)
        name = result.criteria.by_id[score.criterion].name
        table.add_row(Text(name), *(Text(texts.get(giver, "")) for giver in givers), total)
    return table


def _agreed(result: Evaluation, agreed: Sequence[Agreed]) -> Table:
    """Return what the panel agreed on beside the evaluators' own marks, and what that changed."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Criterion"), overflow="fold")
    table.add_column(_("Own marks"), overflow="fold")
    for heading in (
        _("Would have given"),
        _("Agreed"),
        _("Points given"),
        _("Gap to the own marks"),
    ):
        table.add_column(heading, justify="right", overflow="fold")
    if not result.anonymous:
        table.add_column(_("Reason"), overflow="fold")
    for each in agreed:
        cells = [
            each.name,
            str(each.own) or figures.NOT_SCORED,
            figures.NOT_SCORED if each.before is None else display(each.before),
            each.mark,
            figures.NOT_SCORED if each.points is None else display(each.points),
            figures.NOT_SCORED if each.difference is None else signed(each.difference),
            *([] if result.anonymous else [str(each.reason)]),
        ]
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _computed(
    result: Evaluation, vendors: Sequence[VendorResult]
) -> Iterator[tuple[str, str, str]]:
    """Give criterion, vendor and calculation of everything that is no plain mean or sum of marks."""
    unmarked = {leaf.id for leaf in result.criteria.leaves if leaf.marked_by is None}
    for _path, criterion in result.criteria.walk():
        for each in vendors:
            score = each.score(criterion.id)
            changed = criterion.rescale is not None or criterion.requires is not None
            if (criterion.id in unmarked or changed) and score.derivation is not None:
                yield criterion.name, each.vendor.id, prose(score.derivation)


def _calculations(computed: Sequence[tuple[str, str, str]]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    for heading in (_("Criterion"), _("Vendor"), _("Calculation")):
        table.add_column(heading, overflow="fold")
    for row in computed:
        table.add_row(*(Text(cell) for cell in row))
    return table
