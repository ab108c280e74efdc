"""What keeps a published ranking from being computed again."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

_NAME_WORKBOOKS = N_(
    "Name the workbooks it was computed from: after the ranking to verify it (procscore verify ranking.xlsx bids.xlsx), else in its place; or name the .json of the same result."
)

VERIFICATION = {
    "ranking-not-known": Kind(
        Severity.ERROR,
        N_("This is no ranking that procscore wrote as .xlsx, .json or .csv."),
        N_("Name the file that “evaluate --out FILE” wrote; it may have been saved again since."),
        N_("Only a ranking that procscore wrote can be written again and compared."),
    ),
    "ranking-without-record": Kind(
        Severity.ERROR,
        N_("This ranking does not hold what went into it."),
        _NAME_WORKBOOKS,
        N_(
            "A ranking is computed again from the marks and prices; without them nothing can be said."
        ),
    ),
    "ranking-of-a-part": Kind(
        Severity.WARNING,
        N_(
            "This ranking is of a part of the procedure (“{text}”), and only {option} says of which."
        ),
        N_("Name the part that was evaluated, as it was named then: {option}."),
        N_("Without a record, nothing but an option tells what part of a procedure to compute."),
    ),
    "ranking-record-unreadable": Kind(
        Severity.ERROR,
        N_("The record on this hidden sheet of the ranking was changed and cannot be read."),
        _NAME_WORKBOOKS,
        N_("A ranking alone is computed again from the record of the marks, prices and rules."),
    ),
    "ranking-not-its-record": Kind(
        Severity.WARNING,
        N_(
            "The ranking does not show what its own record gives: {what}. In the ranking: {found}; computed from its record: {computed}."
        ),
        N_("Run “procscore verify” with the ranking and the workbooks: it names every difference."),
        N_("A result is computed again from its record, which nobody sees who reads the ranking."),
    ),
}
