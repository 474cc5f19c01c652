// The definitions booklet: every indicator of the catalogue with its dimension and the datasets it rests on, in order.

import type { z } from 'zod';
import type { BookletOutput } from '../../../../shared/contract/schemas/indicator-pages.ts';
import { dimensionOf } from '../../../../shared/domain/dimensions.ts';
import type { Catalogue } from '../catalogue.ts';
import { listDefinitions } from '../catalogue.ts';
import { entryOf } from '../compute-readings.ts';
import type { EngineSnapshot } from '../event-columns.ts';
import { missingDatasets } from './indicator-list.ts';

/** All definitions in catalogue order. */
export function makeBooklet(snapshot: EngineSnapshot, catalogue: Catalogue): z.infer<typeof BookletOutput> {
	return {
		entries: listDefinitions(catalogue).map((definition) => {
			const entry = entryOf(catalogue, definition.code);
			return {
				definition,
				dimension: dimensionOf(definition.code),
				datasets: [...entry.definition.datasets],
				missing: missingDatasets(snapshot, entry),
			};
		}),
	};
}
