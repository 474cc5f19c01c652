// Stores keep the last good answer, never show it under another question, and ask again when data changes.

import { expect, test } from 'vitest';
import { ClientError } from '../../../renderer/client/client.ts';
import { DEFAULT_FILTERS } from '../../../renderer/stores/event-filters.ts';
import { toEventFilter } from '../../../renderer/stores/events-store.ts';
import { createLoader, type Loadable, NOTHING } from '../../../renderer/stores/loadable.ts';
import {
	type AddressBar,
	changePeriodKind,
	createLocationStore,
	defaultPeriod,
	stepPeriod,
} from '../../../renderer/stores/location-store.ts';
import { createStores } from '../../../renderer/stores/stores.ts';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { createFakeClient, settle } from './fake-client.ts';

function bar(search = ''): AddressBar & { entries: string[]; back(to: string): void } {
	const listeners = new Set<() => void>();
	let present = search;
	const entries: string[] = [];
	return {
		entries,
		readSearch: () => present,
		push(next) {
			entries.push(next);
			present = next;
		},
		replace(next) {
			present = next;
		},
		onBack(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		back(to) {
			present = to;
			for (const listener of listeners) listener();
		},
	};
}

function loader(ask: (input: string) => Promise<string>) {
	let state: Loadable<string> = NOTHING;
	const made = createLoader(
		ask,
		() => new ClientError('E_OFFLINE', 'off'),
		(next) => {
			state = next;
		},
	);
	return { made, state: () => state };
}

test('a failed refetch keeps the last good answer and says so', async () => {
	let isUp = true;
	const { made, state } = loader(async (input) => {
		if (!isUp) throw new Error('down');
		return `answer ${input}`;
	});
	await made.load('a');
	isUp = false;
	await made.reload();
	expect(state()).toMatchObject({ value: 'answer a', isLoading: false, error: { code: 'E_OFFLINE' } });
	await made.load('b');
	expect(state()).toMatchObject({ value: null, error: { code: 'E_OFFLINE' } });
	isUp = true;
	await made.load('b');
	expect(state()).toEqual({ value: 'answer b', isLoading: false, error: null });
});

test('a late answer to an earlier question is dropped', async () => {
	const answers = new Map<string, (text: string) => void>();
	const { made, state } = loader((input) => new Promise((resolve) => answers.set(input, resolve)));
	const first = made.load('a');
	const second = made.load('b');
	answers.get('b')?.('B');
	answers.get('a')?.('A');
	await Promise.all([first, second]);
	expect(state().value).toBe('B');
});

test('the same question is asked once while its answer stands', async () => {
	let asked = 0;
	const { made } = loader(async (input) => {
		asked += 1;
		return input;
	});
	await Promise.all([made.load('a'), made.load('a')]);
	await made.load('a');
	expect(asked).toBe(1);
	await made.reload();
	expect(asked).toBe(2);
});

test('steps are pushed to the history, adjustments are not, and going back moves the view', () => {
	const history = bar('?area=T1');
	const store = createLocationStore(history);
	store.getState().goTo({ area: 'T2', period: '2026-10' });
	store.getState().adjust({ indicator: 'OP03' });
	store.getState().adjust({ indicator: 'OP03' });
	expect(history.entries).toEqual(['?area=T2&period=2026-10']);
	expect(history.readSearch()).toBe('?area=T2&period=2026-10&indicator=OP03');
	history.back('?area=T1');
	expect(store.getState().address.area).toBe('T1');
});

test('periods step and change length around the same moment', () => {
	expect(stepPeriod('2026-01', -1)).toBe('2025-12');
	expect(stepPeriod('2026-W53', 1)).toBe('2027-W01');
	expect(changePeriodKind('2026-10', 'week')).toBe('2026-W44');
	expect(changePeriodKind('2026-10', 'quarter')).toBe('2026Q4');
	expect(changePeriodKind('2026Q3', 'month')).toBe('2026-09');
	expect(defaultPeriod('2026-11-23T07:42:00+08:00')).toBe('2026-10');
	expect(defaultPeriod('2026-01-01T00:00:00+08:00')).toBe('2025-12');
});

test('a filter carries the period only where its state is of a period, and a proof stands alone', () => {
	expect(toEventFilter(DEFAULT_FILTERS, 'D', '2026-10')).toEqual({
		area: 'D',
		state: 'open',
		lights: ['deepRed', 'red', 'yellow'],
	});
	expect(toEventFilter({ ...DEFAULT_FILTERS, state: 'accepted', lights: [] }, 'D', '2026-10')).toEqual({
		area: 'D',
		state: 'accepted',
		period: '2026-10',
	});
	const proof = { indicator: 'OP04', area: 'T1', period: '2026-09', variant: null, part: 'missed' } as const;
	expect(toEventFilter({ ...DEFAULT_FILTERS, proof }, 'D', '2026-10')).toEqual({
		proof: { indicator: 'OP04', area: 'T1', period: '2026-09', part: 'missed' },
	});
});

const BOARD: MethodOutput<'indicators.getBoard'> = { asOf: null, rows: [] };

test('data.changed asks again for what is shown, imports.progress only for the run', async () => {
	const client = createFakeClient({ 'indicators.getBoard': () => BOARD });
	const stores = createStores(client, bar());
	stores.readings.getState().loadOverview('D', '2026-10');
	await settle();
	client.calls.length = 0;
	client.notify({ topic: 'imports.progress', runId: 9 });
	await settle();
	expect(client.calls).toEqual([]);
	client.notify({ topic: 'data.changed', revision: 2 });
	await settle();
	const methods = client.calls.map((call) => call.method);
	expect(methods).toContain('app.getState');
	expect(methods).toContain('indicators.getBoard');
	expect(methods).not.toContain('indicators.getTrend');
});

test('an import goes from files to its outcome, and a failed start is kept for the screen', async () => {
	const run: MethodOutput<'imports.getRun'> = {
		runId: 3,
		state: 'running',
		file: 'a.csv',
		fileIndex: 0,
		fileCount: 1,
		stage: 'reading',
		rowsRead: 10,
		fraction: 0.5,
		secondsLeft: 2,
		reports: [],
		failure: null,
		failureCode: null,
	};
	const client = createFakeClient({ 'imports.startRun': () => ({ runId: 3 }), 'imports.getRun': () => run });
	const stores = createStores(client, bar());
	await stores.imports.getState().startImportOf(['ref:a.csv'], null);
	expect(client.calls.find((call) => call.method === 'imports.startRun')?.input).toEqual({
		files: ['ref:a.csv'],
		profile: null,
		acceptHeld: false,
		coordinates: null,
	});
	expect(stores.imports.getState().run).toEqual(run);
	client.answers['imports.getRun'] = () => ({ ...run, state: 'done', stage: 'done', fraction: 1 });
	client.notify({ topic: 'imports.progress', runId: 3 });
	await settle();
	expect(stores.imports.getState().run?.state).toBe('done');
	client.answers['imports.startRun'] = () => {
		throw new ClientError('E_BUSY', '正在导入');
	};
	await stores.imports.getState().startImportOf(['ref:a.csv'], null);
	expect(stores.imports.getState()).toMatchObject({ failure: { code: 'E_BUSY' } });
});
