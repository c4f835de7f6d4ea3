// The client of orderd's public API.

import { sentence } from "./format.js";

/// What a problem document (RFC 9457) tells, in sentences.
export class Problem extends Error {
	constructor(status, document) {
		super(sentence(document.detail ?? document.title ?? `The service answered ${status}`));
		this.status = status;
		this.type = String(document.type ?? "").split("/").pop();
		this.title = document.title ?? "";
		this.order = document.order;
		this.errors = document.errors ?? [];
		this.requestId = document.requestId;
	}
}

/// The service could not be reached.
export class Unreachable extends Error {
	constructor() {
		super("The service does not answer.");
	}
}

const listeners = new Set();
let key = null;
let reachable = true;
let signIn = null;
let askingForKey = null;

/// Who is signed in, as `GET /session` says: a name, how it is known, what it may do, and the token that a cookie needs.
export let session = { by: "nobody", name: null, scopes: [] };

export const access = {
	/// Who asks for a key when the service wants one: a function that answers a promise.
	askBy(ask) {
		signIn = ask;
	},
	async begin() {
		session = await api.get("/session");
	},
	/// Signs in with a key, which is kept as a cookie that no script can read, or by this page alone; throws when it is none.
	async take(text, isKept) {
		const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key: text }) };
		const response = await fetch("/session", isKept ? post : { headers: { Authorization: `Bearer ${text}` } });
		if (!response.ok) throw await problemOf(response);
		session = await response.json();
		key = isKept ? null : text;
	},
	async leave(everywhere) {
		if (session.by === "cookie" || everywhere) await api.remove(everywhere ? "/session?everywhere=true" : "/session");
		location.assign("/console/");
	},
};

export function may(scope) {
	return session.scopes.includes(scope);
}

export function onReachability(listener) {
	listeners.add(listener);
}

export function reached(is) {
	if (reachable === is) return;
	reachable = is;
	for (const listener of listeners) listener(is);
}

/// Sends a request and answers the response, whatever its status; asks for a key when the service wants one.
export async function request(method, path, { body, operator, headers = {}, signal } = {}) {
	const fields = { Accept: "application/json", ...headers };
	if (body !== undefined) fields["Content-Type"] ??= "application/json";
	const used = session;
	if (key !== null) fields.Authorization = `Bearer ${key}`;
	else if (method !== "GET" && session.csrfToken) fields["X-CSRF-Token"] = session.csrfToken;
	if (operator) fields["X-Operator"] = asHeader(operator);
	let response;
	try {
		response = await fetch(path, {
			method,
			headers: fields,
			body: body === undefined ? undefined : JSON.stringify(body),
			signal,
			cache: "no-store",
			credentials: "same-origin",
		});
	} catch (error) {
		if (error.name === "AbortError") throw error;
		reached(false);
		throw new Unreachable();
	}
	if (response.status === 502 || response.status === 504) {
		reached(false);
		throw new Unreachable();
	}
	reached(true);
	if (response.status === 401 && signIn) {
		const problem = await problemOf(response);
		// Who signed in meanwhile is not asked again.
		if (session === used) await (askingForKey ??= signIn(problem).finally(() => (askingForKey = null)));
		// What one person has begun is not done in the name of another.
		if (method !== "GET" && session.name !== used.name) throw new Problem(401, { detail: `nothing was done: you are ${session.name} now` });
		return request(method, path, { body, operator, headers, signal });
	}
	return response;
}

// fetch takes bytes of Latin-1 alone; these are the bytes of UTF-8.
function asHeader(text) {
	return String.fromCharCode(...new TextEncoder().encode(text.replace(/[\r\n]/g, " ").slice(0, 200)));
}

async function problemOf(response) {
	let document = {};
	try {
		document = JSON.parse(await response.text());
	} catch {
		// Whoever is between may answer something else than the service.
	}
	return new Problem(response.status, document);
}

async function answer(method, path, options) {
	const response = await request(method, path, options);
	if (!response.ok) throw await problemOf(response);
	if (response.status === 204) return null;
	return response.json();
}

export const api = {
	get: (path, options) => answer("GET", path, options),
	post: (path, body, options) => answer("POST", path, { ...options, body }),
	patch: (path, body, options) => answer("PATCH", path, { ...options, body }),
	remove: (path, body, options) => answer("DELETE", path, { ...options, body }),

	/// What a path answers, or the problem that it has.
	async orProblem(path, options) {
		try {
			return await answer("GET", path, options);
		} catch (error) {
			if (error instanceof Problem) return error;
			throw error;
		}
	},

	async text(path, options) {
		const response = await request("GET", path, { ...options, headers: { Accept: "text/plain" } });
		if (!response.ok) throw await problemOf(response);
		return response.text();
	},

	/// /health answers 503 when it fails, and is read all the same.
	async health(options) {
		const response = await request("GET", "/health", options);
		return response.json();
	},
};

/// A path with parameters; those that are empty are left out.
export function withQuery(path, parameters) {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		if (value !== undefined && value !== null && value !== "") query.set(name, value);
	}
	const text = query.toString();
	return text ? `${path}?${text}` : path;
}

export function orderPath(id, rest = "") {
	return `/orders/${encodeURIComponent(id)}${rest}`;
}

/// A number as it stands in the console's own paths, where a colon is no secret.
export function orderLink(id) {
	return `/console/orders/${encodeURIComponent(id).replace("%3A", ":")}`;
}
