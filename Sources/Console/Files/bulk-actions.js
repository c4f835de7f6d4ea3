// Redriving or stopping many orders: what is meant, counted beforehand, and with edited inputs shown beforehand.

import { api, checkbox, choice, confirmAction, count, faultNote, field, h, jsonEditor, jsonView, number, orderAnchor, own, Problem, remark, render, sentence, statusWord, toast, Unreachable, workflowName } from "./kit.js";

const MEMBERS = { add: "value", replace: "value", test: "value", remove: "path", move: "from", copy: "from" };
const PAUSE = 400;

/// What a bulk redrive is about, in words.
export function bulkWords({ action, status, error, inState, workflow }) {
	return [action === "stop" ? "Stop" : "Redrive", statusWord(status).toLowerCase(), error ? `with ${error}` : "", inState ? `in ${inState}` : "", workflow ? `of ${workflowName(workflow)}` : ""].filter(Boolean).join(" ");
}

/// Asks about a group of `GET /failures`, or about one part of it.
export function bulkAction(group, part, action, done) {
	const isStop = action === "stop";
	const isHeld = group.status === "HELD";
	const plan = { from: "failed", definition: "own", rate: 10, edits: false };
	const meant = { status: group.status, error: group.error, state: part?.state, workflow: part?.workflow, action };
	const element = h("div.dialog-parts");
	let dialog = null;
	let matching = null;
	let turn = 0;
	let timer = 0;
	const editor = jsonEditor({ label: "Changes of each input, a JSON Patch (RFC 6902)", value: [], rows: 6, check: checkPatch, onValidity: () => preview() });
	dialog = confirmAction({
		title: isStop ? "Stop all of them?" : isHeld ? "Let all of them go on?" : "Redrive all of them?",
		what: [], parts: [element], confirm: isStop ? "Stop them" : "Redrive them", danger: isStop,
		run: ({ operator, reason }) => api.post("/redrives", body({ reason }), { operator }),
		done: (begun) => {
			toast(`Begun: ${count(begun.total, "order")} at ${begun.ratePerSecond} a second.`);
			done();
		},
	});
	dialog.element.addEventListener("close", () => clearTimeout(timer));
	preview();

	function body(more) {
		return { ...meant, ...(isStop ? {} : { from: plan.from, definition: plan.definition }), ...(isPatched() ? { input: editor.value } : {}), ratePerSecond: plan.rate, ...more };
	}

	function isPatched() {
		return plan.from === "start" && plan.edits;
	}

	function set(values) {
		Object.assign(plan, values);
		preview();
	}

	// Nothing is begun that was not counted as it stands.
	function preview() {
		if (!dialog) return;
		matching = null;
		turn += 1;
		show();
		clearTimeout(timer);
		if (isRateValid() && (!isPatched() || editor.isValid)) timer = setTimeout(ask, PAUSE, turn);
	}

	async function ask(asked) {
		try {
			const answer = await api.post("/redrives", body({ preview: true }));
			if (asked !== turn) return;
			matching = answer;
			show();
		} catch (error) {
			if (!(error instanceof Problem || error instanceof Unreachable)) throw error;
			if (asked === turn) dialog.say(faultNote(error));
		}
	}

	function isRateValid() {
		return Number.isInteger(plan.rate) && plan.rate >= 1 && plan.rate <= 1000;
	}

	function show() {
		render(element, h("div.field-row",
			isStop || isHeld ? null : [
				choice("From where", [["failed", "The state that failed"], ["start", "The start"]], plan.from, (from) => set({ from })),
				choice("On which definition", [["own", "Each on its own"], ["current", "The present one"]], plan.definition, (definition) => set({ definition }))],
			field("How many a second", h("input", { type: "number", min: "1", max: "1000", value: plan.rate, oninput: (event) => set({ rate: Number(event.target.value) }) }))),
		plan.from === "start" ? checkbox("Change their inputs first", plan.edits, (edits) => set({ edits })) : null,
		isPatched() ? own("patch", () => editor.element) : null,
		isPatched() && matching?.patched ? h("div.plain", { key: "patched", role: "group", label: "Changed inputs" }, remark("So the first of them become:"), matching.patched.slice(0, 3).map(patched)) : null);
		dialog.say(...words());
		dialog.allow(matching?.matching > 0 && !fitsNone());
	}

	function fitsNone() {
		return isPatched() && matching.patched.every((one) => one.fault);
	}

	function words() {
		const where = part ? `in ${part.state || "no state"} of ${workflowName(part.workflow)}` : "whatever their workflow and state";
		const how = isStop ? "are ended for good and send nothing more" : plan.from === "start" ? "run again from the start; what was sent may be sent again" : isHeld ? "go on where they are" : "go on in the state that failed; what was sent is not sent again";
		const many = !isRateValid() ? "From 1 to 1,000 a second."
			: isPatched() && !editor.isValid ? "The changes are not right yet."
			: matching === null ? "Counting them …" : matching.matching > 0 && fitsNone() ? "The changes fit none of the first." : matching.matching === 0 ? "There is none any more."
			: `${matching.matching >= 10_000 ? "10,000 or more" : number(matching.matching)} match now, ${matching.first.slice(0, 3).join(", ")} first. It takes about ${Math.max(1, Math.ceil(matching.matching / plan.rate))} s.`;
		return [`All orders that are ${statusWord(group.status).toLowerCase()}${group.error ? ` with the error ${group.error}` : ""}, ${where}, ${how}.`, many, "You can cancel it while it goes on; what was done by then stays so."];
	}
}

function patched(one) {
	return h("div", { key: one.orderId }, orderAnchor(one.orderId), one.fault ? h("p.bad-text", sentence(one.fault)) : jsonView(one.input, { label: `the changed input of ${one.orderId}`, open: 1 }));
}

function checkPatch(value) {
	if (!Array.isArray(value) || value.length === 0) return "It is a list of changes: [{\"op\": \"replace\", \"path\": \"/member\", \"value\": …}].";
	for (const [index, one] of value.entries()) {
		const member = MEMBERS[one?.op];
		if (!member) return `Change ${index + 1}: its op is one of ${Object.keys(MEMBERS).join(", ")}.`;
		if (typeof one.path !== "string" || !/^(\/|$)/.test(one.path)) return `Change ${index + 1}: its path is a JSON Pointer such as /customerEmail.`;
		if (one[member] === undefined) return `Change ${index + 1}: ${one.op} needs ${member}.`;
	}
	return null;
}
