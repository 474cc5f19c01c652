// Any bytes as an export: a refusal or rows, never an exception, never a hang. A slice of what `npm run soak` runs.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validatePolygon } from '../../../electron/services/exports/polygon-validator.ts';
import { readWhole } from '../../support/whole-export.ts';

const HEADER = Buffer.from('事件编号,上报时间,受理时间,经度,纬度,所属网格编码,事件状态,是否超期\n');
const syntax = fc.constantFrom(
	0x2c,
	0x22,
	0x0a,
	0x0d,
	0x5b,
	0x7b,
	0x7d,
	0x5d,
	0x3a,
	0x30,
	0x39,
	0x2d,
	0x81,
	0xe4,
	0xff,
);

async function endsCleanly(bytes: Uint8Array): Promise<void> {
	const whole = await readWhole(bytes);
	if ('outcome' in whole) {
		expect(whole.code).toMatch(/^E_/);
		return;
	}
	const { events, areas, steps, rejections, summary } = whole;
	if (whole.plan.dataset !== null)
		expect(events.length + areas.length + steps.length + rejections.length).toBe(summary.rowsRead);
	for (const event of events) expect(event.eventId).not.toBe('');
}

describe('any bytes', () => {
	test('as a whole file', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.uint8Array({ maxLength: 300 }),
					fc.array(syntax, { maxLength: 120 }).map((list) => Uint8Array.from(list)),
				),
				endsCleanly,
			),
			{ numRuns: 120 },
		);
	});
	test('below a good header', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					fc.uint8Array({ maxLength: 300 }),
					fc.array(syntax, { maxLength: 200 }).map((list) => Uint8Array.from(list)),
				),
				(tail) => endsCleanly(Buffer.concat([HEADER, tail])),
			),
			{ numRuns: 120 },
		);
	});
	test('any JSON as records and features', async () => {
		const record = fc.dictionary(
			fc.constantFrom(
				'event_id',
				'reported_at',
				'lng',
				'unit_code',
				'unit_name',
				'unit_level',
				'grid_code',
				'grid_name',
				'type',
				'properties',
				'geometry',
				'__proto__',
			),
			fc.jsonValue({ maxDepth: 3 }),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(record, { maxLength: 5 }),
				fc.constantFrom('', '{"features":', '{"data":'),
				async (records, open) => {
					const text = JSON.stringify(records);
					await endsCleanly(Buffer.from(open === '' ? text : `${open}${text}}`));
				},
			),
			{ numRuns: 80 },
		);
	});
	test('any geometry', () => {
		const coordinate = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double());
		const ring = fc.array(fc.array(coordinate, { maxLength: 3 }), { maxLength: 9 });
		fc.assert(
			fc.property(
				fc.constantFrom('Polygon', 'MultiPolygon', 'Point'),
				fc.oneof(
					fc.array(ring, { maxLength: 4 }),
					fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 }),
					fc.jsonValue(),
				),
				(type, coordinates) => {
					const verdict = validatePolygon({ type, coordinates });
					expect(verdict.geometry === null).toBe(verdict.code !== null);
				},
			),
			{ numRuns: 600 },
		);
	});
});
