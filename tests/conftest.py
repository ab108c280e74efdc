"""What all tests share: the language they run in, and how golden files are renewed."""

import os

import pytest
from hypothesis import settings

from procscore import language

# No test measures time; and CI gives the same answer to the same commit, chance is for developers.
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "developer")


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files and generated documents anew, to be reviewed as a diff",
    )


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """Run every test in English, whatever the machine speaks; a test may choose otherwise."""
    monkeypatch.setenv("PROCSCORE_LANG", "en")
    language.use("en")
    yield
    language.use("en")


@pytest.fixture
def golden(request):
    """Return a function that compares text with a file, or renews the file when asked to."""

    def compare(actual, path):
        if request.config.getoption("--update-golden"):
            path.write_bytes(actual.encode())
        expected = path.read_bytes().decode()
        assert actual == expected, f"{path} differs; renew it with --update-golden and review it"

    return compare
