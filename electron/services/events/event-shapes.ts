// Stored events in the shapes of the contract: words in both languages, limit, light. Pure; no personal column exists.

import type { z } from 'zod';
import type { EventRow as EventRowSchema } from '../../../shared/contract/schemas/events.ts';
import { UNMAPPED_CATEGORY } from '../../../shared/domain/codes.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { StoredEvent, Word } from '../cache/event-queries.ts';
import { describeCategory, describeSource, describeStatus } from '../exports/dictionaries.ts';
import { EVENT_FLAG } from '../indicators/event-columns.ts';
import type { EventClock } from '../indicators/event-lights.ts';

export type EventRow = z.infer<typeof EventRowSchema>;
type Named = EventRow['category'];

/** Separates the two levels of a delivered class (record-blocks.ts). */
const UNIT_SEPARATOR = '\u001f';

/** ISO instant, null for null. */
export function isoOrNull(atS: number | null): string | null {
	return atS === null ? null : toIso(atS);
}

/** A class with its names; the delivered word where no dictionary knows it. */
export function nameCategory(word: Word): Named {
	const raw = word.raw.split(UNIT_SEPARATOR).filter(Boolean).join(' / ');
	const code = word.code ?? UNMAPPED_CATEGORY;
	const known = word.code === null || word.code === UNMAPPED_CATEGORY ? null : describeCategory(word.code);
	return { code, zh: known?.zh ?? (raw || '未分类'), en: known?.en ?? (raw || 'Unclassified'), raw: raw || null };
}

function nameWord(word: Word, describe: (code: string) => { zh: string; en: string } | null): Named {
	const known = word.code === null ? null : describe(word.code);
	return { code: word.code ?? word.raw, zh: known?.zh ?? word.raw, en: known?.en ?? word.raw, raw: word.raw };
}

/** A report channel with its names. */
export function nameSource(word: Word): Named {
	return nameWord(word, describeSource);
}

/** A status with its names. */
export function nameStatus(word: Word): Named {
	return nameWord(word, describeStatus);
}

/** True where the row or its class says that the matter is sensitive (domain.md §6.4). */
export function isSensitiveEvent(event: StoredEvent): boolean {
	if (event.isSensitive === true || (event.flags & EVENT_FLAG.sensitive) !== 0) return true;
	return event.category.code !== null && describeCategory(event.category.code)?.isSensitive === true;
}

/** A text of the event, null where its matter is sensitive: a class mapped later silences what is stored. */
export function shownText(event: StoredEvent, text: string | null): string | null {
	return isSensitiveEvent(event) ? null : text;
}

/** One row of a list. `clock` is null for events that are not open. */
export function toEventRow(event: StoredEvent, clock: EventClock | null): EventRow {
	return {
		eventId: event.eventId,
		title: shownText(event, event.title),
		category: nameCategory(event.category),
		severity: event.severity,
		source: event.source && nameSource(event.source),
		status: event.status && nameStatus(event.status),
		areaCode: event.areaCode,
		townName: event.townName,
		placeName: event.placeName,
		isUnlocated: (event.flags & EVENT_FLAG.unlocated) !== 0,
		leadUnit: event.leadUnit,
		acceptedAt: isoOrNull(event.acceptedAt),
		dueAt: isoOrNull(event.dueAt),
		closedAt: isoOrNull(event.closedAt),
		light: clock?.light ?? 'none',
		limit: event.limit?.code ?? event.limit?.raw ?? null,
		overdue: clock?.overdue ?? null,
		isSelfClosed: (event.flags & EVENT_FLAG.selfClosed) !== 0,
		superviseLevel: event.superviseLevel ?? 0,
		urgeCount: event.urgeCount ?? 0,
		isSensitive: isSensitiveEvent(event),
	};
}
