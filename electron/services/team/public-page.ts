// 公众与公开: how the public is heard and told. Figures of the catalogue as the engine reads them; beside them their own
// rows by source, by kind of act and by list, so that the parts add up to the figures.

import type { z } from 'zod';
import type { PublicOutput } from '../../../shared/contract/schemas/team.ts';
import { type Period, shiftPeriod } from '../../../shared/domain/period.ts';
import { dayOf } from '../../../shared/domain/shanghai-time.ts';
import { describeSource } from '../exports/dictionaries.ts';
import type { Place } from '../indicators/area-tree.ts';
import { HEADLINE } from '../indicators/catalogue.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import { eventParts, partName } from '../indicators/explain/event-parts.ts';
import { ledgerAsOf } from '../indicators/ledger-figure.ts';
import { ledgerWindowOf } from '../indicators/ledger-window.ts';
import { readFigure } from '../indicators/read-figure.ts';
import {
	type ChosenRows,
	groupRows,
	isFieldDelivered,
	numbersOf,
	periodOfFigure,
	questionOf,
	rowsOfFigure,
	rowsOfLedger,
	sumOfRows,
	type TeamScope,
	wordsOf,
} from './figure-rows.ts';
import { marginsOf } from './survey-margins.ts';
import { asOfText, placesOfPage, readingsFor } from './team-page.ts';

type Public = z.infer<typeof PublicOutput>;

const FIGURES = ['PP01', 'PP02', 'PP03', 'PP04', 'PP05', 'PP06', 'ID01', 'ID02', 'ID03', 'ID04', 'ID05'];
const SURVEY = 'survey';
const VARIANTS = [
	{ code: 'PP03', variant: 'ratingRate' },
	{ code: 'PP03', variant: SURVEY },
];
/** A board older than this is no longer current (ID04). */
const FRESH_DAYS = 180;

/**
 * Everything of the section.
 * @throws GridHelmError E_UNKNOWN_AREA
 */
export function readPublic(scope: TeamScope, input: { area: string; period: Period }): Public {
	const { place, towns, all } = placesOfPage(scope, input.area);
	const { period } = input;
	const figures = [...FIGURES.map((code) => ({ code })), ...VARIANTS];
	const readings = readingsFor(scope, figures, period, all);
	const surveys = readings.filter(
		({ indicator, variant }) =>
			variant === SURVEY || (variant === HEADLINE && (indicator === 'PP04' || indicator === 'PP06')),
	);
	return {
		asOf: asOfText(scope),
		areas: towns.map(({ code, name }) => ({ area: code, name })),
		readings,
		channels: channelsOf(scope, period, place),
		participation: participationOf(scope, period, place),
		margins: marginsOf(scope, surveys),
		disclosure: disclosureOf(scope, period, place),
		boards: boardsOf(scope, period, place),
	};
}

/** Events from the public by source, now and in the period before. */
function channelsOf(scope: TeamScope, period: Period, place: Place): Public['channels'] {
	const question = questionOf(scope, 'PP01', period);
	const earlier = questionOf(scope, 'PP01', shiftPeriod(period, -1));
	const reading = question && readFigure(question, place);
	if (!question || !reading || reading.den === null) {
		return { status: reading?.status ?? 'notConnected', total: 0, rows: [] };
	}
	const now = eventParts(question, place, 'source');
	const isKnownBefore = earlier !== null && readFigure(earlier, place).den !== null;
	const before = isKnownBefore ? eventParts(earlier, place, 'source') : null;
	const sources = [...new Set([...now.keys(), ...(before?.keys() ?? [])])].filter(
		(source) => describeSource(source)?.group === 'public',
	);
	const rows = sources.map((source) => ({
		source,
		label: partName(source, 'source'),
		isVoluntary: [now, before].some((parts) => (parts?.get(source)?.num ?? 0) > 0),
		count: now.get(source)?.den ?? 0,
		before: before === null ? null : (before.get(source)?.den ?? 0),
	}));
	rows.sort(
		(a, b) => Number(b.isVoluntary) - Number(a.isVoluntary) || b.count - a.count || (a.source < b.source ? -1 : 1),
	);
	return { status: 'ok', total: reading.den, rows };
}

function unknownStatus({ snapshot }: TeamScope, dataset: 'participation' | 'disclosure_item') {
	return snapshot.connected.has(dataset) ? ('notDelivered' as const) : ('notConnected' as const);
}

function participationOf(scope: TeamScope, period: Period, place: Place): Public['participation'] {
	const found = rowsOfLedger(scope, 'participation', { by: 'happened', field: 'held_on' }, period, place);
	if (found === null || found.chosen.length === 0) {
		return { status: unknownStatus(scope, 'participation'), rows: [], volunteers: null };
	}
	const sum = (field: string, rows: readonly number[]) => sumOfRows(rows, numbersOf(found.rows, field));
	const rows = groupRows(found.chosen, wordsOf(scope, found.rows, 'act_type')).map(([kind, own]) => ({
		kind,
		acts: own.length,
		persons: sum('persons', own) ?? 0,
		raised: sum('issues_raised', own),
		adopted: sum('issues_adopted', own),
		done: sum('issues_done', own),
	}));
	rows.sort((a, b) => b.persons - a.persons || (a.kind < b.kind ? -1 : 1));
	return { status: 'ok', rows, volunteers: volunteersOf(found) };
}

/** The newest statement of each area in the period. */
function volunteersOf({ rows, chosen, place }: ChosenRows): Public['participation']['volunteers'] {
	const registered = numbersOf(rows, 'volunteers_registered');
	const active = numbersOf(rows, 'volunteers_active');
	const heldOn = numbersOf(rows, 'held_on');
	const newest = new Map<number, number>();
	for (const row of chosen) {
		if (Number.isNaN(registered(row)) || Number.isNaN(active(row))) continue;
		const known = newest.get(place[row] as number);
		if (known === undefined || heldOn(row) >= heldOn(known)) newest.set(place[row] as number, row);
	}
	const own = [...newest.values()];
	const [all, busy] = [sumOfRows(own, registered), sumOfRows(own, active)];
	return all === null || busy === null ? null : { registered: all, active: busy };
}

/** What had to be made public by list; `complete` and `onTime` as ID01 and ID02 count them. */
function disclosureOf(scope: TeamScope, period: Period, place: Place): Public['disclosure'] {
	const complete = rowsOfFigure(scope, 'ID01', period, place);
	const onTime = rowsOfFigure(scope, 'ID02', period, place);
	const requests = requestsOf(scope, period, place);
	if (complete === null || onTime === null) {
		return { status: unknownStatus(scope, 'disclosure_item'), rows: [], requests };
	}
	const isPublished = happenedOn(scope, complete, 'published_on');
	const groups = groupRows(complete.chosen, wordsOf(scope, complete.rows, 'list_type'));
	return {
		status: complete.chosen.length === 0 ? 'notDelivered' : 'ok',
		rows: groups.map(([list, rows]) => ({
			list,
			due: rows.length,
			complete: rows.filter(complete.isHit).length,
			onTime: rows.filter(onTime.isHit).length,
			unpublished: rows.filter((row) => !isPublished(row)).length,
		})),
		requests,
	};
}

function requestsOf(scope: TeamScope, asked: Period, place: Place): Public['disclosure']['requests'] {
	const period = periodOfFigure(scope, 'ID05', asked);
	const found = rowsOfFigure(scope, 'ID05', period, place);
	if (found === null || !isFieldDelivered(found.rows, 'reply_due_on')) return null;
	const isReplied = happenedOn(scope, found, 'replied_on');
	return {
		period: period.code,
		due: found.chosen.length,
		onTime: found.chosen.filter(found.isHit).length,
		unanswered: found.chosen.filter((row) => !isReplied(row)).length,
	};
}

/** True where a day was delivered that is not after the as-of. */
function happenedOn({ snapshot }: TeamScope, { rows }: ChosenRows, field: string): (row: number) => boolean {
	const day = numbersOf(rows, field);
	const lastDay = dayOf(ledgerAsOf(eventIndexOf(snapshot), null) ?? 0);
	return (row) => day(row) <= lastDay;
}

/** The three conditions of ID04, each for itself. */
function boardsOf(scope: TeamScope, period: Period, place: Place): Public['boards'] {
	const found = rowsOfFigure(scope, 'ID04', period, place);
	const asOfS = ledgerAsOf(eventIndexOf(scope.snapshot), null);
	if (found === null || asOfS === null || !isFieldDelivered(found.rows, 'board_installed')) return null;
	const installed = numbersOf(found.rows, 'board_installed');
	const updated = numbersOf(found.rows, 'board_updated_on');
	const current = numbersOf(found.rows, 'board_current');
	const { lastDay } = ledgerWindowOf(period, asOfS);
	return {
		grids: found.chosen.length,
		installed: found.chosen.filter((row) => installed(row) === 1).length,
		fresh: found.chosen.filter((row) => updated(row) <= lastDay && updated(row) >= lastDay - FRESH_DAYS).length,
		current: found.chosen.filter((row) => current(row) === 1).length,
	};
}
