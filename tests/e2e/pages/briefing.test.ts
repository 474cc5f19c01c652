// The briefing page in a real browser: which paper, a proof behind a number, an edit that goes into the Word file, print.

import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FlowApp, webFlowHost } from '../../support/flow-host.ts';

const PAGE = { language: 'zh-CN', theme: 'light', width: 1440, height: 900 } as const;

describe('the briefing', () => {
	let app: FlowApp;
	beforeAll(async () => {
		app = await webFlowHost.start('only');
	});
	afterAll(() => app.stop());

	test('is written for a day, a week and a month; a number opens its proof', async () => {
		const watched = await app.open('/?page=briefing', PAGE);
		const { page } = watched;
		const paper = page.getByRole('article', { name: '简报正文' });
		await paper.getByRole('heading', { name: /网格治理工作日报/ }).waitFor();
		await page.getByText('月报', { exact: true }).click();
		await paper.getByRole('heading', { name: /网格治理工作月报/ }).waitFor();
		expect(page.url()).toContain('paper=month');
		await paper.getByRole('img').first().waitFor();
		await paper
			.getByRole('button', { name: /：打开出处$/ })
			.first()
			.click();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
		expect(watched.complaints()).toEqual([]);
		await watched.close();
	});

	test('an edit goes into the Word file, whose code is known to the product', async () => {
		const watched = await app.open('/?page=briefing', PAGE);
		const { page } = watched;
		await page.getByRole('button', { name: '修改“一、总体情况”的文字' }).click();
		await page.getByRole('textbox', { name: '修改“一、总体情况”的文字' }).fill('昨日平稳，无重大事件。');
		await page.getByRole('button', { name: '完成' }).click();
		await page.getByText('已修改').waitFor();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: '导出 Word' }).click(),
		]);
		expect(download.suggestedFilename()).toMatch(/^L区_网格治理工作日报_.*\.docx$/);
		const text = strFromU8(unzipSync(readFileSync(await download.path()))['word/document.xml'] ?? new Uint8Array());
		expect(text).toContain('昨日平稳，无重大事件。');
		const code = /核验码 (S-[0-9A-F]{5}-[0-9A-F]{5})/.exec(text)?.[1] ?? '';
		expect(await app.call('snapshots.verifyFigure', { code })).toMatchObject({ status: 'same' });
		await watched.close();
	});

	test('what is printed or drawn carries a code that the product knows', async () => {
		const watched = await app.open('/?page=briefing', PAGE);
		const { page } = watched;
		const paper = page.getByRole('article', { name: '简报正文' });
		await paper.waitFor();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: '导出图片' }).click(),
		]);
		expect(download.suggestedFilename()).toMatch(/^L区_网格治理工作日报_.*\.png$/);
		const png = readFileSync(await download.path());
		const box = await paper.boundingBox();
		expect(png.toString('latin1', 1, 4)).toBe('PNG');
		expect(png.readUInt32BE(16)).toBe(Math.round((box?.width ?? 0) * 2));
		const code = /核验码 (S-[0-9A-F]{5}-[0-9A-F]{5})/.exec(await paper.innerText())?.[1] ?? '';
		expect(await app.call('snapshots.verifyFigure', { code })).toMatchObject({ status: 'same' });
		await page.evaluate(() => {
			window.print = () =>
				document.body.setAttribute('data-printed', document.querySelector('article')?.innerText ?? '');
		});
		await page.getByRole('button', { name: '打印 / PDF' }).click();
		await expect.poll(() => page.locator('body').getAttribute('data-printed')).toContain('核验码');
		await watched.close();
	});

	test('prints as whole pages of A4 without the desk around it', async () => {
		const watched = await app.open('/?page=briefing&paper=month', PAGE);
		const { page } = watched;
		await page.getByRole('heading', { name: /网格治理工作月报/ }).waitFor();
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByRole('navigation', { name: '页面' }).isVisible()).toBe(false);
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
		expect(pages).toBeGreaterThan(2);
		const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
		expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
		// Text that can be chosen and searched, and no picture of it.
		expect(pdf).toContain('/ToUnicode');
		await watched.close();
	});
});
