"""What should be known of a verification and is no difference."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from procscore.diagnostics import Problems
from procscore.language import N_, listing, message
from procscore.model import scope
from procscore.model.page import Words
from procscore.model.part import Part
from procscore.model.published import Published
from procscore.model.recorded import Recorded
from procscore.model.result import Evaluation
from procscore.model.told import part_words
from procscore.pipeline.held_against import speaking

_NOBODY = message(N_("nobody"))
_OF_A_PART = {scope.PRICES_SEALED: "--technical-only", scope.STAGE_FOLLOWS: "--stage"}
"""What a ranking remarks while nobody can be chosen, and the option of that part."""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file; raises OSError where it cannot be read."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def versions(found: Published) -> Iterator[Words]:
    """Say it where another version of procscore made the ranking."""
    from procscore.version import __version__

    if found.version not in ("", __version__):
        text = N_("The ranking was made by procscore {old}, and verified by {new}.")
        yield message(text, old=found.version, new=__version__)


def taken_over(part: Part) -> Iterator[Words]:
    """Give what no workbook says and only the ranking does."""
    if part.withdrawn:
        text = N_("Only the ranking says that these vendors withdrew after it: {who}.")
        yield message(text, who=listing(part.withdrawn))
    if part.stage or part.technical_only:
        yield message(N_("What part of the procedure was evaluated is taken from the ranking."))


def changed_beside(ranking: Path, found: Published) -> Iterator[Words]:
    """Give the files that are named like recorded ones, lie beside the ranking and are others."""
    for each in found.inputs:
        path = ranking.parent / each.name
        if each.sha256 and path.is_file() and sha256_of(path) != each.sha256:
            text = N_(
                "{file} lies beside the ranking and is not the file that the ranking records. To hold the ranking against it, name it."
            )
            yield message(text, file=each.name)


def asked_otherwise(fresh: Evaluation, record: Recorded) -> Iterator[Words]:
    """Give what differs because the options ask for it, and not because of the files."""
    asked, before = fresh.part, record.part
    if (asked.stage, asked.technical_only) != (before.stage, before.technical_only):
        text = N_(
            "By the options, another part of the procedure was evaluated than the ranking records: {asked}, not {recorded}. What differs by that does not come from the files."
        )
        # Of a part, the sheet holds no later stages; what is written holds all.
        stages = {each["id"]: each["name"] for each in fresh.document.get("stages", ())}
        said = [part_words(each, stages) for each in (asked, before)]
        yield message(text, asked=said[0], recorded=said[1])
    if not record.anonymous and set(asked.withdrawn) != set(before.withdrawn):
        text = N_(
            "By the options, {asked} withdrew; by the ranking, {recorded}. What differs by that does not come from the files."
        )
        named = [listing(each or (_NOBODY,)) for each in (asked.withdrawn, before.withdrawn)]
        yield message(text, asked=named[0], recorded=named[1])


def other_rows(fresh: Evaluation, record: Recorded) -> Iterator[Words]:
    """Say that labels, which count the rows of a workbook, may be those of others now."""
    vendors = record.content.get("vendors")
    rows = len(vendors) if isinstance(vendors, list) else 0
    if record.anonymous and rows != len(fresh.vendors):
        text = N_(
            "The ranking has {recorded} vendors, the files that were given have {given}. Labels count the rows of the workbook, so the same label may be another vendor here."
        )
        yield message(text, recorded=rows, given=len(fresh.vendors))


def say_what_part(found: Published, asked: Part, problems: Problems) -> None:
    """Add to `problems` that a ranking is of a part, where only its remarks tell it and no option does."""
    if found.record is not None or asked.stage is not None or asked.technical_only:
        return
    texts = [each for grid in found.grids for row in grid.rows for each in grid.texts(row)]
    with speaking(found.language):
        remarks = {str(message(text)): option for text, option in _OF_A_PART.items()}
    for remark, option in remarks.items():
        if any(remark in each for each in texts):
            problems.add("ranking-of-a-part", found.where, text=remark, option=option)
            return
