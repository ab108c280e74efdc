"""A published ranking held against a result: the result is written as the ranking was, and compared."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from procscore import language
from procscore.diagnostics import Location, Problems
from procscore.ingest import published, recorded
from procscore.language import N_, message
from procscore.model.anonymous import anonymous
from procscore.model.bids import Vendor
from procscore.model.page import Words
from procscore.model.published import Published
from procscore.model.result import Evaluation
from procscore.model.told import DATE_LINE
from procscore.model.verification import Difference
from procscore.model.words import ORIGIN_SHEET, RANKING_SHEETS, spelt
from procscore.pipeline.formats import FORMATS
from procscore.verifying import table
from procscore.verifying.grids import Grids
from procscore.verifying.left_out import left_out
from procscore.verifying.ranked import Level, Ranked
from procscore.verifying.reasons import Origins
from procscore.verifying.remarks import without_remarks
from procscore.verifying.tree import Tree

_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*[0-9a-z.+]*")
"""A version as it may be written; anything else is no note but another text."""
_NO_RECORD, _RECORD = N_("a text that is no record"), N_("the record")
_UNSEEN = frozenset({ORIGIN_SHEET})
"""The hidden sheet holds the record, which is compared by its keys."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a ranking and a result that was written like it differ in."""

    differences: tuple[Ranked, ...]
    added: tuple[Location, ...] = ()
    """Where somebody added a text that is no difference."""
    notes: tuple[Words, ...] = ()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak the language of a ranking while it is computed and written again."""
    before = language.current()
    language.use(code)
    try:
        yield
    finally:
        language.use(before)


def held_against(
    found: Published,
    result: Evaluation,
    named: tuple[Vendor, ...] = (),
    like: Evaluation | None = None,
    *,
    from_record: bool,
    same_files: bool = True,
) -> Compared:
    """Hold a ranking against a result, with the names left out that the ranking leaves out.

    An added text that names one of the vendors `named` is a difference, as it is with those of the
    result. `from_record` passes over what a record does not hold. The record itself is looked into
    where the inputs are the `same_files`, so that it has to be the same, and all else is. In a workbook
    vendors are listed as they are in that of `like`, the result as it was recorded.
    """
    if _VERSION.fullmatch(found.version):
        result = replace(result, version=found.version)
    with speaking(found.language):
        written = _written(found, _published(found, result), like)
    return _compared(found, written, named, from_record, same_files)


def _published(found: Published, result: Evaluation) -> Evaluation:
    """Return the result as it was published: with the names that the ranking leaves out left out."""
    whom = "" if result.anonymous else left_out(found, result)
    return anonymous(result, name_winner=whom == "losers") if whom else result


@dataclass(frozen=True, slots=True)
class _Written:
    """A result written as the ranking was, and read back."""

    result: Evaluation
    ranking: Published
    origins: Origins
    rules_sheet: str
    date_line: str


def _written(found: Published, result: Evaluation, like: Evaluation | None) -> _Written:
    origins: Origins = {}
    heads: Mapping[str, frozenset[int]] = {}
    if found.kind == ".xlsx":
        from procscore.export import ranking_book

        book = ranking_book.written(result, like)
        data, origins, heads = book.data, book.origins, book.heads
    else:
        data = FORMATS[found.kind](result)
    ranking = published.of(data, found.kind, found.where)
    if ranking is None:
        raise AssertionError(found.kind)  # what procscore writes it reads
    if found.kind == ".csv":
        (grid,) = ranking.grids
        origins, heads = table.origins(result, grid), {grid.name: frozenset({1})}
    grids = (replace(each, heads=heads.get(each.name, frozenset())) for each in ranking.grids)
    ranking = replace(ranking, grids=tuple(grids))
    rules_sheet, date_line = spelt(RANKING_SHEETS["record"]), language._(DATE_LINE)
    return _Written(result, ranking, origins, rules_sheet, date_line)


def _compared(
    found: Published,
    written: _Written,
    named: tuple[Vendor, ...],
    from_record: bool,
    same_files: bool,
) -> Compared:
    tree = Tree(found, written.ranking.content, written.result)
    if found.kind == ".json":
        return Compared(tuple(tree.differences()) or tuple(_unreadable_key(found, tree.expected)))
    expected = written.ranking
    if found.broken:  # it is not missing
        expected = replace(expected, record=None)
    seen = found
    if from_record:  # a record does not hold what the program remarked of the workbooks
        seen, expected = (
            _without_remarks(each, written.rules_sheet, found.language)
            for each in (found, expected)
        )
    grids = Grids(
        seen,
        expected,
        written.result,
        written.origins,
        written.rules_sheet,
        _UNSEEN,
        written.date_line,
        named,
    )
    differences = list(grids.differences())
    if found.broken:
        stands, wanted = str(message(_NO_RECORD)), str(message(_RECORD))
        differences.append(_unreadable(found, ORIGIN_SHEET, stands, wanted))
    if same_files and not differences and found.record is not None:  # was it changed alone?
        differences = list(tree.differences())
    return Compared(tuple(differences), tuple(grids.typed), tuple(grids.notes()))


def _unreadable_key(found: Published, expected: Mapping[str, Any]) -> Iterator[Ranked]:
    """Give the difference that JSON is no record, at the key by which it would be one."""
    for key, value in expected.items() if found.broken else ():
        mended = json.dumps({**found.content, key: value}).encode()
        if recorded.read(mended, found.where.file, Problems()) is not None:
            stands = json.dumps(found.content[key]) if key in found.content else ""
            yield _unreadable(found, key, stands, json.dumps(value))
            return
    if found.broken:  # by more than one key
        yield _unreadable(found, None, str(message(_NO_RECORD)), str(message(_RECORD)))


def _unreadable(found: Published, where: str | None, stands: str, expected: str) -> Ranked:
    """Return the difference that the record on a sheet, or by a key, cannot be read."""
    what = message(N_("the record of what went in, which cannot be read"))
    return Ranked(Difference(Location(found.where.name, where), what, stands, expected), Level.TEXT)


def _without_remarks(ranking: Published, sheet: str, spoken: str) -> Published:
    with speaking(spoken):
        grids = (without_remarks(each) if each.name == sheet else each for each in ranking.grids)
        return replace(ranking, grids=tuple(grids))
