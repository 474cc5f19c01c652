// 一件事: opens, closes, removes and lists special actions. Their words are scrubbed before they are written; what they say
// of figures is made anew from the events each time.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { ActionsOutput, OpenActionOutput } from '../../../shared/contract/schemas/special-actions.ts';
import { dayOf, parseIso, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import {
	type ActionRow,
	addActionRow,
	firstDayOfAction,
	listActionRows,
	removeActionRow,
	setLastDay,
} from '../cache/action-store.ts';
import type { ReadableDb, WritableDb } from '../cache/cache-db.ts';
import { writeTogether } from '../cache/write-together.ts';
import type { EventScope } from '../events/event-service.ts';
import { isoOrNull } from '../events/event-shapes.ts';
import { listCategories } from '../exports/dictionaries.ts';
import { type Place, placeOfCode } from '../indicators/area-tree.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { noScrubCounts } from '../privacy/cut-spans.ts';
import { scrubText } from '../privacy/scrub-text.ts';
import { actionEffect } from './action-effect.ts';

/** What is shown, and the cache that keeps the actions whatever is shown. */
export interface ActionScope extends EventScope {
	own: ReadableDb;
	isDemo: boolean;
}

const MOST_ACTIONS = 200;
const CLASS_WORDS = new Map(
	listCategories().flatMap(({ code, zh, en, groupCode, groupZh, groupEn }) => [
		[groupCode, { zh: groupZh, en: groupEn }] as const,
		[code, { zh, en }] as const,
	]),
);
const CLASSES = [...CLASS_WORDS].map(([code, words]) => ({ code, ...words }));

function dayInput(text: string, field: string): number {
	const atS = parseIso(text);
	if (atS === null) throw new GridHelmError('E_INPUT', '这个日期不存在。', { field });
	return dayOf(atS);
}

/**
 * Keeps a new action without the personal data in its words, and says how much was cut.
 * @throws GridHelmError E_INPUT (day, class), E_UNKNOWN_AREA, E_BUSY, E_CACHE_*
 */
export function openAction(
	writer: WritableDb,
	scope: Pick<ActionScope, 'snapshot' | 'isDemo'>,
	input: ParsedInput<'collaboration.openAction'>,
	clockS: number,
): z.infer<typeof OpenActionOutput> {
	const firstDay = dayInput(input.startedOn, 'startedOn');
	if (!CLASS_WORDS.has(input.classCode)) {
		throw new GridHelmError('E_INPUT', '没有这个事件类别。', { field: 'classCode' });
	}
	const { code: area } = placeOfCode(eventIndexOf(scope.snapshot).tree, input.area);
	const counts = noScrubCounts();
	const words = {
		name: scrubText(input.name, counts),
		area,
		classCode: input.classCode,
		firstDay,
		leadUnit: input.leadUnit === '' ? null : scrubText(input.leadUnit, counts),
		note: scrubText(input.note, counts),
	};
	const actionId = writeTogether(writer, () => addActionRow(writer, words, clockS, scope.isDemo));
	return { actionId, cutCount: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

/** Sets or takes back the last day. @throws GridHelmError E_INPUT, E_NOT_FOUND, E_BUSY, E_CACHE_* */
export function closeAction(writer: WritableDb, { actionId, closedOn }: ParsedInput<'collaboration.closeAction'>) {
	const lastDay = closedOn === null ? null : dayInput(closedOn, 'closedOn');
	const firstDay = firstDayOfAction(writer, actionId);
	if (firstDay === null) throw new GridHelmError('E_NOT_FOUND', '没有这项一件事，可能已被删除。');
	if (lastDay !== null && lastDay < firstDay) {
		throw new GridHelmError('E_INPUT', '结束日期早于开始日期。', { field: 'closedOn' });
	}
	writeTogether(writer, () => setLastDay(writer, actionId, lastDay));
	return { wasThere: true };
}

/** Deletes an action for good. @throws GridHelmError E_BUSY, E_CACHE_* */
export function removeAction(writer: WritableDb, actionId: number): { wasThere: boolean } {
	return { wasThere: writeTogether(writer, () => removeActionRow(writer, actionId)) };
}

function placeOf(index: EventIndex, code: string): Place | null {
	const at = index.tree.placeByCode.get(code);
	return at === undefined ? null : (index.tree.places[at] ?? null);
}

/** True where one of two places lies in the other. */
function isRelated(a: Place, b: Place): boolean {
	return (a.place <= b.place && b.place <= a.lastPlace) || (b.place <= a.place && a.place <= b.lastPlace);
}

/** Actions at an area, inside it or over it, with their effect. Throws GridHelmError E_UNKNOWN_AREA. */
export function listActions(
	scope: ActionScope,
	input: ParsedInput<'collaboration.listActions'>,
): z.infer<typeof ActionsOutput> {
	const { own, isDemo, snapshot, catalogue } = scope;
	const index = eventIndexOf(snapshot);
	const asked = placeOfCode(index.tree, input.area);
	const found = listActionRows(own, isDemo)
		.map((row) => ({ row, place: placeOf(index, row.area) }))
		.filter(({ place }) => (place === null ? asked.place === 0 : isRelated(place, asked)));
	return {
		asOf: isoOrNull(snapshot.asOfS),
		total: found.length,
		classes: CLASSES,
		actions: found.slice(0, MOST_ACTIONS).map(({ row, place }) => ({
			...shapeOf(row),
			areaName: place?.name ?? null,
			effect: place === null ? null : actionEffect(index, catalogue, { ...row, place }),
		})),
	};
}

function shapeOf({ firstDay, lastDay, openedAtS, ...row }: ActionRow) {
	return {
		...row,
		class: CLASS_WORDS.get(row.classCode) ?? { zh: row.classCode, en: row.classCode },
		startedOn: toIsoDate(firstDay),
		closedOn: lastDay === null ? null : toIsoDate(lastDay),
		openedAt: toIso(openedAtS),
	};
}
