// The help: commands, options, exit codes, and every closed list that the JSON uses.

import { ENCODINGS, FILE_KINDS, IMPORT_MODES, OUTCOMES } from '../../shared/contract/schemas/imports.ts';
import { DATASETS, READING_LEVELS, READING_STATUSES } from '../../shared/domain/codes.ts';
import {
	FILE_FAULT_CODES,
	formatImportMessage,
	ROW_FAULT_CODES,
	WARNING_CODES,
} from '../../shared/domain/import-messages.ts';
import { defaultCacheDir } from '../services/default-cache-dir.ts';
import type { CliContext, Command } from './command.ts';
import { ERROR_WORDS } from './failure-words.ts';
import { textWidth } from './text-table.ts';

function aligned(entries: readonly (readonly [string, string])[]): string {
	const width = entries.reduce((widest, [left]) => Math.max(widest, textWidth(left)), 0);
	return entries.map(([left, right]) => `  ${left}${' '.repeat(width - textWidth(left))}  ${right}`).join('\n');
}

function generalHelp(context: CliContext, commands: readonly Command[]): string {
	const { t, language } = context;
	const words = (table: Record<string, { zh: string; en: string }>) =>
		aligned(Object.entries(table).map(([code, word]) => [code, word[language]] as const));
	const messages = (codes: readonly string[]) =>
		aligned(codes.map((code) => [code, formatImportMessage(code, {}, language).text.replaceAll('—', '…')] as const));
	return [
		t(`GridHelm 网格指挥台 ${context.version}`, `GridHelm ${context.version}`),
		'',
		t('用法：gridhelm <命令> [选项]', 'Usage: gridhelm <command> [options]'),
		aligned(commands.map((command) => [command.name, command.summary[language]] as const)),
		'',
		t('每个命令都可用：', 'Every command takes:'),
		aligned([
			[
				'--cache DIR',
				t(
					`缓存文件夹，默认 ${defaultCacheDir(context.env)}`,
					`folder of the cache, by default ${defaultCacheDir(context.env)}`,
				),
			],
			['--json', t('标准输出只有一个 JSON 文档', 'stdout is exactly one JSON document')],
			['--lang zh|en', t('文字的语言，默认随 LANG', 'language of the words, by default from LANG')],
			['--help, --version', ''],
		]),
		'',
		t(
			'带 --demo 的命令使用演示区“L区”，不碰真实数据。',
			'Commands with --demo use the demonstration district, never real data.',
		),
		'',
		t('退出码：', 'Exit codes:'),
		aligned([
			['0', t('全部完成、未变或忽略', 'all done, unchanged or ignored')],
			['1', t('用法或内部错误，未作改动', 'usage or internal error, nothing changed')],
			['2', t('已提交，但有行被隔离', 'committed with quarantined rows')],
			['3', t('有文件被搁置或拒绝', 'something was held or refused')],
		]),
		'',
		t('固定词表：', 'Closed lists:'),
		aligned([
			['kind', FILE_KINDS.join(' ')],
			['encoding', ENCODINGS.join(' ')],
			['outcome', OUTCOMES.join(' ')],
			['mode', IMPORT_MODES.join(' ')],
			['dataset', DATASETS.join(' ')],
			['level', READING_LEVELS.join(' ')],
			['status', READING_STATUSES.join(' ')],
		]),
		'',
		t('错误代码：', 'Error codes:'),
		words(ERROR_WORDS),
		'',
		t('文件未被采用的原因（refused、held、ignored）：', 'Why a file is not taken (refused, held, ignored):'),
		messages(FILE_FAULT_CODES),
		'',
		t('行被隔离的原因：', 'Why a row is quarantined:'),
		messages(ROW_FAULT_CODES),
		'',
		t('警告：', 'Warnings:'),
		messages(WARNING_CODES),
	].join('\n');
}

/** Help of one command, or of all. */
export function helpText(context: CliContext, commands: readonly Command[], command: Command | null): string {
	if (!command) return generalHelp(context, commands);
	return [
		`gridhelm ${command.name} ${command.usage}`.trim(),
		command.summary[context.language],
		context.t('所有命令共有的选项与代码：gridhelm --help', 'Options and codes of every command: gridhelm --help'),
	].join('\n');
}
