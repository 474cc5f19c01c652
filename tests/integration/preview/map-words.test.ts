// Words and names that no dictionary knows: given a code once, remembered, read anew, taken back.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVENT_HEADER, eventRow, openDistrict, UNITS } from './district-files.ts';

let district: Awaited<ReturnType<typeof openDistrict>>;
beforeEach(async () => {
	district = await openDistrict();
	await district.importFile('区划.csv', UNITS);
});
afterEach(() => district.close());

/** Events of the month that the product takes for closed. */
const closedCount = async (): Promise<number | null | undefined> => {
	const { readings } = await district.call('indicators.listReadings', { period: '2026-10', indicators: ['OP03'] });
	return readings[0]?.num;
};

test('a status that means closed closes its events when it is mapped, and opens them when that is taken back', async () => {
	await district.importFile('事件_20261020.csv', [
		EVENT_HEADER,
		eventRow('A1', '路灯', '东街道', '05', '办好啦'),
		eventRow('A2', '路灯', '东街道', '06', '办好啦'),
		eventRow('A3', '路灯', '东街道', '06', '已结案'),
	]);
	expect(await closedCount()).toBe(1);
	const { words, choices } = await district.call('imports.listUnknownWords', {});
	expect(words).toMatchObject([{ kind: 'status', words: ['办好啦'], rows: 2, file: '事件_20261020.csv' }]);
	expect(choices.status.map(({ code }) => code)).toContain('60');
	const wordId = words[0]?.wordId ?? 0;
	await expect(district.call('imports.mapWord', { wordId, code: '99' })).rejects.toThrow('E_INPUT');
	const { mappingId, rows } = await district.call('imports.mapWord', { wordId, code: '60' });
	expect(rows).toBe(2);
	expect(await closedCount()).toBe(3);
	expect((await district.call('imports.listUnknownWords', {})).words).toEqual([]);
	await district.call('imports.unmapWord', { mappingId });
	expect(await closedCount()).toBe(1);
	expect((await district.call('imports.listUnknownWords', {})).words).toHaveLength(1);
});

test('a class that was mapped is remembered after its batch was undone', async () => {
	const file = [EVENT_HEADER, eventRow('A1', '怪事', '东街道', '05')];
	await district.importFile('事件_20261020.csv', file);
	const { words } = await district.call('imports.listUnknownWords', {});
	await district.call('imports.mapWord', { wordId: words[0]?.wordId ?? 0, code: '0404' });
	const { batches } = await district.call('imports.listBatches', {});
	await district.call('imports.undoBatch', { batchId: batches[0]?.batchId ?? 0 });
	await district.importFile('事件_20261020.csv', file);
	expect((await district.call('imports.listUnknownWords', {})).words).toEqual([]);
	const { event } = await district.call('events.getEvent', { eventId: 'A1' });
	expect(event.category.code).toBe('0404');
});

test('a name is suggested, never matched; once confirmed its events count there', async () => {
	await district.importFile('事件_20261020.csv', [
		EVENT_HEADER,
		eventRow('A1', '路灯', '东街到', '05'),
		eventRow('A2', '路灯', '西镇', '06'),
	]);
	const counted = async () => {
		const { readings } = await district.call('indicators.listReadings', {
			period: '2026-10',
			indicators: ['OP01'],
			areas: ['339902001'],
		});
		return readings[0]?.value;
	};
	expect(await counted()).toBe(0);
	const { places } = await district.call('imports.listUnknownPlaces', {});
	expect(places).toMatchObject([{ level: 'town', word: '东街到', rows: 1 }]);
	expect(places[0]?.suggestions[0]).toMatchObject({ code: '339902001', name: '东街道' });
	await expect(district.call('imports.confirmAlias', { word: '西镇', code: '339902001' })).rejects.toThrow('E_INPUT');
	const { aliasId } = await district.call('imports.confirmAlias', { word: '东街到', code: '339902001' });
	expect(await counted()).toBe(1);
	expect((await district.call('imports.listUnknownPlaces', {})).places).toEqual([]);
	await district.call('imports.undoAlias', { aliasId });
	expect(await counted()).toBe(0);
});
