// What goes wrong in real exports (domain.md §4.5, §6.1, figures.md "Events"), put into clean rows by a seeded program.

import type { CsvRow } from './csv-file.ts';

const DAY = 10;

function shifted(cell: string, hours: number): string {
	const at = Date.parse(`${cell.replace(' ', 'T')}Z`) + hours * 3_600_000;
	return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** One way of going wrong, how often, and for which rows. */
interface Fault {
	share: number;
	applies?: (row: CsvRow) => boolean;
	change(row: CsvRow, random: () => number): void;
}

const has = (header: string) => (row: CsvRow) => row[header] !== '';
const isSelf = (row: CsvRow) => row.是否自报自结 === '是';
const isFull = (header: string) => (row: CsvRow) => (row[header] ?? '').length > DAY;

const FAULTS: readonly Fault[] = [
	// Words nobody has mapped.
	{ share: 0.03, change: (row) => Object.assign(row, { 事件大类: '稀奇大类', 事件小类: '稀奇小类' }) },
	{ share: 0.03, change: (row) => Object.assign(row, { 事件状态: '系统流程态' }) },
	{ share: 0.02, change: (row) => Object.assign(row, { 事件来源: '稀奇渠道' }) },
	// Texts that say nothing.
	{ share: 0.02, change: (row) => Object.assign(row, { 事件描述: '路灯坏了' }) },
	{ share: 0.02, change: (row) => Object.assign(row, { 事件描述: '' }) },
	// Ends that are none.
	{ share: 0.02, change: (row) => Object.assign(row, { 事件状态: '作废' }) },
	{ share: 0.015, change: (row) => Object.assign(row, { 事件状态: '并案' }) },
	{ share: 0.015, change: (row) => Object.assign(row, { 事件状态: '不予受理' }) },
	// Re-opened, with and without a step that says when.
	{ share: 0.015, applies: has('办结时间'), change: (row) => Object.assign(row, { 事件状态: '重办' }) },
	{ share: 0.01, applies: has('办结时间'), change: (row) => Object.assign(row, { 事件状态: '返工' }) },
	// Clocks that run backwards.
	{
		share: 0.02,
		applies: (row) => isFull('受理时间')(row) && has('办结时间')(row),
		change: (row, random) => {
			row.办结时间 = shifted(row.受理时间 as string, -1 - Math.floor(random() * 30));
			row.处置时间 = row.办结时间;
		},
	},
	// Cells that are blank.
	{ share: 0.1, applies: isSelf, change: (row) => Object.assign(row, { 受理时间: '' }) },
	{ share: 0.02, change: (row) => Object.assign(row, { 受理时间: '' }) },
	{ share: 0.03, change: (row) => Object.assign(row, { 办结时间: '' }) },
	{ share: 0.03, change: (row) => Object.assign(row, { 处置时间: '' }) },
	{ share: 0.03, change: (row) => Object.assign(row, { 办结时限: '', 原办结时限: '' }) },
	{ share: 0.05, change: (row) => Object.assign(row, { 网格编码: '' }) },
	{ share: 0.02, change: (row) => Object.assign(row, { 网格编码: 'ZZ-99-W01' }) },
	{ share: 0.03, change: (row) => Object.assign(row, { 经度: '', 纬度: '' }) },
	{ share: 0.03, change: (row) => Object.assign(row, { 网格编码: '', 经度: '', 纬度: '', 所属村社: '' }) },
	{ share: 0.02, change: (row) => Object.assign(row, { 满意度: '' }) },
	// Days without a time.
	...['受理时间', '办结时间', '处置时间', '办结时限'].map(
		(header): Fault => ({
			share: 0.03,
			applies: isFull(header),
			change: (row) => Object.assign(row, { [header]: (row[header] as string).slice(0, DAY) }),
		}),
	),
	// Exactly on the edge.
	{
		share: 0.02,
		applies: (row) => isFull('办结时限')(row) && has('处置时间')(row),
		change: (row) => Object.assign(row, { 处置时间: row.办结时限 as string }),
	},
	{
		share: 0.01,
		applies: isFull('受理时间'),
		change: (row) => Object.assign(row, { 受理时间: `${(row.受理时间 as string).slice(0, DAY)} 00:00:00` }),
	},
];

/** The rows with faults, and some of them twice. */
export function makeMessy(rows: readonly CsvRow[], random: () => number): CsvRow[] {
	const messy: CsvRow[] = [];
	for (const clean of rows) {
		const row = { ...clean };
		for (const fault of FAULTS) {
			if (random() < fault.share && (fault.applies?.(row) ?? true)) fault.change(row, random);
		}
		messy.push(row);
		if (random() < 0.01) messy.push({ ...row });
		if (random() < 0.005) messy.push({ ...row, 事件编号: '' });
	}
	return messy;
}
