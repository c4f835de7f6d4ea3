// A plain table: columns with a title and what a cell of an item shows; the first column heads its row.

import { may, orderLink } from "./api.js";
import { h } from "./dom.js";

/// `columns`: `[title, cell, isNumber]`; `key` tells items apart.
export function table(label, columns, items, key) {
	return h("div.table-frame", { tabindex: "0", role: "group", label }, h("table",
		h("thead", h("tr", columns.map(([title, , isNumber]) => h("th", { key: title, scope: "col", class: isNumber ? "number" : null }, title || h("span.visually-hidden", "Actions"))))),
		h("tbody", items.map((item) => h("tr", { key: key(item) }, columns.map(([title, cell, isNumber], index) =>
			h(index === 0 ? "th" : "td", { key: title, scope: index === 0 ? "row" : null, class: isNumber ? "number" : null }, cell(item))))))));
}

/// The head of a page: its title, a sentence about it, and what can be done.
export function pageHead(title, lead, ...actions) {
	return h("div.page-head", { key: "head" }, h("div", h("h1", { tabindex: "-1" }, title), lead ? h("p.faint", lead) : null), h("div.actions", actions));
}

export function button(text, onclick, look = "") {
	return h("button", { key: text, class: look, onclick }, text);
}

/// A button for whoever has the scope that it needs; nothing for others.
export function act(scope, text, onclick, look) {
	return may(scope) ? button(text, onclick, look) : null;
}

export function orderAnchor(id) {
	return h("a.order-link", { href: orderLink(id) }, id);
}

/// A part of a page with its heading, and what can be done beside it.
export function section(id, title, tools, ...content) {
	return h("section", { key: id, "aria-labelledby": `section-${id}` }, h("div.section-head", h("h2", { id: `section-${id}` }, title), tools), content);
}
