// The filters of the list as removable chips, and menus that add one. What can be added is what the district has.

import { ChevronDown, ChevronUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetValue } from '../../shared/contract/schemas/event-facets.ts';
import { EVENT_LIGHTS } from '../../shared/domain/codes.ts';
import { ALL_EVENTS, EVENT_STATES, type EventFilters, type EventState } from '../stores/event-filters.ts';
import { useApp, useEvents, useLocation, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, type View } from '../stores/use-view.ts';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { MenuItem, PopMenu } from '../ui/PopMenu.tsx';
import { formatPeriod } from '../ui/time-format.ts';
import css from './EventFilterBar.module.css';
import { severityWord } from './event-words.ts';
import { daysWords } from './events/FacetPanel.tsx';
import { DaysMenu, NumberField } from './events/FilterFields.tsx';
import { ColumnsMenu, ViewsMenu } from './events/LayoutMenus.tsx';
import { indicatorName } from './reading-words.ts';

const NO_VALUES: readonly FacetValue[] = [];
const SEVERITIES = [1, 2, 3, 4] as const;
const FIELDS = ['category', 'source', 'unit', 'status'] as const;
const LISTS = { category: 'categories', source: 'sources', unit: 'units', status: 'statuses' } as const;
const ADD_WORDS = {
	category: 'events.addCategory',
	source: 'events.addSource',
	unit: 'events.addUnit',
	status: 'events.addStatus',
} as const;

interface Facet {
	code: string;
	word: string;
	count: number;
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

interface EventFilterBarProps {
	view: View;
	isByUrgency: boolean;
	isCrossFilter: boolean;
	onCrossFilter: () => void;
}

export function EventFilterBar({ view, isByUrgency, isCrossFilter, onCrossFilter }: EventFilterBarProps) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { location } = useStores();
	const filters = useLocation((state) => state.address.filters);
	const facets = useEvents((state) => state.facets.value);
	const definitions = useApp((state) => state.definitions);
	const childrenOf = useApp((state) => state.tree.childrenOf);
	const change = (next: Partial<EventFilters>) =>
		location.getState().goTo({ filters: { ...filters, ...next }, eventId: null });
	const wordsOf = (value: FacetValue) => (language === 'en' ? value.en : value.zh);
	/** Every value of the district, with how many of this list have it. */
	const valuesOf = (field: (typeof FIELDS)[number]): Facet[] => {
		const counts = new Map((facets?.[LISTS[field]] ?? NO_VALUES).map(({ code, count }) => [code, count]));
		return (facets?.all[LISTS[field]] ?? NO_VALUES)
			.map((value) => ({ code: value.code, word: wordsOf(value), count: counts.get(value.code) ?? 0 }))
			.sort((a, b) => b.count - a.count);
	};
	const wordOf = (field: (typeof FIELDS)[number], code: string) => {
		const known = [...(facets?.all[LISTS[field]] ?? NO_VALUES), ...(facets?.domains ?? NO_VALUES)];
		const found = known.find((value) => value.code === code);
		return found ? wordsOf(found) : code;
	};
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
	const { proof } = filters;
	const above = view.path.at(-2);
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
			{proof === null && (
				<PopMenu
					className={css.chip}
					face={t('events.stateChip', {
						state: filters.state === null ? t('events.allEvents') : stateWord(filters.state),
					})}
				>
					{(close) =>
						[...EVENT_STATES, null].map((state) => (
							<MenuItem
								key={state ?? 'all'}
								isCurrent={state === filters.state}
								onChoose={() => {
									close();
									change({ state, lights: state === 'open' ? filters.lights : ALL_EVENTS.lights });
								}}
							>
								{state === null ? t('events.allEvents') : stateWord(state)}
							</MenuItem>
						))
					}
				</PopMenu>
			)}
			{proof === null && above !== undefined && (
				<Chip
					words={`${t(`levels.${view.area.level}`)} ${view.area.name}`}
					onRemove={() => location.getState().goTo({ area: above.code, eventId: null })}
				/>
			)}
			{!allLights && (
				<Chip
					words={t('events.lightsChip', {
						lights: filters.lights.map((light) => t(`events.${light}`)).join(separator),
					})}
					onRemove={() => change({ lights: [] })}
				/>
			)}
			{FIELDS.map((field) => {
				const code = filters[field];
				return (
					code !== null && (
						<Chip
							key={field}
							words={`${t(ADD_WORDS[field])} ${wordOf(field, code)}`}
							onRemove={() => change({ [field]: null })}
						/>
					)
				);
			})}
			{filters.severity !== null && (
				<Chip
					words={`${t('events.addSeverity')} ${severityWord(filters.severity, t)}`}
					onRemove={() => change({ severity: null })}
				/>
			)}
			{(filters.from !== null || filters.to !== null) && (
				<Chip
					words={
						filters.from !== null && filters.from === filters.to
							? `${t('events.addDays')} ${daysWords(filters.from, filters.from, language)}`
							: t('events.daysChip', {
									from: filters.from === null ? '' : daysWords(filters.from, filters.from, language),
									to: filters.to === null ? '' : daysWords(filters.to, filters.to, language),
								})
					}
					onRemove={() => change({ from: null, to: null })}
				/>
			)}
			{filters.number !== null && (
				<Chip words={t('events.numberChip', { number: filters.number })} onRemove={() => change({ number: null })} />
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
					{FIELDS.map(
						(field) =>
							filters[field] === null && (
								<FacetMenu
									key={field}
									word={t(ADD_WORDS[field])}
									facets={valuesOf(field)}
									onChoose={(code) => change({ [field]: code })}
								/>
							),
					)}
					{filters.severity === null && (
						<FacetMenu
							word={t('events.addSeverity')}
							facets={SEVERITIES.map((level) => ({
								code: String(level),
								word: severityWord(level, t),
								count: facets?.severities.find(({ code }) => code === String(level))?.count ?? 0,
							}))}
							onChoose={(code) => change({ severity: Number(code) })}
						/>
					)}
					{filters.from === null && filters.to === null && <DaysMenu onChoose={change} />}
					{filters.number === null && <NumberField onChoose={(number) => change({ number })} />}
				</>
			)}
			<span className={css.tools}>
				{isByUrgency && <span className={css.order}>{t('events.orderUrgency')}</span>}
				<ViewsMenu />
				<ColumnsMenu />
				<button type="button" className={css.add} aria-expanded={isCrossFilter} onClick={onCrossFilter}>
					{isCrossFilter ? <ChevronUp size={13} aria-hidden /> : <ChevronDown size={13} aria-hidden />}{' '}
					{t(isCrossFilter ? 'events.crossFilterHide' : 'events.crossFilter')}
				</button>
			</span>
		</div>
	);
}
