// The shell around every page: navigation, search, theme, keys, sign-in, and whether the service can be reached.

import { access, api, hasRoute, onReachability, orderLink, orderPath, withQuery } from "./api.js";
import { modal, toast } from "./dialogs.js";
import { freshID, h, render, replace, say } from "./dom.js";
import { icon } from "./icons.js";
import { monitor, startMonitor } from "./monitor.js";
import { go, route, start } from "./router.js";
import { remember, remembered } from "./settings.js";

const pages = [
	{ path: "/", key: "n", name: "Now", icon: "now", load: () => import("./pages/now-page.js") },
	{ path: "/orders", key: "o", name: "Orders", icon: "orders", load: () => import("./pages/orders-page.js") },
	{ path: "/failed", key: "f", name: "Failed and held", icon: "failed", load: () => import("./pages/failed-page.js") },
	{ path: "/deliveries", key: "d", name: "Deliveries", icon: "deliveries", load: () => import("./pages/deliveries-page.js") },
	{ path: "/tasks", key: "t", name: "Open tasks", icon: "tasks", load: () => import("./pages/tasks-page.js") },
	{ path: "/workflows", key: "w", name: "Workflows", icon: "workflows", load: () => import("./pages/workflows-page.js") },
	{ path: "/schedules", key: "s", name: "Schedules", icon: "schedules", load: () => import("./pages/schedules-page.js") },
	{ path: "/suppressions", key: "p", name: "Suppression list", icon: "suppressions", load: () => import("./pages/suppressions-page.js") },
	{ path: "/mailbox", key: "m", name: "Sandbox mailbox", icon: "mailbox", load: () => import("./pages/mailbox-page.js") },
];

for (const page of pages) route(page.path, page.load);
route("/orders/:id", () => import("./pages/order-page.js"));
route("/workflows/:id", () => import("./pages/workflow-page.js"));

let shownPath = "/";
let awaitsPage = false;
const THEMES = { auto: "As the system", light: "Light", dark: "Dark" };
const navigation = h("nav", { id: "navigation", class: "navigation", "aria-label": "Pages" });
const main = h("main", { id: "main", tabindex: "-1" });
const banner = h("div.banner", { role: "status" });
const menu = h("button", { class: "icon-button menu", "aria-controls": "navigation", "aria-expanded": "false", "aria-label": "Pages", onclick: () => openMenu(menu.getAttribute("aria-expanded") !== "true") }, icon("menu"));
const search = searchField();
// The key is kept by this page alone, so a fresh page has none.
const leave = h("button.icon-button", { hidden: true, "aria-label": "Sign out", title: "Sign out", onclick: () => location.reload() }, icon("leave"));
const themeButton = h("button", { class: "icon-button", onclick: nextTheme }, icon("theme"));

replace(document.getElementById("shell"),
	h("header.top",
		menu,
		h("a.brand", { href: "/console/" }, h("img", { src: "/console/icon.svg", alt: "", width: "20", height: "20" }), "orderd"),
		search.element,
		h("div.top-buttons",
			h("button", { class: "icon-button", "aria-label": "Keys", title: "Keys (?)", onclick: showKeys }, icon("keyboard")),
			themeButton, leave)),
	navigation, h("div.content", banner, main));

access.askBy(askForKey);
onReachability((is) => {
	replace(banner, is ? null : h("p.note.warn", h("span.spinner", { "aria-hidden": "true" }), "The service does not answer. What you see is how it was; the console goes on by itself as soon as it is back."));
	if (is) say("The service answers again.");
});
showTheme();
showNavigation("/");
start(main, (path) => {
	openMenu(false);
	showNavigation(path);
});
monitor.listen(() => showNavigation(), new AbortController().signal);
startMonitor();
document.addEventListener("keydown", onKey);

function showNavigation(path) {
	if (path !== undefined) shownPath = path;
	const queue = monitor.queue;
	const counts = {
		"/failed": queue ? [queue.held, "held"] : null,
		"/deliveries": queue ? [queue.uncertainDeliveries, "uncertain"] : null,
	};
	render(navigation, h("ul", pages.map((page) => {
		const isHere = page.path === "/" ? shownPath === "/" : shownPath === page.path || shownPath.startsWith(`${page.path}/`);
		const [count, what] = counts[page.path] ?? [0, ""];
		return h("li", { key: page.path }, h("a", { href: `/console${page.path === "/" ? "/" : page.path}`, "aria-current": isHere ? "page" : null },
			icon(page.icon), h("span", page.name),
			count > 0 ? h("span.badge", String(count), h("span.visually-hidden", ` ${what}`)) : null));
	})));
}

function openMenu(open) {
	menu.setAttribute("aria-expanded", String(open));
	document.getElementById("shell").classList.toggle("menu-open", open);
}

function searchField() {
	const id = freshID("search");
	const input = h("input", { id, type: "search", placeholder: "Order number", autocomplete: "off", spellcheck: "false", enterkeyhint: "go" });
	const answer = h("p.search-answer", { role: "status" });
	const element = h("form.search", { role: "search", onsubmit: (event) => (event.preventDefault(), find(input, answer)) },
		h("label", { for: id, class: "visually-hidden" }, "Find an order by its number"), icon("search"), input, h("kbd", { "aria-hidden": "true" }, "/"), answer);
	input.oninput = () => replace(answer);
	input.onkeydown = (event) => {
		if (event.key === "Escape") (input.value = ""), replace(answer), input.blur();
	};
	return { element, input };
}

// A number is tried as it stands, and then in each workflow, whose orders have its name before theirs.
async function find(input, answer) {
	const text = input.value.trim();
	if (text === "") return;
	if (text.includes("@")) return findByEmail(text, input, answer);
	try {
		const { workflows } = await api.get("/workflows");
		const names = workflows.filter((one) => !one.default).map((one) => `${one.name}:${text}`);
		const tried = text.includes(":") ? [text] : [text, ...names.slice(0, 20)];
		const found = await Promise.all(tried.map((id) => api.ifThere(orderPath(id)).then((order) => order && id, () => null)));
		const ids = found.filter(Boolean);
		if (ids.length === 0) return replace(answer, `There is no order ${text}.`);
		if (ids.length > 1) return replace(answer, "Several workflows have it: ", ids.map((id, index) => [index > 0 ? ", " : "", h("a", { href: orderLink(id), onclick: () => replace(answer) }, id)]));
		input.value = "";
		replace(answer);
		go(orderLink(ids[0]));
	} catch (error) {
		replace(answer, error.message);
	}
}

async function findByEmail(text, input, answer) {
	try {
		if (!(await hasRoute("/orders", "get", "email"))) return replace(answer, "This version of the service finds orders by their numbers alone.");
		const { orders } = await api.get(withQuery("/orders", { email: text, limit: 1 }));
		if (orders.length === 0) return replace(answer, `No order is known for ${text}.`);
		input.value = "";
		replace(answer);
		go(withQuery("/console/orders", { email: text }));
	} catch (error) {
		replace(answer, error.message);
	}
}

function nextTheme() {
	const names = Object.keys(THEMES);
	const now = document.documentElement.dataset.theme ?? "auto";
	const next = names[(names.indexOf(now) + 1) % names.length];
	if (next === "auto") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = next;
	try {
		localStorage.setItem("orderd.theme", next);
	} catch {
		// The theme then lasts as long as the page.
	}
	showTheme();
	say(`Theme: ${THEMES[next]}.`);
}

function showTheme() {
	const now = document.documentElement.dataset.theme ?? "auto";
	themeButton.title = `Theme: ${THEMES[now]}`;
	themeButton.setAttribute("aria-label", `Theme: ${THEMES[now]}. Change it`);
}

function onKey(event) {
	if (event.key === "Escape") openMenu(false);
	const isTyping = event.target.closest?.("input, textarea, select, dialog") !== null;
	if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !remembered("keys", true)) return;
	if (awaitsPage) {
		awaitsPage = false;
		const page = pages.find((one) => one.key === event.key);
		if (page) event.preventDefault(), go(`/console${page.path}`);
		return;
	}
	if (event.key === "/") event.preventDefault(), search.input.focus(), search.input.select();
	else if (event.key === "?") event.preventDefault(), showKeys();
	else if (event.key === "g") {
		awaitsPage = true;
		setTimeout(() => (awaitsPage = false), 1500);
	}
}

function showKeys() {
	const id = freshID("keys");
	const row = (keys, what) => h("tr", h("th", { scope: "row" }, keys.map((key, index) => [index > 0 ? " " : "", h("kbd", key)])), h("td", what));
	const box = h("input", { type: "checkbox", id: freshID("box"), checked: remembered("keys", true), onchange: (event) => remember("keys", event.target.checked) });
	const dialog = modal(h("div",
		h("h2", { id }, "Keys"),
		h("table.keys", h("tbody",
			row(["/"], "Find an order"), row(["?"], "Show this"),
			pages.map((page) => row(["g", page.key], page.name)),
			row(["↑", "↓"], "Move in the list of orders"), row(["Enter"], "Open what has the focus"), row(["Esc"], "Close a dialog, leave the search"))),
		h("p.check", box, h("label", { for: box.id }, "These keys do something (switch them off if they get in your way)")),
		h("div.dialog-buttons", h("button", { class: "primary", onclick: () => dialog.close() }, "Close"))), id, "narrow");
}

/// Asks for an API key until the service takes one. It is kept in this page's memory and nowhere else.
function askForKey(problem) {
	return new Promise((resolve) => {
		const id = freshID("sign-in");
		const fault = h("p.bad-text", { role: "alert" }, access.hasKey ? problem.message : "");
		const field = h("input", { id: freshID("key"), type: "password", autocomplete: "off", required: true, spellcheck: "false" });
		const dialog = modal(h("form", { method: "dialog", onsubmit: (event) => {
			event.preventDefault();
			access.useKey(field.value.trim());
			leave.hidden = false;
			dialog.close();
			resolve();
		} },
		h("h2", { id }, "Sign in"),
		h("p", "This service wants an API key. It stays in the memory of this page and is forgotten when you close or reload it."),
		h("div.field", h("label", { for: field.id }, "API key"), field), fault,
		h("div.dialog-buttons", h("button", { type: "submit", class: "primary" }, icon("key"), "Sign in"))), id, "narrow");
		dialog.addEventListener("cancel", (event) => event.preventDefault());
		field.focus();
	});
}

addEventListener("unhandledrejection", (event) => {
	if (event.reason?.name === "AbortError") return event.preventDefault();
	if (event.reason instanceof Error && "status" in event.reason) {
		event.preventDefault();
		toast(event.reason.message, "FAILED");
	}
});
