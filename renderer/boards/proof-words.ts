// A proof in plain lines: for the card's division, for the picture and for the clipboard as text. Pure.

import type { TFunction } from 'i18next';
import type { IndicatorDefinition } from '../stores/app-store.ts';
import type { Proof } from '../stores/readings-store.ts';
import type { Language } from '../text/language.ts';
import { formatDecimal, formatInteger } from '../ui/format.ts';
import { formatInstant, formatPeriod } from '../ui/time-format.ts';
import { indicatorName, kindOf, readingText, unitOf } from './reading-words.ts';

export interface ProofWords {
	/** `L区 • 按期办结率 • 2026年10月`. */
	title: string;
	figure: string;
	unit: string;
	/** `1,993 ÷ 2,139 = 93.17%`; null for counts and medians. */
	division: string | null;
	/** Ladder, parts and variants, one line each: words and number. */
	lines: readonly { text: string; number: string }[];
	definition: string;
	/** As-of, definition version and check code. */
	foot: string;
}

/** `1,993 ÷ 2,139 = 93.17%`, two decimals here so that it can be checked. */
export function divisionText(proof: Pick<Proof, 'num' | 'den' | 'value'>, unit: string): string | null {
	if (proof.num === null || proof.den === null) return null;
	const base = `${formatInteger(proof.num)} ÷ ${formatInteger(proof.den)}`;
	if (proof.value === null) return base;
	return `${base} = ${formatDecimal(proof.value, 2)}${unit === '%' ? '%' : `\u00a0${unit}`}`.trim();
}

/** The first sentence of a definition, and the rest: the card shows the first, the rest on request. */
export function splitDefinition(text: string): [string, string] {
	const end = /[。]|\.\s/.exec(text);
	if (!end) return [text, ''];
	const at = end.index + 1;
	return [text.slice(0, at), text.slice(at).trim()];
}

export function describeProof(
	proof: Proof,
	definition: IndicatorDefinition | undefined,
	language: Language,
	presentYear: number,
	t: TFunction,
): ProofWords {
	const { reading } = proof;
	const unit = unitOf(definition, language);
	const words = readingText(reading, kindOf(definition), t);
	const excluded = proof.excluded.filter((step) => step.count > 0);
	const rest = proof.startCount - excluded.reduce((total, step) => total + step.count, 0);
	const asOf = reading.asOf === null ? null : formatInstant(reading.asOf, language, { presentYear });
	return {
		title: [
			reading.areaName,
			indicatorName(definition, reading.indicator, language),
			definition?.isLive ? t('proof.live') : formatPeriod(reading.period, language),
		].join(' • '),
		figure: words.text,
		unit: words.isFigure ? unit : '',
		division: divisionText(proof, unit),
		lines: [
			{ text: t(definition?.isLive ? 'proof.startLive' : 'proof.start'), number: formatInteger(proof.startCount) },
			...excluded.map((step) => ({
				text: `${t('proof.minus')} ${t(`reasons.${step.reason}`)}`,
				number: formatInteger(-step.count),
			})),
			{ text: t(proof.den === rest ? 'proof.denominator' : 'proof.counted'), number: formatInteger(rest) },
			...proof.parts.map((part) => ({ text: t(`parts.${part.part}`), number: formatInteger(part.count) })),
		],
		definition: language === 'en' ? proof.definition.en : proof.definition.zh,
		foot: [
			asOf === null ? '' : t('header.asOf', { time: asOf }),
			`${t('proof.definition')} v${proof.version}`,
			t('proof.check', { code: proof.checkCode }),
		]
			.filter(Boolean)
			.join(' • '),
	};
}

/** The same as plain text, for a clipboard that takes no pictures. */
export function proofAsText(words: ProofWords): string {
	return [
		words.title,
		`${words.figure}${words.unit === '' ? '' : ` ${words.unit}`}`,
		...(words.division === null ? [] : [words.division]),
		...words.lines.map((line) => `${line.text} ${line.number}`),
		words.definition,
		words.foot,
	].join('\n');
}
