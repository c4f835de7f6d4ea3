// What an execution did: its timeline, its drawing beside the state that is looked at, and its history.

import { readExecution } from "./execution.js";
import { graphFrame, graphLegend, roomIn } from "./graph-view.js";
import { historyTable } from "./history-table.js";
import { causeWords, checkbox, duration, faint, findState, h, jsonView, mark, parsed, pill, remark, remember, remembered, section, sentence, timeElement } from "./kit.js";
import { timeline } from "./timeline.js";

export class ExecutionView {
	/// `draw` is called when somebody has chosen something.
	constructor(draw) {
		Object.assign(this, { draw, selected: null, isChosen: false, isFolded: remembered("fold", false), zoom: null, history: { kind: "all", text: "" } });
	}

	/// Reads the events of an order as it stands; until somebody chooses, the panel goes with what runs or what failed.
	show(events, order) {
		const state = `${events.length} ${order.status} ${order.state}`;
		if (this.events !== events || this.state !== state) Object.assign(this, { events, state, execution: readExecution(events, order) });
		this.order = order;
		if (this.isChosen) return;
		const visit = this.execution.visits.findLast((one) => one.status === "failed" || one.status === "held") ?? this.openLeaf;
		this.selected = visit ? { state: visit.name, visit: visit.id } : null;
	}

	get openLeaf() {
		return this.execution.visits.findLast((visit) => visit.isOpen && visit.children.every((child) => !child.isOpen));
	}

	select(state, visit) {
		const visits = this.execution.byState.get(state)?.visits ?? [];
		this.isChosen = true;
		this.selected = { state, visit: visit ?? visits.at(-1)?.id ?? null };
		this.draw();
	}

	get timeline() {
		return section("timeline", "Timeline", checkbox("Fold long waits", this.isFolded, (on) => {
			this.isFolded = on;
			remember("fold", on);
			this.draw();
		}, { id: "fold" }), timeline(this.order, this.execution, {
			now: Date.now(), isFolded: this.isFolded, selected: this.selected, redrives: this.execution.redrives, onSelect: (state, visit) => this.select(state, visit),
		}));
	}

	/// The drawing of the definition `{ name, machine }` on a page.
	drawing({ name, machine }, page) {
		return section("workflow", "Workflow", graphLegend(), h("div.with-panel",
			graphFrame(machine, {
				width: roomIn(page), zoom: this.zoom, onZoom: (zoom) => ((this.zoom = zoom), this.draw()),
				execution: this.execution, selected: this.selected?.state, label: name, onSelect: (state) => this.select(state),
			}), this.panel(machine)));
	}

	panel(machine) {
		if (!this.selected) return h("aside.panel.box", { key: "panel", label: "State" }, remark("Choose a state in the drawing or in the timeline to see what went in and what came out."));
		const { state, visit: id } = this.selected;
		const visits = this.execution.byState.get(state)?.visits ?? [];
		const index = Math.max(0, visits.findIndex((one) => one.id === id));
		const visit = visits[index];
		const definition = findState(machine, state)?.definition;
		const turn = (step) => this.select(state, visits[index + step].id);
		return h("aside.panel.box", { key: `panel ${state} ${visit?.id ?? ""}`, label: `State ${state}` },
			h("div.panel-head", h("h3", state), visit ? pill(visit.status) : pill("QUEUED", "Not reached")),
			visits.length > 1 ? h("div.visits",
				h("button.quiet", { disabled: index === 0, onclick: () => turn(-1) }, "Earlier"),
				h("span", `Visit ${index + 1} of ${visits.length}${visit.iteration === null ? "" : `, item ${visit.iteration}`}`),
				h("button.quiet", { disabled: index === visits.length - 1, onclick: () => turn(1) }, "Later")) : null,
			visit ? visitDetails(visit) : null,
			definition ? h("details.part", h("summary", "Definition"), jsonView(definition, { label: `definition of ${state}`, open: 2 })) : null);
	}

	historySection(...more) {
		return section("history", "History", null, historyTable(this.events, this.history, this.draw), more);
	}
}

function visitDetails(visit) {
	const took = visit.isOpen ? `${duration(Date.now() - visit.entered)} so far` : duration(visit.exited - visit.entered);
	const value = (title, text) => text === undefined ? null : h("details.part", { open: true }, h("summary", title), jsonView(parsed(text), { label: `${title.toLowerCase()} of ${visit.name}` }));
	return [
		remark("Entered ", timeElement(visit.entered), `, ${took}.`),
		visit.error ? h("div.note.bad", mark("FAILED"), h("div", h("p", h("b", visit.error)), visit.cause ? causeOf(visit.cause) : null)) : null,
		visit.attempts.length > 1 ? h("ol.attempts", visit.attempts.map((attempt, index) => h("li", { key: index }, pill(attempt.outcome), " ", attempt.ended ? duration(attempt.ended - attempt.begun) : "", attempt.error ? faint(` ${attempt.error}`) : null))) : null,
		value("Input", visit.input), value("Output", visit.output),
	];
}

/// A cause in its words, with all of it where it is JSON.
export function causeOf(cause) {
	const words = causeWords(cause);
	return [h("p.wrap", words), words === sentence(cause) ? null : h("details.part", h("summary", "The whole cause"), jsonView(parsed(cause), { label: "the cause" }))];
}
