// Small districts of messy events from a seed, for comparing programs: every oddity of figures.md turns up.

import type { PlainArea, PlainDistrict, PlainEvent } from './make-engine-snapshot.ts';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function makeRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const BURST_SHARE = 0.03;
const FIRST_DAY_MS = Date.UTC(2025, 5, 20);
const DAYS = 420;
const STATUSES = [10, 11, 20, 30, 31, 32, 41, 42, 50, 51, 52, 60, 60, 60, 61, 70, 90, 91, null];
const CATEGORIES = ['0101', '0401', '0401', '0402', '0902', '1001', '9999', null];
const CHANNELS = ['01', '01', '02', '03', '04', '05', '06', '08', '11', '13', '99'];
/** Where trouble comes again and again; the second lies some 45 m from the first, the third some 55 m from the second. */
const SPOTS = [
	[120.1, 28.1],
	[120.1, 28.1004],
	[120.10056, 28.1004],
	[120.2, 28.2],
] as const;

/** A district with two sources of different as-of; levels, limits and flags are missing here and there. */
export function makeRandomDistrict(seed: number, eventCount: number): PlainDistrict {
	const random = makeRandom(seed);
	const chance = (share: number): boolean => random() < share;
	const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
	const areas = makeAreas(random);
	const codes = [...areas.map(({ code }) => code), 'nowhere'];

	/** Wall-clock text some days after a moment; sometimes on a boundary, sometimes date-only. */
	function moment(fromMs: number, spreadDays: number): string {
		let ms = fromMs + random() * spreadDays * 86_400_000;
		if (chance(0.05)) ms = Math.floor(ms / 86_400_000) * 86_400_000;
		const text = new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
		return chance(0.06) ? text.slice(0, 10) : text;
	}

	const events: PlainEvent[] = [];
	const bursts: PlainEvent[] = [];

	/** The same again six times within days, so that some grid runs hot. */
	function burst(event: PlainEvent): void {
		const startMs = Date.parse(`${(event.accepted ?? '2026-07-15').slice(0, 10)}T00:00:00Z`);
		for (let again = 0; again < 6; again += 1) bursts.push({ ...event, status: 31, accepted: moment(startMs, 6) });
	}

	for (let number = 0; number < eventCount; number += 1) {
		const startMs = FIRST_DAY_MS + random() * DAYS * 86_400_000;
		const event: PlainEvent = {
			area: pick(codes),
			category: pick(CATEGORIES),
			status: pick(STATUSES),
			severity: Math.floor(random() * 5),
			source: pick(['hall', 'hall', 'hotline']),
			batch: 1 + Math.floor(random() * 3),
			reported: moment(startMs - 86_400_000, 1),
		};
		if (chance(0.95)) event.accepted = moment(startMs, 0.5);
		if (chance(0.7)) event.due = moment(startMs, 20);
		if (chance(0.3)) event.dueOrig = moment(startMs, 12);
		if (chance(0.5)) event.disposed = moment(startMs, 15);
		if (chance(0.7)) event.closed = moment(startMs - (chance(0.1) ? 3 * 86_400_000 : 0), 20);
		if (chance(0.15)) event.reopened = moment(startMs, 30);
		if (event.closed === undefined && chance(0.8)) event.statusClosed = moment(startMs, 40);
		if (chance(0.2)) event.pauseMinutes = Math.floor(random() * 3000);
		if (chance(0.3)) event.selfClosed = true;
		if (event.source === 'hotline' && chance(0.8)) event.reportedOnTime = chance(0.7);
		if (chance(0.9)) event.channel = pick(CHANNELS);
		if (chance(0.8)) event.dispatched = moment(startMs, 3);
		if (chance(0.5)) event.point = pick(SPOTS);
		if (chance(0.3)) event.address = pick(['一号', '二号']);
		event.atDeclaredGrid = chance(0.6);
		if (chance(0.7)) event.satisfaction = Math.floor(random() * 6);
		if (chance(0.8)) event.handlingLevel = Math.floor(random() * 7);
		event.published = chance(0.5);
		event.returns = chance(0.3) ? 1 + Math.floor(random() * 2) : 0;
		event.reworks = chance(0.1) ? 1 : 0;
		event.reopenedEver = chance(0.05);
		event.textLength = Math.floor(random() * 20);
		event.online = chance(0.5);
		event.crossDept = chance(0.4);
		if (chance(BURST_SHARE)) burst(event);
		events.push(event);
	}
	return {
		areas,
		events: [...events, ...bursts],
		asOf: { hall: '2026-07-20 11:30:00', hotline: '2026-07-13 00:00:00' },
	};
}

function makeAreas(random: () => number): PlainArea[] {
	const areas: PlainArea[] = [{ code: 'D', level: 'district' }];
	for (let town = 1; town <= 3; town += 1) {
		const townCode = `T${town}`;
		areas.push({ code: townCode, level: 'town', parent: 'D', sortNo: 9 - town });
		// A grid directly under a town.
		areas.push({ code: `${townCode}G0`, level: 'grid', parent: townCode, popResident: 300 });
		for (let village = 1; village <= 2; village += 1) {
			const code = `${townCode}V${village}`;
			const popResident = random() < 0.5 ? 900 : null;
			areas.push({ code, level: 'village', parent: townCode, popResident });
			for (let grid = 1; grid <= 2; grid += 1) {
				const gridPop = random() < 0.7 ? 400 : null;
				const households = random() < 0.8 ? 100 + 50 * grid : null;
				areas.push({ code: `${code}G${grid}`, level: 'grid', parent: code, popResident: gridPop, households });
			}
			areas.push({ code: `${code}G1M1`, level: 'microGrid', parent: `${code}G1` });
		}
	}
	return areas;
}
