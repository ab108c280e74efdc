"""Outlines in a real Chromium: what unfolds by key, what stands on a telephone and on paper."""

import pytest

from procscore.export.pages import html
from support import browser, pages

SHOWN = """
return [...document.querySelectorAll(".outline summary, .outline p")].map(
  (line) => line.checkVisibility({contentVisibilityAuto: true}));
"""
LAST = "審査委員1: A (bids.xlsx, 採点_審査委員1!D6)"


@pytest.fixture(scope="module")
def driver():
    with browser.chromium() as driver:
        yield driver


@pytest.fixture
def opened(driver, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(html.export(pages.OUTLINED))
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    driver.get(path.as_uri())
    return driver


def shown(driver):
    return driver.execute_script(SHOWN)


def test_the_keyboard_alone_unfolds_what_is_folded(opened):
    at_first = shown(opened)
    assert not all(at_first)
    last = opened.find_element("xpath", f"//p[text()='{LAST}']")
    assert not last.is_displayed()
    for key in ("tab", "tab", "tab", "space", "tab", "space"):
        opened.switch_to.active_element.send_keys(browser.KEYS[key])
    assert last.is_displayed()
    assert all(shown(opened))


def test_on_paper_everything_is_unfolded(opened):
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert all(shown(opened))


@pytest.mark.parametrize("width", browser.WIDTHS)
def test_no_line_is_wider_than_the_screen(opened, width):
    opened.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500},
    )
    opened.execute_script("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    assert opened.execute_script("return document.documentElement.scrollWidth") <= width
    opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
