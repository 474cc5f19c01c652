// The view a person is at: area, period, page, indicator, filter, kept in the address with history.
// Steps that a person would want to go back over are pushed; the rest replace.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CalendarKind, parsePeriod, periodOfDay, shiftPeriod } from '../../shared/domain/period.ts';
import { dayOf, parseIso } from '../../shared/domain/shanghai-time.ts';
import {
	type Address,
	BASKET_LIMIT,
	type BasketItem,
	EVERY_INDICATOR,
	type Page,
	parseAddress,
	writeAddress,
} from './address.ts';
import { DEFAULT_FILTERS, type EventFilters } from './event-filters.ts';
import { TEAM_START } from './team-address.ts';

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
	/** The view that an address query names, as a bookmark keeps it. */
	openSearch(search: string): void;
	/** Puts an area in a period into the basket, or takes it out; says what became of it. */
	toggleBasket(item: BasketItem): 'added' | 'removed' | 'full';
	/** Takes the last change of the view back; false when there is none. */
	undo(): boolean;
	/** Makes it again; false when nothing was taken back. */
	redo(): boolean;
}

export type LocationStore = StoreApi<LocationStoreState>;

/** What belongs to one page alone, as a page opens. */
const BARE = {
	eventId: null,
	filters: DEFAULT_FILTERS,
	section: 'all',
	collabPart: 'queue',
	choice: EVERY_INDICATOR,
	team: TEAM_START,
} as const;

/** Changes of the view that can be taken back. */
const UNDO_LIMIT = 100;

/** The filter of events holds from page to page; the records of a figure, and a second call of the page, start afresh. */
function heldFilters({ filters, page }: Address, next: Page): EventFilters {
	return filters.proof !== null || (page === 'events' && next === 'events') ? DEFAULT_FILTERS : filters;
}

export function createLocationStore(bar: AddressBar): LocationStore {
	const past: Address[] = [];
	const undone: Address[] = [];
	const remember = (address: Address) => {
		past.push(address);
		if (past.length > UNDO_LIMIT) past.shift();
		undone.length = 0;
	};
	const store = createStore<LocationStoreState>((set, get) => {
		const move = (change: Partial<Address>, isStep: boolean) => {
			const address = { ...get().address, ...change };
			const search = writeAddress(address);
			if (search === writeAddress(get().address)) return;
			remember(get().address);
			set({ address });
			if (isStep) bar.push(search);
			else bar.replace(search);
		};
		/** Steps from one pile to the other; a step of its own in the history, so that going back stays true. */
		const swap = (from: Address[], to: Address[]): boolean => {
			const address = from.pop();
			if (!address) return false;
			to.push(get().address);
			set({ address });
			bar.push(writeAddress(address));
			return true;
		};
		return {
			address: parseAddress(bar.readSearch()),
			goTo: (change) => move(change, true),
			adjust: (change) => move(change, false),
			openPage: (page) => move({ ...BARE, page, filters: heldFilters(get().address, page) }, true),
			openIndicator: (indicator, area) =>
				move({ ...BARE, page: 'indicators', section: 'one', indicator, ...(area !== undefined && { area }) }, true),
			openEvents: (filters, eventId = null) =>
				move({ ...BARE, page: 'events', eventId, filters: { ...DEFAULT_FILTERS, ...filters } }, true),
			openSearch: (search) => move(parseAddress(search), true),
			toggleBasket(item) {
				const { basket } = get().address;
				const rest = basket.filter((one) => one.area !== item.area || one.period !== item.period);
				if (rest.length < basket.length) {
					move({ basket: rest }, false);
					return 'removed';
				}
				if (basket.length >= BASKET_LIMIT) return 'full';
				move({ basket: [...basket, item] }, false);
				return 'added';
			},
			undo: () => swap(past, undone),
			redo: () => swap(undone, past),
		};
	});
	bar.onBack(() => {
		remember(store.getState().address);
		store.setState({ address: parseAddress(bar.readSearch()) });
	});
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
