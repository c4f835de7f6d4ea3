// Failed and held orders by what went wrong, and redriving or stopping many of them with its progress.

import { bulkAction, bulkWords } from "../bulk-actions.js";
import { act, ago, api, button, causeWords, choice, confirmAction, faint, h, listPage, loadWorkflows, lookOf, number, orderAnchor, pill, poll, section, statusWord, table, timeElement, withQuery, workflowName } from "../kit.js";

const STATUSES = ["HELD", "FAILED", "TIMED_OUT", "ABORTED"];

export default function failedPage(view) {
	let redrives = [];
	const asked = (name) => view.query.get(name) ?? "";
	const isMeant = (group) => !asked("error") || group.error === asked("error");
	const page = listPage(view, {
		title: "Failed and held", empty: "There are none. All is well here.", lead: () => "Orders that ended badly or wait for a person, by what went wrong.",
		path: () => withQuery("/failures", { status: asked("status") }), items: (answer) => answer.groups.filter(isMeant), key: (group) => `${group.status} ${group.error}`,
		above: () => h("div.filters", { key: "filters" },
			choice("Status", [["", "Held, failed, timed out"], ...STATUSES.map((one) => [one, statusWord(one)])], asked("status"), (status) => page.filter({ status, error: null })),
			asked("error") ? button(`Only ${asked("error")}: show all`, () => page.filter({ error: null }), "quiet") : null),
		show: (groups) => h("section.groups", { key: "groups", label: "Groups" }, groups.map((group) => groupCard(group, begun))),
		below: () => bulkTable(redrives, () => follow()),
	});
	const follow = poll(async (signal) => {
		redrives = (await api.get("/redrives", { signal })).redrives;
		page.draw();
	}, 2000, view.signal);
	loadWorkflows({ signal: view.signal }).then(page.draw, () => {});

	function begun() {
		follow();
		page.again();
	}
}

function groupCard(group, done) {
	const isUncertain = group.status === "HELD" && group.error === "Held";
	const can = (part, them = part ? "these" : "them") => isUncertain ? null : [
		act("operate", group.status === "HELD" ? `Let ${them} go on …` : `Redrive ${them} …`, () => bulkAction(group, part, "redrive", done), part ? "quiet" : "primary"),
		group.status === "HELD" ? act("operate", `Stop ${them} …`, () => bulkAction(group, part, "stop", done), part ? "quiet" : "") : null];
	const many = (some) => `${number(some.count)}${some.isMore ? " or more" : ""}`;
	const parts = group.parts.map((part) => h("li", { key: `${part.state} ${part.workflow}` },
		h("a", { href: withQuery("/console/orders", { status: group.status, error: group.error, state: part.state, workflow: part.workflow }) }, `${many(part)} in ${part.state || "no state"} of ${workflowName(part.workflow)}`),
		group.parts.length > 1 ? can(part) : null));
	return h("article", { key: `${group.status} ${group.error}`, class: `group box look-${lookOf(group.status)}` },
		h("h2", pill(group.status), h("span", isUncertain ? "A delivery is uncertain" : group.error ?? "No error is told")),
		h("span.group-count", many(group)),
		group.cause ? h("p.wrap.wide", causeWords(group.cause)) : null,
		h("ul.wide.parts", parts),
		h("p.faint.wide.cards",
			h("span", "Newest ", timeElement(group.last, ago(group.last)), ", oldest ", timeElement(group.first, ago(group.first)), "."),
			h("span", "For example ", group.examples.map((id, index) => [index > 0 ? ", " : "", orderAnchor(id)]))),
		h("div.actions.wide", isUncertain ? h("a.button", { href: "/console/deliveries?status=uncertain" }, "Decide about the deliveries") : can(null)));
}

function bulkTable(redrives, done) {
	if (redrives.length === 0) return null;
	return section("bulk", "In bulk", null, table("Bulk redrives", [
		["What", (one) => [bulkWords(one), one.input ? faint(", inputs changed") : null]],
		["How far", (one) => [h("progress", { max: String(Math.max(1, one.total)), value: one.redriven + one.refused, label: `Bulk redrive ${one.id}` }), ` ${number(one.redriven + one.refused)} of ${number(one.total)}`]],
		["Refused", (one) => number(one.refused), true],
		["Rate", (one) => `${one.ratePerSecond} a second`, true],
		["", (one) => one.state === "running" ? act("operate", "Cancel …", () => cancel(one, done)) : null],
		["State", (one) => pill(one.state)],
		["Begun", (one) => timeElement(one.createdAt)],
		["By", (one) => [one.by, one.reason ? faint(`: ${one.reason}`) : null]],
	], redrives.slice(0, 20), (one) => one.id));
}

function cancel(one, done) {
	confirmAction({
		title: "Cancel this bulk redrive?", what: [`${number(one.total - one.redriven - one.refused)} orders that are left stay as they are. What was redriven stays so.`], confirm: "Cancel it",
		send: ["post", `/redrives/${one.id}/cancel`], told: "It is cancelled.", done,
	});
}
