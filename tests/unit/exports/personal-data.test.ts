// Planted names, phones, identity numbers, plates and addresses are found in nothing that leaves exports/.

import { describe, expect, test } from 'vitest';
import { isPersonalHeader } from '../../../electron/services/exports/personal-columns.ts';
import { isIdentityNumber } from '../../../electron/services/privacy/personal-numbers.ts';
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
		expect(whole.events.map(({ title }) => title)).toEqual([...Array(6).fill('×××'), '文三路×××2幢×××']);
		expect(whole.events.map(({ address }) => address)).toEqual(whole.events.map(({ title }) => title));
		expect(
			whole.summary.findings.filter(({ code }) => code.startsWith('W_CUT')).map(({ code, count }) => [code, count]),
		).toEqual([
			['W_CUT_NAME', 6],
			['W_CUT_MOBILE', 6],
			['W_CUT_LANDLINE', 3],
			['W_CUT_IDENTITY', 3],
			['W_CUT_PLATE', 3],
			['W_CUT_ADDRESS', 6],
		]);
		expect(whole.plan.findings).toEqual([
			{
				code: 'W_PERSONAL_COLUMN',
				count: 8,
				params: { columns: '上报人姓名、联系电话、身份证号、家庭住址、车牌号、当事人、网格员、反映人' },
			},
		]);
	});

	test.each(['csv', 'json'])('free text is kept scrubbed, alike by every way (%s)', async (kind) => {
		const cells = [
			[
				'A1',
				'2026-11-20',
				'路灯不亮',
				'来电人王先生（13812345678）反映，\n影响通行“谢谢”',
				'江河街道文三路12号',
				'意见甲',
			],
			['A2', '2026-11-20', '-', ' =cmd|x ', '幸福里小区3幢2单元501室', '意见乙'],
		];
		const names = ['event_id', 'accepted_at', 'title', 'desc_clean', 'addr_text', 'remark'];
		const whole = await readTaken(
			kind === 'json'
				? JSON.stringify(cells.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell]))))
				: [names, ...cells].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
		);
		expect(whole.events.map(({ title, description, address }) => [title, description, address])).toEqual([
			['路灯不亮', '来电人×××先生（×××）反映，\n影响通行“谢谢”', '江河街道文三路×××'],
			[null, '=cmd|x', '幸福里小区3幢×××'],
		]);
		expect(whole.everything).not.toContain('意见');
	});

	test('of sensitive classes no word is kept', async () => {
		const whole = await readTaken(
			'事件编号,受理时间,事件小类,事件描述,是否敏感\nA1,2026-11-20,未成年人保护,某某学校门口,\nA2,2026-11-20,路灯,不亮,是\nA3,2026-11-20,路灯,不亮,否\n',
		);
		expect(whole.events.map(({ description }) => description)).toEqual([null, null, '不亮']);
		expect(whole.summary.findings).toContainEqual({ code: 'W_SENSITIVE_TEXT', count: 2, params: {} });
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
