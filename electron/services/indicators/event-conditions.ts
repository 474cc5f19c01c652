// What a declared condition, exclusion or cohort means for one event (figures.md, Events). Some hold in every
// period and are bits of the event's traits; the others depend on the period and on what is known.

import type { Cohort, Condition, Exclusion } from './definition-schema.ts';
import { EVENT_FLAG } from './event-columns.ts';
import type { EventIndex } from './event-index.ts';
import { TRAIT } from './event-traits.ts';

/** A reporting period and what is known: seconds are epoch seconds, days Shanghai day numbers, ends exclusive. */
export interface FigureWindow {
	startS: number;
	endS: number;
	startDay: number;
	endDay: number;
	/** Latest as-of asked for; null for what the data has. */
	asOfS: number | null;
	/** As-of by source system id; what lies after it has not happened. */
	asOfBySource: Uint32Array;
	/** Smallest and largest as-of of the sources in use. */
	minAsOfS: number;
	maxAsOfS: number;
}

const DAY_S = 86_400;

/** Cohorts of the last days up to t, and how many days those are. */
export const DAYS_OF_COHORT: Partial<Record<Cohort, number>> = {
	acceptedIn7Days: 7,
	acceptedIn63Days: 63,
	acceptedIn180Days: 180,
	closedIn28Days: 28,
};

export type RowTest = (row: number) => boolean;

/** Conditions that a bit decides, and whether it must be set. */
export const TRAIT_CONDITIONS: Partial<Record<Condition, { bit: number; isSet: boolean }>> = {
	notPaused: { bit: TRAIT.paused, isSet: false },
	severityOneOrTwo: { bit: TRAIT.urgent, isSet: true },
	selfClosed: { bit: TRAIT.selfClosed, isSet: true },
	unlocated: { bit: TRAIT.located, isSet: false },
	crossDept: { bit: TRAIT.crossDept, isSet: true },
	proactive: { bit: TRAIT.proactive, isSet: true },
	public: { bit: TRAIT.public, isSet: true },
	voluntary: { bit: TRAIT.voluntary, isSet: true },
	gridStaff: { bit: TRAIT.gridStaff, isSet: true },
	resolvedInGrid: { bit: TRAIT.resolvedInGrid, isSet: true },
	resolvedInVillage: { bit: TRAIT.resolvedInVillage, isSet: true },
	rated: { bit: TRAIT.rated, isSet: true },
	satisfied: { bit: TRAIT.satisfied, isSet: true },
	published: { bit: TRAIT.published, isSet: true },
	reworkedOrReopened: { bit: TRAIT.reworkedOrReopened, isSet: true },
	returned: { bit: TRAIT.returned, isSet: true },
	returnedAgain: { bit: TRAIT.returnedAgain, isSet: true },
	online: { bit: TRAIT.online, isSet: true },
	atDeclaredGrid: { bit: TRAIT.atDeclaredGrid, isSet: true },
	soundReport: { bit: TRAIT.soundReport, isSet: true },
};

/** The bits of which any takes an event out of a figure. */
export const EXCLUSION_BITS: Record<Exclusion, number> = {
	noLimit: TRAIT.noLimit,
	noDueTime: TRAIT.noLimit | TRAIT.flagOnly,
	selfClosed: TRAIT.selfClosed,
	clockFault: TRAIT.clockFault,
};

/** Closed at `t`: closing time not after t and not re-worked or re-opened after it. */
export function isClosedAt(index: EventIndex, row: number, t: number): boolean {
	const closedAt = index.events.closedAt[row] as number;
	if (closedAt === 0 || closedAt > t) return false;
	if (((index.traits[row] as number) & TRAIT.reopened) === 0) return true;
	// A re-opening without a time of its own counts at once from the closing that it undid.
	return (index.events.reopenedAt[row] as number) > t;
}

/** A condition as a test of rows in a window. */
export function compileCondition(condition: Condition, index: EventIndex, window: FigureWindow): RowTest {
	const { events, traits } = index;
	const { asOfBySource, endS } = window;
	const { flags, dueAt, dueAtOrig, disposedAt, closedAt, statusClosedAt, sourceSystemId } = events;
	const asOf = (row: number): number => asOfBySource[sourceSystemId[row] as number] as number;
	const momentOf = (row: number): number => Math.min(endS, asOf(row));

	function isDisposedAt(row: number, t: number): boolean {
		const disposal = (disposedAt[row] as number) || (closedAt[row] as number);
		return disposal !== 0 && disposal <= t;
	}

	function isInLimit(row: number, limitS: number): boolean {
		// Without a limit only the flag that the source reports can tell.
		if (limitS === 0) return ((flags[row] as number) & EVENT_FLAG.reportedOnTime) !== 0;
		return isDisposedAt(row, Math.min(limitS, asOf(row)));
	}

	/** A closing status without a closing time counts from the as-of of the export that brought it. */
	function isClosedByStatus(row: number): boolean {
		const isByStatus = closedAt[row] === 0 && ((traits[row] as number) & TRAIT.closingStatus) !== 0;
		return isByStatus && (statusClosedAt[row] as number) <= asOf(row);
	}

	/** Where a flag stands for the limit there is often no time of disposal either; then the status tells. */
	function isDoneByStatus(row: number): boolean {
		return ((traits[row] as number) & TRAIT.flagOnly) !== 0 && isClosedByStatus(row);
	}

	const trait = TRAIT_CONDITIONS[condition];
	if (trait) return (row) => (((traits[row] as number) & trait.bit) !== 0) === trait.isSet;
	switch (condition) {
		case 'closed':
			return (row) => isClosedAt(index, row, asOf(row)) || isClosedByStatus(row);
		case 'disposed':
			return (row) => isDisposedAt(row, asOf(row)) || isDoneByStatus(row);
		case 'disposedInLimit':
			return (row) => isInLimit(row, dueAt[row] as number);
		case 'disposedInOriginalLimit':
			return (row) => isInLimit(row, (dueAtOrig[row] as number) || (dueAt[row] as number));
		case 'undisposed':
			return (row) => !isDisposedAt(row, momentOf(row));
		case 'overdueOrNoLimit':
			return (row) => (dueAt[row] as number) < momentOf(row);
		case 'proactiveOrPublic':
			return (row) => ((traits[row] as number) & (TRAIT.proactive | TRAIT.public)) !== 0;
		default:
			throw new Error(`condition ${condition} has no meaning`);
	}
}

/** Membership of a cohort. A record that was never accepted belongs to the period of its report, for the ladder. */
export function compileCohort(cohort: Cohort, index: EventIndex, window: FigureWindow): RowTest {
	const { acceptedAt, reportedAt, closedAt, dispatchedAt, sourceSystemId } = index.events;
	const { dueInstant } = index;
	const { startS, endS, asOfBySource } = window;
	const asOf = (row: number): number => asOfBySource[sourceSystemId[row] as number] as number;
	const isIn = (row: number, atS: number): boolean => atS >= startS && atS < endS && atS <= asOf(row);
	const arrival = (row: number): number => (acceptedAt[row] as number) || (reportedAt[row] as number);
	const isLately = (row: number, atS: number, days: number): boolean => {
		const t = Math.min(endS, asOf(row));
		return atS <= t && atS > t - days * DAY_S;
	};
	const days = DAYS_OF_COHORT[cohort];
	if (days !== undefined) {
		return (row) => isLately(row, cohort === 'closedIn28Days' ? (closedAt[row] as number) : arrival(row), days);
	}
	switch (cohort) {
		case 'acceptedInPeriod':
			return (row) => isIn(row, arrival(row));
		case 'closedInPeriod':
			return (row) => isIn(row, closedAt[row] as number);
		case 'dueInPeriod':
			return (row) => isIn(row, (dueInstant[row] as number) || arrival(row));
		case 'dispatchedInPeriod':
			return (row) => isIn(row, dispatchedAt[row] as number);
		case 'reportedInPeriod':
			return (row) => isIn(row, (reportedAt[row] as number) || (acceptedAt[row] as number));
		case 'openAt':
			return (row) => {
				const t = Math.min(endS, asOf(row));
				const at = arrival(row);
				return at !== 0 && at <= t && !isClosedAt(index, row, t);
			};
		default:
			throw new Error(`cohort ${cohort} has no meaning`);
	}
}
