// The demonstration district that an empty cache opens with: what it is made from, and its as-of.

import { secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';
import { writeSample } from './write-sample.ts';

export const DEMO_DISTRICT = {
	/** Title of the centre on every screen while the demonstration is open. */
	title: 'L区综治中心',
	seed: 7,
	events: 90_000,
	grids: 300,
	years: 2,
	/** As-of and clock of the demonstration: 2026-11-23T07:42:00+08:00, epoch seconds. */
	endS: secondsFromWallClock(2026, 11, 23, 7, 42),
} as const;

/** Writes the exports of the demonstration district (UTF-8, all columns) to a folder. */
export function writeDemoDistrict(outDir: string): Promise<{ files: string[] }> {
	const { events, seed, grids, years, endS } = DEMO_DISTRICT;
	return writeSample({ outDir, events, seed, grids, years, endS, encoding: 'utf8', isFull: true });
}
