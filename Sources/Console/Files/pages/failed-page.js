// Failed and held orders by what went wrong, and redriving them in bulk with its progress.

import { api, hasRoute, orderPath, Unreachable, Problem, withQuery } from "../api.js";
import { choice, confirmAction, faultNote, toast } from "../dialogs.js";
import { faint, freshID, h, remark, render } from "../dom.js";
import { ago, causeWords, count, number, timeElement } from "../format.js";
import { poll } from "../live.js";
import { loadWorkflows, workflowName } from "../names.js";
import { lookOf, pill, statusWord } from "../status.js";
import { button, orderAnchor, pageHead, section, table } from "../table.js";

const STATUSES = ["HELD", "FAILED", "TIMED_OUT", "ABORTED"];
const LOOKED_AT = 200;
const AT_A_TIME = 6;

export default function failedPage(view) {
	view.title("Failed and held");
	const page = new FailedPage(view);
	page.draw();
	loadWorkflows({ signal: view.signal }).then(() => page.draw(), () => {});
	page.follow();
}

class FailedPage {
	constructor(view) {
		this.view = view;
		this.known = new Map();
		this.groups = null;
		this.redrives = [];
	}

	get shown() {
		const status = this.view.query.get("status");
		return STATUSES.includes(status) ? [status] : STATUSES.slice(0, 3);
	}

	follow() {
		this.again = poll((signal) => this.load(signal), 5000, this.view.signal);
		poll(async (signal) => {
			this.redrives = (await api.get("/redrives", { signal })).redrives;
			this.draw();
		}, 2000, this.view.signal);
	}

	async load(signal) {
		try {
			this.groups = (await this.groupsOfService(signal)) ?? (await this.groupsOfPages(signal));
			this.fault = null;
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			this.fault = error;
		}
		this.draw();
	}

	// NEEDS.md, GET /failures: the service counts them all. Until it does the newest are read one by one.
	async groupsOfService(signal) {
		if (!(await hasRoute("/failures"))) return null;
		return (await api.get(withQuery("/failures", { status: this.shown.join(",") }), { signal })).groups;
	}

	async groupsOfPages(signal) {
		const orders = [];
		for (const status of this.shown) {
			const { orders: page } = await api.get(withQuery("/orders", { status, limit: LOOKED_AT }), { signal });
			orders.push(...page);
		}
		const unknown = orders.filter((order) => !this.known.has(keyOf(order)));
		while (unknown.length > 0 && !signal.aborted) {
			await Promise.all(unknown.splice(0, AT_A_TIME).map(async (order) => {
				const whole = await api.ifThere(orderPath(order.orderId), { signal });
				this.known.set(keyOf(order), whole ?? order);
			}));
		}
		this.isPart = orders.length >= LOOKED_AT;
		return grouped(orders.map((order) => this.known.get(keyOf(order)) ?? order));
	}

	draw() {
		const { view } = this;
		const wanted = view.query.get("error");
		const groups = this.groups?.filter((group) => !wanted || group.error === wanted);
		render(view.root,
			pageHead("Failed and held", "Orders that ended badly or wait for a person, by what went wrong."),
			h("div", { key: "filters", class: "filters" },
				choice("Status", [["", "Held, failed, timed out"], ...STATUSES.map((one) => [one, statusWord(one)])], view.query.get("status") ?? "", (status) => this.filter({ status, error: null })),
				wanted ? button(`Only ${wanted}: show all`, () => this.filter({ error: null }), "quiet") : null),
			this.fault ? faultNote(this.fault) : null,
			h("section", { key: "groups", class: "groups", "aria-label": "Groups" },
				!groups ? h("p.faint", { "aria-busy": "true" }, "Reading the orders …")
					: groups.length === 0 ? remark("There are none. All is well here.")
						: groups.map((group) => this.group(group))),
			this.isPart ? h("p", { key: "part", class: "faint" }, `Counted among the newest ${LOOKED_AT} of each status.`) : null,
			this.bulk());
	}

	filter(values) {
		this.view.keepQuery(values);
		this.groups = null;
		this.draw();
		this.again();
	}

	group(group) {
		return h("article", { key: `${group.status} ${group.error}`, class: `group look-${lookOf(group.status)}` },
			h("h2", pill(group.status), h("span", group.error === "Held" ? "A delivery is uncertain" : group.error ?? "No error is told")),
			h("span.group-count", number(group.count)),
			group.cause ? h("p.wrap.wide", causeWords(group.cause)) : null,
			h("p.faint.wide.cards",
				group.parts.map((part) => h("a", { key: part.state + part.workflow, href: withQuery("/console/orders", { status: group.status, state: part.state, workflow: part.workflow }) }, `${number(part.count)} in ${part.state || "no state"} of ${workflowName(part.workflow)}`)),
				h("span", "Newest ", timeElement(group.last, ago(group.last)), ", oldest ", timeElement(group.first, ago(group.first)), "."),
				h("span", "For example ", group.examples.map((id, index) => [index > 0 ? ", " : "", orderAnchor(id)]))),
			h("div.actions.wide", this.groupActions(group)));
	}

	groupActions(group) {
		if (group.status === "HELD" && group.error === "Held") return [h("a.button", { href: "/console/deliveries?status=uncertain" }, "Decide about the deliveries")];
		const actions = [button(group.status === "HELD" ? "Let them go on …" : "Redrive them …", () => this.redrive(group, "redrive"), "primary")];
		if (group.status === "HELD") actions.push(button("Stop them …", () => this.redrive(group, "stop")));
		return actions;
	}

	redrive(group, action) {
		const plan = { from: "failed", definition: "own", rate: 10 };
		const body = (more) => ({ status: group.status, error: group.error, action, ...(action === "redrive" ? { from: plan.from, definition: plan.definition } : {}), ratePerSecond: plan.rate, ...more });
		const rate = h("input", { id: freshID("rate"), type: "number", min: "1", max: "1000", value: "10", oninput: () => {
			plan.rate = Number(rate.value);
			dialog.allow(Number.isInteger(plan.rate) && plan.rate >= 1 && plan.rate <= 1000);
			tell();
		} });
		const parts = [h("div.field-row",
			action === "redrive" && group.status !== "HELD" ? [
				choice("From where", [["failed", "The state that failed"], ["start", "The start"]], plan.from, (value) => ((plan.from = value), tell())),
				choice("On which definition", [["own", "Each on its own"], ["current", "The present one"]], plan.definition, (value) => ((plan.definition = value), tell()))] : null,
			h("div.field", h("label", { for: rate.id }, "How many a second"), rate))];
		const dialog = confirmAction({
			title: action === "stop" ? "Stop all of them?" : group.status === "HELD" ? "Let all of them go on?" : "Redrive all of them?",
			what: [], parts, confirm: action === "stop" ? "Stop them" : "Redrive them", danger: action === "stop",
			run: ({ operator, reason }) => api.post("/redrives", body({ reason }), { operator }),
			done: (begun) => {
				toast(`Begun: ${count(begun.total, "order")} at ${begun.ratePerSecond} a second.`);
				this.redrives = [begun, ...this.redrives];
				this.draw();
				this.again();
			},
		});
		let matching = null;

		function tell() {
			const what = `All orders that are ${statusWord(group.status).toLowerCase()}${group.error ? ` with the error ${group.error}` : ""}, whatever their workflow and state`;
			const how = action === "stop" ? "are ended for good and send nothing more" : plan.from === "start" ? "run again from the start; what was sent may be sent again" : group.status === "HELD" ? "go on where they are" : "go on in the state that failed; what was sent is not sent again";
			const many = matching === null ? "Counting them …" : matching.matching === 0 ? "There is none any more." : `${matching.matching >= 10_000 ? "10,000 or more" : number(matching.matching)} match now, ${matching.first.slice(0, 3).join(", ")} first. It takes about ${Math.max(1, Math.ceil(matching.matching / Math.max(1, plan.rate)))} s.`;
			dialog.say(`${what}, ${how}.`, many, "You can cancel it while it goes on; what was done by then stays so.");
		}

		dialog.allow(false);
		tell();
		api.post("/redrives", body({ preview: true })).then((answer) => {
			matching = answer;
			dialog.allow(answer.matching > 0);
			tell();
		}, (error) => error instanceof Unreachable || error instanceof Problem ? dialog.say(faultNote(error)) : Promise.reject(error));
	}

	bulk() {
		if (this.redrives.length === 0) return null;
		return section("bulk", "In bulk", null, table("Bulk redrives", [
			["What", (one) => `${one.action === "stop" ? "Stop" : "Redrive"} ${statusWord(one.status).toLowerCase()}${one.error ? `, ${one.error}` : ""}`],
			["How far", (one) => [h("progress", { max: String(Math.max(1, one.total)), value: one.redriven + one.refused, "aria-label": `Bulk redrive ${one.id}` }), ` ${number(one.redriven + one.refused)} of ${number(one.total)}`]],
			["Refused", (one) => number(one.refused), true],
			["Rate", (one) => `${one.ratePerSecond} a second`, true],
			["State", (one) => pill(one.state)],
			["Begun", (one) => timeElement(one.createdAt)],
			["By", (one) => [one.by, one.reason ? faint(`: ${one.reason}`) : null]],
			["", (one) => one.state === "running" ? button("Cancel …", () => this.cancel(one)) : null],
		], this.redrives.slice(0, 20), (one) => one.id));
	}

	cancel(one) {
		confirmAction({
			title: "Cancel this bulk redrive?", what: [`${number(one.total - one.redriven - one.refused)} orders that are left stay as they are. What was redriven stays so.`], confirm: "Cancel it",
			send: ["post", `/redrives/${one.id}/cancel`], told: "It is cancelled.",
		});
	}
}

function keyOf(order) {
	return `${order.orderId} ${order.status} ${order.finishedAt ?? ""} ${order.redrives ?? 0}`;
}

function grouped(orders) {
	const groups = new Map();
	for (const order of orders) {
		const key = `${order.status} ${order.error}`;
		const at = order.finishedAt ?? order.startedAt ?? order.createdAt;
		const group = groups.get(key) ?? { status: order.status, error: order.error, cause: order.cause, count: 0, first: at, last: at, parts: [], examples: [] };
		groups.set(key, group);
		group.count += 1;
		group.first = at < group.first ? at : group.first;
		group.last = at > group.last ? at : group.last;
		if (group.examples.length < 3) group.examples.push(order.orderId);
		const part = group.parts.find((one) => one.state === order.state && one.workflow === order.workflow);
		if (part) part.count += 1;
		else group.parts.push({ state: order.state, workflow: order.workflow, count: 1 });
	}
	return [...groups.values()].sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || b.count - a.count);
}
