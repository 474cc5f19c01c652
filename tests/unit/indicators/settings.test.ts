// A district's settings of the catalogue: each a version with the first day of its periods, older periods as they were,
// refusals in both languages, and nothing lost in the cache.

import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { asWritable, type WritableDb } from '../../../electron/services/cache/cache-db.ts';
import { MIGRATIONS } from '../../../electron/services/cache/migrations.ts';
import { getRevision } from '../../../electron/services/cache/setting-queries.ts';
import { listDefinitions, loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import { computeProof } from '../../../electron/services/indicators/proof.ts';
import {
	changeCatalogue,
	listChanges,
	readDistrictSettings,
} from '../../../electron/services/indicators/settings/district-settings.ts';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { CatalogueChangesOutput } from '../../../shared/contract/schemas/catalogue-changes.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { dayFromDate } from '../../../shared/domain/shanghai-time.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';

const CLOCK_S = 1_790_000_000;
const TODAY = dayFromDate(2026, 11, 20);
const period = (code: string) => parsePeriod(code) ?? expect.fail(code);
const october = period('2026-10');
const september = period('2026-09');

/** In each month twenty events, four of them self-closed, eighteen closed: 90 %. */
const makeSnapshot = () =>
	makeEngineSnapshot({
		areas: [{ code: 'D', level: 'district' }],
		events: ['09', '10'].flatMap((month) =>
			Array.from({ length: 20 }, (_, at) => ({
				area: 'D',
				accepted: `2026-${month}-05 09:00`,
				...(at < 18 && { closed: `2026-${month}-06 09:00` }),
				...(at < 4 && { selfClosed: true }),
			})),
		),
		asOf: { main: '2026-11-20 08:00' },
	});

let db: WritableDb;
/** A new one each time: every change makes a new revision. */
let snapshot = makeSnapshot();
beforeEach(() => {
	snapshot = makeSnapshot();
	const file = new Database(':memory:');
	for (const sql of MIGRATIONS) file.exec(sql);
	db = asWritable(file);
});

function change(indicator: string | null, effectiveOn: string, patch: unknown): number {
	return changeCatalogue(db, { indicator, effectiveOn, note: '例会定', patch }, CLOCK_S).version;
}

function read(code: string, variant?: string) {
	const { catalogue } = readDistrictSettings(db, TODAY);
	return computeReadings(snapshot, catalogue, {
		indicators: [code],
		periods: [september, october],
		...(variant !== undefined && { variant }),
	});
}

function refusalOf(work: () => unknown): GridHelmError {
	try {
		work();
	} catch (error) {
		if (error instanceof GridHelmError) return error;
		throw error;
	}
	return expect.fail('not refused');
}

describe('a target', () => {
	it('holds from its day; periods before keep the version they were made with', () => {
		expect(change('OP03', '2026-10-01', { target: 90, warning: 80 })).toBe(2);
		expect(read('OP03').map(({ light, definitionVersion, value }) => [light, definitionVersion, value])).toEqual([
			['yellow', 1, 90],
			['green', 2, 90],
		]);
	});

	it('counts versions in the order of their making, whatever day they hold from', () => {
		change('OP03', '2026-10-01', { target: 90, warning: 80 });
		expect(change('OP03', '2026-09-01', { target: 99 })).toBe(3);
		expect(read('OP03').map(({ light, definitionVersion }) => [light, definitionVersion])).toEqual([
			['yellow', 3],
			['green', 2],
		]);
		const { changes } = CatalogueChangesOutput.parse(listChanges(db));
		expect(changes.map(({ version, effectiveOn }) => [version, effectiveOn])).toEqual([
			[2, '2026-10-01'],
			[3, '2026-09-01'],
		]);
	});

	it('shows in the proof, in the light and in the list; a new revision tells every screen', () => {
		const before = getRevision(db);
		change('OP03', '2026-10-01', { target: 90, warning: 80 });
		expect(getRevision(db)).toBe(before + 1);
		const { catalogue } = readDistrictSettings(db, TODAY);
		const sources = {
			batch: () => ({ file: 'a.csv', sha256: 'x', arrivedAt: 0 }),
			eventIds: () => [],
		};
		const versions = [september, october].map(
			(each) =>
				computeProof(snapshot, catalogue, { indicator: 'OP03', area: 'D', period: each, limit: 0 }, sources).version,
		);
		expect(versions).toEqual([1, 2]);
	});
});

describe('a variant as the headline', () => {
	it('is what the headline counts from its day on; the former one stays to be asked', () => {
		change('OP03', '2026-10-01', { headline: 'noSelf' });
		expect(read('OP03').map(({ num, den }) => [num, den])).toEqual([
			[18, 20],
			[14, 16],
		]);
		expect(read('OP03', 'noSelf').map(({ den }) => den)).toEqual([16, 16]);
		const { catalogue } = readDistrictSettings(db, TODAY);
		const [reading] = computeReadings(snapshot, catalogue, {
			...{ indicators: ['OP03'], periods: [october], variant: 'shipped' },
		});
		expect([reading?.num, reading?.den]).toEqual([18, 20]);
	});
});

describe('switching off', () => {
	it('takes an indicator out of every list from its day, and on again', () => {
		change('OP09', '2026-12-01', { isOff: true });
		const isListed = (day: number) =>
			listDefinitions(readDistrictSettings(db, day).catalogue).some(({ code }) => code === 'OP09');
		expect([isListed(TODAY), isListed(dayFromDate(2026, 12, 1))]).toEqual([true, false]);
		// What names it still finds it: nothing that stands on a fixed figure may fall.
		expect(readDistrictSettings(db, dayFromDate(2026, 12, 1)).catalogue.has('OP09')).toBe(true);
		change('OP09', '2026-12-01', { isOff: false });
		expect(isListed(dayFromDate(2026, 12, 1))).toBe(true);
		expect([...readDistrictSettings(db, TODAY).catalogue.keys()]).toEqual([...loadCatalogue().keys()]);
	});
});

describe('weights', () => {
	it('hold from their day as a version', () => {
		expect(change(null, '2026-10-01', { dimensions: { operation: 40 }, indicators: { OP04: 3 } })).toBe(2);
		const { weightsFor } = readDistrictSettings(db, TODAY);
		const member = (code: string) =>
			weightsFor(october)
				.dimensions.flatMap(({ indicators }) => indicators)
				.find(({ indicator }) => indicator === code)?.weight;
		expect([weightsFor(september).version, weightsFor(october).version]).toEqual([1, 2]);
		expect([weightsFor(september).dimensions[0]?.weight, weightsFor(october).dimensions[0]?.weight]).toEqual([20, 40]);
		expect([member('OP04'), member('OP03')]).toEqual([3, 1]);
	});
});

describe('a change that makes no sense', () => {
	it.each([
		['OP03', { target: 80 }, 'the warning must lie below the target'],
		['OP09', { warning: 10 }, 'the warning must lie above the target'],
		['OP03', { target: 101 }, 'a percentage lies between 0 and 100'],
		['OP01', { target: 5 }, 'a neutral indicator has no target or warning'],
		['OP03', { low: 5 }, 'this indicator has no band'],
		['TM02', { low: 900 }, 'low < high, and outer bounds outside the band'],
		['OP03', { headline: 'none' }, 'no variant named none'],
		['OP03', {}, 'nothing to change'],
		[null, { indicators: { XX99: 1 } }, 'XX99 is no part of the index'],
		[null, { dimensions: {} }, 'nothing to change'],
	])('of %s to %o is refused in both languages and changes nothing', (indicator, patch, reason) => {
		const refused = refusalOf(() => change(indicator, '2026-10-01', patch));
		expect([refused.code, refused.details.reason]).toEqual(['E_INPUT', reason]);
		expect(refused.message).toMatch(/\p{Script=Han}/u);
		expect(listChanges(db).changes).toEqual([]);
	});

	it('is refused for figures that serve others, unknown ones and days that do not exist', () => {
		expect(refusalOf(() => change('OPEN', '2026-10-01', { isOff: true })).code).toBe('E_UNKNOWN_INDICATOR');
		expect(refusalOf(() => change('ZZ01', '2026-10-01', { isOff: true })).code).toBe('E_UNKNOWN_INDICATOR');
		expect(refusalOf(() => change('OP03', '2026-02-30', { target: 99 })).details.field).toBe('effectiveOn');
	});

	it('is refused when a later version would no longer make sense with it', () => {
		change('OP03', '2026-10-01', { warning: 94 });
		expect(refusalOf(() => change('OP03', '2026-09-01', { target: 93 })).details.field).toBe('warning');
	});
});
