from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore.pipeline.formats import FORMATS
from support import results


def read(suffix, content):
    """Return the text of a file as a reader sees it; of a workbook what its cells hold."""
    if suffix != ".xlsx":
        return content.decode("utf-8-sig")
    book = load_workbook(BytesIO(content), data_only=True)
    return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_holds_every_vendor_and_its_total(suffix, tmp_path):
    text = read(suffix, FORMATS[suffix](results.evaluated(tmp_path)))
    for expected in (
        "株式会社アルファ",
        "ベータ株式会社",
        "ガンマ合同会社",
        "85",
        "84.75",
        "82.81",
    ):
        assert expected in text
