// A meeting's agenda in words: topic, units, what the duty list says, suggestion. Deterministic; the same item reads the same
// everywhere. Pure.

import type { TFunction } from 'i18next';
import type { AgendaItem } from '../../stores/collab-store.ts';
import type { Language } from '../../text/language.ts';
import { namedWord } from '../event-words.ts';

export interface AgendaWords {
	topic: string;
	units: string;
	/** What the duty list says; that it says nothing where it does not name the class. */
	duty: string;
	/** That the lead unit is not the one of the list; empty where it is. */
	elsewhere: string;
	advice: string;
}

/** The words of one item. */
export function agendaWords(item: AgendaItem, language: Language, t: TFunction): AgendaWords {
	const comma = language === 'en' ? ', ' : '、';
	const semicolon = language === 'en' ? '; ' : '；';
	const lead = item.events[0]?.leadUnit ?? null;
	const duties = item.duty.map(({ unit, basis }) =>
		basis === null ? t('meeting.dutyLine', { unit }) : t('meeting.dutyBasis', { unit, basis }),
	);
	const dutyUnit = item.duty[0]?.unit;
	return {
		topic: t(`meeting.topics.${item.kind}`, { category: namedWord(item.category, language) }),
		units: item.units.length === 0 ? t('collab.unitNone') : item.units.join(comma),
		duty: duties.length === 0 ? t('meeting.dutyNone') : duties.join(semicolon),
		elsewhere: item.isElsewhere && lead !== null ? t('meeting.elsewhere', { unit: lead }) : '',
		advice:
			item.kind === 'passedAround' && dutyUnit !== undefined
				? t('meeting.adviceDuty', { unit: dutyUnit })
				: t(`meeting.advices.${item.kind}`),
	};
}

/** The whole agenda as text, ready to paste. */
export function agendaText(items: readonly AgendaItem[], language: Language, t: TFunction): string {
	return items
		.map((item, index) => {
			const { topic, units, duty, elsewhere, advice } = agendaWords(item, language, t);
			const colon = language === 'en' ? ': ' : '：';
			return [
				`${index + 1}. ${topic}`,
				`${t('meeting.units')}${colon}${units}`,
				`${t('meeting.duty')}${colon}${[duty, elsewhere].filter(Boolean).join(language === 'en' ? '; ' : '；')}`,
				`${t('meeting.events', { n: item.eventCount })}${colon}${item.events.map(({ eventId }) => eventId).join(language === 'en' ? ', ' : '、')}`,
				`${t('meeting.advice')}${colon}${advice}`,
			].join('\n');
		})
		.join('\n\n');
}
