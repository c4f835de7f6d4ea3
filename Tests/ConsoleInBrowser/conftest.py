"""One service, one browser; a page for each test, which fails for whatever the browser complains about.

    ORDERD_PROGRAM=.build/release/orderd python -m pytest Tests/ConsoleInBrowser

needs what requirements.txt names, and Debian's Chromium. CONSOLE_ORDERS says how many ordinary orders lie beside those
that the tests look at (2,000), CONSOLE_PICTURES the folder for pictures of every page, of which there are none without it,
and CONSOLE_FILES=disk has the files that lie here shown in the place of those that the program carries.
"""

import os
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

import dev_server
from service import Service, fill, free_port

CHROMIUM = os.environ.get("CONSOLE_CHROMIUM", "/usr/bin/chromium")
MANY = int(os.environ.get("CONSOLE_ORDERS", "2000"))
# A busy machine is slow, and that is no fault of the console.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """The pages first: they show the orders as `fill` has left them."""
    order = ["test_pages", "test_firefox", "test_questions", "test_behaviour", "test_workflows", "test_sign_in", "test_actions"]
    items.sort(key=lambda item: order.index(item.module.__name__))


def serve_console(service):
    """The service's own console, or the files on disk before it."""
    if os.environ.get("CONSOLE_FILES") != "disk":
        return service.url, lambda: None
    port = free_port()
    server = dev_server.make_server(port, service.url)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://localhost:{port}", server.shutdown


@pytest.fixture(scope="session")
def service():
    made = Service()
    try:
        fill(made, MANY)
        yield made
    finally:
        made.remove()


@pytest.fixture(scope="session")
def base(service):
    url, close = serve_console(service)
    yield url
    close()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Watch:
    """What the browser complains about: errors, violations of the policy, uncaught exceptions."""

    def __init__(self, page):
        self.complaints = []
        page.on("console", lambda message: message.type in ("error", "warning") and self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


def visit(page, path):
    """Goes on to another page of the console, as its own links do, without loading everything anew."""
    page.evaluate("path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }", path)
    page.wait_for_selector("h1")
    page.locator("[aria-busy=true]").first.wait_for(state="detached")


@pytest.fixture
def open_page(browser, base):
    contexts = []

    def open_at(path, width=1440, height=900, theme="light", base=base, settled=True, waits=True, **options):
        context = browser.new_context(base_url=base, viewport={"width": width, "height": height}, color_scheme=theme, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.watch = Watch(page)
        page.goto(path)
        if waits:
            page.wait_for_selector("h1")
        # The policy forbids what wait_for_function does.
        if settled:
            page.locator('[aria-busy=true]').first.wait_for(state='detached')
        return page

    yield open_at
    complaints = [one for context in contexts for page in context.pages for one in page.watch.complaints]
    for context in contexts:
        context.close()
    assert complaints == []


AXE = Axe().axe_script


def violations(page, *rules):
    """What axe finds by its rules, or by those that are named."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    # A frame with an e-mail has an origin of its own, which axe cannot talk to.
    found = page.evaluate("options => axe.run(document, options)", {"iframes": False, "resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})})["violations"]
    return [(one["id"], [node["html"][:160] + " " + node["failureSummary"][:200] for node in one["nodes"][:3]]) for one in found]
