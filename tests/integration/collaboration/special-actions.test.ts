// 一件事: opened on a class at a place, scrubbed, followed week by week against the weeks before, closed, opened again,
// removed; never touched by an import or by its being taken back.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { weeklyRatio } from '../../../electron/services/collaboration/action-effect.ts';
import { wilsonInterval } from '../../../electron/services/indicators/wilson-interval.ts';
import { dayFromDate, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { openDistrict, UNITS } from '../preview/district-files.ts';

const FIRST = dayFromDate(2026, 11, 2);
const ACTION = { area: '339902001', classCode: '05', name: '亮灯行动', startedOn: '2026-11-02' } as const;

const HEADER = '事件编号,事件小类,所属镇街,上报时间,受理时间,办结时限,办结时间,事件状态,事发地址';

/** One event in a week (counted from the first day of the action); on time unless late. */
function event(id: string, town: string, category: string, week: number, isLate = false): string {
	const place = category === '路灯' ? `人民路${week % 2 === 0 ? 1 : 88}号` : `后巷${week + 20}号`;
	const day = toIsoDate(FIRST + week * 7 + 2);
	const done = isLate ? toIsoDate(FIRST + week * 7 + 4) : day;
	return `${id},${category},${town},${day} 09:00,${day} 09:10,${day} 17:30,${done} 16:00,已办结,${place}`;
}

let district: Awaited<ReturnType<typeof openDistrict>>;
let batchId: number;
beforeAll(async () => {
	district = await openDistrict();
	await district.importFile('区划.csv', UNITS);
	const rows: string[] = [];
	for (let week = -9; week < 3; week += 1) {
		const many = week < 0 ? 6 : 2;
		for (let at = 0; at < many; at += 1) rows.push(event(`E${week}/${at}`, '东街道', '路灯', week, at === 0));
		rows.push(event(`O${week}`, '东街道', '噪音扰民', week), event(`W${week}`, '西镇', '路灯', week));
	}
	await district.importFile('事件_20261124.csv', [HEADER, ...rows]);
	const { batches } = await district.call('imports.listBatches', {});
	batchId = batches[0]?.batchId ?? 0;
});
afterEach(async () => {
	for (const { actionId } of (await district.call('collaboration.listActions', { area: WHOLE })).actions)
		await district.call('collaboration.removeAction', { actionId });
});
afterAll(() => district.close());

const WHOLE = '339902';
const list = async (area = WHOLE) => (await district.call('collaboration.listActions', { area })).actions;

test('the weeks since stand beside eight whole weeks before, counted as the indicators count', async () => {
	const { actionId } = await district.call('collaboration.openAction', { ...ACTION, leadUnit: '区城管局' });
	const [action] = await list();
	expect(action).toMatchObject({ actionId, areaName: '东街道', leadUnit: '区城管局', closedOn: null });
	const effect = action?.effect;
	expect(effect?.before).toEqual({ weeks: 8, accepted: 48 });
	expect(effect?.during).toEqual({ weeks: 3, accepted: 6 });
	expect(effect?.onTime.before).toMatchObject({ num: 40, den: 48 });
	expect(effect?.onTime.during).toMatchObject({ num: 3, den: 6 });
	const { low, high } = wilsonInterval(3, 6);
	expect(effect?.onTime.during.low).toBeCloseTo(low * 100, 9);
	expect(effect?.onTime.during.high).toBeCloseTo(high * 100, 9);
	expect(effect?.elsewhere).toEqual({ before: 8, during: 3 });
	expect(effect?.ratio?.value).toBeCloseTo(2 / 6, 9);
	expect(effect?.verdict).toBe('fewer');
	expect(effect?.weeks.map(({ firstDay }) => firstDay)).toEqual(
		Array.from({ length: 11 }, (_, at) => toIsoDate(FIRST + (at - 8) * 7)),
	);
	// The figures of the whole town in one of the weeks, less the one event of another class.
	const { readings } = await district.call('indicators.listReadings', {
		areas: ['339902001'],
		period: '2026-W46',
		indicators: ['OP08', 'OP04'],
	});
	const week = effect?.weeks.at(-2);
	expect(readings.find(({ indicator }) => indicator === 'OP08')?.den).toBe((week?.accepted ?? 0) + 1);
	expect(readings.find(({ indicator }) => indicator === 'OP08')?.num).toBe(week?.recurring);
	expect(week?.recurring).toBe(2);
	expect(readings.find(({ indicator }) => indicator === 'OP04')?.den).toBe((week?.due ?? 0) + 1);
});

test('it is closed, what comes after is not counted to it, and it can run again', async () => {
	const { actionId } = await district.call('collaboration.openAction', ACTION);
	const close = (closedOn: string | null) => district.call('collaboration.closeAction', { actionId, closedOn });
	await close('2026-11-15');
	const [closed] = await list();
	expect(closed?.closedOn).toBe('2026-11-15');
	expect(closed?.effect?.during).toEqual({ weeks: 2, accepted: 4 });
	expect(closed?.effect?.weeks.at(-1)?.kind).toBe('since');
	await expect(close('2026-11-01')).rejects.toThrow(/E_INPUT/);
	await expect(close('2026-02-30')).rejects.toThrow(/E_INPUT/);
	await close(null);
	expect((await list())[0]?.effect?.during.weeks).toBe(3);
	expect(await district.call('collaboration.removeAction', { actionId })).toEqual({ wasThere: true });
	expect(await district.call('collaboration.removeAction', { actionId })).toEqual({ wasThere: false });
	await expect(close('2026-11-15')).rejects.toThrow(/E_NOT_FOUND/);
});

test('it stands at its area, over it and inside it, and nowhere else; too early says so', async () => {
	const { actionId } = await district.call('collaboration.openAction', { ...ACTION, startedOn: '2026-11-23' });
	expect((await list('339902001')).map((one) => one.actionId)).toEqual([actionId]);
	expect(await list('339902002')).toEqual([]);
	expect((await list())[0]?.effect).toMatchObject({ verdict: 'tooEarly', ratio: null, during: { weeks: 0 } });
	await expect(list('nowhere')).rejects.toThrow(/E_UNKNOWN_AREA/);
	const open = (input: object) => district.call('collaboration.openAction', { ...ACTION, ...input });
	await expect(open({ area: 'nowhere' })).rejects.toThrow(/E_UNKNOWN_AREA/);
	await expect(open({ classCode: '77' })).rejects.toThrow(/E_INPUT/);
	await expect(open({ startedOn: '2026-13-01' })).rejects.toThrow(/E_INPUT/);
	await expect(open({ name: '  ' })).rejects.toThrow(/E_INPUT/);
});

test('personal data never reaches the cache or the reply, and what was cut is counted', async () => {
	const { actionId, cutCount } = await district.call('collaboration.openAction', {
		...ACTION,
		name: '张伟强13800012345反映路灯',
		leadUnit: '区城管局 13900012345',
		note: '住幸福小区3幢2单元501室，身份证330324199001011234',
	});
	expect(cutCount).toBeGreaterThanOrEqual(3);
	const action = (await list()).find((one) => one.actionId === actionId);
	expect(JSON.stringify(action)).not.toMatch(/13800012345|13900012345|501室|330324199001011234/);
	for (const { name } of readdirSync(district.cacheDir, { withFileTypes: true }).filter((entry) => entry.isFile())) {
		const bytes = readFileSync(join(district.cacheDir, name));
		for (const secret of ['13800012345', '13900012345', '501室']) expect(bytes.includes(secret), name).toBe(false);
	}
});

test('an action outlives the import that it rests on being taken back', async () => {
	const { actionId } = await district.call('collaboration.openAction', ACTION);
	await district.call('imports.undoBatch', { batchId });
	const [action] = await list();
	expect(action).toMatchObject({ actionId, name: ACTION.name });
	expect(action?.effect?.weeks ?? []).toEqual([]);
});

test('a ratio from few counts says how little it knows', () => {
	expect(weeklyRatio({ weeks: 8, accepted: 0 }, { weeks: 2, accepted: 3 })).toBeNull();
	const none = weeklyRatio({ weeks: 8, accepted: 4 }, { weeks: 4, accepted: 0 });
	expect(none).toMatchObject({ value: 0, low: 0 });
	expect(none?.high).toBeGreaterThan(1);
	const same = weeklyRatio({ weeks: 8, accepted: 400 }, { weeks: 4, accepted: 200 });
	expect(same?.value).toBe(1);
	expect(same?.low).toBeGreaterThan(0.8);
	expect(same?.high).toBeLessThan(1.2);
});
