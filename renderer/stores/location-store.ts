// The view a person is at: area, period, page, indicator, filter, kept in the address with history.
// Steps that a person would want to go back over are pushed; the rest replace.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CalendarKind, parsePeriod, periodOfDay, shiftPeriod } from '../../shared/domain/period.ts';
import { dayOf, parseIso } from '../../shared/domain/shanghai-time.ts';
import {
	type Address,
	DEFAULT_FILTERS,
	EVERY_INDICATOR,
	type EventFilters,
	type Page,
	parseAddress,
	writeAddress,
} from './address.ts';

/** What the store needs of a browser window; tests pass their own. */
export interface AddressBar {
	readSearch(): string;
	push(search: string): void;
	replace(search: string): void;
	onBack(listener: () => void): () => void;
}

/** The window's own address bar. */
export function createAddressBar(): AddressBar {
	return {
		readSearch: () => window.location.search,
		push: (search) => window.history.pushState(null, '', `${window.location.pathname}${search}`),
		replace: (search) => window.history.replaceState(null, '', `${window.location.pathname}${search}`),
		onBack(listener) {
			window.addEventListener('popstate', listener);
			return () => window.removeEventListener('popstate', listener);
		},
	};
}

export interface LocationStoreState {
	address: Address;
	goTo(change: Partial<Address>): void;
	/** Changes the view without a step in the history (a selected row, a map level). */
	adjust(change: Partial<Address>): void;
	openPage(page: Page): void;
	/** The page of one indicator, of the present area unless another is named. */
	openIndicator(indicator: string, area?: string): void;
	openEvents(filters: Partial<EventFilters>, eventId?: string | null): void;
}

export type LocationStore = StoreApi<LocationStoreState>;

/** What belongs to one page alone, as a page opens. */
const BARE = { eventId: null, filters: DEFAULT_FILTERS, section: 'all', choice: EVERY_INDICATOR } as const;

export function createLocationStore(bar: AddressBar): LocationStore {
	const store = createStore<LocationStoreState>((set, get) => {
		const move = (change: Partial<Address>, isStep: boolean) => {
			const address = { ...get().address, ...change };
			const search = writeAddress(address);
			if (search === writeAddress(get().address)) return;
			set({ address });
			if (isStep) bar.push(search);
			else bar.replace(search);
		};
		return {
			address: parseAddress(bar.readSearch()),
			goTo: (change) => move(change, true),
			adjust: (change) => move(change, false),
			openPage: (page) => move({ ...BARE, page }, true),
			openIndicator: (indicator, area) =>
				move({ ...BARE, page: 'indicators', section: 'one', indicator, ...(area !== undefined && { area }) }, true),
			openEvents: (filters, eventId = null) =>
				move({ ...BARE, page: 'events', eventId, filters: { ...DEFAULT_FILTERS, ...filters } }, true),
		};
	});
	bar.onBack(() => store.setState({ address: parseAddress(bar.readSearch()) }));
	return store;
}

/** The last whole month before an instant: what a desk opens with. */
export function defaultPeriod(asOf: string): string {
	const atS = parseIso(asOf);
	const present = periodOfDay('month', dayOf(atS ?? 0));
	return shiftPeriod(present, -1).code;
}

/** The same moment at another length: the last whole period of `kind` inside or before the given one. */
export function changePeriodKind(code: string, kind: CalendarKind): string {
	const period = parsePeriod(code);
	if (!period) return code;
	return periodOfDay(kind, period.endDay - 1).code;
}

/** One period earlier or later. */
export function stepPeriod(code: string, steps: number): string {
	const period = parsePeriod(code);
	return period ? shiftPeriod(period, steps).code : code;
}
