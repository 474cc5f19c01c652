// Runs a file of bytes through exports/ and gathers all blocks into plain rows, for tests to compare.

import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MappingProfile } from '../../electron/services/exports/mapping-profile.ts';
import { isRefusal, openExport } from '../../electron/services/exports/open-export.ts';
import { type PlausibleBox, readExport } from '../../electron/services/exports/read-export.ts';
import {
	type AreaRecord,
	EVENT_NUMBER_COLUMNS,
	EVENT_TEXT_COLUMNS,
	EVENT_WORD_COLUMNS,
	type EventNumberColumn,
	type EventTextColumn,
	type EventWordColumn,
	type ExportPart,
	type ExportPlan,
	type ExportRefusal,
	type ExportSummary,
	type LedgerBlock,
	type LedgerRecord,
	type RecordBlock,
	type Rejection,
	type StepBlock,
} from '../../electron/services/exports/record-blocks.ts';

export type EventRow = { rowNo: number; eventId: string; coUnits: string | null } & Partial<
	Record<EventTextColumn, string | null>
> &
	Record<EventNumberColumn, number | null> &
	Record<EventWordColumn, string | null> & { codes: Record<EventWordColumn, string | null> };

export interface WholeExport {
	plan: ExportPlan;
	summary: ExportSummary;
	events: EventRow[];
	areas: AreaRecord[];
	ledgerRows: LedgerRecord[];
	steps: Record<string, string | number | null>[];
	rejections: Rejection[];
	/** Everything that came out of the blocks, as text: what personal data must not be found in. */
	everything: string;
}

/** Gathers blocks into rows; NaN becomes null. */
export class BlockCollector {
	readonly events: EventRow[] = [];
	readonly areas: AreaRecord[] = [];
	readonly ledgerRows: LedgerRecord[] = [];
	readonly steps: Record<string, string | number | null>[] = [];
	readonly rejections: Rejection[] = [];
	private readonly lists = new Map<string, { words: string[]; codes: (string | null)[] }>();

	take(block: RecordBlock): void {
		this.rejections.push(...block.rejections);
		if (block.dataset === 'admin_unit' || block.dataset === 'grid') {
			this.areas.push(...block.records);
		} else if ('records' in block) {
			this.ledgerRows.push(...(block as LedgerBlock).records);
		} else if (block.dataset === 'event') {
			for (const column of EVENT_WORD_COLUMNS) this.extend(column, block.newWords[column], block.newWordCodes[column]);
			for (let row = 0; row < block.rowCount; row++) {
				const event: Record<string, unknown> = {
					rowNo: block.rowNo[row],
					eventId: block.eventId[row],
					coUnits: block.coUnits?.[row] ?? null,
				};
				for (const column of EVENT_TEXT_COLUMNS) {
					if (block.texts?.[column]) event[column] = block.texts[column][row];
				}
				for (const column of EVENT_NUMBER_COLUMNS) event[column] = plain(block.numbers[column][row]);
				const codes: Record<string, string | null> = {};
				for (const column of EVENT_WORD_COLUMNS) {
					const list = this.lists.get(column);
					event[column] = list?.words[block.words[column][row] as number] ?? null;
					codes[column] = list?.codes[block.words[column][row] as number] ?? null;
				}
				event['codes'] = codes;
				this.events.push(event as EventRow);
			}
		} else {
			this.takeSteps(block);
		}
	}

	private takeSteps(block: StepBlock): void {
		for (const [column, words] of Object.entries(block.newWords)) this.extend(column, words, []);
		for (let row = 0; row < block.rowCount; row++) {
			const step: Record<string, string | number | null> = {
				rowNo: block.rowNo[row] ?? null,
				eventId: block.eventId[row] ?? null,
			};
			for (const [column, values] of Object.entries(block.numbers)) step[column] = plain(values[row]);
			for (const [column, indexes] of Object.entries(block.words))
				step[column] = this.lists.get(column)?.words[indexes[row] as number] ?? null;
			this.steps.push(step);
		}
	}

	private extend(column: string, words: string[], codes: (string | null)[]): void {
		const list = this.lists.get(column) ?? { words: [], codes: [] };
		list.words.push(...words);
		list.codes.push(...codes);
		this.lists.set(column, list);
	}
}

function plain(value: number | undefined): number | null {
	return value === undefined || Number.isNaN(value) ? null : value;
}

export interface WholeOptions {
	profile?: MappingProfile;
	plausibleBox?: PlausibleBox;
	part?: ExportPart;
	fileName?: string;
	/** Modification time of the file, epoch seconds; 2026-11-24 12:00 +08:00 by default. */
	fileTimeS?: number;
}

const FILE_TIME_S = 1_795_492_800;

/** Reads a file that lies on disk. */
export async function readWholeFile(
	path: string,
	fileName: string,
	options: WholeOptions = {},
): Promise<WholeExport | ExportRefusal> {
	const plan = await openExport(path, fileName, {
		...(options.profile ? { profile: options.profile } : {}),
		...(options.part ? { part: options.part } : {}),
	});
	if (isRefusal(plan)) return plan;
	const blocks = readExport(plan, { profile: options.profile ?? null, plausibleBox: options.plausibleBox ?? null });
	const collector = new BlockCollector();
	let next = await blocks.next();
	for (; !next.done; next = await blocks.next()) collector.take(next.value);
	const { events, areas, ledgerRows, steps, rejections } = collector;
	const summary = next.value;
	return {
		plan,
		summary,
		events,
		areas,
		ledgerRows,
		steps,
		rejections,
		everything: JSON.stringify({ plan: { ...plan, path: '' }, summary, events, areas, ledgerRows, steps, rejections }),
	};
}

/** Writes bytes (text as UTF-8) to a file of its own and reads it. */
export async function readWhole(
	content: string | Uint8Array,
	options: WholeOptions = {},
): Promise<WholeExport | ExportRefusal> {
	const folder = await mkdtemp(join(tmpdir(), 'export-'));
	try {
		const path = join(folder, 'export');
		await writeFile(path, content);
		const time = options.fileTimeS ?? FILE_TIME_S;
		await utimes(path, time, time);
		return await readWholeFile(path, options.fileName ?? '事件.csv', options);
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** The same, where a refusal is a failure of the test. */
export async function readTaken(content: string | Uint8Array, options: WholeOptions = {}): Promise<WholeExport> {
	const whole = await readWhole(content, options);
	if ('outcome' in whole) throw new Error(`refused: ${whole.code}`);
	return whole;
}

/** Code of the refusal, at once or at the end; null when the file was taken. */
export async function refusalCode(content: string | Uint8Array, options: WholeOptions = {}): Promise<string | null> {
	const whole = await readWhole(content, options);
	return 'outcome' in whole ? whole.code : (whole.summary.refusal?.code ?? null);
}
