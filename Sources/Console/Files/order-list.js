// The orders that a list holds, newest first: pages by cursor at its end, and the newest page again and again at its head.

import { api, withQuery } from "./api.js";

const PAGE = 100;

export class OrderList {
	constructor(filters) {
		this.filters = filters;
		this.orders = [];
		this.places = new Map();
		this.next = undefined;
		this.isLoading = false;
		this.cursors = new Map();
	}

	get isWhole() {
		return this.next === null;
	}

	async loadMore(signal) {
		if (this.isLoading || this.isWhole) return false;
		this.isLoading = true;
		try {
			const path = this.next ?? this.address({});
			const page = await api.get(path, { signal });
			for (const order of page.orders) {
				if (this.places.has(order.orderId)) continue;
				this.cursors.set(order.orderId, path);
				this.orders.push(order);
				this.places.set(order.orderId, this.orders.length - 1);
			}
			this.next = page.next ?? null;
			return true;
		} finally {
			this.isLoading = false;
		}
	}

	/// Reads the newest page again; answers how many rows are new on top.
	async refreshHead(signal) {
		const page = await api.get(this.address({}), { signal });
		const fresh = page.orders;
		if (page.next === undefined) {
			const added = fresh.filter((order) => !this.places.has(order.orderId)).length;
			this.take(fresh, null);
			return added;
		}
		const bottom = fresh.findLast((order) => this.places.has(order.orderId));
		if (!bottom) {
			this.take(fresh, page.next);
			return 0;
		}
		const added = fresh.filter((order) => !this.places.has(order.orderId)).length;
		const rest = this.orders.slice(this.places.get(bottom.orderId) + 1);
		const known = new Set(fresh.map((order) => order.orderId));
		this.take([...fresh, ...rest.filter((order) => !known.has(order.orderId))], this.next);
		return added;
	}

	/// Reads a page further down again, whose rows are in sight.
	async refreshAt(index, signal) {
		const path = this.cursors.get(this.orders[index]?.orderId);
		if (!path || path === this.address({})) return;
		const page = await api.get(path, { signal });
		for (const order of page.orders) {
			const place = this.places.get(order.orderId);
			if (place !== undefined) this.orders[place] = order;
		}
	}

	take(orders, next) {
		this.orders = orders;
		this.next = next;
		this.places = new Map(orders.map((order, index) => [order.orderId, index]));
	}

	address(extra) {
		return withQuery("/orders", { ...this.filters, limit: PAGE, ...extra });
	}
}
