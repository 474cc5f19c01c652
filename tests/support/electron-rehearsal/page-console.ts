// What a page says: its console, its exceptions and the browser's own entries, with addresses as the program knows them.

import { toProgram } from './addresses.ts';
import type { CdpSession } from './cdp.ts';
import { say } from './say.ts';

type Facts = Record<string, unknown>;

/**
 * Repeats faults on stderr and tells every message.
 * @param id of the page, said before its words
 */
export function listenToConsole(page: CdpSession, id: number, tell: (level: string, words: string) => void): void {
	const complain = (words: string) => say(`page ${id}: ${toProgram(words)}`);
	page.on('Runtime.consoleAPICalled', ({ type, args }) => {
		const words = (args as Facts[]).map(({ value, description }) => String(value ?? description ?? '')).join(' ');
		if (type === 'error') complain(words);
		tell(String(type), words);
	});
	page.on('Log.entryAdded', ({ entry }) => {
		const { level, text, url = '' } = entry as { level: string; text: string; url?: string };
		if (level === 'error') complain(`${text} ${url}`.trim());
	});
	page.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
		const { text, exception } = exceptionDetails as { text: string; exception?: { description?: string } };
		complain(exception?.description ?? text);
	});
}
