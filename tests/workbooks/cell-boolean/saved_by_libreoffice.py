"""LibreOffice makes a formula of a truth value, and keeps errors, dates and percentages."""

from pathlib import Path

from support import books

WHERE = "saved/bids.xlsx [採点_委員1] D2"
ALSO = {"cell-error-value", "cell-not-a-number", "cell-date-format", "cell-percent-format"}


def build(folder: Path) -> list[Path]:
    first = {
        "D2": True,
        "E2": books.Formula("=NA()", "#N/A"),
        "F2": books.Formula("=1/0", "#DIV/0!"),
        "D3": "#N/A",
        "E3": books.Formatted(16, "yyyy-mm-dd"),
        "F3": books.Formatted(0.8, "0%"),
    }
    saved = books.saved_by_libreoffice(
        books.hand_in(folder, books.with_cells({"採点_委員1": first}))
    )
    (saved.parent / "criteria.yaml").write_text(books.CRITERIA, encoding="utf-8")
    return [saved]
