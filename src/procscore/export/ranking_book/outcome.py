"""The sheet 審査結果: the ranking that the committee signs, who is chosen, who is out and why.

What is signed stands first: where not all fits on one page, the assumptions go on the next.
"""

from collections.abc import Sequence

from procscore.export.ranking_book import as_evaluated, looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame
from procscore.export.ranking_book.ledger import Held
from procscore.export.ranking_book.ranking_table import RankingTable
from procscore.language import N_, _, message
from procscore.model.result import VendorResult
from procscore.model.stacks import counted, stacked
from procscore.model.told import (
    DATE_LINE,
    award_sentences,
    criteria_sentence,
    flag_sentences,
    publication_sentences,
    stage_sentences,
    status_word,
    title,
    vendor_name,
)
from procscore.xlsx import Formula

_RANK, _VENDOR, _POINTS, _RESULT = 8, 40, 16, 20
_LEAST = 116
"""Narrow characters from the vendors to the last number, so that sentences have room."""
_A_LINE = 4
"""Signatures side by side."""


class Outcome:
    """Lays out the sheet."""

    def __init__(self, frame: Frame) -> None:
        """Start with the result."""
        self._frame = frame
        groups = stacked(frame.result) or (counted(frame.result) if frame.vendors else ())
        self.sheet = Draft(frame.names["outcome"], frame.ledger, [], one_page=True)
        *stages, end = frame.contests
        self._tables = [RankingTable(frame, self.sheet, each) for each in stages]
        self._end = RankingTable(frame, self.sheet, end, groups)
        last = max(each.last for each in (*self._tables, self._end))
        numbers = last - 3
        free = max(_LEAST - _VENDOR - numbers * _POINTS, 0) // 2
        self.sheet.widths = [_RANK, _VENDOR + free, *[_POINTS] * numbers, _RESULT + free]

    def draft(self) -> Draft:
        """Return the sheet."""
        result, sheet = self._frame.result, self.sheet
        sheet.line(title(result), looks.TITLE)
        sheet.line(str(criteria_sentence(result)), looks.LEAD)
        for sentence in publication_sentences(result):
            sheet.line(str(sentence), looks.LEAD)
        if result.procurement.opened:
            told = message(N_("Bids opened: {date}"), date=result.procurement.opened)
            sheet.line(str(told), looks.LEAD)
        sheet.row += 1
        self._stages()
        if result.ranked:
            if result.criteria.stages:
                sheet.line(result.criteria.stages[-1].name, looks.SUBTITLE)
            self._end.write()
        self._alarm()
        for sentence in stage_sentences(result):
            sheet.line(str(sentence), looks.SENTENCE)
        for sentence in award_sentences(result):
            sheet.line(str(sentence), looks.STRONG)
        self._excluded()
        flags = [str(flag) for each in result.vendors for flag in flag_sentences(each)]
        self._sentences(_("To be looked at"), flags)
        self._signatures()
        self._sentences(_("Assumptions"), list(map(str, result.assumptions)))
        return sheet

    def _stages(self) -> None:
        """Write the stages before the last: totals, ranks, and who goes on."""
        sheet, held = self.sheet, iter(zip(self._frame.contests, self._tables, strict=False))
        for stage in self._frame.earlier:
            sheet.line(stage.name, looks.SUBTITLE)
            if stage.skipped:
                sheet.line(_("Not held: few vendors apply, and all go on."), looks.SENTENCE)
            else:
                contest, table = next(held)
                for each in contest.ranked:
                    self._equate(each)
                table.write()
            sheet.row += 1

    def _alarm(self) -> None:
        """Leave a line that tells if figures are no longer those that were evaluated."""
        ledger, spot = self._frame.ledger, self.sheet.spot(1)
        tables = (*self._tables, self._end)

        def content() -> Formula | str:
            out = (each.total for each in self._frame.vendors if each.rank is None)
            found = ((total, ledger.at(total)) for total in out if total)
            totals = [Held(held.spot, total.value) for total, held in found if held]
            watched = [held for table in tables for held in table.watched]
            places = self._frame.places_in_ties.values()
            return as_evaluated.content(ledger, spot, [*watched, *places, *totals])

        if any(table.watched for table in tables) or self._frame.vendors:
            self.sheet.alarm(content, as_evaluated.told())
            self.sheet.row += 1

    def _equate(self, each: VendorResult) -> None:
        """Say that the points of a stage are those that stand among the details."""
        for score in each.walk():
            held = self._frame.points.get((each.vendor.id, score.criterion))
            if held is not None and score.derivation is not None:
                self._frame.ledger.equate(score.derivation, held)

    def _excluded(self) -> None:
        sheet, out = self.sheet, self._frame.excluded
        if not out:
            return
        sheet.row += 1
        start = sheet.row
        sheet.line(_("Not ranked"), looks.SUBTITLE)
        last = len(sheet.widths)
        sheet.texts(2, [_("Vendor"), _("Status")], looks.HEADING)
        sheet.span(4, last, _("Reason"), looks.HEADING)
        sheet.row += 1
        for each in out:
            reasons = "\n".join(str(one.reason) for one in each.exclusions)
            sheet.entry(
                (2, 2, vendor_name(each), looks.TEXT),
                (3, 3, str(status_word(each)), looks.CENTRED),
                (4, last, reasons, looks.TEXT),
            )
        sheet.together(start)

    def _sentences(self, heading: str, sentences: Sequence[str]) -> None:
        if not sentences:
            return
        sheet = self.sheet
        sheet.row += 1
        start = sheet.row
        sheet.line(heading, looks.SUBTITLE)
        for each in sentences:
            sheet.line(f"・{each}", looks.SENTENCE)
        sheet.together(start)

    def _signatures(self) -> None:
        """Leave room for the committee: a line for each evaluator who was present."""
        present = [each for each in self._frame.result.evaluators if each.present]
        if not present:
            return
        sheet = self.sheet
        sheet.row += 1
        start = sheet.row
        sheet.line(_("We have examined the above and found it correct."), looks.SENTENCE)
        sheet.line(_(DATE_LINE), looks.SENTENCE)
        names = [self._frame.giver(each.id, " ") for each in present]
        places = self._places_to_sign()
        for at in range(0, len(names), len(places)):
            for (first, last), name in zip(places, names[at:], strict=False):
                sheet.span(first, last, name, looks.SIGNED)
            sheet.height(2, looks.SIGNED.size)
            sheet.row += 1
        sheet.together(start)

    def _places_to_sign(self) -> list[tuple[int, int]]:
        """Return the first and last columns of the places side by side, with a gap between them."""
        last = len(self.sheet.widths)
        part = sum(self.sheet.widths[1:]) / _A_LINE
        places: list[tuple[int, int]] = []
        first, wide = 2, 0.0
        for column in range(2, last + 1):
            wide += self.sheet.widths[column - 1]
            if wide >= part * 0.8 or column == last:
                places.append((first, column))
                first, wide = column + 1, 0.0
        return places
