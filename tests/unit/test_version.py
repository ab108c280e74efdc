import re
from importlib import metadata

from procscore.version import __version__


def test_the_version_is_one_that_packages_can_have():
    assert re.fullmatch(r"\d+\.\d+\.\d+(\.dev\d+|(a|b|rc)\d+)?", __version__)


def test_the_installed_package_has_the_same_version():
    assert metadata.version("procscore") == __version__
