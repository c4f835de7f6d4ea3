// What can be done to an order, each with the words that say beforehand what will happen.

import { api, orderPath } from "./api.js";
import { confirmAction, toast } from "./dialogs.js";
import { faint, freshID, h, own, render } from "./dom.js";
import { count } from "./format.js";
import { jsonEditor } from "./json-editor.js";
import { workflowName } from "./names.js";
import { hasEnded, statusWord } from "./status.js";

export function actionsFor(order, reload) {
	const button = (text, look, onclick) => h("button", { key: text, class: look, onclick }, text);
	const buttons = [];
	if (canRedrive(order)) buttons.push(button(order.status === "HELD" ? "Let it go on …" : "Redrive …", "primary", () => redrive(order, reload)));
	if (!hasEnded(order.status)) buttons.push(button("Stop …", "", () => stop(order, reload)));
	if (hasEnded(order.status) && !order.erasedAt) buttons.push(button("Erase …", "", () => erase(order, reload)));
	return buttons;
}

function canRedrive(order) {
	if (order.erasedAt) return false;
	if (order.status === "HELD") return order.error !== "Held";
	return ["FAILED", "TIMED_OUT", "ABORTED"].includes(order.status);
}

export function stop(order, reload) {
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

export function redrive(order, reload) {
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
		const option = (name, value, title, note) => radio(name, plan[name] === value, title, note, () => {
			plan[name] = value;
			show();
		});
		render(part,
			h("fieldset", h("legend", "From where"),
				option("from", "failed", order.status === "HELD" ? "From where it is" : `From the state that failed${order.state ? `: ${order.state}` : ""}`, "Finished states keep their results."),
				option("from", "start", "From the start", "Every state runs again.")),
			h("fieldset", h("legend", "On which definition"),
				option("definition", "own", `On its own: ${workflowName(order.workflow)}`, "As it ran before."),
				option("definition", "current", "On the present one", "As new orders run.")),
			plan.from === "start" ? h("p", { key: "edits", class: "check" }, box(plan.edits, "Change its input first", (on) => {
				plan.edits = on;
				show();
				if (on) editor.element.querySelector("textarea").focus();
			})) : null,
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
	const where = plan.from === "start" ? "It runs again from the start" : order.status === "HELD" ? "It goes on where it is" : `It goes on in the state ${order.state ?? "that failed"}`;
	const definition = plan.definition === "own" ? "on the definition that it ran on" : "on the definition that new orders run on";
	return [
		`${where}, ${definition}. It is ${statusWord(order.status).toLowerCase()} now and is due at once.`,
		sent.length === 0 ? "Nothing has been sent for it so far."
			: plan.from === "start" ? `${count(sent.length, "delivery was", "deliveries were")} sent for it (${sent.map((one) => one.kind).join(", ")}). A run from the start may send again what has other content or another place.`
				: `What was sent for it (${sent.map((one) => one.kind).join(", ")}) is not sent again.`,
	];
}

function radio(name, checked, title, note, onchange) {
	const id = `plan-${name}-${title.length}-${note.length}`;
	return h("div", { key: id, class: "check" }, h("input", { type: "radio", name: `plan-${name}`, id, checked, onchange }),
		h("label", { for: id }, title, faint(` ${note}`)));
}

function box(checked, title, change) {
	const id = "plan-edits";
	return [h("input", { type: "checkbox", id, checked, onchange: (event) => change(event.target.checked) }), h("label", { for: id }, title)];
}

export function erase(order, reload) {
	const typed = h("input", { id: freshID("typed"), autocomplete: "off", spellcheck: "false", oninput: () => dialog.allow(typed.value.trim() === order.orderId) });
	const dialog = confirmAction({
		title: `Erase the customer's data of order ${order.orderId}?`,
		what: [
			"Input, output, history and all texts are overwritten. This cannot be undone, and the order's page is then gone.",
			"Its number, status, times, counts, message ids and audit stay, for the accounts.",
			"Orders that it has started and that have ended are erased with it.",
		],
		parts: [h("div.field", h("label", { for: typed.id }, `Type ${order.orderId} to go on`), typed)],
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

export function decide(delivery, decision, done) {
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
