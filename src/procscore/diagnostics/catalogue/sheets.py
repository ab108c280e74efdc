"""Codes for score sheets that are to be handed out."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

SHEETS: dict[str, Kind] = {
    "evaluators-none": Kind(
        Severity.ERROR,
        N_("There is no evaluator to hand a score sheet to."),
        N_("Give --evaluators a number or names, or take them from a workbook by --from."),
        N_("What the panel marks needs somebody who marks it."),
    ),
    "evaluators-not-a-count": Kind(
        Severity.ERROR,
        N_("“{text}” is no number of evaluators: there can be 1 to {most}."),
        N_("Give a number of them, or names, set apart by commas."),
        N_("So many score sheets are made."),
    ),
    "no-vendor-to-mark": Kind(
        Severity.ERROR,
        N_("There is no vendor to be marked."),
        N_(
            "Name the vendors by --vendors, or in the workbook of --from. Who has withdrawn, is disqualified or invalid is not marked."
        ),
        N_("A score sheet has a column for each vendor."),
    ),
    "vendor-no-heading": Kind(
        Severity.ERROR,
        N_(
            "“{vendor}” cannot head a column of marks: above a score sheet it means something else."
        ),
        N_(
            "Give the vendor a short 記号 / id, such as A, in the workbook of --from; or write the sheets with --anonymous."
        ),
        N_("A vendor is known by the heading of its column."),
    ),
    "panel-without-name": Kind(
        Severity.ERROR,
        N_(
            "“{evaluator}” sits on the panel of the criteria sheet itself, which has no name, and on another."
        ),
        N_("Give it a name in the criteria sheet: “name” under “panel”."),
        N_("The sheet of the evaluators names the panels of each."),
    ),
    "evaluator-added": Kind(
        Severity.WARNING,
        N_(
            "“{evaluator}” is no evaluator of the workbook of --from; a sheet was made all the same."
        ),
        N_("Check the spelling; add a new evaluator to the sheet 審査委員 / Evaluators, too."),
        N_(
            "A slip in a name would lose what the workbook says of the evaluator: a recusal, a panel."
        ),
    ),
    "panel-without-evaluators": Kind(
        Severity.ERROR,
        N_("Nobody sits on the panel “{panel}”, so that there is nobody to hand its sheets to."),
        N_(
            "Give --evaluators a number or names (of a further panel: --evaluators {panel}=3), or take them from a workbook by --from."
        ),
        N_("Every criterion that a panel marks needs somebody who marks it."),
    ),
    "evaluator-no-sheet-name": Kind(
        Severity.ERROR,
        N_("No sheet can be named after the evaluator “{evaluator}”."),
        N_(
            "Give the evaluator a short 記号 / id, such as 1: a sheet's name has at most 31 characters and none of [ ] : * ? / \\."
        ),
        N_("An evaluator is known by the name of its sheet."),
    ),
}
