// Which column becomes which field, with samples; every choice can be changed here, is kept as a profile of its source
// and rehearsed again. Changes nothing in the data.

import { Download, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnDraft, isChanged, profileOf, sourceTitle } from '../stores/mapping-draft.ts';
import type { FilePreview, PreviewColumn } from '../stores/preview-store.ts';
import { usePreview, useStores } from '../stores/StoresContext.tsx';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { ColumnDetails } from './ColumnDetails.tsx';
import css from './PreviewPanel.module.css';
import { saveText } from './save-text.ts';

const SHOWN = 7;
/** What a person must look at comes first. */
const URGENCY: Readonly<Record<PreviewColumn['mappedBy'], number>> = {
	unknown: 0,
	profile: 1,
	header: 1,
	doubled: 2,
	personal: 3,
	ignored: 4,
};

function ColumnRow({ column, file }: { column: PreviewColumn; file: FilePreview }) {
	const { t } = useTranslation();
	const { preview } = useStores();
	const draft = usePreview((state) => state.draft.columns[column.header]);
	const [isOpen, setOpen] = useState(false);
	const field = draft === undefined ? column.field : draft.field;
	const kind = file.fields.find((one) => one.field === field)?.kind ?? null;
	const change = (more: Partial<ColumnDraft>): void => {
		const { draft: all, changeDraft } = preview.getState();
		changeDraft({ columns: { ...all.columns, [column.header]: { field, ...draft, ...more } } });
	};
	return (
		<>
			<tr data-changed={draft !== undefined}>
				<th scope="row" className={css.clip} title={column.header}>
					{column.header}
				</th>
				<td>
					{column.mappedBy === 'personal' ? (
						<span className={css.quiet}>{t('preview.leftOut')}</span>
					) : (
						<select
							className={css.select}
							aria-label={t('preview.columnFieldOf', { header: column.header })}
							value={field ?? ''}
							onChange={(event) => change({ field: event.target.value === '' ? null : event.target.value })}
						>
							<option value="">{t('preview.leftOut')}</option>
							{file.fields.map((one) => (
								<option key={one.field} value={one.field}>
									{one.title}
								</option>
							))}
						</select>
					)}
				</td>
				<td className={css.clip} title={column.samples.join('  ')}>
					{column.samples.join('  ')}
				</td>
				<td className={css.quiet}>
					{column.mappedBy === 'unknown' && <LightShape light="yellow" />}
					{column.mappedBy === 'personal' && <LightShape light="none" />}{' '}
					{column.mappedBy !== 'header' && t(`preview.by_${column.mappedBy}`)}
				</td>
				<td>
					{field !== null && (kind === 'instant' || kind === 'word' || kind === 'code') && (
						<button
							type="button"
							className="icon-button"
							aria-expanded={isOpen}
							aria-label={t('preview.moreOf', { header: column.header })}
							onClick={() => setOpen(!isOpen)}
						>
							<SlidersHorizontal size={14} strokeWidth={1.75} aria-hidden />
						</button>
					)}
				</td>
			</tr>
			{isOpen && (
				<tr>
					<td colSpan={5} className={css.details}>
						<ColumnDetails header={column.header} isInstant={kind === 'instant'} draft={draft} onChange={change} />
					</td>
				</tr>
			)}
		</>
	);
}

function ConstantRow({ file }: { file: FilePreview }) {
	const { t } = useTranslation();
	const { preview } = useStores();
	const constants = usePreview((state) => state.draft.constants);
	const [field = '', value = ''] = Object.entries(constants)[0] ?? [];
	const taken = new Set(file.columns.map((column) => column.field));
	const set = (name: string, text: string): void =>
		preview.getState().changeDraft({ constants: name === '' ? {} : { [name]: text } });
	return (
		<p className={css.constant}>
			<span className={css.quiet}>{t('preview.constant')}</span>
			<select
				className={css.select}
				aria-label={t('preview.constantField')}
				title={t('preview.constantHint')}
				value={field}
				onChange={(event) => set(event.target.value, value)}
			>
				<option value="">—</option>
				{file.fields
					.filter((one) => !taken.has(one.field))
					.map((one) => (
						<option key={one.field} value={one.field}>
							{one.title}
						</option>
					))}
			</select>
			<input
				className={css.input}
				aria-label={t('preview.constantValue')}
				value={value}
				disabled={field === ''}
				onChange={(event) => set(field, event.target.value)}
			/>
		</p>
	);
}

export function PreviewColumns({ file }: { file: FilePreview }) {
	const { t } = useTranslation();
	const { client, preview } = useStores();
	const draft = usePreview((state) => state.draft);
	const [isAll, setAll] = useState(false);
	if (file.columns.length === 0) return null;
	const sorted = [...file.columns].sort((one, other) => URGENCY[one.mappedBy] - URGENCY[other.mappedBy]);
	const shown = isAll ? file.columns : sorted.slice(0, SHOWN);
	const exportProfile = async (): Promise<void> => {
		const stored = file.profile === null ? null : await client.call('imports.getProfile', { name: file.profile.name });
		const json = profileOf(file, draft, stored?.json ?? null);
		const { name } = JSON.parse(json) as { name: string };
		saveText(`${name}.json`, `${JSON.stringify(JSON.parse(json), null, '\t')}\n`, 'application/json');
	};
	return (
		<section className={css.section}>
			<h3>
				{t('preview.columns')}
				<small>{t('preview.columnsNote')}</small>
				<button type="button" className={`link ${css.last}`} onClick={() => void exportProfile()}>
					<Download size={13} strokeWidth={1.75} aria-hidden /> {t('preview.exportProfile')}
				</button>
			</h3>
			<table className={css.table} data-kind="columns">
				<thead>
					<tr>
						<th scope="col">{t('preview.header')}</th>
						<th scope="col">{t('preview.importAs')}</th>
						<th scope="col">{t('preview.sample')}</th>
						<th scope="col">
							<span className="visually-hidden">{t('preview.by_profile')}</span>
						</th>
						<th scope="col">
							<span className="visually-hidden">{t('preview.more')}</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{shown.map((column) => (
						<ColumnRow key={column.header} column={column} file={file} />
					))}
				</tbody>
			</table>
			{!isAll && file.columns.length > SHOWN && (
				<button type="button" className="link" onClick={() => setAll(true)}>
					{t('preview.showAllColumns', { n: formatInteger(file.columns.length) })}
				</button>
			)}
			{isAll && <ConstantRow file={file} />}
			{isChanged(draft) && (
				<div className={css.apply}>
					<label>
						{t('preview.sourceTitle')}
						<input
							className={css.input}
							value={draft.title}
							placeholder={file.profile?.title ?? sourceTitle(file.report.file)}
							onChange={(event) => preview.getState().changeDraft({ title: event.target.value })}
						/>
					</label>
					<button type="button" className="button" onClick={() => void preview.getState().applyDraft()}>
						{t('preview.apply')}
					</button>
					<button type="button" className="link" onClick={() => preview.getState().dropDraft()}>
						{t('preview.dropDraft')}
					</button>
				</div>
			)}
		</section>
	);
}
