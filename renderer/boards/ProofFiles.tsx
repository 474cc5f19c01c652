// The files behind a figure, with the records each brought and how many of them count.

import { useTranslation } from 'react-i18next';
import type { Proof } from '../stores/readings-store.ts';
import { useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { formatInstant } from '../ui/time-format.ts';
import css from './ProofCard.module.css';

export function ProofFiles({ proof }: { proof: Proof }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { location, readings } = useStores();
	if (proof.sources.length === 0) return null;
	const allRows = proof.sources.reduce((total, source) => total + source.allRows, 0);
	const rows = proof.sources.reduce((total, source) => total + source.rows, 0);
	return (
		<section className={css.files}>
			<h3 className={css.heading}>{t('proof.files')}</h3>
			<table>
				<thead>
					<tr>
						<th scope="col">{t('proof.file')}</th>
						<th scope="col">{t('proof.batch')}</th>
						<th scope="col">{t('proof.arrived')}</th>
						<th scope="col" className={css.number}>
							{t('proof.allRows')}
						</th>
						<th scope="col" className={css.number}>
							{t(proof.den === null ? 'proof.rowsCount' : 'proof.rows')}
						</th>
					</tr>
				</thead>
				<tbody>
					{proof.sources.map((source) => (
						<tr key={source.batchId}>
							<td>
								<button
									type="button"
									className={`link ${css.file}`}
									title={`${source.file} sha256 ${source.sha256}`}
									onClick={() => {
										readings.getState().closeProof();
										location.getState().openPage('imports');
									}}
								>
									{source.file}
								</button>
							</td>
							<td>#{source.batchId}</td>
							<td>{formatInstant(source.arrivedAt, language, { presentYear })}</td>
							<td className={css.number}>{formatInteger(source.allRows)}</td>
							<td className={css.number}>{formatInteger(source.rows)}</td>
						</tr>
					))}
					{proof.sources.length > 1 && (
						<tr className={css.result}>
							<th scope="row" colSpan={3}>
								{t('proof.total')}
							</th>
							<td className={css.number}>{formatInteger(allRows)}</td>
							<td className={css.number}>{formatInteger(rows)}</td>
						</tr>
					)}
				</tbody>
			</table>
		</section>
	);
}
