from support import command


def test_shared_options_read_alike_in_every_command():
    line = "--lang en|ja"
    assert line in command.run("evaluate", "--help").stdout.decode()
    assert line in command.run("check", "--help").stdout.decode()
    assert line in command.run("codes", "--help").stdout.decode()
