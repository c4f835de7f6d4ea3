// Times, durations and numbers as people read them.

import { h } from "./dom.js";

const whole = new Intl.NumberFormat("en");
const clockForm = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const dayForm = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

export function number(value) {
	return whole.format(value);
}

/// A rate such as 0.4, 12 or 1,250.
export function rate(value) {
	if (value >= 100) return whole.format(Math.round(value));
	if (value >= 10) return value.toFixed(0);
	return value === 0 ? "0" : value.toFixed(1);
}

export function count(value, one, many = `${one}s`) {
	return `${number(value)} ${value === 1 ? one : many}`;
}

export function bytes(value) {
	const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit += 1;
	}
	return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/// Milliseconds as text: 12 ms, 1.20 s, 3 min 5 s, 2 h 4 min, 3 d 4 h.
export function duration(milliseconds) {
	const ms = Math.max(0, milliseconds);
	if (ms < 1) return ms === 0 ? "0 ms" : "<1 ms";
	if (ms < 1000) return `${Math.round(ms)} ms`;
	const s = ms / 1000;
	if (s < 10) return `${s.toFixed(2)} s`;
	if (s < 60) return `${s.toFixed(1)} s`;
	return twoUnits(Math.round(s));
}

function twoUnits(seconds) {
	const parts = [["d", 86400], ["h", 3600], ["min", 60], ["s", 1]];
	const first = parts.findIndex(([, size]) => seconds >= size || size === 1);
	const [unit, size] = parts[first];
	const most = Math.floor(seconds / size);
	const next = parts[first + 1];
	const rest = next ? Math.floor((seconds - most * size) / next[1]) : 0;
	return rest > 0 ? `${most} ${unit} ${rest} ${next[0]}` : `${most} ${unit}`;
}

/// Seconds in the largest unit that fits: 40 s, 3 min, 2 h, 5 d.
export function roughly(seconds) {
	return twoUnits(Math.floor(seconds)).split(" ", 2).join(" ");
}

export function ago(time, now = Date.now()) {
	const seconds = Math.round((now - milliseconds(time)) / 1000);
	if (Math.abs(seconds) < 1) return "just now";
	return seconds > 0 ? `${roughly(seconds)} ago` : `in ${roughly(-seconds)}`;
}

export function clock(time) {
	return clockForm.format(milliseconds(time));
}

/// The clock alone for today, with the day before it for other days.
export function moment(time) {
	const date = new Date(milliseconds(time));
	const isToday = date.toDateString() === new Date().toDateString();
	return isToday ? clock(date) : `${dayForm.format(date)}, ${clock(date)}`;
}

function milliseconds(time) {
	return typeof time === "string" ? Date.parse(time) : Number(time);
}

/// A time element: what is shown is short, its title is exact.
export function timeElement(time, text = moment(time)) {
	if (!time) return "–";
	const exact = new Date(milliseconds(time)).toISOString();
	return h("time", { datetime: exact, title: exact }, text);
}

/// The first characters of a SHA-256.
export function shortHash(hash) {
	return /^[0-9a-f]{64}$/.test(hash ?? "") ? hash.slice(0, 8) : hash;
}

/// The value of a text that holds JSON, as history events carry it, or else the text as it stands.
export function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/// The words of a cause, which Lambda and nested executions write as JSON; lists have its beginning alone.
export function causeWords(cause) {
	const [, words] = /^\{.*?"(?:errorMessage|Cause)": ?("(?:[^"\\]|\\.)*")/s.exec(cause) ?? [];
	return sentence(words ? parsed(words) : cause);
}

export function sentence(text) {
	const trimmed = String(text ?? "").trim();
	if (trimmed === "") return "";
	const begun = trimmed[0].toUpperCase() + trimmed.slice(1);
	return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
