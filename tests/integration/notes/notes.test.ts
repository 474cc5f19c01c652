// Notes beside figures and events: kept with role and time, without personal data, gone for good when removed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_HEADER, eventRow, openDistrict, UNITS } from '../preview/district-files.ts';

let district: Awaited<ReturnType<typeof openDistrict>>;
beforeEach(async () => {
	district = await openDistrict();
	await district.importFile('区划.csv', UNITS);
	await district.importFile('事件_20261101.csv', [EVENT_HEADER, event('A1'), event('A2')]);
});
afterEach(() => district.close());

const event = (id: string) => eventRow(id, '路灯', '东街道', '12');
const FIGURE = { kind: 'figure', indicator: 'OP04', area: '339902', period: '2026-10' } as const;

test('a note on a figure stands with its indicator and area in every period, the newest first', async () => {
	const { note } = await district.call('notes.addNote', { subject: FIGURE, role: 'analyst', text: '  台风停工三天 ' });
	expect(note).toMatchObject({ subject: FIGURE, role: 'analyst', text: '台风停工三天' });
	expect(note.writtenAt).toMatch(/\+08:00$/);
	await district.call('notes.addNote', { subject: { ...FIGURE, period: '2026-09' }, role: 'leader', text: '第二条' });
	await district.call('notes.addNote', { subject: { ...FIGURE, indicator: 'OP01' }, role: 'leader', text: '别的指标' });
	await district.call('notes.addNote', { subject: { kind: 'event', eventId: 'A1' }, role: 'leader', text: '盯住它' });
	await district.call('notes.addNote', { subject: { kind: 'event', eventId: 'A1' }, role: 'dutyHead', text: '已回电' });
	const { notes } = await district.call('notes.listNotes', {
		subject: { kind: 'figure', indicator: 'OP04', area: '339902' },
	});
	expect(notes.map(({ text }) => text)).toEqual(['第二条', '台风停工三天']);
	const ofEvent = await district.call('notes.listNotes', { subject: { kind: 'event', eventId: 'A1' } });
	expect(ofEvent.notes.map(({ text }) => text)).toEqual(['已回电', '盯住它']);
});

test('personal data never reaches the cache or the reply, and what was cut is counted', async () => {
	const text = '请联系张伟强，电话１３８ ０００１ ２３４５，住幸福小区3幢2单元501室';
	const { note, cutCount } = await district.call('notes.addNote', {
		subject: { kind: 'event', eventId: 'A2' },
		role: 'dispatcher',
		text,
	});
	expect(cutCount).toBeGreaterThanOrEqual(2);
	expect(note.text).not.toMatch(/[1１][3３][8８]|501/);
	const files = readdirSync(district.cacheDir, { withFileTypes: true }).filter((entry) => entry.isFile());
	expect(files.length).toBeGreaterThan(0);
	for (const { name } of files) {
		const bytes = readFileSync(join(district.cacheDir, name));
		for (const secret of ['１３８ ０００１', '13800012345', '501室']) expect(bytes.includes(secret), name).toBe(false);
	}
});

test('a note about nothing is refused and nothing is kept', async () => {
	const add = (subject: object) =>
		district.call('notes.addNote', { subject: subject as typeof FIGURE, role: 'analyst', text: '无主' });
	await expect(add({ kind: 'event', eventId: '13800012345' })).rejects.toThrow(/E_NOT_FOUND/);
	await expect(add({ ...FIGURE, area: '999' })).rejects.toThrow(/E_UNKNOWN_AREA/);
	await expect(add({ ...FIGURE, indicator: 'XX99' })).rejects.toThrow(/E_UNKNOWN_INDICATOR/);
	await expect(add({ ...FIGURE, period: 'soon' })).rejects.toThrow(/E_PERIOD/);
	await expect(add({ ...FIGURE, eventId: 'A1' })).rejects.toThrow(/E_INPUT/);
});

test('a removed note is gone; removing it again says so', async () => {
	const { note } = await district.call('notes.addNote', { subject: FIGURE, role: 'analyst', text: '写错了' });
	expect(await district.call('notes.removeNote', { noteId: note.noteId })).toEqual({ wasThere: true });
	expect(await district.call('notes.removeNote', { noteId: note.noteId })).toEqual({ wasThere: false });
	const { notes } = await district.call('notes.listNotes', {
		subject: { kind: 'figure', indicator: 'OP04', area: '339902' },
	});
	expect(notes).toEqual([]);
});

test('notes live on when the data is imported again', async () => {
	await district.call('notes.addNote', { subject: { kind: 'event', eventId: 'A1' }, role: 'leader', text: '盯住它' });
	await district.importFile('事件_20261102.csv', [EVENT_HEADER, event('A1'), event('A3')]);
	const { notes } = await district.call('notes.listNotes', { subject: { kind: 'event', eventId: 'A1' } });
	expect(notes).toHaveLength(1);
});
