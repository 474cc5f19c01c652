// Search over areas, indicators and events by Chinese, pinyin, initials and code (design.md §2, Search).
// Ranks here; must not read the database itself (event numbers come in through `findEvents`).

import type { z } from 'zod';
import type { Area } from '../../../shared/contract/schemas/app.ts';
import type { IndicatorDefinition } from '../../../shared/contract/schemas/indicators.ts';
import type { SearchOutput } from '../../../shared/contract/schemas/search.ts';
import { areaPinyin } from '../sync/area-pinyin.ts';

type AreaItem = z.infer<typeof Area>;
type Hit = z.infer<typeof SearchOutput>['hits'][number];
export type EventHit = Extract<Hit, { kind: 'event' }>;

export interface SearchScope {
	areas: readonly AreaItem[];
	definitions: readonly z.infer<typeof IndicatorDefinition>[];
	/** Events whose number starts with a text, at most `limit`. */
	findEvents: (prefix: string, limit: number) => EventHit[];
}

const LEVEL_ORDER = ['district', 'town', 'village', 'grid', 'microGrid'];
/** Room kept for areas when events match too. */
const EVENT_SHARE = 4;

/** How well a text matches: 0 exact, 1 start, 2 inside, null not at all. */
function matchText(candidate: string, needle: string): number | null {
	const at = candidate.indexOf(needle);
	if (at < 0) return null;
	if (candidate.length === needle.length) return 0;
	return at === 0 ? 1 : 2;
}

/** Lower case, and ü as it is typed: v. */
function fold(text: string): string {
	return text.toLowerCase().replaceAll('ü', 'v');
}

function matchAny(candidates: readonly string[], needle: string): number | null {
	let best: number | null = null;
	for (const candidate of candidates) {
		const score = matchText(fold(candidate), needle);
		if (score !== null && (best === null || score < best)) best = score;
	}
	return best;
}

/** Pinyin of indicator names by name; they are few and rarely change. */
const spelled = new Map<string, string[]>();
function spell(name: string): string[] {
	const known = spelled.get(name) ?? areaPinyin(name).split(' ');
	spelled.set(name, known);
	return known;
}

function pathOf(area: AreaItem, byCode: ReadonlyMap<string, AreaItem>): string {
	const names: string[] = [];
	for (
		let parent = area.parentCode === null ? undefined : byCode.get(area.parentCode);
		parent;
		parent = parent.parentCode === null ? undefined : byCode.get(parent.parentCode)
	) {
		names.unshift(parent.name);
	}
	return names.join(' › ');
}

/** Best hits first: exact before start before inside, larger units before smaller, official order. */
export function findHits(scope: SearchScope, text: string, limit: number): Hit[] {
	const needle = fold(text.normalize('NFKC').trim());
	if (needle === '') return [];
	const byCode = new Map(scope.areas.map((area) => [area.code, area]));

	const areaHits = scope.areas
		.flatMap((area) => {
			const score = matchAny([area.name, area.shortName, area.code, ...area.pinyin.split(' ')], needle);
			return score === null ? [] : [{ area, score }];
		})
		.sort(
			(a, b) =>
				a.score - b.score ||
				LEVEL_ORDER.indexOf(a.area.level) - LEVEL_ORDER.indexOf(b.area.level) ||
				a.area.sortNo - b.area.sortNo,
		);
	const indicatorHits: Hit[] = scope.definitions
		.filter((item) => matchAny([item.code, item.name.zh, item.name.en, ...spell(item.name.zh)], needle) !== null)
		.map((item) => ({ kind: 'indicator', code: item.code, zh: item.name.zh, en: item.name.en }));
	const eventHits = needle.length < 3 ? [] : scope.findEvents(text.normalize('NFKC').trim(), EVENT_SHARE);

	const areaRoom = Math.max(1, limit - Math.min(eventHits.length, EVENT_SHARE) - Math.min(indicatorHits.length, 2));
	return [
		...areaHits.slice(0, areaRoom).map(
			({ area }): Hit => ({
				kind: 'area',
				code: area.code,
				name: area.name,
				path: pathOf(area, byCode),
				level: area.level,
			}),
		),
		...indicatorHits,
		...eventHits,
	].slice(0, limit);
}
