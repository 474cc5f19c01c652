// What the sentences and tables of one briefing are made from: one revision, one area, one stretch, and a record of
// every definition that was cited.

import type { Period } from '../../../shared/domain/period.ts';
import type { StoredEvent } from '../cache/event-queries.ts';
import type { Place } from '../indicators/area-tree.ts';
import { levelBelow, placesAtLevel } from '../indicators/area-tree.ts';
import type { CatalogueEntry } from '../indicators/catalogue.ts';
import type { FigureQuestion, Reading } from '../indicators/read-figure.ts';
import { readFigure } from '../indicators/read-figure.ts';
import { askAbout, type SentenceSubject } from '../indicators/sentences.ts';

export interface BriefingScope extends SentenceSubject {
	/** Stored events by key, in any order. */
	eventsOf(keys: readonly number[]): StoredEvent[];
	period: Period;
	nowS: number;
	/** Definitions cited so far, by code. */
	cited: Map<string, CatalogueEntry>;
}

/** A figure of the paper; null where the catalogue in force has no such indicator. Notes the definition. */
export function askFor(scope: BriefingScope, code: string, period: Period = scope.period): FigureQuestion | null {
	const entry = scope.catalogue.get(code);
	if (!entry) return null;
	scope.cited.set(code, entry);
	return askAbout(scope, code, period);
}

/** The reading of the paper's own area, with its question; null where there is no such indicator. */
export function readFor(
	scope: BriefingScope,
	code: string,
	period: Period = scope.period,
): { question: FigureQuestion; reading: Reading } | null {
	const question = askFor(scope, code, period);
	return question && { question, reading: readFigure(question, scope.place) };
}

/** Areas one level down in official order; none below a grid. */
export function placesBelow({ index, place }: BriefingScope): Place[] {
	const level = levelBelow(index.tree, place);
	return level === null ? [] : placesAtLevel(index.tree, level, place);
}
