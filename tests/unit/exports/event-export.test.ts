// What an event file becomes: headers by synonyms, meaning within a row, rejections with their address.

import { describe, expect, test } from 'vitest';
import { DATE_ONLY, EVENT_FLAG } from '../../../electron/services/indicators/event-columns.ts';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { secondsFromWallClock as at } from '../../../shared/domain/shanghai-time.ts';
import { readTaken } from '../../support/whole-export.ts';

const csv = (...rows: string[]): string => `${rows.join('\r\n')}\r\n`;

describe('an event file', () => {
	test('headers by synonyms, in full width and with spaces', async () => {
		const { events, plan } = await readTaken(
			csv(
				'事件编号, 事件大类 ,事件小类,事件来源,乡镇(街道),村（社区）,所属网格编码,受理时间(年月日),办结时间,办结时限,承办单位,事件状态,是否自行处置,紧急程度',
				'A1,市容与综合执法,违法停车,12345热线,城东街道,东门社区,330102003012001,2026-11-20 08:30:00,2026-11-21,2026-11-25,城管局,已办结(按期),否,一般',
			),
		);
		expect(plan.dataset).toBe('event');
		const event = events[0];
		expect(event).toMatchObject({
			rowNo: 2,
			eventId: 'A1',
			acceptedAt: at(2026, 11, 20, 8, 30),
			closedAt: at(2026, 11, 21),
			dueAt: at(2026, 11, 25, 23, 59, 59),
			dateOnly: DATE_ONLY.closed | DATE_ONLY.due,
			severity: 3,
			isSelfClosed: 0,
			category: '市容与综合执法\u001f违法停车',
			place: '城东街道\u001f东门社区\u001f330102003012001\u001f',
			status: '已办结(按期)',
			unit: '城管局',
		});
		expect(event?.codes).toMatchObject({ category: '0404', source: '04', status: '60' });
	});

	test('snake_case names and codes of the model are headers and values too', async () => {
		const { events } = await readTaken(
			csv(
				'event_id,reported_at,cat_l2,source,status,town_code,grid_code,is_self_closed,is_overdue',
				'A1,1795415400,0404,04,60,330102003,330102003012001,1,0',
			),
		);
		expect(events[0]).toMatchObject({
			reportedAt: 1795415400,
			acceptedAt: 1795415400,
			isSelfClosed: 1,
			reportedOnTime: 1,
		});
		expect(events[0]?.codes).toMatchObject({ category: '0404', source: '04', status: '60' });
	});

	test('acceptance: the report where the source has none, or where a self-closed cell is blank', async () => {
		const without = await readTaken(csv('事件编号,上报时间,事件来源', 'A1,2026-11-20 08:30,信访'));
		expect(without.events[0]).toMatchObject({
			acceptedAt: at(2026, 11, 20, 8, 30),
			flags: EVENT_FLAG.acceptedFromReported,
		});
		const withColumn = await readTaken(
			csv(
				'事件编号,上报时间,受理时间,自报自结',
				'A1,2026-11-20,,是',
				'A2,2026-11-20,,否',
				'A3,2026-11-20,2026-11-21 09:00,否',
			),
		);
		expect(withColumn.events.map((event) => event.acceptedAt)).toEqual([at(2026, 11, 20), null, at(2026, 11, 21, 9)]);
		expect(withColumn.events.map((event) => event.dateOnly)).toEqual([
			DATE_ONLY.reported | DATE_ONLY.accepted,
			DATE_ONLY.reported,
			DATE_ONLY.reported,
		]);
		expect((withColumn.events[0]?.flags ?? 0) & EVENT_FLAG.selfClosed).toBe(EVENT_FLAG.selfClosed);
		expect((withColumn.events[1]?.flags ?? 0) & EVENT_FLAG.hasSelfClosedColumn).toBe(EVENT_FLAG.hasSelfClosedColumn);
	});

	test('clock faults: by instant, in whole days where either is date-only', async () => {
		const { events, summary } = await readTaken(
			csv(
				'事件编号,受理时间,办结时间',
				'A1,2026-11-20 08:30,2026-11-20 08:29',
				'A2,2026-11-20 08:30,2026-11-20',
				'A3,2026-11-20 08:30,2026-11-19',
				'A4,2026-11-20 08:30,2026-11-20 08:30',
			),
		);
		expect(events.map((event) => ((event.flags ?? 0) & EVENT_FLAG.clockFault) !== 0)).toEqual([
			true,
			false,
			true,
			false,
		]);
		expect(summary.findings).toContainEqual({ code: 'W_CLOCK', count: 2, params: {} });
	});

	test('the reported flag: 是否超期 is the inverse of 按期', async () => {
		const { events } = await readTaken(
			csv('事件编号,受理时间,是否超期', 'A1,2026-11-20,是', 'A2,2026-11-20,否', 'A3,2026-11-20,'),
		);
		expect(events.map((event) => event.reportedOnTime)).toEqual([0, 1, null]);
		const bits = EVENT_FLAG.hasReportedFlag | EVENT_FLAG.reportedOnTime;
		expect(events.map((event) => (event.flags ?? 0) & bits)).toEqual([
			EVENT_FLAG.hasReportedFlag,
			bits,
			EVENT_FLAG.hasReportedFlag,
		]);
	});

	test('coordinates: swapped, outside and none are not drawn', async () => {
		const { events, summary } = await readTaken(
			csv(
				'事件编号,受理时间,经度,纬度',
				'A1,2026-11-20,120.15,30.27',
				'A2,2026-11-20,30.27,120.15',
				'A3,2026-11-20,0,0',
				'A4,2026-11-20,4.9E-324,4.9E-324',
				'A5,2026-11-20,-73.9,40.7',
				'A6,2026-11-20,,',
				'A7,2026-11-20,abc,30.2',
			),
			{ plausibleBox: { west: 120, south: 30, east: 121, north: 31 } },
		);
		expect(events.map((event) => [event.lng, event.lat])).toEqual([
			[120.15, 30.27],
			...Array.from({ length: 6 }, () => [null, null]),
		]);
		expect(events.map((event) => ((event.flags ?? 0) & EVENT_FLAG.hasPoint) !== 0)).toEqual([
			true,
			...Array.from({ length: 6 }, () => false),
		]);
		expect(summary.findings.map(({ code, count }) => [code, count])).toEqual([
			['W_COORD_SWAPPED', 1],
			['W_COORD_OUTSIDE', 1],
			['W_COORD_NONE', 2],
			['W_NUMBER', 1],
		]);
	});

	test('rows that cannot be kept have an address, a reason and harmless cells', async () => {
		const { events, rejections, summary } = await readTaken(
			csv(
				'事件编号,受理时间,事件大类,网格编码',
				'A1,2026-02-30,矛盾纠纷,01',
				',2026-11-20,矛盾纠纷,01',
				'A3,2026-11-20,矛盾纠纷,3.30102E+14',
				'A4,2026-11-20,矛盾纠纷',
				'A5,2026-11-20,矛盾纠纷,01,多出',
				'A6,"2026-11-20",矛盾纠纷,01',
				'110101199003070230,2026-11-20,矛盾纠纷,01',
				'A8,2026-11-20,"a,b"c,01',
				'3.30102E+14,2026-11-20,矛盾纠纷,01',
			),
		);
		expect(events.map((event) => event.eventId)).toEqual(['A6']);
		expect(rejections.map(({ rowNo, code, cell, column }) => [rowNo, code, cell, column])).toEqual([
			[2, 'E_DATE', 'B2', '受理时间'],
			[3, 'E_ID', 'A3', '事件编号'],
			[4, 'E_SCI', 'D4', '网格编码'],
			[5, 'E_WIDTH', null, null],
			[6, 'E_WIDTH', null, null],
			[8, 'E_PERSONAL_ID', 'A8', '事件编号'],
			[9, 'E_QUOTE', null, null],
			[10, 'E_SCI', 'A10', '事件编号'],
		]);
		expect(rejections[0]?.cells).toEqual({
			事件编号: 'A1',
			受理时间: '2026-02-30',
			事件大类: '矛盾纠纷',
			网格编码: '01',
		});
		expect(rejections[3]?.cells).toEqual({});
		expect(rejections[5]?.cells).toEqual({});
		expect(summary.rowsRead).toBe(9);
	});

	test('a name beside a code that lost its digits saves the row', async () => {
		const { events } = await readTaken(csv('事件编号,受理时间,网格编码,网格名称', 'A1,2026-11-20,3.30102E+14,第3网格'));
		expect(events[0]?.place).toBe('\u001f\u001f第3网格\u001f');
	});

	test('totals, footers, blank lines and titles are no records', async () => {
		const { events, plan, rejections, summary } = await readTaken(
			csv(
				'L区2026年10月网格事件明细',
				'填报单位:L区 统计时间:2026-10-01至2026-10-31',
				'',
				'事件编号,受理时间,事件来源',
				'A1,2026-10-20,信访',
				',,',
				'合计,1,',
				'',
				'制表人:张三,审核人:李四',
			),
		);
		expect(events.map(({ eventId, rowNo }) => [eventId, rowNo])).toEqual([['A1', 5]]);
		expect(rejections).toEqual([]);
		expect(summary.rowsRead).toBe(1);
		expect(plan.asOfHintS).toBe(at(2026, 10, 31, 23, 59, 59));
	});

	test('quotes, line breaks in cells, doubled quotes, literal quotes', async () => {
		const { events } = await readTaken(
			csv(
				'事件编号,受理时间,主办单位,事件小类',
				'"A1","2026-11-20","城管局\n(东)","""三合一""场所"',
				'A2,2026-11-20,"城管,局","三合一"场所',
			),
		);
		expect(events.map((event) => [event.unit, event.category])).toEqual([
			['城管局(东)', '\u001f"三合一"场所'],
			['城管,局', '\u001f"三合一"场所'],
		]);
	});

	test.each([';', '\t', '|'])(
		'delimiter %j, in GB18030 with four-byte names and bytes that look like the delimiter',
		async (delimiter) => {
			// 䓠 and 蕓 have 0x7C or digits among their GB18030 bytes.
			const rows = [
				['事件编号', '受理时间', '镇街名称', '主办单位'],
				['A1', '2026-11-20', '㙦𡎚镇', '獆閨單位'],
				['A2', '2026-11-20', '𬱖村街道', '丂亅'],
			];
			const bytes = encodeGb18030(rows.map((row) => row.join(delimiter)).join('\n'));
			const { events, plan } = await readTaken(bytes);
			expect(plan.encoding).toBe('gb18030');
			expect(events.map((event) => [event.place, event.unit])).toEqual([
				['㙦𡎚镇\u001f\u001f\u001f', '獆閨單位'],
				['𬱖村街道\u001f\u001f\u001f', '丂亅'],
			]);
		},
	);

	test('JSON arrays and wrapped arrays give the same; long numbers keep their digits', async () => {
		const row = {
			event_id: 330102199001011234n,
			reported_at: '2026-11-20T06:30:00.000Z',
			cat_l2: '0404',
			is_self_closed: true,
			co_units: ['城管局', '交警'],
		};
		const text = JSON.stringify([{ ...row, event_id: 'ID' }]).replace('"ID"', '330102003012001999');
		for (const wrapped of [text, `{"code":0,"data":${text}}`, `{"rows":${text},"total":1}`]) {
			const { events, plan } = await readTaken(wrapped);
			expect(plan.kind).toBe('json');
			expect(events[0]).toMatchObject({
				rowNo: 1,
				eventId: '330102003012001999',
				reportedAt: at(2026, 11, 20, 14, 30),
				isSelfClosed: 1,
				coUnits: '["城管局","交警"]',
			});
		}
	});

	test('unknown words never hold a row back', async () => {
		const { events, summary } = await readTaken(
			csv(
				'事件编号,受理时间,事件大类,事件来源,事件状态',
				'A1,2026-11-20,新类,新来源,新状态',
				'A2,2026-11-20,新类,信访,已结案',
			),
		);
		expect(events).toHaveLength(2);
		expect(summary.findings).toEqual([
			{ code: 'W_UNKNOWN_CATEGORY', count: 2, params: { words: '新类/', distinct: 1 } },
			{ code: 'W_UNKNOWN_SOURCE', count: 1, params: { words: '新来源', distinct: 1 } },
			{ code: 'W_UNKNOWN_STATUS', count: 1, params: { words: '新状态', distinct: 1 } },
		]);
	});

	test('a round number of rows is a warning', async () => {
		const rows = Array.from({ length: 5000 }, (_, index) => `A${index},2026-11-20,信访`);
		const { summary } = await readTaken(csv('事件编号,受理时间,事件来源', ...rows));
		expect(summary.findings).toContainEqual({ code: 'W_CAP', count: 5000, params: { rows: 5000 } });
	});

	test('limits: one column of words, or value and unit', async () => {
		const words = await readTaken(csv('事件编号,受理时间,时限', 'A1,2026-11-20,3个工作日'));
		expect(words.events[0]?.codes.limit).toBe('W3');
		const parts = await readTaken(csv('事件编号,受理时间,limit_value,limit_type', 'A1,2026-11-20,3,工作日'));
		expect(parts.events[0]).toMatchObject({ limit: '3工作日', codes: { limit: 'W3' } });
	});

	test('a limit in a column of due times is no fault', async () => {
		const { events, rejections } = await readTaken(
			csv('事件编号,受理时间,处置时限', 'A1,2026-11-20,3个工作日', 'A2,2026-11-20,随便'),
		);
		expect(events.map(({ eventId, dueAt }) => [eventId, dueAt])).toEqual([['A1', null]]);
		expect(rejections.map(({ code, cell }) => [code, cell])).toEqual([['E_DATE', 'C3']]);
	});

	test('the latest instant is never a due time nor one after the file', async () => {
		const { summary } = await readTaken(
			csv(
				'事件编号,受理时间,办结时间,办结时限',
				'A1,2026-11-20 08:00,2026-11-21 09:00,2026-11-23',
				'A2,2027-11-20 08:00,,',
			),
		);
		expect(summary.latestInstantS).toBe(at(2026, 11, 21, 9));
	});
});
