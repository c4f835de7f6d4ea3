"""Who may: signing in with a key for this page or for this browser, what scopes hide, and signing out."""

import pytest
from playwright.sync_api import expect

from conftest import serve_console, violations, visit
from service import Service

MAIL = {"customerEmail": "buyer@example.com"}


@pytest.fixture(scope="module")
def guarded():
    own = Service(keys=True)
    url, close = serve_console(own)
    try:
        own.submit({"orderId": "secret", **MAIL})
        own.wait_status("secret", "SUCCEEDED")
        own.url_of_console = url
        yield own
    finally:
        close()
        own.remove()


@pytest.fixture
def sign_in(open_page, guarded):
    """Opens a page and signs in; the browser's own words about answers of 401 are expected."""

    def signed_in(path, key, keep):
        page = open_page(path, base=guarded.url_of_console, settled=False, waits=False)
        enter(page, key, keep)
        return page

    return signed_in


def enter(page, key, keep=False):
    dialog = page.get_by_role("dialog", name="Sign in")
    dialog.get_by_label("API key").fill(key)
    if keep:
        dialog.get_by_label("Keep me signed in in this browser").check()
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    page.watch.complaints = [one for one in page.watch.complaints if "401" not in one]


def leave(page, button):
    page.get_by_role("button", name="Signed in as").click()
    assert violations(page) == []
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("dialog", name="Sign in")).to_be_visible()
    page.watch.complaints = [one for one in page.watch.complaints if "401" not in one]


def test_a_wrong_key_is_told_and_a_good_one_is_forgotten_with_the_page(open_page, guarded):
    page = open_page("/console/orders/secret", base=guarded.url_of_console, settled=False, waits=False)
    dialog = page.get_by_role("dialog", name="Sign in")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    dialog.get_by_label("API key").fill("wrong")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).not_to_be_empty()
    enter(page, guarded.token)
    expect(page.locator("h1 .pill")).to_have_text("Succeeded")
    expect(page.get_by_role("button", name="Signed in as tester")).to_be_visible()
    assert page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie").find(guarded.token) < 0
    assert page.context.cookies() == []
    # A frame cannot send the key, and its place says so.
    page.get_by_role("button", name="Show", exact=True).first.click()
    expect(page.get_by_text("Its HTML part is shown to those who are kept signed in")).to_be_visible()
    expect(page.get_by_role("article", name="Content of confirmation")).to_contain_text("Thank you for your order!")
    page.reload()
    expect(dialog).to_be_visible()
    page.watch.complaints.clear()


def test_kept_signed_in_over_a_reload_and_out_again(sign_in, guarded):
    page = sign_in("/console/orders/secret", guarded.token, keep=True)
    cookie = page.context.cookies()[0]
    assert cookie["httpOnly"] and cookie["sameSite"] == "Strict" and guarded.token not in str(cookie)
    page.reload()
    expect(page.locator("h1 .pill")).to_have_text("Succeeded")
    page.get_by_role("button", name="Show", exact=True).first.click()
    expect(page.frame_locator("iframe").locator("body")).to_contain_text("secret")
    leave(page, "Sign out")
    assert page.context.cookies() == []


def test_what_is_done_is_kept_under_the_keys_name(sign_in, guarded):
    guarded.submit({"orderId": "cooling", "amount": 700}, "Refunds")
    page = sign_in("/console/orders/Refunds:cooling", guarded.token, keep=True)
    page.get_by_role("button", name="Stop …").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Your name, for the audit")).to_have_count(0)
    dialog.get_by_label("Why (kept with it, as tester’s)").fill("Tested.")
    dialog.get_by_role("button", name="Stop it", exact=True).click()
    expect(page.locator("h1 .pill")).to_have_text("Stopped")
    entry = guarded.order("Refunds:cooling")["audit"][-1]
    assert (entry["action"], entry["by"], entry["reason"]) == ("stop", "tester", "Tested.")


def test_what_one_has_begun_is_not_done_in_the_name_of_another(sign_in, guarded):
    page = sign_in("/console/", guarded.token, keep=True)
    posts = []
    page.on("request", lambda one: one.url.endswith("/queue/pause") and posts.append(one.url))
    page.get_by_role("button", name="Pause …").click()
    # No look at the service comes between and is refused first.
    page.route("**/*", lambda route: None if route.request.method == "GET" else route.continue_())
    page.context.clear_cookies()
    page.get_by_role("button", name="Pause the queue", exact=True).click()
    enter(page, guarded.reader, keep=True)
    expect(page.get_by_text("Nothing was done: you are looker now")).to_be_visible()
    assert len(posts) == 1
    assert guarded.call("GET", "/queue")["mode"] == "running"
    page.watch.complaints.clear()


def test_out_everywhere_ends_the_other_browser_too(sign_in, guarded):
    here = sign_in("/console/", guarded.token, keep=True)
    there = sign_in("/console/", guarded.token, keep=True)
    leave(here, "Sign out everywhere")
    expect(there.get_by_role("dialog", name="Sign in")).to_be_visible()
    there.watch.complaints = [one for one in there.watch.complaints if "401" not in one]


def test_whoever_may_only_look_is_offered_no_action(sign_in, guarded):
    page = sign_in("/console/", guarded.reader, keep=True)
    for path in ["/console/", "/console/orders/secret", "/console/failed", "/console/suppressions", "/console/schedules", "/console/workflows"]:
        expect(page.locator("h1")).to_be_visible()
        visit(page, path)
        expect(page.get_by_role("button", name="…")).to_have_count(0)
    navigation = page.get_by_role("navigation", name="Pages")
    expect(navigation.get_by_role("link", name="Orders")).to_be_visible()
    expect(navigation.get_by_role("link", name="Settings")).to_have_count(0)


def test_whoever_may_only_look_runs_nothing_and_starts_nothing(sign_in, guarded):
    page = sign_in("/console/workflows/Refunds?view=try", guarded.reader, keep=True)
    expect(page.get_by_text("To run it you need the scope operate.")).to_be_visible()
    expect(page.get_by_role("button", name="Start an order")).to_have_count(0)


def test_a_key_that_sees_nothing_is_told_so(sign_in, guarded):
    page = sign_in("/console/", guarded.writer, keep=False)
    expect(page.locator("main")).to_contain_text("It may orders:write. The console needs orders:read.")
    expect(page.get_by_role("link", name="Orders")).to_have_count(0)
