// The life in the sample's events: order of instants, statuses, shares, rhythm, and that nothing lies after the end.

import { describe, expect, it } from 'vitest';
import { dueTimeOf, parseTimeLimit, type TimeLimit } from '../../../electron/services/indicators/time-limits.ts';
import { loadWorkingCalendar } from '../../../electron/services/indicators/working-calendar.ts';
import { DEMO_DISTRICT } from '../../../electron/services/sample/demo-district.ts';
import { makeDistrict } from '../../../electron/services/sample/make-district.ts';
import { makeEvents, type SampleEvent } from '../../../electron/services/sample/make-events.ts';
import { makeSteps } from '../../../electron/services/sample/make-steps.ts';
import { isInsideRing, type Ring } from '../../../electron/services/sample/region-outlines.ts';
import { dayOf, toIsoDate } from '../../../shared/domain/shanghai-time.ts';

const district = makeDistrict({ seed: DEMO_DISTRICT.seed, gridCount: DEMO_DISTRICT.grids });
const { seed, events: eventCount, years, endS } = DEMO_DISTRICT;
const events = [...makeEvents(district, { seed, eventCount, years, endS })];
const calendar = loadWorkingCalendar();

const share = (some: readonly unknown[], all: readonly unknown[]): number => some.length / all.length;
const valid = events.filter((event) => ![11, 90, 91].includes(event.status) && !event.class.code.startsWith('09'));
const accepted = valid.filter((event) => event.acceptedS > 0 || event.isSelfClosed);
const handled = accepted.filter((event) => !event.isSelfClosed);
const isOpen = (event: SampleEvent): boolean => event.closedS === 0 || event.status === 52;
const open = handled.filter(isOpen);
const overdue = open.filter((event) => event.disposedS === 0 && event.status !== 41 && event.dueS < endS);
const onTime = (some: readonly SampleEvent[]): number => {
	const due = some.filter((event) => event.dueS <= endS);
	return share(
		due.filter((event) => event.disposedS > 0 && event.disposedS <= event.dueS),
		due,
	);
};

describe('events of the demonstration district', { timeout: 30_000 }, () => {
	it('are exactly as many as asked, each with its own number, in order of report', () => {
		expect(events).toHaveLength(eventCount);
		expect(new Set(events.map((event) => event.id)).size).toBe(eventCount);
		const early = events.filter((event, index) => event.reportedS < (events[index - 1]?.reportedS ?? 0));
		expect(early).toEqual([]);
		expect(toIsoDate(dayOf(events[0]?.reportedS as number))).toBe('2024-11-23');
	});

	it('have no instant after the end but due times, and instants in the order of the life cycle', () => {
		const wrong = events.filter((event) => {
			const path = [
				event.reportedS,
				event.acceptedS,
				event.dispatchedS,
				event.signedS,
				event.disposedS,
				event.firstClosedS,
				event.closedS,
			].filter((atS) => atS > 0);
			return path.some((atS, index) => atS > endS || !Number.isInteger(atS) || atS < (path[index - 1] ?? 0));
		});
		expect(wrong).toEqual([]);
	});

	it('have the status that their instants tell', () => {
		const agrees = (event: SampleEvent): boolean => {
			const { status, acceptedS, dispatchedS, signedS, disposedS, closedS } = event;
			if (event.isSelfClosed) return acceptedS === 0 && closedS > 0 && event.sourceCode < '03';
			if (status === 10 || status === 11) return acceptedS === 0;
			if (status === 20) return acceptedS > 0 && dispatchedS === 0;
			if (status === 30) return dispatchedS > 0 && signedS === 0;
			if (status === 31 || status === 41 || status === 51) return signedS > 0 && disposedS === 0;
			if (status === 50) return disposedS > 0 && closedS === 0;
			if (status === 52) return event.reopenedS > 0;
			return status >= 90 || status === 32 || closedS > 0;
		};
		expect(events.filter((event) => !agrees(event))).toEqual([]);
	});

	it('have limits by class on the working calendar, moved only by a pause or an extension', () => {
		const wrong = events.filter((event) => {
			if (event.dueOrigS === 0) return event.acceptedS > 0;
			const limit = parseTimeLimit(event.class.limit) as TimeLimit;
			const isMoved = event.extendCnt > 0 || event.resumedS > 0;
			const expected = dueTimeOf(event.acceptedS || event.reportedS, limit, calendar);
			return event.dueOrigS !== expected || event.dueS > event.dueOrigS !== isMoved;
		});
		expect(wrong).toEqual([]);
	});

	it('have steps in order of time that agree with the event', () => {
		let count = 0;
		const wrong = events.filter((event) => {
			const steps = makeSteps(event);
			count += steps.length;
			const isInOrder = steps.every(
				(step, index) => step.seq === index + 1 && step.opS <= endS && step.opS >= step.receivedS,
			);
			const closing = steps.findLast((step) => step.op === '结案' || step.op === '自报自结');
			const isClosed = [60, 61, 70].includes(event.status);
			const returns = steps.filter((step) => step.op === '回退').length;
			return !isInOrder || (isClosed && closing?.opS !== event.closedS) || returns !== (event.returnedS > 0 ? 1 : 0);
		});
		expect(wrong).toEqual([]);
		expect(count / events.length).toBeGreaterThan(3.5);
		expect(count / events.length).toBeLessThan(5.5);
	});

	it('have the shares of a real district', () => {
		const patrol = accepted.filter((event) => event.sourceCode < '03');
		expect(
			share(
				patrol.filter((event) => event.isSelfClosed),
				patrol,
			),
		).toBeGreaterThan(0.6);
		expect(
			share(
				patrol.filter((event) => event.isSelfClosed),
				patrol,
			),
		).toBeLessThan(0.75);
		expect(
			share(
				events.filter((event) => event.class.code.startsWith('09')),
				events,
			),
		).toBeCloseTo(0.06, 1);
		expect(
			share(
				events.filter((event) => event.status === 90),
				events,
			),
		).toBeCloseTo(0.0143, 2);
		expect(
			share(
				events.filter((event) => event.status === 91),
				events,
			),
		).toBeCloseTo(0.0093, 2);
		expect(
			share(
				events.filter((event) => event.status === 11),
				events,
			),
		).toBeCloseTo(0.0033, 2);
		const unlocated = accepted.filter((event) => event.gridCode === '' && event.lng === null);
		expect(Math.abs(share(unlocated, accepted) - 0.03)).toBeLessThan(0.007);
		const perThousand = (1000 * handled.length) / 24 / (district.units[0]?.population as number);
		expect(Math.abs(perThousand - 7)).toBeLessThan(1);
	});

	it('are on time by about 93 %, more in the well-run town, fewer in the badly run one and in the slow department', () => {
		const ofTown = (name: string): SampleEvent[] => handled.filter((event) => event.townName === name);
		expect(Math.abs(onTime(handled) - 0.93)).toBeLessThan(0.015);
		expect(onTime(ofTown('汀兰街道'))).toBeGreaterThan(0.965);
		expect(Math.abs(onTime(ofTown('银碶镇')) - 0.82)).toBeLessThan(0.03);
		const slow = handled.filter((event) => event.leadUnit === '住建局');
		expect(onTime(slow)).toBeLessThan(0.88);
		const returned = slow.filter((event) => event.returnCnt > 0);
		expect(share(returned, slow)).toBeGreaterThan(0.12);
	});

	it('leave a true picture of the last morning: open, overdue, due today', () => {
		expect(Math.abs(open.length - 300)).toBeLessThan(40);
		expect(Math.abs(overdue.length - 20)).toBeLessThan(6);
		const deep = overdue.filter((event) => endS - event.dueS > event.dueS - event.acceptedS);
		expect(Math.abs(deep.length - 3)).toBeLessThan(3);
		const dueToday = open.filter(
			(event) => event.disposedS === 0 && event.dueS >= endS && dayOf(event.dueS) === dayOf(endS),
		);
		expect(Math.abs(dueToday.length - 24)).toBeLessThan(9);
		for (const status of [30, 31, 41, 50, 51, 52]) expect(open.some((event) => event.status === status)).toBe(true);
	});

	it('know weekends, the quiet of Spring Festival and one typhoon day with fourfold emergencies and water', () => {
		const perDay = new Map<number, number>();
		for (const event of events) perDay.set(dayOf(event.reportedS), (perDay.get(dayOf(event.reportedS)) ?? 0) + 1);
		const sunday = dayOf(endS) - 1;
		expect(perDay.get(sunday) as number).toBeLessThan(0.8 * (perDay.get(sunday - 6) as number));
		const typhoon = [...perDay].sort((a, b) => b[1] - a[1])[0]?.[0] as number;
		expect(toIsoDate(typhoon)).toMatch(/^2026-0[789]-/);
		const isWet = (event: SampleEvent): boolean => event.class.code.startsWith('10') || event.class.code === '0504';
		const wet = events.filter(isWet);
		const onTyphoon = wet.filter((event) => dayOf(event.reportedS) === typhoon);
		expect(onTyphoon.length).toBeGreaterThan((4 * wet.length) / perDay.size);
		const newYear = dayOf(Date.UTC(2026, 1, 17) / 1000);
		expect(perDay.get(newYear) as number).toBeLessThan(0.5 * (perDay.get(newYear - 40) as number));
	});

	it('have points in their own grid, but for about one in a hundred', () => {
		const rings = new Map(district.grids.map((grid) => [grid.code, grid.polygons[0] as Ring[]]));
		const placed = events.filter((event) => event.gridCode !== '' && event.lng !== null).slice(0, 20_000);
		const astray = placed.filter((event) => {
			const [outer, ...holes] = rings.get(event.gridCode) as Ring[];
			const point: [number, number] = [event.lng as number, event.lat as number];
			return !isInsideRing(point, outer as Ring) || holes.some((hole) => isInsideRing(point, hole));
		});
		expect(Math.abs(share(astray, placed) - 0.01)).toBeLessThan(0.006);
	});

	it('hold no personal data and no character that a CSV must quote', () => {
		const personal = /[,"\r\n]|1[3-9]\d{9}|\d{15,}|(?:身份证|电话|先生|女士)/;
		expect(events.filter((event) => personal.test(event.description + event.title))).toEqual([]);
	});
});
