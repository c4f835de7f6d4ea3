// Trying a definition out, edited as you like: a run with scripted tasks in virtual time, and cases with what they cover.

import { causeOf, ExecutionView } from "./execution-view.js";
import { graphFrame, roomIn } from "./graph-view.js";
import { allStates, api, duration, faint, faultNote, h, jsonEditor, jsonView, may, own, pill, readMachine, remark, render, section, segments, sentence, table } from "./kit.js";

const COVERED = { states: "States", transitions: "Ways between them" };

export class TryOut {
	/// `workflow` is an answer of `GET /workflows/{name}` with its machine.
	constructor(view, workflow) {
		const { definition, machine, cases } = workflow;
		const first = cases?.cases?.[0];
		Object.assign(this, { view, workflow, machine, root: h("div.groups"), kind: "run", zoom: null, result: null, report: null, fault: null });
		this.execution = new ExecutionView(() => this.draw());
		this.definition = jsonEditor({
			label: "Definition", value: definition, rows: 26,
			examine: async (text) => (await api.post("/workflows/validate", { text })).diagnostics,
			onValidity: () => this.changed(),
		});
		this.input = jsonEditor({ label: "Input", value: first?.input ?? {}, rows: 8, onValidity: () => this.draw() });
		this.tasks = jsonEditor({ label: "What tasks answer, by the names of states", value: first?.tasks ?? scripts(machine), rows: 8, onValidity: () => this.draw() });
		this.cases = jsonEditor({ label: "Cases, as NAME.tests.json has them", value: cases ?? example(machine), rows: 16, check: (value) => Array.isArray(value?.cases) ? null : "It needs a list of cases.", onValidity: () => this.draw() });
		this.draw();
	}

	// What was found out before is of another text.
	changed() {
		if (!this.cases) return;
		const { value } = this.definition;
		if (value?.States) this.machine = readMachine(value);
		this.report = null;
		this.draw();
	}

	async run(parts, take) {
		this.fault = null;
		this.isBusy = true;
		this.draw();
		try {
			take(await api.post("/workflows/test", { definition: this.definition.value, ...parts }, { signal: this.view.signal }));
		} catch (error) {
			this.fault = faultNote(error);
		} finally {
			this.isBusy = false;
			this.draw();
		}
	}

	runOnce() {
		return this.run({ input: this.input.value, tasks: this.tasks.value }, (result) => {
			this.result = result;
			this.ran = { name: this.workflow.name, machine: this.machine };
			this.execution.isChosen = false;
			this.execution.show(result.events, { status: result.status });
		});
	}

	draw() {
		if (!this.cases) return;
		const isRun = this.kind === "run";
		const can = !this.isBusy && this.definition.isValid && (isRun ? this.input.isValid && this.tasks.isValid : this.cases.isValid);
		render(this.root,
			remark("Edit it as you like: nothing here is kept, and nothing is sent. To let new orders run on it, put it into the folder of workflows and have the files read again."),
			h("div.columns.even", { key: "edited" }, own("definition", () => this.definition.element),
				graphFrame(this.machine, { width: roomIn(this.view.root, 0.45, 600), zoom: this.zoom, onZoom: (zoom) => ((this.zoom = zoom), this.draw()), missing: this.report?.coverage, label: `${this.workflow.name} as it is edited` })),
			segments("What to try", [["run", "One run"], ["cases", "Its cases"]], this.kind, (kind) => (Object.assign(this, { kind, fault: null }), this.draw())),
			isRun ? h("div.columns.even", { key: "script" }, own("input", () => this.input.element), own("tasks", () => this.tasks.element)) : [this.workflow.casesFault ? h("p", { key: "cases fault", class: "bad-text" }, sentence(this.workflow.casesFault)) : null, own("cases", () => this.cases.element)],
			h("div.actions", { key: `act ${this.kind}` }, may("operate") ? h("button.primary", { disabled: !can, "aria-busy": this.isBusy ? "true" : null, onclick: () => isRun ? this.runOnce() : this.run({ cases: this.cases.value }, (report) => (this.report = report)) }, isRun ? "Run it" : "Run the cases") : remark("To run it you need the scope operate.")),
			h("div", { key: "fault", role: "alert" }, this.fault),
			isRun ? this.result && this.outcome() : this.report && this.coverage());
	}

	outcome() {
		const { result, execution } = this;
		return [
			section("outcome", "How it ended", null,
				h("p", pill(result.status), ` after ${duration(result.seconds * 1000)} of virtual time. `, result.error ? h("b", `${result.error}. `) : null),
				result.cause ? causeOf(result.cause) : null, result.stopped ? h("p.bad-text", result.stopped) : null,
				result.unscripted.length > 0 ? h("p.note.warn", `No script said what these answer: ${result.unscripted.join(", ")}.`) : null,
				result.output === undefined ? null : jsonView(result.output, { label: "the output" })),
			execution.timeline, execution.drawing(this.ran, this.view.root), execution.historySection(),
		];
	}

	coverage() {
		const { cases, coverage } = this.report;
		const passed = cases.filter((one) => one.passed).length;
		return section("cases", `${passed} of ${cases.length} cases pass`, null,
			table("Cases", [["Case", (one) => one.name], ["", (one) => pill(one.passed ? "SUCCEEDED" : "FAILED", one.passed ? "Passed" : "Failed")], ["Why", (one) => h("div.mail-text", one.detail || "–")]], cases, (one) => one.name),
			h("ul.plain.covered", Object.entries(COVERED).map(([name, title]) => {
				const { covered, of, missing } = coverage[name];
				return h("li", { key: name }, h("b", `${title}: ${covered} of ${of}`), missing.length > 0 ? faint(`; not reached: ${missing.join(", ")}`) : ". All are reached.");
			})));
	}
}

function scripts(machine) {
	return Object.fromEntries(allStates(machine).filter((state) => state.type === "Task").map((state) => [state.name, { result: {} }]));
}

function example(machine) {
	return { cases: [{ name: "it goes well", input: {}, tasks: scripts(machine), expect: { status: "SUCCEEDED" } }] };
}
