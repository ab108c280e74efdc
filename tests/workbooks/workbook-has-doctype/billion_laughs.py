"""Entities of entities grow tenfold with each; the first declaration is enough to refuse."""

from pathlib import Path

from support import books

WHERE = "bids.xlsx"
ENTITY = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    return [books.rewrite(path, "xl/sharedStrings.xml", "<sst ", ENTITY + "<sst ")]
