// The list of orders: filters in the address bar, live, any number of rows.

import { orderLink, Problem, Unreachable } from "../api.js";
import { choice, faultNote, modal } from "../dialogs.js";
import { freshID, h, render, replace, say } from "../dom.js";
import { ago, count, duration, number, timeElement } from "../format.js";
import { icon } from "../icons.js";
import { poll } from "../live.js";
import { loadWorkflows, workflowName } from "../names.js";
import { OrderList } from "../order-list.js";
import { go } from "../router.js";
import { remember, remembered } from "../settings.js";
import { hasEnded, ORDER_STATUSES, pill, statusWord } from "../status.js";
import { virtualRows } from "../virtual-rows.js";

const ROW = 36;
const FILTERS = ["status", "workflow", "state", "error", "createdAfter", "createdBefore", "finishedAfter", "finishedBefore", "email"];
const SPANS = [["", "Any time"], ["15m", "Last 15 minutes"], ["1h", "Last hour"], ["24h", "Last 24 hours"], ["7d", "Last 7 days"], ["own", "From … to …"]];
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

const COLUMNS = [
	{ name: "order", title: "Order", cell: (order) => h("a", { href: orderLink(order.orderId), class: "order-link" }, order.orderId), fixed: true, width: "minmax" },
	{ name: "status", title: "Status", cell: (order) => pill(order.status) },
	{ name: "state", title: "State", cell: (order) => order.state ?? "–" },
	{ name: "error", title: "Error", cell: (order) => order.error ?? "–", needs: "error" },
	{ name: "workflow", title: "Workflow", cell: (order) => workflowName(order.workflow) },
	{ name: "created", title: "Accepted", cell: (order) => timeElement(order.createdAt) },
	{ name: "age", title: "Age", cell: (order) => ago(order.createdAt), isNumber: true },
	{ name: "took", title: "Took", cell: (order) => tookText(order), isNumber: true },
	{ name: "due", title: "Due", cell: (order) => (order.dueAt && !hasEnded(order.status) ? timeElement(order.dueAt, ago(order.dueAt)) : "–") },
	{ name: "attempts", title: "Attempts", cell: (order) => number(order.attempts.started), isNumber: true },
	{ name: "redrives", title: "Redrives", cell: (order) => number(order.redrives ?? 0), isNumber: true },
	{ name: "finished", title: "Ended", cell: (order) => (order.finishedAt ? timeElement(order.finishedAt) : "–") },
];
const SHOWN_FIRST = ["order", "status", "state", "workflow", "created", "took", "attempts"];

export default function ordersPage(view) {
	view.title("Orders");
	new OrdersPage(view).begin();
}

class OrdersPage {
	constructor(view) {
		this.view = view;
		this.shown = new Set(remembered("columns", SHOWN_FIRST));
		this.isLive = view.query.get("live") !== "no";
		this.focus = 0;
	}

	begin() {
		const { view } = this;
		this.filters = h("form.filters", { "aria-label": "Filters", onsubmit: (event) => event.preventDefault() });
		this.note = h("p.list-note");
		this.fault = h("div", { role: "alert" });
		this.head = h("thead");
		this.body = h("tbody");
		this.table = h("table.orders", { "aria-label": "Orders, newest first" }, this.head, this.body);
		this.frame = h("div.table-frame.scroll", { tabindex: "0", role: "region", "aria-label": "List of orders", onkeydown: (event) => this.move(event) }, this.table);
		replace(view.root,
			h("div.page-head", h("h1", { tabindex: "-1" }, "Orders"), h("div.actions", this.liveSwitch(), this.columnsButton())),
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
		return COLUMNS.filter((column) => column.fixed || this.shown.has(column.name));
	}

	liveSwitch() {
		const id = freshID("live");
		return h("span.check", h("input", { id, type: "checkbox", role: "switch", checked: this.isLive, onchange: (event) => {
			this.isLive = event.target.checked;
			this.view.keepQuery({ live: this.isLive ? null : "no" });
			if (this.isLive) this.refresh?.();
		} }), h("label", { for: id }, "Live"));
	}

	columnsButton() {
		return h("button", { onclick: () => {
			const id = freshID("columns");
			const dialog = modal(h("div", h("h2", { id }, "Columns"),
				h("ul.plain", COLUMNS.filter((column) => !column.fixed).map((column) => {
					const box = h("input", { type: "checkbox", id: freshID("column"), checked: this.shown.has(column.name), onchange: (event) => {
						if (event.target.checked) this.shown.add(column.name);
						else this.shown.delete(column.name);
						remember("columns", [...this.shown]);
						this.showHead();
						this.rows.draw();
					} });
					return h("li.check", box, h("label", { for: box.id }, column.title));
				})),
				h("div.dialog-buttons", h("button", { class: "primary", onclick: () => dialog.close() }, "Done"))), id, "narrow");
		} }, icon("columns"), "Columns");
	}

	showFilters() {
		const { query } = this.view;
		const field = (label, name, attributes = {}) => {
			const id = `filter-${name}`;
			return h("div", { key: name, class: "field" }, h("label", { for: id }, label), h("input", { id, value: query.get(name) ?? "", autocomplete: "off", spellcheck: "false", ...attributes,
				onchange: (event) => this.filter({ [name]: event.target.value.trim() }) }));
		};
		const span = this.spanNow();
		render(this.filters,
			choice("Status", [["", "Any"], ...ORDER_STATUSES.map((status) => [status, statusWord(status)])], query.get("status") ?? "", (value) => this.filter({ status: value })),
			choice("Workflow", [["", "Any"], ...this.workflowOptions(query.get("workflow"))], query.get("workflow") ?? "", (value) => this.filter({ workflow: value })),
			field("State", "state"), field("Error", "error"),
			choice("Accepted", SPANS, span, (value) => this.chooseSpan(value)),
			span === "own" ? [field("From", "from", { type: "datetime-local", value: localText(query.get("createdAfter")), onchange: (event) => this.filter({ createdAfter: isoText(event.target.value) }) }),
				field("To", "to", { type: "datetime-local", value: localText(query.get("createdBefore")), onchange: (event) => this.filter({ createdBefore: isoText(event.target.value) }) })] : null,
			h("button", { class: "quiet clear", hidden: !this.hasFilters, onclick: () => this.clear() }, "Clear the filters"));
	}

	workflowOptions(chosen) {
		const options = (this.workflows ?? []).map((one) => [one.name, one.name]);
		if (chosen && !options.some(([value]) => value === chosen)) options.push([chosen, workflowName(chosen)]);
		return options;
	}

	get hasFilters() {
		return FILTERS.some((name) => this.view.query.get(name)) || Boolean(this.view.query.get("within"));
	}

	spanNow() {
		const { query } = this.view;
		if (query.get("createdAfter") || query.get("createdBefore") || query.get("within") === "own") return "own";
		return query.get("within") ?? "";
	}

	chooseSpan(value) {
		this.filter({ within: value, createdAfter: null, createdBefore: null });
	}

	filter(values) {
		this.view.keepQuery(values);
		this.showFilters();
		this.load();
	}

	clear() {
		this.view.keepQuery(Object.fromEntries([...FILTERS, "within"].map((name) => [name, null])));
		this.showFilters();
		this.load();
		this.filters.querySelector("select").focus();
	}

	asked() {
		const { query } = this.view;
		const filters = Object.fromEntries(FILTERS.map((name) => [name, query.get(name)]).filter(([, value]) => value));
		const span = /^(\d+)([mhd])$/.exec(query.get("within") ?? "");
		if (span) filters.createdAfter = new Date(Date.now() - span[1] * UNITS[span[2]]).toISOString();
		return filters;
	}

	load() {
		this.loading?.abort();
		this.loading = new AbortController();
		const stop = () => this.loading.abort();
		this.view.signal.addEventListener("abort", stop, { once: true });
		const { signal } = this.loading;
		this.list = new OrderList(this.asked());
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
				const added = await this.guarded(() => this.list.refreshHead(signal));
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
		this.table.setAttribute("aria-rowcount", this.list.isWhole ? this.list.orders.length + 1 : -1);
		this.rows.show(this.list.orders, { added });
		replace(this.note, this.noteText());
		this.frame.classList.toggle("is-empty", this.list.orders.length === 0);
	}

	noteText() {
		const { orders, isWhole } = this.list;
		if (orders.length === 0) return this.hasFilters ? "No order is like that." : "There are no orders yet.";
		return isWhole ? `${count(orders.length, "order")}.` : `The newest ${number(orders.length)}; scroll on for older ones.`;
	}

	scrolled(first, last) {
		this.sight = [first, last];
		if (last > this.list.orders.length - 40 && !this.list.isWhole && !this.list.isLoading && this.list.orders.length > 0) {
			this.guarded(() => this.list.loadMore(this.loading.signal)).then(() => this.show());
		}
	}

	showHead() {
		render(this.head, h("tr", { "aria-rowindex": "1" }, this.columns.map((column) => h("th", { key: column.name, scope: "col", class: `column-${column.name} ${column.isNumber ? "number" : ""}` }, column.title))));
	}

	row(order, index) {
		const ended = hasEnded(order.status) ? "ended" : "";
		return h("tr", { key: order.orderId, "aria-rowindex": index + 2, class: `${ended} ${index === this.focus ? "at" : ""}`, onclick: (event) => this.open(event, order) },
			this.columns.map((column) => h(column.fixed ? "th" : "td", { key: column.name, scope: column.fixed ? "row" : null, class: `column-${column.name} ${column.isNumber ? "number" : ""}` }, column.cell(order))));
	}

	open(event, order) {
		if (event.target.closest("a") || getSelection().toString() !== "") return;
		go(orderLink(order.orderId));
	}

	move(event) {
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
		if (event.key === "Enter" && event.target === this.frame && this.list.orders[this.focus]) go(orderLink(this.list.orders[this.focus].orderId));
		if (!step || this.list.orders.length === 0) return;
		event.preventDefault();
		const known = this.list.orders.findIndex((order) => document.activeElement?.getAttribute("href") === orderLink(order.orderId));
		this.focus = Math.max(0, Math.min(this.list.orders.length - 1, (known >= 0 ? known : this.focus - (document.activeElement === this.frame && this.focus === 0 ? 1 : 0)) + step));
		this.rows.reveal(this.focus);
		this.body.querySelector("tr.at a")?.focus({ preventScroll: true });
	}
}

function tookText(order) {
	if (!order.startedAt) return "–";
	const end = order.finishedAt ? Date.parse(order.finishedAt) : Date.now();
	return duration(end - Date.parse(order.startedAt));
}

function localText(iso) {
	if (!iso) return "";
	const date = new Date(iso);
	return new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function isoText(local) {
	return local ? new Date(local).toISOString() : null;
}
