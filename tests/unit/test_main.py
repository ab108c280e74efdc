import subprocess
import sys

from procscore.version import __version__


def test_the_package_runs_as_a_module():
    command = [sys.executable, "-m", "procscore", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"procscore {__version__}\n"
