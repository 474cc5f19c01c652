// Words and names that no dictionary knows: the queue of them, giving one a code, confirming a name; both can be undone.

import { z } from 'zod';
import { WORD_KINDS } from './preview.ts';
import { AreaCode, AreaLevelSchema, Count, Instant } from './values.ts';

const Text = z.strictObject({ zh: z.string(), en: z.string() });
/** A code that a word can be given. */
export const WordChoice = z.strictObject({ code: z.string(), label: Text, group: Text.nullable() });

const UnknownWord = z.strictObject({
	wordId: Count,
	kind: z.enum(WORD_KINDS),
	/** As delivered; large and small class one after another. */
	words: z.array(z.string()).min(1).max(2),
	/** Events that have it. */
	rows: Count,
	/** File that brought it first. */
	file: z.string().nullable(),
	/** Codes that look alike, likeliest first. Suggestions only: nothing is mapped by likeness. */
	suggestions: z.array(z.string()).max(3),
});
const MappedWord = z.strictObject({
	mappingId: Count,
	kind: z.enum(WORD_KINDS),
	words: z.array(z.string()).min(1).max(2),
	code: z.string(),
	mappedAt: Instant,
});
export const UnknownWordsOutput = z.strictObject({
	words: z.array(UnknownWord).max(500),
	mapped: z.array(MappedWord).max(200),
	/** What words of each kind can be given. */
	choices: z.record(z.enum(WORD_KINDS), z.array(WordChoice)),
});
export const MapWordInput = z.strictObject({ wordId: Count, code: z.string().min(1).max(60) });
/** Rows that the change touched: their figures are read anew. */
export const MapWordOutput = z.strictObject({ mappingId: Count, rows: Count });
export const MappingRef = z.strictObject({ mappingId: Count });

/** A name that an export gives for a place and that names no area for certain. */
const UnknownPlace = z.strictObject({
	level: AreaLevelSchema,
	word: z.string(),
	/** Names of the town and village it was delivered with. */
	within: z.array(z.string()).max(2),
	rows: Count,
	suggestions: z.array(z.strictObject({ code: AreaCode, name: z.string(), within: z.string() })).max(3),
});
const Alias = z.strictObject({ aliasId: Count, word: z.string(), code: AreaCode, areaName: z.string() });
export const UnknownPlacesOutput = z.strictObject({
	places: z.array(UnknownPlace).max(500),
	aliases: z.array(Alias).max(500),
});
export const ConfirmAliasInput = z.strictObject({ word: z.string().min(1).max(120), code: AreaCode });
export const AliasRef = z.strictObject({ aliasId: Count });
