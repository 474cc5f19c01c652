// The documents of a briefing: Word that is text, tables and charts, a workbook whose numbers are numbers, no live formula
// from data, and the same bytes for the same paper.

import { read, utils } from '@e965/xlsx';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { Briefing } from '../../../electron/services/briefing/compute-briefing.ts';
import { writeDocx } from '../../../electron/services/briefing/write-docx.ts';
import { writeXlsx } from '../../../electron/services/briefing/write-xlsx.ts';

const FIGURE = { indicator: 'OP04', area: '0071', period: '2026-10', variant: 'headline' };
const PAPER: Briefing = {
	kind: 'month',
	centreName: 'L区综治中心',
	isDemo: true,
	area: '0071',
	areaName: 'L区',
	level: 'district',
	title: { zh: '网格治理工作月报', en: 'Monthly briefing' },
	period: '2026-10',
	asOf: '2026-11-23T07:42:00+08:00',
	writtenAt: '2026-11-23T08:30:00+08:00',
	sections: [
		{
			key: 'overview',
			title: { zh: '一、总体情况', en: 'Overview' },
			sentences: [
				{
					zh: [
						{ text: '受理 ', figure: null },
						{ text: '3,418', figure: FIGURE },
					],
					en: [],
				},
			],
			table: null,
			trend: {
				title: { zh: '按期办结率走势', en: 'On-time closure' },
				unit: { zh: '%', en: '%' },
				target: 95,
				points: [
					{ period: '2026-09', value: 93.2 },
					{ period: '2026-10', value: null },
				],
			},
		},
		{
			key: 'towns',
			title: { zh: '二、各区域', en: 'By area' },
			sentences: [],
			table: {
				caption: { zh: '各区域主要指标', en: 'By area' },
				columns: [
					{ title: { zh: '区域', en: 'Area' }, kind: 'text' },
					{ title: { zh: '受理', en: 'Accepted' }, kind: 'count' },
					{ title: { zh: '按期办结率', en: 'On time' }, kind: 'percent' },
				],
				rows: [
					[
						{ text: { zh: '=HYPERLINK("x")垟溇镇', en: 'a' }, value: null, figure: null },
						{ text: { zh: '3,418', en: '3,418' }, value: 3418, figure: FIGURE },
						{ text: { zh: '93.2', en: '93.2' }, value: 93.25, figure: FIGURE },
					],
				],
			},
			trend: null,
		},
		{ key: 'hotspots', title: { zh: '三、热点', en: 'Hotspots' }, sentences: [], table: null, trend: null },
	],
	missing: [],
	definitions: [
		{
			indicator: 'OP04',
			version: 2,
			name: { zh: '按期办结率', en: 'On-time closure' },
			definition: { zh: '口径', en: 'Definition' },
		},
	],
};
const OPTIONS = { language: 'zh', edits: [], checkCode: 'S-6E142-39C02' } as const;

/** Members of a zip by name. */
function unzip(bytes: Uint8Array): Promise<Map<string, string>> {
	return new Promise((resolve, reject) => {
		const members = new Map<string, string>();
		fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
			if (error) return reject(error);
			zip.on('entry', (entry) =>
				zip.openReadStream(entry, (fault, stream) => {
					if (fault) return reject(fault);
					const chunks: Buffer[] = [];
					stream.on('data', (chunk: Buffer) => chunks.push(chunk));
					stream.on('end', () => {
						members.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
						zip.readEntry();
					});
				}),
			);
			zip.on('end', () => resolve(members));
			zip.readEntry();
		});
	});
}

test('Word: official paper with native table and chart, its code, and only sections that say something', async () => {
	const members = await unzip(await writeDocx(PAPER, OPTIONS));
	const text = members.get('word/document.xml') ?? '';
	for (const words of [
		'L区网格治理工作月报',
		'（演示数据）',
		'核验码 S-6E142-39C02',
		'3,418',
		'垟溇镇',
		'OP04 按期办结率 v2',
	]) {
		expect(text).toContain(words);
	}
	expect(text).not.toContain('三、热点');
	expect(text).toContain('<w:tbl>');
	// A4 with the margins of an official paper: 37 mm above, 35 mm below.
	expect(text).toContain('w:w="11906" w:h="16838"');
	expect(text).toMatch(/<w:pgMar w:top="2098"[^>]*w:bottom="1984"/);
	expect([...members.keys()].some((name) => /^word\/charts\/chart/.test(name))).toBe(true);
});

test('an edited section stands as a person left it, in both documents', async () => {
	const edits = [{ key: 'overview' as const, paragraphs: ['改过的第一段。', '', '第二段。'] }];
	const text = (await unzip(await writeDocx(PAPER, { ...OPTIONS, edits }))).get('word/document.xml') ?? '';
	expect(text).toContain('改过的第一段。');
	expect(text).not.toContain('受理 ');
	const book = read(await writeXlsx(PAPER, { ...OPTIONS, edits }));
	expect(JSON.stringify(utils.sheet_to_json(book.Sheets.正文 ?? {}, { header: 1 }))).toContain('第二段。');
});

test('the workbook holds numbers with their formats, dates as dates, and no live formula', async () => {
	const book = read(await writeXlsx(PAPER, OPTIONS), { cellNF: true, cellDates: true });
	expect(book.SheetNames).toEqual(['正文', '各区域主要指标', '口径']);
	const sheet = book.Sheets.各区域主要指标 ?? {};
	expect(sheet.A2).toMatchObject({ t: 's', v: '=HYPERLINK("x")垟溇镇' });
	expect(sheet.A2?.f).toBeUndefined();
	expect(sheet.B2).toMatchObject({ t: 'n', v: 3418, z: '#,##0' });
	expect(sheet.C2).toMatchObject({ t: 'n', v: 0.9325, z: '0.0%' });
	const text = book.Sheets.正文 ?? {};
	expect(text.B3?.t).toBe('d');
	expect(text.B4?.v).toBe('S-6E142-39C02');
});

test.each([
	['docx', writeDocx],
	['xlsx', writeXlsx],
])('the same paper gives the same bytes of %s, but for the stamp of writing', async (_kind, write) => {
	vi.useFakeTimers({ now: Date.UTC(2026, 10, 23), toFake: ['Date'] });
	onTestFinished(() => {
		vi.useRealTimers();
	});
	const first = await unzip(await write(PAPER, OPTIONS));
	vi.setSystemTime(Date.UTC(2027, 2, 1));
	const second = await unzip(await write(PAPER, OPTIONS));
	expect([...second.keys()]).toEqual([...first.keys()]);
	for (const [name, content] of first) {
		if (name === 'docProps/core.xml') continue;
		expect(second.get(name), name).toBe(content);
	}
});
