// The filters of the list as removable chips, and menus that add one. What can be added is what the loaded rows hold.

import { Plus, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_LIGHTS } from '../../shared/domain/codes.ts';
import { EVENT_STATES, type EventFilters, type EventState } from '../stores/address.ts';
import type { EventRow } from '../stores/events-store.ts';
import { useApp, useEvents, useLocation, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { MenuItem, PopMenu } from '../ui/PopMenu.tsx';
import { formatPeriod } from '../ui/time-format.ts';
import css from './EventFilterBar.module.css';
import { namedWord } from './event-words.ts';
import { indicatorName } from './reading-words.ts';

const NO_ROWS: readonly EventRow[] = [];

interface Facet {
	code: string;
	word: string;
	count: number;
}

/** The distinct values of one column of the loaded rows, most frequent first. */
function facetsOf(rows: readonly EventRow[], read: (row: EventRow) => { code: string; word: string } | null): Facet[] {
	const facets = new Map<string, Facet>();
	for (const row of rows) {
		const value = read(row);
		if (value === null) continue;
		const known = facets.get(value.code);
		if (known) known.count += 1;
		else facets.set(value.code, { ...value, count: 1 });
	}
	return [...facets.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function Chip({ words, onRemove }: { words: ReactNode; onRemove: () => void }) {
	const { t } = useTranslation();
	return (
		<span className={css.chip}>
			{words}
			<button
				type="button"
				className={css.remove}
				aria-label={t('events.remove', { name: String(words) })}
				onClick={onRemove}
			>
				<X size={13} aria-hidden />
			</button>
		</span>
	);
}

function FacetMenu({
	word,
	facets,
	onChoose,
}: {
	word: string;
	facets: readonly Facet[];
	onChoose: (code: string) => void;
}) {
	if (facets.length < 2) return null;
	return (
		<PopMenu
			className={css.add}
			face={
				<>
					<Plus size={12} aria-hidden /> {word}
				</>
			}
		>
			{(close) =>
				facets.map((facet) => (
					<MenuItem
						key={facet.code}
						onChoose={() => {
							close();
							onChoose(facet.code);
						}}
					>
						{facet.word} {facet.count > 0 && <span className={css.count}>{formatInteger(facet.count)}</span>}
					</MenuItem>
				))
			}
		</PopMenu>
	);
}

export function EventFilterBar({ view, isByUrgency }: { view: View; isByUrgency: boolean }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const filters = useLocation((state) => state.address.filters);
	const rows = useEvents((state) => state.list.value?.rows ?? NO_ROWS);
	const definitions = useApp((state) => state.definitions);
	const childrenOf = useApp((state) => state.tree.childrenOf);
	const change = (next: Partial<EventFilters>) =>
		location.getState().goTo({ filters: { ...filters, ...next }, eventId: null });
	const { categories, sources, units } = useMemo(
		() => ({
			categories: facetsOf(rows, (row) => ({ code: row.category.code, word: namedWord(row.category, language) })),
			sources: facetsOf(rows, (row) =>
				row.source ? { code: row.source.code, word: namedWord(row.source, language) } : null,
			),
			units: facetsOf(rows, (row) => (row.leadUnit ? { code: row.leadUnit, word: row.leadUnit } : null)),
		}),
		[rows, language],
	);
	const period = formatPeriod(view.period, language);
	const stateWord = (state: EventState) =>
		({
			open: t('events.stateOpen'),
			overdue: t('events.stateOverdue'),
			dueToday: t('events.stateDueToday'),
			unlocated: t('events.stateUnlocated', { period }),
			accepted: t('events.stateAccepted', { period }),
		})[state];
	const separator = language === 'en' ? ', ' : '、';
	const wordOf = (facets: readonly Facet[], code: string) => facets.find((facet) => facet.code === code)?.word ?? code;
	const { proof } = filters;
	const partWords = { all: t('events.proofAll'), num: t('events.proofNum'), missed: t('events.proofMissed') };
	const allLights = filters.lights.length === 0 || filters.lights.length === EVENT_LIGHTS.length;
	return (
		<div className={css.bar}>
			{proof !== null && (
				<Chip
					words={`${t('events.proofChip', { name: indicatorName(definitions.get(proof.indicator), proof.indicator, language), part: partWords[proof.part] })} • ${formatPeriod(proof.period, language)}`}
					onRemove={() => location.getState().openEvents({})}
				/>
			)}
			{proof === null && filters.state !== null && (
				<PopMenu className={css.chip} face={t('events.stateChip', { state: stateWord(filters.state) })}>
					{(close) =>
						EVENT_STATES.map((state) => (
							<MenuItem
								key={state}
								isCurrent={state === filters.state}
								onChoose={() => {
									close();
									change({ state, lights: state === 'open' ? filters.lights : [] });
								}}
							>
								{stateWord(state)}
							</MenuItem>
						))
					}
				</PopMenu>
			)}
			{!allLights && (
				<Chip
					words={t('events.lightsChip', {
						lights: filters.lights.map((light) => t(`events.${light}`)).join(separator),
					})}
					onRemove={() => change({ lights: [] })}
				/>
			)}
			{filters.category !== null && (
				<Chip
					words={`${t('events.addCategory')} ${wordOf(categories, filters.category)}`}
					onRemove={() => change({ category: null })}
				/>
			)}
			{filters.source !== null && (
				<Chip
					words={`${t('events.addSource')} ${wordOf(sources, filters.source)}`}
					onRemove={() => change({ source: null })}
				/>
			)}
			{filters.unit !== null && (
				<Chip words={`${t('events.addUnit')} ${filters.unit}`} onRemove={() => change({ unit: null })} />
			)}
			{proof === null && (
				<>
					{allLights && filters.state === 'open' && (
						<PopMenu
							className={css.add}
							face={
								<>
									<Plus size={12} aria-hidden /> {t('events.addLights')}
								</>
							}
						>
							{(close) =>
								EVENT_LIGHTS.map((light) => (
									<MenuItem
										key={light}
										onChoose={() => {
											close();
											change({ lights: [light] });
										}}
									>
										<LightShape light={light} /> {t(`events.${light}`)}
									</MenuItem>
								))
							}
						</PopMenu>
					)}
					{view.area.level === 'district' && (
						<FacetMenu
							word={t('events.addTown')}
							facets={(childrenOf.get(view.area.code) ?? []).map((child) => ({
								code: child.code,
								word: child.name,
								count: 0,
							}))}
							onChoose={(area) => location.getState().goTo({ area, eventId: null })}
						/>
					)}
					{filters.category === null && (
						<FacetMenu
							word={t('events.addCategory')}
							facets={categories}
							onChoose={(category) => change({ category })}
						/>
					)}
					{filters.source === null && (
						<FacetMenu word={t('events.addSource')} facets={sources} onChoose={(source) => change({ source })} />
					)}
					{filters.unit === null && (
						<FacetMenu word={t('events.addUnit')} facets={units} onChoose={(unit) => change({ unit })} />
					)}
				</>
			)}
			{isByUrgency && <span className={css.order}>{t('events.orderUrgency')}</span>}
		</div>
	);
}
