from pathlib import Path

from support import books, handed_out

WHERE = "bids.xlsx"

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    written = handed_out.write(folder)
    handed_out.fill(written)
    changed = books.criteria_with("title: 小さな審査基準書", "title: 改訂した審査基準書")
    (folder / "criteria.yaml").write_text(changed, encoding="utf-8")
    return list(handed_out.paths(written))
