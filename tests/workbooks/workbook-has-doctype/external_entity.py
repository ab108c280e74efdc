"""An entity that names a file of the reader's."""

from pathlib import Path

from support import books

WHERE = "bids.xlsx"
ENTITY = '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    return [books.rewrite(path, "xl/sharedStrings.xml", "<sst ", ENTITY + "<sst ")]
