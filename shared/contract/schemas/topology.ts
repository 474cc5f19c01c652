// What is wrong with the drawing of the grids: gaps, overlaps, crossings, parts that lie where they should not
// (domain.md §2.3). Sizes in square metres, widths in metres, places in degrees WGS 84.

import { z } from 'zod';
import { Count } from './values.ts';

export const TOPOLOGY_FAULTS = [
	/** Ground inside the unit that no grid covers. */
	'gap',
	/** Ground that two grids claim (an enclave inside its host is none). */
	'overlap',
	/** A ring that crosses itself. */
	'selfIntersection',
	/** A micro-grid that lies partly or wholly outside its grid. */
	'microOutside',
	/** A hole that nothing fills: most often an island that was stored as a hole. */
	'emptyHole',
	/** A part of a grid that lies away from its other parts. */
	'strayPart',
	/** Two grids with the same polygon. */
	'duplicate',
	/** The grids of a unit add up to another area than the unit's own polygon, by more than 1 %. */
	'areaSum',
] as const;

export const TopologyFaultsInput = z.strictObject({ limit: z.number().int().min(1).max(5_000).default(500) });

export const TopologyFault = z.strictObject({
	kind: z.enum(TOPOLOGY_FAULTS),
	/** The grids (of `areaSum` the unit) concerned: one or two. */
	areas: z.array(z.strictObject({ code: z.string(), name: z.string() })).min(1),
	lng: z.number(),
	lat: z.number(),
	/** Ground concerned; null where a fault has none (a crossing). */
	sizeM2: z.number().nonnegative().nullable(),
	/** How far it reaches across, at its widest; null where it has none. */
	widthM: z.number().nonnegative().nullable(),
	/** Of `areaSum`: sum of the grids over the unit's polygon; null otherwise. */
	share: z.number().nonnegative().nullable(),
});

export const TopologyFaultsOutput = z.strictObject({
	/** Areas with a polygon that were looked at. */
	checked: Count,
	/** Faults in all, also those beyond the limit. */
	total: Count,
	/** How many of each kind; kinds without any are missing. */
	counts: z.partialRecord(z.enum(TOPOLOGY_FAULTS), Count),
	/** Largest first within a kind, kinds in the order of TOPOLOGY_FAULTS. */
	faults: z.array(TopologyFault),
});
