// What keeps a page up to date: polling that rests while nobody looks, and server-sent events over fetch.

import { Problem, reached, request, Unreachable } from "./api.js";

/// Calls `work` at once and then every so many milliseconds until the signal; not while the page is hidden.
/// After a failure it comes again in doubling steps, so a service that starts is not stormed. Answers what makes it come at once.
export function poll(work, milliseconds, signal) {
	let timer = 0;
	let failures = 0;
	let busy = false;
	let isWanted = false;

	async function turn() {
		clearTimeout(timer);
		isWanted = busy;
		if (signal.aborted || busy || document.hidden) return;
		busy = true;
		try {
			await work(signal);
			failures = 0;
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof Unreachable || error instanceof Problem)) throw error;
			failures += 1;
		} finally {
			busy = false;
			if (!signal.aborted) timer = setTimeout(turn, isWanted ? 0 : Math.min(milliseconds * 2 ** Math.min(failures, 3), 10_000));
		}
	}

	const shown = () => !document.hidden && turn();
	document.addEventListener("visibilitychange", shown, { signal });
	signal.addEventListener("abort", () => clearTimeout(timer));
	turn();
	return turn;
}

/// Reads an event stream from an id on, and comes again where it broke off. EventSource cannot send a key, so it is not used.
export async function follow(path, { after = 0, onEvent, signal }) {
	let last = String(after);
	let pause = 1000;
	while (!signal.aborted) {
		try {
			await whileHidden(signal);
			const headers = { Accept: "text/event-stream" };
			if (last !== "0") headers["Last-Event-ID"] = last;
			const response = await request("GET", path, { headers, signal });
			if (response.status === 204 || !response.ok) return;
			pause = 1000;
			for await (const event of events(response.body)) {
				if (event.id) last = event.id;
				onEvent(event);
				if (event.name === "end") return;
			}
		} catch (error) {
			if (signal.aborted) return;
			reached(error instanceof Problem);
		}
		await sleep(pause, signal);
		pause = Math.min(pause * 2, 10_000);
	}
}

async function* events(body) {
	const reader = body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = "";
	for (;;) {
		const { value, done } = await reader.read();
		if (done) return;
		rest += value;
		const blocks = rest.split("\n\n");
		rest = blocks.pop();
		for (const block of blocks) {
			const event = { name: "message", data: "", id: "" };
			for (const line of block.split("\n")) {
				if (line.startsWith("data:")) event.data += line.slice(5).trimStart();
				else if (line.startsWith("event:")) event.name = line.slice(6).trim();
				else if (line.startsWith("id:")) event.id = line.slice(3).trim();
			}
			if (event.data) yield event;
		}
	}
}

function whileHidden(signal) {
	if (!document.hidden) return Promise.resolve();
	return new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true, signal }));
}

function sleep(milliseconds, signal) {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal?.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
	});
}
