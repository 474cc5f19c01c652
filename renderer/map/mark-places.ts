// Marks that would lie on each other are nudged apart, so that each can be counted. Pure; screen pixels.

export interface Place {
	x: number;
	y: number;
}

const ROUNDS = 24;

/**
 * Places of marks of a width `size`, nudged until they touch at most at their edges, each by no more than `reach` from
 * its true place. The same input gives the same output; marks that are alone do not move.
 */
export function separateMarks(places: readonly Place[], size: number, reach: number): Place[] {
	const moved = places.map(({ x, y }) => ({ x, y }));
	for (let round = 0; round < ROUNDS; round += 1) {
		let hasMoved = false;
		for (let first = 0; first < moved.length; first += 1) {
			for (let second = first + 1; second < moved.length; second += 1) {
				const a = moved[first];
				const b = moved[second];
				if (a === undefined || b === undefined) continue;
				let dx = b.x - a.x;
				const dy = b.y - a.y;
				let distance = Math.hypot(dx, dy);
				if (distance >= size) continue;
				if (distance < 1e-6) {
					dx = 1;
					distance = 1;
				}
				const push = (size - distance) / 2 / distance;
				a.x -= dx * push;
				a.y -= dy * push;
				b.x += dx * push;
				b.y += dy * push;
				hasMoved = true;
			}
		}
		moved.forEach((place, index) => {
			const home = places[index];
			if (home === undefined) return;
			const away = Math.hypot(place.x - home.x, place.y - home.y);
			if (away <= reach) return;
			place.x = home.x + ((place.x - home.x) / away) * reach;
			place.y = home.y + ((place.y - home.y) / away) * reach;
		});
		if (!hasMoved) break;
	}
	return moved;
}
