"""Builds bids.xlsx beside this script: a whole, invented procurement by the Fukui-Sakai standard.

Five vendors, seven evaluators, half-point marks. C社 is above the ceiling, 委員4 is recused for
B社, and the first two are a few points apart. Same script, same bytes.

    python examples/fukui-sakai/build.py
"""

import datetime as dt
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).parent

VENDORS = [  # id, name, initial cost, yearly fee, how good its proposal and its demo are (per mille)
    ("A社", "株式会社Aシステム", 38_000_000, 12_000_000, (861, 874)),
    ("B社", "B情報サービス株式会社", 46_000_000, 13_400_000, (889, 907)),
    ("C社", "Cソリューションズ株式会社", 52_500_000, 14_100_000, (905, 880)),
    ("D社", "株式会社D総合研究所", 31_000_000, 11_800_000, (742, 701)),
    ("E社", "Eデータ株式会社", 41_500_000, 12_900_000, (806, 838)),
]
CEILING = 120_000_000
EVALUATORS = [
    ("委員1", "副市長", ""),
    ("委員2", "総務部長", ""),
    ("委員3", "情報政策課長", ""),
    ("委員4", "学識経験者(大学教授)", "B社"),
    ("委員5", "市民課長", ""),
    ("委員6", "税務課長", ""),
    ("委員7", "学識経験者(公認会計士)", ""),
]
ITEMS = [  # id, name, points; a heading has no id
    ("", "企画提案書評価(プレゼンを含む)", 400),
    ("", "1. 提案主旨", 85),
    ("trends", "国や自治体のICT構築動向やICT市場に関する理解度", 10),
    ("finances", "自治体の財政状況に関する理解度", 10),
    ("tco", "ICTのコスト構造やトータルコストについての考え方", 20),
    ("asp", "ASP型サービスへの取り組み状況や将来性を見据えた柔軟性、拡張性維持の考え方", 10),
    ("optimisation", "ICTが業務の最適化に効果を発揮するための条件・考え方", 15),
    ("merits", "提案採用時のメリット", 20),
    ("", "2. 会社概要", 50),
    ("organisation", "組織、体制の優位性", 20),
    ("business", "自治体に対する事業内容の特長", 10),
    ("quality", "IDC設備、認証・取得資格による品質保証", 20),
    ("", "3. 提案システム", 90),
    ("record", "提案サービスの導入実績", 20),
    ("scope", "提案サービスの範囲、パッケージシステムの特長", 20),
    ("analysis", "業務分析、パッケージ適用手法", 20),
    ("upkeep", "機能維持、法令・制度改正への対応", 20),
    ("maintenance", "保守作業、障害対応", 10),
    ("unpublished", "内訳非公表分(出典に示されていない175点)", 175),
    ("demo", "デモ評価", 400),
]


def mark(item: int, points: int, vendor: int, evaluator: int) -> float:
    """Return an invented mark: the vendor's quality, the evaluator's severity and some scatter."""
    quality = VENDORS[vendor][4][1 if ITEMS[item][0] == "demo" else 0]
    severity = (7, -11, 4, -3, 12, -9, 1)[evaluator] * 3
    scatter = (item * 37 + vendor * 53 + evaluator * 29) % 61 - 30
    halves = (quality + severity + scatter) * points * 2 // 1000
    return min(max(halves, 0), points * 2) / 2


def page(book: xlsxwriter.Workbook, name: str) -> Worksheet:
    """Add a sheet that prints on A4, one page wide."""
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&A  &P / &N")
    return sheet


def build(path: Path) -> None:
    """Write the workbook."""
    book = xlsxwriter.Workbook(
        path, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": dt.datetime(2026, 4, 1)})  # noqa: DTZ001 - no zone in a file
    font = {"font_name": "Yu Gothic", "font_size": 11}
    text = book.add_format({**font, "border": 1, "text_wrap": True, "valign": "vcenter"})
    head = book.add_format(
        {**font, "border": 1, "bold": True, "bg_color": "#DCE6F1", "align": "center"}
    )
    group = book.add_format({**font, "border": 1, "bold": True, "bg_color": "#F2F2F2"})
    yen = book.add_format({**font, "border": 1, "num_format": "#,##0"})
    half = book.add_format({**font, "border": 1, "num_format": "0.0"})

    sheet = page(book, "案件")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 52)
    for row, (key, value) in enumerate(
        [
            ("件名", "総合行政情報システム調達(例示用の架空の案件)"),
            ("審査基準", "fukui-sakai"),
            ("予定価格", CEILING),
            ("通貨", "円"),
            ("開札日", "2026-04-01"),
        ]
    ):
        sheet.write_string(row, 0, key, head)
        if isinstance(value, int):
            sheet.write_number(row, 1, value, yen)
        else:
            sheet.write_string(row, 1, value, text)

    sheet = page(book, "提案者")
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 32)
    sheet.set_column(2, 5, 16)
    for column, heading in enumerate(["記号", "名称", "初期費用", "年間利用料", "状態", "理由"]):
        sheet.write_string(0, column, heading, head)
    for row, (vendor, name, initial, yearly, _) in enumerate(VENDORS, start=1):
        sheet.write_string(row, 0, vendor, text)
        sheet.write_string(row, 1, name, text)
        sheet.write_number(row, 2, initial, yen)
        sheet.write_number(row, 3, yearly, yen)
        sheet.write_string(row, 4, "有効", text)
        sheet.write_blank(row, 5, None, text)

    sheet = page(book, "審査委員")
    sheet.set_column(0, 3, 24)
    for column, heading in enumerate(["記号", "氏名", "出欠", "除斥"]):
        sheet.write_string(0, column, heading, head)
    for row, (evaluator, name, recused) in enumerate(EVALUATORS, start=1):
        for column, value in enumerate([evaluator, name, "出席", recused]):
            sheet.write_string(row, column, value, text)

    for index, (evaluator, _, recused) in enumerate(EVALUATORS):
        sheet = page(book, f"採点_{evaluator}")
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 64)
        sheet.set_column(2, 2 + len(VENDORS), 8)
        sheet.freeze_panes(1, 3)
        for column, heading in enumerate(["ID", "審査項目", "配点", *[v[0] for v in VENDORS]]):
            sheet.write_string(0, column, heading, head)
        for item, (identifier, name, points) in enumerate(ITEMS):
            form = text if identifier else group
            sheet.write_string(item + 1, 0, identifier, form)
            sheet.write_string(item + 1, 1, name, form)
            sheet.write_number(item + 1, 2, points, form)
            for number, vendor in enumerate(VENDORS):
                if not identifier or vendor[0] == recused:
                    sheet.write_blank(item + 1, 3 + number, None, form)
                else:
                    value = mark(item, points, number, index)
                    sheet.write_number(item + 1, 3 + number, value, half)
    book.close()


if __name__ == "__main__":
    build(HERE / "bids.xlsx")
