import os
import resource
import subprocess
from pathlib import Path

import pytest
from typer import Abort, BadParameter
from typer.main import get_command

from procscore.cli import boundary
from procscore.cli.boundary import WrongCallError, guarded
from procscore.cli.main import build
from procscore.export import files
from procscore.export.files import OutputError
from procscore.language import message
from support import command


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


def test_a_file_that_cannot_be_read_is_named_with_why(capsys):
    guarded(raising(PermissionError(13, "Permission denied", "bids.xlsx")))
    told = "Error: bids.xlsx cannot be read or written: there is no permission for it.\n"
    assert capsys.readouterr().err == told


def test_a_file_that_could_not_be_written_is_named_with_what_the_system_said(capsys):
    guarded(raising(OutputError(Path("a.json"), files.FAILED, "No space left on device")))
    told = "Error: a.json cannot be written: No space left on device. Nothing was written.\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("asked", [["codes"], ["codes", "mark-blank"]], ids=["long", "short"])
def test_standard_output_that_cannot_be_written_is_called_so(tmp_path, asked, unbuffered):
    def no_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    (tmp_path / "out.txt").write_bytes(bytes(100))
    with (tmp_path / "out.txt").open("ab") as out:
        ended = subprocess.run(
            [command.PROGRAM, *asked],
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PROCSCORE_LANG": "en", "PYTHONUNBUFFERED": unbuffered},
            preexec_fn=no_room,
        )
    assert ended.stderr == b"Error: Standard output cannot be written: it would become too large.\n"
    assert ended.returncode == 4


def test_an_error_that_names_no_file_is_not_laid_on_standard_output(capsys):
    assert guarded(raising(OSError(5, "Input/output error"))) == 4
    assert "Standard output" not in capsys.readouterr().err


def test_every_refusal_of_an_output_has_its_sentence():
    assert set(boundary._REFUSALS) == {
        files.IS_INPUT,
        files.EXISTS,
        files.IN_USE,
        files.NO_FOLDER,
        files.NO_LAYOUT,
        files.NOT_A_FILE,
        files.NOT_A_FOLDER,
        files.FAILED,
    }


def test_a_value_that_typer_does_not_take_is_told_in_our_words(capsys):
    options = {each.name: each for each in get_command(build()).commands["evaluate"].params}
    assert guarded(raising(BadParameter("Invalid, says Typer.", param=options["stage"]))) == 2
    told = "Error: The value of --stage is not understood. See procscore --help.\n"
    assert capsys.readouterr().err == told


def test_what_goes_well_is_passed_on():
    assert guarded(lambda: 0) == 0
    assert guarded(lambda: 1) == 1
