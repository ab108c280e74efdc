"""The main job, what is still missing for it, and the files that it writes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from procscore.checks import technical
from procscore.checks.submissions import submissions
from procscore.diagnostics import Location, Problems
from procscore.export import files
from procscore.ingest import handed_in, result_file
from procscore.ingest.handed_in import Progress, unseen
from procscore.ingest.layouts import lookup
from procscore.model.bids import Bids, InputFile
from procscore.model.part import WHOLE, Part
from procscore.model.result import Evaluation
from procscore.model.submission import Submissions
from procscore.pipeline.formats import FORMATS
from procscore.pipeline.loading import Criteria, load
from procscore.pipeline.outcome import Outcome, settled
from procscore.scoring.evaluate import evaluate as score


def check(
    books: Sequence[Path],
    criteria: str | None = None,
    part: Part = WHOLE,
    progress: Progress = unseen,
) -> Outcome[Submissions]:
    """Tell what was handed in and what is still missing, without scoring anything.

    There is a result even while errors stand, as soon as the criteria sheet and the vendors are
    known: what is missing is the answer. What the result says itself is not among the diagnostics.
    Arguments and exceptions are those of `evaluate`.
    """
    problems = Problems()
    handed = load(books, criteria, problems, part, progress)
    if handed is None:
        return Outcome(None, tuple(problems))
    result = submissions(handed.criteria.sheet, handed.bids, tuple(problems), handed.sheets)
    return Outcome(result, result.diagnostics)


def evaluate(
    books: Sequence[Path],
    criteria: str | None = None,
    part: Part = WHOLE,
    progress: Progress = unseen,
) -> Outcome[Evaluation]:
    """Evaluate a procurement: read, check, score, rank.

    `criteria` (an id or a path) goes before what the workbook names. `progress` is told which
    file is read. Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    handed = load(books, criteria, problems, part, progress)
    before = None if part.technical is None else Path(part.technical)
    earlier = None if before is None else result_file.read(before, str(before), problems)
    withdrawn = _withdrawn(part.withdrawn, handed.bids, problems) if handed else frozenset()
    if handed is None or problems.fatal:
        return Outcome(None, tuple(problems))
    asked = replace(part, withdrawn=tuple(sorted(withdrawn)), technical=None)
    result = scored(handed.criteria, handed.bids, asked, problems)
    if result is not None:
        _check_withdrawn(withdrawn, result, problems)
        if earlier is not None:
            technical.compare(earlier, result, problems)
            file = InputFile(str(before), earlier.where.name, earlier.sha256)
            result = replace(result, inputs=(*result.inputs, file))
        result = replace(result, diagnostics=tuple(problems))
    return settled(result, problems)


def scored(criteria: Criteria, bids: Bids, part: Part, problems: Problems) -> Evaluation | None:
    """Score bids that were checked; `part` is the one that `criteria` was narrowed to.

    It names the vendors that withdrew by id. None where only computing showed an error.
    """
    result = score(criteria.sheet, criteria.digest, bids, problems, part.withdrawn)
    return result and replace(result, document=criteria.document.value, part=part)


def _withdrawn(written: Sequence[str], bids: Bids, problems: Problems) -> frozenset[str]:
    found = {name: lookup.find_vendor(name, bids.vendors) for name in written}
    for name, vendor in found.items():
        if vendor is None:
            where = Location(bids.inputs[0].path)
            lookup.unknown_vendor(name, bids.vendors, where, problems)
    return frozenset(vendor.id for vendor in found.values() if vendor)


def _check_withdrawn(withdrawn: Collection[str], result: Evaluation, problems: Problems) -> None:
    """Report a vendor that cannot withdraw from a ranking it is not in."""
    for each in result.vendors:
        if each.vendor.id in withdrawn and each.rank is None:
            problems.add("withdrawn-not-ranked", each.vendor.where, vendor=each.vendor.name)


def check_outputs(
    outputs: Iterable[Path],
    inputs: Sequence[Path],
    *,
    force: bool,
    new_folder: Path | None = None,
) -> None:
    """Raise OutputError if an output would overwrite an input, or a file without `force`.

    `new_folder` is the folder of the notices, if there are to be any: it is made where there is none.
    """
    if new_folder is not None:
        files.check_folder(new_folder)
    given = handed_in.files(inputs, Problems())  # also those that lie in a folder that was named
    for path in outputs:
        files.check_target(path, given, force=force, new_folder=new_folder)


def export(
    result: Evaluation,
    outputs: Sequence[Path],
    more: Mapping[Path, bytes] = MappingProxyType({}),
    new_folder: Path | None = None,
) -> None:
    """Write `result` to each of `outputs`, in the format of its suffix, and `more` files with them.

    They are one set: all is made before anything is written, and all is written or nothing.
    `new_folder` is made for them where there is none. Raises OutputError.
    """
    made = files.made(outputs, lambda suffix: FORMATS[suffix](result))
    files.write_set({**made, **more}, new_folder)
