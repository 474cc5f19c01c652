// Each file of the messy and hostile real sets ends as its own line of torture-outcomes.ts says, without an exception;
// the outlines of geojsonhint also as a district's own grids, where what is wrong with them counts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../electron/services/exports/json-elements.ts';
import { readWhole, readWholeFile } from '../../support/whole-export.ts';
import { AS_A_GRID, AS_IT_LIES } from './torture-outcomes.ts';

const DATA = join(import.meta.dirname, '../../../../shared/data');
const hasData = existsSync(join(DATA, 'torture'));
if (!hasData) console.log(`skipped: hostile files are read from ${DATA}/{messy,torture}, which are not there`);

describe.skipIf(!hasData)('as it lies', () => {
	test('the list names every file', () => {
		const files = ['messy', 'torture'].flatMap((set) =>
			readdirSync(join(DATA, set), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => join(entry.parentPath, entry.name).slice(DATA.length + 1)),
		);
		expect(files.sort()).toEqual(Object.keys(AS_IT_LIES).sort());
	});
	test.each(Object.entries(AS_IT_LIES))('%s: %s', async (name, outcome) => {
		const whole = await readWholeFile(join(DATA, name), basename(name));
		expect('outcome' in whole ? whole.code : (whole.summary.refusal?.code ?? `taken ${whole.plan.dataset}`)).toBe(
			outcome,
		);
	});
});

/** A feature with the properties of a grid of its own. */
function gridOf(feature: unknown, index: number): unknown {
	if (!isRecord(feature)) return feature;
	const code = `33039900120100${index + 1}`;
	const properties = {
		网格编码: code,
		网格名称: `第${index + 1}网格`,
		所属村社编码: '330399001201',
		网格类型: '基础网格',
	};
	return { ...feature, properties };
}

/** The same outlines as a district would send them; text that is no JSON stays as it is. */
function asGrids(text: string): string {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return text;
	}
	if (!isRecord(value)) return text;
	const { features } = value;
	if (Array.isArray(features)) return JSON.stringify({ ...value, features: features.map(gridOf) });
	const isBare = 'coordinates' in value || 'geometries' in value;
	return JSON.stringify(
		value['type'] === 'Feature' ? gridOf(value, 0) : isBare ? gridOf({ type: 'Feature', geometry: value }, 0) : value,
	);
}

describe.skipIf(!hasData)('as a grid', () => {
	test.each(Object.entries(AS_A_GRID))('%s: %s', async (name, outcome) => {
		const text = readFileSync(join(DATA, 'torture/geojsonhint', name), 'utf8');
		const whole = await readWhole(asGrids(text), { fileName: basename(name) });
		if ('outcome' in whole) {
			expect(whole.code).toBe(outcome);
			return;
		}
		const { areas, rejections, summary } = whole;
		const kept = areas.map(({ geometry }) =>
			geometry === null ? 'an area without outline' : String(JSON.parse(geometry).type),
		);
		const parts = [
			...(summary.refusal ? [summary.refusal.code] : []),
			...summary.orientation.map((layer) => `a ${layer.name} to draw`),
			...kept,
			...(rejections.length > 0 ? [rejections.map(({ code }) => code).join()] : []),
			...summary.findings.map(({ code, count }) => `${code}:${count}`),
		];
		expect(parts.join('; ')).toBe(outcome);
	});
});
