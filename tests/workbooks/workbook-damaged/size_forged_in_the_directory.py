"""Less than the size that is declared cannot come out; more than that is never unpacked."""

import zipfile
from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    content = books.parts(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
        archive.getinfo("xl/styles.xml").file_size = 10
    return [path]
