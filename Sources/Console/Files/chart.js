// A line over the last minutes, with the newest value beside it.

import { h, svg } from "./dom.js";
import { clock } from "./format.js";

const WIDTH = 300;
const HEIGHT = 56;
const SPAN = 5 * 60_000;

/// `lines`: names, classes and values of samples with `at`; the scale begins at 0.
export function chart({ title, samples, lines, format, now = Date.now() }) {
	const from = now - SPAN;
	const shown = samples.filter((sample) => sample.at >= from - 4000);
	const most = niceCeiling(Math.max(0, ...shown.flatMap((sample) => lines.map((line) => line.value(sample)))));
	const x = (at) => Math.max(0, ((at - from) / SPAN) * WIDTH);
	const y = (value) => HEIGHT - 2 - (value / most) * (HEIGHT - 8);
	const last = shown.at(-1);
	return h("figure.chart",
		h("figcaption", h("span.chart-title", title),
			h("span.chart-values", lines.map((line) => h("span", { class: `chart-value ${line.look}` },
				lines.length > 1 ? h("span.swatch", { "aria-hidden": "true" }) : null,
				h("b", last ? format(line.value(last)) : "–"), line.unit ? ` ${line.unit}` : "")))),
		svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": describe(title, shown, lines, format) },
			[0.5, 1].map((part) => svg("line.chart-grid", { x1: 0, x2: WIDTH, y1: y(most * part), y2: y(most * part) })),
			svg("line.chart-base", { x1: 0, x2: WIDTH, y1: HEIGHT - 2, y2: HEIGHT - 2 }),
			shown.length > 1 ? lines.map((line) => drawn(shown, line, x, y)) : null),
		h("div.chart-axis", { "aria-hidden": "true" }, h("span", "5 min ago"), h("span", `up to ${format(most)}`), h("span", "now")));
}

function drawn(samples, line, x, y) {
	const points = samples.map((sample) => `${x(sample.at).toFixed(1)} ${y(line.value(sample)).toFixed(1)}`);
	const first = x(samples[0].at).toFixed(1);
	const last = x(samples.at(-1).at).toFixed(1);
	return [
		svg("path", { class: `chart-area ${line.look}`, d: `M${first} ${HEIGHT - 2}L${points.join("L")}L${last} ${HEIGHT - 2}Z` }),
		svg("path", { class: `chart-line ${line.look}`, d: `M${points.join("L")}`, "vector-effect": "non-scaling-stroke" }),
	];
}

function describe(title, samples, lines, format) {
	if (samples.length < 2) return `${title}: the first values come in a moment.`;
	const parts = lines.map((line) => {
		const values = samples.map(line.value);
		return `${line.name} ${format(values.at(-1))}, at most ${format(Math.max(...values))}`;
	});
	return `${title}, ${clock(samples[0].at)} to now: ${parts.join("; ")}.`;
}

function niceCeiling(value) {
	if (value <= 1) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value);
}

