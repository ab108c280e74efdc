"""The build hook compiles the catalogues, and no reader ever meets half of one."""

import gettext
import runpy

import pytest

from support import tree

HOOK = runpy.run_path(str(tree.ROOT / "hatch_build.py"))
CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Rank"
msgstr "順位"
"""


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "ja" / "LC_MESSAGES"
    found.mkdir(parents=True)
    (found / "procscore.po").write_text(CATALOGUE, encoding="utf-8")
    return found


def test_a_catalogue_is_compiled_beside_its_source_and_nothing_else_is_left(tmp_path, folder):
    (target,) = HOOK["compile_catalogues"](tmp_path)
    with target.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Rank") == "順位"
    assert sorted(each.name for each in folder.iterdir()) == ["procscore.mo", "procscore.po"]


def test_the_old_one_stands_until_the_new_one_is_whole(tmp_path, folder, monkeypatch):
    target = folder / "procscore.mo"
    target.write_bytes(b"old")

    def half(file, _catalogue):
        file.write(b"ha")
        file.flush()
        assert target.read_bytes() == b"old"
        raise OSError(28, "No space left on device")

    compiling = HOOK["compile_catalogues"]
    monkeypatch.setitem(compiling.__globals__, "write_mo", half)
    with pytest.raises(OSError, match="No space"):
        compiling(tmp_path)
    assert target.read_bytes() == b"old"
