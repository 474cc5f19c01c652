// One page of the desk for a whole file of flows: each flow begins at an address without loading the page again, and every
// click or stroke counts as a step.

import type { Locator, Page } from 'playwright-core';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { FlowApp } from './flow-host.ts';

export const DESK = { width: 1440, height: 900, theme: 'light', language: 'zh-CN' } as const;

export interface DeskDriver {
	page: Page;
	/** Code of the district shown. */
	district: string;
	call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
	/** Shows the view of an address as a bookmark would, and counts from nought. */
	begin(path?: string): Promise<void>;
	/** A click, a stroke, and a typed text are one step each. */
	steps(): number;
	click(target: Locator): Promise<void>;
	press(key: string): Promise<void>;
	type(text: string): Promise<void>;
	/** Chooses the first command or place that a text finds, with the keyboard alone. */
	command(text: string, option: RegExp): Promise<void>;
	/** Waits until nothing is awaited and the page has stopped changing for a moment. */
	rest(): Promise<void>;
	close(): Promise<void>;
}

/** Runs in the page: resolves when no part is busy and nothing was changed for a moment. The drawing of a map may go on. */
function whenQuiet(): Promise<void> {
	const QUIET_MS = 150;
	return new Promise((resolve) => {
		let sinceMs = performance.now();
		const restart = () => {
			sinceMs = performance.now();
		};
		const observer = new MutationObserver(restart);
		observer.observe(document.body, { subtree: true, childList: true, characterData: true });
		const look = () => {
			if (document.querySelector('[aria-busy="true"]')) restart();
			if (performance.now() - sinceMs < QUIET_MS) setTimeout(look, 25);
			else {
				observer.disconnect();
				resolve();
			}
		};
		look();
	});
}

/** Runs in the page: goes to an address of the desk without loading it again. */
function goTo(path: string): void {
	for (const open of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) open.hidePopover();
	for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
	if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
	window.history.pushState(null, '', path);
	window.dispatchEvent(new PopStateEvent('popstate'));
}

/** Waits for a district and opens the desk. */
export async function driveDesk(app: FlowApp): Promise<DeskDriver> {
	let state = await app.call('app.getState', {});
	while (state.cacheState !== 'ready' || state.districtCode === null) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		state = await app.call('app.getState', {});
	}
	const watched = await app.open('/', DESK);
	const { page } = watched;
	await page.getByRole('navigation', { name: '页面' }).waitFor();
	let steps = 0;
	const rest = () => page.evaluate(whenQuiet);
	const step = async (act: Promise<void>) => {
		await act;
		steps += 1;
		await rest();
	};
	const driver: DeskDriver = {
		page,
		district: state.districtCode,
		call: app.call,
		async begin(path = '/') {
			await page.evaluate(goTo, path);
			await rest();
			steps = 0;
		},
		steps: () => steps,
		click: (target) => step(target.click()),
		press: (key) => step(page.keyboard.press(key)),
		type: (text) => step(page.keyboard.type(text)),
		async command(text, option) {
			await driver.press('Control+k');
			await driver.type(text);
			await page.getByRole('option', { name: option }).first().waitFor();
			await driver.press('Enter');
		},
		rest,
		close: () => watched.close(),
	};
	await rest();
	return driver;
}

/** Words without the no-break spaces that keep numbers and units together. */
export async function textOf(locator: Locator): Promise<string> {
	return (await locator.innerText()).replaceAll('\u00a0', ' ');
}
