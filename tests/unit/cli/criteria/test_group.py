import typer

from procscore.cli.criteria import group
from procscore.cli.main import build, main


def test_the_group_shows_its_help_where_no_command_is_named(capsys):
    assert main(["criteria"]) == 0
    alone = capsys.readouterr()
    assert main(["criteria", "--help"]) == 0
    assert capsys.readouterr().out == alone.out
    assert alone.err == ""
    assert "  schema" in alone.out
    assert "  new" in alone.out


def test_its_commands_are_part_of_the_program():
    commands = typer.main.get_command(build()).commands
    assert {"new", "schema"} <= set(commands[group.NAME].commands)


def test_a_command_that_there_is_not_is_a_wrong_call(capsys):
    assert main(["criteria", "shcema"]) == 2
    assert "schema" in capsys.readouterr().err


def test_help_is_short_enough_to_stand_in_one_line(capsys):
    main(["criteria"])
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]
