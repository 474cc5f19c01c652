// `npm run soak`: the long forms of quality.md, one after the other; writes their results beside the benchmarks.
// `npm run soak -- T1` runs the jobs whose name begins so.

import { writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { join } from 'node:path';
import { figuresJob } from './figures-job.ts';
import { killJob } from './kill-job.ts';
import type { SoakJob } from './soak-job.ts';

const JOBS: readonly SoakJob[] = [killJob, figuresJob];

const wanted = process.argv.slice(2);
const chosen = JOBS.filter(({ name }) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)));
const sections: string[] = [];
for (const { name, run } of chosen) {
	const startMs = performance.now();
	console.log(name);
	let lines: string[];
	try {
		lines = await run();
	} catch (error) {
		lines = [`**failed**: ${error instanceof Error ? error.message : String(error)}`];
		process.exitCode = 1;
	}
	const minutes = ((performance.now() - startMs) / 60_000).toFixed(1);
	const section = [`## ${name}`, '', ...lines.map((line) => `- ${line}`), `- ${minutes} min`].join('\n');
	console.log(section);
	sections.push(section);
}

if (wanted.length === 0) {
	const text = `# Long forms

- Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${type()} ${release()}
- Node ${process.versions.node}
- Date: ${new Date().toISOString().slice(0, 10)}

${sections.join('\n\n')}
`;
	writeFileSync(join(import.meta.dirname, '../bench/soak-results.md'), text);
}
