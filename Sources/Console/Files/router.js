// The address bar holds the view: paths below /console/ are pages, their queries are the pages' state.

import { h, replace } from "./dom.js";

const BASE = "/console";
const routes = [];
let current = null;
let isFirst = true;
let shown = "";
let outlet = null;
let onChange = () => {};

export function route(pattern, load) {
	const names = [];
	const source = pattern.replace(/:(\w+)/g, (_, name) => (names.push(name), "([^/]+)"));
	routes.push({ expression: new RegExp(`^${source}/?$`), names, load });
}

/// What a page gets: a root to draw in, the path's parts, the query, and a signal that ends with it.
class View {
	constructor(root, parts, query, signal) {
		Object.assign(this, { root, parts, query, signal });
	}

	title(text) {
		document.title = `${text} · orderd`;
	}

	/// Puts the page's state into the address bar without a step in the browser's history.
	keepQuery(values) {
		for (const [name, value] of Object.entries(values)) {
			if (value === null || value === undefined || value === "") this.query.delete(name);
			else this.query.set(name, value);
		}
		const text = this.query.toString();
		shown = location.pathname + (text ? `?${text}` : "");
		history.replaceState(null, "", location.pathname + (text ? `?${text}` : "") + location.hash);
	}
}

export function start(main, changed) {
	outlet = main;
	onChange = changed;
	// A step to a place within the page is no new view.
	addEventListener("popstate", () => location.pathname + location.search !== shown && show());
	document.addEventListener("click", (event) => {
		if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
		const link = event.target.closest?.("a[href]");
		if (!link || link.target || link.origin !== location.origin || !link.pathname.startsWith(`${BASE}/`)) return;
		if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
		event.preventDefault();
		go(link.pathname + link.search);
	});
	show();
}

export function go(address) {
	if (address === location.pathname + location.search) return show();
	history.pushState(null, "", address);
	show();
	scrollTo(0, 0);
}

async function show() {
	current?.abort();
	current = new AbortController();
	const { signal } = current;
	shown = location.pathname + location.search;
	const path = location.pathname.slice(BASE.length) || "/";
	const found = routes.map((entry) => [entry, entry.expression.exec(path)]).find(([, match]) => match);
	const root = h("div.page");
	replace(outlet, root);
	onChange(path);
	if (!found) return notFound(root);
	const [entry, match] = found;
	const parts = Object.fromEntries(entry.names.map((name, index) => [name, decoded(match[index + 1])]));
	let page = null;
	while (!page && !signal.aborted) {
		// The service may be away just now.
		page = await entry.load().catch(() => new Promise((resolve) => setTimeout(resolve, 1000)));
	}
	if (signal.aborted) return;
	const view = new View(root, parts, new URLSearchParams(location.search), signal);
	page.default(view);
	// A screen reader begins to read at the heading of the page that came.
	if (!isFirst) root.querySelector("h1")?.focus({ preventScroll: true });
	isFirst = false;
}

function decoded(part) {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

function notFound(root) {
	document.title = "Not found · orderd";
	root.append(
		h("h1", { tabindex: "-1" }, "There is no such page"),
		h("p", "The address names no page of the console. ", h("a", { href: "/console/" }, "Go to what happens now"), "."),
	);
}
