"""The words by which sheets and columns are known, Japanese and English, in one place.

Every word is compared by its key (`names.key`), so case, width and spaces do not matter.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from procscore.language import current
from procscore.model.bids import Status
from procscore.names import key

T = TypeVar("T")
Words = Mapping[str, tuple[str, ...]]

SHEETS: Words = {
    "procurement": ("案件", "Procurement"),
    "vendors": ("提案者", "Vendors"),
    "evaluators": ("審査委員", "Evaluators"),
    "secretariat": ("事務局", "Secretariat"),
    "consensus": ("合議", "Consensus"),
    "marks": ("採点", "Marks"),
    "key": ("匿名対応表", "Key"),
}
RANKING_SHEETS: Words = {
    "outcome": ("審査結果", "Result"),
    "summary": ("集計", "Summary"),
    "detail": ("明細", "Details"),
    "agreed": ("合議点", "Agreed marks"),
    "prices": ("価格点", "Price points", "金額・数量", "Amounts"),
    "ties": ("同点", "Ties"),
    "evaluators": ("委員別", "By evaluator"),
    "record": ("記録", "Record"),
}
"""The sheets of the ranking that is written, in their order.

That of the prices has its second name where no points are given for them.
"""
ORIGIN_SHEET = "procscore"
"""The hidden sheet of a workbook that procscore wrote."""
ORIGIN = {each: each for each in ("format", "criteria", "digest", "anonymous", "record")}
"""What stands in it."""
KEY: Words = {
    "label": ("表示", "label"),
    "id": ("記号", "id"),
    "name": ("名称", "name"),
}
RESULT_FORMAT = "result/1"
"""The version of the JSON of a result, by its name."""
RESULT_MARK = f"procscore {RESULT_FORMAT}"
"""The keyword among the properties of a workbook that says that it is a result, not an input."""
RESULT_HEADINGS = (
    ("順位", "Rank"),
    ("記号", "ID"),
    ("提案者", "Vendor"),
    ("状態", "Status"),
    ("結果", "Result"),
)
"""The first headings of a ranking that is written as CSV."""
EVALUATOR_SHEET_PREFIXES = ("採点_", "Marks_")

PROCUREMENT: Words = {
    "title": ("件名", "title"),
    "criteria": ("審査基準", "criteria"),
    "ceiling": ("予定価格", "上限額", "ceiling"),
    "investigation": ("調査基準価格", "investigation"),
    "estimate": ("基準額", "estimate"),
    "currency": ("通貨", "currency"),
    "opened": ("開札日", "opened"),
}
EXAMPLE_HEADINGS = ("記入例", "example")
"""What heads examples that nobody reads but people."""
VENDORS: Words = {
    "id": ("記号", "id"),
    "name": ("名称", "提案者名", "name"),
    "status": ("状態", "status"),
    "reason": ("理由", "reason"),
    "lot": ("くじ番号", "lot"),
    "code": ("業者コード", "code"),
    "arrival": ("受付番号", "受付順", "arrival"),
    "reading": ("フリガナ", "ふりがな", "reading"),
    "decision": ("決定順位", "decision"),
}
EVALUATORS: Words = {
    "id": ("記号", "id"),
    "name": ("氏名", "name"),
    "attendance": ("出欠", "attendance"),
    "recused": ("除斥", "recused"),
    "panel": ("審査班", "担当", "panel"),
    "role": ("役割", "role"),
}
GRID: Words = {
    "id": ("ID", "項目ID"),
    "criterion": ("審査項目", "評価項目", "criterion", "item"),
    "points": ("配点", "points"),
    "other": (
        "備考",
        "note",
        "notes",
        "remarks",
        "合計",
        "total",
        "小計",
        "subtotal",
        "所見",
        "comment",
        "採点方法",
        "how to mark",
        "評価の視点",
        "評価視点",
        "着眼点",
        "評価基準",
        "No.",
        "番号",
        "項番",
    ),
}
HOW_HEADINGS = ("採点方法", "how to mark")
NOTE_HEADINGS = ("備考", "note")
COMMENT_SUFFIXES = ("所見", "comment", "コメント")
TABLE: Words = {
    "evaluator": ("審査委員", "委員", "evaluator", "審査委員名", "委員名", "評価者"),
    "vendor": ("提案者", "vendor", "提案者名", "事業者名"),
    "criterion": ("審査項目", "項目", "criterion", "ID"),
    "mark": ("点数", "採点", "評点", "mark"),
    "comment": ("所見", "comment"),
}
ANSWERS: Words = {each: TABLE[each] for each in ("evaluator", "vendor")}
"""What an answers table must have; its other columns are criteria."""
ANSWER_COLUMNS: tuple[str, ...] = (
    *("ID", "回答ID", "回答番号", "受付番号", "レコード番号", "整理番号", "No.", "Record number"),
    *("タイムスタンプ", "回答日時", "受付日時", "送信日時", "登録日時", "作成日時", "更新日時"),
    *("開始時刻", "完了時刻", "最終変更時刻", "Timestamp", "Start time", "Completion time"),
    *("Last modified time", "Created datetime", "Updated datetime", "Submitted at"),
    *("メール", "メールアドレス", "Email", "Email address", "ユーザー名", "Username"),
    *("名前", "氏名", "お名前", "Name", "作成者", "更新者", "回答者", "Created by", "Updated by"),
    *("ステータス", "状態", "Status", "作業者", "言語", "Language", "コメント"),
    *GRID["other"],
)
"""What Google Forms, Microsoft Forms, kintone and others put beside the answers; it is passed over."""

TOTAL_ROWS = ("合計", "総合計", "合計点", "総計", "計", "total", "grand total", "sum")
"""What stands in the row of a score sheet that adds up all marks, and above such a column of answers."""

SIGNED_ROWS = (
    *("日付", "記入日", "採点日", "審査日", "年月日", "署名", "氏名", "委員名", "審査委員名", "印"),
    *("date", "name", "signature", "signed"),
)
"""What stands below a score sheet before a colon, where its evaluator signs it."""

MISSING_ROWS = ("未記入", "missing")
"""What stands in the row of a score sheet that counts the blanks."""

SUBTOTALS = ("小計", "中計", "subtotal")
"""What adds up the marks of a group."""

BESIDE_MARKS: tuple[str, ...] = (
    *(*TOTAL_ROWS, *SUBTOTALS, *GRID["other"], *GRID["points"], "順位", "rank"),
    *("平均", "平均点", "得点率", "最高", "最高点", "最低", "最低点", "係数", "満点", "コメント"),
    *("特記事項", "集計", "集計表", "総括", "総括表", "average", "mean", "highest", "lowest"),
)
"""What heads rows and columns of foreign score sheets, and names sheets, that hold no marks."""

OWN_RANK_ROWS = ("順位", "rank")
"""What stands as ID of the row of a score sheet in which its evaluator ranks the vendors."""

STATUSES: Mapping[str, Status] = {
    "": Status.ELIGIBLE,
    "有効": Status.ELIGIBLE,
    "valid": Status.ELIGIBLE,
    "辞退": Status.WITHDRAWN,
    "withdrawn": Status.WITHDRAWN,
    "失格": Status.DISQUALIFIED,
    "disqualified": Status.DISQUALIFIED,
    "無効": Status.INVALID,
    "invalid": Status.INVALID,
}
ATTENDANCE: Mapping[str, bool] = {
    "": True,
    "出席": True,
    "代理出席": True,
    "present": True,
    "欠席": False,
    "absent": False,
}
ROLES: Mapping[str, bool] = {
    "": False,
    "委員": False,
    "副委員長": False,
    "副会長": False,
    "member": False,
    "委員長": True,
    "会長": True,
    "chair": True,
}
"""Whether an evaluator of this role chairs the panel."""


def spelt(spellings: Sequence[str]) -> str:
    """Return the spelling in the current language: the first that is Japanese, or that is not."""
    wanted = current() == "ja"
    found = next(each for each in spellings if each.isascii() != wanted)
    return found[:1].upper() + found[1:]


def words_for(words: Mapping[str, object]) -> tuple[str, ...]:
    """Return the words of a dict that are of the current language, in their order."""
    return tuple(word for word in words if word and word.isascii() != (current() == "ja"))


def spelling(words: Words, meaning: str) -> str:
    """Return how `meaning` is written in the current language. Raises KeyError for an unknown one."""
    return spelt(words[meaning])


def look_up(words: Words, written: str) -> str | None:
    """Return what `written` means among `words`, or None."""
    wanted = key(written)
    for meaning, spellings in words.items():
        if any(key(spelling) == wanted for spelling in spellings):
            return meaning
    return None


def find_word(words: Mapping[str, T], written: str) -> T | None:
    """Return what `written` stands for in a dict of words, or None."""
    wanted = key(written)
    return next((meant for word, meant in words.items() if key(word) == wanted), None)


def commented(heading: str) -> str | None:
    """Return the vendor's name in `<vendor> 所見`, or None for any other heading."""
    folded = heading.rstrip()
    for suffix in COMMENT_SUFFIXES:
        if folded.casefold().endswith(suffix) and len(folded) > len(suffix):
            return folded[: -len(suffix)].rstrip(" _　:：(（")
    return None


def evaluator_of(sheet_name: str) -> str | None:
    """Return the evaluator's name in `採点_<evaluator>`, or None for any other sheet."""
    folded = sheet_name.replace("＿", "_").strip()
    for prefix in EVALUATOR_SHEET_PREFIXES:
        if folded.casefold().startswith(prefix.casefold()) and folded[len(prefix) :].strip():
            return folded[len(prefix) :].strip()
    return None
