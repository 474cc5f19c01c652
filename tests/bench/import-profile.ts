// Where an import's time goes: one run of the command under Node's own profiler, self time by source file per thread.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gridhelm } from './gridhelm-command.ts';

interface CpuProfile {
	nodes: { id: number; callFrame: { url: string; functionName: string } }[];
	samples: number[];
	/** Microseconds. */
	timeDeltas: number[];
}

const SHOWN = 6;

/** The last two parts of an address, or what Node calls the time without one: (idle), (garbage collector). */
function placeOf({ url, functionName }: CpuProfile['nodes'][number]['callFrame']): string {
	if (url === '') return functionName.startsWith('(') ? functionName : `native ${functionName}`;
	return url.split('/').slice(-2).join('/');
}

/** Seconds of one thread by place, most first. */
function summarise(profile: CpuProfile): string {
	const places = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
	const seconds = new Map<string, number>();
	for (const [index, id] of profile.samples.entries()) {
		const place = places.get(id) ?? '';
		seconds.set(place, (seconds.get(place) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1e6);
	}
	const total = [...seconds.values()].reduce((sum, one) => sum + one, 0);
	const most = [...seconds].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
	return `${total.toFixed(1)} s: ${most.map(([place, one]) => `${place} ${one.toFixed(1)}`).join(', ')}`;
}

/** One line a thread; `folder` is an empty one for the profiles. */
export async function profileImport(args: readonly string[], folder: string): Promise<string[]> {
	await gridhelm(args, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
	return globSync('*.cpuprofile', { cwd: folder })
		.sort()
		.map((file) => {
			const isMain = /\.0\.\d+\.cpuprofile$/.test(file);
			const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
			return `where the time goes, ${isMain ? 'writing' : 'reading'} thread, ${summarise(profile)}`;
		});
}
