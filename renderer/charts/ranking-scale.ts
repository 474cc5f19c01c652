// Where the dots, intervals, zone and ticks of a peer ranking stand, as shares of the plot's width. Pure.

import type { Light, ReadingStatus } from '../../shared/domain/codes.ts';
import { axisScale } from './axis-scale.ts';

/** One ranked area; values in the figure's unit, null where it has none. */
export interface RankedArea {
	code: string;
	name: string;
	value: number | null;
	low: number | null;
	high: number | null;
	n: number;
	light: Light;
	status: ReadingStatus;
}

export interface RankedGroup {
	peerGroup: 'urban' | 'rural' | 'all';
	rows: readonly RankedArea[];
}

export interface RankingScale {
	/** Share of the width from 0 to 1, clipped to it. */
	at(value: number): number;
	/** Ticks under the plot: the ends, and target and warning where they fit. */
	ticks: { value: number; share: number }[];
	zone: { from: number; to: number } | null;
	target: number | null;
	warning: number | null;
}

/** Two tick labels nearer than this share of the width would touch. */
const TICK_GAP = 0.17;

/** Scale common to all groups, so that a place is read the same way everywhere. */
export function rankingScale(
	groups: readonly RankedGroup[],
	direction: 'up' | 'down' | 'band' | 'neutral',
	target: number | null,
	warning: number | null,
	kind: 'count' | 'ratio' | 'rate' | 'median',
): RankingScale {
	const values: number[] = [];
	for (const group of groups) {
		for (const row of group.rows) {
			for (const value of [row.low, row.value, row.high]) if (value !== null) values.push(value);
		}
	}
	if (kind === 'count' && values.length > 0) values.push(0);
	for (const mark of [target, warning]) if (mark !== null && values.length > 0) values.push(mark);
	const axis = axisScale(values, kind, 4);
	const at = (value: number) => Math.min(1, Math.max(0, (value - axis.min) / (axis.max - axis.min)));
	const ticks: { value: number; share: number }[] = [];
	for (const value of [target, warning, ...axis.ticks]) {
		if (value === null) continue;
		const share = at(value);
		if (ticks.every((tick) => Math.abs(tick.share - share) >= TICK_GAP)) ticks.push({ value, share });
	}
	ticks.sort((left, right) => left.share - right.share);
	const zone =
		target === null || direction === 'band' || direction === 'neutral'
			? null
			: direction === 'up'
				? { from: at(target), to: 1 }
				: { from: 0, to: at(target) };
	return {
		at,
		ticks,
		zone,
		target: target === null ? null : at(target),
		warning: warning === null ? null : at(warning),
	};
}
