from pathlib import Path

from support import books

WHERE = "[Key] B2"


def build(folder: Path) -> list[Path]:
    key = [["id", "label"], ["B社", "A社"]]
    return [books.hand_in(folder, {**books.valid(), "Key": key})]
