// A printed code months later: the same while nothing changed, restated with its cause after a late correction, the
// same again when that is taken back, unknown when it was never issued here. Snapshots stay as they were published.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServices } from '../../../electron/services/create-services.ts';
import type { Services } from '../../../electron/services/services.ts';
import { contract, type MethodInput, type MethodName, type MethodOutput } from '../../../shared/contract/contract.ts';
import { makeTestDir, runCliHere } from './run-cli.ts';

const { dir, remove } = makeTestDir();
const cache = join(dir, 'cache');
afterAll(remove);

type Verified = MethodOutput<'snapshots.verifyFigure'>;
const HEAD = '事件编号,事件大类,事件小类,所属镇街,上报时间,受理时间,结案时间,办结时限,事件状态';
const FIGURE = ['--indicator', 'OP03', '--area', 'name:全区', '--period', '2026-10'];

/** Twenty events of October, the first `closed` of them closed. */
function events(closed: number): string {
	const rows = Array.from({ length: 20 }, (_, at) => {
		const day = `2026-10-${String(at + 1).padStart(2, '0')}`;
		const done = at < closed;
		const times = `${day} 09:00:00,${day} 09:30:00,${done ? `${day} 15:00:00` : ''},${day} 17:30:00`;
		return `E${100 + at},市容环境,暴露垃圾,甲街道,${times},${done ? '已结案' : '处置中'}`;
	});
	return [HEAD, ...rows].join('\n');
}

async function run(...args: string[]) {
	const { code, json } = await runCliHere([...args, '--json', '--cache', cache]);
	return { code, result: json() };
}

async function importFile(name: string, text: string, asOf: string): Promise<void> {
	writeFileSync(join(dir, name), text);
	const { code } = await run('import', join(dir, name), '--as-of', asOf, '--mode', 'full');
	expect(code).toBe(0);
}

async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
	const services = await createServices({ cacheDir: cache, demo: 'never', version: 'test' });
	try {
		return await work(services);
	} finally {
		await services.close();
	}
}

async function ask<M extends MethodName>(from: Services, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
	const reply = await from.dispatch(method, input);
	if (!reply.ok) throw new Error(`${method}: ${reply.code} ${reply.message}`);
	return reply.data as MethodOutput<M>;
}

async function verify(code: string): Promise<{ exit: number | null; verified: Verified }> {
	const { code: exit, result } = await run('verify-figure', code);
	return { exit, verified: contract['snapshots.verifyFigure'].output.parse(result) };
}

let cardCode = '';
let snapshotCode = '';
let readingCode = '';

beforeAll(async () => {
	await importFile('october.csv', events(18), '2026-11-02 08:00:00');
	const { result } = await run('proof', ...FIGURE);
	expect(result).toMatchObject({ num: 18, den: 20 });
	cardCode = (result as { checkCode: string }).checkCode;
	await withServices(async (services) => {
		const { snapshot } = await ask(services, 'snapshots.publishReadings', {
			title: '十月例会',
			period: '2026-10',
			level: 'district',
			indicators: ['OP01', 'OP03'],
		});
		snapshotCode = snapshot.checkCode;
		const { readings } = await ask(services, 'snapshots.getSnapshot', { snapshotId: snapshot.snapshotId });
		expect(readings.map(({ reading }) => [reading.indicator, reading.value])).toEqual([
			['OP01', 20],
			['OP03', 90],
		]);
		readingCode = readings[1]?.checkCode ?? '';
		expect(await ask(services, 'snapshots.listRestatements', {})).toMatchObject({ checked: 2, total: 0 });
	});
});

it('says that a figure stands, however the code is typed', async () => {
	for (const code of [cardCode, cardCode.toLowerCase(), cardCode.replace('-', ' '), readingCode]) {
		const { exit, verified } = await verify(code);
		expect([exit, verified.status, verified.figures[0]?.causes]).toEqual([0, 'same', []]);
	}
	expect((await verify(snapshotCode)).verified).toMatchObject({ status: 'same', checked: 2, figures: [] });
});

it('does not know a code that was never issued here', async () => {
	for (const code of ['00000-00000', 'S-00000-00000', 'no code at all']) {
		const { exit, verified } = await verify(code);
		expect([exit, verified.status]).toEqual([3, 'unknown']);
	}
});

it('names the late correction that restated it, and keeps what was published', async () => {
	// A version for later periods is no cause.
	await withServices((services) =>
		ask(services, 'indicators.changeDefinition', {
			indicator: 'OP03',
			effectiveOn: '2027-01-01',
			patch: { target: 99 },
		}),
	);
	expect((await verify(cardCode)).verified.status).toBe('same');
	await importFile('october-late.csv', events(20), '2026-11-20 08:00:00');
	const { exit, verified } = await verify(cardCode);
	expect([exit, verified.status]).toEqual([2, 'restated']);
	const [figure] = verified.figures;
	expect([figure?.stated.value, figure?.current?.value]).toEqual([90, 100]);
	expect(figure?.changed).toEqual(['num', 'light', 'value']);
	expect(figure?.causes).toMatchObject([{ kind: 'lateCorrection', files: ['october-late.csv'] }]);
	const whole = await verify(snapshotCode);
	expect(whole.verified).toMatchObject({ status: 'restated', checked: 2 });
	expect(whole.verified.figures.map(({ stated }) => stated.indicator)).toEqual(['OP03']);
	await withServices(async (services) => {
		const listed = await ask(services, 'snapshots.listRestatements', {});
		expect(listed).toMatchObject({ checked: 2, total: 1 });
		expect(listed.restatements[0]?.title).toBe('十月例会');
		const [snapshot] = (await ask(services, 'snapshots.listSnapshots', {})).snapshots;
		const frozen = await ask(services, 'snapshots.getSnapshot', { snapshotId: snapshot?.snapshotId ?? 0 });
		expect(frozen.readings.map(({ reading }) => reading.value)).toEqual([20, 90]);
	});
});

it('says it in words in both languages', async () => {
	const english = await runCliHere(['verify-figure', cardCode, '--cache', cache]);
	expect(english.out).toContain('restated since');
	expect(english.out).toContain('data came in since (late or corrected): october-late.csv');
	const chinese = await runCliHere(['verify-figure', cardCode, '--cache', cache, '--lang', 'zh']);
	expect(chinese.out).toContain('已有重述');
});

it('stands again when the correction is taken back; what rested on it does not', async () => {
	const corrected = ((await run('proof', ...FIGURE)).result as { checkCode: string }).checkCode;
	const { result } = await run('batches');
	const [newest] = (result as { batches: { batchId: number }[] }).batches;
	expect((await run('undo', String(newest?.batchId))).code).toBe(0);
	expect((await verify(cardCode)).verified.status).toBe('same');
	expect((await verify(snapshotCode)).verified.status).toBe('same');
	const { verified } = await verify(corrected);
	expect(verified.status).toBe('restated');
	expect(verified.figures[0]?.causes).toMatchObject([{ kind: 'undone', files: ['october-late.csv'] }]);
});

it('names a new version where the light changes with it, and still checks what was switched off', async () => {
	const change = (effectiveOn: string, patch: MethodInput<'indicators.changeDefinition'>['patch']) =>
		withServices((services) => ask(services, 'indicators.changeDefinition', { indicator: 'OP03', effectiveOn, patch }));
	await change('2026-10-01', { target: 90, warning: 80 });
	const [lighter] = (await verify(cardCode)).verified.figures;
	expect(lighter?.changed).toEqual(['light', 'version']);
	expect(lighter?.causes.map(({ kind }) => kind)).toEqual(['newVersion']);
	await change('2000-01-01', { isOff: true });
	const [off] = (await verify(cardCode)).verified.figures;
	expect([off?.current?.value, off?.causes.map(({ kind }) => kind)]).toEqual([90, ['newVersion']]);
});
