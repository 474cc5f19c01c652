// Brings up what a data clerk meets on the data page: the rehearsal of a bad file, its mapping, the rows set aside, the
// words nobody knows, the settings. Files are made here and handed over as a person would.

import type { Page } from 'playwright-core';

const UNITS = [
	'行政区划代码,行政区划名称,级别,上级代码',
	'339902,甲区,区,',
	'339902001,东街道,镇街,339902',
	'339902002,西镇,镇街,339902',
];
const HEADER = '事件编号,事件小类,所属镇街,所属村社,上报时间,受理时间,办结时限,办结时间,事件状态,联系电话,事件描述';

function row(id: string, category: string, town: string, day: number, accepted = ''): string {
	const at = `2026-10-${String(day).padStart(2, '0')}`;
	const text = '王小明 13912345678 反映龙桥路口路灯不亮';
	return `${id},${category},${town},,${at} 09:00,${accepted || `${at} 09:10`},${at} 17:30,,处置中,13812345678,${text}`;
}

const EVENTS = [
	HEADER,
	...Array.from({ length: 40 }, (_, index) =>
		row(`A${index}`, '路灯', index % 2 ? '东街道' : '西镇', (index % 28) + 1),
	),
	row('B1', '怪事甲', '东街道', 3),
	row('B2', '怪事乙', '东街道', 4),
	row('B3', '路灯', '东城街道办', 5),
	row('C1', '路灯', '西镇', 6, '2026-13-45 09:10'),
	row('C2', '路灯', '西镇', 7, '昨天上午'),
	`${row('C3', '路灯', '西镇', 8)},多出一格`,
];

async function hand(page: Page, name: string, lines: readonly string[]): Promise<void> {
	await page
		.locator('input[type="file"]')
		.first()
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
	await page.getByRole('heading', { name: /^(写入后读数会变|Readings that will change)/ }).waitFor();
}

async function importAll(page: Page, name: string, lines: readonly string[]): Promise<void> {
	await hand(page, name, lines);
	const button = page.locator('footer .button-primary');
	if (await button.isEnabled()) await button.click();
	else await page.locator('footer .link').click();
	await page
		.getByRole('heading', { name: /^(导入完成|没有写入|导入文件|Import finished|Nothing written|Import files)$/ })
		.waitFor();
}

/** The rehearsal of a file with wrong cells, unknown words and personal data. */
export async function openRehearsal(page: Page): Promise<void> {
	await importAll(page, '区划.csv', UNITS);
	await hand(page, '甲源事件_20261101.csv', EVENTS);
}

/** The same with the finer reading of a column and the whole mapping shown. */
export async function openMapping(page: Page): Promise<void> {
	await openRehearsal(page);
	await page
		.getByRole('button', { name: /^(“受理时间”的细节|Details of “受理时间”)/ })
		.first()
		.click();
}

/** Rows set aside, one being corrected, and the queue of words and names. */
export async function openQuarantine(page: Page): Promise<void> {
	await importAll(page, '区划.csv', UNITS);
	await importAll(page, '甲源事件_20261101.csv', EVENTS);
	await page
		.getByRole('button', { name: /^(更正|Correct) / })
		.first()
		.click();
	await page.getByRole('textbox', { name: /(的新内容|^New content)/ }).fill('2026-10-06 09:10');
	await page.getByRole('button', { name: /^(记下|Keep)$/ }).click();
	await page.getByRole('button', { name: /^(撤回|Take back)/ }).waitFor();
	await page
		.getByRole('button', { name: /^(更正|Correct) / })
		.nth(1)
		.click();
}

/** The settings of the district. */
export async function openSetup(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(本区设置|District settings)/ }).click();
	await page.getByRole('dialog').waitFor();
}
