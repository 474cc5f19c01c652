// Every dataset is told by its headers alone, and no set of headers of one is taken for another.

import { describe, expect, it } from 'vitest';
import { LEDGER_SPECS } from '../../../electron/services/exports/datasets/ledger-specs.ts';
import { readHeadersAs, recogniseHeaders } from '../../../electron/services/exports/header-recogniser.ts';
import { DATASETS, LEDGERS } from '../../../shared/domain/codes.ts';

const PLACES = new Set(['town_name', 'village_name', 'grid_name']);

/** Headers of the columns that a spec keeps: the first Chinese one, or the name itself. */
function headersOf(spec: (typeof LEDGER_SPECS)[number], pick: (headers: readonly string[]) => string): string[] {
	return spec.fields.filter(({ isKept }) => isKept).map(({ name, headers }) => pick([name, ...headers]));
}

describe('recogniseHeaders', () => {
	it.each(LEDGER_SPECS.map((spec) => [spec.dataset, spec] as const))('knows %s', (dataset, spec) => {
		const chinese = headersOf(spec, (headers) => headers.find((header) => /[\u4e00-\u9fff]/.test(header)) ?? '');
		const snake = headersOf(spec, ([name]) => name ?? '');
		const synonyms = headersOf(spec, (headers) => headers[2] ?? headers[1] ?? headers[0] ?? '');
		for (const headers of [chinese, snake, synonyms]) {
			const reading = recogniseHeaders(headers);
			expect(reading?.spec.dataset).toBe(dataset);
			expect(reading?.missing).toEqual([]);
			expect(reading?.unknown).toEqual([]);
			expect(reading?.personal).toEqual([]);
		}
	});

	it.each(LEDGER_SPECS.map((spec) => [spec.dataset, spec] as const))('knows a thin %s', (dataset, spec) => {
		// What is required, one more column, and where it is.
		const required = spec.required.map(([name]) => name ?? '');
		const one = spec.columns.find(({ name }) => !required.includes(name))?.name ?? '';
		const names = new Set([...required, one, ...(spec.hasPlace ? ['town_name', 'village_name'] : [])]);
		const headers = spec.fields.filter(({ name }) => names.has(name)).map(({ headers }) => headers[0] ?? '');
		expect(recogniseHeaders(headers)?.spec.dataset).toBe(dataset);
	});

	it('gives each header of a ledger to one field only', () => {
		for (const spec of LEDGER_SPECS) {
			const seen = new Map<string, string>();
			for (const { name, headers } of spec.fields) {
				for (const header of headers) {
					expect(`${spec.dataset}: ${header} of ${seen.get(header) ?? name}`).toBe(
						`${spec.dataset}: ${header} of ${name}`,
					);
					if (!PLACES.has(name)) seen.set(header, name);
				}
			}
		}
		expect(new Set(LEDGER_SPECS.map(({ dataset }) => dataset))).toEqual(new Set(LEDGERS));
	});

	it.each(DATASETS)('reads every header of %s, in Chinese and snake_case, as the field it names', (dataset) => {
		const { spec } = readHeadersAs(dataset, [], null);
		const others: string[] = [];
		for (const { name, headers, isKept } of spec.fields.filter((field) => field.isKept)) {
			for (const header of [name, ...headers]) {
				const reading = readHeadersAs(dataset, [header], null);
				expect([header, reading.unknown, reading.personal, isKept]).toEqual([header, [], [], true]);
				const read = [...reading.columns.keys()].join();
				if (read !== name) others.push(`${header}: ${read}, not ${name}`);
			}
		}
		expect(others).toEqual([]);
		expect(spec.fields.some(({ headers }) => headers.some((header) => /[\u4e00-\u9fff]/.test(header)))).toBe(true);
	});

	// The one list of names that domain.md §3.4 gives for four ledgers, and the names of figures.md.
	it.each([
		['event_pause', 'event_id,applied_at,approved_at,reason_code,from,to'],
		['event_extension', 'event_id,applied_at,approved_at,reason_code,new_due_at'],
		['event_return', 'event_id,returned_at,reason_code,from,to'],
		['event_supervise', 'event_id,applied_at,level,supervise_due_at,cancelled_at'],
		['handling_unit', 'unit_id,name,aliases,kind,parent'],
	])('knows %s by %s', (dataset, headers) => {
		const reading = recogniseHeaders(headers.split(','));
		expect([reading?.spec.dataset, reading?.unknown, reading?.missing]).toEqual([dataset, [], []]);
	});

	it('still knows an event list that carries columns of its ledgers', () => {
		const headers =
			'事件编号,事件大类,事件来源,所属镇街,上报时间,受理时间,办结时限,挂起时间,退单时间,退单原因,督办时间,督办级别,延期申请时间'.split(
				',',
			);
		expect(recogniseHeaders(headers)?.spec.dataset).toBe('event');
	});
});
