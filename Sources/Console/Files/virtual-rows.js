// Rows of a table of any length, of which only those in sight are on the page.

import { h, render } from "./dom.js";

const MARGIN = 12;

/// `row(item, index)` makes a `tr`; every row is `height` pixels high. `onScroll(first, last)` tells what is in sight.
export function virtualRows({ frame, body, height, columns, row, onScroll }) {
	let items = [];
	let waiting = false;
	const draw = () => {
		waiting = false;
		const head = body.previousElementSibling?.offsetHeight ?? 0;
		const first = Math.max(0, Math.floor(frame.scrollTop / height) - MARGIN);
		const last = Math.min(items.length, Math.ceil((frame.scrollTop + frame.clientHeight - head) / height) + MARGIN);
		render(body,
			spacer("above", first * height, columns()),
			items.slice(first, last).map((item, index) => row(item, first + index)),
			spacer("below", (items.length - last) * height, columns()));
		onScroll?.(first, last);
	};
	frame.addEventListener("scroll", () => {
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(draw);
	}, { passive: true });
	return {
		show(fresh, { added = 0 } = {}) {
			items = fresh;
			// Rows that came on top do not push away what is being read.
			if (added > 0 && frame.scrollTop > height) frame.scrollTop += added * height;
			draw();
		},
		draw,
		reveal(index) {
			const head = body.previousElementSibling?.offsetHeight ?? 0;
			const top = index * height;
			if (top < frame.scrollTop) frame.scrollTop = top;
			else if (top + height > frame.scrollTop + frame.clientHeight - head) frame.scrollTop = top + height - frame.clientHeight + head;
			draw();
		},
	};
}

function spacer(key, height, columns) {
	if (height <= 0) return null;
	return h("tr.spacer", { key: `spacer ${key}`, "aria-hidden": "true" }, h("td", { colspan: columns, style: { height: `${height}px` } }));
}
