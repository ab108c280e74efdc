"""A published ranking computed again, and held against what was published."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from procscore import language
from procscore.comparing import results
from procscore.diagnostics import Location, Problems
from procscore.export import files, verification_json
from procscore.export.pages import PAGE_FORMATS
from procscore.formula import Derivation
from procscore.ingest import published
from procscore.ingest.handed_in import Progress, unseen
from procscore.language import N_, listing, message
from procscore.model.anonymous import anonymous
from procscore.model.bids import InputFile
from procscore.model.changes import Changes
from procscore.model.page import Page, Words
from procscore.model.part import WHOLE, Part
from procscore.model.published import Published
from procscore.model.result import Evaluation
from procscore.model.verification import Difference, InputCheck, Verification
from procscore.model.words import ORIGIN_SHEET, RANKING_SHEETS, spelt
from procscore.pages import verification as verification_page
from procscore.pipeline.evaluating import evaluate
from procscore.pipeline.formats import FORMATS
from procscore.pipeline.outcome import Outcome
from procscore.pipeline.results import RECORD_SUFFIX, is_record, recomputed
from procscore.verifying.grids import Grids
from procscore.verifying.inputs import matched
from procscore.verifying.ranked import Level, Ranked, ordered
from procscore.verifying.tree import Tree

SUFFIXES = (*PAGE_FORMATS, ".json")
"""What `--out` can write, by suffix."""
_UNSEEN = frozenset({ORIGIN_SHEET})
"""The hidden sheet holds the record, which is compared by its keys."""
Origins = Mapping[tuple[str, int, int], Derivation | Location]


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
    stands in what was given. Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    found = published.read(ranking, problems)
    if found is None:
        return Outcome(None, tuple(problems))
    given = tuple(books) or _beside(ranking, found)
    with _speaking(found.language):
        computed = _computed(found, given, criteria, part, progress, problems)
        if computed is None and given and not books and found.record is not None:
            given, problems = (), Problems()  # what lies beside the ranking is not enough
            computed = _computed(found, given, criteria, part, progress, problems)
        if computed is None:
            return Outcome(None, tuple(problems))
        written = [_written(found, each) for each in _candidates(found, computed.result)]
    best = min(
        (_compared(found, each, computed, from_record=not given) for each in written),
        key=lambda each: len(each[0]),
    )
    differences, added, notes = best
    differences += _without_inputs(found, computed)
    return Outcome(
        Verification(
            ranking=str(ranking),
            differences=ordered(differences),
            inputs=computed.inputs,
            unrecorded=computed.unrecorded,
            from_record=not given,
            changes=_changes(found, computed),
            added=added,
            notes=(*computed.notes, *(() if given else _changed_beside(ranking, found)), *notes),
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


@contextmanager
def _speaking(code: str) -> Iterator[None]:
    """Speak the language of a ranking while it is computed and written again."""
    before = language.current()
    language.use(code)
    try:
        yield
    finally:
        language.use(before)


def _beside(ranking: Path, found: Published) -> tuple[Path, ...]:
    """Return the recorded files that lie beside the ranking, if all do and none was changed."""
    paths = []
    for each in found.inputs:
        path = ranking.parent / each.name
        if not each.sha256 or not path.is_file() or _sha256(path) != each.sha256:
            return ()
        paths.append(path)
    return tuple(paths)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


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
    notes = tuple(_versions(found))
    if not books:
        result = _from_record(found, problems)
        return None if result is None else _Computed(_as_recorded(found, result), notes=notes)
    asked = part
    if part == WHOLE and found.record is not None:
        asked = found.record.part
        if found.record.anonymous:  # whoever withdrew is not named in it
            asked = replace(asked, withdrawn=())
        notes = (*notes, *_taken_over(asked))
    technical, workbooks = _sorted(books, problems)
    if problems.fatal:
        return None
    asked = replace(asked, technical=technical) if technical else asked
    outcome = evaluate(workbooks, criteria, asked, progress)
    problems.extend(outcome.diagnostics)
    if outcome.result is None:
        return None
    fresh = outcome.result
    checks, unrecorded, inputs = matched(found.inputs, fresh.inputs)
    renamed = [
        message(
            N_("{recorded} was given as {given}."),
            recorded=each.recorded.name,
            given=each.given.name,
        )
        for each in checks
        if each.given and each.given.name != each.recorded.name
    ]
    if found.anonymous and not any(each.sha256 for each in found.inputs):  # left out, as names are
        checks, unrecorded, renamed = (), (), []
    result = _as_recorded(found, replace(fresh, inputs=inputs))
    return _Computed(result, fresh, checks, unrecorded, (*notes, *renamed))


def _taken_over(part: Part) -> Iterator[Words]:
    """Give what no workbook says and only the ranking does."""
    if part.withdrawn:
        text = N_("Only the ranking says that these vendors withdrew after it: {who}.")
        yield message(text, who=listing(part.withdrawn))
    if part.stage or part.technical_only:
        yield message(N_("What part of the procedure was evaluated is taken from the ranking."))


def _changed_beside(ranking: Path, found: Published) -> Iterator[Words]:
    """Give the files that are named like recorded ones, lie beside the ranking and are others."""
    for each in found.inputs:
        path = ranking.parent / each.name
        if each.sha256 and path.is_file() and _sha256(path) != each.sha256:
            text = N_(
                "{file} lies beside the ranking and is not the file that the ranking records. To hold the ranking against it, name it."
            )
            yield message(text, file=each.name)


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


def _from_record(found: Published, problems: Problems) -> Evaluation | None:
    if found.record is None:
        problems.add("ranking-without-record", found.where)
        return None
    return recomputed(found.record, problems)


def _versions(found: Published) -> Iterator[Words]:
    from procscore.version import __version__

    if found.version not in ("", __version__):
        text = N_("The ranking was made by procscore {old}, and verified by {new}.")
        yield message(text, old=found.version, new=__version__)


def _as_recorded(found: Published, result: Evaluation) -> Evaluation:
    return replace(result, version=found.version or result.version)


def _candidates(found: Published, result: Evaluation) -> list[Evaluation]:
    """Return the result as it was published: with the names that the ranking leaves out left out.

    Where the ranking does not say who is not named, all that is possible.
    """
    if result.anonymous:
        return [result]
    if found.record is not None:
        return [_published(result, found.record.anonymous)]
    if found.anonymous is None:
        return [_published(result, each) for each in ("", "losers", "all")]
    return [_published(result, each) for each in ("losers", "all") if found.anonymous] or [result]


def _published(result: Evaluation, whom: str) -> Evaluation:
    return anonymous(result, name_winner=whom == "losers") if whom else result


@dataclass(frozen=True, slots=True)
class _Written:
    """A result written as the ranking was, and read back."""

    result: Evaluation
    ranking: Published
    origins: Origins
    rules_sheet: str


def _written(found: Published, result: Evaluation) -> _Written:
    ranking = published.of(FORMATS[found.kind](result), found.kind, found.where)
    if ranking is None:
        raise AssertionError(found.kind)  # what procscore writes it reads
    return _Written(
        result, ranking, _origins(found, result, ranking), spelt(RANKING_SHEETS["record"])
    )


def _origins(found: Published, result: Evaluation, ranking: Published) -> Origins:
    if found.kind == ".xlsx":
        from procscore.export.ranking_book import origins

        return origins.origins(result)
    if found.kind == ".csv":
        from procscore.verifying import table

        return table.origins(result, ranking.grids[0])
    return {}


def _compared(
    found: Published, written: _Written, computed: _Computed, *, from_record: bool
) -> tuple[list[Ranked], tuple[Location, ...], tuple[Words, ...]]:
    """Return the differences, where texts were added, and the notes."""
    tree = Tree(found, written.ranking.content, written.result)
    if found.kind == ".json":
        return list(tree.differences()), (), ()
    expected = written.ranking
    if from_record:  # a record does not hold what the program remarked of the workbooks
        found, expected = (_without_remarks(each, found.language) for each in (found, expected))
    grids = Grids(found, expected, written.result, written.origins, written.rules_sheet, _UNSEEN)
    differences = list(grids.differences())
    same = all(each.same for each in computed.inputs)
    if same and not differences and found.record is not None:  # was the hidden sheet changed alone?
        differences = list(tree.differences())
    return differences, tuple(grids.typed), tuple(grids.notes())


def _without_inputs(found: Published, computed: _Computed) -> list[Ranked]:
    """Return the difference that the files are not recorded, which only made for publication may be."""
    inputs = found.inputs
    if found.record is None or found.anonymous or (inputs and all(each.sha256 for each in inputs)):
        return []
    given = computed.fresh.inputs if computed.fresh else ()
    recorded = str(listing(each.name for each in inputs if each.sha256))
    expected = str(listing(each.name for each in given or inputs)) or "SHA-256"
    what = message(N_("the files that went in, with their SHA-256"))
    told = Difference(Location(found.where.name), what, recorded, expected)
    return [Ranked(told, Level.HANDED_IN)]


def _without_remarks(ranking: Published, spoken: str) -> Published:
    with _speaking(spoken):
        line = language._("What the program remarked")
    return replace(ranking, grids=tuple(each.above(line) for each in ranking.grids))


def _changes(found: Published, computed: _Computed) -> Changes | None:
    """Return what inputs that are not the recorded ones changed, where the ranking records them."""
    if computed.fresh is None or found.record is None:
        return None
    same_rules = found.record.document == computed.fresh.document
    if same_rules and all(each.same for each in computed.inputs):
        return None
    unheard = Problems()  # whatever is wrong in the record shows where it is compared
    old = recomputed(found.record, unheard)
    if old is None or old.anonymous:
        return None
    return results.compare(old, computed.fresh)
