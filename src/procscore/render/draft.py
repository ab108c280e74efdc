"""What a drafted layout would read, for whoever is going to check it."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from procscore.language import N_, _, message
from procscore.model.draft import Draft, Met, SheetRead
from procscore.model.pattern import DIMENSIONS, Dimension
from procscore.render.blocks import lines, titled

_MOST_SHOWN = 8


def draft(drafted: Draft) -> Group:
    """Return what the layout would read, sheet by sheet, and what it would not."""
    return Group(*_parts(drafted))


def _parts(drafted: Draft) -> Iterator[RenderableType]:
    if drafted.sheets:
        yield titled(_("What this layout would read"), _sheets(drafted))
        strange = list(_strange(drafted))
        if strange:
            yield titled(_("Not known by these names"), _cells(strange))
    left = [
        message(N_("The sheet {sheet} is not read."), sheet=e.sheet) for e in drafted.passed_over
    ]
    if left:
        yield Group(Text(), lines(left))


def _sheets(drafted: Draft) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Sheet"), overflow="fold")
    for heading in (_("Evaluators"), _("Vendors"), _("Criteria")):
        table.add_column(heading, overflow="fold")
    for heading in (_("Marks"), _("Blank")):
        table.add_column(heading, justify="right")
    for sheet in drafted.sheets:
        evaluators, vendors, criteria = (met for _dimension, met in _dimensions(sheet))
        table.add_row(
            Text(sheet.where.sheet or ""),
            _names(evaluators),
            _names(vendors),
            _count(criteria, known="criterion" in drafted.compared),
            str(sheet.marks),
            str(sheet.blanks),
        )
    return table


def _dimensions(sheet: SheetRead) -> tuple[tuple[Dimension, Sequence[Met]], ...]:
    return tuple(zip(DIMENSIONS, (sheet.evaluators, sheet.vendors, sheet.criteria), strict=True))


def _names(met: Sequence[Met]) -> Text:
    """Return who stands in a sheet: by the ids that are known, else as it is written; “?” for nobody."""
    names = list(dict.fromkeys(each.known or each.text for each in met))
    shown = [*names[:_MOST_SHOWN], *["…"][: len(names) > _MOST_SHOWN]]
    return Text("\n".join(shown) or "?")


def _count(met: Sequence[Met], *, known: bool) -> str:
    """Return how many criteria stand in a sheet, and of how many headings."""
    if not known:
        return str(len(met)) if met else "?"
    found = len({each.known for each in met if each.known is not None})
    return f"{found} / {len(met)}"


def _strange(drafted: Draft) -> Iterator[tuple[Met, Dimension]]:
    for sheet in drafted.sheets:
        for dimension, met in _dimensions(sheet):
            if dimension in drafted.compared:
                yield from ((each, dimension) for each in met if each.known is None)


def _cells(strange: Sequence[tuple[Met, Dimension]]) -> Table:
    words = {"evaluator": _("Evaluator"), "vendor": _("Vendor"), "criterion": _("Criterion")}
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    for heading in (_("Sheet"), _("Cell"), _("Stands there"), _("Read as")):
        table.add_column(heading, overflow="fold")
    for met, dimension in strange:
        table.add_row(
            Text(met.where.sheet or ""),
            met.where.cell or "",
            Text(met.text),
            words[dimension],
        )
    return table
