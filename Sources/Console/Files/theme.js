// Not a module: it runs before the first paint, so that a chosen theme does not flash.
(() => {
	try {
		const chosen = localStorage.getItem("orderd.theme");
		if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
	} catch {
		// A browser that keeps nothing shows its own preference.
	}
})();
