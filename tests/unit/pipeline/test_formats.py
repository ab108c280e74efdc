import pytest

from procscore.export.formats import FORMATS
from support import results


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_holds_every_vendor_and_its_total(suffix, tmp_path):
    text = FORMATS[suffix](results.evaluated(tmp_path)).decode("utf-8-sig")
    for expected in (
        "株式会社アルファ",
        "ベータ株式会社",
        "ガンマ合同会社",
        "85",
        "84.75",
        "82.81",
    ):
        assert expected in text
