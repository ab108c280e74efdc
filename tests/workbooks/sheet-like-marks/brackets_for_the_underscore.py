"""Without its marks another vendor would come first."""

from pathlib import Path

from support import books

WHERE = "[採点（委員2）]"


def build(folder: Path) -> list[Path]:
    sheets = books.without("審査委員")
    sheets["採点（委員2）"] = sheets.pop("採点_委員2")
    return [books.hand_in(folder, sheets)]
