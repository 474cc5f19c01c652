// A word of a ledger on the screen: as delivered in Chinese, by its code in English. Pure.

import type { Language } from '../../text/language.ts';
import { LEDGER_CODE_EN } from '../../text/ledger-code-words.ts';

/** The word; `blank` where none was delivered. */
export function ledgerWord(
	word: { code: string | null; raw: string } | null,
	language: Language,
	blank: string,
): string {
	if (word === null) return blank;
	return language === 'en' ? (LEDGER_CODE_EN[word.code ?? ''] ?? word.raw) : word.raw;
}
