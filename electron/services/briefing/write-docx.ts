// A briefing as a Word document in the form of an official paper (GB/T 9704-2012: A4, its margins, 仿宋 body of 16 points,
// 28-point lines, page numbers between dashes). Text, tables and charts are native and can be edited.

import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	LineRuleType,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType,
} from 'docx';
import { ChartRun } from 'docx/charts';
import { parseIso, wallClockOf } from '../../../shared/domain/shanghai-time.ts';
import type { Briefing } from './compute-briefing.ts';
import { isEmptySection, type PaperLanguage, paragraphsOf, type SectionEdit } from './paper-text.ts';
import { steadyDocx } from './steady-docx.ts';

type Section = Briefing['sections'][number];
type BriefingTable = NonNullable<Section['table']>;
type Trend = NonNullable<Section['trend']>;

export interface PaperOptions {
	language: PaperLanguage;
	edits: readonly SectionEdit[];
	/** Code that `gridhelm verify-figure` accepts; null where nothing was published. */
	checkCode: string | null;
}

const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const HEADING_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const TITLE_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' };

/** Sizes in half points: 二号, 三号, 四号, 小五. */
const SIZE = { title: 44, body: 32, small: 28, table: 18 };
/** 28 points, in twentieths. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of the body. */
const INDENT = { firstLine: 640 };
const mm = (size: number): number => Math.round((size * 1440) / 25.4);
/** A4 with the margins of an official paper: the type area is 156 × 225 mm. */
const PAGE = {
	size: { width: mm(210), height: mm(297) },
	margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) },
};
const TYPE_AREA_PX = 590;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '404040' };

const LABELS = {
	zh: {
		asOf: '数据截至',
		written: '成文时间',
		code: '核验码',
		demo: '（演示数据）',
		definitions: '附：本文所用口径',
		target: '目标',
	},
	en: {
		asOf: 'Data as of',
		written: 'Written',
		code: 'Check code',
		demo: ' (demonstration data)',
		definitions: 'Definitions used',
		target: 'Target',
	},
};

function stampWords(iso: string | null, language: PaperLanguage): string {
	const atS = iso === null ? null : parseIso(iso);
	if (atS === null) return '—';
	const { year, month, day, hour, minute } = wallClockOf(atS);
	const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
	return language === 'zh'
		? `${year}年${month}月${day}日 ${time}`
		: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} ${time}`;
}

function body(text: string): Paragraph {
	return new Paragraph({
		spacing: LINE,
		indent: INDENT,
		alignment: AlignmentType.JUSTIFIED,
		children: [new TextRun({ text, font: BODY_FONT, size: SIZE.body })],
	});
}

function heading(text: string): Paragraph {
	return new Paragraph({
		spacing: { ...LINE, before: 120 },
		indent: INDENT,
		keepNext: true,
		children: [new TextRun({ text, font: HEADING_FONT, size: SIZE.body })],
	});
}

function centred(text: string, size: number, font: typeof BODY_FONT): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { after: 160 },
		children: [new TextRun({ text, font, size })],
	});
}

function cell(text: string, isHead: boolean, isNumber: boolean): TableCell {
	return new TableCell({
		verticalAlign: VerticalAlign.CENTER,
		margins: { top: 40, bottom: 40, left: 70, right: 70 },
		children: [
			new Paragraph({
				alignment: isHead ? AlignmentType.CENTER : isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
				children: [new TextRun({ text, font: isHead ? HEADING_FONT : BODY_FONT, size: SIZE.table })],
			}),
		],
	});
}

/** Printed width of a text in half characters: a Chinese character is as wide as two others. */
function widthOf(text: string): number {
	return [...text].reduce((width, character) => width + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

/** Widths that share the type area by the longest text of each column; a heading may break into two lines. */
function columnWidths({ columns, rows }: BriefingTable, language: PaperLanguage): number[] {
	const wanted = columns.map(({ title }, at) =>
		Math.min(
			28,
			Math.max(5, widthOf(title[language]) / 2, ...rows.map((row) => widthOf(row[at]?.text[language] ?? ''))),
		),
	);
	const whole = wanted.reduce((sum, width) => sum + width + 2, 0);
	return wanted.map((width) => Math.floor((mm(156) * (width + 2)) / whole));
}

function tableOf(table: BriefingTable, language: PaperLanguage): (Paragraph | Table)[] {
	const head = new TableRow({
		tableHeader: true,
		children: table.columns.map(({ title }) => cell(title[language], true, false)),
	});
	const rows = table.rows.map(
		(row) =>
			new TableRow({
				cantSplit: true,
				children: row.map(({ text }, at) => cell(text[language], false, table.columns[at]?.kind !== 'text')),
			}),
	);
	return [
		new Paragraph({
			alignment: AlignmentType.CENTER,
			keepNext: true,
			spacing: { before: 160, after: 60 },
			children: [new TextRun({ text: table.caption[language], font: HEADING_FONT, size: 24 })],
		}),
		new Table({
			width: { size: 100, type: WidthType.PERCENTAGE },
			columnWidths: columnWidths(table, language),
			borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
			rows: [head, ...rows],
		}),
		new Paragraph({ spacing: { after: 80 }, children: [] }),
	];
}

function chartOf(trend: Trend, language: PaperLanguage): Paragraph {
	const target = trend.target;
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { before: 120, after: 120 },
		children: [
			new ChartRun({
				type: 'line',
				title: `${trend.title[language]}${trend.unit[language] === '' ? '' : `（${trend.unit[language]}）`}`,
				categories: trend.points.map(({ period }) => period),
				series: [
					{ name: trend.title[language], values: trend.points.map(({ value }) => value), color: '1668DC' },
					...(target === null
						? []
						: [{ name: LABELS[language].target, values: trend.points.map(() => target), color: '8A97A8' }]),
				],
				legend: target === null ? false : { position: 'bottom' },
				font: { name: language === 'zh' ? '仿宋' : 'Times New Roman' },
				markers: true,
				transformation: { width: TYPE_AREA_PX, height: 260 },
			}),
		],
	});
}

function sectionOf(section: Section, { language, edits }: PaperOptions): (Paragraph | Table)[] {
	return [
		heading(section.title[language]),
		...paragraphsOf(section, language, edits).map(body),
		...(section.trend ? [chartOf(section.trend, language)] : []),
		...(section.table ? tableOf(section.table, language) : []),
	];
}

function definitionsOf({ definitions }: Briefing, language: PaperLanguage): Paragraph[] {
	const small = (text: string) =>
		new Paragraph({
			spacing: { line: 320, lineRule: LineRuleType.EXACT },
			children: [new TextRun({ text, font: BODY_FONT, size: SIZE.table })],
		});
	return [
		heading(LABELS[language].definitions),
		...definitions.map(({ indicator, version, name, definition }) =>
			small(`${indicator} ${name[language]} v${version}: ${definition[language]}`),
		),
	];
}

/** The document as bytes of a .docx. The same paper and options give the same bytes but for the stamp of writing. */
export async function writeDocx(paper: Briefing, options: PaperOptions): Promise<Uint8Array> {
	const { language } = options;
	const labels = LABELS[language];
	const lines = [
		`${labels.asOf} ${stampWords(paper.asOf, language)}`,
		`${labels.written} ${stampWords(paper.writtenAt, language)}`,
		...(options.checkCode === null ? [] : [`${labels.code} ${options.checkCode}`]),
	];
	const document = new Document({
		creator: paper.centreName,
		lastModifiedBy: paper.centreName,
		title: `${paper.areaName} ${paper.title[language]}`,
		styles: { default: { document: { run: { font: BODY_FONT, size: SIZE.body } } } },
		sections: [
			{
				properties: { page: PAGE },
				footers: {
					default: new Footer({
						children: [
							new Paragraph({
								alignment: AlignmentType.CENTER,
								children: [
									new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: BODY_FONT, size: SIZE.small }),
								],
							}),
						],
					}),
				},
				children: [
					centred(`${paper.areaName}${language === 'en' ? ' ' : ''}${paper.title[language]}`, SIZE.title, TITLE_FONT),
					centred(`${paper.centreName}${paper.isDemo ? labels.demo : ''}`, SIZE.body, BODY_FONT),
					centred(lines.join(language === 'en' ? '; ' : '　'), SIZE.table, BODY_FONT),
					...paper.sections
						.filter((section) => !isEmptySection(section, language, options.edits))
						.flatMap((section) => sectionOf(section, options)),
					...definitionsOf(paper, language),
				],
			},
		],
	});
	return steadyDocx(await Packer.toBuffer(document), (parseIso(paper.writtenAt) ?? 0) * 1000);
}
