// One row set aside: where, what stood there, why, how to fix it; a wrong cell can be typed anew and that taken back.
// What was delivered stays to be seen beside what was typed.

import { Pencil } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuarantineRow } from '../stores/imports-store.ts';
import { useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { formatInstant } from '../ui/time-format.ts';
import css from './QuarantinePanel.module.css';

interface RowProps {
	row: QuarantineRow;
	/** Several batches are listed, so that each row says which it is of. */
	isOfMany: boolean;
	canWrite: boolean;
}

/** What is typed over: the correction, or the cell as delivered where it may be shown. */
function textOf(row: QuarantineRow, column: string): string {
	const cell = row.cells[column] ?? '';
	return row.corrections[column] ?? (cell === '…' ? '' : cell);
}

function Typing({ row, where, onEnd }: { row: QuarantineRow; where: string; onEnd: () => void }) {
	const { t } = useTranslation();
	const { imports } = useStores();
	const first = row.column !== null && row.columns.includes(row.column) ? row.column : (row.columns[0] ?? '');
	const [column, setColumn] = useState(first);
	const [text, setText] = useState(textOf(row, first));
	const field = useRef<HTMLInputElement>(null);
	const id = useId();
	useEffect(() => field.current?.select(), []);
	const save = async (event: FormEvent): Promise<void> => {
		event.preventDefault();
		if (await imports.getState().correctRow(row.quarantineId, column, text)) onEnd();
	};
	return (
		<form
			className={css.typing}
			onSubmit={(event) => void save(event)}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.stopPropagation();
				onEnd();
			}}
		>
			<select
				className={css.field}
				aria-label={t('quarantine.column', { where })}
				value={column}
				onChange={(event) => {
					setColumn(event.target.value);
					setText(textOf(row, event.target.value));
				}}
			>
				{row.columns.map((name) => (
					<option key={name}>{name}</option>
				))}
			</select>
			<input
				ref={field}
				id={id}
				className={css.field}
				aria-label={t('quarantine.newText', { where })}
				maxLength={200}
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
			<button type="submit" className="button">
				{t('quarantine.keep')}
			</button>
			<button type="button" className="link" onClick={onEnd}>
				{t('quarantine.leave')}
			</button>
		</form>
	);
}

export function QuarantinedRow({ row, isOfMany, canWrite }: RowProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { imports } = useStores();
	const [isTyping, setTyping] = useState(false);
	const opener = useRef<HTMLButtonElement>(null);
	const where = row.cell ?? t('imports.row', { row: formatInteger(row.row) });
	const shown =
		row.column !== null && row.column in row.cells ? [row.cells[row.column] ?? ''] : Object.values(row.cells);
	const corrections = Object.entries(row.corrections);
	const end = (): void => {
		setTyping(false);
		requestAnimationFrame(() => opener.current?.focus());
	};
	return (
		<li className={css.row} data-corrected={corrections.length > 0}>
			<span>
				<b>{where}</b>
				<small title={row.column ?? ''}>{isOfMany ? `#${row.batchId}` : row.column}</small>
			</span>
			<span className={css.cells} title={shown.join(' ')}>
				{shown.join(' ')}
			</span>
			<span className={css.words}>
				{language === 'en' ? row.messageEn : row.message}
				<small className={css.fix}>
					{language === 'en' ? row.fixEn : row.fix}
					{row.columns.length === 0 && ` ${t('quarantine.onlyAtSource')}`}
				</small>
			</span>
			{row.columns.length > 0 && (
				<button
					ref={opener}
					type="button"
					className="icon-button"
					aria-label={t('quarantine.correct', { where })}
					title={t('quarantine.correct', { where })}
					aria-expanded={isTyping}
					disabled={!canWrite}
					onClick={() => setTyping(!isTyping)}
				>
					<Pencil size={14} strokeWidth={1.75} aria-hidden />
				</button>
			)}
			{isTyping && <Typing row={row} where={where} onEnd={end} />}
			{!isTyping &&
				corrections.map(([column, text]) => (
					<p key={column} className={css.corrected}>
						<span>
							{t('quarantine.corrected', {
								column,
								text: text === '' ? t('quarantine.blank') : text,
								at: row.correctedAt === null ? '' : formatInstant(row.correctedAt, language, { presentYear }),
							})}
						</span>
						<button
							type="button"
							className="link"
							aria-label={t('quarantine.takeBackOf', { where })}
							disabled={!canWrite}
							onClick={() => void imports.getState().correctRow(row.quarantineId, column, null)}
						>
							{t('quarantine.takeBack')}
						</button>
					</p>
				))}
		</li>
	);
}
