// Dispatch: names looked up safely, inputs and outputs validated, failures as data without a path, SQL or a stack.

import { beforeEach, describe, expect, it } from 'vitest';
import { createDispatch, type Handlers } from '../../electron/services/dispatch.ts';
import { contract, type MethodName } from '../../shared/contract/contract.ts';
import { GridHelmError } from '../../shared/contract/errors.ts';

interface Context {
	name: string;
}

const seen: { context: Context; input: unknown }[] = [];
const log: string[] = [];
let answer: () => unknown = () => ({ hits: [] });

function handle(context: Context, input: unknown): unknown {
	seen.push({ context, input });
	return answer();
}

const handlers = Object.fromEntries(Object.keys(contract).map((name) => [name, handle])) as unknown as Handlers<
	Context,
	Context
>;
const dispatch = createDispatch(
	handlers,
	{ query: () => ({ name: 'query' }), command: () => ({ name: 'command' }) },
	(line) => log.push(line),
);

beforeEach(() => {
	seen.length = 0;
	log.length = 0;
	answer = () => ({ hits: [] });
});

describe('names', () => {
	const strange = [
		'__proto__',
		'constructor',
		'hasOwnProperty',
		'toString',
		'valueOf',
		'',
		' app.getState',
		'APP.GETSTATE',
		'app.getState\u0000',
		'app',
		'imports',
		'x'.repeat(100_000),
	];
	it.each(strange)('%.20s is unknown', async (name) => {
		expect(await dispatch(name, {})).toMatchObject({ ok: false, code: 'E_UNKNOWN_METHOD' });
		expect(seen).toEqual([]);
	});

	it('that are no text are unknown', async () => {
		for (const name of [null, undefined, 1, {}, ['app.getState'], Symbol('x')]) {
			expect(await dispatch(name as unknown as string, {})).toMatchObject({ ok: false, code: 'E_UNKNOWN_METHOD' });
		}
	});
});

describe('inputs', () => {
	it('are given to the handler with their defaults', async () => {
		expect(await dispatch('search.findHits', { text: '莲花' })).toEqual({ ok: true, data: { hits: [] } });
		expect(seen).toEqual([{ context: { name: 'query' }, input: { text: '莲花', limit: 12 } }]);
	});

	it.each([
		['search.findHits', {}, 'text'],
		['search.findHits', { text: 1 }, 'text'],
		['search.findHits', { text: 'x', limit: 51 }, 'limit'],
		['search.findHits', { text: 'x', limit: 1.5 }, 'limit'],
		['search.findHits', { text: 'x', limit: Number.NaN }, 'limit'],
		['search.findHits', { text: 'x', more: 1 }, 'more'],
		['indicators.listReadings', { period: '2026-10', areas: ['a', ''] }, 'areas.1'],
		['imports.startRun', { files: [] }, 'files'],
		['events.listEvents', { filter: { proof: { indicator: 'OP01' } } }, 'filter.proof.area'],
		['search.findHits', JSON.parse('{"text":"x","__proto__":{"limit":1}}'), '__proto__'],
	])('%s %j is refused by its field', async (method, input, field) => {
		const reply = await dispatch(method, input);
		expect(reply).toMatchObject({ ok: false, code: 'E_INPUT', details: { field } });
		expect(seen).toEqual([]);
	});

	it.each([null, 'x', 1, [], true])('that are no object (%j) never reach a handler of arguments', async (input) => {
		expect(await dispatch('search.findHits', input)).toMatchObject({ ok: false, code: 'E_INPUT' });
		expect(seen).toEqual([]);
	});

	it('are refused by every method when they hold an unknown key', async () => {
		for (const name of Object.keys(contract)) {
			const reply = await dispatch(name, { 'no such key': 1 });
			expect(reply, name).toMatchObject({ ok: false, code: 'E_INPUT' });
		}
		expect(seen).toEqual([]);
	});

	it('never come back in a refusal', async () => {
		const reply = await dispatch('search.findHits', { text: ['张三 13800138000'] });
		expect(JSON.stringify(reply)).not.toMatch(/张三|138/);
	});
});

describe('contexts', () => {
	it('give only commands the context of commands', async () => {
		await dispatch('app.getState', {});
		await dispatch('imports.undoBatch', { batchId: 1 });
		expect(seen.map(({ context }) => context.name)).toEqual(['query', 'command']);
	});

	it('that refuse are failures with their own code', async () => {
		const refusing = createDispatch(handlers, {
			query: () => ({ name: 'query' }),
			command: () => {
				throw new GridHelmError('E_CACHE_READ_ONLY', '缓存只读。');
			},
		});
		expect(await refusing('imports.undoBatch', { batchId: 1 })).toMatchObject({ ok: false, code: 'E_CACHE_READ_ONLY' });
	});
});

describe('outputs', () => {
	it.each([
		[{ hits: [], reporterPhone: '13800138000' }],
		[{ hits: [{ kind: 'area', code: '1', name: 'x', path: '', level: 'town', phone: '13800138000' }] }],
		[{}],
		[null],
		[undefined],
		[{ hits: [{ kind: 'event', eventId: undefined, zh: '', en: '', placeName: null }] }],
	])('that break their schema are internal errors, and their data stays out of reply and log', async (output) => {
		answer = () => output;
		const reply = await dispatch('search.findHits', { text: 'x' });
		expect(reply).toMatchObject({ ok: false, code: 'E_INTERNAL' });
		expect(log).toHaveLength(1);
		expect(JSON.stringify([reply, log])).not.toContain('138');
	});

	it('may be promised', async () => {
		answer = () => Promise.resolve({ hits: [] });
		expect(await dispatch('search.findHits', { text: 'x' })).toEqual({ ok: true, data: { hits: [] } });
	});
});

describe('failures', () => {
	it('of ours keep code, sentence and details', async () => {
		answer = () => {
			throw new GridHelmError('E_UNKNOWN_AREA', '没有这个区域。', { area: '1' });
		};
		expect(await dispatch('search.findHits', { text: 'x' })).toEqual({
			ok: false,
			code: 'E_UNKNOWN_AREA',
			message: '没有这个区域。',
			details: { area: '1' },
		});
	});

	it.each([
		new Error("SQLITE_ERROR: near 'SELECT * FROM event' in /root/cache/gridhelm.db"),
		Object.assign(new Error("ENOENT: open '/root/secret'"), { code: 'ENOENT' }),
		'/root/secret SELECT',
		null,
		undefined,
	])('of any other kind tell nothing', async (thrown) => {
		answer = () => {
			throw thrown;
		};
		const reply = await dispatch('search.findHits', { text: 'x' });
		expect(reply).toMatchObject({ ok: false, code: 'E_INTERNAL' });
		expect(JSON.stringify([reply, log])).not.toMatch(/SELECT|\/root|secret|at .*\(/);
	});

	it('are data for every method, never a throw', async () => {
		answer = () => {
			throw new TypeError('x is not a function');
		};
		for (const name of Object.keys(contract) as MethodName[]) {
			expect((await dispatch(name, {})).ok).toBe(false);
		}
	});
});
