// The sandbox's messages, as a mail client shows them.

import { api, clock, faint, h, listPage, orderAnchor, orderPath, timeElement } from "../kit.js";
import { mailView } from "../mail-view.js";

export default function mailboxPage(view) {
	// The addresses of HTML parts by the messages' ids: an order's ledger knows which delivery has which.
	const sources = new Map();
	const page = listPage(view, {
		title: "Sandbox mailbox", empty: "Nothing has been sent yet.", every: 3000,
		lead: () => "What orders have sent. With --sandbox nothing leaves this machine.",
		path: () => "/sandbox/messages?limit=100", key: (one) => one.id,
		items: ({ emails, notices }) => [...emails, ...notices].sort((a, b) => b.number - a.number),
		show: (messages) => {
			const chosen = messages.find((one) => one.id === view.query.get("message")) ?? messages[0];
			return h("div.mailbox.box", { key: "box" },
				h("nav.mails", { label: "Messages" }, messages.map((one) => h("button", { key: one.id, "aria-current": one.id === chosen.id ? "true" : null, onclick: () => choose(one.id) },
					h("b", one.subject ?? one.kind), faint(clock(one.receivedAt)), faint((one.to ?? [one.topic ?? one.kind]).join(", ").split(":").at(-1))))),
				reader(chosen));
		},
	});

	function choose(id) {
		view.keepQuery({ message: id });
		page.draw();
	}

	function reader(mail) {
		const order = mail.orderId ?? mail.tags?.orderId;
		if (mail.html && order && !sources.has(mail.id)) findSource(mail, order);
		return h("article.mail", { key: mail.id, label: mail.subject ?? mail.kind },
			mailView(mail, [["Sent", timeElement(mail.receivedAt)], ["Order", order ? orderAnchor(order) : null], ["Message id", h("code", mail.id)]], sources.get(mail.id)));
	}

	// Of one that is uncertain nobody knows the message id.
	async function findSource({ id, kind }, order) {
		sources.set(id, null);
		const found = await api.orProblem(orderPath(order), { signal: view.signal });
		const delivery = found.deliveries?.find((one) => one.messageId === id) ?? found.deliveries?.find((one) => one.kind === kind && !one.messageId);
		if (!delivery) return;
		sources.set(id, orderPath(order, `/deliveries/${delivery.id}/content.html`));
		page.draw();
	}
}
