// Frozen readings and printed figures: what was stated on a day, and what has changed since, with its causes.

import { z } from 'zod';
import { Reading } from './indicators.ts';
import { AreaCode, Count, IndicatorCode, Instant, PeriodCode, ReadingLevelSchema } from './values.ts';

const Text = z.strictObject({ zh: z.string(), en: z.string() });
/** Ten hex digits as on a proof card, or `S-` and ten for a whole snapshot. */
const CheckCode = z.string().regex(/^(S-)?[0-9A-F]{5}-[0-9A-F]{5}$/);

export const Snapshot = z.strictObject({
	snapshotId: Count,
	title: z.string(),
	publishedAt: Instant,
	asOf: Instant.nullable(),
	checkCode: CheckCode,
	readingCount: Count,
});

/** The readings to freeze, asked for as in indicators.listReadings. */
export const PublishInput = z.strictObject({
	title: z.string().trim().min(1).max(120),
	period: PeriodCode,
	areas: z.array(AreaCode).max(5_000).optional(),
	level: ReadingLevelSchema.optional(),
	indicators: z.array(IndicatorCode).max(100).optional(),
	variant: z.string().optional(),
});
export const PublishOutput = z.strictObject({ snapshot: Snapshot });

export const SnapshotsOutput = z.strictObject({ snapshots: z.array(Snapshot).max(500) });

/** The frozen readings of one snapshot, each with the code that it can be checked by. */
export const SnapshotInput = z.strictObject({ snapshotId: Count });
export const SnapshotOutput = z.strictObject({
	snapshot: Snapshot,
	readings: z.array(z.strictObject({ reading: Reading, checkCode: CheckCode })).max(20_000),
});

/** Why a figure stands differently now. */
const Cause = z.strictObject({
	/**
	 * `lateCorrection`: files taken in since; `undone`: files taken back; `newVersion`: the definition; `gridChange`:
	 * areas inside it or their residents; `figureGone`, `areaGone`: no such indicator, variant or area any more.
	 */
	kind: z.enum(['lateCorrection', 'undone', 'newVersion', 'gridChange', 'figureGone', 'areaGone']),
	words: Text,
	/** Files by name; empty for causes without files. At most ten. */
	files: z.array(z.string()).max(10),
});

const IssuedFigure = z.strictObject({
	checkCode: CheckCode,
	issuedAt: Instant,
	/** Null for a proof card. */
	snapshotId: Count.nullable(),
	title: z.string().nullable(),
	/** As stated then. */
	stated: Reading,
	/** The same question now, at the as-of of then; null where it can no longer be asked. */
	current: Reading.nullable(),
	/** What differs; empty: the same figure. */
	changed: z.array(z.enum(['num', 'den', 'value', 'n', 'status', 'light', 'version'])),
	causes: z.array(Cause),
});

export const RestatementsInput = z.strictObject({
	/** One snapshot; every snapshot when absent. */
	snapshotId: Count.optional(),
	limit: z.number().int().min(1).max(1_000).default(200),
});
export const RestatementsOutput = z.strictObject({
	asOf: Instant.nullable(),
	checked: Count,
	total: Count,
	restatements: z.array(IssuedFigure),
});

export const VerifyFigureInput = z.strictObject({ code: z.string().min(1).max(40) });
/** `same`: every figure under the code still stands; `restated`: some stand differently now; `unknown`: never issued here. */
export const VerifyFigureOutput = z.strictObject({
	status: z.enum(['same', 'restated', 'unknown']),
	code: z.string(),
	snapshot: Snapshot.nullable(),
	/** How many figures the code stands for. */
	checked: Count,
	/** The figure of a proof card; of a snapshot only what was restated, at most 200. */
	figures: z.array(IssuedFigure),
});

/** Keeps what a proof card states, so that its code can be checked when the data has moved on. */
export const KeepProofInput = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	variant: z.string().optional(),
	asOf: Instant.optional(),
	unit: z.string().min(1).optional(),
});
export const KeepProofOutput = z.strictObject({ checkCode: CheckCode });
