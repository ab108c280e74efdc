"""Criterion by criterion, and the panel's marks behind it."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from procscore.exact import display
from procscore.formula.prose import prose
from procscore.language import N_, _, message
from procscore.model.criteria import Criterion
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import vendor_name
from procscore.render import figures
from procscore.render.blocks import titled


def detail(result: Evaluation) -> Group:
    """Return the table of criteria and vendors, the price calculation, and each vendor's marks."""
    return Group(*_parts(result))


def _parts(result: Evaluation) -> Iterator[RenderableType]:
    scored = [each for each in (*result.ranked, *result.excluded) if _is_scored(each)]
    if not scored:
        return
    yield titled(_("Points by criterion"), _criteria(result, scored))
    for each in scored:
        if any(score.marks for score in each.walk()):
            title = message(N_("Marks for {vendor}"), vendor=vendor_name(each))
            yield titled(str(title), _marks(result, each))
    if computed := list(_computed(result, scored)):
        yield titled(_("How prices and formulas became points"), _calculations(computed))


def _is_scored(each: VendorResult) -> bool:
    return any(score.points is not None for score in each.walk())


def _rows(result: Evaluation) -> Iterator[tuple[Text, Criterion]]:
    """Give every criterion with its name, indented by its depth, groups in bold."""
    for path, criterion in result.criteria.walk():
        depth = len(path) // 2 - 1
        style = "bold" if criterion.criteria else ""
        yield Text("  " * depth + criterion.name, style=style), criterion


def _criteria(result: Evaluation, vendors: Sequence[VendorResult]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Criterion"), overflow="fold")
    table.add_column(_("Points"), justify="right")
    for each in vendors:
        table.add_column(Text(each.vendor.id), justify="right", overflow="fold")
    rows = list(_rows(result))
    columns = [
        figures.column([each.points(criterion.id) for _n, criterion in rows]) for each in vendors
    ]
    for index, (name, criterion) in enumerate(rows):
        of = result.of(criterion.id)
        style = "bold" if criterion.criteria else ""
        table.add_row(name, display(of), *(c[index] for c in columns), style=style)
    totals = figures.column([each.points_in_all for each in vendors])
    table.add_section()
    table.add_row(Text(_("Total")), display(result.of_total), *totals, style="bold")
    return table


def _marks(result: Evaluation, each: VendorResult) -> Table:
    """Return one vendor's marks: a row a criterion, a column an evaluator, then the points."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Criterion"), overflow="fold")
    givers = list(dict.fromkeys(mark.evaluator for s in each.walk() for mark in s.marks))
    for giver in givers:
        table.add_column(Text(giver), justify="right", overflow="fold")
    table.add_column(_("Points given"), justify="right")
    marked = [score for score in each.walk() if score.marks]
    points = figures.column([score.points for score in marked])
    for score, shown in zip(marked, points, strict=True):
        given = {mark.evaluator: mark.written for mark in score.marks}
        cells = [
            f"({given[giver]})" if giver in score.left_out else given.get(giver, "")
            for giver in givers
        ]
        name = result.criteria.by_id[score.criterion].name
        table.add_row(Text(name), *(Text(cell) for cell in cells), shown)
    return table


def _computed(
    result: Evaluation, vendors: Sequence[VendorResult]
) -> Iterator[tuple[str, str, str]]:
    """Give criterion, vendor and calculation of everything that no mark was given for."""
    for leaf in result.criteria.leaves:
        for each in vendors:
            score = each.score(leaf.id)
            if leaf.marked_by is None and score.derivation is not None:
                yield leaf.criterion.name, each.vendor.id, prose(score.derivation)


def _calculations(computed: Sequence[tuple[str, str, str]]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    for heading in (_("Criterion"), _("Vendor"), _("Calculation")):
        table.add_column(heading, overflow="fold")
    for row in computed:
        table.add_row(*(Text(cell) for cell in row))
    return table
