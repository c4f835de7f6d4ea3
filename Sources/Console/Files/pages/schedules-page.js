// What is run at its times: next and last runs, switching on and off, making and deleting.

import { api, orderLink } from "../api.js";
import { confirmAction, toast } from "../dialogs.js";
import { asking, faint, h, remark, render } from "../dom.js";
import { ago, count, timeElement } from "../format.js";
import { jsonEditor } from "../json-editor.js";
import { jsonView } from "../json-view.js";
import { poll } from "../live.js";
import { pill } from "../status.js";
import { button, orderAnchor, pageHead, table } from "../table.js";

const EXAMPLE = { name: "every-hour", expression: "rate(1 hour)", target: { workflow: "SimpleOrderWorkflow", input: { orderId: "<aws.scheduler.execution-id>", customerEmail: "buyer@example.com" } } };

export default function schedulesPage(view) {
	view.title("Schedules");
	let schedules = null;
	let chosen = null;
	const again = poll(async (signal) => {
		schedules = (await api.get("/schedules?limit=200", { signal })).schedules;
		const name = view.query.get("name");
		chosen = name ? await api.ifThere(pathOf(name), { signal }) : null;
		draw();
	}, 5000, view.signal);
	draw();

	function choose(name) {
		view.keepQuery({ name });
		again();
	}

	function draw() {
		render(view.root,
			pageHead("Schedules", "What is run again and again, or once. Each run is an order.", button("Make one …", () => make(again))),
			!schedules ? asking() : schedules.length === 0 ? remark("There are no schedules.")
				: table("Schedules", [
					["Name", (one) => h("a.order-link", { href: `/console/schedules?name=${encodeURIComponent(one.name)}`, "aria-current": chosen?.name === one.name ? "true" : null, onclick: (event) => (event.preventDefault(), choose(one.name)) }, one.name)],
					["When", (one) => [h("code", one.expression), one.timeZone ? faint(` ${one.timeZone}`) : null]],
					["Runs", (one) => one.target.workflow ?? one.target.function],
					["Next", (one) => one.next[0] ? timeElement(one.next[0], ago(one.next[0])) : one.enabled === false ? pill("ABORTED", "Off") : "none"],
					["Last", (one) => one.latest ? h("a", { href: orderLink(one.latest.orderId) }, ago(one.latest.time)) : "–"],
					["Started", (one) => String(one.counts.started), true], ["Skipped", (one) => String(one.counts.skipped), true], ["Missed", (one) => String(one.counts.missed), true],
					["Kept in", (one) => one.source === "file" ? "the file" : "the store"],
				], schedules, (one) => one.name),
			chosen ? details(chosen, again) : null);
	}
}

function details(one, again) {
	const isOff = one.enabled === false;
	return h("section", { key: `schedule ${one.name}`, "aria-labelledby": "schedule" },
		h("div.section-head", h("h2", { id: "schedule" }, one.name), h("div.actions", one.source === "file" ? faint("It stands in the file and is changed there.") : [
			button(isOff ? "Switch on …" : "Switch off …", () => change(one, isOff, again)), button("Delete …", () => remove(one, again))])),
		h("div.columns.even",
			h("div", h("h3", "Next times"), one.next.length === 0 ? remark("None.") : h("ol.plain", one.next.map((time) => h("li", { key: time }, timeElement(time), faint(` ${ago(time)}`))))),
			h("div", h("h3", "What it is"), jsonView(Object.fromEntries(Object.entries(one).filter(([name]) => !["runs", "next", "latest", "counts"].includes(name))), { label: "the schedule" }))),
		(one.runs ?? []).length > 0 ? [h("h3", "Last runs"), table("Last runs", [
			["Time", (run) => timeElement(run.time)], ["Outcome", (run) => [pill(run.outcome), run.count ? ` ${count(run.count, "time")}` : ""]],
			["Order", (run) => run.orderId ? orderAnchor(run.orderId) : "–"], ["Why", (run) => run.reason ?? "–"],
		], one.runs, (run) => `${run.time} ${run.outcome}`)] : null);
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

