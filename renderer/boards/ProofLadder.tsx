// The subtraction ladder: all records, less each exclusion with its reason, down to the denominator. It adds up.

import { useTranslation } from 'react-i18next';
import type { Proof } from '../stores/readings-store.ts';
import { formatInteger } from '../ui/format.ts';
import css from './ProofCard.module.css';

export function ProofLadder({ proof, isLive }: { proof: Proof; isLive: boolean }) {
	const { t } = useTranslation();
	const excluded = proof.excluded.filter((step) => step.count > 0);
	const rest = proof.startCount - excluded.reduce((total, step) => total + step.count, 0);
	const isRatio = proof.den !== null && proof.den === rest;
	return (
		<section>
			<h3 className={css.heading}>{t(isRatio ? 'proof.ladder' : 'proof.ladderCount')}</h3>
			<table className={css.ladder}>
				<tbody>
					<tr>
						<th scope="row" colSpan={2}>
							{t(isLive ? 'proof.startLive' : 'proof.start')}
						</th>
						<td>{formatInteger(proof.startCount)}</td>
					</tr>
					{excluded.map((step) => (
						<tr key={step.reason}>
							<th scope="row">
								<span className={css.minus}>{t('proof.minus')}</span> {t(`reasons.${step.reason}`)}
							</th>
							<td className={css.why}>{t(`reasonNotes.${step.reason}`)}</td>
							<td>{formatInteger(-step.count)}</td>
						</tr>
					))}
					<tr className={css.result}>
						<th scope="row" colSpan={2}>
							{t(isRatio ? 'proof.denominator' : 'proof.counted')}
						</th>
						<td>{formatInteger(rest)}</td>
					</tr>
				</tbody>
			</table>
		</section>
	);
}
