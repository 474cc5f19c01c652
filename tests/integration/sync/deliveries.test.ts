// Files over time (domain.md §6.1): full or increment, what vanishes and comes back, caps, old files after new ones,
// a month issued again, corrections long after. Each with its own stated outcome.

import { describe, expect, it } from 'vitest';
import { getEventById } from '../../../electron/services/cache/event-queries.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import type { ImportOptions } from '../../../electron/services/sync/import-options.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { secondsFromWallClock, toIso } from '../../../shared/domain/shanghai-time.ts';
import { area, eventBlocks, type MadeEvent, type MadeExport, NOW_S } from './made-blocks.ts';
import { dumpCache, type MadeCache, makeCache } from './made-cache.ts';

const DAY_S = 86_400;
const FIRST_S = secondsFromWallClock(2026, 10, 1, 8);

/** `count` events from October 1 on, every fourth of them open. */
function eventsOf(
	count: number,
	change: (event: MadeEvent, index: number) => MadeEvent = (event) => event,
): MadeEvent[] {
	return Array.from({ length: count }, (_, index) => {
		const acceptedAt = FIRST_S + index * 3_600;
		const isOpen = index % 4 === 0;
		const at = { acceptedAt: toIso(acceptedAt), ...(isOpen ? {} : { closedAt: toIso(acceptedAt + 7_200) }) };
		return change({ id: `E${index}`, status: isOpen ? '处置中' : '已办结', at }, index);
	});
}

let lastFile = 0;
function take(made: MadeCache, rows: readonly MadeEvent[], options: ImportOptions = {}, plan: MadeExport['plan'] = {}) {
	lastFile += 1;
	return made.take(
		{ fileName: `${lastFile}.csv`, dataset: 'event', blocks: eventBlocks(rows, [], 200), plan },
		{ asOfS: FIRST_S + 40 * DAY_S, ...options },
	);
}
const without = (rows: readonly MadeEvent[], ...ids: string[]) => rows.filter(({ id }) => !ids.includes(id));
const codesOf = (report: { warnings: { code: string; count: number }[] }) =>
	Object.fromEntries(report.warnings.map(({ code, count }) => [code, count]));
const counted = (made: MadeCache) => loadSnapshot(made.cache.reader).events.length;

describe('full or increment', () => {
	it('is told by the open events that a file holds', async () => {
		const made = makeCache();
		const rows = eventsOf(200);
		expect(await take(made, rows)).toMatchObject({ mode: 'increment', outcome: 'committed' });
		const open = rows.filter((_, index) => index % 4 === 0);
		expect(open).toHaveLength(50);
		expect((await take(made, open.slice(0, 47))).mode).toBe('increment');
		// 48 of 50 open events, and everything else: whole. Two of 200 are missing.
		const whole = without(rows, 'E4', 'E8');
		expect(await take(made, whole)).toMatchObject({
			mode: 'full',
			outcome: 'committed',
			rows: { unchanged: 198, vanished: 2 },
		});
		expect((await take(made, whole, { mode: 'increment' })).mode).toBe('increment');
		expect((await take(made, rows.slice(0, 190), { mode: 'full', acceptHeld: true })).mode).toBe('full');
	});

	it('asks for nearly all events where hardly any is open', async () => {
		const made = makeCache();
		const rows = eventsOf(40, (event) => ({ ...event, at: { ...event.at, closedAt: toIso(FIRST_S + 9 * DAY_S) } }));
		await take(made, rows);
		expect((await take(made, rows.slice(0, 37))).mode).toBe('increment');
		expect((await take(made, [...rows, { id: 'N', at: { acceptedAt: toIso(FIRST_S) } }])).mode).toBe('full');
	});
});

describe('what a full export lacks', () => {
	it('counts until the next full export lacks it too, then is withdrawn and readable; undo brings it back', async () => {
		const made = makeCache();
		const rows = eventsOf(200);
		await take(made, rows);
		const first = await take(made, without(rows, 'E1'));
		expect(first.rows.vanished).toBe(1);
		expect(codesOf(first)).toEqual({ W_VANISHED: 1 });
		expect(first.warnings[0]?.message).toContain('暂仍照常计入');
		expect(counted(made)).toBe(200);
		const between = dumpCache(made.cache.reader);
		const second = await take(made, without(rows, 'E1', 'E2'), { asOfS: FIRST_S + 41 * DAY_S });
		expect(second.rows.vanished).toBe(2);
		expect(codesOf(second)).toEqual({ W_VANISHED: 1, W_WITHDRAWN: 1 });
		expect(counted(made)).toBe(199);
		expect(getEventById(made.cache.reader, 'E1')).toMatchObject({ status: { raw: '已办结' } });
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
		expect(() => undoBatch(made.cache, first.batchId ?? 0, NOW_S)).toThrow(
			expect.objectContaining({
				code: 'E_DEPENDS',
				details: expect.objectContaining({ batches: String(second.batchId) }),
			}),
		);
		undoBatch(made.cache, second.batchId ?? 0, NOW_S);
		expect(dumpCache(made.cache.reader)).toEqual(between);
		expect(counted(made)).toBe(200);
	});

	it('is kept when the next full export has it again, and counts again when it comes after it was withdrawn', async () => {
		const made = makeCache();
		const rows = eventsOf(200);
		await take(made, rows);
		await take(made, without(rows, 'E1'));
		await take(made, rows, { mode: 'full' });
		expect((await take(made, without(rows, 'E1'))).rows.vanished).toBe(1);
		expect(counted(made)).toBe(200);
		await take(made, without(rows, 'E1', 'E3'));
		expect(counted(made)).toBe(199);
		const back = await take(made, rows.slice(0, 3), { mode: 'increment' });
		expect(back.rows).toMatchObject({ updated: 1, unchanged: 2 });
		expect(codesOf(back)).toEqual({ W_RETURNED: 1 });
		expect(counted(made)).toBe(200);
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true, findings: [] });
	});

	it('holds the file from over two per cent or fifty rows on, until it is accepted', async () => {
		const made = makeCache();
		const rows = eventsOf(200);
		await take(made, rows);
		const before = dumpCache(made.cache.reader);
		const held = await take(made, rows.slice(0, 194), { mode: 'full' });
		expect(held).toMatchObject({ outcome: 'held', batchId: null, rows: { unchanged: 194, vanished: 6 } });
		expect(held.message).toContain('3.0%');
		expect(held.message).toContain('按增量导入');
		expect(held.messageEn).toContain('3.0 %');
		expect(dumpCache(made.cache.reader)).toEqual(before);
		// Without a word on its as-of, the latest rows missing make it no older than it is.
		expect((await take(made, rows.slice(0, 194), { mode: 'full', asOfS: null })).outcome).toBe('held');
		expect((await take(made, rows.slice(0, 196), { mode: 'full' })).outcome).toBe('committed');
		expect((await take(made, rows.slice(0, 194), { mode: 'full', acceptHeld: true })).outcome).toBe('committed');
		expect(counted(made)).toBe(196);
		const many = makeCache();
		const lot = eventsOf(3_000);
		const late = { asOfS: FIRST_S + 200 * DAY_S };
		await take(many, lot, late);
		expect((await take(many, lot.slice(0, 2_949), { ...late, mode: 'full' })).outcome).toBe('held');
		expect((await take(many, lot.slice(0, 2_950), { ...late, mode: 'full' })).outcome).toBe('committed');
	});

	it('is never inferred from an increment, a file at a round cap, or an old file', async () => {
		const made = makeCache();
		const rows = eventsOf(200);
		await take(made, rows);
		expect((await take(made, rows.slice(0, 100), { mode: 'increment' })).rows.vanished).toBe(0);
		const capped: MadeExport = {
			fileName: 'capped.csv',
			dataset: 'event',
			blocks: eventBlocks(rows.slice(0, 100), [], 200),
			findings: [{ code: 'W_CAP', count: 100, params: { rows: 100 } }],
		};
		const report = await made.take(capped, { mode: 'full', asOfS: FIRST_S + 41 * DAY_S });
		expect(report).toMatchObject({ outcome: 'committed', mode: 'full', rows: { vanished: 0 } });
		expect(Object.keys(codesOf(report))).toEqual(['W_CAP', 'W_CAP_KEPT']);
		await take(made, without(rows, 'E1'), { asOfS: FIRST_S + 42 * DAY_S });
		const old = await take(made, without(rows, 'E1'), { asOfS: FIRST_S + 41 * DAY_S, mode: 'full' });
		expect(old.rows.vanished).toBe(0);
		expect(Object.keys(codesOf(old))).toEqual(['W_OLDER_FILE']);
		expect(counted(made)).toBe(200);
	});

	it('leaves out what was delivered and quarantined, what came later, and the events of other systems', async () => {
		const made = makeCache();
		const rows = eventsOf(200);
		await take(made, rows);
		await take(made, [{ id: 'OTHER', at: { acceptedAt: toIso(FIRST_S) } }], {}, { sourceSystem: '12345' });
		await take(made, [{ id: 'LATER', at: { acceptedAt: toIso(FIRST_S + 45 * DAY_S) } }], {
			asOfS: FIRST_S + 46 * DAY_S,
		});
		lastFile += 1;
		const report = await made.take(
			{
				fileName: `${lastFile}.csv`,
				dataset: 'event',
				blocks: eventBlocks(without(rows, 'E1'), [
					{ rowNo: 900, column: '受理时间', cell: 'B900', code: 'E_DATE', cells: { 事件编号: ' E1 ' }, kept: null },
				]),
			},
			{ mode: 'full', asOfS: FIRST_S + 44 * DAY_S },
		);
		expect(report.rows).toMatchObject({ quarantined: 1, vanished: 0 });
	});
});

describe('what comes late', () => {
	it('a month issued again is said to be one, and removes nothing', async () => {
		const made = makeCache();
		const rows = eventsOf(900);
		await take(made, rows);
		const october = rows.filter(({ at }) => String(at?.acceptedAt) < '2026-11');
		const again = without(october, 'E5').map((event, index) => (index === 0 ? { ...event, unit: '城管' } : event));
		const report = await take(made, [...again, { id: 'N', at: { acceptedAt: '2026-10-31T09:00:00' } }], {
			mode: 'increment',
		});
		expect(report.rows).toMatchObject({ inserted: 1, updated: 1, vanished: 0 });
		expect(report.warnings).toMatchObject([{ code: 'W_REISSUED', count: october.length - 1 }]);
		expect(report.warnings[0]?.message).toContain('2026-10 的整月重报');
		expect(report.warnings[0]?.message).toContain('未再报的 1 条仍保留');
		expect(counted(made)).toBe(901);
	});

	it('a closed event opened again and a correction after 45 days are said', async () => {
		const made = makeCache();
		const rows = eventsOf(200);
		await take(made, rows);
		const change = [
			{ ...(rows[1] as MadeEvent), status: '处置中', at: { acceptedAt: rows[1]?.at?.acceptedAt ?? '' } },
			{ ...(rows[2] as MadeEvent), unit: '城管' },
		];
		const soon = await take(made, change, { asOfS: FIRST_S + 44 * DAY_S });
		expect(codesOf(soon)).toEqual({ W_REOPENED: 1 });
		expect(made.packed('E1').closedAt).toBe(0);
		const late = await take(made, [{ ...(rows[3] as MadeEvent), unit: '水利' }], { asOfS: FIRST_S + 60 * DAY_S });
		expect(codesOf(late)).toEqual({ W_LATE_CORRECTION: 1 });
	});

	it('columns that an export no longer has keep their values and are named', async () => {
		const made = makeCache();
		const rows = eventsOf(5, (event) => ({ ...event, unit: '城管' }));
		await take(made, rows);
		const fewer = rows.map(({ id, status }) => ({ id, ...(status === undefined ? {} : { status }) }));
		const report = await take(made, fewer, {}, { fields: ['event_id', 'status', 'lead_unit'] });
		expect(Object.keys(codesOf(report))).toEqual(['W_FEWER_COLUMNS']);
		expect(made.packed('E1').closedAt).not.toBe(0);
	});

	it('the same file again, whenever it comes, changes nothing', async () => {
		const made = makeCache();
		const rows = eventsOf(50);
		const file: MadeExport = { fileName: 'same.csv', dataset: 'event', blocks: eventBlocks(rows) };
		await made.take(file);
		await take(made, [{ ...(rows[0] as MadeEvent), status: '已办结' }]);
		const before = dumpCache(made.cache.reader);
		expect(await made.take(file)).toMatchObject({ outcome: 'unchanged', batchId: null });
		expect(await made.take(file, { mode: 'full' })).toMatchObject({ outcome: 'unchanged', batchId: null });
		expect(dumpCache(made.cache.reader)).toEqual(before);
	});

	it('one id with spaces or in full width is one event', async () => {
		const made = makeCache();
		await take(made, [{ id: 'LQ 2026-7', at: { acceptedAt: toIso(FIRST_S) } }]);
		const report = await take(made, [{ id: 'ＬＱ２０２６－７', at: { acceptedAt: toIso(FIRST_S) } }]);
		expect(report.rows).toMatchObject({ inserted: 0, unchanged: 1 });
	});
});

describe('units and grids', () => {
	const twoTowns = (names: readonly string[], fileName: string): MadeExport => {
		const records = names.map((name, index) =>
			area({ code: `33039900${index + 1}`, name, level: 'town', parentCode: '330399', rowNo: index + 2 }),
		);
		return {
			fileName,
			dataset: 'admin_unit',
			blocks: [{ dataset: 'admin_unit', records, rejections: [], rowsRead: records.length, fraction: 1 }],
		};
	};
	const namesOf = (made: MadeCache) =>
		made.cache.reader.prepare("SELECT area_name FROM area WHERE level = 'town' ORDER BY area_code").pluck().all();

	it('are never removed because a full file lacks them, which is held and said', async () => {
		const made = makeCache();
		await made.take(twoTowns(['东街道', '西镇', '南乡'], 'a.csv'));
		const less = twoTowns(['东街道', '西镇'], 'b.csv');
		expect(await made.take(less, { mode: 'full' })).toMatchObject({ outcome: 'held', rows: { vanished: 1 } });
		const report = await made.take(less, { mode: 'full', acceptHeld: true });
		expect(report).toMatchObject({ outcome: 'committed', rows: { unchanged: 2, vanished: 1 } });
		expect(codesOf(report)).toEqual({ W_AREAS_KEPT: 1 });
		expect(namesOf(made)).toEqual(['东街道', '西镇', '南乡']);
		expect(() => undoBatch(made.cache, 1, NOW_S)).toThrow(expect.objectContaining({ code: 'E_DEPENDS' }));
	});

	it('keep what a newer file said when an older one comes late', async () => {
		const made = makeCache();
		await made.take(twoTowns(['东城街道'], 'new.csv'), { asOfS: FIRST_S });
		const report = await made.take(twoTowns(['东街道', '西镇'], 'old.csv'), { asOfS: FIRST_S - DAY_S });
		expect(report.rows).toMatchObject({ inserted: 1, updated: 0, unchanged: 1 });
		expect(Object.keys(codesOf(report))).toEqual(['W_OLDER_FILE', 'W_OLDER']);
		expect(namesOf(made)).toEqual(['东城街道', '西镇']);
	});
});
