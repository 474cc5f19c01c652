// 职责清单: who should hold a matter of this class, on what basis, and whether that is who leads it.

import { useTranslation } from 'react-i18next';
import type { EventDetail } from '../../stores/events-store.ts';
import pane from '../EventDetailPane.module.css';

interface DutiesProps {
	duties: EventDetail['duties'];
	leadUnit: string | null;
}

export function Duties({ duties, leadUnit }: DutiesProps) {
	const { t } = useTranslation();
	if (duties === null) return null;
	const isOther = leadUnit !== null && duties.length > 0 && !duties.some(({ isHolder }) => isHolder);
	return (
		<section className={pane.section} aria-label={t('event.duties')}>
			<h3 className={pane.heading}>
				{t('event.duties')} <span>{t('event.dutiesNote')}</span>
			</h3>
			{duties.length === 0 && <p className={pane.quiet}>{t('event.dutiesNone')}</p>}
			<dl className={pane.facts}>
				{duties.map(({ unit, kind, basis, isHolder }) => (
					<div key={`${unit}${kind}${basis}`}>
						<dt>
							{unit} {isHolder && <b>{t('event.dutyHolder')}</b>}
						</dt>
						<dd>{[kind, basis].filter(Boolean).join(' • ')}</dd>
					</div>
				))}
			</dl>
			{isOther && <p className={pane.over}>{t('event.dutiesOther', { unit: leadUnit })}</p>}
		</section>
	);
}
