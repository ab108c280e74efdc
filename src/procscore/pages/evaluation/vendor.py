"""All of one vendor: where it stands, every mark, every comment, and how each figure came about."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from procscore.exact import display, signed
from procscore.formula import Derivation
from procscore.formula.prose import prose
from procscore.language import N_, Message, listing, message
from procscore.model import shown
from procscore.model.moderation import agreed_marks
from procscore.model.page import Cell, Column, Section, Sentences, Table, Words
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import VALUE_WORDS, result_word, status_word, vendor_name
from procscore.pages.evaluation import cells

_CRITERION = Column(message(N_("Criterion")))


def vendor_section(result: Evaluation, each: VendorResult) -> Section:
    """Return everything that the result holds of one vendor."""
    return Section(vendor_name(each), tuple(_blocks(result, each)), folds=True)


def _blocks(result: Evaluation, each: VendorResult) -> Iterator[Table | Sentences]:
    yield Sentences(message(N_("Standing")), tuple(_standing(result, each)))
    if shown.is_scored(each) or shown.givers(each):
        yield _points(result, each)
    if (agreed := _agreed(result, each)).rows:
        yield agreed
    if (comments := _comments(result, each)).rows:
        yield comments
    if each.own:
        yield _own(result, each)
    if (computed := _computed(result, each)).rows:
        yield computed


def _standing(result: Evaluation, each: VendorResult) -> Iterator[Words]:
    if each.rank is None:
        yield message(N_("Status: {word}"), word=status_word(each))
    else:
        yield message(
            N_("Rank {rank} with {points} of {of} points"),
            rank=display(each.rank),
            points=cells.points(each.points_in_all).text,
            of=display(each.of),
        )
        if str(word := result_word(result, each)):
            yield message(N_("Result: {word}"), word=word)
    yield from (exclusion.reason for exclusion in each.exclusions)
    for flag in each.flags:
        yield message(N_("To be looked at: {what}"), what=flag.reason)
    if each.evaluators:
        yield message(N_("Marked by {who}"), who=listing(_evaluators(result, each)))
    yield from _facts(each)


def _evaluators(result: Evaluation, each: VendorResult) -> Iterator[str]:
    names = {one.id: one.name for one in result.evaluators}
    for one in each.evaluators:
        yield one if names.get(one, one) == one else f"{one} {names[one]}"


def _facts(each: VendorResult) -> Iterator[Message]:
    """Give what the workbook says of the vendor itself, as far as anything does."""
    vendor = each.vendor
    facts = {
        N_("Business code"): vendor.code,
        N_("Reading of the name"): vendor.reading,
        N_("Number of receipt"): vendor.arrival,
        N_("Lot number"): vendor.lot,
        N_("Place decided in a tie"): vendor.decision,
    }
    for word, value in facts.items():
        if value:
            yield message("{what}: {value}", what=message(word), value=value)


def _points(result: Evaluation, each: VendorResult) -> Table:
    """Return every criterion with its points and every mark as it was given."""
    givers = shown.givers(each)
    columns = (
        _CRITERION,
        Column(message(N_("Out of")), align="right"),
        Column(message(N_("Scored")), align="right"),
        *(Column(giver, align="right") for giver in givers),
    )
    rows = []
    left_out = False
    for depth, criterion in shown.outline(result.criteria):
        group = bool(criterion.criteria)
        score = each.score(criterion.id)
        texts = shown.mark_texts(score)
        left_out |= bool(score.left_out)
        points = (
            (cells.points(score.of, strong=group), cells.points(score.points, strong=group))
            if score.of
            else (Cell(), Cell())
        )
        marks = (Cell(texts.get(giver, "")) for giver in givers)
        rows.append((cells.criterion_cell(depth, criterion), *points, *marks))
    rows.append(
        (
            Cell(message(N_("Total")), strong=True),
            cells.points(each.of, strong=True),
            cells.points(each.points_in_all, strong=True),
            *(Cell() for _ in givers),
        )
    )
    notes = (message(N_("Marks in brackets are left out.")),) if left_out else ()
    return Table(message(N_("Points and marks")), columns, tuple(rows), notes)


def _agreed(result: Evaluation, each: VendorResult) -> Table:
    """Return the marks that the panel agreed on beside the evaluators' own, and what that changed."""
    columns = [
        _CRITERION,
        Column(message(N_("Own marks"))),
        Column(message(N_("Would have given")), align="right"),
        Column(message(N_("Agreed")), align="right"),
        Column(message(N_("Scored")), align="right"),
        Column(message(N_("Gap to the own marks")), align="right"),
    ]
    if not result.anonymous:
        columns.append(Column(message(N_("Reason"))))
    rows = tuple(
        (
            Cell(one.name),
            Cell(message("{marks}", marks=one.own) if one.score.originals else cells.NOT_SCORED),
            cells.points(one.before),
            Cell(one.mark),
            cells.points(one.points),
            _difference(one.difference),
            *([] if result.anonymous else [Cell(one.reason)]),
        )
        for one in agreed_marks(result, each)
    )
    return Table(message(N_("Agreed marks")), tuple(columns), rows)


def _difference(value: Fraction | None) -> Cell:
    cell = cells.points(value)
    return cell if value is None else replace(cell, text=signed(value))


def _comments(result: Evaluation, each: VendorResult) -> Table:
    columns = (_CRITERION, Column(message(N_("Evaluator"))), Column(message(N_("Comment"))))
    rows = tuple(
        (Cell(result.criteria.name_of(score.criterion)), Cell(mark.evaluator), Cell(mark.comment))
        for score in each.walk()
        for mark in (*score.originals, *score.marks)
        if mark.comment
    )
    return Table(message(N_("Comments")), columns, rows)


def _own(result: Evaluation, each: VendorResult) -> Table:
    """Return what each evaluator found, where a rule asks for it: a row a criterion."""
    asked = {one for own in each.own.values() for one in own}
    rows = [
        (cells.criterion_cell(depth, one), *_found(each, one.id, strong=bool(one.criteria)))
        for depth, one in shown.outline(result.criteria)
        if one.id in asked
    ]
    if None in asked:
        total = Cell(message(N_("Total")), strong=True)
        rows.append((total, *_found(each, None, strong=True)))
    columns = (_CRITERION, *(Column(one, align="right") for one in each.own))
    return Table(message(N_("Points by evaluator")), columns, tuple(rows))


def _found(each: VendorResult, criterion: str | None, *, strong: bool) -> Iterator[Cell]:
    for own in each.own.values():
        found = own.get(criterion)
        yield cells.points(found.value if found else None, strong=strong)


def _computed(result: Evaluation, each: VendorResult) -> Table:
    """Return how every figure came about, in the order in which they are shown."""
    rows = tuple((Cell(what), Cell(prose(one))) for what, one in _derivations(result, each))
    columns = (Column(message(N_("Figure"))), Column(message(N_("Calculation"))))
    return Table(message(N_("How it was computed")), columns, rows)


def _derivations(result: Evaluation, each: VendorResult) -> Iterator[tuple[Words, Derivation]]:
    sheet = result.criteria
    for amount, derivation in each.amounts.items():
        if amount not in sheet.quoted and amount in sheet.amounts:
            yield sheet.name_of(amount), derivation
    for score in each.walk():
        if score.derivation is not None:
            yield sheet.name_of(score.criterion), score.derivation
    if each.total is not None:
        yield message(N_("Total")), each.total
    if each.value is not None and shown.by_value(result):
        yield message(VALUE_WORDS[result.ranking.by]), each.value
