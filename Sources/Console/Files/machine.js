// A definition in the Amazon States Language as states and the ways between them.

/// `{ startAt, states: [{ name, type, definition, ways, machines, ends }] }`; a Parallel's branches and a Map's processor are machines.
export function readMachine(definition) {
	const states = Object.entries(definition?.States ?? {}).map(([name, state]) => ({
		name,
		type: state.Type ?? "?",
		definition: state,
		ways: waysOf(state),
		machines: machinesOf(state),
		ends: state.End === true || state.Type === "Succeed",
	}));
	return { startAt: definition?.StartAt, states };
}

/// The states at whatever depth.
export function allStates(machine) {
	return machine.states.flatMap((state) => [state, ...state.machines.flatMap(allStates)]);
}

/// A state by its name, which AWS lets stand once in a whole definition.
export function findState(machine, name) {
	return allStates(machine).find((state) => state.name === name) ?? null;
}

function machinesOf(state) {
	if (state.Type === "Parallel") return (state.Branches ?? []).map(readMachine);
	if (state.Type === "Map") {
		const processor = state.ItemProcessor ?? state.Iterator;
		return processor ? [readMachine(processor)] : [];
	}
	return [];
}

// Several ways between the same two states are one, with all their labels.
function waysOf(state) {
	const ways = [];
	const add = (to, kind, label) => {
		if (typeof to !== "string") return;
		const same = ways.find((way) => way.to === to && way.kind === kind);
		if (same) same.labels.push(label);
		else ways.push({ to, kind, labels: label ? [label] : [] });
	};
	if (state.Next) add(state.Next, "next", "");
	for (const rule of state.Choices ?? []) add(rule.Next, "choice", ruleText(rule));
	if (state.Default) add(state.Default, "default", "otherwise");
	for (const one of state.Catch ?? []) add(one.Next, "catch", (one.ErrorEquals ?? []).join(", "));
	return ways;
}

const OPERATORS = [
	[/GreaterThanEquals(Path)?$/, "≥"], [/LessThanEquals(Path)?$/, "≤"], [/GreaterThan(Path)?$/, ">"],
	[/LessThan(Path)?$/, "<"], [/Matches$/, "like"], [/Equals(Path)?$/, "="],
];

/// A choice rule as a short text: `$.kind = "digital"`.
function ruleText(rule) {
	if (typeof rule.Condition === "string") return rule.Condition.replace(/^\{%\s*|\s*%\}$/g, "");
	if (rule.And) return rule.And.map(inner).join(" and ");
	if (rule.Or) return rule.Or.map(inner).join(" or ");
	if (rule.Not) return `not ${inner(rule.Not)}`;
	for (const [name, value] of Object.entries(rule)) {
		if (name.startsWith("Is")) return `${rule.Variable} ${value === false ? "is not" : "is"} ${name.slice(2).toLowerCase()}`;
		const operator = OPERATORS.find(([form]) => form.test(name));
		if (operator) return `${rule.Variable} ${operator[1]} ${name.endsWith("Path") ? value : JSON.stringify(value)}`;
	}
	return "";
}

function inner(rule) {
	const text = ruleText(rule);
	return rule.And || rule.Or ? `(${text})` : text;
}

/// What a state does, in a few words under its name.
export function stateSummary(state) {
	const { definition: d, type } = state;
	switch (type) {
		case "Task": return taskName(d.Resource);
		case "Wait": return waitText(d);
		case "Fail": return d.Error ?? d.ErrorPath ?? "Fail";
		case "Map": return "for each item";
		case "Parallel": return `${state.machines.length} branches`;
		default: return type;
	}
}

function taskName(resource = "") {
	const parts = String(resource).split(":");
	if (parts[2] === "lambda") return parts[6] ?? "function";
	if (parts.includes("activity")) return `activity ${parts.at(-1)}`;
	return parts.slice(5).join(" ") || resource;
}

function waitText(d) {
	if (d.Seconds !== undefined) return typeof d.Seconds === "number" ? `Wait ${d.Seconds} s` : "Wait";
	if (d.SecondsPath) return `Wait ${d.SecondsPath} s`;
	return `Wait until ${d.Timestamp ?? d.TimestampPath ?? "…"}`;
}
