from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "technical.json"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    technical = books.before_opening(folder, books.valid())
    content = technical.read_text(encoding="utf-8")
    assert '"value": "36"' in content
    technical.write_text(content.replace('"value": "36"', '"value": "good"'), encoding="utf-8")
    return [books.hand_in(folder, books.valid())]
