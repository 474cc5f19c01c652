// 改前内容: what stood in the rows that a batch changed or took out, field by field, and which batch had brought it.

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, ReplacedRows } from '../stores/imports-store.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useImports, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { formatDecimal, formatInteger } from '../ui/format.ts';
import { formatInstant } from '../ui/time-format.ts';
import { useModal } from '../ui/use-modal.ts';
import css from './ReplacedRowsDialog.module.css';

type Row = ReplacedRows['rows'][number];
type Change = Row['changes'][number];

function Value({ change, value }: { change: Change; value: string | null }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	if (value === null) return <span className={css.quiet}>{t('replaced.blank')}</span>;
	if (change.kind === 'flag') return <>{t(value === '1' ? 'replaced.yes' : 'replaced.no')}</>;
	if (change.kind === 'instant') return <>{formatInstant(value, language, { presentYear })}</>;
	if (change.kind === 'percent') return <>{formatDecimal(100 * Number(value), 1)} %</>;
	return <>{value}</>;
}

function RowItem({ row }: { row: Row }) {
	const { t } = useTranslation();
	const language = useLanguage();
	return (
		<li className={css.row}>
			<p className={css.head}>
				<b>{row.key.join(' ')}</b>
				<span className={css.quiet}>{t('replaced.from', { id: row.earlierBatchId })}</span>
			</p>
			{row.isWithdrawn && <p>{t('replaced.withdrawn')}</p>}
			{row.isRedrawn && <p>{t('replaced.redrawn')}</p>}
			<dl className={css.changes}>
				{row.changes.map((change) => (
					<div key={change.field}>
						<dt>{language === 'en' ? change.field.replaceAll('_', ' ') : (change.header ?? change.field)}</dt>
						<dd>
							<del>
								<Value change={change} value={change.before} />
							</del>
							{!row.isWithdrawn && (
								<>
									{' → '}
									<Value change={change} value={change.after} />
								</>
							)}
						</dd>
					</div>
				))}
			</dl>
		</li>
	);
}

export function ReplacedRowsDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
	const { t } = useTranslation();
	const { imports } = useStores();
	const replaced = useImports((state) => state.replaced);
	const dialog = useModal();
	useEffect(() => imports.getState().showReplaced(batch.batchId), [imports, batch.batchId]);
	const rows = replaced.value?.rows ?? [];
	return (
		<dialog
			ref={dialog}
			className={css.dialog}
			aria-labelledby="replaced-title"
			aria-busy={isAwaited(replaced)}
			onClose={onClose}
		>
			<h2 id="replaced-title" className={css.title}>
				{t('replaced.title', { id: batch.batchId })}
			</h2>
			<p className={css.quiet}>
				{replaced.error !== null
					? t(`errors.${replaced.error.code}`)
					: t('replaced.note', {
							file: batch.file,
							shown: formatInteger(rows.length),
							total: formatInteger(replaced.value?.total ?? 0),
						})}
			</p>
			<ul className={css.rows}>
				{rows.map((row) => (
					<RowItem key={row.key.join('\u001f')} row={row} />
				))}
			</ul>
			<button type="button" className="button" onClick={() => dialog.current?.close()}>
				{t('replaced.close')}
			</button>
		</dialog>
	);
}
