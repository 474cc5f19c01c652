// Labels at the right end of a trend (target, last value, warning) pushed apart so that none covers another. Pure.

export interface SideLabel<K extends string> {
	key: K;
	/** Wanted centre in pixels. */
	y: number;
	height: number;
}

/**
 * Centres with no overlap, nearest to where they were wanted, in their order from the top. Keeps inside [top, bottom]
 * where there is room. Pools neighbours that touch and centres each pool on its mean wish.
 */
export function spreadLabels<K extends string>(
	labels: readonly SideLabel<K>[],
	top: number,
	bottom: number,
): Record<K, number> {
	const sorted = [...labels].sort((left, right) => left.y - right.y);
	let pools = sorted.map((label) => ({ members: [label], start: label.y - label.height / 2, height: label.height }));
	for (let hasMoved = true; hasMoved; ) {
		hasMoved = false;
		for (const pool of pools) {
			let before = 0;
			let wish = 0;
			for (const member of pool.members) {
				wish += member.y - member.height / 2 - before;
				before += member.height;
			}
			const ideal = wish / pool.members.length;
			pool.start = Math.max(top, Math.min(ideal, bottom - pool.height));
		}
		for (let index = 1; index < pools.length; index += 1) {
			const upper = pools[index - 1];
			const lower = pools[index];
			if (upper === undefined || lower === undefined) continue;
			if (lower.start < upper.start + upper.height - 1e-6) {
				upper.members.push(...lower.members);
				upper.height += lower.height;
				pools = pools.filter((pool) => pool !== lower);
				hasMoved = true;
				break;
			}
		}
	}
	const centres: Partial<Record<K, number>> = {};
	for (const pool of pools) {
		let y = pool.start;
		for (const member of pool.members) {
			centres[member.key] = y + member.height / 2;
			y += member.height;
		}
	}
	return centres as Record<K, number>;
}
