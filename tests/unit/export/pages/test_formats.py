import subprocess
import sys

import pytest

from procscore import language
from procscore.export.pages import PAGE_FORMATS
from support import pages


@pytest.mark.parametrize("suffix", PAGE_FORMATS)
def test_every_format_holds_every_text_of_a_page(suffix):
    seen = pages.seen_in(suffix, pages.SMALL)
    for text in pages.words(pages.SMALL):
        assert str(text) in seen


@pytest.mark.parametrize("suffix", PAGE_FORMATS)
def test_the_same_page_gives_the_same_bytes(suffix):
    export = PAGE_FORMATS[suffix]
    assert export(pages.SMALL) == export(pages.SMALL)


@pytest.mark.parametrize("suffix", PAGE_FORMATS)
def test_sentences_are_put_into_the_language_of_the_reader_when_written(suffix):
    told = pages.Page(language.message(language.N_("Rank")), (), ())
    assert "Rank" in pages.seen_in(suffix, told) or suffix == ".html"
    language.use("ja")
    content = PAGE_FORMATS[suffix](told)
    assert "順位" in pages.READERS[suffix](content)


def test_what_writes_a_format_is_not_loaded_before_it_writes():
    code = (
        "import sys, procscore.export.pages\n"
        "assert not {'jinja2', 'xlsxwriter', 'rich'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
