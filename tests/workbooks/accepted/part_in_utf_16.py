from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    content = books.parts(path)
    part = books.part_of("採点_委員1")
    text = content[part].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"', 1)
    return [books.pack(path, {**content, part: text.encode("utf-16")})]
