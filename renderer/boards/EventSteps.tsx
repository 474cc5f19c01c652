// 流转: the steps of an event in order, who passed it to whom, how long it took, where a limit was missed.

import { useTranslation } from 'react-i18next';
import type { EventDetail } from '../stores/events-store.ts';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { formatMinutes } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { formatInstant } from '../ui/time-format.ts';
import css from './EventDetailPane.module.css';

export function EventSteps({ steps }: { steps: EventDetail['steps'] }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	return (
		<section className={css.section}>
			<h3 className={css.heading}>{t('event.steps')}</h3>
			<ol>
				{steps.map((step) => {
					const units = [step.fromUnit, step.toUnit].filter((unit, index, all) => unit && all.indexOf(unit) === index);
					return (
						<li key={step.seq} className={css.step}>
							<span className={css.quiet}>
								{step.at === null ? '—' : formatInstant(step.at, language, { presentYear })}
							</span>
							<LightShape light={step.isTimeout ? 'red' : 'green'} size={9} />
							<span className={css.clip}>
								{[step.node, step.op].filter((word, index, all) => word && all.indexOf(word) === index).join(' ') ||
									'—'}{' '}
								<span className={css.quiet}>{units.join(' → ')}</span>
							</span>
							<span className={css.number}>
								{step.isTimeout && <b className={css.over}>{t('event.timeout')}</b>}{' '}
								{step.usedWorkMinutes !== null && (
									<span className={css.quiet}>
										{t('event.stepUsed', { time: formatMinutes(step.usedWorkMinutes, language) })}
									</span>
								)}
							</span>
						</li>
					);
				})}
			</ol>
		</section>
	);
}
