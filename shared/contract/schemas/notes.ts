// Notes that people keep beside a figure or an event: their role, the time, their words without personal data.

import { z } from 'zod';
import { AreaCode, Count, IndicatorCode, Instant, PeriodCode } from './values.ts';

/** Who wrote it, by duty and never by name. */
const NOTE_ROLES = ['leader', 'dutyHead', 'dispatcher', 'analyst', 'dataKeeper'] as const;
const NoteRole = z.enum(NOTE_ROLES);
const EventId = z.string().min(1).max(120);

const FigureSubject = z.strictObject({
	kind: z.literal('figure'),
	indicator: IndicatorCode,
	area: AreaCode,
	period: PeriodCode,
});
const EventSubject = z.strictObject({ kind: z.literal('event'), eventId: EventId });

export const Note = z.strictObject({
	noteId: Count,
	subject: z.discriminatedUnion('kind', [FigureSubject, EventSubject]),
	role: NoteRole,
	text: z.string(),
	writtenAt: Instant,
});

/** Of a figure: the notes of its indicator and area in every period, so that a trend can show them. */
export const NotesInput = z.strictObject({
	subject: z.discriminatedUnion('kind', [FigureSubject.omit({ period: true }), EventSubject]),
	limit: z.number().int().min(1).max(500).default(100),
});
/** The newest first. */
export const NotesOutput = z.strictObject({ notes: z.array(Note).max(500) });

export const AddNoteInput = z.strictObject({
	subject: z.discriminatedUnion('kind', [FigureSubject, EventSubject]),
	role: NoteRole,
	text: z.string().trim().min(1).max(500),
});
/** The note as it was kept; `cutCount`: personal data that was cut out of it. */
export const AddNoteOutput = z.strictObject({ note: Note, cutCount: Count });

export const RemoveNoteInput = z.strictObject({ noteId: Count });
export const RemoveNoteOutput = z.strictObject({ wasThere: z.boolean() });
