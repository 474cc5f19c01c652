// The proof of a figure: its ladder adds up, its parts name the records, its definition is the one in force.

import { describe, expect, it } from 'vitest';
import { computeProof } from '../../../electron/services/indicators/proof.ts';
import { listProofKeys } from '../../../electron/services/indicators/proof-rows.ts';
import { contract } from '../../../shared/contract/contract.ts';
import type { PlainEvent } from '../../support/make-engine-snapshot.ts';
import { instantOf } from '../../support/make-engine-snapshot.ts';
import { catalogue, many, period, snapshotOf } from './board-district.ts';

describe('proof', () => {
	const cache = {
		batch: (id: number) => ({
			file: `f${id}.csv`,
			sha256: `${id}`.repeat(64),
			arrivedAt: instantOf('2026-11-01 02:00'),
		}),
		eventIds: (keys: readonly number[]) => keys.map((key) => `L${key}`),
	};
	const event = { area: 'A', accepted: '2026-10-12 09:00', due: '2026-10-15 17:30' };
	const events: PlainEvent[] = [
		...many({ ...event, disposed: '2026-10-15 09:00' }, 6),
		...many({ ...event, disposed: '2026-10-17 09:00', batch: 2 }, 2),
		event,
		{ ...event, status: 90 },
		{ ...event, status: 91, batch: 2 },
		{ ...event, status: 11 },
		{ ...event, category: '0901' },
		{ ...event, selfClosed: true },
		{ area: 'A', accepted: '2026-10-12 09:00' },
		{ area: 'A', reported: '2026-10-12 09:00', due: '2026-10-15 17:30' },
		{ ...event, due: '2026-11-15 17:30' },
		{ ...event, area: 'B' },
	];
	const input = { indicator: 'OP04', area: 'A', period: period('2026-10') };
	const prove = (more: object = {}) =>
		computeProof(snapshotOf(events), catalogue, { ...input, limit: 4, ...more }, cache);

	it('goes from all records down to the denominator, by parts and by file', () => {
		const proof = prove();
		contract['indicators.getProof'].output.parse(proof);
		expect(proof).toMatchObject({ num: 6, den: 9, startCount: 16, recordTotal: 9, records: ['L1', 'L2', 'L3', 'L4'] });
		expect(proof.excluded).toEqual([
			{ reason: 'refused', count: 1 },
			{ reason: 'void', count: 1 },
			{ reason: 'merged', count: 1 },
			{ reason: 'baseData', count: 1 },
			{ reason: 'notAccepted', count: 1 },
			{ reason: 'noLimit', count: 1 },
			{ reason: 'selfClosed', count: 1 },
		]);
		expect(proof.parts.map(({ part, count }) => [part, count])).toEqual([
			['onTime', 6],
			['lateClosed', 2],
			['lateOpen', 1],
		]);
		expect(proof.sources).toMatchObject([
			{ file: 'f1.csv', batchId: 1, allRows: 13, rows: 7, arrivedAt: '2026-11-01T02:00:00+08:00' },
			{ file: 'f2.csv', batchId: 2, allRows: 3, rows: 2 },
		]);
		expect(proof.variants.map(({ variant, den }) => [variant, den])).toEqual([
			['all', 10],
			['orig', null],
		]);
	});

	it('calls late, not still open, what a source reports as done late without a time', () => {
		const done = { area: 'A', accepted: '2026-10-12 09:00', status: 60, statusClosed: '2026-10-20 09:00' };
		const flagged = [
			...many({ ...done, reportedOnTime: true }, 6),
			...many({ ...done, reportedOnTime: false }, 2),
			{ area: 'A', accepted: '2026-10-12 09:00', reportedOnTime: false },
		];
		const { parts } = computeProof(snapshotOf(flagged), catalogue, { ...input, limit: 1 }, cache);
		expect(parts.map(({ part, count }) => [part, count])).toEqual([
			['onTime', 6],
			['lateClosed', 2],
			['lateOpen', 1],
		]);
	});

	it('lists the records of a part', () => {
		const keys = (part: 'all' | 'num' | 'missed') => [
			...listProofKeys(snapshotOf(events), catalogue, { ...input, part }),
		];
		expect(keys('all')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(keys('num')).toEqual([1, 2, 3, 4, 5, 6]);
		expect(keys('missed')).toEqual([7, 8, 9]);
	});

	it('has a check code that any part of the figure changes', () => {
		const codes = [
			prove(),
			prove({ variant: 'all' }),
			prove({ area: 'D' }),
			prove({ period: period('2026Q4') }),
			prove({ asOfS: instantOf('2026-11-01 00:00') }),
		].map(({ checkCode }) => checkCode);
		expect(codes[0]).toMatch(/^[0-9A-F]{5}-[0-9A-F]{5}$/);
		expect(new Set(codes).size).toBe(codes.length);
		expect(prove().checkCode).toBe(codes[0]);
	});

	it('counts clock faults of a median as left out', () => {
		const closed = { accepted: '2026-10-12 09:00', closed: '2026-10-13 09:00' };
		const faults = [...many(closed, 5), { ...closed, closed: '2026-10-11 09:00' }];
		const proof = computeProof(
			snapshotOf(faults),
			catalogue,
			{ ...input, indicator: 'OP09', area: 'D', limit: 0 },
			cache,
		);
		expect(proof).toMatchObject({ value: 24, num: null, den: null, startCount: 6, recordTotal: 5, records: [] });
		expect(proof.excluded).toEqual([{ reason: 'clockFault', count: 1 }]);
	});
});
