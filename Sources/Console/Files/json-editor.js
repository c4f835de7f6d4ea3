// A text area for JSON with numbered lines, which says as you type what is wrong and where.

import { Problem, Unreachable } from "./api.js";
import { EXACT, freshID, h, replace } from "./dom.js";
import { count } from "./format.js";
import { Fault, readJSON } from "./json-check.js";

const PAUSE = 300;

/// `check` may add a rule: it answers a sentence when the value will not do. `examine` may ask the service about a text that
/// is JSON: it promises faults with `line`, `column`, `detail` and `isWarning`.
export function jsonEditor({ label, value, check = () => null, examine = null, rows = 12, onValidity = () => {} }) {
	const id = freshID("json");
	const verdict = h("p.editor-verdict", { id: `${id}-verdict`, "aria-live": "polite" });
	const gutter = h("div.gutter", { "aria-hidden": "true" });
	const list = h("ul.faults");
	const area = h("textarea", {
		id, class: "editor", rows, wrap: "off", ...EXACT, autocapitalize: "off",
		"aria-describedby": `${id}-verdict`, value: typeof value === "string" ? value : JSON.stringify(value, null, 2),
		oninput: judge, onkeydown: keepIndent, onscroll: () => (gutter.scrollTop = area.scrollTop),
	});
	let read = {};
	let faults = [];
	let timer = 0;
	let turn = 0;

	function judge() {
		clearTimeout(timer);
		turn += 1;
		read = reading(area.value, check);
		show(read.faults);
		if (examine && faults.length === 0) {
			verdict.textContent = "It is being checked …";
			timer = setTimeout(ask, PAUSE, turn);
		}
	}

	async function ask(asked) {
		try {
			const found = await examine(area.value);
			if (asked === turn) show(found);
		} catch (error) {
			if (!(error instanceof Problem || error instanceof Unreachable)) throw error;
			if (asked === turn) verdict.textContent = error.message;
		}
	}

	function show(found) {
		faults = found;
		const marks = new Map(faults.map((one) => [one.line, one.isWarning ? "warned" : "marked"]));
		replace(gutter, area.value.split("\n").map((_, index) => h("div", { class: marks.get(index + 1) }, String(index + 1))));
		const bad = faults.filter((one) => !one.isWarning).length;
		if (examine) {
			verdict.textContent = faults.length === 0 ? "Nothing is wrong with it." : `${count(bad, "fault")}, ${count(faults.length - bad, "warning")}.`;
			replace(list, faults.slice(0, 20).map((one) => h("li", h("button", { class: `quiet ${one.isWarning ? "warned" : "marked"}`, onclick: () => jump(one) }, spoken(one)))));
		} else {
			verdict.textContent = bad > 0 ? spoken(faults[0]) : "This is valid JSON.";
		}
		verdict.classList.toggle("bad", bad > 0);
		area.setAttribute("aria-invalid", String(bad > 0));
		onValidity(bad === 0);
	}

	function jump({ line, column }) {
		area.focus();
		if (!line) return;
		const place = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + column - 1;
		area.setSelectionRange(place, place);
		area.scrollTop = Math.max(0, (line - 5) * 20);
	}

	const format = h("button.quiet", { onclick: () => {
		if (read.value !== undefined) area.value = JSON.stringify(read.value, null, 2);
		judge();
	} }, "Lay out");

	judge();
	return {
		element: h("div.field", h("div.field-head", h("label", { for: id }, label), format), h("div.editor-frame", gutter, area), verdict, list),
		judge,
		get value() {
			return read.value;
		},
		get isValid() {
			return !faults.some((one) => !one.isWarning);
		},
	};
}

function spoken({ line, column, pointer, detail }) {
	return `${line ? `Line ${line}, column ${column}: ` : pointer ? `${pointer}: ` : ""}${detail}`;
}

function reading(text, check) {
	try {
		const value = readJSON(text);
		const detail = check(value);
		return { value, faults: detail ? [{ detail }] : [] };
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		return { faults: [{ line: error.line, column: error.column, detail: error.message }] };
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
