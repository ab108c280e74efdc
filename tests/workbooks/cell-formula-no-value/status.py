"""Read as blank, a disqualified vendor would be eligible."""

from pathlib import Path

from support import books

WHERE = "[提案者] D2"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(
        path,
        books.part_of("提案者"),
        '<c r="D2"[^>]*><v>\\d+</v></c>',
        '<c r="D2"><f>IF(1,"失格","")</f></c>',
    )
    return [path]
