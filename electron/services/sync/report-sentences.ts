// The words of an import report, in Chinese and English: what happened, what still works, what to do. Pure text.

import type { z } from 'zod';
import type { RowCounts } from '../../../shared/contract/schemas/imports.ts';
import { formatImportMessage } from '../../../shared/domain/import-messages.ts';

/** A sentence in both languages. */
export interface Sentence {
	zh: string;
	en: string;
}

type Counts = z.infer<typeof RowCounts>;

function list(counts: Counts): Sentence {
	const parts: [number, string, string][] = [
		[counts.inserted, '新增', 'new'],
		[counts.updated, '更新', 'updated'],
		[counts.unchanged, '未变', 'unchanged'],
		[counts.folded, '合并重复', 'folded'],
		[counts.quarantined, '隔离', 'quarantined'],
		[counts.vanished, '未再出现', 'no longer delivered'],
	];
	const shown = parts.filter(([count]) => count > 0);
	if (shown.length === 0) return { zh: '没有数据行', en: 'no rows' };
	return {
		zh: shown.map(([count, zh]) => `${zh} ${count} 行`).join('，'),
		en: shown.map(([count, , en]) => `${count} ${en}`).join(', '),
	};
}

/** The file was committed. */
export function committedSentence(counts: Counts): Sentence {
	const { zh, en } = list(counts);
	if (counts.quarantined === 0) return { zh: `已导入：${zh}。`, en: `Imported: ${en}.` };
	return {
		zh: `已导入：${zh}。其余数据可正常使用；请在“隔离”中查看被隔离的行，更正后重新导入。`,
		en: `Imported: ${en}. The rest is in use; look at the quarantined rows, correct them and import again.`,
	};
}

/** Nothing was written because the operator only wanted to know. */
export function dryRunSentence(counts: Counts): Sentence {
	const { zh, en } = list(counts);
	return {
		zh: `试运行，未作任何改动。正式导入将：${zh}。`,
		en: `Dry run, nothing changed. An import would give: ${en}.`,
	};
}

/** The same file again. */
export const UNCHANGED: Sentence = {
	zh: '该文件此前已导入，内容没有变化，未作任何改动。',
	en: 'This file was imported before and brings nothing new; nothing changed.',
};

/** Too many rows were quarantined. */
export function heldSentence(counts: Counts): Sentence {
	const percent = ((100 * counts.quarantined) / counts.read).toFixed(1);
	return {
		zh: `${counts.read} 行中有 ${counts.quarantined} 行（${percent}%）无法采用，已暂缓，未作任何改动。请核对文件，或确认后仍然导入。`,
		en: `${counts.quarantined} of ${counts.read} rows (${percent}%) cannot be taken; held, nothing changed. Check the file, or accept and import anyway.`,
	};
}

function faultSentence(code: string): Sentence {
	const [zh, en] = [formatImportMessage(code, {}, 'zh'), formatImportMessage(code, {}, 'en')];
	return { zh: `${zh.text}${zh.fix}`, en: `${en.text} ${en.fix}` };
}

/** The coordinate system cannot be told for certain. */
export const COORDINATES_HELD = faultSentence('E_CRS_ASK');

/** A layer of roads or water was stored. */
export const ORIENTATION_STORED: Sentence = {
	zh: '已更新底图线条（仅用于辨认方位，不参与统计）。',
	en: 'Orientation lines replaced (drawn only, never counted).',
};
