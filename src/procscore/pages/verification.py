"""Whether a published ranking is what its inputs give, as a page: the answer is its first line.

The first difference is told in full, since others follow from it. These stand in a table of short
values; what is too long for it, and how they are computed, is told below it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from procscore.language import N_, Message, listing, message
from procscore.model.changes_told import change_words
from procscore.model.page import Block, Cell, Column, Page, Sentences, Table, Words
from procscore.model.verification import Difference, InputCheck, Verification

_NOTHING = "-"
_DIFFERENCES = (
    Column(message(N_("Where"))),
    Column(message(N_("What stands there"))),
    Column(message(N_("In the ranking"))),
    Column(message(N_("Computed"))),
)
_FILES = (
    Column(message(N_("Recorded file"))),
    Column(message(N_("Given file"))),
    Column(message(N_("Same file"))),
)
_MOST = 20
"""Signs of a value that the table shows; of a longer one those from where the two differ."""
_BEFORE = 6
"""Signs that are shown before that, to tell where it is."""


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
    for each in verification.inputs:
        if each.given is None:
            text = N_("{recorded}, which the ranking records, was not given.")
            yield message(text, recorded=each.recorded.name)
        elif not each.same:
            renamed = each.given.name != each.recorded.name
            text = N_("{given} is not the file {recorded} that the ranking records.")
            text = text if renamed else N_("{given} is not the very file that the ranking records.")
            yield message(text, given=each.given.name, recorded=each.recorded.name)
    if verification.from_record:
        yield message(
            N_(
                "It was computed from what the ranking itself records of the marks, prices and rules: whether that is what was handed in, only the workbooks can show."
            )
        )


def _blocks(verification: Verification) -> Iterator[Block]:
    first, *others = verification.differences or (None,)
    if first is not None:
        yield Sentences(message(N_("The first difference")), tuple(_first(first)))
    changes = verification.changes
    if changes is not None and changes.changes:
        moved = tuple(map(change_words, changes.changes))
        yield Sentences(message(N_("What is different in the files that were given")), moved)
    if verification.notes:
        yield Sentences(message(N_("Notes")), verification.notes)
    if others:
        yield Table(message(N_("The other differences")), _DIFFERENCES, tuple(map(_row, others)))
        if cut := tuple(_in_full(others)):
            yield Sentences(message(N_("Longer values in full")), cut)
        if reasons := tuple(_reasons(others)):
            yield Sentences(message(N_("How the computed values come about")), reasons)
    if verification.inputs:
        rows = tuple(map(_file, verification.inputs))
        yield Table(message(N_("Files")), _FILES, rows, tuple(_digests(verification.inputs)))
    if verification.unrecorded:
        told = tuple(each.name for each in verification.unrecorded)
        yield Sentences(message(N_("Files that were given and are not recorded")), told)


def _first(difference: Difference) -> Iterator[Words]:
    nothing = message(N_("nothing"))
    place = message(N_("{where}: {what}"), where=_where(difference), what=difference.what)
    yield place if _where(difference) else difference.what
    yield message(N_("In the ranking: {value}"), value=difference.found or nothing)
    yield message(N_("Computed: {value}"), value=difference.expected or nothing)
    yield from difference.why


def _where(difference: Difference) -> str:
    """Return the place in the ranking, which the title names."""
    where = difference.where
    return str(replace(where, file="")) if where.cell else where.sheet or ""


def _row(difference: Difference) -> tuple[Cell, ...]:
    return (
        Cell(_where(difference)),
        Cell(difference.what),
        *(Cell(each or _NOTHING) for each in _short(difference)),
    )


def _short(difference: Difference) -> tuple[str, str]:
    """Return both values, so much of long ones that it shows in what they differ."""
    found, expected = difference.found, difference.expected
    if max(len(found), len(expected)) <= _MOST:
        return found, expected
    alike = (
        place
        for place, (one, other) in enumerate(zip(found, expected, strict=False))
        if one != other
    )
    start = max(0, next(alike, min(len(found), len(expected))) - _BEFORE)
    return _cut(found, start), _cut(expected, start)


def _cut(text: str, start: int) -> str:
    end = start + _MOST
    return f"{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}"


def _in_full(differences: Iterable[Difference]) -> Iterator[Words]:
    for each in differences:
        if (each.found, each.expected) != _short(each):
            where, nothing = _where(each), message(N_("nothing"))
            found, expected = each.found or nothing, each.expected or nothing
            yield message(N_("{where}, in the ranking: {value}"), where=where, value=found)
            yield message(N_("{where}, computed: {value}"), where=where, value=expected)


def _reasons(differences: Iterable[Difference]) -> Iterator[Words]:
    """Give each reason once, with all the places that it holds for."""
    places: dict[str, list[str]] = {}
    whys: dict[str, tuple[Words, ...]] = {}
    for each in differences:
        if each.why:
            key = "\n".join(map(str, each.why))
            places.setdefault(key, []).append(_where(each))
            whys[key] = each.why
    for key, where in places.items():
        told = message(N_("{where}: {what}"), where=listing(where), what=whys[key][0])
        for then in whys[key][1:]:
            told = message(N_("{first} {then}"), first=told, then=then)
        yield told


def _file(check: InputCheck) -> tuple[Cell, ...]:
    yes, no, none = N_("the same"), N_("another"), N_("not given")
    return (
        Cell(check.recorded.name),
        Cell(check.given.name if check.given else _NOTHING),
        Cell(message(none if check.given is None else yes if check.same else no)),
    )


def _digests(checks: Iterable[InputCheck]) -> Iterator[Message]:
    """Give the digests below the table, which is too narrow for them."""
    recorded = N_("{file}, SHA-256 as the ranking records it: {sha256}")
    given = N_("{file}, SHA-256 as it was given: {sha256}")
    for each in checks:
        yield message(recorded, file=each.recorded.name, sha256=each.recorded.sha256)
        if each.given and not each.same:
            yield message(given, file=each.given.name, sha256=each.given.sha256)
