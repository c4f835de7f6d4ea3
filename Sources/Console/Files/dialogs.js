// Dialogs that say beforehand what will happen, and short notes afterwards.

import { api, Problem, session, Unreachable } from "./api.js";
import { field, freshID, h, remark, say } from "./dom.js";
import { remember, remembered } from "./settings.js";
import { mark } from "./icons.js";

/// Asks before something is done. `run` gets operator, reason and the values of the parts; it throws what went wrong.
///
/// Instead of `run` there may be `send`: a method of the API, a path and a body to which the reason is added. `told` is said afterwards.
///
/// `what` are the sentences that say what will happen. `parts` are elements between them and the operator's name; they may
/// have `update` called with `(ok)` to say whether the action can be done as it stands.
export function confirmAction({ title, what, parts = [], confirm, danger = false, send, run, told, done }) {
	const titleID = freshID("dialog");
	const fault = h("div.dialog-fault", { role: "alert" });
	const said = h("div.dialog-what", sentences(what));
	// A key or a certificate says who it is.
	const operator = session.name ? null : h("input", { autocomplete: "name", maxlength: "200", value: remembered("operator", "") });
	const reason = h("input", { maxlength: "1000", autocomplete: "off" });
	const act = h("button", { type: "submit", class: danger ? "danger" : "primary" }, confirm);
	const leave = h("button", { onclick: () => dialog.close() }, "Leave it as it is");
	const form = h("form", { method: "dialog", onsubmit: submit },
		h("h2", { id: titleID }, title), said, parts,
		h("div.field-row",
			operator ? field("Your name, for the audit", operator) : null,
			field(operator ? "Why (kept with it)" : `Why (kept with it, as ${session.name}’s)`, reason)),
		fault, h("div.dialog-buttons", leave, act));
	const dialog = modal(form, titleID);
	return {
		element: dialog,
		allow: (ok) => (act.disabled = !ok),
		say: (...lines) => said.replaceChildren(...sentences(lines)),
		rename: (text) => (act.textContent = text),
	};

	async function submit(event) {
		event.preventDefault();
		fault.replaceChildren();
		act.disabled = true;
		act.setAttribute("aria-busy", "true");
		if (operator) remember("operator", operator.value.trim());
		try {
			const by = { operator: operator?.value.trim() || undefined, reason: reason.value.trim() || undefined };
			const result = send ? await api[send[0]](send[1], { ...send[2], reason: by.reason }, { operator: by.operator }) : await run(by);
			dialog.close();
			if (told) toast(told);
			done?.(result);
		} catch (error) {
			fault.append(faultNote(error));
		} finally {
			act.disabled = false;
			act.removeAttribute("aria-busy");
		}
	}
}

function sentences(lines) {
	return [lines].flat().filter(Boolean).map((line) => (line instanceof Node ? line : h("p", line)));
}

/// A dialog that leaves the page when it is closed and gives the focus back to where it was.
export function modal(content, labelledBy, className = "") {
	const before = document.activeElement;
	const dialog = h("dialog", { class: `dialog ${className}`, "aria-labelledby": labelledBy }, content);
	dialog.addEventListener("close", () => {
		dialog.remove();
		if (before instanceof HTMLElement && before.isConnected) before.focus();
	});
	document.body.append(dialog);
	dialog.showModal();
	return dialog;
}

/// A dialog that only shows something, with buttons beside the one that closes it.
export function showDialog(title, content, ...buttons) {
	const id = freshID("dialog");
	const dialog = modal(h("div", h("h2", { id }, title), content, h("div.dialog-buttons", buttons, h("button", { onclick: () => dialog.close() }, "Close"))), id, "narrow");
}

/// What went wrong, as sentences: what, where in the body, and where it is explained.
export function faultNote(error) {
	if (!(error instanceof Problem || error instanceof Unreachable)) throw error;
	const errors = error.errors ?? [];
	return h("div.note.bad", mark("FAILED"), h("div",
		h("p", error.message),
		errors.length > 0 ? h("ul", errors.slice(0, 8).map((one) => h("li", one.pointer ? h("code", one.pointer) : null, " ", one.detail))) : null,
		error instanceof Unreachable ? h("p", "Nothing was changed as far as the console knows. Try again when it is back.") : null,
		error.requestId ? remark(`Request ${error.requestId}`) : null));
}

export function toast(text, look = "SUCCEEDED") {
	say(text);
	const note = h("div", { class: `toast look-${look}` }, mark(look), h("span", text));
	document.getElementById("toasts").append(note);
	setTimeout(() => note.remove(), 6000);
}

/// A labelled choice of one; `onchange` gets its value.
export function choice(label, options, chosen, onchange) {
	return field(label, h("select", { onchange: (event) => onchange(event.target.value) },
		options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));
}

/// A choice of one that shows all that there is to choose from.
export function segments(label, options, chosen, onchoose) {
	return h("div.segments", { key: label, role: "group", label }, options.map(([value, text]) =>
		h("button", { key: value, "aria-pressed": String(value === chosen), onclick: () => onchoose(value) }, text)));
}
