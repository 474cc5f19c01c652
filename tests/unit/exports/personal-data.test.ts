// Planted names, phones, identity numbers, plates and addresses are found in nothing that leaves exports/.

import { describe, expect, test } from 'vitest';
import { isIdentityNumber, isPersonalHeader } from '../../../electron/services/exports/personal-columns.ts';
import { encodeGb18030 } from '../../../electron/services/sample/gb18030.ts';
import { readTaken } from '../../support/whole-export.ts';

const PLANTED = [
	'张三丰',
	'13812345678',
	'139 1234 5678',
	'110101199003070230',
	'浙A·12345',
	'0571-88881234',
	'文三路1号2幢301室',
];
const HEADERS = [
	'事件编号',
	'受理时间',
	'事件来源',
	'主办单位',
	'网格名称',
	'事件状态',
	'上报人姓名',
	'联系电话',
	'身份证号',
	'家庭住址',
	'车牌号',
	'当事人',
	'事件标题',
	'事件描述',
	'事发地址',
	'网格员',
	'反映人',
	'备注',
	'协办单位',
];
const row = (planted: string, id: string): string[] => [
	id,
	'2026-11-20',
	'信访',
	`城管局${planted}`,
	`第3网格(${planted})`,
	'已结案',
	planted,
	planted,
	planted,
	planted,
	planted,
	planted,
	planted,
	planted,
	planted,
	planted,
	planted,
	planted,
	`交警、${planted}`,
];

describe('personal data', () => {
	test.each(['utf8', 'gb18030'])('none in any block, finding or rejection (%s)', async (encoding) => {
		const rows = [
			HEADERS,
			...PLANTED.map((planted, index) => row(planted, `A${index}`)),
			row('张三丰', 'B1').with(1, '张三丰 13812345678'),
			row('13812345678', '').slice(0, 9),
		];
		const text = rows.map((cells) => cells.join(',')).join('\n');
		const whole = await readTaken(encoding === 'utf8' ? text : encodeGb18030(text));
		expect(whole.events.length).toBe(PLANTED.length);
		expect(whole.rejections.length).toBe(2);
		for (const planted of PLANTED.slice(1, 6)) expect(whole.everything).not.toContain(planted);
		// A name or an address inside a unit's name cannot be told from a unit; in its own columns it is never read.
		const kept =
			JSON.stringify(whole.events.map(({ unit, place, coUnits, ...rest }) => rest)) + JSON.stringify(whole.rejections);
		for (const planted of [...PLANTED.slice(1, 6)]) expect(kept).not.toContain(planted);
		expect(JSON.stringify(whole.events.map(({ unit, place, coUnits, ...rest }) => rest))).not.toContain('张三丰');
		expect(whole.plan.fields).not.toContain('title');
		expect(whole.plan.findings).toEqual([
			{
				code: 'W_PERSONAL_COLUMN',
				count: 8,
				params: { columns: '上报人姓名、联系电话、身份证号、家庭住址、车牌号、当事人、网格员、反映人' },
			},
		]);
	});

	test('free text columns are known and never read', async () => {
		const whole = await readTaken(`事件编号,受理时间,事件标题,事件描述,事发地址\nA1,2026-11-20,标题甲,描述乙,地址丙\n`);
		for (const text of ['标题甲', '描述乙', '地址丙']) expect(whole.everything).not.toContain(text);
	});

	test('JSON: nested and unknown keys never come along', async () => {
		const whole = await readTaken(
			JSON.stringify([
				{ event_id: 'A1', reported_at: '2026-11-20', source: '04', reporter: { name: '张三丰' }, phone: '13812345678' },
			]),
		);
		expect(whole.everything).not.toMatch(/张三丰|13812345678/);
	});

	test('look-alike headers', () => {
		for (const header of [
			'联系电话',
			'来电人',
			'当事人姓名',
			'身份证号码',
			'家庭住址',
			'车牌号',
			'网格员姓名',
			'手机号',
			'经办人',
			'reporter_name',
			'举报人',
		])
			expect(isPersonalHeader(header)).toBe(true);
		for (const header of ['事件编号', '上报人类型', '受理时间', '责任单位', '网格名称', 'operator_role'])
			expect(isPersonalHeader(header)).toBe(false);
	});

	test('identity numbers by their check digit', () => {
		expect(isIdentityNumber('110101199003070230')).toBe(true);
		expect(isIdentityNumber('110101199003070231')).toBe(false);
		expect(isIdentityNumber('330102003012001001')).toBe(false);
	});
});
