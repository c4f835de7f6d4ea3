"""Every action of the console, with its effect read back by the API."""

import json

import pytest
from playwright.sync_api import expect

from conftest import violations

MAIL = {"customerEmail": "buyer@example.com"}


def confirm(page, button, operator="Ada Ünïcode", reason="Tested."):
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Your name, for the audit").fill(operator)
    dialog.get_by_label("Why (kept with it)").fill(reason)
    dialog.get_by_role("button", name=button, exact=True).click()
    expect(dialog).to_be_hidden()


def audited(order, action):
    return [one for one in order["audit"] if one["action"] == action and one["by"] == "Ada Ünïcode" and one["reason"] == "Tested."]


def test_pause_and_resume(open_page, service):
    page = open_page("/console/")
    page.get_by_role("button", name="Pause …").click()
    confirm(page, "Pause the queue")
    assert service.call("GET", "/queue")["mode"] == "paused"
    service.submit({"orderId": "behind-pause", **MAIL})
    page.get_by_text("The queue is paused: orders are accepted").wait_for()
    page.get_by_role("button", name="Let it go on").click()
    confirm(page, "Let it go on")
    service.wait_status("behind-pause", "SUCCEEDED")


def test_drain_and_resume(open_page, service):
    page = open_page("/console/")
    page.get_by_role("button", name="Drain …").click()
    confirm(page, "Drain")
    assert service.call("GET", "/queue")["mode"] == "draining"
    page.get_by_role("button", name="Let it go on").click()
    confirm(page, "Let it go on")
    assert service.call("GET", "/queue")["mode"] == "running"


def test_stop(open_page, service):
    page = open_page("/console/orders/Refunds:cooling-1")
    page.get_by_role("button", name="Stop …").click()
    expect(page.get_by_role("dialog")).to_contain_text("It ends at once and for good")
    confirm(page, "Stop it")
    order = service.order("Refunds:cooling-1")
    assert order["status"] == "ABORTED" and audited(order, "stop")
    expect(page.locator("h1 .pill")).to_have_text("Stopped")


def test_redrive_from_the_failed_state(open_page, service):
    page = open_page("/console/orders/Refunds:negative-0")
    page.get_by_role("button", name="Redrive …").click()
    confirm(page, "Redrive it")
    service.wait(lambda: service.order("Refunds:negative-0").get("redrives") == 1)
    assert "from state Nonsense" in audited(service.order("Refunds:negative-0"), "redrive")[0]["detail"]


def test_redrive_with_edited_input_in_an_editor_that_validates(open_page, service):
    page = open_page("/console/orders/Refunds:negative-1")
    page.get_by_role("button", name="Redrive …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("From where").select_option("start")
    dialog.get_by_label("Change its input first").check()
    editor = dialog.get_by_label("Input of the new run")
    act = dialog.get_by_role("button", name="Redrive it", exact=True)
    editor.fill('{\n  "amount": 5,\n}')
    expect(dialog).to_contain_text("Line 3, column 1: After the comma something is expected")
    expect(act).to_be_disabled()
    editor.fill('{"amount": 5, "orderId": "other"}')
    expect(dialog).to_contain_text("Its orderId stays negative-1.")
    editor.fill('{"amount": 5, "customerEmail": "buyer@example.com"}')
    dialog.get_by_label("On which definition").select_option("current")
    confirm(page, "Redrive it")
    service.wait_status("Refunds:negative-1", "SUCCEEDED")
    assert service.order("Refunds:negative-1")["output"] == {"paid": 5}
    expect(page.locator("h1 .pill")).to_have_text("Succeeded")


def test_erase_wants_the_number_typed(open_page, service):
    page = open_page("/console/orders/many-1")
    page.get_by_role("button", name="Erase …").click()
    dialog = page.get_by_role("dialog")
    act = dialog.get_by_role("button", name="Erase for good")
    expect(act).to_be_disabled()
    dialog.get_by_label("Type many-1 to go on").fill("many-1")
    confirm(page, "Erase for good")
    page.get_by_text("Its customer's data were erased").wait_for()
    with pytest.raises(AssertionError, match="404"):
        service.order("many-1")
    page.watch.complaints = [one for one in page.watch.complaints if "404" not in one]


def test_decide_resend_on_the_orders_page(open_page, service):
    page = open_page("/console/orders/uncertain-1")
    page.get_by_role("button", name="Send again …").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("If the first one did arrive, the customer gets it twice.")
    confirm(page, "Send it again")
    service.wait_status("uncertain-1", "SUCCEEDED")
    expect(page.locator("h1 .pill")).to_have_text("Succeeded")


def test_decide_as_sent_in_the_list_of_deliveries(open_page, service):
    page = open_page("/console/deliveries?status=uncertain")
    page.get_by_role("row").filter(has_text="uncertain-2").get_by_role("button", name="Take as sent …").click()
    confirm(page, "Take it as sent")
    service.wait_status("uncertain-2", "SUCCEEDED")
    expect(page.get_by_role("row").filter(has_text="uncertain-2")).to_have_count(0)


def test_decide_about_all(open_page, service):
    service.fail_sends({"kind": "drop-after", "service": "ses", "count": 5})
    service.submit({"orderId": "uncertain-all", **MAIL})
    service.wait_status("uncertain-all", "HELD")
    service.fail_sends()
    page = open_page("/console/deliveries")
    page.get_by_role("button", name="Take all as sent …").click()
    expect(page.get_by_role("dialog")).to_contain_text("meant.")
    confirm(page, "Take them as sent")
    service.wait(lambda: service.call("GET", "/queue")["uncertainDeliveries"] == 0)


def test_redrive_a_group_in_bulk_with_preview_and_cancel(open_page, service):
    for n in range(8):
        service.submit({"orderId": f"bulk-{n}", "amount": -7}, "Refunds")
    service.wait_status("Refunds:bulk-7", "FAILED")
    page = open_page("/console/failed?status=FAILED")
    group = page.get_by_role("article").filter(has=page.get_by_role("heading", name="NegativeAmount"))
    group.get_by_role("button", name="Redrive them …").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("match now")
    dialog.get_by_label("How many a second").fill("1")
    confirm(page, "Redrive them")
    begun = service.call("GET", "/redrives")["redrives"][0]
    assert begun["error"] == "NegativeAmount" and begun["ratePerSecond"] == 1 and begun["by"] == "Ada Ünïcode"
    page.get_by_role("button", name="Cancel …").first.click()
    confirm(page, "Cancel it")
    assert service.call("GET", f"/redrives/{begun['id']}")["state"] == "cancelled"


def test_redrive_one_part_of_a_group_with_changed_inputs(open_page, service):
    page = open_page("/console/failed?status=FAILED")
    part = page.get_by_role("listitem").filter(has_text="2 in Absurd of Refunds")
    part.get_by_role("button", name="Redrive these …").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("in Absurd of Refunds")
    expect(dialog).to_contain_text("2 match now")
    dialog.get_by_label("From where").select_option("start")
    dialog.get_by_label("Change their inputs first").check()
    editor = dialog.get_by_label("Changes of each input")
    act = dialog.get_by_role("button", name="Redrive them", exact=True)
    editor.fill('[{"op": "put", "path": "/amount"}]')
    expect(dialog).to_contain_text("its op is one of add, replace")
    expect(act).to_be_disabled()
    editor.fill('[{"op": "remove", "path": "/nothing"}]')
    expect(dialog.get_by_role("group", name="Changed inputs").locator(".bad-text").first).to_be_visible()
    editor.fill('[{"op": "replace", "path": "/amount", "value": 7}]')
    expect(dialog.get_by_role("group", name="the changed input of Refunds:absurd-0")).to_contain_text("amount: 7")
    assert violations(page) == []
    confirm(page, "Redrive them")
    for n in range(2):
        service.wait_status(f"Refunds:absurd-{n}", "SUCCEEDED")
        assert service.order(f"Refunds:absurd-{n}")["output"] == {"paid": 7}
    begun = service.wait(lambda: next((one for one in service.call("GET", "/redrives")["redrives"] if one["state"] == "finished" and one.get("inState") == "Absurd"), None))
    assert (begun["total"], begun["redriven"], begun["refused"], begun["by"]) == (2, 2, 0, "Ada Ünïcode")
    # What is of another state was not meant.
    assert service.order("Refunds:negative-5")["status"] == "FAILED"
    expect(page.get_by_role("row").filter(has_text="in Absurd")).to_contain_text("inputs changed")


def test_start_an_order(open_page, service):
    page = open_page("/console/workflows/Refunds?view=start")
    page.get_by_label("Order number").fill("by-hand")
    page.get_by_label("Input").fill('{"amount": 12}')
    page.get_by_role("button", name="Start it").click()
    page.wait_for_url("**/console/orders/Refunds:by-hand")
    service.wait_status("Refunds:by-hand", "SUCCEEDED")
    expect(page.locator("h1 .pill")).to_have_text("Succeeded")


def test_a_problem_is_told_in_sentences(open_page, service):
    page = open_page("/console/workflows/Refunds?view=start")
    page.get_by_label("Order number").fill("no number")
    page.get_by_label("Input").fill('{"amount": 12}')
    page.get_by_role("button", name="Start it").click()
    expect(page.get_by_role("alert").filter(has_text="orderId")).to_be_visible()
    page.watch.complaints.clear()


def test_read_the_definitions_again(open_page, service):
    page = open_page("/console/workflows")
    page.get_by_role("button", name="Read the files again …").click()
    confirm(page, "Read them again")
    expect(page.locator(".toast")).to_contain_text("All are as they were.")


def test_make_switch_and_delete_a_schedule(open_page, service):
    page = open_page("/console/schedules")
    page.get_by_role("button", name="Make one …").click()
    page.get_by_role("dialog").get_by_label("Schedule").fill('{"name": "by-test", "expression": "cron(0 1 * * ? *)", "target": {"workflow": "Refunds", "input": {"amount": 1}}}')
    confirm(page, "Make it")
    assert service.call("GET", "/schedules/by-test")["expression"] == "cron(0 1 * * ? *)"
    page.get_by_role("link", name="by-test").click()
    page.get_by_role("button", name="Switch off …").click()
    confirm(page, "Switch it off")
    assert service.call("GET", "/schedules/by-test")["enabled"] is False
    page.get_by_role("button", name="Delete …").click()
    confirm(page, "Delete it")
    assert "by-test" not in json.dumps(service.call("GET", "/schedules"))
    page.watch.complaints = [one for one in page.watch.complaints if "404" not in one]


def test_the_suppression_list(open_page, service):
    page = open_page("/console/suppressions")
    page.get_by_role("button", name="Add an address …").click()
    page.get_by_role("dialog").get_by_label("Address").fill("gone@example.com")
    confirm(page, "Put it on the list")
    assert service.call("GET", "/suppressions/gone@example.com")["cause"] == "manual"
    page.get_by_role("row").filter(has_text="gone@example.com").get_by_role("button", name="Take off …").click()
    confirm(page, "Take it off the list")
    assert "gone@example.com" not in json.dumps(service.call("GET", "/suppressions"))
