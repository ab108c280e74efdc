"""What keeps a published ranking from being computed again."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

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
        N_(
            "Name the workbooks it was computed from, too (procscore verify ranking.csv bids.xlsx), or verify the .json of the same result."
        ),
        N_(
            "A ranking is computed again from the marks and prices; without them nothing can be said."
        ),
    ),
}
