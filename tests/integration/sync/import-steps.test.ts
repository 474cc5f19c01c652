// Steps of events, and rehearsals that write nothing.

import { describe, expect, it } from 'vitest';
import { listBatches } from '../../../electron/services/cache/batch-queries.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { type MadeExport, stepBlock } from './made-blocks.ts';
import { dumpCache, makeCache } from './made-cache.ts';
import { events, FIRST, rejected, seconds } from './made-events.ts';

describe('without writing', () => {
	it('a dry run tells what an import would do and leaves the cache as it was', async () => {
		const made = makeCache();
		const empty = dumpCache(made.cache.reader);
		const report = await made.take(events('a.csv', FIRST, rejected(1)), { dryRun: true });
		expect(report).toMatchObject({ outcome: 'dryRun', batchId: null, rows: { inserted: 4, quarantined: 1 } });
		expect(dumpCache(made.cache.reader)).toEqual(empty);
		expect(listBatches(made.cache.reader, 10)).toEqual([]);
	});

	it('a cancelled import leaves nothing, and the next one runs', async () => {
		const made = makeCache();
		const empty = dumpCache(made.cache.reader);
		const abort = new AbortController();
		const options = { signal: abort.signal, onProgress: () => abort.abort() };
		await expect(made.take(events('a.csv', FIRST), options)).rejects.toThrow();
		expect(dumpCache(made.cache.reader)).toEqual(empty);
		expect((await made.take(events('a.csv', FIRST))).outcome).toBe('committed');
	});

	it('what is no export is refused when named and ignored in a folder', async () => {
		const made = makeCache();
		const nothing = { path: 'x', fileName: 'x.csv', isTemporary: false };
		const { importFile } = await import('../../../electron/services/sync/import-file.ts');
		expect((await importFile(made.context([]), nothing)).outcome).toBe('refused');
		expect((await importFile(made.context([]), nothing, { isInFolder: true })).outcome).toBe('ignored');
	});

	it('readers see the old data until the commit', async () => {
		const made = makeCache();
		await made.take(events('a.csv', FIRST));
		const seen: number[] = [];
		await made.take(events('b.csv', [{ id: 'E9', at: { acceptedAt: '2026-11-23T09:30:00' } }]), {
			onProgress: () => seen.push(loadSnapshot(made.cache.reader).events.length),
		});
		expect(new Set(seen)).toEqual(new Set([4]));
		expect(loadSnapshot(made.cache.reader).events.length).toBe(5);
	});
});

describe('steps', () => {
	const steps = (fileName: string, rows: Parameters<typeof stepBlock>[0]): MadeExport => ({
		fileName,
		dataset: 'event_step',
		blocks: [stepBlock(rows)],
	});

	it('re-open their event, whichever file comes first', async () => {
		const after = makeCache();
		await after.take(events('a.csv', FIRST));
		await after.take(
			steps('s.csv', [
				{ event: 'E2', seq: 1, op: '结案', at: '2026-11-22T10:00:00' },
				{ event: 'E2', seq: 2, op: '群众不满意，重办', at: '2026-11-22T15:00:00' },
			]),
		);
		expect(after.packed('E2').reopenedAt).toBe(seconds('2026-11-22T15:00:00'));
		expect(verifyCache(after.cache.reader)).toMatchObject({ isSound: true, findings: [] });
		const before = makeCache();
		await before.take(steps('s.csv', [{ event: 'E2', op: '退回重办', at: '2026-11-22T15:00:00' }]));
		await before.take(events('a.csv', FIRST));
		expect(before.packed('E2').reopenedAt).toBe(seconds('2026-11-22T15:00:00'));
		expect(verifyCache(before.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	});

	it('are numbered by time where no number is delivered, folded, and unchanged when repeated', async () => {
		const made = makeCache();
		const rows = [
			{ event: 'E1', op: '派单', at: '2026-11-20T10:00:00' },
			{ event: 'E1', op: '受理', at: '2026-11-20T09:00:00' },
			{ event: 'E2', seq: 1, op: '受理', at: '2026-11-20T09:00:00' },
			{ event: 'E2', seq: 1, op: '受理', at: '2026-11-20T09:00:00' },
		];
		expect((await made.take(steps('s.csv', rows))).rows).toMatchObject({ read: 4, inserted: 3, folded: 1 });
		const { listSteps } = await import('../../../electron/services/cache/event-queries.ts');
		expect(listSteps(made.cache.reader, 'E1').map(({ seq, op }) => [seq, op])).toEqual([
			[1, '受理'],
			[2, '派单'],
		]);
		expect((await made.take(steps('s.csv', rows))).outcome).toBe('unchanged');
	});
});
