// Follows an import run to its end and tells what became of each file, for every command that starts one.

import { GridHelmError } from '../../shared/contract/errors.ts';
import type { Services } from '../services/services.ts';
import { batchesOf, exitCodeOf, reportText } from './batch-reports.ts';
import { ask, type CliContext, type ExitCode, UsageError } from './command.ts';
import { followRun } from './follow-run.ts';

/** Waits for a run, prints what became of each file, and gives the exit code; Ctrl-C leaves the cache whole. */
export async function finishRun(context: CliContext, services: Services, runId: number): Promise<ExitCode> {
	const run = await followRun(context, services, {
		get: () => ask(services, 'imports.getRun', { runId }),
		cancel: () => services.dispatch('imports.cancelRun', { runId }),
	});
	if (run.state === 'cancelled') {
		throw new UsageError(
			context.t(
				'已停止；已提交的文件保留，其余未导入。',
				'Stopped; files already committed stay, the rest was not imported.',
			),
			'E_GONE',
		);
	}
	if (run.state === 'failed') throw new GridHelmError(run.failureCode ?? 'E_INTERNAL', run.failure ?? '导入失败。');
	context.print({ batches: batchesOf(context, run.reports) }, () => reportText(context, run.reports));
	return exitCodeOf(run.reports);
}
