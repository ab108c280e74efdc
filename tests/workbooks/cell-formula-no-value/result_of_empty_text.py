"""A formula that shows nothing is not a blank that somebody left."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] D2"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(
        path,
        books.part_of("採点_委員1"),
        '<c r="D2"[^>]*><v>36</v></c>',
        '<c r="D2" t="str"><f>IF(TRUE,"")</f><v></v></c>',
    )
    return [path]
