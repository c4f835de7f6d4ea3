"""Definitions in the console: edited with faults shown, tried out, run by their cases, and their versions."""

import json

from playwright.sync_api import expect

from conftest import violations


def open_try(open_page):
    page = open_page("/console/workflows/Refunds?view=try")
    expect(page.get_by_text("Nothing is wrong with it.")).to_be_visible()
    return page, page.get_by_label("Definition", exact=True)


def test_faults_are_marked_as_you_type(open_page, service):
    page, editor = open_try(open_page)
    text = editor.input_value()
    line = next(index for index, one in enumerate(text.split("\n"), 1) if '"Next": "Cool down"' in one)
    editor.fill(text.replace('"Next": "Cool down"', '"Next": "Cool up"'))
    fault = page.get_by_role("button", name=f"Line {line}, column")
    expect(fault).to_contain_text("Cool up")
    expect(page.locator(".gutter .marked").get_by_text(str(line), exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Run it")).to_be_disabled()
    fault.click()
    expect(editor).to_be_focused()
    place = editor.evaluate("area => area.selectionStart")
    assert editor.input_value()[:place].count("\n") + 1 == line
    assert violations(page) == []
    # Text that is no JSON is told at once, with its place.
    editor.fill(text.replace('"StartAt":', '"StartAt"'))
    expect(page.get_by_role("button", name="A colon is expected after the name")).to_be_visible()
    editor.fill(text)
    expect(page.get_by_text("Nothing is wrong with it.")).to_be_visible()


def test_the_drawing_goes_with_the_text(open_page, service):
    page, editor = open_try(open_page)
    drawing = page.get_by_role("region", name="Drawing of Refunds as it is edited")
    value = json.loads(editor.input_value())
    value["States"]["Sleep on it"] = value["States"].pop("Cool down")
    editor.fill(json.dumps(value).replace('"Next": "Cool down"', '"Next": "Sleep on it"'))
    expect(drawing.locator("text", has_text="Sleep on it")).to_be_visible()


def test_a_run_is_tried_in_virtual_time(open_page, service):
    page, editor = open_try(open_page)
    page.get_by_label("Input", exact=True).fill('{"amount": 700}')
    page.get_by_role("button", name="Run it").click()
    outcome = page.get_by_role("region", name="How it ended")
    expect(outcome).to_contain_text("Succeeded after 10 min")
    expect(outcome).to_contain_text("paid: 700")
    expect(page.get_by_role("button", name="Cool down: succeeded, 10 min")).to_be_visible()
    drawing = page.get_by_role("region", name="Drawing of Refunds", exact=True)
    drawing.get_by_role("button", name="Pay back, Pass, succeeded").click()
    expect(page.get_by_role("complementary", name="State Pay back")).to_contain_text("amount: 700")
    expect(page.get_by_role("region", name="History")).to_contain_text("Execution Succeeded")
    assert violations(page) == []
    # An edited definition is what runs.
    editor.fill(editor.input_value().replace('"Seconds": 600', '"Seconds": 60'))
    expect(page.get_by_text("Nothing is wrong with it.")).to_be_visible()
    page.get_by_role("button", name="Run it").click()
    expect(outcome).to_contain_text("Succeeded after 1 min")


def test_a_run_that_fails_says_why(open_page, service):
    page, _ = open_try(open_page)
    page.get_by_label("Input", exact=True).fill('{"amount": -3}')
    page.get_by_role("button", name="Run it").click()
    outcome = page.get_by_role("region", name="How it ended")
    expect(outcome).to_contain_text("NegativeAmount.")
    expect(outcome).to_contain_text("An amount of -3 cannot be paid back.")
    expect(page.get_by_role("complementary", name="State Nonsense")).to_be_visible()


def test_tasks_are_scripted(open_page, service):
    page = open_page("/console/workflows/Fulfilment?view=try")
    page.get_by_label("Input", exact=True).fill('{"kind": "digital"}')
    page.get_by_label("What tasks answer, by the names of states").fill('{"Tell the customer": {"error": "Bounced", "cause": "There is no such mailbox."}}')
    page.get_by_role("button", name="Run it").click()
    outcome = page.get_by_role("region", name="How it ended")
    expect(outcome).to_contain_text("Bounced.")
    expect(page.get_by_role("button", name="Tell the customer, Task, failed")).to_be_visible()


def test_cases_and_what_they_cover(open_page, service):
    page, _ = open_try(open_page)
    page.get_by_role("button", name="Its cases").click()
    page.get_by_role("button", name="Run the cases").click()
    found = page.get_by_role("region", name="3 of 3 cases pass")
    expect(found).to_contain_text("States: 5 of 6; not reached: Absurd")
    drawing = page.get_by_role("region", name="Drawing of Refunds as it is edited")
    expect(drawing.locator(".look-warn")).to_contain_text("not reached")
    expect(drawing.locator(".state.look-SUCCEEDED")).to_have_count(5)
    assert violations(page) == []
    cases = page.get_by_label("Cases, as NAME.tests.json has them")
    cases.fill(cases.input_value().replace('"paid": 5', '"paid": 6'))
    page.get_by_role("button", name="Run the cases").click()
    expect(page.get_by_role("region", name="2 of 3 cases pass").get_by_role("row").filter(has_text="Failed")).to_contain_text("a small amount")


def test_versions_say_who_changed_what_and_what_runs_on_them(open_page, service):
    listed = service.call("GET", "/workflows/Refunds/versions")["versions"]
    page = open_page("/console/workflows/Refunds")
    page.get_by_role("button", name="Versions").click()
    row = page.get_by_role("row").filter(has_text="present")
    expect(row).to_contain_text(listed[0]["id"][:8])
    row.get_by_role("link", name=f"{listed[0]['orders']:,}", exact=True).click()
    expect(page.get_by_role("link", name="Refunds:negative-5")).to_be_visible()
