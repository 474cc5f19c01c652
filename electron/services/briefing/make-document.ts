// A briefing as a file to take away: its figures are published first, so that the code in the file can be checked.

import type { z } from 'zod';
import type { BriefingDocumentInput, BriefingDocumentOutput } from '../../../shared/contract/schemas/briefing.ts';
import { parsePeriod } from '../../../shared/domain/period.ts';
import type { WritableDb } from '../cache/cache-db.ts';
import { placeOfCode } from '../indicators/area-tree.ts';
import { entryOf } from '../indicators/compute-readings.ts';
import { eventIndexOf } from '../indicators/event-index.ts';
import type { Reading } from '../indicators/read-figure.ts';
import { readFigure } from '../indicators/read-figure.ts';
import type { SentencePart } from '../indicators/sentence-parts.ts';
import { type IssueScope, publishReadings } from '../indicators/snapshots/issue-figure.ts';
import { type Briefing, type BriefingSources, computeBriefing } from './compute-briefing.ts';
import { writeDocx } from './write-docx.ts';
import { writeXlsx } from './write-xlsx.ts';

type Figure = NonNullable<SentencePart['figure']>;

const MEDIA_TYPES = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	pdf: 'application/pdf',
	png: 'image/png',
} as const;

/** Every figure that the paper cites, once, in the order of reading. */
function citedFigures(paper: Briefing): Figure[] {
	const figures = new Map<string, Figure>();
	const add = (figure: Figure | null) => {
		if (figure) figures.set(Object.values(figure).join('/'), figure);
	};
	for (const { sentences, table } of paper.sections) {
		for (const { zh } of sentences) for (const part of zh) add(part.figure);
		for (const row of table?.rows ?? []) for (const cell of row) add(cell.figure);
	}
	return [...figures.values()];
}

/**
 * Writes the document and publishes what it states.
 * @throws GridHelmError E_UNKNOWN_AREA, E_BUSY
 */
export async function makeDocument(
	writer: WritableDb,
	scope: BriefingSources & IssueScope,
	input: z.output<typeof BriefingDocumentInput>,
): Promise<z.infer<typeof BriefingDocumentOutput>> {
	const paper = computeBriefing(scope, input);
	const title = [paper.areaName, paper.title[input.language], paper.period ?? ''].join(' ').trim();
	const { checkCode } = publishReadings(writer, scope, title, readCited(scope, paper));
	const options = { language: input.language, edits: input.edits, checkCode };
	const bytes = await writeFormat(input.format, paper, options);
	return {
		fileName: `${title.replace(/[\\/:*?"<>|\s]+/g, '_')}.${input.format}`,
		mediaType: MEDIA_TYPES[input.format],
		bytes: Buffer.from(bytes).toString('base64'),
		checkCode,
	};
}

type DocumentOptions = Parameters<typeof writeDocx>[1] & Parameters<typeof writeXlsx>[1];

/** The bytes of a document; none for what the page draws. */
async function writeFormat(
	format: keyof typeof MEDIA_TYPES,
	paper: Briefing,
	options: DocumentOptions,
): Promise<Uint8Array> {
	if (format === 'docx') return writeDocx(paper, options);
	return format === 'xlsx' ? writeXlsx(paper, options) : new Uint8Array();
}

function readCited({ snapshot, catalogue }: BriefingSources, paper: Briefing): Reading[] {
	const index = eventIndexOf(snapshot);
	return citedFigures(paper).flatMap(({ indicator, area, period: code, variant }) => {
		const period = parsePeriod(code);
		const entry = entryOf(catalogue, indicator);
		if (!period || variant === null) return [];
		const question = { index, catalogue, entry, variant, period, asOfS: null, units: null };
		return [readFigure(question, placeOfCode(index.tree, area))];
	});
}
