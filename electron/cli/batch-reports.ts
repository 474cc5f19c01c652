// What became of each file, as cli.md prints it and in words. Pure; asks nothing.

import type { MethodOutput } from '../../shared/contract/contract.ts';
import { type CliContext, EXIT, type ExitCode } from './command.ts';
import { textTable } from './text-table.ts';

export type Report = MethodOutput<'imports.getRun'>['reports'][number];

/** Exit code of cli.md: a held or refused file outweighs quarantined rows. */
export function exitCodeOf(reports: readonly Pick<Report, 'outcome' | 'rows'>[]): ExitCode {
	if (reports.some(({ outcome }) => outcome === 'held' || outcome === 'refused')) return EXIT.heldOrRefused;
	return reports.some(({ rows }) => rows.quarantined > 0) ? EXIT.quarantined : EXIT.ok;
}

/** The reports with the keys that cli.md lists and no other; words in the language of the run. */
export function batchesOf(context: CliContext, reports: readonly Report[]) {
	return reports.map((report) => ({
		batchId: report.batchId,
		file: report.file,
		sha256: report.sha256,
		dataset: report.dataset,
		kind: report.kind,
		encoding: report.encoding,
		mode: report.mode,
		asOf: report.asOf,
		outcome: report.outcome,
		rows: report.rows,
		warnings: report.warnings.map(({ code, count, message, messageEn }) => ({
			code,
			count,
			message: context.t(message, messageEn),
		})),
		rejections: report.rejections,
		message: context.t(report.message, report.messageEn),
	}));
}

/** A table of the files, then each one's sentence, warnings and reasons. */
export function reportText(context: CliContext, reports: readonly Report[]): string {
	const { t } = context;
	if (reports.length === 0) return t('没有可导入的文件。', 'There is no file to import.');
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
			{ title: t('消失', 'vanished'), cell: (row) => row.rows.vanished, isRight: true },
		],
		reports,
	);
	const lines = [table];
	for (const report of reports) {
		lines.push('', `${report.file}: ${t(report.message, report.messageEn)}`);
		for (const { code, count, message, messageEn } of report.warnings)
			lines.push(`  ! ${t(message, messageEn)} (${code}, ${count})`);
		for (const { code, count, first } of report.rejections) {
			const column = first.column === null ? '' : t(`，列 ${first.column}`, `, column ${first.column}`);
			lines.push(`  × ${code}: ${count} ${t(`行，首行 ${first.row}`, `rows, first row ${first.row}`)}${column}`);
		}
		for (const { row, label, column, stated, counted, isEqual } of report.controlTotals) {
			const where = `${t(`第 ${row} 行`, `row ${row}`)} ${label}${column === '' ? '' : ` ${column}`}`;
			lines.push(
				`  ${isEqual ? '=' : '≠'} ${where}: ${t(`表中 ${stated}，读到 ${counted}`, `sheet ${stated}, read ${counted}`)}`,
			);
		}
	}
	return lines.join('\n');
}
