"""Score sheets out: who marks whom, from the command line or a workbook, and the files of it."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from procscore import names
from procscore.diagnostics import Location, Problems, suggest
from procscore.export import file_names, files
from procscore.ingest import bids_file, handed_in, library
from procscore.ingest.bids_file import Books, Parties
from procscore.ingest.layouts import lookup
from procscore.language import N_, message
from procscore.model.bids import Evaluator, Procurement, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.names import key
from procscore.pipeline.loading import Criteria, criteria_at, criteria_of
from procscore.pipeline.outcome import Outcome
from procscore.sheets import workbooks
from procscore.sheets.handout import Handout, can_head_a_column, vendor_heading
from procscore.sheets.letters import lettered
from procscore.xlsx import sheet_name_fault

_VENDORS, _EVALUATORS = Location("--vendors"), Location("--evaluators")
_STILL_OPEN = frozenset({"column-missing", "amount-blank", "no-vendor-with-price"})
"""What a workbook need not say yet when its score sheets are made."""
_NUMBER = re.compile(r"[-+－＋]?[0-9０-９]+([.．][0-9０-９]+)?")
_MOST_EVALUATORS = 999


@dataclass(frozen=True, slots=True)
class Order:
    """What score sheets are asked for."""

    criteria: str | None = None
    """An id or a path; None: the one that `source` names."""
    vendors: str | None = None
    """Names, set apart by commas."""
    evaluators: tuple[str, ...] = ()
    """A number or names; of a panel other than the sheet's own as `panel=…`."""
    source: Path | None = None
    """A workbook with the vendors and evaluators."""
    out: Path | None = None
    """The secretariat's workbook."""
    split: Path | None = None
    """The folder for one workbook an evaluator."""
    title: str = ""
    stage: str | None = None
    """Only what is marked in this stage, by its id."""
    anonymous: bool = False
    comments: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were asked for, with their content."""

    bids: dict[Path, bytes]
    """The secretariat's workbook."""
    evaluators: dict[Path, bytes]
    """One an evaluator, where they are split."""
    key: dict[Path, bytes]
    """Which letter is which vendor, where the sheets are anonymous."""

    @property
    def files(self) -> dict[Path, bytes]:
        """Return all of them."""
        return {**self.bids, **self.evaluators, **self.key}


def sheets(order: Order) -> Outcome[Written]:
    """Make the workbooks of an order; nothing is written yet.

    Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    asked = handout(order, problems)
    if asked is None or problems.fatal:
        return Outcome(None, tuple(problems))
    bids, evaluators, secret = {}, {}, {}
    if order.out:
        content = workbooks.of_secretariat(asked, with_evaluators=order.split is None)
        bids[order.out] = content
    if asked.anonymous:
        secret[_key_path(order)] = workbooks.key(asked)
    if order.split:
        for path, evaluator in _paths(order.split, asked.marking(), (*bids, *secret)):
            evaluators[path] = workbooks.of_evaluator(asked, evaluator)
    return Outcome(Written(bids, evaluators, secret), tuple(problems))


def write(written: Written, order: Order, *, force: bool) -> None:
    """Write the files of an order: all of them are known to be free before the first is written.

    All of them are written or none. Raises OutputError.
    """
    named = [Path(each) for each in (order.source, order.criteria) if each]
    inputs = handed_in.files(named, Problems())  # also those that lie in a folder that was named
    if order.split:
        files.check_folder(order.split)
    for path in written.files:
        files.check_target(path, inputs, force=force, new_folder=order.split)
    files.write_set(written.files, order.split)


def _key_path(order: Order) -> Path:
    """Return where the key goes: beside the workbook, or beside the folder that is handed out."""
    if order.out:
        return order.out.with_name(f"{order.out.stem}-key.xlsx")
    folder = (order.split or Path()).resolve()
    beside = (
        order.split.parent if order.split and order.split.name == folder.name else folder.parent
    )
    return beside / f"{folder.name}-key.xlsx"


def _paths(
    folder: Path, evaluators: Iterable[Evaluator], others: Iterable[Path]
) -> Iterator[tuple[Path, Evaluator]]:
    """Give the file of each evaluator, none of them one of the `others` that are written.

    What a name of a file cannot hold is replaced.
    """
    home = folder.resolve()
    marking = list(evaluators)
    taken = [each.stem for each in others if each.parent.resolve() == home]
    for evaluator, stem in zip(
        marking, file_names.stems(map(workbooks.sheet_of, marking), taken), strict=True
    ):
        yield folder / f"{stem}.xlsx", evaluator


def handout(order: Order, problems: Problems) -> Handout | None:
    """Return what an order hands out, None where it cannot be told; all faults are reported."""
    books = bids_file.open_books([order.source] if order.source else [], problems)
    if order.source and not books.files:
        return None
    criteria = _asked_criteria(order, books, problems)
    if criteria is None:
        return None
    sheet = criteria.sheet
    leaves = _leaves(sheet, order.stage, problems)
    who = _parties(order, books, sheet, problems)
    if leaves is None or who is None:
        return None
    made = Handout(
        sheet,
        criteria.digest,
        _reference(order, books),
        who.procurement,
        who.vendors,
        who.evaluators,
        leaves,
        comments=order.comments,
    )
    made = lettered(made) if order.anonymous else made
    _check(made, problems)
    return made


def _asked_criteria(order: Order, books: Books, problems: Problems) -> Criteria | None:
    if order.criteria is not None:
        return criteria_at(order.criteria, Path(), Location(order.criteria), problems)
    if order.source is None or not books.files:
        return None
    return criteria_of(books, [order.source], None, problems)


def _reference(order: Order, books: Books) -> str:
    """Return what names the criteria sheet in the new workbook: an id, or the path from there."""
    named = books.criteria_named
    reference, home = (
        (order.criteria, Path())
        if order.criteria is not None
        else (named.text if named else "", Path(named.where.file).parent if named else Path())
    )
    if library.find(reference) or order.out is None:
        return reference
    path = (home / reference).resolve()
    try:
        return Path(os.path.relpath(path, order.out.resolve().parent)).as_posix()
    except ValueError:  # another drive of Windows
        return str(path)


def _leaves(sheet: CriteriaSheet, stage: str | None, problems: Problems) -> tuple[Leaf, ...] | None:
    if stage is None:
        return sheet.leaves
    for each in sheet.stages:
        if each.id == stage:
            ids = frozenset().union(*(sheet.by_id[top].ids for top in each.criteria))
            return tuple(leaf for leaf in sheet.leaves if leaf.id in ids)
    known = [each.id for each in sheet.stages]
    where = Location("--stage")
    problems.add("stage-unknown", where, text=stage, suggestion=suggest(stage, known))
    return None


def _parties(
    order: Order, books: Books, sheet: CriteriaSheet, problems: Problems
) -> Parties | None:
    """Return who takes part: what the command line says goes before what the workbook says."""
    found = Parties(Procurement(books.first, order.title), (), ())
    if order.source is not None:
        trial = Problems()
        read = bids_file.parties(books, sheet, trial)
        problems.extend(each for each in trial if each.code not in _STILL_OPEN)
        if read is None and order.vendors is None:
            return None
        found = read or found
        unlabelled = tuple(replace(vendor, label=None) for vendor in found.vendors)
        found = found._replace(
            vendors=unlabelled
        )  # letters are given anew, where they are asked for
    if order.title:
        found = found._replace(procurement=replace(found.procurement, title=order.title))
    if order.vendors is not None:
        found = found._replace(vendors=_named_vendors(order.vendors, found.vendors, problems))
    if order.evaluators:
        named = _named_evaluators(order.evaluators, found.evaluators, sheet, problems)
        found = found._replace(evaluators=named)
    return found


def _named_vendors(written: str, known: Sequence[Vendor], problems: Problems) -> tuple[Vendor, ...]:
    """Return the vendors of a list; those that the workbook knows with all it says of them."""
    chosen: list[Vendor] = []
    for name in names.listed(written):
        vendor = lookup.find_vendor(name, known) or Vendor(name, name, _VENDORS)
        if other := lookup.find_vendor(name, chosen):
            problems.add("vendor-doubled", _VENDORS, name=name, other=other.name, where=_VENDORS)
        elif known and vendor.where == _VENDORS:
            lookup.unknown_vendor(name, known, _VENDORS, problems)
        else:
            chosen.append(vendor)
    return tuple(chosen)


def _named_evaluators(
    written: Sequence[str], known: Sequence[Evaluator], sheet: CriteriaSheet, problems: Problems
) -> tuple[Evaluator, ...]:
    """Return the evaluators of `7`, of `佐藤,鈴木`, of `staff=3`, with the panels they sit on.

    Those that the workbook knows keep what it says of them: an absence, a recusal, and the panel
    where none is named here.
    """
    found: dict[str, Evaluator] = {}
    for spec in written:
        panel_word, equals, listed = spec.rpartition("=")
        panel = _panel(panel_word, sheet, problems) if equals else _usual_panel(sheet)
        for name in _names_or_number(listed, panel, sheet, problems):
            there = lookup.find_evaluator(name, known)
            person = there or Evaluator(name, name, _EVALUATORS)
            if known and there is None and not _NUMBER.fullmatch(listed.strip()):
                problems.add("evaluator-added", _EVALUATORS, evaluator=name)
            panels = there.panels if there and not equals else frozenset({panel})
            before = found.get(key(person.id))
            if before and panels <= before.panels:
                problems.add("evaluator-doubled", _EVALUATORS, evaluator=name, where=_EVALUATORS)
            if before:
                person, panels = before, before.panels | panels
            found[key(person.id)] = replace(person, panels=panels)
    return tuple(found.values())


def _names_or_number(
    listed: str, panel: str | None, sheet: CriteriaSheet, problems: Problems
) -> list[str]:
    if not _NUMBER.fullmatch(listed.strip()):
        return names.listed(listed)
    called = sheet.rules_of(panel).name or panel if panel else None
    told = N_("Evaluator {number}")
    count = int(listed) if listed.strip().isdecimal() else 0
    if not 0 < count <= _MOST_EVALUATORS:
        problems.add("evaluators-not-a-count", _EVALUATORS, text=listed, most=_MOST_EVALUATORS)
        return []
    return [
        f"{called}{number}" if called else str(message(told, number=number))
        for number in range(1, count + 1)
    ]


def _usual_panel(sheet: CriteriaSheet) -> str | None:
    """Return the panel that needs no name: the sheet's own, or the only one that marks."""
    marking = list(sheet.marking_panels)
    return marking[0] if len(marking) == 1 else None


def _panel(written: str, sheet: CriteriaSheet, problems: Problems) -> str | None:
    known = {
        key(word): each
        for each in (None, *sheet.panels)
        for word in (each, sheet.rules_of(each).name)
        if word
    }
    if key(written) not in known:
        words = [word for each in sheet.panels for word in (sheet.rules_of(each).name or each,)]
        suggestion = suggest(written, words)
        problems.add("panel-unknown", _EVALUATORS, text=written, suggestion=suggestion)
    return known.get(key(written))


def _check(handout: Handout, problems: Problems) -> None:
    """Report what no sheets can be made of, and what would not be read back as it is meant."""
    if not handout.to_mark:
        where = handout.vendors[0].where if handout.vendors else _VENDORS
        problems.add("no-vendor-to-mark", where)
    for vendor in handout.to_mark:
        if not can_head_a_column(heading := vendor_heading(vendor)):
            problems.add("vendor-no-heading", vendor.where, vendor=heading)
    seats = frozenset().union(*(each.panels for each in handout.evaluators))
    for panel in {leaf.panel: None for leaf in handout.leaves if leaf.marked_by == "panel"}:
        rules = handout.criteria.rules_of(panel)
        if rules.aggregate == "consensus" or panel in seats:
            continue
        name = rules.name or panel
        if not handout.evaluators or name is None:
            if all(each.where != _EVALUATORS for each in problems):  # else it is told why
                problems.add("evaluators-none", _EVALUATORS)
        else:
            problems.add("panel-without-evaluators", _EVALUATORS, panel=name)
    for evaluator in handout.marking():
        if sheet_name_fault(workbooks.sheet_of(evaluator)):
            problems.add("evaluator-no-sheet-name", evaluator.where, evaluator=evaluator.id)
    nameless = handout.criteria.panel.name is None
    for evaluator in handout.evaluators:
        if nameless and None in evaluator.panels and len(evaluator.panels) > 1:
            problems.add("panel-without-name", evaluator.where, evaluator=evaluator.id)
