// R1 in its long form: 300 kills at random moments, and the 1st, 2nd, 3rd … write of an import failing, once (EIO) or
// from then on (ENOSPC).

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countWrites, failWrite, killAtRandom, prepareDisturbed, whyNoFailingWrites } from '../support/kill-rounds.ts';
import type { SoakJob } from './soak-job.ts';

const KILLS = 300;
/** Every write up to this many, then evenly over the rest up to the last one. */
const EVERY_WRITE = 50;
const SPREAD_WRITES = 50;

/** Numbers of the writes that are made to fail. */
function chosenWrites(writes: number): number[] {
	const chosen = new Set<number>();
	for (let n = 1; n <= Math.min(writes, EVERY_WRITE); n += 1) chosen.add(n);
	for (let turn = 1; turn <= SPREAD_WRITES; turn += 1)
		chosen.add(Math.max(1, Math.round((writes * turn) / SPREAD_WRITES)));
	return [...chosen].sort((a, b) => a - b);
}

export const killJob: SoakJob = {
	name: 'R1 kills and failing writes',
	async run() {
		const folder = mkdtempSync(join(tmpdir(), 'gridhelm-soak-'));
		try {
			const lines: string[] = [];
			for (const [index, one] of (await prepareDisturbed(folder)).entries()) {
				const kept = await killAtRandom(one, folder, KILLS / 2, 300 + index);
				lines.push(`${one.name}: ${KILLS / 2} kills, ${kept} left the old data, ${KILLS / 2 - kept} the new, 0 a mix`);
				const reason = whyNoFailingWrites();
				if (reason !== null) {
					lines.push(`${one.name}: no failing writes, ${reason}`);
					continue;
				}
				const writes = await countWrites(one, folder);
				const chosen = chosenWrites(writes);
				for (const fault of ['EIO', 'ENOSPC'] as const) {
					let keptOld = 0;
					for (const n of chosen) if (await failWrite(one, folder, n, fault)) keptOld += 1;
					lines.push(
						`${one.name}: ${chosen.length} of ${writes} writes failed with ${fault}, ${keptOld} left the old data, 0 a mix`,
					);
				}
			}
			return lines;
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
