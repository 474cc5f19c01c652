// Readings in words for a terminal: value, light (always a shape beside the word), status.
// Pure; rounds for the eye only, JSON and CSV carry the unrounded value.

import type { Light, ReadingStatus } from '../../shared/domain/codes.ts';
import type { Language } from './command.ts';

const LIGHT_WORDS: Record<Light, { zh: string; en: string }> = {
	green: { zh: '● 绿', en: '● green' },
	yellow: { zh: '◆ 黄', en: '◆ yellow' },
	red: { zh: '▲ 红', en: '▲ red' },
	deepRed: { zh: '■ 深红', en: '■ deep red' },
	none: { zh: '○', en: '○' },
};

const STATUS_WORDS: Record<ReadingStatus, { zh: string; en: string }> = {
	ok: { zh: '', en: '' },
	insufficient: { zh: '样本不足', en: 'too few cases' },
	notConnected: { zh: '未接入', en: 'not connected' },
	notDelivered: { zh: '未报送', en: 'not delivered' },
	suppressed: { zh: '不予显示', en: 'suppressed' },
};

export function lightWord(light: Light, language: Language): string {
	return LIGHT_WORDS[light][language];
}

/** Status in words; a period that is only partly delivered says so. */
export function statusWord(reading: { status: ReadingStatus; complete: boolean }, language: Language): string {
	const word = STATUS_WORDS[reading.status][language];
	if (word !== '' || reading.complete) return word;
	return language === 'zh' ? '部分周期' : 'partial period';
}

/** A value to two decimals, whole numbers without; null stays null. */
export function readingValue(value: number | null): string | null {
	if (value === null) return null;
	return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
