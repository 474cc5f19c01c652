// Readings by indicator × area × period (cli.md): who is asked for, in which order. Pure over a snapshot.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { ReadingLevel } from '../../../shared/domain/codes.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { type AreaBasis, indexOnBasis } from './area-basis.ts';
import type { AreaTree, Place } from './area-tree.ts';
import { placeOfCode, placesAtLevel } from './area-tree.ts';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import type { EngineSnapshot } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import type { FigureQuestion, Reading } from './read-figure.ts';
import { readFigure } from './read-figure.ts';

export interface ReadingsQuery {
	/** Codes of the catalogue; all of it when absent. */
	indicators?: readonly string[];
	areas?: readonly string[];
	level?: ReadingLevel;
	periods: readonly Period[];
	variant?: string;
	/** Epoch seconds; events are judged by the earlier of this and their own source's as-of. */
	asOfS?: number;
	/** Whether areas are taken as they stood then (the default) or as what became of them. */
	basis?: AreaBasis;
	/** Handling units by delivered word or mapped code. */
	units?: readonly string[];
}

/**
 * Rows in the order indicator, official order of areas, code, period. Neither areas nor level: the district;
 * level alone: every area of it; areas alone: those; both: that level inside them.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR, E_UNKNOWN_VARIANT, E_NOT_FOUND (unit)
 */
export function computeReadings(snapshot: EngineSnapshot, catalogue: Catalogue, query: ReadingsQuery): Reading[] {
	const index = indexOnBasis(snapshot, query.basis);
	const variant = query.variant ?? HEADLINE;
	const entries = chooseEntries(catalogue, query.indicators, variant);
	const places = choosePlaces(index.tree, query.areas, query.level);
	const units = query.units === undefined ? [null] : query.units.map((name) => findUnit(index, name));
	const readings: Reading[] = [];
	for (const entry of entries) {
		for (const place of places) {
			for (const unit of units) {
				for (const period of query.periods) {
					const asOfS = query.asOfS ?? null;
					const question: FigureQuestion = { index, catalogue, entry, variant, period, asOfS, units: unit };
					readings.push(readFigure(question, place));
				}
			}
		}
	}
	return readings;
}

/**
 * A definition by code.
 * @throws GridHelmError E_UNKNOWN_INDICATOR
 */
export function entryOf(catalogue: Catalogue, code: string): CatalogueEntry {
	const entry = catalogue.get(code);
	if (!entry) throw new GridHelmError('E_UNKNOWN_INDICATOR', `没有编号为 ${code} 的指标`, { indicator: code });
	return entry;
}

/**
 * Checks that an indicator has a variant.
 * @throws GridHelmError E_UNKNOWN_VARIANT
 */
export function checkVariant(entry: CatalogueEntry, variant: string): void {
	if (entry.formulas.has(variant)) return;
	const indicator = entry.definition.code;
	throw new GridHelmError('E_UNKNOWN_VARIANT', `${indicator} 没有名为 ${variant} 的口径`, { indicator, variant });
}

function chooseEntries(catalogue: Catalogue, codes: readonly string[] | undefined, variant: string): CatalogueEntry[] {
	if (codes !== undefined) {
		const wanted = new Set(codes.map((code) => entryOf(catalogue, code)));
		for (const entry of wanted) checkVariant(entry, variant);
		return [...catalogue.values()].filter((entry) => wanted.has(entry));
	}
	const listed = [...catalogue.values()].filter(({ definition }) => definition.audience === 'catalogue');
	const having = listed.filter((entry) => entry.formulas.has(variant));
	if (having.length === 0) {
		throw new GridHelmError('E_UNKNOWN_VARIANT', `没有指标有名为 ${variant} 的口径`, { variant });
	}
	return having;
}

function choosePlaces(tree: AreaTree, codes: readonly string[] | undefined, level: ReadingLevel | undefined): Place[] {
	const root = tree.places[0];
	if (!root) throw new Error('an area tree always has a root');
	if (codes === undefined) return placesAtLevel(tree, level ?? 'district', root);
	const asked = codes.map((code) => placeOfCode(tree, code));
	const found = level === undefined ? asked : asked.flatMap((place) => placesAtLevel(tree, level, place));
	return [...new Set(found)].sort((a, b) => a.place - b.place);
}

/**
 * Dict ids that a unit's name, other name or code stands for: among all that was delivered, else those of events.
 * @throws GridHelmError E_NOT_FOUND
 */
export function findUnit(index: EventIndex, name: string): { name: string; ids: ReadonlySet<number> } {
	const known = index.snapshot.ledgers?.unitIds(name);
	if (known) return { name, ids: known };
	const ids = new Set<number>();
	for (const id of new Set(index.events.unitId)) {
		const entry = index.snapshot.dict.get(id);
		if (entry && (entry.raw === name || entry.code === name)) ids.add(id);
	}
	if (ids.size === 0) throw new GridHelmError('E_NOT_FOUND', `没有名为 ${name} 的承办单位`, { unit: name });
	return { name, ids };
}
