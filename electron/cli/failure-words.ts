// Any failure as a code and one sentence in the language of the run. Never a stack, never SQL.

import { type ErrorCode, type ErrorDetails, GridHelmError } from '../../shared/contract/errors.ts';
import { type Language, UsageError } from './command.ts';

/** What each code means; printed by --help, and the sentence of a failure in English. */
export const ERROR_WORDS: Record<ErrorCode, { zh: string; en: string }> = {
	E_INPUT: { zh: '参数不正确', en: 'An argument is not valid' },
	E_NOT_FOUND: { zh: '没有找到', en: 'Not found' },
	E_UNKNOWN_METHOD: { zh: '没有这个方法', en: 'No such method' },
	E_UNKNOWN_AREA: { zh: '没有这个区域', en: 'No such area' },
	E_UNKNOWN_INDICATOR: { zh: '没有这个指标', en: 'No such indicator' },
	E_UNKNOWN_VARIANT: { zh: '没有这个口径', en: 'No such variant' },
	E_PERIOD: {
		zh: '周期写法不正确',
		en: 'Not a period (2026-11-23, 2026-W47, 2026-10, 2026Q3, 2026, or A..B of one kind)',
	},
	E_CACHE_NEWER: { zh: '缓存由更新的版本建立', en: 'The cache was made by a newer version; update GridHelm' },
	E_CACHE_LOCKED: { zh: '缓存正被另一程序使用', en: 'The cache is in use by another program; close it and try again' },
	E_CACHE_READ_ONLY: { zh: '缓存只读', en: 'The cache cannot be written; check the permissions of its folder' },
	E_CACHE_CORRUPT: { zh: '缓存已损坏', en: 'The cache is damaged' },
	E_BUSY: { zh: '正忙', en: 'Busy with another run, or the port is in use' },
	E_DEPENDS: { zh: '后来的批次依赖它', en: 'Later batches build on it; undo those first' },
	E_FILE: { zh: '文件不可用', en: 'The file cannot be used' },
	E_FORBIDDEN: { zh: '不允许', en: 'Not allowed' },
	E_GONE: { zh: '已不存在', en: 'No longer there' },
	E_INTERNAL: { zh: '内部错误', en: 'Internal error; nothing was changed' },
};

function describeDetails(details: ErrorDetails): string {
	const parts = Object.entries(details)
		.filter(([, value]) => value !== null)
		.map(([key, value]) => `${key} ${value}`);
	return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Code and sentence of a failure; an unforeseen one is E_INTERNAL with its kind. */
export function failureWords(error: unknown, language: Language): { code: ErrorCode; message: string } {
	if (error instanceof UsageError) return { code: error.code, message: error.message };
	if (error instanceof GridHelmError) {
		const english = `${ERROR_WORDS[error.code].en}${describeDetails(error.details)}.`;
		return { code: error.code, message: language === 'zh' ? error.message : english };
	}
	const kind =
		error instanceof Error ? `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}` : typeof error;
	return { code: 'E_INTERNAL', message: `${ERROR_WORDS.E_INTERNAL[language]} (${kind}).` };
}
