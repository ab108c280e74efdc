"""The sheet 記録: by which rules, from which files, with what remarks; and the scales of grades."""

from collections.abc import Iterable, Iterator, Sequence

from procscore.diagnostics import SEVERITY_WORDS
from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame
from procscore.export.ranking_book.ledger import Spot
from procscore.export.ranking_book.scales import Scales
from procscore.formula.excel import GUARD
from procscore.language import N_, Message, _, listing, message
from procscore.model import shown
from procscore.model.told import panel_sentences, price_sentences, rules_applied, stage_sentences

_MOST_CELLS = 12
"""Cells that are named one by one."""


class Record:
    """Lays out the sheet: the scales first, the rest when all formulas are made."""

    def __init__(self, frame: Frame, scales: Scales) -> None:
        """Start with the result, and with the scales that are to be placed."""
        self._frame = frame
        self.sheet = Draft(frame.names["record"], frame.ledger, [22, 22, 100])
        self.sheet.line(self.sheet.name, looks.TITLE)
        scales.draft(self.sheet)

    def draft(self) -> Draft:
        """Return the sheet."""
        result = self._frame.result
        self._sentences(
            _("How it was evaluated"),
            [*price_sentences(result), *panel_sentences(result), *stage_sentences(result)],
        )
        self._sentences(_("Formulas"), list(self._formulas()))
        for heading, sentences in rules_applied(result):
            self._sentences(str(heading), sentences)
        self._sentences(_("Assumptions"), result.assumptions)
        self._files()
        self._diagnostics()
        return self.sheet

    def _formulas(self) -> Iterator[Message]:
        yield message(
            N_(
                "Every point in this workbook is a formula over the marks. Before a rounding or a comparison a number is first rounded to {digits} significant digits: so the binary numbers of a spreadsheet program give the exact result."
            ),
            digits=GUARD,
        )
        yield message(
            N_("≒ stands before numbers of which only the first decimals are shown."),
        )
        yield message(
            N_(
                "Where a mark or a price is changed here, points, totals and ranks follow. Who is out, whose bids count as lowest, whose marks are left out, who is tied and who is chosen do not: for that the evaluation has to be run again."
            )
        )
        yield from self._not_live()

    def _not_live(self) -> Iterator[Message]:
        """Give what does not follow when something is changed, and why."""
        ledger = self._frame.ledger
        reasons = {str(each.reason): each.reason for each in ledger.entered}
        for text, reason in reasons.items():
            spots = [each.spot for each in ledger.entered if str(each.reason) == text]
            told = N_("{cells}: a number instead of a formula, because {reason}.")
            yield message(told, cells=_cells(spots), reason=reason)
        for name in dict.fromkeys(name for _spot, name in ledger.severed):
            spots = [spot for spot, each in ledger.severed if each == name]
            told = N_("{cells}: the formula holds “{name}” as a number, which stands in no cell.")
            yield message(told, cells=_cells(spots), name=name)
        if ledger.shortened:
            told = N_("{cells}: only the beginning of the text, which is longer than a cell holds.")
            yield message(told, cells=_cells(ledger.shortened))

    def _sentences(self, title: str, sentences: Iterable[object]) -> None:
        if told := [str(each) for each in sentences]:
            self.sheet.row += 1
            start = self.sheet.row
            self.sheet.line(title, looks.SUBTITLE)
            for each in told:
                self.sheet.line(f"・{each}", looks.SENTENCE)
            self.sheet.together(start)

    def _files(self) -> None:
        result, sheet = self._frame.result, self.sheet
        sheet.row += 1
        start = sheet.row
        sheet.line(_("What was evaluated"), looks.SUBTITLE)
        left_out = _("The SHA-256 of a file is left out, because a name could be guessed by it.")
        rows = [
            (_("Program"), "procscore", result.version),
            (_("Criteria sheet"), result.criteria.id, f"SHA-256 {result.digest}"),
            *(
                (_("File"), each.name, f"SHA-256 {each.sha256}" if each.sha256 else left_out)
                for each in result.inputs
            ),
        ]
        for row in rows:
            self._row(row)
        sheet.together(start)

    def _row(self, texts: Sequence[str]) -> None:
        self.sheet.entry(*((at, at, text, looks.TEXT) for at, text in enumerate(texts, start=1)))

    def _diagnostics(self) -> None:
        sheet, found = self.sheet, self._frame.result.diagnostics
        if not found:
            return
        sheet.row += 1
        sheet.line(_("What the program remarked"), looks.SUBTITLE)
        for each in (shown.named(self._frame.result, one) for one in found):
            told = f"{each.message} [{each.code}]"
            self._row((_(SEVERITY_WORDS[each.severity]), str(each.where), told))


def _cells(spots: Sequence[Spot]) -> Message | object:
    """Return cells as a sentence names them: the first, and how many more."""
    distinct = list(dict.fromkeys(spots))
    named = listing(each.seen_from("") for each in distinct[:_MOST_CELLS])
    more = len(distinct) - _MOST_CELLS
    if more <= 0:
        return named
    return message(N_("{cells} and {count} more"), cells=named, count=more)
