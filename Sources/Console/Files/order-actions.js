// What can be done to an order, each with the words that say beforehand what will happen.

import { act, api, checkbox, choice, confirmAction, count, EXACT, field, h, hasEnded, jsonEditor, orderPath, own, render, statusWord, toast, workflowName } from "./kit.js";

export function actionsFor(order, reload) {
	const isOver = hasEnded(order.status);
	return [
		canRedrive(order) ? act("operate", order.status === "HELD" ? "Let it go on …" : "Redrive …", () => redrive(order, reload), "primary") : null,
		isOver ? null : act("operate", "Stop …", () => stop(order, reload)),
		isOver && !order.erasedAt ? act("admin", "Erase …", () => erase(order, reload)) : null,
	];
}

function canRedrive(order) {
	if (order.erasedAt) return false;
	if (order.status === "HELD") return order.error !== "Held";
	return ["FAILED", "TIMED_OUT", "ABORTED"].includes(order.status);
}

function stop(order, reload) {
	const sent = (order.deliveries ?? []).filter((one) => one.status === "sent").length;
	const running = (order.deliveries ?? []).some((one) => one.status === "intended");
	confirmAction({
		title: `Stop order ${order.orderId}?`,
		what: [
			`It ends at once and for good as stopped${order.state ? `, in the state ${order.state}` : ""}. Its workflow runs no further, and nothing more is sent for it.`,
			running ? "A send is on its way this moment: it goes on, and its outcome is kept." : "",
			sent > 0 ? `${count(sent, "delivery that has", "deliveries that have")} been sent cannot be called back.` : "Nothing has been sent for it.",
			(order.children ?? []).length > 0 ? "Orders that it has started and waits for are stopped with it." : "",
			"A stopped order can be redriven later.",
		],
		confirm: "Stop it", danger: true,
		send: ["post", orderPath(order.orderId, "/stop")],
		told: `Order ${order.orderId} is stopped.`, done: reload,
	});
}

function redrive(order, reload) {
	const plan = { from: order.error === "Damaged" ? "start" : "failed", definition: "own", edits: order.error === "Damaged" };
	const part = h("div.dialog-parts");
	const input = order.input ?? {};
	let dialog = null;
	const editor = jsonEditor({
		label: "Input of the new run", value: input, rows: 12,
		check: (value) => checkInput(value, order),
		onValidity: (ok) => dialog?.allow(ok),
	});
	dialog = confirmAction({
		title: order.status === "HELD" ? `Let order ${order.orderId} go on?` : `Redrive order ${order.orderId}?`,
		what: [], parts: [part], confirm: "Redrive it",
		run: ({ operator, reason }) => api.post(orderPath(order.orderId, "/redrive"), {
			from: plan.from, definition: plan.definition, reason,
			...(plan.from === "start" && plan.edits ? { input: editor.value } : {}),
		}, { operator }),
		told: `Order ${order.orderId} is due again.`, done: reload,
	});
	show();

	function show() {
		const set = (values) => (Object.assign(plan, values), show());
		render(part,
			h("div.field-row",
				choice("From where", [["failed", order.status === "HELD" ? "Where it is" : `The state that failed${order.state ? `: ${order.state}` : ""}`], ["start", "The start"]], plan.from, (from) => set({ from })),
				choice("On which definition", [["own", `Its own: ${workflowName(order.workflow)}`], ["current", "The present one"]], plan.definition, (definition) => set({ definition }))),
			plan.from === "start" ? checkbox("Change its input first", plan.edits, (edits) => {
				set({ edits });
				if (edits) editor.element.querySelector("textarea").focus();
			}, { id: "plan-edits" }) : null,
			plan.from === "start" && plan.edits ? own("editor", () => editor.element) : null);
		dialog.say(...redriveSentences(order, plan));
		dialog.rename(order.status === "HELD" && plan.from === "failed" ? "Let it go on" : "Redrive it");
		dialog.allow(!(plan.from === "start" && plan.edits) || editor.isValid);
	}
}

function checkInput(value, order) {
	if (value === null || typeof value !== "object" || Array.isArray(value)) return "The input of an order is an object: { … }.";
	const number = order.orderId.split(":").at(-1);
	if (value.orderId !== undefined && value.orderId !== number) return `Its orderId stays ${number}.`;
	if (order.input?.customerEmail !== undefined && typeof value.customerEmail !== "string") return "It needs a customerEmail.";
	return null;
}

function redriveSentences(order, plan) {
	const sent = (order.deliveries ?? []).filter((one) => one.status === "sent");
	const where = plan.from === "start" ? "It runs again from the start, every state" : order.status === "HELD" ? "It goes on where it is" : `It goes on in the state ${order.state ?? "that failed"}; finished states keep their results`;
	const definition = plan.definition === "own" ? "on the definition that it ran on" : "on the definition that new orders run on";
	return [
		`${where}, ${definition}. It is ${statusWord(order.status).toLowerCase()} now and is due at once.`,
		sent.length === 0 ? "Nothing has been sent for it so far."
			: plan.from === "start" ? `${count(sent.length, "delivery was", "deliveries were")} sent for it (${sent.map((one) => one.kind).join(", ")}). A run from the start may send again what has other content or another place.`
				: `What was sent for it (${sent.map((one) => one.kind).join(", ")}) is not sent again.`,
	];
}

function erase(order, reload) {
	const typed = h("input", { ...EXACT, oninput: () => dialog.allow(typed.value.trim() === order.orderId) });
	const dialog = confirmAction({
		title: `Erase the customer's data of order ${order.orderId}?`,
		what: [
			"Input, output, history and all texts are overwritten. This cannot be undone, and the order's page is then gone.",
			"Its number, status, times, counts, message ids and audit stay, for the accounts.",
			"Orders that it has started and that have ended are erased with it.",
		],
		parts: [field(`Type ${order.orderId} to go on`, typed)],
		confirm: "Erase for good", danger: true,
		send: ["remove", orderPath(order.orderId)],
		done: (erased) => {
			const left = erased?.erasure?.left?.length ?? 0;
			toast(`Order ${order.orderId} is erased${left > 0 ? `; ${count(left, "order")} that it has started still hold data` : ""}.`);
			reload(erased);
		},
	});
	dialog.allow(false);
}

/// What somebody can say about a delivery of which nobody knows.
export function decisions(delivery, done) {
	return [act("operate", "Take as sent …", () => decide(delivery, "assume-sent", done)), act("operate", "Send again …", () => decide(delivery, "resend", done))];
}

function decide(delivery, decision, done) {
	const isResend = decision === "resend";
	confirmAction({
		title: isResend ? "Send it again?" : "Take it as sent?",
		what: [
			`The ${delivery.kind} “${delivery.name}” of order ${delivery.orderId} may have arrived, or not; the provider broke off before it said.`,
			isResend ? "It is sent once more. If the first one did arrive, the customer gets it twice." : "It is not sent again. If the first one did not arrive, the customer never gets it.",
			"The order then goes on.",
		],
		confirm: isResend ? "Send it again" : "Take it as sent",
		send: ["post", `/deliveries/${delivery.id}/decision`, { decision }],
		told: isResend ? "It is sent again." : "It is taken as sent.", done,
	});
}
