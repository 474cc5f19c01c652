// Points that lie close together on the screen as one mark with counts of each kind. Pure; linear in the number of points.
// The same points at the same zoom give the same clusters, wherever the map is moved.

/** Points as columns; `kind` is any small number from 0. */
export interface PointColumns {
	lng: readonly number[];
	lat: readonly number[];
	kind: readonly number[];
}

export interface PointCluster {
	/** Number of its first point: a name that stays while the points do. */
	first: number;
	/** Mean of its points in degrees. */
	point: [number, number];
	/** Number of points of each kind. */
	counts: number[];
	/** Rows of its points, rising. */
	rows: number[];
}

const TILE_PX = 512;

/** [x, y] in CSS pixels of the whole world at a zoom (Web Mercator). */
export function worldPixel(lng: number, lat: number, zoom: number): [number, number] {
	const size = TILE_PX * 2 ** zoom;
	const sine = Math.sin((lat * Math.PI) / 180);
	return [((lng + 180) / 360) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
}

interface Seed extends PointCluster {
	x: number;
	y: number;
}

/** Clusters at a zoom: each point joins the nearest seed within `radius` pixels, or becomes one. `kinds` is their number. */
export function clusterPoints(points: PointColumns, zoom: number, radius: number, kinds: number): PointCluster[] {
	const cells = new Map<string, Seed[]>();
	const seeds: Seed[] = [];
	for (let row = 0; row < points.lng.length; row += 1) {
		const lng = points.lng[row] as number;
		const lat = points.lat[row] as number;
		const [x, y] = worldPixel(lng, lat, zoom);
		const column = Math.floor(x / radius);
		const line = Math.floor(y / radius);
		let best: Seed | null = null;
		let bestDistance = radius;
		for (let dx = -1; dx <= 1; dx += 1) {
			for (let dy = -1; dy <= 1; dy += 1) {
				for (const seed of cells.get(`${column + dx} ${line + dy}`) ?? []) {
					const distance = Math.hypot(seed.x - x, seed.y - y);
					if (distance < bestDistance) {
						best = seed;
						bestDistance = distance;
					}
				}
			}
		}
		if (best === null) {
			best = { first: row, point: [0, 0], counts: new Array<number>(kinds).fill(0), rows: [], x, y };
			seeds.push(best);
			const key = `${column} ${line}`;
			cells.set(key, [...(cells.get(key) ?? []), best]);
		}
		const kind = points.kind[row] as number;
		best.counts[kind] = (best.counts[kind] ?? 0) + 1;
		best.rows.push(row);
		best.point[0] += lng;
		best.point[1] += lat;
	}
	return seeds.map(({ first, point, counts, rows }) => ({
		first,
		point: [point[0] / rows.length, point[1] / rows.length],
		counts,
		rows,
	}));
}

function joined(one: PointCluster, other: PointCluster): PointCluster {
	const [n, m] = [one.rows.length, other.rows.length];
	return {
		first: Math.min(one.first, other.first),
		point: [(one.point[0] * n + other.point[0] * m) / (n + m), (one.point[1] * n + other.point[1] * m) / (n + m)],
		counts: one.counts.map((count, kind) => count + (other.counts[kind] ?? 0)),
		rows: [...one.rows, ...other.rows].sort((a, b) => a - b),
	};
}

/** Clusters whose marks would lie on each other become one, until none do. `sizeOf` gives a mark's size in pixels. */
export function joinTouching(
	clusters: readonly PointCluster[],
	zoom: number,
	sizeOf: (cluster: PointCluster) => { width: number; height: number },
): PointCluster[] {
	let boxes = clusters.map((cluster) => ({ cluster, box: boxAt(cluster) }));
	function boxAt(cluster: PointCluster) {
		const [x, y] = worldPixel(...cluster.point, zoom);
		const { width, height } = sizeOf(cluster);
		return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
	}
	for (let hasJoined = true; hasJoined; ) {
		hasJoined = false;
		boxes.sort((a, b) => a.box.left - b.box.left || a.cluster.first - b.cluster.first);
		const gone = new Set<number>();
		boxes.forEach((one, at) => {
			if (gone.has(at)) return;
			for (let next = at + 1; next < boxes.length; next += 1) {
				const other = boxes[next];
				if (other === undefined || other.box.left >= one.box.right) break;
				if (gone.has(next) || other.box.top >= one.box.bottom || other.box.bottom <= one.box.top) continue;
				one.cluster = joined(one.cluster, other.cluster);
				one.box = boxAt(one.cluster);
				gone.add(next);
				hasJoined = true;
			}
		});
		boxes = boxes.filter((_one, at) => !gone.has(at));
	}
	return boxes.map(({ cluster }) => cluster).sort((a, b) => a.first - b.first);
}

/** [west, south, east, north] of some rows. */
export function boxOf(points: PointColumns, rows: readonly number[]): [number, number, number, number] {
	let [west, south, east, north] = [180, 90, -180, -90];
	for (const row of rows) {
		const lng = points.lng[row] as number;
		const lat = points.lat[row] as number;
		[west, east] = [Math.min(west, lng), Math.max(east, lng)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
	}
	return [west, south, east, north];
}
