// Follows something that goes on in the services to its end, with progress on stderr. Prints no result.

import type { Services } from '../services/services.ts';
import type { CliContext } from './command.ts';

/** Progress is also asked for without a notice, so that a lost one cannot hang the run. */
const POLL_MS = 500;

/** What a run and a rehearsal have in common. */
interface Going {
	state: 'running' | 'done' | 'cancelled' | 'failed';
	file: string | null;
	fileIndex: number;
	fileCount: number;
	rowsRead: number;
	fraction: number | null;
	secondsLeft: number | null;
}

function progressLine(context: CliContext, run: Going): string {
	const share = run.fraction === null ? '' : ` ${Math.floor(run.fraction * 100)} %`;
	const left =
		run.secondsLeft === null
			? ''
			: context.t(`，约剩 ${Math.ceil(run.secondsLeft)} 秒`, `, about ${Math.ceil(run.secondsLeft)} s left`);
	const rows = context.t(`${run.rowsRead} 行`, `${run.rowsRead} rows`);
	return `[${run.fileIndex + 1}/${run.fileCount}] ${run.file ?? ''}${share}  ${rows}${left}`;
}

/** Asks until it has ended, woken by notices; Ctrl-C calls `cancel`, which must leave the cache as it was. */
export async function followRun<T extends Going>(
	context: CliContext,
	services: Services,
	run: { get(): Promise<T>; cancel(): Promise<unknown> },
): Promise<T> {
	let wake = () => {};
	const stopListening = services.onNotice(() => wake());
	const cancel = () => {
		context.tell(context.t('正在停止，缓存保持原样…', 'Stopping; the cache stays as it was…'));
		void run.cancel();
	};
	process.once('SIGINT', cancel);
	process.once('SIGTERM', cancel);
	try {
		for (;;) {
			const state = await run.get();
			if (state.state !== 'running') return state;
			if (state.file !== null) context.progress(progressLine(context, state));
			await new Promise<void>((done) => {
				const timer = setTimeout(done, POLL_MS);
				wake = () => {
					clearTimeout(timer);
					done();
				};
			});
		}
	} finally {
		stopListening();
		process.off('SIGINT', cancel);
		process.off('SIGTERM', cancel);
	}
}
