// 纠纷: by channel, type, stage, risk and mediator; confirmation by a court and its 30 days; performance, relapse; and the
// cases that stand, those that may turn criminal first. Desk only: counts below five are hidden, nobody is named.

import type { z } from 'zod';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { DisputesOutput } from '../../../shared/contract/schemas/collaboration.ts';
import { dayOf, startOfDay, toIso, toIsoDate } from '../../../shared/domain/shanghai-time.ts';
import { type CodedWord, isDelivered } from '../cache/collaboration-queries.ts';
import { type DisputeRow, listDisputes } from '../cache/dispute-queries.ts';
import type { EventScope } from '../events/event-service.ts';
import { isoOrNull } from '../events/event-shapes.ts';
import { requirePeriod } from '../events/frame-rows.ts';
import { type Place, placeOfCode } from '../indicators/area-tree.ts';
import { type EventIndex, eventIndexOf } from '../indicators/event-index.ts';
import { areaTest } from './event-cohorts.ts';
import { hideSmallCells, shownCount } from './small-cells.ts';

type Answer = z.infer<typeof DisputesOutput>;
type Cells = Answer['channels'];

/** Both sides may ask a court within this many natural days (人民调解法 art. 33). */
const CONFIRM_DAYS = 30;
const MOST_CASES = 300;
const MOST_MEDIATORS = 8;
/** Most serious first. */
const RISK_ORDER = ['violent', 'high', 'middle', 'low'];

function wordOf(code: string | null, raw: string | null): CodedWord | null {
	return raw === null ? null : { code, raw };
}

/** Counts by word, largest first; blanks stand last as null. */
function countWords(rows: readonly DisputeRow[], pick: (row: DisputeRow) => CodedWord | null, order?: string[]): Cells {
	const groups = new Map<string, { word: CodedWord | null; count: number }>();
	for (const row of rows) {
		const word = pick(row);
		const key = word === null ? '' : (word.code ?? word.raw);
		const group = groups.get(key);
		if (group) group.count += 1;
		else groups.set(key, { word, count: 1 });
	}
	const rank = ({ word }: { word: CodedWord | null }): number => {
		const at = order?.indexOf(word?.code ?? '') ?? -1;
		return word === null ? 99 : at < 0 ? 50 : at;
	};
	const cells = [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
	const shown = hideSmallCells(cells.map(({ count }) => count));
	return cells.map(({ word }, index) => ({ word, count: shown[index] ?? null }));
}

function isAgreed({ resultCode, closedAt }: DisputeRow): boolean {
	return resultCode === 'success' && closedAt !== null;
}

/** Last day on which a court can be asked to confirm; null without an agreement. */
export function confirmByDay(row: DisputeRow): number | null {
	return isAgreed(row) && row.closedAt !== null ? dayOf(row.closedAt) + CONFIRM_DAYS : null;
}

type ConfirmState = Answer['confirmation'][number]['state'];

/** Where an agreement stands with its 30 days. */
export function confirmStateOf(row: DisputeRow, nowS: number): ConfirmState | null {
	const day = confirmByDay(row);
	if (day === null) return null;
	if (row.judicialConfirm === 1) return 'confirmed';
	return startOfDay(day + 1) > nowS ? 'open' : 'over';
}

function stageWord(row: DisputeRow): CodedWord | null {
	return wordOf(row.stageCode, row.stageRaw);
}

function townNames(index: EventIndex): (areaId: number | null) => string | null {
	return (areaId) => {
		let at: Place | undefined = index.tree.places[areaId === null ? -1 : (index.tree.placeByAreaId.get(areaId) ?? -1)];
		while (at && at.level !== 'town') at = at.parent === null ? undefined : index.tree.places[at.parent];
		return at?.name ?? null;
	};
}

function riskRank({ riskCode }: DisputeRow): number {
	const rank = RISK_ORDER.indexOf(riskCode ?? '');
	return rank < 0 ? RISK_ORDER.length : rank;
}

/** Cases that stand: not closed, or an agreement whose 30 days still run; most serious first, then the oldest. */
function openCases(rows: readonly DisputeRow[], nowS: number): DisputeRow[] {
	const isOpen = ({ closedAt }: DisputeRow): boolean => closedAt === null || closedAt > nowS;
	return rows
		.filter((row) => isOpen(row) || confirmStateOf(row, nowS) === 'open')
		.sort(
			(a, b) =>
				riskRank(a) - riskRank(b) ||
				Number(isOpen(b)) - Number(isOpen(a)) ||
				(a.acceptedAt ?? 0) - (b.acceptedAt ?? 0) ||
				(a.disputeId < b.disputeId ? -1 : 1),
		);
}

function toCase(row: DisputeRow, townName: string | null, nowS: number): Answer['cases'][number] {
	const byDay = confirmStateOf(row, nowS) === 'open' ? confirmByDay(row) : null;
	return {
		disputeId: row.disputeId,
		eventId: row.eventId,
		type: wordOf(row.typeCode, row.typeRaw),
		risk: wordOf(row.riskCode, row.riskRaw),
		channel: wordOf(row.channelCode, row.channelRaw),
		stage: stageWord(row),
		mediator: row.mediator,
		townName,
		acceptedAt: isoOrNull(row.acceptedAt),
		daysOpen: row.acceptedAt === null ? null : dayOf(Math.min(row.closedAt ?? nowS, nowS)) - dayOf(row.acceptedAt),
		confirmBy: byDay === null ? null : toIsoDate(byDay),
		confirmDaysLeft: byDay === null ? null : byDay - dayOf(nowS),
	};
}

/** Counts of agreements made in the period: confirmed or not, performed or not, broken out again or not. */
function countAgreements(agreed: readonly DisputeRow[], nowS: number) {
	const states = ['confirmed', 'open', 'over'] as const;
	const confirmed = hideSmallCells(
		states.map((state) => agreed.filter((row) => confirmStateOf(row, nowS) === state).length),
	);
	const answers = [true, false, null] as const;
	const relapses = hideSmallCells(
		answers.map((has) => agreed.filter(({ relapse }) => (relapse === null ? null : relapse === 1) === has).length),
	);
	return {
		confirmation: states.map((state, index) => ({ state, count: confirmed[index] ?? null })),
		performance: countWords(agreed, (row) => wordOf(row.performedCode, row.performedRaw), ['done', 'partly', 'not']),
		relapse: answers.map((hasRelapsed, index) => ({ hasRelapsed, count: relapses[index] ?? null })),
	};
}

/** The whole answer. Throws GridHelmError E_UNKNOWN_AREA, E_PERIOD. */
export function getDisputes(scope: EventScope, input: ParsedInput<'collaboration.getDisputes'>): Answer {
	const { db, snapshot, nowS } = scope;
	const index = eventIndexOf(snapshot);
	const place = placeOfCode(index.tree, input.area);
	const { startS, endS } = requirePeriod(input.period);
	const isInside = areaTest(index, place);
	const all = listDisputes(db, nowS).filter(({ areaId }) => isInside(areaId));
	const inPeriod = (atS: number | null): boolean => atS !== null && atS >= startS && atS < endS && atS <= nowS;
	const rows = all.filter(({ acceptedAt }) => inPeriod(acceptedAt));
	const agreed = all.filter((row) => isAgreed(row) && inPeriod(row.closedAt));
	const cases = openCases(all, nowS);
	const townOf = townNames(index);
	return {
		asOf: isoOrNull(snapshot.asOfS),
		now: toIso(nowS),
		isConnected: isDelivered(db, 'dispute'),
		total: shownCount(rows.length),
		channels: countWords(rows, (row) => wordOf(row.channelCode, row.channelRaw)),
		types: countWords(rows, (row) => wordOf(row.typeCode, row.typeRaw)),
		stages: countWords(rows, stageWord, ['accepted', 'mediating', 'closed']),
		risks: countWords(rows, (row) => wordOf(row.riskCode, row.riskRaw), RISK_ORDER),
		results: countWords(
			rows.filter(({ closedAt }) => closedAt !== null),
			(row) => wordOf(row.resultCode, row.resultRaw),
		),
		mediators: countWords(rows, ({ mediator }) => wordOf(mediator, mediator)).slice(0, MOST_MEDIATORS),
		...countAgreements(agreed, nowS),
		cases: cases.slice(0, MOST_CASES).map((row) => toCase(row, townOf(row.areaId), nowS)),
		caseTotal: cases.length,
	};
}
