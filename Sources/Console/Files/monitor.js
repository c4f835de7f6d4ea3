// The queue, the health, the counters and the last hour's rates, shared by the shell and the page of what happens now.

import { api } from "./api.js";
import { poll } from "./live.js";

const FAST = 2000;

const listeners = new Set();
let queue = null;
let health = null;
let counters = null;
let samples = [];
let turns = 0;

/// Polls for as long as the console is open; health and rates only every fifth time: one asks the disk, the others are as far apart.
export function startMonitor() {
	poll(async (signal) => {
		const asked = [api.get("/queue", { signal }), api.text("/metrics", { signal })];
		if (turns % 5 === 0) asked.push(api.health({ signal }), api.get("/rates?minutes=60", { signal }));
		turns += 1;
		const [freshQueue, text, freshHealth, rates] = await Promise.all(asked);
		queue = freshQueue;
		counters = readMetrics(text);
		health = freshHealth ?? health;
		samples = rates?.samples.map((one) => ({ ...one, at: Date.parse(one.at) })) ?? samples;
		for (const listener of listeners) listener();
	}, FAST, new AbortController().signal);
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
	get samples() {
		return samples;
	},
	/// Tells the listener of each new sample until the signal.
	listen(listener, signal) {
		listeners.add(listener);
		signal.addEventListener("abort", () => listeners.delete(listener));
		if (queue) listener();
	},
};

/// A sample of Prometheus' text format: sums by name, and by name and one label.
function readMetrics(text) {
	const series = [];
	for (const line of text.split("\n")) {
		if (line === "" || line.startsWith("#") || line.includes("_bucket{")) continue;
		const match = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line);
		if (match) series.push({ name: match[1], labels: match[2] ?? "", value: Number(match[3]) });
	}
	return {
		sum: (name, ...parts) => series
			.filter((one) => one.name === name && parts.every((part) => one.labels.includes(part)))
			.reduce((total, one) => total + one.value, 0),
	};
}
