"""What the READMEs show is what happens: commands run, and their output is the one that is shown."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from support import tree

INSTALL = "pip install . && procscore evaluate examples/fukui-sakai/bids.xlsx"
TEST = "pip install '.[test]' && pytest"
READMES = ["README.md", "README.ja.md"]
_SHOWN = re.compile(r"```console\n(.*?)```", re.DOTALL)


def sessions(readme):
    """Return the commands of a README with the output that is shown for each."""
    found = []
    for block in _SHOWN.findall((tree.ROOT / readme).read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


@pytest.mark.parametrize("readme", READMES)
def test_the_two_commands_of_a_fresh_machine_stand_there_as_they_are_promised(readme):
    text = (tree.ROOT / readme).read_text(encoding="utf-8")
    assert f"\n{INSTALL}\n" in text
    assert f"\n{TEST}\n" in text


def test_ci_runs_the_same_test_command():
    assert TEST in (tree.ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "shown"), [each for readme in READMES for each in sessions(readme)]
)
def test_a_command_gives_the_output_that_is_shown(command, shown, tmp_path, monkeypatch):
    assert command.startswith("procscore "), "only our own commands are shown with their output"
    program = Path(sys.executable).with_name("procscore")
    done = subprocess.run(
        f"'{program}'{command.removeprefix('procscore')}",
        shell=True,
        cwd=tree.ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    expected = "\n".join(line.rstrip() for line in shown.splitlines())
    actual = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    assert actual == expected, done.stderr
