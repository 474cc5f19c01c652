// Follows an import run to its end and tells what became of each file, for every command that starts one.

import type { MethodOutput } from '../../shared/contract/contract.ts';
import { GridHelmError } from '../../shared/contract/errors.ts';
import type { Services } from '../services/services.ts';
import { ask, type CliContext, EXIT, type ExitCode } from './command.ts';
import { textTable } from './text-table.ts';

type Run = MethodOutput<'imports.getRun'>;
type Report = Run['reports'][number];

/** Progress is also asked for without a notice, so that a lost one cannot hang the run. */
const POLL_MS = 500;

function progressLine(context: CliContext, run: Run): string {
	const share = run.fraction === null ? '' : ` ${Math.floor(run.fraction * 100)} %`;
	const left =
		run.secondsLeft === null
			? ''
			: context.t(`，约剩 ${Math.ceil(run.secondsLeft)} 秒`, `, about ${Math.ceil(run.secondsLeft)} s left`);
	const rows = context.t(`${run.rowsRead} 行`, `${run.rowsRead} rows`);
	return `[${run.fileIndex + 1}/${run.fileCount}] ${run.file ?? ''}${share}  ${rows}${left}`;
}

/** Waits for a run to end, with progress; Ctrl-C cancels it and leaves the cache whole. */
async function followRun(context: CliContext, services: Services, runId: number): Promise<Run> {
	let wake = () => {};
	const stopListening = services.onNotice(() => wake());
	const cancel = () => {
		context.tell(context.t('正在停止，缓存保持原样…', 'Stopping; the cache stays as it was…'));
		void services.dispatch('imports.cancelRun', { runId });
	};
	process.once('SIGINT', cancel);
	process.once('SIGTERM', cancel);
	try {
		for (;;) {
			const run = await ask(services, 'imports.getRun', { runId });
			if (run.state !== 'running') return run;
			if (run.fileCount > 0) context.progress(progressLine(context, run));
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

/** Exit code of cli.md: a held or refused file outweighs quarantined rows. */
export function exitCodeOf(reports: readonly Pick<Report, 'outcome' | 'rows'>[]): ExitCode {
	if (reports.some(({ outcome }) => outcome === 'held' || outcome === 'refused')) return EXIT.heldOrRefused;
	return reports.some(({ rows }) => rows.quarantined > 0) ? EXIT.quarantined : EXIT.ok;
}

function reportText(context: CliContext, reports: readonly Report[]): string {
	const { t, language } = context;
	const outcomes: Record<Report['outcome'], string> = {
		committed: t('已提交', 'committed'),
		dryRun: t('试运行', 'dry run'),
		unchanged: t('未变', 'unchanged'),
		held: t('搁置', 'held'),
		refused: t('拒绝', 'refused'),
		ignored: t('忽略', 'ignored'),
	};
	const table = textTable<Report>(
		[
			{ title: t('文件', 'file'), cell: (row) => row.file },
			{ title: t('结果', 'outcome'), cell: (row) => outcomes[row.outcome] },
			{ title: t('批次', 'batch'), cell: (row) => row.batchId, isRight: true },
			{ title: t('数据集', 'dataset'), cell: (row) => row.dataset },
			{ title: t('读取', 'read'), cell: (row) => row.rows.read, isRight: true },
			{ title: t('新增', 'new'), cell: (row) => row.rows.inserted, isRight: true },
			{ title: t('更新', 'changed'), cell: (row) => row.rows.updated, isRight: true },
			{ title: t('未变', 'same'), cell: (row) => row.rows.unchanged, isRight: true },
			{ title: t('合并', 'folded'), cell: (row) => row.rows.folded, isRight: true },
			{ title: t('隔离', 'quarantined'), cell: (row) => row.rows.quarantined, isRight: true },
		],
		reports,
	);
	const lines = [table];
	for (const report of reports) {
		lines.push('', `${report.file}: ${language === 'zh' ? report.message : report.messageEn}`);
		for (const { code, count, message, messageEn } of report.warnings)
			lines.push(`  ! ${t(message, messageEn)} (${code}, ${count})`);
		for (const { code, count, first } of report.rejections) {
			const column = first.column === null ? '' : t(`，列 ${first.column}`, `, column ${first.column}`);
			lines.push(`  × ${code}: ${count} ${t(`行，首行 ${first.row}`, `rows, first row ${first.row}`)}${column}`);
		}
	}
	return lines.join('\n');
}

/** Waits for a run, prints what became of each file, and gives the exit code. */
export async function finishRun(context: CliContext, services: Services, runId: number): Promise<ExitCode> {
	const run = await followRun(context, services, runId);
	if (run.state === 'cancelled') throw new GridHelmError('E_GONE', '已停止；已提交的文件保留，其余未导入。');
	if (run.state === 'failed') throw new GridHelmError('E_INTERNAL', run.failure ?? '导入失败。');
	const batches = run.reports.map(({ messageEn, ...report }) => ({
		...report,
		message: context.t(report.message, messageEn),
		warnings: report.warnings.map(({ code, count, ...words }) => ({
			code,
			count,
			message: context.t(words.message, words.messageEn),
		})),
	}));
	context.print({ batches }, () => reportText(context, run.reports));
	return exitCodeOf(run.reports);
}
