// As-of of an export before its rows are known: a 统计/导出时间 line above the header, else a date or epoch in the file
// name (figures.md, Time). Only a hint: the operator's word stands over it.

import { startOfDay } from '../../../shared/domain/shanghai-time.ts';
import { BAD_INSTANT, InstantParser } from './instant-parser.ts';

const LABEL = /(?:统计|导出|截至|截止|数据|生成|报表|下载)(?:时间|日期)?(?:截至|截止)?[::\s]*(?:为)?\s*(.+)$/;
const DATE =
	/\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[T ]*\d{1,2}(?:[::时]\d{1,2})(?:[::分]\d{1,2})?[秒分]?)?/g;

/** A date alone means the end of that day. */
function instantOf(text: string): number | null {
	const parser = new InstantParser();
	const atS = parser.parse(text);
	if (Number.isNaN(atS) || atS === BAD_INSTANT) return null;
	return parser.isDateOnly ? atS + 86_399 : atS;
}

/** As-of from the cells of the rows above the header, the later end of a range; null without such a line. */
export function asOfFromTitles(rows: readonly (readonly string[])[]): number | null {
	for (const row of rows) {
		const line = row.join(' ').normalize('NFKC');
		const labelled = LABEL.exec(line)?.[1];
		if (labelled === undefined) continue;
		const last = labelled.match(DATE)?.at(-1);
		const atS = last === undefined ? null : instantOf(last);
		if (atS !== null) return atS;
	}
	return null;
}

/** As-of from a file name: `…20261123.csv`, `…2026-11-23 0730…`, `导出_1795415400000.csv`; null without one. */
export function asOfFromFileName(fileName: string): number | null {
	const name = fileName.normalize('NFKC').replace(/\.[A-Za-z0-9]{1,8}$/, '');
	const epoch = /(?<!\d)(1\d{12}|1\d{9})(?!\d)/.exec(name);
	if (epoch) return instantOf(epoch[1] ?? '');
	const stamp = /(?<!\d)((?:19|20)\d{2}[01]\d[0-3]\d)[_\-T ]?([0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)/.exec(name);
	if (stamp) {
		const withTime = stamp[2] === undefined ? null : instantOf(`${stamp[1]}${stamp[2]}`);
		return withTime ?? instantOf(stamp[1] ?? '');
	}
	const dated = /(?:19|20)\d{2}(?:[-.年]\d{1,2}[-.月]\d{1,2})日?/.exec(name);
	if (dated) return instantOf(dated[0]);
	const month = /(?:19|20)(\d{2})年(\d{1,2})月(?!\d)/.exec(name);
	if (!month) return null;
	// A month means its last second.
	const year = Number(month[0].slice(0, 4));
	const day = Math.floor(Date.UTC(year, Number(month[2]), 1) / 86_400_000);
	return startOfDay(day) - 1;
}
