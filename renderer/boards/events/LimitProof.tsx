// 时限依据: from where and by which clock the limit runs, what that comes to, and which row it was delivered in.

import { useTranslation } from 'react-i18next';
import type { EventDetail } from '../../stores/events-store.ts';
import { useLanguage, usePresentYear } from '../../stores/use-view.ts';
import { formatInteger, formatLimit } from '../../ui/format.ts';
import { formatInstant } from '../../ui/time-format.ts';
import pane from '../EventDetailPane.module.css';

export function LimitProof({ detail }: { detail: EventDetail }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { limit, startAt, countedAt, originalAt, dueAt, agrees, pauses, isProvisional, extensionFault } =
		detail.limitProof;
	const time = (iso: string | null) =>
		iso === null ? '—' : formatInstant(iso, language, { presentYear, isLimit: true });
	const isMoved = originalAt !== null && dueAt !== null && originalAt !== dueAt;
	const isContinuous = limit?.startsWith('H') || limit?.startsWith('D');
	const count =
		limit !== null && startAt !== null && countedAt !== null
			? t('event.proofCount', {
					start: formatInstant(startAt, language, { presentYear }),
					limit: formatLimit(limit, language),
					clock: t(isContinuous ? 'event.proofClockNatural' : 'event.proofClockWork'),
					due: time(countedAt),
				})
			: t(dueAt === null ? 'event.proofNone' : 'event.proofNoLimit');
	const sentences = [
		[
			count,
			pauses > 0 ? t('event.proofPauses', { n: formatInteger(pauses) }) : '',
			agrees === true ? t('event.proofAgrees') : '',
		]
			.filter(Boolean)
			.join(language === 'en' ? ', ' : '，'),
		agrees === false ? t('event.proofDiffers', { due: time(originalAt ?? dueAt) }) : '',
		isMoved ? t('event.proofMoved', { from: time(originalAt), to: time(dueAt) }) : '',
		extensionFault === null ? '' : t(`extension.${extensionFault}`),
		isProvisional ? t('event.proofProvisional') : '',
		dueAt === null
			? ''
			: t('event.proofRow', { file: detail.provenance.file, row: formatInteger(detail.provenance.row) }),
	].filter(Boolean);
	return (
		<section className={pane.section} aria-label={t('event.proofTitle')}>
			<h3 className={pane.heading}>{t('event.proofTitle')}</h3>
			{sentences.map((sentence) => (
				<p key={sentence} className={pane.quiet}>
					{sentence}
				</p>
			))}
		</section>
	);
}
