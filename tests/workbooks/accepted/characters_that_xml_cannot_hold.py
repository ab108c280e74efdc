"""Excel writes a line break of the web as _x000D_, LibreOffice a tabulator as _x000b_."""

from pathlib import Path

from support import books

NOTES = {"cell-number-as-text"}
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    part = books.part_of("採点_委員1")
    heading = '<c r="D1" t="inlineStr"><is><t xml:space="preserve">A社_x000D_\n</t></is></c>'
    books.rewrite(path, part, '<c r="D1"[^>]*><v>[0-9]+</v></c>', heading)
    mark = '<c r="D2" t="str"><v>_x0033_6</v></c>'
    books.rewrite(path, part, '<c r="D2"[^>]*><v>36</v></c>', mark)
    books.rewrite(path, "xl/sharedStrings.xml", "<t>実施計画</t>", "<t>実施_x000b_計画</t>")
    return [path]
