// Brings events in: words become dictionary ids, the place is decided, rows go to `event` (first file) or are staged
// and merged. The packed columns follow in the same transaction.

import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { noteCheck } from '../cache/absence.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import { isWholeOfSource } from '../cache/event-delivery.ts';
import { applyFacts, hasFactSources } from '../cache/event-facts.ts';
import {
	acceptedBefore,
	closeByStatus,
	closingStatusIds,
	dropEventIndex,
	indexLoadedEvents,
	indexStagedEvents,
	isEventTableEmpty,
	makeStagingTable,
	mergeStagedEvents,
	nextEventKey,
	TOUCHED_KEYS,
} from '../cache/event-merge.ts';
import { packable } from '../cache/event-pack.ts';
import { packDay, rebuildPacks, refreshPacks, writeAllPacks } from '../cache/event-pack-queries.ts';
import { EVENT_SQL_COLUMN, type EventRows, openEventWriter } from '../cache/event-rows.ts';
import { ColumnStock } from '../exports/column-stock.ts';
import {
	EVENT_NUMBER_COLUMNS,
	EVENT_WORD_COLUMNS,
	type EventBlock,
	type EventWordColumn,
} from '../exports/record-blocks.ts';
import { ensureRoot } from './area-import.ts';
import { finishDelivery } from './event-delivery.ts';
import { isPlaceWhole, mergeColumnsOf } from './event-fields.ts';
import { normalizeEventId } from './event-id.ts';
import { openEventPlaces } from './event-places.ts';
import type { DatasetImport, ImportScope, MergeCounts } from './import-scope.ts';
import { openPackCollector } from './pack-collector.ts';
import { relocateEvents } from './relocate-events.ts';

const DICT_COLUMNS = ['category', 'source', 'status', 'unit', 'limit'] as const satisfies readonly EventWordColumn[];

/** Ids of one dictionary column of a block; word -1 is NULL (0). */
function idsOf(words: Int32Array, ids: readonly number[], out: Uint32Array): Uint32Array {
	const count = out.length;
	for (let i = 0; i < count; i += 1) {
		const word = words[i] as number;
		out[i] = word < 0 ? 0 : (ids[word] as number);
	}
	return out;
}

/** Starts the import of one file of events. */
export function startEventImport(scope: ImportScope): DatasetImport<EventBlock> {
	const { db, batchId, sourceSystemId, dict } = scope;
	ensureRoot(db, batchId, scope.rootUnit);
	const isFirst = isEventTableEmpty(db);
	if (isFirst) dropEventIndex(db);
	else makeStagingTable(db, 'event', 'event_in');
	const writer = openEventWriter(db, isFirst ? 'event' : 'staging.event_in', { batchId, sourceSystemId });
	const collector = isFirst ? openPackCollector(db, batchId, sourceSystemId) : null;
	const places = openEventPlaces(scope);
	const stock = new ColumnStock();
	const wordIds: Record<(typeof DICT_COLUMNS)[number], number[]> = {
		category: [],
		source: [],
		status: [],
		unit: [],
		limit: [],
	};
	const seen = new Set<string>();
	const firstKey = isFirst ? nextEventKey(db) : 1;
	let nextKey = firstKey;
	let folded: number | null = null;

	function noteSeen(block: EventBlock): void {
		for (const name of EVENT_NUMBER_COLUMNS) {
			const column = EVENT_SQL_COLUMN[name];
			if (name === 'flags' || name === 'dateOnly' || seen.has(column)) continue;
			if (block.numbers[name].some((value) => !Number.isNaN(value))) seen.add(column);
		}
		for (const name of EVENT_WORD_COLUMNS) {
			const column = `${name}_id`;
			if (!seen.has(column) && block.words[name].some((word) => word >= 0)) seen.add(column);
		}
		if (block.coUnits) seen.add('co_units');
	}

	/** Indexes the staged rows, once; returns how many doubled ones were folded. */
	function foldStaged(): number {
		folded ??= indexStagedEvents(db).length;
		return folded;
	}

	return {
		take(block) {
			for (const name of DICT_COLUMNS) {
				block.newWords[name].forEach((word, index) => {
					wordIds[name].push(dict.idOf(name, word, block.newWordCodes[name][index] ?? null));
				});
			}
			const count = block.rowCount;
			if (!isFirst) noteSeen(block);
			const placed = places.place(block, stock);
			const categoryId = idsOf(block.words.category, wordIds.category, stock.uint32(count));
			for (let i = 0; i < count; i += 1) {
				// A blank class counts and stays visible as 9999 (domain.md §4.1).
				if (categoryId[i] === 0) categoryId[i] = dict.idOf('category', '', UNMAPPED_CATEGORY);
			}
			const rows: EventRows = {
				rowCount: count,
				rowNo: block.rowNo,
				eventId: block.eventId.map(normalizeEventId),
				coUnits: block.coUnits,
				texts: block.texts,
				numbers: { ...block.numbers, flags: placed.flags },
				areaId: placed.areaId,
				geoAreaId: placed.geoAreaId,
				placeId: placed.placeId,
				categoryId,
				sourceId: idsOf(block.words.source, wordIds.source, stock.uint32(count)),
				statusId: idsOf(block.words.status, wordIds.status, stock.uint32(count)),
				unitId: idsOf(block.words.unit, wordIds.unit, stock.uint32(count)),
				limitId: idsOf(block.words.limit, wordIds.limit, stock.uint32(count)),
			};
			writer.write(rows, nextKey);
			collector?.add(rows, nextKey);
			const made = [...Object.values(placed), categoryId, rows.sourceId, rows.statusId, rows.unitId, rows.limitId] as (
				| Uint32Array
				| Float64Array
			)[];
			stock.giveBack(made.map(({ buffer }) => buffer as ArrayBuffer));
			nextKey += count;
		},
		isWhole() {
			if (isFirst) return false;
			foldStaged();
			return isWholeOfSource(db, sourceSystemId);
		},
		finish(asOfS, delivery): MergeCounts {
			if (collector && delivery.isFull && !delivery.isCapped) noteCheck(db, { ...scope, dataset: 'event', asOfS });
			if (collector) return finishFirst(db, collector, nextKey - firstKey, asOfS);
			const doubles = foldStaged();
			const merge = mergeColumnsOf(scope.fields, { columns: seen });
			const outcome = mergeStagedEvents(db, batchId, asOfS, merge);
			const change = finishDelivery(db, { ...scope, dataset: 'event', asOfS }, delivery, outcome);
			const days = new Set(acceptedBefore(db, batchId).map((at) => packDay(packable(at))));
			// Staged rows were placed by what this file says alone; a partial place needs the stored rest.
			if (!isPlaceWhole(merge.columns) || outcome.updated > 0) {
				relocateEvents(db, places.eras(), `AND event_key IN (${TOUCHED_KEYS})`);
			}
			if (hasFactSources(db)) applyFacts(db, TOUCHED_KEYS);
			refreshPacks(db, TOUCHED_KEYS, days);
			return { ...outcome, ...change, folded: doubles };
		},
	};
}

/** After a first load: index, folding of doubled ids, closing statuses, packs from what was staged while the blocks went by. */
function finishFirst(
	db: WritableDb,
	collector: ReturnType<typeof openPackCollector>,
	rowCount: number,
	asOfS: number,
): MergeCounts {
	const folded = indexLoadedEvents(db);
	const statusIds = new Set(closingStatusIds(db));
	if (collector.hasClosedByStatus(statusIds)) closeByStatus(db, asOfS);
	const isToldMore = hasFactSources(db) && applyFacts(db, 'SELECT event_key FROM event').length > 0;
	if (isToldMore) rebuildPacks(db);
	else writeAllPacks(db, collector.days(new Set(folded), { statusIds, asOfS }));
	return {
		inserted: rowCount - folded.length,
		updated: 0,
		unchanged: 0,
		folded: folded.length,
		vanished: 0,
		older: 0,
	};
}
