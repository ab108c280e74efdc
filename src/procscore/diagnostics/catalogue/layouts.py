"""Codes for layouts of foreign score sheets (layout.yaml), and for what is read by them."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

_ONE_PLACE = N_("Of every mark it must be known whose it is, for whom and for what.")
_NOTHING_LEFT_OUT = N_("Nothing is left out without being named.")
_FOR_A_PERSON = N_("Which of two marks counts is a question for a person.")

LAYOUTS: dict[str, Kind] = {
    "layout-place-unclear": Kind(
        Severity.ERROR,
        N_("Where the {what} stands must be said once; here it is {said}."),
        N_(
            "Write “{key}: {{cell: B3}}”, “{key}: {{row: 5}}”, “{key}: {{column: B}}” or “{key}: {{name: …}}”, or “<{key}>” in “sheets” or “files”."
        ),
        _ONE_PLACE,
    ),
    "layout-bad-address": Kind(
        Severity.ERROR,
        N_("“{text}” is no place of this kind in a sheet."),
        N_("Write it as Excel names it, such as {example}."),
        N_("Marks are read from the cells that the layout names, and from no others."),
    ),
    "layout-bad-pattern": Kind(
        Severity.ERROR,
        N_("“{text}” does not say where a name begins and ends."),
        N_(
            "Write <evaluator>, <vendor> or <criterion>, each at most once and with a sign other than * between; “like” holds the one that stands there, and no other."
        ),
        N_("A name that can be read in two ways would be guessed."),
    ),
    "layout-heading-in-marks": Kind(
        Severity.ERROR,
        N_("The headings of the {what} stand in {line}, which lies within the marks {marks}."),
        N_("Let “marks” begin below, or beside, the headings."),
        N_("A heading is no mark."),
    ),
    "layout-unused": Kind(
        Severity.WARNING,
        N_("No sheet of the workbooks that were given is read by this layout."),
        N_(
            "Check “files” and “sheets”; without “sheets” no sheet is read of a workbook that has one of procscore's own."
        ),
        N_("Marks that a layout was written for may have been left out."),
    ),
    "layout-finds-nothing": Kind(
        Severity.WARNING,
        N_("There is nothing in {marks}, where {layout} looks for marks; the sheet was not read."),
        N_("If it holds no marks, leave it out with “sheets” or “skip”; else correct “marks”."),
        _NOTHING_LEFT_OUT,
    ),
    "layout-name-ambiguous": Kind(
        Severity.ERROR,
        N_("“{text}” can be read as “{pattern}” in more than one way."),
        N_("Rename it, or let the names stand in cells."),
        N_("A name that can be read in two ways would be guessed."),
    ),
    "layout-cell-blank": Kind(
        Severity.ERROR,
        N_("The {what} should stand here, and the cell is blank."),
        N_("Fill it in, or correct {layout}."),
        _ONE_PLACE,
    ),
    "layout-heading-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no {what}. {suggestion}"),
        N_("Correct it here; if it heads no {what}, name it in {layout} under “skip”."),
        N_("Marks that belong to nobody would be lost."),
    ),
    "layout-item-unknown": Kind(
        Severity.ERROR,
        N_("“{text}” is no criterion of the criteria sheet, by id, name or number. {suggestion}"),
        N_(
            "Name it in {layout}: under “items” with the id of its criterion, or under “skip” if it is none."
        ),
        N_("Marks for a criterion that does not exist would be lost."),
    ),
    "layout-heading-missing": Kind(
        Severity.ERROR,
        N_(
            "{count} cells from here to {last} have no heading that tells the {what}; they were not read."
        ),
        N_(
            "Write the heading into each row or column (a merged one counts for all that it spans), or leave them out of “marks”, which may list several ranges."
        ),
        _ONE_PLACE,
    ),
    "layout-marks-doubled": Kind(
        Severity.ERROR,
        N_("{count} marks stand in two places of this sheet: {cells}."),
        N_("Delete those that do not count, or leave them out with “marks” or “skip” in {layout}."),
        _FOR_A_PERSON,
    ),
    "layout-vendor-missing": Kind(
        Severity.ERROR,
        N_(
            "No sheet that {layout} reads has a place for “{vendor}” in the marks of: {evaluators}."
        ),
        N_(
            "Hand in what is missing, or correct the name of the vendor there, or “marks” in the layout."
        ),
        N_("A vendor without marks is not a vendor with zero points."),
    ),
}
