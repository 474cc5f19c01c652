// The eight cards say exactly what the reply says, in both languages.

import { describe, expect, it } from 'vitest';
import { splitNumbers } from '../../../renderer/wall/Sentences.tsx';
import { type FigureKey, wallCount, wallFigures } from '../../../renderer/wall/wall-figures.ts';
import { makeOverview } from './make-overview.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
function card(key: FigureKey, language: 'zh-CN' | 'en' = 'zh-CN', overview = makeOverview()) {
	const found = wallFigures(overview, language).find((one) => one.key === key);
	if (found === undefined) throw new Error(`no card ${key}`);
	return found;
}

describe('wallFigures', () => {
	it('prints the eight figures with their units', () => {
		const figures = wallFigures(makeOverview(), 'zh-CN');
		expect(figures.map(({ name, value, unit }) => `${name} ${value}${unit}`)).toEqual([
			'昨日受理 107件',
			'在办 301件',
			'逾期在办 19件',
			'今日到期 23件',
			'办结率 99.4%',
			'按期办结率 93.2%',
			'办结时长中位 75.8小时',
			'未落格占比 1.3%',
		]);
	});

	it('names the day when the last whole day is not yesterday', () => {
		const overview = makeOverview({ now: '2026-11-25T07:45:00+08:00' });
		const { name, when } = card('acceptedLastDay', 'zh-CN', overview);
		expect([name, when]).toEqual(['受理', '11月22日']);
	});

	it('gives neutral figures the words of a band, others those of a target', () => {
		expect(card('acceptedLastDay').lightWord).toBe('常态');
		expect(card('overdueOpen').lightWord).toBe('预警');
		expect(card('open').lightWord).toBeNull();
	});

	it('prints changes with direction apart from judgement', () => {
		expect(card('overdueOpen').change).toEqual({ lead: '较上周', arrow: '↑', verdict: 'worse', amount: '8\u00a0件' });
		expect(plain(card('onTime').change?.amount ?? '')).toBe('1.1 百分点');
		expect(plain(card('onTime', 'en').change?.amount ?? '')).toBe('1.1 pp');
		const flat = makeOverview();
		flat.closure.change = { amount: 0.04, kind: 'points', verdict: 'neutral' };
		expect(card('closure', 'zh-CN', flat).change).toMatchObject({ arrow: '', amount: '持平' });
	});

	it('prints targets on their good side', () => {
		expect(card('onTime').noteRight).toEqual({ label: '目标', count: '≥95%' });
		expect(plain(card('medianHours').noteRight?.count ?? '')).toBe('≤72 小时');
	});

	it('says the oldest, the paused and what is due soon', () => {
		expect(plain(card('overdueOpen').noteRight?.count ?? '')).toBe('25 天');
		expect(plain(card('open').noteRight?.count ?? '')).toBe('9 件');
		expect(plain(card('dueToday').noteLeft?.count ?? '')).toBe('5 件');
	});

	it('shows open by status, and the next days after today', () => {
		const open = card('open').body;
		expect(open.kind === 'parts' && open.parts.map((part) => part.count)).toEqual(['31', '242', '28']);
		const due = card('dueToday').body;
		expect(due.kind === 'days' && due.days.map((day) => [day.label, day.count, day.share])).toEqual([
			['今日', '23', 0.5],
			['明日', '23', 0.5],
			['周三', '46', 1],
		]);
	});

	it('never prints a missing value as a number', () => {
		const overview = makeOverview();
		overview.onTime = { ...overview.onTime, value: null, status: 'insufficient', change: null };
		overview.medianHours = { ...overview.medianHours, value: null, status: 'notConnected', change: null };
		expect(card('onTime', 'zh-CN', overview).missing).toBe('样本不足');
		expect(card('medianHours', 'en', overview).missing).toBe('not connected');
	});

	it('keeps a gap in the line as null', () => {
		const { body } = card('onTime');
		expect(body.kind === 'spark' && body.values).toEqual([null, 93.1743]);
	});

	it('counts in 万 from ten thousand, in Chinese only', () => {
		expect(wallCount(12_345, 'zh-CN')).toEqual({ value: '1.2', scale: '万' });
		expect(wallCount(9_999, 'zh-CN')).toEqual({ value: '9,999', scale: '' });
		expect(wallCount(12_345, 'en')).toEqual({ value: '12,345', scale: '' });
	});
});

describe('splitNumbers', () => {
	it('marks figures, not dates, and joins to the same sentence', () => {
		const text = '11月22日（周日）受理 1,107 件，比前八个周日的均值 97.5 件多 10%。';
		const pieces = splitNumbers(text, 'zh-CN');
		expect(pieces.filter((one) => one.isNumber).map((one) => one.text)).toEqual(['1,107', '97.5', '10%']);
		expect(plain(pieces.map((one) => one.text).join(''))).toBe(text);
	});

	it('leaves English dates and commas alone', () => {
		const numbers = splitNumbers('107 events accepted on Sun 22 Nov, 33, usually 3.8.', 'en').filter(
			(one) => one.isNumber,
		);
		expect(numbers.map((one) => one.text)).toEqual(['107', '33', '3.8']);
	});
});
