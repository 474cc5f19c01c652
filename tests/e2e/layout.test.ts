// No text is cut off or covered, on every screen, at every size, in both languages (design.md §5).

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from '../support/app-under-test.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { SCREENS } from '../support/screens.ts';
import { findLayoutFaults } from '../support/text-layout.ts';

describe('layout', () => {
	let app: AppUnderTest;
	let browser: TestBrowser;
	beforeAll(async () => {
		[app, browser] = await Promise.all([startApp({ demo: 'only' }), openBrowser()]);
	});
	afterAll(async () => {
		await browser?.close();
		await app?.stop();
	});

	// Themes share one geometry; the light one stands for both.
	const shown = SCREENS.filter(({ theme, path, open }) => theme === 'light' || path === '/wall' || open);

	test.each(shown)('$name', async (screen) => {
		const watched = await browser.openPage(screen);
		await watched.page.goto(app.issueUrl());
		await watched.page.goto(app.origin + screen.path);
		await watched.settle();
		await screen.open?.(watched.page);
		await watched.settle();
		const faults = await findLayoutFaults(watched.page);
		expect(faults.map(({ kind, text, by, where }) => `${kind}: “${text}” by “${by}” at ${where}`)).toEqual([]);
		await watched.close();
	});
});
