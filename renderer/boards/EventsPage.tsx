// The events page: counts by light, filters, the list, one event with its story (picture 06). All of it is of now.

import { useEffect, useMemo, useState } from 'react';
import type { EventSort } from '../stores/events-store.ts';
import { toEventFilter } from '../stores/events-store.ts';
import { useEvents, useLocation, useStores } from '../stores/StoresContext.tsx';
import type { View } from '../stores/use-view.ts';
import { EventCounts } from './EventCounts.tsx';
import { EventDetailPane } from './EventDetailPane.tsx';
import { EventFilterBar } from './EventFilterBar.tsx';
import css from './EventsPage.module.css';
import { EventTable } from './EventTable.tsx';
import { FacetPanel } from './events/FacetPanel.tsx';

/** Windows as high as this open with the cross-filter. */
const ROOMY_PX = 820;

export interface SortState {
	by: EventSort;
	isDescending: boolean;
}

export function EventsPage({ view }: { view: View }) {
	const { events } = useStores();
	const filters = useLocation((state) => state.address.filters);
	const chosenId = useLocation((state) => state.address.eventId);
	const firstId = useEvents((state) => state.list.value?.rows[0]?.eventId ?? null);
	/** The most pressing event stands beside the list until another is chosen. */
	const eventId = chosenId ?? firstId;
	const [sort, setSort] = useState<SortState>({ by: 'urgency', isDescending: false });
	const [isCrossFilter, setCrossFilter] = useState(() => window.innerHeight >= ROOMY_PX);
	const filter = useMemo(
		() => toEventFilter(filters, view.area.code, view.period),
		[filters, view.area.code, view.period],
	);
	useEffect(() => events.getState().loadList(filter, sort.by, sort.isDescending), [events, filter, sort]);
	useEffect(() => events.getState().loadEvent(eventId), [events, eventId]);
	return (
		<div className={css.page}>
			<div className={css.left}>
				<section className={css.top}>
					<EventCounts />
					<EventFilterBar
						view={view}
						isByUrgency={sort.by === 'urgency'}
						isCrossFilter={isCrossFilter}
						onCrossFilter={() => setCrossFilter(!isCrossFilter)}
					/>
					{isCrossFilter && <FacetPanel />}
				</section>
				<EventTable sort={sort} onSort={setSort} selected={eventId} />
			</div>
			<EventDetailPane eventId={eventId} isChosen={chosenId !== null} />
		</div>
	);
}
