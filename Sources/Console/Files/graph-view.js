// A workflow as a drawing: states with their shapes, the ways between them, and an execution's path in colour.

import { layOut } from "./graph-layout.js";
import { count, duration, h, icon, lookOf, mark, rounded, stateSummary, statusWord, svg } from "./kit.js";

const LABEL_MOST = 30;
const NAME_MOST = 26;
const MARGIN = 12;
const layouts = new WeakMap();

const measure = {
	size: (state) => {
		const wide = Math.max(clip(state.name, NAME_MOST).length * 7.3 + 26, clip(stateSummary(state), NAME_MOST + 4).length * 6 + 20);
		return { width: Math.max(104, Math.ceil(wide) + 12), height: 44 };
	},
	labelWidth: (text) => clip(text, LABEL_MOST).length * 6.1 + 12,
};

/// `execution` colours the path, `missing` what the coverage of cases lacks; `selected` is a state's name; `onSelect` gets the
/// name of one that is chosen.
function graphView(machine, { execution = null, missing = null, selected = null, onSelect = null, label, zoom }) {
	const layout = layoutOf(machine);
	const drawing = { execution, missing, selected, onSelect, taken: takenWays(execution) };
	const width = layout.width + 2 * MARGIN;
	const height = layout.height + 2 * MARGIN;
	return svg("svg", {
		class: `graph ${execution || missing ? "has-path" : ""}`, viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
		width: width * zoom, height: height * zoom, role: "group", label,
	}, arrows(), svg("g", { transform: at(MARGIN, MARGIN) }, level(layout, drawing)));
}

function layoutOf(machine) {
	if (!layouts.has(machine)) layouts.set(machine, layOut(machine, measure));
	return layouts.get(machine);
}

function takenWays(execution) {
	const taken = new Map();
	const add = (from, to) => taken.set(`${from}\u0001${to}`, (taken.get(`${from}\u0001${to}`) ?? 0) + 1);
	for (const [from, to] of execution?.moves ?? []) add(from.name, to.name);
	for (const visit of execution?.entrances ?? []) if (!visit.parent) add("\u0000start", visit.name);
	const last = execution?.visits.filter((visit) => !visit.parent).at(-1);
	if (execution?.ended?.type === "ExecutionSucceeded" && last) add(last.name, "\u0000end");
	return taken;
}

function level(layout, drawing) {
	const edges = layout.edges.map((edge) => ({ edge, isTaken: drawing.missing ? !isMissing(edge, drawing.missing.transitions.missing) : drawing.taken.has(`${edge.from}\u0001${edge.to}`) }));
	edges.sort((a, b) => a.isTaken - b.isTaken);
	return [
		svg("g", edges.map((one) => way(one))),
		svg("g", layout.nodes.map((node) => place(node, drawing))),
		svg("g", edges.map((one) => wayLabel(one))),
	];
}

// A way's words are such as "default of A → B" and "catcher 1 of A (States.ALL) → B".
function isMissing({ from, to }, missing) {
	return missing.some((words) => words.endsWith(` → ${to}`) && (words.includes(` ${from} → `) || words.includes(` of ${from} (`)));
}

function way({ edge, isTaken }) {
	return svg("path", {
		class: `way way-${edge.kind} ${isTaken ? "taken" : ""}`, d: edge.path, fill: "none",
		"marker-end": `url(#arrow-${isTaken ? "taken" : edge.kind === "catch" ? "catch" : "plain"})`,
	});
}

function wayLabel({ edge, isTaken }) {
	if (!edge.labelAt) return null;
	const { x, y, width } = edge.labelAt;
	return svg("g", { class: `way-label label-${edge.kind} ${isTaken ? "taken" : ""}` },
		svg("title", edge.label),
		svg("rect", { x: x - width / 2 + 2, y: y - 9, width: width - 4, height: 18, rx: 4 }),
		svg("text", { x: x, y: y + 4, "text-anchor": "middle" }, clip(edge.label, LABEL_MOST)));
}

function place(node, drawing) {
	const left = node.x - node.width / 2;
	const top = node.y - node.height / 2;
	if (node.kind !== "state") {
		return svg("g.terminal", { transform: at(node.x, node.y) },
			svg("title", node.kind === "start" ? "Start" : "End"),
			svg("circle", { r: 8 }), node.kind === "end" ? svg("circle", { r: 4.5, class: "terminal-core" }) : null);
	}
	const seen = drawing.execution?.byState.get(node.id);
	const status = seen?.status ?? (drawing.missing ? (drawing.missing.states.missing.includes(node.id) ? "warn" : "succeeded") : null);
	const isChosen = drawing.selected === node.id;
	const attributes = {
		key: node.id,
		class: `state type-${node.state.type} ${status ? `look-${lookOf(status)}` : drawing.execution ? "unseen" : ""} ${isChosen ? "chosen" : ""}`,
		transform: at(left, top),
	};
	if (drawing.onSelect) {
		Object.assign(attributes, {
			tabindex: "0", role: "button", "aria-pressed": String(isChosen), label: spoken(node.state, seen),
			onclick: (event) => (event.stopPropagation(), drawing.onSelect(node.id)),
			onkeydown: (event) => {
				if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
				event.preventDefault();
				drawing.onSelect(node.id);
			},
		});
	}
	// A control within a control is none to a screen reader, so what is inside a Parallel or a Map stands beside its frame.
	return svg("g", { key: `at ${node.id}` },
		svg("g", attributes, svg("title", node.id), outline(node), nameOf(node, seen, status)),
		node.inner?.map((inner, index) => svg("g", { key: `inner ${index}`, transform: at(left + inner.x, top + inner.y) }, level(inner, drawing))));
}

function spoken(state, seen) {
	const base = `${state.name}, ${state.type}`;
	if (!seen) return base;
	const times = seen.visits.length > 1 ? `, ${count(seen.visits.length, "visit")}` : "";
	return `${base}, ${statusWord(seen.status).toLowerCase()}${times}`;
}

function outline(node) {
	const { width: w, height: h0, state } = node;
	if (state.machines.length > 0) {
		return [
			state.type === "Map" ? svg("rect.shape.behind", { x: 5, y: 5, width: w, height: h0, rx: 8 }) : null,
			svg("rect.shape.frame", { width: w, height: h0, rx: 8 }),
			state.machines.length > 1 ? node.inner.slice(1).map((inner, index) => {
				const x = (node.inner[index].x + node.inner[index].width + inner.x) / 2;
				return svg("line.branch-line", { x1: x, x2: x, y1: 46, y2: h0 - 12 });
			}) : null,
		];
	}
	if (state.type === "Choice") {
		const c = 12;
		return svg("path.shape", { d: `M${c} 0H${w - c}L${w} ${h0 / 2}L${w - c} ${h0}H${c}L0 ${h0 / 2}Z` });
	}
	const rx = state.type === "Wait" || state.type === "Succeed" || state.type === "Fail" ? h0 / 2 : 8;
	return svg("rect.shape", { width: w, height: h0, rx });
}

function nameOf(node, seen, status) {
	const { state, width } = node;
	const centre = state.machines.length > 0 ? null : width / 2;
	const x = centre ?? 16;
	const anchor = centre ? "middle" : "start";
	const second = seen ? seenText(seen) : status === "warn" ? "not reached" : stateSummary(state);
	return [
		svg("text.state-name", { x: x, y: 19, "text-anchor": anchor }, clip(state.name, NAME_MOST)),
		svg("text.state-note", { x: x, y: 34, "text-anchor": anchor }, clip(second, NAME_MOST + 4)),
		status ? svg("g.state-mark", { transform: at(width - 9, -7) }, svg("circle", { cx: 8, cy: 8, r: 9, class: "state-mark-ground" }), mark(lookOf(status))) : null,
	];
}

function seenText(seen) {
	const last = seen.visits.at(-1);
	const tries = last.attempts.length > 1 ? ` · ${last.attempts.length} attempts` : "";
	const times = seen.visits.length > 1 ? ` · ×${seen.visits.length}` : "";
	if (last.isOpen) return `${statusWord(seen.status).toLowerCase()}${tries}${times}`;
	return `${duration(last.exited - last.entered)}${tries}${times}`;
}

function arrows() {
	return svg("defs", ["plain", "catch", "taken"].map((name) =>
		svg("marker", { id: `arrow-${name}`, class: `arrow arrow-${name}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto", markerUnits: "userSpaceOnUse" },
			svg("path", { d: "M0 0.8 8 4 0 7.2z" }))));
}

function at(x, y) {
	return `translate(${rounded(x)} ${rounded(y)})`;
}

function clip(text, most) {
	return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/// A key to the colours and shapes, for the page that shows an execution.
export function graphLegend() {
	return h("ul.legend", ["succeeded", "running", "held", "failed", "caught", "stopped"].map((status) =>
		h("li", { class: `look-${lookOf(status)}` }, mark(lookOf(status)), h("span", statusWord(status)))),
	h("li", h("span.legend-catch", { "aria-hidden": "true" }), h("span", "Catch")));
}

/// How wide a drawing may be on a page, which has it beside something else from a width on.
export function roomIn(page, part = 0.58, from = 1000) {
	const { clientWidth: width } = page;
	return width > from ? width * part : width - 16;
}

/// The drawing in a frame `width` pixels wide that it fits into until `onZoom` has told another size.
export function graphFrame(machine, { width, zoom, onZoom, ...drawing }) {
	const fit = Math.min(1, Math.max(0.45, width / (layoutOf(machine).width + 2 * MARGIN)));
	const size = zoom ?? fit;
	const tool = (sign, label, value) => h("button.icon-button", { label, onclick: () => onZoom(value) }, icon(sign));
	return h("div.drawing",
		h("div.zoom", tool("minus", "Smaller", Math.max(0.4, size - 0.15)), tool("plus", "Larger", Math.min(2, size + 0.15)), tool("fit", "Fit into the page", null)),
		h("div.graph-frame.box", { tabindex: "0", role: "region", label: `Drawing of ${drawing.label}` }, graphView(machine, { ...drawing, zoom: size })));
}
