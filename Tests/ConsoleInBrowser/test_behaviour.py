"""What the console does by itself: live views, many rows, hostile orders, keys, signing in, and a service that goes away."""

import pytest
from playwright.sync_api import expect

import dev_server
from conftest import MANY, serve_console, violations
from service import Service

MAIL = {"customerEmail": "buyer@example.com"}


def test_an_order_is_followed_live_to_its_end(open_page, service):
    service.submit({"orderId": "live", "kind": "parcel", "lines": [{"seconds": 3, "count": 1}], **MAIL}, "Fulfilment")
    page = open_page("/console/orders/Fulfilment:live")
    expect(page.get_by_role("button", name="Pick, Wait, running")).to_be_visible()
    expect(page.get_by_role("button", name="Pick, Wait, succeeded")).to_be_visible()
    expect(page.locator("h1 .pill")).to_have_text("Succeeded")
    expect(page.get_by_role("button", name="Done, Succeed, succeeded")).to_be_visible()


def test_a_new_order_comes_on_top_of_the_list(open_page, service):
    page = open_page("/console/orders?workflow=SimpleOrderWorkflow")
    service.submit({"orderId": "newcomer", **MAIL})
    expect(page.get_by_role("link", name="newcomer")).to_be_visible()


def test_rows_are_few_and_pages_follow_by_cursor(open_page, service):
    page = open_page("/console/orders?workflow=SimpleOrderWorkflow&live=no")
    frame = page.get_by_role("region", name="List of orders")
    assert frame.locator("tbody tr").count() < 80
    wanted = min(MANY, 3000)
    for _ in range(200):
        frame.evaluate("frame => frame.scrollTop = frame.scrollHeight")
        page.wait_for_timeout(40)
        shown = page.locator(".list-note").inner_text()
        if int("".join(filter(str.isdigit, shown)) or 0) >= wanted:
            break
    assert int("".join(filter(str.isdigit, shown))) >= wanted
    assert frame.locator("tbody tr").count() < 80
    # A jump over thousands of rows is drawn within a few frames.
    took = frame.evaluate("""async frame => {
        let longest = 0;
        for (let step = 0; step < 30; step += 1) {
            const begun = performance.now();
            frame.scrollTop = (step % 2) * (frame.scrollHeight / 2) + step * 500;
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            longest = Math.max(longest, performance.now() - begun);
        }
        return longest;
    }""")
    print(f"longest step over {shown}: {took:.0f} ms")
    assert took < 200


def test_the_address_bar_holds_the_view(open_page, service):
    page = open_page("/console/orders")
    page.get_by_label("Status").select_option("TIMED_OUT")
    expect(page.get_by_role("link", name="Slow:late")).to_be_visible()
    assert page.url.endswith("/console/orders?status=TIMED_OUT")
    page.reload()
    expect(page.get_by_role("link", name="Slow:late")).to_be_visible()
    expect(page.get_by_role("link", name=f"many-{MANY - 1}")).to_have_count(0)
    page.get_by_role("link", name="Slow:late").click()
    expect(page.locator("h1")).to_contain_text("Slow:late")
    page.go_back()
    expect(page.get_by_label("Status")).to_have_value("TIMED_OUT")


@pytest.mark.parametrize("path", ["/console/orders/hostile", "/console/mailbox"])
def test_what_an_order_brings_is_text(open_page, service, path):
    page = open_page(path)
    page.wait_for_timeout(800)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img, main script").count() == 0
    if "hostile" in path:
        expect(page.get_by_text("<script>window.hacked = 1</script>").first).to_be_visible()
        page.locator(".events summary").first.click()
        page.get_by_role("button", name="ProcessOrder, Task, succeeded").click()
        assert page.evaluate("window.hacked") is None and page.locator("main img, main script").count() == 0


def test_an_email_is_shown_in_a_frame_without_scripts_and_remote_content(open_page, service):
    page = open_page("/console/mailbox")
    mail = '<style>h1 { color: rgb(1, 2, 3); background: url(https://evil.example/a.png) }</style><h1 style="padding: 7px" onclick="hacked()">Hello</h1><img src="https://evil.example/b.png"><script>parent.hacked = 5</script><a href="javascript:parent.hacked=6">link</a>'
    page.route("**/sandbox/messages", lambda route: route.fulfill(json={"accepted": 1, "dropped": 0, "messages": [
        {"number": 1, "id": "m-1", "service": "ses", "kind": "email", "receivedAt": "2026-12-01T00:00:00Z", "from": "a@example.com", "to": ["b@example.com"], "subject": "A hostile mail", "html": mail, "text": "Hello"}]}))
    page.reload()
    heading = page.frame_locator("iframe").get_by_role("heading", name="Hello")
    expect(page.get_by_role("heading", name="A hostile mail")).to_be_visible()
    expect(heading).to_be_visible()
    assert heading.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).padding, e.getAttribute('onclick')]") == ["rgb(1, 2, 3)", "7px", None]
    assert page.evaluate("window.hacked") is None
    assert page.frame_locator("iframe").locator("script, img[src], a[href]").count() == 0


def test_by_keyboard_alone(open_page, service):
    page = open_page("/console/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("g")
    page.keyboard.press("o")
    expect(page.locator("h1")).to_be_focused()
    expect(page).to_have_title("Orders · orderd")
    page.keyboard.press("/")
    page.keyboard.type("soldout")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Fulfilment:soldout")
    page.watch.complaints = [one for one in page.watch.complaints if "404" not in one]
    page.get_by_role("button", name="Redrive …").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Redrive …")).to_be_focused()
    page.get_by_role("button", name="Sold out, Fail, failed").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="State Sold out")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_the_list_is_walked_with_the_arrows(open_page, service):
    page = open_page("/console/orders?status=TIMED_OUT")
    page.get_by_role("region", name="List of orders").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Slow:late")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Slow:late")


@pytest.mark.parametrize("path, button", [
    ("/console/orders/Fulfilment:soldout", "Redrive …"), ("/console/orders/Fulfilment:soldout", "Erase …"), ("/console/orders", "Columns"),
    ("/console/", "Pause …"), ("/console/", "Keys"), ("/console/schedules", "Make one …"), ("/console/suppressions", "Add an address …")])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_dialog(open_page, service, path, button, theme):
    page = open_page(path, theme=theme)
    page.get_by_role("button", name=button).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


def test_the_theme_is_chosen_and_kept(open_page, service):
    page = open_page("/console/")
    ground = lambda: page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = ground()
    page.get_by_role("button", name="Theme: As the system").click()
    page.get_by_role("button", name="Theme: Light").click()
    assert ground() != light
    page.reload()
    page.wait_for_selector("h1")
    assert ground() != light


def test_a_service_that_goes_away_is_told_and_comes_back_by_itself(open_page):
    own = Service()
    url, close = serve_console(own)
    try:
        page = open_page("/console/", base=url)
        own.stop()
        expect(page.get_by_text("The service does not answer.")).to_be_visible(timeout=15000)
        own.start()
        expect(page.get_by_text("The service does not answer.")).to_have_count(0, timeout=20000)
        page.watch.complaints.clear()
    finally:
        close()
        own.remove()


def test_signing_in_with_a_key(open_page):
    own = Service(keys=True)
    url, close = serve_console(own)
    try:
        own.submit({"orderId": "secret", **MAIL})
        page = open_page("/console/orders/secret", base=url, settled=False)
    except Exception:
        close()
        own.remove()
        raise
    try:
        dialog = page.get_by_role("dialog", name="Sign in")
        assert violations(page) == []
        dialog.get_by_label("API key").fill("wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name="Sign in").get_by_role("alert")).not_to_be_empty()
        page.get_by_role("dialog", name="Sign in").get_by_label("API key").fill(own.token)
        page.keyboard.press("Enter")
        expect(page.locator("h1 .pill")).to_have_text("Succeeded")
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        assert page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie").find(own.token) < 0
        page.watch.complaints.clear()
    finally:
        close()
        own.remove()


def test_all_that_is_served_is_small():
    sizes = {file.name: len(dev_server.served(file)) for file in dev_server.FILES.rglob("*.*")}
    print(f"{sum(sizes.values())} bytes in {len(sizes)} files")
    assert sum(sizes.values()) < 200_000
    # Each becomes a constant that is named after its file.
    assert len(sizes) == len(list(dev_server.FILES.rglob("*.*")))


def test_the_first_view_comes_in_300_ms(open_page, service):
    page = open_page("/console/")
    page.reload()
    page.wait_for_selector("h1")
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    print(f"first contentful paint: {painted:.0f} ms")
    assert painted < 300
