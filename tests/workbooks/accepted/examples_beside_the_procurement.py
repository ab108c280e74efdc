"""A blank value is not the example that stands behind it."""

from pathlib import Path

from support import books

NOTES = {"procurement-value-blank", "ceiling-not-given"}
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    entries = [
        ["案件", None, "記入例"],
        ["件名", "試験用の案件", "システム調達"],
        ["審査基準", "criteria.yaml", "fukui-sakai"],
        ["予定価格", None, "9000000"],
    ]
    return [books.hand_in(folder, {**books.valid(), "案件": entries})]
