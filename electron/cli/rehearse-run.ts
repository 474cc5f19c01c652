// `import --dry-run`: rehearses the import and tells what would become of each file, which readings would move, and which of
// those moves look like a fault of the data. Nothing is changed.

import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import { GridHelmError } from '../../shared/contract/errors.ts';
import { formatImportMessage, REHEARSAL_CODE_OF } from '../../shared/domain/import-messages.ts';
import type { Services } from '../services/services.ts';
import { batchesOf, exitCodeOf, type Report, reportText } from './batch-reports.ts';
import { ask, type CliContext, type ExitCode, type Language, UsageError } from './command.ts';
import { followRun } from './follow-run.ts';
import { readingValue } from './reading-words.ts';
import { textTable } from './text-table.ts';

type Preview = MethodOutput<'imports.getPreview'>;
type Move = Preview['moves'][number];

/** Moves shown in words; the Data page lists them all. */
const MAX_SHOWN = 40;
/** Moves named in the warning. */
const MAX_NAMED = 3;

/** The report that the import itself would give, with what looks like a fault among its warnings. */
function reportOf(file: Preview['files'][number], acceptHeld: boolean): Report {
	const { report, faults, heldReason } = file;
	const warnings = [
		...report.warnings,
		...faults.map(({ kind, rows, message, messageEn }) => ({
			code: REHEARSAL_CODE_OF[kind],
			count: rows,
			message,
			messageEn,
		})),
	];
	if (!file.isHeld || acceptHeld || heldReason === null) return { ...report, warnings };
	return { ...report, warnings, outcome: 'held', message: heldReason.zh, messageEn: heldReason.en };
}

function moveWords({ indicator, areaName, period, before, after }: Move): string {
	return `${indicator} ${areaName} ${period} ${readingValue(before) ?? '–'} → ${readingValue(after) ?? '–'}`;
}

/** Adds to the last file that would be written how many readings of all files together would move. */
function tellMoves(reports: Report[], moves: readonly Move[]): void {
	const last = reports.findLast(({ outcome, dataset }) => outcome === 'dryRun' && dataset !== null);
	if (!last || moves.length === 0) return;
	const words = (language: Language) =>
		formatImportMessage(
			'W_MOVES',
			{
				count: moves.length,
				moves: moves
					.slice(0, MAX_NAMED)
					.map(moveWords)
					.join(language === 'zh' ? '；' : '; '),
			},
			language,
		).text;
	last.warnings = [
		...last.warnings,
		{ code: 'W_MOVES', count: moves.length, message: words('zh'), messageEn: words('en') },
	];
}

/** A fault as the cell of a table: its sentence without the stop. */
function faultWords(fault: NonNullable<Move['fault']>, language: Language): string {
	return formatImportMessage(REHEARSAL_CODE_OF[fault], {}, language).text.replace(/[。.]$/, '');
}

function movesText(context: CliContext, moves: readonly Move[], names: ReadonlyMap<string, string>): string {
	const { t, language } = context;
	const table = textTable<Move>(
		[
			{ title: t('指标', 'indicator'), cell: (row) => `${row.indicator} ${names.get(row.indicator) ?? ''}`.trim() },
			{ title: t('区域', 'area'), cell: (row) => row.areaName },
			{ title: t('周期', 'period'), cell: (row) => row.period },
			{ title: t('现在', 'now'), cell: (row) => readingValue(row.before), isRight: true },
			{ title: t('导入后', 'after'), cell: (row) => readingValue(row.after), isRight: true },
			{
				title: t('像是数据有误', 'looks like a fault'),
				cell: ({ fault }) => (fault === null ? '' : faultWords(fault, language)),
			},
		],
		moves.slice(0, MAX_SHOWN),
	);
	const rest = moves.length - MAX_SHOWN;
	const lines = ['', t(`会变化的读数（${moves.length}）：`, `Readings that would move (${moves.length}):`), table];
	if (rest > 0) lines.push(t(`……另有 ${rest} 个。`, `… and ${rest} more.`));
	return lines.join('\n');
}

/** Rehearses, prints what each file would give and which readings would move; the exit code is that of the import. */
export async function rehearseRun(
	context: CliContext,
	services: Services,
	input: MethodInput<'imports.startRun'>,
): Promise<ExitCode> {
	const { files, profile, mode, asOf, acceptHeld } = input;
	const { previewId } = await ask(services, 'imports.previewRun', {
		files,
		...(profile === undefined ? {} : { profile }),
		...(mode === undefined ? {} : { mode }),
		...(asOf === undefined ? {} : { asOf }),
	});
	const preview = await followRun(context, services, {
		get: () => ask(services, 'imports.getPreview', { previewId }),
		cancel: () => services.dispatch('imports.cancelPreview', { previewId }),
	});
	if (preview.state === 'cancelled') {
		throw new UsageError(context.t('已停止；未作任何改动。', 'Stopped; nothing was changed.'), 'E_GONE');
	}
	if (preview.state === 'failed')
		throw new GridHelmError(preview.failureCode ?? 'E_INTERNAL', preview.failure ?? '试运行失败。');
	const reports = preview.files.map((file) => reportOf(file, acceptHeld === true));
	// What looks like a fault comes first; else the district, then its towns in official order.
	const moves = preview.moves.toSorted((one, other) => Number(one.fault === null) - Number(other.fault === null));
	const { definitions } = await ask(services, 'indicators.listDefinitions', {});
	const names = new Map(definitions.map(({ code, name }) => [code as string, name[context.language]]));
	const movesWords = moves.length === 0 ? '' : movesText(context, moves, names);
	if (context.isJson && movesWords !== '') context.tell(movesWords.trimStart());
	const text = reportText(context, reports);
	tellMoves(reports, moves);
	context.print({ batches: batchesOf(context, reports) }, () =>
		[text, movesWords].filter((part) => part !== '').join('\n'),
	);
	return exitCodeOf(reports);
}
