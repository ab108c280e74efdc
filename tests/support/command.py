"""Runs the installed program as a user does."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

from support import tree

PROGRAM = Path(sys.executable).with_name("procscore")
EXAMPLE = tree.ROOT / "examples" / "fukui-sakai" / "bids.xlsx"


def run(*arguments, cwd=None, **environment):
    """Run `procscore` with pipes for output; bytes are kept as they come."""
    return subprocess.run(
        [PROGRAM, *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={**os.environ, "PROCSCORE_LANG": "en", **environment},
    )


def on_terminal(columns, *arguments):
    """Run `procscore` on a terminal of so many columns and return what it shows."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 60, columns, 0, 0))
    environment = {
        **os.environ,
        "PROCSCORE_LANG": "en",
        "TERM": "xterm-256color",
        "PYTHONIOENCODING": "utf-8",
    }
    environment.pop("COLUMNS", None)
    running = subprocess.Popen(
        [PROGRAM, *arguments], stdout=follower, stderr=subprocess.DEVNULL, env=environment
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not part:
            break
        shown += part
    running.wait()
    os.close(leader)
    return shown.decode("utf-8").replace("\r\n", "\n")
