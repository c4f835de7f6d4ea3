"""Every page shows what it should, without a complaint of the browser or of axe; pictures of each when a folder is named."""

import os
import pathlib

import pytest

from conftest import PATIENCE, violations, visit, Watch
from views import VIEWS

PICTURES = os.environ.get("CONSOLE_PICTURES")
# The missing order's 404 is the browser's to report.
EXPECTED = {"order-missing": "404"}


def forgive(page, name):
    if name in EXPECTED:
        page.watch.complaints = [one for one in page.watch.complaints if EXPECTED[name] not in one]


@pytest.fixture(scope="module")
def visitor(browser, base):
    """One visitor, who goes from page to page."""
    page = browser.new_page(base_url=base)
    page.set_default_timeout(PATIENCE)
    page.watch = Watch(page)
    page.goto("/console/")
    yield page
    page.close()


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_shows_its_facts_in_every_look_and_axe_finds_nothing(visitor, name):
    path, text = VIEWS[name]
    visitor.watch.complaints.clear()
    visitor.set_viewport_size({"width": 1440, "height": 900})
    visitor.emulate_media(color_scheme="light")
    visit(visitor, path)
    visitor.get_by_text(text).first.wait_for(state="attached")
    assert violations(visitor) == []
    visitor.emulate_media(color_scheme="dark")
    visitor.set_viewport_size({"width": 390, "height": 844})
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(visitor, "color-contrast", "scrollable-region-focusable") == []
    forgive(visitor, name)
    assert visitor.watch.complaints == []


@pytest.mark.skipif(not PICTURES, reason="CONSOLE_PICTURES names no folder")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("name", VIEWS)
def test_pictures(open_page, name, width, theme):
    path, text = VIEWS[name]
    page = open_page(path, width=width, height=844 if width == 390 else 900, theme=theme)
    page.get_by_text(text).first.wait_for(state="attached")
    page.wait_for_timeout(700)
    pathlib.Path(PICTURES).mkdir(parents=True, exist_ok=True)
    page.screenshot(path=f"{PICTURES}/{name}-{width}-{theme}.png", full_page=True)
    forgive(page, name)
