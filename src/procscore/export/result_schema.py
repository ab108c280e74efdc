"""The JSON Schema of a result (draft 2020-12): what `json_result` writes, for whoever reads it.

It is written by hand, since it is a promise to others: what stands in it does not follow the code,
and a test holds the two together.
"""

import json
from pathlib import Path

FILE = Path(__file__).with_name("result.schema.json")


def text(*, ascii_only: bool = False) -> str:
    """Return the schema as the file that it is.

    With `ascii_only` other characters are escaped, for consoles that have not got them.
    """
    written = FILE.read_text(encoding="utf-8")
    return json.dumps(json.loads(written), indent=2) + "\n" if ascii_only else written
