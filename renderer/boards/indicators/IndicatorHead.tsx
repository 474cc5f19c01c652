// The head of one indicator: name, figure, light, what it is compared with, the division, the ways to proof and records.

import { FileCheck2, List, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorPageData } from '../../stores/indicators-store.ts';
import type { Reading } from '../../stores/readings-store.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { Figure } from '../../ui/Figure.tsx';
import { type Change, formatChange, formatDecimal, formatInteger, formatValue, isLevel } from '../../ui/format.ts';
import { LightShape } from '../../ui/LightShape.tsx';
import { Term } from '../../ui/Term.tsx';
import { formatPeriodShort } from '../../ui/time-format.ts';
import { figureOf, ProofNumber } from '../ProofNumber.tsx';
import { splitDefinition } from '../proof-words.ts';
import { indicatorName, kindOf, readingText, stateOf, unitOf } from '../reading-words.ts';
import css from './IndicatorHead.module.css';
import { standardisedIn } from './standardised-words.ts';

function Fact({
	label,
	verdict,
	isExtra = false,
	children,
}: {
	label: ReactNode;
	verdict?: Change['verdict'];
	/** Only where there is room. */
	isExtra?: boolean;
	children: ReactNode;
}) {
	return (
		<div className={isExtra ? `${css.fact} ${css.extra}` : css.fact}>
			<dt>{label}</dt>
			<dd data-verdict={verdict}>{children}</dd>
		</div>
	);
}

/** The share as it would be with the mix of classes of the area above; its sentence as a hint. */
function StandardisedFact({ reading }: { reading: Reading }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const above = useIndicators((state) => state.standardisedAbove.value);
	const definition = useApp((state) => state.definitions.get(reading.indicator));
	const words = standardisedIn(above, reading, definition, language, t);
	if (words === null) return null;
	return (
		<div className={`${css.fact} ${css.extra}`} title={words.sentence}>
			<dt>{t('standardised.word')}</dt>
			<dd>{words.adjusted}</dd>
		</div>
	);
}

export function IndicatorHead({
	page,
	indicator,
	basis,
	isTable,
	onTable,
}: {
	page: IndicatorPageData;
	indicator: string;
	/** Areas as they are now; as they stood then when undefined. */
	basis: 'now' | undefined;
	isTable: boolean;
	onTable: () => void;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location, readings } = useStores();
	const definition = useApp((state) => state.definitions.get(indicator));
	const raised = useIndicators((state) => state.guards.value?.guards.filter((guard) => guard.isRaised).length ?? 0);
	const { row, yearBefore, yearChange } = page;
	const { reading } = row;
	const unit = unitOf(definition, language);
	const value = readingText(reading, kindOf(definition), t);
	const state = stateOf(row, t);
	const text = definition === undefined ? '' : language === 'en' ? definition.definition.en : definition.definition.zh;
	const figure = {
		indicator,
		area: reading.area,
		period: reading.period,
		variant: reading.variant,
		...(basis && { basis }),
	};
	const changeFact = (term: 'change' | 'yearOnYear', words: string, change: Change | null, before: Reading | null) => {
		if (change === null || before === null || before.value === null) return null;
		const earlier = `${formatValue(before.value, kindOf(definition))}${unit === '%' ? '%' : ''}`;
		const when = definition?.isLive ? t('board.weekAgo') : formatPeriodShort(before.period, language);
		return (
			<Fact
				label={<Term id={term}>{t('indicator.against', { words, when, earlier })}</Term>}
				verdict={isLevel(change) ? 'neutral' : change.verdict}
			>
				<ProofNumber figure={figureOf(before, basis)} text={formatChange(change, language, unit)} of={when} />
			</Fact>
		);
	};
	// The target of a live count is a share of the open ones, not of its own unit.
	const target = row.note === null ? (definition?.target ?? null) : null;
	const gap =
		target === null || reading.value === null || definition === undefined || definition.direction === 'band'
			? null
			: (definition.direction === 'down' ? -1 : 1) * (reading.value - target);
	return (
		<section className={css.head} aria-label={indicatorName(definition, indicator, language)}>
			<div className={css.names}>
				<h2 className={css.title}>
					{indicatorName(definition, indicator, language)} <span className="tag">{indicator}</span>
				</h2>
				<p className={css.sub} title={splitDefinition(text)[0]}>
					{splitDefinition(text)[0]}
				</p>
			</div>
			<div className={css.lead}>
				<ProofNumber figure={figure} text={`${value.text} ${value.isFigure ? unit : ''}`.trim()}>
					{value.isFigure ? (
						<Figure text={value.text} unit={unit} size="card" />
					) : (
						<span className={css.missing}>{value.text}</span>
					)}
				</ProofNumber>
				{state.word !== '' && (
					<b className={css.light}>
						<LightShape light={state.light} size={12} /> {state.word}
					</b>
				)}
				{raised > 0 && <span className="tag">{t('guards.raised', { n: formatInteger(raised) })}</span>}
			</div>
			<dl className={css.facts}>
				{changeFact('change', t('indicators.change'), row.change, row.previous)}
				{changeFact('yearOnYear', t('indicator.yearOnYear'), yearChange, yearBefore)}
				{gap !== null && target !== null && (
					<Fact
						label={t('indicator.toTarget', {
							target: formatDecimal(target, Number.isInteger(target) ? 0 : 1),
							unit: unit === '%' ? '%' : '',
						})}
						verdict={gap >= 0 ? 'better' : 'worse'}
					>
						{gap >= 0
							? t('indicator.reached')
							: t('indicator.short', {
									amount: formatDecimal(Math.abs(gap)),
									unit: definition?.valueKind === 'ratio' ? t('explain.points') : unit,
								})}
					</Fact>
				)}
				{reading.num !== null && reading.den !== null && (
					<Fact label={t('indicator.division')}>
						<ProofNumber figure={figure} text={`${formatInteger(reading.num)} ÷ ${formatInteger(reading.den)}`}>
							{formatInteger(reading.num)} <span className={css.den}>÷ {formatInteger(reading.den)}</span>
						</ProofNumber>
					</Fact>
				)}
				{basis === undefined && <StandardisedFact reading={reading} />}
				{row.peers !== null && (
					<Fact isExtra label={<Term id="peers">{t('indicators.peers')}</Term>}>
						{t('indicators.peerPlace', { rank: row.peers.rank, of: row.peers.of })}
					</Fact>
				)}
			</dl>
			<div className={css.actions}>
				<button
					type="button"
					className="button button-primary"
					aria-label={t('indicator.proof')}
					title={t('indicator.proof')}
					onClick={() => readings.getState().openProof(figure)}
				>
					<FileCheck2 size={15} strokeWidth={1.75} aria-hidden />
					<span className={css.most}>{t('indicator.proof')}</span>
				</button>
				{page.datasets.includes('event') && reading.n > 0 && (
					<button
						type="button"
						className="button"
						aria-label={t('indicator.records')}
						title={t('indicator.records')}
						onClick={() =>
							location.getState().openEvents({ state: null, lights: [], proof: { ...figure, part: 'all' } })
						}
					>
						<List size={15} strokeWidth={1.75} aria-hidden />
						<span className={css.extra}>{t('indicator.records')}</span>
					</button>
				)}
				<button
					type="button"
					className="button"
					aria-pressed={isTable}
					aria-label={t('indicator.table')}
					title={`${t('indicator.table')} T`}
					onClick={onTable}
				>
					<Table2 size={15} strokeWidth={1.75} aria-hidden />
					<span className={css.extra}>{t('indicator.table')}</span>
				</button>
			</div>
		</section>
	);
}
