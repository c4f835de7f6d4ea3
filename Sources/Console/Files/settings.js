// What the console remembers in this browser: preferences, never a key and nothing of an order.

export function remembered(name, otherwise) {
	try {
		const text = localStorage.getItem(`orderd.${name}`);
		return text === null ? otherwise : JSON.parse(text);
	} catch {
		return otherwise;
	}
}

export function remember(name, value) {
	try {
		localStorage.setItem(`orderd.${name}`, JSON.stringify(value));
	} catch {
		// Private windows may refuse; the preference then lasts as long as the page.
	}
}
