"""What somebody asks who has never seen the console, answered within a few steps from its first page."""

from playwright.sync_api import expect

MAIL = {"customerEmail": "buyer@example.com"}


def test_why_did_an_order_fail(open_page, service):
    page = open_page("/console/")
    page.get_by_role("link", name="Failed and held").click()
    group = page.get_by_role("article").filter(has_text="SoldOut")
    expect(group).to_contain_text("There is none left on the shelf.")
    expect(group).to_contain_text("in Refuse of Fulfilment")
    group.get_by_role("link", name="Fulfilment:soldout").click()
    expect(page.locator(".callout")).to_contain_text("It failed in the state Refuse: SoldOut. There is none left on the shelf.")
    # The drawing marks where, and the panel says what went in.
    expect(page.get_by_role("button", name="Refuse, Fail, failed")).to_be_visible()
    expect(page.get_by_role("complementary", name="State Refuse")).to_contain_text("SoldOut")


def test_why_did_an_order_fail_whose_child_failed(open_page, service):
    page = open_page("/console/orders/Fulfilment:child-failed")
    expect(page.locator(".callout")).to_contain_text("An amount of -20 cannot be paid back.")
    page.get_by_role("term").filter(has_text="Has started").locator("..").get_by_role("link").click()
    expect(page.locator(".callout")).to_contain_text("It failed in the state Nonsense: NegativeAmount.")


def test_what_to_do_with_an_uncertain_delivery(open_page, service):
    page = open_page("/console/")
    expect(page.get_by_role("listitem").filter(has_text="nobody can tell if it arrived")).to_contain_text("send again, or take as sent")
    page.get_by_role("link", name="Decide").click()
    expect(page.locator("main")).to_contain_text("Orders wait until somebody decides.")
    row = page.get_by_role("row").filter(has_text="uncertain-0")
    row.get_by_role("button", name="Send again …").click()
    expect(page.get_by_role("dialog")).to_contain_text("If the first one did arrive, the customer gets it twice.")
    page.keyboard.press("Escape")
    row.get_by_role("button", name="Take as sent …").click()
    expect(page.get_by_role("dialog")).to_contain_text("If the first one did not arrive, the customer never gets it.")


def test_which_orders_are_late_and_why(open_page, service):
    service.call("POST", "/queue/pause", {"reason": "Asked in a test."})
    try:
        service.submit({"orderId": "behind", **MAIL})
        page = open_page("/console/")
        expect(page.get_by_text("The queue is paused: orders are accepted and not taken up.")).to_be_visible()
        page.get_by_role("link", name="Waits longest").click()
        row = page.get_by_role("row").filter(has_text="behind")
        expect(row).to_contain_text("late")
        row.get_by_role("link", name="behind").click()
        expect(page.locator(".callout")).to_contain_text("It is late. It was due")
        expect(page.locator(".callout")).to_contain_text("the queue is paused")
    finally:
        service.call("POST", "/queue/resume", {})
    service.wait_status("behind", "SUCCEEDED")


def test_which_orders_took_too_long(open_page, service):
    page = open_page("/console/")
    page.get_by_role("link", name="Failed and held").click()
    group = page.get_by_role("article").filter(has_text="Timed out")
    group.get_by_role("link", name="1 in Dawdle of Slow").click()
    page.get_by_role("link", name="Slow:late").click()
    expect(page.locator(".callout")).to_contain_text("It took too long in the state Dawdle")


def test_what_was_the_customer_told(open_page, service):
    page = open_page("/console/")
    page.keyboard.press("/")
    page.keyboard.type("good")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Show", exact=True).first.click()
    expect(page.get_by_role("article", name="Content of confirmation")).to_contain_text("Order Confirmation")
    expect(page.frame_locator("iframe").locator("body")).to_contain_text("good")


def test_whom_does_an_order_wait_for(open_page, service):
    page = open_page("/console/orders/Fulfilment:bulk")
    expect(page.locator(".callout")).to_contain_text("It waits in the state Ask the buyer for an answer from outside.")
    page.get_by_role("link", name="See the open tasks").click()
    expect(page.get_by_role("row").filter(has_text="Fulfilment:bulk")).to_contain_text("approve-bulk")


def test_what_was_changed_in_the_settings_and_where(open_page, service):
    page = open_page("/console/")
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("button", name="Changed ones").click()
    expect(page.get_by_role("row").filter(has_text="http.port")).to_contain_text("Argument")
