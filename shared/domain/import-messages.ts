// Every code that bringing a file in can give, in plain words of both languages: what happened, what still works, what
// to do. Closed table; gaps are {name}. Pure text, used by reports, the quarantine page and the command line.

import { DELIVERY_FAULTS, DELIVERY_WARNINGS, REHEARSAL_WARNINGS } from './delivery-messages.ts';
import { FILE_FAULTS } from './file-fault-messages.ts';
import type { Wording } from './import-wording.ts';
import { ROW_FAULTS } from './row-fault-messages.ts';
import { WARNINGS } from './warning-messages.ts';

const MESSAGES = {
	...FILE_FAULTS,
	...DELIVERY_FAULTS,
	...ROW_FAULTS,
	...WARNINGS,
	...DELIVERY_WARNINGS,
	...REHEARSAL_WARNINGS,
};

export type ImportMessageCode = keyof typeof MESSAGES;

/** Every code there is, for `--help` and tests. */
export const IMPORT_MESSAGE_CODES = Object.keys(MESSAGES) as ImportMessageCode[];
/** Codes by what they are about. */
export const FILE_FAULT_CODES = [...Object.keys(FILE_FAULTS), ...Object.keys(DELIVERY_FAULTS)];
export const ROW_FAULT_CODES = Object.keys(ROW_FAULTS);
export const WARNING_CODES = [WARNINGS, DELIVERY_WARNINGS, REHEARSAL_WARNINGS].flatMap((words) => Object.keys(words));

/** Code of each kind of fault that a rehearsal looks for in the data. */
export const REHEARSAL_CODE_OF = {
	halfDay: 'W_LOOKS_HALF_DAY',
	newWords: 'W_LOOKS_NEW_WORDS',
	changedUnit: 'W_LOOKS_CHANGED_UNIT',
	doubled: 'W_LOOKS_DOUBLED',
	dayShift: 'W_LOOKS_DAY_SHIFT',
	utcHours: 'W_LOOKS_UTC',
	oldFile: 'W_LOOKS_OLD',
} as const satisfies Record<string, ImportMessageCode>;

/** A message in one language; `fix` is '' where nothing is to be done. */
export interface ImportMessage {
	text: string;
	fix: string;
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) => String(Object.hasOwn(params, name) ? params[name] : '—'));
}

/** Words of a code with its gaps filled. A code that is not in the table gives the code itself, never nothing. */
export function formatImportMessage(
	code: string,
	params: Readonly<Record<string, string | number>>,
	language: 'zh' | 'en',
): ImportMessage {
	const wording: Wording | undefined = Object.hasOwn(MESSAGES, code) ? MESSAGES[code as ImportMessageCode] : undefined;
	if (!wording) return { text: code, fix: '' };
	const [text, fix] = language === 'zh' ? [wording.zh, wording.fixZh] : [wording.en, wording.fixEn];
	return { text: fill(text, params), fix: fill(fix, params) };
}
