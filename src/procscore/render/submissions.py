"""Who has handed in what: a row an evaluator, then what is blank, as it is read out on the phone."""

from collections.abc import Iterator, Sequence

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from procscore.diagnostics import Location
from procscore.language import N_, Message, _, listing, message
from procscore.model.bids import Vendor
from procscore.model.submission import (
    STATE_WORDS,
    By,
    Missing,
    State,
    Submission,
    Submissions,
)
from procscore.render.blocks import lines, titled
from procscore.render.figures import NOT_SCORED

_STYLES = {
    State.COMPLETE: "green",
    State.FAULTY: "red",
    State.INCOMPLETE: "yellow",
    State.MISSING: "bold red",
}


def report(result: Submissions) -> Group:
    """Return the whole list: heading, table, blanks, and what it comes to."""
    return Group(*_parts(result))


def _parts(result: Submissions) -> Iterator[RenderableType]:
    yield Text(result.title or result.criteria.title, style="bold")
    if out := [each for each in result.vendors if each.id not in result.to_mark]:
        who = listing(_named(each.id, each.name) for each in out)
        yield Text(str(message(N_("Not to be marked: {who}"), who=who)))
    if result.rows:
        yield _table(result)
    blank = [(row, row.blank) for row in result.rows if row.state is State.INCOMPLETE]
    yield from _blanks(result, _("Blank marks"), blank)
    later = [(row, row.later) for row in result.rows if row.later]
    title = _("Blank in later stages, of vendors that others have marked there")
    yield from _blanks(result, title, later)
    yield Text()
    yield Text(str(_conclusion(result)), style="bold")


def _table(result: Submissions) -> Table:
    table = Table(box=ROUNDED, header_style="bold")
    table.add_column(_("Evaluator"), overflow="fold")
    table.add_column(_("Status"), overflow="fold")
    for heading in (_("Marks"), _("Blank"), _("Errors")):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column(_("Sheet"), overflow="fold")
    for row in result.rows:
        cells = (
            _giver(row),
            _(STATE_WORDS[row.state]),
            _given(row),
            str(row.open) if row.owed else NOT_SCORED,
            str(row.errors) if row.sheets else NOT_SCORED,
            "\n".join(_place(result, each) for each in row.sheets) or NOT_SCORED,
        )
        table.add_row(*(Text(cell) for cell in cells), style=_STYLES.get(row.state, ""))
    return table


def _given(row: Submission) -> str:
    if row.owed:
        return f"{row.given} / {row.owed}"
    return str(row.given) if row.optional else NOT_SCORED


def _giver(row: Submission) -> str:
    if row.evaluator is not None:
        return _named(row.evaluator.id, row.evaluator.name)
    return _("Secretariat") if row.by is By.SECRETARIAT else _("Agreed marks")


def _named(identity: str, name: str) -> str:
    """Return an id and a name, once where they are the same."""
    return identity if name == identity else f"{identity} {name}"


def _column(vendor: Vendor, row: Submission) -> str:
    """Return a vendor as it stands in the sheet: evaluators of anonymous sheets know a letter."""
    if vendor.label and row.by is not By.SECRETARIAT:
        return vendor.label
    return _named(vendor.id, vendor.name)


def _place(result: Submissions, where: Location) -> str:
    """Return a sheet with its file, by as much of the path as tells it from the other files."""
    names = {each.path: each.name for each in result.inputs}
    file = names.get(where.file, where.name)
    return f"{file} [{where.sheet}]" if where.sheet else file


def _blanks(
    result: Submissions, title: str, blanks: Sequence[tuple[Submission, Sequence[Missing]]]
) -> Iterator[RenderableType]:
    if not blanks:
        return
    yield titled(title, Group(*(_told(result, row, blank) for row, blank in blanks)))


def _told(result: Submissions, row: Submission, blank: Sequence[Missing]) -> Group:
    """Return what somebody left blank: by vendor or by criterion, whichever is said sooner."""
    vendors = {each.id: _column(each, row) for each in result.vendors}
    by_vendor: _Groups = {}
    by_criterion: _Groups = {}
    for vendor, criterion, where in blank:
        name = result.criteria.by_id[criterion].name
        cell = _cell(result, row, where)
        by_vendor.setdefault(vendors[vendor], []).append(_with_cell(name, cell))
        by_criterion.setdefault(name, []).append(_with_cell(vendors[vendor], cell))
    whole = blank is row.blank  # of a later stage nobody knows yet what all of it is
    ways = (
        _said(by_vendor, whole and len(row.criteria), N_("{about}: all criteria")),
        _said(by_criterion, whole and len(row.vendors), N_("{about}: all vendors")),
    )
    _words, shortest = min(ways, key=lambda way: way[0])
    return Group(Text(_giver(row), style="bold"), lines(shortest))


_Groups = dict[str, list[str]]


def _said(groups: _Groups, whole: int, all_of_it: str) -> tuple[int, list[Message]]:
    """Return a sentence a group, and how many names are in them all.

    A group of `whole` items has no item named one by one.
    """
    words = 0
    told: list[Message] = []
    for about, items in groups.items():
        if len(items) == whole and whole > 1:
            words += 2
            told.append(message(all_of_it, about=about))
        else:
            words += 1 + len(items)
            told.append(message(N_("{about}: {items}"), about=about, items=listing(items)))
    return words, told


def _cell(result: Submissions, row: Submission, where: Location) -> str:
    """Return a cell, with its sheet where there are several; empty where there is no cell for it."""
    if where.cell is None:
        return ""
    return where.cell if len(row.sheets) == 1 else f"{_place(result, where)} {where.cell}"


def _with_cell(name: str, cell: str) -> str:
    return f"{name} ({cell})" if cell else name


def _conclusion(result: Submissions) -> Message:
    evaluators = [row for row in result.rows if row.by is By.PANEL and row.owed]
    figures = {
        "done": sum(row.state is State.COMPLETE for row in evaluators),
        "count": len(evaluators),
        "blank": sum(row.open for row in result.rows),
        "errors": result.errors,
    }
    if not result.rows:
        return message(N_("No marks were handed in yet."))
    if not result.complete or result.errors:
        return message(_COUNTS[bool(evaluators), bool(result.errors)], **figures)
    if result.stage is not None:
        return message(
            N_("Everything that “{stage}” needs is there: procscore evaluate … --stage {id}"),
            stage=result.stage.name,
            id=result.stage.id,
        )
    return message(N_("Everything is there: procscore evaluate …"))


_COUNTS = {
    (True, False): N_(
        "Evaluators who have handed in everything: {done} of {count}. Blank marks: {blank}."
    ),
    (True, True): N_(
        "Evaluators who have handed in everything: {done} of {count}. Blank marks: {blank}. Errors: {errors}."
    ),
    (False, False): N_("Blank marks: {blank}."),
    (False, True): N_("Blank marks: {blank}. Errors: {errors}."),
}
"""By whether evaluators owe marks, and whether errors stand."""
