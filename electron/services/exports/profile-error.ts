// The fault of a mapping profile in plain words of both languages, with its path. Pure; judges nothing.

import type { z } from 'zod';

/** Words of the rules that mapping-profile.ts states itself. */
const RULES_ZH: Readonly<Record<string, string>> = {
	'must be lower-case letters, digits and hyphens': '只能用小写字母、数字和连字符',
	'must be shanghai, wall or an offset such as +08:00': '须为 shanghai、wall 或 +08:00 这样的时差',
	'needs exactly one of column, constant, template, join': 'column、constant、template、join 须恰有其一',
};

const TYPES_ZH: Readonly<Record<string, string>> = {
	string: '文字',
	number: '数字',
	boolean: 'true 或 false',
	array: '列表 […]',
	object: '对象 {…}',
	record: '对象 {…}',
};
const TYPES_EN: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
	array: 'a list […]',
	object: 'an object {…}',
	record: 'an object {…}',
};

/** A profile that cannot be used; `message` and `zh` name the file and the path of the fault in plain words. */
export class ProfileError extends Error {
	override readonly name = 'ProfileError';
	readonly zh: string;

	/** @param file shown before the words; @param path of the fault inside the profile, '' for the whole */
	constructor(file: string, path: string, words: { en: string; zh: string }) {
		const where = path === '' ? '' : `${path}: `;
		super(`${file}: ${where}${words.en}`);
		this.zh = `${file}：${where}${words.zh}`;
	}
}

function wordsOf(issue: z.core.$ZodIssue): { en: string; zh: string } {
	switch (issue.code) {
		case 'unrecognized_keys': {
			const keys = issue.keys.map((key) => `"${key}"`).join(', ');
			return { en: `there is no ${keys} here`, zh: `这里没有 ${keys} 这一项` };
		}
		case 'invalid_type':
			if (issue.message.endsWith('received undefined')) return { en: 'is missing', zh: '缺少这一项' };
			return {
				en: `must be ${TYPES_EN[issue.expected] ?? issue.expected}`,
				zh: `须为${TYPES_ZH[issue.expected] ?? issue.expected}`,
			};
		case 'invalid_value':
			return { en: `must be one of ${issue.values.join(', ')}`, zh: `须为以下之一：${issue.values.join('、')}` };
		case 'too_small':
			return { en: 'must not be empty', zh: '不能为空' };
		case 'invalid_format':
		case 'custom':
			return { en: issue.message, zh: RULES_ZH[issue.message] ?? issue.message };
		default:
			return {
				en: 'has a form that is not known; gridhelm profiles --schema prints what it may be',
				zh: '写法不认识；gridhelm profiles --schema 列出可用的写法',
			};
	}
}

/** The first fault that the schema found. */
export function schemaFault(file: string, issue: z.core.$ZodIssue | undefined): ProfileError {
	if (!issue) return new ProfileError(file, '', { en: 'cannot be used', zh: '不能使用' });
	const path = issue.path
		.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
		.join('')
		.replace(/^\./, '');
	return new ProfileError(file, path, wordsOf(issue));
}
