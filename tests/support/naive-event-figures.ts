// The second program for the rest of the figures that stand on events (see naive-figures.ts): plain loops over plain rows,
// written from figures.md and domain.md, sharing nothing with the engine.

import type { Facts, NaiveFigure, NaiveQuestion } from './naive-figures.ts';
import { at, count, isClosedAt, ratio } from './naive-figures.ts';

const DAY = 86_400;
const PUBLIC = ['03', '04', '05', '06', '07', '13', '15'];
const PROACTIVE = ['01', '02', '11', '12'];

/** One figure by the words of the documents. */
export function naiveEventFigure(question: NaiveQuestion): NaiveFigure {
	const { indicator, variant, area, all, valid, start, end } = question;
	const isIn = (time: number | null, facts: Facts): boolean =>
		time !== null && time >= start && time < end && time <= facts.asOf;
	const notSelf = ({ event }: Facts): boolean => event.selfClosed !== true;
	const isLately = (time: number | null, facts: Facts, days: number): boolean => {
		const t = Math.min(end, facts.asOf);
		return time !== null && time <= t && time > t - days * DAY;
	};
	const share = (of: readonly Facts[], isHit: (facts: Facts) => boolean): NaiveFigure =>
		ratio(of.filter(isHit).length, of.length, 100);
	const received = valid.filter((facts) => isIn(facts.accepted, facts));
	const closed = valid.filter((facts) => isIn(facts.closed, facts));
	const level = ({ event }: Facts): number => event.handlingLevel ?? 0;

	switch (indicator) {
		case 'OP06': {
			const isAsked = variant === 'all' ? () => true : notSelf;
			const open = valid.filter((facts) => {
				const t = Math.min(end, facts.asOf);
				return (facts.accepted ?? 0) <= t && !isClosedAt(facts, t) && isAsked(facts);
			});
			return ratio(
				open.length,
				valid.filter((facts) => isLately(facts.closed, facts, 28) && isAsked(facts)).length,
				28,
			);
		}
		case 'OP07':
			return share(variant === 'all' ? closed : closed.filter(notSelf), ({ event }) =>
				[(event.reworks ?? 0) > 0, event.reopenedEver === true, event.status === 52].includes(true),
			);
		case 'OP08':
			return share(received.filter(notSelf), (facts) => isRecurring(facts, all));
		case 'OP10':
			return count(hotGrids(question, isLately).length);
		case 'TM05': {
			const reported = all.filter((facts) => {
				const time = at(facts.event.reported) ?? at(facts.event.accepted);
				return facts.areas.includes(area) && isIn(time, facts) && ['01', '02'].includes(facts.channel);
			});
			return share(reported, ({ event, category, areas }) => {
				const isVoid = event.status === 90 || event.status === 91;
				return !isVoid && category !== '9999' && areas.length > 1 && (event.textLength ?? 0) >= 10;
			});
		}
		case 'DF01': {
			const asked = received.filter(({ channel }) => [...PROACTIVE, ...PUBLIC].includes(channel));
			return share(variant === 'all' ? asked : asked.filter(notSelf), ({ channel }) => PROACTIVE.includes(channel));
		}
		case 'DF05':
			return share(
				closed.filter(notSelf),
				(facts) => level(facts) > 0 && level(facts) <= (variant === 'inGrid' ? 2 : 3),
			);
		case 'DF07':
			return fieldCoverage(question, isLately);
		case 'PP01':
			return share(variant === 'all' ? received : received.filter(notSelf), ({ channel }) =>
				['03', '04', '06'].includes(channel),
			);
		case 'PP03': {
			const rated = closed.filter(({ event }) => (event.satisfaction ?? 0) > 0);
			if (variant === 'ratingRate') return ratio(rated.length, closed.length, 100);
			return share(rated, ({ event }) => (event.satisfaction ?? 0) >= 4);
		}
		case 'ID03':
			return share(
				closed.filter(({ channel }) => PUBLIC.includes(channel)),
				({ event }) => event.published === true,
			);
		case 'DG02':
			return share(closed, ({ event }) => event.online === true);
		case 'DG05':
			return share(received, ({ event }) => event.atDeclaredGrid === true);
		case 'CO01': {
			const dispatched = valid.filter((facts) => isIn(at(facts.event.dispatched), facts));
			return share(dispatched, ({ event }) => (event.returns ?? 0) >= (variant === 'again' ? 2 : 1));
		}
		case 'CO03': {
			const due = valid.filter((facts) => {
				if (facts.event.crossDept !== true || (variant !== 'all' && !notSelf(facts))) return false;
				if (facts.due !== null) return isIn(facts.due, facts);
				return facts.event.reportedOnTime !== undefined && isIn(facts.accepted, facts);
			});
			return share(due, ({ event, disposed, due: limit, asOf }) => {
				if (limit === null) return event.reportedOnTime === true;
				return disposed !== null && disposed <= limit && disposed <= asOf;
			});
		}
		default:
			throw new Error(`no naive formula for ${indicator}`);
	}
}

function isRecurring(later: Facts, all: readonly Facts[]): boolean {
	const accepted = later.accepted ?? 0;
	return all.some((earlier) => {
		if (earlier === later || !earlier.isValid || at(earlier.event.accepted) === null) return false;
		if (earlier.event.selfClosed === true || earlier.category !== later.category || earlier.closed === null)
			return false;
		if (earlier.closed > accepted || earlier.closed < accepted - 30 * DAY) return false;
		const [a, b] = [earlier.event, later.event];
		if (a.address !== undefined && a.address === b.address) return true;
		return a.point !== undefined && b.point !== undefined && metres(a.point, b.point) <= 50;
	});
}

/** On a flat earth: the test's points are far from the border of 50 m. */
function metres([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
	return Math.hypot((x2 - x1) * 111_195 * Math.cos((y1 * Math.PI) / 180), (y2 - y1) * 111_195);
}

type Lately = (time: number | null, facts: Facts, days: number) => boolean;

function hotGrids({ variant, valid, district, end }: NaiveQuestion, isLately: Lately): string[] {
	const classes = variant === 'headline' ? ['01', '04', '10', '99'] : [variant.slice(-2)];
	const grids = district.areas.filter((area) => area.level === 'grid').map(({ code }) => code);
	const lately = valid.filter((facts) => facts.event.selfClosed !== true && isLately(facts.accepted, facts, 63));
	if (lately.length < 5) return [];
	return grids.filter((grid) =>
		classes.some((l1) => {
			const weeks = new Array(9).fill(0);
			for (const facts of lately) {
				if (!facts.category.startsWith(l1) || !facts.areas.includes(grid)) continue;
				weeks[Math.floor((Math.min(end, facts.asOf) - (facts.accepted ?? 0)) / (7 * DAY))] += 1;
			}
			const [now, ...before] = weeks;
			const mean = before.reduce((sum, n) => sum + n, 0) / 8;
			const sd = Math.sqrt(before.reduce((sum, n) => sum + (n - mean) * (n - mean), 0) / 7);
			return now >= 5 && now >= mean + 2 * sd;
		}),
	);
}

function fieldCoverage({ area, valid, district }: NaiveQuestion, isLately: Lately): NaiveFigure {
	const isInside = (code: string | undefined): boolean => {
		if (code === undefined || code === area) return code === area;
		return isInside(district.areas.find((each) => each.code === code)?.parent);
	};
	let [num, den] = [0, 0];
	const isGrid = district.areas.some((each) => each.code === area && each.level === 'grid');
	for (const grid of district.areas.filter(({ code, level }) => level === 'grid' && isInside(code))) {
		const ofGrid = valid.filter((facts) => facts.areas.includes(grid.code) && isLately(facts.accepted, facts, 180));
		const fields = new Set(
			ofGrid.map(({ category }) => category.slice(0, 2)).filter((l1) => l1 !== '09' && l1 !== '99'),
		);
		const weight = isGrid ? 1 : (grid.households ?? 0);
		num += weight * fields.size;
		den += weight * 10;
	}
	if (den === 0) return { num: null, den: null, value: null, n: 0, status: 'notConnected' };
	return ratio(num, den, 100);
}
