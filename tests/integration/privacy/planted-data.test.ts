// Personal data planted in every dataset, in columns made for it, in free text and in words: found afterwards in no table,
// file of the cache, reply, notice, report or line that the command line printed. Codes and times stay whole.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createServices } from '../../../electron/services/create-services.ts';
import type { LedgerColumn } from '../../../electron/services/exports/datasets/ledger.ts';
import { LEDGER_SPECS } from '../../../electron/services/exports/datasets/ledger-specs.ts';
import { csvLine } from '../../../electron/services/sample/sample-table.ts';
import type { Services } from '../../../electron/services/services.ts';
import { contract, type MethodName } from '../../../shared/contract/contract.ts';
import { makeTestDir, runCliHere } from '../cli/run-cli.ts';

const { dir, remove } = makeTestDir();
const exportsDir = join(dir, 'exports');
const cacheDir = join(dir, 'cache');

const wide = (text: string): string =>
	text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const MOBILE = '13812345678';
const IDENTITY = '33010219900307423X';
const checked = identity(IDENTITY.slice(0, 17));
/** What must be found nowhere, once widths, spaces and hyphens are gone. */
const SECRETS = [
	MOBILE,
	'13987654321',
	'057188112233',
	checked,
	'8K325',
	'AD12345',
	'欧阳建国',
	'翠苑一区3幢2单元501室',
	'wangjg@example.com',
];
const TEXTS = [
	`联系人欧阳建国，电话${MOBILE}，车牌浙A·8K325`,
	`来电人：欧阳建国 ${wide(MOBILE)}，住翠苑一区3幢2单元501室`,
	`手机 139 8765 4321，身份证${checked}，邮箱 wangjg@example.com`,
	`手机139-8765-4321 座机0571-88112233 身份证号：${wide(checked)}，车牌号浙AD12345`,
];
const PERSONAL = {
	联系人姓名: '欧阳建国',
	联系电话: MOBILE,
	身份证号: checked,
	家庭住址: '翠苑一区3幢2单元501室',
	车牌号: '浙A·8K325',
};

/** An identity number with its check digit. */
function identity(first: string): string {
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = weights.reduce((all, weight, index) => all + weight * Number(first[index]), 0);
	return first + '10X98765432'[sum % 11];
}

function cellOf(column: LedgerColumn, row: number): string | number {
	const text = TEXTS[row % TEXTS.length] ?? '';
	switch (column.type) {
		case 'int':
		case 'number':
			return 3;
		case 'percent':
			return '50%';
		case 'flag':
			return '是';
		case 'date':
			return '2026-10-12';
		case 'instant':
		case 'due':
			return '2026-10-12 08:30:00';
		case 'period':
			return '2026-10';
		case 'code':
			return `K${1000 + row}`;
		case 'staffId':
			return [checked, MOBILE, '欧阳建国'][row % 3] ?? '';
		case 'hashed':
			return checked;
		case 'maskedName':
			return '欧阳建国';
		default:
			return text;
	}
}

function write(name: string, lines: (string | number)[][]): void {
	writeFileSync(join(exportsDir, name), `\ufeff${lines.map(csvLine).join('')}`);
}

const EVENT_CODE = '339901202611200001';
let printed = '';
let services: Services;
const notices: string[] = [];

beforeAll(async () => {
	mkdirSync(exportsDir, { recursive: true });
	const [headers, cells] = [Object.keys(PERSONAL), Object.values(PERSONAL)];
	write('01-units.csv', [
		['行政区划代码', '单位名称', '层级', '上级编码', '备注', ...headers],
		['339901', 'L区', 3, '', TEXTS[0] ?? '', ...cells],
		['339901001', '城东街道', 4, '339901', TEXTS[1] ?? '', ...cells],
	]);
	write('02-grids.csv', [
		['网格编码', '网格名称', '网格类型', '所属镇街编码', '划分依据', ...headers],
		['339901001001001', '第1网格', '基础网格', '339901001', TEXTS[2] ?? '', ...cells],
	]);
	const rows = TEXTS.map((text, row) => [
		row === 0 ? EVENT_CODE : `E${row}`,
		text,
		text,
		text,
		'市容环境',
		'暴露垃圾',
		text,
		'城东街道',
		'339901001001001',
		'2026-11-20 08:30:00',
		row === 3 ? `${MOBILE} 2026` : '2026-11-20 09:00:00',
		text,
		row === 2 ? text : '处置中',
		...cells,
	]);
	write('03-events.csv', [
		[
			'事件编号',
			'事件标题',
			'事件描述',
			'事发地址',
			'事件大类',
			'事件小类',
			'事件来源',
			'所属镇街',
			'网格编码',
			'上报时间',
			'受理时间',
			'承办单位',
			'事件状态',
			...headers,
		],
		...rows,
		[checked, ...(rows[0] ?? []).slice(1)],
		[TEXTS[0] ?? '', ...(rows[0] ?? []).slice(1)],
	]);
	write('04-steps.csv', [
		['事件编号', '序号', '环节', '操作', '移交单位', '接收单位', '操作时间', '办理意见', ...headers],
		...TEXTS.map((text, row) => [EVENT_CODE, row + 1, text, text, text, text, '2026-11-20 10:00:00', text, ...cells]),
	]);
	for (const [index, spec] of LEDGER_SPECS.entries()) {
		const place = spec.hasPlace ? ['所属镇街'] : [];
		const own = spec.columns.filter((column) => column.isKept);
		write(`${index + 10}-${spec.dataset}.csv`, [
			[...own.map(({ name }) => name), ...place, '备注', ...headers],
			...TEXTS.map((text, row) => [
				...own.map((column) => cellOf(column, row)),
				...(spec.hasPlace ? ['城东街道'] : []),
				text,
				...cells,
			]),
		]);
	}
	for (const level of ['log', 'warn', 'error'] as const)
		vi.spyOn(console, level).mockImplementation((...parts) => {
			printed += parts.join(' ');
		});
	const env = { GRIDHELM_CACHE: cacheDir };
	for (const args of [
		['import', exportsDir, '--json', '--accept-held', '--cache', cacheDir],
		['import', exportsDir, '--dry-run', '--cache', cacheDir],
		['quarantine', '--json', '--cache', cacheDir],
		['quarantine', '--cache', cacheDir],
		['batches', '--cache', cacheDir],
	]) {
		const run = await runCliHere(args, env);
		printed += run.out + run.err;
		if (args.includes('--json') && args[0] === 'import') reports = run.out;
	}
	services = await createServices({ cacheDir, demo: 'never', version: 'test' });
	services.onNotice((notice) => notices.push(JSON.stringify(notice)));
}, 120_000);
let reports = '';

afterAll(async () => {
	await services?.close();
	vi.restoreAllMocks();
	remove();
});

/** Secrets in a text, however written. */
function leaks(text: string): string[] {
	const plain = text.normalize('NFKC').replace(/[\s·‐-―-]/g, '');
	return SECRETS.filter((secret) => plain.includes(secret) || plain.toUpperCase().includes(secret));
}

describe('planted personal data', () => {
	it('took every dataset', () => {
		const outcomes = new Map(
			(JSON.parse(reports).batches as { file: string; outcome: string; message: string }[]).map(
				({ file, outcome, message }) => [file, outcome === 'committed' ? outcome : `${outcome} ${message}`],
			),
		);
		const missed = [...outcomes].filter(([, outcome]) => outcome !== 'committed');
		expect(missed).toEqual([]);
		expect(outcomes.size).toBe(4 + LEDGER_SPECS.length);
	});

	it('is in no table of the cache', () => {
		const db = new Database(join(cacheDir, 'gridhelm.db'), { readonly: true });
		const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
		const found: string[] = [];
		for (const table of tables) {
			for (const row of db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]) {
				for (const [column, cell] of Object.entries(row)) {
					const text = cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : String(cell);
					for (const secret of leaks(text)) found.push(`${table}.${column}: ${secret} in ${text.slice(0, 60)}`);
				}
			}
		}
		db.close();
		expect([...new Set(found)]).toEqual([]);
	});

	it('is in no byte of the files of the cache', () => {
		const found = readdirSync(cacheDir, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.flatMap((entry) => {
				const bytes = readFileSync(join(entry.parentPath, entry.name));
				return [...SECRETS, ...SECRETS.map(wide), '139 8765 4321', '139-8765-4321', '0571-88112233']
					.filter((secret) => bytes.includes(secret))
					.map((secret) => `${entry.name}: ${secret}`);
			});
		expect(found).toEqual([]);
	});

	it('is in nothing that was printed or told', () => {
		expect(leaks(printed)).toEqual([]);
		expect(leaks(notices.join())).toEqual([]);
	});

	it('is in no reply to any query', async () => {
		const values: Record<string, unknown> = {
			area: '339901',
			areas: ['339901'],
			period: '2026-11',
			base: '2026-10',
			indicator: 'OP01',
			eventId: EVENT_CODE,
			text: '欧阳',
			batchId: 3,
			runId: 1,
			limit: 200,
			level: 'town',
			dataset: 'event',
			key: 'category',
			dimension: 'category',
			cadence: 'day',
			kind: 'day',
			id: 1,
			name: 'x',
		};
		const asked: string[] = [];
		const unasked: string[] = [];
		const found: string[] = [];
		for (const name of Object.keys(contract) as MethodName[]) {
			if (contract[name].kind !== 'query') continue;
			const shape = Object.keys((contract[name].input as unknown as { shape?: object }).shape ?? {});
			const whole = Object.fromEntries(shape.filter((key) => key in values).map((key) => [key, values[key]]));
			const inputs = [{}, whole, ...shape.map((key) => ({ [key]: values[key] }))].filter(
				(input) => contract[name].input.safeParse(input).success,
			);
			(inputs.length > 0 ? asked : unasked).push(name);
			for (const input of inputs) {
				const reply = await services.dispatch(name, input);
				for (const secret of leaks(JSON.stringify(reply))) found.push(`${name}: ${secret}`);
			}
		}
		expect(found).toEqual([]);
		expect(asked.length, `not asked: ${unasked.join()}`).toBeGreaterThan(unasked.length * 3);
	});

	it('leaves codes, numbers of events and times whole', () => {
		const db = new Database(join(cacheDir, 'gridhelm.db'), { readonly: true });
		const event = db
			.prepare<[string], Record<string, unknown>>('SELECT * FROM event WHERE event_id = ?')
			.get(EVENT_CODE);
		expect(event).toMatchObject({ event_id: EVENT_CODE, reported_at: 1795134600 });
		expect(db.prepare("SELECT count(*) FROM area WHERE area_code = '339901001001001'").pluck().get()).toBe(1);
		db.close();
	});
});
