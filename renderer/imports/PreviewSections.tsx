// The parts of a file's rehearsal that only tell: counts, totals of the sheet, faults of the data, rows to be set aside,
// personal data that was cut.

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { BatchReport } from '../stores/imports-store.ts';
import type { FilePreview } from '../stores/preview-store.ts';
import { usePreview, useStores } from '../stores/StoresContext.tsx';
import { useLanguage } from '../stores/use-view.ts';
import { formatDecimal, formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { HeldNumbers, SystemChoice } from './HeldChoice.tsx';
import css from './PreviewPanel.module.css';

const MAX_ROWS = 8;

export function PreviewCounts({ report, columnCount }: { report: BatchReport; columnCount: number }) {
	const { t } = useTranslation();
	const { rows } = report;
	const same = rows.unchanged + rows.folded;
	const cells = [
		{ key: 'read', value: rows.read, name: t('imports.read'), note: t('preview.columnsCount', { n: columnCount }) },
		{ key: 'inserted', value: rows.inserted, name: t('imports.inserted'), note: t('preview.willWrite') },
		{ key: 'updated', value: rows.updated, name: t('imports.updated'), note: t('preview.willWrite') },
		{ key: 'same', value: same, name: t('imports.unchanged'), note: t('preview.notWritten') },
		{
			key: 'aside',
			value: rows.quarantined,
			name: t('imports.quarantined'),
			note: t('preview.laterWritten'),
			isOdd: true,
		},
		{ key: 'vanished', value: rows.vanished, name: t('imports.vanished'), note: t('preview.keptNext'), isOdd: true },
	];
	return (
		<dl className={css.cells}>
			{cells.map(({ key, value, name, note, isOdd }) => (
				<div key={key} data-odd={isOdd === true && value > 0}>
					<dd>{formatInteger(value)}</dd>
					<dt>
						{name}
						<small>{note}</small>
					</dt>
				</div>
			))}
		</dl>
	);
}

function figure(value: number): string {
	return Number.isInteger(value) ? formatInteger(value) : formatDecimal(value, 2);
}

export function PreviewTotals({ totals }: { totals: BatchReport['controlTotals'] }) {
	const { t } = useTranslation();
	if (totals.length === 0) return null;
	const differing = totals.filter(({ isEqual }) => !isEqual);
	const shown = totals.slice(0, Math.max(differing.length, 3)).slice(0, MAX_ROWS);
	return (
		<section className={css.section}>
			<h3>
				{t('preview.totals')}
				{differing.length === 0 && <small>{t('preview.totalsAll', { n: formatInteger(totals.length) })}</small>}
			</h3>
			<table className={css.table}>
				<thead>
					<tr>
						<th scope="col">
							<span className="visually-hidden">{t('preview.totals')}</span>
						</th>
						<th scope="col">{t('preview.stated')}</th>
						<th scope="col">{t('preview.counted')}</th>
						<th scope="col">{t('preview.difference')}</th>
					</tr>
				</thead>
				<tbody>
					{shown.map((total) => (
						<tr key={`${total.row}:${total.column}`}>
							<th scope="row">
								<LightShape light={total.isEqual ? 'green' : 'yellow'} /> {total.label}{' '}
								{total.column === '' ? t('preview.rowCount') : total.column}
							</th>
							<td>{figure(total.stated)}</td>
							<td>{figure(total.counted)}</td>
							<td data-odd={!total.isEqual}>{figure(total.counted - total.stated)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

export function PreviewFaults({ file }: { file: FilePreview }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { preview } = useStores();
	const coordinates = usePreview((state) => state.coordinates);
	const { faults, heldReason, heldBy, report } = file;
	if (faults.length === 0 && heldReason === null) return null;
	return (
		<section className={css.section}>
			<h3>{t(heldReason === null ? 'preview.faults' : 'preview.held')}</h3>
			<ul className={css.faults}>
				{heldReason !== null && (
					<li>
						<LightShape light="red" />
						<div>
							{language === 'en' ? heldReason.en : heldReason.zh}
							{heldBy !== null && <HeldNumbers report={report} heldBy={heldBy} />}
							{heldBy === 'coordinates' && coordinates === null && <p>{t('held.unnamed')}</p>}
							{heldBy === 'coordinates' && (
								<SystemChoice
									system={coordinates}
									action={t('held.rehearseSystem')}
									isDisabled={false}
									onChoose={(system) => void preview.getState().stateCoordinates(system)}
								/>
							)}
						</div>
					</li>
				)}
				{faults.map((fault) => (
					<li key={fault.kind}>
						<LightShape light="yellow" />
						<span>
							<b>{t(`preview.fault_${fault.kind}`)}</b>{' '}
							<small>{t('preview.faultRows', { n: formatInteger(fault.rows) })}</small>
							<br />
							{language === 'en' ? fault.messageEn : fault.message}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

type Aside = FilePreview['quarantine'][number];

/** Rows of one column and one reason stand together under the first of them. */
function groupAlike(rows: readonly Aside[]): { row: Aside; count: number }[] {
	const groups = new Map<string, { row: Aside; count: number }>();
	for (const row of rows) {
		const key = `${row.code}:${row.column ?? ''}`;
		const group = groups.get(key);
		if (group) group.count += 1;
		else groups.set(key, { row, count: 1 });
	}
	return [...groups.values()];
}

function addressOf(row: Aside, t: TFunction): string {
	return row.cell ?? t('imports.row', { row: formatInteger(row.row) });
}

export function PreviewQuarantine({ file }: { file: FilePreview }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { quarantine, unknownWords, report } = file;
	const groups = groupAlike(quarantine);
	const shownRows = groups.slice(0, MAX_ROWS).reduce((sum, { count }) => sum + count, 0);
	const rest = report.rows.quarantined - shownRows;
	return (
		<>
			{quarantine.length > 0 && (
				<section className={css.section} data-part="quarantine">
					<h3>
						{t('preview.quarantine', { n: formatInteger(report.rows.quarantined) })}
						<small>{t('preview.quarantineNote')}</small>
					</h3>
					<ul className={css.rows}>
						{groups.slice(0, MAX_ROWS).map(({ row, count }) => (
							<li key={row.quarantineId}>
								<b>{count > 1 ? t('preview.cellsAlike', { first: addressOf(row, t), n: count }) : addressOf(row, t)}</b>
								<span className={css.clip}>
									{(row.column !== null ? row.cells[row.column] : undefined) ?? Object.values(row.cells)[0] ?? ''}
								</span>
								<span>
									{language === 'en' ? row.messageEn : row.message}
									<small>{language === 'en' ? row.fixEn : row.fix}</small>
								</span>
							</li>
						))}
					</ul>
					{rest > 0 && <p className={css.quiet}>{t('preview.more_rows', { n: formatInteger(rest) })}</p>}
				</section>
			)}
			{unknownWords.length > 0 && (
				<section className={css.section}>
					<h3>
						{t('preview.words')}
						<small>{t('preview.wordsNote')}</small>
					</h3>
					<ul className={css.words}>
						{unknownWords.slice(0, 12).map((word) => (
							<li key={`${word.kind}:${word.raw}`}>
								<span className={css.quiet}>{t(`preview.kind_${word.kind}`)}</span>{' '}
								{word.raw.split('\u001f').filter(Boolean).join(' › ')}{' '}
								<small>{t('preview.faultRows', { n: formatInteger(word.rows) })}</small>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	);
}

export function PreviewPersonal({ files }: { files: readonly FilePreview[] }) {
	const { t } = useTranslation();
	const counts = new Map<FilePreview['personal'][number]['kind'], number>();
	for (const { personal } of files) {
		for (const { kind, count } of personal) counts.set(kind, (counts.get(kind) ?? 0) + count);
	}
	const words = [...counts].map(([kind, n]) => t(`preview.pi_${kind}`, { n: formatInteger(n) }));
	return (
		<p className={css.personal}>
			<LightShape light="none" />
			<span>
				{words.length === 0 ? t('preview.personalNone') : `${t('preview.personal')}${words.join(t('preview.comma'))}`}
			</span>
		</p>
	);
}
