from procscore.ingest import library
from support.command import run


def test_the_list_names_every_built_in_sheet():
    done = run("criteria", "list")
    assert (done.returncode, done.stderr) == (0, b"")
    shown = done.stdout.decode()
    lines = [line.split()[0] for line in shown.splitlines() if line.strip()]
    assert [each for each in lines if each in library.ids()] == list(library.ids())
