// What a change would do is said as making it would do: the same lights, values and refusals, and nothing is written.

import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { asWritable, type WritableDb } from '../../../electron/services/cache/cache-db.ts';
import { MIGRATIONS } from '../../../electron/services/cache/migrations.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import {
	changeCatalogue,
	listChanges,
	readDistrictSettings,
} from '../../../electron/services/indicators/settings/district-settings.ts';
import { listSettings } from '../../../electron/services/indicators/settings/list-settings.ts';
import { previewChange } from '../../../electron/services/indicators/settings/preview-change.ts';
import { CatalogueSettingsOutput, PreviewChangeOutput } from '../../../shared/contract/schemas/catalogue-changes.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { dayOf, parseIso } from '../../../shared/domain/shanghai-time.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const CLOCK_S = parseIso('2026-11-25T10:00:00+08:00') ?? 0;
const october = parsePeriod('2026-10') ?? expect.fail('2026-10');

/** Twenty events in October: in T1 all closed, in T2 nineteen, four of each self-closed. */
const makeSnapshot = () =>
	makeEngineSnapshot({
		areas: [
			{ code: 'D', level: 'district' },
			{ code: 'T1', level: 'town', parent: 'D' },
			{ code: 'T2', level: 'town', parent: 'D' },
		],
		events: ['T1', 'T2'].flatMap((area) =>
			Array.from({ length: 20 }, (_, at) => ({
				area,
				accepted: '2026-10-05 09:00',
				...((area === 'T1' || at < 19) && { closed: '2026-10-06 09:00' }),
				...(at < 4 && { selfClosed: true }),
			})),
		),
		asOf: { main: '2026-11-23 08:00' },
	});

let db: WritableDb;
let scope: Parameters<typeof previewChange>[0];
beforeEach(() => {
	const file = new Database(':memory:');
	for (const sql of MIGRATIONS) file.exec(sql);
	db = asWritable(file);
	scope = { own: db, snapshot: makeSnapshot(), clockS: CLOCK_S };
});

const ask = (patch: Record<string, unknown>, effectiveOn = '2026-10-01') =>
	PreviewChangeOutput.parse(previewChange(scope, { indicator: 'OP03', effectiveOn, definition: patch, weights: null }));

describe('what a change would do', () => {
	it('counts the areas that change their light in the last final month, as making it does', () => {
		const preview = ask({ target: 99, warning: 96 });
		expect(preview).toMatchObject({ period: '2026-10', version: 2, values: 0, grades: [], switched: null });
		const read = () =>
			computeReadings(makeSnapshot(), readDistrictSettings(db, dayOf(CLOCK_S)).catalogue, {
				indicators: ['OP03'],
				level: 'town',
				periods: [october],
			}).map(({ light }) => light);
		expect(listChanges(db).changes).toEqual([]);
		const before = read();
		changeCatalogue(
			db,
			{ indicator: 'OP03', effectiveOn: '2026-10-01', note: '', patch: { target: 99, warning: 96 } },
			CLOCK_S,
		);
		const after = read();
		expect([before, after]).toEqual([
			['green', 'green'],
			['green', 'red'],
		]);
		expect(preview.lights.find(({ level }) => level === 'town')).toEqual({
			level: 'town',
			areas: 2,
			changed: 1,
			moves: [{ from: 'green', to: 'red', areas: 1 }],
		});
	});

	it('counts values that another headline changes, and does not take one draft for another', () => {
		const [first, ...others] =
			listSettings(db, CLOCK_S).rows.find(({ indicator }) => indicator === 'OP03')?.variants ?? [];
		if (!first) expect.fail('OP03 has no variants');
		const one = ask({ headline: first.name });
		expect(one.values).toBeGreaterThan(0);
		for (const { name } of others) ask({ headline: name });
		expect(ask({ headline: first.name })).toEqual(one);
		expect(ask({ target: 95.5 }).values).toBe(0);
	});

	it('refuses what making it would refuse, and says how many areas would no longer show it', () => {
		expect(() => ask({ target: 50 })).toThrow('警戒值须比目标值低');
		expect(() => ask({})).toThrow('没有要改的内容');
		expect(() =>
			previewChange(scope, { indicator: 'OP03', effectiveOn: '2026-10-01', definition: null, weights: null }),
		).toThrow();
		expect(ask({ isOff: true }).switched).toBe(3);
	});

	it('answers for weights by grades', () => {
		const preview = previewChange(scope, {
			indicator: null,
			effectiveOn: '2026-10-01',
			definition: null,
			weights: { dimensions: { operation: 25 } },
		});
		expect(preview.lights).toEqual([]);
		expect(preview.grades.map(({ level, areas }) => [level, areas])).toEqual([
			['district', 1],
			['town', 2],
			['village', 0],
		]);
	});
});

describe('the settings as they stand today', () => {
	it('keep a switched-off row, show a change only from its day on, and state its version', () => {
		const rowOf = (code: string) => {
			const found = CatalogueSettingsOutput.parse(listSettings(db, CLOCK_S));
			return found.rows.find(({ indicator }) => indicator === code) ?? expect.fail(code);
		};
		const before = rowOf('OP03');
		changeCatalogue(db, { indicator: 'OP03', effectiveOn: '2026-12-01', note: '', patch: { target: 99 } }, CLOCK_S);
		expect(rowOf('OP03')).toEqual(before);
		changeCatalogue(
			db,
			{ indicator: 'OP04', effectiveOn: '2026-11-01', note: '', patch: { isOff: true, target: 96 } },
			CLOCK_S,
		);
		expect(rowOf('OP04')).toMatchObject({ isOff: true, version: 2, threshold: { target: 96, isShare: false } });
		expect(rowOf('OP05').threshold?.isShare).toBe(true);
		expect(rowOf('OP01')).toMatchObject({ threshold: null, band: null, weight: null });
	});
});
