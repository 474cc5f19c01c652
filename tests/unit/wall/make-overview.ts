// A wall overview for tests, in the shape the contract checks.

import type { Overview } from '../../../renderer/wall/wall-figures.ts';
import { WallOverview } from '../../../shared/contract/schemas/wall.ts';

const figure = (value: number | null, target: number | null = null): Overview['closure'] => ({
	value,
	status: value === null ? 'insufficient' : 'ok',
	light: value === null ? 'none' : 'yellow',
	change: value === null ? null : { amount: 1.1, kind: 'points', verdict: 'better' },
	series: [
		{ period: '2026-09', value: null, status: 'notDelivered' },
		{ period: '2026-10', value, status: 'ok' },
	],
	target,
});

/** The overview of picture 08, checked by its own schema; `change` overrides parts of it. */
export function makeOverview(change: Partial<Overview> = {}): Overview {
	return WallOverview.parse({
		asOf: '2026-11-23T07:42:00+08:00',
		now: '2026-11-23T07:45:00+08:00',
		acceptedLastDay: {
			...figure(107),
			light: 'green',
			change: null,
			day: '2026-11-22',
			usual: 97,
			low: 70,
			high: 124,
		},
		open: {
			...figure(301),
			light: 'none',
			change: { amount: 20, kind: 'count', verdict: 'neutral' },
			byLight: { deepRed: 3, red: 16, yellow: 31, green: 242, paused: 9, none: 0 },
			awaitingVerification: 28,
			inHandling: 242,
			awaitingStart: 31,
		},
		overdueOpen: {
			...figure(19, 1),
			light: 'red',
			change: { amount: 8, kind: 'count', verdict: 'worse' },
			sharePercent: 6.3,
			oldestDays: 25.3,
		},
		dueToday: {
			...figure(23),
			light: 'none',
			change: null,
			series: [],
			inTwoHours: 5,
			nextDays: [
				{ day: '2026-11-24', count: 23 },
				{ day: '2026-11-25', count: 46 },
			],
		},
		month: '2026-10',
		closure: figure(99.41, 98),
		onTime: figure(93.1743, 95),
		medianHours: figure(75.8, 72),
		unlocatedShare: figure(1.25, 2),
		areas: [
			{ area: 'g1', light: 'deepRed', open: 2 },
			{ area: 'g2', light: 'yellow', open: 1 },
			{ area: 'g3', light: 'paused', open: 1 },
			{ area: 't1', light: 'deepRed', open: 4 },
		],
		gridLights: { deepRed: 1, red: 0, yellow: 1, green: 0, paused: 1, none: 1 },
		sentences: [{ topic: 'now', zh: '逾期在办 19 件。', en: '19 overdue.' }],
		...change,
	});
}
