// The ledger of deliveries by status, and decisions about those of which nobody can tell if they arrived.

import { api, withQuery } from "../api.js";
import { choice, confirmAction, toast } from "../dialogs.js";
import { asking, faint, h, remark, render } from "../dom.js";
import { count, duration, number, timeElement } from "../format.js";
import { poll } from "../live.js";
import { decide } from "../order-actions.js";
import { DELIVERY_STATUSES, statusWord } from "../status.js";
import { button, orderAnchor, pageHead, table } from "../table.js";

const MEANINGS = {
	uncertain: "A send began and its outcome is not known. Orders wait until somebody decides.",
	resend: "Somebody decided that these are sent again; they wait for their turn.",
	waiting: "These wait until the provider takes them.",
	intended: "These are being sent this moment.",
	sent: "The provider took these and gave each a message id.",
	refused: "The provider refused these for good.",
	withheld: "These were not sent: their address is on the suppression list.",
};

export default function deliveriesPage(view) {
	view.title("Deliveries");
	let deliveries = null;
	const status = () => (DELIVERY_STATUSES.includes(view.query.get("status")) ? view.query.get("status") : "uncertain");
	const again = poll(async (signal) => {
		const asked = status();
		const answer = await api.get(withQuery("/deliveries", { status: asked, limit: 200 }), { signal });
		if (asked === status()) deliveries = answer.deliveries;
		draw();
	}, 3000, view.signal);
	draw();

	function choose(next) {
		view.keepQuery({ status: next });
		deliveries = null;
		draw();
		again();
	}

	function draw() {
		const chosen = status();
		const isUncertain = chosen === "uncertain" && deliveries?.length > 0;
		render(view.root,
			pageHead("Deliveries", MEANINGS[chosen], isUncertain ? [button("Take all as sent …", () => decideAll("assume-sent", again)), button("Send all again …", () => decideAll("resend", again))] : null),
			h("div", { key: "status", class: "segments", role: "group", "aria-label": "Status" }, DELIVERY_STATUSES.map((one) =>
				h("button", { key: one, "aria-pressed": String(one === chosen), onclick: () => choose(one) }, statusWord(one)))),
			!deliveries ? asking()
				: deliveries.length === 0 ? remark("There are none.")
					: table("Deliveries", columns(chosen, again), deliveries, (one) => one.id),
			deliveries?.length === 200 ? remark("The newest 200 are shown.") : null);
	}
}

function columns(status, again) {
	const isUncertain = status === "uncertain";
	return [
		["Order", (one) => orderAnchor(one.orderId)],
		isUncertain ? ["", (one) => h("div.actions", button("Take as sent …", () => decide(one, "assume-sent", again)), button("Send again …", () => decide(one, "resend", again)))] : null,
		["What", (one) => `${one.kind}: ${one.name}`],
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
		what: [], parts: [choice("Of which kind", [["", "Any"], ["email", "E-mails"], ["notice", "Notices"], ["message", "Messages"], ["invocation", "Calls"]], "", (value) => ((kind = value), preview()))],
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
