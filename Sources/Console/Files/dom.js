// Making elements, and bringing a tree on the page up to date with a fresh one.
//
// Whatever comes from an order goes through here as a text node or an attribute's value. Nothing is parsed as HTML.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "indeterminate", "open", "readOnly"]);
/// For a field whose text is taken as it stands.
export const EXACT = { autocomplete: "off", spellcheck: "false" };
const SVG = "http://www.w3.org/2000/svg";

/// An element: `h("button.primary", { onclick }, "Stop it")`; classes after the tag's name, and properties may be left out.
/// `label` is what a screen reader calls it.
export function h(tag, ...rest) {
	const [name, ...classes] = tag.split(".");
	const element = document.createElement(name);
	if (name === "button") element.type = "button";
	return furnish(element, classes, rest);
}

export function svg(tag, ...rest) {
	const [name, ...classes] = tag.split(".");
	return furnish(document.createElementNS(SVG, name), classes, rest);
}

function furnish(element, classes, rest) {
	const properties = rest[0]?.constructor === Object ? rest.shift() : {};
	if (classes.length > 0) element.setAttribute("class", classes.join(" "));
	for (const [name, value] of Object.entries(properties)) {
		if (value === null || value === undefined || value === false) continue;
		if (name.startsWith("on")) element[name] = value;
		else if (name === "key" || name === "make") element[name] = value;
		else if (name === "style") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
		else if (PROPERTIES.has(name) && name in element) element[name] = value;
		else element.setAttribute(name === "label" ? "aria-label" : name, value === true ? "" : typeof value === "number" ? rounded(value) : value);
	}
	append(element, rest);
	return element;
}

/// A number to a tenth, as drawings need it.
export function rounded(value) {
	return Math.round(value * 10) / 10;
}

function append(element, children) {
	for (const child of children) {
		if (child === null || child === undefined || child === false) continue;
		if (Array.isArray(child)) append(element, child);
		else element.append(child);
	}
}

export function replace(element, ...children) {
	element.replaceChildren();
	append(element, children);
}

/// Makes `element` show `children`, keeping the nodes that are there: focus, scroll and opened details survive.
export function render(element, ...children) {
	const fresh = document.createDocumentFragment();
	append(fresh, children);
	bringChildren(element, fresh);
	for (const own of element.querySelectorAll("[data-own]")) {
		own.make && own.append(own.make());
		own.make = null;
	}
}

/// A place whose content is made once, when it comes onto the page, and left alone by every `render` after it.
export function own(key, make) {
	return h("div", { key, make, "data-own": true });
}

function bringChildren(old, fresh) {
	const keyed = new Map();
	for (const node of old.childNodes) if (node.key !== undefined) keyed.set(node.key, node);
	let place = old.firstChild;
	for (const wanted of [...fresh.childNodes]) {
		const known = wanted.key !== undefined ? keyed.get(wanted.key) : undefined;
		if (known) keyed.delete(wanted.key);
		const match = known ?? (place && place.key === undefined && wanted.key === undefined ? place : null);
		if (match && alike(match, wanted)) {
			if (match === place) place = place.nextSibling;
			else old.insertBefore(match, place);
			bring(match, wanted);
		} else {
			old.insertBefore(wanted, place);
		}
	}
	while (place) {
		const next = place.nextSibling;
		place.remove();
		place = next;
	}
}

function alike(old, fresh) {
	return old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && old.key === fresh.key;
}

function bring(old, fresh) {
	if (old === fresh) return;
	if (old.nodeType === Node.TEXT_NODE) {
		if (old.data !== fresh.data) old.data = fresh.data;
		return;
	}
	if (old.nodeType !== Node.ELEMENT_NODE || old.hasAttribute("data-own")) return;
	bringAttributes(old, fresh);
	for (const name of ["onclick", "oninput", "onchange", "onkeydown", "onsubmit", "onpointerenter", "ontoggle"]) {
		if (old[name] !== fresh[name]) old[name] = fresh[name];
	}
	bringChildren(old, fresh);
	if ("value" in fresh && old.matches("input, select, textarea") && old !== document.activeElement) {
		if (old.value !== fresh.value) old.value = fresh.value;
		if (old.checked !== fresh.checked) old.checked = fresh.checked;
	}
	if ("disabled" in fresh && old.disabled !== fresh.disabled) old.disabled = fresh.disabled;
}

function bringAttributes(old, fresh) {
	for (const { name } of [...old.attributes]) {
		// Whether details are open is the reader's affair once they are there.
		if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
	}
	for (const { name, value } of fresh.attributes) {
		if (name === "style") {
			if (old.style.cssText !== fresh.style.cssText) old.style.cssText = fresh.style.cssText;
		} else if (name !== "open" && old.getAttribute(name) !== value) {
			old.setAttribute(name, value);
		}
	}
}

export function faint(...text) {
	return h("span.faint", text);
}

export function remark(...text) {
	return h("p.faint", text);
}

export function asking() {
	return h("p.faint", { "aria-busy": "true" }, "Asking the service …");
}

let count = 0;

/// An id for a label, a description or a part that controls another.
export function freshID(prefix) {
	count += 1;
	return `${prefix}-${count}`;
}

/// A control with its label.
export function field(label, control) {
	control.id ||= freshID("field");
	return h("div.field", h("label", { for: control.id }, label), control);
}

export function checkbox(label, checked, onchange, properties = {}) {
	const id = properties.id ?? freshID("box");
	return h("span.check", h("input", { type: "checkbox", ...properties, id, checked, onchange: (event) => onchange(event.target.checked) }), h("label", { for: id }, label));
}

/// Says a sentence to screen readers, once.
export function say(sentence) {
	const said = document.getElementById("said");
	if (said) said.textContent = sentence;
}
