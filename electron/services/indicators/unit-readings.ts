// Readings of one indicator by handling unit: every unit that has a case in it, under one name whatever the exports call it.

import type { z } from 'zod';
import type { UnitReadingsOutput } from '../../../shared/contract/schemas/indicators.ts';
import type { Period } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { type AreaBasis, indexOnBasis } from './area-basis.ts';
import { placeOfCode } from './area-tree.ts';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import { HEADLINE } from './catalogue.ts';
import { entryOf, findUnit } from './compute-readings.ts';
import type { EngineSnapshot } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import { ledgerFormulaOf } from './ledger-figure.ts';
import { formulaOf, type Reading, readFigure } from './read-figure.ts';
import { entryInForce } from './settings/definition-version.ts';

/** Units are too many to be told apart beyond this. */
const MOST_UNITS = 500;

/**
 * The units with a case in the figure, those with most cases first; null where the figure has no unit.
 * @throws GridHelmError E_UNKNOWN_AREA, E_UNKNOWN_INDICATOR
 */
export function listUnitReadings(
	snapshot: EngineSnapshot,
	catalogue: Catalogue,
	input: { indicator: string; area: string; period: Period; basis?: AreaBasis | undefined },
): z.infer<typeof UnitReadingsOutput> {
	const index = indexOnBasis(snapshot, input.basis);
	const entry = entryInForce(entryOf(catalogue, input.indicator), input.period);
	const place = placeOfCode(index.tree, input.area);
	const asOf = snapshot.asOfS === null ? null : toIso(snapshot.asOfS);
	const column = unitColumnOf(index, entry);
	if (column === null) return { asOf, isByUnit: false, readings: [] };
	const rest = { index, catalogue, entry, variant: HEADLINE, period: input.period, asOfS: null };
	const readings = namesOf(index, column)
		.map((name): Reading => readFigure({ ...rest, units: findUnit(index, name) }, place))
		.filter(({ n }) => n > 0)
		.sort((a, b) => b.n - a.n);
	return { asOf, isByUnit: true, readings: readings.slice(0, MOST_UNITS) };
}

/** Words of units by row; null for rates per resident, which no unit has, and for ledgers that name none. */
function unitColumnOf(index: EventIndex, entry: CatalogueEntry): ArrayLike<number> | null {
	const ledger = ledgerFormulaOf(entry, HEADLINE);
	if (ledger !== null) {
		const rows = index.snapshot.ledgers?.rows(ledger.dataset) ?? null;
		return ledger.unitField === undefined ? null : (rows?.column(ledger.unitField) ?? null);
	}
	const { value } = formulaOf(entry, HEADLINE);
	const isOfUnits = value.kind !== 'rate' && !(value.kind === 'count' && value.of === 'hotGrids');
	return isOfUnits ? index.events.unitId : null;
}

/** One name for each unit that the column holds. */
function namesOf({ snapshot }: EventIndex, column: ArrayLike<number>): string[] {
	const same = snapshot.ledgers?.unitIdentities();
	const firsts = new Set<number>();
	for (const id of new Set(Array.from(column))) firsts.add(same?.get(id) ?? id);
	return [...firsts].flatMap((id) => snapshot.dict.get(id)?.raw ?? []).slice(0, MOST_UNITS);
}
