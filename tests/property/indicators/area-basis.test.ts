// T3: grids split, merge, move and are renamed; whatever happened, totals stay, "as now" puts an event where its area
// went, and what nobody can tell counts above and never by guess. Checked against a history that is walked day by day.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOnBasis } from '../../../electron/services/indicators/area-basis.ts';
import { type LineageRow, makeAreaLineage } from '../../../electron/services/indicators/area-lineage.ts';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import type { EngineSnapshot } from '../../../electron/services/indicators/event-columns.ts';
import { eventIndexOf } from '../../../electron/services/indicators/event-index.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { dayFromDate, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import type { PlainArea, PlainEvent } from '../../support/make-engine-snapshot.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';
import { makeRandom } from '../../support/random-district.ts';

const FIRST_DAY = dayFromDate(2026, 1, 1);
const DAYS = 200;
const year = parsePeriod('2026') ?? expect.fail('no year');
const catalogue = loadCatalogue();

interface History {
	areas: PlainArea[];
	rows: LineageRow[];
	events: PlainEvent[];
	/** Where each event lies today, by its number; and whether its point says so. */
	truth: { grid: string; isKnown: boolean }[];
}

/** A town whose grids change now and then, and events filed under the grid of their day. */
function makeHistory(seed: number, town: string): History {
	const random = makeRandom(seed);
	const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
	const areas: PlainArea[] = [
		{ code: town, level: 'town', parent: 'D' },
		{ code: `${town}V1`, level: 'village', parent: town },
		{ code: `${town}V2`, level: 'village', parent: town },
	];
	let made = 0;
	const villageOf = new Map<string, string>();
	function addGrid(village: string): string {
		made += 1;
		const code = `${town}G${made}`;
		areas.push({ code, level: 'grid', parent: village });
		villageOf.set(code, village);
		return code;
	}
	const villages = [`${town}V1`, `${town}V2`] as const;
	let standing = [0, 0, 0, 1, 1].map((at) => addGrid(villages[at] ?? town));
	const rows: LineageRow[] = [];
	// Each plot is a spot of ground; it carries the grid that it lies in, day by day.
	const plots = Array.from({ length: 24 }, (_, at) => standing[at % standing.length] as string);
	const gridOn: string[][] = [];
	for (let day = 0; day < DAYS; day += 1) {
		if (day > 0 && random() < 0.03) change(FIRST_DAY + day);
		gridOn.push([...plots]);
	}

	function change(effectiveDay: number): void {
		const old = pick(standing);
		const village = villageOf.get(old) ?? town;
		const kind = pick(['split', 'merge', 'rename'] as const);
		const other = standing.find((code) => code !== old && villageOf.get(code) === village);
		const row = (oldCode: string, newCode: string, share: number | null): LineageRow => ({
			...{ oldCode, newCode, share, change: kind, effectiveDay },
		});
		if (kind === 'rename') {
			const renamed = addGrid(village);
			rows.push(row(old, renamed, 1));
			move([old], () => renamed);
		} else if (kind === 'merge' && other !== undefined) {
			const joined = addGrid(village);
			rows.push(row(old, joined, 1), row(other, joined, 1));
			move([old, other], () => joined);
		} else {
			const parts = [addGrid(village), addGrid(random() < 0.2 ? pick(villages) : village)];
			for (const part of parts) rows.push({ ...row(old, part, random() < 0.5 ? 0.5 : null), change: 'split' });
			move([old], () => pick(parts));
		}
	}

	function move(from: readonly string[], to: () => string): void {
		plots.forEach((grid, plot) => {
			if (from.includes(grid)) plots[plot] = to();
		});
		const now = new Set(rows.map(({ newCode }) => newCode));
		standing = [...standing, ...now].filter((code) => !rows.some(({ oldCode }) => oldCode === code));
		standing = [...new Set(standing)];
	}

	const events: PlainEvent[] = [];
	const truth: History['truth'] = [];
	for (let number = 0; number < 60; number += 1) {
		const day = Math.floor(random() * DAYS);
		const plot = Math.floor(random() * plots.length);
		const area = gridOn[day]?.[plot] ?? 'D';
		events.push({ area, accepted: `${toIsoDate(FIRST_DAY + day)} 10:00` });
		truth.push({ grid: plots[plot] ?? 'D', isKnown: random() < 0.5 });
	}
	return { areas, rows, events, truth };
}

/** Several towns side by side, so that one snapshot serves many histories. */
function joined(histories: readonly History[]): History {
	return {
		areas: [{ code: 'D', level: 'district' }, ...histories.flatMap(({ areas }) => areas)],
		rows: histories.flatMap(({ rows }) => rows),
		events: histories.flatMap(({ events }) => events),
		truth: histories.flatMap(({ truth }) => truth),
	};
}

function snapshotOf({ areas, rows, events, truth }: History): EngineSnapshot {
	const snapshot = makeEngineSnapshot({ areas, events, asOf: { main: '2026-12-01 08:00' } });
	const idOf = new Map(snapshot.areas.map(({ code, areaId }) => [code, areaId]));
	const geoAreaId = snapshot.events.eventKey.map((key) => {
		const { grid, isKnown } = truth[key - 1] ?? { grid: '', isKnown: false };
		return isKnown ? (idOf.get(grid) ?? 0) : 0;
	});
	return { ...snapshot, events: { ...snapshot.events, geoAreaId }, lineage: makeAreaLineage(rows) };
}

describe('areas as then and as now', () => {
	it('conserve every total over 1,000 random histories, and never guess', () => {
		let changes = 0;
		let moved = 0;
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
				const towns = Array.from({ length: 25 }, (_, at) => makeHistory(seed + at, `T${at}`));
				const whole = joined(towns);
				const snapshot = snapshotOf(whole);
				const then = eventIndexOf(snapshot);
				const now = indexOnBasis(snapshot, 'now');
				changes += whole.rows.length;
				const { places, placeByCode } = then.tree;
				for (let row = 0; row < snapshot.events.length; row += 1) {
					const { grid, isKnown } =
						whole.truth[(snapshot.events.eventKey[row] as number) - 1] ?? expect.fail('no truth');
					const here = places[now.place[row] as number] ?? expect.fail('nowhere');
					const real = placeByCode.get(grid) ?? -1;
					if (now.place[row] !== then.place[row]) moved += 1;
					// Where its ground lies today, or above that; exactly there where its point tells.
					if (real < here.place || real > here.lastPlace) expect.fail(`${grid} is not in ${here.code}`);
					if (isKnown && here.code !== grid) expect.fail(`${here.code} is not ${grid}`);
				}
				const total = (basis: 'then' | 'now', area: string) =>
					computeReadings(snapshot, catalogue, { indicators: ['OP01'], areas: [area], periods: [year], basis })[0]
						?.value;
				expect(total('now', 'D')).toBe(whole.events.length);
				towns.forEach(({ areas, rows, events }, at) => {
					expect(total('now', `T${at}`)).toBe(events.length);
					const villageOf = new Map(areas.map(({ code, parent }) => [code, parent]));
					const isWithin = rows.every(({ oldCode, newCode }) => villageOf.get(oldCode) === villageOf.get(newCode));
					if (isWithin) expect(total('now', `T${at}V1`)).toBe(total('then', `T${at}V1`));
				});
			}),
			{ numRuns: 40 },
		);
		expect(changes).toBeGreaterThan(4_000);
		expect(moved).toBeGreaterThan(10_000);
	}, 120_000);

	it('are one where nothing was ever changed', () => {
		const snapshot = snapshotOf({ ...joined([makeHistory(7, 'T')]), rows: [] });
		expect(indexOnBasis(snapshot, 'now')).toBe(eventIndexOf(snapshot));
	});

	it('leave what was accepted after a change where it is', () => {
		const areas: PlainArea[] = [
			{ code: 'D', level: 'district' },
			{ code: 'A', level: 'grid', parent: 'D' },
			{ code: 'B', level: 'grid', parent: 'D' },
		];
		const rows: LineageRow[] = [
			{ oldCode: 'A', newCode: 'B', share: 1, change: 'merge', effectiveDay: dayFromDate(2026, 3, 1) },
			{ oldCode: 'B', newCode: 'B', share: 1, change: 'merge', effectiveDay: dayFromDate(2026, 3, 1) },
		];
		const events = ['2026-02-28 23:59:59', '2026-03-01 00:00:00'].map((accepted) => ({ area: 'A', accepted }));
		const truth = events.map(() => ({ grid: 'B', isKnown: false }));
		const counts = (basis: 'then' | 'now') =>
			computeReadings(snapshotOf({ areas, rows, events, truth }), catalogue, {
				...{ indicators: ['OP01'], level: 'grid', periods: [year], basis },
			}).map(({ area, value }) => [area, value]);
		expect(counts('then')).toEqual([
			['A', 2],
			['B', 0],
		]);
		expect(counts('now')).toEqual([
			['A', 1],
			['B', 1],
		]);
	});
});
