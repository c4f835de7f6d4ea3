// One definition: its drawing, its text, and starting an order on it.

import { api, orderLink, Problem, withQuery } from "../api.js";
import { faultNote, toast } from "../dialogs.js";
import { freshID, h, own, remark, render } from "../dom.js";
import { shortHash } from "../format.js";
import { graphSize, graphView } from "../graph-view.js";
import { jsonEditor } from "../json-editor.js";
import { jsonView } from "../json-view.js";
import { findState } from "../machine.js";
import { loadDefinition, loadWorkflows } from "../names.js";
import { go } from "../router.js";
import { pageHead, section } from "../table.js";

export default async function workflowPage(view) {
	const { id } = view.parts;
	view.title("Workflow");
	render(view.root, pageHead(id));
	let workflow;
	let listed;
	try {
		[workflow, listed] = await Promise.all([loadDefinition(id, { signal: view.signal }), loadWorkflows({ signal: view.signal })]);
	} catch (error) {
		if (error instanceof Problem && !view.signal.aborted) render(view.root, pageHead(id), faultNote(error));
		else if (!(error instanceof Problem)) throw error;
		return;
	}
	view.title(`Workflow ${workflow.name}`);
	const entry = listed.find((one) => one.id === workflow.id);
	const form = entry ? startForm(entry) : null;
	let selected = null;
	draw();

	function draw() {
		const { machine, definition } = workflow;
		const room = view.root.clientWidth * (view.root.clientWidth > 1000 ? 0.58 : 1) - 40;
		const zoom = Math.min(1, Math.max(0.5, room / graphSize(machine).width));
		const state = selected ? findState(machine, selected) : null;
		render(view.root,
			pageHead(workflow.name, `${definition.Comment ?? ""} ${workflow.current ? "New orders run on it." : "An earlier definition: no new order runs on it."} ${shortHash(workflow.id)}`,
				h("a.button", { href: withQuery("/console/orders", { workflow: workflow.current ? workflow.name : workflow.id }) }, "Its orders")),
			h("div", { key: "drawing", class: "with-panel" },
				h("div.graph-frame", { tabindex: "0", role: "region", "aria-label": "Drawing of the workflow" },
					graphView(machine, { selected, zoom, label: `Workflow ${workflow.name}`, onSelect: (name) => ((selected = name), draw()) })),
				h("aside.panel", { "aria-label": state ? `State ${selected}` : "Definition" },
					h("div.panel-head", h("h2", state ? selected : "Definition"), state ? h("button", { class: "quiet", onclick: () => ((selected = null), draw()) }, "Whole definition") : null),
					h("div", { key: selected ?? "" }, jsonView(state?.definition ?? definition, { label: state ? `definition of ${selected}` : "the definition", open: 3 })))),
			form ? section("start", "Start an order", null, own("form", () => form)) : null);
	}
}

function startForm(workflow) {
	const start = h("button", { type: "submit", class: "primary" }, "Start it");
	const editor = jsonEditor({
		label: "Input", rows: 8, value: workflow.requireEmail ? { customerEmail: "buyer@example.com" } : {},
		check: (value) => {
			if (value === null || typeof value !== "object" || Array.isArray(value)) return "The input of an order is an object: { … }.";
			return workflow.requireEmail && typeof value.customerEmail !== "string" ? "It needs a customerEmail." : null;
		},
		onValidity: (ok) => (start.disabled = !ok),
	});
	const fault = h("div", { role: "alert" });
	const numberField = h("input", { id: freshID("number"), autocomplete: "off", spellcheck: "false", maxlength: "80", placeholder: "Made up when empty" });
	return h("form.groups", { onsubmit: async (event) => {
		event.preventDefault();
		fault.replaceChildren();
		start.disabled = true;
		try {
			const orderId = numberField.value.trim();
			const order = await api.post(withQuery("/orders", { workflow: workflow.name }), { ...(orderId ? { orderId } : {}), ...editor.value });
			toast(`Order ${order.orderId} is accepted.`);
			go(orderLink(order.orderId));
		} catch (error) {
			fault.append(faultNote(error));
		} finally {
			start.disabled = !editor.isValid;
		}
	} },
	remark("It is a real order: what its workflow sends goes out."),
	h("div.field-row", h("div.field", h("label", { for: numberField.id }, "Order number"), numberField)), editor.element, fault, h("div.actions", start));
}
