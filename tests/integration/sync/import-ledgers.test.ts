// Ledgers in a cache: typed, placed, without a number of a person; merged by key; the same file twice changes nothing;
// undo gives back exactly what was there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCacheContents } from '../../../electron/services/cache/cache-state-queries.ts';
import { verifyCache } from '../../../electron/services/cache/verify.ts';
import { undoBatch } from '../../../electron/services/sync/undo-batch.ts';
import { dayFromDate, secondsFromWallClock } from '../../../shared/domain/shanghai-time.ts';
import { takeCsv } from './ledger-files.ts';
import { NOW_S } from './made-blocks.ts';
import { dumpCache, type MadeCache, makeCache } from './made-cache.ts';
import { GRIDS, UNITS } from './made-district.ts';

const rowsOf = (made: MadeCache, sql: string): unknown[] => made.cache.reader.prepare(sql).all();

const SESSIONS = [
	'培训编号,培训名称,培训主题,培训方式,组织单位,培训日期,学时,应训人数',
	'P1,消防,消防安全,线下,应急局,2026-10-12,4,30',
];

describe('a ledger', () => {
	it('is typed, its words mapped, its blanks NULL', async () => {
		const made = makeCache();
		const report = await takeCsv(made, [...SESSIONS, 'P2,新系统,无人机,线上,应急局,2026年10月20日,1.5,']);
		expect(report).toMatchObject({ outcome: 'committed', dataset: 'training_session', rows: { read: 2, inserted: 2 } });
		expect(
			rowsOf(
				made,
				`SELECT t.session_id AS id, w.raw, w.code, u.kind, u.raw AS unit, t.held_on AS day, t.hours, t.planned_cnt AS planned, t.row_no AS row
				FROM training_session t JOIN dict_item w ON w.dict_id = t.topic_ref JOIN dict_item u ON u.dict_id = t.organiser_ref ORDER BY 1`,
			),
		).toEqual([
			{
				id: 'P1',
				raw: '消防安全',
				code: 'fire',
				kind: 'unit',
				unit: '应急局',
				day: dayFromDate(2026, 10, 12),
				hours: 4,
				planned: 30,
				row: 2,
			},
			{
				id: 'P2',
				raw: '无人机',
				code: null,
				kind: 'unit',
				unit: '应急局',
				day: dayFromDate(2026, 10, 20),
				hours: 1.5,
				planned: null,
				row: 3,
			},
		]);
	});

	it('is placed by codes or names of any level, also when the areas come later', async () => {
		const made = makeCache();
		await takeCsv(made, [
			'统计区域,指数名称,指数期间,指数值',
			'东街道,平安指数,2026年9月,98.6',
			'某处,平安指数,2026年9月,90',
		]);
		expect(rowsOf(made, 'SELECT area_id FROM place')).toEqual([{ area_id: null }, { area_id: null }]);
		await made.take(UNITS);
		await made.take(GRIDS);
		const sql =
			'SELECT a.area_name AS name, t.period FROM external_index t JOIN place p ON p.place_id = t.area_place_id LEFT JOIN area a USING (area_id) ORDER BY 1';
		expect(rowsOf(made, sql)).toEqual([
			{ name: null, period: '2026-09' },
			{ name: '东街道', period: '2026-09' },
		]);
	});

	it('keeps no number of a person anywhere, and the same person stays the same', async () => {
		const made = makeCache();
		const staff = await takeCsv(made, [
			'姓名,身份证号,联系电话,岗位,学历,任职时间,所属镇街',
			'欧阳小明,330102199001011234,13812345678,专职网格员,大专,2024-03-01,东街道',
			'张三,３３０１０２１９８８０２０２４５６７,13912345678,网格长,本科,2020-03-01,东街道',
		]);
		expect(staff).toMatchObject({ outcome: 'committed', dataset: 'grid_staff', rows: { inserted: 2 } });
		await takeCsv(made, ['培训编号,身份证号,工号,是否参训,考试成绩', 'P1,,330102199001011234,是,88', 'P1,,G77,是,60']);
		const ids = rowsOf(made, 'SELECT name_masked AS name, staff_id AS id FROM grid_staff ORDER BY 1') as {
			name: string;
			id: string;
		}[];
		expect(ids.map(({ name }) => name)).toEqual(['张*', '欧阳*']);
		expect(ids[0]?.id).toMatch(/^h-[0-9a-f]{24}$/);
		const trained = rowsOf(made, 'SELECT staff_id AS id FROM training_record ORDER BY exam_score DESC');
		expect(trained).toEqual([{ id: ids[1]?.id }, { id: 'G77' }]);
		made.cache.writer?.pragma('wal_checkpoint(TRUNCATE)');
		const bytes = readFileSync(join(made.dir, 'gridhelm.db')).toString('latin1');
		for (const personal of ['330102199001011234', '330102198802024567', '13812345678', '13912345678']) {
			expect(bytes).not.toContain(personal);
		}
	});

	it('sets aside rows without their key, with dates or periods that do not exist, and cut codes', async () => {
		const made = makeCache();
		const report = await takeCsv(made, [
			'场所编号,场所名称,场所类型,最近检查日期,网格编码',
			'C1,一小,学校,2026-02-30,G1',
			',二小,学校,2026-02-20,G1',
			'3.3E+11,三小,学校,2026-02-20,G1',
			'C4,四小,学校,2026-02-20,G1',
			'合计,,,,',
		]);
		expect(report.rows).toMatchObject({ read: 4, inserted: 1, quarantined: 3 });
		expect(report.rejections.map(({ code, first }) => [code, first.row])).toEqual([
			['E_DATE', 2],
			['E_KEY', 3],
			['E_SCI', 4],
		]);
		const periods = await takeCsv(made, [
			'保障周期,区域名称,保障项目,计划数,到位数',
			'2026年第三季度,东街道,经费,10,9.5',
			'去年,东街道,经费,10,9',
		]);
		expect(periods.rejections).toMatchObject([{ code: 'E_PERIOD', count: 1 }]);
		expect(rowsOf(made, 'SELECT period, planned, arrived FROM guarantee')).toEqual([
			{ period: '2026Q3', planned: 10, arrived: 9.5 },
		]);
	});

	it('reads a limit without a time as the end of its day, and the last of double rows', async () => {
		const made = makeCache();
		const report = await takeCsv(made, [
			'事件编号,督办时间,督办级别,督办时限',
			'E1,2026-11-20 09:00,黄牌督办,2026-11-22',
			'E1,2026-11-20 09:00,红牌督办,2026-11-23',
		]);
		expect(report.rows).toMatchObject({ read: 2, inserted: 1, folded: 1 });
		expect(
			rowsOf(made, 'SELECT supervise_due_at AS due, code FROM event_supervise JOIN dict_item ON dict_id = level_ref'),
		).toEqual([{ due: secondsFromWallClock(2026, 11, 23, 23, 59, 59), code: 'red' }]);
	});

	it('does not change by the same file, keeps columns a later file does not have, and older files change nothing', async () => {
		const made = makeCache();
		await takeCsv(made, SESSIONS);
		const state = dumpCache(made.cache.reader);
		expect((await takeCsv(made, SESSIONS)).outcome).toBe('unchanged');
		const older = await takeCsv(made, [SESSIONS[0] ?? '', 'P1,消防,消防安全,线下,应急局,2026-10-12,8,30'], {
			asOfS: NOW_S - 86_400,
		});
		expect(older).toMatchObject({
			rows: { unchanged: 1, updated: 0 },
			warnings: [{ code: 'W_OLDER_FILE' }, { code: 'W_OLDER', count: 1 }],
		});
		expect(dumpCache(made.cache.reader)['training_session']).toEqual(state['training_session']);
		await takeCsv(made, ['培训编号,培训主题,课时', 'P1,消防安全,6']);
		expect(rowsOf(made, 'SELECT hours, planned_cnt AS planned, held_on AS day FROM training_session')).toEqual([
			{ hours: 6, planned: 30, day: dayFromDate(2026, 10, 12) },
		]);
	});

	it('is undone exactly, words, places and earlier values with it', async () => {
		const made = makeCache();
		await made.take(UNITS);
		const places = [
			'统计日期,镇街,户数,常住人口,关爱对象应访数',
			'2026-10-31,东街道,812,2301,33',
			'2026-10-31,西镇,1.2万,,',
		];
		await takeCsv(made, [
			'户数占比,原网格编码,新网格编码,生效日期',
			'33.3%,G1,G7,2026-10-01',
			'66.7%,G1,G8,2026-10-01',
		]);
		await takeCsv(made, places);
		const state = dumpCache(made.cache.reader);
		expect(JSON.stringify(state['grid_lineage'])).toContain('0.333');
		for (const lines of [
			['统计日期,镇街,户数,常住人口', '2026-10-31,东街道,813,2301', '2026-11-30,南乡,9,9'],
			['户数占比,原网格编码,新网格编码,生效日期,变更类型', '31%,G1,G7,2026-10-01,拆分', '66.7%,G1,G8,2026-10-01,合并'],
		]) {
			const report = await takeCsv(made, lines);
			expect(report.outcome).toBe('committed');
			expect(report.rows.updated).toBeGreaterThan(0);
			expect(dumpCache(made.cache.reader)).not.toEqual(state);
			undoBatch(made.cache, report.batchId ?? 0, NOW_S);
			expect(dumpCache(made.cache.reader)).toEqual(state);
		}
		expect(verifyCache(made.cache.reader)).toMatchObject({ isSound: true });
	});

	it('names what stands in the way of an undo', async () => {
		const made = makeCache();
		const first = await takeCsv(made, SESSIONS);
		await takeCsv(made, [SESSIONS[0] ?? '', 'P1,消防,消防安全,线下,应急局,2026-10-12,5,30']);
		expect(() => undoBatch(made.cache, first.batchId ?? 0, NOW_S)).toThrow(
			expect.objectContaining({ code: 'E_DEPENDS' }),
		);
	});

	it('that never came is not connected', async () => {
		const made = makeCache();
		await takeCsv(made, SESSIONS);
		const { datasets } = readCacheContents(made.cache.reader);
		expect(datasets.find(({ dataset }) => dataset === 'training_session')).toMatchObject({
			isConnected: true,
			rows: 1,
		});
		expect(datasets.filter(({ isConnected }) => isConnected)).toHaveLength(1);
		expect(datasets).toHaveLength(36);
	});
});
