// What a stated figure is sealed with beside its numbers: hashes of the definition, of the areas inside it and of the
// files it rests on, so that a later difference can be traced to its cause.

import { createHash } from 'node:crypto';
import type { Dataset } from '../../../../shared/domain/codes.ts';
import { parsePeriod } from '../../../../shared/domain/period.ts';
import type { ReadableDb } from '../../cache/cache-db.ts';
import { committedHashes } from '../../cache/published-store.ts';
import type { Place } from '../area-tree.ts';
import type { CatalogueEntry } from '../catalogue.ts';
import type { EventIndex } from '../event-index.ts';
import { entryInForce } from '../settings/definition-version.ts';

/** Sixteen hex digits of a SHA-256 over JSON. */
function shortHash(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** Formula, thresholds and version of a variant as they hold for a period; words do not count. */
export function definitionHash(entry: CatalogueEntry, variant: string, periodCode: string): string {
	const period = parsePeriod(periodCode);
	const { definition, formulas } = period ? entryInForce(entry, period) : entry;
	const { code, version, light, direction } = definition;
	return shortHash([code, version, light, direction, formulas.get(variant)]);
}

/** The areas inside a place, whether they are in use, and their residents. */
export function areaHash({ tree }: EventIndex, place: Place): string {
	const inside = tree.places.slice(place.place, place.lastPlace + 1);
	return shortHash(inside.map(({ code, isActive, popResident }) => [code, isActive, popResident]));
}

/** Datasets that can change a figure: its own and those that say what areas there are. */
export function datasetsOf({ definition }: CatalogueEntry): Dataset[] {
	return [...new Set<Dataset>([...definition.datasets, 'admin_unit', 'grid', 'grid_lineage'])].sort();
}

/** The committed files of a figure's datasets by hash; asked for many figures, each set of datasets is read once. */
export function makeChainReader(db: ReadableDb): (entry: CatalogueEntry) => string[] {
	const chains = new Map<string, string[]>();
	return (entry) => {
		const datasets = datasetsOf(entry);
		const key = datasets.join();
		const known = chains.get(key) ?? committedHashes(db, datasets);
		chains.set(key, known);
		return known;
	};
}
