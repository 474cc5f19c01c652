// Which version of a definition holds for a period: the newest that came into force on or before its first day.

import type { Period } from '../../../../shared/domain/period.ts';
import type { CatalogueEntry } from '../catalogue.ts';

/** The entry as it holds for a period; the entry itself where the district never changed it. */
export function entryInForce(entry: CatalogueEntry, period: Period): CatalogueEntry {
	const { versions } = entry;
	if (versions === undefined) return entry;
	return versions.findLast(({ fromDay }) => fromDay <= period.startDay)?.entry ?? entry;
}
