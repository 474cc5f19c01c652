// The paper itself, white in both themes and laid out as it is printed: title, head, sections, what it rests on.

import { useTranslation } from 'react-i18next';
import type { Briefing } from '../../stores/briefing-store.ts';
import { useBriefing } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInstant } from '../../ui/time-format.ts';
import css from './BriefingPaper.module.css';
import { BriefingSectionView } from './BriefingSectionView.tsx';

export function BriefingPaper({ paper }: { paper: Briefing }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const words = language === 'en' ? 'en' : 'zh';
	const checkCode = useBriefing((state) => state.written?.checkCode ?? null);
	const sections = paper.sections.filter(
		({ sentences, table, trend }) => sentences.length > 0 || table !== null || trend !== null,
	);
	return (
		<article className={css.paper} aria-label={t('briefing.paper')}>
			<header className={css.head}>
				<h2>
					{paper.areaName}
					{language === 'en' ? ' ' : ''}
					{paper.title[words]}
				</h2>
				<p>
					{paper.centreName}
					{paper.isDemo && `（${t('header.demo')}）`}
				</p>
				<p className={css.stamps}>
					{paper.asOf !== null && <span>{t('briefing.asOf', { time: formatInstant(paper.asOf, language) })}</span>}
					<span>{t('briefing.written', { time: formatInstant(paper.writtenAt, language) })}</span>
					{checkCode !== null && <span>{t('briefing.code', { code: checkCode })}</span>}
				</p>
			</header>
			{sections.map((section) => (
				<BriefingSectionView key={section.key} section={section} />
			))}
			{paper.missing.length > 0 && (
				<p className={css.missing}>
					{t('briefing.missing', {
						names: paper.missing
							.map((dataset) => t(`imports.dataset_${dataset}`))
							.join(language === 'en' ? ', ' : '、'),
					})}
				</p>
			)}
			<footer className={css.definitions}>
				<h3>{t('briefing.definitions')}</h3>
				<dl>
					{paper.definitions.map(({ indicator, version, name, definition }) => (
						<div key={indicator}>
							<dt>
								{indicator} {name[words]} v{version}
							</dt>
							<dd>{definition[words]}</dd>
						</div>
					))}
				</dl>
			</footer>
		</article>
	);
}
