"""Notices (結果通知書): for each vendor what it is told of the result, and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from procscore.diagnostics import Diagnostic, Problems
from procscore.export import file_names
from procscore.export.pages import PAGE_FORMATS
from procscore.language import current
from procscore.model.result import Evaluation
from procscore.pages import notice

SUFFIXES = (".html", ".xlsx")
"""The formats of every notice."""
_NAMES = {"en": "notice-{id}", "ja": "通知_{id}"}


@dataclass(frozen=True, slots=True)
class Notices:
    """The notices of all vendors, ready to be written."""

    folder: Path
    count: int
    """How many vendors; each has a file of every format."""
    files: Mapping[Path, bytes]
    diagnostics: tuple[Diagnostic, ...]
    """What is left out of them, because it names others."""


def notices(result: Evaluation, folder: Path, others: Iterable[Path] = ()) -> Notices:
    """Make the notices that go into `folder`; none gets the name of one of the `others` written."""
    problems = Problems()
    home = folder.resolve()
    stems = file_names.stems(
        (_NAMES[current()].format(id=each.vendor.id) for each in result.vendors),
        (other.stem for other in others if other.parent.resolve() == home),
    )
    made: dict[Path, bytes] = {}
    for each, stem in zip(result.vendors, stems, strict=True):
        page = notice.page(result, each, problems)
        made |= {folder / f"{stem}{suffix}": PAGE_FORMATS[suffix](page) for suffix in SUFFIXES}
    return Notices(folder, len(result.vendors), made, tuple(problems))
