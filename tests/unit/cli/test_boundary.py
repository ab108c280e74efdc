import pytest
from typer import Abort

from procscore.cli import boundary
from procscore.cli.boundary import WrongCallError, guarded
from procscore.export import files
from procscore.export.files import OutputError
from procscore.language import message


def raising(error):
    def run():
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (WrongCallError(message("no")), 2),
        (OutputError("a.json", files.EXISTS), 4),
        (PermissionError(13, "Permission denied", "bids.xlsx"), 4),
        (Abort(), 130),
        (KeyboardInterrupt(), 130),
    ],
)
def test_every_way_to_fail_has_its_exit_code_and_a_sentence(error, code, capsys):
    assert guarded(raising(error)) == code
    assert capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_named(capsys):
    guarded(raising(PermissionError(13, "Permission denied", "bids.xlsx")))
    assert "bids.xlsx" in capsys.readouterr().err


def test_every_refusal_of_an_output_has_its_sentence():
    assert set(boundary._REFUSALS) == {
        files.IS_INPUT,
        files.EXISTS,
        files.IN_USE,
        files.NO_FOLDER,
        files.NO_LAYOUT,
    }


def test_what_goes_well_is_passed_on():
    assert guarded(lambda: 0) == 0
    assert guarded(lambda: 1) == 1
