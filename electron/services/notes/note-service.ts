// Notes beside figures and events: what they are about must exist, and their words are scrubbed before they are written.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import { type AddNoteOutput, Note, type NotesOutput } from '../../../shared/contract/schemas/notes.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { toIso } from '../../../shared/domain/shanghai-time.ts';
import type { ReadableDb, WritableDb } from '../cache/cache-db.ts';
import {
	addNoteRow,
	listEventNotes,
	listFigureNotes,
	type NoteRow,
	type NoteSubject,
	removeNoteRow,
} from '../cache/note-store.ts';
import { writeTogether } from '../cache/write-together.ts';
import { noScrubCounts } from '../privacy/cut-spans.ts';
import { scrubText } from '../privacy/scrub-text.ts';

/** What can be asked about the district that is shown. */
export interface NoteScope {
	isDemo: boolean;
	hasIndicator(code: string): boolean;
	hasArea(code: string): boolean;
	hasEvent(eventId: string): boolean;
}

function toNote({ noteId, indicator, area, period, eventId, role, body, writtenAtS }: NoteRow): z.infer<typeof Note> {
	const subject = eventId === null ? { kind: 'figure', indicator, area, period } : { kind: 'event', eventId };
	return Note.parse({ noteId, subject, role, text: body, writtenAt: toIso(writtenAtS) });
}

function requireSubject(scope: NoteScope, subject: ParsedInput<'notes.addNote'>['subject']): NoteSubject {
	if (subject.kind === 'event') {
		if (!scope.hasEvent(subject.eventId)) throw new GridHelmError('E_NOT_FOUND', '没有这个事件，批注没有保存。');
		return { indicator: null, area: null, period: null, eventId: subject.eventId };
	}
	const { indicator, area, period } = subject;
	if (!scope.hasIndicator(indicator)) throw new GridHelmError('E_UNKNOWN_INDICATOR', '没有这个指标。', { indicator });
	if (!scope.hasArea(area)) throw new GridHelmError('E_UNKNOWN_AREA', '没有这个区域。', { area });
	const parsed = parsePeriod(period);
	if (!parsed) throw new GridHelmError('E_PERIOD', `“${period}”不是有效的期间。`, { period });
	return { indicator, area, period: parsed.code, eventId: null };
}

/**
 * Keeps a note without the personal data in it, and says how much was cut.
 * @throws GridHelmError E_NOT_FOUND, E_UNKNOWN_INDICATOR, E_UNKNOWN_AREA, E_PERIOD, E_BUSY, E_CACHE_*
 */
export function addNote(
	writer: WritableDb,
	scope: NoteScope,
	input: ParsedInput<'notes.addNote'>,
	clockS: number,
): z.infer<typeof AddNoteOutput> {
	const subject = requireSubject(scope, input.subject);
	const counts = noScrubCounts();
	const body = scrubText(input.text, counts);
	const row = { role: input.role, body, writtenAtS: clockS, isDemo: scope.isDemo };
	const note = toNote(writeTogether(writer, () => addNoteRow(writer, subject, row)));
	return { note, cutCount: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

/** Deletes a note for good. @throws GridHelmError E_BUSY, E_CACHE_* */
export function removeNote(writer: WritableDb, noteId: number): { wasThere: boolean } {
	return { wasThere: writeTogether(writer, () => removeNoteRow(writer, noteId)) };
}

/** Notes on one event, or on an indicator of an area in any period; the newest first. */
export function listNotes(
	db: ReadableDb,
	isDemo: boolean,
	{ subject, limit }: ParsedInput<'notes.listNotes'>,
): z.infer<typeof NotesOutput> {
	const rows =
		subject.kind === 'event'
			? listEventNotes(db, subject.eventId, isDemo, limit)
			: listFigureNotes(db, subject.indicator, subject.area, isDemo, limit);
	return { notes: rows.map(toNote) };
}
