// Every earlier state of an event stays readable, with the file that brought it and what it changed.

import { describe, expect, it } from 'vitest';
import { eventKnownAt, listEventVersions } from '../../../electron/services/events/event-versions.ts';
import { importFile } from '../../../electron/services/sync/import-file.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { EventVersionsOutput } from '../../../shared/contract/schemas/event-versions.ts';
import { eventBlocks, type MadeEvent, type MadeExport, NOW_S } from './made-blocks.ts';
import { type MadeCache, makeCache } from './made-cache.ts';

const AT = { acceptedAt: '2026-11-20T09:00:00+08:00' };
const HOUR_S = 3_600;

/** Imports one file `hours` after the clock of these tests. */
function takeAt(made: MadeCache, hours: number, rows: MadeEvent[], mode: 'full' | 'increment' = 'increment') {
	const file: MadeExport = { fileName: `${hours}.csv`, dataset: 'event', blocks: eventBlocks(rows) };
	const nowS = () => NOW_S + hours * HOUR_S;
	const named = { path: file.fileName, fileName: file.fileName, isTemporary: false };
	return importFile({ ...made.context([file]), nowS }, named, { asOfS: nowS(), mode, acceptHeld: true });
}

describe('the history of an event', () => {
	it('tells each state, newest first, withdrawn and returned ones too', async () => {
		const made = makeCache();
		const other: MadeEvent = { id: 'E2', at: AT };
		await takeAt(made, 0, [{ id: 'E1', status: '处置中', unit: '城管', at: AT }, other]);
		await takeAt(made, 1, [
			{ id: 'E1', status: '已办结', unit: '城管', at: { ...AT, closedAt: '2026-11-21T09:00:00+08:00' } },
		]);
		await takeAt(made, 2, [other], 'full');
		await takeAt(made, 3, [other], 'full');
		await takeAt(made, 4, [{ id: 'E1', status: '已办结', unit: '水利', at: AT }]);
		const { versions } = EventVersionsOutput.parse(listEventVersions(made.cache.reader, 'E1'));
		expect(versions.map(({ file, kind }) => [file, kind])).toEqual([
			['4.csv', 'returned'],
			['3.csv', 'withdrawn'],
			['1.csv', 'changed'],
			['0.csv', 'brought'],
		]);
		expect(versions[2]?.changes).toMatchObject([
			{ field: 'status', before: { zh: expect.any(String) }, after: { zh: expect.any(String) } },
			{ field: 'closedAt', before: null, after: { zh: '2026-11-21T09:00:00+08:00' } },
		]);
		expect(versions[0]?.changes.map(({ field }) => field)).toEqual(['unit', 'closedAt']);
		expect(listEventVersions(made.cache.reader, 'E2').versions).toHaveLength(1);
		expect(() => listEventVersions(made.cache.reader, 'E9')).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
	});

	it('gives the event as it was known at an instant, and forgets a file that was taken back', async () => {
		const made = makeCache();
		await takeAt(made, 0, [{ id: 'E1', unit: '城管', at: AT }]);
		await takeAt(made, 2, [{ id: 'E1', unit: '水利', at: AT }]);
		const unitAt = (hours: number) => eventKnownAt(made.cache.reader, 'E1', NOW_S + hours * HOUR_S)?.leadUnit ?? null;
		expect([unitAt(-1), unitAt(0), unitAt(1), unitAt(2), unitAt(9)]).toEqual([null, '城管', '城管', '水利', '水利']);
		undoBatch(made.cache, 2, NOW_S);
		expect(unitAt(9)).toBe('城管');
		expect(listEventVersions(made.cache.reader, 'E1').versions).toHaveLength(1);
	});

	it('is looked up by its key, never by a scan', () => {
		const made = makeCache();
		const plan = made.cache.reader
			.prepare('EXPLAIN QUERY PLAN SELECT 1 FROM event_version e WHERE e.event_key = 7 ORDER BY e.superseded_by')
			.all() as { detail: string }[];
		expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN/);
	});
});
