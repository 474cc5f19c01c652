// Packs hold every column bit for bit, refuse damaged bytes, and keep the order of day and key.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateColumns, decodePack, encodePack, PACK_COLUMNS } from '../../../electron/services/cache/event-pack.ts';
import { packDay, sortByDay } from '../../../electron/services/cache/event-pack-queries.ts';

function randomColumns(length: number, seed: number) {
	const columns = allocateColumns(length);
	let state = seed;
	for (const name of PACK_COLUMNS) {
		for (let i = 0; i < length; i += 1) {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			// Some columns stay empty, as undelivered ones do.
			if (name !== 'dueAtOrig' && name !== 'superviseLevel') columns[name][i] = state;
		}
	}
	return columns;
}

describe('packs', () => {
	it('come back as they went in, in the middle of a bigger set too', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (length, seed) => {
				const columns = randomColumns(length, seed);
				const bytes = encodePack(columns, 0, length);
				const back = allocateColumns(length + 5);
				decodePack(bytes, length, back, 3);
				for (const name of PACK_COLUMNS) {
					expect(Array.from(back[name].subarray(3, 3 + length))).toEqual(Array.from(columns[name]));
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('leave out columns without a value', () => {
		const columns = allocateColumns(100);
		expect(encodePack(columns, 0, 100).byteLength).toBe(8);
		columns.severity[7] = 3;
		expect(encodePack(columns, 0, 100).byteLength).toBe(108);
	});

	it('refuse bytes that are cut, too long or of another layout', () => {
		const columns = randomColumns(10, 1);
		const bytes = encodePack(columns, 0, 10);
		const target = allocateColumns(10);
		expect(() => decodePack(bytes.subarray(0, -1), 10, target, 0)).toThrow();
		expect(() => decodePack(bytes, 9, target, 0)).toThrow();
		expect(() => decodePack(new Uint8Array(bytes).fill(9, 0, 1), 10, target, 0)).toThrow();
	});

	it('are ordered by Shanghai day, then by key, days without acceptance first', () => {
		const columns = allocateColumns(4);
		columns.eventKey.set([1, 2, 3, 4]);
		// 2026-11-20 23:59:59 and 2026-11-21 00:00:00, Shanghai.
		columns.acceptedAt.set([1_795_190_400, 1_795_190_399, 0, 1_795_190_400]);
		const sorted = sortByDay(columns);
		expect(Array.from(sorted.eventKey)).toEqual([3, 2, 1, 4]);
		expect(packDay(1_795_190_400) - packDay(1_795_190_399)).toBe(1);
		expect(packDay(0)).toBe(-1);
	});
});
