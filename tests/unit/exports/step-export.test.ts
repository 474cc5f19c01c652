// A file of steps, and the as-of that a file name tells.

import { describe, expect, test } from 'vitest';
import { secondsFromWallClock as at } from '../../../shared/domain/shanghai-time.ts';
import { readTaken } from '../../support/whole-export.ts';

const csv = (...rows: string[]): string => `${rows.join('\r\n')}\r\n`;

describe('as-of from the file name', () => {
	test.each([
		['L区网格事件明细20261123.csv', at(2026, 11, 23, 23, 59, 59)],
		['导出_1795415400000.csv', 1795415400],
		['事件2026-11-23.csv', at(2026, 11, 23, 23, 59, 59)],
		['事件_20261123_073000.csv', at(2026, 11, 23, 7, 30)],
		['2026年10月事件.csv', at(2026, 10, 31, 23, 59, 59)],
		['事件(1).csv', null],
	])('%s', async (fileName, expected) => {
		const { plan } = await readTaken(csv('事件编号,受理时间,事件来源', 'A1,2026-10-20,信访'), { fileName });
		expect(plan.asOfHintS).toBe(expected);
	});
});

describe('steps', () => {
	test('a step file is told from an event file and read', async () => {
		const { plan, steps } = await readTaken(
			csv(
				'事件编号,序号,环节,操作,操作单位,操作时间,办理意见',
				'A1,1,受理,受理,区中心,2026-11-20 08:30,张三电话13812345678',
			),
		);
		expect(plan.dataset).toBe('event_step');
		expect(steps).toEqual([
			{
				rowNo: 2,
				eventId: 'A1',
				seq: 1,
				opAt: at(2026, 11, 20, 8, 30),
				receivedAt: null,
				dueAt: null,
				usedWorkMinutes: null,
				isTimeout: null,
				node: '受理',
				op: '受理',
				fromUnit: '区中心',
				toUnit: null,
				operatorRole: null,
			},
		]);
	});
});
