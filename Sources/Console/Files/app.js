// The shell around every page: navigation, search, theme, keys, who is signed in, and whether the service can be reached.

import { access, api, checkbox, choice, EXACT, faultNote, field, freshID, h, icon, may, modal, moment, onReachability, orderLink, poll, remark, remember, remembered, render, replace, say, session, showDialog, toast, Unreachable, withQuery } from "./kit.js";
import { monitor, startMonitor } from "./monitor.js";
import { go, route, start } from "./router.js";

// What leads there by `g`, and whose icon and module have the page's name.
const pages = [
	["now", "n", "Now"], ["orders", "o", "Orders"], ["failed", "f", "Failed and held"], ["deliveries", "d", "Deliveries"],
	["tasks", "t", "Open tasks"], ["workflows", "w", "Workflows"], ["schedules", "s", "Schedules"],
	["suppressions", "p", "Suppression list"], ["mailbox", "m", "Sandbox mailbox"], ["nodes", "h", "Nodes"], ["settings", "e", "Settings"],
].map(([name, key, title]) => ({ name, key, title, path: name === "now" ? "/" : `/${name}` }));

for (const { path, name } of pages) route(path, () => import(`./pages/${name}-page.js`));
route("/orders/:id", () => import("./pages/order-page.js"));
route("/workflows/:id", () => import("./pages/workflow-page.js"));

let shownPath = "/";
let awaitsPage = false;
let hasSandbox = true;
const THEMES = [["auto", "As the system"], ["light", "Light"], ["dark", "Dark"]];
const navigation = h("nav.navigation", { id: "navigation", label: "Pages" });
const main = h("main", { id: "main", tabindex: "-1" });
const banner = h("div.banner", { role: "status" });
const menu = h("button.icon-button.menu", { "aria-controls": "navigation", "aria-expanded": "false", label: "Pages", onclick: () => openMenu(menu.getAttribute("aria-expanded") !== "true") }, icon("menu"));
const search = searchField();
const who = h("button.quiet.who", { hidden: true, onclick: showSession });

replace(document.getElementById("shell"),
	h("header.top",
		menu,
		h("a.brand", { href: "/console/" }, h("img", { src: "/console/icon.svg", alt: "", width: "20", height: "20" }), "orderd"),
		search.element,
		h("div.top-buttons",
			h("button.icon-button", { label: "Keys and looks", title: "Keys and looks (?)", onclick: showKeys }, icon("keyboard")), who)),
	navigation, h("div.content", banner, main));

access.askBy(askForKey);
onReachability((is) => {
	replace(banner, is ? null : h("p.note.warn", h("span.spinner", { "aria-hidden": "true" }), "The service does not answer. What you see is how it was; the console goes on by itself as soon as it is back."));
	if (is) say("The service answers again.");
});
document.addEventListener("keydown", onKey);

const asking = new AbortController();
poll(async () => {
	await access.begin();
	asking.abort();
	begin();
}, 1000, asking.signal);

function begin() {
	showSignedIn();
	if (!may("orders:read")) {
		return replace(main, h("div.page", h("h1", "Nothing to see with this key"), h("p", `It may ${session.scopes.join(" and ") || "do nothing"}. The console needs orders:read.`)));
	}
	if (may("operate")) api.get("/settings").then(({ sandbox }) => ((hasSandbox = sandbox), showNavigation()), () => {});
	start(main, (path) => {
		openMenu(false);
		showNavigation(path);
	});
	monitor.listen(() => showNavigation(), new AbortController().signal);
	startMonitor();
}

function showNavigation(path) {
	if (path !== undefined) shownPath = path;
	const queue = monitor.queue;
	const counts = { failed: [queue?.held, "held"], deliveries: [queue?.uncertainDeliveries, "uncertain"] };
	const shown = pages.filter(({ name }) => (name !== "settings" || may("operate")) && (name !== "mailbox" || hasSandbox));
	render(navigation, h("ul", shown.map((page) => {
		const isHere = shownPath === page.path || (page.path !== "/" && shownPath.startsWith(`${page.path}/`));
		const [count, what] = counts[page.name] ?? [0];
		return h("li", { key: page.name }, h("a", { href: `/console${page.path}`, "aria-current": isHere ? "page" : null },
			icon(page.name), h("span", page.title),
			count > 0 ? h("span.badge", String(count), h("span.visually-hidden", ` ${what}`)) : null));
	})));
}

function openMenu(open) {
	menu.setAttribute("aria-expanded", String(open));
	document.getElementById("shell").classList.toggle("menu-open", open);
}

function searchField() {
	const id = freshID("search");
	const input = h("input", { id, type: "search", placeholder: "Order number or e-mail", ...EXACT, enterkeyhint: "go" });
	const answer = h("p.search-answer", { role: "status" });
	const element = h("form.search", { role: "search", onsubmit: (event) => (event.preventDefault(), find(input, answer)) },
		h("label.visually-hidden", { for: id }, "Find orders by number or e-mail address"), icon("search"), input, h("kbd", { "aria-hidden": "true" }, "/"), answer);
	input.oninput = () => replace(answer);
	input.onkeydown = (event) => {
		if (event.key === "Escape") (input.value = ""), replace(answer), input.blur();
	};
	return { element, input };
}

// One order is opened, several are listed. `NAME:001` is the order 001 of the workflow NAME.
async function find(input, answer) {
	const text = input.value.trim();
	if (text === "") return;
	const filter = text.includes("@") ? { email: text } : { number: text.split(":").at(-1) };
	try {
		const { orders, next } = await api.get(withQuery("/orders", { ...filter, limit: 50 }));
		const found = text.includes(":") ? orders.filter((order) => order.orderId === text) : orders;
		if (found.length === 0 && !next) return replace(answer, filter.email ? `No order is known for ${text}.` : `There is no order ${text}.`);
		input.value = "";
		replace(answer);
		go(found.length === 1 && !next ? orderLink(found[0].orderId) : withQuery("/console/orders", filter));
	} catch (error) {
		replace(answer, error.message);
	}
}

function setTheme(theme) {
	document.documentElement.dataset.theme = theme;
	try {
		localStorage.setItem("orderd.theme", theme);
	} catch {
		// The theme then lasts as long as the page.
	}
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
	const row = (keys, what) => h("tr", h("th", { scope: "row" }, keys.map((key, index) => [index > 0 ? " " : "", h("kbd", key)])), h("td", what));
	showDialog("Keys and looks", [
		h("table.keys", h("tbody",
			row(["/"], "Find an order"), row(["?"], "Show this"),
			pages.map((page) => row(["g", page.key], page.title)),
			row(["↑", "↓"], "Move in the list of orders"), row(["Enter"], "Open what has the focus"), row(["Esc"], "Close a dialog, leave the search"))),
		checkbox("These keys do something (switch them off if they get in your way)", remembered("keys", true), (on) => remember("keys", on)),
		choice("Theme", THEMES, document.documentElement.dataset.theme ?? "auto", setTheme)]);
}

/// Asks for an API key until the service takes one.
function askForKey() {
	return new Promise((resolve) => {
		const id = freshID("sign-in");
		const fault = h("div", { role: "alert" });
		const key = h("input", { type: "password", autocomplete: "off", required: true, spellcheck: "false" });
		let isKept = false;
		const dialog = modal(h("form", { method: "dialog", onsubmit: async (event) => {
			event.preventDefault();
			replace(fault);
			try {
				await access.take(key.value.trim(), isKept);
			} catch (error) {
				return replace(fault, h("p.bad-text", error.message));
			}
			showSignedIn();
			dialog.close();
			resolve();
		} },
		h("h2", { id }, "Sign in"),
		h("p", "This service wants an API key. It stays in the memory of this page alone and is forgotten when you close or reload it, unless you are kept signed in."),
		field("API key", key), checkbox("Keep me signed in in this browser", false, (on) => (isKept = on)), fault,
		h("div.dialog-buttons", h("button.primary", { type: "submit" }, icon("key"), "Sign in"))), id, "narrow");
		dialog.addEventListener("cancel", (event) => event.preventDefault());
		key.focus();
	});
}

function showSignedIn() {
	who.hidden = session.by === "nobody";
	replace(who, icon("key"), h("span", session.name ?? ""));
	who.setAttribute("aria-label", `Signed in as ${session.name}`);
}

function showSession() {
	const fault = h("div", { role: "alert" });
	const leave = (text, everywhere) => h("button", { onclick: () => access.leave(everywhere).catch((error) => replace(fault, faultNote(error))) }, text);
	const how = { key: "by a key that this page keeps until it is closed", cookie: `in this browser${session.expiresAt ? ` until ${moment(session.expiresAt)}` : ""}`, certificate: "by a certificate" }[session.by];
	showDialog(`Signed in as ${session.name}`, [h("p", `You are signed in ${how}.`),
		remark(`Scopes: ${session.scopes.join(", ")}. What you do is kept in the audit under this name.`), fault],
	session.by === "certificate" ? null : [leave("Sign out everywhere", true), leave("Sign out", false)]);
}

addEventListener("unhandledrejection", (event) => {
	// What is not wanted any more, and what the banner tells.
	if (event.reason?.name === "AbortError" || event.reason instanceof Unreachable) return event.preventDefault();
	if (event.reason instanceof Error && "status" in event.reason) {
		event.preventDefault();
		toast(event.reason.message, "FAILED");
	}
});
