// The workflows that new orders run on.

import { act, confirmAction, h, listPage, loadDefinition, loadWorkflows, shortHash, toast, withQuery } from "../kit.js";

export default function workflowsPage(view) {
	const comments = new Map();
	const page = listPage(view, {
		title: "Workflows", empty: "There are none.", every: 10_000, lead: () => "The definitions that new orders run on.",
		path: () => "/workflows", items: (answer) => answer.workflows, key: (one) => one.name,
		actions: () => act("admin", "Read the files again …", () => reload(page.again)),
		columns: () => [
			["Name", (one) => h("a.order-link", { href: `/console/workflows/${encodeURIComponent(one.name)}` }, one.name)],
			["What it does", (one) => comments.get(one.id) ?? "–"],
			["For orders", (one) => one.default ? "that name no workflow" : "that name it"],
			["E-mail", (one) => one.requireEmail ? "must be there" : "may be missing"],
			["Definition", (one) => h("code", { title: one.id }, shortHash(one.id))],
			["", (one) => h("a", { href: withQuery("/console/orders", { workflow: one.name }) }, "Its orders")],
		],
		extra: async (signal, workflows) => {
			for (const { id } of workflows) {
				if (!comments.has(id)) comments.set(id, (await loadDefinition(id, { signal })).definition.Comment);
			}
		},
	});
}

function reload(done) {
	confirmAction({
		title: "Read the definitions again?", confirm: "Read them again",
		what: ["The files are read and checked as at the start. When all are valid, new orders run on them; orders that run keep theirs.", "When one is not, nothing changes and you are told what is wrong."],
		send: ["post", "/workflows/reload"],
		done: ({ workflows }) => {
			const changed = workflows.filter((one) => one.change !== "same");
			toast(changed.length === 0 ? "All are as they were." : changed.map((one) => `${one.name}: ${one.change}`).join(", "));
			loadWorkflows({ again: true }).then(done);
		},
	});
}
