// Gaming and misreading: what stands beside a figure, worded as questions to check, never as an accusation (domain.md §5.7).

import { useTranslation } from 'react-i18next';
import { useIndicators } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import css from './GuardList.module.css';

export function GuardList({ indicator }: { indicator: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const guards = useIndicators((state) => state.guards.value?.guards ?? null);
	const isMine = useIndicators((state) => state.one.value?.row.reading.indicator === indicator);
	if (guards === null || !isMine || guards.length === 0) return null;
	const say = (text: { zh: string; en: string }) => (language === 'en' ? text.en : text.zh);
	const raised = guards.filter((guard) => guard.isRaised);
	const missing = guards.filter((guard) => guard.status === 'notConnected');
	const quiet = guards.length - raised.length - missing.length;
	return (
		<section>
			<h3 className={css.heading}>{t('guards.title')}</h3>
			<ul>
				{raised.map((guard) => (
					<li key={guard.guard} className={css.raised}>
						<b>{say(guard.name)}</b>
						<span>{say(guard.question)}</span>
					</li>
				))}
			</ul>
			{quiet > 0 && <p className={css.quiet}>{t('guards.quiet', { n: formatInteger(quiet) })}</p>}
			{missing.length > 0 && (
				<details className={css.quiet}>
					<summary>{t('guards.missing', { n: formatInteger(missing.length) })}</summary>
					<ul>
						{missing.map((guard) => (
							<li key={guard.guard}>
								{say(guard.name)}
								{guard.missing !== null && ` • ${t('guards.needs', { needs: say(guard.missing) })}`}
							</li>
						))}
					</ul>
				</details>
			)}
		</section>
	);
}
