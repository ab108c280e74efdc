"""Every ranking that LibreOffice saved again is reproduced: it rewrites numbers and formulas."""

from pathlib import Path

import pytest

from procscore import language
from procscore.model.part import WHOLE
from procscore.pipeline import verifying
from procscore.pipeline.formats import FORMATS
from support import books, cases


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Return the workbooks of all procurements as one run of LibreOffice saved them."""
    folder = tmp_path_factory.mktemp("rankings")
    paths: list[Path] = []
    for place, name in enumerate(cases.NAMES):
        language.use(language.LANGUAGES[place % 2])
        path = folder / f"{name}.xlsx"
        try:
            path.write_bytes(FORMATS[".xlsx"](cases.result(name)))
        finally:
            language.use("en")
        paths.append(path)
    return dict(zip(cases.NAMES, books.all_saved_by_libreoffice(paths), strict=True))


@pytest.mark.parametrize("name", cases.NAMES)
def test_a_ranking_saved_by_libreoffice_is_reproduced_from_its_record(name, saved):
    outcome = verifying.verify(saved[name], [], None, WHOLE)
    assert outcome.result is not None, outcome.diagnostics
    assert (outcome.result.differences, outcome.result.notes) == ((), ())
    assert outcome.result.reproduced
