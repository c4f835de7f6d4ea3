// The list of orders: filters in the address bar, live, any number of rows.

import { ago, causeWords, checkbox, choice, count, duration, EXACT, faultNote, field, h, hasEnded, icon, loadWorkflows, number, ORDER_STATUSES, orderAnchor, orderLink, pageHead, pill, poll, Problem, remember, remembered, render, replace, say, showDialog, statusWord, timeElement, Unreachable, withQuery, workflowName } from "../kit.js";
import { PagedList } from "../paged-list.js";
import { go } from "../router.js";
import { virtualRows } from "../virtual-rows.js";

const ROW = 36;
const FILTERS = ["status", "workflow", "state", "error", "number", "email", "createdAfter", "createdBefore", "finishedAfter", "finishedBefore"];
const SPANS = [["", "Any time"], ["15m", "Last 15 minutes"], ["1h", "Last hour"], ["24h", "Last 24 hours"], ["7d", "Last 7 days"], ["own", "From … to …"]];
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

// The title of a column is its name; the first one is always there.
const COLUMNS = [
	["Order", (order) => orderAnchor(order.orderId)],
	["Status", (order) => pill(order.status)],
	["State", (order) => order.state ?? "–"],
	["Error", (order) => order.error ? h("span", { title: causeWords(order.cause ?? "") || null }, order.error) : "–"],
	["Workflow", (order) => workflowName(order.workflow)],
	["Accepted", (order) => timeElement(order.createdAt)],
	["Age", (order) => ago(order.createdAt), true],
	["Took", (order) => order.startedAt ? duration((order.finishedAt ? Date.parse(order.finishedAt) : Date.now()) - Date.parse(order.startedAt)) : "–", true],
	["Due", (order) => order.dueAt && !hasEnded(order.status) ? timeElement(order.dueAt, dueText(order)) : "–"],
	["Attempts", (order) => number(order.attempts.started), true],
	["Redrives", (order) => number(order.redrives ?? 0), true],
	["Ended", (order) => timeElement(order.finishedAt)],
];
const SHOWN_FIRST = ["Status", "State", "Error", "Workflow", "Accepted", "Took", "Due", "Attempts"];

export default function ordersPage(view) {
	view.title("Orders");
	new OrdersPage(view).begin();
}

class OrdersPage {
	constructor(view) {
		this.view = view;
		this.shown = new Set(remembered("order-columns", SHOWN_FIRST));
		this.isLive = view.query.get("live") !== "no";
		this.focus = 0;
	}

	begin() {
		const { view } = this;
		this.filters = h("form.filters", { label: "Filters", onsubmit: (event) => event.preventDefault() });
		this.note = h("p.list-note");
		this.fault = h("div", { role: "alert" });
		this.head = h("thead");
		this.body = h("tbody");
		this.table = h("table.orders", { label: "Orders, newest first" }, this.head, this.body);
		this.frame = h("div.table-frame.scroll", { tabindex: "0", role: "region", label: "List of orders", onkeydown: (event) => this.move(event) }, this.table);
		const live = checkbox("Live", this.isLive, (on) => {
			this.isLive = on;
			view.keepQuery({ live: on ? null : "no" });
			if (on) this.refresh();
		}, { role: "switch" });
		replace(view.root, pageHead("Orders", "", live, h("button", { onclick: () => this.chooseColumns() }, icon("columns"), "Columns")),
			this.filters, this.fault, this.frame, this.note);
		view.root.classList.add("fills");
		this.rows = virtualRows({
			frame: this.frame, body: this.body, height: ROW, columns: () => this.columns.length,
			row: (order, index) => this.row(order, index),
			onScroll: (first, last) => this.scrolled(first, last),
		});
		addEventListener("resize", () => this.rows.draw(), { signal: view.signal });
		this.showHead();
		this.showFilters();
		loadWorkflows({ signal: view.signal }).then((workflows) => {
			this.workflows = workflows;
			this.showFilters();
			this.rows.draw();
		}, () => {});
		this.load();
	}

	get columns() {
		return COLUMNS.filter(([title], index) => index === 0 || this.shown.has(title));
	}

	chooseColumns() {
		showDialog("Columns", h("ul.plain", COLUMNS.slice(1).map(([title]) => h("li", checkbox(title, this.shown.has(title), (on) => {
			this.shown[on ? "add" : "delete"](title);
			remember("order-columns", [...this.shown]);
			this.showHead();
			this.rows.draw();
		})))));
	}

	asked(name) {
		return this.view.query.get(name) ?? "";
	}

	showFilters() {
		const span = this.asked("createdAfter") || this.asked("createdBefore") ? "own" : this.asked("within");
		const choose = (label, name, options) => choice(label, [["", "Any"], ...options], this.asked(name), (value) => this.filter({ [name]: value }));
		const text = (label, name) => field(label, h("input", { value: this.asked(name), ...EXACT, onchange: (event) => this.filter({ [name]: event.target.value.trim() }) }));
		const time = (label, name) => field(label, h("input", { type: "datetime-local", value: localText(this.asked(name)), onchange: (event) => this.filter({ [name]: isoText(event.target.value) }) }));
		const names = (this.workflows ?? []).map((one) => one.name);
		const chosen = this.asked("workflow");
		if (chosen && !names.includes(chosen)) names.push(chosen);
		render(this.filters,
			choose("Status", "status", ORDER_STATUSES.map((status) => [status, statusWord(status)])),
			choose("Workflow", "workflow", names.map((name) => [name, workflowName(name)])),
			text("State", "state"), text("Error", "error"), text("Number", "number"), text("E-mail", "email"),
			choice("Accepted", SPANS, span, (within) => this.filter({ within, createdAfter: null, createdBefore: null })),
			span === "own" ? [time("From", "createdAfter"), time("To", "createdBefore")] : null,
			h("button.quiet", { hidden: !this.hasFilters, onclick: () => this.clear() }, "Clear the filters"));
	}

	get hasFilters() {
		return [...FILTERS, "within"].some((name) => this.asked(name));
	}

	filter(values) {
		this.view.keepQuery(values);
		this.showFilters();
		this.load();
	}

	clear() {
		this.filter(Object.fromEntries([...FILTERS, "within"].map((name) => [name, null])));
		this.filters.querySelector("select").focus();
	}

	get path() {
		const filters = Object.fromEntries(FILTERS.map((name) => [name, this.asked(name)]));
		const span = /^(\d+)([mhd])$/.exec(this.asked("within"));
		if (span) filters.createdAfter = new Date(Date.now() - span[1] * UNITS[span[2]]).toISOString();
		return withQuery("/orders", { ...filters, limit: 100 });
	}

	load() {
		this.loading?.abort();
		this.loading = new AbortController();
		const { signal } = this.loading;
		this.view.signal.addEventListener("abort", () => this.loading.abort(), { signal });
		this.list = new PagedList(this.path, (page) => page.orders, (order) => order.orderId);
		this.focus = 0;
		this.frame.scrollTop = 0;
		let isFirst = true;
		this.refresh = poll(async () => {
			if (isFirst) {
				await this.guarded(() => this.list.loadMore(signal));
				isFirst = false;
				this.show();
				say(this.noteText());
			} else if (this.isLive) {
				const added = await this.guarded(() => this.list.refresh(signal));
				if (this.sight?.[0] > 0) await this.guarded(() => this.list.refreshAt(this.sight[0], signal));
				if (!signal.aborted) this.show(added);
			}
		}, 3000, signal);
	}

	async guarded(work) {
		try {
			const result = await work();
			replace(this.fault);
			return result;
		} catch (error) {
			if (error instanceof Problem) replace(this.fault, faultNote(error));
			else if (!(error instanceof Unreachable)) throw error;
			return 0;
		}
	}

	show(added = 0) {
		this.table.setAttribute("aria-rowcount", this.list.isWhole ? this.list.items.length + 1 : -1);
		this.rows.show(this.list.items, { added });
		replace(this.note, this.noteText());
		this.frame.classList.toggle("is-empty", this.list.items.length === 0);
	}

	noteText() {
		const { items, isWhole } = this.list;
		if (items.length === 0) return this.hasFilters ? "No order is like that." : "There are no orders yet.";
		return isWhole ? `${count(items.length, "order")}.` : `The newest ${number(items.length)}; scroll on for older ones.`;
	}

	scrolled(first, last) {
		this.sight = [first, last];
		const { items, isWhole, isLoading } = this.list;
		if (items.length > 0 && last > items.length - 40 && !isWhole && !isLoading) this.guarded(() => this.list.loadMore(this.loading.signal)).then(() => this.show());
	}

	showHead() {
		render(this.head, h("tr", { "aria-rowindex": "1" }, this.columns.map(([title, , isNumber]) => h("th", { key: title, scope: "col", class: isNumber ? "number" : null }, title))));
	}

	row(order, index) {
		return h("tr", { key: order.orderId, "aria-rowindex": index + 2, class: index === this.focus ? "at" : null, onclick: (event) => this.open(event, order) },
			this.columns.map(([title, cell, isNumber], place) => h(place === 0 ? "th" : "td", { key: title, scope: place === 0 ? "row" : null, class: isNumber ? "number" : null }, cell(order))));
	}

	open(event, order) {
		if (event.target.closest("a") || getSelection().toString() !== "") return;
		go(orderLink(order.orderId));
	}

	move(event) {
		const { items } = this.list;
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
		if (event.key === "Enter" && event.target === this.frame && items[this.focus]) go(orderLink(items[this.focus].orderId));
		if (!step || items.length === 0) return;
		event.preventDefault();
		const known = items.findIndex((order) => document.activeElement?.getAttribute("href") === orderLink(order.orderId));
		this.focus = Math.max(0, Math.min(items.length - 1, (known >= 0 ? known : this.focus - (document.activeElement === this.frame && this.focus === 0 ? 1 : 0)) + step));
		this.rows.reveal(this.focus);
		this.body.querySelector("tr.at a")?.focus({ preventScroll: true });
	}
}

// A queued order whose time has come and gone is late.
function dueText({ status, dueAt }) {
	const text = ago(dueAt);
	return status === "QUEUED" ? text.replace(/ago$/, "late") : text;
}

function localText(iso) {
	if (!iso) return "";
	const date = new Date(iso);
	return new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function isoText(local) {
	return local ? new Date(local).toISOString() : null;
}
