// Statuses with their words, shapes and colours.

import { h } from "./dom.js";
import { mark } from "./icons.js";

export const ORDER_STATUSES = ["QUEUED", "RUNNING", "HELD", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"];
export const DELIVERY_STATUSES = ["uncertain", "resend", "waiting", "intended", "sent", "refused", "withheld"];

// Where the word is not the status itself.
const words = { ABORTED: "Stopped", resend: "To be sent again", intended: "Being sent" };

// What a delivery's, a visit's or a check's state looks like, in the statuses of orders, where its name is not that of one.
const looks = {
	uncertain: "HELD", resend: "QUEUED", waiting: "QUEUED", intended: "RUNNING", sent: "SUCCEEDED", refused: "FAILED", withheld: "ABORTED",
	stopped: "ABORTED", caught: "caught", pass: "SUCCEEDED", warn: "warn", fail: "FAILED",
	finished: "SUCCEEDED", cancelled: "ABORTED", open: "QUEUED", taken: "RUNNING", started: "SUCCEEDED", skipped: "ABORTED", missed: "FAILED",
};

export function statusWord(status) {
	return words[status] ?? status.charAt(0).toUpperCase() + status.slice(1).toLowerCase().replace("_", " ");
}

export function lookOf(status) {
	return looks[status] ?? status.toUpperCase();
}

export function hasEnded(status) {
	return status === "SUCCEEDED" || status === "FAILED" || status === "TIMED_OUT" || status === "ABORTED";
}

export function pill(status, text = statusWord(status)) {
	return h("span", { class: `pill look-${lookOf(status)}` }, mark(lookOf(status)), h("span", text));
}
