// The effect of an action: the weeks since beside the weeks before, each share with its interval and its counts.

import { useTranslation } from 'react-i18next';
import type { ActionEffect } from '../../stores/actions-store.ts';
import { formatDecimal, formatInteger } from '../../ui/format.ts';
import css from './actions.module.css';

type ShareSide = ActionEffect['onTime']['before'];

export function EffectTable({ effect }: { effect: ActionEffect }) {
	const { t } = useTranslation();
	const { before, during, elsewhere } = effect;
	const weekly = (accepted: number, weeks: number) => (weeks === 0 ? '—' : formatDecimal(accepted / weeks));
	const share = ({ value, low, high, num, den }: ShareSide) =>
		value === null || low === null || high === null
			? t('action.noShare')
			: t('action.share', {
					value: formatDecimal(value),
					low: formatDecimal(low),
					high: formatDecimal(high),
					num: formatInteger(num),
					den: formatInteger(den),
				});
	const rows: [string, string, string][] = [
		[t('action.weekly'), weekly(before.accepted, before.weeks), weekly(during.accepted, during.weeks)],
		[t('action.recurrence'), share(effect.recurrence.before), share(effect.recurrence.during)],
		[t('action.onTime'), share(effect.onTime.before), share(effect.onTime.during)],
	];
	if (elsewhere !== null)
		rows.push([t('action.elsewhere'), weekly(elsewhere.before, before.weeks), weekly(elsewhere.during, during.weeks)]);
	return (
		<table className={css.effect}>
			<thead>
				<tr>
					<th scope="col">{t('action.measure')}</th>
					<th scope="col">{t('action.before', { n: formatInteger(before.weeks) })}</th>
					<th scope="col">{t('action.during', { n: formatInteger(during.weeks) })}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(([name, ...cells]) => (
					<tr key={name}>
						<th scope="row">{name}</th>
						<td>{cells[0]}</td>
						<td>{cells[1]}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
