// The figures of the cut in one strip: size against the norm, basis, load, faults.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Division, TopologyFaults } from '../../stores/indicators-store.ts';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import css from './DivisionSummaryBar.module.css';
import type { DivisionSummary } from './division-rows.ts';

const SIZES = ['below', 'within', 'above'] as const;
const BASES = ['T', 'G', 'M'] as const;

function Group({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className={css.group} aria-label={title}>
			<h2 className={css.title}>{title}</h2>
			<dl className={css.facts}>{children}</dl>
		</section>
	);
}

function Fact({ word, value }: { word: string; value: string }) {
	return (
		<div>
			<dd>{value}</dd>
			<dt>{word}</dt>
		</div>
	);
}

export function DivisionSummaryBar({
	division,
	summary,
	topology,
}: {
	division: Division;
	summary: DivisionSummary;
	topology: TopologyFaults | null;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { sizes, bases } = summary;
	const rest = sizes.notJudged + sizes.unknown;
	return (
		<div className={css.bar}>
			<Group title={t('division.norm', { low: division.norm.low, high: division.norm.high })}>
				{SIZES.map((size) => (
					<Fact key={size} word={t(`divisionSize.${size}`)} value={formatInteger(sizes[size])} />
				))}
				{rest > 0 && <Fact word={t('division.others')} value={formatInteger(rest)} />}
			</Group>
			<Group title={t('division.basis')}>
				{BASES.map((basis) => (
					<Fact key={basis} word={t(`divisionBasis.${basis}`)} value={formatInteger(bases[basis])} />
				))}
				<Fact word={t('division.noBasis')} value={formatInteger(summary.withoutBasis)} />
			</Group>
			<Group title={t('dimensions.team')}>
				<Fact
					word={t('division.medianLoad')}
					value={
						division.hasStaff
							? summary.medianLoad === null
								? t('words.none')
								: formatInteger(summary.medianLoad)
							: t('status.notConnected')
					}
				/>
				{division.hasStaff && <Fact word={t('division.unstaffed')} value={formatInteger(summary.unstaffed)} />}
			</Group>
			<Group title={t('division.faults')}>
				<Fact word={t('division.faulty')} value={formatInteger(summary.faulty)} />
				{topology !== null && (
					<>
						<Fact word={t('division.topologyTotal')} value={formatInteger(topology.total)} />
						<div className={css.kinds}>
							{Object.entries(topology.counts)
								.map(
									([kind, count]) => `${t(`faults.${kind as keyof typeof topology.counts}`)} ${formatInteger(count)}`,
								)
								.join(language === 'en' ? ', ' : '、')}
						</div>
					</>
				)}
			</Group>
		</div>
	);
}
