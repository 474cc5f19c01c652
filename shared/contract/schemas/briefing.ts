// Sentences that state readings; every number in them names the figure it comes from.

import { z } from 'zod';
import { AreaCode, IndicatorCode, Instant, PeriodCode } from './values.ts';

const Figure = z.strictObject({
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
	variant: z.string().nullable(),
});
const Part = z.strictObject({ text: z.string(), figure: Figure.nullable() });

export const SentencesInput = z.strictObject({ area: AreaCode, period: PeriodCode });
export const SentencesOutput = z.strictObject({
	asOf: Instant.nullable(),
	/** At most three; the parts of a sentence joined are its text. */
	sentences: z.array(
		z.strictObject({
			topic: z.enum(['lastDay', 'period', 'now']),
			day: PeriodCode.nullable(),
			zh: z.array(Part),
			en: z.array(Part),
		}),
	),
});
