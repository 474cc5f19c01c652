// Every screen at every size, in both languages and both themes: no text is cut off or covered (design.md §5), and axe
// finds no violation (quality.md, A1). One load serves both; screens of one size, language and theme share a window.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from '../../support/app-under-test.ts';
import { openBrowser, type TestBrowser, type WatchedPage } from '../../support/browser.ts';
import { LOOKED_AT, type Screen } from '../../support/screens.ts';
import { findLayoutFaults } from '../../support/text-layout.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `rule: element` for each violation that axe finds. */
async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(axeSource);
	const { violations } = await page.evaluate(() =>
		(window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } }).axe.run(document, {
			resultTypes: ['violations'],
		}),
	);
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe('screens', () => {
	let app: AppUnderTest;
	let browser: TestBrowser;
	const windows = new Map<string, WatchedPage>();
	const windowFor = async (screen: Screen): Promise<WatchedPage> => {
		const look = `${screen.language} ${screen.theme} ${screen.width}×${screen.height}`;
		const kept = windows.get(look);
		if (kept) return kept;
		const opened = await browser.openPage(screen);
		windows.set(look, opened);
		await opened.page.goto(app.issueUrl());
		return opened;
	};
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp({ demo: 'only' }), openBrowser()]);
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	test('axe is listened to: a button without a name is found', async () => {
		const watched = await browser.openPage({ width: 400, height: 300 });
		await watched.page.setContent('<html lang="zh"><title>x</title><main><h1>x</h1><button></button></main></html>');
		expect(await findViolations(watched.page)).toEqual(['button-name: <button></button>']);
		await watched.close();
	});

	describe.each(LOOKED_AT)('$name', (screen) => {
		let watched: WatchedPage;
		beforeAll(async () => {
			watched = await windowFor(screen);
			await watched.page.goto(app.origin + screen.path);
			await watched.settle();
			if (!screen.open) return;
			await screen.open(watched.page);
			await watched.settle();
		});

		test('no text is cut off or covered', async () => {
			const faults = await findLayoutFaults(watched.page);
			expect(faults.map(({ kind, text, by, where }) => `${kind}: “${text}” by “${by}” at ${where}`)).toEqual([]);
		});

		test('axe finds no violation', async () => {
			expect(await findViolations(watched.page)).toEqual([]);
		});

		test('the page complains of nothing', () => {
			expect(watched.complaints()).toEqual([]);
		});
	});
});
