// Shapes of 16 by 16 units, drawn with the text's colour.

import { svg } from "./dom.js";

const lines = {
	now: "M2 9h3l2-6 3 10 2-4h2",
	orders: "M3 4h10M3 8h10M3 12h6",
	failed: "M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2",
	workflows: "M6 2.5h4v3H6zM2 10.5h4v3H2zM10 10.5h4v3h-4zM8 5.5V8M4 10.5V8h8v2.5",
	deliveries: "M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5",
	schedules: "M8 2.2a5.8 5.8 0 1 0 .01 0zM8 5v3.2l2.2 1.6",
	tasks: "M3 3h10v10H3zM5.5 8l1.8 1.8L10.8 6",
	suppressions: "M8 2.2a5.8 5.8 0 1 0 .01 0zM4 4l8 8",
	mailbox: "M2 8.5 4 3h8l2 5.5V13H2zM2 8.5h3.5l1 2h3l1-2H14",
	search: "M7 2.8a4.2 4.2 0 1 0 .01 0zM10.2 10.2 13.5 13.5",
	menu: "M2 4.5h12M2 8h12M2 11.5h12",
	close: "M4 4l8 8M12 4l-8 8",
	nodes: "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1",
	settings: "M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.7 2.8a1.7 1.7 0 1 0 .01 0zM5.2 9.8a1.7 1.7 0 1 0 .01 0z",
	key: "M5.2 7.6a2.9 2.9 0 1 0 .01 0zM7.3 8.4 13 2.8M11 4.8l2 2",
	keyboard: "M1.5 4.5h13v7.5h-13zM4 7h.1M6.7 7h.1M9.3 7h.1M12 7h.1M5 9.7h6",
	columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
	chevron: "M6 4l4 4-4 4",
	copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
	plus: "M8 3v10M3 8h10",
	minus: "M3 8h10",
	fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
};

// The status shapes: each differs from the others without its colour.
const marks = {
	SUCCEEDED: ["disc", "M5 8.2l2.1 2.1L11 6"],
	FAILED: ["disc", "M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"],
	TIMED_OUT: ["ring", "M8 4.8V8l2 1.8"],
	ABORTED: ["square", "M5 8h6"],
	HELD: ["disc", "M6.4 5.4v5.2M9.6 5.4v5.2"],
	QUEUED: ["dots", ""],
	RUNNING: ["half", ""],
	caught: ["ring", "M10.4 5.6A3.2 3.2 0 1 0 11.2 8M11.4 4.4v2.2H9.2"],
	warn: ["triangle", "M8 6.3v3M8 11.3v.1"],
};

export function icon(name) {
	return frame("svg.icon", svg("path", { ...open, d: lines[name], "stroke-width": "1.4", "stroke-linejoin": "round", "stroke-linecap": "round" }));
}

const open = { fill: "none", stroke: "currentColor", "stroke-width": "1.6" };
const ring = { cx: 8, cy: 8, r: 5.9, ...open };
const shapes = {
	disc: () => svg("circle", { cx: 8, cy: 8, r: 6.5, fill: "currentColor" }),
	ring: () => svg("circle", ring),
	square: () => svg("rect", { x: 2.3, y: 2.3, width: 11.4, height: 11.4, rx: 2, ...open }),
	dots: () => svg("circle", { ...ring, "stroke-dasharray": "2.2 1.9" }),
	half: () => [svg("circle", ring), svg("path", { d: "M8 4.2a3.8 3.8 0 0 1 0 7.6z", fill: "currentColor" })],
	triangle: () => svg("path", { d: "M8 1.8 15 14H1z", fill: "currentColor", "stroke-linejoin": "round" }),
};

/// A filled or open shape with a sign in it.
export function mark(name) {
	const [shape, sign] = marks[name] ?? marks.QUEUED;
	const isFilled = shape === "disc" || shape === "triangle";
	return frame("svg.icon.mark", shapes[shape](), sign ? svg("path", { d: sign, class: isFilled ? "on-filled" : "on-open", fill: "none", "stroke-width": "1.7", "stroke-linecap": "round", "stroke-linejoin": "round" }) : null);
}

function frame(tag, ...content) {
	return svg(tag, { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", focusable: "false" }, content);
}
