// Under the list: how much of it is seen, what to do with the rows selected, and the whole list as a file.

import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventColumn } from '../../../shared/contract/schemas/events.ts';
import { saveText } from '../../imports/save-text.ts';
import type { EventRow } from '../../stores/events-store.ts';
import { useEvents, useStores } from '../../stores/StoresContext.tsx';
import { formatInteger } from '../../ui/format.ts';
import { MenuItem, PopMenu } from '../../ui/PopMenu.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import css from '../EventTable.module.css';
import { reminderText } from '../event-words.ts';
import { columnOf, rowsAsText, useCellContext } from './EventCell.tsx';

const TYPES = {
	csv: 'text/csv;charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function ExportMenu() {
	const { t } = useTranslation();
	const { events } = useStores();
	const { language } = useCellContext();
	const [said, setSaid] = useState('');
	const save = async (format: 'csv' | 'xlsx') => {
		setSaid(t('events.exporting'));
		try {
			const file = await events.getState().exportList(format, language === 'en' ? 'en' : 'zh');
			if (!file) return;
			const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0));
			saveText(file.fileName, bytes, TYPES[format]);
			const [n, total] = [formatInteger(file.rows), formatInteger(file.total)];
			setSaid(file.rows < file.total ? t('events.exportedPart', { n, total }) : t('events.exported', { n }));
		} catch {
			setSaid(t('events.exportFailed'));
		}
	};
	return (
		<>
			<span aria-live="polite">{said}</span>
			<PopMenu
				className="button"
				align="end"
				face={
					<>
						<Download size={14} strokeWidth={1.75} aria-hidden /> {t('events.exportList')}
					</>
				}
			>
				{(close) =>
					(['csv', 'xlsx'] as const).map((format) => (
						<MenuItem
							key={format}
							onChoose={() => {
								close();
								void save(format);
							}}
						>
							{t(format === 'csv' ? 'events.exportCsv' : 'events.exportXlsx')}
						</MenuItem>
					))
				}
			</PopMenu>
		</>
	);
}

interface ListFootProps {
	seen: { from: number; to: number; total: number; most: number };
	selected: readonly EventRow[];
	/** Rows of the first page. */
	listed: readonly EventRow[];
	/** Columns of the layout that the window is too narrow for. */
	noRoomFor: readonly EventColumn[];
}

export function ListFoot({ seen, selected, listed, noRoomFor }: ListFootProps) {
	const { t } = useTranslation();
	const context = useCellContext();
	const columns = useEvents((state) => state.layout.columns);
	const { state, key, copy } = useCopy();
	const hasSelection = selected.length > 0;
	const overdue = (hasSelection ? selected : listed).filter((row) => row.overdue !== null && row.overdue.amount >= 0);
	const said = (own: string, words: string) =>
		state === 'idle' || key !== own ? words : t(state === 'copied' ? 'red.copied' : 'red.copyFailed');
	return (
		<footer className={css.foot}>
			<span>
				{t('events.shown', {
					from: formatInteger(seen.from),
					to: formatInteger(seen.to),
					total: formatInteger(seen.total),
				})}
				{seen.total > seen.most && ` • ${t('events.tooMany', { n: formatInteger(seen.most) })}`}
				{hasSelection && ` • ${t('events.selected', { n: formatInteger(selected.length) })}`}
				{noRoomFor.length > 0 &&
					` • ${t('events.noRoomFor', { names: noRoomFor.map((id) => t(`events.${columnOf(id).name}`)).join(context.language === 'en' ? ', ' : '、') })}`}
			</span>
			<span className={css.actions}>
				{hasSelection && (
					<button
						type="button"
						className="button"
						onClick={() => void copy(rowsAsText(selected, columns, context), 'rows')}
					>
						<Copy size={14} strokeWidth={1.75} aria-hidden />
						<span aria-live="polite">{said('rows', t('events.copyRows'))}</span>
					</button>
				)}
				<button
					type="button"
					className="button"
					disabled={overdue.length === 0}
					onClick={() =>
						void copy(
							overdue.map((row) => reminderText(row, context.language, context.presentYear, context.t)).join('\n'),
							'reminders',
						)
					}
				>
					<Copy size={14} strokeWidth={1.75} aria-hidden />
					<span aria-live="polite">
						{said('reminders', t(hasSelection ? 'events.copySelected' : 'events.copyShown'))}
					</span>
				</button>
				{seen.total > 0 && <ExportMenu />}
			</span>
		</footer>
	);
}
