// A small district with ledgers written by hand as the files that a department would send, and its readings. Grids G1
// and G2 lie in the east town, G3 and the park G4 in the west one, M1 is a micro-grid of G1.

import { openLedgerShelf } from '../../../electron/services/cache/ledger-reader.ts';
import { loadSnapshot } from '../../../electron/services/cache/snapshot-queries.ts';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import type { ReadingsQuery } from '../../../electron/services/indicators/compute-readings.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import type { EngineSnapshot } from '../../../electron/services/indicators/event-columns.ts';
import { readOutlineFlaws } from '../../../electron/services/sync/topology-service.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import { takeCsv } from '../../integration/sync/ledger-files.ts';
import { type MadeCache, makeCache } from '../../integration/sync/made-cache.ts';
import { GRIDS, UNITS } from '../../integration/sync/made-district.ts';

/** As-of of every file and reading. */
export const AS_OF = '2026-11-23 09:00:00';
const AS_OF_S = parseIso(AS_OF) ?? 0;

/** The district with these ledgers, each a list of CSV lines. */
export async function ledgerDistrict(...ledgers: readonly (readonly string[])[]): Promise<MadeCache> {
	const made = makeCache();
	const before = { asOfS: AS_OF_S - 86_400 };
	await made.take(UNITS, before);
	await made.take(GRIDS, before);
	for (const lines of ledgers) await addLedger(made, lines);
	return made;
}

/** One more ledger; all of its rows must be taken. */
export async function addLedger(made: MadeCache, lines: readonly string[]): Promise<number> {
	const report = await takeCsv(made, lines, { asOfS: AS_OF_S });
	if (report.outcome !== 'committed' || report.rows.quarantined > 0) {
		throw new Error(`${report.dataset} ${report.outcome}: ${JSON.stringify(report.rejections)}`);
	}
	return report.batchId ?? 0;
}

/** The engine's view, with ledgers. */
export function snapshotOf({ cache }: MadeCache): EngineSnapshot {
	const loaded = loadSnapshot(cache.reader);
	return {
		...loaded,
		ledgers: openLedgerShelf(cache.reader, () => readOutlineFlaws(cache.reader)).readerAt(loaded.connected),
	};
}

/** Readings in words: `num/den` (or a status where there are none), in official order. */
export function figures(
	made: MadeCache,
	indicator: string,
	period: string,
	query: Partial<ReadingsQuery> = {},
): string[] {
	const periods = parsePeriodRange(period) ?? [];
	const found = computeReadings(snapshotOf(made), loadCatalogue(), {
		asOfS: AS_OF_S,
		indicators: [indicator],
		periods,
		...query,
	});
	return found.map(({ num, den, status }) => (num === null ? status : `${num}/${den}`));
}

/** The district's figure, then those of the towns, of the villages, of the grids. */
export function atEveryLevel(made: MadeCache, indicator: string, period: string, variant = 'headline'): string[] {
	return (['district', 'town', 'village', 'grid'] as const).map((level) =>
		figures(made, indicator, period, { level, variant }).join(' '),
	);
}
