// Settings of a district: one validated file, and what a person can still bring in.

import { z } from 'zod';
import { DATASETS } from '../../domain/codes.ts';
import { AreaCode, Count, IndicatorCode } from './values.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:30');
const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1668dc');
const Longitude = z.number().min(70).max(140);
const Latitude = z.number().min(3).max(55);
const Rings = z.array(z.array(z.tuple([Longitude, Latitude])).min(4)).min(1);

const EXPECTED_EVERY = ['day', 'workday', 'week', 'month', 'quarter'] as const;

const WorkWindow = z
	.strictObject({ from: TimeOfDay, to: TimeOfDay })
	.refine(({ from, to }) => from < to, { message: 'must end after it begins' });

/** What the settings file holds; every part may be left out. */
export const DistrictSettings = z.strictObject({
	$schema: z.string().optional(),
	version: z.literal(1).default(1),
	centreName: z.string().trim().min(1).max(40).optional().describe('Title of the centre, as on the screens'),
	district: z
		.strictObject({
			code: z.string().regex(/^\d{6,12}$/, 'must be 6 to 12 digits'),
			name: z.string().trim().min(1).max(40),
		})
		.optional()
		.describe('Code and name of the district'),
	outline: z
		.union([
			z.strictObject({ type: z.literal('Polygon'), coordinates: Rings }),
			z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
		])
		.optional()
		.describe('Outline of the district (GeoJSON geometry, CGCS2000 or WGS 84), where the units bring none'),
	townOrder: z.array(AreaCode).max(200).optional().describe('Codes of the towns in official order'),
	mapApproval: z
		.string()
		.trim()
		.min(1)
		.max(60)
		.optional()
		.describe('Approval number of the map (审图号), printed on maps and their pictures'),
	tianditu: z
		.strictObject({
			key: z.string().regex(/^[0-9A-Za-z]{16,64}$/, 'must be the key that 天地图 gave'),
			style: z.enum(['vec', 'img']).default('vec').describe('Roads (vec) or pictures (img)'),
		})
		.optional()
		.describe('Online map 天地图; nothing is asked of it while this is left out'),
	workWindows: z
		.array(WorkWindow)
		.min(1)
		.max(4)
		.refine(
			(windows) => windows.every((window, index) => index === 0 || (windows[index - 1]?.to ?? '') <= window.from),
			{
				message: 'must follow one another without overlapping',
			},
		)
		.optional()
		.describe('Working hours of a working day'),
	sources: z
		.array(
			z.strictObject({
				dataset: z.enum(DATASETS),
				name: z.string().trim().min(1).max(40).describe('Who delivers it'),
				expectedAt: TimeOfDay,
				every: z.enum(EXPECTED_EVERY).default('day'),
				toleranceMinutes: z.number().int().min(0).max(100_000).default(60),
			}),
		)
		.max(100)
		.optional()
		.describe('When each dataset is expected'),
	colours: z
		.strictObject({ accentLight: Colour.optional(), accentDark: Colour.optional() })
		.optional()
		.describe('Colour of selection and links in each theme; must stand out 4.5:1'),
});

export const SettingsOutput = z.strictObject({
	settings: DistrictSettings,
	/** Why the file beside the cache is not used; the last good settings hold. */
	problem: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
});
export const SaveSettingsInput = z.strictObject({ settings: z.unknown() });

/** A dataset that was never delivered, and what it would bring. */
const MissingDataset = z.strictObject({ dataset: z.enum(DATASETS), indicators: z.array(IndicatorCode) });
export const MissingOutput = z.strictObject({
	missing: z.array(MissingDataset),
	/** Indicators of the catalogue, and those that every dataset they need has been delivered for. */
	indicatorCount: Count,
	readyCount: Count,
});
