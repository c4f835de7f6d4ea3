// A line over the last minutes or the last hour, with the newest value beside it.

import { h, rounded, svg } from "./dom.js";
import { clock, roughly } from "./format.js";

const WIDTH = 300;
const HEIGHT = 56;
const SPAN_AT_LEAST = 5 * 60_000;

/// `value` of a sample is what is drawn, in the colours of `look`; the scale begins at 0.
export function chart({ title, samples, value, unit, look, format, now = Date.now() }) {
	const span = Math.max(SPAN_AT_LEAST, now - (samples[0]?.at ?? now));
	const values = samples.map(value);
	const most = niceCeiling(Math.max(0, ...values));
	const x = (at) => rounded(WIDTH - ((now - at) / span) * WIDTH);
	const y = (height) => rounded(HEIGHT - 2 - (height / most) * (HEIGHT - 8));
	const line = samples.map((sample, index) => `${x(sample.at)} ${y(values[index])}`).join("L");
	const words = samples.length < 2 ? "the first values come in a moment" : `${clock(samples[0].at)} to now: ${format(values.at(-1))}, at most ${format(Math.max(...values))}`;
	const rule = (look, height) => svg("line", { class: look, x1: 0, x2: WIDTH, y1: height, y2: height });
	return h("figure", { key: title, class: `chart ${look}` },
		h("figcaption", h("span.faint", title), h("span.chart-value", h("b", values.length > 0 ? format(values.at(-1)) : "–"), ` ${unit}`)),
		svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", label: `${title}, ${words}.` },
			rule("chart-grid", y(most / 2)), rule("chart-grid", y(most)), rule("chart-base", HEIGHT - 2),
			samples.length < 2 ? null : [
				svg("path.chart-area", { d: `M${x(samples[0].at)} ${HEIGHT - 2}L${line}L${x(samples.at(-1).at)} ${HEIGHT - 2}Z` }),
				svg("path.chart-line", { d: `M${line}`, "vector-effect": "non-scaling-stroke" })]),
		h("div.chart-axis", { "aria-hidden": "true" }, h("span", `${roughly(span / 1000)} ago`), h("span", `up to ${format(most)}`), h("span", "now")));
}

function niceCeiling(value) {
	if (value <= 1) return 1;
	const power = 10 ** Math.floor(Math.log10(value));
	return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value);
}
