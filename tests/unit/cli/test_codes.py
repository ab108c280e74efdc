from procscore.cli.main import main
from procscore.diagnostics import CATALOGUE


def test_all_codes_are_listed(capsys):
    assert main(["codes"]) == 0
    shown = capsys.readouterr().out
    assert all(code in shown for code in CATALOGUE)


def test_one_code_is_explained(capsys):
    assert main(["codes", "cell-merged"]) == 0
    assert "Unmerge" in capsys.readouterr().out


def test_a_misspelt_code_is_answered_with_the_nearest(capsys):
    assert main(["codes", "cell-mergd"]) == 2
    assert "cell-merged" in capsys.readouterr().err
