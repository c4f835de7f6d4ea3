// One definition: its drawing and its text, trying it out, its versions, and starting an order on it.

import { graphFrame, roomIn } from "../graph-view.js";
import { api, asking, button, EXACT, faint, faultNote, field, findState, h, jsonEditor, jsonView, loadDefinition, loadWorkflows, may, number, orderLink, own, pageHead, pill, Problem, remark, render, segments, shortHash, table, timeElement, toast, withQuery } from "../kit.js";
import { go } from "../router.js";
import { TryOut } from "../try-out.js";

export default async function workflowPage(view) {
	const { id } = view.parts;
	view.title("Workflow");
	render(view.root, pageHead(id), asking());
	try {
		const [workflow, listed] = await Promise.all([loadDefinition(id, { signal: view.signal }), loadWorkflows({ signal: view.signal })]);
		new WorkflowPage(view, workflow, listed.find((one) => one.id === workflow.id)).draw();
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		if (!view.signal.aborted) render(view.root, pageHead(id), faultNote(error));
	}
}

class WorkflowPage {
	/// `entry` is there when new orders run on it.
	constructor(view, workflow, entry) {
		Object.assign(this, { view, workflow, entry, selected: null, zoom: null, versions: null });
		view.title(`Workflow ${workflow.name}`);
		this.parts = [["", "Definition", () => this.definition()], ["try", "Try it out", () => this.tryOut()], ["versions", "Versions", () => this.history()]];
		if (entry && may("orders:write")) this.parts.push(["start", "Start an order", () => own("start", () => startForm(entry))]);
	}

	draw() {
		const { view, workflow } = this;
		const asked = view.query.get("view") ?? "";
		const [shown, , content] = this.parts.find(([name]) => name === asked) ?? this.parts[0];
		render(view.root,
			pageHead(workflow.name, `${workflow.definition.Comment ?? ""} ${workflow.current ? "New orders run on it." : "An earlier definition: no new order runs on it."} ${shortHash(workflow.id)}`,
				h("a.button", { href: withQuery("/console/orders", { workflow: workflow.current ? workflow.name : workflow.id }) }, "Its orders")),
			segments("What to see", this.parts, shown, (name) => (view.keepQuery({ view: name }), this.draw())),
			content());
	}

	definition() {
		const { machine, definition, name } = this.workflow;
		const state = this.selected ? findState(machine, this.selected) : null;
		const choose = (chosen) => ((this.selected = chosen), this.draw());
		return h("div.with-panel", { key: "drawing" },
			graphFrame(machine, { width: roomIn(this.view.root), zoom: this.zoom, onZoom: (zoom) => ((this.zoom = zoom), this.draw()), selected: this.selected, label: name, onSelect: choose }),
			h("aside.panel.box", { label: state ? `State ${this.selected}` : "Definition" },
				h("div.panel-head", h("h2", state ? this.selected : "Definition"), state ? button("Whole definition", () => choose(null), "quiet") : null),
				h("div", { key: this.selected ?? "" }, jsonView(state?.definition ?? definition, { label: state ? `definition of ${this.selected}` : "the definition", open: 3 }))));
	}

	tryOut() {
		return own("try", () => (this.tried ??= new TryOut(this.view, this.workflow)).root);
	}

	history() {
		if (this.versions instanceof Problem) return faultNote(this.versions);
		if (this.versions) return table("Versions", VERSIONS, this.versions, (one) => one.id);
		api.orProblem(`/workflows/${encodeURIComponent(this.workflow.name)}/versions`, { signal: this.view.signal })
			.then((found) => ((this.versions = found.versions ?? found), this.draw()));
		return asking();
	}
}

const VERSIONS = [
	["Definition", (one) => [h("a", { href: `/console/workflows/${one.id}` }, h("code", { title: one.id }, shortHash(one.id))), one.current ? [" ", pill("SUCCEEDED", "present")] : null]],
	["Since", (one) => timeElement(one.since)],
	["By", (one) => [one.by ?? "the start of the service", one.reason ? faint(`: ${one.reason}`) : null]],
	["Orders that go on", (one) => h("a", { href: withQuery("/console/orders", { workflow: one.id }) }, number(one.orders)), true],
];

function startForm(workflow) {
	const start = h("button.primary", { type: "submit" }, "Start it");
	const editor = jsonEditor({
		label: "Input", rows: 8, value: workflow.requireEmail ? { customerEmail: "buyer@example.com" } : {},
		check: (value) => {
			if (value === null || typeof value !== "object" || Array.isArray(value)) return "The input of an order is an object: { … }.";
			return workflow.requireEmail && typeof value.customerEmail !== "string" ? "It needs a customerEmail." : null;
		},
		onValidity: (ok) => (start.disabled = !ok),
	});
	const fault = h("div", { role: "alert" });
	const numberField = h("input", { ...EXACT, maxlength: "80", placeholder: "Made up when empty" });
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
	h("div.field-row", field("Order number", numberField)), editor.element, fault, h("div.actions", start));
}
