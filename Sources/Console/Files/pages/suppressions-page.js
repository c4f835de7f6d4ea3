// Addresses that nothing is sent to.

import { act, api, confirmAction, faint, field, h, listPage, timeElement } from "../kit.js";

const CAUSES = { bounce: "Bounced", complaint: "Complained", refused: "Refused by the provider", manual: "Put here by a person" };

export default function suppressionsPage(view) {
	const page = listPage(view, {
		title: "Suppression list", empty: "No address is on it.",
		lead: () => "Nothing is sent to these addresses; new orders for them are refused (suppressions.intake).",
		path: () => "/suppressions?limit=200", items: (answer) => answer.suppressions, key: (one) => one.address,
		actions: () => act("operate", "Add an address …", () => add(page.again)),
		columns: () => [
			["Address", (one) => one.address],
			["Why", (one) => [CAUSES[one.cause] ?? one.cause, one.detail ? faint(`: ${one.detail}`) : null]],
			["Since", (one) => timeElement(one.since)],
			["By", (one) => [one.by, one.reason ? faint(`: ${one.reason}`) : null]],
			["", (one) => act("operate", "Take off …", () => takeOff(one, page.again))],
		],
	});
}

function add(done) {
	const address = h("input", { type: "email", required: true, autocomplete: "off" });
	confirmAction({
		title: "Send nothing to an address any more?", what: ["Until it is taken off, new orders for it are refused (suppressions.intake) and other e-mails fail."], confirm: "Put it on the list",
		parts: [field("Address", address)],
		run: ({ operator, reason }) => api.post("/suppressions", { address: address.value.trim(), reason }, { operator }), told: "It is on the list.", done,
	});
}

function takeOff(one, done) {
	confirmAction({
		title: `Send to ${one.address} again?`, confirm: "Take it off the list",
		what: ["New e-mails go to it from now on. What was withheld is not sent later.", one.cause === "complaint" ? "Its owner complained about an e-mail. Be sure that they want to hear from you." : ""],
		send: ["remove", `/suppressions/${encodeURIComponent(one.address)}`], told: "It is off the list.", done,
	});
}
