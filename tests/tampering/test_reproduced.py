"""What changes no ranking: it is reproduced all the same. And the words and codes of the command."""

import shutil
from pathlib import Path

import pytest
import yaml

from procscore import language, pipeline
from support import books, cases, command, stages, tampering
from support.tampering import overwrite, reword, type_into, widen, write_row


def _same(ranking, *inputs, part=pipeline.WHOLE):
    found = tampering.verified(ranking, *inputs, part=part)
    assert (found.differences, found.reproduced) == ((), True)
    return found


def _signed(files):
    write_row(files.xlsx, "審査結果", 21, {"B": "福井（署名）", "C": "坂井（署名）"})


def _comments_and_order(files):
    reword(
        files.criteria,
        ("points: 100\n", "# 満点\npoints: 100\n"),
        ("title: 改ざん試験の審査基準書\n", ""),
        ("award: {winners: 1, reserve: 1}", "award: {reserve: 1, winners: 1}\ntitle: 改ざん試験の審査基準書"),
    )  # fmt: skip


HARMLESS = {
    "nothing": lambda _files: None,
    "a column is wider": lambda files: widen(files.xlsx, "明細"),
    "comments and the order of keys in the criteria sheet": _comments_and_order,
}


@pytest.mark.parametrize("ranking", ["xlsx", "json", "csv"])
@pytest.mark.parametrize("name", HARMLESS)
def test_a_change_that_says_nothing_else_is_none(name, ranking, files):
    HARMLESS[name](files)
    _same(getattr(files, ranking), files.book)


def test_signatures_are_told_as_notes(files):
    _signed(files)
    told = [str(each) for each in _same(files.xlsx, files.book).notes]
    for cell in ("B21", "C21"):
        assert any(cell in each for each in told), told


def test_a_date_may_be_written_where_it_belongs_in_whatever_language_is_spoken(files):
    address = tampering.find(files.xlsx, "審査結果", "確認日", "確認日")
    overwrite(files.xlsx, "審査結果", address, "確認日：2026年12月1日")
    assert any(address in str(each) for each in _same(files.xlsx, files.book).notes)


@pytest.mark.parametrize("ranking", ["xlsx", "json", "csv"])
def test_files_may_be_called_otherwise(ranking, files):
    path = getattr(files, ranking)
    moved = path.rename(path.with_name(f"公表した順位.{ranking}"))
    book = files.book.rename(files.book.with_name("入札 (写し).xlsx"))
    _same(moved, book)


@pytest.mark.parametrize("ranking", ["xlsx", "json", "csv"])
@pytest.mark.parametrize("spoken", ["ja", "en"])
@pytest.mark.parametrize("asked", ["ja", "en"])
def test_a_ranking_in_any_language_is_verified_in_any(ranking, spoken, asked, tmp_path):
    made = tampering.published(tmp_path, spoken)
    language.use(asked)
    _same(getattr(made, ranking), made.book)


@pytest.mark.parametrize("ranking", ["xlsx", "json"])
def test_a_ranking_alone_is_computed_from_its_record(ranking, files):
    assert _same(tampering.alone(getattr(files, ranking))).from_record


@pytest.mark.parametrize("ranking", ["xlsx", "json"])
def test_inputs_beside_a_ranking_need_not_be_named(ranking, files):
    found = _same(getattr(files, ranking))
    assert not found.from_record
    assert [(each.given.name, each.same) for each in found.inputs] == [("bids.xlsx", True)]


def test_a_part_of_a_procedure_is_computed_again_as_that_part(tmp_path):
    book = books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)
    for number, part in enumerate(
        [
            pipeline.Part(stage="first"),
            pipeline.Part(technical_only=True),
            pipeline.Part(withdrawn=("B社",)),
        ]
    ):
        paths = [tmp_path / f"{number}.{suffix}" for suffix in ("xlsx", "json")]
        tampering.write_rankings(pipeline.evaluate([book], part=part), paths)
        for path in paths:
            _same(path, book, part=part)


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_case_is_reproduced_in_every_format(name, tmp_path):
    if name == "example":
        book = Path(shutil.copytree(command.EXAMPLE.parent, tmp_path / "example")) / "bids.xlsx"
    else:
        folder = cases.CASES / name
        sheets = yaml.safe_load((folder / "bids.yaml").read_text(encoding="utf-8"))
        criteria = (folder / "criteria.yaml").read_text(encoding="utf-8")
        book = books.hand_in(tmp_path, sheets, criteria)
    rankings = [tmp_path / f"ranking.{suffix}" for suffix in ("xlsx", "json", "csv")]
    tampering.write_rankings(pipeline.evaluate([book]), rankings, "ja" if len(name) % 2 else "en")
    for ranking in rankings:
        _same(ranking, book)
        if ranking.suffix != ".csv":
            _same(tampering.alone(ranking))


def test_the_command_says_reproduced_and_ends_with_0(files):
    done = command.run("verify", files.xlsx, files.book)
    assert done.returncode == 0, done.stderr
    assert "eproduced" in done.stdout.decode()


def test_the_command_names_the_cell_and_ends_with_1(files):
    overwrite(files.xlsx, "明細", "D6", 39)
    done = command.run("verify", files.xlsx, files.book)
    assert done.returncode == 1, done.stderr
    said = done.stdout.decode()
    assert all(word in said for word in ("明細", "D6", "39", "34", "実施計画")), said


def test_the_command_says_so_in_japanese(files):
    type_into(files.book, "採点_委員1", {"D2": 30})
    done = command.run("verify", files.xlsx, files.book, PROCSCORE_LANG="ja")
    assert done.returncode == 1, done.stderr
    assert all(word in done.stdout.decode() for word in ("A社", "実施計画", "36", "30"))
