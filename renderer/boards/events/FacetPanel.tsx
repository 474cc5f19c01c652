// The cross-filter: short lists of bars by class, area, source, unit, status and
// day. A bar narrows the list of events and the
// other bars; its own list still shows what else could be chosen.

import { useTranslation } from 'react-i18next';
import type { FacetValue } from '../../../shared/contract/schemas/event-facets.ts';
import { parseIso } from '../../../shared/domain/shanghai-time.ts';
import type { EventFilters } from '../../stores/event-filters.ts';
import { isAwaited } from '../../stores/loadable.ts';
import { useApp, useEvents, useLocation, useStores } from '../../stores/StoresContext.tsx';
import { useLanguage } from '../../stores/use-view.ts';
import type { Language } from '../../text/language.ts';
import { formatInteger } from '../../ui/format.ts';
import { dayOfInstant, formatDay } from '../../ui/time-format.ts';
import css from './FacetPanel.module.css';

interface Bar {
	key: string;
	word: string;
	/** What the bar means in full, where its word is short. */
	fullWord?: string;
	count: number;
	isChosen: boolean;
	choose: () => void;
}

function FacetList({ title, bars, up }: { title: string; bars: readonly Bar[]; up?: (() => void) | undefined }) {
	const { t } = useTranslation();
	const most = Math.max(1, ...bars.map(({ count }) => count));
	return (
		<section className={css.list} aria-label={title}>
			<h2 className={css.title}>
				{title}
				{up && (
					<button type="button" className={css.up} onClick={up}>
						{t('events.upToDomains')}
					</button>
				)}
			</h2>
			{bars.length === 0 && <p className={css.none}>{t('events.noValues')}</p>}
			<ul className={css.bars}>
				{bars.map((bar) => (
					<li key={bar.key}>
						<button
							type="button"
							className={css.bar}
							aria-pressed={bar.isChosen}
							title={`${bar.fullWord ?? bar.word} ${formatInteger(bar.count)}${bar.isChosen ? ` • ${t('events.facetChosen')}` : ''}`}
							onClick={bar.choose}
						>
							<span className={css.track}>
								<i style={{ width: `${(100 * bar.count) / most}%` }} />
							</span>
							<span className={css.word}>{bar.word}</span>
							<span className={css.count}>{formatInteger(bar.count)}</span>
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}

/** A run of days in words: one day, or its first and last. */
export function daysWords(from: string, to: string, language: Language): string {
	const word = (day: string) => {
		const at = parseIso(day) === null ? null : dayOfInstant(`${day}T00:00:00+08:00`);
		return at === null ? day : formatDay(at, language);
	};
	return from === to ? word(from) : `${word(from)}–${word(to)}`;
}

export function FacetPanel() {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const tree = useApp((state) => state.tree);
	const facets = useEvents((state) => state.facets);
	const filters = useLocation((state) => state.address.filters);
	const change = (next: Partial<EventFilters>) =>
		location.getState().goTo({ filters: { ...filters, ...next }, eventId: null });
	const value = facets.value;
	if (!value) return null;
	const barsOf = (values: readonly FacetValue[], field: 'category' | 'source' | 'unit' | 'status'): Bar[] =>
		values.map(({ code, zh, en, count }) => {
			const isChosen = filters[field] === code;
			// A class taken back leaves its domain chosen.
			const back = field === 'category' && code.length > 2 ? code.slice(0, 2) : null;
			return {
				key: code,
				word: language === 'en' ? en : zh,
				count,
				isChosen,
				choose: () => change({ [field]: isChosen ? back : code }),
			};
		});
	const domain = filters.category?.slice(0, 2) ?? null;
	const classes = domain === null ? value.domains : value.categories.filter(({ code }) => code.startsWith(domain));
	const days = value.days.bars.toReversed().filter(({ count }) => count > 0);
	return (
		<div className={css.panel} aria-busy={isAwaited(facets)}>
			<FacetList
				title={t('events.category')}
				bars={barsOf(classes, 'category')}
				up={domain === null ? undefined : () => change({ category: null })}
			/>
			{value.areas.length > 0 && (
				<FacetList
					title={t(`levels.${tree.byCode.get(value.areas[0]?.area ?? '')?.level ?? 'town'}`)}
					bars={value.areas.map(({ area, name, count }) => ({
						key: area,
						word: name,
						count,
						isChosen: false,
						choose: () => location.getState().goTo({ area, eventId: null }),
					}))}
				/>
			)}
			<FacetList title={t('events.source')} bars={barsOf(value.sources, 'source')} />
			<FacetList title={t('events.unit')} bars={barsOf(value.units, 'unit')} />
			<FacetList title={t('events.status')} bars={barsOf(value.statuses, 'status')} />
			<FacetList
				title={t('events.day')}
				bars={days.map(({ from, to, count }) => {
					const isChosen = filters.from === from && filters.to === to;
					return {
						key: from,
						word: value.days.step === 'month' ? from.slice(0, 7) : from.slice(5),
						fullWord: daysWords(from, to, language),
						count,
						isChosen,
						choose: () => change(isChosen ? { from: null, to: null } : { from, to }),
					};
				})}
			/>
		</div>
	);
}
