// What an execution did, read from its history events: which states it visited, for how long, with which attempts.

/// One stay in a state. `parent` is the Parallel or Map visit around it, `iteration` which of a Map's items it worked on.
class Visit {
	constructor(name, type, event, parent, iteration) {
		Object.assign(this, { name, type, parent, iteration, entered: at(event), input: event.stateEnteredEventDetails?.input });
		this.id = event.id;
		this.exited = null;
		this.status = "running";
		this.attempts = [];
		this.children = [];
	}

	get depth() {
		return this.parent ? this.parent.depth + 1 : 0;
	}

	end(time, status) {
		if (this.exited === null) this.exited = time;
		this.status = status;
	}

	get isOpen() {
		return this.exited === null;
	}
}

const at = (event) => event.timestamp * 1000;
const DETAILS = /EventDetails$/;

export function detailsOf(event) {
	const name = Object.keys(event).find((key) => DETAILS.test(key));
	return name ? event[name] : {};
}

/// Reads events in their order. `order` tells how open visits stand: running, held or stopped.
export function readExecution(events, order) {
	const reading = new Reading();
	for (const event of events) reading.take(event);
	reading.finish(order);
	return reading.result;
}

class Reading {
	constructor() {
		this.context = new Map();
		this.visits = [];
		this.moves = [];
		this.redrives = [];
		this.ended = null;
		this.entrances = new Set();
	}

	take(event) {
		const before = this.context.get(event.previousEventId) ?? { visit: null, iteration: null };
		const after = this.place(event, before);
		this.context.set(event.id, after);
	}

	place(event, before) {
		const { type } = event;
		if (type.endsWith("StateEntered")) return this.enter(event, before);
		if (type.endsWith("StateExited")) return this.exit(event, before);
		if (type === "MapIterationStarted") return { visit: this.container(before.visit, "Map"), iteration: event.mapIterationStartedEventDetails?.index ?? 0, inside: true };
		if (type === "MapIterationSucceeded" || type === "MapIterationFailed" || type === "MapIterationAborted") {
			return { visit: this.container(before.visit, "Map"), iteration: null };
		}
		if (type === "ParallelStateStarted" || type === "MapStateStarted") return { ...before, inside: true };
		if (type === "ParallelStateFailed" || type === "MapStateFailed") return this.failContainer(event, before);
		if (type === "ParallelStateSucceeded" || type === "MapStateSucceeded") {
			return { visit: this.container(before.visit, type.startsWith("Map") ? "Map" : "Parallel"), iteration: null };
		}
		if (type.startsWith("Execution")) return this.execution(event, before);
		this.attempt(event, before.visit);
		return before;
	}

	enter(event, before) {
		const name = event.stateEnteredEventDetails.name;
		const type = event.type.slice(0, -"StateEntered".length);
		const sibling = before.inside ? null : before.visit;
		const parent = before.inside ? before.visit : before.visit?.parent ?? null;
		const iteration = before.inside ? before.iteration : before.visit?.iteration ?? null;
		const visit = new Visit(name, type, event, parent, iteration);
		if (parent) parent.children.push(visit);
		if (sibling) this.moves.push([sibling, visit]);
		else this.entrances.add(visit);
		if (type === "Fail") visit.end(at(event), "failed");
		this.visits.push(visit);
		return { visit, iteration };
	}

	exit(event, before) {
		const details = event.stateExitedEventDetails ?? {};
		let visit = before.visit;
		while (visit && (visit.name !== details.name || !visit.isOpen)) visit = visit.parent;
		visit ??= this.visits.findLast((one) => one.name === details.name && one.isOpen);
		if (!visit) return before;
		visit.output = details.output;
		visit.end(at(event), visit.failed ? "caught" : "succeeded");
		return { visit, iteration: visit.iteration };
	}

	container(visit, type) {
		let place = visit;
		while (place && !(place.type === type && place.isOpen)) place = place.parent;
		return place ?? visit;
	}

	failContainer(event, before) {
		const visit = this.container(before.visit, event.type.startsWith("Map") ? "Map" : "Parallel");
		if (!visit) return before;
		Object.assign(visit, { failed: true, ...fault(detailsOf(event)) });
		this.stopInside(visit, at(event));
		return { visit, iteration: visit.iteration };
	}

	stopInside(visit, time) {
		for (const child of visit.children) {
			if (child.isOpen) child.end(time, child.failed ? "failed" : "stopped");
			this.stopInside(child, time);
		}
	}

	execution(event, before) {
		const time = at(event);
		switch (event.type) {
			case "ExecutionRedriven":
				this.redrives.push(time);
				this.ended = null;
				// It goes on in the state where it failed.
				return { visit: before.visit ?? this.visits.at(-1) ?? null, iteration: before.visit?.iteration ?? null };
			case "ExecutionFailed":
			case "ExecutionTimedOut":
				this.close(before.visit, time, "failed", detailsOf(event));
				break;
			case "ExecutionAborted":
				this.close(null, time, "stopped", {});
				break;
		}
		if (event.type !== "ExecutionStarted") this.ended = { time, type: event.type, ...detailsOf(event) };
		return before;
	}

	close(culprit, time, status, details) {
		for (let visit = culprit; visit; visit = visit.parent) {
			if (visit.isOpen || visit === culprit) {
				visit.end(time, status);
				if (visit === culprit) Object.assign(visit, fault(details));
			}
		}
		for (const visit of this.visits) if (visit.isOpen) visit.end(time, "stopped");
	}

	attempt(event, visit) {
		if (!visit) return;
		const time = at(event);
		const last = visit.attempts.at(-1);
		if (event.type.endsWith("Scheduled")) {
			// A redrive takes the failed state up again.
			if (!visit.isOpen) Object.assign(visit, { exited: null, status: "running" });
			visit.attempts.push({ begun: time, ended: null, outcome: "running", what: detailsOf(event) });
		} else if (event.type.endsWith("Succeeded") && last) {
			Object.assign(last, { ended: time, outcome: "succeeded" });
			visit.failed = false;
		} else if (/(Failed|TimedOut)$/.test(event.type)) {
			const entry = last ?? { begun: visit.entered };
			if (!last) visit.attempts.push(entry);
			Object.assign(entry, { ended: time, outcome: "failed", ...fault(detailsOf(event)) });
			Object.assign(visit, { failed: true, ...fault(detailsOf(event)) });
		}
	}

	finish(order) {
		for (const visit of this.visits) {
			if (!visit.isOpen || !order) continue;
			if (order.status === "HELD" && (visit.name === order.state || visit.children.length > 0)) visit.status = "held";
		}
	}

	get result() {
		return {
			visits: inTreeOrder(this.visits),
			moves: this.moves,
			entrances: this.entrances,
			redrives: this.redrives,
			ended: this.ended,
			byState: byState(this.visits),
		};
	}
}

// What is inside a Parallel or a Map follows it, each item's visits together.
function inTreeOrder(visits) {
	const ordered = [];
	const add = (visit) => {
		ordered.push(visit);
		[...visit.children].sort((a, b) => (a.iteration ?? 0) - (b.iteration ?? 0) || a.id - b.id).forEach(add);
	};
	visits.filter((visit) => !visit.parent).forEach(add);
	return ordered;
}

function fault(details) {
	return details.error === undefined && details.cause === undefined ? {} : { error: details.error, cause: details.cause };
}

// A state's status is that of its newest visit, unless one of them still goes on or has failed in a Map beside others.
const WEIGHT = { running: 5, held: 4, failed: 3, stopped: 2, caught: 1, succeeded: 0 };

function byState(visits) {
	const states = new Map();
	for (const visit of visits) {
		const entry = states.get(visit.name) ?? { visits: [], status: visit.status };
		entry.visits.push(visit);
		const sameRound = visit.iteration !== null && WEIGHT[entry.status] > WEIGHT[visit.status];
		if (!sameRound) entry.status = visit.status;
		states.set(visit.name, entry);
	}
	return states;
}
