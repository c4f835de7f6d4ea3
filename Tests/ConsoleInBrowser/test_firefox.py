"""Every page in Firefox, too: a heading, its facts, no script error; and one action. Without Firefox there is nothing to run."""

import os
import shutil

import pytest

from service import free_port
from views import VIEWS

FIREFOX = os.environ.get("CONSOLE_FIREFOX") or shutil.which("firefox-esr")
marionette = pytest.importorskip("marionette_driver.marionette")
pytestmark = pytest.mark.skipif(not FIREFOX, reason="there is no firefox-esr")

ERRORS = """
    return Services.console.getMessageArray()
        .filter((one) => one instanceof Ci.nsIScriptError && one.sourceName?.startsWith(arguments[0]) && !(one.flags & Ci.nsIScriptError.warningFlag))
        .map((one) => `${one.sourceName}:${one.lineNumber}: ${one.errorMessage}`);
"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    # Marionette deletes the file of that name first: as root it would delete /dev/null itself.
    log = str(tmp_path_factory.mktemp("firefox") / "gecko.log")
    opened = marionette.Marionette(bin=FIREFOX, headless=True, port=free_port(), gecko_log=log)
    try:
        opened.start_session()
        yield opened
    finally:
        opened.quit()
        opened.cleanup()


def text_of(firefox):
    return firefox.execute_script("return document.querySelector('h1') && document.querySelector('main').innerText + document.querySelector('main').textContent")


def test_every_page_comes_without_an_error_and_an_order_is_stopped(firefox, base, service):
    for name, (path, text) in VIEWS.items():
        firefox.navigate(base + path)
        service.wait(lambda: text in (text_of(firefox) or ""), otherwise=f"{name} does not show {text}")
    firefox.navigate(base + "/console/orders/Refunds:cooling-2")
    press = "return [...document.querySelectorAll('button')].find((one) => one.textContent === arguments[0])?.click() === undefined"
    service.wait(lambda: "Stop …" in (text_of(firefox) or ""), otherwise="there is no Stop …")
    firefox.execute_script(press, ["Stop …"])
    firefox.execute_script(press, ["Stop it"])
    service.wait_status("Refunds:cooling-2", "ABORTED")
    service.wait(lambda: "Stopped" in text_of(firefox), otherwise="the page does not show it")
    with firefox.using_context("chrome"):
        assert firefox.execute_script(ERRORS, [base]) == []
