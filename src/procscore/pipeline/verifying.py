"""A published ranking computed again, and held against what was published."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from procscore.comparing import results
from procscore.diagnostics import Location, Problems
from procscore.export import files, verification_json
from procscore.export.pages import PAGE_FORMATS
from procscore.ingest import published
from procscore.ingest.handed_in import Progress, unseen
from procscore.language import N_, listing, message
from procscore.model.bids import InputFile
from procscore.model.changes import Changes
from procscore.model.page import Page, Words
from procscore.model.part import WHOLE, Part
from procscore.model.published import Published
from procscore.model.result import Evaluation
from procscore.model.verification import Difference, InputCheck, Verification
from procscore.pages import verification as verification_page
from procscore.pipeline import verification_notes
from procscore.pipeline.evaluating import evaluate
from procscore.pipeline.held_against import held_against, speaking
from procscore.pipeline.outcome import Outcome
from procscore.pipeline.results import (
    RECORD_SUFFIX,
    ComputedAsRecordedError,
    from_record,
    is_record,
    recomputed,
)
from procscore.verifying.inputs import matched
from procscore.verifying.ranked import Level, Ranked, ordered

SUFFIXES = (*PAGE_FORMATS, ".json")
"""What `--out` can write, by suffix."""


def verify(
    ranking: Path,
    books: Sequence[Path],
    criteria: str | None = None,
    part: Part = WHOLE,
    progress: Progress = unseen,
) -> Outcome[Verification]:
    """Compute a published ranking again and say whether it is what its inputs give.

    Without `books` the inputs are the recorded files where they lie beside the ranking, else the
    record in the ranking itself. `criteria` (an id or a path) goes before what the workbook names;
    `part` goes before what the ranking records of what was evaluated. Nothing is verified while an error
    stands in what was given. Raises ComputedAsRecordedError where one of the two is given and the
    ranking is computed from its record, and OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    found = published.read(ranking, problems)
    if found is None:
        return Outcome(None, tuple(problems))
    given = tuple(books) or _beside(ranking, found)
    asked = criteria is not None or part != WHOLE
    with speaking(found.language):
        computed = _computed(found, given, criteria, part, progress, problems)
        if computed is None and given and not (books or asked) and found.record is not None:
            given, problems = (), Problems()  # what lies beside the ranking is not enough
            computed = _computed(found, given, criteria, part, progress, problems)
    if computed is None:
        verification_notes.say_what_part(found, part, problems)
        return Outcome(None, tuple(problems))
    changes = _changes(found, computed)
    compared = held_against(
        found,
        computed.result,
        tuple(each.vendor for each in computed.fresh.vendors) if computed.fresh else (),
        changes.old if changes else None,
        from_record=not given,
        same_files=all(each.same for each in computed.inputs),
    )
    if compared.differences:
        verification_notes.say_what_part(found, part, problems)
    sides = [each.new for each in changes.changes if each.new] if changes else []
    causes = {each.where for each in sides if each.where}
    told = [*compared.differences, *_without_inputs(found, computed)]
    return Outcome(
        Verification(
            ranking=str(ranking),
            differences=ordered(told, causes),
            inputs=computed.inputs,
            unrecorded=computed.unrecorded,
            from_record=not given,
            changes=changes,
            added=compared.added,
            notes=(
                *computed.notes,
                *(() if given else verification_notes.changed_beside(ranking, found)),
                *compared.notes,
            ),
        ),
        tuple(problems),
    )


def page_of(verification: Verification) -> Page:
    """Return what came of it as a page."""
    return verification_page.page(verification)


def export_verification(verification: Verification, outputs: Sequence[Path]) -> None:
    """Write what came of it to each of `outputs`, in the format of its suffix.

    All formats are made before the first file is written. Raises OutputError and OSError.
    """
    data = {".json": partial(verification_json.export, verification)}
    files.write_all(
        outputs,
        lambda suffix: (
            data[suffix]() if suffix in data else PAGE_FORMATS[suffix](page_of(verification))
        ),
    )


def _beside(ranking: Path, found: Published) -> tuple[Path, ...]:
    """Return the recorded files that lie beside the ranking, if all do and none was changed."""
    paths = []
    for each in found.inputs:
        path = ranking.parent / each.name
        if (
            not each.sha256
            or not path.is_file()
            or verification_notes.sha256_of(path) != each.sha256
        ):
            return ()
        paths.append(path)
    return tuple(paths)


@dataclass(frozen=True, slots=True)
class _Computed:
    """What was computed again, and what it was computed from."""

    result: Evaluation
    fresh: Evaluation | None = None
    """The result as the files that were given name themselves; None where there are none."""
    inputs: tuple[InputCheck, ...] = ()
    unrecorded: tuple[InputFile, ...] = ()
    notes: tuple[Words, ...] = ()


def _computed(
    found: Published,
    books: Sequence[Path],
    criteria: str | None,
    part: Part,
    progress: Progress,
    problems: Problems,
) -> _Computed | None:
    notes = tuple(verification_notes.versions(found))
    if not books:
        if found.record is not None and (criteria is not None or part != WHOLE):
            raise ComputedAsRecordedError
        result = from_record(found, problems)
        return None if result is None else _Computed(result, notes=notes)
    asked = part
    if part == WHOLE and found.record is not None:
        asked = found.record.part
        if found.record.anonymous:  # whoever withdrew is not named in it
            asked = replace(asked, withdrawn=())
        notes = (*notes, *verification_notes.taken_over(asked))
    technical, workbooks = _sorted(books, problems)
    if problems.fatal:
        return None
    asked = replace(asked, technical=technical) if technical else asked
    outcome = evaluate(workbooks, criteria, asked, progress)
    problems.extend(outcome.diagnostics)
    if outcome.result is None:
        return None
    fresh = outcome.result
    if found.record is not None:
        said = verification_notes.asked_otherwise(fresh, found.record) if part != WHOLE else ()
        notes = (*notes, *said, *verification_notes.other_rows(fresh, found.record))
    checks, unrecorded, inputs = matched(found.inputs, fresh.inputs)
    renamed = [
        message(
            N_("{recorded} was given as {given}."),
            recorded=each.recorded.name,
            given=each.given.name,
        )
        for each in checks
        if each.given and each.same and each.given.name != each.recorded.name
    ]
    if found.anonymous and not any(each.sha256 for each in found.inputs):  # left out, as names are
        checks, unrecorded, renamed = (), (), []
        text = N_(
            "The ranking was made for publication and records no SHA-256 of its files: whether these are the same files was not checked."
        )
        notes = (*notes, message(text))
    result = replace(fresh, inputs=inputs)
    return _Computed(result, fresh, checks, unrecorded, (*notes, *renamed))


def _sorted(books: Sequence[Path], problems: Problems) -> tuple[Path | None, list[Path]]:
    """Return the earlier evaluation, if one is among the files, and the workbooks.

    A result is no workbook: one that is not the earlier evaluation, or that stands alone, is told.
    """
    records = [each for each in books if each.suffix.lower() == RECORD_SUFFIX]
    workbooks = [each for each in books if each not in records]
    results_given = [*records[1:], *filter(is_record, workbooks)]
    for each in results_given if workbooks else books:
        problems.add("result-not-an-input", Location(str(each)))
    return (records[0] if records else None), workbooks


def _without_inputs(found: Published, computed: _Computed) -> list[Ranked]:
    """Return the difference that the files are not recorded, which only made for publication may be."""
    inputs = found.inputs
    if found.content is None or found.anonymous or (inputs and all(each.sha256 for each in inputs)):
        return []
    given = computed.fresh.inputs if computed.fresh else ()
    recorded = str(listing(each.name for each in inputs if each.sha256))
    expected = str(listing(each.name for each in given or inputs)) or "SHA-256"
    what = message(N_("the files that went in, with their SHA-256"))
    told = Difference(Location(found.where.name), what, recorded, expected)
    return [Ranked(told, Level.HANDED_IN)]


def _changes(found: Published, computed: _Computed) -> Changes | None:
    """Return what inputs that are not the recorded ones changed, where the ranking records them."""
    if computed.fresh is None or found.record is None:
        return None
    same_rules = found.record.document == computed.fresh.document
    if found.record.anonymous or (same_rules and all(each.same for each in computed.inputs)):
        return None
    unheard = Problems()  # whatever is wrong in the record shows where it is compared
    old = recomputed(found.record, unheard)
    if old is None:
        return None
    if old.part == computed.fresh.part:
        return results.compare(old, computed.fresh)
    changes = results.compare(old, replace(computed.fresh, part=old.part))
    if not (old.part.technical_only or computed.fresh.part.technical_only):
        return changes
    # Amounts that only one of the two looks at are no change of the files.
    of_files = (
        each for each in changes.changes if each.kind != "amount" or (each.old and each.new)
    )
    return replace(changes, changes=tuple(of_files))
