// A list that is answered in pages: its first page is read again and again, and those after it follow by cursor.

import { api } from "./api.js";

export class PagedList {
	/// `itemsOf` a page are its items, and `keyOf` an item tells it from others.
	constructor(path, itemsOf, keyOf) {
		Object.assign(this, { path, itemsOf, keyOf, items: [], places: new Map(), cursors: new Map(), next: undefined, isLoading: false });
	}

	get isWhole() {
		return this.next === null;
	}

	async loadMore(signal) {
		if (this.isLoading || this.isWhole) return;
		this.isLoading = true;
		try {
			// What is looked for may stand pages away from here.
			for (let fresh = []; fresh.length === 0 && !this.isWhole;) {
				const path = this.next ?? this.path;
				const page = await api.get(path, { signal });
				fresh = this.itemsOf(page).filter((item) => !this.places.has(this.keyOf(item)));
				for (const item of fresh) this.cursors.set(this.keyOf(item), path);
				this.take([...this.items, ...fresh], page.next ?? null);
			}
		} finally {
			this.isLoading = false;
		}
	}

	/// Reads the first page again; answers how many items are new on top.
	async refresh(signal) {
		const page = await api.get(this.path, { signal });
		const fresh = this.itemsOf(page);
		if (fresh.length === 0 && page.next) return 0;
		const known = fresh.findLast((item) => this.places.has(this.keyOf(item)));
		const added = known || !page.next ? fresh.filter((item) => !this.places.has(this.keyOf(item))).length : 0;
		if (!known || !page.next) {
			this.take(fresh, page.next ?? null);
			return added;
		}
		const keys = new Set(fresh.map(this.keyOf));
		const rest = this.items.slice(this.places.get(this.keyOf(known)) + 1).filter((item) => !keys.has(this.keyOf(item)));
		this.take([...fresh, ...rest], rest.length > 0 ? this.next : page.next);
		return added;
	}

	/// Reads a page further down again, whose items are in sight.
	async refreshAt(index, signal) {
		const path = this.cursors.get(this.keyOf(this.items[index] ?? {}));
		if (!path || path === this.path) return;
		for (const item of this.itemsOf(await api.get(path, { signal }))) {
			const place = this.places.get(this.keyOf(item));
			if (place !== undefined) this.items[place] = item;
		}
	}

	take(items, next) {
		this.items = items;
		this.next = next;
		this.places = new Map(items.map((item, index) => [this.keyOf(item), index]));
	}
}
