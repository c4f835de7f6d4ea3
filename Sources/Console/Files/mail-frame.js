// An e-mail's HTML in a frame of its own, as a mail client shows it: without scripts, forms and anything from elsewhere.
//
// The frame inherits this page's policy, which allows no style in markup. So the mail is parsed apart, cleaned, and its
// styles are set through the object model. The frame is sandboxed without allow-scripts; that it is of our origin lets
// us reach in, and gives it nothing.

import { h } from "./dom.js";

const DROPPED = "script, style, mail-sheet, link, meta, base, iframe, frame, object, embed, form, input, button, video, audio, source, template, noscript, svg, math";
const KEPT = new Set(["align", "valign", "width", "height", "cellpadding", "cellspacing", "border", "bgcolor", "color", "role", "alt", "title", "lang", "dir", "colspan", "rowspan", "face", "size", "class", "id"]);

export function mailFrame(html, title) {
	const frame = h("iframe", { sandbox: "allow-same-origin", title, srcdoc: "<!DOCTYPE html><title>Mail</title>" });
	frame.addEventListener("load", () => fill(frame.contentDocument, html), { once: true });
	return frame;
}

function fill(target, html) {
	// A parser's document has our policy, too, and would report each style that it meets under its own name.
	const renamed = html.replace(/<(\/?)style\b/gi, "<$1mail-sheet")
		.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on\w+)(\s*=)/gi, "$1 data-mail-$2$3"));
	const mail = new DOMParser().parseFromString(renamed, "text/html");
	const sheets = [...mail.querySelectorAll("mail-sheet")].map((style) => style.textContent);
	for (const element of mail.querySelectorAll(DROPPED)) element.remove();
	target.body.style.cssText = harmless(mail.body.dataset.mailStyle ?? "");
	copy(mail.body, target.body);
	for (const text of sheets) {
		const sheet = new target.defaultView.CSSStyleSheet();
		sheet.replaceSync(harmless(text));
		target.adoptedStyleSheets.push(sheet);
	}
}

function copy(from, to) {
	for (const node of from.childNodes) {
		if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
		if (node.nodeType !== Node.ELEMENT_NODE || node instanceof HTMLUnknownElement) continue;
		const element = to.ownerDocument.createElement(node.localName);
		for (const { name, value } of node.attributes) if (KEPT.has(name)) element.setAttribute(name, value);
		// A link shows where it leads and leads nowhere.
		if (node.localName === "a" && node.hasAttribute("href")) Object.assign(element, { title: node.getAttribute("href") }).style.cssText = "text-decoration:underline";
		if (node.localName === "img" && /^data:image\/(png|gif|jpeg|webp);/.test(node.getAttribute("src") ?? "")) element.src = node.getAttribute("src");
		if (node.dataset.mailStyle) element.style.cssText += harmless(node.dataset.mailStyle);
		to.append(element);
		copy(node, element);
	}
}

// Whatever could load something is taken out.
function harmless(css) {
	return css.replace(/\\/g, "").replace(/@import[^;]*;?/gi, "").replace(/(url|image-set|src|image)\s*\([^)]*\)?/gi, "none");
}
