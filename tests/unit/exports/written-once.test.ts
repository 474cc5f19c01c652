// A place written once for many rows, where no merge says so: a CSV saved from a merged sheet (domain.md §6.2). Filled
// only where every row fits the pattern, and said.

import { describe, expect, test } from 'vitest';
import { makeXlsx } from '../../support/make-xlsx.ts';
import { readTaken } from '../../support/whole-export.ts';

const POPULATION = ['所属镇街,所属村社,统计日期,户数,常住人口'];

/** Place of each row of a population table, and what was said of the columns. */
async function placesOf(lines: readonly string[]) {
	const { ledgerRows, summary, rejections } = await readTaken([...POPULATION, ...lines].join('\r\n'));
	expect(rejections).toEqual([]);
	const said = summary.findings.filter(({ code }) => code === 'W_WRITTEN_ONCE');
	return { places: ledgerRows.map(({ place }) => `${place?.town}/${place?.village}`), said, summary };
}

describe('a place written once', () => {
	test('holds for the rows below it, through subtotals and blank rows', async () => {
		const { places, said, summary } = await placesOf([
			'东街道,甲社区,2026-10-31,10,30',
			',乙社区,2026-10-31,20,60',
			',丙社区,2026-10-31,30,90',
			'小计,,,60,180',
			',,,,',
			'西镇,甲社区,2026-10-31,1,3',
			',丁村,2026-10-31,2,6',
			'小计,,,3,9',
			'合计,,,63,189',
		]);
		expect(places).toEqual(['东街道/甲社区', '东街道/乙社区', '东街道/丙社区', '西镇/甲社区', '西镇/丁村']);
		expect(said).toEqual([{ code: 'W_WRITTEN_ONCE', count: 3, params: { columns: '所属镇街' } }]);
		expect(summary.controlTotals.every(({ stated, counted }) => stated === counted)).toBe(true);
	});

	test('an inner column begins anew with the one left of it', async () => {
		const { areas, summary } = await readTaken(
			[
				'所属镇街,所属村社,网格编码,网格名称',
				'东街道,甲社区,330102001001001,第1网格',
				',,330102001001002,第2网格',
				',,330102001001003,第3网格',
				'西镇,甲社区,330102002001001,第1网格',
				',,330102002001002,第2网格',
				',,330102002001003,第3网格',
			].join('\n'),
		);
		expect(areas.map(({ parentCode }) => parentCode)).toEqual([
			...Array.from({ length: 3 }, () => 'name:东街道/甲社区'),
			...Array.from({ length: 3 }, () => 'name:西镇/甲社区'),
		]);
		expect(summary.findings).toContainEqual({
			code: 'W_WRITTEN_ONCE',
			count: 4,
			params: { columns: '所属镇街、所属村社' },
		});
	});

	test.each([
		['the first row has none', [',甲社区,2026-10-31,1,2', '东街道,乙社区,2026-10-31,1,2', ',丙社区,2026-10-31,1,2']],
		[
			'a value stands twice',
			[
				'东街道,甲社区,2026-10-31,1,2',
				'东街道,乙社区,2026-10-31,1,2',
				',丙社区,2026-10-31,1,2',
				',丁社区,2026-10-31,1,2',
			],
		],
		[
			'the row under a subtotal has none',
			['东街道,甲社区,2026-10-31,1,2', ',乙社区,2026-10-31,1,2', '小计,,,2,4', ',丙社区,2026-10-31,1,2'],
		],
		[
			'most rows have their own',
			[
				'东街道,甲社区,2026-10-31,1,2',
				'西镇,乙社区,2026-10-31,1,2',
				',丙社区,2026-10-31,1,2',
				'北镇,丁社区,2026-10-31,1,2',
			],
		],
	])('%s: blank stays blank', async (_, lines) => {
		const { places, said } = await placesOf(lines);
		expect(said).toEqual([]);
		expect(places.some((place) => place.startsWith('/'))).toBe(true);
	});

	test('a list of events is asked for more, as an event may have no place', async () => {
		const header = '所属镇街,事件编号,受理时间,事件小类';
		const row = (town: string, id: number) => `${town},A${id},2026-11-2${id} 09:00,路灯`;
		const few = await readTaken([header, row('东街道', 1), row('', 2), row('西镇', 3), row('', 4)].join('\n'));
		expect(few.events.map(({ place }) => place?.split('\u001f')[0] ?? null)).toEqual(['东街道', null, '西镇', null]);
		const towns = ['东街道', '', '', '西镇', '', ''];
		const many = await readTaken([header, ...towns.map((town, index) => row(town, index + 1))].join('\n'));
		expect(many.events.map(({ place }) => place?.split('\u001f')[0])).toEqual([
			...['东街道', '东街道', '东街道'],
			...['西镇', '西镇', '西镇'],
		]);
		expect(many.summary.findings).toContainEqual({
			code: 'W_WRITTEN_ONCE',
			count: 4,
			params: { columns: '所属镇街' },
		});
	});

	test('a sheet whose merges say so needs no guess', async () => {
		const rows = [
			['所属镇街', '所属村社', '统计日期', '户数', '常住人口'],
			['东街道', '甲社区', '2026-10-31', 1, 3],
			[null, '乙社区', '2026-10-31', 2, 6],
			[null, '丙社区', '2026-10-31', 2, 6],
		];
		const merged = await readTaken(makeXlsx({ sheets: [{ name: '表', rows, merges: ['A2:A3'] }] }));
		expect(merged.ledgerRows.map(({ place }) => place?.town)).toEqual(['东街道', '东街道', '']);
		expect(merged.summary.findings).toEqual([]);
	});
});
