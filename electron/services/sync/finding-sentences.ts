// Words for the warnings and refusals that codes stand for, in both languages. Unknown codes still give a sentence.

import type { Finding } from '../exports/record-blocks.ts';
import type { Sentence } from './report-sentences.ts';

const FINDINGS: Readonly<Record<string, (count: number) => Sentence>> = {
	W_NEW_CATEGORY: (count) => ({
		zh: `有 ${count} 种事件分类尚未对应，按“未分类”计入，可稍后在字典中对应。`,
		en: `${count} classes are not mapped yet; they count as unmapped until the dictionary knows them.`,
	}),
	W_NEW_SOURCE: (count) => ({
		zh: `有 ${count} 种事件来源尚未对应，原样保留。`,
		en: `${count} sources are not mapped yet; kept as delivered.`,
	}),
	W_NEW_STATUS: (count) => ({
		zh: `有 ${count} 种事件状态尚未对应，按各时间判断。`,
		en: `${count} statuses are not mapped yet; such events are judged by their times.`,
	}),
	W_OLDER: (count) => ({
		zh: `有 ${count} 行早于已导入的更新数据，保留较新的内容。`,
		en: `${count} rows are older than what is stored; the newer content stays.`,
	}),
};

/** Sentence of a warning. */
export function findingSentence(finding: Finding): Sentence {
	const words = FINDINGS[finding.code];
	if (words) return words(finding.count);
	return { zh: `${finding.code}：${finding.count}`, en: `${finding.code}: ${finding.count}` };
}

/** Sentence of a refusal, hold or ignored file. */
export function refusalSentence(code: string, _params: Record<string, string | number>): Sentence {
	return {
		zh: `文件未被采用（${code}），未作任何改动。`,
		en: `The file was not taken (${code}); nothing changed.`,
	};
}
