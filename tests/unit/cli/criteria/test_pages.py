import pytest

from procscore.export.pages import PAGE_FORMATS
from support.command import run


@pytest.mark.parametrize("suffix", PAGE_FORMATS)
@pytest.mark.parametrize("command", [["list"], ["show", "senkyo"]])
def test_a_page_is_written_as_well_as_printed(tmp_path, suffix, command):
    done = run("criteria", *command, "--out", f"page{suffix}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout
    assert (tmp_path / f"page{suffix}").stat().st_size > 500
    again = run("criteria", *command, "--out", f"page{suffix}", cwd=tmp_path)
    assert again.returncode == 4
    assert "--force" in again.stderr.decode()


def test_other_formats_are_a_wrong_call(tmp_path):
    done = run("criteria", "list", "--out", "page.pdf", cwd=tmp_path)
    assert done.returncode == 2
    assert ".md, .html, .xlsx" in done.stderr.decode()
    assert not list(tmp_path.iterdir())


def test_the_sheet_itself_is_never_overwritten(tmp_path):
    source = "procscore: 1\nid: own\ntitle: t\npoints: 1\ncriteria: [{id: a, name: A, points: 1}]\n"
    own = tmp_path / "own.yaml"
    own.write_text(source, encoding="utf-8")
    (tmp_path / "page.md").symlink_to(own)
    done = run("criteria", "show", "own.yaml", "--out", "page.md", "--force", cwd=tmp_path)
    assert done.returncode == 4
    assert own.read_text(encoding="utf-8") == source
