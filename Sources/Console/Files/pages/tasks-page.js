// Tasks whose ends somebody outside has to tell.

import { api } from "../api.js";
import { asking, faint, remark, render } from "../dom.js";
import { ago, timeElement } from "../format.js";
import { poll } from "../live.js";
import { pill } from "../status.js";
import { orderAnchor, pageHead, table } from "../table.js";

const KINDS = { callback: "Callback", activity: "Activity", child: "Another order" };

export default function tasksPage(view) {
	view.title("Open tasks");
	let page = null;
	const draw = () => render(view.root,
		pageHead("Open tasks", "Orders wait here for an answer from outside: from a worker, from whoever has the token, or from another order. The longest open come first."),
		!page ? asking() : page.tasks.length === 0 ? remark("No order waits for an answer from outside.")
			: table("Open tasks", [
				["Order", (task) => orderAnchor(task.orderId)],
				["State", (task) => task.state],
				["Who tells its end", (task) => KINDS[task.kind] ?? task.kind],
				["Name", (task) => task.name],
				["Status", (task) => pill(task.status)],
				["Open since", (task) => [timeElement(task.since), faint(` ${ago(task.since)}`)]],
				["Worker", (task) => task.worker ?? "–"],
			], page.tasks, (task) => `${task.orderId} ${task.task}`),
		page?.next ? remark("The first 200 are shown.") : null);
	draw();
	poll(async (signal) => {
		page = await api.get("/tasks?limit=200", { signal });
		draw();
	}, 3000, view.signal);
}
