// Every number that a sentence or a table of a briefing cites is that of the reading it names, or stands to it as the
// sentence says (a change, a share of the usual number). 1,000 papers over random districts, areas, kinds and as-ofs.

import { describe, expect, it } from 'vitest';
import { type Briefing, computeBriefing } from '../../../electron/services/briefing/compute-briefing.ts';
import { placeOfCode } from '../../../electron/services/indicators/area-tree.ts';
import { HEADLINE, loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import { previousFigure } from '../../../electron/services/indicators/earlier-figure.ts';
import type { EngineSnapshot } from '../../../electron/services/indicators/event-columns.ts';
import { eventIndexOf } from '../../../electron/services/indicators/event-index.ts';
import { explainChange } from '../../../electron/services/indicators/explain/explain-change.ts';
import { readFigure } from '../../../electron/services/indicators/read-figure.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';
import { makeRandom, makeRandomDistrict } from '../../support/random-district.ts';

const PAPERS = 1_000;
const DISTRICTS = 50;
const KINDS = ['day', 'week', 'month'] as const;
const catalogue = loadCatalogue();
const calendar = loadWorkingCalendar();

type Figure = NonNullable<Briefing['sections'][number]['sentences'][number]['zh'][number]['figure']>;
interface Cited {
	text: string;
	figure: Figure;
}

/** The number that a piece of text says: 升 1.8 个百分点 → 1.8; null for words alone. */
function numberIn(text: string): number | null {
	const match = /[−-]?\d[\d,]*(?:\.\d+)?/.exec(text);
	return match ? Number(match[0].replaceAll(',', '').replace('−', '-')) : null;
}

function citedIn(paper: Briefing, language: 'zh' | 'en'): Cited[] {
	const found: Cited[] = [];
	for (const { sentences, table } of paper.sections) {
		for (const sentence of sentences) {
			for (const { text, figure } of sentence[language]) if (figure) found.push({ text, figure });
		}
		for (const row of table?.rows ?? []) {
			for (const { text, figure } of row) if (figure) found.push({ text: text[language], figure });
		}
	}
	return found;
}

function readOnce(snapshot: EngineSnapshot, { indicator, area, period, variant }: Figure) {
	const asked = parsePeriod(period);
	if (!asked) throw new Error(`${period} is no period`);
	const [reading] = computeReadings(snapshot, catalogue, {
		indicators: [indicator],
		areas: [area],
		periods: [asked],
		...(variant !== null && { variant }),
	});
	if (!reading) throw new Error(`${indicator} of ${area} has no reading`);
	return reading;
}

/** True where `said`, with as many decimals as it was said with, is `value`. */
function says(said: string, value: number | null): boolean {
	if (value === null) return false;
	const decimals = /\.(\d+)/.exec(said)?.[1]?.length ?? 0;
	const rounded = Number(Math.abs(value).toFixed(decimals));
	return numberIn(said) === (value < 0 ? -rounded : rounded);
}

describe('1,000 briefings', () => {
	const random = makeRandom(2026);
	const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

	it('cite only numbers that their readings give', () => {
		let papers = 0;
		let numbers = 0;
		const wrong: string[] = [];
		for (let seed = 1; seed <= DISTRICTS; seed += 1) {
			const snapshot = makeEngineSnapshot(makeRandomDistrict(seed, 300));
			const areas = eventIndexOf(snapshot).tree.places.filter(({ level }) => level !== 'grid' || random() < 0.2);
			for (let turn = 0; turn < PAPERS / DISTRICTS; turn += 1) {
				const kind = KINDS[turn % KINDS.length] ?? 'day';
				const { code } = pick(areas);
				const sources = {
					...{ snapshot, catalogue, calendar, centreName: '综治中心', isDemo: false },
					nowS: (snapshot.asOfS ?? 0) + 600,
					eventsOf: () => [],
				};
				const paper = computeBriefing(sources, { kind, area: code });
				papers += 1;
				for (const language of ['zh', 'en'] as const) {
					for (const cited of citedIn(paper, language)) {
						if (numberIn(cited.text) === null) continue;
						numbers += 1;
						const reading = readOnce(snapshot, cited.figure);
						const isOwn = [reading.value, reading.num, reading.den].some((value) => says(cited.text, value));
						if (!isOwn && !isChange(snapshot, paper, cited)) {
							wrong.push(
								`${kind} ${code} ${language}: “${cited.text}” ${JSON.stringify(cited.figure)} ${reading.value}`,
							);
						}
					}
				}
			}
		}
		expect(wrong.slice(0, 10)).toEqual([]);
		expect(papers).toBe(PAPERS);
		expect(numbers).toBeGreaterThan(PAPERS * 3);
	}, 120_000);
});

/**
 * A change is the figure less that of the period before (of a running one: its same stretch), in points, pieces or per
 * cent; a contribution is a step of the exact decomposition.
 */
function isChange(snapshot: EngineSnapshot, paper: Briefing, { text, figure }: Cited): boolean {
	const index = eventIndexOf(snapshot);
	const entry = catalogue.get(figure.indicator);
	const place = placeOfCode(index.tree, figure.area);
	if (!entry) return false;
	const amounts: number[] = [];
	const periods = paper.sections.flatMap(({ sentences }) =>
		sentences.flatMap(({ zh }) => zh.flatMap((part) => part.figure?.period ?? [])),
	);
	for (const code of new Set([...periods, figure.period])) {
		const period = parsePeriod(code);
		if (!period) continue;
		const question = { index, catalogue, entry, variant: HEADLINE, period, asOfS: null, units: null };
		const now = readFigure(question, place).value;
		const then = previousFigure(question, place).value;
		if (now !== null && then !== null) amounts.push(now - then, then === 0 ? 0 : (100 * (now - then)) / then);
		const explained = explainChange(snapshot, catalogue, {
			...{ indicator: figure.indicator, area: paper.area, period, by: 'area' as const, limit: 20 },
			against: { kind: 'previous' },
		});
		amounts.push(explained.mix, explained.performance, ...explained.steps.map(({ total }) => total));
	}
	return amounts.some((amount) => says(text, amount) || says(text, Math.abs(amount)));
}
