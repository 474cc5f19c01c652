// Sentences that state readings; every number in them names the figure it comes from.

import { z } from 'zod';
import { DATASETS } from '../../domain/codes.ts';
import { AreaCode, IndicatorCode, Instant, PeriodCode, ReadingLevelSchema } from './values.ts';

/** The figure that a number comes from; opens its proof. */
export const FigureRef = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	variant: z.string().nullable(),
});
/** A piece of a sentence; a number names its figure. */
export const SentencePart = z.strictObject({ text: z.string(), figure: FigureRef.nullable() });

export const SentencesInput = z.strictObject({ area: AreaCode, period: PeriodCode });
export const SentencesOutput = z.strictObject({
	asOf: Instant.nullable(),
	/** At most three; the parts of a sentence joined are its text. */
	sentences: z.array(
		z.strictObject({
			topic: z.enum(['lastDay', 'period', 'now']),
			day: PeriodCode.nullable(),
			zh: z.array(SentencePart),
			en: z.array(SentencePart),
		}),
	),
});

/** The morning's look back, the Friday's week and the month. */
const BRIEFING_KINDS = ['day', 'week', 'month'] as const;

const Words = z.strictObject({ zh: z.string(), en: z.string() });
const Sentence = z.strictObject({ zh: z.array(SentencePart), en: z.array(SentencePart) });

const Cell = z.strictObject({
	text: Words,
	/** The number behind the text, for a workbook; null for words and for what has no value. */
	value: z.number().nullable(),
	figure: FigureRef.nullable(),
});

const BriefingTable = z.strictObject({
	caption: Words,
	columns: z.array(z.strictObject({ title: Words, kind: z.enum(['text', 'count', 'percent', 'decimal']) })).max(12),
	rows: z.array(z.array(Cell).max(12)).max(200),
});

const BriefingSection = z.strictObject({
	key: z.enum(['overview', 'reds', 'change', 'towns', 'dimensions', 'hotspots', 'data']),
	title: Words,
	sentences: z.array(Sentence),
	table: BriefingTable.nullable(),
	/** A line over time to draw beside the text: twelve points of one figure. */
	trend: z
		.strictObject({
			title: Words,
			unit: Words,
			target: z.number().nullable(),
			points: z.array(z.strictObject({ period: PeriodCode, value: z.number().nullable() })),
		})
		.nullable(),
});

export const BriefingInput = z.strictObject({ kind: z.enum(BRIEFING_KINDS), area: AreaCode });

export const BriefingOutput = z.strictObject({
	kind: z.enum(BRIEFING_KINDS),
	centreName: z.string(),
	isDemo: z.boolean(),
	area: AreaCode,
	areaName: z.string(),
	level: ReadingLevelSchema,
	title: Words,
	/** What the paper looks back on; null without data. */
	period: PeriodCode.nullable(),
	asOf: Instant.nullable(),
	/** Clock of the product when it was written. */
	writtenAt: Instant,
	sections: z.array(BriefingSection),
	/** Datasets never delivered: what the paper cannot speak of. */
	missing: z.array(z.enum(DATASETS)),
	/** Every definition that a number of the paper rests on. */
	definitions: z.array(
		z.strictObject({ indicator: IndicatorCode, version: z.number().int().positive(), name: Words, definition: Words }),
	),
});

/** A document of the paper as a person left it. Its figures are published, and its code stands in it. */
export const BriefingDocumentInput = z.strictObject({
	kind: z.enum(BRIEFING_KINDS),
	area: AreaCode,
	/** `pdf` and `png` are drawn by the page from the paper it shows; only their name and code are made here. */
	format: z.enum(['docx', 'xlsx', 'pdf', 'png']),
	language: z.enum(['zh', 'en']),
	/** Paragraphs of the sections that were edited; every other section keeps its sentences. */
	edits: z
		.array(z.strictObject({ key: BriefingSection.shape.key, paragraphs: z.array(z.string().max(4_000)).max(40) }))
		.max(20)
		.default([]),
});
export const BriefingDocumentOutput = z.strictObject({
	fileName: z.string(),
	mediaType: z.string(),
	/** The file, base64; empty for what the page draws. */
	bytes: z.string(),
	checkCode: z.string(),
});
