// Keys that work on every page. They stay quiet while a person types, and while a dialog or menu is open.

import { useEffect } from 'react';
import type { CalendarKind } from '../../shared/domain/period.ts';
import { PAGES } from '../stores/address.ts';
import { stepPeriod } from '../stores/location-store.ts';
import { useStores } from '../stores/StoresContext.tsx';
import type { View } from '../stores/use-view.ts';

/** Lengths of period that the desk offers, shortest first. */
export const PERIOD_KINDS: readonly CalendarKind[] = ['day', 'week', 'month', 'quarter', 'year'];

/** Id of the search field, focused by `/`. */
export const SEARCH_ID = 'desk-search';

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
	return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}

export function useDeskKeys(view: View | null, openHelp: () => void): void {
	const { location } = useStores();
	useEffect(() => {
		const goUp = () => {
			const { address, goTo, adjust, openPage } = location.getState();
			if (address.page === 'events' && address.eventId !== null) adjust({ eventId: null });
			else if (address.page === 'indicators' && address.section === 'one') openPage('indicators');
			else {
				const parent = view?.path.at(-2);
				if (parent) goTo({ area: view?.path.length === 2 ? null : parent.code });
			}
		};
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
			if (document.querySelector('dialog[open], [popover]:popover-open')) return;
			const { goTo, openPage } = location.getState();
			switch (event.key) {
				case '[':
				case ']':
					if (view) goTo({ period: stepPeriod(view.period, event.key === '[' ? -1 : 1) });
					break;
				case '/':
					document.getElementById(SEARCH_ID)?.focus();
					break;
				case '?':
					openHelp();
					break;
				case 'Escape':
					goUp();
					break;
				case '1':
				case '2':
				case '3':
				case '4':
				case '5': {
					const page = PAGES[Number(event.key) - 1];
					if (page) openPage(page);
					break;
				}
				default:
					return;
			}
			event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, [location, view, openHelp]);
}
