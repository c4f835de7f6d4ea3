// A page that is one list: read again and again, filtered by what stands in the address bar, with more of it when asked for.

import { Problem } from "./api.js";
import { faultNote } from "./dialogs.js";
import { asking, h, remark, render } from "./dom.js";
import { poll } from "./live.js";
import { PagedList } from "./paged-list.js";
import { button, pageHead, table } from "./table.js";

/// `path()` is what is asked for as the address bar stands, `items(page)` what of its answer is shown by `columns()`.
/// `lead`, `actions`, `above`, `show` and `below` are made anew each time the page is drawn; `extra` is asked for with the items.
/// Answers `{ again, filter, draw }`.
export function listPage(view, { title, lead, actions, above, below, path, items, columns, key, empty, show, every = 4000, extra }) {
	view.title(title);
	const page = {
		again: () => {},
		/// Puts filters into the address bar and asks anew.
		filter(values) {
			view.keepQuery(values);
			begin();
			page.again();
		},
		draw,
	};
	let list;
	let fault = null;
	begin();
	page.again = poll(async (signal) => {
		const asked = list;
		await guarded(async () => {
			if (asked.next === undefined) await asked.loadMore(signal);
			else await asked.refresh(signal);
			await extra?.(signal, asked.items);
		});
	}, every, view.signal);
	return page;

	function begin() {
		list = new PagedList(path(), items, key);
		draw();
	}

	async function guarded(work) {
		try {
			await work();
			fault = null;
		} catch (error) {
			if (!(error instanceof Problem)) throw error;
			fault = error;
		}
		draw();
	}

	function draw() {
		const found = list.items;
		const isKnown = list.next !== undefined;
		render(view.root,
			pageHead(title, lead?.(found) ?? "", actions?.(found)),
			above?.(found),
			fault ? h("div", { key: "fault", role: "alert" }, faultNote(fault)) : null,
			!isKnown ? (fault ? null : asking()) : found.length === 0 ? remark(empty) : show ? show(found) : table(title, columns(), found, key),
			isKnown && !list.isWhole ? h("p", { key: "more" }, button("Show more", () => guarded(() => list.loadMore(view.signal)))) : null,
			below?.(found));
	}
}
