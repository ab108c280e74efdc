from pathlib import Path

from support import books

WHERE = "[提案者] C2"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(
        path,
        books.part_of("提案者"),
        '<c r="C2"[^>]*><v>\\d+</v></c>',
        '<c r="C2" t="e"><v>#VALUE!</v></c>',
    )
    return [path]
