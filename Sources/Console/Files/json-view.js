// A JSON value as a tree that folds. Every name and value is text.

import { h, say } from "./dom.js";
import { count } from "./format.js";
import { icon } from "./icons.js";

const MOST = 200;

export function jsonView(value, { label = "JSON", open = 2 } = {}) {
	return h("div.json",
		h("button.icon-button.json-copy", { label: `Copy ${label}`, title: "Copy", onclick: () => copy(value) }, icon("copy")),
		h("div.json-tree", { role: "group", label, tabindex: "0" }, node(null, value, open)));
}

async function copy(value) {
	try {
		await navigator.clipboard.writeText(typeof value === "string" ? value : JSON.stringify(value, null, 2));
		say("Copied.");
	} catch {
		say("The browser does not let the console copy.");
	}
}

function node(name, value, open) {
	const label = name === null ? null : [h("span.json-name", name), ": "];
	if (value === null || typeof value !== "object") return h("div.json-line", label, scalar(value));
	const entries = Object.entries(value);
	const brackets = Array.isArray(value) ? "[]" : "{}";
	if (entries.length === 0) return h("div.json-line", label, h("span.json-mark", brackets));
	return h("details.json-branch", { open: open > 0 },
		h("summary", label, h("span.json-mark", brackets[0]), h("span.json-size",
			count(entries.length, Array.isArray(value) ? "item" : "member")), h("span.json-mark", brackets[1])),
		entries.slice(0, MOST).map(([key, inner]) => node(key, inner, open - 1)),
		entries.length > MOST ? h("div.json-line.json-size", `… and ${count(entries.length - MOST, "more", "more")}`) : null);
}

function scalar(value) {
	if (typeof value === "string") return h("span.json-string", JSON.stringify(value));
	return h("span", { class: value === null ? "json-null" : "json-number" }, String(value));
}
