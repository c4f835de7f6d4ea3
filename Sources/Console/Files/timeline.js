// An order's story to scale: waits, visits, attempts and sends as bars over one time axis.

import { clock, duration, faint, h, lookOf, remark, statusWord } from "./kit.js";

const MOST_ROWS = 120;
const FOLD_PART = 0.18;
const FOLDED = 0.06;

/// Rows of `{ key, label, note, depth, from, to, look, bars, state }` from an order with its execution.
function timelineRows(order, execution, now) {
	const begun = Date.parse(order.createdAt);
	const started = order.startedAt ? Date.parse(order.startedAt) : null;
	const rows = order.createdAt === undefined ? [] : [{
		key: "queue", label: "In the queue", depth: 0, from: begun, to: started ?? now, open: started === null, status: "wait",
		note: order.dueAt && started === null && Date.parse(order.dueAt) > now ? `due ${clock(order.dueAt)}` : "",
		bars: [{ from: begun, to: started ?? now, look: "wait" }],
	}];
	for (const visit of execution.visits) rows.push(visitRow(visit, now));
	for (const delivery of order.deliveries ?? []) placeDelivery(rows, deliveryRow(delivery, now));
	return rows;
}

function visitRow(visit, now) {
	const to = visit.exited ?? now;
	const item = visit.iteration === null || visit.iteration === undefined ? "" : ` · item ${visit.iteration}`;
	return {
		key: `visit ${visit.id}`, label: visit.name + item, depth: visit.depth, from: visit.entered, to, open: visit.isOpen,
		status: visit.status, state: visit.name, visit: visit.id, isVisit: true,
		note: visit.attempts.length > 1 ? `${visit.attempts.length} attempts` : "",
		bars: barsOf(visit, to),
	};
}

// Attempts are solid, and what lies between them is a wait.
function barsOf(visit, to) {
	if (visit.type === "Wait") return [{ from: visit.entered, to, look: visit.isOpen || visit.status === "succeeded" ? "wait" : lookOf(visit.status) }];
	if (visit.attempts.length < 2) return [{ from: visit.entered, to, look: lookOf(visit.status) }];
	const bars = [{ from: visit.entered, to, look: "wait" }];
	for (const attempt of visit.attempts) {
		const look = attempt.outcome === "running" ? lookOf(visit.status) : lookOf(attempt.outcome);
		bars.push({ from: attempt.begun, to: attempt.ended ?? to, look, title: attempt.error ? `failed: ${attempt.error}` : attempt.outcome });
	}
	return bars;
}

function deliveryRow(delivery, now) {
	const from = Date.parse(delivery.intendedAt);
	const to = delivery.concludedAt ? Date.parse(delivery.concludedAt) : now;
	return {
		key: `delivery ${delivery.id}`, label: `${delivery.kind}: ${delivery.name}`, depth: 1, from, to, open: !delivery.concludedAt,
		status: delivery.status, state: delivery.state, isDelivery: true,
		note: delivery.attempts > 1 ? `${delivery.attempts} attempts` : "",
		bars: [{ from, to, look: lookOf(delivery.status) }],
	};
}

// A send stands below the visit of its state in which it began.
function placeDelivery(rows, row) {
	const place = rows.findLastIndex((one) => one.isVisit && one.state === row.state && one.from <= row.from + 1);
	if (place < 0) return rows.push(row);
	row.depth = rows[place].depth + 1;
	let after = place + 1;
	while (rows[after]?.isDelivery) after += 1;
	rows.splice(after, 0, row);
}

/// From a time to a part of the width. Folded, long stretches in which nothing begins or ends take little room.
function timeScale(rows, isFolded, marks) {
	const from = Math.min(...rows.map((row) => row.from));
	const to = Math.max(...rows.map((row) => row.to), ...marks, from + 1);
	if (!isFolded) return { from, to, gaps: [], place: (time) => (time - from) / (to - from) };
	const times = [...new Set(rows.flatMap((row) => row.bars.flatMap((bar) => [bar.from, bar.to])).concat(marks))].sort((a, b) => a - b);
	const gaps = [];
	for (let index = 1; index < times.length; index += 1) {
		if (times[index] - times[index - 1] > FOLD_PART * (to - from)) gaps.push({ from: times[index - 1], to: times[index] });
	}
	const folded = gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0);
	const room = Math.max(0.2, 1 - gaps.length * FOLDED);
	const rest = Math.max(1, to - from - folded);
	const place = (time) => {
		let position = 0;
		let last = from;
		for (const gap of gaps) {
			if (time <= gap.from) break;
			position += ((gap.from - last) / rest) * room;
			position += time >= gap.to ? FOLDED : (FOLDED * (time - gap.from)) / (gap.to - gap.from);
			last = Math.min(gap.to, time);
		}
		return position + (Math.max(0, time - last) / rest) * room;
	};
	const whole = place(to);
	return { from, to, gaps, place: (time) => place(time) / whole };
}

export function timeline(order, execution, { now, isFolded, selected, onSelect, redrives = [] }) {
	const all = timelineRows(order, execution, now);
	const rows = all.length > MOST_ROWS ? [...all.slice(0, MOST_ROWS - 20), ...all.slice(-20)] : all;
	const scale = timeScale(all, isFolded, redrives);
	return h("div.timeline",
		axis(scale),
		h("ol.timeline-rows", rows.map((row) => rowElement(row, scale, selected, onSelect)), redrives.map((time, index) =>
			h("li.timeline-mark", { key: `redrive ${index}` }, h("span.timeline-label", "Redriven"), track([], scale, time), h("span.timeline-time", clock(time))))),
		rows.length < all.length ? remark(`${all.length - rows.length} rows between are left out; the history below has all of them.`) : null);
}

function rowElement(row, scale, selected, onSelect) {
	const took = row.open ? `${duration(row.to - row.from)} so far` : duration(row.to - row.from);
	const says = `${row.label}: ${row.status === "wait" ? "waiting" : statusWord(row.status).toLowerCase()}, ${took}${row.note ? `, ${row.note}` : ""}`;
	const isChosen = row.isVisit && selected?.visit === row.visit;
	return h("li", { key: row.key, class: `${row.isDelivery ? "is-delivery" : ""} ${isChosen ? "chosen" : ""}` },
		row.state && onSelect
			? h("button.timeline-label", { style: { "padding-left": `${8 + Math.min(row.depth, 6) * 12}px` }, title: says, label: says, onclick: () => onSelect(row.state, row.visit) }, row.label)
			: h("span.timeline-label", { style: { "padding-left": "8px" }, title: says }, row.label),
		track(row.bars, scale),
		h("span.timeline-time", took, row.note ? faint(` · ${row.note}`) : null));
}

function track(bars, scale, at = null) {
	const per = (part) => `${(part * 100).toFixed(3)}%`;
	return h("span.timeline-track", { "aria-hidden": "true" },
		scale.gaps.map((gap) => h("span.timeline-gap", { style: { left: per(scale.place(gap.from)), width: per(scale.place(gap.to) - scale.place(gap.from)) } })),
		bars.map((bar) => h("span", {
			class: `bar look-${bar.look}`, title: bar.title,
			style: { left: per(scale.place(bar.from)), width: per(Math.max(0, scale.place(bar.to) - scale.place(bar.from))) },
		})),
		at === null ? null : h("span.timeline-tick", { style: { left: per(scale.place(at)) } }));
}

function axis(scale) {
	const span = scale.to - scale.from;
	const marks = scale.gaps.length === 0
		? [0, 0.25, 0.5, 0.75, 1].map((part) => ({ part, text: part === 0 ? clock(scale.from) : `+${duration(span * part)}` }))
		: foldedMarks(scale);
	return h("div.timeline-axis", { "aria-hidden": "true" }, h("span"), h("span.timeline-scale",
		marks.map(({ part, text }) => h("span", { class: part > 0.94 ? "at-end" : "", style: { left: `${(part * 100).toFixed(2)}%` } }, text))), h("span"));
}

function foldedMarks(scale) {
	const marks = [{ part: 0, text: clock(scale.from) }];
	for (const gap of scale.gaps) {
		const part = (scale.place(gap.from) + scale.place(gap.to)) / 2;
		if (part - marks.at(-1).part > 0.1) marks.push({ part, text: `⋯ ${duration(gap.to - gap.from)}` });
	}
	if (1 - marks.at(-1).part > 0.16) marks.push({ part: 1, text: `+${duration(scale.to - scale.from)}` });
	return marks;
}
