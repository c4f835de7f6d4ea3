// The ledger of deliveries by status, and decisions about those of which nobody can tell if they arrived.

import { act, api, choice, confirmAction, count, DELIVERY_STATUSES, duration, faint, field, h, listPage, number, orderAnchor, orderLink, segments, statusWord, timeElement, toast, withQuery } from "../kit.js";
import { decisions } from "../order-actions.js";

const MEANINGS = {
	uncertain: "A send began and its outcome is not known. Orders wait until somebody decides.",
	resend: "Somebody decided that these are sent again; they wait for their turn.",
	waiting: "These wait until the provider takes them.",
	intended: "These are being sent this moment.",
	sent: "The provider took these and gave each a message id.",
	refused: "The provider refused these for good.",
	withheld: "These were not sent: their address is on the suppression list.",
};
const KINDS = [["", "Any"], ["email", "E-mails"], ["notice", "Notices"], ["message", "Messages"], ["invocation", "Calls"]];

export default function deliveriesPage(view) {
	const asked = (name) => view.query.get(name) ?? "";
	const status = () => (DELIVERY_STATUSES.includes(asked("status")) ? asked("status") : "uncertain");
	const page = listPage(view, {
		title: "Deliveries", empty: "There are none.",
		path: () => withQuery("/deliveries", { status: status(), kind: asked("kind"), name: asked("name"), limit: 100 }),
		items: (answer) => answer.deliveries, key: (one) => one.id,
		lead: () => MEANINGS[status()],
		actions: (items) => status() === "uncertain" && items.length > 0 ? [
			act("operate", "Take all as sent …", () => decideAll("assume-sent", page.again)), act("operate", "Send all again …", () => decideAll("resend", page.again))] : null,
		above: () => [
			segments("Status", DELIVERY_STATUSES.map((one) => [one, statusWord(one)]), status(), (next) => page.filter({ status: next })),
			h("div.filters", choice("Kind", KINDS, asked("kind"), (kind) => page.filter({ kind })),
				field("Name", h("input", { value: asked("name"), autocomplete: "off", onchange: (event) => page.filter({ name: event.target.value.trim() }) })))],
		columns: () => columns(status(), page.again),
	});
}

function columns(status, again) {
	const isUncertain = status === "uncertain";
	return [
		["Order", (one) => orderAnchor(one.orderId)],
		isUncertain ? ["", (one) => h("div.actions", decisions(one, again))] : null,
		["What", (one) => h("a", { href: withQuery(orderLink(one.orderId), { delivery: one.id }) }, `${one.kind}: ${one.name}`)],
		["State", (one) => one.state],
		["Attempts", (one) => number(one.attempts), true],
		["Sending began", (one) => timeElement(one.intendedAt)],
		status === "sent" ? ["Took", (one) => one.concludedAt ? duration(Date.parse(one.concludedAt) - Date.parse(one.intendedAt)) : "–", true]
			: ["Why", (one) => faint(one.reason ?? "–")],
		isUncertain ? null : ["Message id", (one) => one.messageId ? h("code", one.messageId) : "–"],
	].filter(Boolean);
}

// The preview says how many are meant before anything is decided.
function decideAll(decision, done) {
	const isResend = decision === "resend";
	let kind = "";
	const body = (more) => ({ decision, kind: kind || undefined, limit: 1000, ...more });
	const dialog = confirmAction({
		title: isResend ? "Send all of them again?" : "Take all of them as sent?",
		what: [], parts: [choice("Of which kind", KINDS, "", (value) => ((kind = value), preview()))],
		confirm: isResend ? "Send them again" : "Take them as sent",
		run: ({ operator, reason }) => api.post("/deliveries/decisions", body({ reason }), { operator }),
		done: (answer) => (toast(`${count(answer.decided, "delivery is", "deliveries are")} decided${answer.refused > 0 ? `, ${answer.refused} cannot be decided so` : ""}.`), done()),
	});
	preview();

	async function preview() {
		dialog.allow(false);
		const answer = await api.post("/deliveries/decisions", body({ preview: true }));
		dialog.say(`${count(answer.matching, "uncertain delivery is", "uncertain deliveries are")} meant${answer.hasMore ? ", and there are more for another turn" : ""}.`,
			isResend ? "Each is sent once more. Customers whose first one did arrive get it twice." : "None is sent again. Customers whose first one did not arrive never get it.", "Their orders then go on.");
		dialog.allow(answer.matching > 0);
	}
}
