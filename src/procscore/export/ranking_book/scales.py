"""The scales of grades, and the formula that finds in them what a grade is worth."""

from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.ledger import Spot
from procscore.language import N_, _, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.scores import Grades


class Scales:
    """Where the value of each grade stands."""

    def __init__(self, criteria: CriteriaSheet) -> None:
        """Start from the criteria sheet; nothing has its place yet."""
        self._criteria = criteria
        self._tables: dict[str, tuple[Spot, Spot]] = {}
        """The first and the last grade of each scale; their values stand in the next column."""

    def draft(self, sheet: Draft) -> None:
        """Lay out the scales that are used."""
        used = {
            leaf.score.scale for leaf in self._criteria.leaves if isinstance(leaf.score, Grades)
        }
        for name in sorted(used):
            sheet.row += 1
            sheet.line(str(message(N_("Scale “{name}”"), name=name)), looks.SUBTITLE)
            sheet.texts(1, [_("Grade"), _("Share of the points")], looks.HEADING)
            first = sheet.row + 1
            for grade in self._criteria.scales[name]:
                sheet.row += 1
                value = self._criteria.grade_value(name, grade)
                sheet.texts(1, [grade], looks.CENTRED)
                sheet.put(2, value, looks.number(looks.CENTRED, value, looks.places([value])))
            self._tables[name] = (sheet.spot(1, first), sheet.spot(1))
            sheet.row += 1

    def worth(self, scale: str, cell: Spot) -> str:
        """Return the formula, without the sign `=`, of what the grade that `cell` holds is worth.

        EXACT tells upper from lower case and takes `*` for a sign, as MATCH does not. What is no
        grade of the scale has no value (#DIV/0!).
        """
        first, last = self._tables[scale]
        grades = _fixed(first, last, cell.sheet)
        values = _fixed(_beside(first), _beside(last), cell.sheet)
        found = f"EXACT({grades},{cell.seen_from(cell.sheet)})"
        return f"SUMPRODUCT({found}*{values})/SUMPRODUCT(--{found})"

    def grade(self, scale: str, grade: str, sheet: str) -> str:
        """Return the cell of the table in which a grade stands, seen from `sheet`."""
        first = self._tables[scale][0]
        row = first.row + list(self._criteria.scales[scale]).index(grade)
        return first._replace(row=row).seen_from(sheet, fixed=True)


def _beside(spot: Spot) -> Spot:
    return spot._replace(column=spot.column + 1)


def _fixed(first: Spot, last: Spot, sheet: str) -> str:
    end = last.seen_from(last.sheet, fixed=True)
    return f"{first.seen_from(sheet, fixed=True)}:{end}"
