// What is run at its times: next and last runs, switching on and off, making and deleting.

import { act, ago, api, confirmAction, count, faint, h, jsonEditor, jsonView, listPage, orderAnchor, orderLink, pill, remark, section, table, timeElement, toast, withQuery } from "../kit.js";

const EXAMPLE = { name: "every-hour", expression: "rate(1 hour)", target: { workflow: "SimpleOrderWorkflow", input: { orderId: "<aws.scheduler.execution-id>", customerEmail: "buyer@example.com" } } };
const RUNS = [
	["Time", (run) => timeElement(run.time)], ["Outcome", (run) => [pill(run.outcome), run.count ? ` ${count(run.count, "time")}` : ""]],
	["Order", (run) => run.orderId ? orderAnchor(run.orderId) : "–"], ["Why", (run) => run.reason ?? "–"],
];

export default function schedulesPage(view) {
	let chosen = null;
	const page = listPage(view, {
		title: "Schedules", empty: "There are no schedules.", lead: () => "What is run again and again, or once. Each run is an order.",
		path: () => "/schedules?limit=200", items: (answer) => answer.schedules, key: (one) => one.name,
		actions: () => act("admin", "Make one …", () => make(page.again)),
		extra: async (signal) => {
			const name = view.query.get("name");
			chosen = name ? await api.orProblem(pathOf(name), { signal }) : null;
		},
		columns: () => [
			["Name", (one) => h("a.order-link", { href: withQuery("/console/schedules", { name: one.name }), "aria-current": chosen?.name === one.name ? "true" : null, onclick: (event) => (event.preventDefault(), view.keepQuery({ name: one.name }), page.again()) }, one.name)],
			["When", (one) => [h("code", one.expression), one.timeZone ? faint(` ${one.timeZone}`) : null]],
			["Runs", (one) => one.target.workflow ?? one.target.function],
			["Next", (one) => one.next[0] ? timeElement(one.next[0], ago(one.next[0])) : one.enabled === false ? pill("ABORTED", "Off") : "none"],
			["Last", (one) => one.latest ? h("a", { href: orderLink(one.latest.orderId) }, ago(one.latest.time)) : "–"],
			...["Started", "Skipped", "Missed"].map((name) => [name, (one) => String(one.counts[name.toLowerCase()]), true]),
			["Kept in", (one) => one.source === "file" ? "the file" : "the store"],
		],
		below: () => chosen?.next ? details(chosen, page.again) : null,
	});
}

function details(one, again) {
	const isOff = one.enabled === false;
	const { runs = [], next, latest, counts, ...rest } = one;
	return section(`schedule ${one.name}`, one.name,
		h("div.actions", one.source === "file" ? faint("It stands in the file and is changed there.") : [
			act("admin", isOff ? "Switch on …" : "Switch off …", () => change(one, isOff, again)), act("admin", "Delete …", () => remove(one, again))]),
		h("div.columns.even",
			h("div", h("h3", "Next times"), next.length === 0 ? remark("None.") : h("ol.plain", next.map((time) => h("li", { key: time }, timeElement(time), faint(` ${ago(time)}`))))),
			h("div", h("h3", "What it is"), jsonView(rest, { label: "the schedule" }))),
		runs.length > 0 ? [h("h3", "Last runs"), table("Last runs", RUNS, runs, (run) => `${run.time} ${run.outcome}`)] : null);
}

function pathOf(name) {
	return `/schedules/${encodeURIComponent(name)}`;
}

function change(one, enabled, done) {
	confirmAction({
		title: enabled ? `Switch ${one.name} on?` : `Switch ${one.name} off?`, confirm: enabled ? "Switch it on" : "Switch it off",
		what: [enabled ? "It runs at its next time; times that went by meanwhile are not made up for." : "It does not run until it is switched on again. Runs that have begun go on."],
		send: ["patch", pathOf(one.name), { enabled }], told: enabled ? "It is on." : "It is off.", done,
	});
}

function remove(one, done) {
	confirmAction({
		title: `Delete ${one.name}?`, what: ["It runs no more and its counts are forgotten. Runs that have begun go on."], confirm: "Delete it", danger: true,
		send: ["remove", pathOf(one.name)], told: "It is deleted.", done,
	});
}

function make(done) {
	let dialog = null;
	const editor = jsonEditor({
		label: "Schedule", value: EXAMPLE, rows: 12, onValidity: (ok) => dialog?.allow(ok),
		check: (value) => typeof value?.name === "string" && typeof value.expression === "string" && value.target ? null : "It needs a name, an expression and a target.",
	});
	dialog = confirmAction({
		title: "Make a schedule?", parts: [editor.element], confirm: "Make it",
		what: ["It runs at its times from now on; rate(…) begins at once. The expression is rate(…), cron(…) or at(…), as EventBridge Scheduler writes them."],
		run: ({ operator, reason }) => api.post("/schedules", { ...editor.value, reason }, { operator }), done: (made) => (toast(`${made.name} is made.`), done()),
	});
}
