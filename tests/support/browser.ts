// The one file that starts Chromium for tests and pictures. A page that logs an error, throws, loses a request
// or reaches for the network makes `close` fail.

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.ts';
import { LOOPBACK_ONLY, watchNetwork } from './network-guard.ts';

export interface PageOptions {
	width: number;
	height: number;
	theme?: 'light' | 'dark';
	/** Language of the browser; the product follows it until the user chooses. */
	language?: 'zh-CN' | 'en';
	/** Zone of the browser; figures must not follow it. */
	zone?: string;
	deviceScaleFactor?: number;
	/** Complaints that this test provokes on purpose. */
	tolerate?: readonly RegExp[];
	/** Leaves the tour to come by itself, as a person meets it first. */
	isFirstRun?: boolean;
}

export interface WatchedPage {
	page: Page;
	context: BrowserContext;
	/** Waits until the map is drawn and nothing on the page changes any more. */
	settle(): Promise<void>;
	/** What went wrong so far, in words. */
	complaints(): readonly string[];
	/** Closes the page; throws when there was a complaint. */
	close(): Promise<void>;
}

export interface TestBrowser {
	openPage(options: PageOptions): Promise<WatchedPage>;
	close(): Promise<void>;
}

/** Drawing without a graphics card, the same on every machine. */
const FLAGS = [
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	'--force-color-profile=srgb',
	'--hide-scrollbars',
	LOOPBACK_ONLY,
];

/** @throws when no Chromium can be found (npm test installs one) */
export async function openBrowser(): Promise<TestBrowser> {
	const executablePath = findBrowser();
	if (executablePath === null) throw new Error('No Chromium found. `npm test` installs one, or install chromium.');
	const isRoot = process.getuid?.() === 0;
	const browser = await chromium.launch({ executablePath, args: isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS });
	return {
		openPage: (options) => openPage(browser, options),
		close: () => browser.close(),
	};
}

/** Runs in every page: the tour has been had. */
function endTour(): void {
	if (window.location.protocol !== 'about:') window.localStorage.setItem('gridhelm.tour', 'done');
}

async function openPage(browser: Browser, options: PageOptions): Promise<WatchedPage> {
	const context = await browser.newContext({
		viewport: { width: options.width, height: options.height },
		deviceScaleFactor: options.deviceScaleFactor ?? 1,
		colorScheme: options.theme ?? 'light',
		locale: options.language ?? 'zh-CN',
		timezoneId: options.zone ?? 'America/St_Johns',
		reducedMotion: 'reduce',
	});
	const complaints: string[] = [];
	const complain = (message: string) => {
		if (!options.tolerate?.some((pattern) => pattern.test(message))) complaints.push(message);
	};
	watchNetwork(context, complain);
	context.on('page', (page) => watchPage(page, complain));
	if (!options.isFirstRun) await context.addInitScript(endTour);
	const page = await context.newPage();
	return {
		page,
		context,
		settle: () => settle(page),
		complaints: () => complaints,
		async close() {
			await context.close();
			if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
		},
	};
}

const QUIET_MS = 600;
const SETTLE_LIMIT_MS = 90_000;

/** The page's text and what it draws, as one value to compare. */
function readScreen(): string {
	const root = document.getElementById('root');
	// Before its scripts have run, the product's page is still and empty.
	const isBusy =
		root?.childElementCount === 0 || document.querySelector('[aria-busy="true"], [data-drawn="false"]') !== null;
	return isBusy ? `busy ${performance.now()}` : document.body.innerHTML;
}

/** Waits until nothing on a page changes any more. */
export async function settle(page: Page): Promise<void> {
	const endMs = performance.now() + SETTLE_LIMIT_MS;
	let last = await page.evaluate(readScreen);
	let quietSinceMs = performance.now();
	while (performance.now() - quietSinceMs < QUIET_MS) {
		if (performance.now() > endMs) throw new Error('The page did not come to rest.');
		await page.waitForTimeout(100);
		const now = await page.evaluate(readScreen);
		if (now !== last) quietSinceMs = performance.now();
		last = now;
	}
	await page.evaluate(() => document.fonts.ready);
}

/** Passes on whatever goes wrong on a page. */
export function watchPage(page: Page, complain: (message: string) => void): void {
	page.on('console', (message) => {
		if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
	});
	page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
	page.on('crash', () => complain('the page crashed'));
	page.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? 'failed';
		// A page that moves on gives up what it no longer needs.
		if (reason !== 'net::ERR_ABORTED') complain(`request failed: ${request.url()} ${reason}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) complain(`answered ${response.status()}: ${response.url()}`);
	});
}
