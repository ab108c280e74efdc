"""Who has handed in what, and which marks are still missing. Nothing is scored."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from procscore.diagnostics import Diagnostic, Location, Severity
from procscore.model.amounts import to_mark
from procscore.model.bids import Bids, Evaluator, Mark, Marks, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rounds import Round, applicants, rounds
from procscore.model.submission import By, Missing, State, Submission, Submissions

Place = tuple[str, str]
"""(vendor id, criterion id)."""


def submissions(
    sheet: CriteriaSheet,
    bids: Bids,
    found: Sequence[Diagnostic] = (),
    sheets: Mapping[str, Sequence[Location]] | None = None,
) -> Submissions:
    """Return what was handed in under `sheet`.

    `found` is what reading and checking the bids gave; what the result itself says is left out of
    its diagnostics. `sheets` are the score sheets by evaluator id, also those in which no mark
    could be read: who has handed one in is not told to have handed in nothing.

    Owed are the marks of the first round. Of a later one only who gets there is marked, which
    shows when the round before is scored.
    """
    work = _Work.of(sheet, bids)
    errors = [each for each in found if each.severity is Severity.ERROR and each.code not in _TOLD]
    rows = _attributed([*_rows(work)], sheets or {}, errors, work)
    return Submissions(
        criteria=sheet,
        title=bids.procurement.title,
        vendors=bids.vendors,
        to_mark=frozenset(vendor.id for vendor in work.vendors),
        rows=tuple(rows),
        stage=work.held[0].stage if _more_to_come(work, rows) else None,
        inputs=bids.inputs,
        diagnostics=tuple(each for each in found if not _is_told(each, rows)),
    )


def _more_to_come(work: "_Work", rows: Iterable[Submission]) -> bool:
    """Tell whether marks of later rounds are probably still to be given."""
    not_begun = any(
        not reached and any(leaf.marked_by for leaf in judged.leaves)
        for judged, reached in zip(work.held[1:], work.reached[1:], strict=True)
    )
    return not_begun or any(row.later for row in rows)


_TOLD = frozenset({"mark-blank", "marks-blank", "evaluator-sheet-missing", "no-evaluator-sheets"})
"""Codes of what the submissions say themselves."""


def _is_told(each: Diagnostic, rows: Iterable[Submission]) -> bool:
    """Tell whether the submissions say what a diagnostic says."""
    missing = {row.evaluator.id for row in rows if row.evaluator and row.state is State.MISSING}
    match each.code:
        case "evaluator-sheet-missing":
            return each.details.get("evaluator") in missing
        case "no-evaluator-sheets":
            return bool(missing)
        case code:
            return code in _TOLD


@dataclass(frozen=True)
class _Work:
    """What has to be marked, of whom, and what is marked, by who gave it."""

    sheet: CriteriaSheet
    bids: Bids
    vendors: tuple[Vendor, ...]
    """Those that are to be marked in the first round."""
    held: tuple[Round, ...]
    reached: tuple[frozenset[str], ...]
    """By round: ids of the vendors that anybody has marked in it."""
    own: Mapping[str, Mapping[Place, Mark]]
    """The panel's marks by evaluator."""

    @classmethod
    def of(cls, sheet: CriteriaSheet, bids: Bids) -> "_Work":
        own: dict[str, dict[Place, Mark]] = {each.id: {} for each in bids.evaluators}
        for place, given in bids.marks.items():
            for mark in given:
                own.setdefault(mark.evaluator, {})[place] = mark
        held = rounds(sheet, applicants(bids.vendors))
        marked = [to_mark(sheet, bids.procurement, bids.vendors, judged.leaves) for judged in held]
        reached = tuple(
            frozenset(_marked(bids, judged)) & {vendor.id for vendor in vendors}
            for judged, vendors in zip(held, marked, strict=True)
        )
        return cls(sheet, bids, marked[0] if marked else (), held, reached, own)

    def leaves(self, by: By, judged: Round) -> tuple[Leaf, ...]:
        """Return what `by` marks in a round. Own marks beside agreed ones are not among it."""
        marker = "secretariat" if by is By.SECRETARIAT else "panel"
        return tuple(
            leaf
            for leaf in judged.leaves
            if leaf.marked_by == marker and self.sheet.agreed(leaf) is (by is By.CONSENSUS)
        )

    def first(self, by: By) -> tuple[Leaf, ...]:
        """Return what `by` marks in the first round."""
        return self.leaves(by, self.held[0]) if self.held else ()


def _marked(bids: Bids, judged: Round) -> Iterator[str]:
    """Give the ids of the vendors that anybody has marked in a round."""
    inside = {leaf.id for leaf in judged.leaves}
    for marks in (bids.marks, bids.secretariat, bids.agreed):
        for (vendor, criterion), given in marks.items():
            if criterion in inside and any(mark.value is not None for mark in given):
                yield vendor


def _rows(work: _Work) -> Iterator[Submission]:
    for evaluator in work.bids.evaluators:
        marked = tuple(
            vendor
            for vendor in work.vendors
            if evaluator.present and vendor.id not in evaluator.recused
        )
        own = [leaf.id for leaf in work.first(By.PANEL) if leaf.panel in evaluator.panels]
        notes = [leaf.id for leaf in work.first(By.CONSENSUS) if leaf.panel in evaluator.panels]
        owing, settled = _without_settled(work, evaluator)
        row = _row(By.PANEL, owing, marked, own, work)
        inside = {(vendor.id, criterion) for vendor in marked for criterion in own}
        row = replace(row, evaluator=evaluator, settled=len(settled & inside))
        if notes and marked and not own:
            given = _count(work.own[evaluator.id], marked, notes)
            row = replace(row, optional=True, given=given)
        yield row
    for by, marks in (
        (By.SECRETARIAT, work.bids.secretariat),
        (By.CONSENSUS, work.bids.agreed),
    ):
        if any(work.leaves(by, judged) for judged in work.held):
            owed = [leaf.id for leaf in work.first(by)]
            yield _row(by, _only(marks), work.vendors, owed, work)
        elif by is By.CONSENSUS and any(map(work.sheet.overridden, work.first(By.PANEL))):
            row = _row(by, _only(marks), work.vendors, (), work)
            yield replace(row, optional=True, given=len(marks))


def _without_settled(
    work: _Work, evaluator: Evaluator
) -> tuple[Mapping[Place, Mark], frozenset[Place]]:
    """Return an evaluator's marks without blanks that an agreed mark stands for, and their places."""
    own = work.own[evaluator.id]
    overridden = {leaf.id for leaf in work.sheet.leaves if work.sheet.overridden(leaf)}
    settled = frozenset(
        place
        for place in work.bids.agreed
        if place[1] in overridden and (place not in own or own[place].value is None)
    )
    return {place: mark for place, mark in own.items() if place not in settled}, settled


def _only(marks: Marks) -> dict[Place, Mark]:
    return {place: given[0] for place, given in marks.items() if given}


def _row(
    by: By,
    marks: Mapping[Place, Mark],
    vendors: tuple[Vendor, ...],
    criteria: Sequence[str],
    work: _Work,
) -> Submission:
    """Return what is owed, for `criteria` of `vendors`, and what there is among `marks`."""
    return Submission(
        by=by,
        evaluator=None,
        vendors=vendors if criteria else (),
        criteria=tuple(criteria) if vendors else (),
        given=_count(marks, vendors, criteria),
        blank=tuple(_blanks(marks, vendors, criteria)),
        sheets=tuple(dict.fromkeys(_sheet(mark.where) for mark in marks.values())),
        later=tuple(_later(by, marks, vendors, work)),
    )


def _count(marks: Mapping[Place, Mark], vendors: Iterable[Vendor], criteria: Sequence[str]) -> int:
    places = ((vendor.id, criterion) for vendor in vendors for criterion in criteria)
    return sum(place in marks and marks[place].value is not None for place in places)


def _blanks(
    marks: Mapping[Place, Mark], vendors: Iterable[Vendor], criteria: Sequence[str]
) -> Iterator[Missing]:
    for vendor in vendors:
        for criterion in criteria:
            mark = marks.get((vendor.id, criterion))
            if mark is not None and mark.value is None:
                yield Missing(vendor.id, criterion, mark.where)


def _later(
    by: By,
    marks: Mapping[Place, Mark],
    vendors: Sequence[Vendor],
    work: _Work,
) -> Iterator[Missing]:
    """Give the blanks of later rounds, of the vendors that anybody has marked there."""
    for judged, reached in zip(work.held[1:], work.reached[1:], strict=True):
        owed = [leaf.id for leaf in work.leaves(by, judged)]
        yield from _blanks(marks, [each for each in vendors if each.id in reached], owed)


def _attributed(
    rows: Sequence[Submission],
    sheets: Mapping[str, Sequence[Location]],
    errors: Sequence[Diagnostic],
    work: _Work,
) -> list[Submission]:
    """Return the rows with the errors of their sheets.

    In a sheet that holds the marks of several evaluators, an error is of the one whose mark it is
    about; where that cannot be told it is counted for nobody.
    """
    faulty = Counter(_sheet(each.where) for each in errors)
    cells = Counter(each.where for each in errors)
    complete = [_with_sheets(row, sheets, faulty) for row in rows]
    holders = Counter(place for row in complete for place in row.sheets)

    def count(row: Submission, place: Location) -> int:
        if holders[place] == 1 or row.evaluator is None:
            return faulty[place]
        own = {mark.where for mark in work.own[row.evaluator.id].values() if mark.where.row}
        return sum(cells[where] for where in own if _sheet(where) == place)

    return [replace(row, errors=sum(count(row, place) for place in row.sheets)) for row in complete]


def _sheet(where: Location) -> Location:
    return Location(where.file, where.sheet)


def _with_sheets(
    row: Submission, sheets: Mapping[str, Sequence[Location]], faulty: Collection[Location]
) -> Submission:
    """Add the sheets of an evaluator that hold errors, or where there is no mark, all of them."""
    known = sheets.get(row.evaluator.id, ()) if row.evaluator else ()
    more = [each for each in known if not row.sheets or each in faulty]
    return replace(row, sheets=tuple(dict.fromkeys((*row.sheets, *more))))
