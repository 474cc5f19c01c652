// 今日三句: what changed, in sentences whose numbers open their proof.

import { useTranslation } from 'react-i18next';
import { parsePeriod } from '../../shared/domain/period.ts';
import { isAwaited } from '../stores/loadable.ts';
import { useApp, useReadings, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { Panel } from '../ui/Panel.tsx';
import { dayOfInstant, formatDay, formatPeriodShort } from '../ui/time-format.ts';
import { FailureNote } from './FailureNote.tsx';
import css from './SentencesPanel.module.css';
import { SentenceText } from './SentenceText.tsx';

export function SentencesPanel({ view }: { view: View }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const sentences = useReadings((state) => state.sentences);
	const now = useApp((state) => state.app.value?.now ?? null);
	const today = now === null ? null : dayOfInstant(now);
	const { value } = sentences;
	const topicWord = (sentence: NonNullable<typeof value>['sentences'][number]) => {
		if (sentence.topic === 'now') return t('sentences.now');
		const period = sentence.day === null ? null : parsePeriod(sentence.day);
		if (sentence.topic === 'lastDay') {
			const isYesterday = period !== null && today !== null && period.startDay === today - 1;
			if (isYesterday || sentence.day === null) return t('sentences.lastDay');
		}
		return formatPeriodShort(sentence.day ?? view.period, language);
	};
	return (
		<Panel
			title={t('sentences.title')}
			note={today === null ? undefined : formatDay(today, language)}
			className={css.panel}
			actions={
				<button type="button" className="link" onClick={() => location.getState().openPage('briefing')}>
					{t('sentences.write')}
				</button>
			}
			isBusy={isAwaited(sentences)}
		>
			{sentences.error !== null && <FailureNote error={sentences.error} isOld={value !== null} />}
			{value?.sentences.length === 0 && <EmptyNote title={t('sentences.none')} />}
			<dl className={css.list}>
				{value?.sentences.map((sentence) => {
					return (
						<div key={sentence.topic} className={css.row}>
							<dt className={css.topic}>{topicWord(sentence)}</dt>
							<dd>
								<SentenceText parts={language === 'en' ? sentence.en : sentence.zh} />
							</dd>
						</div>
					);
				})}
			</dl>
		</Panel>
	);
}
