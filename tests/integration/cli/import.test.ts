// The command line over a real cache: what each command prints, and its exit code, from an empty folder to an undo.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type MethodOutput } from '../../../shared/contract/contract.ts';
import { makeTestDir, runCli, runCliHere } from './run-cli.ts';

const { dir, remove } = makeTestDir();
const cache = join(dir, 'cache');
const exports = join(dir, 'exports');
afterAll(remove);

async function json(...args: string[]): Promise<{ code: number | null; result: unknown; err: string }> {
	const run = await runCliHere([...args, '--json', '--cache', cache]);
	return { code: run.code, result: run.json(), err: run.err };
}

async function importJson(...args: string[]) {
	const { code, result } = await json('import', ...args);
	const { batches } = result as { batches: BatchReportShape[] };
	return { code, batches };
}
type BatchReportShape = Omit<
	MethodOutput<'imports.getRun'>['reports'][number],
	'messageEn' | 'controlTotals' | 'heldBy'
>;
type Reading = MethodOutput<'indicators.listReadings'>['readings'][number];

beforeAll(async () => {
	const made = await runCliHere([
		'sample',
		'--out',
		exports,
		'--events',
		'400',
		'--seed',
		'5',
		'--grids',
		'24',
		'--years',
		'1',
	]);
	expect(made.code).toBe(0);
});

/** The keys of a batch in cli.md, and no other. */
const KEYS = [
	...['batchId', 'file', 'sha256', 'dataset', 'kind', 'encoding', 'mode', 'asOf', 'outcome', 'rows'],
	...['warnings', 'rejections', 'message'],
];
let rehearsed: Awaited<ReturnType<typeof importJson>>;

/** What a rehearsal says as the import itself will. */
function comparable({ file, sha256, dataset, mode, asOf, rows, rejections }: BatchReportShape) {
	return { file, sha256, dataset, mode, asOf, rows, rejections };
}

describe('an empty cache', () => {
	it('gives rows that say so, exit 0', async () => {
		const { code, result } = await json('readings', '--period', '2026-10');
		expect(code).toBe(0);
		const rows = result as Reading[];
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect(row).toMatchObject({ value: null, status: 'notConnected' });
	});

	it('is sound, and holds no batch and no quarantine', async () => {
		expect((await json('verify')).result).toMatchObject({ isSound: true });
		expect((await json('batches')).result).toEqual({ batches: [] });
		expect((await json('quarantine')).result).toEqual({ total: 0, rows: [] });
		expect((await json('profiles')).result).toEqual({ profiles: [] });
	});
});

describe('import', () => {
	it('dry-runs without a trace', async () => {
		const units = readdirSync(exports).find((name) => name.includes('行政区划') && name.endsWith('.csv')) ?? '';
		const { code, batches } = await importJson(join(exports, units), '--dry-run');
		expect([code, batches[0]?.outcome]).toEqual([0, 'dryRun']);
		expect((await json('batches')).result).toEqual({ batches: [] });
	});

	it('rehearses a folder file after file, with the readings that would move', async () => {
		rehearsed = await importJson(exports, '--dry-run');
		expect(rehearsed.code).toBe(0);
		for (const batch of rehearsed.batches) expect(Object.keys(batch)).toEqual(KEYS);
		// Outlines find the units of the file before them, as they will in the import.
		const outlines = rehearsed.batches.find(({ file }) => file.includes('行政区划边界'));
		expect(outlines).toMatchObject({ outcome: 'dryRun', rows: { inserted: 0 } });
		const moved = rehearsed.batches.flatMap(({ warnings }) => warnings.filter(({ code }) => code === 'W_MOVES'));
		expect(moved).toMatchObject([{ message: expect.stringMatching(/OP01 L区 2026-11 – → \d+/) }]);
		const table = await runCliHere(['import', exports, '--dry-run', '--lang', 'zh', '--cache', cache]);
		expect(table.out).toMatch(/^OP01 事件受理量 +L区 +2026-11 +– +\d+$/m);
		expect((await json('batches')).result).toEqual({ batches: [] });
	});

	it('takes a folder, units before grids before events, and says what became of each file', async () => {
		const { code, batches } = await importJson(exports);
		expect(code).toBe(0);
		expect(batches).toEqual(rehearsed.batches.map((batch) => expect.objectContaining(comparable(batch))));
		for (const batch of batches) {
			expect(Object.keys(batch)).toEqual(KEYS);
			const { read, inserted, updated, unchanged, folded, quarantined } = batch.rows;
			expect(read).toBe(inserted + updated + unchanged + folded + quarantined);
		}
		const order = batches.flatMap(({ dataset }) => (dataset === null ? [] : [dataset]));
		expect(order).toEqual([...order].sort((a, b) => rank(a) - rank(b)));
		expect(batches.find(({ dataset }) => dataset === 'event')?.rows.inserted).toBe(400);
	});

	it('changes nothing when repeated', async () => {
		const before = await json('readings', '--period', '2026', '--level', 'town');
		const { code, batches } = await importJson(exports);
		expect(code).toBe(0);
		for (const batch of batches) expect(batch.rows.inserted + batch.rows.updated, batch.file).toBe(0);
		expect((await json('readings', '--period', '2026', '--level', 'town')).result).toEqual(before.result);
	});

	it('names what looks like a fault of the data, and the code that the import would give', async () => {
		const file = readdirSync(exports).find((name) => name.includes('事件明细')) ?? '';
		const [head = '', ...rows] = readFileSync(join(exports, file), 'utf8').split('\n');
		const words = join(dir, 'words.csv');
		const column = head.split(',').indexOf('事件小类');
		const renamed = rows.slice(0, 40).map((row, index) => {
			const cells = row.split(',');
			cells[column] = '没见过的类别';
			if (index < 25) cells[0] = '';
			return cells.join(',');
		});
		writeFileSync(words, [head, ...renamed].join('\n'));
		const { code, batches } = await importJson(words, '--dry-run', '--as-of', '2026-11-24T08:00+08:00');
		expect([code, batches[0]?.outcome]).toEqual([3, 'held']);
		expect(batches[0]?.warnings.map((warning) => warning.code)).toContain('W_LOOKS_NEW_WORDS');
		expect(batches[0]?.rows).toMatchObject({ read: 40, quarantined: 25, updated: 15 });
		const old = await importJson(words, '--dry-run', '--as-of', '2025-01-01');
		expect(old.batches[0]?.warnings).toContainEqual({
			...{ code: 'W_LOOKS_OLD', count: 40 },
			message: expect.stringContaining('as of 2025-01-01 00:00, older than 2026-11-23 23:59'),
		});
		const accepted = await importJson(words, '--dry-run', '--accept-held');
		expect([accepted.code, accepted.batches[0]?.outcome]).toEqual([2, 'dryRun']);
	});

	it('names the column that is missing', async () => {
		const file = join(dir, 'no-id.csv');
		writeFileSync(file, '受理时间,事件来源,事件状态\n2026-11-20,信访,已结案\n');
		const { code, batches } = await importJson(file);
		expect([code, batches[0]?.outcome]).toEqual([3, 'refused']);
		expect(batches[0]?.message).toBe(
			'A needed column is missing: 事件编号(event_id); nothing was changed. Export it with that column, or name the column in a mapping profile.',
		);
	});

	it('refuses a file that is no export (3) and ignores it inside a folder (0)', async () => {
		const folder = join(dir, 'mixed');
		mkdirSync(folder);
		writeFileSync(join(folder, 'notes.txt'), '今天开会。\n');
		writeFileSync(join(folder, 'empty.csv'), '');
		writeFileSync(join(folder, 'binary.csv'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 0]));
		const named = await importJson(join(folder, 'notes.txt'));
		expect([named.code, named.batches[0]?.outcome]).toEqual([3, 'refused']);
		const bare = join(dir, 'bare');
		mkdirSync(bare);
		const none = await runCliHere(['import', bare, '--cache', cache]);
		expect([none.code, none.out]).toEqual([0, 'There is no file to import.\n']);
		const inside = await importJson(folder);
		expect(inside.batches.find(({ file }) => file === 'notes.txt')?.outcome).toBe('ignored');
		for (const file of ['empty.csv', 'binary.csv']) {
			const { code, batches } = await importJson(join(folder, file));
			expect([code, batches[0]?.outcome], file).toEqual([3, 'refused']);
		}
	});

	it('says plainly what is wrong with a profile', async () => {
		const profile = join(dir, 'profile.json');
		writeFileSync(profile, '{"name": 1}');
		const { code, result } = await json('import', exports, '--profile', profile);
		expect(code).toBe(1);
		const message = 'The file cannot be used (problem profile.json: name: must be text).';
		expect(result).toEqual({ error: { code: 'E_FILE', message } });
		const zh = await runCliHere(['import', exports, '--profile', profile, '--lang', 'zh', '--cache', cache]);
		expect(zh.err).toBe('映射方案不能使用：profile.json：name: 须为文字。\n');
	});
});

function rank(dataset: string): number {
	return ['admin_unit', 'grid', 'event', 'event_step'].indexOf(dataset);
}

describe('figures', () => {
	it('are the rows of the contract, as JSON and as CSV', async () => {
		const { result } = await json('readings', '--period', '2026-08..2026-10', '--indicator', 'OP01', 'OP04');
		const rows = result as Reading[];
		expect(rows).toHaveLength(6);
		contract['indicators.listReadings'].output.shape.readings.parse(rows);
		const csv = await runCliHere([
			'readings',
			'--period',
			'2026-08..2026-10',
			'--indicator',
			'OP01,OP04',
			'--format',
			'csv',
			'--cache',
			cache,
		]);
		const lines = csv.out.trimEnd().split('\r\n');
		expect(lines).toHaveLength(7);
		expect(lines[0]).toBe(Object.keys(rows[0] ?? {}).join(','));
		const book = join(dir, 'readings.xlsx');
		const { result: written } = await json('readings', '--period', '2026-10', '--format', 'xlsx', '--out', book);
		expect(written).toMatchObject({ file: 'readings.xlsx' });
		const sheet = Object.values(read(readFileSync(book)).Sheets)[0] ?? {};
		expect(sheet.A1).toMatchObject({ t: 's', v: 'indicator' });
		expect(sheet.B2).toMatchObject({ t: 's', v: rows[0]?.area });
		expect(sheet.N2?.t).toBe('b');
		const table = await runCliHere(['readings', '--period', '2026-10', '--lang', 'zh', '--cache', cache]);
		expect(table.out).toMatch(/^指标 /);
	});

	it.each([
		[['--area', '000000'], 'E_UNKNOWN_AREA'],
		[['--indicator', 'XX99'], 'E_UNKNOWN_INDICATOR'],
		[['--variant', 'other', '--indicator', 'OP04'], 'E_UNKNOWN_VARIANT'],
	])('of what does not exist: %j', async (args, errorCode) => {
		const { code, result } = await json('readings', '--period', '2026-10', ...args);
		expect([code, result]).toMatchObject([1, { error: { code: errorCode } }]);
	});

	it('of a period that is none', async () => {
		for (const period of ['2026-13', '2026-W54', 'October', '2026-10..2026Q4', '2026-10..2026-09']) {
			const { code, result } = await json('readings', '--period', period);
			expect([code, result], period).toMatchObject([1, { error: { code: 'E_PERIOD' } }]);
		}
	});

	it('are proven one by one, never as a series', async () => {
		const asked = ['proof', '--indicator', 'OP04', '--area', 'x', '--period', '2026-08..2026-10'];
		const { code, result } = await json(...asked);
		const message = expect.stringMatching(/2026-08\.\.2026-10 is a series; give one of its periods, such as 2026-08\./);
		expect([code, result]).toEqual([1, { error: { code: 'E_PERIOD', message } }]);
	});

	it('carry their proof in the shape of the command line contract', async () => {
		const area = ((await json('readings', '--period', '2026')).result as Reading[])[0]?.area ?? '';
		const { code, result } = await json(
			'proof',
			'--indicator',
			'OP04',
			'--area',
			area,
			'--period',
			'2026',
			'--limit',
			'2',
		);
		expect(code).toBe(0);
		const proof = result as Record<string, unknown>;
		expect(Object.keys(proof)).toEqual([
			'definition',
			'version',
			'num',
			'den',
			'value',
			'excluded',
			'sources',
			'records',
			'checkCode',
		]);
		expect(proof.records).toHaveLength(2);
	});
});

describe('the rest', () => {
	it('prints the schema of profiles as one document', async () => {
		const run = await runCliHere(['profiles', '--schema']);
		expect(run.json()).toMatchObject({ type: 'object' });
	});

	it('undoes the newest batch, and an unknown one is exit 1', async () => {
		const { batches } = (await json('batches')).result as MethodOutput<'imports.listBatches'>;
		const newest = batches.find(({ canUndo }) => canUndo);
		const undone = await json('undo', String(newest?.batchId));
		expect(undone.code).toBe(0);
		expect(undone.result).toMatchObject({ batch: { batchId: newest?.batchId } });
		expect(await json('undo', '9999')).toMatchObject({ code: 1, result: { error: { code: 'E_NOT_FOUND' } } });
		expect((await json('verify')).result).toMatchObject({ isSound: true, findings: [] });
	});

	it('examines the machine and the cache', async () => {
		const { code, result } = await json('doctor');
		expect(code).toBe(0);
		expect(result).toMatchObject({
			node: process.versions.node,
			cacheDir: cache,
			network: 'none',
			cache: { state: 'ready' },
		});
	});

	it('reports a cache that cannot be opened, and leaves it as it was', async () => {
		const broken = join(dir, 'broken');
		mkdirSync(broken);
		const file = join(broken, 'gridhelm.db');
		writeFileSync(file, 'not a database at all, but long enough to be one'.repeat(40));
		const before = readFileSync(file);
		for (const args of [['readings', '--period', '2026'], ['import', exports], ['batches']]) {
			const run = await runCliHere([...args, '--json', '--cache', broken]);
			expect([run.code, run.json()], args[0]).toMatchObject([1, { error: { code: 'E_CACHE_CORRUPT' } }]);
		}
		expect((await runCliHere(['doctor', '--json', '--cache', broken])).json()).toMatchObject({
			cache: { state: 'E_CACHE_CORRUPT' },
		});
		expect(readFileSync(file)).toEqual(before);
		expect(existsSync(`${file}-wal`)).toBe(false);
	});

	it('stops at Ctrl-C, leaving nothing behind', async () => {
		const before = (await json('batches')).result;
		const others = process.listenerCount('SIGINT');
		for (const [more, words] of [
			[['--dry-run'], 'Stopped; nothing was changed.'],
			[[], 'Stopped; files already committed stay, the rest was not imported.'],
		] as const) {
			const going = json('import', exports, ...more);
			// The run listens from its first look on; a signal before that would end these tests.
			await expect.poll(() => process.listenerCount('SIGINT'), { interval: 5 }).toBeGreaterThan(others);
			process.emit('SIGINT');
			expect(await going).toMatchObject({ code: 1, result: { error: { code: 'E_GONE', message: words } } });
		}
		expect((await json('batches')).result).toEqual(before);
		expect(readdirSync(cache)).toEqual(['gridhelm.db']);
	});

	it('is the same through the process, with words apart from the document', async () => {
		const missing = await runCli(['import', join(exports, 'none.csv'), '--json', '--cache', join(dir, 'second')]);
		expect([missing.code, missing.json()]).toMatchObject([1, { error: { code: 'E_INPUT' } }]);
		const args = ['import', join(dir, 'mixed', 'empty.csv'), '--json', '--cache', join(dir, 'second')];
		const run = await runCli(args, { LANG: 'zh_CN.UTF-8' });
		expect([run.code, run.json()]).toMatchObject([3, { batches: [{ outcome: 'refused' }] }]);
	});
});
