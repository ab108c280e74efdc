"""The notices as files: names, what may be replaced, and that nobody else is named in any byte."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

import procscore
from procscore import language, pipeline
from procscore.export.files import EXISTS, IS_INPUT, OutputError
from procscore.pages.discretion import Others
from procscore.pages.outcome import without_names
from procscore.pipeline.notices import notices
from support import books, command, results, tree
from support.notices import block, renamed, unpacked
from support.notices import page as support_page

CASES = [
    path.parent
    for path in sorted((tree.ROOT / "tests" / "cases").glob("*/expected.yaml"))
    if "\nexit: " not in path.read_text(encoding="utf-8")
]
_SHORT = 2


def evaluated(folder: Path, tmp_path: Path):
    """Return the evaluation of a case."""
    sheets = yaml.safe_load((folder / "bids.yaml").read_text(encoding="utf-8"))
    criteria = (folder / "criteria.yaml").read_text(encoding="utf-8")
    return pipeline.evaluate([books.hand_in(tmp_path, sheets, criteria)]).result


def visible(path, content):
    """Return the words of a notice, without marks of HTML or XML, and names of the zip's parts."""
    text = unpacked(content)
    if path.suffix == ".html":
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    text = re.sub(r"</?span[^>]*>", "", text)  # within a sentence
    return re.sub(r"<[^>]+>", "\n", text)


def assert_discreet(result):
    made = notices(result, Path("letters"))
    paths = iter(made.files.items())
    criteria = "\n".join(
        [result.procurement.title, result.criteria.title, result.criteria.authority or ""]
        + [
            each.name
            for each in (*result.criteria.by_id.values(), *result.criteria.declared.values())
        ]
        + [each.name for each in result.criteria.stages]
    )
    for each in result.vendors:
        strangers = {
            word
            for other in result.vendors
            if other is not each
            for word in (other.vendor.id, other.vendor.name)
        } | {word for evaluator in result.evaluators for word in (evaluator.id, evaluator.name)}
        own = f"{each.vendor.id}\n{each.vendor.name}\n{criteria}"
        for _ in range(2):
            path, content = next(paths)
            text = visible(path, content)
            for word in strangers:
                if len(word) > _SHORT and word not in own:
                    assert word not in text, (path, word)
                elif not word.isdecimal() and word not in own:
                    assert not re.search(rf"(?<![\w]){re.escape(word)}(?![\w])", text), (path, word)


def assert_complete(result):
    """Check that points and reasons stand in both files as in the result, and in their order."""
    files = notices(result, Path("letters")).files
    for each, (html, xlsx) in zip(result.vendors, list(pairwise(files))[::2], strict=True):
        page, _ = support_page(result, each.vendor.id)
        if table := block(page, "Points by criterion"):
            points = [row[2].value for row in table.rows]
            of = [score.of for score in each.walk()]
            found = [score.points for score in each.walk()]
            mere = [not at and value is not None for at, value in zip(of, found, strict=True)]
            expected = [None if check else value for check, value in zip(mere, found, strict=True)]
            assert points == [*expected, each.points_in_all]
            text = visible(html, files[html])
            shown = [str(row[2].text) for row in table.rows]
            words = iter(text.split("\n"))
            assert all(any(word == each for word in words) for each in shown), shown
        else:
            assert all(score.points is None for score in each.walk())
        for exclusion in each.exclusions:
            reason = str(without_names(exclusion.reason))
            assert reason in visible(html, files[html])
            assert reason in visible(xlsx, files[xlsx])


def test_the_notices_of_the_example_name_nobody_else_and_are_complete():
    assert_discreet(results.example())
    assert_complete(results.example())


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_notices_of_a_published_case_name_nobody_else_and_hold_its_points(folder, tmp_path):
    result = evaluated(folder, tmp_path)
    assert_discreet(result)
    assert_complete(result)


@pytest.fixture
def result(tmp_path):
    return results.evaluated(tmp_path)


def test_there_is_a_notice_of_each_format_for_each_vendor(result, tmp_path):
    made = notices(result, tmp_path / "letters")
    pipeline.export(result, [], made.files, made.folder)
    names = [
        f"notice-{each}{suffix}" for each in ("A社", "B社", "C社") for suffix in (".html", ".xlsx")
    ]
    assert sorted(path.name for path in (tmp_path / "letters").iterdir()) == names
    assert made.count == 3


def test_in_japanese_they_are_called_so(result, tmp_path):
    language.use("ja")
    assert [path.name for path in notices(result, tmp_path).files][:2] == [
        "通知_A社.html",
        "通知_A社.xlsx",
    ]


@pytest.mark.parametrize(
    ("vendor", "stem"),
    [
        ("a/b", "notice-a_b"),
        ("CON", "notice-CON"),
        ("..", "notice-"),
        ("A社*", "notice-A社_"),
        ("A.", "notice-A"),
        ("b社", "notice-b社-2"),
    ],
)
def test_an_id_that_is_no_name_of_a_file_becomes_one(result, tmp_path, vendor, stem):
    result = renamed(result, "C社", id=vendor)
    paths = [path for path in notices(result, tmp_path).files if path.stem == stem]
    assert [path.parent for path in paths] == [tmp_path] * 2


def test_a_file_that_is_there_is_replaced_only_by_force_and_nothing_is_written_before(
    result, tmp_path
):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "notice-C社.xlsx").write_bytes(b"mine")
    made = notices(result, folder)
    with pytest.raises(OutputError) as error:
        pipeline.check_outputs(made.files, [], force=False, new_folder=folder)
    assert error.value.reason == EXISTS
    pipeline.check_outputs(made.files, [], force=True, new_folder=folder)


def test_an_input_is_never_overwritten(result, tmp_path):
    source = tmp_path / "notice-A社.xlsx"
    source.write_bytes(b"bids")
    with pytest.raises(OutputError) as error:
        pipeline.check_outputs(notices(result, tmp_path).files, [source], force=True)
    assert error.value.reason == IS_INPUT


def test_no_notice_takes_the_name_of_another_output(result, tmp_path):
    other = tmp_path / "notice-a社.csv"
    names = [path.name for path in notices(result, tmp_path, [other]).files]
    assert names[:2] == ["notice-A社-2.html", "notice-A社-2.xlsx"]
    elsewhere = tmp_path / "elsewhere" / "notice-A社.html"
    assert next(iter(notices(result, tmp_path, [elsewhere]).files)).name == "notice-A社.html"


def test_the_same_result_gives_the_same_bytes():
    example = procscore.evaluate(command.EXAMPLE)
    once, again = (notices(example, Path("letters")).files for _ in range(2))
    assert once == again


def test_the_search_for_names_would_find_one(result):
    with pytest.raises(AssertionError):
        assert_discreet(renamed(result, "A社", name="Notice of the result"))
    assert Others(result, result.vendors[0]).named_in("B社")
