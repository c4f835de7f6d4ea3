// Samples of the queue and of the counters, shared by the shell and the page of what happens now.

import { api } from "./api.js";
import { poll } from "./live.js";

const FAST = 2000;
const KEPT = 180;

const listeners = new Set();
const samples = [];
let queue = null;
let health = null;
let counters = null;
let turns = 0;

/// Polls for as long as the console is open; the health only every fifth time, since it asks the disk.
export function startMonitor() {
	const again = poll(async (signal) => {
		const asked = [api.get("/queue", { signal }), api.text("/metrics", { signal })];
		if (turns % 5 === 0) asked.push(api.health({ signal }));
		turns += 1;
		const [freshQueue, text, freshHealth] = await Promise.all(asked);
		queue = freshQueue;
		health = freshHealth ?? health;
		take(readMetrics(text));
		for (const listener of listeners) listener();
	}, FAST, new AbortController().signal);
	// A rate needs two samples; the first comes soon.
	setTimeout(again, 700);
}

export const monitor = {
	get queue() {
		return queue;
	},
	get health() {
		return health;
	},
	get counters() {
		return counters;
	},
	samples,
	/// Tells the listener of each new sample until the signal.
	listen(listener, signal) {
		listeners.add(listener);
		signal.addEventListener("abort", () => listeners.delete(listener));
		if (queue) listener();
	},
};

/// A sample of Prometheus' text format: sums by name, and by name and one label.
export function readMetrics(text) {
	const series = [];
	for (const line of text.split("\n")) {
		if (line === "" || line.startsWith("#") || line.includes("_bucket{")) continue;
		const match = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line);
		if (match) series.push({ name: match[1], labels: match[2] ?? "", value: Number(match[3]) });
	}
	return {
		at: performance.now(),
		sum: (name, ...parts) => series
			.filter((one) => one.name === name && parts.every((part) => one.labels.includes(part)))
			.reduce((total, one) => total + one.value, 0),
	};
}

function take(fresh) {
	const before = counters;
	counters = fresh;
	if (!before) return;
	const seconds = (fresh.at - before.at) / 1000;
	if (seconds <= 0) return;
	// A counter that is smaller than before is of a service that has started again.
	const perSecond = (name, ...parts) => Math.max(0, fresh.sum(name, ...parts) - before.sum(name, ...parts)) / seconds;
	samples.push({
		at: Date.now(),
		accepted: perSecond("orderd_orders_accepted_total"),
		succeeded: perSecond("orderd_orders_ended_total", 'status="SUCCEEDED"'),
		failing: perSecond("orderd_orders_ended_total", 'status="FAILED"') + perSecond("orderd_orders_ended_total", 'status="TIMED_OUT"'),
		backlog: queue.backlog,
		inFlight: queue.inFlight,
		oldest: queue.oldestAgeSeconds,
	});
	if (samples.length > KEPT) samples.shift();
}
