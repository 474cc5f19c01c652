// P6: from opening the program on a cache of a million events to the first board painted in Chromium; beside the same
// page of the same bundle, its map and charts fed at once with answers that were written down before.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type AppUnderTest, startApp } from '../support/app-under-test.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import type { BenchDistrict } from './bench-district.ts';
import type { BenchResult, SkippedBench } from './bench-result.ts';
import { gridhelm } from './gridhelm-command.ts';
import { timePairs } from './ratio.ts';

const RENDERER = join(import.meta.dirname, '../../dist/renderer/index.html');
const SIZE = { width: 1440, height: 900 };
const LIMIT_MS = 120_000;

/** Runs in the page: the board stands, its map is drawn and nothing is awaited any more. */
function isPainted(): boolean {
	const map = document.querySelector('.district-map[data-drawn="true"]');
	return map !== null && document.querySelector('[aria-busy="true"], [data-drawn="false"]') === null;
}

/** Waits for the board and for the frame that shows it. */
async function untilPainted(page: Page): Promise<void> {
	await page.waitForFunction(isPainted, undefined, { polling: 'raf', timeout: LIMIT_MS });
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
}

const keyOf = (body: string | null): string => body ?? '';

/** What the page was answered, by what it asked. */
async function writeDown(
	app: AppUnderTest,
	browser: TestBrowser,
): Promise<{ answers: Map<string, string>; text: string }> {
	const answers = new Map<string, string>();
	const { page, close, settle } = await browser.openPage(SIZE);
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		const asked = keyOf(response.request().postData());
		if (pathname === '/rpc') void response.text().then((text) => answers.set(asked, text));
	});
	await page.goto(app.issueUrl());
	await untilPainted(page);
	await settle();
	const text = await page.evaluate(() => document.body.innerText);
	await close();
	return { answers, text };
}

/** Runs P6 on a district. */
export async function benchOpen(district: BenchDistrict, pairs: number): Promise<BenchResult | SkippedBench> {
	if (!existsSync(RENDERER)) return { code: 'P6', reason: 'the renderer is not built (npm run build)' };
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	const browser = await openBrowser();
	try {
		const cacheDir = join(work, 'cache');
		const { unitsFile, gridsFile, eventsFile } = district;
		await gridhelm(['import', unitsFile, gridsFile, eventsFile, '--cache', cacheDir, '--json']);
		const first = await startApp({ demo: 'never', cacheDir });
		const { answers, text } = await writeDown(first, browser);
		await first.stop();

		let isCorrect = true;
		let servicesMs = 0;
		const ours = async (): Promise<number> => {
			const watched = await browser.openPage(SIZE);
			const startMs = performance.now();
			const app = await startApp({ demo: 'never', cacheDir });
			servicesMs = performance.now() - startMs;
			await watched.page.goto(app.issueUrl());
			await untilPainted(watched.page);
			const ms = performance.now() - startMs;
			await watched.settle();
			if (pairs > 1 && (await watched.page.evaluate(() => document.body.innerText)) !== text) isCorrect = false;
			await watched.close();
			await app.stop();
			return ms;
		};
		const reference = async (): Promise<number> => {
			const app = await startApp({ demo: 'never', cacheDir });
			const watched = await browser.openPage(SIZE);
			await watched.page.route('**/rpc', (route) => {
				const body = answers.get(keyOf(route.request().postData()));
				return body === undefined ? route.continue() : route.fulfill({ contentType: 'application/json', body });
			});
			const startMs = performance.now();
			await watched.page.goto(app.issueUrl());
			await untilPainted(watched.page);
			const ms = performance.now() - startMs;
			await watched.close();
			await app.stop();
			return ms;
		};
		const measured = await timePairs(ours, reference, pairs, pairs > 1 ? 1 : 0);
		return {
			code: 'P6',
			work: `from opening the services on ${district.events.toLocaleString('en')} cached events to the first board painted`,
			reference: 'the same page and map with every answer written down before, services already open',
			goal: 1.3,
			nextGoals: '',
			pairs: measured,
			notes: [
				`opening the services alone takes ${Math.round(servicesMs)} ms of it; ${answers.size} answers of the board`,
				isCorrect
					? 'the board painted says the same every time'
					: 'the board differed between openings: lights move with the clock',
			],
		};
	} finally {
		await browser.close();
		rmSync(work, { recursive: true, force: true });
	}
}
