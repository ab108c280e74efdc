"""Reports in a real browser, without a window: what a person sees there, clicks and types.

Everything is named where it stands, so that nothing is looked for on the network.
"""

import importlib.util
import json
import os
import shutil
from contextlib import contextmanager
from fractions import Fraction
from typing import NamedTuple

import pytest

WIDTHS = (390, 1280, 1920)
"""A telephone, a laptop, a projector."""
KEYS = {
    "→": "\ue014",
    "←": "\ue012",
    "home": "\ue011",
    "end": "\ue010",
    "space": "\ue00d",
    "tab": "\ue004",
}
"""Keys as WebDriver writes them (https://www.w3.org/TR/webdriver2/#keyboard-actions)."""
_BOXES = """
return [...document.querySelectorAll("#what-if-panel label:has(input)")].map(
  (label) => [label.textContent.trim(), label.querySelector("input")]);
"""
_SETTLED = """
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => requestAnimationFrame(() => done()));
"""
_ROWS = """
return [...document.querySelectorAll("#what-if-rows tr")].map((row) => ({
  vendor: row.querySelector(".what-if-name").textContent,
  rank: row.querySelector(".what-if-rank").textContent,
  result: row.querySelector(".what-if-result").textContent,
  change: row.querySelector(".what-if-change").textContent,
  figures: [...row.querySelectorAll("[data-figure]")].map((cell) => cell.dataset.figure),
  texts: [...row.querySelectorAll("[data-figure]")].map((cell) => cell.textContent),
}));
"""


@contextmanager
def chromium():
    """Give a running Chromium. Skips the test where there is none, except in CI."""
    programs = {name: shutil.which(name) for name in ("chromium", "chromedriver")}
    missing = [name for name, path in programs.items() if path is None]
    if importlib.util.find_spec("selenium") is None:
        missing.append("selenium")
    if missing:
        reason = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}, and CI must not pass without it")
        pytest.skip(reason)

    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = programs["chromium"]
    for each in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(each)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=Service(programs["chromedriver"]), options=options)
    try:
        yield driver
    finally:
        driver.quit()


class Row(NamedTuple):
    """A vendor in the what-if panel."""

    rank: str
    figures: tuple[Fraction | None, ...]
    """The total, and what the ranking compares where that is another."""
    texts: tuple[str, ...]
    """The figures as they are read."""
    change: str
    result: str
    """The rank in the result."""


class Panel:
    """The what-if panel of a report that is open in a browser."""

    def __init__(self, driver, path):
        """Open the report at `path`."""
        self.driver = driver
        self.log()
        self.requested()  # what was said and asked of other pages
        driver.get(path.as_uri())

    def find(self, part):
        return self.driver.find_element("id", f"what-if-{part}")

    @property
    def shown(self):
        return self.find("panel").is_displayed()

    @property
    def rows(self):
        """Return the rows by the vendor's name, in the order in which they stand."""
        return {
            each["vendor"]: Row(
                each["rank"],
                tuple(Fraction(one) if one else None for one in each["figures"]),
                tuple(each["texts"]),
                each["change"],
                each["result"],
            )
            for each in self.driver.execute_script(_ROWS)
        }

    @property
    def compared(self):
        """Return what the ranking compares, by the vendor's name."""
        return {vendor: row.figures[-1] for vendor, row in self.rows.items()}

    @property
    def share(self):
        """Return what is said of the weight of price."""
        return self.find("share").text

    @property
    def told(self):
        """Return what is read aloud: who is first."""
        return self.find("first").text

    @property
    def boxes(self):
        """Return the boxes of the evaluators by name."""
        return dict(self.driver.execute_script(_BOXES))

    def click(self, *evaluators):
        """Tick, or untick, the boxes of evaluators one after the other."""
        boxes = self.boxes
        for each in evaluators:
            boxes[each].click()
            self.settle()

    def press(self, keys):
        """Press keys on the slider: `→→`, `home`, `end←`."""
        for name, key in KEYS.items():
            keys = keys.replace(name, key)
        self.find("weight").send_keys(keys)
        self.settle()

    def reset(self):
        self.find("reset").click()
        self.settle()

    def settle(self):
        """Wait until the page has drawn what was changed."""
        self.driver.execute_async_script(_SETTLED)

    def log(self):
        """Return what the browser complained of since it was last asked."""
        return [each["message"] for each in self.driver.get_log("browser")]

    def requested(self):
        """Return the addresses that were asked for since this was last asked."""
        log = self.driver.get_log("performance")
        messages = [json.loads(each["message"])["message"] for each in log]
        return [
            each["params"]["request"]["url"]
            for each in messages
            if each["method"] == "Network.requestWillBeSent"
        ]
