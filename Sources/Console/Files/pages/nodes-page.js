// The processes that work on the orders.

import { ago, faint, h, listPage, number, pill, timeElement } from "../kit.js";

const COLUMNS = [
	["Node", (one) => [h("span.order-link", one.name), one.isSelf ? [" ", pill("RUNNING", "answers this page")] : null]],
	["Host", (one) => one.host],
	["Process", (one) => h("code", String(one.pid))],
	["Version", (one) => h("code", one.version)],
	["Started", (one) => [timeElement(one.startedAt), faint(` ${ago(one.startedAt)}`)]],
	["Start number", (one) => number(one.boot), true],
	["In work", (one) => number(one.inFlight), true],
];

export default function nodesPage(view) {
	listPage(view, {
		title: "Nodes", empty: "There are none.", lead: () => "The processes that work on the orders of this store.",
		path: () => "/nodes", items: (page) => page.nodes, key: (one) => one.name, columns: () => COLUMNS,
	});
}
