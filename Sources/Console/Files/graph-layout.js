// Where the states of a machine stand: layers from the top, few crossings, straight long edges. Pure arithmetic.
//
// After Sugiyama: take cycles out, give ranks, put a bend in each rank that an edge passes, order the ranks by barycentres,
// then place. Every edge passes a rank of its own between two states, where its label has room.

const GAP_X = 28;
const RANK_GAP = 14;
const LABEL_HEIGHT = 20;
const PAD = 16;
const HEAD = 44;
const SWEEPS = 8;

/// `size(state)` answers `{ width, height }` of a state without its inner machines, `labelWidth(text)` that of a label.
export function layOut(machine, measure) {
	return new Layout(machine, measure, true).result;
}

class Layout {
	constructor(machine, measure, isOutermost) {
		this.measure = measure;
		this.nodes = new Map();
		this.edges = [];
		this.makeNodes(machine, isOutermost);
		this.makeEdges(machine, isOutermost);
		this.breakCycles(machine, isOutermost);
		this.giveRanks();
		this.makeBends();
		this.orderRanks();
		this.placeAcross();
		this.placeDown();
		this.result = { nodes: [...this.nodes.values()], edges: this.edges.map((edge) => this.route(edge)), width: this.width, height: this.height };
	}

	makeNodes(machine, isOutermost) {
		if (isOutermost && machine.startAt) this.add({ id: "\u0000start", kind: "start", width: 20, height: 20 });
		for (const state of machine.states) this.add(this.stateNode(state));
		if (isOutermost && machine.states.some((state) => state.ends)) this.add({ id: "\u0000end", kind: "end", width: 20, height: 20 });
	}

	stateNode(state) {
		const own = this.measure.size(state);
		const node = { id: state.name, kind: "state", state, ...own, inner: [] };
		if (state.machines.length === 0) return node;
		let x = PAD;
		let tallest = 0;
		for (const machine of state.machines) {
			const inner = new Layout(machine, this.measure, false).result;
			node.inner.push({ ...inner, x, y: HEAD });
			x += inner.width + PAD;
			tallest = Math.max(tallest, inner.height);
		}
		const width = Math.max(own.width, x);
		for (const inner of node.inner) inner.x += (width - x) / 2;
		return Object.assign(node, { width, height: HEAD + tallest + PAD });
	}

	add(node) {
		this.nodes.set(node.id, node);
	}

	makeEdges(machine, isOutermost) {
		if (this.nodes.has("\u0000start") && this.nodes.has(machine.startAt)) this.edges.push(edge("\u0000start", machine.startAt, "start", ""));
		for (const state of machine.states) {
			for (const way of state.ways) {
				if (this.nodes.has(way.to)) this.edges.push(edge(state.name, way.to, way.kind, way.labels.join(" · ")));
			}
			if (isOutermost && state.ends) this.edges.push(edge(state.name, "\u0000end", "end", ""));
		}
	}

	// Edges that lead back to where a walk came from are turned round for the ranks, and drawn as they are.
	breakCycles(machine, isOutermost) {
		const standing = new Map();
		const walk = (id) => {
			standing.set(id, "open");
			for (const one of this.edges) {
				if (one.from !== id || one.from === one.to) continue;
				if (standing.get(one.to) === "open") one.isReversed = true;
				else if (!standing.has(one.to)) walk(one.to);
			}
			standing.set(id, "done");
		};
		const first = isOutermost ? "\u0000start" : machine.startAt;
		if (this.nodes.has(first)) walk(first);
		for (const id of this.nodes.keys()) if (!standing.has(id)) walk(id);
	}

	get forward() {
		return this.edges.filter((one) => one.from !== one.to).map((one) => (one.isReversed ? [one.to, one.from, one] : [one.from, one.to, one]));
	}

	giveRanks() {
		const ways = this.forward;
		for (const node of this.nodes.values()) node.rank = 0;
		let changed = true;
		for (let turn = 0; changed && turn <= this.nodes.size; turn += 1) {
			changed = false;
			for (const [from, to] of ways) {
				const least = this.nodes.get(from).rank + 2;
				if (this.nodes.get(to).rank < least) {
					this.nodes.get(to).rank = least;
					changed = true;
				}
			}
		}
	}

	makeBends() {
		const last = Math.max(0, ...[...this.nodes.values()].map((node) => node.rank));
		this.ranks = Array.from({ length: last + 1 }, () => []);
		for (const node of this.nodes.values()) this.ranks[node.rank].push(node);
		this.links = [];
		for (const [from, to, one] of this.forward) {
			let above = this.nodes.get(from);
			const below = this.nodes.get(to);
			const labelRank = one.isReversed ? below.rank - 1 : above.rank + 1;
			// What goes on as planned is drawn straight before what catches errors.
			const pull = one.kind === "catch" ? 1 : 4;
			one.bends = [];
			for (let rank = above.rank + 1; rank < below.rank; rank += 1) {
				const hasLabel = rank === labelRank && one.label !== "";
				const bend = { kind: "bend", rank, width: hasLabel ? this.measure.labelWidth(one.label) : 6, height: hasLabel ? LABEL_HEIGHT : 0, hasLabel };
				this.ranks[rank].push(bend);
				this.links.push([above, bend, pull]);
				one.bends.push(bend);
				above = bend;
			}
			this.links.push([above, below, pull]);
		}
	}

	orderRanks() {
		for (const rank of this.ranks) rank.forEach((node, index) => (node.order = index));
		let best = this.crossings();
		let bestOrder = this.ranks.map((rank) => [...rank]);
		for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
			const down = sweep % 2 === 0;
			const ranks = down ? this.ranks.slice(1) : this.ranks.slice(0, -1).reverse();
			for (const rank of ranks) {
				for (const node of rank) node.weight = mean(this.neighbours(node, down).map((one) => one.order)) ?? node.order;
				rank.sort((a, b) => a.weight - b.weight || a.order - b.order);
				rank.forEach((node, index) => (node.order = index));
			}
			const now = this.crossings();
			if (now < best) {
				best = now;
				bestOrder = this.ranks.map((rank) => [...rank]);
			}
		}
		this.ranks = bestOrder;
		for (const rank of this.ranks) rank.forEach((node, index) => (node.order = index));
	}

	neighbours(node, above) {
		return this.links.filter(([from, to]) => (above ? to : from) === node).map(([from, to]) => (above ? from : to));
	}

	crossings() {
		let count = 0;
		for (let rank = 0; rank < this.ranks.length - 1; rank += 1) {
			const links = this.links.filter(([from]) => from.rank === rank);
			for (let i = 0; i < links.length; i += 1) {
				for (let j = i + 1; j < links.length; j += 1) {
					if ((links[i][0].order - links[j][0].order) * (links[i][1].order - links[j][1].order) < 0) count += 1;
				}
			}
		}
		return count;
	}

	placeAcross() {
		for (const rank of this.ranks) {
			let x = 0;
			for (const node of rank) {
				node.x = x + node.width / 2;
				x += node.width + GAP_X;
			}
		}
		for (let pass = 0; pass < 24; pass += 1) {
			const down = pass % 2 === 0;
			for (const rank of down ? this.ranks : [...this.ranks].reverse()) this.settle(rank, down);
		}
		const all = this.ranks.flat();
		const left = Math.min(...all.map((node) => node.x - node.width / 2));
		for (const node of all) node.x -= left;
		this.width = Math.max(...all.map((node) => node.x + node.width / 2));
	}

	// The places nearest to the wishes that keep order and distance: isotonic regression by pooling neighbours.
	settle(rank, down) {
		let offset = 0;
		const blocks = [];
		rank.forEach((node, index) => {
			if (index > 0) offset += (rank[index - 1].width + node.width) / 2 + GAP_X;
			const wish = this.wish(node, down);
			let block = { sum: wish - offset, count: 1, members: [[node, offset]] };
			while (blocks.length > 0 && blocks.at(-1).sum / blocks.at(-1).count > block.sum / block.count) {
				const before = blocks.pop();
				block = { sum: before.sum + block.sum, count: before.count + block.count, members: [...before.members, ...block.members] };
			}
			blocks.push(block);
		});
		for (const block of blocks) for (const [node, distance] of block.members) node.x = block.sum / block.count + distance;
	}

	wish(node, down) {
		let sum = 0;
		let weight = 0;
		for (const [from, to, pull] of this.links) {
			if ((down ? to : from) !== node) continue;
			sum += pull * (down ? from : to).x;
			weight += pull;
		}
		return weight > 0 ? sum / weight : node.x;
	}

	placeDown() {
		let y = 0;
		for (const rank of this.ranks) {
			const height = Math.max(0, ...rank.map((node) => node.height));
			for (const node of rank) Object.assign(node, { y: y + height / 2, reach: height / 2 });
			y += height + RANK_GAP;
		}
		this.height = Math.max(0, y - RANK_GAP);
	}

	route(one) {
		const from = this.nodes.get(one.from);
		const to = this.nodes.get(one.to);
		if (from === to) return { ...one, ...loop(from) };
		const bends = one.isReversed ? [...one.bends].reverse() : one.bends;
		const down = !one.isReversed;
		const exit = this.port(one, from, down ? 1 : -1, bends[0] ?? to);
		const entry = { x: to.x, y: to.y + (down ? -1 : 1) * (to.height / 2) };
		const label = bends.find((bend) => bend.hasLabel);
		return {
			...one,
			path: curve([exit, ...bends.flatMap((bend) => past(bend, down)), entry]),
			labelAt: label ? { x: label.x, y: label.y, width: label.width } : null,
		};
	}

	// Ways out of one state leave it beside each other, in the order of where they go.
	port(one, node, side, towards) {
		const y = node.y + side * (node.height / 2);
		const beside = this.edges.filter((other) => other.from === node.id && other.from !== other.to && Boolean(other.isReversed) === Boolean(one.isReversed));
		const order = beside.map((other) => (other === one ? towards.x : (other.bends?.[other.isReversed ? other.bends.length - 1 : 0] ?? this.nodes.get(other.to)).x)).sort((a, b) => a - b);
		const place = order.indexOf(towards.x) - (beside.length - 1) / 2;
		const step = Math.min(24, (node.width - 32) / Math.max(1, beside.length - 1));
		return { x: node.x + (beside.length > 1 ? place * step : 0), y };
	}
}

// Beside a tall state an edge goes straight down, or it would run into it.
function past({ x, y, reach, hasLabel }, down) {
	if (reach < 12 || hasLabel) return [{ x, y }];
	const ends = [{ x, y: y - reach, isStraight: !down }, { x, y: y + reach, isStraight: down }];
	return down ? ends : ends.reverse();
}

function edge(from, to, kind, label) {
	return { from, to, kind, label, isReversed: false };
}

function mean(values) {
	return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function curve(points) {
	let d = `M${round(points[0])}`;
	for (let index = 1; index < points.length; index += 1) {
		const [a, b] = [points[index - 1], points[index]];
		if (b.isStraight) {
			d += `L${round(b)}`;
			continue;
		}
		const middle = (a.y + b.y) / 2;
		d += `C${round({ x: a.x, y: middle })} ${round({ x: b.x, y: middle })} ${round(b)}`;
	}
	return d;
}

function loop(node) {
	const x = node.x + node.width / 2;
	return { path: `M${round({ x, y: node.y - 8 })}C${round({ x: x + 26, y: node.y - 16 })} ${round({ x: x + 26, y: node.y + 16 })} ${round({ x, y: node.y + 8 })}`, labelAt: null };
}

function round({ x, y }) {
	return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
