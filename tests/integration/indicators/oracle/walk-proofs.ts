// Opens the proof of every figure that the pages show (quality.md T5) and names each that does not add up to it.

import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { AskedProduct, ProductReading } from './ask-product.ts';

export interface ProofWalk {
	opened: number;
	/** Figure and what is wrong with its proof. */
	faults: string[];
}

/** Most records that one proof hands out. */
const ALL = 10_000;

async function faultsOf(product: AskedProduct, shown: ProductReading): Promise<string[]> {
	const { indicator, area, period, variant, unit, num, den, value, n, status, asOf } = shown;
	const asked: MethodInput<'indicators.getProof'> = { indicator, area, period, variant, limit: ALL };
	if (unit !== null) asked.unit = unit;
	if (asOf !== null) asked.asOf = asOf;
	const proof = await product.call('indicators.getProof', asked);
	const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
	const excluded = sum(proof.excluded.map(({ count }) => count));
	const allRows = sum(proof.sources.map((source) => source.allRows));
	const rows = sum(proof.sources.map((source) => source.rows));
	const parts = sum(proof.parts.map(({ count }) => count));
	const isFilled = status === 'ok' || status === 'insufficient';
	const checks: Record<string, boolean> = {
		'another reading': JSON.stringify(proof.reading) === JSON.stringify(shown),
		'another division': proof.num === num && proof.den === den && proof.value === value && proof.reading.n === n,
		'a ladder that does not add up': proof.startCount - excluded === proof.recordTotal,
		'files that do not add up': allRows === proof.startCount && rows === proof.recordTotal,
		'records that are missing': proof.records.length === Math.min(ALL, proof.recordTotal),
		'parts that do not add up': proof.parts.length === 0 || parts === proof.recordTotal,
		'records of nothing': isFilled || (proof.startCount === 0 && proof.records.length === 0),
		'no file': proof.recordTotal === 0 || proof.sources.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)),
		'no check code': proof.checkCode.length > 0,
	};
	const figure = [indicator, variant, area, period, unit ?? ''].join(' ').trim();
	return Object.entries(checks).flatMap(([fault, isRight]) => (isRight ? [] : [`${figure}: ${fault}`]));
}

/** The figures of the grid profile, the 指标 page, each indicator's page with its variants, and readings by unit. */
export async function walkProofs(product: AskedProduct, period: string, areas: readonly string[]): Promise<ProofWalk> {
	const shown = new Map<string, ProductReading>();
	const see = (reading: ProductReading): void => {
		const { indicator, area, variant, unit } = reading;
		shown.set([indicator, area, reading.period, reading.asOf, variant, unit ?? ''].join(), reading);
	};
	for (const area of areas) {
		for (const { reading, previous } of (await product.call('areas.getProfile', { area, period })).rows) {
			see(reading);
			if (previous) see(previous);
		}
		for (const indicator of product.indicators) {
			const page = await product.call('indicators.getPage', { indicator, area, period });
			see(page.row.reading);
			for (const reading of page.variants) see(reading);
			if (page.yearBefore) see(page.yearBefore);
		}
	}
	const units = ['住建局', '综合执法局'];
	const byUnit = { period, areas: [...areas], indicators: ['OP01', 'OP04', 'CO01', 'CO02', 'ME01'], units };
	for (const reading of (await product.call('indicators.listReadings', byUnit)).readings) see(reading);
	const faults: string[] = [];
	for (const reading of shown.values()) faults.push(...(await faultsOf(product, reading)));
	return { opened: shown.size, faults };
}
