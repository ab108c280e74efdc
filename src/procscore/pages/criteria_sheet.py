"""A criteria sheet as a person would print it: what is judged, for how much, and by which rules."""

from collections.abc import Iterator
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, Message, message
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.model.page import Block, Cell, Column, Page, Sentences, Table, Words
from procscore.model.rules_told import FACETS
from procscore.model.rules_told.marking import how_scored
from procscore.model.topics import topic_name
from procscore.model.worths import counting, worths
from procscore.pages import figures

COVERAGE_WORDS = {
    "complete": N_("complete"),
    "excerpt": N_("excerpt"),
    "illustrative": N_("illustrative"),
}


def page(sheet: CriteriaSheet) -> Page:
    """Return the page of a sheet."""
    return Page(sheet.title, tuple(_lead(sheet)), tuple(_blocks(sheet)))


def _lead(sheet: CriteriaSheet) -> Iterator[Words]:
    if sheet.authority or sheet.date:
        yield " / ".join(filter(None, (sheet.authority, sheet.date)))
    yield message(
        N_("Id: {id}. Points in all: {points}."), id=sheet.id, points=display(sheet.points)
    )
    if sheet.source is not None:
        yield message(
            N_("Source ({coverage}): {citation}"),
            coverage=message(COVERAGE_WORDS[sheet.source.coverage]),
            citation=" ".join(filter(None, (sheet.source.citation, sheet.source.url))),
        )


def _blocks(sheet: CriteriaSheet) -> Iterator[Block]:
    yield _criteria(sheet)
    for facet in FACETS.values():
        if told := tuple(facet.tell(sheet)):
            yield Sentences(message(facet.title), told)
    if sheet.assumptions:
        told = tuple(message("{text}", text=each) for each in sheet.assumptions)
        yield Sentences(message(N_("Assumptions")), told)


def _criteria(sheet: CriteriaSheet) -> Table:
    """Return the table of criteria, groups before their parts, as a published table has it."""
    columns = (
        Column(message(N_("Criterion"))),
        Column(message(N_("Points")), align="right"),
        Column(message(N_("Share")), align="right"),
        Column(message(N_("How it is scored"))),
        Column(message(N_("Topic"))),
    )
    outline = _Outline(sheet)
    rows = [row for top in sheet.criteria for row in outline.rows(top, depth=0)]
    total = (
        Cell(message(N_("Total")), strong=True),
        figures.points(sheet.points, strong=True),
        Cell(),
        Cell(),
        Cell(),
    )
    return Table(message(N_("Criteria")), columns, (*rows, total), tuple(outline.notes()))


class _Outline:
    """The criteria of a sheet as rows, each with its share of the points that count in the end."""

    def __init__(self, sheet: CriteriaSheet) -> None:
        self._sheet = sheet
        self._leaves = {leaf.id: leaf for leaf in sheet.leaves}
        self._worths = worths(sheet)
        self._total = counting(sheet)

    def rows(self, criterion: Criterion, depth: int) -> Iterator[tuple[Cell, ...]]:
        """Give the row of a criterion, then those of its parts."""
        group = bool(criterion.criteria)
        leaf = self._leaves.get(criterion.id)
        worth = self._worths.get(criterion.id)
        share = (
            figures.share(worth / self._total, strong=group) if worth and self._total else Cell()
        )
        yield (
            Cell(criterion.name, strong=group, indent=depth),
            figures.points(criterion.worth, strong=group),
            share,
            Cell(how_scored(self._sheet, leaf) if leaf else _conversion(criterion)),
            Cell(topic_name(leaf.topic) if leaf and leaf.topic else ""),
        )
        for part in criterion.criteria:
            yield from self.rows(part, depth + 1)

    def notes(self) -> Iterator[Message]:
        """Give what has to be known to read the shares."""
        yield figures.SHARES_ARE_ROUNDED
        if self._total != self._sheet.points:
            yield message(
                N_("Shares are of the {points} points that count in the last stage."),
                points=display(self._total),
            )


def _conversion(group: Criterion) -> Words:
    """Return what is done with the sum of a group's parts."""
    if group.rescale is None:
        return ""
    whole = sum((part.worth for part in group.criteria), Fraction(0))
    return message(N_("converted from {of} points"), of=display(whole))
