// 口径: what the figure means, how it rolls up, how its light is lit, what it rests on, and the same figure read otherwise.

import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { THESIS_TAGS } from '../../../shared/domain/dimensions.ts';
import type { IndicatorPageData } from '../../stores/indicators-store.ts';
import { useApp, useIndicators, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import { formatInteger, formatValue } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Term } from '../../ui/Term.tsx';
import { formatPeriodShort } from '../../ui/time-format.ts';
import { splitDefinition } from '../proof-words.ts';
import { kindOf, readingText, unitOf } from '../reading-words.ts';
import css from './DefinitionPanel.module.css';
import { GuardList } from './GuardList.tsx';
import { LightRule } from './LightRule.tsx';
import { restatementsOf } from './restatements.ts';

export function DefinitionPanel({ page, indicator }: { page: IndicatorPageData; indicator: string }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location, readings } = useStores();
	const definition = useApp((state) => state.definitions.get(indicator));
	const restatements = useIndicators((state) => state.restatements.value);
	if (definition === undefined) return null;
	const [first, rest] = splitDefinition(language === 'en' ? definition.definition.en : definition.definition.zh);
	const comma = language === 'en' ? ', ' : '、';
	const lines: [string, ReactNode][] = [
		[t('definition.rollUp'), t(`rollUps.${definition.rollUp}`)],
		[t('definition.light'), <LightRule key="light" definition={definition} />],
		[t('definition.updated'), definition.updatePeriods.map((kind) => t(`kinds.${kind}`)).join(comma)],
		[
			t('indicators.tags'),
			THESIS_TAGS.filter((tag) => definition.thesisTags.includes(tag))
				.map((tag) => `${tag} ${t(`thesis.${tag}`)}`)
				.join(language === 'en' ? ', ' : '；'),
		],
		[t('definition.datasets'), page.datasets.map((dataset) => t(`imports.dataset_${dataset}`)).join(comma)],
	];
	const number = (value: number | null) => (value === null ? t('words.none') : formatValue(value, kindOf(definition)));
	lines.push([
		t('restated.word'),
		restatementsOf(restatements?.restatements ?? [], indicator, page.row.reading.area)
			.map(({ stated, current, causes }) =>
				t('restated.line', {
					period: formatPeriodShort(stated.period, language),
					from: number(stated.value),
					to: number(current?.value ?? null),
					cause: causes.map(({ words }) => (language === 'en' ? words.en : words.zh)).join(comma),
				}),
			)
			.join(language === 'en' ? '; ' : '；'),
	]);
	const labelOf = (name: string) => {
		const label = definition.variants.find((variant) => variant.name === name)?.label;
		return label ? (language === 'en' ? label.en : label.zh) : name;
	};
	return (
		<Panel
			title={
				<>
					<Term id="definition">{t('proof.definition')}</Term> <span className="tag">v{definition.version}</span>
				</>
			}
			isFlush
			actions={
				<button type="button" className="link" onClick={() => location.getState().goTo({ section: 'booklet' })}>
					{t('indicators.booklet')}
				</button>
			}
		>
			<div className={css.body}>
				<p className={css.text}>{first}</p>
				{rest !== '' && (
					<details className={css.more}>
						<summary>{t('proof.fullText')}</summary>
						<p className={css.text}>{rest}</p>
					</details>
				)}
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
				<GuardList indicator={indicator} />
				{page.variants.length > 0 && (
					<>
						<h3 className={css.heading}>{t('proof.variants')}</h3>
						<ul>
							{page.variants.map((variant) => {
								const words = readingText(variant, kindOf(definition), t);
								const { area, period } = variant;
								return (
									<li key={variant.variant}>
										<button
											type="button"
											data-figure
											className={css.variant}
											onClick={() =>
												readings.getState().openProof({ indicator, area, period, variant: variant.variant })
											}
										>
											<span>{labelOf(variant.variant)}</span>
											<b>
												{words.text}
												{words.isFigure && unitOf(definition, language) === '%' ? '%' : ''}
											</b>
											<span className={css.quiet}>
												{variant.num !== null && variant.den !== null
													? `${formatInteger(variant.num)} ÷ ${formatInteger(variant.den)}`
													: ''}
											</span>
										</button>
									</li>
								);
							})}
						</ul>
					</>
				)}
			</div>
		</Panel>
	);
}
