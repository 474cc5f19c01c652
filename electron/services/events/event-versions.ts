// Every earlier state of an event: which file brought it, when, and what it changed. Nothing is decided here.

import type { z } from 'zod';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { EventVersion, EventVersionsOutput } from '../../../shared/contract/schemas/event-versions.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import { getBatchAsOf } from '../cache/batch-queries.ts';
import type { ReadableDb } from '../cache/cache-db.ts';
import { type EventState, listEventStates, type StoredEvent } from '../cache/event-queries.ts';
import { isoOrNull, isSensitiveEvent, toEventRow } from './event-shapes.ts';

type Version = z.infer<typeof EventVersion>;
type Field = Version['changes'][number]['field'];
type Value = Version['changes'][number]['before'];

/** Newest states shown. */
const MAX_VERSIONS = 1_000;

function same(text: string | number | null): Value {
	return text === null ? null : { zh: String(text), en: String(text) };
}

function named(word: { zh: string; en: string } | null): Value {
	return word === null ? null : { zh: word.zh, en: word.en };
}

/** What is compared between two states. Free text is told apart and never shown. */
function valuesOf(event: StoredEvent): Record<Exclude<Field, 'text'>, Value> {
	const row = toEventRow(event, null);
	return {
		status: named(row.status),
		category: named(row.category),
		source: named(row.source),
		unit: same(row.leadUnit),
		place: same([row.townName, row.placeName].filter(Boolean).join(' ') || null),
		severity: same(row.severity),
		reportedAt: same(isoOrNull(event.reportedAt)),
		acceptedAt: same(row.acceptedAt),
		dispatchedAt: same(isoOrNull(event.dispatchedAt)),
		signedAt: same(isoOrNull(event.signedAt)),
		disposedAt: same(isoOrNull(event.disposedAt)),
		closedAt: same(row.closedAt),
		dueAt: same(row.dueAt),
		pauseMinutes: same(event.pauseMinutes),
		returnCount: same(event.returnCount),
		reworkCount: same(event.reworkCount),
		extendCount: same(event.extendCount),
		satisfaction: same(event.satisfaction),
	};
}

function textsOf(event: StoredEvent): string {
	return JSON.stringify([event.title, event.description, event.address]);
}

function changesBetween(before: StoredEvent, after: StoredEvent): Version['changes'] {
	const [old, next] = [valuesOf(before), valuesOf(after)];
	const changes: Version['changes'] = (Object.keys(old) as (keyof typeof old)[])
		.filter((field) => old[field]?.zh !== next[field]?.zh)
		.map((field) => ({ field, before: old[field], after: next[field] }));
	const isTextShown = !isSensitiveEvent(before) && !isSensitiveEvent(after);
	if (isTextShown && textsOf(before) !== textsOf(after)) changes.push({ field: 'text', before: null, after: null });
	return changes;
}

function kindOf(before: StoredEvent | undefined, after: StoredEvent): Version['kind'] {
	if (!before) return 'brought';
	if (after.vanishedBy !== null && before.vanishedBy === null) return 'withdrawn';
	return after.vanishedBy === null && before.vanishedBy !== null ? 'returned' : 'changed';
}

/** The states of an event, newest first, withdrawn ones included. Throws GridHelmError E_NOT_FOUND. */
export function listEventVersions(db: ReadableDb, eventId: string): z.infer<typeof EventVersionsOutput> {
	const states: EventState[] = listEventStates(db, eventId);
	if (states.length === 0) throw new GridHelmError('E_NOT_FOUND', `没有编号为 ${eventId} 的事件。`, { eventId });
	const versions = states.map(({ event }, index): Version => {
		const before = states[index - 1]?.event;
		const { batchId, fileName, committedAtS } = event.provenance;
		return {
			batchId,
			file: fileName,
			committedAt: toIso(committedAtS),
			asOf: isoOrNull(getBatchAsOf(db, batchId)),
			kind: kindOf(before, event),
			changes: before ? changesBetween(before, event) : [],
		};
	});
	return { versions: versions.reverse().slice(0, MAX_VERSIONS) };
}

/** The state in which an event was known here at an instant; null when it had not come yet. */
export function eventKnownAt(db: ReadableDb, eventId: string, knownAtS: number): StoredEvent | null {
	const known = listEventStates(db, eventId).filter(({ event }) => event.provenance.committedAtS <= knownAtS);
	return known.at(-1)?.event ?? null;
}
