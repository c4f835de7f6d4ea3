// What happens now, and on top what needs a person.

import { chart } from "../chart.js";
import { act, ago, api, asking, bytes, confirmAction, count, duration, h, lookOf, mark, number, orderLink, pageHead, pill, poll, rate, remark, render, section, sentence, table, timeElement, withQuery } from "../kit.js";
import { monitor } from "../monitor.js";

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
		h("section", { key: "rates", label: "Rates and backlog" }, charts()),
		h("section.tiles", { key: "backlog", label: "Backlog" }, tiles(queue)),
		h("div.columns", { key: "columns" },
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
	const link = (path, text = "Look at them") => h("a.button", { href: `/console/${path}` }, text);
	const { restoration, uncertainDeliveries: uncertain } = queue;
	if (restoration) add("restoration", "warn", `${sentence(restoration.detail)} ${count(restoration.held, "order waits", "orders wait")} for somebody to decide.`, link("failed?status=HELD&error=Restored"));
	if (uncertain > 0) add("uncertain", "HELD", `Of ${count(uncertain, "delivery", "deliveries")} nobody can tell if it arrived. The orders wait until you decide: send again, or take as sent.`, link("deliveries?status=uncertain", "Decide"));
	const held = queue.held - (restoration?.held ?? 0) - uncertain;
	const other = uncertain > 0 ? "other " : "";
	if (held > 0) add("held", "HELD", `${count(held, `${other}order is`, `${other}orders are`)} held and will not go on without a person.`, link("failed?status=HELD"));
	if (queue.damaged > 0) add("damaged", "FAILED", `${count(queue.damaged, "order is", "orders are")} damaged in the store.`, link("failed?status=HELD&error=Damaged"));
	if (queue.mode === "paused") add("paused", "HELD", "The queue is paused: orders are accepted and not taken up.", resumeButton());
	if (queue.mode === "draining") add("draining", "HELD", "The service is draining: it accepts no orders and works off those that are there.", resumeButton());
	for (const [name, [check]] of Object.entries(health?.checks ?? {})) {
		if (check.status === "pass" || TOLD.has(name)) continue;
		add(name, lookOf(check.status), checkText(check, name), LOOKS[name] ? link(LOOKS[name]) : null);
	}
	return needs;
}

// Checks that are told in better words above, and where others lead.
const TOLD = new Set(["orders:held", "deliveries:uncertain", "store:damage"]);
const LOOKS = { "orders:failed": "failed?status=FAILED", "deliveries:refused": "deliveries?status=refused", "schedules:runs": "schedules", "orders:faulty": "orders?status=RUNNING" };

function resumeButton() {
	return act("operate", "Let it go on", () => ask("resume"), "primary");
}

function queueActions(queue) {
	if (queue.mode !== "running") return null;
	return [act("operate", "Pause …", () => ask("pause")), act("operate", "Drain …", () => ask("drain"))];
}

const ACTIONS = {
	pause: ["Pause the queue?", ["No order is taken up any more. Orders are still accepted, and those in work go on to their next step.", "This outlives a restart, until somebody lets the queue go on."], "Pause the queue", "The queue is paused."],
	drain: ["Drain the service?", ["New orders are refused with 503, and those that are there are worked off.", "This outlives a restart, until somebody lets everything go on."], "Drain", "The service is draining."],
	resume: ["Let everything go on?", ["Orders are accepted and taken up again, as fast as providers allow."], "Let it go on", "Everything goes on."],
};

function ask(name) {
	const [title, what, confirm, done] = ACTIONS[name];
	confirmAction({ title, what, confirm, send: ["post", `/queue/${name}`], told: done });
}

function charts() {
	const one = (title, look, unit, value, format = rate) => chart({ title, look, unit, value, format, samples: monitor.samples });
	return h("div.charts",
		one("Accepted", "line-in", "a second", (sample) => sample.accepted), one("Succeeded", "line-good", "a second", (sample) => sample.succeeded),
		one("Failing", "line-bad", "a second", (sample) => sample.failed), one("Backlog", "line-in", "orders", (sample) => sample.backlog, (value) => number(Math.round(value))));
}

function tiles(queue) {
	const tile = (label, value, note, href) => h("a.tile", { key: label, href: `/console/${href}` }, h("span.tile-label", label), h("b", value), h("span.tile-note", note));
	const ended = (status) => monitor.counters?.sum("orderd_orders", `status="${status}"`) ?? 0;
	const oldest = queue.oldestAgeSeconds;
	return [
		tile("Queued", number(queue.queued), queue.dueLater > 0 ? `${number(queue.dueLater)}${queue.dueLater >= 10_000 ? " or more" : ""} due later` : "none due later", "orders?status=QUEUED"),
		tile("Running", number(queue.running), `${number(queue.inFlight)} in work this moment`, "orders?status=RUNNING"),
		tile("Waits longest", oldest === 0 ? "–" : duration(oldest * 1000), oldest === 0 ? "nothing that is due waits" : "since it was due", "orders?status=QUEUED"),
		tile("Held", number(queue.held), queue.uncertainDeliveries > 0 ? `${number(queue.uncertainDeliveries)} uncertain` : "none uncertain", "failed?status=HELD"),
		tile("Failed", number(ended("FAILED") + ended("TIMED_OUT")), "kept in the store", "failed"),
		tile("Succeeded", number(ended("SUCCEEDED")), "kept in the store", "orders?status=SUCCEEDED"),
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
	return section("next-runs", "Next runs", null, next.length === 0 ? remark("No schedule is switched on.") : table("Next runs", [
		["Schedule", (one) => h("a", { href: withQuery("/console/schedules", { name: one.name }) }, one.name)],
		["Next", (one) => timeElement(one.next[0], ago(one.next[0]))],
		["Last run", (one) => one.latest ? h("a", { href: orderLink(one.latest.orderId) }, ago(one.latest.time)) : "–"],
	], next, (one) => one.name));
}

function healthList(health) {
	const checks = Object.entries(health?.checks ?? {}).map(([name, [check]]) => ({ name, ...check }));
	const weight = ["fail", "warn", "pass"];
	checks.sort((a, b) => weight.indexOf(a.status) - weight.indexOf(b.status));
	return section("health", "Health", null,
		h("ul.health", checks.map((check) => h("li", { key: check.name, class: `look-${lookOf(check.status)}` }, mark(lookOf(check.status)),
			h("span", h("span.visually-hidden", { pass: "Well: ", warn: "Warning: ", fail: "Failing: " }[check.status]), checkText(check, check.name)),
			h("code.faint", check.name)))));
}

// Where a request would tell more a button does.
function checkText({ output, observedValue }, name) {
	if (name === "disk:free") return `${sentence(output).slice(0, -1)}: ${bytes(observedValue)} are free.`;
	return sentence((output ?? name).split("; GET ")[0]);
}
