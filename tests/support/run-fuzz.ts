// `npm run fuzz`: a million inputs (or `-- --inputs N --seconds S --seed X`) to every parser; ends with what broke a rule.

import { parseArgs } from 'node:util';
import { runFuzz } from './fuzz-run.ts';

const { values } = parseArgs({
	options: { inputs: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string' } },
});
const report = await runFuzz({
	inputs: Number(values.inputs ?? 1_000_000),
	seconds: Number(values.seconds ?? 7_200),
	seed: Number(values.seed ?? 1),
});
for (const fault of report.faults) console.log(fault);
console.log(
	`fuzz: ${report.inputs} inputs (${report.files} whole files), slowest ${Math.round(report.slowestMs)} ms, peak ${Math.round(report.peakMb)} MB, ${report.faults.length} faults`,
);
if (report.faults.length > 0 || report.peakMb > 600) process.exitCode = 1;
