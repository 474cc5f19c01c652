// 口径手册: the whole catalogue as a page to read and to print, made from the definitions in force.

import { Printer } from 'lucide-react';
import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { THESIS_TAGS } from '../../../shared/domain/dimensions.ts';
import type { Booklet } from '../../stores/indicators-store.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatInteger } from '../../ui/format.ts';
import { FailureNote } from '../FailureNote.tsx';
import { indicatorName } from '../reading-words.ts';
import './print-desk.css';
import css from './BookletView.module.css';
import { dimensionName, groupByDimension } from './indicator-groups.ts';
import { LightRule } from './LightRule.tsx';

type Entry = Booklet['entries'][number];

function EntryArticle({ entry }: { entry: Entry }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const { definition, datasets, missing } = entry;
	const isEnglish = language === 'en';
	const comma = isEnglish ? ', ' : '、';
	const lines = [
		[t('booklet.unit'), isEnglish ? definition.unit.en : definition.unit.zh],
		[t('booklet.direction'), t(`directions.${definition.direction}`)],
		[t('definition.light'), <LightRule key="light" definition={definition} />],
		[t('definition.rollUp'), t(`rollUps.${definition.rollUp}`)],
		[t('definition.updated'), definition.updatePeriods.map((kind) => t(`kinds.${kind}`)).join(comma)],
		[
			t('indicators.tags'),
			THESIS_TAGS.filter((tag) => definition.thesisTags.includes(tag))
				.map((tag) => `${tag} ${t(`thesis.${tag}`)}`)
				.join(comma),
		],
		[
			t('proof.variants'),
			definition.variants.length < 2
				? ''
				: definition.variants.map(({ label }) => (isEnglish ? label.en : label.zh)).join(comma),
		],
		[
			t('definition.datasets'),
			datasets
				.map(
					(dataset) =>
						`${t(`imports.dataset_${dataset}`)}${missing.includes(dataset) ? ` (${t('status.notConnected')})` : ''}`,
				)
				.join(comma),
		],
	] as const;
	return (
		<article className={css.entry} id={`definition-${definition.code}`}>
			<h4 className={css.name}>
				<button type="button" className={css.open} onClick={() => location.getState().openIndicator(definition.code)}>
					{isEnglish ? definition.name.en : definition.name.zh}
				</button>{' '}
				<span className="tag">{definition.code}</span> <span className="tag">v{definition.version}</span>
			</h4>
			<p className={css.text}>{isEnglish ? definition.definition.en : definition.definition.zh}</p>
			<dl className={css.lines}>
				{lines
					.filter(([, text]) => text !== '')
					.map(([label, text]) => (
						<Fragment key={label}>
							<dt>{label}</dt>
							<dd>{text}</dd>
						</Fragment>
					))}
			</dl>
		</article>
	);
}

export function BookletView() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { indicators } = useStores();
	const booklet = useIndicators((state) => state.booklet);
	const centreName = useApp((state) => state.app.value?.centreName ?? '');
	useEffect(() => indicators.getState().loadBooklet(), [indicators]);
	const { value } = booklet;
	if (value === null) {
		return booklet.error === null ? (
			<EmptyNote title={t('events.loading')} />
		) : (
			<FailureNote error={booklet.error} isOld={false} />
		);
	}
	const groups = groupByDimension(value.entries);
	return (
		<div className={css.page}>
			<nav className={css.contents} aria-label={t('booklet.contents')}>
				<button type="button" className="button" onClick={() => window.print()}>
					<Printer size={15} strokeWidth={1.75} aria-hidden />
					{t('booklet.print')}
				</button>
				<ul>
					{groups.map((group) => (
						<li key={group.dimension ?? ''}>
							<span className={css.contentsGroup}>{dimensionName(group.dimension, t)}</span>
							<ul>
								{group.rows.map(({ definition }) => (
									<li key={definition.code}>
										<button
											type="button"
											className={css.contentsItem}
											onClick={() => document.getElementById(`definition-${definition.code}`)?.scrollIntoView()}
										>
											<span className={css.code}>{definition.code}</span>
											{indicatorName(definition, definition.code, language)}
										</button>
									</li>
								))}
							</ul>
						</li>
					))}
				</ul>
			</nav>
			<div className={css.sheet}>
				<header className={css.cover}>
					<p className={css.centre}>{centreName}</p>
					<h2 className={css.title}>{t('booklet.title')}</h2>
					<p className={css.quiet}>{t('booklet.intro', { n: formatInteger(value.entries.length) })}</p>
				</header>
				{groups.map((group) => (
					<section key={group.dimension ?? ''}>
						<h3 className={css.group}>{dimensionName(group.dimension, t)}</h3>
						{group.rows.map((entry) => (
							<EntryArticle key={entry.definition.code} entry={entry} />
						))}
					</section>
				))}
			</div>
		</div>
	);
}
