"""The catalogue: every code with its severity, its sentence, what to do, and why it matters."""

from procscore.diagnostics.catalogue.bids import BIDS
from procscore.diagnostics.catalogue.cells import CELLS
from procscore.diagnostics.catalogue.criteria import CRITERIA
from procscore.diagnostics.catalogue.files import FILES
from procscore.diagnostics.catalogue.layouts import LAYOUTS
from procscore.diagnostics.catalogue.lint import LINT
from procscore.diagnostics.catalogue.marks import MARKS
from procscore.diagnostics.catalogue.notices import NOTICES
from procscore.diagnostics.catalogue.procedure import PROCEDURE
from procscore.diagnostics.catalogue.rankings import RANKINGS
from procscore.diagnostics.catalogue.sheets import SHEETS
from procscore.diagnostics.catalogue.verification import VERIFICATION
from procscore.diagnostics.kind import Kind

CATALOGUE: dict[str, Kind] = {
    **FILES,
    **CELLS,
    **BIDS,
    **MARKS,
    **LAYOUTS,
    **PROCEDURE,
    **CRITERIA,
    **RANKINGS,
    **LINT,
    **SHEETS,
    **NOTICES,
    **VERIFICATION,
}
