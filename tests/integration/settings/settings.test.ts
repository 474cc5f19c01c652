// The one settings file of a district: checked, applied, written whole, refused in plain words.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createServices } from '../../../electron/services/create-services.ts';
import { EVENT_HEADER, eventRow, openDistrict, UNITS } from '../preview/district-files.ts';

let district: Awaited<ReturnType<typeof openDistrict>>;
beforeEach(async () => {
	district = await openDistrict();
	await district.importFile('区划.csv', UNITS);
});
afterEach(() => district.close());

const SETTINGS = {
	version: 1,
	centreName: '甲区社会治理中心',
	townOrder: ['339902002', '339902001'],
	workWindows: [{ from: '09:00', to: '12:00' }],
	sources: [{ dataset: 'event', name: '基层智治系统', expectedAt: '02:00', every: 'day', toleranceMinutes: 60 }],
	outline: {
		type: 'Polygon',
		coordinates: [
			[
				[120, 30],
				[121, 30],
				[121, 31],
				[120, 30],
			],
		],
	},
};

test('title, order of towns, work windows and outline take effect and stand in one file', async () => {
	await district.call('settings.saveSettings', { settings: SETTINGS });
	expect((await district.call('app.getState', {})).centreName).toBe('甲区社会治理中心');
	const { areas } = await district.call('areas.listAreas', {});
	expect(areas.filter(({ level }) => level === 'town').map(({ code }) => code)).toEqual(['339902002', '339902001']);
	const { readings } = await district.call('indicators.listReadings', {
		period: '2026-10',
		level: 'town',
		indicators: ['OP01'],
	});
	expect(readings.map(({ area }) => area)).toEqual(['339902002', '339902001']);
	const written = JSON.parse(readFileSync(join(district.cacheDir, 'settings.json'), 'utf8'));
	expect(written).toEqual(SETTINGS);
	expect(existsSync(join(district.cacheDir, 'settings.json.new'))).toBe(false);
});

test('work windows are the clock of limits', async () => {
	await district.importFile('事件_20261020.csv', [
		EVENT_HEADER,
		eventRow('A1', '路灯', '东街道', '12').replace('2026-10-12 17:30', '2026-10-12 12:00'),
	]);
	const overdue = async () => (await district.call('events.getEvent', { eventId: 'A1' })).event.overdue?.amount;
	const before = await overdue();
	await district.call('settings.saveSettings', { settings: SETTINGS });
	expect(await overdue()).toBeTypeOf('number');
	expect(before).toBeTypeOf('number');
});

test('what is not valid is refused with its place, and nothing changes', async () => {
	await district.call('settings.saveSettings', { settings: SETTINGS });
	const wrong = [
		[{ ...SETTINGS, workWindows: [{ from: '12:00', to: '09:00' }] }, 'workWindows.0'],
		[{ ...SETTINGS, townOrder: ['1', '1'] }, 'townOrder'],
		[{ ...SETTINGS, colours: { accentLight: '#ffff00' } }, 'colours.accentLight'],
		[{ ...SETTINGS, centreTitle: 'x' }, 'centreTitle'],
	] as const;
	for (const [settings, place] of wrong) {
		await expect(district.call('settings.saveSettings', { settings })).rejects.toThrow(place);
	}
	expect((await district.call('settings.getSettings', {})).settings).toEqual(SETTINGS);
});

test('a file that was spoilt by hand is named, and the last good settings hold', async () => {
	await district.call('settings.saveSettings', { settings: SETTINGS });
	await district.services.close();
	writeFileSync(join(district.cacheDir, 'settings.json'), '{"version": 1, "workWindows": "all day"}');
	const services = await createServices({ cacheDir: district.cacheDir, demo: 'never', version: 'test' });
	const reply = await services.dispatch('settings.getSettings', {});
	expect(reply).toMatchObject({ ok: true, data: { problem: { zh: expect.stringContaining('workWindows') } } });
	const state = await services.dispatch('app.getState', {});
	expect(state).toMatchObject({ ok: true, data: { centreName: '甲区社会治理中心' } });
	await services.close();
});

test('what is missing is listed by what it would bring', async () => {
	const { missing, indicatorCount, readyCount } = await district.call('settings.listMissing', {});
	expect(missing.map(({ dataset }) => dataset)).not.toContain('admin_unit');
	expect(missing[0]).toMatchObject({ dataset: 'event', indicators: expect.arrayContaining(['OP01', 'OP05']) });
	expect(readyCount).toBeLessThan(indicatorCount);
	await district.importFile('事件_20261020.csv', [EVENT_HEADER, eventRow('A1', '路灯', '东街道', '05')]);
	const after = await district.call('settings.listMissing', {});
	expect(after.missing.map(({ dataset }) => dataset)).not.toContain('event');
	expect(after.readyCount).toBeGreaterThan(readyCount);
});
