// The figures of the cut in one strip: size against the norm, basis, load, faults.

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Division, TopologyFaults } from '../../stores/indicators-store.ts';
import type { FigureRef } from '../../stores/readings-store.ts';
import { useLanguage, type View } from '../../stores/use-view.ts';
import { formatInteger } from '../../ui/format.ts';
import { ProofNumber } from '../ProofNumber.tsx';
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

function Fact({ word, value, figure = null }: { word: string; value: string; figure?: FigureRef | null }) {
	return (
		<div>
			<dd>
				<ProofNumber figure={figure} text={value} of={word} />
			</dd>
			<dt>{word}</dt>
		</div>
	);
}

export function DivisionSummaryBar({
	view,
	division,
	summary,
	topology,
}: {
	view: View;
	division: Division;
	summary: DivisionSummary;
	topology: TopologyFaults | null;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { sizes, bases } = summary;
	const proofOf = (indicator: string): FigureRef => ({
		indicator,
		area: view.area.code,
		period: view.period,
		variant: null,
	});
	const [cut, load] = [proofOf('ME03'), proofOf('TM02')];
	const rest = sizes.notJudged + sizes.unknown;
	return (
		<div className={css.bar}>
			<Group title={t('division.norm', { low: division.norm.low, high: division.norm.high })}>
				{SIZES.map((size) => (
					<Fact key={size} word={t(`divisionSize.${size}`)} value={formatInteger(sizes[size])} figure={cut} />
				))}
				{rest > 0 && <Fact word={t('division.others')} value={formatInteger(rest)} figure={cut} />}
			</Group>
			<Group title={t('division.basis')}>
				{BASES.map((basis) => (
					<Fact key={basis} word={t(`divisionBasis.${basis}`)} value={formatInteger(bases[basis])} figure={cut} />
				))}
				<Fact word={t('division.noBasis')} value={formatInteger(summary.withoutBasis)} figure={cut} />
			</Group>
			<Group title={t('dimensions.team')}>
				<Fact
					word={t('division.medianLoad')}
					figure={division.hasStaff ? load : null}
					value={
						division.hasStaff
							? summary.medianLoad === null
								? t('words.none')
								: formatInteger(summary.medianLoad)
							: t('status.notConnected')
					}
				/>
				{division.hasStaff && (
					<Fact word={t('division.unstaffed')} value={formatInteger(summary.unstaffed)} figure={load} />
				)}
			</Group>
			<Group title={t('division.faults')}>
				<Fact word={t('division.faulty')} value={formatInteger(summary.faulty)} figure={cut} />
				{topology !== null && (
					<>
						<Fact word={t('division.topologyTotal')} value={formatInteger(topology.total)} figure={cut} />
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
