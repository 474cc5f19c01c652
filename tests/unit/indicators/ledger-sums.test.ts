// Every additive figure of the ledgers adds up: the parts below and what names an area itself are the area, on seeded
// rows at every level, also rows whose place nobody knows; and the proof's ladder comes down to what was counted.

import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../electron/services/indicators/catalogue.ts';
import { computeReadings } from '../../../electron/services/indicators/compute-readings.ts';
import { computeProof } from '../../../electron/services/indicators/proof.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import { makeRandom } from '../../support/random-district.ts';
import { AS_OF, ledgerDistrict, snapshotOf } from './ledger-cases.ts';

const PLACES = ['G1', 'G2', 'G3', 'G4', 'M1', '330399001', '330399002201', '330399', 'NOWHERE'];
const ROWS = 400;

it('adds up from the grids to the district, and down the ladder', async () => {
	const random = makeRandom(7);
	const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
	const date = (): string => `2026-1${one(['0', '1'])}-${String(1 + Math.floor(random() * 22)).padStart(2, '0')}`;
	const rows = (make: (id: number) => string): string[] => Array.from({ length: ROWS }, (_, at) => make(at + 1));
	const made = await ledgerDistrict(
		[
			'隐患编号,区划编码,发现日期,整改期限,整改完成日期,复查结果',
			...rows((id) => `${id},${one(PLACES)},2026-09-01,${date()},${one([date(), ''])},${one(['合格', '不合格', ''])}`),
		],
		[
			'纠纷编号,区划编码,受理时间,纠纷类型,调解结果,调解结案时间',
			...rows(
				(id) =>
					`${id},${one(PLACES)},2026-09-01 09:00,邻里,${one(['调解成功', '调解失败', '撤回', ''])},${date()} 10:00`,
			),
		],
		[
			'会议编号,区划编码,会议日期,到期事项数,已落实事项数',
			...rows((id) => `${id},${one(PLACES)},${date()},${one(['3', '5', ''])},${one(['1', '2', ''])}`),
		],
		[
			'巡查编号,区划编码,巡查开始时间,是否有效巡查',
			...rows((id) => `${id},${one(PLACES)},${date()} 11:00,${one(['是', '是', '否', ''])}`),
		],
	);
	const snapshot = snapshotOf(made);
	const catalogue = loadCatalogue();
	const period = parsePeriod('2026-10');
	if (!period) throw new Error('2026-10 is a month');
	const asOfS = parseIso(AS_OF) ?? 0;
	for (const indicator of ['DF08', 'DF06', 'ME04', 'DF02']) {
		const readings = new Map(
			(['district', 'town', 'village', 'grid'] as const).map((level) => [
				level,
				computeReadings(snapshot, catalogue, { indicators: [indicator], level, periods: [period], asOfS }),
			]),
		);
		const sum = (level: 'district' | 'town' | 'village' | 'grid', part: 'num' | 'den'): number =>
			(readings.get(level) ?? []).reduce((total, reading) => total + (reading[part] ?? 0), 0);
		for (const part of ['num', 'den'] as const) {
			expect(sum('district', part)).toBeGreaterThan(0);
			expect(sum('town', part)).toBeLessThanOrEqual(sum('district', part));
			expect(sum('village', part)).toBeLessThanOrEqual(sum('town', part));
		}
		// Patrols count at grids only, so every level is the same sum.
		if (indicator === 'DF02') {
			expect(sum('grid', 'num')).toBe(sum('district', 'num'));
			expect(sum('grid', 'den')).toBe(sum('district', 'den'));
		}
		const proof = computeProof(
			snapshot,
			catalogue,
			{ indicator, area: '330399', period, asOfS, limit: ROWS },
			{
				batch: (batchId) => ({ file: `${batchId}.csv`, sha256: String(batchId), arrivedAt: asOfS }),
				eventIds: () => [],
			},
		);
		const fallen = proof.excluded.reduce((total, { count }) => total + count, 0);
		expect(proof.startCount - fallen).toBe(proof.recordTotal);
		expect(proof.records).toHaveLength(proof.recordTotal);
		expect(proof.parts.reduce((total, { count }) => total + count, 0)).toBe(proof.recordTotal);
		expect(proof.sources.map(({ allRows }) => allRows)).toEqual([proof.startCount]);
		if (indicator.startsWith('DF0') && indicator !== 'DF02') {
			expect(proof.den).toBe(proof.recordTotal);
			expect(proof.parts[0]).toMatchObject({ part: 'met', count: proof.num });
		}
	}
});
