import pytest

from procscore.export.pages import links


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.jp/a", "https://example.jp/a"),
        ("see https://example.jp/a_b?c=1&d=2#e.", "https://example.jp/a_b?c=1&d=2#e"),
        ("出典https://example.jp/表を参照", "https://example.jp/"),
        ("(http://example.jp/a)", "http://example.jp/a"),
        ('"https://example.jp/"><script>', "https://example.jp/"),
        ("https://example.jp/a|b", "https://example.jp/a"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text, address):
    parts = list(links.parts(text))
    assert "".join(part for part, _is_address in parts) == text
    assert [part for part, is_address in parts if is_address] == [address]


@pytest.mark.parametrize(
    "text", ["", "javascript:alert(1)", "www.example.jp", "a@example.jp", "https://"]
)
def test_nothing_else_is_an_address(text):
    assert [part for part, is_address in links.parts(text) if is_address] == []
