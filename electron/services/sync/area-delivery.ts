// What one file of units or grids means over time: rows older than what is stored, and areas that a full file lacks.
// An area is never removed because a file lacks it: its events would lose their place. Lineage or 停用 ends it.

import type { StoredArea } from '../cache/area-store.ts';
import { listAreaBatches } from '../cache/area-store.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import type { Delivery } from './delivery.ts';
import type { MergeCounts } from './import-scope.ts';

export interface AreaDelivery {
	/** True when a newer file of the same kind wrote the stored row; only where the as-of of this file was told. */
	isOlder(stored: StoredArea): boolean;
	/** Counts the areas of this kind and source that the file does not name. */
	judge(stored: Iterable<[key: string, area: StoredArea]>, delivered: ReadonlySet<string>): Partial<MergeCounts>;
}

/** Opens the rules for one file. */
export function openAreaDelivery(
	db: ReadableDb,
	batch: { batchId: number; sourceSystemId: number },
	asOfS: number,
	delivery: Delivery,
): AreaDelivery {
	const batches = listAreaBatches(db);
	const own = batches.get(batch.batchId);
	/** Delivered, not made from names, by a file of the same dataset. */
	const isSameKind = (area: StoredArea): boolean =>
		area.row_no > 0 && batches.get(area.batch_id)?.dataset === own?.dataset;
	return {
		isOlder: (stored) =>
			delivery.isAsOfStated && isSameKind(stored) && (batches.get(stored.batch_id)?.asOfS ?? 0) > asOfS,
		judge(stored, delivered) {
			if (!delivery.isFull || delivery.isCapped || delivery.rejected.size > 0) return {};
			const expected = [...stored].filter(
				([, area]) =>
					area.is_active === 1 &&
					isSameKind(area) &&
					batches.get(area.batch_id)?.sourceSystemId === batch.sourceSystemId,
			);
			const vanished = expected.filter(([key]) => !delivered.has(key)).length;
			const findings = vanished > 0 ? [{ code: 'W_AREAS_KEPT', count: vanished, params: {} }] : [];
			return { judged: expected.length, vanished, findings };
		},
	};
}
