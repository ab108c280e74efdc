"""What is published names nobody who must not be named: every byte of every format is searched."""

import io
import itertools
import json
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel
from rich.console import Console

import procscore
from procscore import language
from procscore.model.anonymous import anonymous
from procscore.pipeline import Part, formats
from procscore.render.detail import detail
from procscore.render.ranking import report
from support import books, command, tree

CASES = sorted(path.parent for path in (tree.ROOT / "tests" / "cases").glob("*/bids.yaml"))
LIKE_A_LABEL = re.compile(r"[A-Z]社|委員\d+|\d+%")
"""The example and the cases call vendors and evaluators so, which stands in any page."""
SHORTEST = 3

CRITERIA = books.criteria_with(
    "ties: [{higher: technical}, {lower: total}, lot]",
    "ties: [{lot: {rule: remainder, order: code, add: 0, first: 1}}]",
)
CHECK = (
    "  - {id: isms, name: 認証, points: 0, score: {method: check, fail: exclude}}\n  - id: price\n"
)
HIDDEN = {
    "vendors": ["株式会社日本システム", "日本システム", "有限会社甲信堂", "甲信堂", "丁田工業"],
    "ids": ["V-102", "V-103", "V-104"],
    "codes": ["07654321", "00998877", "55667788"],
    "readings": ["ニホンシステム", "コウシンドウ", "チョウダコウギョウ"],
    "evaluators": ["山田 太郎", "山田太郎", "鈴木 花子", "鈴木花子", "yamada", "suzuki"],
    "comments": ["提案はよい", "オメガ社", "前回の失敗"],
    "files": ["鈴木花子採点", "内部資料", "bids.xlsx"],
}
NAMED = ["V-101", "日本システム東京"]


def handed_in(folder):
    """Hand in awkward names: one within another, in file names, reasons, comments and diagnostics."""
    marks = ["ID", "審査項目", "配点", "日本システム東京", "日本システム 東京 所見"]
    headings = [*marks, "V-102", "V-103", "V-103 所見", "V-104"]
    sheets = {
        "案件": [["件名", "試験用の案件"], ["審査基準", "criteria.yaml"], ["予定価格", 12_000_000]],
        "提案者": [
            ["記号", "名称", "提案価格", "状態", "理由", "くじ番号", "業者コード", "フリガナ"],
            ["V-101", "日本システム東京", 8_000_000, None, None, "12", "11223344", "トウキョウ"],
            [
                "V-102",
                "株式会社日本システム",
                8_000_000,
                None,
                None,
                "14",
                "07654321",
                "ニホンシステム",
            ],
            ["V-103", "有限会社甲信堂", 9_000_000, None, None, "14", "00998877", "コウシンドウ"],
            [
                *("V-104", "丁田工業", 9_500_000, "失格"),
                "（有）甲信堂と㈱日本システム（V-102）に漏らした丁田工業（コード55667788）を山田太郎委員が指摘",
                *("15", "55667788", "チョウダコウギョウ"),
            ],
        ],
        "審査委員": [["記号", "氏名"], ["yamada", "山田 太郎"], ["suzuki", "鈴木 花子"]],
        "採点_山田　太郎": [
            headings,
            ["plan", "実施計画", 40, 36, "提案はよい", 36, 30, "オメガ社に劣る", None],
            ["staff", "実施体制", 20, "１８", None, 18, 15, "コード00998877の前回の失敗", 3],
            ["isms", "認証", 0, "○", None, "○", "×", None, None],
        ],
        "甲信堂の内部資料": [["丁田工業"]],
    }
    own = {
        "Marks_suzuki": [
            headings,
            ["plan", "実施計画", 40, 34, None, 34, 30, "内部資料による", None],
            ["staff", "実施体制", 20, 18, None, 18, 15, None, None],
            ["isms", "認証", 0, "○", None, "○", "○", None, None],
        ]
    }
    criteria = CRITERIA.replace("  - id: price\n", CHECK, 1)
    return [
        books.hand_in(folder, sheets, criteria),
        books.save(folder / "鈴木花子採点.xlsx", own),
    ]


def contents(data):
    """Return every text in a file: of a workbook each part, with what escapes a character."""
    if not data.startswith(b"PK"):
        return {"": plain(data)}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: plain(name.encode() + archive.read(name)) for name in archive.namelist()}


def plain(data):
    text = data.decode("utf-8", errors="replace")
    text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), text)


def shown(result):
    """Return what the terminal shows."""
    screen = Console(file=io.StringIO(), width=400)
    screen.print(report(result), detail(result))
    return screen.file.getvalue()


def published(result, name_winner):
    """Give each place of each format, and the terminal, with the text in it."""
    found = anonymous(result, name_winner=name_winner)
    yield "terminal", shown(found)
    for suffix, export in formats.FORMATS.items():
        for part, text in contents(export(found)).items():
            yield f"{suffix} {part}", text


def leaks(result, secrets, kept, name_winner):
    """Return the secrets that stand in what is published, where they do not stand in what is kept."""
    found = set()
    for where, text in published(result, name_winner):
        for each in sorted(kept, key=len, reverse=True):
            text = text.replace(each, "")  # noqa: PLW2901 - what is left is searched
        found |= {(where, secret) for secret in secrets if secret in text}
    return found


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    outcome = procscore.pipeline.evaluate(handed_in(tmp_path_factory.mktemp("awkward")))
    assert outcome.result is not None, outcome.diagnostics
    return outcome.result


SECRETS = [each for those in HIDDEN.values() for each in those]


@pytest.mark.parametrize("lang", language.LANGUAGES)
@pytest.mark.parametrize("name_winner", [True, False])
def test_no_name_is_in_any_byte(awkward, lang, name_winner):
    language.use(lang)
    kept = NAMED if name_winner else []
    secrets = SECRETS if name_winner else [*SECRETS, *NAMED, "11223344", "トウキョウ"]
    assert awkward.award.winners == ("V-101",)
    assert leaks(awkward, secrets, kept, name_winner) == set()


def test_without_the_option_they_are_all_there(awkward):
    """Else the search would prove nothing."""
    written = formats.FORMATS[".json"](awkward).decode()
    searched = {each for kind, those in HIDDEN.items() if kind != "files" for each in those}
    assert {each for each in searched if each not in written} <= {
        "鈴木花子",
        "山田太郎",
        "丁田工業",
    } | set(HIDDEN["evaluators"])
    assert all(each in written for each in ("山田 太郎", "鈴木 花子", "オメガ社", "内部資料"))


def test_everything_else_that_is_published_is_as_it_was(awkward):
    """Points, ranks and cells are those of the result with names."""
    before = json.loads(formats.FORMATS[".json"](awkward))
    after = json.loads(formats.FORMATS[".json"](anonymous(awkward, name_winner=True)))
    for old, new in zip(before["vendors"], after["vendors"], strict=True):
        assert old["scores"] == new["scores"]
        assert (old["rank"], old["points"]) == (new["rank"], new["points"])
        # Comments are left out, with their cells.
        told = re.sub(r"'comment_cell': \{[^{}]*\}", "", str(old))
        old_cells, new_cells = (re.findall(r"'cell': '\w+'", each) for each in (told, str(new)))
        assert old_cells == new_cells


def texts(content):
    if isinstance(content, str):
        yield str(content)
    elif isinstance(content, BaseModel):
        yield from texts([each for _name, each in content])
    elif isinstance(content, dict):
        yield from texts([*content, *content.values()])
    elif isinstance(content, list | tuple):
        for each in content:
            yield from texts(each)


def names(result, name_winner):
    """Return what must not be published of a result, and what stays."""
    winners = result.award.winners if name_winner else ()
    secrets, kept = set(), {result.procurement.title, *texts(result.criteria)}
    for each in result.vendors:
        vendor = each.vendor
        of_vendor = {vendor.id, vendor.name, vendor.code, vendor.reading}
        (kept if vendor.id in winners else secrets).update(filter(None, of_vendor))
    for each in result.evaluators:
        secrets |= {each.id, each.name}
    secrets |= {
        mark.comment for each in result.vendors for score in each.walk() for mark in score.marks
    }
    secrets |= {Path(each.path).name for each in result.inputs}  # bids alone is a word
    searched = {
        each for each in secrets if len(each) >= SHORTEST and not LIKE_A_LABEL.fullmatch(each)
    }
    return {each for each in searched if not any(each in one for one in kept)}, kept


@pytest.fixture(scope="module", params=[command.EXAMPLE, *CASES], ids=lambda path: path.name)
def known(request, tmp_path_factory):
    """Return the evaluation of the example or of a published case."""
    if request.param is command.EXAMPLE:
        return procscore.evaluate(command.EXAMPLE)
    folder = tmp_path_factory.mktemp(request.param.name)
    sheets = yaml.safe_load((request.param / "bids.yaml").read_text(encoding="utf-8"))
    criteria = (request.param / "criteria.yaml").read_text(encoding="utf-8")
    return books.evaluate(folder, sheets, criteria).result


@pytest.mark.parametrize("name_winner", [True, False])
def test_no_name_of_a_published_case_is_in_any_byte(known, name_winner):
    if known is None:
        return  # what is wrong with it is told, and nothing is published
    secrets, kept = names(known, name_winner)
    for lang in language.LANGUAGES:
        language.use(lang)
        assert leaks(known, secrets, kept, name_winner) == set()


@pytest.mark.parametrize(
    ("option", "winner", "told"),
    [
        ("--anonymize", "株式会社Aシステム", "vendors that were not chosen, are not named"),
        ("--anonymize-winner", "Vendor A", "evaluators and vendors are not named"),
    ],
)
def test_the_command_prints_and_writes_what_may_be_published(tmp_path, option, winner, told):
    written = tmp_path / "result.json"
    done = command.run("evaluate", command.EXAMPLE, option, "--detail", "--out", written)
    printed = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert winner in printed
    assert told in printed
    content = json.loads(written.read_text(encoding="utf-8"))
    assert [each["name"] for each in content["evaluators"]][:2] == ["Evaluator 1", "Evaluator 2"]
    assert [each["name"] for each in content["vendors"]][:2] == [winner, "Vendor B"]
    for each in ("B情報サービス", "bids.xlsx", "学識経験者"):
        assert each not in printed + written.read_text(encoding="utf-8")


STAGES = """stages:
  - {id: first, name: 一次, criteria: [technical], gate: {top: 2}}
  - {id: last, name: 二次, criteria: [price], carry_over: true}
award: {"""
PARTS = (
    Part(),
    Part(technical_only=True),
    Part(stage="first"),
    Part(withdrawn=("株式会社アルファ",)),
)


def with_ids(ids):
    """Return the valid procurement with other ids of vendors and evaluators, in the order of rows."""
    old = ("A社", "B社", "C社", "委員1", "委員2")
    new = dict(zip(old, ids, strict=True))

    def called(text):
        return new.get(text, text) if isinstance(text, str) else text

    return {
        "_".join(called(part) for part in name.split("_")): [list(map(called, row)) for row in rows]
        for name, rows in books.valid().items()
    }


@pytest.mark.parametrize(
    ("ids", "vendor", "evaluator"),
    [
        (("A社", "B社", "C社", "委員1", "委員2"), "Vendor {}", "Evaluator {}"),
        (("X社", "A社", "C社", "委員1", "委員2"), "Bidder {}", "Evaluator {}"),
        (("x", "y", "z", "委員2", "委員1"), "Vendor {}", "Member {}"),
    ],
)
def test_labels_are_the_same_in_all_publications_of_one_procurement(
    tmp_path, ids, vendor, evaluator
):
    book = books.hand_in(tmp_path, with_ids(ids), books.criteria_with("award: {", STAGES))
    places = "123" if vendor.startswith("Bidder") else "ABC"
    winners = set()
    for part, name_winner in itertools.product(PARTS, (True, False)):
        outcome = procscore.pipeline.evaluate([book], part=part)
        assert outcome.result is not None, outcome.diagnostics
        found = anonymous(outcome.result, name_winner=name_winner)
        named = set(found.award.winners) & set(ids)
        winners |= named
        assert [each.vendor.id for each in found.vendors] == [
            id_ if id_ in named else vendor.format(place)
            for id_, place in zip(ids, places, strict=False)
        ]
        assert [each.id for each in found.evaluators] == [evaluator.format(n) for n in (1, 2)]
    assert winners == {ids[0], ids[2]}  # the second after the withdrawal of the first


def test_the_same_input_gives_the_same_bytes(tmp_path):
    paths = [tmp_path / name for name in ("one.json", "two.json")]
    for path in paths:
        command.run("evaluate", command.EXAMPLE, "--anonymize", "--out", path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
