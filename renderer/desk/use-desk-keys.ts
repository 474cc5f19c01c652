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

/** What keys do beside moving the view. */
export interface KeyActions {
	openHelp(): void;
	openPalette(): void;
	goUp(): void;
	openBriefing(): void;
	/** An area's code; null: the present one. */
	toggleBasket(area: string | null): void;
	undo(): void;
	redo(): void;
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
	return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}

/** The area whose label has the focus or lies under the pointer. */
function pointedArea(): string | null {
	const focused = document.activeElement?.closest('[data-area-code]');
	const pointed = focused ?? document.querySelector('[data-area-code]:hover');
	return pointed?.getAttribute('data-area-code') ?? null;
}

/** Keys with Ctrl (or ⌘); true when the key was one of ours. */
function runWithControl(event: KeyboardEvent, actions: KeyActions): boolean {
	const key = event.key.toLowerCase();
	if (key === 'k' && !event.shiftKey) actions.openPalette();
	else if (isTyping(event.target)) return false;
	else if (key === 'z') event.shiftKey ? actions.redo() : actions.undo();
	else if (key === 'y') actions.redo();
	else return false;
	return true;
}

export function useDeskKeys(view: View | null, actions: KeyActions): void {
	const { location } = useStores();
	useEffect(() => {
		const run = (event: KeyboardEvent): boolean => {
			const { goTo, openPage } = location.getState();
			const page = /^[1-9]$/.test(event.key) ? PAGES[Number(event.key) - 1] : undefined;
			if (page) openPage(page);
			else if (event.key === '[' || event.key === ']') {
				// Nothing is later than the period that still runs.
				const isStep = view !== null && (event.key === '[' || !view.isRunning);
				if (isStep) goTo({ period: stepPeriod(view.period, event.key === '[' ? -1 : 1) });
			} else if (event.key === '/') document.getElementById(SEARCH_ID)?.focus();
			else if (event.key === '?') actions.openHelp();
			else if (event.key === 'Escape') actions.goUp();
			else if (event.key === 'b' || event.key === 'B') actions.openBriefing();
			else if (event.key === 'c' || event.key === 'C') actions.toggleBasket(pointedArea());
			else return false;
			return true;
		};
		const onKey = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.altKey) return;
			if (document.querySelector('dialog[open], [popover="auto"]:popover-open')) return;
			const isOurs =
				event.ctrlKey || event.metaKey ? runWithControl(event, actions) : !isTyping(event.target) && run(event);
			if (isOurs) event.preventDefault();
		};
		window.addEventListener('keydown', onKey);
		return () => window.removeEventListener('keydown', onKey);
	}, [location, view, actions]);
}
