// One event from report to archive (domain.md §1.3, §4.5): its instants, limits, returns, pauses, status at the end.
// Everything after the as-of of the export is cut off: it has not happened yet.

import { dueTimeOf, parseTimeLimit, type TimeLimit } from '../indicators/time-limits.ts';
import { loadWorkingCalendar } from '../indicators/working-calendar.ts';
import type { EventClass } from './event-classes.ts';
import { lastOfficeInstant, nextOfficeInstant } from './office-clock.ts';
import { TOWN_PLANS } from './place-names.ts';
import { pickInteger, type Random } from './random.ts';
import { townQuality } from './sample-table.ts';

/** Instants are epoch seconds; 0 = has not happened (or is not recorded). */
export interface EventLife {
	reportedS: number;
	acceptedS: number;
	dispatchedS: number;
	signedS: number;
	disposedS: number;
	closedS: number;
	dueS: number;
	dueOrigS: number;
	isSelfClosed: boolean;
	leadUnit: string;
	/** Status code of domain.md §4.5. */
	status: number;
	pauseMinutes: number;
	returnCnt: number;
	reworkCnt: number;
	extendCnt: number;
	urgeCnt: number;
	/** 0 none, 1 普通, 2 黄牌, 3 红牌. */
	superviseLevel: number;
	/** 1–5; 0 not rated. */
	satisfaction: number;
	/** Turns on the way; 0 = none. */
	returnedS: number;
	pausedS: number;
	/** When the extension was applied for. */
	extendedS: number;
	resumedS: number;
	failedCheckS: number;
	firstClosedS: number;
	reopenedS: number;
}

export interface LifeStart {
	class: EventClass;
	isPatrol: boolean;
	isPublic: boolean;
	reportedS: number;
	endS: number;
	townIndex: number;
	townName: string;
	villageName: string;
}

const DAY_S = 86_400;
const calendar = loadWorkingCalendar();
const limits = new Map<string, TimeLimit>();

function dueInstant(rule: string, startS: number): number {
	let limit = limits.get(rule);
	if (limit === undefined) {
		limit = parseTimeLimit(rule) as TimeLimit;
		limits.set(rule, limit);
	}
	return dueTimeOf(startS, limit, calendar);
}

/** The department that takes its time and sends much back. */
const SLOW_UNIT = '住建局';

/** Lets an event run its course and cuts it off at the end. */
export function liveEvent(random: Random, start: LifeStart): EventLife {
	const { class: kind, reportedS } = start;
	const life: EventLife = {
		reportedS,
		acceptedS: 0,
		dispatchedS: 0,
		signedS: 0,
		disposedS: 0,
		closedS: 0,
		dueS: 0,
		dueOrigS: 0,
		isSelfClosed: false,
		leadUnit: kind.lead.startsWith('@') ? start.townName + kind.lead.slice(1) : kind.lead,
		status: 10,
		pauseMinutes: 0,
		returnCnt: 0,
		reworkCnt: 0,
		extendCnt: 0,
		urgeCnt: 0,
		superviseLevel: 0,
		satisfaction: 0,
		returnedS: 0,
		pausedS: 0,
		extendedS: 0,
		resumedS: 0,
		failedCheckS: 0,
		firstClosedS: 0,
		reopenedS: 0,
	};
	if (start.isPatrol && random() < kind.selfClosed && closeOnTheSpot(life, start, random)) return life;
	runCourse(life, start, random);
	return life;
}

/** Self-reported and self-closed: done within the half hour. False when the end comes before. */
function closeOnTheSpot(life: EventLife, start: LifeStart, random: Random): boolean {
	const disposedS = start.reportedS + 90 + Math.floor(random() * random() * 2400);
	if (disposedS > start.endS) return false;
	life.isSelfClosed = true;
	life.leadUnit = start.villageName;
	life.disposedS = disposedS;
	life.closedS = disposedS;
	life.dueOrigS = dueInstant(start.class.limit, start.reportedS);
	life.dueS = life.dueOrigS;
	life.status = start.endS - disposedS > 5 * DAY_S ? 70 : 60;
	// Where the grid members are trained badly, more of what they report is void.
	const lot = random() / (1 + 5 * (1 - townQuality(start.townIndex)) ** 2);
	if (lot < 0.012) {
		life.status = 90;
	} else if (lot < 0.016) {
		life.status = 91;
	}
	return true;
}

function runCourse(life: EventLife, start: LifeStart, random: Random): void {
	const { class: kind, endS } = start;
	const isUrgent = kind.severity <= 2;
	// The centre is on duty day and night; handling units sign in office hours unless the matter is urgent.
	const duty = (fromS: number, minutes: number): number => Math.round(fromS + 60 + random() * random() * minutes * 60);
	const soon = (fromS: number, minutes: number): number => {
		const at = isUrgent ? fromS : nextOfficeInstant(fromS);
		return Math.round(at + 60 + random() * random() * minutes * 60);
	};
	const fate = random();
	const acceptedS = duty(life.reportedS, isUrgent ? 22 : 95);
	if (acceptedS > endS) return;
	if (fate < 0.006) {
		life.status = 11;
		return;
	}
	life.acceptedS = acceptedS;
	life.dueOrigS = dueInstant(kind.limit, acceptedS);
	life.dueS = life.dueOrigS;
	life.status = 20;
	const dispatchedS = duty(acceptedS, isUrgent ? 25 : 120);
	if (dispatchedS > endS) return;
	life.dispatchedS = dispatchedS;
	if (fate < 0.036) {
		life.status = fate < 0.022 ? 90 : 91;
		return;
	}
	life.status = 30;
	const isSlow = life.leadUnit === SLOW_UNIT;
	const sign = (fromS: number): number =>
		random() < 0.72 ? duty(fromS, isUrgent ? 50 : 200) : soon(fromS, isUrgent ? 60 : 260);
	let signedS = sign(dispatchedS);
	if (random() < (isSlow ? 0.17 : 0.032) && kind.severity > 1) {
		// Sent back, and dispatched again.
		const returnedS = soon(signedS, isUrgent ? 90 : 200);
		if (signedS > endS) return;
		life.signedS = signedS;
		if (returnedS > endS) {
			life.status = 31;
			return;
		}
		life.returnedS = returnedS;
		life.returnCnt = isSlow && random() < 0.15 ? 2 : 1;
		life.status = 32;
		const againS = duty(returnedS, 150);
		if (againS > endS) return;
		life.dispatchedS = againS;
		life.status = 30;
		life.signedS = 0;
		signedS = sign(againS);
	}
	if (signedS > endS) return;
	life.signedS = signedS;
	life.status = 31;

	const isLong = life.dueOrigS - acceptedS > 2 * DAY_S;
	const pauses = random() < (kind.l1 === '矛盾纠纷' ? 0.05 : 0.016);
	if (isLong && pauses && !pauseOnTheWay(life, endS, kind.l1 === '矛盾纠纷' ? 32 : 9, random)) return;
	if (isLong && random() < 0.02 && life.pausedS === 0) extendLimit(life, endS, random);

	const disposedS = findDisposal(life, start, isSlow, random);
	chaseIfLate(life, disposedS, endS, random);
	if (random() < 0.028) {
		// The check fails half-way and the work is done again.
		const failedS = Math.round(life.signedS + (disposedS - life.signedS) * (0.4 + 0.4 * random()));
		if (failedS <= endS) {
			life.failedCheckS = failedS;
			life.reworkCnt = 1;
			life.status = disposedS > endS ? 51 : 31;
		}
	}
	if (disposedS > endS) return;
	life.disposedS = disposedS;
	life.status = 50;
	const closedS = Math.round(
		disposedS + (isUrgent ? 600 + random() * random() * 7 * 3600 : 1800 + random() * random() * 72 * 3600),
	);
	if (closedS > endS) return;
	life.closedS = closedS;
	finish(life, start, random);
}

/** Paused for a reason; false when it is still paused at the end. */
function pauseOnTheWay(life: EventLife, endS: number, days: number, random: Random): boolean {
	const pausedS = nextOfficeInstant(life.signedS + 1800 + random() * 0.5 * (life.dueOrigS - life.signedS));
	if (pausedS > endS || pausedS >= life.dueOrigS) return true;
	const resumedS = nextOfficeInstant(pausedS + DAY_S * (1 + days * random()));
	life.pausedS = pausedS;
	life.pauseMinutes = Math.floor((Math.min(resumedS, endS) - pausedS) / 60);
	if (resumedS > endS) {
		life.status = 41;
		return false;
	}
	life.resumedS = resumedS;
	life.dueS = life.dueOrigS + (resumedS - pausedS);
	return true;
}

/** Once, before the limit is over, by at most the limit itself. */
function extendLimit(life: EventLife, endS: number, random: Random): void {
	const appliedS = lastOfficeInstant(life.dueOrigS - 3600 - random() * 0.4 * (life.dueOrigS - life.signedS));
	if (appliedS > endS || appliedS <= life.signedS) return;
	life.extendCnt = 1;
	life.extendedS = appliedS;
	const days = Math.max(1, Math.floor(((life.dueOrigS - life.acceptedS) / DAY_S) * (0.5 + 0.4 * random())));
	life.dueS = life.dueOrigS + days * DAY_S;
}

/** When the work is done: mostly in time, in office hours unless urgent. */
function findDisposal(life: EventLife, start: LifeStart, isSlow: boolean, random: Random): number {
	const { class: kind, townIndex } = start;
	const town = TOWN_PLANS[townIndex] as (typeof TOWN_PLANS)[number];
	const onTime = town.onTime - (isSlow ? 0.1 : -0.018) + (kind.severity === 1 ? 0.01 : 0);
	const fromS = life.resumedS > 0 ? life.resumedS : life.signedS;
	const span = life.dueS - fromS;
	const isUrgent = kind.severity <= 2;
	if (random() < onTime && span > 120) {
		const pace = span > 8 * DAY_S ? 0.18 + 0.7 * random() : 0.07 + 0.86 * random() ** 1.75;
		const atS = fromS + span * (isSlow ? 0.35 + 0.6 * pace : pace);
		if (isUrgent && span < 2 * DAY_S) return Math.round(atS);
		const officeS = lastOfficeInstant(atS);
		const inOffice = officeS > fromS + 300 ? officeS : nextOfficeInstant(atS);
		// Not all at the stroke of the hour at which the office closes.
		const spread = Math.round(inOffice - random() * 2400);
		if (inOffice <= life.dueS) return Math.max(spread, Math.round(fromS + 60));
		return Math.round(Math.min(atS, life.dueS));
	}
	const limit = Math.max(3600, life.dueS - life.acceptedS);
	const share = random() < 0.025 ? 1 + 1.3 * random() : 0.86 * random() ** 0.5;
	const over = share * Math.min(limit, 9 * DAY_S);
	const lateS = Math.max(life.dueS, fromS) + 600 + over;
	// What is late and short is often finished on a day off.
	const atOnce = limit < 2 * DAY_S ? isUrgent || random() < 0.8 : random() < 0.5;
	return Math.round(atOnce ? lateS : nextOfficeInstant(lateS) + random() * 3600);
}

/** Urges and supervision while an event is late. */
function chaseIfLate(life: EventLife, disposedS: number, endS: number, random: Random): void {
	const lateS = Math.min(disposedS, endS) - life.dueS;
	if (lateS <= 0) {
		if (random() < 0.03) life.urgeCnt = 1;
		return;
	}
	life.urgeCnt = Math.min(4, 1 + Math.floor(lateS / DAY_S / 1.6));
	if (lateS < 0.3 * DAY_S && random() < 0.4) life.urgeCnt = 0;
	const over = lateS / Math.max(3600, life.dueS - life.acceptedS);
	life.superviseLevel = over > 1 ? 3 : over > 0.6 ? 2 : lateS > DAY_S ? pickInteger(random, 0, 1) : 0;
}

/** After the first close: call back, archive, perhaps a second round. */
function finish(life: EventLife, start: LifeStart, random: Random): void {
	const { endS } = start;
	if (start.isPublic && random() < 0.62) {
		const lot = random();
		life.satisfaction = lot < 0.55 ? 5 : lot < 0.95 ? 4 : lot < 0.98 ? 3 : lot < 0.993 ? 2 : 1;
	}
	const reopens = random() < (life.satisfaction > 0 && life.satisfaction < 4 ? 0.3 : 0.006);
	if (reopens) {
		const reopenedS = nextOfficeInstant(life.closedS + DAY_S * (0.5 + 6 * random()));
		if (reopenedS <= endS) {
			life.reopenedS = reopenedS;
			life.reworkCnt += 1;
			const againS = nextOfficeInstant(reopenedS + DAY_S * (0.5 + 5 * random()));
			if (againS > endS) {
				life.status = 52;
				return;
			}
			life.firstClosedS = life.closedS;
			life.closedS = againS;
		}
	}
	const age = endS - life.closedS;
	life.status = age > 9 * DAY_S ? 70 : start.isPublic && age < 3 * DAY_S && life.satisfaction === 0 ? 61 : 60;
	if (life.status === 61) life.satisfaction = 0;
}
