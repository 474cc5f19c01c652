// What ME03 asks of the size of a grid, by its kind, and what a grid of so many households is by it.

import type { z } from 'zod';
import type { TrialOutput } from '../../../shared/contract/schemas/team.ts';
import type { Period } from '../../../shared/domain/period.ts';
import type { AreaTree, Place } from '../indicators/area-tree.ts';
import { ledgerFormulaOf } from '../indicators/ledger-figure.ts';
import type { GridNorm, LedgerCondition } from '../indicators/ledger-formula-schema.ts';
import { questionOf, type TeamScope } from './figure-rows.ts';

type Size = z.infer<typeof TrialOutput>['before'][number]['size'];

/** Kinds of grid that ME03 tells apart. */
export type NormKind = keyof GridNorm;

/** As ME03 ships: urban base grids of 300 to 500 households; the others are not judged by size (domain.md ME03). */
const SHIPPED: GridNorm = { urbanBase: [300, 500], ruralBase: null, dedicated: null };

/** The norm in force for a period, as the district has set it. */
export function normInForce(scope: TeamScope, period: Period): GridNorm {
	const question = questionOf(scope, 'ME03', period);
	const formula = question && ledgerFormulaOf(question.entry, question.variant);
	if (formula?.num.of !== 'rows') return SHIPPED;
	const found = formula.num.where.find((condition: LedgerCondition) => 'gridNorm' in condition);
	return found && 'gridNorm' in found ? found.gridNorm : SHIPPED;
}

/** The kind of a grid; town and country by the nearest class upwards, as ME03 does. */
export function kindOfGrid(tree: AreaTree, place: Place, isDedicated: boolean): NormKind {
	if (isDedicated) return 'dedicated';
	let at: Place | undefined = place;
	while (at && at.peerGroup === 'all') at = at.parent === null ? undefined : tree.places[at.parent];
	return at?.peerGroup === 'rural' ? 'ruralBase' : 'urbanBase';
}

/** A size against the norm of its kind. */
export function sizeAgainst(norm: GridNorm, kind: NormKind, households: number | null): Size {
	const range = norm[kind];
	if (range === null) return 'notJudged';
	if (households === null) return 'unknown';
	if (households < range[0]) return 'below';
	return households > range[1] ? 'above' : 'within';
}
