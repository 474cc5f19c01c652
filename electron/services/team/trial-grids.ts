// The grids that a split or merge can be tried on: households, events and full-time members of each, and its size by the
// norm. Reads only; nothing of a trial is kept.

import type { z } from 'zod';
import type { TrialGridsOutput } from '../../../shared/contract/schemas/team.ts';
import type { Period } from '../../../shared/domain/period.ts';
import type { AreaTree, Place } from '../indicators/area-tree.ts';
import { placeOfCode, placesAtLevel } from '../indicators/area-tree.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { ledgerAsOf } from '../indicators/ledger-figure.ts';
import type { GridNorm } from '../indicators/ledger-formula-schema.ts';
import { populationAt } from '../indicators/ledger-population.ts';
import { ledgerWindowOf } from '../indicators/ledger-window.ts';
import { rowsOfFigure, type TeamScope } from './figure-rows.ts';
import { kindOfGrid, type NormKind, normInForce, sizeAgainst } from './grid-norm.ts';
import { asOfText } from './team-page.ts';

/** One grid as a trial sees it. */
export interface GridFacts {
	place: Place;
	kind: NormKind;
	households: number | null;
	residents: number | null;
	/** Null where no list of staff was delivered. */
	members: number | null;
	town: Place | null;
	village: Place | null;
}

/** All that a trial is reckoned with, at the end of a period. */
export interface TrialGround {
	tree: AreaTree;
	norm: GridNorm;
	hasStaff: boolean;
	factsOf(place: Place): GridFacts;
}

/** Reads households, residents and members at t once; facts are looked up by grid. */
export function readGround(scope: TeamScope, period: Period): TrialGround {
	const index = eventIndexOf(scope.snapshot);
	const { tree } = index;
	const root = tree.places[0];
	const { tS } = ledgerWindowOf(period, ledgerAsOf(index, null) ?? period.endS);
	const households = populationAt(index, 'households', tS);
	const residents = populationAt(index, 'residents', tS);
	const staff = root ? rowsOfFigure(scope, 'TM02', period, root) : null;
	const members = new Map<number, number>();
	for (const row of staff?.chosen ?? []) {
		const at = staff?.place[row] as number;
		members.set(at, (members.get(at) ?? 0) + 1);
	}
	const dedicated = new Set(
		scope.snapshot.areas.filter(({ gridType }) => gridType === 'dedicated').map(({ areaId }) => areaId),
	);
	return {
		tree,
		norm: normInForce(scope, period),
		hasStaff: staff !== null,
		factsOf: (place) => ({
			place,
			kind: kindOfGrid(tree, place, dedicated.has(place.areaId)),
			households: households[place.place] ?? null,
			residents: residents[place.place] ?? null,
			members: staff === null ? null : (members.get(place.place) ?? 0),
			town: ancestorAt(tree, place, 'town'),
			village: ancestorAt(tree, place, 'village'),
		}),
	};
}

function ancestorAt(tree: AreaTree, place: Place, level: Place['level']): Place | null {
	let at: Place | undefined = place;
	while (at && at.level !== level) at = at.parent === null ? undefined : tree.places[at.parent];
	return at ?? null;
}

/** The norm of urban base grids as the screen says it. */
export function shownNorm({ urbanBase }: GridNorm): { low: number; high: number } {
	return urbanBase === null ? { low: 0, high: 0 } : { low: urbanBase[0], high: urbanBase[1] };
}

/**
 * Every active grid of an area.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function listTrialGrids(
	scope: TeamScope,
	input: { area: string; period: Period },
): z.infer<typeof TrialGridsOutput> {
	const ground = readGround(scope, input.period);
	const { tree, norm, hasStaff } = ground;
	return {
		asOf: asOfText(scope),
		norm: shownNorm(norm),
		hasStaff,
		grids: placesAtLevel(tree, 'grid', placeOfCode(tree, input.area))
			.filter(({ isActive }) => isActive)
			.map((place) => {
				const { kind, households, members, town, village } = ground.factsOf(place);
				return {
					area: place.code,
					name: place.name,
					town: town?.name ?? '',
					village: village?.name ?? '',
					villageCode: village?.code ?? place.code,
					gridType: kind === 'dedicated' ? 'dedicated' : 'base',
					households,
					members,
					size: sizeAgainst(norm, kind, households),
				};
			}),
	};
}
