// The names of workflows by the SHA-256 of their definitions, and definitions as machines, read once each.

import { api } from "./api.js";
import { shortHash } from "./format.js";
import { readMachine } from "./machine.js";

const names = new Map();
const definitions = new Map();
let listing = null;

export async function loadWorkflows({ signal, again = false } = {}) {
	if (listing === null || again) {
		listing = api.get("/workflows", { signal }).catch((error) => {
			listing = null;
			throw error;
		});
	}
	const { workflows } = await listing;
	for (const one of workflows) names.set(one.id, one.name);
	return workflows;
}

export function workflowName(id) {
	return names.get(id) ?? shortHash(id);
}

/// A definition by a name or a SHA-256: `{ name, id, current, definition, machine }`.
export async function loadDefinition(id, options) {
	if (definitions.has(id)) return definitions.get(id);
	const found = await api.get(`/workflows/${encodeURIComponent(id)}`, options);
	if (!names.has(found.id)) names.set(found.id, found.current ? found.name : `${found.name} (earlier)`);
	const result = { ...found, machine: readMachine(found.definition) };
	// What a hash names never changes; what a name names may.
	if (id === found.id) definitions.set(id, result);
	return result;
}
