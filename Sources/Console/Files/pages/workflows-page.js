// The workflows that new orders run on.

import { api } from "../api.js";
import { confirmAction, toast } from "../dialogs.js";
import { asking, h, render } from "../dom.js";
import { shortHash } from "../format.js";
import { loadDefinition, loadWorkflows } from "../names.js";
import { button, pageHead, table } from "../table.js";

export default function workflowsPage(view) {
	view.title("Workflows");
	let workflows = null;
	const comments = new Map();
	const draw = () => render(view.root,
		pageHead("Workflows", "The definitions that new orders run on.", button("Read the files again …", () => reload(load))),
		!workflows ? asking() : table("Workflows", [
			["Name", (one) => h("a.order-link", { href: `/console/workflows/${encodeURIComponent(one.name)}` }, one.name)],
			["What it does", (one) => comments.get(one.name) ?? "–"],
			["For orders", (one) => one.default ? "that name no workflow" : "that name it"],
			["E-mail", (one) => one.requireEmail ? "must be there" : "may be missing"],
			["Definition", (one) => h("code", { title: one.id }, shortHash(one.id))],
			["", (one) => h("a", { href: `/console/orders?workflow=${encodeURIComponent(one.name)}` }, "Its orders")],
		], workflows, (one) => one.name));
	draw();
	load();

	async function load() {
		workflows = await loadWorkflows({ signal: view.signal, again: true });
		draw();
		for (const one of workflows) {
			const { definition } = await loadDefinition(one.id, { signal: view.signal });
			comments.set(one.name, definition.Comment);
			draw();
		}
	}
}

function reload(done) {
	confirmAction({
		title: "Read the definitions again?", confirm: "Read them again",
		what: ["The files are read and checked as at the start. When all are valid, new orders run on them; orders that run keep theirs.", "When one is not, nothing changes and you are told what is wrong."],
		send: ["post", "/workflows/reload"],
		done: ({ workflows }) => {
			const changed = workflows.filter((one) => one.change !== "same");
			toast(changed.length === 0 ? "All are as they were." : changed.map((one) => `${one.name}: ${one.change}`).join(", "));
			done();
		},
	});
}
