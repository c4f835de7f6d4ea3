// Addresses that nothing is sent to.

import { api, Problem } from "../api.js";
import { confirmAction, faultNote, toast } from "../dialogs.js";
import { asking, faint, freshID, h, remark, render } from "../dom.js";
import { timeElement } from "../format.js";
import { poll } from "../live.js";
import { button, pageHead, table } from "../table.js";

const CAUSES = { bounce: "Bounced", complaint: "Complained", refused: "Refused by the provider", manual: "Put here by a person" };

export default function suppressionsPage(view) {
	view.title("Suppression list");
	let entries = null;
	let next = null;
	let fault = null;
	const again = poll(async (signal) => {
		try {
			const page = await api.get("/suppressions?limit=200", { signal });
			[entries, next, fault] = [page.suppressions, page.next, null];
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			fault = error;
		}
		draw();
	}, 5000, view.signal);
	draw();

	function draw() {
		render(view.root,
			pageHead("Suppression list", "Nothing is sent to these addresses. Orders for them go on without their e-mail.", button("Add an address …", () => add(again))),
			fault ? faultNote(fault) : !entries ? asking() : entries.length === 0 ? remark("No address is on it.")
				: table("Suppressed addresses", [
					["Address", (one) => one.address],
					["Why", (one) => [CAUSES[one.cause] ?? one.cause, one.detail ? faint(`: ${one.detail}`) : null]],
					["Since", (one) => timeElement(one.since)],
					["By", (one) => [one.by, one.reason ? faint(`: ${one.reason}`) : null]],
					["", (one) => button("Take off …", () => takeOff(one, again))],
				], entries, (one) => one.address),
			next ? remark("The first 200 are shown.") : null);
	}
}

function add(done) {
	const field = h("input", { id: freshID("address"), type: "email", required: true, autocomplete: "off" });
	confirmAction({
		title: "Send nothing to an address any more?", what: ["Orders for it are still accepted and go on, without their e-mail, until it is taken off the list."], confirm: "Put it on the list",
		parts: [h("div.field", h("label", { for: field.id }, "Address"), field)],
		run: ({ operator, reason }) => api.post("/suppressions", { address: field.value.trim(), reason }, { operator }), told: "It is on the list.", done,
	});
}

function takeOff(one, done) {
	confirmAction({
		title: `Send to ${one.address} again?`, confirm: "Take it off the list",
		what: ["New e-mails go to it from now on. What was withheld is not sent later.", one.cause === "complaint" ? "Its owner complained about an e-mail. Be sure that they want to hear from you." : ""],
		send: ["remove", `/suppressions/${encodeURIComponent(one.address)}`], told: "It is off the list.", done,
	});
}
