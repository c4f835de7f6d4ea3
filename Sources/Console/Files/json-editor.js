// A text area for JSON that says as you type what is wrong and where.

import { freshID, h } from "./dom.js";
import { Fault, readJSON } from "./json-check.js";

/// `check` may add a rule: it answers a sentence when the value will not do.
export function jsonEditor({ label, value, check = () => null, rows = 12, onValidity = () => {} }) {
	const id = freshID("json");
	const verdict = h("p.editor-verdict", { id: `${id}-verdict`, "aria-live": "polite" });
	const area = h("textarea", {
		id, class: "editor", rows, spellcheck: "false", autocomplete: "off", autocapitalize: "off",
		"aria-describedby": `${id}-verdict`, value: typeof value === "string" ? value : JSON.stringify(value, null, 2),
		oninput: judge,
		onkeydown: keepIndent,
	});
	let read = { fault: "There is nothing here yet." };

	function judge() {
		read = reading(area.value, check);
		verdict.textContent = read.fault ?? "This is valid JSON.";
		verdict.classList.toggle("bad", Boolean(read.fault));
		area.setAttribute("aria-invalid", String(Boolean(read.fault)));
		onValidity(!read.fault);
	}

	const format = h("button", { class: "quiet", onclick: () => {
		if (read.value !== undefined) area.value = JSON.stringify(read.value, null, 2);
		judge();
	} }, "Lay out");

	judge();
	return {
		element: h("div.field", h("div.field-head", h("label", { for: id }, label), format), area, verdict),
		judge,
		get value() {
			return read.value;
		},
		get isValid() {
			return !read.fault;
		},
		get text() {
			return area.value;
		},
	};
}

function reading(text, check) {
	try {
		const value = readJSON(text);
		return { value, fault: check(value) };
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		return { fault: `Line ${error.line}, column ${error.column}: ${error.message}` };
	}
}

// Enter keeps the indent of the line; Tab goes on to the next control, as it does everywhere.
function keepIndent(event) {
	if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
	const { selectionStart: start, value } = event.target;
	const line = value.slice(value.lastIndexOf("\n", start - 1) + 1, start);
	const indent = /^\s*/.exec(line)[0] + (/[{[]\s*$/.test(line) ? "  " : "");
	if (indent === "") return;
	event.preventDefault();
	event.target.setRangeText(`\n${indent}`, start, event.target.selectionEnd, "end");
	event.target.dispatchEvent(new Event("input"));
}
