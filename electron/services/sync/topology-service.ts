// Answers areas.listTopologyFaults: the faults of the present areas, found once for each state of the areas.

import type { z } from 'zod';
import type { TopologyFaultsInput, TopologyFaultsOutput } from '../../../shared/contract/schemas/topology.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { readPlaceAreas } from '../cache/place-store.ts';
import { findTopologyFaults, type TopologyFindings } from './topology-faults.ts';

/** What was found last, by the database it was found in; areas change with the batches that brought them. */
const found = new WeakMap<ReadableDb, { state: string; result: TopologyFindings }>();

/** Whether each grid in use overlaps another or lies on a gap, by area id; grids without an outline are missing. */
export function readOutlineFlaws(db: ReadableDb): ReadonlyMap<number, boolean> {
	const { ill } = findingsOf(db);
	const drawn = db
		.prepare<[], number>(
			`SELECT area_id FROM area WHERE level = 'grid' AND is_active = 1 AND geometry IS NOT NULL ORDER BY area_id`,
		)
		.pluck()
		.all();
	return new Map(drawn.map((areaId) => [areaId, ill.has(areaId)]));
}

function findingsOf(db: ReadableDb): TopologyFindings {
	const state = JSON.stringify(
		db
			.prepare('SELECT count(*), max(batch_id), sum(batch_id), sum(is_active), sum(length(geometry)) FROM area')
			.raw()
			.get(),
	);
	let known = found.get(db);
	if (known?.state !== state) {
		known = { state, result: findTopologyFaults(readPlaceAreas(db)) };
		found.set(db, known);
	}
	return known.result;
}

/** Faults in the drawing of the grids, worst first within each kind. */
export function listTopologyFaults(
	db: ReadableDb,
	{ limit }: z.output<typeof TopologyFaultsInput>,
): z.infer<typeof TopologyFaultsOutput> {
	const { checked, faults } = findingsOf(db);
	const counts: z.infer<typeof TopologyFaultsOutput>['counts'] = {};
	for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1;
	return { checked, total: faults.length, counts, faults: faults.slice(0, limit) };
}
