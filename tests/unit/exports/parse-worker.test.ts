// The parse worker gives the same blocks as reading in place, can be left early and cancelled.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRefusal, openExport } from '../../../electron/services/exports/open-export.ts';
import { readExportInWorker } from '../../../electron/services/exports/parse-worker-client.ts';
import { readExport } from '../../../electron/services/exports/read-export.ts';
import type { ExportPlan } from '../../../electron/services/exports/record-blocks.ts';
import { BlockCollector } from '../../support/whole-export.ts';

let folder = '';
let plan: ExportPlan;
const context = { profile: null, plausibleBox: null };

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'export-'));
	const path = join(folder, 'events.csv');
	const rows = Array.from(
		{ length: 40_000 },
		(_, index) =>
			`事件${index},2026-11-${String((index % 28) + 1).padStart(2, '0')} 08:30:00,网格员巡查,第${index % 300}网格,${'长'.repeat(110)}`,
	);
	await writeFile(path, `事件编号,受理时间,事件来源,网格名称,事件描述\n${rows.join('\n')}\n`);
	const opened = await openExport(path, 'events.csv');
	if (isRefusal(opened)) throw new Error(opened.code);
	plan = opened;
});
afterAll(() => rm(folder, { recursive: true }));

async function collect(
	blocks: ReturnType<typeof readExport>,
): Promise<{ collector: BlockCollector; summary: unknown; count: number }> {
	const collector = new BlockCollector();
	let count = 0;
	let next = await blocks.next();
	for (; !next.done; next = await blocks.next()) {
		collector.take(next.value);
		count++;
	}
	return { collector, summary: next.value, count };
}

test('same rows, same summary, in several blocks', async () => {
	const here = await collect(readExport(plan, context));
	const there = await collect(readExportInWorker(plan, context));
	expect(there.count).toBeGreaterThan(5);
	expect(there.summary).toEqual(here.summary);
	expect(there.collector.events.length).toBe(40_000);
	// Compared as text: eighty thousand deep comparisons would take a minute.
	expect(JSON.stringify(there.collector.events) === JSON.stringify(here.collector.events)).toBe(true);
});

test('leaving the loop ends the worker', async () => {
	for await (const block of readExportInWorker(plan, context)) {
		expect(block.rowsRead).toBeGreaterThan(0);
		break;
	}
});

test('a signal ends it with its reason', async () => {
	const controller = new AbortController();
	const read = async (): Promise<void> => {
		for await (const block of readExportInWorker(plan, { ...context, signal: controller.signal })) {
			if (block.rowsRead > 0) controller.abort(new Error('enough'));
		}
	};
	await expect(read()).rejects.toThrow('enough');
});

test('a file that goes away while its plan waits is an error, not a hang', async () => {
	await expect(collect(readExportInWorker({ ...plan, path: join(folder, 'gone.csv') }, context))).rejects.toThrow(
		/ENOENT/,
	);
});
