"""The ranking as a committee sees it on the wall: who is first, by what, and why."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.box import ROUNDED, SIMPLE_HEAD
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from procscore.exact import display
from procscore.language import N_, Message, _, listing, message
from procscore.model.criteria import Criterion
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import (
    panel_sentences,
    price_sentences,
    result_word,
    stage_sentences,
    stage_word,
    status_word,
    tie_sentences,
    vendor_name,
)
from procscore.render import figures
from procscore.render.blocks import Lines, lines, titled


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
    if flagged := [each for each in result.vendors if each.flags]:
        yield titled(_("To be looked at"), _flags(flagged))
    if result.ties:
        yield titled(_("Ties"), lines(line for tie in result.ties for line in tie_sentences(tie)))
    if sentences := list(price_sentences(result)):
        yield titled(_("Prices"), lines(sentences))
    if sentences := list(panel_sentences(result)):
        yield titled(_("Panel"), lines(sentences))
    if result.assumptions:
        yield titled(_("Assumptions"), lines(result.assumptions))


def _heading(result: Evaluation) -> Group:
    title = result.procurement.title or result.criteria.title
    by = " / ".join(filter(None, (result.criteria.title, result.criteria.authority)))
    return Group(Text(title, style="bold"), Text(str(message(N_("Criteria sheet: {by}"), by=by))))


class Ranking:
    """The ranking and the award. Where it is too wide, the groups get a table of their own."""

    def __init__(self, result: Evaluation) -> None:
        self._result = result

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self._result.ranked:
            yield _award(self._result)
            return
        tops = self._scored(self._result.criteria.criteria)
        groups = self._scored(_groups(tops))
        if len(groups) <= _MOST_COLUMNS:
            parts = [each for top in tops for each in (*top.criteria, top)]
            whole = self._table(self._scored(parts))
            if not groups or _natural_width(console, whole) <= options.max_width:
                yield whole
                yield _award(self._result)
                return
        yield self._table(tops)
        yield _award(self._result)
        if groups:
            yield titled(_("Points by group"), _by_group(self._result, groups))

    def _scored(self, criteria: Sequence[Criterion]) -> list[Criterion]:
        """Return those that give points: who fails a mere check is told among the excluded."""
        return [each for each in criteria if self._result.of(each.id)]

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
        if any(each.compared != each.points_in_all for each in ranked):
            table.add_column(_(VALUE_WORDS[result.ranking.by]), justify="right", style="bold")
            columns.append(figures.column([each.compared for each in ranked]))
        table.add_column(_("Result"), overflow="fold")
        columns.append([str(result_word(result, each)) for each in ranked])
        for each, row in zip(ranked, zip(*columns, strict=True), strict=True):
            chosen = each.vendor.id in result.award.winners
            table.add_row(*(Text(cell) for cell in row), style="green" if chosen else "")
        return table


_UNBOUNDED = 10_000
_MOST_COLUMNS = 8
"""More parts than these get a table of their own, however wide the terminal is."""
_MOST_ROWS = 20
"""Of more parts than these only those that are groups themselves: `--detail` shows them all."""
VALUE_WORDS = {
    "points": N_("Total, rounded"),
    "formula": N_("Value"),
    "rank-sum": N_("Sum of ranks"),
    "mean-rank": N_("Mean rank"),
    "first-places": N_("First places"),
}


def _groups(tops: Sequence[Criterion]) -> list[Criterion]:
    """Return the parts of the top criteria that the ranking itself shows."""
    parts = [part for top in tops for part in top.criteria]
    return parts if len(parts) <= _MOST_ROWS else [part for part in parts if part.criteria]


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
    """Give the stages that were held before: who was ranked how, and who goes on.

    Where a stage is all that is evaluated, the ranking itself shows it.
    """
    for stage in result.stages if result.provisional is None else result.stages[:-1]:
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
    award = result.award
    told: list[Message] = []
    names = {each.vendor.id: vendor_name(each) for each in result.vendors}
    if result.provisional is not None:
        told.append(result.provisional)
        if result.stages and result.stages[-1].passed:
            who = listing(names[each] for each in result.stages[-1].passed)
            told.append(message(N_("To the next stage: {who}"), who=who))
        if result.stages and result.stages[-1].undecided:
            who = listing(names[each] for each in result.stages[-1].undecided)
            told.append(message(N_("Tied across the line: {who}"), who=who))
    elif award.none and not award.passed_over:
        told.append(message(N_("No award: nobody is eligible.")))
    elif award.none:
        told.append(message(N_("No award: nobody is left who can be chosen.")))
    told.extend(
        message(N_("Passed over: {vendor} ({reason})"), vendor=names[each], reason=reason)
        for each, reason in award.passed_over.items()
    )
    if award.winners:
        who = listing(names[each] for each in award.winners)
        told.append(message(N_("Preferred bidder: {who}"), who=who))
    if award.undecided:
        who = listing(names[each] for each in award.undecided)
        told.append(message(N_("Tied and not decided: {who}"), who=who))
    if award.reserve:
        who = listing(names[each] for each in award.reserve)
        told.append(message(N_("Reserve: {who}"), who=who))
    return Group(*(Text(str(line), style="bold") for line in told))


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


def _flags(flagged: Sequence[VendorResult]) -> Lines:
    return lines(
        message(N_("{vendor}: {what}"), vendor=vendor_name(each), what=flag.reason)
        for each in flagged
        for flag in each.flags
    )
