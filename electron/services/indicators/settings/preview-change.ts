// What a change of the settings would do, in numbers, before it is made: the last final month read with it and without
// it. Writes nothing; refuses what making the change would refuse.

import type { z } from 'zod';
import { GridHelmError } from '../../../../shared/contract/errors.ts';
import type { PreviewChangeInput, PreviewChangeOutput } from '../../../../shared/contract/schemas/catalogue-changes.ts';
import { dayOf } from '../../../../shared/domain/shanghai-time.ts';
import type { ReadableDb } from '../../cache/cache-db.ts';
import { type CatalogueEntry, HEADLINE } from '../catalogue.ts';
import { listComposites } from '../composite/compute-composite.ts';
import { computeReadings } from '../compute-readings.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { lastFinalMonth } from '../wall-overview.ts';
import { draftChange, readDistrictSettings } from './district-settings.ts';

type Preview = z.infer<typeof PreviewChangeOutput>;

interface PreviewScope {
	own: ReadableDb;
	snapshot: EngineSnapshot;
	clockS: number;
}

const LEVELS = ['district', 'town', 'village', 'grid'] as const;
/** Grids have no rank and their index moves with that of their village. */
const GRADED_LEVELS = ['district', 'town', 'village'] as const;

/** Above every version that is ever made, so that what is kept of a draft is never taken for what is in force. */
const DRAFT_VERSION = 1_000_000;

/** The definition as if it had always held; one version for each formula that can be its headline. */
function asDraft({ definition, formulas }: CatalogueEntry): CatalogueEntry {
	const headline = formulas.get(HEADLINE);
	const at = [...formulas.entries()].findLastIndex(([, formula]) => formula === headline);
	return { definition: { ...definition, version: DRAFT_VERSION + at }, formulas };
}

function movesOf<T>(pairs: readonly { from: T; to: T }[]): { from: T; to: T; areas: number }[] {
	const moves = new Map<string, { from: T; to: T; areas: number }>();
	for (const { from, to } of pairs) {
		if (from === to) continue;
		const key = `${from}>${to}`;
		const move = moves.get(key) ?? { from, to, areas: 0 };
		move.areas += 1;
		moves.set(key, move);
	}
	return [...moves.values()].sort((a, b) => b.areas - a.areas);
}

function levelOf<L, T>(level: L, pairs: readonly { from: T; to: T }[]) {
	const moves = movesOf(pairs);
	return { level, areas: pairs.length, changed: moves.reduce((sum, { areas }) => sum + areas, 0), moves };
}

/**
 * The effect of a change on the last final month of the district shown.
 * @throws GridHelmError E_UNKNOWN_INDICATOR, E_INPUT
 */
export function previewChange(scope: PreviewScope, input: z.infer<typeof PreviewChangeInput>): Preview {
	const { indicator, effectiveOn, definition, weights } = input;
	const patch = indicator === null ? weights : definition;
	if (patch === null || (indicator === null ? definition : weights) !== null) {
		throw new GridHelmError('E_INPUT', '一次只能看一项改动。', { field: 'definition', reason: 'one change at a time' });
	}
	const draft = draftChange(scope.own, { indicator, effectiveOn, note: '', patch }, scope.clockS);
	const period = lastFinalMonth(scope.snapshot);
	const empty: Preview = {
		period: period?.code ?? null,
		version: draft.version,
		lights: [],
		values: 0,
		grades: [],
		switched: null,
	};
	if (period === null) return empty;
	const { catalogue, weightsFor } = readDistrictSettings(scope.own, dayOf(scope.clockS));
	if (draft.weights !== null) {
		const after = draft.weights;
		const grades = GRADED_LEVELS.map((level) => {
			const rowsBy = (chosen: typeof after) =>
				listComposites(scope.snapshot, catalogue, chosen, { level, period }).rows;
			const next = rowsBy(after);
			return levelOf(
				level,
				rowsBy(weightsFor(period)).map(({ grade }, at) => ({ from: grade, to: next[at]?.grade ?? null })),
			);
		});
		return { ...empty, grades };
	}
	if (draft.entry === null || indicator === null) return empty;
	const next = new Map(catalogue).set(indicator, asDraft(draft.entry));
	let values = 0;
	let shown = 0;
	const lights = LEVELS.map((level) => {
		const query = { indicators: [indicator], level, periods: [period] };
		const after = computeReadings(scope.snapshot, next, query);
		const pairs = computeReadings(scope.snapshot, catalogue, query).map((before, at) => {
			if (before.value !== null) shown += 1;
			if (before.value !== (after[at]?.value ?? null)) values += 1;
			return { from: before.light, to: after[at]?.light ?? ('none' as const) };
		});
		return levelOf(level, pairs);
	});
	const isSwitched = definition?.isOff !== undefined;
	return { ...empty, lights, values, switched: isSwitched ? shown : null };
}
