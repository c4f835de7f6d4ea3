// One order: its story on one page, live while it goes on.

import { causeOf, ExecutionView } from "../execution-view.js";
import { ago, api, asking, count, duration, faint, faultNote, follow, h, hasEnded, jsonView, loadDefinition, loadWorkflows, mark, number, orderAnchor, orderPath, pill, poll, Problem, remark, render, say, section, sentence, shortHash, statusWord, table, timeElement, workflowName } from "../kit.js";
import { mailView } from "../mail-view.js";
import { monitor } from "../monitor.js";
import { actionsFor, decisions } from "../order-actions.js";

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
		this.execution = new ExecutionView(() => this.draw());
		this.waits = false;
		this.contents = new Map();
	}

	begin() {
		this.view.title(`Order ${this.id}`);
		this.draw();
		loadWorkflows({ signal: this.view.signal }).then(() => this.soon(), () => {});
		this.reload();
		const { signal } = this.view;
		poll(async () => {
			if (this.isListening) await this.reloadOrder();
		}, 5000, signal);
		const clock = setInterval(() => this.isListening && !document.hidden && this.soon(), 1000);
		signal.addEventListener("abort", () => clearInterval(clock));
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
		signal.addEventListener("abort", () => clearTimeout(timer));
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
		this.execution.show(this.events, order);
		render(this.view.root, this.head(), this.callout(), this.facts(), this.execution.timeline,
			this.definition ? this.execution.drawing(this.definition, this.view.root) : section("workflow", "Workflow", null, remark("Its definition cannot be shown.")),
			this.valuesSection(), this.deliveriesSection(),
			this.execution.historySection(this.events.length >= EVENTS_AT_MOST ? remark(`The first ${number(EVENTS_AT_MOST)} events are read; GET ${orderPath(this.id, "/history")} has all of them.`) : null),
			this.auditSection());
	}

	head() {
		const { order } = this;
		return h("div.page-head", { key: "head" },
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
				h("div.actions", decisions(uncertain[0], () => this.reload())));
		}
		if (order.status === "HELD") return note("held", "HELD", h("p", h("b", `${order.error ?? "Held"}. `), sentence(order.cause ?? order.damage ?? "It waits for a person")));
		if (order.status === "FAILED" || order.status === "TIMED_OUT") {
			return note("failed", order.status,
				h("p", h("b", order.status === "FAILED" ? "It failed" : "It took too long", order.state ? ` in the state ${order.state}` : "", order.error ? `: ${order.error}. ` : ". ")), order.cause ? causeOf(order.cause) : null);
		}
		if (order.status === "ABORTED") return note("stopped", "ABORTED", h("p", h("b", "It was stopped"), order.state ? ` in the state ${order.state}` : "", order.cause ? `: ${sentence(order.cause)}` : "."));
		const due = Date.parse(order.dueAt);
		if (order.status === "QUEUED" && due < Date.now() - 1000) {
			const { mode, queued } = monitor.queue ?? {};
			return note("late", "HELD", h("p", h("b", "It is late. "), "It was due ", timeElement(order.dueAt, ago(order.dueAt)), mode === "paused" ? ", and the queue is paused." : order.waitingFor ? `, and waits until ${order.waitingFor} has room for it.` : `; ${count(queued ?? 1, "order waits", "orders wait")} in the queue.`));
		}
		if (order.waitingFor) return note("waiting", "QUEUED", h("p", `It waits until ${order.waitingFor} has room for it.`));
		const leaf = this.execution.openLeaf;
		if (leaf?.type === "Task" && leaf.attempts.at(-1)?.outcome === "running" && due > Date.now() + 1000) {
			return note("outside", "QUEUED", h("p", `It waits in the state ${leaf.name} for an answer from outside. `, h("a", { href: "/console/tasks" }, "See the open tasks"), "."));
		}
		if (due > Date.now() + 1000) return note("due", "QUEUED", h("p", "It goes on ", timeElement(order.dueAt, ago(order.dueAt)), order.state ? `; until then it rests in the state ${order.state}.` : "."));
		return null;
	}

	facts() {
		const { order } = this;
		const fact = (name, ...value) => h("div", { key: name }, h("dt", name), h("dd", value));
		const end = order.finishedAt ? Date.parse(order.finishedAt) : Date.now();
		const { attempts } = order;
		const troubles = [attempts.failed > 0 ? `${attempts.failed} failed` : null, attempts.crashed > 0 ? `${attempts.crashed} crashed` : null, attempts.handedBack > 0 ? `${attempts.handedBack} handed back` : null].filter(Boolean);
		return h("dl.facts", { key: "facts" },
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

	valuesSection() {
		const { order } = this;
		if (order.erasedAt) return null;
		return h("div.columns.even", { key: "values" },
			section("input", "Input", null, jsonView(order.input ?? null, { label: "the order's input" })),
			section("output", "Output", null, order.output === undefined ? remark(hasEnded(order.status) ? "It has none." : "It comes at the end.") : jsonView(order.output, { label: "the order's output" })));
	}

	deliveriesSection() {
		const deliveries = this.order.deliveries ?? [];
		const shown = deliveries.find((one) => String(one.id) === this.view.query.get("delivery"));
		return section("deliveries", "Deliveries", null, deliveries.length === 0 ? remark("Nothing was sent for it.") :
			table("Deliveries", [
				["What", (one) => `${one.kind}: ${one.name}`],
				["State", (one) => one.state],
				["Status", (one) => [pill(one.status), one.status === "uncertain" ? h("div.actions", decisions(one, () => this.reload())) : null]],
				["Content", (one) => ["email", "notice"].includes(one.kind) ? h("button.quiet", { "aria-expanded": String(one === shown), onclick: () => this.showDelivery(one === shown ? null : one.id) }, one === shown ? "Hide" : "Show") : "–"],
				["Attempts", (one) => number(one.attempts), true],
				["Sending began", (one) => timeElement(one.intendedAt)],
				["Took", (one) => one.concludedAt ? duration(Date.parse(one.concludedAt) - Date.parse(one.intendedAt)) : "–", true],
				["Message id", (one) => one.messageId ? h("code", one.messageId) : faint(one.reason ?? "–")],
			], deliveries, (one) => one.id),
			shown ? this.contentOf(shown) : null);
	}

	showDelivery(id) {
		this.contents.clear();
		this.view.keepQuery({ delivery: id });
		this.draw();
	}

	// What was sent, rendered by the service again and told only when it is the same to the byte.
	contentOf(delivery) {
		const path = orderPath(this.id, `/deliveries/${delivery.id}/content`);
		const content = this.contents.get(path);
		if (content === undefined) {
			this.contents.set(path, null);
			api.orProblem(path, { signal: this.view.signal }).then((found) => {
				this.contents.set(path, found);
				this.draw();
				this.view.root.querySelector(".mail")?.scrollIntoView({ block: "nearest" });
			});
		}
		return h("article.mail.box", { key: path, label: `Content of ${delivery.name}` },
			!content ? asking()
				: !(content instanceof Problem) ? mailView(content, [], `${path}.html`)
					: content.status === 410 ? h("p", h("b", "It cannot be shown as it was sent. "), content.message)
						: faultNote(content));
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

function note(key, look, ...content) {
	const tone = { FAILED: "bad", TIMED_OUT: "bad", HELD: "warn" }[look] ?? "";
	return h("div", { key: `note ${key}`, class: `note callout ${tone} look-${look}` }, mark(look), h("div", content));
}
