from pathlib import Path

import pytest

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.model.part import WHOLE, Part
from support import command


def test_shared_options_read_alike_in_every_command():
    line = "--lang en|ja"
    assert line in command.run("evaluate", "--help").stdout.decode()
    assert line in command.run("check", "--help").stdout.decode()
    assert line in command.run("codes", "--help").stdout.decode()


def test_a_part_is_made_of_the_options():
    assert options.part(None, False, []) == WHOLE
    earlier = Path("technical.json")
    assert options.part(None, False, ["A社"], earlier) == Part(
        withdrawn=("A社",), technical=earlier
    )


@pytest.mark.parametrize(("stage", "technical_only"), [("first", False), (None, True)])
def test_nobody_withdraws_from_what_ends_before_somebody_is_chosen(stage, technical_only):
    assert options.part(stage, technical_only, []) == Part(stage, technical_only)
    with pytest.raises(WrongCallError):
        options.part(stage, technical_only, ["A社"])
