"""What came of verifying a ranking as JSON, `verification/1`: the same input gives the same bytes.

`what`, `why` and `notes` are sentences in the language of the run; `found` and `expected` are written
for a reader, numbers with their thousands separated.
"""

import json

from procscore.export import changes_json
from procscore.export.json_parts import Json, place, written
from procscore.model.bids import InputFile
from procscore.model.verification import Difference, InputCheck, Verification
from procscore.version import __version__

FORMAT = "verification/1"


def export(verification: Verification) -> bytes:
    """Return what came of it as UTF-8 JSON."""
    changes = verification.changes
    content = {
        "procscore": FORMAT,
        "version": __version__,
        "ranking": verification.ranking,
        "reproduced": verification.reproduced,
        "from_record": verification.from_record,
        "differences": [_difference(each) for each in verification.differences],
        "inputs": [_check(each) for each in verification.inputs],
        "unrecorded": [_file(each) for each in verification.unrecorded],
        "changes": changes and json.loads(changes_json.export(changes)),
        "added": [place(each) for each in verification.added],
        "notes": [str(each) for each in verification.notes],
    }
    return written(content)


def _difference(each: Difference) -> Json:
    return {
        "where": place(each.where),
        "what": str(each.what),
        "found": each.found,
        "expected": each.expected,
        "why": [str(one) for one in each.why],
    }


def _check(each: InputCheck) -> Json:
    return {
        "recorded": _file(each.recorded),
        "given": each.given and _file(each.given),
        "same": each.same,
    }


def _file(each: InputFile) -> Json:
    return {"file": each.name, "sha256": each.sha256 or None}
