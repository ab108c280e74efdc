"""How to mark, in a few sentences above the marks."""

from procscore.language import N_, Message, listing, message
from procscore.model.words import HOW_HEADINGS, spelt
from procscore.sheets.geometry import Geometry
from procscore.sheets.handout import vendor_heading


def guide(at: Geometry) -> str:
    """Return how to mark on a form, a numbered sentence a line."""
    return "\n".join(f"{number}. {each}" for number, each in enumerate(_sentences(at), start=1))


def _sentences(at: Geometry) -> list[Message]:
    sentences = [
        message(
            N_(
                "Enter a mark in each yellow cell, as the column “{how}” says; anything else is not taken."
            ),
            how=spelt(HOW_HEADINGS),
        ),
        message(N_("A blank is not a zero: enter 0 where you mean 0.")),
    ]
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
