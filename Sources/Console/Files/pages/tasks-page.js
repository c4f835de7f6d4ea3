// Tasks whose ends somebody outside has to tell.

import { ago, faint, listPage, orderAnchor, pill, timeElement } from "../kit.js";

const KINDS = { callback: "Callback", activity: "Activity", child: "Another order" };
const COLUMNS = [
	["Order", (task) => orderAnchor(task.orderId)],
	["State", (task) => task.state],
	["Who tells its end", (task) => KINDS[task.kind] ?? task.kind],
	["Name", (task) => task.name],
	["Status", (task) => pill(task.status)],
	["Open since", (task) => [timeElement(task.since), faint(` ${ago(task.since)}`)]],
	["Worker", (task) => task.worker ?? "–"],
];

export default function tasksPage(view) {
	listPage(view, {
		title: "Open tasks", empty: "No order waits for an answer from outside.",
		lead: () => "Orders wait here for an answer from outside: from a worker, from whoever has the token, or from another order. The longest open come first.",
		path: () => "/tasks?limit=200", items: (page) => page.tasks, key: (task) => `${task.orderId} ${task.task}`, columns: () => COLUMNS,
	});
}
