"""What the result rests on: the rules, what had to be assumed, what was noticed, what went in."""

from collections.abc import Iterator

from procscore.diagnostics import SEVERITY_WORDS
from procscore.language import N_, listing, message
from procscore.model import shown
from procscore.model.bids import Evaluator
from procscore.model.page import Block, Cell, Column, Section, Sentences, Table, Words
from procscore.model.result import Evaluation
from procscore.model.told import panel_sentences, rules_applied


def blocks(result: Evaluation) -> Iterator[Block]:
    """Give the rules and everything else that the figures rest on."""
    if panel := tuple(panel_sentences(result)):
        yield Sentences(message(N_("Panel")), panel)
    yield Section(
        message(N_("Rules of the criteria sheet")),
        tuple(Sentences(heading, told) for heading, told in rules_applied(result)),
    )
    if result.assumptions:
        yield Sentences(message(N_("Assumptions")), result.assumptions)
    if result.evaluators:
        yield _evaluators(result)
    if result.diagnostics:
        yield _diagnostics(result)
    yield _record(result)


def _evaluators(result: Evaluation) -> Table:
    columns = (
        Column(message(N_("ID")), keep=True),
        Column(message(N_("Name"))),
        Column(message(N_("Attendance"))),
        Column(message(N_("Recused for"))),
        Column(message(N_("Panel and role"))),
    )
    rows = tuple(
        (
            Cell(each.id),
            Cell(each.name),
            Cell(message(N_("present")) if each.present else message(N_("absent"))),
            Cell(message("{who}", who=listing(sorted(each.recused)))),
            Cell(message("{panels}", panels=listing(_panels(result, each)))),
        )
        for each in result.evaluators
    )
    return Table(message(N_("Evaluators")), columns, rows)


def _panels(result: Evaluation, each: Evaluator) -> Iterator[Words]:
    """Give the names of the panels on which somebody sits, and whether as their chair."""
    for panel in sorted(filter(None, each.panels)):
        yield result.criteria.rules_of(panel).name or panel
    if each.chair:
        yield message(N_("chair"))


def _diagnostics(result: Evaluation) -> Table:
    columns = (
        Column(message(N_("Severity")), keep=True),
        Column(message(N_("Where"))),
        Column(message(N_("Message"))),
        Column(message(N_("Code")), keep=True),
    )
    rows = tuple(
        (
            # The words of severities are marked for translation in render/diagnostics.
            Cell(message(SEVERITY_WORDS[each.severity])),
            Cell(str(each.where)),
            Cell(each.message),
            Cell(each.code),
        )
        for each in (shown.named(result, one) for one in result.diagnostics)
    )
    return Table(message(N_("Diagnostics")), columns, rows)


def _record(result: Evaluation) -> Table:
    columns = (Column(message(N_("What went in"))), Column(message(N_("SHA-256"))))
    rows = (
        (
            Cell(message(N_("Criteria sheet {id} (its content)"), id=result.criteria.id)),
            Cell(result.digest),
        ),
        *((Cell(each.name), Cell(each.sha256)) for each in result.inputs),
    )
    notes = [message(N_("Computed by procscore {version}."), version=result.version)]
    if not all(each.sha256 for each in result.inputs):
        notes.append(
            message(N_("The SHA-256 of a file is left out, because a name could be guessed by it."))
        )
    return Table(message(N_("Record")), columns, rows, tuple(notes))
