// Reads JSON and says where it is wrong: line, column, and what the browser's parser expected there.

export class Fault extends Error {
	constructor(message, line, column) {
		super(message);
		Object.assign(this, { line, column });
	}
}

/// The value of a text, or a Fault.
export function readJSON(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (text.trim() === "") throw new Fault("There is nothing here yet.", 1, 1);
		throw faultAt(text, placeOf(text, error.message), error.message);
	}
}

// Chromium names a position, Firefox a line and a column; at an unexpected end there may be neither.
function placeOf(text, message) {
	const position = /at position (\d+)/.exec(message);
	if (position) return Number(position[1]);
	const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
	if (!line) return text.length;
	return text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0) + Number(column) - 1;
}

function faultAt(text, place, message) {
	const before = text.slice(0, place).split("\n");
	const found = place < text.length ? `“${text[place]}”` : "the end";
	return new Fault(`${reason(text, place, message)}, not ${found}.`, before.length, before.at(-1).length + 1);
}

function reason(text, place, message) {
	const last = text.slice(0, place).trimEnd().at(-1);
	if (last === "," && "}]".includes(text[place])) return "After the comma something is expected";
	if (/':'|after property name/.test(message)) return "A colon is expected after the name";
	if (/property name/.test(message)) return "A name in double quotes is expected";
	if (/',' or/.test(message)) return "A comma or a closing bracket is expected";
	if (/after JSON/.test(message)) return "Nothing more is expected";
	if (/Unterminated|control character/i.test(message)) return "A closing quote is expected";
	return "A value is expected: a text in double quotes, a number, true, false, null, { or [";
}
