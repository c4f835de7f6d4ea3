// What the service is set to, and where each setting comes from. Secrets are not told.

import { count, faint, field, h, listPage, remark, segments, table } from "../kit.js";

const SOURCES = { default: "Default", file: "File", environment: "Environment", argument: "Argument" };
const COLUMNS = [
	["Setting", (one) => [h("code.order-link", one.key), h("div.faint", one.about)]],
	["Value", (one) => one.isSecret ? faint(one.isSet ? "Set, and kept secret" : "Not set") : one.value === null || one.value === "" ? faint("Empty") : h("code.wrap", one.value)],
	["Comes from", (one) => [one.source === "default" ? faint("Default") : SOURCES[one.source] ?? one.source, one.where ? h("div", h("code.faint.wrap", one.where)) : null]],
];

export default function settingsPage(view) {
	const asked = (name) => view.query.get(name) ?? "";
	const isMeant = (one) => (asked("only") !== "changed" || one.source !== "default")
		&& `${one.key} ${one.about} ${one.value ?? ""} ${one.where ?? ""}`.toLowerCase().includes(asked("text").toLowerCase());
	const narrow = (values) => (view.keepQuery(values), page.draw());
	const page = listPage(view, {
		title: "Settings", empty: "There are none.", every: 60_000, path: () => "/settings", items: (answer) => answer.settings, key: (one) => one.key,
		lead: () => "What this process was started with. They are changed in the file, the environment or the command line, and hold from the next start.",
		show: (settings) => {
			const found = settings.filter(isMeant);
			return [
				h("div.filters", { key: "filters" },
					field("Settings with this text", h("input", { type: "search", value: asked("text"), oninput: (event) => narrow({ text: event.target.value }) })),
					segments("Which", [["", "All"], ["changed", "Changed ones"]], asked("only"), (only) => narrow({ only })),
					faint(found.length === settings.length ? count(found.length, "setting") : `${found.length} of ${count(settings.length, "setting")}`)),
				found.length > 0 ? table("Settings", COLUMNS, found, (one) => one.key) : remark("No setting is like that.")];
		},
	});
}
