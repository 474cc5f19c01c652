// What a file means beside the files before it, in plain words of both languages (domain.md §6.1). Pure text.

import { say, type Wording } from './import-wording.ts';

/** Why a whole file waits for the operator. */
export const DELIVERY_FAULTS = {
	E_VANISHED: say(
		'应有的 {judged} 条记录中有 {count} 条（{percent}%）不在这份全量导出里，已暂缓，未作任何改动。',
		'{count} of the {judged} records that a full export should hold ({percent} %) are not in this one; held, nothing was changed.',
		'请核对导出是否齐全；只是部分数据的，请按增量导入；确认无误的，可仍然导入。',
		'Check whether the export is complete; if it is only a part, import it as an increment; if it is right, accept and import anyway.',
	),
} as const satisfies Record<string, Wording>;

/** Things to know about what a file changed over time. */
export const DELIVERY_WARNINGS = {
	W_VANISHED: say(
		'{count} 条记录不在这份全量导出里，暂仍照常计入；下一份全量导出仍没有它们时才撤下。',
		'{count} records are not in this full export; they still count, and are withdrawn only when the next full export lacks them too.',
	),
	W_WITHDRAWN: say(
		'{count} 条记录连续两份全量导出都没有，已撤下，不再计入；撤销本次导入即可恢复。',
		'{count} records were missing from two full exports in a row and are withdrawn: they count no more. Undoing this import brings them back.',
	),
	W_AREAS_KEPT: say(
		'{count} 个单元或网格不在这份全量文件里，仍保留。',
		'{count} units or grids are not in this full file; they stay.',
		'已撤销的，请标为停用，或报送网格沿革。',
		'If they no longer exist, mark them as out of use or deliver their lineage.',
	),
	W_RETURNED: say(
		'{count} 条曾撤下的记录重新出现，已恢复计入。',
		'{count} withdrawn records were delivered again and count once more.',
	),
	W_CAP_KEPT: say(
		'行数恰为系统导出上限，不据此判断有记录消失，已有记录全部保留。',
		'The file stops at a round number of rows, so nothing is taken as vanished; all stored records stay.',
	),
	W_OLDER_FILE: say(
		'这份文件（截至 {asOf}）早于已导入的数据（截至 {newest}）：只补充缺少的内容，不覆盖较新的内容。',
		'This file (as of {asOf}) is older than what was imported (as of {newest}): it only adds what was missing and overwrites nothing newer.',
	),
	W_FEWER_COLUMNS: say(
		'比上次少了 {count} 列（{columns}），这些内容保持上次的值。',
		'{count} columns of the file before are missing ({columns}); their values stay as they were.',
		'如非有意，请核对来源系统的导出设置。',
		'Check the export settings of the source if this was not meant.',
	),
	W_REOPENED: say(
		'{count} 条已办结的事件重新打开，自此按在办计。',
		'{count} closed events were opened again and count as open.',
	),
	W_LATE_CORRECTION: say(
		'{count} 条事件在办结 45 天后仍被更正，已采用；以往已发布的数字可能随之变化。',
		'{count} events were corrected more than 45 days after they were closed; taken. Figures published before may change.',
	),
	W_REISSUED: say(
		'这是 {month} 的整月重报：已有 {known} 条，其中更正 {updated} 条、补充 {inserted} 条；未再报的 {missing} 条仍保留。',
		'The whole of {month} was issued again: {known} records were known, {updated} corrected and {inserted} added; {missing} that are not in it stay.',
	),
} as const satisfies Record<string, Wording>;

/** What only a rehearsal tells: which readings would move, and what in the data looks like a fault. */
export const REHEARSAL_WARNINGS = {
	W_MOVES: say(
		'全区和镇街有 {count} 个读数会变化：{moves}。',
		'{count} readings of the district and its towns would move: {moves}.',
	),
	W_LOOKS_HALF_DAY: say('最后一天像是只有半天的数据。', 'The last day looks like half a day.'),
	W_LOOKS_NEW_WORDS: say('有没见过的类别或状态。', 'Classes or statuses never seen before.'),
	W_LOOKS_CHANGED_UNIT: say('像是换了计量单位。', 'A unit of measure looks changed.'),
	W_LOOKS_DOUBLED: say('像是换号重报。', 'Looks reported again under new numbers.'),
	W_LOOKS_DAY_SHIFT: say('日期像是整体错开。', 'Dates look shifted by whole days.'),
	W_LOOKS_UTC: say('时间像是差 8 小时。', 'Times look 8 hours off.'),
	W_LOOKS_OLD: say('像是重放旧文件。', 'Looks like an old file again.'),
} as const satisfies Record<string, Wording>;
