// The finer reading of one column: order and zone of its dates, or which delivered value means which standard value.

import { useTranslation } from 'react-i18next';
import type { ColumnDraft, ValuePair } from '../stores/mapping-draft.ts';
import css from './PreviewPanel.module.css';

interface ColumnDetailsProps {
	header: string;
	isInstant: boolean;
	draft: ColumnDraft | undefined;
	onChange: (change: Partial<ColumnDraft>) => void;
}

export function ColumnDetails({ header, isInstant, draft, onChange }: ColumnDetailsProps) {
	const { t } = useTranslation();
	if (isInstant) {
		return (
			<p className={css.constant}>
				<label>
					{t('preview.dateOrder')}{' '}
					<select
						className={css.select}
						aria-label={t('preview.dateOrderOf', { header })}
						value={draft?.order ?? 'auto'}
						onChange={(event) => onChange({ order: event.target.value as NonNullable<ColumnDraft['order']> })}
					>
						<option value="auto">{t('preview.order_auto')}</option>
						<option value="M/D/Y">{t('preview.order_ymd')}</option>
						<option value="D/M/Y">{t('preview.order_dmy')}</option>
					</select>
				</label>
				<label>
					{t('preview.zone')}{' '}
					<select
						className={css.select}
						aria-label={t('preview.zoneOf', { header })}
						value={draft?.zone ?? 'shanghai'}
						onChange={(event) => onChange({ zone: event.target.value })}
					>
						<option value="shanghai">{t('preview.zone_shanghai')}</option>
						<option value="+00:00">{t('preview.zone_utc')}</option>
					</select>
				</label>
			</p>
		);
	}
	const pairs = draft?.values ?? [];
	const set = (pair: ValuePair): void => onChange({ values: pairs.map((one) => (one.id === pair.id ? pair : one)) });
	return (
		<div className={css.pairs}>
			<span className={css.quiet}>{t('preview.values')}</span>
			{pairs.map((pair) => (
				<p key={pair.id} className={css.constant}>
					<input
						className={css.input}
						aria-label={t('preview.valueFrom')}
						placeholder={t('preview.valueFrom')}
						value={pair.from}
						onChange={(event) => set({ ...pair, from: event.target.value })}
					/>
					→
					<input
						className={css.input}
						aria-label={t('preview.valueTo')}
						placeholder={t('preview.valueTo')}
						value={pair.to}
						onChange={(event) => set({ ...pair, to: event.target.value })}
					/>
				</p>
			))}
			<button
				type="button"
				className="link"
				onClick={() => onChange({ values: [...pairs, { id: pairs.length + 1, from: '', to: '' }] })}
			>
				{t('preview.addValue')}
			</button>
		</div>
	);
}
