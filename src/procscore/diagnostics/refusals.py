"""What the system refuses, in the reader's language: its own words are English on every machine."""

import errno

from procscore.language import N_, _

_NO_PERMISSION = N_("there is no permission for it")
_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is no folder"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EBUSY: N_("another program is using it"),
    errno.ENOSPC: N_("no space is left"),
    errno.EFBIG: N_("it would become too large"),
    errno.EDQUOT: N_("no more space is allowed to this user"),
    errno.EROFS: N_("nothing can be written there"),
    errno.EIO: N_("the disk or the drive reports an error"),
}
"""By number: Windows reports its own errors under these numbers as well."""


def refusal(error: OSError) -> str:
    """Return why the system refused, as part of a sentence; in its own words where it is not known."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or type(error).__name__
