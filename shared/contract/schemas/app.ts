// What every screen needs to know about the running product: name, clock, data age, mode.

import { z } from 'zod';
import { DATASETS, GRID_TYPES, PEER_GROUPS } from '../../domain/codes.ts';
import { AreaCode, AreaLevelSchema, Count, Instant, PeriodCode } from './values.ts';

export const AppState = z.strictObject({
	version: z.string(),
	/** Title of the centre, a setting. */
	centreName: z.string(),
	districtCode: AreaCode.nullable(),
	districtName: z.string().nullable(),
	/** True while the demonstration district is shown; 演示数据 stands on every screen. */
	isDemo: z.boolean(),
	/** `preparing` while the demonstration district is being made; `readOnly` when the cache cannot be written. */
	cacheState: z.enum(['ready', 'preparing', 'readOnly', 'empty']),
	/** The clock the figures of "now" use; frozen for demonstration data. */
	now: Instant,
	isClockFrozen: z.boolean(),
	/** As-of of the newest committed event export; null when there is none. */
	asOf: Instant.nullable(),
	/** Yesterday, or the block of days off that ended with it (weekend, holiday); null without data. */
	lastBlock: PeriodCode.nullable(),
	/** Changes whenever committed data or settings change. */
	revision: Count,
	townCount: Count,
	villageCount: Count,
	gridCount: Count,
	datasets: z.array(
		z.strictObject({
			dataset: z.enum(DATASETS),
			isConnected: z.boolean(),
			rows: Count,
			/** As-of of the newest batch of this dataset. */
			asOf: Instant.nullable(),
			committedAt: Instant.nullable(),
		}),
	),
	warnings: z.array(z.strictObject({ code: z.string(), message: z.string(), messageEn: z.string() })),
});

export const Area = z.strictObject({
	code: AreaCode,
	name: z.string(),
	shortName: z.string(),
	level: AreaLevelSchema,
	parentCode: AreaCode.nullable(),
	/** Official order among siblings. */
	sortNo: Count,
	gridType: z.enum(GRID_TYPES).nullable(),
	peerGroup: z.enum(PEER_GROUPS),
	/** Initials and full pinyin for search, lower case, space between forms. */
	pinyin: z.string(),
	households: Count.nullable(),
	popResident: Count.nullable(),
	/** [west, south, east, north] in degrees, null without a polygon. */
	bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
	/** A point inside the polygon, [lng, lat]. */
	labelPoint: z.tuple([z.number(), z.number()]).nullable(),
});

export const AreaList = z.strictObject({
	asOf: Instant.nullable(),
	areas: z.array(Area).max(50_000),
	/** Layers that the geometry route can serve: `geo/<name>.geojson?v=<revision>`. */
	layers: z.array(z.enum(['district', 'town', 'village', 'grid', 'microGrid', 'road', 'water'])),
});
