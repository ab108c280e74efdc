from pathlib import Path

import pytest

from procscore import language
from procscore.render.handed_out import handed_out
from support.screen import shown

BIDS, FOLDER, KEY = Path("bids.xlsx"), Path("scores"), Path("bids-key.xlsx")


def test_all_files_are_named_and_the_commands_that_come_next():
    assert shown(handed_out(BIDS, FOLDER, 7, KEY)) == (
        "Written: bids.xlsx\n"
        "Written: scores, workbooks: 7\n"
        "Written: bids-key.xlsx (the key to the letters: for the secretariat only)\n"
        "\n"
        "What is still missing: procscore check bids.xlsx bids-key.xlsx scores\n"
        "The ranking: procscore evaluate bids.xlsx bids-key.xlsx scores\n"
    )


def test_what_was_not_written_is_not_named():
    assert shown(handed_out(BIDS, None, 0, None)) == (
        "Written: bids.xlsx\n"
        "\n"
        "What is still missing: procscore check bids.xlsx\n"
        "The ranking: procscore evaluate bids.xlsx\n"
    )


def test_the_workbook_of_the_vendors_is_needed_whether_it_is_written_or_not():
    text = shown(handed_out(None, FOLDER, 2, None))
    assert text.startswith("Written: scores, workbooks: 2\n\n")
    assert text.endswith("procscore evaluate bids.xlsx scores\n")


def test_the_workbook_that_the_vendors_were_taken_from_is_the_one_to_be_evaluated():
    text = shown(handed_out(None, FOLDER, 2, None, Path("2026/tender.xlsx")))
    assert "procscore check 2026/tender.xlsx scores\n" in text
    assert "tender" not in shown(handed_out(BIDS, FOLDER, 2, None, Path("2026/tender.xlsx")))


@pytest.mark.parametrize("name", ["my bids.xlsx", "a&b.xlsx", "案件（1）(2).xlsx"])
def test_a_path_that_a_shell_would_cut_stands_in_quotes(name):
    assert f'procscore check "{name}"\n' in shown(handed_out(Path(name), None, 0, None))


@pytest.mark.parametrize("width", [20, 200])
def test_a_path_is_shown_whole_and_as_it_is(width):
    path = Path("採点[bold]表の置き場所のとても長い名前.xlsx")
    text = shown(handed_out(path, None, 0, None), width)
    assert text.replace("\n", "").replace(" ", "").count(str(path)) == 3


def test_it_is_told_in_japanese():
    language.use("ja")
    text = shown(handed_out(BIDS, FOLDER, 7, KEY))
    assert "作成しました" in text
    assert "procscore evaluate bids.xlsx bids-key.xlsx scores" in text
    assert "Written" not in text
