// The sandbox's messages as a mail client shows them.

import { api } from "../api.js";
import { asking, faint, h, own, remark, render } from "../dom.js";
import { clock, number, timeElement } from "../format.js";
import { poll } from "../live.js";
import { mailFrame } from "../mail-frame.js";
import { monitor } from "../monitor.js";
import { orderAnchor, pageHead } from "../table.js";

const MOST = 300;

export default function mailboxPage(view) {
	view.title("Sandbox mailbox");
	let box;
	let read;
	poll(async (signal) => {
		// All messages come at once, so they are asked for only when something was sent.
		const sent = monitor.counters?.sum("orderd_delivery_attempts_total");
		if (box !== undefined && sent === read) return;
		box = await api.ifThere("/sandbox/messages", { signal });
		read = sent;
		draw();
	}, 3000, view.signal);
	draw();

	function choose(id) {
		view.keepQuery({ message: id });
		draw();
	}

	function draw() {
		const messages = [...(box?.messages ?? [])].reverse();
		const chosen = messages.find((one) => one.id === view.query.get("message")) ?? messages[0];
		render(view.root,
			pageHead("Sandbox mailbox", "What orders have sent. With --sandbox nothing leaves this machine."),
			box === undefined ? asking()
				: box === null ? h("p", "This service runs without --sandbox: what it sends really goes out, and is kept here by nobody.")
					: messages.length === 0 ? remark("Nothing has been sent yet.")
						: h("div", { key: "box", class: "mailbox" },
							h("nav.mails", { "aria-label": "Messages" }, messages.slice(0, MOST).map((one) => h("button", { key: one.id, type: "button", "aria-current": one.id === chosen.id ? "true" : null, onclick: () => choose(one.id) },
								h("b", one.subject ?? one.kind), faint(clock(one.receivedAt)), faint((one.to ?? [one.topic ?? one.kind]).join(", ").split(":").at(-1))))),
							reader(chosen)),
			messages.length > MOST ? remark(`The newest ${MOST} of ${number(messages.length)} are shown.`) : null);
	}

	function reader(mail) {
		const row = (name, value) => value ? h("div", { key: name }, h("dt", name), h("dd", value)) : null;
		const order = mail.tags?.orderId;
		return h("article", { key: mail.id, class: "mail", "aria-label": mail.subject ?? mail.kind },
			h("h2", mail.subject ?? mail.kind),
			h("dl.facts", row("From", mail.from), row("To", mail.to?.join(", ")), row("Cc", mail.cc?.join(", ")), row("Topic", mail.topic),
				row("Sent", timeElement(mail.receivedAt)), row("Order", order ? orderAnchor(order) : null), row("Message id", h("code", mail.id))),
			mail.html ? own("frame", () => mailFrame(mail.html, `E-mail: ${mail.subject}`)) : null,
			mail.text || mail.message ? h("details.part", { open: !mail.html }, h("summary", "Text"), h("div.mail-text", mail.text ?? mail.message)) : null);
	}
}

