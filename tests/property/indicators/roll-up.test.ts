// What must hold of the figures whatever the data: row order, adding up, and proofs that are the figure
// (quality.md T2, T5).

import { describe, expect, it } from 'vitest';
import { childrenOf } from '../../../electron/services/indicators/area-tree.ts';
import type { Catalogue } from '../../../electron/services/indicators/catalogue.ts';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import type { EngineSnapshot } from '../../../electron/services/indicators/event-columns.ts';
import { eventIndexOf } from '../../../electron/services/indicators/event-index.ts';
import { computeProof } from '../../../electron/services/indicators/proof.ts';
import { listProofKeys } from '../../../electron/services/indicators/proof-rows.ts';
import { parsePeriodRange } from '../../../shared/domain/period.ts';
import type { PlainDistrict } from '../../support/make-engine-snapshot.ts';
import { instantOf, makeEngineSnapshot } from '../../support/make-engine-snapshot.ts';
import { makeRandom, makeRandomDistrict } from '../../support/random-district.ts';

const catalogue: Catalogue = loadCatalogue();
const periods = ['2025', '2026Q1', '2026-05', '2026-07', '2026-W29', '2026-07-14'].flatMap(
	(code) => parsePeriodRange(code) ?? [],
);
const SEEDS = [11, 12, 13];
const FIGURES = [...catalogue].flatMap(([indicator, { formulas }]) =>
	[...formulas.keys()].map((variant) => ({ indicator, variant })),
);

function readAll(snapshot: EngineSnapshot) {
	return FIGURES.flatMap(({ indicator, variant }) =>
		(['district', 'town', 'village', 'grid'] as const).flatMap((level) =>
			computeReadings(snapshot, catalogue, { indicators: [indicator], variant, level, periods }),
		),
	);
}

describe.each(SEEDS)('figures of random district %i', (seed) => {
	const district = makeRandomDistrict(seed, 400);
	const snapshot = makeEngineSnapshot(district);

	it('do not depend on the order of rows', () => {
		const random = makeRandom(seed);
		const events = district.events.map((event) => ({ event, order: random() })).sort((a, b) => a.order - b.order);
		const shuffled: PlainDistrict = { ...district, events: events.map(({ event }) => event) };
		expect(readAll(makeEngineSnapshot(shuffled))).toEqual(readAll(snapshot));
	});

	it('add up from children and 未落格 to the parent', () => {
		const units = district.areas.filter((area) => area.level !== 'grid' && area.level !== 'microGrid');
		const parents = new Set(units.map(({ code }) => code));
		const level = 'village' as const;
		const split: PlainDistrict = {
			...district,
			// Events at a unit itself move into a part of it; the whole must not notice.
			areas: [...district.areas, ...[...parents].map((parent) => ({ code: `${parent}-rest`, level, parent }))],
			events: district.events.map((event) => {
				const known = district.areas.find(({ code }) => code === event.area);
				const at = known?.code ?? 'D';
				return parents.has(at) ? { ...event, area: `${at}-rest` } : event;
			}),
		};
		const { tree } = eventIndexOf(makeEngineSnapshot(split));
		const apart = amountsByArea(makeEngineSnapshot(split));
		for (const [what, amounts] of amountsByArea(snapshot)) {
			const [code = '', ...figure] = what.split(' ');
			// It asks whether a report names its place, so a report that is given one is another report.
			if (figure[0] === 'TM05') continue;
			expect(apart.get(what), what).toEqual(amounts);
			const place = tree.places.find((each) => each.code === code);
			const children = place ? childrenOf(tree, place) : [];
			if (children.length === 0) continue;
			const parts = children.map((child) => apart.get([child.code, ...figure].join(' ')) ?? [0, 0]);
			const sums = parts.reduce((a, b) => a.map((amount, at) => amount + (b[at] ?? 0)));
			expect(sums, what).toEqual(amounts);
		}
	});

	it('are what their proofs count and list', () => {
		for (const { indicator, variant } of FIGURES) {
			for (const period of periods) {
				for (const asOfS of [undefined, instantOf('2026-03-15 08:00:00')]) {
					const input = { indicator, variant, area: 'T2', period, asOfS };
					const proof = computeProof(
						snapshot,
						catalogue,
						{ ...input, limit: 1_000 },
						{
							batch: (id) => ({ file: `f${id}`, sha256: `sha${id}`, arrivedAt: 1_700_000_000 }),
							eventIds: (keys) => keys.map((key) => `E${key}`),
						},
					);
					const { reading } = proof;
					const what = `${indicator} ${variant} ${period.code} ${asOfS}`;
					if (reading.status === 'notConnected') continue;
					const isRate = formulaValue(indicator, variant).kind === 'rate';
					// A figure of grids lists events that it does not count one by one.
					const counted = isOfGrids(indicator, variant)
						? proof.recordTotal
						: isRate
							? reading.num
							: (reading.den ?? reading.n);
					const out = proof.excluded.reduce((sum, { count }) => sum + count, 0);
					expect(proof.startCount - out, what).toBe(counted ?? 0);
					expect(proof.recordTotal, what).toBe(counted ?? 0);
					expect(proof.records.length, what).toBe(counted ?? 0);
					const inParts = proof.parts.reduce((sum, { count }) => sum + count, 0);
					expect(inParts, what).toBe(counted ?? 0);
					expect(
						proof.sources.reduce((sum, { rows }) => sum + rows, 0),
						what,
					).toBe(counted ?? 0);
					expect(
						proof.sources.reduce((sum, { allRows }) => sum + allRows, 0),
						what,
					).toBe(proof.startCount);
					const num = listProofKeys(snapshot, catalogue, { ...input, part: 'num' });
					const missed = listProofKeys(snapshot, catalogue, { ...input, part: 'missed' });
					expect(num.length + missed.length, what).toBe(counted ?? 0);
					if (reading.den !== null && !isRate) expect(num.length, what).toBe(reading.num);
				}
			}
		}
	});
});

function formulaValue(indicator: string, variant: string) {
	const formula = catalogue.get(indicator)?.formulas.get(variant);
	if (!formula) throw new Error(`no ${indicator} ${variant}`);
	return formula.value;
}

function isOfGrids(indicator: string, variant: string): boolean {
	const value = formulaValue(indicator, variant);
	return 'of' in value || ('denominator' in value && value.denominator === 'fieldsOfGrids');
}

/** Numerator and denominator (or count) of everything that adds up, by area and figure. */
function amountsByArea(snapshot: EngineSnapshot): Map<string, number[]> {
	const found = new Map<string, number[]>();
	for (const { area, indicator, variant, period, num, den, n } of readAll(snapshot)) {
		const rollUp = catalogue.get(indicator)?.definition.rollUp ?? '';
		if (['RECOMP', 'WAVG'].includes(rollUp) || indicator === 'OP02') continue;
		found.set([area, indicator, variant, period].join(' '), [num ?? 0, den ?? n]);
	}
	return found;
}
