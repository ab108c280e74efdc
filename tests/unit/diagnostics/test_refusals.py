"""Why the system refused, in words of our own."""

import errno

import pytest

from procscore.diagnostics.refusals import refusal


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOENT, "there is no such file or folder"),
        (errno.EACCES, "there is no permission for it"),
        (errno.EPERM, "there is no permission for it"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENOTDIR, "a part of its path is no folder"),
        (errno.ENOSPC, "no space is left"),
        (errno.EROFS, "nothing can be written there"),
        (errno.EBUSY, "another program is using it"),
        (errno.ENAMETOOLONG, "its name is too long"),
    ],
)
def test_what_the_system_says_in_english_is_told_in_a_text_that_is_translated(number, told):
    assert refusal(OSError(number, "said in English", "a.json")) == told


def test_what_is_not_known_is_told_as_the_system_says_it():
    assert refusal(OSError(errno.ESTALE, "Stale file handle")) == "Stale file handle"
    assert refusal(OSError("no number")) == "OSError"
