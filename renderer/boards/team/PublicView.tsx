// 公众与公开: how the public is heard and told: channels, ways of taking part, satisfaction with its rating rate, awareness
// with its margin, what had to be made public and what was.

import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isAwaited } from '../../stores/loadable.ts';
import type { Reading } from '../../stores/readings-store.ts';
import { useApp, useStores, useTeam } from '../../stores/StoresContext.tsx';
import type { PublicFacts } from '../../stores/team-store.ts';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { EmptyNote } from '../../ui/EmptyNote.tsx';
import { formatDecimal } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { formatPeriod } from '../../ui/time-format.ts';
import { FailureNote } from '../FailureNote.tsx';
import { indicatorName } from '../reading-words.ts';
import { FigureStrip, type StripItem } from './FigureStrip.tsx';
import { ChannelsPanel, DisclosurePanel, ParticipationPanel } from './PublicPanels.tsx';
import css from './TeamView.module.css';
import { TownTable } from './TownTable.tsx';
import { bookOf, figureCell, figureOf } from './team-cells.ts';

/** Figures of the strip: indicator and variant. */
const STRIP = [
	['PP01', 'headline'],
	['PP02', 'headline'],
	['PP03', 'headline'],
	['PP03', 'ratingRate'],
	['PP03', 'survey'],
	['PP04', 'headline'],
	['PP05', 'headline'],
	['PP06', 'headline'],
	['ID01', 'headline'],
	['ID02', 'headline'],
	['ID03', 'headline'],
	['ID04', 'headline'],
	['ID05', 'headline'],
] as const;
const OPENNESS = ['ID01', 'ID02', 'ID03', 'ID04', 'ID05'];

function usePublicTables(facts: PublicFacts) {
	const { t } = useTranslation();
	const language = useLanguage();
	const definitions = useApp((state) => state.definitions);
	return useMemo(() => {
		const book = bookOf(facts.readings);
		const marginOf = ({ indicator, area }: Pick<Reading, 'indicator' | 'area'>): string | undefined => {
			const margin = facts.margins.find((one) => one.indicator === indicator && one.area === area);
			return margin && `±${formatDecimal(margin.points)}`;
		};
		const nameOf = (code: string, variant: string) =>
			variant === 'ratingRate'
				? t('publicFacts.ratingRate')
				: variant === 'survey'
					? t('publicFacts.survey')
					: indicatorName(definitions.get(code), code, language);
		const column = (code: string, variant = 'headline', hasMargin = false) => ({
			key: `${code}/${variant}`,
			head: nameOf(code, variant),
			cellOf: (area: string) => {
				const reading = figureOf(book, area, code, variant);
				const cell = figureCell(reading, definitions.get(code), t);
				const margin = hasMargin && reading && cell.isFigure ? marginOf(reading) : undefined;
				return margin === undefined ? cell : { ...cell, text: `${cell.text} ${margin}` };
			},
		});
		const itemOf = (area: string, code: string, variant: string): StripItem[] => {
			const reading = figureOf(book, area, code, variant);
			if (!reading) return [];
			const isSurvey = variant === 'survey' || code === 'PP04' || code === 'PP06';
			const suffix = isSurvey && reading.value !== null ? marginOf(reading) : undefined;
			return [{ reading, name: nameOf(code, variant), ...(suffix !== undefined && { suffix }) }];
		};
		return {
			itemOf,
			surveyPeriod: facts.readings.find(({ indicator }) => indicator === 'PP04')?.period ?? null,
			opinion: [
				column('PP01'),
				column('PP02'),
				column('PP03'),
				column('PP03', 'ratingRate'),
				column('PP03', 'survey', true),
				column('PP04', 'headline', true),
				column('PP06', 'headline', true),
			],
			openness: OPENNESS.map((code) => column(code)),
		};
	}, [facts, definitions, language, t]);
}

function PublicBoards({ view, facts, isBusy }: { view: View; facts: PublicFacts; isBusy: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const tables = usePublicTables(facts);
	const area = view.area.code;
	const total = view.path.length === 1 ? { area, name: t('team.whole', { name: view.area.shortName }) } : null;
	return (
		<>
			<FigureStrip
				label={t('publicFacts.figures')}
				period={view.period}
				items={STRIP.flatMap(([code, variant]) => tables.itemOf(area, code, variant))}
			/>
			<div className={css.pair}>
				<Panel
					title={t('publicFacts.opinion')}
					note={
						tables.surveyPeriod !== null &&
						t('publicFacts.opinionNote', { period: formatPeriod(tables.surveyPeriod, language) })
					}
					isBusy={isBusy}
					isFlush
				>
					<TownTable
						caption={t('publicFacts.opinion')}
						areas={facts.areas}
						current={area}
						total={total}
						columns={tables.opinion}
					/>
				</Panel>
				<div className={css.stack}>
					<ChannelsPanel view={view} facts={facts} isBusy={isBusy} />
					<ParticipationPanel facts={facts} isBusy={isBusy} />
				</div>
			</div>
			<div className={css.pair}>
				<Panel title={t('publicFacts.openness')} isBusy={isBusy} isFlush>
					<TownTable
						caption={t('publicFacts.openness')}
						areas={facts.areas}
						current={area}
						total={total}
						columns={tables.openness}
					/>
				</Panel>
				<DisclosurePanel facts={facts} isBusy={isBusy} />
			</div>
		</>
	);
}

export function PublicView({ view }: { view: View }) {
	const { t } = useTranslation();
	const { team: store } = useStores();
	const facts = useTeam((state) => state.publicFacts);
	const area = view.area.code;
	useEffect(() => store.getState().loadPublic(area, view.period), [store, area, view.period]);
	if (facts.value === null) {
		return facts.error === null ? (
			<div aria-busy="true">
				<EmptyNote title={t('team.loading')} />
			</div>
		) : (
			<FailureNote error={facts.error} isOld={false} />
		);
	}
	return (
		<>
			{facts.error !== null && <FailureNote error={facts.error} isOld />}
			<PublicBoards view={view} facts={facts.value} isBusy={isAwaited(facts)} />
		</>
	);
}
