"""How to mark, in a few sentences above the marks."""

from collections.abc import Iterator

from procscore.language import N_, Message, listing, message
from procscore.model.words import COMMENT_SUFFIXES, HOW_HEADINGS, spelt
from procscore.sheets.geometry import Geometry
from procscore.sheets.handout import vendor_heading


def guide(at: Geometry) -> str:
    """Return how to mark on a form, a numbered sentence a line."""
    return "\n".join(f"{number}. {each}" for number, each in enumerate(_sentences(at), start=1))


def _what_to_enter(at: Geometry) -> Iterator[Message]:
    how = spelt(HOW_HEADINGS)
    if at.optional:
        yield message(
            N_(
                "Enter a mark only where the panel agreed on one, as the column “{how}” says: it counts instead of the evaluators' own."
            ),
            how=how,
        )
        yield message(N_("Where a cell is blank, the evaluators' own marks count."))
        comment = spelt(COMMENT_SUFFIXES)
        yield message(N_("Enter the reason into the column “{comment}”."), comment=comment)
        return
    yield message(
        N_(
            "Enter a mark in each yellow cell, as the column “{how}” says; anything else is not taken."
        ),
        how=how,
    )
    yield message(N_("A blank is not a zero: enter 0 where you mean 0."))


def _sentences(at: Geometry) -> list[Message]:
    sentences = [*_what_to_enter(at)]
    if at.summed:
        sentences.append(message(N_("Sums are computed by themselves.")))
    if at.rank_id:
        sentences.append(
            message(
                N_("Where two vendors have the same total, put them in order in the row “{row}”."),
                row=at.rank_id,
            )
        )
    if at.form.recused:
        names = listing(vendor_heading(vendor) for vendor in at.form.recused)
        sentences.append(
            message(N_("Recused, and not to be marked here: {vendors}."), vendors=names)
        )
    return sentences
