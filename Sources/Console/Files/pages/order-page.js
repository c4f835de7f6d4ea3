// One order: its story on one page, live while it goes on.

import { api, orderPath, Problem } from "../api.js";
import { faultNote } from "../dialogs.js";
import { asking, faint, h, remark, render, say } from "../dom.js";
import { readExecution } from "../execution.js";
import { ago, causeWords, count, duration, number, sentence, shortHash, timeElement } from "../format.js";
import { graphLegend, graphSize, graphView } from "../graph-view.js";
import { historyTable } from "../history-table.js";
import { icon, mark } from "../icons.js";
import { jsonTextView, jsonView } from "../json-view.js";
import { follow, poll } from "../live.js";
import { findState } from "../machine.js";
import { loadDefinition, loadWorkflows, workflowName } from "../names.js";
import { actionsFor, decide } from "../order-actions.js";
import { remember, remembered } from "../settings.js";
import { hasEnded, pill, statusWord } from "../status.js";
import { orderAnchor, section, table } from "../table.js";
import { timeline } from "../timeline.js";

const EVENTS_AT_A_TIME = 1000;
const EVENTS_AT_MOST = 5000;

export default function orderPage(view) {
	new OrderPage(view).begin();
}

class OrderPage {
	constructor(view) {
		this.view = view;
		this.id = view.parts.id;
		this.order = null;
		this.events = [];
		this.seen = new Set();
		this.definition = null;
		this.fault = null;
		this.selected = null;
		this.isFolded = remembered("fold", false);
		this.zoom = null;
		this.history = { kind: "all", text: "" };
		this.waits = false;
	}

	begin() {
		this.view.title(`Order ${this.id}`);
		this.draw();
		loadWorkflows({ signal: this.view.signal }).then(() => this.soon(), () => {});
		this.reload().then(() => this.order && this.listen());
	}

	async reload(erased) {
		const { signal } = this.view;
		if (erased?.erasedAt) {
			this.order = { ...erased, deliveries: erased.deliveries ?? [] };
			this.events = [];
			return this.soon();
		}
		try {
			this.order = await api.get(orderPath(this.id), { signal });
			this.fault = null;
			await Promise.all([this.loadDefinition(), this.loadEvents()]);
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			this.fault = error;
		}
		this.soon();
		if (this.order && !hasEnded(this.order.status) && !this.isListening) this.listen();
	}

	async loadDefinition() {
		const id = this.order.workflow;
		if (this.definition?.id === id) return;
		this.definition = await loadDefinition(id, { signal: this.view.signal }).catch(() => null);
	}

	async loadEvents() {
		let after = this.events.at(-1)?.id ?? 0;
		while (this.events.length < EVENTS_AT_MOST) {
			const page = await api.get(`${orderPath(this.id, "/history")}?limit=${EVENTS_AT_A_TIME}&after=${after}`, { signal: this.view.signal });
			page.events.forEach((event) => this.take(event));
			if (!page.next || page.events.length === 0) break;
			after = page.events.at(-1).id;
		}
	}

	take(event) {
		if (this.seen.has(event.id)) return;
		this.seen.add(event.id);
		this.events.push(event);
	}

	// The stream tells what happens; the order itself is asked for again a moment later, and now and then by itself.
	listen() {
		if (hasEnded(this.order.status)) return;
		const { signal } = this.view;
		this.isListening = true;
		let timer = 0;
		const again = () => {
			clearTimeout(timer);
			timer = setTimeout(() => this.reloadOrder(), 300);
		};
		follow(orderPath(this.id, "/events"), {
			after: this.events.at(-1)?.id ?? 0, signal,
			onEvent: (event) => {
				if (event.name === "end") {
					this.isListening = false;
					this.reload().then(() => say(`The order has ended: ${statusWord(this.order.status).toLowerCase()}.`));
				} else {
					this.take(JSON.parse(event.data));
					this.soon();
					again();
				}
			},
		});
		poll(async () => {
			if (this.isListening) await this.reloadOrder();
		}, 5000, signal);
		const clock = setInterval(() => this.isListening && !document.hidden && this.soon(), 1000);
		signal.addEventListener("abort", () => (clearInterval(clock), clearTimeout(timer)));
	}

	async reloadOrder() {
		try {
			const fresh = await api.get(orderPath(this.id), { signal: this.view.signal });
			const isOther = fresh.status !== this.order.status;
			this.order = fresh;
			if (isOther) await this.loadDefinition();
			if (hasEnded(fresh.status)) this.isListening = false;
			this.soon();
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
		}
	}

	soon() {
		if (this.waits) return;
		this.waits = true;
		setTimeout(() => {
			this.waits = false;
			if (!this.view.signal.aborted) this.draw();
		}, 60);
	}

	draw() {
		const { order, fault } = this;
		if (!order) {
			render(this.view.root, h("h1", { tabindex: "-1" }, `Order ${this.id}`),
				fault ? [faultNote(fault), h("p", h("a", { href: "/console/orders" }, "Look at all orders"))] : asking());
			return;
		}
		const state = `${this.events.length} ${order.status} ${order.state}`;
		if (this.read !== state) [this.read, this.execution] = [state, readExecution(this.events, order)];
		// Until somebody chooses, the panel goes with what runs.
		if (!this.isChosen) this.selected = this.firstSelection();
		render(this.view.root, this.head(), this.callout(), this.facts(), this.timelineSection(), this.workflowSection(),
			this.valuesSection(), this.deliveriesSection(), this.historySection(), this.auditSection());
	}

	openLeaf() {
		return this.execution.visits.findLast((visit) => visit.isOpen && visit.children.every((child) => !child.isOpen));
	}

	firstSelection() {
		const culprit = this.execution.visits.findLast((visit) => visit.status === "failed" || visit.status === "held") ?? this.openLeaf();
		return culprit ? { state: culprit.name, visit: culprit.id } : null;
	}

	select(state, visit) {
		const visits = this.execution.byState.get(state)?.visits ?? [];
		this.isChosen = true;
		this.selected = { state, visit: visit ?? visits.at(-1)?.id ?? null };
		this.draw();
	}

	head() {
		const { order } = this;
		return h("div", { key: "head", class: "page-head" },
			h("div", h("p.crumbs", h("a", { href: "/console/orders" }, "Orders"), order.parent ? [" / ", orderAnchor(order.parent)] : null),
				h("h1", { tabindex: "-1" }, h("span", order.orderId), " ", pill(order.status))),
			h("div.actions", actionsFor(order, (erased) => this.reload(erased))));
	}

	// What went wrong, or what it waits for, in a sentence, with what mends it.
	callout() {
		const { order } = this;
		const uncertain = (order.deliveries ?? []).filter((one) => one.status === "uncertain");
		if (order.erasedAt) return note("erased", "ABORTED", h("p", "Its customer's data were erased ", timeElement(order.erasedAt), "."));
		if (uncertain.length > 0) {
			return note("uncertain", "HELD",
				h("p", h("b", "Nobody can tell if the ", uncertain[0].kind, " arrived. "), "The provider broke off before it answered. Send it again if twice is better than never, or take it as sent if once is enough; then the order goes on."),
				h("p.faint.wrap", sentence(uncertain[0].reason)),
				h("div.actions", decisionButtons(uncertain[0], () => this.reload())));
		}
		if (order.status === "HELD") return note("held", "HELD", h("p", h("b", `${order.error ?? "Held"}. `), sentence(order.cause ?? order.damage ?? "It waits for a person")));
		if (order.status === "FAILED" || order.status === "TIMED_OUT") {
			return note("failed", order.status,
				h("p", h("b", order.status === "FAILED" ? "It failed" : "It took too long", order.state ? ` in the state ${order.state}` : "", order.error ? `: ${order.error}. ` : ". ")), order.cause ? causeOf(order.cause) : null);
		}
		if (order.status === "ABORTED") return note("stopped", "ABORTED", h("p", h("b", "It was stopped"), order.state ? ` in the state ${order.state}` : "", order.cause ? `: ${sentence(order.cause)}` : "."));
		if (order.waitingFor) return note("waiting", "QUEUED", h("p", `It waits until ${order.waitingFor} has room for it.`));
		const leaf = this.openLeaf();
		if (leaf?.type === "Task" && leaf.attempts.at(-1)?.outcome === "running" && Date.parse(order.dueAt) > Date.now() + 1000) {
			return note("outside", "QUEUED", h("p", `It waits in the state ${leaf.name} for an answer from outside. `, h("a", { href: "/console/tasks" }, "See the open tasks"), "."));
		}
		if (order.dueAt && Date.parse(order.dueAt) > Date.now() + 1000) return note("due", "QUEUED", h("p", "It goes on ", timeElement(order.dueAt, ago(order.dueAt)), order.state ? `; until then it rests in the state ${order.state}.` : "."));
		return null;
	}

	facts() {
		const { order } = this;
		const fact = (name, ...value) => h("div", { key: name }, h("dt", name), h("dd", value));
		const end = order.finishedAt ? Date.parse(order.finishedAt) : Date.now();
		const { attempts } = order;
		const troubles = [attempts.failed > 0 ? `${attempts.failed} failed` : null, attempts.crashed > 0 ? `${attempts.crashed} crashed` : null, attempts.handedBack > 0 ? `${attempts.handedBack} handed back` : null].filter(Boolean);
		return h("dl", { key: "facts", class: "facts" },
			fact("Workflow", h("a", { href: `/console/workflows/${encodeURIComponent(order.workflow)}` }, workflowName(order.workflow)), faint(` ${shortHash(order.workflow)}`)),
			fact("Accepted", timeElement(order.createdAt), faint(` ${ago(order.createdAt)}`)),
			fact("Waited", duration((order.startedAt ? Date.parse(order.startedAt) : Date.now()) - Date.parse(order.createdAt))),
			order.startedAt ? fact(order.finishedAt ? "Took" : "Runs for", duration(end - Date.parse(order.startedAt))) : null,
			order.finishedAt ? fact("Ended", timeElement(order.finishedAt)) : null,
			fact("Attempts", number(attempts.started), troubles.length > 0 ? faint(` ${troubles.join(", ")}`) : null),
			order.redrives ? fact("Redriven", count(order.redrives, "time")) : null,
			order.parent ? fact("Started by", orderAnchor(order.parent)) : null,
			(order.children ?? []).length > 0 ? fact("Has started", order.children.slice(0, 10).map((id, index) => [index > 0 ? ", " : "", orderAnchor(id)]), order.children.length > 10 ? ` and ${order.children.length - 10} more` : "") : null,
			order.origin?.source && order.origin.source !== "http" ? fact("Came by", order.origin.source) : null);
	}

	timelineSection() {
		const id = "timeline";
		return section(id, "Timeline", [
			h("span.check", h("input", { type: "checkbox", id: "fold", checked: this.isFolded, onchange: (event) => {
				this.isFolded = event.target.checked;
				remember("fold", this.isFolded);
				this.draw();
			} }), h("label", { for: "fold" }, "Fold long waits")),
		], timeline(this.order, this.execution, {
			now: Date.now(), isFolded: this.isFolded, selected: this.selected, redrives: this.execution.redrives, onSelect: (state, visit) => this.select(state, visit),
		}));
	}

	workflowSection() {
		if (!this.definition) return section("workflow", "Workflow", null, remark("Its definition cannot be shown."));
		const { machine } = this.definition;
		const size = graphSize(machine);
		const room = this.view.root.clientWidth > 1000 ? this.view.root.clientWidth * 0.58 : this.view.root.clientWidth - 16;
		const fit = Math.min(1, Math.max(0.45, room / size.width));
		const zoom = this.zoom ?? fit;
		const zoomTo = (value) => ((this.zoom = value), this.draw());
		return section("workflow", "Workflow", h("div.zoom", graphLegend(),
			h("button", { class: "icon-button", "aria-label": "Smaller", onclick: () => zoomTo(Math.max(0.4, zoom - 0.15)) }, icon("minus")),
			h("button", { class: "icon-button", "aria-label": "Larger", onclick: () => zoomTo(Math.min(2, zoom + 0.15)) }, icon("plus")),
			h("button", { class: "icon-button", "aria-label": "Fit into the page", onclick: () => zoomTo(null) }, icon("fit"))),
		h("div.with-panel",
			h("div.graph-frame", { tabindex: "0", role: "region", "aria-label": "Drawing of the workflow" }, graphView(machine, {
				execution: this.execution, selected: this.selected?.state, zoom, label: `Workflow ${this.definition.name}`, onSelect: (name) => this.select(name),
			})),
			this.statePanel()));
	}

	statePanel() {
		if (!this.selected) return h("aside", { key: "panel", class: "panel", "aria-label": "State" }, remark("Choose a state in the drawing or in the timeline to see what went in and what came out."));
		const { state, visit: id } = this.selected;
		const visits = this.execution.byState.get(state)?.visits ?? [];
		const index = Math.max(0, visits.findIndex((one) => one.id === id));
		const visit = visits[index];
		const definition = findState(this.definition.machine, state)?.definition;
		const turn = (step) => this.select(state, visits[index + step].id);
		return h("aside", { key: `panel ${state} ${visit?.id ?? ""}`, class: "panel", "aria-label": `State ${state}` },
			h("div.panel-head", h("h3", state), visit ? pill(visit.status) : pill("QUEUED", "Not reached")),
			visits.length > 1 ? h("div.visits",
				h("button", { class: "quiet", disabled: index === 0, onclick: () => turn(-1) }, "Earlier"),
				h("span", `Visit ${index + 1} of ${visits.length}${visit.iteration === null ? "" : `, item ${visit.iteration}`}`),
				h("button", { class: "quiet", disabled: index === visits.length - 1, onclick: () => turn(1) }, "Later")) : null,
			visit ? visitDetails(visit) : null,
			definition ? h("details.part", h("summary", "Definition"), jsonView(definition, { label: `definition of ${state}`, open: 2 })) : null);
	}

	valuesSection() {
		const { order } = this;
		if (order.erasedAt) return null;
		return h("div", { key: "values", class: "columns even" },
			section("input", "Input", null, jsonView(order.input ?? null, { label: "the order's input" })),
			section("output", "Output", null, order.output === undefined ? remark(hasEnded(order.status) ? "It has none." : "It comes at the end.") : jsonView(order.output, { label: "the order's output" })));
	}

	deliveriesSection() {
		const deliveries = this.order.deliveries ?? [];
		return section("deliveries", "Deliveries", null, deliveries.length === 0 ? remark("Nothing was sent for it.") :
			table("Deliveries", [
				["What", (one) => `${one.kind}: ${one.name}`],
				["State", (one) => one.state],
				["Status", (one) => [pill(one.status), one.status === "uncertain" ? h("div.actions", decisionButtons(one, () => this.reload())) : null]],
				["Attempts", (one) => number(one.attempts), true],
				["Sending began", (one) => timeElement(one.intendedAt)],
				["Took", (one) => one.concludedAt ? duration(Date.parse(one.concludedAt) - Date.parse(one.intendedAt)) : "–", true],
				["Message id", (one) => one.messageId ? h("code", one.messageId) : faint(one.reason ?? "–")],
			], deliveries, (one) => one.id));
	}

	historySection() {
		return section("history", "History", null, historyTable(this.events, this.history, () => this.draw()),
			this.events.length >= EVENTS_AT_MOST ? remark(`The first ${number(EVENTS_AT_MOST)} events are read; GET ${orderPath(this.id, "/history")} has all of them.`) : null);
	}

	auditSection() {
		const audit = this.order.audit ?? [];
		const crashes = this.order.crashes ?? [];
		if (audit.length + crashes.length === 0) return null;
		return section("audit", "Audit", null, h("ol.audit",
			audit.map((entry, index) => h("li", { key: index }, timeElement(entry.at), h("span", h("b", entry.by), ` ${ACTS[entry.action] ?? entry.action}`, entry.detail ? `: ${entry.detail}` : "", entry.reason ? h("q", entry.reason) : null))),
			crashes.map((crash, index) => h("li", { key: `crash ${index}` }, timeElement(crash.foundAt), h("span", `The process ended while it was running${crash.state ? ` in ${crash.state}` : ""} (start ${crash.boot}).`)))));
	}
}

const ACTS = { stop: "stopped it", redrive: "redrove it", release: "let it go on", decide: "decided about a delivery", erase: "erased its data", quarantine: "put it into quarantine", damage: "found it damaged", restore: "restored it", "bulk-redrive": "redrove it among many", feedback: "told of its delivery" };

function decisionButtons(delivery, done) {
	return [
		h("button", { onclick: () => decide(delivery, "assume-sent", done) }, "Take as sent …"),
		h("button", { onclick: () => decide(delivery, "resend", done) }, "Send again …"),
	];
}

function visitDetails(visit) {
	const took = visit.isOpen ? `${duration(Date.now() - visit.entered)} so far` : duration(visit.exited - visit.entered);
	return [
		remark("Entered ", timeElement(visit.entered), `, ${took}.`),
		visit.error ? h("div.note.bad", mark("FAILED"), h("div", h("p", h("b", visit.error)), visit.cause ? causeOf(visit.cause) : null)) : null,
		visit.attempts.length > 1 ? h("ol.attempts", visit.attempts.map((attempt, index) => h("li", { key: index }, pill(attempt.outcome), " ", attempt.ended ? duration(attempt.ended - attempt.begun) : "", attempt.error ? faint(` ${attempt.error}`) : null))) : null,
		visit.input === undefined ? null : h("details.part", { open: true }, h("summary", "Input"), jsonTextView(visit.input, { label: `input of ${visit.name}` })),
		visit.output === undefined ? null : h("details.part", { open: true }, h("summary", "Output"), jsonTextView(visit.output, { label: `output of ${visit.name}` })),
	];
}

function causeOf(cause) {
	const words = causeWords(cause);
	return [h("p.wrap", words), words === sentence(cause) ? null : h("details.part", h("summary", "The whole cause"), jsonTextView(cause, { label: "the cause" }))];
}

function note(key, look, ...content) {
	const tone = { FAILED: "bad", TIMED_OUT: "bad", HELD: "warn" }[look] ?? "";
	return h("div", { key: `note ${key}`, class: `note callout ${tone} look-${look}` }, mark(look), h("div", content));
}
