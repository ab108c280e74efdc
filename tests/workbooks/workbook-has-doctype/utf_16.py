"""A part may be UTF-16: the declaration must be found there too."""

from pathlib import Path

from support import books

WHERE = "bids.xlsx"
ENTITY = '<!DOCTYPE sst [<!ENTITY a "36">]>'


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    content = books.parts(path)
    strings = (
        content["xl/sharedStrings.xml"]
        .decode()
        .removeprefix('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
    )
    content["xl/sharedStrings.xml"] = (
        '<?xml version="1.0" encoding="UTF-16"?>' + ENTITY + strings
    ).encode("utf-16")
    return [books.pack(path, content)]
