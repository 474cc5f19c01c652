// Scrubbing by example: what is cut, what stays whole, and what is counted.

import { describe, expect, test } from 'vitest';
import { noScrubCounts } from '../../../electron/services/privacy/cut-spans.ts';
import { scrubText } from '../../../electron/services/privacy/scrub-text.ts';
import { findSuspicion } from '../../../electron/services/privacy/suspicion.ts';
import { EVENT_CLASSES, OPENING_WORDS, SPOT_WORDS } from '../../../electron/services/sample/event-classes.ts';

const scrub = (text: string, form?: 'text' | 'address' | 'word'): string => scrubText(text, noScrubCounts(), form);

describe('free text', () => {
	test.each([
		['来电人王先生反映', '来电人×××先生反映'],
		['反映张小明女士电话138 1234 5678', '反映×××女士电话×××'],
		['联系人：欧阳锋，手机：１３８－１２３４－５６７８', '联系人：×××，手机：×××'],
		// The name reaches into the door: what is left of it is cut at the next look.
		['联系人王小幢2单元501', '联系人××××××'],
		['身份证330102199001011234', '身份证×××'],
		['请回拨+86 13812345678。', '请回拨×××。'],
		['卡号6222 0212 3456 7890 123', '卡号×××'],
		['浙A·12345停在盲道', '×××停在盲道'],
		['浙ａＦ１２３４５', '×××'],
		['幸福里小区3幢2单元501室漏水', '幸福里小区3幢×××漏水'],
		['三幢二单元五零一室', '三幢×××'],
		['文三路12号店铺占道', '文三路×××店铺占道'],
		['阳光花园3-2-501', '阳光花园3×××'],
		['张三丰', '×××'],
		['村民王小明反映路灯不亮', '村民×××反映路灯不亮'],
		['由网格员李建国现场处置', '由网格员×××现场处置'],
		['(0571)88123456转801', '×××'],
		['住址：某某路3号，路灯坏', '住址：×××，路灯坏'],
		['王小明(13812345678)', '×××(×××)'],
		['幺三八一二三四五六七八', '×××'],
		['1381\u200b2345678', '×××'],
		['邮箱 a.b@example.com', '邮箱 ×××'],
		['微信abc123456', '微信×××'],
	])('%s', (text, expected) => {
		expect(scrub(text)).toBe(expected);
	});

	test.each([
		'工业区二号路路灯不亮',
		'3号网格5号泵站',
		'11月23号到场',
		'2026-11-23 14:30:00发现',
		'事件编号：330102202611230001',
		'工单20261123001234已转',
		'网格330102003012001有垃圾',
		'330102003012',
		'1795415400000',
		'当事人高度重视',
		'业主方便停车',
		'来电人要求回复结果',
		'关于女士权益保护',
		'拨打12345热线',
		'12幢外墙脱落',
		'3号楼电梯停运',
		'310会议室',
	])('%s stays whole', (text) => {
		expect(scrub(text)).toBe(text);
	});

	test('nothing of the sample is taken for personal data', () => {
		const texts = EVENT_CLASSES.flatMap((kind) =>
			kind.findings.flatMap((finding) =>
				SPOT_WORDS.map(
					(spot, index) => `${OPENING_WORDS[index % OPENING_WORDS.length]}${spot}${finding}，来电人要求回复结果`,
				),
			),
		);
		for (const text of texts) expect(scrub(text)).toBe(text);
	});
});

test('an address is cut at the building, a house number anywhere', () => {
	expect(scrub('江河街道文三路12号', 'address')).toBe('江河街道文三路×××');
	expect(scrub('城南工业园区二期15号', 'address')).toBe('城南工业园区二期×××');
	expect(scrub('幸福里小区3号楼502', 'address')).toBe('幸福里小区3号楼×××');
	expect(scrub('滨江大道与二号路交叉口', 'address')).toBe('滨江大道与二号路交叉口');
});

test('a word keeps its buildings and loses numbers', () => {
	expect(scrub('幸福里3幢1单元微网格', 'word')).toBe('幸福里3幢1单元微网格');
	expect(scrub('城管局13812345678', 'word')).toBe('城管局');
});

test('counts by kind', () => {
	const counts = noScrubCounts();
	scrubText('王女士13812345678、0571-88123456，浙A12345，3幢501室', counts);
	expect(counts).toEqual({ ...noScrubCounts(), name: 1, mobile: 1, landline: 1, plate: 1, address: 1 });
	expect(findSuspicion('路边暴露垃圾未清，绿化带散落垃圾')).toBe(0);
});
