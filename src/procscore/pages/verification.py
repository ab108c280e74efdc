"""Whether a published ranking is what its inputs give, as a page: the answer is its first line."""

from collections.abc import Iterator

from procscore.language import N_, Message, message
from procscore.model.changes_told import change_words
from procscore.model.page import Block, Cell, Column, Page, Sentences, Table, Words
from procscore.model.verification import Difference, InputCheck, Verification

_NOTHING = "-"
_PLACE = Column(message(N_("Where")), keep=True)
_DIFFERENCES = (
    _PLACE,
    Column(message(N_("What stands there"))),
    Column(message(N_("In the ranking"))),
    Column(message(N_("Computed"))),
    Column(message(N_("Why"))),
)
_FILES = (
    Column(message(N_("Recorded file"))),
    Column(message(N_("Given file"))),
    Column(message(N_("Same file"))),
    Column(message(N_("SHA-256 recorded"))),
    Column(message(N_("SHA-256 given, where it is another"))),
)


def page(verification: Verification) -> Page:
    """Return the page of what came of verifying a ranking."""
    yes, no = N_("Reproduced: {ranking}"), N_("Not reproduced: {ranking}")
    title = message(yes if verification.reproduced else no, ranking=verification.ranking)
    lead = (_answer(verification), *_told(verification))
    return Page(title, lead, tuple(_blocks(verification)))


def _answer(verification: Verification) -> Message:
    if verification.reproduced and verification.added:
        text = N_(
            "Every figure of the ranking is what was computed again. Texts were added to it, which are listed below: {count}"
        )
        return message(text, count=len(verification.added))
    if verification.reproduced:
        return message(N_("The ranking is exactly what was computed again."))
    if not verification.differences:
        return message(
            N_("The ranking shows what was computed, but not from the very files that it records.")
        )
    text = N_("The ranking is not what was computed. Differences: {count}")
    return message(text, count=len(verification.differences))


def _told(verification: Verification) -> Iterator[Words]:
    if verification.differences:
        yield from _first(verification.differences[0])
    for each in verification.inputs:
        if each.given is None:
            text = N_("{recorded}, which the ranking records, was not given.")
            yield message(text, recorded=each.recorded.name)
        elif not each.same:
            text = N_("{given} is not the file {recorded} that the ranking records.")
            yield message(text, given=each.given.name, recorded=each.recorded.name)
    if verification.from_record:
        yield message(
            N_(
                "It was computed from what the ranking itself records of the marks, prices and rules: whether that is what was handed in, only the workbooks can show."
            )
        )


def _first(difference: Difference) -> Iterator[Words]:
    yield message(
        N_("First: {where}, {what}: there stands {found}, computed was {expected}."),
        where=difference.where,
        what=difference.what,
        found=difference.found or message(N_("nothing")),
        expected=difference.expected or message(N_("nothing")),
    )
    yield from difference.why


def _blocks(verification: Verification) -> Iterator[Block]:
    if verification.differences:
        rows = tuple(map(_row, verification.differences))
        yield Table(message(N_("Differences")), _DIFFERENCES, rows)
    if verification.inputs:
        rows = tuple(map(_file, verification.inputs))
        width = len(_FILES) if any(row[-1].text for row in rows) else len(_FILES) - 1
        cut = tuple(row[:width] for row in rows)
        yield Table(message(N_("Files")), _FILES[:width], cut)
    if verification.unrecorded:
        told = tuple(each.name for each in verification.unrecorded)
        yield Sentences(message(N_("Files that were given and are not recorded")), told)
    changes = verification.changes
    if changes is not None and changes.changes:
        moved = tuple(map(change_words, changes.changes))
        yield Sentences(message(N_("What is different in the files that were given")), moved)
    if verification.notes:
        yield Sentences(message(N_("Notes")), verification.notes)


def _row(difference: Difference) -> tuple[Cell, ...]:
    return (
        Cell(str(difference.where)),
        Cell(difference.what),
        Cell(difference.found or _NOTHING),
        Cell(difference.expected or _NOTHING),
        Cell(_joined(difference.why)),
    )


def _joined(why: tuple[Words, ...]) -> Words:
    if not why:
        return ""
    text: Words = why[0]
    for each in why[1:]:
        text = message(N_("{first} {then}"), first=text, then=each)
    return text


def _file(check: InputCheck) -> tuple[Cell, ...]:
    yes, no, none = N_("the same"), N_("another"), N_("not given")
    return (
        Cell(check.recorded.name),
        Cell(check.given.name if check.given else _NOTHING),
        Cell(message(none if check.given is None else yes if check.same else no)),
        Cell(check.recorded.sha256),
        Cell(check.given.sha256 if check.given and not check.same else ""),
    )
