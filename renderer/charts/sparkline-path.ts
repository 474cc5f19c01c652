// Geometry of a sparkline: line pieces, gaps as rings on the base line, target zone, last point. Pure.

/** What the line is judged by: a zone above or below a target, or a usual band; null draws none. */
export type SparkZone = { from: number | null; to: number | null } | null;

export interface SparkInput {
	/** Oldest first; null is a gap and never zero. */
	values: readonly (number | null)[];
	zone: SparkZone;
	width: number;
	height: number;
	/** Free room on every side for the last point, in the same unit. */
	inset: number;
}

export interface SparkShape {
	/** SVG path of all pieces; a lone value between gaps is a short dash. */
	line: string;
	/** Rings on the base line, one for every missing period that lies after the first value. */
	gaps: { x: number; y: number }[];
	last: { x: number; y: number } | null;
	zone: { y: number; height: number; edges: number[] } | null;
}

/** Zone that a target means by the direction in which a figure is good; neutral figures have their usual band. */
export function zoneOf(
	direction: 'up' | 'down' | 'band' | 'neutral',
	target: number | null,
	band: { low: number; high: number } | null,
): SparkZone {
	if (band !== null) return { from: band.low, to: band.high };
	if (target === null) return null;
	if (direction === 'up') return { from: target, to: null };
	if (direction === 'down') return { from: null, to: target };
	return null;
}

/** Lays out a sparkline; one decimal of the unit is enough for a screen. */
export function shapeSparkline({ values, zone, width, height, inset }: SparkInput): SparkShape {
	const known = values.filter((value) => value !== null);
	const bounds = [...known, zone?.from ?? null, zone?.to ?? null].filter((value) => value !== null);
	const lowest = Math.min(...bounds);
	const highest = Math.max(...bounds);
	const round = (value: number) => Math.round(value * 10) / 10;
	const top = inset;
	const bottom = height - inset;
	const yOf = (value: number) =>
		highest === lowest ? (top + bottom) / 2 : bottom - ((value - lowest) / (highest - lowest)) * (bottom - top);
	const xOf = (index: number) =>
		values.length < 2 ? width / 2 : inset + (index / (values.length - 1)) * (width - 2 * inset);

	let line = '';
	const gaps: { x: number; y: number }[] = [];
	let hasValue = false;
	values.forEach((value, index) => {
		const x = round(xOf(index));
		if (value === null) {
			if (hasValue) gaps.push({ x, y: round(bottom) });
			return;
		}
		hasValue = true;
		const isStart = (values[index - 1] ?? null) === null;
		const isAlone = isStart && (values[index + 1] ?? null) === null;
		line += `${isStart ? 'M' : 'L'}${x} ${round(yOf(value))}`;
		if (isAlone) line += 'h.1';
	});
	const lastValue = values.at(-1) ?? null;
	const last = lastValue === null ? null : { x: round(xOf(values.length - 1)), y: round(yOf(lastValue)) };

	if (zone === null || bounds.length === 0) return { line, gaps, last, zone: null };
	const zoneTop = zone.to === null ? 0 : round(yOf(zone.to));
	const zoneBottom = zone.from === null ? height : round(yOf(zone.from));
	const edges: number[] = [];
	if (zone.to !== null) edges.push(zoneTop);
	if (zone.from !== null) edges.push(zoneBottom);
	return { line, gaps, last, zone: { y: zoneTop, height: Math.max(0, round(zoneBottom - zoneTop)), edges } };
}
