// P7: recolouring, panning and zooming a map of 1,000 and of 10,000 grids, and the time slider over 200,000 events, in
// Chromium; beside a page with MapLibre alone and the same polygons and points, in turn.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type AppUnderTest, startApp } from '../support/app-under-test.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { type BareMap, type MapBox, openBareMap } from './bare-map.ts';
import type { BenchDistrict } from './bench-district.ts';
import type { BenchResult, SkippedBench } from './bench-result.ts';
import { gridhelm } from './gridhelm-command.ts';
import { makeLatticeDistrict } from './lattice-district.ts';
import { type PageWork, watchWork } from './page-under-bench.ts';
import { medianOf, timePairs } from './ratio.ts';

const RENDERER = join(import.meta.dirname, '../../dist/renderer/index.html');
const SIZE = { width: 1440, height: 900 };
const GOAL = 1.1;
const LONG_MS = 50;
/** Moves of one drag; a frame of ten thousand grids takes up to a second where the processor draws. */
const STEPS = 12;
const INDICATORS = ['OP03', 'OP04', 'OP01', 'OP09'];

/** Drags the ground there and back, then turns the wheel in and out. */
async function panAndZoom(page: Page, { x, y, width, height }: MapBox): Promise<void> {
	const [left, top] = [x + width / 2, y + height / 2];
	await page.mouse.move(left, top);
	await page.mouse.down();
	for (let step = 0; step <= STEPS; step += 1) {
		const away = Math.min(step, STEPS - step);
		await page.mouse.move(left + away * 30, top + away * 17);
		await page.waitForTimeout(16);
	}
	await page.mouse.up();
	for (const turn of [-240, -240, 240, 240]) {
		await page.mouse.wheel(0, turn);
		await page.waitForTimeout(250);
	}
}

/** Points of an event export as [lng, lat, months before the newest]. */
function pointsOf(eventsFile: string): [number, number, number][] {
	const [header = '', ...lines] = readFileSync(eventsFile, 'utf8').replace('\uFEFF', '').split('\r\n');
	const columns = header.split(',');
	const [lng, lat, day] = ['经度', '纬度', '受理时间'].map((name) => columns.indexOf(name)) as [number, number, number];
	return lines.flatMap((line): [number, number, number][] => {
		const row = line.split(',');
		const [year, month] = (row[day] ?? '').split('-').map(Number);
		if (row.length !== columns.length || !row[lng] || !year || !month) return [];
		return [[Number(row[lng]), Number(row[lat]), (2026 - year) * 12 + 10 - month]];
	});
}

interface Pages {
	ours: Page;
	bare: Page;
	box: MapBox;
	/** Pages complain where something went wrong. */
	close(): Promise<void>;
}

async function openPages(
	app: AppUnderTest,
	[oursBrowser, bareBrowser]: readonly [TestBrowser, TestBrowser],
	bare: BareMap,
): Promise<Pages> {
	const ours = await oursBrowser.openPage(SIZE);
	await ours.page.goto(app.issueUrl());
	await ours.page.goto(`${app.origin}/?page=map&map=grid`);
	await ours.page.locator('.district-map[data-drawn="true"]').first().waitFor({ timeout: 120_000 });
	await ours.settle();
	const box = await ours.page.locator('.map-canvas').first().boundingBox();
	if (box === null) throw new Error('The map has no place on its page.');
	const other = await bareBrowser.openPage(SIZE);
	await other.page.goto(bare.url(box));
	await other.page.locator('body[data-ready="true"]').waitFor({ state: 'attached', timeout: 120_000 });
	return {
		ours: ours.page,
		bare: other.page,
		box,
		async close() {
			await ours.close();
			await other.close();
		},
	};
}

/** Frame times of one use of both pages in turn, and what their longest tasks were. */
async function measure(
	{ ours, bare }: Pages,
	work: string,
	useOurs: (page: Page, turn: number) => Promise<void>,
	useBare: (page: Page, turn: number) => Promise<void>,
	pairs: number,
): Promise<BenchResult> {
	const [oursWork, bareWork]: [PageWork[], PageWork[]] = [[], []];
	const timed = async (page: Page, use: typeof useOurs, turn: number, found: PageWork[]): Promise<number> => {
		const watched = await watchWork(page, () => use(page, turn));
		if (turn >= 0) found.push(watched);
		return watched.frameMs;
	};
	const measured = await timePairs(
		(turn) => timed(ours, useOurs, turn, oursWork),
		(turn) => timed(bare, useBare, turn, bareWork),
		pairs,
		1,
	);
	const longest = (works: readonly PageWork[]) => medianOf(works.map(({ longestTaskMs }) => longestTaskMs));
	const excess = oursWork.filter(
		({ longestTaskMs }, at) => longestTaskMs > Math.max(LONG_MS, bareWork[at]?.longestTaskMs ?? 0),
	);
	return {
		code: 'P7',
		work: `${work}: time between frames`,
		reference: 'MapLibre alone, same polygons and points, same place on the page',
		goal: GOAL,
		nextGoals: '',
		pairs: measured,
		notes: [
			`${work}: longest task ${Math.round(longest(oursWork))} ms beside ${Math.round(longest(bareWork))} ms (median; 0 = none over ${LONG_MS} ms); over ${LONG_MS} ms and over the reference's in ${excess.length} of ${pairs} rounds`,
		],
	};
}

async function measureGrids(pages: Pages, grids: string, pairs: number): Promise<BenchResult[]> {
	const { box } = pages;
	const moved = await measure(
		pages,
		`pan and zoom ${grids} grids`,
		(page) => panAndZoom(page, box),
		(page) => panAndZoom(page, box),
		pairs,
	);
	// Found once: the search by label is work on the page that no person causes.
	const chooser = await pages.ours.getByLabel('地图指标').elementHandle();
	if (chooser === null) throw new Error('The map page has no chooser of indicators.');
	const coloured = await measure(
		pages,
		`recolour ${grids} grids`,
		async (page, turn) => {
			await chooser.selectOption(INDICATORS[(turn + 1) % INDICATORS.length] ?? 'OP03');
			await page.waitForTimeout(600);
		},
		async (page) => {
			await page.evaluate('window.recolour()');
			await page.waitForTimeout(600);
		},
		pairs,
	);
	return [moved, coloured];
}

async function slideOver(pages: Pages, pairs: number): Promise<BenchResult> {
	return measure(
		pages,
		'time slider over 200,000 events',
		async (page, turn) => {
			const slider = page.locator('input[type="range"]').last();
			for (let step = 0; step < 10; step += 1) {
				await slider.press(turn % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
				await page.waitForTimeout(100);
			}
		},
		async (page, turn) => {
			for (let step = 0; step < 10; step += 1) {
				await page.evaluate(`window.showMonth(${turn % 2 === 0 ? step : 10 - step})`);
				await page.waitForTimeout(100);
			}
		},
		pairs,
	);
}

/**
 * Runs P7. `large`: a district of 200,000 events and 1,000 grids; `small`: the one whose events fill 10,000 cells, left out
 * when null.
 */
export async function benchMap(
	large: BenchDistrict,
	small: BenchDistrict | null,
	pairs: number,
): Promise<(BenchResult | SkippedBench)[]> {
	if (!existsSync(RENDERER)) return [{ code: 'P7', reason: 'the renderer is not built (npm run build)' }];
	const work = mkdtempSync(join(tmpdir(), 'gridhelm-bench-'));
	// One browser each: of two pages in one browser the hidden one draws no frames.
	const browsers = [await openBrowser(), await openBrowser()] as const;
	const results: BenchResult[] = [];
	try {
		const lattice = join(work, 'lattice');
		mkdirSync(lattice);
		const thousand = [
			'1,000',
			[large.unitsFile, large.gridsFile, large.eventsFile],
			pointsOf(large.eventsUtf8File),
		] as const;
		const tenThousand = small === null ? [] : [['10,000', makeLatticeDistrict(small, lattice), []] as const];
		for (const [grids, files, points] of [thousand, ...tenThousand]) {
			const cacheDir = join(work, `cache-${grids}`);
			await gridhelm(['import', ...files, '--cache', cacheDir, '--json']);
			const app = await startApp({ demo: 'never', cacheDir });
			const layer = await app.services.getLayer('grid');
			const bare = await openBareMap(layer?.body ?? new Uint8Array(), points);
			try {
				const pages = await openPages(app, browsers, bare);
				results.push(...(await measureGrids(pages, grids, pairs)));
				if (points.length > 0) results.push(await slideOver(pages, pairs));
				await pages.close();
			} finally {
				await bare.close();
				await app.stop();
			}
		}
		return results;
	} finally {
		for (const browser of browsers) await browser.close();
		rmSync(work, { recursive: true, force: true });
	}
}
