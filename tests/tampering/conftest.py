"""The published ranking of which each test changes a copy."""

import shutil

import pytest

from support import tampering
from support.tampering import Files


@pytest.fixture(scope="package")
def original(tmp_path_factory):
    """Publish a ranking in Japanese."""
    return tampering.published(tmp_path_factory.mktemp("published"))


@pytest.fixture
def files(original, tmp_path):
    """Return the published ranking and its inputs in a folder of their own, to be changed."""
    shutil.copytree(original.book.parent, tmp_path, dirs_exist_ok=True)
    return Files(*(tmp_path / path.name for path in original))
