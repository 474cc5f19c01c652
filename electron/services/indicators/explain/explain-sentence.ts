// One sentence in both languages that states a change and what made it, by a fixed grammar. Says nothing that the
// contributions do not say.

import type { z } from 'zod';
import type { ExplainOutput } from '../../../../shared/contract/schemas/explain.ts';
import { beforeWords, cite, number, type SentencePart, say } from '../sentence-parts.ts';
import type { ComparedSide } from './divide-figure.ts';

type Explanation = z.infer<typeof ExplainOutput>;
export type ExplainedStep = Explanation['steps'][number];

/** How the earlier side is spoken of. */
export type Against = 'previous' | 'lastYear' | 'period' | 'area';

/** Parts named in the sentence. */
const NAMED = 2;

export interface SentenceFacts {
	from: ComparedSide;
	to: ComparedSide;
	against: Against;
	/** False where the earlier side is no period of the picker, or one as it stood at an earlier time: it has no proof of its own. */
	isFromProvable: boolean;
	change: number;
	mix: number;
	performance: number;
	isRate: boolean;
	/** Largest contribution first. */
	steps: readonly ExplainedStep[];
}

/** The sentence; `steps` with the sign of the change are named as its makers. */
export function sayExplanation(facts: SentenceFacts): { zh: SentencePart[]; en: SentencePart[] } {
	const { from, to, change, isFromProvable, isRate } = facts;
	const { definition } = to.question.entry;
	const decimals = isRate ? 1 : 0;
	const unit = unitWords(facts);
	const valueText = (value: number): string => number(value, decimals);
	const now = cite(valueText(to.reading.value ?? 0), to.reading);
	const before = valueText(from.reading.value ?? 0);
	const beforePart = isFromProvable ? cite(before, from.reading) : say(before);
	const versus = againstWords(facts);
	const zh: SentencePart[] = [
		say(`${to.place.name}${definition.name.zh} `),
		now,
		say(`${definition.unit.zh === '%' ? '' : ' '}${definition.unit.zh}，`),
	];
	const en: SentencePart[] = [
		say(`${definition.name.en} in ${to.place.name}: `),
		now,
		say(`${definition.unit.en === '%' ? '' : ' '}${definition.unit.en}, `),
	];
	const size = number(Math.abs(change), decimals);
	if (Number(size.replaceAll(',', '')) === 0) {
		zh.push(say(`与${versus.zh}（`), beforePart, say('）持平'));
		en.push(say(`level with ${versus.en} (`), beforePart, say(')'));
	} else {
		const moved = moveWords(facts);
		zh.push(say(`比${versus.zh}（`), beforePart, say(`）${moved.zh} ${size} ${unit.zh}`));
		en.push(say(`${size} ${unit.en} ${moved.en} ${versus.en} (`), beforePart, say(')'));
	}
	if (isRate) {
		zh.push(say(`：结构 ${signed(facts.mix, 1)}，表现 ${signed(facts.performance, 1)}`));
		en.push(say(`: mix ${signed(facts.mix, 1)}, performance ${signed(facts.performance, 1)}`));
	}
	addMakers(facts, decimals, zh, en);
	return { zh: [...zh, say('。')], en: [...en, say('.')] };
}

function addMakers(facts: SentenceFacts, decimals: number, zh: SentencePart[], en: SentencePart[]): void {
	const makers = facts.steps
		.filter(({ total }) => Math.sign(total) === Math.sign(facts.change) && Math.abs(total) >= 0.5 * 10 ** -decimals)
		.slice(0, NAMED);
	if (makers.length === 0) return;
	zh.push(say('；主要来自'));
	en.push(say('; mostly from '));
	makers.forEach(({ name, total, figure, unusual }, at) => {
		const size = { text: signed(total, decimals), figure };
		const isOdd = unusual?.isUnusual === true;
		zh.push(say(`${at > 0 ? '、' : ''}${name.zh} `), size, say(isOdd ? '（超出自身八周常态）' : ''));
		en.push(say(`${at > 0 ? ' and ' : ''}${name.en} `), size, say(isOdd ? ' (outside its own eight weeks)' : ''));
	});
}

/** Counts are more or fewer, everything else higher or lower. */
function moveWords({ change, to }: SentenceFacts): { zh: string; en: string } {
	if (to.reading.num === null) {
		return change > 0 ? { zh: '多', en: 'more than' } : { zh: '少', en: 'fewer than' };
	}
	return change > 0 ? { zh: '高', en: 'above' } : { zh: '低', en: 'below' };
}

function unitWords({ isRate, to }: SentenceFacts): { zh: string; en: string } {
	const { unit } = to.question.entry.definition;
	return isRate && unit.zh === '%' ? { zh: '个百分点', en: 'pp' } : unit;
}

function againstWords({ against, from, to }: SentenceFacts): { zh: string; en: string } {
	if (against === 'area') return { zh: from.place.name, en: from.place.name };
	if (against === 'lastYear') return { zh: '上年同期', en: 'the same time last year' };
	if (against === 'period') return { zh: from.question.period.code, en: from.question.period.code };
	if (to.question.entry.definition.isLive) return { zh: '一周前', en: 'a week before' };
	const { zh, en } = beforeWords(to.question.period.kind);
	return { zh: zh === '环比' ? '上期' : zh.replace('较', ''), en };
}

function signed(value: number, decimals: number): string {
	const text = number(value, decimals);
	return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
