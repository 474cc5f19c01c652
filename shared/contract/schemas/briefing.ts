// Sentences that state readings; every number in them names the figure it comes from.

import { z } from 'zod';
import { AreaCode, IndicatorCode, Instant, PeriodCode } from './values.ts';

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
