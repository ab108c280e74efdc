"""Whom a foreign sheet is of as a whole: what its name, its workbook's name or a cell tells."""

from collections.abc import Mapping

from procscore.diagnostics import Problems, suggest
from procscore.ingest.foreign.claims import Claim
from procscore.ingest.foreign.headings import Heading, heading
from procscore.ingest.foreign.lines import columns, places, rows
from procscore.ingest.foreign.meaning import Kind, Meant, Names, is_beside, told
from procscore.ingest.layout_file import WHAT
from procscore.ingest.layouts import lookup
from procscore.language import N_, message
from procscore.model.bids import Evaluator
from procscore.model.pattern import DIMENSIONS, Dimension
from procscore.names import display, key


def fixed(claim: Claim, names: Names, problems: Problems) -> Mapping[Dimension, Meant] | None:
    """Return what holds for all marks of a sheet; None where it is not plain, which is reported."""
    found: dict[Dimension, Meant] = {}
    plain = True
    for dimension in DIMENSIONS:
        stands = _heading(claim, dimension, problems)
        if stands is None:
            continue
        meant = names.meant(dimension, stands)
        found[dimension] = meant
        if meant.kind is Kind.BLANK:
            problems.add(
                "layout-cell-blank",
                stands.where,
                what=message(WHAT[dimension]),
                layout=claim.file.name,
            )
        elif meant.kind is Kind.PASSED and not meant.id:
            problems.add("sheet-not-read", claim.sheet.where)
        elif meant.kind is Kind.UNKNOWN:
            report_unknown(claim, dimension, stands, names, problems)
        plain = plain and meant.kind not in (Kind.BLANK, Kind.UNKNOWN)
    return found if plain else None


def _heading(claim: Claim, dimension: Dimension, problems: Problems) -> Heading | None:
    """Return what tells a dimension for the whole sheet, None for one that headings tell."""
    if dimension in claim.named:
        return Heading((claim.named[dimension],), whole=True, where=claim.sheet.where)
    place = claim.layout.place(dimension)
    if place is not None and place.name is not None:
        where = claim.file.document.locate((dimension, "name"))
        return Heading((display(place.name),), whole=True, where=where)
    if place is not None and place.cell is not None:
        return heading(claim.sheet, [place.cell], problems)
    return None


def report_unknown(
    claim: Claim, dimension: Dimension, stands: Heading, names: Names, problems: Problems
) -> None:
    """Report a name or a heading that is nobody's, with the one it may have been meant for."""
    text, where = stands.text, stands.where
    place = claim.layout.place(dimension)
    unlike = told(claim.layout, dimension, stands) is None
    suggestion = (
        message(N_("It is not like “{pattern}”."), pattern=place.like.text)
        if unlike and place is not None and place.like is not None
        else suggest(text, names.known(dimension))
    )
    if dimension == "criterion":
        problems.add(
            "layout-item-unknown",
            where,
            text=text,
            suggestion=suggestion,
            layout=claim.file.name,
        )
    elif unlike or claim.layout.lines(dimension):
        problems.add(
            "layout-heading-unknown",
            where,
            text=text,
            what=message(WHAT[dimension]),
            suggestion=suggestion,
            layout=claim.file.name,
        )
    elif dimension == "vendor":
        lookup.unknown_vendor(text, names.task.vendors, where, problems)
    else:
        problems.add("evaluator-unknown", where, text=text)


def evaluators(claim: Claim) -> tuple[Evaluator, ...]:
    """Return the evaluators that a sheet names, for procurements without a sheet of them."""
    quiet = Problems()
    found = _heading(claim, "evaluator", quiet)
    if not rows(claim.sheet, claim.layout.marks) or not columns(claim.sheet, claim.layout):
        return ()
    met: dict[str, Evaluator] = {}
    for each in [found] if found else _headings(claim, quiet):
        parts = told(claim.layout, "evaluator", each)
        if not parts or any(is_beside(text, claim.layout.skip) for text in each.parts):
            continue
        name = " ".join(parts)
        met.setdefault(key(name), Evaluator(name, name, each.where))
    return tuple(met.values())


def _headings(claim: Claim, problems: Problems) -> list[Heading]:
    sheet, layout = claim.sheet, claim.layout
    numbers = {"row": rows(sheet, layout.marks), "column": columns(sheet, layout)}
    return [
        heading(sheet, places(layout, "evaluator", axis, number), problems)
        for axis, all_of_it in numbers.items()
        if "evaluator" in layout.headed(axis)
        for number in all_of_it
    ]
