"""What a user sees: aligned at any width, complete in a pipe, readable in any encoding."""

import re

import pytest
from rich.cells import cell_len

from support import books, command

_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def table_lines(text):
    """Return the lines of the ranking's frame."""
    return [line for line in _STYLE.sub("", text).splitlines() if line.startswith(tuple("╭│├╰+|"))]


@pytest.mark.parametrize("columns", [80, 100, 200])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_table_is_aligned_and_fits_the_terminal(columns, language):
    shown = command.on_terminal(columns, "evaluate", command.EXAMPLE, "--lang", language)
    widths = {cell_len(line) for line in table_lines(shown)}
    assert len(widths) == 1
    assert widths.pop() <= columns


def test_a_terminal_gets_colour_and_the_table_can_be_read_without():
    shown = command.on_terminal(100, "evaluate", command.EXAMPLE)
    assert _STYLE.search(shown)
    assert "preferred" in _STYLE.sub("", shown)


def test_a_pipe_gets_no_colour_and_nothing_is_cut():
    done = command.run("evaluate", command.EXAMPLE)
    text = done.stdout.decode("utf-8")
    assert "\x1b" not in text
    assert "B社 B情報サービス株式会社" in text
    assert "企画提案書評価(プレゼンを含む)" in text
    assert "…" not in text


@pytest.mark.parametrize("encoding", ["cp932", "ascii", "utf-8"])
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("detail", [[], ["--detail"]])
def test_every_encoding_gets_all_figures(encoding, language, detail):
    done = command.run(
        "evaluate", command.EXAMPLE, *detail, PYTHONIOENCODING=encoding, PROCSCORE_LANG=language
    )
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode(encoding)
    for figure in ("876.87", "875.66", "826.80", "772.07", "692.87", "184"):
        assert figure in text


def test_the_table_is_aligned_in_the_encoding_of_japanese_windows():
    done = command.run("evaluate", command.EXAMPLE, PYTHONIOENCODING="cp932", PROCSCORE_LANG="ja")
    assert len({cell_len(line) for line in table_lines(done.stdout.decode("cp932"))}) == 1


def test_a_name_that_looks_like_markup_is_shown_as_it_is(tmp_path):
    sheets = books.valid()
    sheets["提案者"][1][1] = "山田[bold]商店"
    done = command.run("evaluate", books.hand_in(tmp_path, sheets))
    assert "山田[bold]商店" in done.stdout.decode("utf-8")


def test_results_go_to_standard_output_and_diagnostics_to_standard_error():
    done = command.run("evaluate", command.EXAMPLE)
    assert b"evaluator-recused" in done.stderr
    assert b"evaluator-recused" not in done.stdout


def test_quiet_leaves_out_notes():
    done = command.run("evaluate", command.EXAMPLE, "--quiet")
    assert done.stderr == b""
    assert b"876.87" in done.stdout


def test_the_language_follows_option_then_variable_then_locale():
    by_option = command.run("--lang", "ja", "--help", PROCSCORE_LANG="en").stdout.decode()
    by_variable = command.run("--help", PROCSCORE_LANG="ja").stdout.decode()
    by_locale = command.run("--help", PROCSCORE_LANG="", LC_ALL="ja_JP.UTF-8").stdout.decode()
    english = command.run("--help", PROCSCORE_LANG="", LC_ALL="C.UTF-8").stdout.decode()
    assert by_option == by_variable == by_locale != english
    assert "Options:" in english
    assert not re.search("[ぁ-ん]", english)
    assert "Options:" not in by_option
    assert "Usage:" not in by_option


def test_detail_shows_every_criterion_and_every_mark():
    text = command.run("evaluate", command.EXAMPLE, "--detail").stdout.decode("utf-8")
    assert "国や自治体のICT構築動向やICT市場に関する理解度" in text
    assert "200 × 90,000,000 ÷ 98,000,000 = 183.6734… → 184" in text
    assert "委員7" in text
