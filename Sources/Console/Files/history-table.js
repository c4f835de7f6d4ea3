// An order's history events, with a filter by what they are about and by text.

import { detailsOf } from "./execution.js";
import { count, duration, faint, field, h, jsonView, parsed, remark, segments } from "./kit.js";

const KINDS = [
	["all", "Everything", () => true],
	["states", "States", (event) => /State(Entered|Exited)$/.test(event.type)],
	["tasks", "Tasks", (event) => /^(Task|Lambda|Activity)/.test(event.type) && !/^TaskState(Entered|Exited)/.test(event.type)],
	["faults", "Failures", (event) => /(Failed|TimedOut|Aborted)$/.test(event.type) || event.type === "FailStateEntered"],
	["execution", "Execution", (event) => event.type.startsWith("Execution")],
];
const MOST = 400;

/// `state` keeps what is chosen: `{ kind, text }`; `onChange` draws again.
export function historyTable(events, state, onChange) {
	const kind = KINDS.find(([name]) => name === state.kind) ?? KINDS[0];
	const text = state.text.toLowerCase();
	const found = events.filter((event) => kind[2](event) && (text === "" || JSON.stringify(event).toLowerCase().includes(text)));
	const begun = events[0]?.timestamp ?? 0;
	return h("div.groups",
		h("div.filters",
			segments("Kind of event", KINDS, kind[0], (chosen) => ((state.kind = chosen), onChange())),
			field("Events with this text", h("input", { type: "search", value: state.text, oninput: (event) => ((state.text = event.target.value), onChange()) })),
			faint(found.length === events.length ? count(events.length, "event") : `${found.length} of ${count(events.length, "event")}`)),
		h("ol.events", found.slice(0, MOST).map((event) => h("li", { key: event.id }, eventLine(event, begun, state)))),
		found.length > MOST ? remark(`The first ${MOST} are shown. Narrow them down to see the others.`) : null);
}

function eventLine(event, begun, state) {
	const details = detailsOf(event);
	const look = /(Failed|TimedOut)$/.test(event.type) || event.type === "FailStateEntered" ? "look-FAILED" : /Succeeded$/.test(event.type) ? "look-SUCCEEDED" : "";
	state.opened ??= new Set();
	const isOpen = state.opened.has(event.id);
	// What is inside is made when it is opened: a history may have thousands of events.
	return h("details", { class: look, open: isOpen, ontoggle: (toggled) => {
		const { target } = toggled;
		if (target.open === state.opened.has(event.id)) return;
		if (target.open) state.opened.add(event.id);
		else state.opened.delete(event.id);
		if (target.open && target.childElementCount < 2) target.append(jsonView(withJSON(event), { label: `event ${event.id}`, open: 3 }));
	} },
	h("summary",
		h("span.event-id", String(event.id)),
		h("span.event-time", `+${duration((event.timestamp - begun) * 1000)}`),
		h("span.event-type", words(event.type)),
		h("span.event-what", whatOf(details))),
	isOpen ? jsonView(withJSON(event), { label: `event ${event.id}`, open: 3 }) : null);
}

function words(type) {
	return type.replace(/([a-z])([A-Z])/g, "$1 $2");
}

function whatOf(details) {
	if (details.error) return `${details.error}${details.cause ? `: ${details.cause}` : ""}`;
	if (details.name !== undefined) return details.index === undefined ? details.name : `${details.name}, item ${details.index}`;
	return details.resource ? String(details.resource).split(":").slice(-1)[0] : "";
}

// Inputs and outputs are JSON in a text; they are shown as the values that they are.
function withJSON(event) {
	const copy = { ...event };
	for (const [name, value] of Object.entries(event)) {
		if (!name.endsWith("EventDetails")) continue;
		copy[name] = { ...value };
		for (const part of ["input", "output", "parameters", "result"]) if (part in value) copy[name][part] = parsed(value[part]);
	}
	return copy;
}
