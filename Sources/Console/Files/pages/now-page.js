// What happens now, and on top what needs a person.

import { api, orderLink } from "../api.js";
import { chart } from "../chart.js";
import { confirmAction, toast } from "../dialogs.js";
import { asking, h, remark, render } from "../dom.js";
import { ago, bytes, count, duration, number, rate, sentence, timeElement } from "../format.js";
import { mark } from "../icons.js";
import { poll } from "../live.js";
import { monitor } from "../monitor.js";
import { pill } from "../status.js";
import { pageHead, section, table } from "../table.js";

export default function nowPage(view) {
	view.title("Now");
	let schedules = null;
	const show = () => render(view.root, page(schedules));
	show();
	monitor.listen(show, view.signal);
	poll(async (signal) => {
		schedules = (await api.get("/schedules?limit=200", { signal })).schedules;
		show();
	}, 10_000, view.signal);
}

function page(schedules) {
	const { queue, health } = monitor;
	if (!queue) return [h("h1", { tabindex: "-1" }, "Now"), asking()];
	const needs = needsOf(queue, health);
	return [
		pageHead("Now", summary(queue, needs), queueActions(queue)),
		needs.length > 0 ? section("needs", "Needs a person", null, h("ul.needs", needs.map((need) => h("li", { key: need.key, class: `need look-${need.look}` },
				mark(need.look), h("p", need.text), h("div.actions", need.action))))) : null,
		h("section", { key: "rates", "aria-labelledby": "rates" }, h("h2", { id: "rates", class: "visually-hidden" }, "Rates and backlog"), charts()),
		h("section", { key: "backlog", class: "tiles", "aria-label": "Backlog" }, tiles(queue)),
		h("div", { key: "columns", class: "columns" },
			h("div", providers(queue), nextRuns(schedules)),
			healthList(health)),
	];
}

function summary(queue, needs) {
	const work = queue.backlog === 0 ? "No order is waiting or running" : `${count(queue.backlog, "order")} accepted and not finished`;
	const mode = { paused: ", and the queue is paused", draining: ", and the service is draining: it accepts no orders" }[queue.mode] ?? "";
	return `${work}${mode}. ${needs.length === 0 ? "Nothing needs a person." : ""}`;
}

function needsOf(queue, health) {
	const needs = [];
	const add = (key, look, text, action) => needs.push({ key, look, text, action });
	const link = (href, text) => h("a.button", { href }, text);
	if (queue.restoration) {
		add("restoration", "warn", `${sentence(queue.restoration.detail)} ${count(queue.restoration.held, "order waits", "orders wait")} for somebody to decide.`, link("/console/failed?status=HELD&error=Restored", "Look at them"));
	}
	if (queue.uncertainDeliveries > 0) {
		add("uncertain", "HELD", `Of ${count(queue.uncertainDeliveries, "delivery", "deliveries")} nobody can tell if it arrived. The orders wait until you decide: send again, or take as sent.`, link("/console/deliveries?status=uncertain", "Decide"));
	}
	const otherHeld = queue.held - (queue.restoration?.held ?? 0) - queue.uncertainDeliveries;
	if (otherHeld > 0) add("held", "HELD", `${count(otherHeld, queue.uncertainDeliveries > 0 ? "other order is" : "order is", queue.uncertainDeliveries > 0 ? "other orders are" : "orders are")} held and will not go on without a person.`, link("/console/failed?status=HELD", "Look at them"));
	if (queue.damaged > 0) add("damaged", "FAILED", `${count(queue.damaged, "order is", "orders are")} damaged in the store.`, link("/console/failed?status=HELD&error=Damaged", "Look at them"));
	if (queue.mode === "paused") add("paused", "HELD", "The queue is paused: orders are accepted and not taken up.", resumeButton());
	if (queue.mode === "draining") add("draining", "HELD", "The service is draining: it accepts no orders and works off those that are there.", resumeButton());
	const looks = { "orders:failed": "/console/failed?status=FAILED", "deliveries:refused": "/console/deliveries?status=refused", "schedules:runs": "/console/schedules", "orders:faulty": "/console/orders?status=RUNNING" };
	const told = new Set(["orders:held", "deliveries:uncertain", "store:damage"]);
	for (const [name, checks] of Object.entries(health?.checks ?? {})) {
		const check = checks[0];
		if (check.status === "pass" || told.has(name)) continue;
		add(name, check.status === "fail" ? "FAILED" : "warn", sentence(check.output ?? name), looks[name] ? link(looks[name], "Look at them") : null);
	}
	return needs;
}

function resumeButton() {
	return h("button", { class: "primary", onclick: () => act("resume") }, "Let it go on");
}

function queueActions(queue) {
	if (queue.mode !== "running") return null;
	return [
		h("button", { onclick: () => act("pause") }, "Pause …"),
		h("button", { onclick: () => act("drain") }, "Drain …"),
	];
}

const ACTIONS = {
	pause: ["Pause the queue?", ["No order is taken up any more. Orders are still accepted, and those in work go on to their next step.", "This outlives a restart, until somebody lets the queue go on."], "Pause the queue", "The queue is paused."],
	drain: ["Drain the service?", ["New orders are refused with 503, and those that are there are worked off.", "This outlives a restart, until somebody lets everything go on."], "Drain", "The service is draining."],
	resume: ["Let everything go on?", ["Orders are accepted and taken up again, as fast as providers allow."], "Let it go on", "Everything goes on."],
};

function act(name) {
	const [title, what, confirm, done] = ACTIONS[name];
	confirmAction({
		title, what, confirm,
		send: ["post", `/queue/${name}`],
		told: done,
	});
}

function charts() {
	const one = (title, lines, format = rate) => chart({ title, samples: monitor.samples, lines, format });
	return h("div.charts",
		one("Accepted", [{ name: "accepted", look: "line-in", unit: "a second", value: (s) => s.accepted }]),
		one("Succeeded", [{ name: "succeeded", look: "line-good", unit: "a second", value: (s) => s.succeeded }]),
		one("Failing", [{ name: "failing", look: "line-bad", unit: "a second", value: (s) => s.failing }]),
		one("Backlog", [{ name: "backlog", look: "line-in", unit: "orders", value: (s) => s.backlog }], (value) => number(Math.round(value))));
}

function tiles(queue) {
	const tile = (key, label, value, note, href) => h(href ? "a" : "div", { key, class: "tile", href }, h("span.tile-label", label), h("b", value), h("span.tile-note", note));
	const counters = monitor.counters;
	const orders = (status) => counters?.sum("orderd_orders", `status="${status}"`) ?? 0;
	return [
		tile("queued", "Queued", number(queue.queued), queue.dueLater > 0 ? `${number(queue.dueLater)}${queue.dueLater >= 10_000 ? " or more" : ""} due later` : "none due later", "/console/orders?status=QUEUED"),
		tile("running", "Running", number(queue.running), `${number(queue.inFlight)} in work this moment`, "/console/orders?status=RUNNING"),
		tile("oldest", "Waits longest", queue.oldestAgeSeconds === 0 ? "–" : duration(queue.oldestAgeSeconds * 1000), queue.oldestAgeSeconds === 0 ? "nothing that is due waits" : "since it was due"),
		tile("held", "Held", number(queue.held), queue.uncertainDeliveries > 0 ? `${number(queue.uncertainDeliveries)} uncertain` : "none uncertain", "/console/failed?status=HELD"),
		tile("failed", "Failed", number(orders("FAILED") + orders("TIMED_OUT")), "kept in the store", "/console/failed"),
		tile("succeeded", "Succeeded", number(orders("SUCCEEDED")), "kept in the store", "/console/orders?status=SUCCEEDED"),
	];
}

const PROVIDERS = { email: "E-mail (SES)", notice: "Notices (SNS)", message: "Messages", invocation: "Functions" };

function providers(queue) {
	const sum = (name, kind, ...more) => monitor.counters?.sum(`orderd_delivery_${name}`, `kind="${kind}"`, ...more) ?? 0;
	return section("providers", "Providers", null, table("Providers", [
		["Provider", ([name]) => PROVIDERS[name] ?? name],
		["Gate", ([, gate]) => gateOf(gate)],
		["Waiting", ([name]) => number(queue.waiting?.[name] ?? 0), true],
		["Pace", ([, gate]) => gate.maximumPerSecond ? `${rate(gate.maximumPerSecond)} a second` : "free", true],
		["Sent", ([name]) => number(sum("attempts_total", name, 'outcome="accepted"')), true],
		["Mean time", ([name]) => {
			const calls = sum("duration_seconds_count", name);
			return calls > 0 ? duration((sum("duration_seconds_sum", name) / calls) * 1000) : "–";
		}, true],
	], Object.entries(queue.providers ?? {}), ([name]) => name));
}

function gateOf({ restsUntil }) {
	if (!restsUntil) return pill("SUCCEEDED", "open");
	return Date.parse(restsUntil) > Date.now() ? pill("HELD", `rests, tries again ${ago(restsUntil)}`) : pill("RUNNING", "trying");
}

function nextRuns(schedules) {
	const next = (schedules ?? []).filter((one) => one.next.length > 0).sort((a, b) => Date.parse(a.next[0]) - Date.parse(b.next[0])).slice(0, 6);
	return section("next-runs", "Next runs", null,
		next.length === 0 ? remark("No schedule is switched on.") : table("Next runs", [
			["Schedule", (one) => h("a", { href: `/console/schedules?name=${encodeURIComponent(one.name)}` }, one.name)],
			["Next", (one) => timeElement(one.next[0], ago(one.next[0]))],
			["Last run", (one) => one.latest ? h("a", { href: orderLink(one.latest.orderId) }, ago(one.latest.time)) : "–"],
		], next, (one) => one.name));
}

function healthList(health) {
	const checks = Object.entries(health?.checks ?? {}).map(([name, [check]]) => ({ name, ...check }));
	const weight = { fail: 0, warn: 1, pass: 2 };
	checks.sort((a, b) => weight[a.status] - weight[b.status]);
	return section("health", "Health", null,
		h("ul.health", checks.map((check) => h("li", { key: check.name, class: `look-${{ pass: "SUCCEEDED", warn: "warn", fail: "FAILED" }[check.status]}` },
			mark({ pass: "SUCCEEDED", warn: "warn", fail: "FAILED" }[check.status]),
			h("span", h("span.visually-hidden", { pass: "Well: ", warn: "Warning: ", fail: "Failing: " }[check.status]), checkText(check)),
			h("code.faint", check.name)))));
}

function checkText(check) {
	if (check.status !== "pass" && check.name === "orders:held") return `${count(check.observedValue, "order waits", "orders wait")} for a person.`;
	if (check.status !== "pass" && check.name === "deliveries:uncertain") return `Of ${count(check.observedValue, "delivery", "deliveries")} nobody can tell if it arrived.`;
	if (check.name === "disk:free") return `${sentence(check.output).slice(0, -1)}: ${bytes(check.observedValue)} are free.`;
	return sentence(check.output ?? check.name);
}
