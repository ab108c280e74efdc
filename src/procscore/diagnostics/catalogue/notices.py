"""Codes for what is left out of a vendor's notice, because it would name somebody else."""

from procscore.diagnostics.kind import Kind, Severity
from procscore.language import N_

NOTICES: dict[str, Kind] = {
    "comment-names-others": Kind(
        Severity.WARNING,
        N_(
            "The comment on this mark names somebody else ({names}) and is left out of the notice for “{vendor}”."
        ),
        N_("Reword the comment with whoever wrote it, then write the notices again."),
        N_("A notice tells a vendor nothing of the other vendors, and not who marked it."),
    ),
    "notice-names-others": Kind(
        Severity.WARNING,
        N_("“{text}” names somebody else ({names}) and is left out of the notice for “{vendor}”."),
        N_("Reword what the workbook says of the vendor, then write the notices again."),
        N_("A notice tells a vendor nothing of the other vendors, and not who marked it."),
    ),
}
