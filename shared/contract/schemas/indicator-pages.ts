// The pages of the indicators: the whole list, one indicator, the profile of an area, the cut of the grids, the booklet.

import { z } from 'zod';
import { DATASETS, GRID_TYPES, PEER_GROUPS } from '../../domain/codes.ts';
import { DIMENSIONS } from '../../domain/dimensions.ts';
import { BoardOutput, IndicatorDefinition, Reading } from './indicators.ts';
import { AreaBasisSchema, AreaCode, Count, IndicatorCode, Instant, PeriodCode, ReadingLevelSchema } from './values.ts';

const DimensionSchema = z.enum(DIMENSIONS);
const DatasetSchema = z.enum(DATASETS);

const BoardRow = BoardOutput.shape.rows.element;

/** How many areas one level down report a figure; an area with too few cases has reported. */
const Coverage = z.strictObject({ level: ReadingLevelSchema, reported: Count, total: Count });

/** Place among all areas of the same level and class in the district; rank 1 is best. */
const PeerPlace = z.strictObject({ rank: z.number().int().positive(), of: Count, peerGroup: z.enum(PEER_GROUPS) });

const IndicatorListRow = BoardRow.extend({
	/** Null for a district's own codes outside the nine. */
	dimension: DimensionSchema.nullable(),
	coverage: Coverage.nullable(),
	/** Null for the district, and where the area is not ranked. */
	peers: PeerPlace.nullable(),
	/** Datasets that the figure needs and nobody has delivered. */
	missing: z.array(DatasetSchema),
});

export const AreaPeriodInput = z.strictObject({ area: AreaCode, period: PeriodCode });
export const IndicatorListOutput = z.strictObject({
	asOf: Instant.nullable(),
	rows: z.array(IndicatorListRow).max(500),
});

export const IndicatorPageInput = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	basis: AreaBasisSchema.optional(),
});
export const IndicatorPageOutput = z.strictObject({
	asOf: Instant.nullable(),
	row: IndicatorListRow,
	/** The same period a year before; null where it has no value. */
	yearBefore: Reading.nullable(),
	/** Against it, as the board gives changes. */
	yearChange: BoardRow.shape.change,
	/** Every other variant of the definition for the same area and period. */
	variants: z.array(Reading),
	datasets: z.array(DatasetSchema),
	/** Areas were split, merged or moved at some time: the figure can be asked for as then and as now. */
	hasLineage: z.boolean(),
});

export const BookletOutput = z.strictObject({
	entries: z
		.array(
			z.strictObject({
				definition: IndicatorDefinition,
				dimension: DimensionSchema.nullable(),
				datasets: z.array(DatasetSchema),
				missing: z.array(DatasetSchema),
			}),
		)
		.max(500),
});

/** Staff of an area by role code; `unknown` is a role nobody has mapped. */
const RoleCount = z.strictObject({ role: z.string(), count: Count });

export const AreaProfileOutput = z.strictObject({
	asOf: Instant.nullable(),
	composition: z.strictObject({
		households: Count.nullable(),
		residents: Count.nullable(),
		areaKm2: z.number().nullable(),
		towns: Count,
		villages: Count,
		grids: Count,
		microGrids: Count,
		gridType: z.enum(GRID_TYPES).nullable(),
		divisionBasis: z.array(z.enum(['T', 'G', 'M'])),
		/** Places by kind, most frequent first; null where no list of places was delivered. */
		keyPlaces: z.array(z.strictObject({ kind: z.string(), count: Count })).nullable(),
	}),
	/** Null where no staff list was delivered. */
	team: z
		.strictObject({
			roles: z.array(RoleCount),
			fullTime: Count,
			householdsPerFullTime: z.number().nullable(),
		})
		.nullable(),
	/** Every indicator of the catalogue, in its order. */
	rows: z.array(IndicatorListRow).max(500),
});

export const DivisionInput = z.strictObject({ area: AreaCode });
export const DivisionOutput = z.strictObject({
	asOf: Instant.nullable(),
	/** Households a base grid should have (domain.md ME03). */
	norm: z.strictObject({ low: Count, high: Count }),
	hasStaff: z.boolean(),
	grids: z
		.array(
			z.strictObject({
				area: AreaCode,
				name: z.string(),
				town: z.string(),
				village: z.string(),
				gridType: z.enum(GRID_TYPES),
				/** T territory, G geography, M present management. */
				basis: z.array(z.enum(['T', 'G', 'M'])),
				households: Count.nullable(),
				residents: Count.nullable(),
				areaKm2: z.number().nullable(),
				microGrids: Count,
				/** Full-time staff assigned; null where no assignments were delivered. */
				staff: Count.nullable(),
				size: z.enum(['below', 'within', 'above', 'unknown', 'notJudged']),
				faults: z.array(z.enum(['noOutline', 'noParent', 'noBasis'])),
			}),
		)
		.max(50_000),
});
