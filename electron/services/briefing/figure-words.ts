// A reading in words: its number with its unit, its change, its distance to the target. Every number cites its figure.

import type { CatalogueEntry } from '../indicators/catalogue.ts';
import type { FigureChange } from '../indicators/figure-change.ts';
import type { Reading } from '../indicators/read-figure.ts';
import { number } from '../indicators/sentence-parts.ts';

export interface Words {
	zh: string;
	en: string;
}

const STATUS_WORDS: Record<Exclude<Reading['status'], 'ok'>, Words> = {
	insufficient: { zh: '样本不足', en: 'too few' },
	notConnected: { zh: '未接入', en: 'no such ledger' },
	notDelivered: { zh: '未报送', en: 'not delivered' },
	suppressed: { zh: '已隐去', en: 'withheld' },
};

/** Decimals of a value: none for counts and amounts per head over 100, one for everything else. */
function decimalsOf(entry: CatalogueEntry, value: number): number {
	return entry.definition.formula.value.kind === 'count' || Math.abs(value) >= 1_000 ? 0 : 1;
}

/** 93.2%, 1,234 件, 41.3 小时; the word of its status where there is no value. */
export function valueWords(entry: CatalogueEntry, reading: Reading): Words {
	if (reading.value === null) return reading.status === 'ok' ? { zh: '—', en: '—' } : STATUS_WORDS[reading.status];
	const text = number(reading.value, decimalsOf(entry, reading.value));
	const { unit } = entry.definition;
	if (unit.zh === '%') return { zh: `${text}%`, en: `${text}%` };
	return { zh: `${text} ${unit.zh}`, en: `${text} ${unit.en}` };
}

/** 升 1.8 个百分点, 增 12.0%, 少 3 件; null where it did not move. */
export function changeWords(change: FigureChange): Words | null {
	const size = number(Math.abs(change.amount), change.kind === 'count' ? 0 : 1);
	if (Number(size.replace(',', '')) === 0) return null;
	const isUp = change.amount > 0;
	switch (change.kind) {
		case 'points':
			return { zh: `${isUp ? '升' : '降'} ${size} 个百分点`, en: `${isUp ? 'up' : 'down'} ${size} pp` };
		case 'percent':
			return { zh: `${isUp ? '增' : '减'} ${size}%`, en: `${isUp ? 'up' : 'down'} ${size}%` };
		case 'count':
			return { zh: `${isUp ? '多' : '少'} ${size}`, en: `${isUp ? 'up' : 'down'} ${size}` };
	}
}
