import pytest

from procscore.ingest import library
from support.command import run


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_sheet_is_shown_in_the_reader_s_language(lang):
    done = run("criteria", "show", "mie-800-400", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode()
    wanted = {
        "en": ["Technical merit, not itemised", "rounded half up to 2 decimal places", "66.7 %"],
        "ja": ["技術評価(内訳なし)", "小数第3位を四捨五入", "66.7 %"],
    }
    for text in ["技術評価点", "1,200", *wanted[lang]]:
        assert text in shown


def test_every_built_in_sheet_can_be_shown_in_english_without_japanese_in_its_rules(tmp_path):
    from procscore.model.page import Sentences
    from procscore.pipeline import showing

    for each in library.ids():
        page = showing.show_criteria(each).result
        blocks = [block for block in page.blocks if isinstance(block, Sentences)]
        assert blocks
        *_, last = blocks
        if str(last.title) == "Assumptions":
            told = [str(sentence) for sentence in last.sentences]
            assert all(len(one.encode()) < 1.5 * len(one) for one in told), each


def test_an_unknown_id_is_a_wrong_call_with_what_was_meant():
    done = run("criteria", "show", "mie-800-40")
    assert done.returncode == 2
    assert "Did you mean “mie-800-400”?" in done.stderr.decode()


def test_a_sheet_with_an_error_is_not_shown(tmp_path):
    (tmp_path / "own.yaml").write_text("procscore: 1\nid: own\n", encoding="utf-8")
    done = run("criteria", "show", "own.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == b""
    assert "Nothing can be shown. Errors:" in done.stderr.decode()
