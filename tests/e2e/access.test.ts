// axe finds no violation on any screen, in both themes and both languages (quality.md, A1).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from '../support/app-under-test.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { SCREENS } from '../support/screens.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `rule: element` for each violation that axe finds. */
async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(axeSource);
	const { violations } = await page.evaluate(() =>
		(window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
	);
	return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe('access', () => {
	let app: AppUnderTest;
	let browser: TestBrowser;
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

	// Sizes do not change what a screen reader meets.
	const shown = SCREENS.filter(({ width, path }) => width === 1440 || (path === '/wall' && width === 1920));

	test.each(shown)('$name', async (screen) => {
		const watched = await browser.openPage(screen);
		await watched.page.goto(app.issueUrl());
		await watched.page.goto(app.origin + screen.path);
		await watched.settle();
		await screen.open?.(watched.page);
		await watched.settle();
		const told = await findViolations(watched.page);
		expect(told).toEqual([]);
		await watched.close();
	});
});
