"""Width, kana, dashes, spaces, invisible characters and short legal forms make no other name."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] D1"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    names = {"B2": "株式会社コーユー山一", "B3": "（株）日本データ", "B4": "合同会社Ｇ＆Ｇ"}
    first = {"D1": "㈱ コ—ユ－山一", "E1": "㍿日本ﾃﾞｰﾀ", "F1": "(同)g&g"}
    second = {
        "D1": "株式会社\u3000コーユー山―",
        "E1": "株式\u200b会社 日本デ\u30fcタ",
        "F1": "合同　会社Ｇ&Ｇ",
    }
    sheets = books.with_cells({"提案者": names, "採点_委員1": first, "採点_委員2": second})
    return [books.hand_in(folder, sheets)]
