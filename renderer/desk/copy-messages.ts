// What commands copy without opening a page: the reminders of every unit in the queue, and the agenda of a meeting. The
// same words as on the page of working together.

import type { TFunction } from 'i18next';
import { agendaText } from '../boards/collab/agenda-words.ts';
import { groupByUnit, unitReminder } from '../boards/collab/unit-reminders.ts';
import type { Client } from '../client/client.ts';
import type { Language } from '../text/language.ts';
import { yearOf } from '../ui/time-format.ts';

/** How many units or matters a text speaks of; nothing is copied for none. */
export interface Message {
	count: number;
	text: string;
}

/** One reminder for each unit that holds something overdue or due soon. Throws ClientError. */
export async function remindersOf(
	client: Client,
	area: string,
	centre: string,
	language: Language,
	t: TFunction,
): Promise<Message> {
	const { rows, now } = await client.call('collaboration.listQueue', { area });
	const context = { language, presentYear: yearOf(now), now, centre, t };
	const groups = groupByUnit(rows);
	return { count: groups.length, text: groups.map((group) => unitReminder(group, context)).join('\n\n') };
}

/** What should be put before a meeting. Throws ClientError. */
export async function agendaOf(
	client: Client,
	area: string,
	period: string,
	language: Language,
	t: TFunction,
): Promise<Message> {
	const { agenda } = await client.call('collaboration.getMeetings', { area, period });
	return { count: agenda.length, text: agendaText(agenda, language, t) };
}
