// A small district as files, and services on a cache of its own, for tests of the rehearsal and of the word queue.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices } from '../../../electron/services/create-services.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../shared/contract/contract.ts';

export const UNITS = [
	'行政区划代码,行政区划名称,级别,上级代码',
	'339902,甲区,区,',
	'339902001,东街道,镇街,339902',
	'339902002,西镇,镇街,339902',
];
export const EVENT_HEADER = '事件编号,事件小类,所属镇街,上报时间,受理时间,办结时限,办结时间,事件状态,联系电话,事件描述';

/** A row of events: accepted at nine on a day of October 2026. */
export function eventRow(id: string, category: string, town: string, day: string, status = '处置中'): string {
	const at = `2026-10-${day}`;
	return `${id},${category},${town},${at} 09:00,${at} 09:10,${at} 17:30,,${status},13812345678,王小明 13912345678 反映路灯不亮`;
}

export async function openDistrict() {
	const dir = mkdtempSync(join(tmpdir(), 'gridhelm-preview-'));
	const cacheDir = join(dir, 'cache');
	const services = await createServices({ cacheDir, demo: 'never', version: 'test' });
	async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
		const reply = await services.dispatch(method, input);
		if (!reply.ok) throw new Error(`${reply.code} ${reply.message}`);
		return reply.data as MethodOutput<M>;
	}
	async function register(fileName: string, lines: readonly string[]): Promise<string> {
		const path = join(dir, fileName);
		writeFileSync(path, lines.join('\r\n'));
		return services.registerFile(path, fileName, false);
	}
	/** Resolves when the notice that something moved on brought an end. */
	async function until<T extends { state: string }>(read: () => Promise<T>): Promise<T> {
		for (;;) {
			const state = await read();
			if (state.state !== 'running') return state;
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
	return {
		dir,
		cacheDir,
		services,
		call,
		register,
		async importFile(fileName: string, lines: readonly string[]) {
			const { runId } = await call('imports.startRun', { files: [await register(fileName, lines)] });
			return until(() => call('imports.getRun', { runId }));
		},
		async rehearse(...files: [string, readonly string[]][]) {
			const references: string[] = [];
			for (const [fileName, lines] of files) references.push(await register(fileName, lines));
			const { previewId } = await call('imports.previewRun', { files: references });
			return until(() => call('imports.getPreview', { previewId }));
		},
		async close() {
			await services.close();
			rmSync(dir, { recursive: true, force: true });
		},
	};
}
