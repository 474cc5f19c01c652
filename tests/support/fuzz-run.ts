// Feeds spoilt inputs to every parser of exports until so many or so much time is spent, and reports what broke a rule:
// an exception, more than ten seconds, memory over the budget, rows lost from the count, an answer that cannot be.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validatePolygon } from '../../electron/services/exports/polygon-validator.ts';
import { writeMessy } from '../../electron/services/sample/write-messy.ts';
import { parseIso } from '../../shared/domain/shanghai-time.ts';
import { judgeCell } from './fuzz-cells.ts';
import { makeFuzzer } from './fuzz-inputs.ts';
import { readWhole } from './whole-export.ts';

const LONGEST_MS = 10_000;
/** One input in so many is a whole file; the others are cells and geometries. */
const FILES_EVERY = 40;
const LARGEST_SEED = 48 << 10;

const OTHER_KINDS: Record<string, string> = {
	json: '[{"event_id":"A1","reported_at":"2026-11-20 08:00","lng":120.1,"lat":30.2,"grid_code":"330102003012001"}]',
	ndjson: '{"event_id":"A1","reported_at":"2026-11-20"}\n{"event_id":"A2","reported_at":1795156200000}\n',
	geojson:
		'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"grid_code":"1","grid_name":"一"},"geometry":{"type":"Polygon","coordinates":[[[120,30],[120.1,30],[120.1,30.1],[120,30]]]}}]}',
	kml: '<kml><Placemark><name>x</name><ExtendedData><Data name="grid_code"><value>1</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>120,30 120,30.1 120.1,30.1 120,30</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>',
};
const CELLS = [
	'2026-11-23 14:30:00',
	'46349.6041666667',
	'2026年11月23日14时30分',
	'1795415400000',
	'2026-11-23T06:30:00.000Z',
	'下午2:30',
	'１２３．５',
	'1,234',
	'1.2万',
	'98.5%',
	'(12)',
	'3.30102E+11',
	'120.15,30.27',
	'120°09′18″',
	'POINT(120.15 30.27)',
	'4.9E-324',
	'联系人王小明，电话13812345678，住翠苑3幢2单元501室',
	'浙A·8K325',
	'330102199003074233',
];

export interface FuzzReport {
	inputs: number;
	files: number;
	slowestMs: number;
	peakMb: number;
	faults: string[];
}

/** Good files of every kind, small, to be spoilt. */
async function goodFiles(dir: string): Promise<Map<string, Buffer>> {
	const endS = parseIso('2026-11-23T23:59:59+08:00') ?? 0;
	await writeMessy({ outDir: dir, seed: 7, endS, bigRows: 100 });
	const good = new Map(Object.entries(OTHER_KINDS).map(([name, text]) => [name, Buffer.from(text)]));
	for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || entry.name === 'manifest.json') continue;
		const bytes = readFileSync(join(entry.parentPath, entry.name));
		good.set(entry.name, /\.(?:csv|geojson|html|xls)$/.test(entry.name) ? bytes.subarray(0, LARGEST_SEED) : bytes);
	}
	return good;
}

async function judgeFile(bytes: Buffer): Promise<string | null> {
	const whole = await readWhole(bytes);
	if ('outcome' in whole) return /^E_/.test(whole.code) ? null : `refused by ${whole.code}`;
	const { events, areas, steps, ledgerRows, rejections, summary, plan } = whole;
	const counted = events.length + areas.length + steps.length + ledgerRows.length + rejections.length;
	if (plan.dataset !== null && counted !== summary.rowsRead)
		return `${summary.rowsRead} rows read, ${counted} accounted for`;
	if (events.some(({ eventId }) => eventId === '')) return 'an event without a number';
	return null;
}

/** Runs until `inputs` are through or `seconds` are over. */
export async function runFuzz(limits: { inputs: number; seconds: number; seed: number }): Promise<FuzzReport> {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-fuzz-'));
	const report: FuzzReport = { inputs: 0, files: 0, slowestMs: 0, peakMb: 0, faults: [] };
	try {
		const files = makeFuzzer(limits.seed, await goodFiles(dir));
		const cells = makeFuzzer(limits.seed + 1, new Map(CELLS.map((cell) => [cell, Buffer.from(cell)])));
		const ring = makeFuzzer(limits.seed + 2, new Map([['ring', Buffer.from(OTHER_KINDS['geojson'] as string)]]));
		const endMs = performance.now() + limits.seconds * 1000;
		while (report.inputs < limits.inputs && performance.now() < endMs && report.faults.length < 20) {
			const startMs = performance.now();
			const isFile = report.inputs % FILES_EVERY === 0;
			const { bytes, from } = isFile ? files.next() : report.inputs % FILES_EVERY === 1 ? ring.next() : cells.next();
			let fault: string | null;
			try {
				if (isFile) fault = await judgeFile(bytes);
				else {
					fault = judgeCell(bytes.toString('utf8'));
					if (from === 'ring') validatePolygon(parseOr(bytes));
				}
			} catch (error) {
				fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
			}
			const ms = performance.now() - startMs;
			if (ms > LONGEST_MS) fault ??= `${Math.round(ms)} ms`;
			if (fault) report.faults.push(`${from}: ${fault} (${bytes.subarray(0, 4_000).toString('base64')})`);
			report.inputs += 1;
			if (isFile) report.files += 1;
			report.slowestMs = Math.max(report.slowestMs, ms);
			if (report.inputs % 1_000 === 0) report.peakMb = Math.max(report.peakMb, process.memoryUsage().rss / 2 ** 20);
		}
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
	return report;
}

function parseOr(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString('utf8')).features?.[0]?.geometry;
	} catch {
		return null;
	}
}
