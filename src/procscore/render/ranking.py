"""The ranking as a committee sees it on the wall: who is first, by what, and why."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.box import ROUNDED, SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from procscore.exact import display
from procscore.language import _
from procscore.model import shown
from procscore.model.criteria import Criterion
from procscore.model.result import Evaluation
from procscore.model.told import (
    VALUE_WORDS,
    award_sentences,
    criteria_sentence,
    earlier_stages,
    flag_sentences,
    panel_sentences,
    price_sentences,
    publication_sentences,
    result_word,
    stage_sentences,
    stage_word,
    status_word,
    tie_sentences,
    title,
    vendor_name,
)
from procscore.render import figures
from procscore.render.blocks import lines, titled

_UNBOUNDED = 10_000


def report(result: Evaluation) -> Group:
    """Return the whole ranking: heading, table, award, exclusions, ties, assumptions."""
    return Group(*_parts(result))


def _parts(result: Evaluation) -> Iterator[RenderableType]:
    yield _heading(result)
    yield from _stages(result)
    yield Ranking(result)
    if sentences := list(stage_sentences(result)):
        yield titled(_("Stages"), lines(sentences))
    if result.excluded:
        yield titled(_("Not ranked"), _excluded(result))
    if sentences := [told for each in result.vendors for told in flag_sentences(each)]:
        yield titled(_("To be looked at"), lines(sentences))
    if result.ties:
        yield titled(_("Ties"), lines(line for tie in result.ties for line in tie_sentences(tie)))
    if sentences := list(price_sentences(result)):
        yield titled(_("Prices"), lines(sentences))
    if sentences := list(panel_sentences(result)):
        yield titled(_("Panel"), lines(sentences))
    if result.assumptions:
        yield titled(_("Assumptions"), lines(result.assumptions))
    if sentences := list(publication_sentences(result)):
        yield titled(_("Publication"), lines(sentences))


def _heading(result: Evaluation) -> Group:
    return Group(Text(title(result), style="bold"), Text(str(criteria_sentence(result))))


class Ranking:
    """The ranking and the award. Where it is too wide, the groups get a table of their own."""

    def __init__(self, result: Evaluation) -> None:
        self._result = result

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self._result.ranked:
            yield _award(self._result)
            return
        groups = shown.groups(self._result)
        if len(groups) <= shown.MOST_COLUMNS:
            whole = self._table(shown.ranking_columns(self._result))
            if not groups or _natural_width(console, whole) <= options.max_width:
                yield whole
                yield _award(self._result)
                return
        yield self._table(shown.tops(self._result))
        yield _award(self._result)
        if groups:
            yield titled(_("Points by group"), _by_group(self._result, groups))

    def _table(self, criteria: Sequence[Criterion]) -> Table:
        result = self._result
        ranked = result.ranked
        table = Table(box=ROUNDED, header_style="bold")
        table.add_column(_("Rank"), justify="right")
        table.add_column(_("Vendor"), overflow="fold")
        columns = [
            [figures.rank(each.rank) for each in ranked],
            [vendor_name(each) for each in ranked],
        ]
        top = {criterion.id for criterion in result.criteria.criteria}
        for criterion in criteria:
            of = result.of(criterion.id)
            style = "bold" if criterion.id in top else ""
            table.add_column(
                _points_heading(criterion.name, of), justify="right", style=style, overflow="fold"
            )
            columns.append(figures.column([each.points(criterion.id) for each in ranked]))
        table.add_column(
            _points_heading(_("Total"), result.of_total), justify="right", style="bold"
        )
        columns.append(figures.column([each.points_in_all for each in ranked]))
        if shown.by_value(result):
            table.add_column(_(VALUE_WORDS[result.ranking.by]), justify="right", style="bold")
            columns.append(figures.column([each.compared for each in ranked]))
        table.add_column(_("Result"), overflow="fold")
        columns.append([str(result_word(result, each)) for each in ranked])
        for each, row in zip(ranked, zip(*columns, strict=True), strict=True):
            chosen = each.vendor.id in result.award.winners
            table.add_row(*(Text(cell) for cell in row), style="green" if chosen else "")
        return table


def _natural_width(console: Console, table: Table) -> int:
    """Return the width that a table takes where nothing needs to be folded."""
    unbounded = console.options.update(max_width=_UNBOUNDED)
    return console.measure(table, options=unbounded).maximum


def _points_heading(name: str, of: Fraction) -> Text:
    return Text(f"{name}\n/ {display(of)}", justify="right")


def _by_group(result: Evaluation, groups: Sequence[Criterion]) -> Table:
    """Return the points of the groups, a row a group, a column a vendor."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Group"), overflow="fold")
    table.add_column(_("Points"), justify="right")
    for each in result.ranked:
        table.add_column(Text(each.vendor.id), justify="right", overflow="fold")
    columns = [
        figures.column([each.points(group.id) for group in groups]) for each in result.ranked
    ]
    for index, group in enumerate(groups):
        table.add_row(
            Text(group.name), display(result.of(group.id)), *(column[index] for column in columns)
        )
    return table


def _stages(result: Evaluation) -> Iterator[RenderableType]:
    """Give the stages that were held before: who was ranked how, and who goes on."""
    for stage in earlier_stages(result):
        if stage.skipped:
            yield titled(stage.name, Text(_("Not held: few vendors apply, and all go on.")))
            continue
        table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
        table.add_column(_("Rank"), justify="right")
        table.add_column(_("Vendor"), overflow="fold")
        table.add_column(_points_heading(_("Total"), stage.of), justify="right")
        table.add_column(_("Result"), overflow="fold")
        totals = figures.column([each.points_in_all for each in stage.ranked])
        for each, total in zip(stage.ranked, totals, strict=True):
            word = str(stage_word(stage, each))
            name = Text(vendor_name(each))
            table.add_row(figures.rank(each.rank), name, total, Text(word))
        yield titled(stage.name, table)
        if stage.ties:
            yield lines(line for tie in stage.ties for line in tie_sentences(tie))
    if result.stages:
        yield Text()


def _award(result: Evaluation) -> Group:
    return Group(*(Text(str(line), style="bold") for line in award_sentences(result)))


def _excluded(result: Evaluation) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    for heading in (_("Vendor"), _("Status"), _("Reason")):
        table.add_column(heading, overflow="fold")
    scored = [
        criterion
        for criterion in result.criteria.criteria
        if any(each.points(criterion.id) is not None for each in result.excluded)
    ]
    for criterion in scored:
        table.add_column(
            _points_heading(criterion.name, result.of(criterion.id)),
            justify="right",
            overflow="fold",
        )
    columns = [figures.column([e.points(c.id) for e in result.excluded]) for c in scored]
    for index, each in enumerate(result.excluded):
        reasons = Text("\n".join(str(exclusion.reason) for exclusion in each.exclusions))
        status = Text(str(status_word(each)))
        table.add_row(
            Text(vendor_name(each)), status, reasons, *(column[index] for column in columns)
        )
    return table
